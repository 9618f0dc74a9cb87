import { AwsError, notModelled } from '../core/service';
import type { ObjectEncryption } from './object-encryption';

/** What an upload may ask for and the sandbox would silently not do. */
export function refuseUnmodelled(headers: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(headers)) {
    const isUnmodelled =
      name.startsWith('x-amz-object-lock-') ||
      name.startsWith('x-amz-server-side-encryption-customer-') ||
      name.startsWith('x-amz-grant-') ||
      name === 'x-amz-website-redirect-location' ||
      name === 'x-amz-write-offset-bytes';
    if (isUnmodelled) throw notModelled(`S3 uploads with ${name}`);
  }
  const encryption = headers['x-amz-server-side-encryption'];
  if (encryption !== undefined && encryption !== 'AES256')
    throw notModelled(`S3's encryption with ${encryption}`);
  const acl = headers['x-amz-acl'];
  if (acl !== undefined && acl !== 'bucket-owner-full-control') throw aclsAreOff();
}

/** `aws-chunked` is about the transfer and not kept. */
export function withoutFraming(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'content-encoding': encoding, ...rest } = headers;
  const kept = (encoding ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked');
  return {
    'content-type': 'binary/octet-stream',
    ...rest,
    ...(kept.length > 0 ? { 'content-encoding': kept.join(',') } : {}),
  };
}

/** Every bucket here has ACLs off, the default since 2023. */
export const aclsAreOff = (): AwsError =>
  new AwsError('AccessControlListNotSupported', 'The bucket does not allow ACLs');

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_ResponseSyntax */
export function encryptionHeaders(encryption: ObjectEncryption | undefined): Record<string, string> {
  if (encryption === undefined) return { 'x-amz-server-side-encryption': 'AES256' };
  return {
    'x-amz-server-side-encryption': 'aws:kms',
    'x-amz-server-side-encryption-aws-kms-key-id': encryption.keyArn,
    ...(encryption.bucketKey && { 'x-amz-server-side-encryption-bucket-key-enabled': 'true' }),
  };
}
