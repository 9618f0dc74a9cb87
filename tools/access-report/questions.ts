import type { Policy } from '../iam/policy';
import type { Caller } from '../iam/request';
import { OWN_ACCOUNT_ALLOWS_ALL, policiesElsewhere } from '../proof/claims/examined';
import { identityCenterRole, readableResources, withNamedSessions } from '../proof/claims/examples';
import { readIdentity, readPolicy, type Reading } from '../proof/claims/read-policy';
import { callerClasses, principalOf } from '../proof/classes/caller-classes';
import { ANY, language, literally, many } from '../proof/classes/language';
import { accountLanguage } from '../proof/classes/principal-arns';
import type { PolicyUnderProof } from '../proof/classes/request-classes';
import { identityOf, isSessionOf } from '../proof/promise/entrance';
import { promisedToTheCompany } from '../proof/promise/predicates';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { Finding } from '../proof/report/finding';
import type { AccessInventory, FoundPolicy, RoleEntry } from '../proof/templates/inventory';

/** Who may ask: the people whom the vendor's half is for, a session of the role, everybody else at the vendor, and the rest of the world. */
export type RowId = 'people' | 'session' | 'account' | 'others';

/** A question to the proof whose classes fall into the cells of some rows. */
export interface Question {
  readonly rows: readonly RowId[];
  /** Which of them a caller belongs to; undefined for the company's own people. */
  readonly rowOf: (caller: Caller) => RowId | undefined;
  /** Absent where a policy cannot be read, and the findings say why. */
  readonly underProof?: PolicyUnderProof;
  readonly findings: readonly Finding[];
  /** What decides, for people. */
  readonly decidedBy: readonly string[];
}

/** What the table of one vendor is about. */
export interface Scene {
  readonly promise: VendorPromise;
  /** All vendors'. */
  readonly promises: readonly VendorPromise[];
  readonly inventory: AccessInventory;
  readonly role: RoleEntry;
  /** An account that nobody speaks of. */
  readonly stranger: string;
}

/** Some people are meant by name or by permission set, not the vendor's whole account. */
export function hasPeople({ identityCenter, vendor }: VendorPromise): boolean {
  return identityCenter !== undefined || (vendor.borrowers !== undefined && vendor.borrowers !== 'account');
}

/**
 * The same questions that the claims ask, with lines drawn around every row and column of the table, so that no class of
 * requests lies in two cells.
 */
export function questionsOf(scene: Scene): Question[] {
  return [...asking(scene), using(scene), entering(scene), ...doors(scene)];
}

/** With the permission set, on both sides of the role's door. */
function asking({ promise, inventory, role, stranger }: Scene): Question[] {
  const { identityCenter, permissionSetName, asking: ask, entrance } = promise;
  const set = inventory.permissionSets.find(
    (one) =>
      one.name === permissionSetName &&
      one.account === identityCenter?.account &&
      one.instanceArn === identityCenter.instanceArn,
  );
  if (identityCenter === undefined) return [];
  const own = set?.inlinePolicy && readPolicy(set.inlinePolicy, 'identity', []);
  const trust = readPolicy(role.trust, 'trust', []);
  const findings = [...(own?.findings ?? []), ...trust.findings];
  const identity = own?.value ? [own.value] : [];
  const row = { rows: ['people'] as const, rowOf: () => 'people' as const, findings };
  const entering = trust.value;
  if ((own && !own.value) || !entering) return [{ ...row, decidedBy: [] }];
  const elsewhere = policiesElsewhere(promise.accounts[0]);
  const underProof: PolicyUnderProof = {
    what: permissionSetName,
    callers: () =>
      promise.accounts.flatMap((account) => principalOf(identityCenterRole(promise, account), ['any-user'])),
    policies: [...identity, entering],
    inForce: (resource, owner) => ({
      identity,
      resource: resource === role.arn ? entering : elsewhere(owner),
    }),
    mustAllow: identity,
    readableResources: [role.arn, ...readableResources(promise, stranger)],
    ownerOf: (resource) => (resource === role.arn ? role.account : undefined),
    owners: [promise.company.account, ...promise.accounts, stranger],
    company: promise.company,
    promise: {
      ...ask,
      actions: [...ask.actions, ...promise.use.actions],
      lines: { ...ask.lines, ...entrance.lines },
      answer: (request) => {
        const answer = ask.answer(request);
        return answer.says === 'allowed' ? entrance.answer(request) : answer;
      },
    },
  };
  return [{ ...row, decidedBy: identity.map(({ name }) => name), underProof }];
}

/** With a session of the role. */
function using({ promise, inventory, role, stranger }: Scene): Question {
  const { bucketArn, kmsKeyArn, bucketIsThere } = promise;
  const bucket = inventory.buckets.find(
    ({ name, account }) => name === promise.bucketName && account === role.account,
  );
  const key = inventory.resourcePolicies.find(({ arn }) => arn === kmsKeyArn);
  const own = readIdentity(role, []);
  const ofBucket = bucket?.policy && readPolicy(bucket.policy, 'resource', []);
  const ofKey = key && readPolicy(key.policy, 'resource', []);
  const findings = [own, ofBucket, ofKey].flatMap((one) => one?.findings ?? []);
  const unread = !own.value || (ofBucket && !ofBucket.value) || (ofKey && !ofKey.value);
  const row = { rows: ['session'] as const, rowOf: () => 'session' as const, findings };
  if (unread || !own.value) return { ...row, decidedBy: [] };
  const identity = own.value;
  const guards = [ofBucket?.value, ofKey?.value].filter((policy) => policy !== undefined);
  const inBucket = (resource: string) => resource === bucketArn || resource.startsWith(`${bucketArn}/`);
  const elsewhere = policiesElsewhere(role.account);
  const callers = principalOf(role.arn, ['VendorTestSession']);
  return {
    ...row,
    decidedBy: [...identity.identity, ...guards].map(({ name }) => name),
    underProof: {
      what: role.name,
      callers: () =>
        ofBucket?.value
          ? callers.flatMap((one) => withNamedSessions(one, ofBucket.value as Policy))
          : callers,
      policies: [...identity.identity, ...(identity.boundary ? [identity.boundary] : []), ...guards],
      inForce: (resource, owner) => {
        if (inBucket(resource) && owner === role.account)
          return { ...identity, ...(ofBucket?.value && { resource: ofBucket.value }) };
        return { ...identity, resource: (resource === kmsKeyArn && ofKey?.value) || elsewhere(owner) };
      },
      resourceLines: [
        language(bucketArn, literally(bucketArn)),
        language(`${bucketArn}/*`, [...literally(`${bucketArn}/`), many(ANY)]),
        language(role.arn, literally(role.arn)),
        ...(kmsKeyArn === undefined ? [] : [language(kmsKeyArn, literally(kmsKeyArn))]),
      ],
      mustAllow: [...identity.identity, ...guards],
      readableResources: [...readableResources(promise, stranger), role.arn],
      ownerOf: (resource) => {
        if (inBucket(resource)) return bucketIsThere ? undefined : role.account;
        return resource === kmsKeyArn || resource === role.arn ? role.account : undefined;
      },
      owners: [role.account, ...promise.accounts, stranger],
      company: promise.company,
      promise: { ...promise.use, actions: ['sts:AssumeRole', ...promise.use.actions] },
    },
  };
}

/** Into the role, from anywhere but the company; where the permission set is asked as well, its people are left to that. */
function entering(scene: Scene): Question {
  const { promise, role } = scene;
  const trust = readPolicy(role.trust, 'trust', []);
  return fromOutside(scene, trust, {
    what: role.trust.name,
    resource: role.arn,
    promise: promise.entrance,
    owner: role.account,
  });
}

/** Whatever else has a policy that could let people of other accounts in: buckets, keys, other roles. */
function doors(scene: Scene): Question[] {
  const { promise, promises, inventory } = scene;
  const lent = new Set(promises.map(({ roleArn }) => roleArn));
  const guarded: readonly (readonly [FoundPolicy | undefined, 'trust' | 'resource', string, string])[] = [
    ...inventory.buckets.map(
      ({ policy, name, account }) => [policy, 'resource', `arn:aws:s3:::${name}`, account] as const,
    ),
    ...inventory.resourcePolicies.map(
      ({ policy, arn, account }) => [policy, 'resource', arn, account] as const,
    ),
    ...inventory.roles
      .filter(({ arn }) => !lent.has(arn))
      .map(({ trust, arn, account }) => [trust, 'trust', arn, account] as const),
  ];
  return guarded.flatMap(([found, kind, arn, owner]) => {
    if (found === undefined) return [];
    const closed = promisedToTheCompany(found.name, promise.company, arn === promise.bucketArn);
    return fromOutside(scene, readPolicy(found, kind, []), {
      isAnother: true,
      what: found.name,
      ...(kind === 'trust' && { resource: arn }),
      readable: [arn, `${arn}/test-data.txt`],
      promise: { ...closed, actions: ['sts:AssumeRole', ...closed.actions, ...promise.use.actions] },
      owner,
    });
  });
}

interface Door {
  /** Than the role. What people can do there with a permission set has been asked of the set. */
  readonly isAnother?: boolean;
  readonly what: string;
  readonly resource?: string;
  readonly readable?: readonly string[];
  readonly promise: PolicyUnderProof['promise'];
  readonly owner: string;
}

/** Of people in other accounts it is assumed that their own account allows them everything. */
function fromOutside(
  { promise, promises, stranger }: Scene,
  reading: Reading<Policy>,
  { isAnother = false, what, resource, readable, promise: promised, owner }: Door,
): Question {
  const { company, accounts, entrance } = promise;
  const policy = reading.value;
  const named = isAnother ? promise.identityCenter === undefined && hasPeople(promise) : hasPeople(promise);
  const all = [...accounts, stranger, ...promises.flatMap((one) => one.accounts)];
  const lines = [...entrance.callers, accountLanguage(company.account)];
  const rows: readonly RowId[] = [...(named ? (['people'] as const) : []), 'account', 'others'];
  return {
    rows,
    rowOf: (caller) => rowOf(promise, caller),
    findings: reading.findings,
    decidedBy: policy ? [policy.name] : [],
    ...(policy && {
      underProof: {
        what,
        callers: () =>
          callerClasses(
            policy,
            lines,
            all,
            accounts.map((account) => identityCenterRole(promise, account)),
          ).filter(({ caller }) => rows.some((row) => row === rowOf(promise, caller))),
        policies: [OWN_ACCOUNT_ALLOWS_ALL, policy],
        inForce: () => ({ identity: [OWN_ACCOUNT_ALLOWS_ALL], resource: policy }),
        mustAllow: [policy],
        ...(resource !== undefined && { resource }),
        ...(readable && { readableResources: readable }),
        ownerOf: () => owner,
        company,
        promise: promised,
      } satisfies PolicyUnderProof,
    }),
  };
}

function rowOf(promise: VendorPromise, caller: Caller): RowId | undefined {
  if (!('account' in caller)) return 'others';
  if (caller.account === promise.company.account) return undefined;
  if (!promise.accounts.includes(caller.account)) return 'others';
  const { borrowers } = promise.vendor;
  const isMeant = Array.isArray(borrowers)
    ? borrowers.includes(identityOf(caller))
    : hasPeople(promise) && isSessionOf(caller, caller.account, promise.permissionSetName);
  return isMeant ? 'people' : 'account';
}
