// tools/sandbox/: the walkthrough as its author did it, by hand, with nothing deployed
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { share as shipped } from '../../parameters';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { startSandbox, type Sandbox } from '../../tools/sandbox/sandbox';
import { describeWith } from './installed';

const run = promisify(execFile);

const BUCKET = 'company-shared-data-bucket-12345';
const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const ROLE_ARN = 'arn:aws:iam::111111111111:role/VendorAccessRole';

/** The three documents of the walkthrough. */
const DOCUMENTS = {
  'trust-policy.json': {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowVendorAccountAssumeRole',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::222222222222:root' },
        Action: 'sts:AssumeRole',
      },
    ],
  },
  'permissions.json': {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AllowS3BucketListAccess',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: `arn:aws:s3:::${BUCKET}`,
      },
      {
        Sid: 'AllowS3ObjectReadAccess',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${BUCKET}/*`,
      },
    ],
  },
  'inline-policy.json': {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'AllowAssumeCompanyRole', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: ROLE_ARN },
    ],
  },
};

describeWith(['aws'], 'the walkthrough by hand, with the AWS CLI and nothing deployed', () => {
  let sandbox: Sandbox;
  let homes: Awaited<ReturnType<typeof makeClientHomes>>;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ share: shipped });
    homes = await makeClientHomes(sandbox, shipped);
    folder = mkdtempSync(join(tmpdir(), 'vendor-share-by-hand-'));
    writeFileSync(join(folder, 'test-data.txt'), 'confidential data\n');
    for (const [name, document] of Object.entries(DOCUMENTS))
      writeFileSync(join(folder, name), JSON.stringify(document));
  });
  afterAll(async () => {
    homes.remove();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const type = async (command: string, env: Record<string, string> = {}): Promise<string> => {
    const { stdout } = await run('bash', ['-ec', command], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: homes.homes[0]!.directory,
        AWS_ENDPOINT_URL: sandbox.url,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_PAGER: '',
        ...env,
      },
    });
    return stdout;
  };
  const json = async (command: string): Promise<Record<string, Record<string, unknown>>> =>
    JSON.parse(await type(command)) as Record<string, Record<string, unknown>>;

  test('company: a bucket, its data, the role and its policy', async () => {
    expect(await type(`aws s3 mb s3://${BUCKET} --profile company`)).toBe(`make_bucket: ${BUCKET}\n`);
    await type(`aws s3 cp test-data.txt s3://${BUCKET}/ --profile company`);
    const { Role } = await json(
      'aws iam create-role --role-name VendorAccessRole --assume-role-policy-document file://trust-policy.json --profile company',
    );
    expect(Role).toMatchObject({
      Arn: ROLE_ARN,
      Path: '/',
      RoleName: 'VendorAccessRole',
      AssumeRolePolicyDocument: DOCUMENTS['trust-policy.json'],
    });
    const { Policy } = await json(
      'aws iam create-policy --policy-name VendorS3AccessPolicy --policy-document file://permissions.json --profile company',
    );
    expect(Policy).toMatchObject({
      Arn: 'arn:aws:iam::111111111111:policy/VendorS3AccessPolicy',
      DefaultVersionId: 'v1',
      AttachmentCount: 0,
    });
    await type(
      'aws iam attach-role-policy --role-name VendorAccessRole --policy-arn arn:aws:iam::111111111111:policy/VendorS3AccessPolicy --profile company',
    );
  });

  test('vendor: the permission set, its inline policy and the assignment', async () => {
    const { PermissionSet } = await json(
      `aws sso-admin create-permission-set --instance-arn ${INSTANCE} --name AllowAssumeCompanyRole --profile vendor`,
    );
    const set = String(PermissionSet?.PermissionSetArn);
    expect(set).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-1234567890abcdef\/ps-[0-9a-f]{16}$/);
    await type(
      `aws sso-admin put-inline-policy-to-permission-set --instance-arn ${INSTANCE} --permission-set-arn ${set} --inline-policy file://inline-policy.json --profile vendor`,
    );
    const { AccountAssignmentCreationStatus: asked } = await json(
      `aws sso-admin create-account-assignment --instance-arn ${INSTANCE} --permission-set-arn ${set} --target-id 222222222222 --target-type AWS_ACCOUNT --principal-type GROUP --principal-id a1b2c3d4-5678-90ab-cdef-111122223333 --profile vendor`,
    );
    expect(asked).toMatchObject({ Status: 'IN_PROGRESS' });
    const { AccountAssignmentCreationStatus: done } = await json(
      `aws sso-admin describe-account-assignment-creation-status --instance-arn ${INSTANCE} --account-assignment-creation-request-id ${String(asked?.RequestId)} --profile vendor`,
    );
    expect(done).toMatchObject({ Status: 'SUCCEEDED' });
  });

  test('the vendor’s user signs in, assumes the role, lists and copies', async () => {
    const { Arn } = JSON.parse(await type('aws sts get-caller-identity --profile 111111111111-user')) as {
      Arn: string;
    };
    expect(Arn).toMatch(
      /^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_AllowAssumeCompanyRole_[0-9a-f]{16}\/member-of-analysts$/,
    );
    const { Credentials, AssumedRoleUser } = await json(
      `aws sts assume-role --role-arn ${ROLE_ARN} --role-session-name VendorTestSession --profile 111111111111-user`,
    );
    expect(AssumedRoleUser?.Arn).toBe(
      'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
    );
    const keys = {
      AWS_ACCESS_KEY_ID: String(Credentials?.AccessKeyId),
      AWS_SECRET_ACCESS_KEY: String(Credentials?.SecretAccessKey),
      AWS_SESSION_TOKEN: String(Credentials?.SessionToken),
      AWS_DEFAULT_REGION: 'ap-northeast-1',
    };
    expect(await type(`aws s3 ls s3://${BUCKET}/`, keys)).toMatch(/ 18 test-data\.txt\n$/);
    await type(`aws s3 cp s3://${BUCKET}/test-data.txt ./copied.txt`, keys);
    expect(readFileSync(join(folder, 'copied.txt'), 'utf8')).toBe('confidential data\n');
    await expect(type('aws s3 ls', keys)).rejects.toThrow(
      'is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action',
    );
    await expect(type(`aws s3 cp test-data.txt s3://${BUCKET}/`, keys)).rejects.toThrow(/AccessDenied/);
  });
});
