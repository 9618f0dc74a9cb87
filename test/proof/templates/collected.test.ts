// tools/proof/templates/: one template of a few resources, and what is read of it
import type { StackTemplate } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../../tools/proof/templates/assets';
import { inventoryOf } from '../../../tools/proof/templates/collect';
import { CASES, of, type Resources, role, TRUST } from './small-templates';

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

/** Where it stands, and what every such thing has. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  maxSessionDuration: 3600,
  whenDeleted: 'deleted',
  whenReplaced: 'deleted',
};

function brief(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(brief);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
    if (['origin', 'account', 'region'].includes(name) || LEFT_OUT[name] === one) return [];
    if (Array.isArray(one) && one.length === 0) return [];
    const short = name === 'document' ? JSON.stringify(one) : brief(one);
    if (short === JSON.stringify(TRUST)) return [[name, 'TRUST']];
    if (name === 'deployment' && Object.keys(short as object).length === 0) return [];
    return [[name, short]];
  });
  return Object.fromEntries(kept) as unknown;
}

/** What is read of each. */
const READ: Readonly<Record<string, unknown>> = {
  nothing: {},

  'a role': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/lent/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        maxSessionDuration: 7200,
      },
    ],
  },

  'a role with inline policies, as objects and as text': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        policies: [
          {
            name: 'One',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
          },
          {
            name: 'Two',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:List*","Resource":"*"}]}',
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
        trust: { name: 'trust policy of R', document: 'TRUST' },
        policies: [
          {
            name: 'Managed',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":"*"}]}',
          },
          {
            name: 'Inline',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"d:D","Resource":"*"}]}',
          },
          {
            name: 'Attached',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"c:C","Resource":"*"}]}',
          },
          {
            name: 'Own',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"e:E","Resource":"*"}]}',
          },
        ],
        unknownPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        boundary: {
          name: 'Limit',
          document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"b:B","Resource":"*"}]}',
        },
      },
    ],
  },

  'a boundary of elsewhere': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        boundary: { unknownPolicy: 'arn:aws:iam::111111111111:policy/Elsewhere' },
      },
    ],
  },

  'what only a deployment tells': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
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
        trust: { name: 'trust policy of R', document: 'TRUST' },
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
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
          },
          {
            name: 'Both',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
          },
          {
            name: 'Mine',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
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
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
          },
          {
            name: 'Both',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
          },
          {
            name: 'More',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
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
        trust: { name: 'trust policy of R', document: 'TRUST' },
      },
      {
        arn: 'arn:aws:iam::111111111111:role/b/r',
        name: 'r',
        trust: { name: 'trust policy of r', document: 'TRUST' },
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
        trust: { name: 'trust policy of R', document: 'TRUST' },
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

  'a bare bucket': { buckets: [{ name: 'data' }] },

  'a bucket with everything': {
    buckets: [
      {
        name: 'data',
        policy: {
          name: 'bucket policy of data',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}]}',
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
      },
    ],
    deployment: { deposits: [{ what: 'the access logs of the bucket data', into: 'data' }] },
  },

  'ACLs for nobody': { buckets: [{ name: 'data' }, { name: 'b' }, { name: 'c' }, { name: 'd' }] },

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

  'a rule of encryption that says nothing of how': { buckets: [{ name: 'data' }] },

  'settings that are text': {
    unjudged: [
      {
        what: 'AWS::S3::Bucket Bucket: its BlockPublicAcls must be true or false, got "yes".',
        unreadPolicy: true,
      },
    ],
  },

  'a lifecycle that cleans up': { buckets: [{ name: 'data' }] },

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
      },
    ],
  },

  'a lifecycle that is switched off': { buckets: [{ name: 'data' }] },

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
      },
    ],
  },

  'what AWS puts into buckets': {
    buckets: [{ name: 'logs' }, { name: 'data' }],
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
    buckets: [{ name: 'data' }],
    unjudged: [
      {
        what: 'AWS::S3::Bucket Data: it reports to the bucket elsewhere, which is not in these templates: say whose it is (BucketAccountId).',
        unreadPolicy: true,
      },
    ],
  },

  'reports into a bucket whose account is said': {
    buckets: [{ name: 'data' }],
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
    buckets: [{ name: 'data' }],
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

  'notifications inside the account': { buckets: [{ name: 'data' }] },

  'a permission set': {
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/i/CompanyStack.Set=made-up=',
        name: 'Lend',
        instanceArn: 'arn:aws:sso:::instance/i',
        sessionDuration: 'PT2H',
        inlinePolicy: {
          name: 'inline policy of Lend',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}',
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
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*"}]}',
        },
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
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*"}]}',
        },
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
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Principal":"*"}]}',
        },
      },
      {
        resource: 'topic a',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:a',
        policy: {
          name: 'policy of the topic a',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'topic b',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:b',
        policy: {
          name: 'policy of the topic b',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'topic c',
        arn: 'arn:aws:sns:ap-northeast-1:111111111111:c',
        policy: {
          name: 'policy of the topic c',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'queue q',
        arn: 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/q',
        policy: {
          name: 'policy of the queue q',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'queue r',
        arn: 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/r',
        policy: {
          name: 'policy of the queue r',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'log group Group',
        arn: 'arn:aws:logs:ap-northeast-1:111111111111:log-group:g',
        policy: {
          name: 'policy of the log group Group',
          document: '{"Version":"2012-10-17","Statement":[]}',
        },
      },
      {
        resource: 'logs that Logs names',
        arn: 'arn:aws:logs:ap-northeast-1:111111111111:*',
        policy: {
          name: 'policy Logs of the logs',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:PutLogEvents","Resource":"*","Principal":"*"}]}',
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
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"s3.amazonaws.com"},"Action":"lambda:InvokeFunction","Resource":"*","Condition":{"ArnLike":{"AWS:SourceArn":"arn:aws:s3:::data"},"StringEquals":{"AWS:SourceAccount":"111111111111"}}}]}',
        },
      },
      {
        resource: 'Lambda function f',
        arn: 'f',
        policy: {
          name: 'permission B on the Lambda function f',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"333333333333"},"Action":"lambda:InvokeFunction","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abc"}}}]}',
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
        trust: { name: 'trust policy of R', document: 'TRUST' },
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
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["AROACKCEVSQ6C2EXAMPLE","AROACKCEVSQ6C2EXAMPLE","111111111111"]},"Action":"sts:AssumeRole"}]}',
        },
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

  'what resources are called, where they have names': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        policies: [
          {
            name: 'P',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":["Named","u","g","arn:aws:iam::111111111111:policy/q/m","b","p","arn:aws:sns:ap-northeast-1:111111111111:t","https://sqs.ap-northeast-1.amazonaws.com/111111111111/q","l","r","tr","ta","CompanyStack.Key=made-up=","arn:aws:sso:::instance/ssoins-1|arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up=","arn:aws:iam::111111111111:role/p/Named","arn:aws:iam::111111111111:user/u","arn:aws:iam::111111111111:group/g","arn:aws:s3:::b","arn:aws:s3:ap-northeast-1:111111111111:accesspoint/p","arn:aws:sqs:ap-northeast-1:111111111111:q","arn:aws:logs:ap-northeast-1:111111111111:log-group:l:*","arn:aws:events:ap-northeast-1:111111111111:rule/r","arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/tr","arn:aws:dynamodb:ap-northeast-1:111111111111:table/ta","arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=","arn:aws:iam::111111111111:policy/q/m","p","arn:aws:sns:ap-northeast-1:111111111111:t","t","q","https://sqs.ap-northeast-1.amazonaws.com/111111111111/q","CompanyStack.Key=made-up=","arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up="]}]}',
          },
        ],
      },
      {
        arn: 'arn:aws:iam::111111111111:role/p/Named',
        name: 'Named',
        trust: { name: 'trust policy of Named', document: 'TRUST' },
      },
    ],
    usersAndGroups: [
      { kind: 'user', arn: 'arn:aws:iam::111111111111:user/u', name: 'u' },
      { kind: 'group', arn: 'arn:aws:iam::111111111111:group/g', name: 'g' },
    ],
    buckets: [{ name: 'b' }],
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up=',
        name: 's',
        instanceArn: 'arn:aws:sso:::instance/ssoins-1',
      },
    ],
    resourcePolicies: [
      {
        resource: 'KMS key Key',
        arn: 'arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=',
        policy: {
          name: 'policy of the KMS key Key',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*"}]}',
        },
      },
    ],
    deployment: { deposits: [{ what: 'what the trail Trail records', into: 'b' }] },
  },

  'what they are called where CloudFormation makes names up': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        policies: [
          {
            name: 'P',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":["CompanyStack-Role2-=made-up=","CompanyStack-User-=made-up=","CompanyStack-Group-=made-up=","arn:aws:iam::111111111111:policy/q/CompanyStack-Managed-=made-up=","companystack-bucket-=made-up=","companystack-point-=made-up=","arn:aws:sns:ap-northeast-1:111111111111:CompanyStack-Topic-=made-up=","https://sqs.ap-northeast-1.amazonaws.com/111111111111/CompanyStack-Queue-=made-up=","CompanyStack-Logs-=made-up=","CompanyStack-Rule-=made-up=","CompanyStack-Trail-=made-up=","CompanyStack-Table-=made-up=","CompanyStack.Key=made-up=","arn:aws:sso:::instance/ssoins-1|arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up=","arn:aws:iam::111111111111:role/p/CompanyStack-Role2-=made-up=","arn:aws:iam::111111111111:user/CompanyStack-User-=made-up=","arn:aws:iam::111111111111:group/CompanyStack-Group-=made-up=","arn:aws:s3:::companystack-bucket-=made-up=","arn:aws:s3:ap-northeast-1:111111111111:accesspoint/companystack-point-=made-up=","arn:aws:sqs:ap-northeast-1:111111111111:CompanyStack-Queue-=made-up=","arn:aws:logs:ap-northeast-1:111111111111:log-group:CompanyStack-Logs-=made-up=:*","arn:aws:events:ap-northeast-1:111111111111:rule/CompanyStack-Rule-=made-up=","arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/CompanyStack-Trail-=made-up=","arn:aws:dynamodb:ap-northeast-1:111111111111:table/CompanyStack-Table-=made-up=","arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=","arn:aws:iam::111111111111:policy/q/CompanyStack-Managed-=made-up=","companystack-point-=made-up=","arn:aws:sns:ap-northeast-1:111111111111:CompanyStack-Topic-=made-up=","CompanyStack-Topic-=made-up=","CompanyStack-Queue-=made-up=","https://sqs.ap-northeast-1.amazonaws.com/111111111111/CompanyStack-Queue-=made-up=","CompanyStack.Key=made-up=","arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up="]}]}',
          },
        ],
      },
      {
        arn: 'arn:aws:iam::111111111111:role/p/CompanyStack-Role2-=made-up=',
        name: 'CompanyStack-Role2-=made-up=',
        trust: { name: 'trust policy of CompanyStack-Role2-=made-up=', document: 'TRUST' },
      },
    ],
    usersAndGroups: [
      {
        kind: 'user',
        arn: 'arn:aws:iam::111111111111:user/CompanyStack-User-=made-up=',
        name: 'CompanyStack-User-=made-up=',
      },
      {
        kind: 'group',
        arn: 'arn:aws:iam::111111111111:group/CompanyStack-Group-=made-up=',
        name: 'CompanyStack-Group-=made-up=',
      },
    ],
    buckets: [{ name: 'companystack-bucket-=made-up=' }],
    permissionSets: [
      {
        arn: 'arn:aws:sso:::permissionSet/ssoins-1/CompanyStack.Set=made-up=',
        name: 's',
        instanceArn: 'arn:aws:sso:::instance/ssoins-1',
      },
    ],
    resourcePolicies: [
      {
        resource: 'KMS key Key',
        arn: 'arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=',
        policy: {
          name: 'policy of the KMS key Key',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*","Principal":"*"}]}',
        },
      },
    ],
    deployment: { deposits: [{ what: 'what the trail Trail records', into: 'b' }] },
  },

  'a long logical id is cut': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: { name: 'trust policy of R', document: 'TRUST' },
        policies: [
          {
            name: 'P',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:A","Resource":["arn:aws:sns:ap-northeast-1:111111111111:CompanyStack-LogicalLogicalLogicalLogicalLogicalLog-=made-up=56bd436f89cb","arn:aws:sns:ap-northeast-1:111111111111:CompanyStack-LogicalLogicalLogicalLogicalLogicalLog-=made-up=9f625dd43a36"]}]}',
          },
        ],
      },
    ],
  },

  'what only a deployment names': {
    buckets: [{ name: 'data' }],
    unjudged: [
      {
        what: 'AWS::IAM::ManagedPolicy M3: its PolicyDocument cannot be known: the ARN of Rule (on an event bus by name) is not modelled.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::IAM::ManagedPolicy M5: its PolicyDocument cannot be known: Fn::GetAtt Nowhere.Arn: CompanyStack has no such resource.',
        unreadPolicy: true,
      },
    ],
  },

  'names that are no text': {
    unjudged: [
      {
        what: 'AWS::IAM::Role Role: RoleName of Role must be text, got 5.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::IAM::Role Other: Path of Other must be text, got ["x"].',
        unreadPolicy: true,
      },
      {
        what: 'AWS::S3::Bucket Bucket: BucketName of Bucket must be text, got true.',
        unreadPolicy: true,
      },
      {
        what: 'AWS::SSO::PermissionSet Set: InstanceArn of Set must be text, got 5.',
        unreadPolicy: true,
      },
    ],
  },

  'a made-up name spelt out': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/CompanyStack-Worker-=made-up=',
        name: 'CompanyStack-Worker-=made-up=',
        trust: { name: 'trust policy of CompanyStack-Worker-=made-up=', document: 'TRUST' },
      },
      {
        arn: 'arn:aws:iam::111111111111:role/R',
        name: 'R',
        trust: {
          name: 'trust policy of R',
          document:
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3"},"Action":"sts:AssumeRole"}]}',
        },
        policies: [
          {
            name: 'A',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::companystack-bare-a1b2c3/*"}]}',
          },
          {
            name: 'B',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::companystack-bar*"}]}',
          },
          {
            name: 'C',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::companystack-bare/*"}]}',
          },
          {
            name: 'D',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringLike":{"aws:PrincipalArn":"*CompanyStack-Worker-*"}}}]}',
          },
          {
            name: 'E',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::other-bare-a1b2c3/*"}]}',
          },
        ],
      },
    ],
    usersAndGroups: [
      {
        kind: 'user',
        arn: 'arn:aws:iam::111111111111:user/bob',
        name: 'bob',
        policies: [
          {
            name: 'U',
            document:
              '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":["arn:aws:iam::111111111111:role/CompanyStack-Worker-?????"]}]}',
          },
        ],
      },
    ],
    buckets: [{ name: 'companystack-bare-=made-up=' }],
    unjudged: [
      {
        what: 'trust policy of R: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead.',
        unreadPolicy: true,
      },
      {
        what: 'A: "arn:aws:s3:::companystack-bare-a1b2c3/*" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead.',
        unreadPolicy: true,
      },
      {
        what: 'U: "arn:aws:iam::111111111111:role/CompanyStack-Worker-?????" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead.',
        unreadPolicy: true,
      },
    ],
  },

  'made-up names written by hand': {
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/x=made-up=',
        name: 'x=made-up=',
        trust: { name: 'trust policy of x=made-up=', document: 'TRUST' },
      },
    ],
    unjudged: [
      {
        what: 'the template of CompanyStack holds "=made-up=", which stands here for what CloudFormation makes up.',
      },
    ],
  },

  'a macro somewhere': {
    unjudged: [
      {
        what: 'the template of CompanyStack has an Fn::Transform, which can change what is deployed.',
      },
    ],
  },

  'other sections': {
    unjudged: [
      {
        what: 'the template of CompanyStack has a section Hooks, which can change what is deployed.',
      },
    ],
  },

  'a template that goes too deep': {
    unjudged: [
      {
        what: 'the template of CompanyStack is nested more than 200 levels deep, so nothing in it was read.',
        unreadPolicy: true,
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
  expect(roles[0]).toMatchObject({
    account: '111111111111',
    origin,
    maxSessionDuration: 3600,
    trust: { document: TRUST, origin },
  });
  expect(unjudged[0]?.origin).toEqual({ stack: 'CompanyStack', logicalId: 'Set' });
});
