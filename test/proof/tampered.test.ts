// Every place of tools/proof/ that fails the proof, or does not decide it, and that no other test of test/proof/ holds
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Assembly, readAssembly } from '../../tools/proof/templates/assembly';
import { bothSidesFitTogether } from '../../tools/proof/claims/it-works';
import { promiseOf } from '../../tools/proof/promise/vendor-promise';
import { proveDirectory } from '../../tools/proof/prove-directory';
import { isFailure } from '../../tools/proof/report/finding';
import type { ProofReport } from '../../tools/proof/report/report';
import { inLanguage } from '../../words/speech';
import { shareWith, walkthroughShare } from '../lib/walkthrough-share';
import { testThoroughly } from '../properties';
import { IN_FULL, inFull } from './in-full';
import { type Folder, proveTampered } from './tampered';
import {
  BUCKET,
  BUCKET_POLICY,
  type Edit,
  headlines,
  inventoryWith,
  PERMISSION_SET,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
  synthesized,
} from './templates';

/** What was changed in the templates, how, what the proof makes of it, and the first words of what it says. */
type Row = readonly [
  what: string,
  edits: readonly Edit[],
  verdict: ProofReport['verdict'],
  ...says: readonly string[],
];

const SHARED = 'company-shared-data-bucket-12345';
const LENT_ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const ASSIGNMENT = 'PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74';
const TAMPERED_SET = ['Resources', PERMISSION_SET, 'Properties'] as const;
const BUCKET_PROPERTIES = ['Resources', BUCKET, 'Properties'] as const;
const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

const company = (path: readonly (string | number)[], value: unknown): Edit => ['CompanyStack', path, value];
const vendor = (path: readonly (string | number)[], value: unknown): Edit => ['VendorStack', path, value];
const add = (id: string, Type: string, Properties: unknown): Edit =>
  company(['Resources', id], { Type, Properties });
const ofRole = (name: string, value: unknown) => company(['Resources', ROLE, 'Properties', name], value);
const ofBucket = (name: string, value: unknown) => company([...BUCKET_PROPERTIES, name], value);
const ofSet = (name: string, value: unknown) => vendor([...TAMPERED_SET, name], value);
const document = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const policy = (PolicyName: string, ...statements: unknown[]) => ({
  PolicyName,
  PolicyDocument: document(...statements),
});
const trust = (Principal: unknown, more: object = {}) =>
  company(['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 1], {
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...more,
  });
const inOwnPolicy = (statement: unknown) =>
  company(['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2], statement);
const inBucketPolicy = (statement: object) =>
  company(['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2], {
    Principal: '*',
    Resource: `arn:aws:s3:::${SHARED}/*`,
    ...statement,
  });
const logs = (statement?: object, more: object = {}): Edit[] => [
  add('Logs', 'AWS::S3::Bucket', { BucketName: 'company-logs', ...more }),
  ...(statement
    ? [
        add('LogsPolicy', 'AWS::S3::BucketPolicy', {
          Bucket: 'company-logs',
          PolicyDocument: document({
            Effect: 'Allow',
            Resource: 'arn:aws:s3:::company-logs/*',
            ...statement,
          }),
        }),
      ]
    : []),
];
const analysis = (destination: unknown) =>
  logs(undefined, {
    AnalyticsConfigurations: [
      {
        Id: 'a',
        StorageClassAnalysis: { DataExport: { Destination: destination, OutputSchemaVersion: 'V_1' } },
      },
    ],
  });
/** Its name is made up: CompanyStack-Worker-… */
const unnamedRole = add('Worker', 'AWS::IAM::Role', {
  AssumeRolePolicyDocument: document({
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  }),
});
const SPELT_OUT = 'arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6';
const saysSpeltOut = (where: string) =>
  `${where}: "${SPELT_OUT}" spells out a name that CloudFormation makes up`;

const ROWS: readonly Row[] = [
  // The lent role.
  [
    'a session of twelve hours',
    [ofRole('MaxSessionDuration', 43_200)],
    'broken',
    'borrowers: A session of VendorAccessRole may last 43200 seconds.',
  ],
  [
    'a session of twelve hours, in quotes',
    [ofRole('MaxSessionDuration', '43200')],
    'broken',
    'borrowers: A session of VendorAccessRole may last 43200 seconds.',
  ],
  [
    'ec2 trusted',
    [trust({ Service: 'ec2.amazonaws.com' })],
    'broken',
    `outsiders: The service ec2.amazonaws.com can assume ${LENT_ROLE}.`,
  ],
  [
    'an account by a pattern',
    [trust({ AWS: 'arn:aws:iam::*:root' })],
    'not decided',
    'trust policy of VendorAccessRole: Statement[1].Principal.AWS must be',
  ],
  [
    'any role of any account by a pattern',
    [trust({ AWS: 'arn:aws:iam::*:role/Vendor' })],
    'not decided',
    'trust policy of VendorAccessRole: Statement[1].Principal.AWS must be',
  ],
  [
    'everybody whose account begins like the vendor’s',
    [trust('*', { Condition: { StringLike: { 'aws:PrincipalAccount': '2222*' } } })],
    'broken',
    'outsiders: A session of the role arn:aws:iam::222222222220:role/',
  ],
  [
    'everybody but a stranger’s account',
    [trust('*', { Condition: { StringNotEquals: { 'aws:PrincipalAccount': '333333333333' } } })],
    'broken',
    'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can assume',
  ],
  [
    'one session by name',
    [trust({ AWS: 'arn:aws:sts::333333333333:assumed-role/Reader/eve' })],
    'broken',
    'outsiders: A session of the role arn:aws:iam::333333333333:role/',
  ],
  [
    'everybody after a date, which is asked of the caller',
    [trust('*', { Condition: { DateGreaterThan: { 'aws:PrincipalArn': '2026-01-01T00:00:00Z' } } })],
    'not decided',
    'trust policy of VendorAccessRole: aws:PrincipalArn is compared as string and date',
  ],
  [
    'a stranger by the unique id of his user, in whose place AWS puts him',
    [trust({ AWS: 'AIDACKCEVSQ6C2EXAMPLE' })],
    'not decided',
    'trust policy of VendorAccessRole: AIDACKCEVSQ6C2EXAMPLE is the unique id of a role or user, and whose that is cannot be known.',
  ],
  [
    'a stranger by the unique id of his role, in the policy of another bucket',
    logs({ Principal: { AWS: ['111111111111', 'AROACKCEVSQ6C2EXAMPLE'] }, Action: 's3:GetObject' }),
    'not decided',
    'bucket policy of company-logs: AROACKCEVSQ6C2EXAMPLE is the unique id',
  ],
  [
    'a stranger by the unique id of his user, in the policy of a topic',
    [
      add('Policy', 'AWS::SNS::TopicPolicy', {
        Topics: ['arn:aws:sns:ap-northeast-1:111111111111:alarms'],
        PolicyDocument: document(allow('sns:Publish', '*', { Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } })),
      }),
    ],
    'not decided',
    'policy of the topic alarms: AIDACKCEVSQ6C2EXAMPLE is the unique id',
  ],
  [
    'a user who signed in with GetSessionToken, whose requests say when',
    [
      trust(
        { AWS: 'arn:aws:iam::333333333333:user/eve' },
        { Condition: { Null: { 'aws:TokenIssueTime': 'false' } } },
      ),
    ],
    'broken',
    `outsiders: The user arn:aws:iam::333333333333:user/eve can assume ${LENT_ROLE}.`,
  ],
  [
    'a service that a condition names and no principal does, which reads the bucket',
    [
      inBucketPolicy({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Condition: { StringEquals: { 'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com' } },
      }),
    ],
    'broken',
    `outsiders: The service cloudtrail.amazonaws.com can do s3:GetObject on arn:aws:s3:::${SHARED}/`,
  ],
  [
    'services whose name begins alike, and of which nobody knows what they do',
    [
      trust('*', { Condition: { StringLike: { 'aws:PrincipalServiceName': 'ec2*' } } }),
      add('Other', 'AWS::IAM::Role', {
        RoleName: 'Other',
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { StringLike: { 'aws:PrincipalServiceName': 'ec2*' } },
        }),
      }),
    ],
    'broken',
    `outsiders: The service ec2`,
    'It cannot be told whether ec2',
  ],
  [
    'a federation, let in where it may be a service, because its requests may not say',
    [
      trust(
        { Federated: 'accounts.google.com' },
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'true' } },
        },
      ),
    ],
    'broken',
    'outsiders: Somebody signed in through accounts.google.com can do sts:AssumeRoleWithWebIdentity on',
  ],
  [
    'the role a second time',
    [
      add('Again', 'AWS::IAM::Role', {
        RoleName: 'VendorAccessRole',
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { AWS: '222222222222' },
          Action: 'sts:AssumeRole',
        }),
      }),
    ],
    'not decided',
    'AWS::IAM::Role VendorAccessRole is in the templates more than once.',
    `the role ${LENT_ROLE} is in the templates 2 times.`,
  ],
  [
    'one of its actions spelt as a number',
    [inOwnPolicy({ Effect: 'Allow', Action: 5, Resource: '*' })],
    'not decided',
    'VendorS3AccessPolicy: ',
  ],

  // The shared bucket.
  [
    'ACLs switched on',
    [ofBucket('OwnershipControls', { Rules: [{ ObjectOwnership: 'ObjectWriter' }] })],
    'broken',
    `outsiders: ACLs are not switched off on the bucket ${SHARED}.`,
  ],
  [
    'no word about ACLs',
    [ofBucket('OwnershipControls', undefined)],
    'broken',
    `outsiders: ACLs are not switched off on the bucket ${SHARED}.`,
  ],
  [
    'objects encrypted with a key',
    [
      ofBucket('BucketEncryption', {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/data' } },
        ],
      }),
    ],
    'broken',
    `it-works: Objects in ${SHARED} are encrypted with aws:kms: a session of the role cannot decrypt them.`,
  ],
  [
    'the bucket a second time',
    [add('Again', 'AWS::S3::Bucket', { BucketName: SHARED })],
    'not decided',
    `the bucket ${SHARED} is in the templates more than once.`,
  ],
  [
    'another name for it, and that one twice',
    [ofBucket('BucketName', 'company-logs'), ...logs()],
    'broken',
    `it-works: There is no bucket ${SHARED} in account 111111111111.`,
    'the bucket company-logs is in the templates more than once.',
  ],
  [
    'a second policy',
    [
      add('Again', 'AWS::S3::BucketPolicy', {
        Bucket: { Ref: BUCKET },
        PolicyDocument: document({ Effect: 'Deny', Principal: '*', Action: 's3:Put*', Resource: '*' }),
      }),
    ],
    'not decided',
    `AWS::S3::Bucket ${BUCKET}: it has two bucket policies, of which only one would be in force.`,
  ],
  [
    'a lifecycle rule with a single transition',
    [
      ofBucket('LifecycleConfiguration', {
        Rules: [{ Status: 'Enabled', Transition: { StorageClass: 'DEEP_ARCHIVE', TransitionInDays: 1 } }],
      }),
    ],
    'not decided',
    `the bucket ${SHARED}: its LifecycleConfiguration moves objects to DEEP_ARCHIVE`,
  ],
  [
    'the analysis of another bucket put into it',
    analysis({ BucketArn: `arn:aws:s3:::${SHARED}`, Format: 'CSV' }),
    'not decided',
    `the analysis of the bucket company-logs: it is put into ${SHARED}, where the vendor could read it.`,
  ],
  [
    'an analysis that goes to no bucket',
    analysis({ BucketArn: 'arn:aws:sqs:ap-northeast-1:111111111111:jobs', Format: 'CSV' }),
    'not decided',
    'AWS::S3::Bucket Logs: its BucketArn must be the ARN of a bucket, got arn:aws:sqs:ap-northeast-1:111111111111:jobs.',
  ],
  [
    'nine services by way of which a request may come',
    [
      inBucketPolicy({
        Effect: 'Deny',
        Action: 's3:GetObject',
        Condition: {
          'ForAnyValue:StringEquals': {
            'aws:CalledVia': [...'abcdefghi'].map((letter) => `${letter}.amazonaws.com`),
          },
        },
      }),
    ],
    'not decided',
    'policies of VendorAccessRole: telling all values of aws:CalledVia apart needs more than 8 kinds of values in one request',
  ],
  [
    'a Deny under twenty conditions',
    [
      inBucketPolicy({
        Effect: 'Deny',
        Action: 's3:GetObject',
        Condition: {
          StringEquals: Object.fromEntries(
            [...'abcdefghijklmnopqrst'].map((letter) => [`aws:PrincipalTag/${letter}`, 'x']),
          ),
        },
      }),
    ],
    'not decided',
    'policies of VendorAccessRole: telling all requests apart needs more than 200000 classes',
  ],
  [
    'one key compared as a number and as text',
    [
      inBucketPolicy({
        Effect: 'Deny',
        Action: 's3:GetObject',
        Condition: { StringEquals: { 's3:TlsVersion': '1.1' } },
      }),
    ],
    'not decided',
    'policies of VendorAccessRole: s3:TlsVersion is compared as ',
  ],

  // The permission set.
  [
    'a sign-in of twelve hours',
    [ofSet('SessionDuration', 'PT12H')],
    'broken',
    'permission-set: A sign-in through the permission set AllowAssumeCompanyRole lasts PT12H.',
  ],
  [
    'a customer managed policy on it',
    [ofSet('CustomerManagedPolicyReferences', [{ Name: 'More' }])],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole also carries the customer managed policy {"Name":"More"}.',
  ],
  [
    'a boundary on it',
    [ofSet('PermissionsBoundary', { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' })],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole also carries the permissions boundary',
  ],
  [
    'the permission set a second time',
    [
      vendor(['Resources', 'Again'], {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { Name: 'AllowAssumeCompanyRole', InstanceArn: INSTANCE },
      }),
    ],
    'not decided',
    'the permission set AllowAssumeCompanyRole is there twice.',
  ],
  [
    'no policy in it',
    [ofSet('InlinePolicy', undefined)],
    'broken',
    'it-works: A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef cannot assume',
  ],
  [
    'an assignment to what is no account',
    [vendor(['Resources', ASSIGNMENT, 'Properties', 'TargetType'], 'AWS_OU')],
    'not decided',
    `AWS::SSO::Assignment ${ASSIGNMENT}: its TargetType must be AWS_ACCOUNT, got AWS_OU.`,
  ],
  [
    'an assignment to the user of that id',
    [vendor(['Resources', ASSIGNMENT, 'Properties', 'PrincipalType'], 'USER')],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole is also assigned to USER a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.',
    'it-works: The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333)',
  ],
  [
    'an assignment to another group',
    [vendor(['Resources', ASSIGNMENT, 'Properties', 'PrincipalId'], 'ffffffff-5678-90ab-cdef-111122223333')],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole is also assigned to GROUP ffffffff-5678-90ab-cdef-111122223333 in account 222222222222.',
  ],
  [
    'an assignment in another instance',
    [
      vendor(
        ['Resources', ASSIGNMENT, 'Properties', 'InstanceArn'],
        'arn:aws:sso:::instance/ssoins-0000000000000000',
      ),
    ],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.',
  ],
  [
    'the assignment twice',
    [
      vendor(['Resources', 'Again'], {
        Type: 'AWS::SSO::Assignment',
        Properties: {
          InstanceArn: INSTANCE,
          PermissionSetArn: { 'Fn::GetAtt': [PERMISSION_SET, 'PermissionSetArn'] },
          PrincipalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
          PrincipalType: 'GROUP',
          TargetId: '222222222222',
          TargetType: 'AWS_ACCOUNT',
        },
      }),
    ],
    'broken',
    'permission-set: The permission set AllowAssumeCompanyRole is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.',
  ],

  // What else is in the templates.
  [
    "a policy in the vendor's account for a role of that name",
    [
      vendor(['Resources', 'Stray'], {
        Type: 'AWS::IAM::Policy',
        Properties: { ...policy('Stray', allow('s3:PutObject', '*')), Roles: ['VendorAccessRole'] },
      }),
    ],
    'not decided',
    'Stray is attached to the role VendorAccessRole, which is not in these templates: who can use it is not known.',
  ],
  [
    "a role in the vendor's account",
    [
      vendor(['Resources', 'Another'], {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'Another',
          AssumeRolePolicyDocument: document({
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
        },
      }),
    ],
    'broken',
    'outsiders: The templates also make the role Another in account 222222222222.',
  ],
  [
    'another bucket open to everybody by an ACL',
    logs(undefined, { AccessControl: 'PublicRead' }),
    'broken',
    'outsiders: The bucket company-logs has an ACL: PublicRead.',
  ],
  [
    'another bucket open to everybody by its policy',
    logs({ Principal: '*', Action: 's3:GetObject' }),
    'broken',
    'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can do s3:GetObject on arn:aws:s3:::company-logs/',
  ],
  [
    'another bucket open to whoever does not sign in',
    logs({
      Principal: '*',
      Action: 's3:GetObject',
      Condition: { StringEquals: { 'aws:PrincipalAccount': 'anonymous' } },
    }),
    'broken',
    'outsiders: Anyone, without signing in, can do s3:GetObject on arn:aws:s3:::company-logs/',
  ],
  [
    'another bucket open to a session of the lent role by name',
    logs({
      Principal: { AWS: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/eve' },
      Action: 's3:GetObject',
    }),
    'broken',
    `outsiders: A session of the role ${LENT_ROLE} can do s3:GetObject on arn:aws:s3:::company-logs/`,
  ],
  [
    'another bucket open to a user that has no policy',
    [
      add('Bob', 'AWS::IAM::User', { UserName: 'bob' }),
      ...logs({ Principal: { AWS: 'arn:aws:iam::111111111111:user/bob' }, Action: 's3:GetObject' }),
    ],
    'broken',
    'outsiders: The user arn:aws:iam::111111111111:user/bob can do s3:GetObject on arn:aws:s3:::company-logs/',
  ],
  [
    'a user who may do little of what its policy says',
    [
      add('Bound', 'AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Bound',
        PolicyDocument: document(allow('s3:GetObject', `arn:aws:s3:::${SHARED}/odd/*`)),
      }),
      add('Bob', 'AWS::IAM::User', {
        UserName: 'bob',
        Policies: [policy('All', allow('*', '*'))],
        PermissionsBoundary: { Ref: 'Bound' },
      }),
    ],
    'broken',
    `outsiders: The user arn:aws:iam::111111111111:user/bob can do s3:GetObject on arn:aws:s3:::${SHARED}/odd/`,
  ],
  [
    'a group with a policy',
    [add('All', 'AWS::IAM::Group', { GroupName: 'all', Policies: [policy('All', allow('iam:*', '*'))] })],
    'broken',
    'outsiders: A member of the group arn:aws:iam::111111111111:group/all can do iam:',
  ],
  [
    'a user in a group of elsewhere',
    [add('Bob', 'AWS::IAM::User', { UserName: 'bob', Groups: ['admins'] })],
    'not decided',
    'the group admins is not in these templates: what it gives is not known.',
  ],
  [
    'somebody put into a group of elsewhere',
    [add('More', 'AWS::IAM::UserToGroupAddition', { GroupName: 'admins', Users: ['bob'] })],
    'not decided',
    'the group admins is not in these templates: what it gives is not known.',
  ],
  [
    'an access point open to another account',
    [
      add('Point', 'AWS::S3::AccessPoint', {
        Name: 'point',
        Bucket: SHARED,
        Policy: document(
          allow('s3:GetObject', 'arn:aws:s3:ap-northeast-1:111111111111:accesspoint/point/object/*', {
            Principal: { AWS: '333333333333' },
          }),
        ),
      }),
    ],
    'broken',
    'outsiders: A session of the role arn:aws:iam::333333333333:role/AnyRole can do s3:GetObject on arn:aws:s3:ap-northeast-1:111111111111:accesspoint/point/object/',
  ],
  [
    'a function that everybody may call',
    [
      add('Call', 'AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'copier',
        Principal: '*',
      }),
    ],
    'broken',
    'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can do lambda:InvokeFunction on ',
  ],
  [
    'a resource that is text',
    [company(['Resources', 'Text'], 'AWS::IAM::Role')],
    'not decided',
    'Text is not a resource that can be read: "AWS::IAM::Role".',
  ],
  [
    'a resource without a type',
    [company(['Resources', 'Nothing'], { Properties: {} })],
    'not decided',
    'Nothing is not a resource that can be read: {"Properties":{}}.',
  ],
  [
    'a macro in a list, among what gives nothing',
    [company(['Outputs', 'List'], { Value: [{ 'Fn::Transform': { Name: 'Macro' } }] })],
    'not decided',
    'the template of CompanyStack has an Fn::Transform, which can change what is deployed.',
  ],
  [
    'a function of another account for the seed objects',
    [
      company(
        ['Resources', 'SeedObjectsDeploymentCustomResource6062C4C0', 'Properties', 'ServiceToken'],
        'arn:aws:lambda:ap-northeast-1:999999999999:function:theirs',
      ),
    ],
    'not decided',
    'Custom::CDKBucketDeployment SeedObjectsDeploymentCustomResource6062C4C0: its ServiceToken arn:aws:lambda:ap-northeast-1:999999999999:function:theirs is no Lambda function of this assembly.',
  ],

  // Values of a template.
  [
    'an attribute of what is not there',
    [inOwnPolicy(allow('s3:GetObject', { 'Fn::GetAtt': ['Nowhere', 'Arn'] }))],
    'not decided',
    `AWS::IAM::ManagedPolicy ${READ_POLICY}: its PolicyDocument cannot be known: Fn::GetAtt Nowhere.Arn: CompanyStack has no such resource.`,
  ],
  [
    'the name of what only a deployment names',
    [
      add('Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
      inOwnPolicy(allow('s3:GetObject', { Ref: 'Vpc' })),
    ],
    'not decided',
    'Of VendorS3AccessPolicy, its PolicyDocument cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
  ],
  [
    'a rule on a bus of its own',
    [
      add('Rule', 'AWS::Events::Rule', { Name: 'rule', EventBusName: 'bus' }),
      inOwnPolicy(allow('s3:GetObject', { 'Fn::GetAtt': ['Rule', 'Arn'] })),
    ],
    'not decided',
    `AWS::IAM::ManagedPolicy ${READ_POLICY}: its PolicyDocument cannot be known: the ARN of Rule (on an event bus by name) is not modelled.`,
  ],
  [
    'a made-up name spelt out in a trust policy',
    [
      unnamedRole,
      add('Another', 'AWS::IAM::Role', {
        RoleName: 'Another',
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { AWS: SPELT_OUT },
          Action: 'sts:AssumeRole',
        }),
      }),
    ],
    'not decided',
    saysSpeltOut('trust policy of Another'),
  ],
  [
    "a made-up name spelt out in a bucket's policy",
    [unnamedRole, ...logs({ Principal: { AWS: SPELT_OUT }, Action: 's3:GetObject' })],
    'not decided',
    saysSpeltOut('bucket policy of company-logs'),
  ],
  [
    "a made-up name spelt out in a key's policy",
    [
      unnamedRole,
      add('Key', 'AWS::KMS::Key', {
        KeyPolicy: document(allow('kms:Decrypt', '*', { Principal: { AWS: SPELT_OUT } })),
      }),
    ],
    'not decided',
    saysSpeltOut('policy of the KMS key Key'),
  ],
  [
    "a made-up name spelt out in the permission set's policy",
    [
      unnamedRole,
      vendor([...TAMPERED_SET, 'InlinePolicy', 'Statement', 1], {
        Effect: 'Deny',
        Action: 'sts:AssumeRole',
        Resource: SPELT_OUT,
      }),
    ],
    'not decided',
    saysSpeltOut('inline policy of AllowAssumeCompanyRole'),
  ],
  [
    "a made-up name spelt out in a user's policy",
    [
      unnamedRole,
      add('Bob', 'AWS::IAM::User', {
        UserName: 'bob',
        Policies: [policy('None', { Effect: 'Deny', Action: 'sts:AssumeRole', Resource: SPELT_OUT })],
      }),
    ],
    'not decided',
    saysSpeltOut('None'),
  ],
  [
    'the made-up name of a bucket spelt out',
    [
      add('Bare', 'AWS::S3::Bucket', {}),
      inOwnPolicy({
        Effect: 'Deny',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::companystack-bare-a1b2c3d4e5f6/*',
      }),
    ],
    'not decided',
    'VendorS3AccessPolicy: "arn:aws:s3:::companystack-bare-a1b2c3d4e5f6/*" spells out a name that CloudFormation makes up',
  ],
];

let assembly: Assembly;
let original: string;
beforeAll(() => {
  original = synthesized(walkthroughShare);
  assembly = readAssembly(original);
});

function expectSaid(report: ProofReport, verdict: ProofReport['verdict'], says: readonly string[]): void {
  const said = [...headlines(report), ...refusals(report)];
  expect([report.verdict, ...said].join('\n')).toMatch(new RegExp(`^${verdict}\n`));
  for (const one of says) {
    const isSaid = said.some((sentence) => sentence.startsWith(one));
    expect(isSaid ? one : said).toBe(one);
  }
}

describe('templates', () => {
  test.each(ROWS.map(([what, edits, verdict, ...says]) => ({ what, edits, verdict, says })))(
    '$verdict: $what',
    ({ what, edits, verdict, says }) => {
      const report = proveWith(walkthroughShare, assembly, ...edits);
      expectSaid(report, verdict, says);
      expect(inFull(report)).toBe(IN_FULL[what]);
    },
  );

  testThoroughly('in Japanese each has the same verdict: it hangs on no word', () => {
    const verdicts = ROWS.map(([what, edits]) => [
      what,
      inLanguage('ja', () => proveWith(walkthroughShare, assembly, ...edits)).verdict,
    ]);
    expect(verdicts).toEqual(ROWS.map(([what, , verdict]) => [what, verdict]));
  });
});

test('broken: a promised prefix that may stand anywhere in what is listed', () => {
  const share = shareWith({ prefixes: ['reports/'] });
  const listing = ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', 0, 'Condition'];
  const report = proveWith(
    share,
    readAssembly(synthesized(share)),
    company([...listing, 'StringLike', 's3:prefix'], '*reports/*'),
  );

  expectSaid(report, 'broken', [
    `borrowers: A session of the role ${LENT_ROLE} can do s3:ListBucket on arn:aws:s3:::${SHARED}.`,
  ]);
});

describe('a policy that cannot be read leaves open what hangs on it, and nothing else', () => {
  const unreadable = { Version: '2012-10-17', Statement: [{ Effect: 'Perhaps' }] };
  test.each<[string, Edit, string[]]>([
    ["the role's trust", ofRole('AssumeRolePolicyDocument', unreadable), ['outsiders', 'it-works']],
    [
      "the role's own policy",
      company(['Resources', READ_POLICY, 'Properties', 'PolicyDocument'], unreadable),
      ['borrowers', 'it-works'],
    ],
    [
      "the bucket's policy",
      company(['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument'], unreadable),
      ['outsiders', 'borrowers', 'it-works'],
    ],
    ["the permission set's policy", ofSet('InlinePolicy', unreadable), ['permission-set', 'it-works']],
  ])('%s', (_, edit, open) => {
    const { verdict, claims } = proveWith(walkthroughShare, assembly, edit);

    expect(verdict).toBe('not decided');
    expect(claims.flatMap(({ id, result }) => (result === 'unknown' ? [id] : []))).toEqual(open);
  });
});

describe('hop by hop, with both sides in force', () => {
  const [lentTo] = walkthroughShare.vendors;
  if (!lentTo) throw new Error('the share has no vendor');
  const promise = promiseOf(walkthroughShare, lentTo, 'no key');
  const told = (...edits: Edit[]) =>
    bothSidesFitTogether(promise, inventoryWith(assembly, ...edits), []).flatMap((finding) => {
      if (finding.kind === 'examined') return [`${finding.classes} hops`];
      if (finding.kind === 'unjudged') return [finding.what];
      return isFailure(finding) ? [finding.headline] : [];
    });
  const signedIn =
    'A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef';
  const session = `A session of the role ${LENT_ROLE}`;
  test.each<[string, Edit[], string[]]>([
    ['as it is promised, three hops are allowed', [], ['3 hops']],
    [
      'a permission set for another role',
      [vendor([...TAMPERED_SET, 'InlinePolicy', 'Statement', 0, 'Resource'], `${LENT_ROLE}2`)],
      ['3 hops', `${signedIn} cannot assume ${LENT_ROLE}, which was promised.`],
    ],
    [
      'a trust in another account',
      [
        company(['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0, 'Principal'], {
          AWS: '333333333333',
        }),
      ],
      ['3 hops', `${signedIn} cannot assume ${LENT_ROLE}, which was promised.`],
    ],
    [
      'a role that reads another bucket',
      [
        company(
          ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1, 'Resource'],
          'arn:aws:s3:::another/*',
        ),
      ],
      [
        '3 hops',
        `${session} cannot do s3:GetObject on arn:aws:s3:::${SHARED}/test-data.txt, which was promised.`,
      ],
    ],
    [
      'a bucket that cannot be listed',
      [inBucketPolicy({ Effect: 'Deny', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${SHARED}` })],
      ['3 hops', `${session} cannot do s3:ListBucket on arn:aws:s3:::${SHARED}, which was promised.`],
    ],
    [
      'a Deny of which nobody knows whom it meets',
      [
        inBucketPolicy({
          Effect: 'Deny',
          Action: 's3:GetObject',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } },
        }),
      ],
      [
        `bucket policy of ${SHARED}, statement 3: its condition StringNotEquals aws:PrincipalOrgID depends on the organization that the company is in, which company.organizationId in parameters.ts can say. So it cannot be told whether this is true, which was promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::${SHARED}/test-data.txt.`,
        '3 hops',
      ],
    ],
    ['no bucket policy', [company(['Resources', BUCKET_POLICY], undefined)], ['3 hops']],
    ['no permission set', [vendor(['Resources', PERMISSION_SET], undefined)], ['0 hops']],
    ['no role', [company(['Resources', ROLE], undefined)], ['0 hops']],
  ])('%s', (_, edits, expected) => {
    expect(told(...edits)).toEqual(expected);
  });

  test('they are part of the proof', () => {
    const { claims } = proveWith(walkthroughShare, assembly);

    expect(claims.flatMap(({ id, classes }) => (id === 'it-works' ? [classes] : []))).toEqual([3]);
  });
});

describe('folders', () => {
  const manifest = (change: (artifacts: string) => readonly (string | number)[], value: unknown) => {
    return (folder: Folder) => folder.set('manifest.json', change('artifacts'), value);
  };
  const stack = (...place: string[]) => ['artifacts', 'CompanyStack', ...place];
  const SEED = 'f568a521057d539a004fa4c1072e076a7970d5cb0eaae0cab6d19922dbe78369';
  test.each<[string, (folder: Folder) => void, string]>([
    [
      'no manifest',
      ({ path }) => rmSync(join(path, 'manifest.json')),
      'manifest.json is missing: is this a directory that `cdk synth` wrote?',
    ],
    [
      'a manifest that is a list',
      (folder) => folder.write('manifest.json', '[]'),
      'manifest.json does not hold a JSON object',
    ],
    ['no stack', manifest((all) => [all], {}), 'holds no stack: nothing to prove.'],
    [
      'a stage',
      manifest((all) => [all, 'Stage'], { type: 'cdk:cloud-assembly' }),
      'Stage is an assembly within the assembly (a CDK stage), which is not modelled.',
    ],
    [
      'a stack without a template',
      (folder) => folder.set('manifest.json', stack('properties', 'templateFile'), undefined),
      'manifest.json names no template for stack CompanyStack.',
    ],
    [
      'a stack of any account',
      (folder) => folder.set('manifest.json', stack('environment'), 'aws://unknown-account/unknown-region'),
      'stack CompanyStack has no fixed environment (account "unknown-account", region "unknown-region")',
    ],
    [
      'a stack of another partition',
      (folder) => folder.set('manifest.json', stack('environment'), 'aws://111111111111/cn-north-1'),
      'stack CompanyStack is for region cn-north-1: only the partition "aws" is modelled.',
    ],
    [
      'an asset manifest without a file',
      manifest((all) => [all, 'CompanyStack.assets', 'properties'], {}),
      'CompanyStack.assets names no file.',
    ],
    [
      'an asset without a key',
      (folder) => {
        const destinations = ['files', SEED, 'destinations'];
        const bucketName = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';
        folder.set('CompanyStack.assets.json', destinations, { here: { bucketName, objectKey: 5 } });
      },
      `stack CompanyStack: the asset ${SEED} has no objectKey that is text.`,
    ],
    [
      'an image that another account publishes',
      (folder) =>
        folder.set('CompanyStack.assets.json', ['dockerImages', 'image'], {
          destinations: {
            here: {
              repositoryName: 'cdk-hnb659fds-container-assets-111111111111-ap-northeast-1',
              imageTag: 'x',
              assumeRoleArn: 'arn:aws:iam::999999999999:role/theirs',
            },
          },
        }),
      'stack CompanyStack is for account 111111111111, but this role is of account 999999999999: arn:aws:iam::999999999999:role/theirs. The role would upload the image image.',
    ],
    [
      'an image of another account, that has the name of an own one',
      (folder) => {
        const repositoryName = 'cdk-hnb659fds-container-assets-111111111111-ap-northeast-1';
        const destinations = { here: { repositoryName, imageTag: 'x' } };
        folder.set('CompanyStack.assets.json', ['dockerImages', 'image'], { destinations });
        folder.setSealed('CompanyStack', ['Resources', 'More'], {
          Type: 'AWS::Lambda::Function',
          Properties: {
            Code: { ImageUri: `999999999999.dkr.ecr.ap-northeast-1.amazonaws.com/${repositoryName}:x` },
            Role: 'arn:aws:iam::111111111111:role/AnotherRole',
          },
        });
      },
      'AWS::Lambda::Function More: its Code is the image 999999999999.dkr.ecr.ap-northeast-1.amazonaws.com/',
    ],
    [
      'seed objects that are not there',
      ({ path }) => rmSync(join(path, `asset.${SEED}`), { recursive: true }),
      `asset.${SEED} cannot be read (run \`npx cdk synth\` again)`,
    ],
  ])('not decided: %s', (_, change, says) => {
    const report = proveTampered(walkthroughShare, original, change);

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join('\n')).toContain(says);
  });

  test('not decided: a folder that is not there', () => {
    const report = proveDirectory('nowhere', walkthroughShare);

    expect(report.verdict).toBe('not decided');
    expect(refusals(report)).toEqual([
      'nowhere does not exist: run `npx cdk synth` first, or name its output.',
    ]);
  });
});
