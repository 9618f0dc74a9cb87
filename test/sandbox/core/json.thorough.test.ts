import { parseJson } from '../../../tools/sandbox/core/json';

test('names that every object has are members like any other', () => {
  const parsed = parseJson('{"__proto__":{"a":1},"constructor":2}');
  expect(Object.entries(parsed as object)).toEqual([
    ['__proto__', { a: 1 }],
    ['constructor', 2],
  ]);
  expect((parsed as { a?: number }).a).toBeUndefined();
});

test('five hundred levels are enough for everybody', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  expect(() => parseJson(nested(500))).not.toThrow();
  expect(() => parseJson(nested(501))).toThrow('lists and objects are nested more than 500 deep');
  expect(() => parseJson('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))).toThrow(SyntaxError);
});
