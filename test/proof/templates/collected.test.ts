// tools/proof/templates/: one template of a few resources, and what is read of it
import type { StackTemplate } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../../tools/proof/templates/assets';
import { inventoryOf } from '../../../tools/proof/templates/collect';

type Resources = Readonly<Record<string, unknown>>;

/** What is read of one stack, without what is empty; where it stands is left out as well. */
function read(resources: Resources, more?: object): unknown {
  return brief(inventoryOf({ stacks: [stackOf(resources, more)] }));
}

function stackOf(Resources: Resources, more: object = {}): StackTemplate {
  const template = { Resources, ...more };
  const constructPaths = new Map([['Role', 'CompanyStack/Role/Resource']]);
  const environment = { account: '111111111111', region: 'ap-northeast-1' };
  return { name: 'CompanyStack', ...environment, template, assets: NO_ASSETS, constructPaths };
}

const LEFT_OUT = ['origin', 'account', 'region'];
function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name, one]) => !LEFT_OUT.includes(name) && !(Array.isArray(one) && one.length === 0))
    .map(([name, one]) => [name, brief(one)] as const)
    .filter(([name, one]) => name !== 'deployment' || Object.keys(one as object).length > 0);
  return Object.fromEntries(kept);
}

const of = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, Properties, ...more });
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });
const TRUST = document({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
const role = (Properties: object = {}) =>
  of('AWS::IAM::Role', { RoleName: 'R', AssumeRolePolicyDocument: TRUST, ...Properties });
const policy = (PolicyName: string, action = 's3:GetObject') => ({
  PolicyName,
  PolicyDocument: document(allow(action)),
});
const bucket = (Properties: object = {}, more: object = {}) =>
  of('AWS::S3::Bucket', { BucketName: 'data', ...Properties }, more);
const arn = (name: string) => `arn:aws:iam::111111111111:policy/${name}`;
const rule = (more: object) => ({ LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ...more }] } });
const later = { Ref: 'Vpc' };
const VPC = of('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
const key = (Properties: object = {}) =>
  of('AWS::KMS::Key', { KeyPolicy: document(allow('kms:*', { Principal: '*' })), ...Properties });

const CASES: Readonly<Record<string, readonly [Resources, object?]>> = {
  nothing: [{}],
  'a role': [{ Role: role({ Path: '/lent/', MaxSessionDuration: '7200', Description: 'x', Tags: [] }) }],
  'a role with inline policies, as objects and as text': [
    {
      Role: role({
        Policies: [
          policy('One'),
          { PolicyName: 'Two', PolicyDocument: JSON.stringify(document(allow('s3:List*'))) },
        ],
      }),
    },
  ],
  'an inline policy without a name': [{ Role: role({ Policies: [{ PolicyDocument: document() }] }) }],
  'an inline policy that is no document': [
    { Role: role({ Policies: [{ PolicyName: 'P', PolicyDocument: '[]' }] }) },
  ],
  'two inline policies of one name': [
    {
      Role: role({ Policies: [policy('P')] }),
      P: of('AWS::IAM::RolePolicy', { RoleName: 'R', ...policy('p') }),
    },
  ],
  'policies from everywhere': [
    {
      Role: role({
        ManagedPolicyArns: [arn('Managed'), 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
        PermissionsBoundary: arn('Limit'),
      }),
      Managed: of('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Managed',
        PolicyDocument: document(allow('a:A')),
      }),
      Limit: of('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Limit',
        PolicyDocument: document(allow('b:B')),
      }),
      Attached: of('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'Attached',
        Path: '/p/',
        PolicyDocument: document(allow('c:C')),
        Roles: ['r'],
      }),
      Inline: of('AWS::IAM::Policy', { ...policy('Inline', 'd:D'), Roles: [{ Ref: 'Role' }] }),
      Own: of('AWS::IAM::RolePolicy', {
        PolicyName: 'Own',
        RoleName: 'R',
        PolicyDocument: document(allow('e:E')),
      }),
    },
  ],
  'a boundary of elsewhere': [{ Role: role({ PermissionsBoundary: arn('Elsewhere') }) }],
  'what only a deployment tells': [
    {
      Vpc: VPC,
      Role: role({
        ManagedPolicyArns: [later],
        PermissionsBoundary: later,
        Policies: [{ PolicyName: 'P', PolicyDocument: document(allow('s3:GetObject', { Resource: later })) }],
      }),
      M: of('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'M',
        Roles: ['R'],
        PolicyDocument: document(allow('s3:GetObject', { Resource: later })),
      }),
    },
  ],
  'a boundary that only a deployment tells': [
    {
      Vpc: VPC,
      Role: role({ PermissionsBoundary: arn('M') }),
      M: of('AWS::IAM::ManagedPolicy', {
        ManagedPolicyName: 'M',
        PolicyDocument: document(allow('s3:GetObject', { Resource: later })),
      }),
    },
  ],
  'users and groups': [
    {
      User: of('AWS::IAM::User', {
        UserName: 'bob',
        Groups: ['all'],
        Policies: [policy('Own')],
        PermissionsBoundary: arn('Limit'),
      }),
      Group: of('AWS::IAM::Group', { GroupName: 'all', Policies: [policy('Group')] }),
      More: of('AWS::IAM::GroupPolicy', { GroupName: 'ALL', ...policy('More') }),
      Mine: of('AWS::IAM::UserPolicy', { UserName: 'bob', ...policy('Mine') }),
      Both: of('AWS::IAM::Policy', { ...policy('Both'), Users: ['bob'], Groups: ['all'] }),
      Added: of('AWS::IAM::UserToGroupAddition', { GroupName: 'all', Users: ['bob'] }),
    },
  ],
  'policies for whom nobody knows': [
    {
      P: of('AWS::IAM::Policy', { ...policy('P'), Roles: ['Elsewhere'], Users: ['eve'], Groups: ['others'] }),
      U: of('AWS::IAM::User', { UserName: 'bob', Groups: ['admins'] }),
    },
  ],
  'a policy for a role that cannot be read': [
    {
      Role: role({ Unheard: 1 }),
      P: of('AWS::IAM::Policy', { ...policy('P'), Roles: ['R'] }),
      U: of('AWS::IAM::User', { UserName: 'bob', Groups: ['g'] }),
      G: of('AWS::IAM::Group', { GroupName: 'g', Unheard: 1 }),
    },
  ],
  'names that are there twice': [
    {
      A: role({ Path: '/a/' }),
      B: role({ RoleName: 'r', Path: '/b/' }),
      C: of('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'M', PolicyDocument: document() }),
      D: of('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'M', Path: '/d/', PolicyDocument: document() }),
    },
  ],
  'a managed policy that cannot be read': [
    {
      Role: role({ ManagedPolicyArns: [arn('M')] }),
      M: of('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'M', PolicyDocument: document(), Unheard: 1 }),
    },
  ],
  'a trust policy that is missing': [{ Role: of('AWS::IAM::Role', { RoleName: 'R' }) }],

  'a bare bucket': [{ Bucket: bucket() }],
  'a bucket with everything': [
    {
      Bucket: bucket(
        {
          AccessControl: 'PublicRead',
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            IgnorePublicAcls: 'true',
            BlockPublicPolicy: false,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              {
                ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/k' },
                BucketKeyEnabled: true,
              },
            ],
          },
          LoggingConfiguration: { LogFilePrefix: 'x' },
        },
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Delete' },
      ),
      Policy: of('AWS::S3::BucketPolicy', {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: document(allow('s3:*', { Principal: '*' })),
      }),
    },
  ],
  'ACLs for nobody': [
    {
      A: bucket({ AccessControl: 'LogDeliveryWrite' }),
      B: bucket({ BucketName: 'b', AccessControl: 'Private' }),
      C: bucket({ BucketName: 'c', AccessControl: 'BucketOwnerFullControl' }),
      D: bucket({ BucketName: 'd', AccessControl: 'BucketOwnerRead' }),
    },
  ],
  'two bucket policies': [
    {
      Bucket: bucket(),
      A: of('AWS::S3::BucketPolicy', { Bucket: 'data', PolicyDocument: document() }),
      B: of('AWS::S3::BucketPolicy', { Bucket: 'data', PolicyDocument: document() }),
    },
  ],
  'the policy of a bucket of elsewhere': [
    { A: of('AWS::S3::BucketPolicy', { Bucket: 'elsewhere', PolicyDocument: document() }) },
  ],
  'the policy of a bucket that cannot be read': [
    {
      Bucket: bucket({ Unheard: 1 }),
      A: of('AWS::S3::BucketPolicy', { Bucket: 'data', PolicyDocument: document() }),
    },
  ],
  'two rules of ownership': [{ Bucket: bucket({ OwnershipControls: { Rules: [{}, {}] } }) }],
  'a rule of encryption that says nothing of how': [
    {
      Bucket: bucket({
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ BucketKeyEnabled: true }] },
      }),
    },
  ],
  'settings that are text': [
    { Bucket: bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: 'yes' } }) },
  ],
  'a lifecycle that cleans up': [
    {
      Bucket: bucket(
        rule({
          Id: 'x',
          Prefix: 'a/',
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
          ExpiredObjectDeleteMarker: true,
          NoncurrentVersionExpirationInDays: 3,
          NoncurrentVersionTransitions: [],
          Transitions: [{ StorageClass: 'STANDARD_IA' }, { StorageClass: 'GLACIER_IR' }],
        }),
      ),
    },
  ],
  'a lifecycle that takes away': [
    {
      Bucket: bucket(
        rule({
          ExpirationInDays: 3,
          Unheard: 1,
          Transition: { StorageClass: 'GLACIER' },
          Transitions: [{ StorageClass: 'DEEP_ARCHIVE' }, { StorageClass: 'ONEZONE_IA' }],
        }),
      ),
    },
  ],
  'a lifecycle that is switched off': [
    { Bucket: bucket({ LifecycleConfiguration: { Rules: [{ Status: 'Disabled', ExpirationInDays: 3 }] } }) },
  ],
  'a lifecycle without its status': [
    { Bucket: bucket({ LifecycleConfiguration: { Rules: [{ ExpirationInDays: 3 }] } }) },
  ],
  'intelligent tiering': [
    {
      Bucket: bucket({
        IntelligentTieringConfigurations: [
          {
            Id: 'a',
            Status: 'Enabled',
            Tierings: [
              { AccessTier: 'ARCHIVE_ACCESS', Days: 90 },
              { AccessTier: 'DEEP_ARCHIVE_ACCESS', Days: 180 },
            ],
          },
          { Id: 'b', Status: 'Disabled', Tierings: [{ AccessTier: 'ARCHIVE_ACCESS' }] },
        ],
      }),
    },
  ],
  'what AWS puts into buckets': [
    {
      Logs: bucket({ BucketName: 'logs' }),
      Data: bucket({
        LoggingConfiguration: { DestinationBucketName: 'logs' },
        InventoryConfigurations: [{ Destination: { BucketArn: 'arn:aws:s3:::logs' } }],
        AnalyticsConfigurations: [
          { StorageClassAnalysis: { DataExport: { Destination: { BucketArn: 'arn:aws:s3:::logs' } } } },
          { StorageClassAnalysis: {} },
        ],
      }),
      Trail: of('AWS::CloudTrail::Trail', { S3BucketName: 'logs', IsLogging: true }),
    },
  ],
  'reports into a bucket of elsewhere': [
    { Data: bucket({ InventoryConfigurations: [{ Destination: { BucketArn: 'arn:aws:s3:::elsewhere' } }] }) },
  ],
  'reports into a bucket whose account is said': [
    {
      Data: bucket({
        InventoryConfigurations: [
          { Destination: { BucketArn: 'arn:aws:s3:::elsewhere', BucketAccountId: '111111111111' } },
        ],
      }),
    },
  ],
  'reports into another account': [
    {
      Data: bucket({
        InventoryConfigurations: [
          { Destination: { BucketArn: 'arn:aws:s3:::elsewhere', BucketAccountId: '333333333333' } },
        ],
      }),
    },
  ],
  'reports into no bucket': [
    { Data: bucket({ InventoryConfigurations: [{ Destination: { BucketArn: 'arn:aws:s3:::a/b' } }] }) },
  ],
  'notifications to another account': [
    {
      Data: bucket({
        NotificationConfiguration: {
          TopicConfigurations: [{ Topic: 'arn:aws:sns:ap-northeast-1:333333333333:t', Event: 'x' }],
        },
      }),
    },
  ],
  'notifications inside the account': [
    {
      Data: bucket({
        NotificationConfiguration: {
          TopicConfigurations: [{ Topic: 'arn:aws:sns:ap-northeast-1:111111111111:t', Event: 'x' }],
        },
      }),
    },
  ],

  'a permission set': [
    {
      Set: of('AWS::SSO::PermissionSet', {
        Name: 'Lend',
        InstanceArn: 'arn:aws:sso:::instance/i',
        InlinePolicy: JSON.stringify(document(allow('sts:AssumeRole'))),
        SessionDuration: 'PT2H',
        ManagedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        CustomerManagedPolicyReferences: [{ Name: 'More' }],
        PermissionsBoundary: { ManagedPolicyArn: 'x' },
      }),
      A: of('AWS::SSO::Assignment', {
        InstanceArn: 'arn:aws:sso:::instance/i',
        PermissionSetArn: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] },
        PrincipalType: 'GROUP',
        PrincipalId: 'g',
        TargetType: 'AWS_ACCOUNT',
        TargetId: '222222222222',
      }),
    },
  ],
  'a permission set without a name, and an assignment to an OU': [
    {
      Set: of('AWS::SSO::PermissionSet', { InstanceArn: 'i' }),
      A: of('AWS::SSO::Assignment', { TargetType: 'AWS_OU' }),
    },
  ],
  'a bare permission set': [{ Set: of('AWS::SSO::PermissionSet', { Name: 'Lend', InstanceArn: 'i' }) }],

  'a key': [{ Key: key() }],
  'a key that cannot be used': [
    { Key: key({ Enabled: 'false', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', Origin: 'EXTERNAL' }) },
  ],
  'policies of other resources': [
    {
      Point: of('AWS::S3::AccessPoint', {
        Bucket: 'data',
        Name: 'p',
        Policy: document(allow('s3:GetObject', { Principal: '*' })),
      }),
      Bare: of('AWS::S3::AccessPoint', { Bucket: 'data', Name: 'q' }),
      Topics: of('AWS::SNS::TopicPolicy', {
        Topics: ['arn:aws:sns:ap-northeast-1:111111111111:a', 'arn:aws:sns:ap-northeast-1:111111111111:b'],
        PolicyDocument: document(),
      }),
      Topic: of('AWS::SNS::TopicInlinePolicy', {
        TopicArn: 'arn:aws:sns:ap-northeast-1:111111111111:c',
        PolicyDocument: document(),
      }),
      Queues: of('AWS::SQS::QueuePolicy', {
        Queues: ['https://sqs.ap-northeast-1.amazonaws.com/111111111111/q'],
        PolicyDocument: document(),
      }),
      Queue: of('AWS::SQS::QueueInlinePolicy', {
        Queue: 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/r',
        PolicyDocument: document(),
      }),
      Group: of('AWS::Logs::LogGroup', { LogGroupName: 'g', ResourcePolicyDocument: document() }),
      Plain: of('AWS::Logs::LogGroup', { LogGroupName: 'h' }),
      Logs: of('AWS::Logs::ResourcePolicy', {
        PolicyName: 'l',
        PolicyDocument: JSON.stringify(document(allow('logs:PutLogEvents', { Principal: '*' }))),
      }),
    },
  ],
  'no topic in a policy': [
    { Topics: of('AWS::SNS::TopicPolicy', { Topics: [], PolicyDocument: document() }) },
  ],
  'permissions on functions': [
    {
      A: of('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'f',
        Principal: 's3.amazonaws.com',
        SourceArn: 'arn:aws:s3:::data',
        SourceAccount: '111111111111',
      }),
      B: of('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'f',
        Principal: '333333333333',
        PrincipalOrgID: 'o-abc',
      }),
    },
  ],

  'types, properties and attributes that are not known': [
    {
      A: of('AWS::Unheard::Of'),
      B: of('Custom::Unheard'),
      C: of('AWS::CloudFormation::CustomResource'),
      D: bucket({ Unheard: 1, AlsoUnheard: 2 }),
      E: of('AWS::SQS::Queue', {}, { Condition: 'Never' }),
      F: role({}) && { ...role(), Condition: 'Never' },
      G: of('AWS::CDK::Metadata', { Analytics: 'x' }, { Condition: 'Never' }),
      H: of('AWS::SQS::Queue', {}, { Unheard: 1 }),
      toString: of('toString'),
    },
  ],
  'what is no resource': [
    { A: 'text', B: { Properties: {} }, C: of('AWS::S3::Bucket', [] as never), D: { Type: 5 } },
  ],
  'resources that are a list': [[role()] as never],
  'resources that are text': ['x' as never],
  'no resources': [undefined as never],
  'a subscription': [
    {
      A: of('AWS::SNS::Subscription', { TopicArn: 't', Protocol: 'email', Endpoint: 'a@example.com' }),
      B: of('AWS::SNS::Subscription', {
        TopicArn: 't',
        Protocol: 'sqs',
        Endpoint: 'arn:aws:sqs:ap-northeast-1:333333333333:q',
      }),
      C: of('AWS::SNS::Subscription', {
        TopicArn: 't',
        Protocol: 'lambda',
        Endpoint: 'arn:aws:lambda:ap-northeast-1:111111111111:function:f',
      }),
      D: of('AWS::SNS::Subscription', { TopicArn: 't', Protocol: 'https', Endpoint: 'https://example.com' }),
      E: of('AWS::SNS::Subscription', { TopicArn: 't', Endpoint: 'x' }),
    },
  ],
  'what goes to another account': [
    {
      A: of('AWS::Events::Rule', {
        Targets: [{ Arn: 'arn:aws:events:ap-northeast-1:333333333333:event-bus/b', Id: 'x' }],
      }),
      B: of('AWS::Events::Rule', {
        Targets: [{ Arn: 'arn:aws:events:ap-northeast-1:111111111111:event-bus/b', Id: '1234567890123' }],
      }),
      C: of('AWS::S3::AccessPoint', { Bucket: 'data', Name: 'p', BucketAccountId: 333333333333 }),
    },
  ],
  'access that stays': [
    {
      Role: { ...role(), DeletionPolicy: 'Retain' },
      Set: {
        ...of('AWS::SSO::PermissionSet', { Name: 'Lend', InstanceArn: 'i' }),
        UpdateReplacePolicy: 'Retain',
        DeletionPolicy: 'Delete',
      },
      Queue: { ...of('AWS::SQS::Queue'), DeletionPolicy: 'Retain' },
      Odd: { ...role({ RoleName: 'S' }), DeletionPolicy: 'Perhaps' },
    },
  ],
  'a principal by its unique id': [
    {
      Role: role({
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { AWS: ['AROACKCEVSQ6C2EXAMPLE', 'AROACKCEVSQ6C2EXAMPLE', '111111111111'] },
          Action: 'sts:AssumeRole',
        }),
      }),
    },
  ],
  references: [
    {
      Role: role({ RoleName: { 'Fn::Sub': '${AWS::StackName}-${Part}' } }),
      P: of('AWS::IAM::Policy', { ...policy('P'), Roles: [{ Ref: 'Role' }] }),
    },
    { Parameters: { Part: { Type: 'String', Default: 'part' } } },
  ],
  'a parameter that nobody knows': [
    { Role: role({ RoleName: { Ref: 'Part' } }) },
    { Parameters: { Part: { Type: 'String' } } },
  ],
  'a macro': [{}, { Transform: 'AWS::Serverless-2016-10-31' }],
};

/** What is read of each. */
const READ: Readonly<Record<string, unknown>> = {
  nothing: {},

  'a role': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/lent/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 7200,
      },
    ],
  },

  'a role with inline policies, as objects and as text': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
        policies: [
          {
            name: 'One',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
          {
            name: 'Two',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:List*', Resource: '*' }],
            },
          },
        ],
      },
    ],
  },

  'an inline policy without a name': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: its Policies must have a name and a document each, got {"document":{"Version":"2012-10-17","Statement":[]}}.',
        unreadPolicy: true,
      },
    ],
  },

  'an inline policy that is no document': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: its Policies must have a name and a document each, got {"name":"P","document":"[]"}.',
        unreadPolicy: true,
      },
    ],
  },

  'two inline policies of one name': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: it has two inline policies named p, of which only one would be in force.',
        unreadPolicy: true,
      },
    ],
  },

  'policies from everywhere': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
        policies: [
          {
            name: 'Managed',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'a:A', Resource: '*' }],
            },
          },
          {
            name: 'Inline',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'd:D', Resource: '*' }],
            },
          },
          {
            name: 'Attached',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'c:C', Resource: '*' }],
            },
          },
          {
            name: 'Own',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 'e:E', Resource: '*' }],
            },
          },
        ],
        unknownPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        boundary: {
          name: 'Limit',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'b:B', Resource: '*' }],
          },
        },
      },
    ],
  },

  'a boundary of elsewhere': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
        boundary: { unknownPolicy: 'arn:aws:iam::111111111111:policy/Elsewhere' },
      },
    ],
  },

  'what only a deployment tells': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
        laterPolicies: [
          {
            name: 'inline policies',
            why: 'its Policies cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
          },
          {
            name: 'managed policies',
            why: 'its ManagedPolicyArns cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
          },
          {
            name: 'M',
            why: 'its PolicyDocument cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
          },
        ],
        boundary: {
          unknownPolicy: 'a permissions boundary',
          why: 'its PermissionsBoundary cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
        },
      },
    ],
  },

  'a boundary that only a deployment tells': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
        boundary: {
          unknownPolicy: 'M',
          why: 'its PolicyDocument cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed',
        },
      },
    ],
  },

  'users and groups': {
    usersAndGroups: [
      {
        kind: 'user',
        arn: 'arn:aws:iam::111111111111:user/bob',
        name: 'bob',
        policies: [
          {
            name: 'Own',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
          {
            name: 'Both',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
          {
            name: 'Mine',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
        ],
        boundary: { unknownPolicy: 'arn:aws:iam::111111111111:policy/Limit' },
      },
      {
        kind: 'group',
        arn: 'arn:aws:iam::111111111111:group/all',
        name: 'all',
        policies: [
          {
            name: 'Group',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
          {
            name: 'Both',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
          {
            name: 'More',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
            },
          },
        ],
      },
    ],
  },

  'policies for whom nobody knows': {
    usersAndGroups: [{ kind: 'user', arn: 'arn:aws:iam::111111111111:user/bob', name: 'bob' }],
    unjudged: [
      {
        what: 'P is attached to the role Elsewhere, which is not in these templates: who can use it is not known.',
      },
      {
        what: 'P is attached to the user eve, which is not in these templates: who can use it is not known.',
      },
      {
        what: 'P is attached to the group others, which is not in these templates: who can use it is not known.',
      },
      { what: 'the group admins is not in these templates: what it gives is not known.' },
    ],
  },

  'a policy for a role that cannot be read': {
    usersAndGroups: [{ kind: 'user', arn: 'arn:aws:iam::111111111111:user/bob', name: 'bob' }],
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: its Unheard may give access and is not understood.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::IAM::Group G: its Unheard may give access and is not understood.',
        unreadPolicy: true,
      },
    ],
  },

  'names that are there twice': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/a/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
      },
      {
        arn: 'arn:aws:iam::111111111111:role/b/r',
        name: 'r',
        trust: {
          name: 'trust policy of r',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
      },
    ],
    unjudged: [
      { what: 'AWS::IAM::Role r is in the templates more than once.' },
      { what: 'AWS::IAM::ManagedPolicy M is in the templates more than once.' },
    ],
  },

  'a managed policy that cannot be read': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
      },
    ],
    unjudged: [
      {
        what: 'AWS::IAM::ManagedPolicy M: its Unheard may give access and is not understood.',
        unreadPolicy: true,
      },
    ],
  },

  'a trust policy that is missing': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: its AssumeRolePolicyDocument is missing.',
        unreadPolicy: true,
      },
    ],
  },

  'a bare bucket': { buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }] },

  'a bucket with everything': {
    buckets: [
      {
        name: 'data',
        policy: {
          name: 'bucket policy of data',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', Principal: '*' }],
          },
        },
        publicAccessBlock: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: false,
          restrictPublicBuckets: false,
        },
        ownership: 'ObjectWriter',
        acl: 'PublicRead',
        encryption: 'aws:kms',
        encryptionKey: 'alias/k',
        whenDeleted: 'kept',
        whenReplaced: 'deleted',
      },
    ],
    deployment: { deposits: [{ what: 'the access logs of the bucket data', into: 'data' }] },
  },

  'ACLs for nobody': {
    buckets: [
      { name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' },
      { name: 'b', whenDeleted: 'deleted', whenReplaced: 'deleted' },
      { name: 'c', whenDeleted: 'deleted', whenReplaced: 'deleted' },
      { name: 'd', whenDeleted: 'deleted', whenReplaced: 'deleted' },
    ],
  },

  'two bucket policies': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: it has two bucket policies, of which only one would be in force.',
        unreadPolicy: true,
      },
    ],
  },

  'the policy of a bucket of elsewhere': {
    unjudged: [
      {
        what: 'it is the policy of the bucket elsewhere, which is not in these templates in account 111111111111.',
      },
    ],
  },

  'the policy of a bucket that cannot be read': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: its Unheard may give access and is not understood.',
        unreadPolicy: true,
      },
    ],
  },

  'two rules of ownership': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: its OwnershipControls.Rules must be a list of one object.',
        unreadPolicy: true,
      },
    ],
  },

  'a rule of encryption that says nothing of how': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
  },

  'settings that are text': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: its BlockPublicAcls must be true or false, got "yes".',
        unreadPolicy: true,
      },
    ],
  },

  'a lifecycle that cleans up': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
  },

  'a lifecycle that takes away': {
    buckets: [
      {
        name: 'data',
        hides: [
          'its LifecycleConfiguration has ExpirationInDays',
          'its LifecycleConfiguration has Unheard',
          'its LifecycleConfiguration moves objects to DEEP_ARCHIVE',
          'its LifecycleConfiguration moves objects to GLACIER',
        ],
        whenDeleted: 'deleted',
        whenReplaced: 'deleted',
      },
    ],
  },

  'a lifecycle that is switched off': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
  },

  'a lifecycle without its status': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: its LifecycleConfiguration.Rules.Status must be text, got undefined.',
        unreadPolicy: true,
      },
    ],
  },

  'intelligent tiering': {
    buckets: [
      {
        name: 'data',
        hides: [
          'its IntelligentTieringConfigurations move objects to ARCHIVE_ACCESS',
          'its IntelligentTieringConfigurations move objects to DEEP_ARCHIVE_ACCESS',
        ],
        whenDeleted: 'deleted',
        whenReplaced: 'deleted',
      },
    ],
  },

  'what AWS puts into buckets': {
    buckets: [
      { name: 'logs', whenDeleted: 'deleted', whenReplaced: 'deleted' },
      { name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' },
    ],
    deployment: {
      deposits: [
        { what: 'the access logs of the bucket data', into: 'logs' },
        { what: 'the inventory of the bucket data', into: 'logs' },
        { what: 'the analysis of the bucket data', into: 'logs' },
        { what: 'what the trail Trail records', into: 'logs' },
      ],
    },
  },

  'reports into a bucket of elsewhere': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
    unjudged: [
      {
        what: 'AWS::S3::Bucket Data: it reports to the bucket elsewhere, which is not in these templates: say whose it is (BucketAccountId).',
        unreadPolicy: true,
      },
    ],
  },

  'reports into a bucket whose account is said': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
    deployment: { deposits: [{ what: 'the inventory of the bucket data', into: 'elsewhere' }] },
  },

  'reports into another account': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Data: its InventoryConfigurations names account 333333333333: what goes there, others can read.',
        unreadPolicy: true,
      },
    ],
  },

  'reports into no bucket': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
    unjudged: [
      {
        what: 'AWS::S3::Bucket Data: its BucketArn must be the ARN of a bucket, got arn:aws:s3:::a/b.',
        unreadPolicy: true,
      },
    ],
  },

  'notifications to another account': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Data: its NotificationConfiguration names account 333333333333: what goes there, others can read.',
        unreadPolicy: true,
      },
    ],
  },

  'notifications inside the account': {
    buckets: [{ name: 'data', whenDeleted: 'deleted', whenReplaced: 'deleted' }],
  },

  'a permission set': {
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/i/CompanyStack.Set=made-up=',
        name: 'Lend',
        instanceArn: 'arn:aws:sso:::instance/i',
        sessionDuration: 'PT2H',
        inlinePolicy: {
          name: 'inline policy of Lend',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }],
          },
        },
        alsoCarries: [
          'the managed policy arn:aws:iam::aws:policy/ReadOnlyAccess',
          'the customer managed policy {"Name":"More"}',
          'the permissions boundary {"ManagedPolicyArn":"x"}',
        ],
      },
    ],
    assignments: [
      {
        permissionSetArn: 'arn:aws:sso:::permissionSet/i/CompanyStack.Set=made-up=',
        instanceArn: 'arn:aws:sso:::instance/i',
        principalType: 'GROUP',
        principalId: 'g',
        targetAccount: '222222222222',
      },
    ],
  },

  'a permission set without a name, and an assignment to an OU': {
    unjudged: [
      { what: 'AWS::SSO::PermissionSet Set: its Name is missing.', unreadPolicy: true },
      { what: 'AWS::SSO::Assignment A: its TargetType must be AWS_ACCOUNT, got AWS_OU.' },
    ],
  },

  'a bare permission set': {
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/i/CompanyStack.Set=made-up=',
        name: 'Lend',
        instanceArn: 'i',
      },
    ],
  },

  'a key': {
    resourcePolicies: [
      {
        resource: 'KMS key Key',
        arn: 'arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=',
        policy: {
          name: 'policy of the KMS key Key',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: '*' }],
          },
        },
        whenDeleted: 'deleted',
        whenReplaced: 'deleted',
      },
    ],
  },

  'a key that cannot be used': {
    resourcePolicies: [
      {
        resource: 'KMS key Key',
        arn: 'arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=',
        policy: {
          name: 'policy of the KMS key Key',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: '*' }],
          },
        },
        whenDeleted: 'deleted',
        whenReplaced: 'deleted',
        unusable: [
          'its Enabled is false',
          'its KeySpec is RSA_2048',
          'its KeyUsage is SIGN_VERIFY',
          'its Origin is EXTERNAL',
        ],
      },
    ],
  },

  'policies of other resources': {
    resourcePolicies: [
      {
        resource: 'access point Point',
        arn: 'arn:aws:s3:ap-northeast-1:111111111111:accesspoint/p',
        policy: {
          name: 'policy of the access point Point',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '*' }],
          },
        },
      },
      {
        resource: 'topic a',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:a',
        policy: { name: 'policy of the topic a', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'topic b',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:b',
        policy: { name: 'policy of the topic b', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'topic c',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:c',
        policy: { name: 'policy of the topic c', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'queue q',
        arn: 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/q',
        policy: { name: 'policy of the queue q', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'queue r',
        arn: 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/r',
        policy: { name: 'policy of the queue r', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'log group Group',
        arn: 'arn:aws:logs:ap-northeast-1:111111111111:log-group:g',
        policy: { name: 'policy of the log group Group', document: { Version: '2012-10-17' } },
      },
      {
        resource: 'logs that Logs names',
        arn: 'arn:aws:logs:ap-northeast-1:111111111111:*',
        policy: {
          name: 'policy Logs of the logs',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*', Principal: '*' }],
          },
        },
      },
    ],
  },

  'no topic in a policy': { unjudged: [{ what: 'AWS::SNS::TopicPolicy Topics: its Topics is missing.' }] },

  'permissions on functions': {
    resourcePolicies: [
      {
        resource: 'Lambda function f',
        arn: 'f',
        policy: {
          name: 'permission A on the Lambda function f',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 's3.amazonaws.com' },
                Action: 'lambda:InvokeFunction',
                Resource: '*',
                Condition: {
                  ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::data' },
                  StringEquals: { 'AWS:SourceAccount': '111111111111' },
                },
              },
            ],
          },
        },
      },
      {
        resource: 'Lambda function f',
        arn: 'f',
        policy: {
          name: 'permission B on the Lambda function f',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: '333333333333' },
                Action: 'lambda:InvokeFunction',
                Resource: '*',
                Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } },
              },
            ],
          },
        },
      },
    ],
  },

  'types, properties and attributes that are not known': {
    unjudged: [
      {
        what: 'AWS::Unheard::Of A: this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access.',
      },
      {
        what: 'Custom::Unheard B: it runs a function of its own when it is deployed, and the proof does not read what that does.',
      },
      {
        what: 'AWS::CloudFormation::CustomResource C: it runs a function of its own when it is deployed, and the proof does not read what that does.',
      },
      {
        what: 'AWS::S3::Bucket D: its Unheard, AlsoUnheard may give access and is not understood.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::IAM::Role F: its Condition decides only at deployment what becomes of it.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::SQS::Queue H: its Unheard decides only at deployment what becomes of it.',
      },
      {
        what: 'toString toString: this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access.',
      },
    ],
  },

  'what is no resource': {
    unjudged: [
      { what: 'A is not a resource that can be read: "text".' },
      { what: 'B is not a resource that can be read: {"Properties":{}}.' },
      { what: 'D is not a resource that can be read: {"Type":5}.' },
      {
        what: 'AWS::S3::Bucket C: its Properties must be an object, got [].',
        unreadPolicy: true,
      },
    ],
  },

  'resources that are a list': {
    unjudged: [
      {
        what: 'the Resources of CompanyStack must be an object, got [{"Type":"AWS::IAM::Role","Properties":{"RoleName":"R","AssumeRolePolicyDocument":{"Version":"2012-….',
        unreadPolicy: true,
      },
    ],
  },

  'resources that are text': {
    unjudged: [
      {
        what: 'the Resources of CompanyStack must be an object, got "x".',
        unreadPolicy: true,
      },
    ],
  },

  'no resources': {},

  'a subscription': {
    unjudged: [
      {
        what: 'AWS::SNS::Subscription B: its Endpoint names account 333333333333: what goes there, others can read.',
      },
      {
        what: 'AWS::SNS::Subscription D: its Protocol is https: who reads what is sent to such an endpoint is not known.',
      },
      { what: 'AWS::SNS::Subscription E: its Protocol is missing.' },
    ],
  },

  'what goes to another account': {
    unjudged: [
      {
        what: 'AWS::Events::Rule A: its Targets names account 333333333333: what goes there, others can read.',
      },
      {
        what: 'AWS::S3::AccessPoint C: its BucketAccountId names account 333333333333: what goes there, others can read.',
      },
    ],
  },

  'access that stays': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Service: 'lambda.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
      },
    ],
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/i/CompanyStack.Set=made-up=',
        name: 'Lend',
        instanceArn: 'i',
      },
    ],
    deployment: {
      stays: [
        {
          type: 'AWS::IAM::Role',
          logicalId: 'Role',
          attribute: 'DeletionPolicy',
          value: 'Retain',
        },
        {
          type: 'AWS::SSO::PermissionSet',
          logicalId: 'Set',
          attribute: 'UpdateReplacePolicy',
          value: 'Retain',
        },
      ],
    },
    unjudged: [
      {
        what: 'AWS::IAM::Role Odd: its DeletionPolicy must be one of Delete, Retain, RetainExceptOnCreate, Snapshot, got "Perhaps".',
        unreadPolicy: true,
      },
    ],
  },

  'a principal by its unique id': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: ['AROACKCEVSQ6C2EXAMPLE', 'AROACKCEVSQ6C2EXAMPLE', '111111111111'] },
                Action: 'sts:AssumeRole',
              },
            ],
          },
        },
        maxSessionDuration: 3600,
      },
    ],
    unjudged: [
      {
        what: 'trust policy of R: AROACKCEVSQ6C2EXAMPLE is the unique id of a role or user, and whose that is cannot be known. Name it by its ARN instead.',
      },
    ],
  },

  references: {
    unjudged: [
      {
        what: 'AWS::IAM::Policy P: its Roles cannot be known: Ref Part is a parameter of CompanyStack or does not exist.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::IAM::Role Role: Ref Part is a parameter of CompanyStack or does not exist.',
        unreadPolicy: true,
      },
    ],
  },

  'a parameter that nobody knows': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: Ref Part is a parameter of CompanyStack or does not exist.',
        unreadPolicy: true,
      },
    ],
  },

  'a macro': {
    unjudged: [
      {
        what: 'the template of CompanyStack has a section Transform, which can change what is deployed.',
      },
    ],
  },
};

test.each(Object.entries(CASES))('%s', (what, [resources, more]) => {
  expect(read(resources, more)).toEqual(READ[what]);
});

test('where each thing stands is kept', () => {
  const stack = stackOf({ Role: role(), Set: of('AWS::SSO::PermissionSet', {}) });
  const { roles, unjudged } = inventoryOf({ stacks: [stack] });
  const origin = { stack: 'CompanyStack', logicalId: 'Role', constructPath: 'CompanyStack/Role/Resource' };
  expect(roles[0]).toMatchObject({ account: '111111111111', origin, trust: { origin } });
  expect(unjudged[0]?.origin).toEqual({ stack: 'CompanyStack', logicalId: 'Set' });
});
