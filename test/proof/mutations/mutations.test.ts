// tools/proof/prove.ts, against test/proof/mutations/oracle.ts (see README.md)
import type { ProofReport } from '../../../tools/proof/report/report';
import { bases } from './bases';
import type { Mutant } from './mutant';
import { mutantsOf } from './mutants';
import { judge } from './oracle';
import { prover } from '../prover';
import type { Ruling } from './ruling';

interface Tried {
  readonly mutant: Mutant;
  readonly ruling: Ruling;
  readonly verdict: ProofReport['verdict'] | 'threw';
}

function verdictOr(prove: () => ProofReport): Tried['verdict'] {
  try {
    return prove().verdict;
  } catch {
    return 'threw';
  }
}

const HARMLESS = ['holds', 'holds or not decided'];

function isMiss({ ruling, verdict }: Tried): boolean {
  return verdict === 'threw' || (ruling.expectation === 'caught' && verdict === 'holds');
}

function isFalseAlarm({ ruling, verdict }: Tried): boolean {
  if (ruling.expectation === 'holds') return verdict !== 'holds';
  return ruling.expectation === 'holds or not decided' && verdict === 'broken';
}

describe('every small change to the templates', () => {
  const all = bases();
  const tried: Tried[] = [];

  test.each(all)('share "$title": the templates as they are hold', (base) => {
    expect(prover(base)(base.assembly).verdict).toBe('holds');
  });

  test.each(all)(
    'share "$title": what changes access is caught, and nothing else is',
    (base) => {
      const prove = prover(base);
      const here = mutantsOf(base.assembly).map((mutant) => ({
        mutant: { ...mutant, name: `${base.title}: ${mutant.name}` },
        ruling: judge(base.assembly, mutant.assembly),
        verdict: verdictOr(() => prove(mutant.assembly)),
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
