import { AwsError, type ServiceResponse } from '../core/service';
import type { StoredObject } from './object-data';
import { xmlResponse, type XmlValue } from './xml';

/** One page of a bucket: keys and the common prefixes among them, in order of their UTF-8 bytes. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly isTruncated: boolean;
}

type Entry = { readonly object: StoredObject } | { readonly prefix: string };

export interface PageRequest {
  readonly prefix: string;
  readonly delimiter: string;
  /** Only what comes after this key or common prefix. */
  readonly after: string;
  readonly maxKeys: number;
}

/** @param objects everything under the prefix, in order */
export function paginate(
  objects: readonly StoredObject[],
  { prefix, delimiter, after, maxKeys }: PageRequest,
): Page {
  const entries: Entry[] = [];
  let last = '';
  for (const object of objects) {
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? object.key : object.key.slice(0, cut + delimiter.length);
    if ((after !== '' && compareKeys(name, after) <= 0) || (cut >= 0 && name === last)) continue;
    if (entries.length === maxKeys) return { entries, isTruncated: maxKeys > 0 };
    entries.push(cut < 0 ? { object } : { prefix: name });
    last = name;
  }
  return { entries, isTruncated: false };
}

const compareKeys = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/**
 * ListObjects, both versions.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function listingResponse(
  bucket: string,
  query: URLSearchParams,
  objects: readonly StoredObject[],
): ServiceResponse {
  const isV2 = query.get('list-type') === '2';
  const token = query.get('continuation-token');
  const after = isV2 ? (token === null ? query.get('start-after') : readToken(token)) : query.get('marker');
  const request: PageRequest = {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    after: after ?? '',
    maxKeys: readMaxKeys(query.get('max-keys')),
  };
  const page = paginate(objects, request);
  const encode = encoderOf(query);
  const last = page.entries.at(-1);
  const next =
    page.isTruncated && last !== undefined ? ('object' in last ? last.object.key : last.prefix) : undefined;
  return xmlResponse('ListBucketResult', {
    Name: bucket,
    Prefix: encode(request.prefix),
    ...(isV2 ? v2Fields(query, page, token, next, encode) : v1Fields(query, next, encode)),
    MaxKeys: String(request.maxKeys),
    ...(request.delimiter === '' ? {} : { Delimiter: encode(request.delimiter) }),
    ...(query.has('encoding-type') ? { EncodingType: 'url' } : {}),
    IsTruncated: String(page.isTruncated),
    Contents: page.entries.flatMap((entry) => ('object' in entry ? [contents(entry.object, encode)] : [])),
    CommonPrefixes: page.entries.flatMap((entry) =>
      'prefix' in entry ? [{ Prefix: encode(entry.prefix) }] : [],
    ),
  });
}

function v2Fields(
  query: URLSearchParams,
  page: Page,
  token: string | null,
  next: string | undefined,
  encode: (text: string) => string,
): Record<string, XmlValue> {
  const startAfter = query.get('start-after');
  return {
    KeyCount: String(page.entries.length),
    ...(startAfter === null ? {} : { StartAfter: encode(startAfter) }),
    ...(token === null ? {} : { ContinuationToken: token }),
    ...(next === undefined ? {} : { NextContinuationToken: Buffer.from(next).toString('base64') }),
  };
}

function v1Fields(
  query: URLSearchParams,
  next: string | undefined,
  encode: (text: string) => string,
): Record<string, XmlValue> {
  return {
    Marker: encode(query.get('marker') ?? ''),
    ...(next === undefined ? {} : { NextMarker: encode(next) }),
  };
}

export function contents(object: StoredObject, encode: (text: string) => string): Record<string, XmlValue> {
  const { key, lastModified, etag, size } = object;
  return { Key: encode(key), LastModified: lastModified, ETag: etag, Size: size, StorageClass: 'STANDARD' };
}

/** `encoding-type=url`: keys may hold what XML cannot. */
export function encoderOf(query: URLSearchParams): (text: string) => string {
  if (!query.has('encoding-type')) return (text) => text;
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
}

export function readMaxKeys(text: string | null): number {
  if (text === null) return 1000;
  if (!/^\d{1,10}$/.test(text))
    throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range');
  return Math.min(Number(text), 1000);
}

function readToken(token: string): string {
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (text === '') throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
  return text;
}
