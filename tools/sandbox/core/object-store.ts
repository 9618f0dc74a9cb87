/** S3's store, as far as CloudFormation and Lambda look into it: for templates and assets. No authorization happens here. */
export interface ObjectStore {
  get(bucket: string, key: string): Promise<Buffer | undefined>;
  /** Every key that starts with the prefix, in order. */
  list(bucket: string, prefix?: string): Promise<string[]>;
}
