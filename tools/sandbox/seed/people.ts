import { randomUUID } from 'node:crypto';
import type { VendorIdentityCenter } from '../../../lib/share/grant';
import { secretKey } from '../core/unique-id';
import {
  type Group,
  type IdentityCenterInstance,
  newIdentityCenter,
  type Principal,
} from '../core/identity-center';
import type { World } from '../core/world';

/** People of a vendor's Identity Center, all signed in. */
export interface VendorUsers {
  /** Gets the permission set when the vendor's half is deployed. */
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

export function seedPeople(center: VendorIdentityCenter, world: World): VendorUsers {
  const instance = instanceOf(center, world);
  let assigned: Principal | undefined;
  for (const { type, id, name } of center.assignees) {
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
function instanceOf(center: VendorIdentityCenter, world: World): IdentityCenterInstance {
  const { instanceArn, region, startUrl, account, identityStoreId } = center;
  const existing = world.identityCenters.get(instanceArn);
  if (existing !== undefined) return existing;
  const instance = newIdentityCenter({
    instanceArn,
    identityStoreId: identityStoreId ?? `d-${instanceArn.slice(-10)}`,
    region,
    ownerAccount: account,
    startUrl,
  });
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

/** Somebody whose password was right, or is not asked for. */
export function signIn(user: Principal, instance: IdentityCenterInstance, world: World): PortalUser {
  const portalToken = `${secretKey()}${secretKey()}`;
  const expiresAt = new Date(world.now().getTime() + SIGN_IN_HOURS * 3_600_000);
  instance.portalTokens.set(portalToken, { userId: user.id, expiresAt });
  return { name: user.name, userId: user.id, portalToken, expiresAt, instance };
}
