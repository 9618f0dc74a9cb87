import type { Share } from '../../lib/share/share';
import { prove } from '../proof/prove';
import type { ProofReport } from '../proof/report/report';
import type { AccessInventory } from '../proof/templates/inventory';
import { type Found, inEachLanguage, type Sealed } from './judge';

/** What there is to know of an assembly, in the language that is spoken. */
export interface Known {
  /** Absent where the assembly could not be read, or is not of this share. */
  readonly inventory?: AccessInventory | undefined;
  /** The whole proof: of the assembly, its files, and the vendor's half. */
  readonly report: ProofReport;
}

/** What a page is made of. */
export function sealedOf({ company, vendors }: Share, know: () => Known): Sealed {
  const share = { company: { ...company, seedObjects: [] }, vendors };
  return { share, found: inEachLanguage(() => found(know(), share)) };
}

function found({ inventory, report }: Known, share: Share): Found {
  const { failures, refusals, notProved } = report;
  if (inventory === undefined) return { failures, refusals, notProved };
  const documents = withoutDeployment(inventory);
  const proved = prove(documents, share);
  const known = new Set([...proved.failures, ...proved.refusals].map((one) => JSON.stringify(one)));
  const isNew = (one: unknown) => !known.has(JSON.stringify(one));
  return {
    inventory: documents,
    failures: failures.filter(isNew),
    refusals: refusals.filter(isNew),
    notProved,
  };
}

function withoutDeployment({ deployment: _, ...documents }: AccessInventory): AccessInventory {
  return documents;
}
