import type { Share } from '../../lib/share/share';
import { inLanguage, type Language } from '../../words/speech';
import { prove, promisesOf } from '../proof/prove';
import type { ProofReport } from '../proof/report/report';
import type { AccessInventory } from '../proof/templates/inventory';
import type { Besides } from './judge';
import type { Report } from './page';

/**
 * What a page is made of.
 *
 * @param found absent where the assembly could not be read, or is not of this share
 * @param whole the whole proof: of the assembly, its files, and the vendor's half; rendered in the language that is spoken
 */
export function reportOn(
  share: Share,
  found: AccessInventory | undefined,
  whole: () => ProofReport,
): Omit<Report, 'fingerprint' | 'commit' | 'now'> {
  const plainShare = { ...share, company: { ...share.company, seedObjects: [] } };
  const inventory = found && withoutDeployment(found);
  const said = { en: inLanguage('en', whole), ja: inLanguage('ja', whole) };
  const besides = (language: Language): Besides => {
    const { failures, refusals } = said[language];
    if (inventory === undefined) return { failures, refusals };
    return beyond(
      said[language],
      inLanguage(language, () => prove(inventory, plainShare)),
    );
  };
  return {
    sealed: {
      share: plainShare,
      ...(inventory && { inventory }),
      besides: { en: besides('en'), ja: besides('ja') },
    },
    promises: promisesOf(share, inventory ?? { buckets: [] }),
    said,
  };
}

function withoutDeployment({ deployment: _, ...inventory }: AccessInventory): AccessInventory {
  return inventory;
}

/** What the whole proof found and that of the documents alone did not. */
function beyond(whole: ProofReport, documents: ProofReport): Besides {
  const known = new Set([...documents.failures, ...documents.refusals].map((one) => JSON.stringify(one)));
  const isNew = (one: unknown) => !known.has(JSON.stringify(one));
  return { failures: whole.failures.filter(isNew), refusals: whole.refusals.filter(isNew) };
}
