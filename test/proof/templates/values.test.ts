// tools/proof/templates/value-types.ts, tools/proof/templates/resolved-once.ts, tools/proof/templates/json.ts, tools/proof/templates/read-json.ts
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Resolved } from '../../../tools/intrinsics/scope';
import { DEEPEST, isObject, isTooDeep, shown } from '../../../tools/proof/templates/json';
import { objectIn, readJsonFile } from '../../../tools/proof/templates/read-json';
import { ResolvedOnce } from '../../../tools/proof/templates/resolved-once';
import { UnreadableAssemblyError } from '../../../tools/proof/templates/unreadable-assembly-error';
import { UnresolvableError } from '../../../tools/proof/templates/unresolvable-error';
import * as types from '../../../tools/proof/templates/value-types';
import { temporaryFolder } from '../../../tools/temporary-folder';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html
describe('values as CloudFormation takes them', () => {
  const { asBoolean, asList, asObject, asObjects, asText, asTexts, asWholeNumber, onlyMembers } = types;
  test.each<[(value: unknown, property: string) => unknown, unknown, unknown]>([
    [asText, 'x', 'x'],
    [asText, '', ''],
    [asBoolean, true, true],
    [asBoolean, 'true', true],
    [asBoolean, false, false],
    [asBoolean, 'false', false],
    [asWholeNumber, 0, 0],
    [asWholeNumber, '3600', 3600],
    [asWholeNumber, -5, -5],
    [asWholeNumber, '123456789012345', 123_456_789_012_345],
    [asList, [], []],
    [asList, [1, 'a'], [1, 'a']],
    [asTexts, ['a'], ['a']],
    [asObjects, [{ a: 1 }], [{ a: 1 }]],
    [asObject, {}, {}],
  ])('%p takes %j', (read, value, taken) => {
    expect(read(value, 'P')).toEqual(taken);
  });

  test.each<[(value: unknown, property: string) => unknown, unknown, string]>([
    [asText, 5, 'its P must be text, got 5'],
    [asText, undefined, 'its P must be text, got undefined'],
    [asBoolean, 'True', 'its P must be true or false, got "True"'],
    [asBoolean, 1, 'its P must be true or false, got 1'],
    [asBoolean, undefined, 'its P must be true or false, got undefined'],
    [asWholeNumber, '1.5', 'its P must be a whole number, got "1.5"'],
    [asWholeNumber, 1.5, 'its P must be a whole number, got 1.5'],
    [asWholeNumber, '1234567890123456', 'its P must be a whole number, got "1234567890123456"'],
    [asWholeNumber, 'x1', 'its P must be a whole number, got "x1"'],
    [asWholeNumber, '1x', 'its P must be a whole number, got "1x"'],
    [asWholeNumber, '', 'its P must be a whole number, got ""'],
    [asWholeNumber, 2 ** 60, `its P must be a whole number, got ${2 ** 60}`],
    [asList, { length: 0 }, 'its P must be a list, got {"length":0}'],
    [asTexts, ['a', 5], 'its P must be a list of text, got 5'],
    [asTexts, 'a', 'its P must be a list, got "a"'],
    [asObjects, [{}, []], 'its P must be a list of objects, got []'],
    [asObject, [], 'its P must be an object, got []'],
    [asObject, null, 'its P must be an object, got null'],
  ])('%p does not take %j', (read, value, problem) => {
    expect(() => read(value, 'P')).toThrow(UnresolvableError);
    expect(() => read(value, 'P')).toThrow(problem);
  });

  test('members that are not known are named', () => {
    const value = { a: 1, b: 2 };
    expect(onlyMembers(value, ['a', 'b', 'c'], 'P')).toBe(value);
    expect(() => onlyMembers({ ...value, x: 1, y: 2 }, ['a', 'b'], 'P')).toThrow(/\bx, y\b/);
  });
});

describe('what is resolved once', () => {
  test('is remembered, and so is why it cannot be', () => {
    const once = new ResolvedOnce();
    const resolve = jest.fn(() => 'value');
    expect([once.get('a', resolve), once.get('a', resolve)]).toEqual(['value', 'value']);
    expect(resolve).toHaveBeenCalledTimes(1);
    const fail = jest.fn(() => {
      throw new UnresolvableError('no such thing');
    });
    expect(() => once.get('b', fail)).toThrow('no such thing');
    expect(() => once.get('b', fail)).toThrow('no such thing');
    expect(fail).toHaveBeenCalledTimes(1);
  });

  test('another error is a mistake of this program, and is met again', () => {
    const once = new ResolvedOnce();
    const mistake = jest.fn(() => {
      throw new TypeError('oh');
    });
    expect(() => once.get('a', mistake)).toThrow(TypeError);
    expect(() => once.get('a', mistake)).toThrow(TypeError);
    expect(mistake).toHaveBeenCalledTimes(2);
    expect(once.get('a', () => 'now')).toBe('now');
  });

  test('what refers to itself is said, with three on the way at most', () => {
    const circle = (...names: string[]) => {
      const once = new ResolvedOnce();
      const next = (place: number): Resolved =>
        once.get(names[place % names.length] ?? '', () => next(place + 1));
      return () => next(0);
    };
    expect(circle('a')).toThrow(/^a refers to itself\W*$/);
    expect(circle('a', 'b', 'c', 'd', 'e')).toThrow(/^a refers to itself\b.*\bb, c, d\W*$/);
    const once = new ResolvedOnce();
    const tail = () => once.get('x', () => once.get('y', () => once.get('z', () => once.get('y', () => ''))));
    expect(tail).toThrow(/^y refers to itself\b.*\bz\W*$/);
  });

  test('a chain of a hundred is followed, a longer one is not', () => {
    const chain = (length: number) => {
      const once = new ResolvedOnce();
      const next = (place: number): Resolved =>
        place === length ? 'end' : once.get(`v${place}`, () => next(place + 1));
      return next(0);
    };
    expect(chain(100)).toBe('end');
    expect(() => chain(101)).toThrow(/v0\b.*100/);
  });
});

describe('JSON', () => {
  test('is shown, and cut short', () => {
    expect(shown({ a: [1, 'x'] })).toBe('{"a":[1,"x"]}');
    expect(shown(undefined)).toBe('undefined');
    expect(shown('x'.repeat(98))).toBe(`"${'x'.repeat(98)}"`);
    expect(shown('x'.repeat(99))).toBe(`"${'x'.repeat(98)}…`);
    expect(shown(nested(DEEPEST + 1))).toBe('what is too deep to be shown');
  });

  const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);

  test('may be two hundred levels deep', () => {
    expect(isTooDeep(nested(DEEPEST))).toBe(false);
    expect(isTooDeep(nested(DEEPEST + 1))).toBe(true);
    expect(isTooDeep({ a: { b: null, c: nested(DEEPEST - 2) } })).toBe(false);
    expect(isTooDeep(null)).toBe(false);
  });

  test.each([
    [{}, true],
    [[], false],
    [null, false],
    ['x', false],
    [undefined, false],
  ])('%j is an object: %j', (value, is) => {
    expect(isObject(value)).toBe(is);
    expect(objectIn(value)).toEqual({});
  });
});

describe('a file', () => {
  const { path: folder, remove } = temporaryFolder('read-json-test-');
  afterAll(remove);
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return () => readJsonFile(folder, name, 'is it there?');
  };

  test('of JSON is read, with its bytes', () => {
    const { path, bytes, json } = file('good.json', '{ "a": 1 }')();
    expect(path).toBe(join(folder, 'good.json'));
    expect(bytes.toString()).toBe('{ "a": 1 }');
    expect(json).toEqual({ a: 1 });
    expect(objectIn(json)).toBe(json);
  });

  test.each([
    [
      'that is not there',
      () => readJsonFile(folder, 'gone.json', 'is it there?'),
      'gone.json is missing: is it there?',
    ],
    ['that is cut off', file('half.json', '{ "a": '), 'half.json'],
    ['that says something twice', file('twice.json', '{ "a": 1, "a": 2 }'), 'is there twice'],
    ['that holds a list', file('list.json', '[]'), 'list.json does not hold a JSON object'],
    [
      'that is a folder',
      () => {
        mkdirSync(join(folder, 'folder.json'));
        return readJsonFile(folder, 'folder.json', 'is it there?');
      },
      'folder.json',
    ],
    [
      'that is too large',
      () => {
        file('large.json', '');
        truncateSync(join(folder, 'large.json'), 16 * 2 ** 20 + 1);
        return readJsonFile(folder, 'large.json', 'is it there?');
      },
      String(16 * 2 ** 20 + 1),
    ],
  ])('%s is refused by name', (_, read, says) => {
    const met: unknown = (() => {
      try {
        return read();
      } catch (error) {
        return error;
      }
    })();
    expect(met).toBeInstanceOf(UnreadableAssemblyError);
    expect((met as Error).message).toContain(says);
    expect((met as Error).message).toContain(folder);
  });
});
