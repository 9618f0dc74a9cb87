import { isRecord } from '../core/json';
import { AwsError, notModelled, type ServiceResponse } from '../core/service';
import type { Bucket, BucketEncryption, ObjectOwnership, World } from '../core/world';
import { checkDigests } from './checksum';
import { notThere } from './not-there';
import type { S3Call, S3Handler } from './s3-call';
import { readTags, tagsResponse } from './tagging';
import { children, childText, malformedXml, parseXml, xmlResponse, type XmlValue } from './xml';

/** What a bucket is set to, besides its policy: read, written and taken away. */
export const bucketSettings: Readonly<Record<string, S3Handler>> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html
  GetPublicAccessBlock: ({ bucket }) => {
    const block = bucket.publicAccessBlock;
    if (block === undefined)
      throw notThere(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
        bucket,
      );
    return xmlResponse('PublicAccessBlockConfiguration', {
      BlockPublicAcls: String(block.blockPublicAcls),
      IgnorePublicAcls: String(block.ignorePublicAcls),
      BlockPublicPolicy: String(block.blockPublicPolicy),
      RestrictPublicBuckets: String(block.restrictPublicBuckets),
    });
  },
  PutPublicAccessBlock: writing('PublicAccessBlockConfiguration', (sent, bucket) => {
    const flag = (name: string): boolean => flagIn(sent, name);
    bucket.publicAccessBlock = {
      blockPublicAcls: flag('BlockPublicAcls'),
      ignorePublicAcls: flag('IgnorePublicAcls'),
      blockPublicPolicy: flag('BlockPublicPolicy'),
      restrictPublicBuckets: flag('RestrictPublicBuckets'),
    };
  }),
  DeletePublicAccessBlock: removing((bucket) => delete bucket.publicAccessBlock),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html
  GetBucketVersioning: ({ bucket: { versioning } }) =>
    xmlResponse('VersioningConfiguration', versioning === undefined ? '' : { Status: versioning }),
  PutBucketVersioning: writing('VersioningConfiguration', (sent, bucket) => {
    const status = childText(sent, 'Status');
    if (status !== 'Enabled' && status !== 'Suspended')
      throw new AwsError(
        'IllegalVersioningConfigurationException',
        'The Versioning element must be specified',
      );
    if (childText(sent, 'MfaDelete') === 'Enabled') throw notModelled("S3's MFA delete");
    bucket.versioning = status;
  }),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html
  GetBucketEncryption: ({ bucket }) => {
    const { algorithm, keyId, bucketKey } = bucket.encryption ?? { algorithm: 'AES256', bucketKey: false };
    const byDefault = {
      SSEAlgorithm: algorithm,
      ...(keyId === undefined ? {} : { KMSMasterKeyID: keyId }),
    };
    return xmlResponse('ServerSideEncryptionConfiguration', {
      Rule: { ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: String(bucketKey) },
    });
  },
  PutBucketEncryption: writing('ServerSideEncryptionConfiguration', (sent, bucket) => {
    bucket.encryption = readEncryption(sent);
  }),
  DeleteBucketEncryption: removing((bucket) => delete bucket.encryption),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html
  GetBucketLogging: ({ bucket: { logging } }) =>
    xmlResponse(
      'BucketLoggingStatus',
      logging === undefined
        ? ''
        : { LoggingEnabled: { TargetBucket: logging.bucket, TargetPrefix: logging.prefix } },
    ),
  PutBucketLogging: writing('BucketLoggingStatus', putLogging),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html
  GetBucketOwnershipControls: ({ bucket }) =>
    xmlResponse('OwnershipControls', { Rule: { ObjectOwnership: bucket.ownership } }),
  PutBucketOwnershipControls: writing('OwnershipControls', (sent, bucket) => {
    const [rule] = children(sent.Rule);
    const ownership = OWNERSHIPS.find(
      (one) => rule !== undefined && childText(rule, 'ObjectOwnership') === one,
    );
    if (ownership === undefined) throw malformedXml();
    bucket.ownership = ownership;
  }),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html
  GetBucketTagging: ({ bucket }) => {
    if (Object.keys(bucket.tags).length === 0)
      throw notThere('NoSuchTagSet', 'The TagSet does not exist', bucket);
    return tagsResponse(bucket.tags);
  },
  PutBucketTagging: async ({ request, bucket }) => {
    await checkDigests(request.body, request.headers);
    bucket.tags = readTags(request.body);
    return { status: 204, body: '' };
  },
  DeleteBucketTagging: removing((bucket) => (bucket.tags = {})),

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html
  GetBucketLifecycleConfiguration: ({ bucket }) => {
    if (bucket.lifecycle === undefined)
      throw notThere('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist', bucket);
    return xmlResponse('LifecycleConfiguration', { Rule: bucket.lifecycle as XmlValue });
  },
  PutBucketLifecycleConfiguration: writing('LifecycleConfiguration', (sent, bucket) => {
    const rules = children(sent.Rule);
    const areWhole = rules.every((rule) => /^(En|Dis)abled$/.test(childText(rule, 'Status') ?? ''));
    if (rules.length === 0 || !areWhole) throw malformedXml();
    bucket.lifecycle = rules.map((rule) => ({ ID: `rule-${rules.indexOf(rule) + 1}`, ...rule }));
  }),
  DeleteBucketLifecycle: removing((bucket) => delete bucket.lifecycle),
};

const OWNERSHIPS: readonly ObjectOwnership[] = [
  'BucketOwnerEnforced',
  'BucketOwnerPreferred',
  'ObjectWriter',
];

type Write = (sent: Record<string, unknown>, bucket: Bucket, world: World) => void;

/** A setting sent as a document with this root. */
function writing(root: string, write: Write): S3Handler {
  return async ({ request, bucket, world }: S3Call): Promise<ServiceResponse> => {
    await checkDigests(request.body, request.headers);
    write(parseXml(request.body, root), bucket, world);
    return { status: 200, body: '' };
  };
}

function removing(remove: (bucket: Bucket) => unknown): S3Handler {
  return ({ bucket }) => {
    remove(bucket);
    return { status: 204, body: '' };
  };
}

/** @throws AwsError where a flag is neither true nor false */
function flagIn(sent: Record<string, unknown>, name: string): boolean {
  const text = childText(sent, name)?.toLowerCase() ?? 'false';
  if (text !== 'true' && text !== 'false') throw malformedXml();
  return text === 'true';
}

function readEncryption(sent: Record<string, unknown>): BucketEncryption {
  const [rule, ...more] = children(sent.Rule);
  const byDefault = rule?.ApplyServerSideEncryptionByDefault;
  if (rule === undefined || more.length > 0) throw malformedXml();
  const algorithm = isRecord(byDefault) ? childText(byDefault, 'SSEAlgorithm') : 'AES256';
  const keyId = isRecord(byDefault) ? childText(byDefault, 'KMSMasterKeyID') : undefined;
  if (algorithm !== 'AES256' && algorithm !== 'aws:kms')
    throw algorithm === 'aws:kms:dsse' ? notModelled(`S3's encryption with ${algorithm}`) : malformedXml();
  if (algorithm === 'AES256' && keyId !== undefined)
    throw new AwsError(
      'InvalidArgument',
      'a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse',
    );
  // AWS's own key is for callers of its account alone, whatever other policies say.
  if (algorithm === 'aws:kms' && keyId === undefined) throw notModelled('the AWS managed key aws/s3');
  if (keyId?.includes('alias/')) throw notModelled('aliases of KMS keys');
  return {
    algorithm,
    bucketKey: flagIn(rule, 'BucketKeyEnabled'),
    ...(keyId === undefined ? {} : { keyId }),
  };
}

/** Nobody writes access logs here; where they would go must be there, as for S3. */
function putLogging(sent: Record<string, unknown>, bucket: Bucket, world: World): void {
  const enabled = sent.LoggingEnabled;
  if (!isRecord(enabled)) {
    delete bucket.logging;
    return;
  }
  const name = childText(enabled, 'TargetBucket') ?? '';
  const target = world.buckets.get(name);
  if (target === undefined)
    throw new AwsError('InvalidTargetBucketForLogging', 'The target bucket for logging does not exist');
  if (target.account !== bucket.account)
    throw new AwsError(
      'InvalidTargetBucketForLogging',
      'The owner for the bucket to be logged and the target bucket must be the same.',
    );
  if (target.region !== bucket.region)
    throw new AwsError('CrossLocationLoggingProhibited', 'Cross S3 location logging not allowed.', 403);
  bucket.logging = { bucket: name, prefix: childText(enabled, 'TargetPrefix') ?? '' };
}
