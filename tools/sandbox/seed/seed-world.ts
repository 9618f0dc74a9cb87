import { grantsOf, kebabCase, type Grant } from '../../../lib/share/grant';
import type { Share, Vendor } from '../../../lib/share/share';
import { encryptionOfBucket } from '../s3/object-encryption';
import type { ObjectData } from '../s3/object-data';
import { addAccessKey, type Credential, newUser } from '../core/identities';
import { type Account, addAccount, emptyWorld, type World } from '../core/world';
import { bootstrap, type BootstrapOptions } from './bootstrap';
import { seedBorrowers, type SeededBorrower } from './borrowers';
import { seedCompany } from './company';
import { identityCenterOf } from './made-up-identity-center';
import { seedPeople, type VendorUsers } from './people';

/** A world made from a share, and the names that a person needs to use it. */
export interface SeededWorld {
  readonly world: World;
  /** By profile: `company`, `vendor`, and each further vendor's name in kebab case. */
  readonly administrators: ReadonlyMap<string, Administrator>;
  /** One per vendor, in the share's order; undefined where nobody signs in. */
  readonly vendorUsers: readonly (VendorUsers | undefined)[];
  /** One list per vendor: the roles and users that borrow where nobody signs in. */
  readonly vendorBorrowers: readonly (readonly SeededBorrower[])[];
}

export interface Administrator {
  readonly account: string;
  readonly region: string;
  readonly credential: Extract<Credential, { kind: 'user' }>;
}

/** The company, the vendors and whoever runs their Identity Centers, each bootstrapped and with an administrator. */
export async function seedWorld(
  share: Share,
  now: () => Date,
  data: ObjectData,
  options: BootstrapOptions = {},
): Promise<SeededWorld> {
  const world = emptyWorld(now);
  data.encryptionOfBucket = (name) => {
    const bucket = world.buckets.get(name);
    return bucket && encryptionOfBucket(bucket);
  };
  for (const [id, regions] of regionsByAccount(share)) {
    const account = addAccount(world, id);
    for (const region of regions) bootstrap(account, region, world, data, options);
  }
  await seedCompany(share, world, data);
  const grants = grantsOf(share);
  const administrators = administratorsOf(share, world);
  for (const [profile, { account }] of administrators) nameAccount(world, account, profile);
  return {
    world,
    administrators,
    vendorUsers: grants.map((grant) => {
      const center = identityCenterOf(grant);
      return center && seedPeople(center, world);
    }),
    vendorBorrowers: grants.map((grant) => seedBorrowers(grant, world)),
  };
}

/** After the first profile that administers it. */
function nameAccount({ accounts }: World, id: string, name: string): void {
  const account = accounts.get(id);
  if (account?.name === id) account.name = name;
}

/** `vendor` for the first, then `acme-labs` for `AcmeLabs`. */
export function profileOf(vendor: Pick<Vendor, 'name'>, index: number): string {
  if (vendor.name === undefined) return index === 0 ? 'vendor' : `vendor-${index + 1}`;
  return kebabCase(vendor.name);
}

/** The profile of whoever does the vendor's half: of the account that runs Identity Center, where there is one. */
export function administratorProfileOf(grant: Grant): string {
  const profile = profileOf(grant.vendor, grant.index);
  const center = identityCenterOf(grant)?.account;
  return center === undefined || center === grant.accounts[0] ? profile : `${profile}-identity-center`;
}

/** Of each account of the share; a vendor's further accounts have theirs by number. */
function administratorsOf(share: Share, world: World): Map<string, Administrator> {
  const administrators = new Map<string, Administrator>();
  const { account, region } = share.company;
  administrators.set('company', administrator(world, account, region));
  for (const grant of grantsOf(share)) {
    const profile = profileOf(grant.vendor, grant.index);
    const where = identityCenterOf(grant)?.region ?? region;
    grant.accounts.forEach((id, place) => {
      administrators.set(place === 0 ? profile : `${profile}-${id}`, administrator(world, id, where));
    });
    const center = administratorProfileOf(grant);
    const runsCenter = identityCenterOf(grant)?.account;
    if (center !== profile && runsCenter !== undefined)
      administrators.set(center, administrator(world, runsCenter, where));
  }
  return administrators;
}

function regionsByAccount(share: Share): Map<string, Set<string>> {
  const regions = new Map<string, Set<string>>();
  const add = (account: string, region: string): void => {
    regions.set(account, (regions.get(account) ?? new Set()).add(region));
  };
  const { account, region } = share.company;
  add(account, region);
  for (const grant of grantsOf(share)) {
    const center = identityCenterOf(grant);
    for (const id of grant.accounts) add(id, center?.region ?? region);
    if (center !== undefined) add(center.account, center.region);
  }
  return regions;
}

function administrator(world: World, accountId: string, region: string): Administrator {
  const account = world.accounts.get(accountId);
  if (account === undefined) throw new Error(`account ${accountId} was not seeded`);
  return { account: accountId, region, credential: administratorKeys(account, world) };
}

/** New keys of the account's user who may do everything there. */
export function administratorKeys(account: Account, world: World): Administrator['credential'] {
  const name = 'Administrator';
  const attachedPolicies = new Set(['arn:aws:iam::aws:policy/AdministratorAccess']);
  const user =
    account.users.get(name) ?? newUser(account.id, { name, createdAt: world.now(), attachedPolicies });
  account.users.set(name, user);
  return addAccessKey(user, account.id, world).credential;
}
