import type { AccessInventory, FoundPolicy } from '../proof/templates/inventory';
import type { VendorPromise } from '../proof/promise/vendor-promise';

/** A policy document of an inventory, and where in it it stands. */
export interface Document {
  /** `roles.0.trust`: the way to it, from the inventory on. */
  readonly path: string;
  readonly policy: FoundPolicy;
  /** Whose it is, 12 digits. */
  readonly account: string;
  /** It is one of the share itself: the permission set's, the role's, the bucket's, the key's. */
  readonly isOfShare: boolean;
}

/** Where policies stand, and by what of a promise those of the share are known. */
const PLACES = [
  ['permissionSets', 'name', 'permissionSetName'],
  ['roles', 'arn', 'roleArn'],
  ['buckets', 'name', 'bucketName'],
  ['resourcePolicies', 'arn', 'kmsKeyArn'],
  ['usersAndGroups', 'arn', 'roleArn'],
] as const;

interface Entry {
  readonly account: string;
  readonly name?: string;
  readonly arn?: string;
}

/** Those of the share first. */
export function documentsOf(inventory: AccessInventory, promises: readonly VendorPromise[] = []): Document[] {
  const all = PLACES.flatMap(([kind, by, promised]) => {
    const entries: readonly Entry[] = inventory[kind];
    return entries.flatMap((entry, index) => {
      const isOfShare = promises.some((promise) => promise[promised] === entry[by]);
      return policiesIn(entry, `${kind}.${index}`).map((one) => ({
        ...one,
        account: entry.account,
        isOfShare,
      }));
    });
  });
  return [...all.filter(({ isOfShare }) => isOfShare), ...all.filter(({ isOfShare }) => !isOfShare)];
}

/** Wherever something has a document, it is a policy. */
function policiesIn(place: unknown, path: string): Pick<Document, 'path' | 'policy'>[] {
  if (typeof place !== 'object' || place === null) return [];
  if ('document' in place) return [{ path, policy: place as FoundPolicy }];
  return Object.entries(place).flatMap(([step, value]) => policiesIn(value, `${path}.${step}`));
}

/** A copy in which one policy says something else. */
export function withDocument(inventory: AccessInventory, path: string, document: unknown): AccessInventory {
  const copy = JSON.parse(JSON.stringify(inventory)) as AccessInventory;
  const steps = path.split('.');
  const policy = steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], copy);
  Object.assign(policy as FoundPolicy, { document });
  return copy;
}
