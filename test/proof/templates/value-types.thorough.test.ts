import { companyWith } from '../../lib/walkthrough-share';
import {
  assemblyOf,
  BUCKET,
  BUCKET_POLICY,
  type Edit,
  PERMISSION_SET,
  proveWith,
  READ_POLICY,
  ROLE,
  unjudgedWith,
} from '../templates';

/** Values of the wrong type: CloudFormation takes some of them for what they are not, and some not at all. */

const share = companyWith({ seedObjects: [] });
const assembly = assemblyOf(share);

const inRole = (name: string, value: unknown): Edit => inResource(ROLE, name, value);
const inBucket = (name: string, value: unknown): Edit => inResource(BUCKET, name, value);
const inSet = (name: string, value: unknown): Edit => [
  'VendorStack',
  ['Resources', PERMISSION_SET, 'Properties', name],
  value,
];
const inResource = (id: string, name: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', id, 'Properties', name],
  value,
];
const added = (Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', 'More'],
  { Type, Properties },
];
const ASSIGNMENT = 'PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74';
const inAssignment = (name: string, value: unknown): Edit => [
  'VendorStack',
  ['Resources', ASSIGNMENT, 'Properties', name],
  value,
];
const NO_VALUE = { Ref: 'AWS::NoValue' };

test.each<[Edit, string]>([
  [inRole('RoleName', 5), 'RoleName of VendorAccessRole5980B812 must be text, got 5'],
  [inRole('RoleName', true), 'RoleName of'],
  [inRole('RoleName', ['VendorAccessRole']), 'must be text'],
  [inRole('Path', 0), 'Path of'],
  [inRole('Path', NO_VALUE), ''],
  [inRole('MaxSessionDuration', 3600.5), 'its MaxSessionDuration must be a whole number, got 3600.5'],
  [inRole('MaxSessionDuration', '1h'), 'its MaxSessionDuration must be a whole number, got "1h"'],
  [inRole('MaxSessionDuration', '3600'), ''],
  [inRole('MaxSessionDuration', ''), 'its MaxSessionDuration must be a whole number'],
  [
    inRole('ManagedPolicyArns', 'arn:aws:iam::aws:policy/ReadOnlyAccess'),
    'its ManagedPolicyArns must be a list',
  ],
  [inRole('ManagedPolicyArns', [5]), 'its ManagedPolicyArns must be a list of text, got 5'],
  [inRole('ManagedPolicyArns', { a: 1 }), 'its ManagedPolicyArns must be a list'],
  [inRole('PermissionsBoundary', 1), 'its PermissionsBoundary must be text, got 1'],
  [inRole('Policies', { PolicyName: 'a', PolicyDocument: {} }), 'its Policies must be a list'],
  [
    inRole('Policies', [{ PolicyName: 5, PolicyDocument: {} }]),
    'its Policies must have a name and a document',
  ],
  [inRole('Policies', ['text']), 'its Policies must be a list of objects, got "text"'],
  [inRole('AssumeRolePolicyDocument', NO_VALUE), 'its AssumeRolePolicyDocument is missing'],
  [inResource(READ_POLICY, 'Roles', 'VendorAccessRole'), 'its Roles must be a list, got "VendorAccessRole"'],
  [inResource(READ_POLICY, 'ManagedPolicyName', 7), 'must be text, got 7'],
  [
    inResource(READ_POLICY, 'Roles', { 'Fn::Select': [0, [NO_VALUE, ['VendorAccessRole']]] }),
    'Fn::Select wants a list without AWS::NoValue',
  ],
  [
    inRole('RoleName', { 'Fn::Select': [1, ['Admin', NO_VALUE, 'VendorAccessRole']] }),
    'Fn::Select wants a list without AWS::NoValue',
  ],
  [inRole('RoleName', { 'Fn::Select': ['', ['VendorAccessRole']] }), 'selects nothing'],
  [inRole('RoleName', { 'Fn::Join': ['', ['Vendor', 1.5]] }), 'Fn::Join wants text, got 1.5'],
  [inRole('RoleName', { 'Fn::Join': ['', [['VendorAccessRole']]] }), 'Fn::Join wants text'],
  [inBucket('BucketName', 12345), 'must be text, got 12345'],
  [
    inBucket('LifecycleConfiguration', { Rules: {} }),
    'its LifecycleConfiguration.Rules must be a list, got {}',
  ],
  [inBucket('LifecycleConfiguration', {}), 'its LifecycleConfiguration.Rules must be a list'],
  [inBucket('LifecycleConfiguration', []), 'its LifecycleConfiguration must be an object, got []'],
  [
    inBucket('LifecycleConfiguration', { Rules: ['Expire'] }),
    'its LifecycleConfiguration.Rules must be a list of objects, got "Expire"',
  ],
  [
    inBucket('LifecycleConfiguration', { Rules: [{ Status: true }] }),
    'its LifecycleConfiguration.Rules.Status must be text, got true',
  ],
  [
    inBucket('LifecycleConfiguration', {
      Rules: [{ Status: 'Enabled', Transitions: { StorageClass: 'STANDARD_IA' } }],
    }),
    'its Transitions must be a list',
  ],
  [inBucket('PublicAccessBlockConfiguration', 'all'), 'its PublicAccessBlockConfiguration must be an object'],
  [
    [
      'CompanyStack',
      ['Resources', BUCKET, 'Properties', 'PublicAccessBlockConfiguration', 'BlockPublicAcls'],
      'yes',
    ],
    'its BlockPublicAcls must be true or false, got "yes"',
  ],
  [
    [
      'CompanyStack',
      ['Resources', BUCKET, 'Properties', 'PublicAccessBlockConfiguration', 'BlockPublicAcls'],
      1,
    ],
    'its BlockPublicAcls must be true or false, got 1',
  ],
  [
    [
      'CompanyStack',
      ['Resources', BUCKET, 'Properties', 'PublicAccessBlockConfiguration', 'BlockPublicAcls'],
      'true',
    ],
    '',
  ],
  [
    inBucket('OwnershipControls', { Rules: { ObjectOwnership: 'x' } }),
    'its OwnershipControls.Rules must be a list',
  ],
  [
    inBucket('OwnershipControls', { Rules: [{ ObjectOwnership: 'a' }, { ObjectOwnership: 'b' }] }),
    'its OwnershipControls.Rules must be a list of one object',
  ],
  [
    inBucket('OwnershipControls', { Rules: [{ ObjectOwnership: 1 }] }),
    'its ObjectOwnership must be text, got 1',
  ],
  [inBucket('AccessControl', ['Private']), 'its AccessControl must be text'],
  [
    inBucket('BucketEncryption', { ServerSideEncryptionConfiguration: 'AES256' }),
    'its ServerSideEncryptionConfiguration must be a list',
  ],
  [
    inBucket('BucketEncryption', {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 256 } }],
    }),
    'its SSEAlgorithm must be text, got 256',
  ],
  [inResource(BUCKET_POLICY, 'Bucket', 5), 'its Bucket must be text, got 5'],
  [
    inResource(BUCKET_POLICY, 'PolicyDocument', 'no JSON'),
    'its PolicyDocument is not JSON that can be judged',
  ],
  [inSet('Name', 5), 'must be text, got 5'],
  [inSet('InstanceArn', ['x']), 'must be text, got ["x"]'],
  [inSet('SessionDuration', 3600), 'its SessionDuration must be text, got 3600'],
  [inSet('ManagedPolicies', 'x'), 'its ManagedPolicies must be a list'],
  [inSet('CustomerManagedPolicyReferences', ['x']), 'must be a list of objects, got "x"'],
  [inAssignment('TargetId', 222222222222), 'its TargetId must be text, got 222222222222'],
  [inAssignment('PrincipalId', null), 'its PrincipalId must be text, got null'],
  [inAssignment('PrincipalType', { Ref: 'AWS::NoValue' }), 'its PrincipalType is missing'],
  [
    added('AWS::Lambda::Permission', {
      Action: 'lambda:InvokeFunction',
      FunctionName: 'f',
      Principal: 's3.amazonaws.com',
      SourceAccount: 111111111111,
    }),
    'its SourceAccount must be text, got 111111111111',
  ],
  [added('AWS::SQS::QueuePolicy', { PolicyDocument: {}, Queues: 'x' }), 'its Queues must be a list, got "x"'],
  [added('AWS::SQS::QueuePolicy', { PolicyDocument: {} }), 'its Queues is missing'],
  [added('AWS::SNS::TopicPolicy', { PolicyDocument: {}, Topics: [] }), 'its Topics is missing'],
  [added('AWS::IAM::Role', 'text'), 'Properties must be an object, got "text"'],
])('%j', (edit, says) => {
  if (says === '') expect(proveWith(share, assembly, edit).verdict).toBe('holds');
  else expect(unjudgedWith(share, assembly, edit).join('\n')).toContain(says);
});
