import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4, createScope, getCanonicalHeaders, getSigningKey } from '@smithy/signature-v4';
import { decodePercent, type HttpRequest } from './http-request';

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
export class MalformedSignature extends Error {}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** @returns undefined for a request that carries no signature @throws MalformedSignature */
export function readSignature(request: HttpRequest): Signature | undefined {
  const header = request.headers.authorization;
  if (header !== undefined) return readHeader(header, request);
  const query = new Map(request.query);
  return query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature') ? readPresigned(query) : undefined;
}

/** Recomputes the signature with the caller's secret and compares in constant time. */
export async function isSignedWith(
  secretAccessKey: string,
  signature: Signature,
  request: HttpRequest,
): Promise<boolean> {
  const credentials = { accessKeyId: signature.accessKeyId, secretAccessKey };
  const canonicalizer = new Canonicalizer(credentials, signature);
  const stringToSign = await canonicalizer.stringToSign(request, signature);
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

function readHeader(header: string, request: HttpRequest): Signature {
  const [algorithm, rest] = splitOnce(header, ' ');
  requireAlgorithm(algorithm);
  const fields = new Map(rest.split(',').map((field) => splitOnce(field.trim(), '=')));
  const longDate = request.headers['x-amz-date'] ?? toLongDate(request.headers.date);
  const sessionToken = request.headers['x-amz-security-token'];
  return {
    carrier: 'header',
    ...readScope(fields.get('Credential')),
    ...readDate(longDate),
    signedHeaders: readSignedHeaders(fields.get('SignedHeaders')),
    signature: required(fields.get('Signature'), 'Signature'),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}

function readPresigned(query: ReadonlyMap<string, string>): Signature {
  requireAlgorithm(query.get('X-Amz-Algorithm') ?? '');
  const sessionToken = query.get('X-Amz-Security-Token');
  const expires = query.get('X-Amz-Expires');
  if (expires !== undefined && !/^\d{1,6}$/.test(expires))
    throw new MalformedSignature('X-Amz-Expires should be a number');
  return {
    carrier: 'query',
    ...readScope(query.get('X-Amz-Credential')),
    ...readDate(query.get('X-Amz-Date')),
    signedHeaders: readSignedHeaders(query.get('X-Amz-SignedHeaders')),
    signature: required(query.get('X-Amz-Signature'), 'X-Amz-Signature'),
    ...(expires === undefined ? {} : { expiresIn: Number(expires) }),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}

function requireAlgorithm(algorithm: string): void {
  if (algorithm !== ALGORITHM) throw new MalformedSignature(`Unsupported signing algorithm "${algorithm}"`);
}

function readScope(
  credential: string | undefined,
): Pick<Signature, 'accessKeyId' | 'shortDate' | 'region' | 'service'> {
  const [accessKeyId, shortDate, region, service, end, ...more] = required(credential, 'Credential').split(
    '/',
  );
  if (!accessKeyId || !shortDate || !region || !service || end !== 'aws4_request' || more.length > 0) {
    throw new MalformedSignature('Credential should be KEY/YYYYMMDD/REGION/SERVICE/aws4_request');
  }
  return { accessKeyId, shortDate, region, service };
}

function readDate(longDate: string | undefined): Pick<Signature, 'longDate' | 'signedAt'> {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(longDate ?? '');
  if (match === null) throw new MalformedSignature('X-Amz-Date should be YYYYMMDDTHHMMSSZ');
  const [text, year, month, day, hour, minute, second] = match;
  return { longDate: text, signedAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) };
}

function readSignedHeaders(list: string | undefined): string[] {
  const names = required(list, 'SignedHeaders').toLowerCase().split(';');
  if (!names.includes('host')) throw new MalformedSignature("'host' must be a signed header");
  return names;
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new MalformedSignature(`${name} is missing`);
  return value;
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

  async stringToSign(request: HttpRequest, signature: Signature): Promise<string> {
    const query: Record<string, string[]> = {};
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
    const canonicalRequest = this.createCanonicalRequest(canonical, headers, payloadHash(request, signature));
    return this.createStringToSign(signature.longDate, scope, canonicalRequest, ALGORITHM);
  }
}

/** S3 signs what the header says (the body is compared with it later); the others always sign the body. */
function payloadHash(request: HttpRequest, signature: Signature): string {
  if (signature.service !== 's3') return sha256Hex(request.body);
  if (signature.carrier === 'query') return request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  return request.headers['x-amz-content-sha256'] ?? '';
}

const encodePath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replace(/[!'()*]/g, encodeMark))
    .join('/');

const encodeMark = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
