import { type Json, type JsonObject, isObject, listOf, objectAt } from '../../naive/json';
import {
  type Assembly,
  type Resource,
  Undeployable,
  arnOf,
  isNoValue,
  nameOf,
  resolve,
  resourcesOf,
  textsOf,
  textOf,
} from './cloudformation';
import { type DocumentKind, whyAwsRefuses } from './grammar';

/** What there would be on AWS after an assembly was deployed, as far as the four statements of the proof ask. */
export interface World {
  readonly roles: readonly Role[];
  readonly buckets: readonly Bucket[];
  readonly assignments: readonly Assignment[];
  readonly guarded: readonly Guarded[];
}

/** Anything else with a policy of its own: a key, a function, a topic, a queue. */
export interface Guarded {
  readonly name: string;
  readonly account: string;
  readonly policy: JsonObject;
}

export interface Role {
  readonly stack: string;
  readonly account: string;
  readonly arn: string;
  readonly name: string;
  readonly trust: JsonObject;
  readonly identity: readonly JsonObject[];
  readonly boundary?: JsonObject;
  /** Managed policies of which only the name is known. */
  readonly unknown: readonly string[];
}

export interface Bucket {
  readonly account: string;
  readonly arn: string;
  readonly policies: readonly JsonObject[];
}

/** A permission set in the hands of somebody. */
export interface Assignment {
  /** Principal, instance, target and the set's name: who may sign in where, and what they ask the portal for. */
  readonly who: string;
  readonly targetAccount: string;
  readonly permissionSet: string;
  readonly region: string;
  readonly identity: readonly JsonObject[];
  readonly unknown: readonly string[];
}

/** @throws Undeployable when AWS would reject some part of it */
export function worldOf(assembly: Assembly): World {
  const resources = assembly.flatMap(resourcesOf);
  // A reference to what is not there fails the deployment, wherever it stands.
  for (const policy of ofType(resources, 'AWS::S3::BucketPolicy')) resolve(policy.properties, policy.stack);
  rejectTwice(ofType(resources, 'AWS::S3::Bucket').map(nameOf));
  return {
    roles: ofType(resources, 'AWS::IAM::Role').map((role) => roleOf(role, resources)),
    buckets: ofType(resources, 'AWS::S3::Bucket').map((bucket) => bucketOf(bucket, resources)),
    assignments: ofType(resources, 'AWS::SSO::Assignment').map((assignment) =>
      assignmentOf(assignment, resources),
    ),
    guarded: [
      ...Object.entries(POLICIES_OF_OTHERS).flatMap(([type, name]) =>
        ofType(resources, type).map((one) => guardedBy(one, documentAt(one, name, 'resource'))),
      ),
      ...ofType(resources, 'AWS::Lambda::Permission').map((one) => guardedBy(one, permissionOf(one))),
    ],
  };
}

const POLICIES_OF_OTHERS: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
};

function guardedBy({ logicalId, stack }: Resource, policy: JsonObject): Guarded {
  return { name: `${stack.name}/${logicalId}`, account: stack.account, policy };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html */
function permissionOf(permission: Resource): JsonObject {
  const principal = textOf(property(permission, 'Principal'));
  const [account, arn, organization] = ['SourceAccount', 'SourceArn', 'PrincipalOrgID'].map((name) =>
    property(permission, name),
  );
  const equals = {
    ...(account !== undefined && { 'aws:SourceAccount': account }),
    ...(organization !== undefined && { 'aws:PrincipalOrgID': organization }),
  };
  const document: JsonObject = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal },
        Action: textOf(property(permission, 'Action')),
        Resource: '*',
        Condition: {
          ...(Object.keys(equals).length > 0 && { StringEquals: equals }),
          ...(arn !== undefined && { ArnLike: { 'aws:SourceArn': arn } }),
        },
      },
    ],
  };
  return checked(document, 'resource', permission.logicalId);
}

/** The name of a bucket is taken everywhere once somebody has it. */
function rejectTwice(names: readonly string[]): void {
  const again = names.find((name, index) => names.indexOf(name) < index);
  if (again !== undefined) throw new Undeployable(`there can be one bucket ${again}`);
}

function ofType(resources: readonly Resource[], type: string): Resource[] {
  return resources.filter((resource) => resource.type === type);
}

function property(resource: Resource, name: string): Json | undefined {
  const value = resource.properties[name];
  return value === undefined || isNoValue(value) ? undefined : resolve(value, resource.stack);
}

function documentAt(resource: Resource, name: string, kind: DocumentKind): JsonObject {
  return checked(property(resource, name), kind, `${resource.logicalId}.${name}`);
}

function checked(value: Json | undefined, kind: DocumentKind, where: string): JsonObject {
  const document = typeof value === 'string' ? parsed(value, where) : (value ?? null);
  const why = whyAwsRefuses(document, kind);
  if (why !== undefined || !isObject(document)) throw new Undeployable(`${where}: ${why ?? 'not a policy'}`);
  return document;
}

function parsed(text: string, where: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new Undeployable(`${where} is not JSON`);
  }
}

function roleOf(role: Resource, resources: readonly Resource[]): Role {
  const own = listOf(property(role, 'Policies')).map((policy) =>
    checked(
      isObject(policy) ? policy['PolicyDocument'] : undefined,
      'identity',
      `${role.logicalId}.Policies`,
    ),
  );
  const attached = resources
    .filter((policy) => attachesTo(policy, role))
    .map((policy) => documentAt(policy, 'PolicyDocument', 'identity'));
  const arns = textsOf(property(role, 'ManagedPolicyArns'));
  const boundary = property(role, 'PermissionsBoundary');
  const boundaryText = boundary === undefined ? undefined : managed(textOf(boundary), resources);
  return {
    stack: role.stack.name,
    account: role.stack.account,
    arn: arnOf(role),
    name: nameOf(role),
    trust: documentAt(role, 'AssumeRolePolicyDocument', 'trust'),
    identity: [
      ...own,
      ...attached,
      ...arns.map((arn) => managed(arn, resources)).filter((policy) => policy !== undefined),
    ],
    ...(boundaryText && { boundary: boundaryText }),
    unknown: [
      ...arns.filter((arn) => !managed(arn, resources)),
      ...(boundary !== undefined && !boundaryText ? [`boundary ${textOf(boundary)}`] : []),
    ],
  };
}

/** IAM::Policy and IAM::ManagedPolicy list the roles, IAM::RolePolicy names one. All reach their own account only. */
function attachesTo(policy: Resource, role: Resource): boolean {
  const listsRoles = policy.type === 'AWS::IAM::Policy' || policy.type === 'AWS::IAM::ManagedPolicy';
  if (!listsRoles && policy.type !== 'AWS::IAM::RolePolicy') return false;
  const names = textsOf(property(policy, listsRoles ? 'Roles' : 'RoleName'));
  return policy.stack.account === role.stack.account && names.includes(nameOf(role));
}

function managed(arn: string, resources: readonly Resource[]): JsonObject | undefined {
  const policy = ofType(resources, 'AWS::IAM::ManagedPolicy').find((candidate) => arnOf(candidate) === arn);
  return policy && documentAt(policy, 'PolicyDocument', 'identity');
}

function bucketOf(bucket: Resource, resources: readonly Resource[]): Bucket {
  const policies = ofType(resources, 'AWS::S3::BucketPolicy')
    .filter((policy) => textOf(property(policy, 'Bucket')) === nameOf(bucket))
    .map((policy) => documentAt(policy, 'PolicyDocument', 'resource'));
  if (policies.length > 1)
    throw new Undeployable('a bucket has one policy: the second overwrites the first or fails');
  const acl = accessByAcl(bucket);
  return {
    account: bucket.stack.account,
    arn: arnOf(bucket),
    policies: [...policies, ...(acl ? [acl] : [])],
  };
}

/**
 * A canned ACL as the policy that it amounts to.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html: with ownership enforced, a bucket
 * cannot be made with an ACL that grants anything to others.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
function accessByAcl(bucket: Resource): JsonObject | undefined {
  const acl = property(bucket, 'AccessControl');
  if (acl === undefined || acl === 'Private') return undefined;
  const [rule] = listOf(objectAt(bucket.properties, 'OwnershipControls')['Rules']);
  const ownership = isObject(rule) ? rule['ObjectOwnership'] : 'BucketOwnerEnforced';
  if (ownership === 'BucketOwnerEnforced')
    throw new Undeployable('an ACL on a bucket whose ACLs are disabled');
  const actions = acl === 'PublicReadWrite' ? ['s3:ListBucket', 's3:PutObject'] : 's3:ListBucket';
  return {
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: actions, Resource: [arnOf(bucket), `${arnOf(bucket)}/*`] },
    ],
  };
}

function assignmentOf(assignment: Resource, resources: readonly Resource[]): Assignment {
  const text = (name: string) => textOf(property(assignment, name));
  const set = ofType(resources, 'AWS::SSO::PermissionSet').find(
    (one) => arnOf(one) === text('PermissionSetArn'),
  );
  if (!set) throw new Undeployable(`${assignment.logicalId} assigns a permission set that is not there`);
  if (text('TargetType') !== 'AWS_ACCOUNT') throw new Undeployable('only accounts can be targets');
  if (!['GROUP', 'USER'].includes(text('PrincipalType'))) throw new Undeployable('groups and users only');
  if (!/^\d{12}$/.test(text('TargetId'))) throw new Undeployable('malformed TargetId');
  if (text('InstanceArn') !== textOf(property(set, 'InstanceArn')))
    throw new Undeployable('two instances in one assignment');
  const name = textOf(property(set, 'Name'));
  return {
    who: `${assignment.stack.account}: ${text('PrincipalType')} ${text('PrincipalId')} of ${text('InstanceArn')} in ${text('TargetId')}, by ${name}`,
    targetAccount: text('TargetId'),
    permissionSet: name,
    region: assignment.stack.region,
    identity:
      property(set, 'InlinePolicy') === undefined ? [] : [documentAt(set, 'InlinePolicy', 'identity')],
    unknown: ['ManagedPolicies', 'CustomerManagedPolicyReferences', 'PermissionsBoundary'].flatMap((name) =>
      listOf(property(set, name)).map((value) => `${name} ${JSON.stringify(value)}`),
    ),
  };
}
