import { isRecord } from '../core/json';
import { AwsError, type ServiceResponse } from '../core/service';
import type { Bucket } from '../core/world';
import { checkDigests } from './checksum';
import { listObjects, listObjectVersions } from './listing';
import { ownerOnlyAcl } from './acl';
import type { S3Handler, S3Call } from './s3-call';
import { readBucketPolicy } from './bucket-policy';
import { isPublicPolicy } from './public-access';
import { deleteObjects } from './delete-objects';
import { notThere } from './not-there';
import { tagsResponse } from './tagging';
import { withoutConfigurations } from './without-configurations';
import { children, childText, parseXml, xmlResponse } from './xml';

/** What can be done with one bucket, by the operation's name. */
export const bucketHandlers: Readonly<Record<string, S3Handler>> = {
  HeadBucket: ({ bucket }) => ({ status: 200, headers: { 'x-amz-bucket-region': bucket.region }, body: '' }),
  ListObjects: listObjects,
  ListObjectVersions: listObjectVersions,
  DeleteObjects: deleteObjects,
  DeleteBucket: ({ bucket, data, world }) => {
    data.deleteBucket(bucket.name);
    world.buckets.delete(bucket.name);
    return { status: 204, body: '' };
  },
  // us-east-1 is written as nothing at all
  GetBucketLocation: ({ bucket }) =>
    xmlResponse('LocationConstraint', bucket.region === 'us-east-1' ? '' : bucket.region),
  GetBucketPolicy: ({ bucket }) => {
    if (bucket.policy === undefined)
      throw notThere('NoSuchBucketPolicy', 'The bucket policy does not exist', bucket);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bucket.policy),
    };
  },
  PutBucketPolicy: putPolicy,
  DeleteBucketPolicy: ({ bucket }) => {
    delete bucket.policy;
    return { status: 204, body: '' };
  },
  GetBucketPolicyStatus: ({ bucket }) =>
    xmlResponse('PolicyStatus', { IsPublic: String(isPublicPolicy(bucket.policy)) }),
  GetPublicAccessBlock: ({ bucket }) => {
    const block = bucket.publicAccessBlock;
    if (block === undefined) {
      throw notThere(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
        bucket,
      );
    }
    return xmlResponse('PublicAccessBlockConfiguration', {
      BlockPublicAcls: String(block.blockPublicAcls),
      IgnorePublicAcls: String(block.ignorePublicAcls),
      BlockPublicPolicy: String(block.blockPublicPolicy),
      RestrictPublicBuckets: String(block.restrictPublicBuckets),
    });
  },
  PutPublicAccessBlock: putPublicAccessBlock,
  DeletePublicAccessBlock: ({ bucket }) => {
    delete bucket.publicAccessBlock;
    return { status: 204, body: '' };
  },
  GetBucketVersioning: ({ bucket }) =>
    xmlResponse(
      'VersioningConfiguration',
      bucket.versioning === undefined ? '' : { Status: bucket.versioning },
    ),
  PutBucketVersioning: putVersioning,
  GetBucketEncryption: ({ bucket }) =>
    xmlResponse('ServerSideEncryptionConfiguration', { Rule: encryptionRules(bucket) }),
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html
  GetBucketLogging: ({ bucket: { logging } }) =>
    xmlResponse(
      'BucketLoggingStatus',
      logging === undefined
        ? ''
        : { LoggingEnabled: { TargetBucket: logging.bucket, TargetPrefix: logging.prefix } },
    ),
  GetBucketOwnershipControls: ({ bucket }) =>
    xmlResponse('OwnershipControls', {
      Rule: { ObjectOwnership: bucket.ownership ?? 'BucketOwnerEnforced' },
    }),
  GetBucketAcl: ({ bucket }) => ownerOnlyAcl(bucket.account),
  GetBucketTagging: ({ bucket }) => {
    if (Object.keys(bucket.tags).length === 0)
      throw notThere('NoSuchTagSet', 'The TagSet does not exist', bucket);
    return tagsResponse(bucket.tags);
  },
  ...withoutConfigurations,
};

async function putPolicy({ request, bucket, world }: S3Call): Promise<ServiceResponse> {
  await checkDigests(request.body, request.headers);
  const policy = readBucketPolicy(request.body, bucket, world);
  if (bucket.publicAccessBlock?.blockPublicPolicy === true && isPublicPolicy(policy)) {
    throw new AwsError(
      'AccessDenied',
      'Access Denied: public policies are prevented by the BlockPublicPolicy setting',
      403,
    );
  }
  bucket.policy = policy;
  return { status: 204, body: '' };
}

async function putPublicAccessBlock({ request, bucket }: S3Call): Promise<ServiceResponse> {
  await checkDigests(request.body, request.headers);
  const wanted = parseXml(request.body, 'PublicAccessBlockConfiguration');
  const flag = (name: string): boolean => childText(wanted, name) === 'true';
  bucket.publicAccessBlock = {
    blockPublicAcls: flag('BlockPublicAcls'),
    ignorePublicAcls: flag('IgnorePublicAcls'),
    blockPublicPolicy: flag('BlockPublicPolicy'),
    restrictPublicBuckets: flag('RestrictPublicBuckets'),
  };
  return { status: 200, body: '' };
}

async function putVersioning({ request, bucket }: S3Call): Promise<ServiceResponse> {
  await checkDigests(request.body, request.headers);
  const status = childText(parseXml(request.body, 'VersioningConfiguration'), 'Status');
  if (status !== 'Enabled' && status !== 'Suspended') {
    throw new AwsError('IllegalVersioningConfigurationException', 'The Versioning element must be specified');
  }
  bucket.versioning = status;
  return { status: 200, body: '' };
}

/** As CloudFormation's BucketEncryption has it; without one, S3's own default. */
function encryptionRules(bucket: Bucket) {
  const rules = isRecord(bucket.encryption)
    ? children(bucket.encryption.ServerSideEncryptionConfiguration)
    : [];
  if (rules.length === 0) return [{ ...byDefault('AES256', undefined), BucketKeyEnabled: 'false' }];
  return rules.map(({ ServerSideEncryptionByDefault: encryption, BucketKeyEnabled: bucketKey }) => ({
    ...(isRecord(encryption)
      ? byDefault(childText(encryption, 'SSEAlgorithm'), childText(encryption, 'KMSMasterKeyID'))
      : {}),
    BucketKeyEnabled: bucketKey === true || bucketKey === 'true' ? 'true' : 'false',
  }));
}

function byDefault(SSEAlgorithm: string | undefined, KMSMasterKeyID: string | undefined) {
  return {
    ApplyServerSideEncryptionByDefault: {
      SSEAlgorithm,
      ...(KMSMasterKeyID !== undefined && { KMSMasterKeyID }),
    },
  };
}
