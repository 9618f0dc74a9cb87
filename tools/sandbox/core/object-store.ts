/**
 * S3's store, as far as CloudFormation touches it: it reads templates and assets, creates and deletes buckets, and
 * carries out the bucket deployment. No authorization happens here.
 */
export interface ObjectStore extends Objects {
  createBucket(bucket: string): void;
  deleteBucket(bucket: string): void;
}

/** What the functions of custom resources do with objects. */
export interface Objects {
  get(bucket: string, key: string): Promise<Buffer | undefined>;
  put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void>;
  /** Every key that starts with the prefix, in order. */
  list(bucket: string, prefix?: string): Promise<string[]>;
  delete(bucket: string, key: string): Promise<void>;
}
