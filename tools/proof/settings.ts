import type { Share, Vendor } from '../../lib/share/share';
import type {
  AccessInventory,
  AssignmentEntry,
  BucketEntry,
  Origin,
  PermissionSetEntry,
  RoleEntry,
} from './templates/inventory';
import { type PromisedNames, promisedNames } from './promise';
import type { BlamedStatement, ClaimId, Failure } from './report/report';

/** What was promised and is no policy: the bucket's settings, session lengths, and who is assigned what. */

/** A failure without a request: something is there that should not be, or the other way round. */
export function settingFailure(
  claim: ClaimId,
  origin: Origin | undefined,
  words: Pick<Failure, 'headline' | 'why' | 'change'> & { readonly found?: string },
): Failure {
  const { found, ...rest } = words;
  const blame: BlamedStatement[] = origin
    ? [
        {
          policy: 'setting',
          statement: origin.logicalId,
          origin,
          matches: found ?? 'as it stands in the template',
        },
      ]
    : [];
  return { claim, kind: 'setting', ...rest, blame, classes: 0 };
}

export function bucketFailures(bucket: BucketEntry): Failure[] {
  const { name, publicAccessBlock: block, ownership, acl, encryption, origin } = bucket;
  const off =
    block &&
    Object.entries(block)
      .filter(([, on]) => !on)
      .map(([setting]) => setting);
  return [
    ...(block === undefined || (off ?? []).length > 0
      ? [
          settingFailure('outsiders', origin, {
            headline: `The bucket ${name} does not block public access entirely.`,
            found: block ? `${(off ?? []).join(', ')} is off` : 'it has no PublicAccessBlockConfiguration',
            why: 'The bucket gives nothing to anyone directly, and nobody can make it do so by an ACL or a policy.',
            change: 'Turn on all four settings of PublicAccessBlockConfiguration.',
          }),
        ]
      : []),
    ...(ownership === 'BucketOwnerEnforced'
      ? []
      : [
          settingFailure('outsiders', origin, {
            headline: `ACLs are not switched off on the bucket ${name}.`,
            found: `its object ownership is ${ownership ?? 'not set'}`,
            why: 'An ACL gives access beside all policies, and this proof reads policies.',
            change: 'Set ObjectOwnership to BucketOwnerEnforced.',
          }),
        ]),
    ...(acl === undefined ? [] : [aclFailure(bucket, acl)]),
    ...(encryption === undefined || encryption === 'AES256'
      ? []
      : [
          settingFailure('it-works', origin, {
            headline: `Objects in ${name} are encrypted with ${encryption}: a borrower could not decrypt them.`,
            found: `its encryption is ${encryption}`,
            why: 'Reading such an object also takes kms:Decrypt on the key, which is not promised.',
            change: 'Use S3-managed encryption (AES256).',
          }),
        ]),
  ];
}

export function aclFailure({ name, origin }: BucketEntry, acl: string): Failure {
  return settingFailure('outsiders', origin, {
    headline: `The bucket ${name} has an ACL: ${acl}.`,
    found: `its ACL is ${acl}`,
    why: 'An ACL gives access beside all policies, and none was promised.',
    change: 'Take the ACL out.',
  });
}

/** The borrowed session lasts an hour at most, also for callers who are not chained. */
export function roleFailures(role: RoleEntry): Failure[] {
  if (role.maxSessionDuration === 3600) return [];
  return [
    settingFailure('borrowers', role.origin, {
      headline: `A session of ${role.name} may last ${role.maxSessionDuration} seconds.`,
      found: `its MaxSessionDuration is ${role.maxSessionDuration}`,
      why: 'Sessions of one hour were promised.',
      change: 'Set MaxSessionDuration to 3600, or take it out.',
    }),
  ];
}

export function permissionSetFailures(set: PermissionSetEntry, names: PromisedNames): Failure[] {
  const duration = set.sessionDuration ?? 'PT1H';
  return [
    ...set.alsoCarries.map((more) =>
      settingFailure('permission-set', set.origin, {
        headline: `The permission set ${set.name} also carries ${more}.`,
        found: more,
        why: 'It was promised to carry one inline policy and nothing else.',
        change: 'Take it out of the permission set.',
      }),
    ),
    ...(duration === names.sessionDuration
      ? []
      : [
          settingFailure('permission-set', set.origin, {
            headline: `A sign-in through the permission set ${set.name} lasts ${duration}.`,
            found: `its SessionDuration is ${duration}`,
            why: `${names.sessionDuration} was promised.`,
            change: 'Set the session duration that parameters.ts says.',
          }),
        ]),
  ];
}

/** Which assignments of which set are promised: assignee by assignee, to the vendor's account alone. */
export function assignmentFailures(share: Share, inventory: AccessInventory): Failure[] {
  const { permissionSets, assignments, unjudged } = inventory;
  const left = new Set(assignments);
  const missing = share.vendors.flatMap((vendor) => {
    const names = promisedNames(share, vendor);
    return vendor.assignees.flatMap((assignee) => {
      const found = [...left].find(
        (one) =>
          isOf(one, vendor, names, permissionSets) &&
          one.principalType === assignee.type &&
          one.principalId === assignee.id &&
          one.targetAccount === vendor.account,
      );
      if (found) left.delete(found);
      return found ? [] : [missingAssignment(assignee, vendor, names)];
    });
  });
  // An assignment of a set that could not be read may be the promised one.
  const mayBePromised = (one: AssignmentEntry) =>
    unjudged.length > 0 && !permissionSets.some(({ arn }) => arn === one.permissionSetArn);
  const extra = [...left].filter((one) => !mayBePromised(one));
  return [...missing, ...extra.map((one) => extraAssignment(one, permissionSets))];
}

function isOf(
  assignment: AssignmentEntry,
  { identityCenter }: Vendor,
  names: PromisedNames,
  sets: readonly PermissionSetEntry[],
): boolean {
  const set = sets.find(({ arn }) => arn === assignment.permissionSetArn);
  return (
    set?.name === names.permissionSetName &&
    set.instanceArn === identityCenter.instanceArn &&
    assignment.instanceArn === identityCenter.instanceArn &&
    assignment.account === names.identityCenterAccount
  );
}

function missingAssignment(
  { type, name, id }: Vendor['assignees'][number],
  { account }: Vendor,
  { permissionSetName }: PromisedNames,
): Failure {
  return settingFailure('it-works', undefined, {
    headline: `The ${type.toLowerCase()} ${name} (${id}) does not get the permission set ${permissionSetName} in account ${account}.`,
    why: 'It was promised that they may borrow the role, and there is no such assignment in the templates.',
    change: 'Add the assignment, or take the assignee out of parameters.ts.',
  });
}

function extraAssignment(one: AssignmentEntry, sets: readonly PermissionSetEntry[]): Failure {
  const set = sets.find(({ arn }) => arn === one.permissionSetArn)?.name ?? one.permissionSetArn;
  return settingFailure('permission-set', one.origin, {
    headline: `The ${one.principalType.toLowerCase()} ${one.principalId} gets the permission set ${set} in account ${one.targetAccount}.`,
    found: `${one.principalType} ${one.principalId} in account ${one.targetAccount}`,
    why: 'Nobody promised this assignment: exactly the assignees of parameters.ts get the set, in the vendor account.',
    change: 'Take the assignment out, or add the assignee to parameters.ts.',
  });
}
