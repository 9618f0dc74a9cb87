import type { Bucket } from '../../core/world';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { s3Error } from '../../resource-type/handler-error';
import { checkedPolicy } from '../../resource-type/policy-document';
import type { ResourceProperties } from '../../resource-type/properties';
import { bucketCall, noSuchBucket } from './bucket';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html */
export const s3BucketPolicy: ResourceType = {
  properties: { Bucket: 'replace', PolicyDocument: 'update' },
  required: ['Bucket', 'PolicyDocument'],
  attributes: [],
  calls: {
    create: ['s3:PutBucketPolicy'],
    delete: ['s3:DeleteBucketPolicy'],
    whenChanged: { PolicyDocument: 's3:PutBucketPolicy' },
    resource: (properties) => `arn:aws:s3:::${properties.text('Bucket')}`,
    permission: bucketCall,
  },

  create(properties, context) {
    const bucket = ownBucket(properties.text('Bucket'), context);
    if (bucket.policy !== undefined) {
      throw s3Error('AlreadyExists', 409, `The bucket policy already exists on bucket ${bucket.name}.`);
    }
    put(bucket, properties, context);
    return { physicalId: bucket.name, attributes: {} };
  },

  update({ existing, properties }, context) {
    put(ownBucket(existing.physicalId, context), properties, context);
    return existing;
  },

  delete({ physicalId }, { world }) {
    delete world.buckets.get(physicalId)?.policy;
  },
};

function put(bucket: Bucket, properties: ResourceProperties, { world }: ResourceContext): void {
  bucket.policy = checkedPolicy(
    properties,
    'PolicyDocument',
    'resource',
    `bucket policy of ${bucket.name}`,
    world,
  );
}

function ownBucket(name: string, { world, account }: ResourceContext): Bucket {
  const bucket = world.buckets.get(name);
  if (bucket === undefined) throw noSuchBucket();
  if (bucket.account !== account.id) throw s3Error('AccessDenied', 403, 'Access Denied');
  return bucket;
}
