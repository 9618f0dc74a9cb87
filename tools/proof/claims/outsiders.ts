import { sayProofClaims as say, sayProofPromise as sayPromise } from '../../../words/say';
import { listed } from '../../../words/speech';
import { callerClasses, type CallerClass, principalOf } from '../classes/caller-classes';
import type { PolicyUnderProof } from '../classes/request-classes';
import type { CompanyFacts } from '../classes/fixed-keys';
import { promisedNothing } from '../promise/predicates';
import type { VendorPromise } from '../promise/vendor-promise';
import type { Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { AccessInventory, BucketEntry, RoleEntry, UserOrGroupEntry } from '../templates/inventory';
import { closingOf, type Door, doorsIn, type Outside } from './doors';
import { examined, OWN_ACCOUNT_ALLOWS_ALL, policiesElsewhere } from './examined';
import { callersNamed, identityCenterRole, readableResources, withNamedSessions } from './examples';
import { readIdentity, type Reading, readPolicy } from './read-policy';
import { settingFailure, unpromised } from './setting-failure';

/** Claim 1, for a vendor's role: exactly the promised callers enter, under exactly the promised conditions. */
export function onlyBorrowersEnter(
  promise: VendorPromise,
  role: RoleEntry,
  stranger: string,
): readonly Finding[] {
  const { value, findings } = entranceOf(promise, role, stranger);
  if (!value) return findings;
  return [...findings, ...examined({ claims: ['outsiders', 'it-works'], origin: role.origin }, value)];
}

/** The question of claim 1: who can enter the vendor's role. */
export function entranceOf(
  promise: VendorPromise,
  role: RoleEntry,
  stranger: string,
): Reading<PolicyUnderProof> {
  const { value: trust, findings } = readPolicy(role.trust, 'trust', ['outsiders', 'it-works']);
  if (!trust) return { findings };
  const accounts = [...promise.accounts, stranger, promise.company.account];
  const { borrowers } = promise.vendor;
  const readable =
    borrowers === 'permission-set'
      ? promise.accounts.map((account) => identityCenterRole(promise, account))
      : Array.isArray(borrowers)
        ? (borrowers as readonly string[])
        : [];
  const value: PolicyUnderProof = {
    what: trust.name,
    callers: () => callerClasses(trust, promise.entrance.callers, accounts, readable),
    policies: [OWN_ACCOUNT_ALLOWS_ALL, trust],
    inForce: () => ({ identity: [OWN_ACCOUNT_ALLOWS_ALL], resource: trust }),
    mustAllow: [trust],
    resource: role.arn,
    ownerOf: () => role.account,
    company: promise.company,
    promise: promise.entrance,
  };
  return { findings, value };
}

/**
 * Claim 1, for everything that no vendor was promised: other roles, users, groups, buckets, keys, access points,
 * functions. No outsider gets in, and neither does a borrower.
 */
export function nothingElseIsOpen(
  company: CompanyFacts,
  promises: readonly VendorPromise[],
  inventory: AccessInventory,
  shared: { readonly roles: readonly (RoleEntry | undefined)[]; readonly bucket: BucketEntry | undefined },
  stranger: string,
): Finding[] {
  const { roles, usersAndGroups } = inventory;
  const inside: Inside = {
    company,
    promises,
    stranger,
    borrowers: shared.roles.flatMap((role) => (role ? callersNamed(role.arn) : [])),
    users: usersAndGroups.flatMap(({ kind, arn }) => (kind === 'user' ? callersNamed(arn) : [])),
  };
  const unpromisedRoles = roles.filter(({ account }) => account !== company.account);
  const doors = doorsIn(inventory, promises, shared.bucket);
  return [
    ...unpromisedRoles.map((role) => unpromised('outsiders', 'unpromisedRole', role)),
    ...usersAndGroups.flatMap((entry) => hasNothing(inside, entry)),
    ...doors
      .filter(({ isTrust, account }) => !isTrust || account === company.account)
      .flatMap((door) => isClosed(inside, door)),
  ];
}

/** Who is no outsider. */
interface Inside extends Outside {
  /** Callers of the company who are examined by name, with nothing but what a policy gives them. */
  readonly borrowers: readonly CallerClass[];
  readonly users: readonly CallerClass[];
}

function isClosed(inside: Inside, door: Door): readonly Finding[] {
  const { value: outsiders, findings } = closingOf(inside, door);
  if (!outsiders) return findings;
  const { mustAllow: policies, inForce } = outsiders;
  // What the shared bucket gives to borrowers is part of claim 2.
  const known = [...(door.isShared ? [] : inside.borrowers), ...inside.users];
  const insiders: PolicyUnderProof = {
    ...outsiders,
    callers: () => policies.flatMap((policy) => known.flatMap((one) => withNamedSessions(one, policy))),
    policies,
    inForce: (resource, owner) => ({ ...inForce(resource, owner), identity: [] }),
  };
  return [...findings, ...examined({ claims: ['outsiders'], origin: door.origin }, outsiders, insiders)];
}

/** Users and groups were not promised at all: whoever holds their keys must not get anything. */
function hasNothing({ company, promises, stranger }: Inside, entry: UserOrGroupEntry): readonly Finding[] {
  const { kind, name } = entry;
  const { value: own, findings } = readIdentity(entry, ['outsiders']);
  if (!own) return findings;
  const elsewhere = policiesElsewhere(entry.account);
  const examination = examined(
    { claims: ['outsiders'], origin: entry.origin },
    {
      what: say(kind === 'user' ? 'policiesOfUser' : 'policiesOfGroup', { name }),
      callers: () => principalOf(entry.arn, []),
      policies: [...own.identity, ...(own.boundary ? [own.boundary] : [])],
      inForce: (_, owner) => ({ ...own, resource: elsewhere(owner) }),
      mustAllow: own.identity,
      readableResources: promises.slice(0, 1).flatMap((promise) => readableResources(promise, stranger)),
      ownerOf: () => undefined,
      owners: [company.account, ...promises.flatMap((promise) => promise.accounts), stranger],
      company,
      promise: promisedNothing(() => sayPromise(kind === 'user' ? 'noUsers' : 'noGroups')),
    },
  );
  return [...findings, ...examination];
}

/** Claim 1, for what is no policy: nobody can make the shared bucket public. */
export function sharedBucketStaysPrivate(bucket: BucketEntry): Failure[] {
  const { name, publicAccessBlock: block, ownership, origin } = bucket;
  const off = Object.entries(block ?? {}).flatMap(([setting, on]) => (on ? [] : [setting]));
  return [
    ...(block && off.length === 0
      ? []
      : [
          settingFailure('outsiders', origin, {
            headline: say('public.headline', { bucket: name }),
            found: block
              ? say('public.found', { count: off.length, settings: listed(off) })
              : say('public.foundNone'),
            why: say('public.why'),
            change: say('public.change'),
          }),
        ]),
    ...(ownership === 'BucketOwnerEnforced'
      ? []
      : [
          settingFailure('outsiders', origin, {
            headline: say('aclsOn.headline', { bucket: name }),
            found: ownership === undefined ? say('aclsOn.foundNone') : say('aclsOn.found', { ownership }),
            why: say('aclsOn.why'),
            change: say('aclsOn.change'),
          }),
        ]),
    ...bucketHasNoAcl(bucket),
  ];
}

/** Claim 1, for any other bucket, too. */
export function bucketHasNoAcl({ name, acl, origin }: BucketEntry): Failure[] {
  if (acl === undefined) return [];
  return [
    settingFailure('outsiders', origin, {
      headline: say('acl.headline', { bucket: name, acl }),
      found: say('acl.found', { acl }),
      why: say('acl.why'),
      change: say('acl.change'),
    }),
  ];
}
