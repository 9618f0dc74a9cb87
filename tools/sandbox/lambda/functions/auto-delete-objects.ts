import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../resource-type/service-client';
import type { CustomResourceFunction } from './custom-resource-event';
import { FunctionStorage } from './function-storage';

const OPT_IN_TAG = 'aws-cdk:auto-delete-objects';

/**
 * What the function behind CDK's `autoDeleteObjects` does: it empties the bucket when the resource goes.
 *
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3-readme.html#bucket-deletion
 */
export const autoDeleteObjects: CustomResourceFunction = async (event, aws) => {
  const { requestType, properties, before } = event;
  const bucket = properties.text('BucketName');
  if (requestType === 'Create') return { physicalId: randomUUID() };
  if (requestType === 'Update') {
    // Another physical id makes CloudFormation delete the old resource, and with it the old bucket's objects.
    return bucket === before.text('BucketName') ? {} : { physicalId: bucket };
  }
  const storage = new FunctionStorage(aws);
  try {
    // The bucket itself says whether it may be emptied: autoDeleteObjects may have been switched off before.
    if ((await storage.tagsOf(bucket)).get(OPT_IN_TAG) !== 'true') return {};
  } catch (error) {
    if (error instanceof ServiceError && /^NoSuch(Bucket|TagSet)$/.test(error.code)) return {};
    throw error;
  }
  for (const key of await storage.list(bucket)) await storage.delete(bucket, key);
  return {};
};
