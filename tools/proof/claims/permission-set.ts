import { sayProofClaims as say } from '../../../words/say';
import { principalOf } from '../classes/caller-classes';
import type { PolicyUnderProof } from '../classes/request-classes';
import type { VendorPromise } from '../promise/vendor-promise';
import { cannotJudge, type Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { AccessInventory, PermissionSetEntry } from '../templates/inventory';
import { examined, policiesElsewhere } from './examined';
import { identityCenterRole, readableResources } from './examples';
import { type Reading, readPolicy } from './read-policy';
import { missing, settingFailure, unpromised } from './setting-failure';

/** Claim 3, for one vendor: there is one permission set, and it lets its users do one thing. */
export function usersAskForTheRoleAlone(
  promise: VendorPromise,
  inventory: AccessInventory,
  stranger: string,
): Finding[] {
  const { permissionSetName: name, identityCenter } = promise;
  if (!identityCenter) return []; // the vendor's own
  const [set, again] = inventory.permissionSets.filter((one) => isPromisedSet(one, promise));
  if (!set) {
    return missing(inventory, {
      headline: say('noSet.headline', { set: name, instance: identityCenter.instanceArn }),
      why: say('noSet.why'),
    });
  }
  const claims = ['permission-set', 'it-works'] as const;
  const twice = again ? [cannotJudge(say('setTwice', { set: name }), again.origin, claims)] : [];
  const { value, findings } = askingOf(promise, set, stranger);
  const read = [...twice, ...findings];
  if (!value) return read;
  return [...read, ...examined({ claims, origin: set.origin }, value), ...settings(promise, set)];
}

/** The question of claim 3: what a user of the permission set can do with it; nothing, where there is none. */
export function askingOf(
  promise: VendorPromise,
  set: PermissionSetEntry | undefined,
  stranger: string,
): Reading<PolicyUnderProof> {
  const reading =
    set?.inlinePolicy && readPolicy(set.inlinePolicy, 'identity', ['permission-set', 'it-works']);
  const { findings = [], value: document } = reading ?? {};
  if (reading && !document) return { findings };
  const policies = document ? [document] : [];
  const elsewhere = policiesElsewhere(promise.accounts[0]);
  const value: PolicyUnderProof = {
    what: say('permissionSet', { name: promise.permissionSetName }),
    callers: () => principalOf(identityCenterRole(promise), ['any-user']),
    policies,
    inForce: (_, owner) => ({
      identity: policies,
      resource: elsewhere(owner),
    }),
    mustAllow: policies,
    readableResources: [promise.roleArn, ...readableResources(promise, stranger)],
    ownerOf: () => undefined,
    owners: [promise.company.account, ...promise.accounts, stranger],
    company: promise.company,
    promise: promise.asking,
  };
  return { findings, value };
}

function settings({ sessionDuration }: VendorPromise, set: PermissionSetEntry): Failure[] {
  const duration = set.sessionDuration ?? 'PT1H';
  return [
    ...set.alsoCarries.map((policy) =>
      settingFailure('permission-set', set.origin, {
        headline: say('setCarriesMore.headline', { set: set.name, policy }),
        found: policy,
        why: say('setCarriesMore.why'),
        change: say('setCarriesMore.change'),
      }),
    ),
    ...(duration === sessionDuration
      ? []
      : [
          settingFailure('permission-set', set.origin, {
            headline: say('setDuration.headline', { set: set.name, duration }),
            found: say('setDuration.found', { duration }),
            why: say('setDuration.why', { promised: sessionDuration }),
            change: say('setDuration.change'),
          }),
        ]),
  ];
}

/** Claim 3: nobody was promised another permission set. */
export function noOtherPermissionSet(
  promises: readonly VendorPromise[],
  { permissionSets }: AccessInventory,
): Failure[] {
  return permissionSets
    .filter((set) => !promises.some((promise) => isPromisedSet(set, promise)))
    .map((set) => unpromised('permission-set', 'unpromisedSet', set));
}

export function isPromisedSet(set: PermissionSetEntry, promise: VendorPromise): boolean {
  return (
    set.name === promise.permissionSetName &&
    set.account === promise.identityCenter?.account &&
    set.instanceArn === promise.identityCenter.instanceArn
  );
}
