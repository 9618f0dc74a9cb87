import type { Bucket, PublicAccessBlock, World } from '../../core/world';
import type { JsonObject } from '../../core/json';
import type { Created, ResourceType } from '../../resource-type/resource-type';
import type { Permission } from '../../core/service';
import { s3PermissionFromInside } from '../s3-permission';
import { ALL_BLOCKED, taken } from '../whole-buckets';
import type { ResourceContext } from '../../resource-type/resource-context';
import { HandlerError, s3Error } from '../../resource-type/handler-error';
import { physicalName } from '../../resource-type/physical-name';
import type { ResourceProperties } from '../../resource-type/properties';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html */
export const s3Bucket: ResourceType = {
  properties: {
    BucketName: 'replace',
    BucketEncryption: 'update',
    LoggingConfiguration: 'update',
    OwnershipControls: 'update',
    PublicAccessBlockConfiguration: 'update',
    Tags: 'update',
    VersioningConfiguration: 'update',
  },
  required: [],
  nameProperty: 'BucketName',
  attributes: ['Arn', 'DomainName', 'RegionalDomainName'],
  calls: {
    create: ['s3:CreateBucket'],
    delete: ['s3:DeleteBucket'],
    whenGiven: {
      BucketEncryption: 's3:PutEncryptionConfiguration',
      LoggingConfiguration: 's3:PutBucketLogging',
      OwnershipControls: 's3:PutBucketOwnershipControls',
      PublicAccessBlockConfiguration: 's3:PutBucketPublicAccessBlock',
      Tags: 's3:PutBucketTagging',
      VersioningConfiguration: 's3:PutBucketVersioning',
    },
    resource: (properties, context, physicalId) => {
      const generated = physicalName(context, 63).toLowerCase();
      return `arn:aws:s3:::${physicalId ?? properties.optionalText('BucketName') ?? generated}`;
    },
    permission: bucketCall,
  },

  findByName(name, { world, account, region }) {
    const bucket = world.buckets.get(name);
    const isHere = bucket?.account === account.id && bucket.region === region;
    return isHere ? created(bucket) : undefined;
  },

  create(properties, context) {
    const { world, account, region, objects } = context;
    const name = properties.optionalText('BucketName') ?? physicalName(context, 63).toLowerCase();
    checkName(name);
    const existing = world.buckets.get(name);
    if (existing !== undefined) throw s3Error('AlreadyExists', 409, taken(existing, account.id).message);
    const bucket: Bucket = { name, account: account.id, region, createdAt: world.now(), tags: {} };
    configure(bucket, properties, world);
    objects.createBucket(name);
    world.buckets.set(name, bucket);
    return created(bucket);
  },

  update({ existing, properties }, { world }) {
    const bucket = world.buckets.get(existing.physicalId);
    if (bucket === undefined) throw noSuchBucket();
    configure(bucket, properties, world);
    return created(bucket);
  },

  async delete({ physicalId }, { world, objects }) {
    if (!world.buckets.has(physicalId)) return;
    if ((await objects.list(physicalId)).length > 0) {
      throw s3Error(
        'GeneralServiceException',
        409,
        'The bucket you tried to delete is not empty. You must delete all versions in the bucket.',
      );
    }
    objects.deleteBucket(physicalId);
    world.buckets.delete(physicalId);
  },
};

function created({ name, region }: Bucket): Created {
  return {
    physicalId: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function checkName(name: string): void {
  if (!/^(?!xn--|sthree-|amzn-s3-demo-)(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name)) {
    throw new HandlerError(
      'InvalidRequest',
      `Bucket name should be 3 to 63 lower-case letters, digits, dots and hyphens, got ${name}`,
    );
  }
}

function configure(bucket: Bucket, properties: ResourceProperties, world: World): void {
  bucket.tags = properties.tags();
  const versioning = properties.structure('VersioningConfiguration')?.text('Status');
  if (versioning !== undefined && versioning !== 'Enabled' && versioning !== 'Suspended') {
    throw new HandlerError(
      'InvalidRequest',
      `VersioningConfiguration Status must be Enabled or Suspended, got ${versioning}`,
    );
  }
  assign(bucket, 'versioning', versioning);
  assign(bucket, 'encryption', encryption(properties));
  assign(bucket, 'logging', logging(properties, bucket, world));
  assign(bucket, 'ownership', ownership(properties));
  const block = properties.structure('PublicAccessBlockConfiguration');
  bucket.publicAccessBlock = block === undefined ? ALL_BLOCKED : publicAccessBlock(block);
}

function publicAccessBlock(block: ResourceProperties): PublicAccessBlock {
  block.allowOnly(['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']);
  return {
    blockPublicAcls: block.optionalFlag('BlockPublicAcls') ?? false,
    ignorePublicAcls: block.optionalFlag('IgnorePublicAcls') ?? false,
    blockPublicPolicy: block.optionalFlag('BlockPublicPolicy') ?? false,
    restrictPublicBuckets: block.optionalFlag('RestrictPublicBuckets') ?? false,
  };
}

function ownership(properties: ResourceProperties): string {
  const [rule] = properties.structure('OwnershipControls')?.allowOnly(['Rules']).structures('Rules') ?? [];
  return rule?.text('ObjectOwnership') ?? 'BucketOwnerEnforced';
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html */
function encryption(properties: ResourceProperties): JsonObject | undefined {
  const configured = properties.structure('BucketEncryption');
  const rules = configured
    ?.allowOnly(['ServerSideEncryptionConfiguration'])
    .structures('ServerSideEncryptionConfiguration');
  for (const rule of rules ?? []) {
    const byDefault = rule
      .allowOnly(['ServerSideEncryptionByDefault', 'BucketKeyEnabled'])
      .structure('ServerSideEncryptionByDefault')
      ?.allowOnly(['SSEAlgorithm', 'KMSMasterKeyID']);
    const algorithm = byDefault?.text('SSEAlgorithm');
    if (algorithm !== undefined && !['AES256', 'aws:kms'].includes(algorithm))
      throw new HandlerError(
        'InvalidRequest',
        `The sandbox does not model S3's encryption with ${algorithm}.`,
      );
    const key = byDefault?.optionalText('KMSMasterKeyID');
    // AWS's own key is for callers of its account alone, whatever other policies say.
    if (algorithm === 'aws:kms' && key === undefined)
      throw new HandlerError('InvalidRequest', 'The sandbox does not model the AWS managed key aws/s3.');
    if (key?.includes('alias/'))
      throw new HandlerError('InvalidRequest', 'The sandbox does not model aliases of KMS keys.');
  }
  return configured?.values;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html */
function logging(
  properties: ResourceProperties,
  { account, region }: Bucket,
  world: World,
): Bucket['logging'] | undefined {
  const configured = properties
    .structure('LoggingConfiguration')
    ?.allowOnly(['DestinationBucketName', 'LogFilePrefix']);
  if (configured === undefined) return undefined;
  const bucket = configured.text('DestinationBucketName');
  const target = world.buckets.get(bucket);
  if (target?.account !== account)
    throw s3Error('InvalidRequest', 400, 'The target bucket for logging does not exist');
  if (target.region !== region)
    throw s3Error(
      'InvalidRequest',
      400,
      'The target bucket must be in the same location as the source bucket',
    );
  return { bucket, prefix: configured.optionalText('LogFilePrefix') ?? '' };
}

/** Sets an optional member, or takes it away: with exactOptionalPropertyTypes it cannot be set to undefined. */
function assign<K extends 'versioning' | 'encryption' | 'ownership' | 'logging'>(
  bucket: Bucket,
  key: K,
  value: Bucket[K] | undefined,
): void {
  if (value === undefined) delete bucket[key];
  else bucket[key] = value;
}

export function noSuchBucket(): HandlerError {
  return s3Error('NotFound', 404, 'The specified bucket does not exist');
}

/** About a bucket that is there, its policy has a say, too. */
export function bucketCall(
  action: string,
  resource: string,
  { account, world }: ResourceContext,
): Permission {
  const bucket = world.buckets.get(resource.replace('arn:aws:s3:::', ''));
  return bucket === undefined
    ? { action, resource, resourceAccount: account.id }
    : s3PermissionFromInside(action.replace('s3:', ''), bucket);
}
