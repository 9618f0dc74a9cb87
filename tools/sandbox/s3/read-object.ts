import { AwsError, type ServiceResponse } from '../core/service';
import { failedCondition, noSuchKey, preconditionFailed } from './conditions';
import type { StoredObject } from './object-data';
import { requireKeyUse } from './object-encryption';
import { cut, partRange, type Range, readPartNumber, readRange } from './range';
import type { S3Call } from './s3-call';
import { s3Permission } from './s3-permission';
import { checkReadable } from './storage-class';
import { encryptionHeaders } from './upload-headers';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export function getObject(call: S3Call): ServiceResponse {
  const object = existingObject(call);
  checkReadable(object, "The operation is not valid for the object's storage class");
  return read(call, object, ['Decrypt']);
}

/** Nothing is decrypted for it: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export function headObject(call: S3Call): ServiceResponse {
  return { ...read(call, existingObject(call), []), body: '' };
}

function read(call: S3Call, object: StoredObject, uses: readonly 'Decrypt'[]): ServiceResponse {
  const { request } = call;
  const identity = { etag: object.etag, 'last-modified': object.lastModified.toUTCString() };
  const failed = failedCondition(request.headers, object);
  if (failed === 'If-None-Match' || failed === 'If-Modified-Since')
    return { status: 304, headers: identity, body: '' };
  if (failed !== undefined) throw preconditionFailed(failed);
  requireKeyUse(uses, object.encryption, { ...call, callerAccount: request.account });
  const { range, headers } = asked(call, object);
  const { start, end } = range ?? { start: 0, end: object.size };
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      'accept-ranges': 'bytes',
      ...object.headers,
      ...identity,
      ...encryptionHeaders(object.encryption),
      ...(object.storageClass !== 'STANDARD' && { 'x-amz-storage-class': object.storageClass }),
      // A checksum is of the whole object.
      ...(range === undefined && request.headers['x-amz-checksum-mode'] === 'ENABLED' && object.checksums),
      ...(range && { 'content-range': `bytes ${start}-${end - 1}/${object.size}` }),
      'content-length': String(end - start),
      ...headers,
      ...overrides(request.query),
    },
    body: range === undefined ? object.body : cut(object.body, range),
  };
}

/** All of it, a range, or a part. */
function asked(
  { request: { headers, query } }: S3Call,
  { size, partSizes }: StoredObject,
): { range?: Range | undefined; headers?: Record<string, string> } {
  const part = query.get('partNumber');
  if (part === null) return { range: readRange(headers.range, size) };
  if (headers.range !== undefined)
    throw new AwsError('InvalidRequest', 'Cannot specify both Range header and partNumber query parameter');
  const range = partRange(readPartNumber(part), partSizes ?? [size]);
  return {
    ...(range.start < range.end && { range }),
    ...(partSizes && { headers: { 'x-amz-mp-parts-count': String(partSizes.length) } }),
  };
}

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Overriding response header values through the request"
 *
 * @throws AwsError `InvalidArgument` for what no header can hold
 */
function overrides(query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of query) {
    if (!name.startsWith('response-')) continue;
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) {
      throw new AwsError('InvalidArgument', 'Header value cannot be represented using ISO-8859-1.', 400, {
        fields: { ArgumentName: name, ArgumentValue: value },
      });
    }
    headers[name.slice('response-'.length)] = value;
  }
  return headers;
}

/** @throws AwsError `NoSuchKey`, or `AccessDenied` to those who may not list and so must not learn that a key is missing */
export function existingObject(call: S3Call): StoredObject {
  const { access, bucket, data, key, request } = call;
  checkVersion(call);
  const found = data.find(bucket.name, key);
  if (found !== undefined) return found;
  throw access.denialOf(s3Permission('ListBucket', bucket, '', request)) ?? noSuchKey(key);
}

/** Objects have no versions here, so that only `null` can name one: a delete of any other must not delete. */
export function checkVersion({ request }: S3Call): void {
  const version = request.query.get('versionId');
  if (version === null || version === 'null') return;
  throw new AwsError('InvalidArgument', 'Invalid version id specified', 400, {
    fields: { ArgumentName: 'versionId', ArgumentValue: version },
  });
}
