import { KEY_FOR, lentRoleArn, lentRoles, policy } from './added-documents';
import { attachments, boundaries } from './attached-policies';
import { bucketMutants } from './bucket-doors';
import type { JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, type Site, added, property, sitesOf } from './mutant';
import { secondRoles, users } from './second-principals';

/**
 * Other ways in: policies attached from elsewhere, second roles, users, keys, doors to the bucket and to the function,
 * guards taken down. Made by combining who, what and where, for every resource that could be meant.
 */
export function doorMutants(assembly: Assembly): Mutant[] {
  const lent = lentRoles(assembly);
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

const queuePolicyFor = (AWS: string): JsonObject => ({
  PolicyDocument: policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sqs:*', Resource: '*' }),
  Queues: ['https://sqs.ap-northeast-1.amazonaws.com/111111111111/second'],
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
    ['AWS::RolesAnywhere::Profile', { RoleArns: [lentRoleArn(assembly)] }],
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
    ['AWS::SQS::QueuePolicy', queuePolicyFor('arn:aws:iam::333333333333:root'), 'for a stranger'],
    ['AWS::SQS::QueuePolicy', queuePolicyFor('arn:aws:iam::111111111111:root'), 'for the company'],
    [
      'AWS::IdentityStore::GroupMembership',
      {
        IdentityStoreId: 'd-1234567890',
        GroupId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
        MemberId: { UserId: 'e1b2c3d4-5678-90ab-cdef-111122223333' },
      },
    ],
    ['AWS::DataSync::LocationS3', { S3BucketArn: 'arn:aws:s3:::company-shared-data-bucket-12345' }],
    ['AWS::Organizations::Policy', {}],
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
    ...['*', '333333333333', '222222222222', 's3.amazonaws.com', lentRoleArn(assembly)].map((who) => ({
      name: `${where}: may be run by ${who}`,
      assembly: permission(who),
    })),
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
