import type { Caller } from '../iam/request';
import { useOf } from '../proof/claims/borrowers';
import { closingOf, doorsIn } from '../proof/claims/doors';
import { entranceOf } from '../proof/claims/outsiders';
import { askingOf, isPromisedSet } from '../proof/claims/permission-set';
import type { Reading } from '../proof/claims/read-policy';
import { accountLanguage } from '../proof/classes/principal-arns';
import type { PolicyUnderProof } from '../proof/classes/request-classes';
import { exactly } from '../proof/promise/answers';
import { identityOf, isSessionOf } from '../proof/promise/entrance';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import type { AccessInventory, RoleEntry } from '../proof/templates/inventory';

/** Who may ask: the people whom the vendor's half is for, a session of the role, everybody else at the vendor, and the rest of the world. */
export type RowId = 'people' | 'session' | 'account' | 'others';

/** A question to the proof whose classes fall into the cells of some rows. */
export interface Question extends Reading<PolicyUnderProof> {
  readonly rows: readonly RowId[];
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
 * The questions of the claims themselves, with lines drawn around every row and column of the table, so that no class of
 * requests lies in two cells.
 */
export function questionsOf({ promise, promises, inventory, role, stranger }: Scene): Question[] {
  const { company, identityCenter, asking, use, entrance, bucketName } = promise;
  const actions = ['sts:AssumeRole', ...use.actions];
  const callers = [...entrance.callers, accountLanguage(company.account)];
  const lined: VendorPromise = {
    ...promise,
    asking: { ...asking, actions },
    use: { ...use, actions, resources: [...use.resources, exactly(role.arn)] },
    entrance: { ...entrance, callers },
  };
  const bucket = inventory.buckets.find((one) => one.name === bucketName && one.account === role.account);
  const set = inventory.permissionSets.find((one) => isPromisedSet(one, promise));
  const named = hasPeople(promise) ? (['people'] as const) : [];
  const closing = doorsIn(inventory, promises, bucket).map((door): Question => {
    const { value, findings } = closingOf({ company, promises, stranger }, door, callers);
    return {
      // What people can do elsewhere with a permission set has been asked of the set.
      rows: [...(identityCenter ? [] : named), 'account', 'others'],
      findings,
      ...(value && { value: { ...value, promise: { ...value.promise, actions } } }),
    };
  });
  return [
    ...(identityCenter ? [{ rows: ['people'] as const, ...askingOf(lined, set, stranger) }] : []),
    { rows: ['session'], ...useOf(lined, role, bucket, inventory.resourcePolicies, stranger) },
    { rows: [...named, 'account', 'others'], ...entranceOf(lined, role, stranger) },
    ...closing,
  ];
}

/** Undefined for the company's own people. */
export function rowOf(promise: VendorPromise, caller: Caller): RowId | undefined {
  const { company, accounts, roleArn, permissionSetName, vendor } = promise;
  if (!('account' in caller)) return 'others';
  if (identityOf(caller) === roleArn) return 'session';
  if (caller.account === company.account) return undefined;
  if (!accounts.includes(caller.account)) return 'others';
  const isMeant = Array.isArray(vendor.borrowers)
    ? vendor.borrowers.includes(identityOf(caller))
    : hasPeople(promise) && isSessionOf(caller, caller.account, permissionSetName);
  return isMeant ? 'people' : 'account';
}
