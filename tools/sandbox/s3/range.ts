import { AwsError } from '../core/service';

/** Bytes of an object, from the first to before the last. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header asks for; undefined is all, and so is what S3 does not understand, several ranges among it.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 *
 * @throws AwsError `InvalidRange` where none of it is there
 */
export function readRange(header: string | undefined, size: number): Range | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (header === undefined || (from === '' && to === '')) return undefined;
  if (from !== '' && to !== '' && Number(from) > Number(to)) return undefined;
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(Number(to) + 1, size);
  if (start < end) return { start, end };
  throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416, {
    fields: { RangeRequested: header, ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` },
  });
}

/** Those bytes of a body that came in pieces, without copying them. */
export function cut(body: readonly Buffer[], { start, end }: Range): Buffer[] {
  const pieces: Buffer[] = [];
  let offset = 0;
  for (const piece of body) {
    const within = piece.subarray(Math.max(start - offset, 0), Math.max(end - offset, 0));
    if (within.length > 0) pieces.push(within);
    offset += piece.length;
  }
  return pieces;
}

/** @throws AwsError `InvalidArgument` */
export function readPartNumber(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= 10_000) return number;
  throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
}

/**
 * Where one part of a multipart upload lies; an object that was put whole has one.
 *
 * @throws AwsError `InvalidPartNumber`
 */
export function partRange(number: number, sizes: readonly number[]): Range {
  const size = sizes[number - 1];
  if (size === undefined) {
    throw new AwsError('InvalidPartNumber', 'The requested partnumber is not satisfiable', 416, {
      fields: { PartNumberRequested: String(number), ActualPartCount: String(sizes.length) },
    });
  }
  const start = sizes.slice(0, number - 1).reduce((sum, one) => sum + one, 0);
  return { start, end: start + size };
}
