import { randomUUID } from 'node:crypto';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { objectsOfFunction } from '../function-objects';
import { functionCall } from './function-call';

const OPT_IN_TAG = 'aws-cdk:auto-delete-objects';

/**
 * What the function behind CDK's `autoDeleteObjects` does, as the function's own role: it empties the bucket when the
 * resource goes.
 *
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3-readme.html#bucket-deletion
 */
export const autoDeleteObjects: ResourceType = {
  properties: { ServiceToken: 'replace', BucketName: 'update' },
  required: ['ServiceToken', 'BucketName'],
  attributes: [],
  calls: functionCall,

  create: () => ({ physicalId: randomUUID(), attributes: {} }),

  update({ existing, properties }) {
    const bucketName = properties.text('BucketName');
    // Another physical id makes CloudFormation delete the old resource, and with it the old bucket's objects.
    const moved = bucketName !== existing.properties.text('BucketName');
    return { physicalId: moved ? bucketName : existing.physicalId, attributes: {} };
  },

  async delete({ properties }, context: ResourceContext) {
    const bucket = context.world.buckets.get(properties.text('BucketName'));
    // The bucket itself says whether it may be emptied: autoDeleteObjects may have been switched off before.
    if (bucket?.tags[OPT_IN_TAG] !== 'true') return;
    const objects = objectsOfFunction(properties.text('ServiceToken'), context);
    for (const key of await objects.list(bucket.name)) await objects.delete(bucket.name, key);
  },
};
