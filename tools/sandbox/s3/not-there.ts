import { AwsError } from '../core/service';
import type { Bucket } from '../core/world';

/** What S3 answers about a configuration that a bucket does not have. */
export const notThere = (code: string, message: string, bucket: Bucket): AwsError =>
  new AwsError(code, message, 404, { fields: { BucketName: bucket.name } });
