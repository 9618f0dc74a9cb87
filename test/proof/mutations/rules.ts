import { type JsonObject, isObject, objectAt } from '../../naive/json';
import { type Assembly, textOf } from './cloudformation';
import type { Expectation, Ruling } from './ruling';
import { rulingOnSetting } from './settings';

const ruling = (expectation: Expectation, why: string): Ruling => ({ expectation, why });

const SAMPLED = ruling('holds', 'the sampled requests are decided as before');
const WAY_IN = (what: string) => ruling('caught', what);

/** Resource types that are not sampled, when one is added. */
const ADDED: Record<string, (properties: JsonObject) => Ruling> = {
  'AWS::SSO::PermissionSet': () => ruling('any', 'nobody has it until somebody assigns it'),
  'AWS::IAM::AccessKey': () => WAY_IN('whoever holds the key is in, and nobody can know who that is'),
  'AWS::IAM::User': (properties) =>
    ['Policies', 'ManagedPolicyArns', 'Groups', 'LoginProfile'].some((name) => properties[name] !== undefined)
      ? WAY_IN('a new principal with permissions or a password')
      : ruling('holds or not decided', 'a user that can neither sign in nor do anything'),
  'AWS::IAM::UserToGroupAddition': () => WAY_IN('a user gets permissions'),
  'AWS::IAM::Group': (properties) =>
    properties['Policies'] === undefined && properties['ManagedPolicyArns'] === undefined
      ? ruling('holds or not decided', 'an empty group')
      : ruling('any', 'a group without members: permissions that nobody has'),
  'AWS::IAM::InstanceProfile': () =>
    ruling('holds or not decided', 'the trust policy of the role lets no machine in, as before'),
  'AWS::IAM::OIDCProvider': () => ruling('holds or not decided', 'a provider that no role trusts'),
  'AWS::IAM::ServerCertificate': () => ruling('holds or not decided', 'gives no access'),
  'AWS::RolesAnywhere::Profile': () => WAY_IN('certificates of others get the role'),
  'AWS::S3::AccessPoint': (properties) =>
    properties['Policy'] === undefined
      ? ruling('holds or not decided', 'an access point without policy: nobody has permission for its ARN')
      : WAY_IN('a second door to the bucket'),
  'AWS::S3::MultiRegionAccessPoint': () => ruling('holds or not decided', 'an access point without policy'),
  'AWS::S3ObjectLambda::AccessPoint': () => WAY_IN('a function in front of the data'),
  'AWS::S3::AccessGrant': () => WAY_IN('S3 Access Grants bypass the role'),
  'AWS::S3::AccessGrantsInstance': () => ruling('holds or not decided', 'no grant in it yet'),
  'AWS::IdentityStore::GroupMembership': () => WAY_IN('one more person in the group'),
  'AWS::DataSync::LocationS3': () => WAY_IN('the data can be copied to elsewhere'),
  'AWS::Organizations::Policy': () =>
    ruling(
      'any',
      'a service control policy: it can only take away, and the proof says that it does not look at them',
    ),
  'AWS::RAM::ResourceShare': () => WAY_IN('shares with other accounts'),
  'AWS::CloudFront::Distribution': () => WAY_IN('the data on the web, whatever the bucket says later'),
  'AWS::Transfer::User': () => WAY_IN('SFTP into the bucket'),
  'AWS::Lambda::Permission': () => WAY_IN('others can run code that may write to the bucket'),
  'AWS::Lambda::Url': (properties) =>
    properties['AuthType'] === 'NONE'
      ? WAY_IN('the function on the web')
      : ruling('any', 'a URL that needs IAM permission, which nobody outside has'),
  'AWS::KMS::Key': (properties) =>
    /"AWS":"arn:aws:iam::111111111111:root"/.test(JSON.stringify(properties))
      ? ruling('holds or not decided', 'a key for the company itself')
      : WAY_IN('a key for outsiders'),
  'AWS::KMS::Grant': () => WAY_IN('a key for outsiders'),
  'AWS::CloudFormation::Stack': () => WAY_IN('a nested stack: whatever is in it is not in this assembly'),
  'AWS::CloudFormation::CustomResource': () => WAY_IN('code that can do anything its role may'),
  'AWS::SecretsManager::ResourcePolicy': () => WAY_IN('gives access to others'),
  'AWS::SNS::Topic': () => ruling('holds or not decided', 'gives no access to anything of this share'),
  'AWS::SQS::QueuePolicy': (properties) =>
    /"AWS":"arn:aws:iam::111111111111:root"/.test(JSON.stringify(properties))
      ? ruling('holds or not decided', 'a queue for the company itself')
      : WAY_IN('gives access to others, or is no policy at all'),
  'AWS::EC2::Instance': () => ruling('holds or not decided', 'a machine without a role'),
  'AWS::Logs::LogGroup': () => ruling('holds or not decided', 'gives no access'),
  'AWS::SSM::Parameter': () => ruling('holds or not decided', 'gives no access'),
  'AWS::CDK::Metadata': () => ruling('holds or not decided', 'gives no access'),
  'AWS::SSO::InstanceAccessControlAttributeConfiguration': () =>
    ruling(
      'any',
      'passes attributes as session tags: no policy here asks for one, but the trust has to allow them',
    ),
  'AWS::SSO::Application': () => ruling('any', 'an application of Identity Center, outside of the accounts'),
  'Custom::Anything': () => WAY_IN('code that can do anything its role may'),
};

/** Types whose part in access the oracle samples: a new one, or one less, changes what it changes. */
export const SAMPLED_TYPES = [
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SSO::PermissionSet',
  'AWS::SSO::Assignment',
];

/** Properties that are not sampled, by type, when they change. */
const CHANGED: Record<string, Record<string, Ruling>> = {
  'AWS::IAM::Role': {
    Description: SAMPLED,
    Tags: SAMPLED,
  },
  'AWS::IAM::ManagedPolicy': { Description: SAMPLED, Path: SAMPLED },
  'AWS::IAM::Policy': { PolicyName: SAMPLED },
  'AWS::S3::Bucket': {
    Tags: SAMPLED,
    VersioningConfiguration: SAMPLED,
    LifecycleConfiguration: SAMPLED,
    CorsConfiguration: ruling('holds or not decided', 'browsers may ask, and are denied as before'),
    WebsiteConfiguration: ruling('any', 'the website reads as anonymous, who is denied as before'),
    ReplicationConfiguration: WAY_IN('the data is copied to another bucket'),
    InventoryConfigurations: WAY_IN('the names of all objects are written to another bucket'),
    LoggingConfiguration: ruling('any', 'logs go elsewhere; not the data'),
    BucketEncryption: WAY_IN('the borrower may not use the key'),
  },
  'AWS::S3::BucketPolicy': {},
  'AWS::SSO::PermissionSet': {
    Description: SAMPLED,
    Tags: SAMPLED,
    RelayStateType: SAMPLED,
  },
  'AWS::Lambda::LayerVersion': { Description: SAMPLED },
  'AWS::Lambda::Function': {
    Description: SAMPLED,
    MemorySize: SAMPLED,
    Timeout: SAMPLED,
    Environment: ruling('any', "the company's own machinery"),
    Role: ruling('any', 'the service cannot enter that role, so that the function cannot be made'),
  },
};

/** Attributes of a resource beside Type and Properties. */
const ATTRIBUTES: Record<string, Ruling> = {
  Metadata: SAMPLED,
  DependsOn: SAMPLED,
  Condition: ruling(
    'holds or not decided',
    'conditions are resolved by the oracle and may be left undecided by the proof',
  ),
};

const SECTIONS: Record<string, Ruling> = {
  Description: SAMPLED,
  Outputs: SAMPLED,
  Metadata: SAMPLED,
  Rules: SAMPLED,
  Parameters: ruling('holds or not decided', 'a parameter that nothing refers to'),
  Conditions: ruling(
    'holds or not decided',
    'conditions are resolved by the oracle and may be left undecided by the proof',
  ),
  Mappings: ruling('holds or not decided', 'a mapping that nothing refers to'),
  AWSTemplateFormatVersion: SAMPLED,
  Transform: WAY_IN('a macro can rewrite the template at deploy time'),
};

/** One ruling for every place where two assemblies differ, sampled or not. A place without a rule is an error. */
export function rulingsOn(before: Assembly, after: Assembly): Ruling[] {
  if (after.length > before.length) return [WAY_IN('a stack that the share does not have')];
  return before.flatMap((stack) => {
    const other = after.find((one) => one.name === stack.name);
    if (other && other.region !== stack.region)
      return [ruling('any', 'the same access, deployed to another region')];
    if (!other || other.template === stack.template) return [];
    const sections = changedKeys(stack.template, other.template).flatMap((section) =>
      section === 'Resources'
        ? resourceRulings(objectAt(stack.template, section), objectAt(other.template, section))
        : [required(SECTIONS[section], `section ${section}`)],
    );
    return sections;
  });
}

export function changedKeys(before: JsonObject, after: JsonObject): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.filter(
    (key) => before[key] !== after[key] && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

function resourceRulings(before: JsonObject, after: JsonObject): Ruling[] {
  return changedKeys(before, after).flatMap((logicalId) => {
    const was = before[logicalId];
    const is = after[logicalId];
    const type = textOf((isObject(is) ? is : isObject(was) ? was : {})['Type']);
    if (was === undefined && isObject(is)) {
      if (ADDED[type] === undefined && SAMPLED_TYPES.includes(type)) return [SAMPLED];
      return [required(ADDED[type], `a new ${type}`)(objectAt(is, 'Properties'))];
    }
    if (is === undefined) {
      if (SAMPLED_TYPES.includes(type)) return [SAMPLED];
      return [ruling('any', `the company's own machinery lost ${type}`)];
    }
    if (!isObject(was) || !isObject(is)) return [];
    return changedKeys(was, is).flatMap((key) => {
      if (key === 'Type') return [WAY_IN('another type')];
      if (key === 'DeletionPolicy' || key === 'UpdateReplacePolicy') return [fateRuling(type, is[key])];
      if (key !== 'Properties') return [required(ATTRIBUTES[key], `${type} ${key}`)];
      const [old, now] = [objectAt(was, key), objectAt(is, key)];
      return changedKeys(old, now).map(
        (name) => rulingOnSetting(type, name, now, old) ?? propertyRuling(type, name),
      );
    });
  });
}

/** What becomes of a resource when its stack is deleted, or another takes its place. */
function fateRuling(type: string, value: unknown): Ruling {
  if (type === 'AWS::S3::Bucket') return ruling('any', 'the share says whether the bucket is kept');
  const staysInAccess = /^AWS::(IAM|SSO)::/.test(type);
  if (value === undefined || value === 'Delete' || !staysInAccess) return SAMPLED;
  return WAY_IN('it gives access, and outlives the share');
}

export const SAMPLED_PROPERTIES = [
  'AssumeRolePolicyDocument',
  'Policies',
  'ManagedPolicyArns',
  'PermissionsBoundary',
  'RoleName',
  'Path',
  'PolicyDocument',
  'Roles',
  'ManagedPolicyName',
  'BucketName',
  'Bucket',
  'AccessControl',
  'InlinePolicy',
  'Name',
  'InstanceArn',
  'ManagedPolicies',
  'CustomerManagedPolicyReferences',
  'PermissionSetArn',
  'PrincipalId',
  'PrincipalType',
  'TargetId',
  'TargetType',
];

function propertyRuling(type: string, name: string): Ruling {
  if (SAMPLED_TYPES.includes(type) && SAMPLED_PROPERTIES.includes(name)) return SAMPLED;
  return required(CHANGED[type]?.[name], `${type}.${name}`);
}

function required<Value>(rule: Value | undefined, what: string): Value {
  if (rule === undefined) throw new Error(`the oracle has no opinion on ${what}: write a rule`);
  return rule;
}

/** The gravest of several. */
export function gravest(rulings: readonly Ruling[]): Ruling {
  const order: Expectation[] = ['caught', 'any', 'holds or not decided', 'holds'];
  for (const expectation of order) {
    const found = rulings.find((one) => one.expectation === expectation);
    if (found) return found;
  }
  return SAMPLED;
}
