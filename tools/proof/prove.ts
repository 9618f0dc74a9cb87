import type { Share, Vendor } from '../../lib/share/share';
import { type Assembly, readAssembly, UnreadableAssemblyError } from './templates/assembly';
import { inventoryOf } from './templates/collect';
import type { AccessInventory, PermissionSetEntry, RoleEntry } from './templates/inventory';
import { promisedNames } from './promise';
import { ProofRun } from './proof-run';
import type { Claim, ClaimId, ProofReport } from './report/report';
import {
  aclFailure,
  assignmentFailures,
  bucketFailures,
  permissionSetFailures,
  roleFailures,
  settingFailure,
} from './settings';
import {
  callersNamed,
  proveAsking,
  proveClosed,
  proveEntrance,
  proveNothingFor,
  proveUse,
} from './statements';
import { proveHops } from './it-works';
import { CLAIMS, NOT_COVERED, promiseInWords } from './report/words';

/** Proves the templates in a directory that `cdk synth` wrote. What cannot be read is refused, not thrown. */
export function proveDirectory(directory: string, share: Share): ProofReport {
  let assembly: Assembly;
  try {
    assembly = readAssembly(directory);
  } catch (error) {
    if (!(error instanceof UnreadableAssemblyError)) throw error;
    return refusedReport([error.message], share);
  }
  return proveAssembly(assembly, share);
}

/** What is said about templates that cannot even be read. */
function refusedReport(refusals: readonly string[], share: Share): ProofReport {
  const run = new ProofRun();
  for (const what of refusals) run.refuse(what, undefined, ...CLAIM_IDS);
  return report(run, share, performance.now());
}

/** An assembly that is not of this share is refused as a whole: every difference would be told as a failure. */
export function proveAssembly(assembly: Assembly, share: Share): ProofReport {
  const foreign = foreignStacks(assembly, share);
  return foreign.length > 0 ? refusedReport(foreign, share) : prove(inventoryOf(assembly), share);
}

/** Proves that an inventory of access gives exactly what the share promises. */
export function prove(inventory: AccessInventory, share: Share): ProofReport {
  const started = performance.now();
  const run = new ProofRun();
  for (const { what, origin } of inventory.unjudged) run.refuse(what, origin, ...CLAIM_IDS);
  run.notProved.push(...inventory.notProved);

  const roles = share.vendors.map((vendor) => lentRole(run, share, vendor, inventory));
  for (const [index, vendor] of share.vendors.entries()) {
    const role = roles[index];
    if (role) {
      proveEntrance(run, share, vendor, role);
      proveUse(run, share, vendor, role, sharedBucket(inventory, share));
      run.fail(...roleFailures(role));
    }
    provePermissionSet(run, share, vendor, inventory);
  }
  proveTheRestIsClosed(run, share, inventory, roles);
  proveBucket(run, share, inventory);
  run.fail(
    ...assignmentFailures(share, inventory).filter((one) => one.claim !== 'it-works' || complete(inventory)),
  );
  proveHops(run, share, inventory);
  if (inventory.unjudged.some(({ unreadPolicy }) => unreadPolicy)) run.forgetWhatDependsOnUnreadPolicies();
  return report(run, share, started);
}

const CLAIM_IDS: readonly ClaimId[] = ['outsiders', 'borrowers', 'permission-set', 'it-works'];

/** If something could not be read, what is missing may be there all the same. */
function complete(inventory: AccessInventory): boolean {
  return inventory.unjudged.length === 0;
}

function lentRole(
  run: ProofRun,
  share: Share,
  vendor: Vendor,
  inventory: AccessInventory,
): RoleEntry | undefined {
  const { roleArn } = promisedNames(share, vendor);
  const found = inventory.roles.filter(({ arn }) => arn === roleArn);
  if (found.length > 1)
    run.refuse(
      `the role ${roleArn} is in the templates ${found.length} times.`,
      found[0]?.origin,
      ...CLAIM_IDS,
    );
  if (found.length === 0 && complete(inventory)) {
    run.fail(
      settingFailure('it-works', undefined, {
        headline: `There is no role ${roleArn}.`,
        why: 'It is the role that was promised to be lent.',
        change: 'Synthesize the templates again from these parameters, or correct the name.',
      }),
    );
  }
  return found[0];
}

function refuseDoubleBuckets(run: ProofRun, { buckets }: AccessInventory): void {
  for (const [index, { name, origin }] of buckets.entries()) {
    const first = buckets.findIndex((one) => one.name === name);
    if (first < index)
      run.refuse(`the bucket ${name} is in the templates more than once.`, origin, ...CLAIM_IDS);
  }
}

function sharedBucket({ buckets }: AccessInventory, { company }: Share) {
  return buckets.find(({ name, account }) => name === company.bucketName && account === company.account);
}

function proveBucket(run: ProofRun, share: Share, inventory: AccessInventory): void {
  refuseDoubleBuckets(run, inventory);
  const bucket = sharedBucket(inventory, share);
  if (bucket) {
    run.fail(...bucketFailures(bucket));
  } else if (complete(inventory)) {
    run.fail(
      settingFailure('it-works', undefined, {
        headline: `There is no bucket ${share.company.bucketName} in account ${share.company.account}.`,
        why: 'It is the bucket that was promised to be shared.',
        change: 'Synthesize the templates again from these parameters, or correct the name.',
      }),
    );
  }
  for (const other of inventory.buckets) {
    if (other !== bucket && other.acl !== undefined) run.fail(aclFailure(other, other.acl));
  }
}

function provePermissionSet(run: ProofRun, share: Share, vendor: Vendor, inventory: AccessInventory): void {
  const names = promisedNames(share, vendor);
  const sets = inventory.permissionSets.filter((one) => isPromisedSet(one, share, vendor));
  const [set, again] = sets;
  if (again) {
    run.refuse(
      `the permission set ${names.permissionSetName} is there twice.`,
      again.origin,
      'permission-set',
      'it-works',
    );
  }
  if (!set) {
    if (!complete(inventory)) return;
    run.fail(
      settingFailure('it-works', undefined, {
        headline: `There is no permission set ${names.permissionSetName} in ${vendor.identityCenter.instanceArn}.`,
        why: 'It is what the promised people borrow the role with.',
        change: 'Synthesize the templates again from these parameters, or correct the name.',
      }),
    );
    return;
  }
  const document = set.inlinePolicy && run.parse(set.inlinePolicy, 'identity', 'permission-set', 'it-works');
  if (set.inlinePolicy && !document) return;
  proveAsking(run, share, vendor, document, set.origin);
  run.fail(...permissionSetFailures(set, names));
}

function isPromisedSet(set: PermissionSetEntry, share: Share, vendor: Vendor): boolean {
  const { permissionSetName, identityCenterAccount } = promisedNames(share, vendor);
  return (
    set.name === permissionSetName &&
    set.account === identityCenterAccount &&
    set.instanceArn === vendor.identityCenter.instanceArn
  );
}

/** Services that enter a role only for what the role's own account set up. docs/proof.md says why. */
const TRUSTED_SERVICES = ['lambda.amazonaws.com'];

/** Everything that no vendor was promised: other roles, users, groups, sets, buckets, keys, access points, functions. */
function proveTheRestIsClosed(
  run: ProofRun,
  share: Share,
  inventory: AccessInventory,
  lent: readonly (RoleEntry | undefined)[],
): void {
  const company = share.company.account;
  const known = callersNamed(
    inventory,
    lent.flatMap((role) => role?.arn ?? []),
  );
  for (const role of inventory.roles.filter((one) => !lent.includes(one))) {
    if (role.account !== company) {
      run.fail(unpromised('outsiders', `the role ${role.name}`, role.account, role.origin));
      continue;
    }
    const policy = run.parse(role.trust, 'trust', 'outsiders');
    if (!policy) continue;
    const door = { ...role, policy, name: `the role ${role.name}` };
    proveClosed(run, share, door, known, { resource: 'itself', trustedServices: TRUSTED_SERVICES });
  }
  for (const entry of inventory.usersAndGroups) proveNothingFor(run, share, entry);
  for (const bucket of inventory.buckets) {
    const policy = bucket.policy && run.parse(bucket.policy, 'resource', 'outsiders');
    if (!policy) continue;
    const door = { ...bucket, policy, name: `the bucket ${bucket.name}`, arn: `arn:aws:s3:::${bucket.name}` };
    const isShared = bucket === sharedBucket(inventory, share);
    // What the shared bucket gives to borrowers is part of statement 2.
    const users = known.filter(({ caller }) => caller.kind === 'user' || !isShared);
    proveClosed(run, share, door, users, { resource: 'any', trustedServices: [] });
  }
  for (const entry of inventory.resourcePolicies) {
    const policy = run.parse(entry.policy, 'resource', 'outsiders');
    if (!policy) continue;
    const door = { ...entry, policy, name: `the ${entry.resource}`, origin: entry.policy.origin };
    proveClosed(run, share, door, known, { resource: 'any', trustedServices: [] });
  }
  const isPromised = (set: PermissionSetEntry) =>
    share.vendors.some((vendor) => isPromisedSet(set, share, vendor));
  for (const set of inventory.permissionSets.filter((one) => !isPromised(one))) {
    run.fail(unpromised('permission-set', `the permission set ${set.name}`, set.account, set.origin));
  }
}

function unpromised(claim: ClaimId, what: string, account: string, origin: RoleEntry['origin']) {
  return settingFailure(claim, origin, {
    headline: `The templates also make ${what} in account ${account}.`,
    why: 'Nothing of the kind was promised there.',
    change: 'Take it out, or deploy it from elsewhere, where its owner answers for it.',
  });
}

/**
 * Stacks for accounts or regions that the share does not mention (an assembly of another share, or parameters changed
 * since), and those of which one would be written over the other.
 */
function foreignStacks({ stacks }: Assembly, { company, vendors }: Share): string[] {
  const places = [
    company,
    ...vendors.flatMap(({ account, identityCenter: { account: its = account, region } }) => [
      { account, region },
      { account: its, region },
    ]),
  ];
  return stacks.flatMap(({ name, account, region }, index) => {
    const ofAccount = places.filter((place) => place.account === account);
    const wrong =
      ofAccount.length === 0
        ? `account ${account}, which the share does not mention`
        : ofAccount.some((place) => place.region === region)
          ? undefined
          : `region ${region}, but account ${account} has its part of the share in ${ofAccount[0]?.region ?? ''}`;
    const first = stacks.findIndex(
      (one) => one.name === name && one.account === account && one.region === region,
    );
    return [
      ...(wrong === undefined
        ? []
        : [
            `stack ${name} is for ${wrong}: were these templates synthesized from other parameters? Run \`npx cdk synth\` again.`,
          ]),
      ...(first < index ? [`stack ${name} is there twice: one would be written over the other.`] : []),
    ];
  });
}

function report(run: ProofRun, share: Share, started: number): ProofReport {
  const broken = new Set(run.failures.map(({ claim }) => claim));
  const claims = CLAIM_IDS.map((id): Claim => {
    const result = broken.has(id) ? 'broken' : run.isUnjudged(id) ? 'unknown' : 'holds';
    return { id, text: CLAIMS[id], result, classes: run.classesOf(id) };
  });
  const verdict = run.failures.length > 0 ? 'broken' : run.refusals.length > 0 ? 'refused' : 'holds';
  return {
    verdict,
    promises: share.vendors.map((vendor) => promiseInWords(share, vendor)),
    claims,
    failures: [...run.failures].sort((a, b) => CLAIM_IDS.indexOf(a.claim) - CLAIM_IDS.indexOf(b.claim)),
    refusals: run.refusals,
    classes: claims.reduce((sum, { classes }) => sum + classes, 0),
    milliseconds: Math.round(performance.now() - started),
    notCovered: NOT_COVERED,
    notProved: run.notProved,
  };
}
