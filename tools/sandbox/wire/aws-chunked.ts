import { AwsError, notModelled } from '../core/service';

/** A body in `aws-chunked` framing, taken apart. */
export interface Unframed {
  readonly body: Buffer;
  /** Lower-case names. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** The framing itself: `SIZE[;chunk-signature=HEX]\r\nDATA\r\n … 0\r\nTRAILERS\r\n`. */
export interface Frames {
  /** In order, the empty last one included. */
  readonly chunks: readonly Chunk[];
  readonly trailers: readonly (readonly [string, string])[];
}

export interface Chunk {
  readonly data: Buffer;
  /** Hex; '' where chunks are not signed. */
  readonly signature: string;
}

/** The kinds of `x-amz-content-sha256` that announce the framing. Signed chunks are checked by the front door. */
const UNSIGNED_CHUNKS = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
export const SIGNED_CHUNKS = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD';
export const SIGNED_CHUNKS_AND_TRAILER = 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER';

/**
 * What an upload holds, without the framing that SDKs use for streams.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 *
 * @throws AwsError `IncompleteBody`; `NotImplemented` for a framing that is not known
 */
export function unframe(body: Buffer, headers: Readonly<Record<string, string>>): Unframed {
  const hash = headers['x-amz-content-sha256'] ?? '';
  if (!hash.startsWith('STREAMING-')) return { body, trailers: {} };
  if (![UNSIGNED_CHUNKS, SIGNED_CHUNKS, SIGNED_CHUNKS_AND_TRAILER].includes(hash)) {
    throw notModelled(`uploads with x-amz-content-sha256 ${hash}`);
  }
  const { chunks, trailers } = readFrames(body);
  const whole = Buffer.concat(chunks.map(({ data }) => data));
  const promised = headers['x-amz-decoded-content-length'];
  if (promised !== undefined && promised !== String(whole.length)) throw incomplete();
  return { body: whole, trailers: Object.fromEntries(trailers) };
}

/** @throws AwsError `IncompleteBody` */
export function readFrames(body: Buffer): Frames {
  const chunks: Chunk[] = [];
  for (let offset = 0; ;) {
    const lineEnd = body.indexOf('\r\n', offset);
    const line = lineEnd < 0 ? '' : body.subarray(offset, lineEnd).toString('latin1');
    const match = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i.exec(line);
    if (match === null) throw incomplete();
    const [, hexSize = '', signature = ''] = match;
    const size = parseInt(hexSize, 16);
    const start = lineEnd + 2;
    chunks.push({ data: body.subarray(start, start + size), signature });
    if (size === 0) return { chunks, trailers: readTrailers(body.subarray(start).toString('utf8')) };
    offset = start + size + 2;
    if (body.subarray(start + size, offset).toString('latin1') !== '\r\n') throw incomplete();
  }
}

function readTrailers(text: string): [string, string][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.includes(':'))
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    });
}

const incomplete = (): AwsError =>
  new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
  );
