import type { Share } from '../../lib/share/share';
import { inEachLanguage, judge, sealedOf, type Edits, type Sealed } from '../../tools/access-report/judge';
import { prove } from '../../tools/proof/prove';
import type { Assembly } from '../../tools/proof/templates/assembly';
import { inventoryWith, assemblyOf, type Edit } from '../proof/templates';
import { acme, walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';

/** Two vendors, one of them with prefixes, an external ID, and its permission set alone. */
export const twoVendors: Share = {
  company: { ...walkthroughShare.company, seedObjects: [] },
  vendors: [
    walkthroughVendor,
    { ...acme, prefixes: ['acme/'], externalId: 'Example-1234', borrowers: 'permission-set' },
  ],
};

/** A vendor of whom nothing is known but the account. */
export const withoutIdentityCenter: Share = {
  company: { ...walkthroughShare.company, seedObjects: [] },
  vendors: [{ account: '222222222222' }],
};

const assemblies = new Map<Share, Assembly>();

/** It takes longer than all that is asked of it. */
export function assemblyOnce(share: Share): Assembly {
  const assembly = assemblies.get(share) ?? assemblyOf(share);
  assemblies.set(share, assembly);
  return assembly;
}

/** What a page would be made of, after some places of the templates were written over by hand. */
export function sealedWith(share: Share, ...edits: readonly Edit[]): Sealed {
  return sealedOf(share, () => {
    const inventory = inventoryWith(assemblyOnce(share), ...edits);
    return { inventory, report: prove(inventory, share) };
  });
}

/** What the page says in each language. */
export function judgements(sealed: Sealed, edits: Edits = {}) {
  return inEachLanguage(() => judge(sealed, edits));
}
