import { otherEncodingOf } from '../tools/encoding';

/** `機密` and `é` as each encoding writes them, in the second line. */
const SHIFT_JIS = '8b4096a7';
const EUC_JP = 'b5a1ccfd';
const JIS = '1b24423521476c1b2842';
const LATIN_1 = 'e9';
const UTF_8 = 'e6a99fe5af86c3a9';

const inSecondLine = (hex: string, lineFeed = '0a') =>
  Buffer.from(`41${lineFeed}27${hex}27${lineFeed}`, 'hex');

test.each<[string, Buffer, ReturnType<typeof otherEncodingOf>]>([
  ['UTF-8', inSecondLine(UTF_8), undefined],
  [
    'UTF-8 with a byte order mark',
    Buffer.concat([Buffer.from('efbbbf', 'hex'), inSecondLine(UTF_8)]),
    undefined,
  ],
  ['nothing', Buffer.alloc(0), undefined],
  ['one letter', Buffer.from('A'), undefined],
  ['colours written as escapes', Buffer.from("'\\u001b[31m'"), undefined],
  ['Shift_JIS', inSecondLine(SHIFT_JIS), { name: 'unknown', line: 2 }],
  ['Shift_JIS with line ends of Windows', inSecondLine(SHIFT_JIS, '0d0a'), { name: 'unknown', line: 2 }],
  ['EUC-JP', inSecondLine(EUC_JP), { name: 'unknown', line: 2 }],
  ['Latin-1', inSecondLine(LATIN_1), { name: 'unknown', line: 2 }],
  ['Latin-1 at the end of the file', Buffer.from('41e9', 'hex'), { name: 'unknown', line: 1 }],
  ['half a character of UTF-8', inSecondLine('e6a9'), { name: 'unknown', line: 2 }],
  ['half a surrogate pair, as bytes', inSecondLine('eda080'), { name: 'unknown', line: 2 }],
  ['UTF-16 with a mark', Buffer.from('fffe41000a00', 'hex'), { name: 'UTF-16', line: 1 }],
  ['UTF-16 with a mark, big-endian', Buffer.from('feff0041000a', 'hex'), { name: 'UTF-16', line: 1 }],
  ['UTF-16 without a mark', Buffer.from('share', 'utf16le'), { name: 'UTF-16', line: 1 }],
  ['UTF-16 without a mark, big-endian', Buffer.from('0041000a', 'hex'), { name: 'UTF-16', line: 1 }],
  ['ISO-2022-JP', inSecondLine(JIS), { name: 'ISO-2022-JP', line: 2 }],
])('%s', (_, bytes, expected) => {
  expect(otherEncodingOf(bytes)).toEqual(expected);
});
