import type { Grant } from '../../../lib/share/grant';
import type { AccessInventory } from '../../proof/templates/inventory';
import { promisedCompanySide, promisedVendorSide } from './promised-inventory';
import { readBucket } from './read-bucket';
import { LiveReader } from './live-reader';
import { readPermissionSet } from './read-permission-set';
import { readRole } from './read-role';
import type { SignedIn } from '../sign-in';

/** What is really there, as far as these profiles may look. */
export interface DeployedReading {
  /** Ready for the proof. What could not be read stands in it as it was promised, and is named in `notRead`. */
  readonly inventory: AccessInventory;
  /** One sentence each. */
  readonly read: readonly string[];
  /** One sentence each: what, and why not. Nothing is proved about these. */
  readonly notRead: readonly string[];
  /** One sentence each: what is never looked at, whatever the profiles may read. Nothing is proved about these, either. */
  readonly notLookedAt: readonly string[];
}

/**
 * Reads the role with its trust and policies, the bucket with its policy and settings, and the permission set with
 * its assignments, from whichever of the two sides the profiles belong to. Only reads.
 */
export async function readDeployed(
  readers: readonly SignedIn[],
  { grant, timeout, signal }: { grant: Grant; timeout: number; signal: AbortSignal },
): Promise<DeployedReading> {
  const live = new LiveReader(timeout, signal);
  const of = (account: string) =>
    readers.find((who) => who.account === account && who.role !== 'borrower' && who.role !== 'vendor user') ??
    readers.find((who) => who.account === account);
  const company = of(grant.companyAccount);
  const vendor = of(grant.identityCenterAccount);

  const promisedCompany = promisedCompanySide(grant);
  const [roles, buckets] = await Promise.all([
    company
      ? readRole(live, company.clients, grant)
      : live.noProfile('the role and its policies', grant.companyAccount),
    company
      ? readBucket(live, company.clients, grant)
      : live.noProfile('the bucket and its policy', grant.companyAccount),
  ]);
  const sets = vendor
    ? await readPermissionSet(live, vendor.clients, grant)
    : live.noProfile('the permission set and its assignments', grant.identityCenterAccount);

  const notLookedAt = [
    `other roles, users and buckets of account ${grant.companyAccount}: only what this share names was looked at`,
    `the public-access block of account ${grant.companyAccount} as a whole: it can only take more away than the bucket’s own`,
    `access points, and policies of the organizations`,
  ];
  const inventory: AccessInventory = {
    roles: roles ?? promisedCompany.roles,
    buckets: buckets ?? promisedCompany.buckets,
    ...(sets ?? promisedVendorSide(grant)),
    usersAndGroups: [],
    resourcePolicies: [],
    unjudged: [],
    notProved: [...notLookedAt, ...live.notRead.map((sentence) => `${sentence}; taken as promised`)],
  };
  return { inventory, read: live.read, notRead: live.notRead, notLookedAt };
}
