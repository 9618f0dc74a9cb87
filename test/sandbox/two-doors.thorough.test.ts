// tools/sandbox/*/resource-types/: what a service says to a request, it says to a template
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
} from '@aws-sdk/client-cloudformation';
import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  CreateAccessKeyCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketLoggingCommand,
  PutBucketPolicyCommand,
} from '@aws-sdk/client-s3';
import { CreatePermissionSetCommand, PutInlinePolicyToPermissionSetCommand } from '@aws-sdk/client-sso-admin';
import { startSandbox, type Sandbox } from '../../tools/sandbox/sandbox';
import { walkthroughShare } from '../lib/walkthrough-share';
import { administratorKeys, iam, kms, refusalOf, REGION, s3, ssoAdmin, type Keys } from './clients';

/** One mistake, as a request and as a resource of a template; both are told the same, in words written out here. */
interface Mistake {
  readonly name: string;
  /** @default 'company' */
  readonly as?: 'vendor' | 'limited';
  readonly call: (keys: Keys) => Promise<unknown>;
  readonly resources: Record<string, object>;
  readonly code: string;
  readonly message: string;
}

const BUCKET_POLICY_ARN = 'arn:aws:s3:::mistakes';
const TRUST = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::222222222222:root' }, Action: 'sts:AssumeRole' },
  ],
};
const READ = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::mistakes/*' }],
};
const statement = (part: object) => ({ Version: '2012-10-17', Statement: [part] });
const text = (document: unknown): string => JSON.stringify(document);

const PUBLIC = statement({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${BUCKET_POLICY_ARN}/*`,
});
const ELSEWHERE = statement({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::another/*',
});
const NOBODY = statement({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::222222222222:role/nobody' },
  Action: 's3:GetObject',
  Resource: `${BUCKET_POLICY_ARN}/*`,
});
const TRUSTING_NOBODY = statement({
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::222222222222:role/nobody' },
  Action: 'sts:AssumeRole',
});
const LONG_TRUST = statement({ ...TRUST.Statement[0], Sid: 'x'.repeat(2100) });
const LONG_READ = statement({ ...READ.Statement[0], Sid: 'x'.repeat(6200) });
const LONG_INLINE = statement({ ...READ.Statement[0], Sid: 'x'.repeat(10_300) });
const MISSING = 'arn:aws:iam::111111111111:policy/missing';
/** Ten are there already; the eleventh is too many. */
const TEN = Array.from({ length: 10 }, (_, index) => `arn:aws:iam::111111111111:policy/one-of-ten-${index}`);
const ELEVENTH = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';

const policyOnBucket = (PolicyDocument: object) => ({
  Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'mistakes', PolicyDocument } },
});
const putPolicy = (document: object) => (keys: Keys) =>
  s3(sandbox, keys).send(new PutBucketPolicyCommand({ Bucket: 'mistakes', Policy: text(document) }));
const role = (properties: object) => ({
  Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: TRUST, ...properties } },
});
const createRole = (input: object) => (keys: Keys) =>
  iam(sandbox, keys).send(
    new CreateRoleCommand({ RoleName: 'mistaken', AssumeRolePolicyDocument: text(TRUST), ...input }),
  );
const managedPolicy = (properties: object) => ({
  Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: READ, ...properties } },
});
const bucket = (properties: object) => ({ Bucket: { Type: 'AWS::S3::Bucket', Properties: properties } });
const INSTANCE = () => [...sandbox.world.identityCenters.keys()][0] ?? '';
const THE_INSTANCE = { Ref: 'Instance' };
const permissionSet = (properties: object) => ({
  Set: {
    Type: 'AWS::SSO::PermissionSet',
    Properties: { InstanceArn: THE_INSTANCE, Name: 'Mistaken', ...properties },
  },
});
const createSet = (input: object) => (keys: Keys) =>
  ssoAdmin(sandbox, keys).send(
    new CreatePermissionSetCommand({ InstanceArn: INSTANCE(), Name: 'Mistaken', ...input }),
  );

const MISTAKES: Mistake[] = [
  {
    name: 'a public bucket policy',
    call: putPolicy(PUBLIC),
    resources: policyOnBucket(PUBLIC),
    code: 'AccessDenied',
    message:
      'User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::mistakes" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.',
  },
  {
    name: 'a bucket policy about another bucket',
    call: putPolicy(ELSEWHERE),
    resources: policyOnBucket(ELSEWHERE),
    code: 'MalformedPolicy',
    message: 'Policy has invalid resource',
  },
  {
    name: 'a bucket policy for nobody',
    call: putPolicy(NOBODY),
    resources: policyOnBucket(NOBODY),
    code: 'MalformedPolicy',
    message: 'Invalid principal in policy',
  },
  {
    name: 'an eleventh policy on a role',
    call: (keys) =>
      iam(sandbox, keys).send(new AttachRolePolicyCommand({ RoleName: 'has-ten', PolicyArn: ELEVENTH })),
    resources: role({ ManagedPolicyArns: [...TEN, ELEVENTH] }),
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for PoliciesPerRole: 10',
  },
  {
    name: 'a policy that is not there',
    call: (keys) =>
      iam(sandbox, keys).send(new AttachRolePolicyCommand({ RoleName: 'taken', PolicyArn: MISSING })),
    resources: role({ ManagedPolicyArns: [MISSING] }),
    code: 'NoSuchEntity',
    message: `Policy ${MISSING} does not exist or is not attachable.`,
  },
  {
    name: 'a boundary that is not there',
    call: createRole({ PermissionsBoundary: MISSING }),
    resources: role({ PermissionsBoundary: MISSING }),
    code: 'NoSuchEntity',
    message: `Policy ${MISSING} was not found.`,
  },
  {
    name: 'an AWS managed policy whose text is not here',
    call: (keys) =>
      iam(sandbox, keys).send(
        new AttachRolePolicyCommand({
          RoleName: 'taken',
          PolicyArn: 'arn:aws:iam::aws:policy/ViewOnlyAccess',
        }),
      ),
    resources: role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/ViewOnlyAccess'] }),
    code: 'NotImplemented',
    message:
      'The sandbox does not model the AWS managed policy arn:aws:iam::aws:policy/ViewOnlyAccess: its text is not known here.',
  },
  {
    name: 'a trust policy for nobody',
    call: createRole({ AssumeRolePolicyDocument: text(TRUSTING_NOBODY) }),
    resources: role({ AssumeRolePolicyDocument: TRUSTING_NOBODY }),
    code: 'MalformedPolicyDocument',
    message: 'Invalid principal in policy: "AWS":"arn:aws:iam::222222222222:role/nobody"',
  },
  {
    name: 'a trust policy that is too long',
    call: createRole({ AssumeRolePolicyDocument: text(LONG_TRUST) }),
    resources: role({ AssumeRolePolicyDocument: LONG_TRUST }),
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for ACLSizePerRole: 2048',
  },
  {
    name: 'an inline policy that is too long',
    call: (keys) =>
      iam(sandbox, keys).send(
        new PutRolePolicyCommand({
          RoleName: 'taken',
          PolicyName: 'Long',
          PolicyDocument: text(LONG_INLINE),
        }),
      ),
    resources: role({
      RoleName: 'new-taken',
      Policies: [{ PolicyName: 'Long', PolicyDocument: LONG_INLINE }],
    }),
    code: 'LimitExceeded',
    message: 'Maximum policy size of 10240 bytes exceeded for role ',
  },
  {
    name: 'sessions of five seconds',
    call: createRole({ MaxSessionDuration: 5 }),
    resources: role({ MaxSessionDuration: 5 }),
    code: 'ValidationError',
    message:
      "1 validation error detected: Value '5' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
  },
  {
    name: 'a role name that is taken',
    call: createRole({ RoleName: 'taken' }),
    resources: role({ RoleName: { 'Fn::Sub': 'taken' } }),
    code: 'EntityAlreadyExists',
    message: 'Role with name taken already exists.',
  },
  {
    name: 'a policy name that is taken',
    call: (keys) =>
      iam(sandbox, keys).send(
        new CreatePolicyCommand({ PolicyName: 'one-of-ten-0', PolicyDocument: text(READ) }),
      ),
    resources: managedPolicy({ ManagedPolicyName: 'one-of-ten-0' }),
    code: 'EntityAlreadyExists',
    message: 'A policy called one-of-ten-0 already exists. Duplicate names are not allowed.',
  },
  {
    name: 'a managed policy that is too long',
    call: (keys) =>
      iam(sandbox, keys).send(
        new CreatePolicyCommand({ PolicyName: 'long', PolicyDocument: text(LONG_READ) }),
      ),
    resources: managedPolicy({ PolicyDocument: LONG_READ }),
    code: 'LimitExceeded',
    message: 'Cannot exceed quota for PolicySize: 6144',
  },
  {
    name: 'a bucket name with an underscore',
    call: (keys) =>
      s3(sandbox, keys).send(
        new CreateBucketCommand({
          Bucket: 'not_a_bucket',
          CreateBucketConfiguration: { LocationConstraint: REGION },
        }),
      ),
    resources: bucket({ BucketName: { 'Fn::Sub': 'not_a_bucket' } }),
    code: 'InvalidBucketName',
    message: 'The specified bucket is not valid.',
  },
  {
    name: "somebody else's bucket name",
    call: (keys) =>
      s3(sandbox, keys).send(
        new CreateBucketCommand({
          Bucket: 'cdk-hnb659fds-assets-222222222222-ap-northeast-1',
          CreateBucketConfiguration: { LocationConstraint: REGION },
        }),
      ),
    resources: bucket({ BucketName: { 'Fn::Sub': 'cdk-hnb659fds-assets-222222222222-ap-northeast-1' } }),
    code: 'BucketAlreadyExists',
    message:
      'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
  },
  {
    name: 'access logs to a bucket that is not there',
    call: (keys) =>
      s3(sandbox, keys).send(
        new PutBucketLoggingCommand({
          Bucket: 'mistakes',
          BucketLoggingStatus: { LoggingEnabled: { TargetBucket: 'no-logs', TargetPrefix: '' } },
        }),
      ),
    resources: bucket({ LoggingConfiguration: { DestinationBucketName: 'no-logs' } }),
    code: 'InvalidTargetBucketForLogging',
    message: 'The target bucket for logging does not exist',
  },
  {
    name: 'an alias of a KMS key',
    call: (keys) =>
      s3(sandbox, keys).send(
        new PutBucketEncryptionCommand({
          Bucket: 'mistakes',
          ServerSideEncryptionConfiguration: {
            Rules: [
              {
                ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/mine' },
              },
            ],
          },
        }),
      ),
    resources: bucket({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/mine' } },
        ],
      },
    }),
    code: 'NotImplemented',
    message: 'The sandbox does not model aliases of KMS keys.',
  },
  {
    name: 'a key policy for nobody',
    call: (keys) => kms(sandbox, keys).send(new CreateKeyCommand({ Policy: text({ ...NOBODY, Id: 'key' }) })),
    resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { ...NOBODY, Id: 'key' } } } },
    code: 'MalformedPolicyDocumentException',
    message: 'Policy contains a statement with one or more invalid principals.',
  },
  {
    name: 'what the caller may not do',
    as: 'limited',
    call: putPolicy(ELSEWHERE),
    resources: policyOnBucket(ELSEWHERE),
    code: 'AccessDenied',
    message:
      'User: arn:aws:iam::111111111111:user/limited is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::mistakes" because no identity-based policy allows the s3:PutBucketPolicy action',
  },
  {
    name: 'a name of a permission set that is taken',
    as: 'vendor',
    call: createSet({ Name: 'Taken' }),
    resources: permissionSet({ Name: 'Taken' }),
    code: 'ConflictException',
    message: 'PermissionSet with name Taken already exists.',
  },
  {
    name: 'an inline policy of a permission set that is too long',
    as: 'vendor',
    call: (keys) =>
      ssoAdmin(sandbox, keys).send(
        new PutInlinePolicyToPermissionSetCommand({
          InstanceArn: INSTANCE(),
          PermissionSetArn: TAKEN_SET,
          InlinePolicy: text(LONG_INLINE),
        }),
      ),
    resources: permissionSet({ InlinePolicy: LONG_INLINE }),
    code: 'ValidationException',
    message:
      'Current size of the non-whitespace characters present in the InlinePolicy Document is 10427 bytes which has exceeded the maximum limit of 10240 bytes',
  },
];

let sandbox: Sandbox;
let TAKEN_SET = '';
const keysOf: Record<string, Keys> = {};

beforeAll(async () => {
  sandbox = await startSandbox({ share: walkthroughShare });
  const company = (keysOf.company = administratorKeys(sandbox, 'company'));
  keysOf.vendor = administratorKeys(sandbox, 'vendor');
  await s3(sandbox, company).send(
    new CreateBucketCommand({
      Bucket: 'mistakes',
      CreateBucketConfiguration: { LocationConstraint: REGION },
    }),
  );
  const client = iam(sandbox, company);
  for (const RoleName of ['taken', 'has-ten'])
    await client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: text(TRUST) }));
  for (const PolicyArn of TEN) {
    const PolicyName = PolicyArn.slice(PolicyArn.lastIndexOf('/') + 1);
    await client.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: text(READ) }));
    await client.send(new AttachRolePolicyCommand({ RoleName: 'has-ten', PolicyArn }));
  }
  await client.send(new CreateUserCommand({ UserName: 'limited' }));
  await client.send(
    new PutUserPolicyCommand({
      UserName: 'limited',
      PolicyName: 'Deploys',
      PolicyDocument: text(
        statement({ Effect: 'Allow', Action: ['cloudformation:*', 's3:GetBucketPolicy'], Resource: '*' }),
      ),
    }),
  );
  const { AccessKey } = await client.send(new CreateAccessKeyCommand({ UserName: 'limited' }));
  keysOf.limited = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
  const { PermissionSet } = (await createSet({ Name: 'Taken' })(keysOf.vendor)) as {
    PermissionSet: { PermissionSetArn: string };
  };
  TAKEN_SET = PermissionSet.PermissionSetArn;
});
afterAll(() => sandbox.stop());

test.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))(
  '%s: one answer by either door',
  async (_name, { as = 'company', call, resources, code, message }) => {
    // by the front door
    const refusal = await refusalOf(call(keysOf[as]!));
    expect(bare(refusal.code)).toBe(bare(code));
    expect(refusal.message).toContain(message);
    // by a template
    const failed = await failureOf(resources, keysOf[as]!);
    expect(failed).toContain(message);
    expect(failed).toContain('(Service: ');
  },
);

/** The SDK writes `NoSuchEntityException` for IAM's `NoSuchEntity`. */
const bare = (code: string): string => code.replace(/Exception$/, '');

/** Why the one resource of a new stack could not be made. */
async function failureOf(resources: object, credentials: Keys): Promise<string> {
  const client = new CloudFormationClient({
    endpoint: sandbox.url,
    region: REGION,
    credentials: { ...credentials },
  });
  const template = {
    Parameters: { Instance: { Type: 'String', Default: INSTANCE() } },
    Resources: resources,
  };
  const StackName = 'Mistake';
  const { StackId } = await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
    }),
  );
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: StackId! }));
  await client.send(new DeleteStackCommand({ StackName }));
  client.destroy();
  const failed = StackEvents.find(({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED');
  return failed?.ResourceStatusReason ?? 'nothing failed';
}
