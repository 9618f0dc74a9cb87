import { sayProofTemplates as say } from '../../../words/say';
import type { Collecting } from './collecting';
import { archivesIn, lifecycleIn } from './bucket-lifecycle';
import type { FoundResource } from './found-resource';
import type { BucketEntry, DepositEntry, FoundPolicy } from './inventory';
import { isObject, type JsonObject } from './json';
import { fatesOf } from './staying';
import { UnresolvableError } from './unresolvable-error';
import { asBoolean, asList, asObject, asText } from './value-types';

/** Buckets with their policies and settings. */
export function collectBuckets(collecting: Collecting): BucketEntry[] {
  const policies = bucketPolicies(collecting);
  const buckets = collecting.each(collecting.ofType('AWS::S3::Bucket'), (bucket) =>
    bucketEntry(
      bucket,
      policies.filter((policy) => isPolicyOf(policy, bucket)),
    ),
  );
  for (const policy of policies) {
    if (buckets.some((bucket) => isPolicyOf(policy, bucket))) continue;
    if (collecting.mayBeUnjudged('AWS::S3::Bucket', (bucket) => isPolicyOf(policy, bucket))) continue;
    collecting.cannotJudge(
      say('policyOfBucketElsewhere', { bucket: policy.bucketName, account: policy.resource.account }),
      policy.resource,
    );
  }
  return buckets;
}

function bucketEntry(bucket: FoundResource, own: readonly BucketPolicy[]): BucketEntry {
  if (own.length > 1) throw new UnresolvableError(say('twoBucketPolicies'));
  const [policy] = own;
  const publicAccessBlock = publicAccessBlockOf(bucket);
  const ownership = ownershipOf(bucket);
  const acl = bucket.optionalText('AccessControl');
  const hides = [
    ...lifecycleIn(bucket.optionalObject('LifecycleConfiguration')),
    ...archivesIn(bucket.objects('IntelligentTieringConfigurations')),
  ];
  return {
    name: bucket.name,
    account: bucket.account,
    region: bucket.region,
    ...(policy && { policy: policy.found }),
    ...(publicAccessBlock && { publicAccessBlock }),
    ...(ownership !== undefined && { ownership }),
    ...(acl !== undefined && !ACLS_FOR_NOBODY.has(acl) && { acl }),
    ...encryptionOf(bucket),
    ...(hides.length > 0 && { hides }),
    ...fatesOf(bucket),
    origin: bucket.origin,
  };
}

/**
 * For the owner, and for S3 itself where it writes logs.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
 */
const ACLS_FOR_NOBODY = new Set(['BucketOwnerFullControl', 'BucketOwnerRead', 'LogDeliveryWrite', 'Private']);

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
      found: resource.policy('PolicyDocument', say('bucketPolicyOf', { bucket: bucketName })),
      resource,
    };
  });
}

function publicAccessBlockOf(bucket: FoundResource): BucketEntry['publicAccessBlock'] {
  const block = bucket.optionalObject('PublicAccessBlockConfiguration');
  if (!block) return undefined;
  const isOn = (name: string) => block[name] !== undefined && asBoolean(block[name], name);
  return {
    blockPublicAcls: isOn('BlockPublicAcls'),
    ignorePublicAcls: isOn('IgnorePublicAcls'),
    blockPublicPolicy: isOn('BlockPublicPolicy'),
    restrictPublicBuckets: isOn('RestrictPublicBuckets'),
  };
}

function ownershipOf(bucket: FoundResource): string | undefined {
  const controls = bucket.optionalObject('OwnershipControls');
  if (!controls) return undefined;
  const { ObjectOwnership: ownership } = onlyRule(controls.Rules, 'OwnershipControls.Rules');
  return asText(ownership, 'ObjectOwnership');
}

function encryptionOf(bucket: FoundResource): Pick<BucketEntry, 'encryption' | 'encryptionKey'> {
  const encryption = bucket.optionalObject('BucketEncryption');
  if (!encryption) return {};
  const what = 'ServerSideEncryptionConfiguration';
  const rule = onlyRule(encryption.ServerSideEncryptionConfiguration, what);
  // A rule may also say nothing but which kinds of encryption are not taken.
  if (rule.ServerSideEncryptionByDefault === undefined) return {};
  const byDefault = asObject(rule.ServerSideEncryptionByDefault, 'ServerSideEncryptionByDefault');
  const key = byDefault.KMSMasterKeyID;
  return {
    encryption: asText(byDefault.SSEAlgorithm, 'SSEAlgorithm'),
    ...(key !== undefined && { encryptionKey: asText(key, 'KMSMasterKeyID') }),
  };
}

function onlyRule(rules: unknown, property: string): JsonObject {
  const [rule, ...more] = asList(rules, property);
  if (isObject(rule) && more.length === 0) return rule;
  throw new UnresolvableError(say('mustBeOneObject', { property }));
}

/** Logs, inventories and analyses of buckets, and what trails record: it all ends up in some bucket. */
export function collectDeposits(collecting: Collecting): DepositEntry[] {
  const isHere = (name: string, account: string) =>
    collecting.ofType('AWS::S3::Bucket').some((one) => one.account === account && one.name === name) ||
    collecting.mayBeUnjudged('AWS::S3::Bucket', (one) => one.account === account && one.name === name);
  const ofBuckets = collecting.each(collecting.ofType('AWS::S3::Bucket'), (bucket): DepositEntry[] => {
    const { name, origin } = bucket;
    const bucketIn = (destination: unknown) =>
      destinationOf(destination, (other) => isHere(other, bucket.account));
    const logging = bucket.optionalObject('LoggingConfiguration');
    const target = logging && (logging.DestinationBucketName ?? name);
    return [
      ...(target === undefined
        ? []
        : [
            {
              what: say('accessLogs', { name }),
              into: asText(target, 'LoggingConfiguration.DestinationBucketName'),
              origin,
            },
          ]),
      ...bucket.objects('InventoryConfigurations').map(({ Destination: destination }) => ({
        what: say('inventory', { name }),
        into: bucketIn(destination),
        origin,
      })),
      ...bucket.objects('AnalyticsConfigurations').flatMap(({ StorageClassAnalysis: analysis }) => {
        const { DataExport: exported } = asObject(analysis, 'StorageClassAnalysis');
        if (exported === undefined) return [];
        const { Destination: destination } = asObject(exported, 'DataExport');
        return [{ what: say('analysis', { name }), into: bucketIn(destination), origin }];
      }),
    ];
  });
  const ofTrails = collecting.each(collecting.ofType('AWS::CloudTrail::Trail'), (trail) => ({
    what: say('trail', { name: trail.logicalId }),
    into: trail.text('S3BucketName'),
    origin: trail.origin,
  }));
  return [...ofBuckets.flat(), ...ofTrails];
}

function destinationOf(destination: unknown, isHere: (bucketName: string) => boolean): string {
  const { BucketArn: given, BucketAccountId: account } = asObject(destination, 'Destination');
  const arn = asText(given, 'BucketArn');
  const [, name] = /^arn:aws:s3:::([^/]+)$/.exec(arn) ?? [];
  if (name === undefined)
    throw new UnresolvableError(say('mustBeBucketArn', { property: 'BucketArn', got: arn }));
  if (account !== undefined || isHere(name)) return name;
  throw new UnresolvableError(say('reportsElsewhere', { bucket: name }));
}
