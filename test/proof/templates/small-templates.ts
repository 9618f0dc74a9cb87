export type Resources = Readonly<Record<string, unknown>>;

export const of = (Type: string, Properties: object = {}, more: object = {}) => ({
  Type,
  Properties,
  ...more,
});
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: string, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });
export const TRUST = document({
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
});
export const role = (Properties: object = {}) =>
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

const NAMED = {
  Role2: role({ RoleName: 'Named', Path: '/p/' }),
  User: of('AWS::IAM::User', { UserName: 'u' }),
  Group: of('AWS::IAM::Group', { GroupName: 'g' }),
  Managed: of('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'm', Path: '/q/', PolicyDocument: document() }),
  Bucket: of('AWS::S3::Bucket', { BucketName: 'b' }),
  Point: of('AWS::S3::AccessPoint', { Bucket: 'b', Name: 'p' }),
  Topic: of('AWS::SNS::Topic', { TopicName: 't' }),
  Queue: of('AWS::SQS::Queue', { QueueName: 'q' }),
  Logs: of('AWS::Logs::LogGroup', { LogGroupName: 'l' }),
  Rule: of('AWS::Events::Rule', { Name: 'r' }),
  Trail: of('AWS::CloudTrail::Trail', { TrailName: 'tr', S3BucketName: 'b' }),
  Table: of('AWS::DynamoDB::Table', { TableName: 'ta' }),
  Key: key(),
  Set: of('AWS::SSO::PermissionSet', { Name: 's', InstanceArn: 'arn:aws:sso:::instance/ssoins-1' }),
};
const UNNAMED = Object.fromEntries(
  Object.entries(NAMED).map(([id, { Type, Properties }]) => {
    const rest = Object.fromEntries(
      Object.entries(Properties).filter(([name]) => name === 'S3BucketName' || !name.endsWith('Name')),
    );
    return [id, of(Type, id === 'Set' ? Properties : rest)];
  }),
);
const at = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });
const REFERENCES = [
  ...Object.keys(NAMED).map((id) => ({ Ref: id })),
  ...['Role2', 'User', 'Group', 'Bucket', 'Point', 'Queue', 'Logs', 'Rule', 'Trail', 'Table', 'Key'].map(
    (id) => at(id, 'Arn'),
  ),
  at('Managed', 'PolicyArn'),
  at('Point', 'Name'),
  at('Topic', 'TopicArn'),
  at('Topic', 'TopicName'),
  at('Queue', 'QueueName'),
  at('Queue', 'QueueUrl'),
  at('Key', 'KeyId'),
  at('Set', 'PermissionSetArn'),
];
const LONG = 'Logical'.repeat(9);
const DEEP = Array.from({ length: 250 }).reduce<unknown>((inner) => [inner], 'x');

/** Templates of a few resources, by what is particular about them; and what stands beside the resources. */
export const CASES: Readonly<Record<string, readonly [Resources, object?]>> = {
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
      F: { ...role(), Condition: 'Never' },
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

  'what resources are called, where they have names': [
    {
      Role: role({
        Policies: [{ PolicyName: 'P', PolicyDocument: document(allow('a:A', { Resource: REFERENCES })) }],
      }),
      ...NAMED,
    },
  ],
  'what they are called where CloudFormation makes names up': [
    {
      Role: role({
        Policies: [{ PolicyName: 'P', PolicyDocument: document(allow('a:A', { Resource: REFERENCES })) }],
      }),
      ...UNNAMED,
    },
  ],
  'a long logical id is cut': [
    {
      Role: role({
        Policies: [
          {
            PolicyName: 'P',
            PolicyDocument: document(allow('a:A', { Resource: [{ Ref: LONG }, { Ref: `${LONG}2` }] })),
          },
        ],
      }),
      [LONG]: of('AWS::SNS::Topic'),
      [`${LONG}2`]: of('AWS::SNS::Topic'),
    },
  ],
  'what only a deployment names': [
    {
      Vpc: VPC,
      Alarm: of('AWS::CloudWatch::Alarm'),
      Bucket: bucket(),
      Rule: of('AWS::Events::Rule', { Name: 'r', EventBusName: 'b' }),
      ...Object.fromEntries(
        [
          { 'Fn::GetAtt': ['Vpc', 'VpcId'] },
          { 'Fn::GetAtt': 'Alarm.Arn' },
          { 'Fn::GetAtt': ['Bucket', 'DomainName'] },
          { 'Fn::GetAtt': ['Rule', 'Arn'] },
          { Ref: 'Nowhere' },
          { 'Fn::GetAtt': ['Nowhere', 'Arn'] },
        ].map((one, index) => [
          `M${index}`,
          of('AWS::IAM::ManagedPolicy', {
            ManagedPolicyName: `M${index}`,
            PolicyDocument: document(allow('a:A', { Resource: one })),
          }),
        ]),
      ),
    },
  ],
  'names that are no text': [
    {
      Role: role({ RoleName: 5 }),
      Other: role({ RoleName: 'S', Path: ['x'] }),
      Bucket: bucket({ BucketName: true }),
      Set: of('AWS::SSO::PermissionSet', { Name: 'x', InstanceArn: 5 }),
    },
  ],
  'a made-up name spelt out': [
    {
      Worker: of('AWS::IAM::Role', { AssumeRolePolicyDocument: TRUST }),
      Bare: of('AWS::S3::Bucket'),
      Role: role({
        AssumeRolePolicyDocument: document({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3' },
          Action: 'sts:AssumeRole',
        }),
        Policies: [
          {
            PolicyName: 'A',
            PolicyDocument: document(
              allow('s3:GetObject', { Resource: 'arn:aws:s3:::companystack-bare-a1b2c3/*' }),
            ),
          },
          {
            PolicyName: 'B',
            PolicyDocument: document(allow('s3:GetObject', { Resource: 'arn:aws:s3:::companystack-bar*' })),
          },
          {
            PolicyName: 'C',
            PolicyDocument: document(allow('s3:GetObject', { Resource: 'arn:aws:s3:::companystack-bare/*' })),
          },
          {
            PolicyName: 'D',
            PolicyDocument: document(
              allow('s3:GetObject', {
                Condition: { StringLike: { 'aws:PrincipalArn': '*CompanyStack-Worker-*' } },
              }),
            ),
          },
          {
            PolicyName: 'E',
            PolicyDocument: document(allow('s3:GetObject', { Resource: 'arn:aws:s3:::other-bare-a1b2c3/*' })),
          },
        ],
      }),
      User: of('AWS::IAM::User', {
        UserName: 'bob',
        Policies: [
          {
            PolicyName: 'U',
            PolicyDocument: document(
              allow('sts:AssumeRole', {
                Resource: ['arn:aws:iam::111111111111:role/CompanyStack-Worker-?????'],
              }),
            ),
          },
        ],
      }),
    },
  ],
  'made-up names written by hand': [{ Role: role({ RoleName: 'x=made-up=' }) }],
  'a macro somewhere': [
    { Queue: of('AWS::SQS::Queue', { Tags: [{ a: [{ 'Fn::Transform': { Name: 'x' } }] }] }) },
  ],
  'other sections': [
    {},
    {
      Outputs: { A: { Value: 'x' } },
      Hooks: {},
      Mappings: {},
      Conditions: {},
      Rules: {},
      Metadata: {},
      Description: 'x',
      AWSTemplateFormatVersion: '2010-09-09',
    },
  ],
  'a template that goes too deep': [{ Queue: of('AWS::SQS::Queue', { Tags: DEEP as never }) }],
};
