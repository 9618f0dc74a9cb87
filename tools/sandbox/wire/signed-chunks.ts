import { createHmac } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { createScope, getSigningKey } from '@smithy/signature-v4';
import { readFrames, SIGNED_CHUNKS, SIGNED_CHUNKS_AND_TRAILER } from './aws-chunked';
import type { RequestHead } from './http-request';
import { isSameSecret, sha256Hex, type Signature } from './signature';

/**
 * Whether every chunk of an upload carries the signature that follows from the one before it, the first from the
 * request's own. True for uploads that are not signed chunk by chunk.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export async function areChunksSigned(
  secretAccessKey: string,
  signature: Signature,
  { headers }: RequestHead,
  body: Buffer,
): Promise<boolean> {
  const kind = headers['x-amz-content-sha256'];
  if (kind !== SIGNED_CHUNKS && kind !== SIGNED_CHUNKS_AND_TRAILER) return true;
  const { shortDate, region, service, accessKeyId, longDate } = signature;
  const key = await getSigningKey(Sha256, { accessKeyId, secretAccessKey }, shortDate, region, service);
  const scope = createScope(shortDate, region, service);
  const sign = (what: string, ...rest: string[]): Buffer =>
    createHmac('sha256', key)
      .update([what, longDate, scope, ...rest].join('\n'))
      .digest();

  const { chunks, trailers } = readFrames(body);
  let previous = signature.signature;
  for (const chunk of chunks) {
    const expected = sign(
      'AWS4-HMAC-SHA256-PAYLOAD',
      previous,
      sha256Hex(Buffer.alloc(0)),
      sha256Hex(chunk.data),
    );
    if (!isSameSecret(expected, Buffer.from(chunk.signature, 'hex'))) return false;
    previous = chunk.signature;
  }
  if (kind === SIGNED_CHUNKS) return trailers.length === 0;
  const given = trailers.find(([name]) => name === 'x-amz-trailer-signature')?.[1] ?? '';
  const signed = trailers.filter(([name]) => name !== 'x-amz-trailer-signature');
  const text = signed.map(([name, value]) => `${name}:${value}\n`).join('');
  const expected = sign('AWS4-HMAC-SHA256-TRAILER', previous, sha256Hex(Buffer.from(text)));
  return isSameSecret(expected, Buffer.from(given, 'hex'));
}
