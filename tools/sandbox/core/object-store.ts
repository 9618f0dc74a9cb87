/**
 * The S3 library's store, as far as CloudFormation touches it: it reads templates and assets, creates and deletes
 * buckets, and carries out the bucket deployment. No authorization happens here.
 */
export interface ObjectStore {
  createBucket(bucket: string): void | Promise<void>;
  deleteBucket(bucket: string): void | Promise<void>;
  get(bucket: string, key: string): Promise<Buffer | undefined>;
  put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void>;
  /** Every key that starts with the prefix, in order. */
  list(bucket: string, prefix?: string): Promise<string[]>;
  delete(bucket: string, key: string): Promise<void>;
}
