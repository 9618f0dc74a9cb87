import { type Access, AwsError, type Permission } from '../core/service';
import type { Bucket, World } from '../core/world';
import { keyPermission } from '../kms/keys';

/** The KMS key that an object is encrypted with. Absent: S3's own keys, which nobody needs a permission for. */
export interface ObjectEncryption {
  readonly keyArn: string;
  /** KMS is then asked about the bucket and not about each object. */
  readonly bucketKey: boolean;
}

/**
 * What a bucket encrypts new objects with.
 *
 * A key is named by its id or ARN: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html
 */
export function encryptionOfBucket({
  encryption,
  account,
  region,
}: Pick<Bucket, 'encryption' | 'account' | 'region'>): ObjectEncryption | undefined {
  if (encryption?.keyId === undefined) return undefined;
  const { keyId, bucketKey } = encryption;
  return {
    keyArn: keyId.startsWith('arn:') ? keyId : `arn:aws:kms:${region}:${account}:key/${keyId}`,
    bucketKey,
  };
}

type KeyUse = 'Decrypt' | 'GenerateDataKey';

/**
 * The question that S3 puts to KMS in the caller's name. The encryption context is the object's ARN, or with a bucket key the
 * bucket's.
 *
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
 *
 * @throws AwsError in the words of KMS where the key is of no use to anybody
 */
export function keyUsePermission(
  use: KeyUse,
  { keyArn, bucketKey }: ObjectEncryption,
  { name: bucketName, region }: Bucket,
  key: string,
  callerAccount: string,
  world: World,
): Permission {
  const kmsKey = world.keys.get(keyArn);
  if (kmsKey === undefined) throw new AwsError('KMS.NotFoundException', `Key '${keyArn}' does not exist`);
  if (kmsKey.state === 'Disabled') throw new AwsError('KMS.DisabledException', `${keyArn} is disabled.`);
  if (kmsKey.state === 'PendingDeletion')
    throw new AwsError('KMS.KMSInvalidStateException', `${keyArn} is pending deletion.`);
  const bucketArn = `arn:aws:s3:::${bucketName}`;
  return keyPermission(use, kmsKey, callerAccount, {
    'kms:viaservice': `s3.${region}.amazonaws.com`,
    'kms:encryptioncontext:aws:s3:arn': bucketKey ? bucketArn : `${bucketArn}/${key}`,
    'kms:encryptioncontextkeys': ['aws:s3:arn'],
    'aws:viaawsservice': 'true',
  });
}

/** @throws AwsError where the caller may not have the key used */
export function requireKeyUse(
  uses: readonly KeyUse[],
  encryption: ObjectEncryption | undefined,
  {
    bucket,
    key,
    callerAccount,
    access,
    world,
  }: { bucket: Bucket; key: string; callerAccount: string; access: Access; world: World },
): void {
  if (encryption === undefined) return;
  for (const use of uses) {
    const denied = access.denialOf(keyUsePermission(use, encryption, bucket, key, callerAccount, world));
    if (denied !== undefined) throw denied;
  }
}
