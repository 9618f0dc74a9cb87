import type { Caller, PoliciesInForce } from '../iam/request';
import { parsePolicy } from '../iam/parse-policy';
import type { Policy } from '../iam/policy';
import type { Share, Vendor } from '../../lib/share/share';
import { callerClasses, type CallerClass, namedSessions, principalOf } from './classes/caller-classes';
import { ANY, language, literally, many } from './classes/language';
import type { Surprise } from './classes/request-classes';
import { failuresFrom } from './report/explain';
import type {
  AccessInventory,
  BucketEntry,
  Origin,
  RoleEntry,
  UserOrGroupEntry,
} from './templates/inventory';
import {
  promisedAsking,
  promisedEntrance,
  promisedNames,
  type PromisedNames,
  promisedNothing,
  promisedUse,
} from './promise';
import type { ProofRun } from './proof-run';

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The worst case: the caller's own account lets it do everything. */
const OWN_ACCOUNT_ALLOWS_ALL = parsePolicy(
  { Version: '2012-10-17', Statement: EVERYTHING },
  'identity',
  "the caller's own account, assumed to allow everything",
);

/** The worst case: whoever owns the resource lets everyone do everything with it. */
const RESOURCE_ALLOWS_ALL = parsePolicy(
  { Version: '2012-10-17', Statement: { ...EVERYTHING, Principal: '*' } },
  'resource',
  'the resource, assumed to allow everything',
);

/** Owned by nobody in the share, so that both sides must allow. */
const SOMEBODY_ELSE = '999999999999';

/** Statement 1 for a vendor's role: exactly the promised callers enter, under exactly the promised conditions. */
export function proveEntrance(run: ProofRun, share: Share, vendor: Vendor, role: RoleEntry): void {
  const trust = run.parse(role.trust, 'trust', 'outsiders', 'it-works');
  if (!trust) return;
  const names = promisedNames(share, vendor);
  const promise = promisedEntrance(share, vendor);
  const accounts = [vendor.account, SOMEBODY_ELSE, share.company.account];
  const example = identityCenterRole(vendor, names);
  const readable = vendor.borrowers === 'permission-set' ? [example] : [];
  const callers = run.bounded(trust.name, role.origin, ['outsiders', 'it-works'], () =>
    callerClasses(trust, promise.callers, accounts, readable),
  );
  const surprises = run.examine(
    {
      what: trust.name,
      callers,
      policies: [OWN_ACCOUNT_ALLOWS_ALL, trust],
      inForce: () => ({ identity: [OWN_ACCOUNT_ALLOWS_ALL], resource: trust }),
      mustAllow: [trust],
      resource: { arn: role.arn },
      accountOf: () => role.account,
      promise,
    },
    role.origin,
    'outsiders',
    'it-works',
  );
  run.fail(...failuresFrom(surprises, run.origins, { extra: 'outsiders', door: `enter ${role.name}` }));
}

/** Statement 1 for everything else: no outsider gets in, and neither does a borrower. */
export function proveClosed(
  run: ProofRun,
  share: Share,
  door: {
    readonly name: string;
    readonly arn: string;
    readonly account: string;
    readonly policy: Policy;
    readonly origin: Origin;
  },
  known: readonly CallerClass[],
  options: { readonly resource: 'any' | 'itself'; readonly trustedServices: readonly string[] },
): void {
  const { policy, origin } = door;
  const company = share.company.account;
  const accounts = [SOMEBODY_ELSE, ...share.vendors.map(({ account }) => account)];
  const classes = run.bounded(policy.name, origin, ['outsiders'], () => callerClasses(policy, [], accounts));
  const outsiders = classes.filter(
    ({ caller }) =>
      ('account' in caller ? caller.account !== company : true) &&
      !(caller.kind === 'service' && options.trustedServices.includes(caller.service)),
  );
  const examineWith = (callers: readonly CallerClass[], identity: readonly Policy[]): readonly Surprise[] =>
    run.examine(
      {
        what: policy.name,
        callers,
        policies: [...identity, policy],
        inForce: () => ({ identity, resource: policy }),
        mustAllow: [policy],
        resource: options.resource === 'any' ? 'any' : { arn: door.arn },
        accountOf: () => door.account,
        readableResources: [door.arn, `${door.arn}/test-data.txt`],
        promise: promisedNothing(`${door.name} is for nobody outside the company`),
      },
      origin,
      'outsiders',
    );
  const surprises = [
    ...examineWith(outsiders, [OWN_ACCOUNT_ALLOWS_ALL]),
    ...examineWith(
      known.flatMap((one) => withNamedSessions(one, policy)),
      [],
    ),
  ];
  run.fail(...failuresFrom(surprises, run.origins, { extra: 'outsiders', door: `use ${door.name}` }));
}

/** Statement 2: a session of the vendor's role does exactly the promised actions on exactly the promised resources. */
export function proveUse(
  run: ProofRun,
  share: Share,
  vendor: Vendor,
  role: RoleEntry,
  bucket: BucketEntry | undefined,
): void {
  const own = run.parseIdentity(role, role.name, 'borrowers', 'it-works');
  const bucketPolicy =
    bucket?.policy && run.parse(bucket.policy, 'resource', 'borrowers', 'it-works', 'outsiders');
  if (!own || (bucket?.policy && !bucketPolicy)) return;
  const { bucketArn } = promisedNames(share, vendor);
  const inBucket = (resource: string) => resource === bucketArn || resource.startsWith(`${bucketArn}/`);
  const policies = [
    ...own.identity,
    ...(own.boundary ? [own.boundary] : []),
    ...(bucketPolicy ? [bucketPolicy] : []),
  ];
  const callers = principalOf(role.arn, ['VendorTestSession']).flatMap((one) =>
    bucketPolicy ? withNamedSessions(one, bucketPolicy) : [one],
  );
  const surprises = run.examine(
    {
      what: `policies of ${role.name}`,
      callers,
      policies,
      inForce: (resource): PoliciesInForce => ({
        ...own,
        ...(inBucket(resource)
          ? bucketPolicy && { resource: bucketPolicy }
          : { resource: RESOURCE_ALLOWS_ALL }),
      }),
      resourceLines: [
        language(bucketArn, literally(bucketArn)),
        language(`${bucketArn}/*`, [...literally(`${bucketArn}/`), many(ANY)]),
      ],
      mustAllow: policies,
      resource: 'any',
      readableResources: readableResources(share, vendor),
      accountOf: (resource) => (inBucket(resource) ? role.account : SOMEBODY_ELSE),
      promise: promisedUse(share, vendor),
    },
    role.origin,
    'borrowers',
    'it-works',
  );
  run.fail(...failuresFrom(surprises, run.origins, { extra: 'borrowers', door: `use ${role.name}` }));
}

/** Statement 3: the permission set lets its users do one thing. */
export function proveAsking(
  run: ProofRun,
  share: Share,
  vendor: Vendor,
  document: Policy | undefined,
  origin: Origin,
): void {
  const names = promisedNames(share, vendor);
  const policies = document ? [document] : [];
  const surprises = run.examine(
    {
      what: `permission set ${names.permissionSetName}`,
      callers: principalOf(identityCenterRole(vendor, names), ['any-user']),
      policies,
      inForce: () => ({ identity: policies, resource: RESOURCE_ALLOWS_ALL }),
      mustAllow: policies,
      resource: 'any',
      readableResources: [names.roleArn, ...readableResources(share, vendor)],
      accountOf: () => SOMEBODY_ELSE,
      promise: promisedAsking(share, vendor),
    },
    origin,
    'permission-set',
    'it-works',
  );
  const door = `use the permission set ${names.permissionSetName}`;
  run.fail(...failuresFrom(surprises, run.origins, { extra: 'permission-set', door }));
}

/** Users and groups were not promised at all: whoever holds their keys must not get anything. */
export function proveNothingFor(run: ProofRun, share: Share, entry: UserOrGroupEntry): void {
  const own = run.parseIdentity(entry, `the ${entry.kind} ${entry.name}`, 'outsiders');
  if (!own) return;
  const surprises = run.examine(
    {
      what: `policies of the ${entry.kind} ${entry.name}`,
      callers: principalOf(entry.arn, []),
      policies: [...own.identity, ...(own.boundary ? [own.boundary] : [])],
      inForce: () => ({ ...own, resource: RESOURCE_ALLOWS_ALL }),
      mustAllow: own.identity,
      resource: 'any',
      readableResources: share.vendors.slice(0, 1).flatMap((vendor) => readableResources(share, vendor)),
      accountOf: () => SOMEBODY_ELSE,
      promise: promisedNothing(`no ${entry.kind} is part of the promise`),
    },
    entry.origin,
    'outsiders',
  );
  run.fail(
    ...failuresFrom(surprises, run.origins, {
      extra: 'outsiders',
      door: `act as the ${entry.kind} ${entry.name}`,
    }),
  );
}

/** What Identity Center calls the role of the set: https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export function identityCenterRole(
  { account, identityCenter }: Vendor,
  { permissionSetName }: PromisedNames,
): string {
  const region = identityCenter.region === 'us-east-1' ? '' : `${identityCenter.region}/`;
  const name = `AWSReservedSSO_${permissionSetName}_0123456789abcdef`;
  return `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${region}${name}`;
}

/** What somebody is who is examined by name: one borrower's session, or one user. */
export function callersNamed(inventory: AccessInventory, roleArns: readonly string[]): CallerClass[] {
  const users = inventory.usersAndGroups.filter(({ kind }) => kind === 'user').map(({ arn }) => arn);
  return [...roleArns, ...users].flatMap((arn) => principalOf(arn, ['VendorTestSession']));
}

function withNamedSessions(one: CallerClass, policy: Policy): CallerClass[] {
  const roleArn = arnOf(one.caller);
  return roleArn === undefined ? [one] : [one, ...principalOf(roleArn, namedSessions(policy, roleArn))];
}

function arnOf(caller: Caller): string | undefined {
  return caller.kind === 'role-session' ? caller.roleArn : undefined;
}

function readableResources(share: Share, vendor: Vendor): string[] {
  const { bucketArn } = promisedNames(share, vendor);
  const [prefix = ''] = vendor.prefixes ?? [];
  return [
    `${bucketArn}/${prefix}test-data.txt`,
    `${bucketArn}/another-part/secret.txt`,
    bucketArn,
    `${bucketArn}-2/secret.txt`,
    `${bucketArn}-2`,
    'arn:aws:s3:::another-bucket/secret.txt',
    'arn:aws:s3:::another-bucket',
    `arn:aws:iam::${share.company.account}:role/AnotherRole`,
    'arn:aws:iam::999999999999:role/AnotherRole',
    '*',
  ];
}
