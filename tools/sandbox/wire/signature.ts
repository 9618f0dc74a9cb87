import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4, createScope, getCanonicalHeaders, getSigningKey } from '@smithy/signature-v4';
import { decodePercent, type RequestHead } from './http-request';

/**
 * What a request says about its own signature, from the Authorization header or from a presigned query.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export interface Signature {
  readonly carrier: 'header' | 'query';
  readonly accessKeyId: string;
  /** Credential scope: `20261123`, `ap-northeast-1`, `s3`. */
  readonly shortDate: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  /** Hex. */
  readonly signature: string;
  /** `20261123T101500Z` and the same as a date. */
  readonly longDate: string;
  readonly signedAt: Date;
  readonly sessionToken?: string;
  /** Of a presigned request: seconds from `signedAt` on. */
  readonly expiresIn?: number;
}

/** A signature that cannot be read; the message says which part. */
export class MalformedSignature extends Error {
  constructor(
    message: string,
    /** Where it was looked for; `date` is the header's. */
    readonly part: 'header' | 'query' | 'date',
  ) {
    super(message);
  }
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** @returns undefined for a request that carries no signature @throws MalformedSignature */
export function readSignature(request: RequestHead): Signature | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) return readHeader(header, request);
  const query = new Map(request.query);
  return query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature') ? readPresigned(query) : undefined;
}

/** Recomputes the signature with the caller's secret and compares in constant time. */
export async function isSignedWith(
  secretAccessKey: string,
  signature: Signature,
  request: RequestHead,
  payloadHash: string,
): Promise<boolean> {
  const credentials = { accessKeyId: signature.accessKeyId, secretAccessKey };
  const canonicalizer = new Canonicalizer(credentials, signature);
  const stringToSign = await canonicalizer.stringToSign(request, signature, payloadHash);
  const key = await getSigningKey(
    Sha256,
    credentials,
    signature.shortDate,
    signature.region,
    signature.service,
  );
  const expected = createHmac('sha256', key).update(stringToSign).digest();
  return isSameSecret(expected, Buffer.from(signature.signature, 'hex'));
}

/** In constant time: how long it takes tells nothing about where they differ. */
export const isSameSecret = (expected: Buffer, given: Buffer): boolean =>
  given.length === expected.length && timingSafeEqual(given, expected);

/** Hex SHA-256, as in `x-amz-content-sha256`. */
export const sha256Hex = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

function readHeader(header: string, request: RequestHead): Signature {
  const [algorithm, rest] = splitOnce(header, ' ');
  if (algorithm !== ALGORITHM) throw new MalformedSignature(`Unsupported algorithm '${algorithm}'`, 'header');
  const fields = new Map(rest.split(',').map((field) => splitOnce(field.trim(), '=')));
  const required = (name: string): string =>
    fields.get(name) || malformed(`Authorization header requires '${name}' parameter.`, 'header');
  const longDate = request.headers['x-amz-date'] ?? toLongDate(request.headers.date) ?? '';
  const sessionToken = request.headers['x-amz-security-token'];
  return withOneDate(
    {
      carrier: 'header',
      ...(readScope(required('Credential')) ??
        malformed(`the Credential is mal-formed; expecting "${CREDENTIAL}".`, 'header')),
      ...(readDate(longDate) ??
        malformed(
          `Date must be in ISO-8601 'basic format'. Got '${longDate}'. See http://en.wikipedia.org/wiki/ISO_8601`,
          'date',
        )),
      signedHeaders: readSignedHeaders(required('SignedHeaders'), 'header'),
      signature: required('Signature'),
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    'header',
  );
}

/** The sentences are S3's: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
function readPresigned(query: ReadonlyMap<string, string>): Signature {
  const required = (name: string): string => query.get(name) || malformed(`${name} is missing`, 'query');
  if (required('X-Amz-Algorithm') !== ALGORITHM)
    throw new MalformedSignature(`X-Amz-Algorithm only supports "${ALGORITHM}"`, 'query');
  const sessionToken = query.get('X-Amz-Security-Token');
  const expires = query.get('X-Amz-Expires');
  return withOneDate(
    {
      carrier: 'query',
      ...(readScope(required('X-Amz-Credential')) ??
        malformed(
          `Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting "${CREDENTIAL}".`,
          'query',
        )),
      ...(readDate(required('X-Amz-Date')) ??
        malformed(`X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`, 'query')),
      signedHeaders: readSignedHeaders(required('X-Amz-SignedHeaders'), 'query'),
      signature: required('X-Amz-Signature'),
      ...(expires === undefined ? {} : { expiresIn: readExpires(expires) }),
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    'query',
  );
}

const CREDENTIAL = '<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request';
const A_WEEK = 604_800;

function readExpires(text: string): number {
  if (/^-\d+$/.test(text)) throw new MalformedSignature('X-Amz-Expires must be non-negative', 'query');
  if (!/^\d+$/.test(text)) throw new MalformedSignature('X-Amz-Expires should be a number', 'query');
  if (text.length <= 6 && Number(text) <= A_WEEK) return Number(text);
  throw new MalformedSignature(
    `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${A_WEEK} seconds`,
    'query',
  );
}

function readScope(
  credential: string,
): Pick<Signature, 'accessKeyId' | 'shortDate' | 'region' | 'service'> | undefined {
  const match = /^(\w{1,128})\/(\d{8})\/([a-z0-9-]{1,64})\/([a-z0-9-]{1,64})\/aws4_request$/.exec(credential);
  const [, accessKeyId, shortDate, region, service] = match ?? [];
  return accessKeyId && shortDate && region && service
    ? { accessKeyId, shortDate, region, service }
    : undefined;
}

/** Undefined also for a day or an hour that no calendar or clock has. */
function readDate(longDate: string): Pick<Signature, 'longDate' | 'signedAt'> | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(longDate);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const signedAt = new Date(iso);
  const exists = !Number.isNaN(signedAt.getTime()) && signedAt.toISOString() === iso;
  return exists ? { longDate, signedAt } : undefined;
}

function withOneDate(signature: Signature, part: 'header' | 'query'): Signature {
  if (signature.longDate.startsWith(signature.shortDate)) return signature;
  throw new MalformedSignature(
    'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.',
    part,
  );
}

function readSignedHeaders(list: string, part: 'header' | 'query'): string[] {
  const names = list.toLowerCase().split(';');
  if (names.includes('host')) return names;
  throw new MalformedSignature(
    "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    part,
  );
}

function malformed(message: string, part: 'header' | 'query' | 'date'): never {
  throw new MalformedSignature(message, part);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

const toLongDate = (httpDate: string | undefined): string | undefined => {
  const time = httpDate === undefined ? NaN : Date.parse(httpDate);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, '');
};

/** The library's canonical form, reached for a request that somebody else signed. */
class Canonicalizer extends SignatureV4 {
  constructor(credentials: { accessKeyId: string; secretAccessKey: string }, signature: Signature) {
    super({
      credentials,
      region: signature.region,
      service: signature.service,
      sha256: Sha256,
      uriEscapePath: signature.service !== 's3', // S3 encodes a path once, every other service twice
    });
  }

  async stringToSign(request: RequestHead, signature: Signature, payloadHash: string): Promise<string> {
    const query = Object.create(null) as Record<string, string[]>; // clients choose the names
    for (const [name, value] of request.query) (query[name] ??= []).push(value);
    const canonical = {
      method: request.method,
      protocol: 'http:',
      hostname: request.headers.host ?? '',
      path: signature.service === 's3' ? encodePath(decodePercent(request.rawPath)) : request.rawPath,
      query,
      headers: Object.fromEntries(signature.signedHeaders.map((name) => [name, request.headers[name] ?? ''])),
    };
    const headers = getCanonicalHeaders(canonical, undefined, new Set(signature.signedHeaders));
    const scope = createScope(signature.shortDate, signature.region, signature.service);
    const canonicalRequest = this.createCanonicalRequest(canonical, headers, payloadHash);
    return this.createStringToSign(signature.longDate, scope, canonicalRequest, ALGORITHM);
  }
}

/** As S3 wants it: https://www.rfc-editor.org/rfc/rfc3986#section-2.3 */
export const encodePath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, encodeMark))
    .join('/');

const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
