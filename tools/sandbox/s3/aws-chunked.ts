import { AwsError, notModelled } from '../service';

/** A body in `aws-chunked` framing, taken apart. */
export interface Unframed {
  readonly body: Buffer;
  /** Lower-case names. */
  readonly trailers: Readonly<Record<string, string>>;
}

/**
 * Takes apart `SIZE\r\nDATA\r\n … 0\r\nTRAILERS\r\n`, which SDKs send for streams whose checksum comes last.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 *
 * @throws AwsError `IncompleteBody`; `NotImplemented` for chunks that are signed one by one, which are not checked
 *   here and so must not pass
 */
export function unframe(body: Buffer, headers: Readonly<Record<string, string>>): Unframed {
  const hash = headers['x-amz-content-sha256'] ?? '';
  if (!hash.startsWith('STREAMING-')) return { body, trailers: {} };
  if (hash !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    throw notModelled(`uploads with x-amz-content-sha256 ${hash}`);
  const chunks: Buffer[] = [];
  let offset = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', offset);
    const line = lineEnd < 0 ? '' : body.subarray(offset, lineEnd).toString('ascii');
    if (!/^[0-9a-f]{1,8}$/i.test(line)) throw incomplete();
    const size = parseInt(line, 16);
    const start = lineEnd + 2;
    if (size === 0) return finish(Buffer.concat(chunks), body.subarray(start).toString('utf8'), headers);
    if (body.subarray(start + size, start + size + 2).toString('ascii') !== '\r\n') throw incomplete();
    chunks.push(body.subarray(start, start + size));
    offset = start + size + 2;
  }
}

function finish(body: Buffer, trailer: string, headers: Readonly<Record<string, string>>): Unframed {
  const promised = headers['x-amz-decoded-content-length'];
  if (promised !== undefined && Number(promised) !== body.length) throw incomplete();
  const trailers = trailer
    .split('\r\n')
    .filter((line) => line.includes(':'))
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    });
  return { body, trailers: Object.fromEntries(trailers) };
}

const incomplete = (): AwsError =>
  new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header.',
    400,
  );
