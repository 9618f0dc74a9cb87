import { createHash } from 'node:crypto';
import { Crc32, Crc32c, Crc64NvmeJs } from '@aws-sdk/checksums/crc';
import { AwsError, notModelled } from '../core/service';

/**
 * Compares an upload with what its headers promise about it: Content-MD5 and `x-amz-checksum-*`.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 *
 * @param trailers those of an aws-chunked body, which may carry the checksum instead of the headers
 * @returns the checksums that were given and are right, as headers
 * @throws AwsError `InvalidDigest`, `BadDigest` or `InvalidRequest`
 */
export async function checkDigests(
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  trailers: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const md5 = headers['content-md5'];
  if (md5 !== undefined) {
    if (Buffer.from(md5, 'base64').length !== 16) {
      throw new AwsError('InvalidDigest', 'The Content-MD5 you specified was invalid.');
    }
    if (createHash('md5').update(body).digest('base64') !== md5) {
      throw new AwsError('BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
  }
  const right: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...headers, ...trailers })) {
    if (!name.startsWith('x-amz-checksum-') || name === 'x-amz-checksum-type') continue;
    const algorithm = Object.hasOwn(ALGORITHMS, name) ? ALGORITHMS[name] : undefined;
    if (algorithm === undefined) throw notModelled(`uploads with ${name}`);
    await checkOne(name, value, algorithm, body);
    Object.assign(right, { [name]: value, 'x-amz-checksum-type': 'FULL_OBJECT' });
  }
  return right;
}

interface Algorithm {
  /** Of the digest. */
  readonly bytes: number;
  readonly digest: (body: Buffer) => Promise<Uint8Array> | Uint8Array;
}

async function checkOne(
  name: string,
  value: string,
  { bytes, digest }: Algorithm,
  body: Buffer,
): Promise<void> {
  if (Buffer.from(value, 'base64').length !== bytes) {
    throw new AwsError('InvalidRequest', `Value for ${name} header is invalid.`);
  }
  if (Buffer.from(await digest(body)).toString('base64') === value) return;
  const algorithm = name.slice('x-amz-checksum-'.length).toUpperCase();
  throw new AwsError('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
}

const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  'x-amz-checksum-crc32': { bytes: 4, digest: (body) => cyclic(new Crc32(), body) },
  'x-amz-checksum-crc32c': { bytes: 4, digest: (body) => cyclic(new Crc32c(), body) },
  'x-amz-checksum-crc64nvme': { bytes: 8, digest: (body) => cyclic(new Crc64NvmeJs(), body) },
  'x-amz-checksum-sha1': { bytes: 20, digest: (body) => createHash('sha1').update(body).digest() },
  'x-amz-checksum-sha256': { bytes: 32, digest: (body) => createHash('sha256').update(body).digest() },
};

function cyclic(
  checksum: { update(data: Uint8Array): void; digest(): Promise<Uint8Array> },
  body: Buffer,
): Promise<Uint8Array> {
  checksum.update(body);
  return checksum.digest();
}
