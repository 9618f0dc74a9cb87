import fc, { cases } from '../properties';
import { matchesGlob } from '../../tools/iam/glob';

const letters = fc.constantFrom('a', 'b', 'A', '/', ':', '😀', 'ä', '*', '?', '.');
const text = fc.string({ unit: letters, maxLength: 8 });

describe('matchesGlob', () => {
  test.each([
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['**', 'anything', true],
    ['?', '', false],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'a-c-b', false],
    ['*ab', 'aab', true],
    ['*a?c', 'abcabd', false],
    ['*a?c', 'abcabdabc', true],
    ['a', 'A', false],
    ['?', '😀', true],
    ['??', '😀', false],
    ['*😀', 'a😀', true],
    ['a.c', 'abc', false],
    ['\\*', '\\x', true],
  ])('%j against %j is %s', (pattern, given, expected) => {
    expect(matchesGlob(pattern, given)).toBe(expected);
  });

  test('half of a surrogate pair is not the pair', () => {
    expect(matchesGlob('\ud83d*', '\ud83d\ude00')).toBe(false);
    expect(matchesGlob('*\ude00', '\ud83d\ude00')).toBe(false);
    expect(matchesGlob('\ud83d*', '\ud83dx')).toBe(true);
  });

  test('ignoring case concerns ASCII letters alone', () => {
    expect(matchesGlob('s3:get*', 'S3:GetObject', { ignoreCase: true })).toBe(true);
    expect(matchesGlob('k', '\u212a', { ignoreCase: true })).toBe(false); // the Kelvin sign
    expect(matchesGlob('ä', 'Ä', { ignoreCase: true })).toBe(false);
  });

  test('agrees with the definition, read literally', () => {
    fc.assert(
      fc.property(
        text,
        text,
        (pattern, given) => matchesGlob(pattern, given) === byDefinition([...pattern], [...given]),
      ),
      {
        numRuns: cases(1_000),
      },
    );
  });

  test('a text matches itself with some of its characters replaced by wildcards', () => {
    const pieces = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.constantFrom('keep', '*', '?')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (all) => {
        const given = all.map(([piece]) => piece).join('');
        const pattern = all.map(([piece, how]) =>
          how === 'keep' ? piece.replace(/[*?]/g, '?') : how === '*' ? '*' : '?'.repeat([...piece].length),
        );
        return matchesGlob(pattern.join(''), given);
      }),
    );
  });

  test('a pattern that would keep a backtracking matcher busy for ever is answered', () => {
    expect(matchesGlob('a*'.repeat(200) + 'b', 'a'.repeat(20_000))).toBe(false);
  });
});

/** Exponential, and obviously right. */
function byDefinition(pattern: readonly string[], given: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return given.length === 0;
  if (first === '*')
    return byDefinition(rest, given) || (given.length > 0 && byDefinition(pattern, given.slice(1)));
  return given.length > 0 && (first === '?' || first === given[0]) && byDefinition(rest, given.slice(1));
}
