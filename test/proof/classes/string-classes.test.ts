// tools/proof/classes/string-classes.ts, tools/proof/classes/language.ts, tools/proof/classes/principal-arns.ts
import fc, { cases } from '../../properties';
import {
  arnLanguage,
  glob,
  globLanguage,
  type Language,
  language,
  literally,
} from '../../../tools/proof/classes/language';
import { MAX_STATES, stringClasses } from '../../../tools/proof/classes/string-classes';
import { permissionSetRoleLanguage, PRINCIPALS } from '../../../tools/proof/classes/principal-arns';

const EVERYTHING = { all: globLanguage('*') };

/** Written for this test alone: a glob as a regular expression. */
function matches(pattern: string, text: string, flags = ''): boolean {
  const source = Array.from(pattern)
    .map((c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : c.replace(/[\\/]/, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, `u${flags}`).test(text);
}

/** All strings over an alphabet, up to a length. */
function strings(alphabet: string, length: number): string[] {
  const shorter = length === 0 ? [] : strings(alphabet, length - 1);
  const last = shorter.filter((text) => text.length === length - 1);
  return length === 0 ? [''] : [...shorter, ...last.flatMap((text) => Array.from(alphabet, (c) => text + c))];
}

const vector = (answers: readonly boolean[]): string => answers.map(Number).join('');

/** Over `abc`, and `c` is in no pattern: it stands for every other character. */
function bruteForce(patterns: readonly string[], length: number): Set<string> {
  return new Set(strings('abc', length).map((text) => vector(patterns.map((one) => matches(one, text)))));
}

const smallGlob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 });

describe('classes of strings', () => {
  test('are exactly the combinations that trying every short string finds', () => {
    // Three globs of up to four tokens are told apart by strings of seven characters at most (tried with nine).
    fc.assert(
      fc.property(fc.array(smallGlob, { minLength: 1, maxLength: 3 }), (patterns) => {
        const classes = stringClasses({
          what: 'x',
          universe: EVERYTHING,
          questions: patterns.map((one) => globLanguage(one)),
        });
        const found = classes.map(({ answers }) => vector(answers));

        expect(new Set(found).size).toBe(found.length);
        expect([...bruteForce(patterns, 7)].filter((combination) => !found.includes(combination))).toEqual(
          [],
        );
        for (const { witness, answers } of classes) {
          expect(patterns.map((one) => matches(one, witness))).toEqual(answers);
        }
      }),
      { numRuns: cases(40) },
    );
  });

  test('contain every string, of any length and any characters: none is forgotten', () => {
    const anyGlob = fc.string({
      unit: fc.constantFrom('a', 'B', 'é', '😀', ':', '/', '*', '?'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(anyGlob, { minLength: 1, maxLength: 3 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'é', '😀', ':', '/', 'z'), maxLength: 12 }),
        fc.boolean(),
        (patterns, text, anyCase) => {
          const questions = patterns.map((one) => globLanguage(one, anyCase));
          const found = stringClasses({ what: 'x', universe: EVERYTHING, questions }).map(({ answers }) =>
            vector(answers),
          );

          const lower = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          const expected = patterns.map((one) =>
            anyCase ? matches(lower(one), lower(text)) : matches(one, text),
          );
          expect(found).toContain(vector(expected));
        },
      ),
      { numRuns: cases(200) },
    );
  });

  test('names that are prefixes of one another fall apart', () => {
    const questions = ['bucket', 'bucket/*', 'bucket-2', 'bucket*'].map((one) => globLanguage(one));

    const witnesses = stringClasses({ what: 'x', universe: EVERYTHING, questions }).map(
      ({ witness }) => witness,
    );

    expect(witnesses.sort()).toEqual(['', 'bucket', 'bucket-', 'bucket-2', 'bucket/']);
  });

  test('a witness is a shortest string of its class, or a readable one', () => {
    const asked = { what: 'x', universe: EVERYTHING, questions: [globLanguage('s3:Get*', true)] };

    expect(stringClasses(asked).map(({ witness }) => witness)).toEqual(['', 's3:get']);
    expect(
      stringClasses({ ...asked, readable: ['s3:GetObject', 's3:PutObject'] }).map(({ witness }) => witness),
    ).toEqual(['s3:PutObject', 's3:GetObject']);
  });

  test('with and without regard to case are two questions', () => {
    const questions = [globLanguage('ab', true), language('ab', literally('ab'))];

    const found = stringClasses({ what: 'x', universe: EVERYTHING, questions }).map(({ answers }) =>
      vector(answers),
    );

    expect(found.sort()).toEqual(['00', '10', '11']);
  });

  test('a wildcard of an ARN pattern stays in its part', () => {
    const questions = [arnLanguage('arn:aws:iam::*:role/X'), globLanguage('arn:aws:iam::*:role/X')];

    const found = stringClasses({ what: 'x', universe: EVERYTHING, questions });

    expect(found.map(({ answers }) => vector(answers)).sort()).toEqual(['00', '01', '11']);
    expect(found.find(({ answers }) => vector(answers) === '01')?.witness).toBe(
      'arn:aws:iam:::role/X'.replace(':::', '::::'),
    );
  });

  test('a pattern that would take too many states is refused with its name', () => {
    const questions = [globLanguage('*a????????????????')];

    expect(() => stringClasses({ what: 'the resource', universe: EVERYTHING, questions })).toThrow(
      `telling all values of the resource apart needs more than ${MAX_STATES} states; the patterns that cost most: *a????????????????. Write them with fewer wildcards.`,
    );
  });
});

describe("Identity Center's roles", () => {
  const witnessesOf = (...questions: Language[]) =>
    stringClasses({ what: 'the caller', universe: PRINCIPALS, questions }).map(({ answers }) =>
      vector(answers),
    );
  const path = 'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com';
  const promised = permissionSetRoleLanguage('222222222222', 'Lend');

  test('the two patterns with sixteen question marks name exactly one permission set', () => {
    const both = language(
      'both',
      ...[
        `${path}/AWSReservedSSO_Lend_${'?'.repeat(16)}`,
        `${path}/*/AWSReservedSSO_Lend_${'?'.repeat(16)}`,
      ].map((one) => glob(one)),
    );

    expect(witnessesOf(promised, both).sort()).toEqual(['00', '11']);
  });

  test('the popular pattern with a star also names a set whose name goes on', () => {
    expect(witnessesOf(promised, globLanguage('*AWSReservedSSO_Lend_*')).sort()).toEqual(['00', '01', '11']);
  });

  test('fifteen question marks name none', () => {
    expect(
      witnessesOf(promised, globLanguage(`${path}/AWSReservedSSO_Lend_${'?'.repeat(15)}`)).sort(),
    ).toEqual(['00', '10']);
  });

  test('without its region the pattern misses all regions but us-east-1', () => {
    expect(
      witnessesOf(promised, globLanguage(`${path}/AWSReservedSSO_Lend_${'?'.repeat(16)}`)).sort(),
    ).toEqual(['00', '10', '11']);
  });
});
