import { say } from '../../words/access-report/say';
import type { AccessInventory, FoundPolicy } from '../proof/templates/inventory';
import type { VendorPromise } from '../proof/promise/vendor-promise';

/** A policy document of an inventory, and where in it it stands. */
export interface Document {
  /** `roles.0.trust`: the way to it, from the inventory on. */
  readonly path: string;
  readonly policy: FoundPolicy;
  /** What it is the policy of; absent for a policy with a name of its own. */
  readonly of?: { readonly kind: 'set' | 'trust' | 'bucket'; readonly name: string };
  /** Whose it is, 12 digits. */
  readonly account: string;
  /** It is one of the share itself: the permission set's, the role's, the bucket's, the key's. */
  readonly isOfShare: boolean;
}

export function documentsOf(inventory: AccessInventory, promises: readonly VendorPromise[]): Document[] {
  const { roles, usersAndGroups, buckets, permissionSets, resourcePolicies } = inventory;
  const isOf =
    (...names: (keyof VendorPromise)[]) =>
    (text: string) =>
      promises.some((promise) => names.some((name) => promise[name] === text));
  const isRole = isOf('roleArn');
  const isSet = isOf('permissionSetName');
  const isBucket = isOf('bucketName');
  const isKey = isOf('kmsKeyArn');
  const one = (
    path: string,
    policy: FoundPolicy | undefined,
    account: string,
    isOfShare: boolean,
    of?: Document['of'],
  ): Document[] => (policy === undefined ? [] : [{ path, policy, account, isOfShare, ...(of && { of }) }]);
  const several = (path: string, policies: readonly FoundPolicy[], account: string, isOfShare: boolean) =>
    policies.flatMap((policy, index) => one(`${path}.${index}`, policy, account, isOfShare));
  const all = [
    ...permissionSets.flatMap(({ inlinePolicy, account, name }, index) =>
      one(`permissionSets.${index}.inlinePolicy`, inlinePolicy, account, isSet(name), { kind: 'set', name }),
    ),
    ...roles.flatMap(({ trust, policies, boundary, account, arn, name }, index) => [
      ...one(`roles.${index}.trust`, trust, account, isRole(arn), { kind: 'trust', name }),
      ...several(`roles.${index}.policies`, policies, account, isRole(arn)),
      ...(boundary && 'document' in boundary
        ? one(`roles.${index}.boundary`, boundary, account, isRole(arn))
        : []),
    ]),
    ...buckets.flatMap(({ policy, account, name }, index) =>
      one(`buckets.${index}.policy`, policy, account, isBucket(name), { kind: 'bucket', name }),
    ),
    ...resourcePolicies.flatMap(({ policy, account, arn }, index) =>
      one(`resourcePolicies.${index}.policy`, policy, account, isKey(arn)),
    ),
    ...usersAndGroups.flatMap(({ policies, account }, index) =>
      several(`usersAndGroups.${index}.policies`, policies, account, false),
    ),
  ];
  return [...all.filter(({ isOfShare }) => isOfShare), ...all.filter(({ isOfShare }) => !isOfShare)];
}

const NAMES = { set: 'documentOfSet', trust: 'documentOfRole', bucket: 'documentOfBucket' } as const;

/** In the language that is spoken. */
export function documentName({ of, policy }: Pick<Document, 'of' | 'policy'>): string {
  return of === undefined ? policy.name : say(NAMES[of.kind], { name: of.name });
}

/** A copy in which the policies have their names in the language that is spoken. */
export function withNames(inventory: AccessInventory): AccessInventory {
  return documentsOf(inventory, []).reduce(
    (named, one) => replaced(named, [...one.path.split('.'), 'name'], documentName(one)) as AccessInventory,
    inventory,
  );
}

/** A copy in which one policy says something else. */
export function withDocument(inventory: AccessInventory, path: string, document: unknown): AccessInventory {
  return replaced(inventory, [...path.split('.'), 'document'], document) as AccessInventory;
}

function replaced(place: unknown, [step, ...more]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(place))
    return place.map((item: unknown, index) => (String(index) === step ? replaced(item, more, value) : item));
  const object = place as Readonly<Record<string, unknown>>;
  return { ...object, [step]: replaced(object[step], more, value) };
}
