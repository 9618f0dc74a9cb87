import { randomUUID } from 'node:crypto';
import type { Share, Vendor } from '../../../lib/share/share';
import type { ObjectData } from '../s3/object-data';
import { secretKey, uniqueId } from '../core/unique-id';
import {
  addAccount,
  type Account,
  emptyWorld,
  type Credential,
  type Group,
  type IdentityCenterInstance,
  type Principal,
  type World,
} from '../core/world';
import { bootstrap } from './bootstrap';

/** A world made from a share, and the names that a person needs to use it. */
export interface SeededWorld {
  readonly world: World;
  /** By profile: `company`, `vendor`, and each further vendor's name in kebab case. */
  readonly administrators: ReadonlyMap<string, Administrator>;
  /** One per vendor, in the share's order. */
  readonly vendorUsers: readonly VendorUsers[];
}

export interface Administrator {
  readonly account: string;
  readonly region: string;
  readonly credential: Extract<Credential, { kind: 'user' }>;
}

/** People of a vendor's Identity Center, all signed in. */
export interface VendorUsers {
  /** Gets the permission set when the vendor's stack is deployed. */
  readonly assigned: PortalUser;
  readonly notAssigned: PortalUser;
}

export interface PortalUser {
  readonly name: string;
  readonly userId: string;
  /** The SSO portal's access token, valid for eight hours. */
  readonly portalToken: string;
  readonly expiresAt: Date;
  readonly instance: IdentityCenterInstance;
}

/** The company, the vendors and whoever runs their Identity Centers, each bootstrapped and with an administrator. */
export async function seedWorld(share: Share, now: () => Date, data: ObjectData): Promise<SeededWorld> {
  const world = emptyWorld(now);
  const administrators = new Map<string, Administrator>();
  const regionsOf = regionsByAccount(share);
  for (const [id, regions] of regionsOf) {
    const account = addAccount(world, id);
    for (const region of regions) await bootstrap(account, region, world, data);
  }
  administrators.set('company', administrator(world, share.company.account, share.company.region));
  share.vendors.forEach((vendor, index) => {
    administrators.set(
      profileOf(vendor, index),
      administrator(world, vendor.account, vendor.identityCenter.region),
    );
    const center = vendor.identityCenter.account;
    if (center === undefined || center === vendor.account) return;
    administrators.set(
      `${profileOf(vendor, index)}-identity-center`,
      administrator(world, center, vendor.identityCenter.region),
    );
  });
  return { world, administrators, vendorUsers: share.vendors.map((vendor) => seedUsers(vendor, world)) };
}

/** `vendor` for the first, then `acme-labs` for `AcmeLabs`. */
export function profileOf(vendor: Pick<Vendor, 'name'>, index: number): string {
  if (vendor.name === undefined) return index === 0 ? 'vendor' : `vendor-${index + 1}`;
  return vendor.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

function regionsByAccount(share: Share): Map<string, Set<string>> {
  const regions = new Map<string, Set<string>>();
  const add = (account: string, region: string): void => {
    regions.set(account, (regions.get(account) ?? new Set()).add(region));
  };
  add(share.company.account, share.company.region);
  for (const { account, identityCenter } of share.vendors) {
    add(account, identityCenter.region);
    add(identityCenter.account ?? account, identityCenter.region);
  }
  return regions;
}

function administrator(world: World, accountId: string, region: string): Administrator {
  const account = world.accounts.get(accountId);
  if (account === undefined) throw new Error(`account ${accountId} was not seeded`);
  return { account: accountId, region, credential: administratorKeys(account, world) };
}

/** New keys of the account's user who may do everything there. */
export function administratorKeys({ id, users }: Account, world: World): Administrator['credential'] {
  const name = 'Administrator';
  if (!users.has(name)) {
    users.set(name, {
      name,
      arn: `arn:aws:iam::${id}:user/${name}`,
      id: uniqueId('AIDA'),
      inlinePolicies: new Map(),
      attachedPolicies: new Set(['arn:aws:iam::aws:policy/AdministratorAccess']),
    });
  }
  const keys = { accessKeyId: uniqueId('AKIA'), secretAccessKey: secretKey() };
  const credential = { kind: 'user', account: id, userName: name, ...keys } as const;
  world.credentials.set(credential.accessKeyId, credential);
  return credential;
}

function seedUsers(vendor: Vendor, world: World): VendorUsers {
  const instance = instanceOf(vendor, world);
  let assigned: Principal | undefined;
  for (const { type, id, name } of vendor.assignees) {
    const user: Principal =
      type === 'USER'
        ? { id, name }
        : (memberOf(instance, id) ?? { id: randomUUID(), name: memberName(name) });
    instance.users.set(user.id, user);
    if (type === 'GROUP') groupOf(instance, id, name).memberIds.add(user.id);
    assigned ??= user;
  }
  const outsider = { id: randomUUID(), name: 'not-assigned' };
  instance.users.set(outsider.id, outsider);
  const someone = assigned ?? { id: randomUUID(), name: 'nobody-is-assigned' };
  instance.users.set(someone.id, someone);
  return { assigned: signIn(someone, instance, world), notAssigned: signIn(outsider, instance, world) };
}

/** Two vendors of one organization share an instance. */
function instanceOf(vendor: Vendor, world: World): IdentityCenterInstance {
  const { instanceArn, region, startUrl, account, identityStoreId } = vendor.identityCenter;
  const existing = world.identityCenters.get(instanceArn);
  if (existing !== undefined) return existing;
  const instance: IdentityCenterInstance = {
    instanceArn,
    identityStoreId: identityStoreId ?? `d-${instanceArn.slice(-10)}`,
    region,
    ownerAccount: account ?? vendor.account,
    startUrl,
    users: new Map(),
    groups: new Map(),
    permissionSets: new Map(),
    assignments: [],
    portalTokens: new Map(),
    provisionedRoles: new Map(),
  };
  world.identityCenters.set(instanceArn, instance);
  return instance;
}

function groupOf(instance: IdentityCenterInstance, id: string, name: string): Group {
  const group = instance.groups.get(id) ?? { id, name, memberIds: new Set<string>() };
  instance.groups.set(id, group);
  return group;
}

function memberOf(instance: IdentityCenterInstance, groupId: string): Principal | undefined {
  const [memberId] = instance.groups.get(groupId)?.memberIds ?? [];
  return memberId === undefined ? undefined : instance.users.get(memberId);
}

/** `member-of-analysts`: who they are shows in every session name. */
const memberName = (group: string): string =>
  `member-of-${group
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;

/** How long an Identity Center sign-in lasts unless configured otherwise. */
const SIGN_IN_HOURS = 8;

function signIn(user: Principal, instance: IdentityCenterInstance, world: World): PortalUser {
  const portalToken = `${secretKey()}${secretKey()}`;
  const expiresAt = new Date(world.now().getTime() + SIGN_IN_HOURS * 3_600_000);
  instance.portalTokens.set(portalToken, { userId: user.id, expiresAt });
  return { name: user.name, userId: user.id, portalToken, expiresAt, instance };
}
