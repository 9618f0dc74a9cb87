import { AwsError, type ServiceResponse } from '../core/service';
import { compareKeys, type KeyIndex } from './key-index';
import type { StoredObject } from './object-data';
import type { S3Call } from './s3-call';
import { xmlResponse, type XmlValue } from './xml';

/** One page of a bucket: keys and the common prefixes among them, in order of their UTF-8 bytes. */
export interface Page {
  readonly entries: readonly Entry[];
  readonly isTruncated: boolean;
}

interface Entry {
  readonly name: string;
  readonly isPrefix: boolean;
}

export interface PageRequest {
  readonly prefix: string;
  readonly delimiter: string;
  /** Only what comes after this key or common prefix. */
  readonly after: string;
  readonly maxKeys: number;
}

/** What a page costs is its length: a common prefix is stepped over at once, however many keys it stands for. */
export function paginate(index: KeyIndex, { prefix, delimiter, after, maxKeys }: PageRequest): Page {
  const entries: Entry[] = [];
  const isAfter = (name: string): boolean => after === '' || compareKeys(name, after) > 0;
  let keys = index.from((key) => compareKeys(key, prefix) >= 0 && isAfter(key));
  for (let key = keys.next().value; key?.startsWith(prefix); key = keys.next().value) {
    const cut = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
    const name = cut < 0 ? key : key.slice(0, cut + delimiter.length);
    if (isAfter(name)) {
      if (entries.length === maxKeys) return { entries, isTruncated: maxKeys > 0 };
      entries.push({ name, isPrefix: cut >= 0 });
    }
    if (cut >= 0) keys = index.from((other) => compareKeys(other, name) > 0 && !other.startsWith(name));
  }
  return { entries, isTruncated: false };
}

/**
 * Both versions of the call.
 *
 * - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html
 */
export function listObjects(call: S3Call): ServiceResponse {
  const { query } = call.request;
  const encode = encoderOf(query);
  const delimiter = query.get('delimiter') ?? '';
  const folded = delimiter === '' ? {} : { Delimiter: encode(delimiter) };
  if (query.get('list-type') !== '2') {
    const marker = query.get('marker') ?? '';
    const { fields, next, contents: Contents } = listed(call, marker, true);
    const further = next === undefined ? {} : { NextMarker: encode(next) };
    return xmlResponse('ListBucketResult', {
      ...fields,
      Marker: encode(marker),
      ...further,
      ...folded,
      Contents,
    });
  }
  const startAfter = query.get('start-after');
  const token = query.get('continuation-token');
  const after = token === null ? (startAfter ?? '') : readToken(token);
  const page = listed(call, after, query.get('fetch-owner') === 'true');
  return xmlResponse('ListBucketResult', {
    ...page.fields,
    KeyCount: String(page.count),
    ...(startAfter === null ? {} : { StartAfter: encode(startAfter) }),
    ...(token === null ? {} : { ContinuationToken: token }),
    ...(page.next === undefined ? {} : { NextContinuationToken: Buffer.from(page.next).toString('base64') }),
    ...folded,
    Contents: page.contents,
  });
}

/**
 * Every object is its own latest and only version, `null`: nothing is kept of what was overwritten or deleted.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export function listObjectVersions(call: S3Call): ServiceResponse {
  const { query } = call.request;
  const encode = encoderOf(query);
  const after = query.get('key-marker') ?? '';
  const { fields, next, contents } = listed(call, after, false);
  return xmlResponse('ListVersionsResult', {
    ...fields,
    KeyMarker: encode(after),
    ...(next === undefined ? {} : { NextKeyMarker: encode(next), NextVersionIdMarker: 'null' }),
    Version: contents.map((object) => ({ ...object, VersionId: 'null', IsLatest: 'true' })),
  });
}

interface Listed {
  /** What all listings say. */
  readonly fields: Readonly<Record<string, XmlValue>>;
  readonly contents: readonly Readonly<Record<string, XmlValue>>[];
  /** Keys and common prefixes. */
  readonly count: number;
  /** The last of them, where more come after it. */
  readonly next: string | undefined;
}

function listed({ bucket, data, request: { query } }: S3Call, after: string, withOwner: boolean): Listed {
  const prefix = query.get('prefix') ?? '';
  const maxKeys = readMaxKeys(query.get('max-keys'));
  const request = { prefix, delimiter: query.get('delimiter') ?? '', after, maxKeys };
  const { entries, isTruncated } = paginate(data.keysOf(bucket.name), request);
  const encode = encoderOf(query);
  const owner = withOwner ? { Owner: { ID: bucket.account } } : {};
  return {
    fields: {
      Name: bucket.name,
      Prefix: encode(prefix),
      MaxKeys: String(maxKeys),
      ...(query.has('encoding-type') ? { EncodingType: 'url' } : {}),
      IsTruncated: String(isTruncated),
      CommonPrefixes: entries.flatMap(({ name, isPrefix }) => (isPrefix ? [{ Prefix: encode(name) }] : [])),
    },
    contents: entries.flatMap(({ name, isPrefix }) => {
      const object = isPrefix ? undefined : data.find(bucket.name, name);
      return object === undefined ? [] : [{ Key: encode(name), ...described(object), ...owner }];
    }),
    count: entries.length,
    next: isTruncated ? entries.at(-1)?.name : undefined,
  };
}

/** S3 writes full seconds. */
export function described({ lastModified, etag, size, storageClass }: StoredObject): {
  readonly LastModified: string;
  readonly ETag: string;
  readonly Size: string;
  readonly StorageClass: string;
} {
  const LastModified = `${lastModified.toISOString().slice(0, 19)}.000Z`;
  return { LastModified, ETag: etag, Size: String(size), StorageClass: storageClass };
}

/** `encoding-type=url`: keys may hold what XML cannot. */
function encoderOf(query: URLSearchParams): (text: string) => string {
  if (!query.has('encoding-type')) return (text) => text;
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
}

function readMaxKeys(text: string | null): number {
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
