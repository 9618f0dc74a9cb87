import { AwsError, type Operation, type ServiceRequest } from '../core/service';
import type { Bucket, PublicAccessBlock, World } from '../core/world';
import type { ObjectData } from './object-data';
import { requestContext } from './request-context';
import { childText, parseXml, xmlResponse } from './xml';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export function listBuckets(request: ServiceRequest, world: World): Operation {
  return {
    name: 'ListBuckets',
    permissions: [
      {
        action: 's3:ListAllMyBuckets',
        resource: 'arn:aws:s3:::*',
        shownAs: '*',
        resourceAccount: request.account,
        context: requestContext(request, 'ListAllMyBuckets'),
      },
    ],
    run: () => {
      const own = [...world.buckets.values()].filter(({ account }) => account === request.account);
      own.sort((a, b) => (a.name < b.name ? -1 : 1));
      return xmlResponse('ListAllMyBucketsResult', {
        Owner: { ID: request.account },
        Buckets: {
          Bucket: own.map(({ name, createdAt, region }) => ({
            Name: name,
            CreationDate: createdAt.toISOString(),
            BucketRegion: region,
          })),
        },
      });
    },
  };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export function createBucket(
  name: string,
  request: ServiceRequest,
  world: World,
  data: ObjectData,
): Operation {
  const constraint =
    request.body.length === 0
      ? undefined
      : childText(parseXml(request.body, 'CreateBucketConfiguration'), 'LocationConstraint');
  return {
    name: 'CreateBucket',
    permissions: [
      {
        action: 's3:CreateBucket',
        resource: `arn:aws:s3:::${name}`,
        resourceAccount: request.account,
        context: {
          ...requestContext(request, 'CreateBucket'),
          ...(constraint === undefined ? {} : { 's3:locationconstraint': constraint }),
        },
      },
    ],
    run: () => {
      checkName(name);
      const region = locationOf(constraint, request.region);
      const existing = world.buckets.get(name);
      if (existing !== undefined) throw taken(existing, request.account);
      world.buckets.set(name, newBucket(name, request.account, region, world.now()));
      data.createBucket(name);
      return { status: 200, headers: { location: `/${name}` }, body: '' };
    },
  };
}

/** As S3 makes every bucket since 2023: nothing public, no ACLs. */
export function newBucket(name: string, account: string, region: string, createdAt: Date): Bucket {
  return {
    name,
    account,
    region,
    createdAt,
    publicAccessBlock: ALL_BLOCKED,
    ownership: 'BucketOwnerEnforced',
    tags: {},
  };
}

/** Since April 2023 a bucket starts with it, unless its maker says otherwise. */
export const ALL_BLOCKED: PublicAccessBlock = {
  blockPublicAcls: true,
  ignorePublicAcls: true,
  blockPublicPolicy: true,
  restrictPublicBuckets: true,
};

function locationOf(constraint: string | undefined, region: string): string {
  const wanted = constraint ?? 'us-east-1';
  if (wanted === region || region === 'us-east-1') return wanted;
  throw new AwsError(
    'IllegalLocationConstraintException',
    constraint === undefined
      ? 'The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.'
      : `The ${constraint} location constraint is incompatible for the region specific endpoint this request was sent to.`,
  );
}

function checkName(name: string): void {
  if (/^(?=.{3,63}$)[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*[a-z0-9]$/.test(name)) return;
  throw new AwsError('InvalidBucketName', 'The specified bucket is not valid.', 400, {
    fields: { BucketName: name },
  });
}

/** The name of a bucket is nobody else's, and not even its owner's again. */
export function taken(existing: Bucket, account: string): AwsError {
  return existing.account === account
    ? new AwsError(
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded and you already own it.',
        409,
      )
    : new AwsError(
        'BucketAlreadyExists',
        'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
        409,
      );
}
