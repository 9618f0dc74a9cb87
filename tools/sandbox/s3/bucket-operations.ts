import { shownPolicy, storedPolicy } from '../access/stored-policy';
import { AwsError, type ServiceResponse } from '../core/service';
import { checkDigests } from './checksum';
import { contents, encoderOf, listingResponse, paginate, readMaxKeys } from './listing';
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
  ListObjects: async ({ bucket, data, request }) =>
    listingResponse(
      bucket.name,
      request.query,
      await data.describe(bucket.name, request.query.get('prefix') ?? ''),
    ),
  ListObjectVersions: listVersions,
  DeleteObjects: deleteObjects,
  DeleteBucket: async ({ bucket, data, world }) => {
    await data.deleteBucket(bucket.name);
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

/** Every object is its own latest and only version, `null`: nothing is kept of what was overwritten or deleted. */
async function listVersions({ bucket, data, request }: S3Call): Promise<ServiceResponse> {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const after = query.get('key-marker') ?? '';
  const page = paginate(await data.describe(bucket.name, prefix), { prefix, delimiter, after, maxKeys });
  const encode = encoderOf(query);
  const last = page.entries.at(-1);
  const next = last === undefined ? '' : 'object' in last ? last.object.key : last.prefix;
  return xmlResponse('ListVersionsResult', {
    Name: bucket.name,
    Prefix: encode(prefix),
    KeyMarker: encode(after),
    MaxKeys: String(maxKeys),
    ...(query.has('encoding-type') ? { EncodingType: 'url' } : {}),
    IsTruncated: String(page.isTruncated),
    ...(page.isTruncated ? { NextKeyMarker: encode(next), NextVersionIdMarker: 'null' } : {}),
    Version: page.entries.flatMap((entry) =>
      'object' in entry ? [{ ...contents(entry.object, encode), VersionId: 'null', IsLatest: 'true' }] : [],
    ),
    CommonPrefixes: page.entries.flatMap((entry) =>
      'prefix' in entry ? [{ Prefix: encode(entry.prefix) }] : [],
    ),
  });
}

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
