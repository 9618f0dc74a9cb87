import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type { BucketEntry, FoundPolicy, ResourcePolicyEntry } from './inventory';
import { isObject, type JsonObject, shown } from './json';
import { UnresolvableError } from './unresolvable-error';

/** Buckets with their policies and settings. */
export function collectBuckets(collecting: Collecting): BucketEntry[] {
  const policies = bucketPolicies(collecting);
  const buckets = collecting.each(collecting.ofType('AWS::S3::Bucket'), (bucket): BucketEntry => {
    const own = policies.filter((policy) => isPolicyOf(policy, bucket));
    if (own.length > 1)
      throw new UnresolvableError('it has two bucket policies, of which only one would be in force');
    checkLifecycle(bucket.optionalObject('LifecycleConfiguration'));
    const [policy] = own;
    const block = bucket.optionalObject('PublicAccessBlockConfiguration');
    const ownership = oneRule(bucket.optionalObject('OwnershipControls')?.Rules)?.ObjectOwnership;
    const acl = bucket.optionalText('AccessControl');
    const encryption = encryptionOf(bucket.optionalObject('BucketEncryption'));
    return {
      name: bucket.name,
      account: bucket.account,
      ...(policy && { policy: policy.found }),
      ...(block && {
        publicAccessBlock: {
          blockPublicAcls: isTrue(block.BlockPublicAcls),
          ignorePublicAcls: isTrue(block.IgnorePublicAcls),
          blockPublicPolicy: isTrue(block.BlockPublicPolicy),
          restrictPublicBuckets: isTrue(block.RestrictPublicBuckets),
        },
      }),
      ...(typeof ownership === 'string' && { ownership }),
      ...(acl !== undefined && acl !== 'Private' && { acl }),
      ...(encryption !== undefined && { encryption }),
      origin: bucket.origin,
    };
  });
  for (const policy of policies) {
    if (buckets.some((bucket) => isPolicyOf(policy, bucket))) continue;
    collecting.cannotJudge(
      `it is the policy of the bucket ${policy.bucketName}, which is not in these templates in account ${policy.resource.account}.`,
      policy.resource,
    );
  }
  return buckets;
}

/** Only the account that owns a bucket can give it a policy. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
function isPolicyOf({ bucketName, resource }: BucketPolicy, bucket: { name: string; account: string }) {
  return bucketName === bucket.name && resource.account === bucket.account;
}

interface BucketPolicy {
  readonly bucketName: string;
  readonly found: FoundPolicy;
  readonly resource: FoundResource;
}

function bucketPolicies(collecting: Collecting): BucketPolicy[] {
  return collecting.each(collecting.ofType('AWS::S3::BucketPolicy'), (resource) => {
    const bucketName = resource.text('Bucket');
    return {
      bucketName,
      found: resource.policy('PolicyDocument', `bucket policy of ${bucketName}`),
      resource,
    };
  });
}

/** What a lifecycle rule may hold without taking current objects out of the borrowers' reach. */
const HARMLESS_IN_LIFECYCLE = new Set([
  'AbortIncompleteMultipartUpload',
  'ExpiredObjectDeleteMarker',
  'Id',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'ObjectSizeGreaterThan',
  'ObjectSizeLessThan',
  'Prefix',
  'Status',
  'TagFilters',
]);

/**
 * A rule that deletes objects, or moves them to where they must be restored before they can be read.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html
 */
function checkLifecycle(lifecycle: JsonObject | undefined): void {
  const rules: readonly unknown[] = Array.isArray(lifecycle?.Rules) ? lifecycle.Rules : [];
  const found = rules.flatMap((rule) => (isObject(rule) ? Object.keys(rule) : [shown(rule)]));
  const unknown = found.filter((name) => !HARMLESS_IN_LIFECYCLE.has(name));
  if (unknown.length > 0) {
    throw new UnresolvableError(
      `its LifecycleConfiguration has ${unknown.join(', ')}, which may take objects away from the borrowers`,
    );
  }
}

function encryptionOf(encryption: JsonObject | undefined): string | undefined {
  if (!encryption) return undefined;
  const byDefault = oneRule(encryption.ServerSideEncryptionConfiguration)?.ServerSideEncryptionByDefault;
  const algorithm = isObject(byDefault) ? byDefault.SSEAlgorithm : undefined;
  return typeof algorithm === 'string' ? algorithm : shown(encryption);
}

/** Undefined unless there is exactly one. */
function oneRule(rules: unknown): JsonObject | undefined {
  const list: readonly unknown[] = Array.isArray(rules) ? rules : [];
  const [rule] = list;
  return list.length === 1 && isObject(rule) ? rule : undefined;
}

/** CloudFormation takes booleans as text too. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** Policies of access points, keys and functions. */
export function collectResourcePolicies(collecting: Collecting): ResourcePolicyEntry[] {
  const accessPoints = collecting.each(
    collecting.ofType('AWS::S3::AccessPoint'),
    (point): ResourcePolicyEntry[] =>
      point.property('Policy') === undefined ? [] : [entry(point, 'access point', 'Policy')],
  );
  const keys = collecting.each(collecting.ofType('AWS::KMS::Key'), (key) =>
    entry(key, 'KMS key', 'KeyPolicy'),
  );
  const permissions = collecting.each(collecting.ofType('AWS::Lambda::Permission'), lambdaPermission);
  return [...accessPoints.flat(), ...keys, ...permissions];
}

function entry(resource: FoundResource, what: string, property: string): ResourcePolicyEntry {
  const policy = resource.policy(property, `policy of the ${what} ${resource.logicalId}`);
  return { resource: `${what} ${resource.logicalId}`, arn: resource.arn, account: resource.account, policy };
}

/**
 * Lambda keeps a permission as a statement of the function's policy.
 *
 * https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
function lambdaPermission(permission: FoundResource): ResourcePolicyEntry {
  const principal = permission.text('Principal');
  const functionName = permission.text('FunctionName');
  const conditions: readonly (readonly [string, string, string | undefined])[] = [
    ['ArnLike', 'AWS:SourceArn', permission.optionalText('SourceArn')],
    ['StringEquals', 'AWS:SourceAccount', permission.optionalText('SourceAccount')],
    ['StringEquals', 'aws:PrincipalOrgID', permission.optionalText('PrincipalOrgID')],
  ];
  const condition: Record<string, Record<string, string>> = {};
  for (const [operator, key, value] of conditions) {
    if (value !== undefined) condition[operator] = { ...condition[operator], [key]: value };
  }
  const statement = {
    Effect: 'Allow',
    Principal: principal.includes('.amazonaws.com') ? { Service: principal } : { AWS: principal },
    Action: permission.text('Action'),
    Resource: '*',
    Condition: condition,
  };
  return {
    resource: `Lambda function ${functionName}`,
    arn: functionName,
    account: permission.account,
    policy: {
      name: `permission ${permission.logicalId} on the Lambda function ${functionName}`,
      document: { Version: '2012-10-17', Statement: [statement] },
      origin: permission.origin,
    },
  };
}
