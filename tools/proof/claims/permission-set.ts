import { say } from '../../../words/proof-claims/say';
import { principalOf } from '../classes/caller-classes';
import type { VendorPromise } from '../promise/vendor-promise';
import { cannotJudge, type Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { AccessInventory, LocatedPolicy, PermissionSetEntry } from '../templates/inventory';
import { examined, policiesElsewhere } from './examined';
import { identityCenterRole, readableResources } from './examples';
import { readPolicy } from './read-policy';
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
  const reading = set.inlinePolicy && readPolicy(set.inlinePolicy, 'identity', claims);
  const read = [...twice, ...(reading?.findings ?? [])];
  if (reading && !reading.value) return read;
  return [...read, ...asked(promise, set, reading?.value, stranger), ...settings(promise, set)];
}

function asked(
  promise: VendorPromise,
  { origin }: PermissionSetEntry,
  document: LocatedPolicy | undefined,
  stranger: string,
): Finding[] {
  const what = say('permissionSet', { name: promise.permissionSetName });
  const policies = document ? [document] : [];
  const elsewhere = policiesElsewhere(promise.accounts[0]);
  return examined(
    { claims: ['permission-set', 'it-works'], origin },
    {
      what,
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
    },
  );
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

function isPromisedSet(set: PermissionSetEntry, promise: VendorPromise): boolean {
  return (
    set.name === promise.permissionSetName &&
    set.account === promise.identityCenter?.account &&
    set.instanceArn === promise.identityCenter.instanceArn
  );
}
