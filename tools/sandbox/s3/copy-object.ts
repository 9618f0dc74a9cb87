import { AwsError, notModelled, type ServiceRequest, type ServiceResponse } from '../core/service';
import type { Bucket, World } from '../core/world';
import { decodePercent } from '../wire/http-request';
import { checkWriteConditions, failedCondition, noSuchKey, preconditionFailed } from './conditions';
import { described } from './listing';
import { etagOf, type StoredObject } from './object-data';
import { encryptionOfBucket, requireKeyUse } from './object-encryption';
import type { S3Call } from './s3-call';
import { checkReadable } from './storage-class';
import { setTags, tagsOf } from './tagging';
import { encryptionHeaders, objectHeaders } from './upload-headers';
import { xmlResponse } from './xml';

export interface CopySource {
  readonly bucket: Bucket;
  readonly key: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export function copyObject(call: S3Call, from: CopySource, storageClass: string): ServiceResponse {
  const { request, bucket, key, data } = call;
  requireKeyUse(['GenerateDataKey'], encryptionOfBucket(bucket), { ...call, callerAccount: request.account });
  const source = readSource(call, from);
  checkWriteConditions(call);
  const replaces = replacesMetadata(request);
  if (from.bucket === bucket && from.key === key && !replaces) checkChanges(call);
  const { body, checksums, partSizes } = source;
  const written = data.write(bucket.name, key, {
    body,
    headers: replaces ? objectHeaders(request.headers) : source.headers,
    storageClass,
    ...(checksums && { checksums }),
    // A copy is written in one piece, and its ETag is that of one.
    etag: partSizes === undefined ? source.etag : etagOf(body),
  });
  const tags = copiesTags(from, request) ? from.bucket.objectTags?.get(from.key) : undefined;
  setTags(call, tags ?? tagsOf(request.headers));
  const { ETag, LastModified } = described(written);
  const answer = xmlResponse('CopyObjectResult', { ETag, LastModified });
  return { ...answer, headers: { ...answer.headers, ...encryptionHeaders(written.encryption) } };
}

/** The object that is copied, for a caller who may read it and on the conditions of the request. */
function readSource(call: S3Call, from: CopySource): StoredObject {
  const { request, data } = call;
  const source = data.find(from.bucket.name, from.key);
  requireKeyUse(['Decrypt'], source?.encryption, { ...call, ...from, callerAccount: request.account });
  if (source === undefined) throw noSuchKey(from.key);
  checkReadable(source, "Operation is not valid for the source object's storage class");
  const failed = failedCondition(request.headers, source, 'x-amz-copy-source-');
  if (failed !== undefined) throw preconditionFailed(failed);
  return source;
}

/**
 * The bytes of an object that become a part of an upload: all, or those of `x-amz-copy-source-range`.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export function bytesToCopy(call: S3Call, from: CopySource): Buffer {
  const { size, body } = readSource(call, from);
  const whole = Buffer.concat(body);
  const range = call.request.headers['x-amz-copy-source-range'];
  if (range === undefined) return whole;
  const [, first = '', last = ''] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(range) ?? [];
  if (first === '' || Number(first) > Number(last))
    throw new AwsError(
      'InvalidArgument',
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  if (Number(last) >= size)
    throw new AwsError('InvalidArgument', `Range specified is not valid for source object of size: ${size}`);
  return whole.subarray(Number(first), Number(last) + 1);
}

function replacesMetadata({ headers }: ServiceRequest): boolean {
  const directive = headers['x-amz-metadata-directive'] ?? 'COPY';
  if (directive === 'REPLACE' || directive === 'COPY') return directive === 'REPLACE';
  throw new AwsError('InvalidArgument', 'Unknown metadata directive.', 400, {
    fields: { ArgumentName: 'x-amz-metadata-directive', ArgumentValue: directive },
  });
}

/** @throws AwsError `InvalidRequest` where a copy onto itself would leave an object as it is */
function checkChanges({ request: { headers }, bucket }: S3Call): void {
  const changing = ['x-amz-storage-class', 'x-amz-server-side-encryption'];
  if (bucket.encryption !== undefined || changing.some((name) => headers[name] !== undefined)) return;
  throw new AwsError(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
  );
}

/** Tags go along unless the request brings others, and take permissions of their own where there are any. */
export function copiesTags({ bucket, key }: CopySource, { headers }: ServiceRequest): boolean {
  return headers['x-amz-tagging-directive'] !== 'REPLACE' && bucket.objectTags?.has(key) === true;
}

/**
 * Bucket and key of `x-amz-copy-source`: `/BUCKET/KEY`, percent-encoded.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function copySource(request: ServiceRequest, world: World): CopySource | undefined {
  const header = request.headers['x-amz-copy-source'];
  if (header === undefined) return undefined;
  const [path = '', query] = header.split('?');
  if (query !== undefined) throw notModelled("S3's CopyObject from a version");
  const source = decodePercent(path).replace(/^\//, '');
  const slash = source.indexOf('/');
  if (slash <= 0) throw new AwsError('InvalidArgument', 'Invalid copy source bucket name');
  const bucket = world.buckets.get(source.slice(0, slash));
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return { bucket, key: source.slice(slash + 1) };
}
