import type { JsonObject } from '../../naive/json';
import type { DecidingPolicies } from '../../naive/evaluator';
import { isObject } from '../../naive/json';
import { statementsOf } from '../../naive/statements';
import type { Question } from './compare';
import {
  type Caller,
  accountOf,
  callerOf,
  principalArnOf,
  roleOfPermissionSet,
  sampleCallers,
  sampleResources,
} from './samples';
import type { Assignment, Bucket, Role, World } from './world';

/** A question, and how much it counts when the answer differs. */
export interface Hop extends Question {
  /**
   * `promise`: any difference changes access. `wider`: only a wider answer does (the other hops decide the rest).
   * `inside`: what the company's own machinery may do, of which the promise does not speak. `services`: which services may
   * run it, each for whom it acts.
   */
  readonly counts: 'promise' | 'wider' | 'inside' | 'services';
}

/** Every question that the four statements of the proof ask about two worlds. */
export function hopsOf(before: World, after: World): Hop[] {
  return [
    ...entering(before, after),
    ...bucketsDirectly(before, after),
    ...borrowing(before, after),
    ...permissionSets(before, after),
    ...signingInAndBorrowing(before, after),
  ];
}

function pairs<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): (readonly [Item | undefined, Item | undefined])[] {
  const keys = [...new Set([...before, ...after].map(keyOf))];
  return keys.map(
    (key) => [before.find((one) => keyOf(one) === key), after.find((one) => keyOf(one) === key)] as const,
  );
}

const alone = (caller: Caller) => ({ before: caller, after: caller });

/** A session that a policy names is one of a role by its name and account: its ARN does not say the path. */
function asSessionOf(role: Role, caller: Caller): Caller[] {
  if (caller.kind !== 'role-session') return [];
  const start = `arn:aws:sts::${role.account}:assumed-role/${role.name}/`;
  return caller.arn.startsWith(start) ? [{ ...caller, roleArn: role.arn }] : [];
}

/** A role that, before the mutation, only AWS services could enter: the company's own machinery. */
function isInside(role: Role | undefined): boolean {
  return (
    !!role &&
    statementsOf(role.trust).every(
      (one) => isObject(one['Principal']) && one['Principal']['AWS'] === undefined,
    )
  );
}

/** Statement 1: who can enter each role, when every account lets its own people do everything. */
function entering(before: World, after: World): Hop[] {
  const names = [...before.assignments, ...after.assignments].map((one) => one.permissionSet);
  return pairs(before.roles, after.roles, (role) => role.arn).flatMap(([was, is]) => {
    const role = was ?? is;
    if (!role) return [];
    const documents = [...(was ? [was.trust] : []), ...(is ? [is.trust] : [])];
    const everyone = () =>
      sampleCallers(documents, [...new Set(names)]).filter((one) => one.kind !== 'anonymous');
    const ofTheBorrowers = () =>
      [...before.roles, ...after.roles].filter((one) => !isInside(one)).map((one) => callerOf(one.arn));
    const lent = was !== undefined && !isInside(was);
    const outsiders = () =>
      everyone().filter((one) => accountOf(one) !== role.account && one.kind !== 'service');
    const services = () => everyone().filter((one) => one.kind === 'service');
    const insiders = () => everyone().filter((one) => one.kind !== 'service');
    const question = (counts: Hop['counts'], callers: () => readonly Caller[], title: string): Hop => ({
      title,
      counts,
      callers: () => callers().map(alone),
      resources: () => [role.arn],
      before: was && trustOf(was),
      after: is && trustOf(is),
    });
    if (lent) return [question('promise', () => [...everyone(), ...ofTheBorrowers()], `enter ${role.name}`)];
    return [
      question('wider', outsiders, `enter ${role.name} from outside`),
      question('services', services, `enter ${role.name}`),
      question('inside', insiders, `enter ${role.name} from inside`),
    ];
  });
}

function trustOf(role: Role): DecidingPolicies {
  return { identity: 'everything', resource: [role.trust], resourceKind: 'trust', owner: role.account };
}

/** Statement 1: what each bucket gives to outsiders, services and anybody without credentials. */
function bucketsDirectly(before: World, after: World): Hop[] {
  return pairs(before.buckets, after.buckets, (bucket) => bucket.arn).flatMap(([was, is]) => {
    const bucket = was ?? is;
    if (!bucket) return [];
    const documents = [...(was?.policies ?? []), ...(is?.policies ?? [])];
    const policies = (one: Bucket): DecidingPolicies => ({
      identity: 'everything',
      resource: one.policies,
      resourceKind: 'resource',
      owner: one.account,
    });
    const callers = () => sampleCallers(documents, []).filter((one) => accountOf(one) !== bucket.account);
    return [
      {
        title: `${bucket.arn} directly`,
        counts: 'promise',
        callers: () => callers().map(alone),
        resources: () => sampleResources(documents, [bucket.arn]),
        before: was && policies(was),
        after: is && policies(is),
      },
    ];
  });
}

/** Statement 1: what other policies give to outsiders, and to the borrowers. */
export function guardedDirectly(before: World, after: World): Hop[] {
  return pairs(before.guarded, after.guarded, ({ name }) => name).flatMap(([was, is]) => {
    const one = was ?? is;
    if (!one) return [];
    const documents = [...(was ? [was.policy] : []), ...(is ? [is.policy] : [])];
    const outsiders = () =>
      sampleCallers(documents, []).filter((caller) => accountOf(caller) !== one.account);
    const hop = (
      callers: Hop['callers'],
      identity: (world: World) => DecidingPolicies['identity'] | undefined,
    ): Hop => {
      const of = (world: World, guarded: typeof was): DecidingPolicies | undefined => {
        const own = identity(world);
        return (
          guarded &&
          own && { identity: own, resource: [guarded.policy], resourceKind: 'resource', owner: one.account }
        );
      };
      return {
        title: `${one.name} directly`,
        counts: 'promise',
        callers,
        resources: () => ['arn:aws:sqs:ap-northeast-1:111111111111:guarded'],
        before: of(before, was),
        after: of(after, is),
      };
    };
    const borrowers = before.roles.filter((role) => !isInside(role));
    return [
      hop(
        () => outsiders().map(alone),
        () => 'everything',
      ),
      ...borrowers.map(({ arn }) =>
        hop(
          () => [alone(callerOf(arn))],
          (world) => world.roles.find((role) => role.arn === arn)?.identity,
        ),
      ),
    ];
  });
}

/** Statement 2: what a session of each role can do, with each bucket, elsewhere, and with the other roles. */
function borrowing(before: World, after: World): Hop[] {
  return pairs(before.roles, after.roles, (role) => role.arn).flatMap(([was, is]) => {
    const role = was ?? is;
    if (!role || !was) return [];
    const counts = isInside(was) ? 'inside' : 'promise';
    const caller = () => [alone(callerOf(role.arn))];
    const identity = [...(was.identity ?? []), ...(is?.identity ?? [])];
    const policies = (
      one: Role | undefined,
      resource: DecidingPolicies['resource'],
      kind: DecidingPolicies['resourceKind'],
      owner: string | undefined,
    ): DecidingPolicies | undefined =>
      one && {
        identity: one.identity,
        ...(one.boundary && { boundary: one.boundary }),
        resource,
        resourceKind: kind,
        owner,
      };
    const bucketArns = [...new Set([...before.buckets, ...after.buckets].map((bucket) => bucket.arn))];
    const inABucket = (resource: string) =>
      bucketArns.some((arn) => resource === arn || resource.startsWith(`${arn}/`));

    const withBuckets = pairs(before.buckets, after.buckets, (bucket) => bucket.arn).map(
      ([bucketWas, bucketIs]): Hop => {
        const arn = (bucketWas ?? bucketIs)?.arn ?? '';
        const ofTheBucket = [...(bucketWas?.policies ?? []), ...(bucketIs?.policies ?? [])];
        const documents = [...identity, ...ofTheBucket];
        const sessions = () => sampleCallers(ofTheBucket, []).flatMap((one) => asSessionOf(role, one));
        return {
          title: `as ${role.name}`,
          counts,
          callers: () => [...caller(), ...sessions().map(alone)],
          resources: () =>
            sampleResources(documents, [arn]).filter((one) => one === arn || one.startsWith(`${arn}/`)),
          before: bucketWas && policies(was, bucketWas.policies, 'resource', bucketWas.account),
          after: bucketIs && policies(is, bucketIs.policies, 'resource', bucketIs.account),
        };
      },
    );
    const withRoles = pairs(before.roles, after.roles, (other) => other.arn).map(
      ([otherWas, otherIs]): Hop => {
        const other = otherWas ?? otherIs;
        return {
          title: `as ${role.name}`,
          counts,
          callers: caller,
          resources: () => [other?.arn ?? ''],
          before: otherWas && policies(was, [otherWas.trust], 'trust', otherWas.account),
          after: otherIs && policies(is, [otherIs.trust], 'trust', otherIs.account),
        };
      },
    );
    const elsewhere = ownersSpokenOf(identity, role.account).map((owner): Hop => {
      const theirs = owner === role.account ? [leftToItsAccount(owner)] : 'everything';
      return {
        title: `as ${role.name}`,
        counts,
        callers: caller,
        resources: () => sampleResources(identity, bucketArns).filter((one) => !inABucket(one)),
        before: policies(was, theirs, 'resource', owner),
        after: policies(is, theirs, 'resource', owner),
      };
    });
    return [...withBuckets, ...withRoles, ...elsewhere];
  });
}

/** Whose a resource that is in no template can be: a stranger's, and where a policy asks for it, those whom it names. */
function ownersSpokenOf(documents: readonly unknown[], own: string): (string | undefined)[] {
  const text = JSON.stringify(documents);
  if (!/:ResourceAccount/i.test(text)) return [undefined];
  return [undefined, ...new Set([own, ...(text.match(/\b\d{12}\b/g) ?? [])])];
}

/** A resource policy that leaves it to the policies of its own account. */
function leftToItsAccount(account: string): JsonObject {
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action: '*', Resource: '*' }] };
}

/** Several permission sets of one person are compared in order. */
function pairedAssignments(before: World, after: World) {
  const numbered = (assignments: readonly Assignment[]) =>
    assignments.map((one, index) => {
      const nth = assignments.slice(0, index).filter((other) => other.who === one.who).length;
      return { ...one, who: `${one.who}#${nth}` };
    });
  return pairs(numbered(before.assignments), numbered(after.assignments), (one) => one.who);
}

const signedIn = (one: Assignment): Caller => {
  const place = one.region === 'us-east-1' ? '' : `${one.region}/`;
  return callerOf(roleOfPermissionSet(one.targetAccount, one.permissionSet, place));
};

/** Statement 3. A narrower permission set is judged by {@link signingInAndBorrowing}: it may still do its job. */
function permissionSets(before: World, after: World): Hop[] {
  const roles = [...before.roles, ...after.roles].map((role) => role.arn);
  return pairedAssignments(before, after).flatMap(([was, is]) => {
    const one = was ?? is;
    if (!one) return [];
    const documents = [...(was?.identity ?? []), ...(is?.identity ?? [])];
    const policies = (assignment: Assignment): DecidingPolicies => ({
      identity: assignment.identity,
      resource: 'everything',
      resourceKind: 'resource',
      owner: undefined,
    });
    return [
      {
        title: one.who,
        counts: was && !is ? 'promise' : 'wider',
        callers: () => [alone(signedIn(one))],
        resources: () => [
          ...roles,
          ...sampleResources(
            documents,
            before.buckets.map((bucket) => bucket.arn),
          ),
        ],
        before: was && policies(was),
        after: is && policies(is),
      },
    ];
  });
}

/** Statement 4: the promised user gets into the role. */
function signingInAndBorrowing(before: World, after: World): Hop[] {
  return pairedAssignments(before, after).flatMap(([was, is]) => {
    if (!was) return [];
    return pairs(before.roles, after.roles, (role) => role.arn).map(([roleWas, roleIs]): Hop => {
      const policies = (
        assignment: Assignment | undefined,
        role: Role | undefined,
      ): DecidingPolicies | undefined =>
        assignment &&
        role && {
          identity: assignment.identity,
          resource: [role.trust],
          resourceKind: 'trust',
          owner: role.account,
        };
      return {
        title: `${was.who} → ${(roleWas ?? roleIs)?.name}`,
        counts: 'promise',
        callers: () => [{ before: signedIn(was), after: signedIn(is ?? was) }],
        sameCallers: is === undefined || principalArnOf(signedIn(was)) === principalArnOf(signedIn(is)),
        resources: () => [(roleWas ?? roleIs)?.arn ?? ''],
        before: policies(was, roleWas),
        after: policies(is, roleIs),
      };
    });
  });
}
