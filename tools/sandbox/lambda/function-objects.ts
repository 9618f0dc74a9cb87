import type { World } from '../core/world';
import type { ObjectStore } from '../core/object-store';
import { customResourceFailure } from '../resource-type/handler-error';
import { s3Permission } from './s3-permission';
import type { ServiceSession } from '../access/service-session';

/** The object store as a Lambda function sees it: every call is decided by the policies of the function's role. */
export class FunctionObjects implements ObjectStore {
  constructor(
    private readonly objects: ObjectStore,
    private readonly session: ServiceSession,
    private readonly world: World,
  ) {}

  createBucket(bucket: string): void | Promise<void> {
    this.authorize('s3:CreateBucket', bucket);
    return this.objects.createBucket(bucket);
  }

  deleteBucket(bucket: string): void | Promise<void> {
    this.authorize('s3:DeleteBucket', bucket);
    return this.objects.deleteBucket(bucket);
  }

  async get(bucket: string, key: string): Promise<Buffer | undefined> {
    this.authorize('s3:GetObject', bucket, key);
    return this.objects.get(bucket, key);
  }

  async put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void> {
    this.authorize('s3:PutObject', bucket, key);
    return this.objects.put(bucket, key, body, contentType);
  }

  async list(bucket: string, prefix = ''): Promise<string[]> {
    this.authorize('s3:ListBucket', bucket, undefined, { 's3:prefix': prefix });
    return this.objects.list(bucket, prefix);
  }

  async delete(bucket: string, key: string): Promise<void> {
    this.authorize('s3:DeleteObject', bucket, key);
    return this.objects.delete(bucket, key);
  }

  private authorize(
    action: string,
    bucketName: string,
    key?: string,
    context: Record<string, string> = {},
  ): void {
    const bucket = this.world.buckets.get(bucketName);
    if (bucket === undefined)
      throw customResourceFailure(`${bucketName}: The specified bucket does not exist`);
    const refusal = this.session.refusalOf(s3Permission(action, bucket, key, context));
    if (refusal !== undefined)
      throw customResourceFailure(`${action} on s3://${bucketName}/${key ?? ''}: ${refusal.message}`);
  }
}
