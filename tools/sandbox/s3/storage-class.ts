import { AwsError } from '../core/service';
import type { StoredObject } from './object-data';

/**
 * The storage class that an upload asks for. Nothing restores an archived object here, and nothing moves one.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 *
 * @throws AwsError `InvalidStorageClass`
 */
export function storageClassOf(headers: Readonly<Record<string, string>>): string {
  const { 'x-amz-storage-class': asked = 'STANDARD' } = headers;
  if (READ_AT_ONCE.has(asked) || ARCHIVES.has(asked)) return asked;
  throw new AwsError('InvalidStorageClass', 'The storage class you specified is not valid', 400, {
    fields: { StorageClassRequested: asked },
  });
}

/**
 * @param message AWS has one for the object and another for the source of a copy
 * @throws AwsError `InvalidObjectState` for an object that has to be restored before it can be read
 */
export function checkReadable({ storageClass }: StoredObject, message: string): void {
  if (ARCHIVES.has(storageClass))
    throw new AwsError('InvalidObjectState', message, 403, { fields: { StorageClass: storageClass } });
}

const READ_AT_ONCE = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER_IR',
]);
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);
