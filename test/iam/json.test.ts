import { parseJson } from '../../tools/iam/json';
import fc, { cases } from '../properties';

test.each([
  ['in one object', '{"a": 1, "a": 2}', 'a'],
  ['in an inner one', '{"a": {"b": 1, "c": 2, "b": 3}}', 'b'],
  ['after an inner one', '{"a": {"b": 1}, "c": [{"b": 1}], "a": 2}', 'a'],
  ['in an object of a list', '[{"a": 1}, {"b": 1, "b": 1}]', 'b'],
  ['before a colon on the next line', '{"a"\n\t : 1, "a"\r\n: 2}', 'a'],
  ['spelt with an escape', '{"a": 1, "\\u0061": 2}', 'a'],
  ['with a quote in it', '{"a\\"b": 1, "a\\"b": 2}', 'a\\"b'],
  ['with a brace in it', '{"}": 1, "}": 2}', '}'],
  ['that is empty', '{"": 1, "": 2}', ''],
  ['that ends in a backslash', '{"a\\\\": 1, "a\\\\": 2}', 'a\\\\'],
])('a key that is there twice is refused by name: %s', (_, text, key) => {
  expect(() => parseJson(text)).toThrow(new SyntaxError(`the key "${key}" is there twice in one object`));
});

test.each([
  ['{"a": {"a": {"a": 1}}}', { a: { a: { a: 1 } } }],
  ['[{"a": 1}, {"a": 2}]', [{ a: 1 }, { a: 2 }]],
  ['{"a": {"b": 1}, "b": {"a": 1}}', { a: { b: 1 }, b: { a: 1 } }],
  ['{"a": "a", "b": ["a", "b", "a"]}', { a: 'a', b: ['a', 'b', 'a'] }],
  ['{"a": "{", "b": "{\\"a\\": 1}", "c": "}}"}', { a: '{', b: '{"a": 1}', c: '}}' }],
  ['{"a": "x\\\\", "b": "\\\\\\"b\\": "}', { a: 'x\\', b: '\\"b": ' }],
  ['"a"', 'a'],
  ['[]', []],
])('%s is read', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});

test('text that is no JSON is refused as JSON.parse does', () => {
  expect(() => parseJson('{"a": 1')).toThrow(SyntaxError);
});

test('what JSON.stringify writes is read as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: cases(100) },
  );
});
