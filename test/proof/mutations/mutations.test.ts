// tools/proof/prove.ts, against test/proof/mutations/oracle.ts (see README.md)
import { proveAssembly } from '../../../tools/proof/prove';
import type { StringClass, StringQuestions } from '../../../tools/proof/classes/string-classes';
import type { ProofReport } from '../../../tools/proof/report/report';
import { readAssembly } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS, type StackAssets } from '../../../tools/proof/templates/assets';
import { type Base, bases } from './bases';
import type { Assembly } from './cloudformation';
import type { Mutant } from './mutant';
import { mutantsOf } from './mutants';
import { judge } from './oracle';
import type { Ruling } from './rules';

// Thousands of mutants ask the same questions about strings. What is remembered is a pure function's result.
jest.mock('../../../tools/proof/classes/string-classes', () => {
  const original = jest.requireActual<{ stringClasses: (asked: StringQuestions) => StringClass[] }>(
    '../../../tools/proof/classes/string-classes',
  );
  const known = new Map<string, StringClass[]>();
  const stringClasses = (asked: StringQuestions): StringClass[] => {
    const { readable = [], ...others } = asked;
    const key = `${JSON.stringify(others)}${readable.join('\n')}`;
    const classes = known.get(key) ?? original.stringClasses(asked);
    known.set(key, classes);
    return classes;
  };
  return { ...original, stringClasses };
});

interface Tried {
  readonly mutant: Mutant;
  readonly ruling: Ruling;
  readonly verdict: ProofReport['verdict'] | 'threw';
}

/** What is uploaded is not mutated here. */
function prover({ share, directory }: Base): (assembly: Assembly) => Tried['verdict'] {
  const { stacks } = readAssembly(directory);
  const assetsOf = (name: string) => stacks.find((stack) => stack.name === name)?.assets ?? NO_ASSETS;
  return (assembly) => prove(share, assembly, assetsOf);
}

function prove(
  share: Base['share'],
  assembly: Assembly,
  assetsOf: (stackName: string) => StackAssets,
): Tried['verdict'] {
  try {
    const stacks = assembly.map((stack) => ({
      ...stack,
      assets: assetsOf(stack.name),
      constructPaths: new Map<string, string>(),
    }));
    return proveAssembly({ stacks }, share).verdict;
  } catch {
    return 'threw';
  }
}

const HARMLESS = ['holds', 'holds or refused'];

function isMiss({ ruling, verdict }: Tried): boolean {
  return verdict === 'threw' || (ruling.expectation === 'caught' && verdict === 'holds');
}

function isFalseAlarm({ ruling, verdict }: Tried): boolean {
  if (ruling.expectation === 'holds') return verdict !== 'holds';
  return ruling.expectation === 'holds or refused' && verdict === 'broken';
}

describe('every small change to the templates', () => {
  const all = bases();
  const tried: Tried[] = [];

  test.each(all)('share "$title": the templates as they are hold', (base) => {
    expect(prover(base)(base.assembly)).toBe('holds');
  });

  test.each(all)(
    'share "$title": what changes access is caught, and nothing else is',
    (base) => {
      const verdictOn = prover(base);
      const here = mutantsOf(base.assembly).map((mutant) => ({
        mutant: { ...mutant, name: `${base.title}: ${mutant.name}` },
        ruling: judge(base.assembly, mutant.assembly),
        verdict: verdictOn(mutant.assembly),
      }));
      tried.push(...here);

      const wrong = (judged: readonly Tried[]) =>
        judged.map(
          ({ mutant, ruling, verdict }) => `${mutant.name}\n  proof: ${verdict}\n  oracle: ${ruling.why}`,
        );
      expect({ misses: wrong(here.filter(isMiss)), falseAlarms: wrong(here.filter(isFalseAlarm)) }).toEqual({
        misses: [],
        falseAlarms: [],
      });
    },
    600_000,
  );

  test('there are thousands of them, of both kinds', () => {
    const changed = tried.filter(({ ruling }) => ruling.expectation === 'caught');
    const harmless = tried.filter(({ ruling }) => HARMLESS.includes(ruling.expectation));
    const caught = changed.filter((one) => !isMiss(one));
    const passed = harmless.filter((one) => !isFalseAlarm(one));
    process.stdout.write(
      `${tried.length} mutants: ${changed.length} changed access, ${caught.length} caught; ` +
        `${harmless.length} harmless, ${passed.length} passed; ` +
        `${tried.length - changed.length - harmless.length} beyond the promise, not counted\n`,
    );
    expect(tried.length).toBeGreaterThan(6_000);
    expect(changed.length).toBeGreaterThan(4_000);
    expect(harmless.length).toBeGreaterThan(1_500);
  });
});
