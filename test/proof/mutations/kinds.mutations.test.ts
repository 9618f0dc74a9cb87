// tools/proof/prove.ts, against test/proof/mutations/exact.ts (see README.md)
import type { ProofReport } from '../../../tools/proof/report/report';
import { type Base, bases } from './bases';
import type { Assembly } from './cloudformation';
import { type ExactRuling, verdictOn } from './exact';
import { ORGANIZATION, federationMutants, guardMutants } from './guard-mutants';
import { importMutants } from './import-mutants';
import { keptMutants } from './kept-mutants';
import type { Mutant } from './mutant';
import { prover } from '../prover';
import type { Remembering } from '../remembered-classes';
import { serviceMutants } from './service-mutants';
import { unknownMutants } from './unknown-mutants';

jest.mock('../../../tools/proof/classes/string-classes', () =>
  jest
    .requireActual<Remembering>('../remembered-classes')
    .remembered(jest.requireActual('../../../tools/proof/classes/string-classes')),
);

const KINDS: Readonly<Record<string, (assembly: Assembly) => Mutant[]>> = {
  services: serviceMutants,
  'unknown parts': unknownMutants,
  guards: guardMutants,
  federations: federationMutants,
  'what stays': keptMutants,
  imports: importMutants,
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
  const { verdict, failures, refusals } = prove(assembly);
  const says = [...failures.map(({ headline }) => headline), ...refusals.map(({ what }) => what)][0] ?? '';
  return { name, ruling: verdictOn(original, assembly, facts), verdict, says };
}

const all: (Tried & { readonly kind: string })[] = [];

describe.each(Object.entries(KINDS))('%s', (kind, mutantsOf) => {
  test.each(shares)(
    'share "$title": the verdict is exactly what it has to be',
    (base) => {
      const prove = prover(base);
      const here = mutantsOf(base.assembly).map((mutant) => ({ kind, ...tried(base, prove, mutant) }));
      all.push(...here);

      const wrong = here.filter(({ ruling, verdict }) => verdict !== ruling.verdict);
      expect(
        wrong.map(
          ({ name, ruling, verdict, says }) =>
            `${name}\n  proof: ${verdict}: ${says}\n  oracle: ${ruling.verdict}: ${ruling.why}`,
        ),
      ).toEqual([]);
    },
    600_000,
  );
});

test('there are hundreds of them, of every verdict', () => {
  const count = (verdict: string, kind?: string) =>
    all.filter((one) => one.ruling.verdict === verdict && (kind === undefined || one.kind === kind)).length;
  for (const kind of Object.keys(KINDS)) {
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
