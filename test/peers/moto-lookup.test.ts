// tools/lookup/lookup.ts and tools/verify/deployed/read-deployed.ts, against moto_server
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { KMSClient } from '@aws-sdk/client-kms';
import {
  CreateRoleCommand,
  CreatePolicyCommand,
  AttachRolePolicyCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import { CreateGroupCommand, CreateUserCommand, IdentitystoreClient } from '@aws-sdk/client-identitystore';
import {
  CreateBucketCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateAccountAssignmentCommand,
  CreatePermissionSetCommand,
  ListInstancesCommand,
  PutInlinePolicyToPermissionSetCommand,
  ResourceNotFoundException,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { assumeRolePolicy, readPolicy, trustPolicy } from '../../lib/policy-documents';
import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { walkthroughVendor } from '../lib/walkthrough-share';
import { lookUp } from '../../tools/lookup/lookup';
import { readDeployed } from '../../tools/verify/deployed/read-deployed';
import { type AwsClients, connect } from '../../tools/verify/aws-clients';
import type { SignedIn } from '../../tools/verify/sign-in';
import { describeWith } from './installed';
import { type MotoServer, startMotoServer } from './moto-server';

const REGION = 'ap-northeast-1';
/** moto's only account without AssumeRole. */
const ACCOUNT = '123456789012';

/** Lookup, and the reading of live policies, against an emulator that shares no code with our sandbox. */
describeWith(['moto_server'], 'what is read from AWS, read from moto_server', () => {
  let moto: MotoServer;
  let clients: AwsClients & { identityStore: IdentitystoreClient };
  let share: Share;
  const options = () => ({ abortSignal: AbortSignal.timeout(20_000) });

  beforeAll(async () => {
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
    moto = await startMotoServer();
    process.env.AWS_ENDPOINT_URL = moto.url; // for S3 Control, which cannot be given an address
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' };
    const config = { endpoint: moto.url, region: REGION, credentials };
    clients = {
      sts: new STSClient(config),
      s3: new S3Client({ ...config, forcePathStyle: true }),
      s3Control: connect({ region: REGION, identityCenterRegion: REGION, timeout: 20_000 }).withKeys(
        credentials,
        'default',
      ).s3Control,
      iam: new IAMClient(config),
      kms: new KMSClient(config),
      cloudFormation: (region) => new CloudFormationClient({ ...config, region }),
      ssoAdmin: new SSOAdminClient(config),
      identityStore: new IdentitystoreClient(config),
      credentials: () => Promise.resolve(credentials),
    };
    // The one call that moto does not have: answered as AWS does where there is no boundary.
    clients.ssoAdmin.middlewareStack.add(
      (next, context) => (args) =>
        context['commandName'] === 'GetPermissionsBoundaryForPermissionSetCommand'
          ? Promise.reject(
              new ResourceNotFoundException({
                $metadata: { httpStatusCode: 400, requestId: 'none' },
                message: 'none',
              }),
            )
          : next(args),
      { step: 'initialize' },
    );
    const { Instances } = await clients.ssoAdmin.send(new ListInstancesCommand({}));
    const instanceArn = Instances?.[0]?.InstanceArn ?? '';
    share = {
      company: { ...shipped.company, account: ACCOUNT, bucketName: 'company-shared-data-bucket-moto' },
      vendors: [
        {
          ...walkthroughVendor,
          account: ACCOUNT,
          identityCenter: { ...walkthroughVendor.identityCenter, instanceArn },
        },
      ],
    };
  });

  afterAll(() => void delete process.env.AWS_ENDPOINT_URL);
  afterAll(async () => {
    for (const client of [clients.sts, clients.s3, clients.iam, clients.ssoAdmin, clients.identityStore])
      client.destroy();
    await moto.stop();
  });

  const grant = () => grantsOf(share)[0]!;

  test('lookup finds the instance and turns names into the ids that were made for them', async () => {
    const { Instances } = await clients.ssoAdmin.send(new ListInstancesCommand({}));
    const { IdentityStoreId, InstanceArn } = Instances?.[0] ?? {};
    const { GroupId } = await clients.identityStore.send(
      new CreateGroupCommand({ IdentityStoreId, DisplayName: 'Analysts' }),
    );
    await clients.identityStore.send(
      new CreateGroupCommand({ IdentityStoreId, DisplayName: 'Analysts of old' }),
    );
    const alice = { UserName: 'alice', DisplayName: 'Alice', Name: { GivenName: 'A', FamilyName: 'B' } };
    const { UserId } = await clients.identityStore.send(new CreateUserCommand({ IdentityStoreId, ...alice }));

    const found = await lookUp({
      grant: grant(),
      region: REGION,
      clients,
      options,
      groups: ['Analysts'],
      users: ['alice'],
    });

    expect(found.identityCenter).toMatchObject({
      instanceArn: InstanceArn,
      identityStoreId: IdentityStoreId,
      region: REGION,
    });
    expect(found.assignees).toEqual([
      { type: 'GROUP', id: GroupId, name: 'Analysts' },
      { type: 'USER', id: UserId, name: 'alice' },
    ]);
  });

  test('lookup lists the candidates for a name that is not there', async () => {
    const asked = lookUp({
      grant: grant(),
      region: REGION,
      clients,
      options,
      groups: ['analysts'],
      users: [],
    });
    await expect(asked).rejects.toThrow(
      '--group "analysts" was not found (a name must match exactly, upper and lower case included); did you mean Analysts, Analysts of old',
    );
  });

  test('the live role, bucket and permission set are read as they were written', async () => {
    const { roleName, policyName, bucketName } = grant();
    await clients.iam.send(
      new CreateRoleCommand({
        RoleName: roleName,
        AssumeRolePolicyDocument: JSON.stringify(trustPolicy(grant())),
      }),
    );
    const { Policy } = await clients.iam.send(
      new CreatePolicyCommand({
        PolicyName: policyName,
        PolicyDocument: JSON.stringify(readPolicy(grant())),
      }),
    );
    await clients.iam.send(new AttachRolePolicyCommand({ RoleName: roleName, PolicyArn: Policy?.Arn }));
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await clients.s3.send(new CreateBucketCommand({ Bucket: bucketName, CreateBucketConfiguration }));
    const bucketPolicy = {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: `arn:aws:s3:::${bucketName}/*`,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    };
    await clients.s3.send(
      new PutBucketPolicyCommand({ Bucket: bucketName, Policy: JSON.stringify(bucketPolicy) }),
    );
    await clients.s3.send(
      new PutPublicAccessBlockCommand({
        Bucket: bucketName,
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: false,
        },
      }),
    );
    await clients.s3.send(
      new PutBucketOwnershipControlsCommand({
        Bucket: bucketName,
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      }),
    );
    const InstanceArn = grant().identityCenter?.instanceArn;
    const set = { InstanceArn, Name: grant().permissionSetName, SessionDuration: 'PT1H' };
    const { PermissionSet } = await clients.ssoAdmin.send(new CreatePermissionSetCommand(set));
    const PermissionSetArn = PermissionSet?.PermissionSetArn;
    await clients.ssoAdmin.send(
      new PutInlinePolicyToPermissionSetCommand({
        InstanceArn,
        PermissionSetArn,
        InlinePolicy: JSON.stringify(assumeRolePolicy(grant())),
      }),
    );
    const assignment = {
      PrincipalType: 'GROUP',
      PrincipalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
    } as const;
    const target = { TargetType: 'AWS_ACCOUNT', TargetId: ACCOUNT } as const;
    await clients.ssoAdmin.send(
      new CreateAccountAssignmentCommand({ InstanceArn, PermissionSetArn, ...assignment, ...target }),
    );
    const reader: SignedIn = {
      profile: 'admin',
      account: ACCOUNT,
      arn: '',
      role: 'company principal',
      clients,
    };

    const { inventory, notRead } = await readDeployed([reader], {
      grant: grant(),
      share,
      now: () => new Date(),
      timeout: 20_000,
      signal: new AbortController().signal,
      templates: { stacks: [] },
      borrowerReads: false,
    });

    // moto knows S3 Control by its host's name alone, and answers as S3
    expect(notRead.map((what) => what.slice(0, what.indexOf(':')))).toEqual([
      `access grants on bucket ${bucketName}`,
    ]);
    expect(inventory.roles).toMatchObject([
      {
        arn: `arn:aws:iam::${ACCOUNT}:role/VendorAccessRole`,
        trust: {
          document: {
            Statement: [{ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }],
          },
        },
        policies: [
          {
            name: 'VendorS3AccessPolicy',
            document: { Statement: [{ Action: 's3:ListBucket' }, { Action: 's3:GetObject' }] },
          },
        ],
      },
    ]);
    expect(inventory.buckets).toMatchObject([
      {
        name: bucketName,
        policy: { document: bucketPolicy },
        publicAccessBlock: { blockPublicAcls: true, restrictPublicBuckets: false },
        ownership: 'BucketOwnerEnforced',
      },
    ]);
    expect(inventory.permissionSets).toMatchObject([
      {
        name: 'AllowAssumeCompanyRole',
        alsoCarries: [],
        inlinePolicy: { document: { Statement: [{ Action: 'sts:AssumeRole' }] } },
      },
    ]);
  });
});
