import { AwsError, notModelled } from '../core/service';
import type { ObjectEncryption } from './object-encryption';

/** What an upload may ask for and the sandbox would silently not do. */
export function rejectUnmodelled(headers: Readonly<Record<string, string>>): void {
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

/** The headers that belong to an object. `aws-chunked` is about the transfer and not kept. */
export function objectHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(headers)
    .filter(([name]) => OBJECT_HEADERS.has(name) || name.startsWith('x-amz-meta-'))
    .map(([name, value]) => [name, name === 'content-encoding' ? withoutFraming(value) : value] as const)
    .filter(([name, value]) => name !== 'content-encoding' || value !== '');
  return { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
}

const withoutFraming = (encoding: string): string =>
  encoding
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked')
    .join(',');

const OBJECT_HEADERS = new Set([
  'content-type',
  'content-encoding',
  'content-language',
  'content-disposition',
  'cache-control',
  'expires',
]);

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
