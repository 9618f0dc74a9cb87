import { say } from '../../../words/proof-claims/say';
import { say as sayPromise } from '../../../words/proof-promise/say';
import { listed } from '../../../words/speech';
import type { Policy } from '../../iam/policy';
import { callerClasses, type CallerClass, principalOf } from '../classes/caller-classes';
import type { PolicyUnderProof } from '../classes/request-classes';
import type { CompanyFacts } from '../classes/fixed-keys';
import { accountLanguage } from '../classes/principal-arns';
import { promisedNothing, promisedToTheCompany } from '../promise/predicates';
import { knownServices } from '../promise/services';
import type { VendorPromise } from '../promise/vendor-promise';
import type { Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type {
  AccessInventory,
  BucketEntry,
  FoundPolicy,
  Origin,
  RoleEntry,
  UserOrGroupEntry,
} from '../templates/inventory';
import { examined, OWN_ACCOUNT_ALLOWS_ALL, policiesElsewhere } from './examined';
import { callersNamed, identityCenterRole, readableResources, withNamedSessions } from './examples';
import { readIdentity, readPolicy } from './read-policy';
import { settingFailure, unpromised } from './setting-failure';

/** Claim 1, for a vendor's role: exactly the promised callers enter, under exactly the promised conditions. */
export function onlyBorrowersEnter(
  promise: VendorPromise,
  role: RoleEntry,
  stranger: string,
): readonly Finding[] {
  const claims = ['outsiders', 'it-works'] as const;
  const { value: trust, findings } = readPolicy(role.trust, 'trust', claims);
  if (!trust) return findings;
  const accounts = [...promise.accounts, stranger, promise.company.account];
  const { borrowers } = promise.vendor;
  const readable =
    borrowers === 'permission-set'
      ? promise.accounts.map((account) => identityCenterRole(promise, account))
      : Array.isArray(borrowers)
        ? (borrowers as readonly string[])
        : [];
  return [
    ...findings,
    ...examined(
      { claims, origin: role.origin },
      {
        what: trust.name,
        callers: () => callerClasses(trust, promise.entrance.callers, accounts, readable),
        policies: [OWN_ACCOUNT_ALLOWS_ALL, trust],
        inForce: () => ({ identity: [OWN_ACCOUNT_ALLOWS_ALL], resource: trust }),
        mustAllow: [trust],
        resource: role.arn,
        ownerOf: () => role.account,
        company: promise.company,
        promise: promise.entrance,
      },
    ),
  ];
}

/**
 * Claim 1, for everything that no vendor was promised: other roles, users, groups, buckets, keys, access points,
 * functions. No outsider gets in, and neither does a borrower.
 */
export function nothingElseIsOpen(
  company: CompanyFacts,
  promises: readonly VendorPromise[],
  { roles, usersAndGroups, buckets, resourcePolicies }: AccessInventory,
  shared: { readonly roles: readonly (RoleEntry | undefined)[]; readonly bucket: BucketEntry | undefined },
  stranger: string,
): Finding[] {
  const inside: Inside = {
    company,
    promises,
    stranger,
    borrowers: shared.roles.flatMap((role) => (role ? callersNamed(role.arn) : [])),
    users: usersAndGroups.flatMap(({ kind, arn }) => (kind === 'user' ? callersNamed(arn) : [])),
  };
  // One that is there a second time is not decided as a whole: whichever is made, nobody knows.
  const others = roles.filter(({ arn }) => !shared.roles.some((role) => role?.arn === arn));
  return [
    ...others.flatMap((role) => roleIsClosed(inside, role)),
    ...usersAndGroups.flatMap((entry) => hasNothing(inside, entry)),
    ...buckets.flatMap((bucket) => bucketIsClosed(inside, bucket, bucket === shared.bucket)),
    ...resourcePolicies.flatMap(({ policy, resource, ...entry }) =>
      isClosed(inside, {
        ...entry,
        name: say('theResource', { resource }),
        origin: policy.origin,
        found: policy,
      }),
    ),
  ];
}

/** Who is no outsider. */
interface Inside {
  readonly company: CompanyFacts;
  readonly promises: readonly VendorPromise[];
  /** An account that nobody speaks of. */
  readonly stranger: string;
  /** Callers of the company who are examined by name, with nothing but what a policy gives them. */
  readonly borrowers: readonly CallerClass[];
  readonly users: readonly CallerClass[];
}

function roleIsClosed(inside: Inside, role: RoleEntry): readonly Finding[] {
  if (role.account !== inside.company.account) return [unpromised('outsiders', 'unpromisedRole', role)];
  const name = say('theRole', { name: role.name });
  return isClosed(inside, { ...role, name, found: role.trust, isTrust: true });
}

function bucketIsClosed(inside: Inside, bucket: BucketEntry, isShared: boolean): readonly Finding[] {
  const { name, policy: found } = bucket;
  if (!found) return [];
  const guarded = {
    ...bucket,
    name: say('theBucket', { name }),
    arn: `arn:aws:s3:::${name}`,
    found,
    isShared,
  };
  // What the shared bucket gives to borrowers is part of claim 2.
  return isClosed(isShared ? { ...inside, borrowers: [] } : inside, guarded);
}

/** What a resource or trust policy guards. */
interface Guarded {
  /** In a sentence: `the role Admin`. */
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly origin: Origin;
  readonly found: FoundPolicy;
  readonly isTrust?: true;
  /** It is the shared bucket. */
  readonly isShared?: boolean;
}

function isClosed(inside: Inside, guarded: Guarded): readonly Finding[] {
  const { name, arn, account, origin, found, isTrust = false, isShared = false } = guarded;
  const { value: policy, findings } = readPolicy(found, isTrust ? 'trust' : 'resource', ['outsiders']);
  if (!policy) return findings;
  const by = (callers: () => CallerClass[], identity: readonly Policy[]): PolicyUnderProof => ({
    what: policy.name,
    callers,
    policies: [...identity, policy],
    inForce: () => ({ identity, resource: policy }),
    mustAllow: [policy],
    ...(isTrust && { resource: arn }),
    ownerOf: () => account,
    readableResources: [arn, `${arn}/test-data.txt`],
    company: inside.company,
    promise: promisedToTheCompany(name, inside.company, isShared),
  });
  const known = [...inside.borrowers, ...inside.users];
  return [
    ...findings,
    ...examined(
      { claims: ['outsiders'], origin },
      by(() => outsiders(inside, policy), [OWN_ACCOUNT_ALLOWS_ALL]),
      by(() => known.flatMap((one) => withNamedSessions(one, policy)), []),
    ),
  ];
}

function outsiders({ company, promises, stranger }: Inside, policy: Policy): CallerClass[] {
  const accounts = [stranger, ...promises.flatMap((promise) => promise.accounts)];
  const own = [accountLanguage(company.account)]; // so that no class holds insiders and outsiders
  return callerClasses(policy, own, accounts, [], knownServices()).filter(
    ({ caller }) => !('account' in caller) || caller.account !== company.account,
  );
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
