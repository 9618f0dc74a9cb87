import type { Share } from '../../lib/share/share';
import { promisedPeopleGetTheSet } from './claims/assignments';
import { bucketHasNoOtherDoor } from './claims/bucket-doors';
import { borrowersDoWhatWasPromised, borrowersStayForAnHour } from './claims/borrowers';
import { bothSidesFitTogether, bucketIsThere, roleIsThere } from './claims/it-works';
import {
  bucketHasNoAcl,
  nothingElseIsOpen,
  onlyBorrowersEnter,
  sharedBucketStaysPrivate,
} from './claims/outsiders';
import { noOtherPermissionSet, usersAskForTheRoleAlone } from './claims/permission-set';
import { nothingIsCopiedOut, seedsAreAsPromised } from './claims/seed-objects';
import {
  bucketHasItsFate,
  bucketKeepsItsObjects,
  keyCanBeUsed,
  keyStaysWithTheBucket,
  noAccessStays,
  nothingIsEmptied,
} from './claims/what-remains';
import { underBoundary } from './claims/boundary';
import { factsOf, promiseOf, type VendorPromise } from './promise/vendor-promise';
import { cannotJudge, type Finding, isFailure } from './report/finding';
import { CLAIM_IDS, type ProofReport } from './report/report';
import { reportOf } from './report/report-of';
import type { AccessInventory, BucketEntry, RoleEntry } from './templates/inventory';

/** Proves that an inventory of access gives exactly what the share promises. Runs wherever JavaScript does: nothing of node. */
export function prove(found: AccessInventory, share: Share): ProofReport {
  const started = performance.now();
  const { inventory, findings: ofBoundary, unknownBoundary } = underBoundary(found, share.company);
  const promises = promisesOf(share, inventory);
  const stranger = accountOfNobody(inventory, share);
  const findings = [
    ...inventory.unjudged.map(({ what, origin }) => cannotJudge(what, origin, CLAIM_IDS)),
    ...ofBoundary,
    ...onEachSide(inventory, share, promises, stranger),
  ];
  for (const promise of promises) findings.push(...bothSidesFitTogether(promise, inventory, findings));
  const certain = inventory.unjudged.some(({ unreadPolicy }) => unreadPolicy)
    ? findings.filter((one) => !dependsOnUnreadPolicies(one))
    : findings;
  return reportOf(certain, promises, inventory, performance.now() - started, unknownBoundary);
}

/** The key that the stack makes is known by what the bucket is encrypted with. */
export function promisesOf(share: Share, { buckets }: Pick<AccessInventory, 'buckets'>): VendorPromise[] {
  const madeKey = buckets.find(({ name }) => name === share.company.bucketName)?.encryptionKey ?? 'no key';
  return share.vendors.map((vendor) => promiseOf(share, vendor, madeKey));
}

/** Every claim, as far as it is about one side. */
function onEachSide(
  inventory: AccessInventory,
  { company }: Share,
  promises: readonly VendorPromise[],
  stranger: string,
): Finding[] {
  const { account } = company;
  const bucketNamed = (bucketName: string) =>
    inventory.buckets.find((one) => one.name === bucketName && one.account === account);
  const bucket = bucketNamed(company.bucketName);
  const lent = promises.map((promise) => inventory.roles.find(({ arn }) => arn === promise.roleArn));
  return [
    ...promises.flatMap((promise) => roleIsThere(promise, inventory)),
    ...promises.flatMap((promise, index) =>
      ofVendor(promise, lent[index], bucketNamed(promise.bucketName), inventory, stranger),
    ),
    ...nothingElseIsOpen(factsOf(company), promises, inventory, { roles: lent, bucket }, stranger),
    ...noOtherPermissionSet(promises, inventory),
    ...bucketIsThere(company, inventory, bucket),
    ...(bucket ? staysPrivate(bucket, company) : []),
    ...(bucket ? bucketKeepsItsObjects(company, bucket) : []),
    ...(bucket ? keyCanBeUsed(bucket, inventory) : []),
    ...(bucket ? bucketHasNoOtherDoor(factsOf(company), bucket) : []),
    ...inventory.buckets.filter((one) => one !== bucket).flatMap(bucketHasNoAcl),
    ...promisedPeopleGetTheSet(promises, inventory),
    ...atDeployment(inventory, company, bucket, promises),
  ];
}

/** A bucket that was there before the share serves others as well: then it is public to nobody, and that is all. */
function staysPrivate(bucket: BucketEntry, company: Share['company']): Finding[] {
  return company.bucket === 'existing' ? bucketHasNoAcl(bucket) : sharedBucketStaysPrivate(bucket);
}

/** What is known of templates alone: what will remain of them, and what is put into the buckets and taken out. */
function atDeployment(
  inventory: AccessInventory,
  company: Share['company'],
  bucket: BucketEntry | undefined,
  promises: readonly VendorPromise[],
): Finding[] {
  const { buckets, deployment, unjudged } = inventory;
  if (!deployment) return [];
  const there = new Set(
    promises.flatMap(({ bucketIsThere: isThere, bucketName }) => (isThere ? [bucketName] : [])),
  );
  const shared = [...(bucket ? [bucket] : []), ...[...there].map((name) => ({ name }))];
  const own = buckets.filter(({ account }) => account === company.account);
  return [
    ...noAccessStays(deployment),
    ...(bucket ? bucketHasItsFate(company, bucket, deployment) : []),
    ...(bucket ? keyStaysWithTheBucket(company, bucket, inventory) : []),
    ...[...there].flatMap((name) => nothingIsEmptied(name, deployment)),
    ...shared.flatMap((one) => nothingIsCopiedOut(one, deployment, own)),
    ...shared.flatMap((one) => seedsAreAsPromised(company, one, deployment, unjudged.length === 0)),
  ];
}

/** Claims 1 to 3, for one vendor. */
function ofVendor(
  promise: VendorPromise,
  role: RoleEntry | undefined,
  bucket: BucketEntry | undefined,
  inventory: AccessInventory,
  stranger: string,
): Finding[] {
  return [
    ...(role ? onlyBorrowersEnter(promise, role, stranger) : []),
    ...(role ? borrowersDoWhatWasPromised(promise, role, bucket, inventory.resourcePolicies, stranger) : []),
    ...(role ? borrowersStayForAnHour(role) : []),
    ...usersAskForTheRoleAlone(promise, inventory, stranger),
  ];
}

/** A policy that could not be read may deny what looks allowed, or allow what looks missing. */
function dependsOnUnreadPolicies(finding: Finding): boolean {
  return isFailure(finding) && (finding.claim === 'borrowers' || finding.kind === 'missing');
}

/** An account that neither the share nor any policy speaks of: what is true of it is true of every stranger. */
export function accountOfNobody(inventory: AccessInventory, share: Share): string {
  const spokenOf = JSON.stringify([inventory, share]);
  for (let number = 999_999_999_999; ; number--) {
    const account = String(number);
    if (!spokenOf.includes(account)) return account;
  }
}
