import { type Assembly, type Json, type JsonObject, objectAt } from './cloudformation';
import { type Mutant, type Site, added, edited, property, sitesOf } from './mutant';

/**
 * Other ways in: policies attached from elsewhere, second roles, users, keys, doors to the bucket and to the function,
 * guards taken down. Made by combining who, what and where, for every resource that could be meant.
 */
export function doorMutants(assembly: Assembly): Mutant[] {
  const lent = sitesOf(assembly, 'AWS::IAM::Role').filter(
    (role) => role.properties['RoleName'] !== undefined,
  );
  const buckets = sitesOf(assembly, 'AWS::S3::Bucket');
  return [
    ...lent.flatMap((role) => attachments(assembly, role)),
    ...lent.flatMap((role) => boundaries(assembly, role)),
    ...assembly.flatMap((stack) => secondRoles(assembly, stack.name)),
    ...assembly.flatMap((stack) => users(assembly, stack.name)),
    ...assembly.flatMap((stack) => others(assembly, stack.name)),
    ...buckets.flatMap((bucket) => bucketMutants(assembly, bucket)),
    ...sitesOf(assembly, 'AWS::Lambda::Function').flatMap((code) => functionMutants(assembly, code, lent)),
  ];
}

const BUCKET = 'arn:aws:s3:::company-shared-data-bucket-12345';

function allow(action: Json, resource: Json): JsonObject {
  return policy({ Effect: 'Allow', Action: action, Resource: resource });
}

function policy(statement: JsonObject): JsonObject {
  return { Version: '2012-10-17', Statement: [{ Sid: 'Added', ...statement }] };
}

const DOCUMENTS: Readonly<Record<string, JsonObject>> = {
  'that writes': allow('s3:PutObject', `${BUCKET}/*`),
  'that reads another bucket': allow('s3:GetObject', 'arn:aws:s3:::another-bucket/*'),
  'that reads old versions': allow('s3:GetObjectVersion', `${BUCKET}/*`),
  'that lists all buckets': allow('s3:ListAllMyBuckets', '*'),
  'that allows everything': allow('*', '*'),
  'that enters any role': allow('sts:AssumeRole', '*'),
  'that allows what is denied anyway': policy({
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `${BUCKET}/vendor/acme/reports/exports/*`,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
  'that denies all reading': policy({ Effect: 'Deny', Action: 's3:Get*', Resource: '*' }),
  'that denies what nobody may': policy({ Effect: 'Deny', Action: 's3:Put*', Resource: '*' }),
  'that denies one object': policy({
    Effect: 'Deny',
    Action: 's3:GetObject',
    Resource: `${BUCKET}/reports/secret`,
  }),
};

/** Every way to give a role one more policy. */
function attachments(assembly: Assembly, role: Site): Mutant[] {
  const { stackName, logicalId } = role;
  const roles = [{ Ref: logicalId }];
  const literal = [role.properties['RoleName'] ?? ''];
  const ways: readonly (readonly [string, (document: JsonObject) => Assembly])[] = [
    [
      'AWS::IAM::Policy',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::Policy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, Roles: roles },
          },
        }),
    ],
    [
      'AWS::IAM::Policy, role by name',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::Policy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, Roles: literal },
          },
        }),
    ],
    [
      'AWS::IAM::ManagedPolicy',
      (document) =>
        added(assembly, stackName, {
          Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document, Roles: roles } },
        }),
    ],
    [
      'AWS::IAM::RolePolicy',
      (document) =>
        added(assembly, stackName, {
          Added: {
            Type: 'AWS::IAM::RolePolicy',
            Properties: { PolicyName: 'Added', PolicyDocument: document, RoleName: { Ref: logicalId } },
          },
        }),
    ],
    [
      'Policies of the role',
      (document) => property(assembly, role, 'Policies', [{ PolicyName: 'Added', PolicyDocument: document }]),
    ],
    [
      'ManagedPolicyArns of the role',
      (document) =>
        property(
          added(assembly, stackName, {
            Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
          }),
          role,
          'ManagedPolicyArns',
          [{ Ref: 'Added' }],
        ),
    ],
    [
      'nobody',
      (document) =>
        added(assembly, stackName, {
          Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
        }),
    ],
  ];
  const made = ways.flatMap(([way, attach]) =>
    Object.entries(DOCUMENTS).map(([what, document]) => ({
      name: `${stackName}/${logicalId}: a policy ${what}, by ${way}`,
      assembly: attach(document),
    })),
  );
  const arns = [
    'arn:aws:iam::aws:policy/AdministratorAccess',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'arn:aws:iam::111111111111:policy/MadeElsewhere',
  ];
  const byArn = arns.map((arn) => ({
    name: `${stackName}/${logicalId}: managed policy ${arn}`,
    assembly: property(assembly, role, 'ManagedPolicyArns', [arn]),
  }));
  return [...made, ...byArn];
}

function boundaries(assembly: Assembly, role: Site): Mutant[] {
  const bound = (document: JsonObject) =>
    property(
      added(assembly, role.stackName, {
        Added: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
      }),
      role,
      'PermissionsBoundary',
      { Ref: 'Added' },
    );
  const where = `${role.stackName}/${role.logicalId}: boundary`;
  return [
    { name: `${where} that allows everything`, assembly: bound(allow('*', '*')) },
    { name: `${where} that allows all reading`, assembly: bound(allow(['s3:Get*', 's3:List*'], '*')) },
    { name: `${where} that allows getting only`, assembly: bound(allow('s3:GetObject', '*')) },
    {
      name: `${where} that allows one prefix only`,
      assembly: bound(allow('s3:*', [BUCKET, `${BUCKET}/2026/*`])),
    },
    {
      name: `${where} of AWS`,
      assembly: property(assembly, role, 'PermissionsBoundary', 'arn:aws:iam::aws:policy/PowerUserAccess'),
    },
  ];
}

const ENTERED_BY: Readonly<Record<string, JsonObject>> = {
  'the vendor': { AWS: 'arn:aws:iam::222222222222:root' },
  'a stranger': { AWS: 'arn:aws:iam::333333333333:root' },
  everybody: { AWS: '*' },
  'the company': { AWS: 'arn:aws:iam::111111111111:root' },
  'the borrower': { AWS: 'arn:aws:iam::111111111111:role/VendorAccessRole' },
  "the borrower's session": {
    AWS: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
  },
  'a function': { Service: 'lambda.amazonaws.com' },
  'an identity provider': { Federated: 'arn:aws:iam::111111111111:saml-provider/Corp' },
};

function secondRoles(assembly: Assembly, stackName: string): Mutant[] {
  return Object.entries(ENTERED_BY).flatMap(([who, principal]) =>
    [undefined, 'that writes', 'that enters any role'].map((what) => {
      const federated = principal['Federated'] !== undefined;
      const trust = policy({
        Effect: 'Allow',
        Principal: principal,
        Action: federated ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRole',
      });
      const policies =
        what === undefined
          ? {}
          : { Policies: [{ PolicyName: 'Added', PolicyDocument: DOCUMENTS[what] ?? {} }] };
      const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, ...policies } };
      return {
        name: `${stackName}: a second role for ${who}${what === undefined ? '' : ` with a policy ${what}`}`,
        assembly: added(assembly, stackName, { SecondRole: role }),
      };
    }),
  );
}

function users(assembly: Assembly, stackName: string): Mutant[] {
  const user = (properties: JsonObject): JsonObject => ({
    Second: { Type: 'AWS::IAM::User', Properties: { UserName: 'second', ...properties } },
  });
  const withPolicy = Object.entries(DOCUMENTS)
    .filter(([what]) => !what.includes('denie'))
    .map(([what, document]): readonly [string, JsonObject] => [
      `a user with a policy ${what}`,
      user({ Policies: [{ PolicyName: 'Added', PolicyDocument: document }] }),
    ]);
  const made: readonly (readonly [string, JsonObject])[] = [
    ['a user who may nothing', user({})],
    ...withPolicy,
    ['a user with a password', user({ LoginProfile: { Password: 'change-me-now-1A' } })],
    [
      'a user with an access key',
      { ...user({}), Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: { Ref: 'Second' } } } },
    ],
    [
      'an access key for a user made elsewhere',
      { Key: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'somebody' } } },
    ],
    ['an empty group', { Second: { Type: 'AWS::IAM::Group', Properties: {} } }],
    ['a user in a group made elsewhere', user({ Groups: ['Administrators'] })],
    [
      'users put into a group',
      {
        Second: {
          Type: 'AWS::IAM::UserToGroupAddition',
          Properties: { GroupName: 'Administrators', Users: ['somebody'] },
        },
      },
    ],
  ];
  return made.map(([what, resources]) => ({
    name: `${stackName}: ${what}`,
    assembly: added(assembly, stackName, resources),
  }));
}

const KEY_FOR = (principal: JsonObject): JsonObject => ({
  KeyPolicy: policy({ Effect: 'Allow', Principal: principal, Action: 'kms:*', Resource: '*' }),
});

/** One of each of the types that can give access, that cannot, and that nobody has heard of. */
function others(assembly: Assembly, stackName: string): Mutant[] {
  const types: readonly (readonly [string, JsonObject, string?])[] = [
    ['AWS::KMS::Key', KEY_FOR({ AWS: 'arn:aws:iam::111111111111:root' }), 'for the company'],
    ['AWS::KMS::Key', KEY_FOR({ AWS: 'arn:aws:iam::333333333333:root' }), 'for a stranger'],
    ['AWS::KMS::Key', KEY_FOR({ AWS: '*' }), 'for everybody'],
    ['AWS::S3::MultiRegionAccessPoint', { Regions: [{ Bucket: 'company-shared-data-bucket-12345' }] }],
    ['AWS::S3ObjectLambda::AccessPoint', {}],
    ['AWS::S3::AccessGrantsInstance', {}],
    ['AWS::S3::AccessGrant', { Permission: 'READ' }],
    ['AWS::RAM::ResourceShare', { Name: 'second', Principals: ['333333333333'] }],
    ['AWS::CloudFront::Distribution', {}],
    ['AWS::Transfer::User', {}],
    ['AWS::RolesAnywhere::Profile', { RoleArns: ['arn:aws:iam::111111111111:role/VendorAccessRole'] }],
    ['AWS::IAM::InstanceProfile', { Roles: ['VendorAccessRole'] }],
    ['AWS::IAM::OIDCProvider', { Url: 'https://token.example.com' }],
    ['AWS::CloudFormation::Stack', { TemplateURL: 'https://example.com/template.json' }],
    [
      'AWS::CloudFormation::CustomResource',
      { ServiceToken: 'arn:aws:lambda:ap-northeast-1:111111111111:function:made-elsewhere' },
    ],
    [
      'Custom::Anything',
      { ServiceToken: 'arn:aws:lambda:ap-northeast-1:111111111111:function:made-elsewhere' },
    ],
    ['AWS::SecretsManager::ResourcePolicy', {}],
    ['AWS::SQS::QueuePolicy', {}],
    ['AWS::SNS::Topic', {}],
    ['AWS::EC2::Instance', {}],
    ['AWS::SSM::Parameter', { Type: 'String', Value: 'x' }],
    [
      'AWS::SSO::InstanceAccessControlAttributeConfiguration',
      { InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef' },
    ],
    ['AWS::SSO::Application', {}],
  ];
  return types.map(([type, properties, whom]) => ({
    name: `${stackName}: a second ${type}${whom === undefined ? '' : ` ${whom}`}`,
    assembly: added(assembly, stackName, { SecondThing: { Type: type, Properties: properties } }),
  }));
}

function bucketMutants(assembly: Assembly, bucket: Site): Mutant[] {
  const where = `${bucket.stackName}/${bucket.logicalId}`;
  const guards = Object.keys(objectAt(bucket.properties, 'PublicAccessBlockConfiguration'));
  const withoutGuards = property(assembly, bucket, 'PublicAccessBlockConfiguration', undefined);
  const aclsOn = property(withoutGuards, bucket, 'OwnershipControls', {
    Rules: [{ ObjectOwnership: 'ObjectWriter' }],
  });
  const set = (name: string, value: Json | undefined, from = assembly) => property(from, bucket, name, value);
  const acls = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead', 'Private'];
  const accessPoint = (principal?: JsonObject, action = '') => {
    const resource = 'arn:aws:s3:ap-northeast-1:111111111111:accesspoint/second/object/*';
    const own = principal && {
      Policy: policy({ Effect: 'Allow', Principal: principal, Action: action, Resource: resource }),
    };
    const properties = { Bucket: { Ref: bucket.logicalId }, Name: 'second', ...own };
    return added(assembly, bucket.stackName, {
      SecondThing: { Type: 'AWS::S3::AccessPoint', Properties: properties },
    });
  };
  const key = (own: Assembly) =>
    added(own, bucket.stackName, {
      SecondKey: { Type: 'AWS::KMS::Key', Properties: KEY_FOR({ AWS: 'arn:aws:iam::111111111111:root' }) },
    });
  return [
    ...guards.map((guard) => ({
      name: `${where}: ${guard} off`,
      assembly: edited(
        assembly,
        bucket.stackName,
        ['Resources', bucket.logicalId, 'Properties', 'PublicAccessBlockConfiguration', guard],
        false,
      ),
    })),
    { name: `${where}: no public access block`, assembly: withoutGuards },
    {
      name: `${where}: ACLs on`,
      assembly: set('OwnershipControls', { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }),
    },
    { name: `${where}: no ownership controls`, assembly: set('OwnershipControls', undefined) },
    ...acls.map((acl) => ({ name: `${where}: ACL ${acl}`, assembly: set('AccessControl', acl) })),
    ...acls.map((acl) => ({
      name: `${where}: ACL ${acl}, ACLs on, guards off`,
      assembly: set('AccessControl', acl, aclsOn),
    })),
    { name: `${where}: website`, assembly: set('WebsiteConfiguration', { IndexDocument: 'index.html' }) },
    {
      name: `${where}: CORS`,
      assembly: set('CorsConfiguration', { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] }),
    },
    {
      name: `${where}: replicated to a stranger`,
      assembly: set('ReplicationConfiguration', {
        Role: 'arn:aws:iam::111111111111:role/Replicator',
        Rules: [
          {
            Status: 'Enabled',
            Destination: { Bucket: 'arn:aws:s3:::another-bucket', Account: '333333333333' },
          },
        ],
      }),
    },
    {
      name: `${where}: inventory to a stranger`,
      assembly: set('InventoryConfigurations', [
        {
          Id: 'all',
          Enabled: true,
          IncludedObjectVersions: 'All',
          ScheduleFrequency: 'Daily',
          Destination: {
            BucketArn: 'arn:aws:s3:::another-bucket',
            BucketAccountId: '333333333333',
            Format: 'CSV',
          },
        },
      ]),
    },
    {
      name: `${where}: encrypted with a key that the borrower may not use`,
      assembly: key(
        set('BucketEncryption', {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['SecondKey', 'Arn'] },
              },
            },
          ],
        }),
      ),
    },
    { name: `${where}: not versioned`, assembly: set('VersioningConfiguration', undefined) },
    {
      name: `${where}: a second policy`,
      assembly: added(assembly, bucket.stackName, {
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: bucket.logicalId },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 's3:GetObject',
              Resource: `${BUCKET}/*`,
            }),
          },
        },
      }),
    },
    { name: `${where}: an access point`, assembly: accessPoint() },
    {
      name: `${where}: an access point for a stranger`,
      assembly: accessPoint({ AWS: 'arn:aws:iam::333333333333:root' }, 's3:GetObject'),
    },
    {
      name: `${where}: an access point where the borrower may write`,
      assembly: accessPoint({ AWS: 'arn:aws:iam::111111111111:role/VendorAccessRole' }, 's3:PutObject'),
    },
    {
      name: `${where}: a second bucket, private`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            BucketName: 'second-bucket-12345',
            PublicAccessBlockConfiguration: bucket.properties['PublicAccessBlockConfiguration'] ?? {},
          },
        },
      }),
    },
    {
      name: `${where}: a second bucket for a stranger`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'second-bucket-12345' } },
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'SecondBucket' },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::second-bucket-12345/*',
            }),
          },
        },
      }),
    },
    {
      name: `${where}: a second bucket for the borrower`,
      assembly: added(assembly, bucket.stackName, {
        SecondBucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'second-bucket-12345' } },
        SecondPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'SecondBucket' },
            PolicyDocument: policy({
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::111111111111:role/VendorAccessRole' },
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::second-bucket-12345/*',
            }),
          },
        },
      }),
    },
  ];
}

function functionMutants(assembly: Assembly, code: Site, lent: readonly Site[]): Mutant[] {
  const where = `${code.stackName}/${code.logicalId}`;
  const name = { Ref: code.logicalId };
  const permission = (principal: string, more: JsonObject = {}) =>
    added(assembly, code.stackName, {
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: { FunctionName: name, Action: 'lambda:InvokeFunction', Principal: principal, ...more },
      },
    });
  const url = (AuthType: string) =>
    added(assembly, code.stackName, {
      Url: {
        Type: 'AWS::Lambda::Url',
        Properties: { TargetFunctionArn: { 'Fn::GetAtt': [code.logicalId, 'Arn'] }, AuthType },
      },
    });
  return [
    ...[
      '*',
      '333333333333',
      '222222222222',
      's3.amazonaws.com',
      'arn:aws:iam::111111111111:role/VendorAccessRole',
    ].map((who) => ({ name: `${where}: may be run by ${who}`, assembly: permission(who) })),
    {
      name: `${where}: may be run by an organization`,
      assembly: permission('*', { PrincipalOrgID: 'o-abcdefghij' }),
    },
    ...['NONE', 'AWS_IAM'].map((type) => ({ name: `${where}: URL with ${type}`, assembly: url(type) })),
    ...lent.map((role) => ({
      name: `${where}: runs as ${role.logicalId}`,
      assembly: property(assembly, code, 'Role', { 'Fn::GetAtt': [role.logicalId, 'Arn'] }),
    })),
    { name: `${where}: more memory`, assembly: property(assembly, code, 'MemorySize', 2048) },
  ];
}
