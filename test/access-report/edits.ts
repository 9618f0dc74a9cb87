import { createContext, runInContext } from 'node:vm';
import { join } from 'node:path';
import { browserScript } from '../../tools/access-report/bundle';
import {
  type Document,
  documentsOf,
  type Edits,
  type Sealed,
  sealedOf,
} from '../../tools/access-report/judge';
import { prove } from '../../tools/proof/prove';
import type { ProofReport } from '../../tools/proof/report/report';
import { readAssembly } from '../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../tools/proof/templates/assets';
import { inventoryOf } from '../../tools/proof/templates/collect';
import type { AccessInventory } from '../../tools/proof/templates/inventory';
import type { Base } from '../proof/mutations/bases';
import type { Assembly } from '../proof/mutations/cloudformation';
import { mutantsOf } from '../proof/mutations/mutants';

/** Judges in a world that has nothing of Node: bundled as the page's script is, as far as it has no page. */
async function judgeOfTheBundle(): Promise<
  (sealed: Sealed, edits: Edits, shows: boolean) => ProofReport['verdict']
> {
  const text = await browserScript(join(__dirname, 'world.ts'));
  const world = createContext({ performance: { now: () => 0 } });
  runInContext(text, world);
  return (sealed, edits, shows) => {
    const asked = JSON.stringify(JSON.stringify([sealed, edits, shows]));
    return runInContext(`ask(${asked})`, world) as ProofReport['verdict'];
  };
}

function inventoryOfMutant({ directory }: Base, assembly: Assembly): AccessInventory {
  const { stacks } = readAssembly(directory);
  return inventoryOf({
    stacks: assembly.map((stack) => ({
      ...stack,
      assets: stacks.find(({ name }) => name === stack.name)?.assets ?? NO_ASSETS,
      constructPaths: new Map<string, string>(),
    })),
  });
}

function sealedBase({ share }: Base, inventory: AccessInventory): Sealed {
  return sealedOf(share, () => ({ inventory, report: prove(inventory, share) }));
}

/** The edits that make one inventory of another, where nothing but documents differs; else undefined. */
function editsBetween(before: AccessInventory, after: AccessInventory): Edits | undefined {
  const known = documentsOf(before, []);
  const documents = new Map(documentsOf(after, []).map((one) => [one.path, one]));
  if (documents.size !== known.length) return undefined;
  const edits: Record<string, string> = {};
  for (const one of known) {
    const other = documents.get(one.path);
    if (other === undefined) return undefined;
    if (textOf(one) !== textOf(other)) edits[one.path] = textOf(other);
  }
  const isSame = blank(before) === blank(after);
  return isSame && Object.keys(edits).length > 0 ? edits : undefined;
}

const textOf = ({ policy }: Document): string => JSON.stringify(policy.document);

/** Everything but what the documents say. */
function blank(inventory: AccessInventory): string {
  return JSON.stringify(inventory, (key, value: unknown) => (key === 'document' ? '' : value));
}

/** Tables and reasons take longer than the verdict: of so many edits, one is shown. */
const SHOWN = 20;

/** Tries the mutants in which nothing but documents differs: as edits in the page, and by the proof. */
export async function triedEdits(base: Base) {
  const judge = await judgeOfTheBundle();
  const before = inventoryOfMutant(base, base.assembly);
  const sealed = sealedBase(base, before);
  const wrong: string[] = [];
  const verdicts: ProofReport['verdict'][] = [];
  for (const { name, assembly } of mutantsOf(base.assembly)) {
    const after = inventoryOfMutant(base, assembly);
    const edits = editsBetween(before, after);
    if (edits === undefined) continue;
    const { verdict } = prove(after, base.share);
    const inPage = judge(sealed, edits, verdicts.length % SHOWN === 0);
    verdicts.push(verdict);
    if (inPage !== verdict) wrong.push(`${base.title}, ${name}: ${inPage} in the page, ${verdict} by prove`);
  }
  return { wrong, verdicts };
}
