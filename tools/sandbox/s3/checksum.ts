import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { AwsError, notModelled } from '../service';

/**
 * Compares an upload with what its headers promise about it: Content-MD5 and `x-amz-checksum-*`.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 *
 * @param trailers those of an aws-chunked body, which may carry the checksum instead of the headers
 * @throws AwsError `InvalidDigest`, `BadDigest` or `InvalidRequest`
 */
export function checkDigests(
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  trailers: Readonly<Record<string, string>> = {},
): void {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16) {
      throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400);
    }
    if (createHash('md5').update(body).digest('base64') !== md5) {
      throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400);
    }
  }
  for (const [name, value] of Object.entries({ ...headers, ...trailers })) {
    const algorithm = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/.exec(name)?.[1];
    if (algorithm !== undefined) checkOne(algorithm, value, body);
  }
}

function checkOne(algorithm: string, value: string, body: Buffer): void {
  const { bytes, digest } = ALGORITHMS[algorithm] ?? {};
  if (bytes !== undefined && Buffer.from(value, 'base64').length !== bytes) {
    throw new AwsError('InvalidRequest', `Value for x-amz-checksum-${algorithm} header is invalid.`, 400);
  }
  if (digest === undefined) throw notModelled(`the checksum algorithm ${algorithm}`);
  if (digest(body) !== value) {
    throw new AwsError(
      'BadDigest',
      `The ${algorithm.toUpperCase()} you specified did not match the calculated checksum.`,
      400,
    );
  }
}

const ALGORITHMS: Record<string, { readonly bytes: number; readonly digest?: (body: Buffer) => string }> = {
  crc32: { bytes: 4, digest: (body) => bigEndian(crc32(body)) },
  crc32c: { bytes: 4 },
  crc64nvme: { bytes: 8 },
  sha1: { bytes: 20, digest: (body) => createHash('sha1').update(body).digest('base64') },
  sha256: { bytes: 32, digest: (body) => createHash('sha256').update(body).digest('base64') },
};

function bigEndian(value: number): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes.toString('base64');
}
