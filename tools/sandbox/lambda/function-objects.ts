import type { World } from '../core/world';
import type { Objects } from '../core/object-store';
import { customResourceFailure } from '../resource-type/handler-error';
import type { ResourceContext } from '../resource-type/resource-context';
import { encryptionOfBucket, keyUsePermission } from '../s3/object-encryption';
import { s3PermissionFromInside } from '../s3/s3-permission';
import { roleOfService, ServiceSession } from '../access/service-session';

/**
 * The object store as a Lambda function sees it: every call is decided by the policies of the function's role.
 *
 * @throws Error when there is no such function, or Lambda may not assume its role
 */
export function objectsOfFunction(
  functionArn: string,
  { world, account, region, objects }: ResourceContext,
): Objects {
  const lambda = world.functions.get(functionArn);
  if (lambda === undefined) throw new Error(`Invalid ServiceToken: there is no function ${functionArn}`);
  const role = roleOfService('lambda.amazonaws.com', lambda.roleArn, account, world);
  if (role === undefined)
    throw new Error(`The function's role ${lambda.roleArn} cannot be assumed by Lambda.`);
  return new FunctionObjects(objects, new ServiceSession(role, account, lambda.name, region, world), world);
}

class FunctionObjects implements Objects {
  constructor(
    private readonly objects: Objects,
    private readonly session: ServiceSession,
    private readonly world: World,
  ) {}

  async get(bucket: string, key: string): Promise<Buffer | undefined> {
    this.authorize('GetObject', bucket, key);
    this.useKey('Decrypt', bucket, key);
    return this.objects.get(bucket, key);
  }

  async put(bucket: string, key: string, body: Buffer, contentType?: string): Promise<void> {
    this.authorize('PutObject', bucket, key);
    this.useKey('GenerateDataKey', bucket, key);
    return this.objects.put(bucket, key, body, contentType);
  }

  async list(bucket: string, prefix = ''): Promise<string[]> {
    this.authorize('ListBucket', bucket, undefined, { 's3:prefix': prefix });
    return this.objects.list(bucket, prefix);
  }

  async delete(bucket: string, key: string): Promise<void> {
    this.authorize('DeleteObject', bucket, key);
    return this.objects.delete(bucket, key);
  }

  private useKey(use: 'Decrypt' | 'GenerateDataKey', bucketName: string, key: string): void {
    const bucket = this.world.buckets.get(bucketName);
    const encryption = bucket && encryptionOfBucket(bucket);
    if (bucket === undefined || encryption === undefined) return;
    const permission = keyUsePermission(use, encryption, bucket, key, this.session.account, this.world);
    const denial = this.session.denialOf(permission);
    if (denial !== undefined)
      throw customResourceFailure(`kms:${use} for s3://${bucketName}/${key}: ${denial.message}`);
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
    const denial = this.session.denialOf(s3PermissionFromInside(action, bucket, key, context));
    if (denial !== undefined)
      throw customResourceFailure(`s3:${action} on s3://${bucketName}/${key ?? ''}: ${denial.message}`);
  }
}
