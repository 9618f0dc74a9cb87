import fc from '../../properties';
import { unframe } from '../../../tools/sandbox/wire/aws-chunked';
import type { AwsError } from '../../../tools/sandbox/core/service';

describe('aws-chunked', () => {
  const streaming = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  const frame = (chunks: readonly Uint8Array[]): Buffer =>
    Buffer.concat([
      ...chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)}\r\n`),
        chunk,
        Buffer.from('\r\n'),
      ]),
      Buffer.from('0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n'),
    ]);

  test('whatever was framed comes out, with its trailer', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 }), (chunks) => {
        const { body, trailers } = unframe(frame(chunks), streaming);
        expect(body).toEqual(Buffer.concat(chunks));
        expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' });
      }),
    );
  });

  test('a body that was cut short is noticed, wherever it was cut', () => {
    const whole = frame([Buffer.from('some'), Buffer.from('bytes')]);
    const headers = { ...streaming, 'x-amz-decoded-content-length': '9' };
    const lastChunk = whole.indexOf('0\r\nx-amz');
    for (let length = 0; length < lastChunk + 1; length++) {
      expect(() => unframe(whole.subarray(0, length), headers)).toThrow(
        expect.objectContaining({ code: 'IncompleteBody' }) as AwsError,
      );
    }
  });

  test('nonsense never gets past but as IncompleteBody', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          unframe(Buffer.from(bytes), { ...streaming, 'x-amz-decoded-content-length': '61' });
        } catch (error) {
          return (error as AwsError).code === 'IncompleteBody';
        }
        return false;
      }),
    );
  });
});
