import fc from '../../properties';
import { cut, partRange, readPartNumber, readRange } from '../../../tools/sandbox/s3/range';

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

describe('a range', () => {
  test.each([
    ['bytes=0-0', { start: 0, end: 1 }],
    ['bytes=2-4', { start: 2, end: 5 }],
    ['bytes=7-', { start: 7, end: 10 }],
    ['bytes=5-100', { start: 5, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-100', { start: 0, end: 10 }],
  ])('%s of ten bytes', (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });

  test.each([undefined, 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'items=0-1', 'bytes=a-b'])(
    '%s is all of them',
    (header) => {
      expect(readRange(header, 10)).toBeUndefined();
    },
  );

  test.each([
    ['bytes=10-', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
    ['bytes=-5', 0],
  ])('%s of %i bytes is none of them', (header, size) => {
    expect(errorOf(() => readRange(header, size))).toMatchObject({
      code: 'InvalidRange',
      status: 416,
      message: 'The requested range is not satisfiable',
      extra: {
        fields: { RangeRequested: header, ActualObjectSize: String(size) },
        headers: { 'content-range': `bytes */${size}` },
      },
    });
  });

  test('is cut out of pieces as out of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 6 }),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (arrays, one, other) => {
          const pieces = arrays.map((bytes) => Buffer.from(bytes));
          const [start, end] = [Math.min(one, other), Math.max(one, other)];
          const found = Buffer.concat(cut(pieces, { start, end }));
          expect(found.toString('hex')).toBe(Buffer.concat(pieces).subarray(start, end).toString('hex'));
        },
      ),
    );
  });
});

describe('a part', () => {
  test('lies after those before it', () => {
    expect(partRange(1, [5, 3, 2])).toEqual({ start: 0, end: 5 });
    expect(partRange(3, [5, 3, 2])).toEqual({ start: 8, end: 10 });
  });

  test('that there is not is no part', () => {
    expect(errorOf(() => partRange(4, [5, 3, 2]))).toMatchObject({
      code: 'InvalidPartNumber',
      status: 416,
      extra: { fields: { PartNumberRequested: '4', ActualPartCount: '3' } },
    });
  });

  test.each(['0', '10001', '-1', '1.5', '', 'one'])('cannot have the number %j', (text) => {
    expect(() => readPartNumber(text)).toThrow(
      'Part number must be an integer between 1 and 10000, inclusive',
    );
  });
});
