import { AwsError, notModelled, type ServiceResponse } from '../core/service';
import { unframe } from '../wire/aws-chunked';
import { checkDigests } from './checksum';
import { copiesTags, type CopySource, copySource } from './copy-object';
import { multipartHandlers } from './multipart';
import { restoredHeaders, storedHeaders, storedKey, type StoreResponse } from './object-data';
import type { S3Call, S3Handler } from './s3-call';
import { s3Permission } from './s3-permission';
import { encryptionOfBucket, requireKeyUse } from './object-encryption';
import { encryptionHeaders, refuseUnmodelled, withoutFraming, aclsAreOff } from './upload-headers';
import { readTags, tagsResponse } from './tagging';
import { ownerOnlyAcl } from './acl';

/** What can be done with one object, by the operation's name. */
export const objectHandlers: Readonly<Record<string, S3Handler>> = {
  GetObject: (call) => read(call, ['Decrypt']),
  // Nothing is decrypted for it.
  HeadObject: async (call) => ({ ...(await read(call, [])), body: '' }),
  PutObject: put,
  DeleteObject: remove,
  GetObjectAcl: async (call) => {
    await requireObject(call);
    return ownerOnlyAcl(call.bucket.account);
  },
  PutObjectAcl: () => {
    throw aclsAreOff();
  },
  GetObjectTagging: async (call) => {
    await requireObject(call);
    return tagsResponse(call.bucket.objectTags?.get(call.key) ?? {});
  },
  PutObjectTagging: async (call) => {
    await requireObject(call);
    await checkDigests(call.request.body, call.request.headers);
    (call.bucket.objectTags ??= new Map()).set(call.key, readTags(call.request.body));
    return { status: 200, body: '' };
  },
  DeleteObjectTagging: async (call) => {
    await requireObject(call);
    call.bucket.objectTags?.delete(call.key);
    return { status: 204, body: '' };
  },
  ...multipartHandlers,
};

async function read(call: S3Call, uses: readonly 'Decrypt'[]): Promise<ServiceResponse> {
  checkVersion(call);
  const { request, bucket, key, data } = call;
  if (request.query.has('partNumber')) throw notModelled("S3's GetObject with partNumber");
  const conditions = pick(request.headers, [
    'if-match',
    'if-none-match',
    'if-modified-since',
    'if-unmodified-since',
  ]);
  const range = readableRange(request.headers.range);
  let found = await data.send('GET', bucket.name, key, { headers: { ...conditions, ...range } });
  // More bytes from the end than there are is all of them; the library calls it unsatisfiable.
  if (found.status === 416 && /^bytes=-0*[1-9]/.test(request.headers.range ?? '')) {
    found = await data.send('GET', bucket.name, key, { headers: { ...conditions, range: 'bytes=0-' } });
  }
  if (found.status === 404) throw missing(call);
  if (found.status >= 300) return failed(found);
  const encryption = data.encryptionOf(bucket.name, key);
  requireKeyUse(uses, encryption, { ...call, callerAccount: request.account });
  return {
    status: found.status,
    headers: {
      ...restoredHeaders(found.headers),
      ...encryptionHeaders(encryption),
      ...overrides(request.query),
    },
    body: found.body,
  };
}

async function put(call: S3Call): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  refuseUnmodelled(request.headers);
  const source = copySource(request, call.world);
  if (source !== undefined) return copy(call, source);
  const { body, trailers } = unframe(request.body, request.headers);
  await checkDigests(body, request.headers, trailers);
  await checkPreconditions(call);
  const encryption = encryptionOfBucket(bucket);
  requireKeyUse(['GenerateDataKey'], encryption, { ...call, callerAccount: request.account });
  const headers = storedHeaders(withoutFraming(request.headers));
  const stored = await data.send('PUT', bucket.name, key, { body, headers });
  setTags(call, tagsOf(request.headers));
  return {
    status: stored.status,
    headers: { etag: stored.headers.etag ?? '', ...encryptionHeaders(encryption) },
    body: '',
  };
}

async function copy(call: S3Call, from: CopySource): Promise<ServiceResponse> {
  const { request, bucket, key, data } = call;
  const callerAccount = request.account;
  requireKeyUse(['Decrypt'], data.encryptionOf(from.bucket.name, from.key), {
    ...call,
    ...from,
    callerAccount,
  });
  requireKeyUse(['GenerateDataKey'], encryptionOfBucket(bucket), { ...call, callerAccount });
  const source = encodeURIComponent(`/${from.bucket.name}/${storedKey(from.key)}`);
  const replace = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const found = await data.send('PUT', bucket.name, key, {
    body: Buffer.alloc(0),
    headers: {
      'x-amz-copy-source': source,
      ...(replace ? { 'x-amz-metadata-directive': 'REPLACE', ...storedHeaders(request.headers) } : {}),
    },
  });
  if (found.status === 404)
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { fields: { Key: from.key } });
  const tags = copiesTags(from, request) ? from.bucket.objectTags?.get(from.key) : undefined;
  setTags(call, tags ?? tagsOf(request.headers));
  return { status: found.status, headers: { 'content-type': 'application/xml' }, body: found.body };
}

/** `x-amz-tagging`: `a=1&b=2`. */
function tagsOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(headers['x-amz-tagging'] ?? ''));
}

function setTags({ bucket, key }: S3Call, tags: Record<string, string>): void {
  const all = (bucket.objectTags ??= new Map<string, Record<string, string>>());
  if (Object.keys(tags).length === 0) all.delete(key);
  else all.set(key, tags);
}

async function remove(call: S3Call): Promise<ServiceResponse> {
  checkVersion(call);
  await checkDeletePrecondition(call);
  await call.data.delete(call.bucket.name, call.key);
  call.bucket.objectTags?.delete(call.key);
  return { status: 204, body: '' };
}

/** Objects have no versions here, so that only `null` can name one: a delete of any other must not delete. */
function checkVersion({ request }: S3Call): void {
  const version = request.query.get('versionId');
  if (version === null || version === 'null') return;
  throw new AwsError('InvalidArgument', 'Invalid version id specified', 400, {
    fields: { ArgumentName: 'versionId', ArgumentValue: version },
  });
}

async function requireObject(call: S3Call): Promise<void> {
  checkVersion(call);
  const { status } = await call.data.send('HEAD', call.bucket.name, call.key);
  if (status === 404) throw missing(call);
}

/** Only those who may list learn that a key is missing; to the others it is as forbidden as any. */
function missing({ access, bucket, key, request }: S3Call): AwsError {
  const denied = access.denialOf(s3Permission('ListBucket', bucket, '', request));
  return (
    denied ?? new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { fields: { Key: key } })
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
async function checkPreconditions({ request, bucket, key, data }: S3Call): Promise<void> {
  const wanted = request.headers['if-match'];
  const unwanted = request.headers['if-none-match'];
  if (wanted === undefined && unwanted === undefined) return;
  const existing = await data.send('HEAD', bucket.name, key);
  const etag = existing.status === 200 ? existing.headers.etag : undefined;
  const holds =
    (wanted === undefined || wanted === etag) &&
    (unwanted === undefined || (unwanted === '*' && etag === undefined));
  if (!holds) throw preconditionFailed();
}

/**
 * A deletion on condition that there is something to delete.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
 */
async function checkDeletePrecondition({ request, bucket, key, data }: S3Call): Promise<void> {
  for (const header of ['x-amz-if-match-last-modified-time', 'x-amz-if-match-size']) {
    if (request.headers[header] !== undefined) throw notModelled(`S3's DeleteObject with ${header}`);
  }
  const wanted = request.headers['if-match'];
  if (wanted === undefined) return;
  if (wanted !== '*') throw notModelled("S3's DeleteObject with an ETag in If-Match");
  const { status } = await data.send('HEAD', bucket.name, key);
  if (status !== 200) throw preconditionFailed();
}

function preconditionFailed(): AwsError {
  return new AwsError(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    412,
  );
}

/** A Range that S3 does not understand is ignored. */
function readableRange(range: string | undefined): Record<string, string> {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (match === null || range === undefined) return {};
  const [, from = '', to = ''] = match;
  const isBackwards = from !== '' && to !== '' && Number(from) > Number(to);
  return isBackwards || (from === '' && to === '') ? {} : { range };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Overriding response header values" */
function overrides(query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of query)
    if (name.startsWith('response-')) headers[name.slice('response-'.length)] = value;
  return headers;
}

function failed({ status, headers, body }: StoreResponse): ServiceResponse {
  return { status, headers: pick(headers, ['content-type', 'content-range', 'etag']), body };
}

function pick(headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}
