// tools/proof/prove.ts, against test/proof/mutations/exact.ts (see README.md)
import type { ProofReport } from '../../../tools/proof/report/report';
import { proveTampered } from '../tampered';
import { type Base, bases } from './bases';
import type { Assembly } from './cloudformation';
import { codeMutants } from './code-mutants';
import { type ExactRuling, verdictOn } from './exact';
import { ORGANIZATION, federationMutants, guardMutants } from './guard-mutants';
import { harmlessMutants } from './harmless-mutants';
import { importMutants } from './import-mutants';
import { keptMutants } from './kept-mutants';
import type { Mutant } from './mutant';
import { prover } from '../prover';
import { type SealMutant, sealMutants } from './seal-mutants';
import { deploymentOf, rulingOnSeal } from './seal-oracle';
import { serviceMutants } from './service-mutants';
import { unknownMutants } from './unknown-mutants';

const KINDS: Readonly<Record<string, (assembly: Assembly) => Mutant[]>> = {
  services: serviceMutants,
  'unknown parts': unknownMutants,
  guards: guardMutants,
  federations: federationMutants,
  'what stays': keptMutants,
  imports: importMutants,
  'harmless types and properties': harmlessMutants,
};

/** The shares of the other mutants, and one that says which organization the company is in. */
const shares = bases().flatMap((base) => [
  base,
  ...(base.title === 'default'
    ? [
        {
          ...base,
          title: 'in an organization',
          share: { ...base.share, company: { ...base.share.company, organizationId: ORGANIZATION } },
        },
      ]
    : []),
]);

interface Tried {
  readonly name: string;
  readonly ruling: ExactRuling;
  readonly verdict: string;
  readonly says: string;
}

function tried(
  { share, assembly: original }: Base,
  prove: (assembly: Assembly) => ProofReport,
  { name, assembly }: Mutant,
): Tried {
  const { account, organizationId, whenStackIsDeleted } = share.company;
  const bucketIsKept = whenStackIsDeleted !== 'delete-with-all-data';
  const facts = { account, bucketIsKept, ...(organizationId !== undefined && { organizationId }) };
  return { name, ruling: verdictOn(original, assembly, facts), ...inShort(prove(assembly)) };
}

function inShort({ verdict, failures, refusals }: ProofReport): Pick<Tried, 'verdict' | 'says'> {
  const says = [...failures.map(({ headline }) => headline), ...refusals.map(({ what }) => what)][0] ?? '';
  return { verdict, says };
}

const all: (Tried & { readonly kind: string })[] = [];

function expectExactly(kind: string, here: readonly Tried[]): void {
  all.push(...here.map((one) => ({ kind, ...one })));
  const wrong = here.filter(({ ruling, verdict }) => verdict !== ruling.verdict);
  expect(
    wrong.map(
      ({ name, ruling, verdict, says }) =>
        `${name}\n  proof: ${verdict}: ${says}\n  oracle: ${ruling.verdict}: ${ruling.why}`,
    ),
  ).toEqual([]);
}

const TITLE = 'share "$title": the verdict is exactly what it has to be';

describe.each(Object.entries(KINDS))('%s', (kind, mutantsOf) => {
  test.each(shares)(
    TITLE,
    (base) => {
      const prove = prover(base);
      expectExactly(
        kind,
        mutantsOf(base.assembly).map((mutant) => tried(base, prove, mutant)),
      );
    },
    600_000,
  );
});

describe('code and data', () => {
  test.each(shares.filter(({ share }) => share.company.seedObjects.length > 0))(TITLE, (base) => {
    const prove = prover(base);
    expectExactly(
      'code and data',
      codeMutants(base.assembly).map(({ name, assembly, verdict: expected }) => ({
        name,
        ruling: { verdict: expected, why: 'so it is written in code-mutants.ts' },
        ...inShort(prove(assembly)),
      })),
    );
  });
});

describe('seals', () => {
  test.each(shares.filter(({ title }) => ['default', 'two vendors'].includes(title)))(
    TITLE,
    ({ share, directory }) => {
      const plan = deploymentOf(directory);
      const changed = ({ name, change }: SealMutant): Tried => {
        let ruling: ExactRuling | undefined;
        const report = proveTampered(share, directory, (folder) => {
          change(folder);
          ruling = rulingOnSeal(plan, folder.path);
        });
        if (!ruling) throw new Error('nothing was changed');
        return { name, ruling, ...inShort(report) };
      };
      expectExactly('seals', sealMutants(directory).map(changed));
    },
    600_000,
  );
});

test('there are hundreds of them, of every verdict', () => {
  const count = (verdict: string, kind?: string) =>
    all.filter((one) => one.ruling.verdict === verdict && (kind === undefined || one.kind === kind)).length;
  for (const kind of new Set(all.map((one) => one.kind))) {
    const of = all.filter((one) => one.kind === kind);
    const right = of.filter(({ ruling, verdict }) => ruling.verdict === verdict);
    process.stdout.write(
      `${kind}: ${of.length} mutants, ${right.length} with exactly the right verdict ` +
        `(${count('holds', kind)} holds, ${count('broken', kind)} broken, ${count('not decided', kind)} not decided)\n`,
    );
  }
  expect(all.length).toBeGreaterThan(1_500);
  for (const verdict of ['holds', 'broken', 'not decided']) expect(count(verdict)).toBeGreaterThan(200);
});
