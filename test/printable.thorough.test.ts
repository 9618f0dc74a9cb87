// tools/printable.ts
import fc, { cases } from './properties';
import { forTerminal, printable, printableData, printableJson, printableLines } from '../tools/printable';

const CLEAR = '\u001b[2J\u001b[H';

describe('what cannot be seen is shown escaped', () => {
  test.each([
    ['an escape sequence', `${CLEAR}The promise holds`, '\\u{1b}[2J\\u{1b}[HThe promise holds'],
    ['the one-byte form of it', '\u009b2J', '\\u{9b}2J'],
    ['a line of its own', 'a\nThe promise holds\r', 'a\\u{a}The promise holds\\u{d}'],
    ['a title for the window', '\u001b]0;x\u0007', '\\u{1b}]0;x\\u{7}'],
    ['letters turned round', 'role/\u202enimda\u2066', 'role/\\u{202e}nimda\\u{2066}'],
    ['the other line separators', 'a\u0085b\u2028c\u2029d', 'a\\u{85}b\\u{2028}c\\u{2029}d'],
    ['half of a character', 'a\ud83db', 'a\\u{d83d}b'],
    ['nothing at all, and much of it', 'a\u200b\u2060\ufeff\u00adb', 'a\\u{200b}\\u{2060}\\u{feff}\\u{ad}b'],
    ['letters that are blank', 'a\u3164\u2800b', 'a\\u{3164}\\u{2800}b'],
    ['tags', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['delete', 'ab\u007f', 'ab\\u{7f}'],
  ])('%s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('what can be seen stays: letters of any script, accents, emoji, a backslash', () => {
    const text = 'Äé 売上 עברית \u{1f600} a\\b \u3000';
    expect(printable(text)).toBe(text);
  });

  test('lines stay where lines are meant', () => {
    expect(printableLines('a\nb\tc')).toBe('a\nb\\u{9}c');
  });

  test('in data at any depth, names of members included; what is no data stays', () => {
    const run = () => 1;
    expect(printableData({ 'a\u001b': ['\u202e', { b: 1, c: null, d: undefined }], run })).toEqual({
      'a\\u{1b}': ['\\u{202e}', { b: 1, c: null, d: undefined }],
      run,
    });
  });
});

test('on a terminal the colours of this project stay, and nothing that hides, moves or clears', () => {
  const colored = '\u001b[1m\u001b[31mbroken\u001b[39m\u001b[22m\n';
  expect(forTerminal(colored)).toBe(colored);
  expect(forTerminal('\u001b[8mhidden\u001b[2K\u001b[31;8m')).toBe('\\u{1b}[8mhidden\\u{1b}[2K\\u{1b}[31;8m');
});

test('JSON reads back as the same data, and holds nothing raw', () => {
  expect(printableJson({ a: '\u009b\u202e\u{e0041}' })).toBe('{"a":"\\u009b\\u202e\\udb40\\udc41"}');
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (data) => {
      const text = printableJson(data, 2);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data))); // JSON has no -0
      expect(text).toBe(printableLines(text));
    }),
    { numRuns: cases(50) },
  );
});
