import { shownPolicy, storedPolicy } from '../access/stored-policy';
import { AwsError, type ServiceResponse } from '../core/service';
import { checkDigests } from './checksum';
import { listObjects, listObjectVersions } from './listing';
import { ownerOnlyAcl } from './acl';
import { bucketSettings } from './bucket-settings';
import type { S3Handler, S3Call } from './s3-call';
import { readBucketPolicy } from './bucket-policy';
import { isPublicPolicy } from './public-access';
import { deleteObjects } from './delete-objects';
import { notThere } from './not-there';
import { withoutConfigurations } from './without-configurations';
import { xmlResponse } from './xml';

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
  GetBucketPolicy: ({ bucket, world }) => {
    if (bucket.policy === undefined)
      throw notThere('NoSuchBucketPolicy', 'The bucket policy does not exist', bucket);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(shownPolicy(bucket.policy, world)),
    };
  },
  PutBucketPolicy: putPolicy,
  DeleteBucketPolicy: ({ bucket }) => {
    delete bucket.policy;
    return { status: 204, body: '' };
  },
  GetBucketPolicyStatus: ({ bucket }) =>
    xmlResponse('PolicyStatus', { IsPublic: String(isPublicPolicy(bucket.policy)) }),
  ...bucketSettings,
  GetBucketAcl: ({ bucket }) => ownerOnlyAcl(bucket.account),
  ...withoutConfigurations,
};

async function putPolicy({ request, bucket, world }: S3Call): Promise<ServiceResponse> {
  await checkDigests(request.body, request.headers);
  const policy = readBucketPolicy(request.body, bucket, world);
  if (bucket.publicAccessBlock?.blockPublicPolicy === true && isPublicPolicy(policy)) {
    throw new AwsError(
      'AccessDenied',
      `User: ${'arn' in request.caller ? request.caller.arn : 'anonymous'} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::${bucket.name}" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
      403,
    );
  }
  bucket.policy = storedPolicy(policy, world);
  return { status: 204, body: '' };
}
