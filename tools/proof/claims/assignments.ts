import { sayProof, sayProofClaims as say } from '../../../words/say';
import type { Assignee } from '../../../lib/share/share';
import type { VendorPromise } from '../promise/vendor-promise';
import type { Failure } from '../report/report';
import type { AccessInventory, AssignmentEntry, PermissionSetEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/** Claims 3 and 4: assignee by assignee, exactly the promised people get the set, in the vendor's account alone. */
export function promisedPeopleGetTheSet(
  promises: readonly VendorPromise[],
  { permissionSets, assignments, unjudged }: AccessInventory,
): Failure[] {
  const complete = unjudged.length === 0;
  const left = new Set(assignments);
  const missing = promises.flatMap((promise) =>
    (promise.identityCenter?.assignees ?? []).flatMap((assignee) =>
      promise.accounts.flatMap((account) => {
        const found = [...left].find(
          (one) =>
            isOf(one, promise, permissionSets) &&
            one.principalType === assignee.type &&
            one.principalId === assignee.id &&
            one.targetAccount === account,
        );
        if (found) left.delete(found);
        return found || !complete ? [] : [missingAssignment(assignee, account, promise)];
      }),
    ),
  );
  // An assignment of a set that could not be read may be the promised one.
  const mayBePromised = (one: AssignmentEntry) =>
    !complete && !permissionSets.some(({ arn }) => arn === one.permissionSetArn);
  const extra = [...left].filter((one) => !mayBePromised(one));
  return [...missing, ...extra.map((one) => extraAssignment(one, permissionSets))];
}

function isOf(
  assignment: AssignmentEntry,
  { identityCenter, permissionSetName }: VendorPromise,
  sets: readonly PermissionSetEntry[],
): boolean {
  if (!identityCenter) return false;
  const { instanceArn, account } = identityCenter;
  const set = sets.find(({ arn }) => arn === assignment.permissionSetArn);
  return (
    set?.name === permissionSetName &&
    set.instanceArn === instanceArn &&
    assignment.instanceArn === instanceArn &&
    assignment.account === account
  );
}

function missingAssignment(
  { type, name, id }: Assignee,
  account: string,
  { permissionSetName }: VendorPromise,
): Failure {
  return settingFailure('it-works', undefined, {
    headline: say('notAssigned.headline', {
      set: permissionSetName,
      assignee: sayProof(type === 'GROUP' ? 'group' : 'user', { name, id }),
      account,
    }),
    why: say('notAssigned.why'),
    change: say('notAssigned.change'),
  });
}

function extraAssignment(one: AssignmentEntry, sets: readonly PermissionSetEntry[]): Failure {
  const set = sets.find(({ arn }) => arn === one.permissionSetArn)?.name ?? one.permissionSetArn;
  const words = { type: one.principalType, id: one.principalId, account: one.targetAccount };
  return settingFailure('permission-set', one.origin, {
    headline: say('alsoAssigned.headline', { ...words, set }),
    found: say('alsoAssigned.found', { ...words, instance: one.instanceArn }),
    why: say('alsoAssigned.why'),
    change: say('alsoAssigned.change'),
  });
}
