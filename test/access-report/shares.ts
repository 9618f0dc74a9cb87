import type { Share } from '../../lib/share/share';
import type { Report } from '../../tools/access-report/page';
import { reportOn } from '../../tools/access-report/sealed';
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
export function reportWith(share: Share, ...edits: readonly Edit[]): Report {
  const inventory = inventoryWith(assemblyOnce(share), ...edits);
  return {
    ...reportOn(share, inventory, () => prove(inventory, share)),
    now: new Date('2026-11-26T12:00:00Z'),
  };
}
