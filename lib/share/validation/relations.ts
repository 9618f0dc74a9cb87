import { type Grant, grantsOf } from '../grant';
import type { Company, SeedObject, Vendor } from '../share';
import { checkIdentityCenters } from './identity-centers';
import {
  checkCompanyStackSize,
  checkCompanyTemplateSize,
  checkPolicySizes,
  checkSeedSize,
  checkVendorStackSize,
} from './quotas';
import { type Report, shown } from './shape';

/** The parts of a share that have the right types, each with its place. */
export interface SoundParts {
  readonly company: Company | undefined;
  readonly vendors: readonly { readonly index: number; readonly vendor: Vendor }[];
}

/** What has to hold between fields that are right each by itself. */
export function checkRelations({ company, vendors }: SoundParts, report: Report): void {
  for (const { index, vendor } of vendors) checkWithinVendor(vendor, `vendors[${index}]`, index, report);
  checkDuplicates(
    vendors.map(({ index, vendor: { account } }) => ({
      field: `vendors[${index}].account`,
      value: account,
      identity: account,
    })),
    'be another account than the other vendors have',
    'one vendor can have several prefixes and assignees',
    report,
  );
  checkIdentityCenters(vendors, report);
  if (company === undefined) return;

  checkSeedKeys(company.seedObjects, report);
  checkSeedSize(company, report);
  checkCompanyStackSize(company, vendors.length, report);
  const grants = grantsOf({ company, vendors: vendors.map(({ vendor }) => vendor) }).map((grant, place) => ({
    grant,
    field: `vendors[${vendors[place]?.index}]`,
  }));
  checkNames(grants, report);
  checkCompanyTemplateSize(
    grants.map(({ grant }) => grant),
    report,
  );
  for (const { grant, field } of grants) {
    if (grant.vendor.account === company.account) {
      report(
        `${field}.account`,
        `${field}.account must not be the company's own account, got ${shown(company.account)} (a role is lent from one account to another; within an account a policy is enough)`,
      );
    }
    checkSwitchRoleLength(grant, field, report);
    checkPolicySizes(grant, field, report);
    checkVendorStackSize(grant, field, report);
  }
}

function checkWithinVendor(vendor: Vendor, field: string, index: number, report: Report): void {
  if (index > 0 && vendor.name === undefined) {
    report(
      `${field}.name`,
      `${field}.name must be given, got nothing (only the first vendor goes without: like Acme, which gives AcmeVendorStack, or move it back to the first place)`,
    );
  }
  checkDuplicates(
    vendor.assignees.map(({ id }, place) => ({
      field: `${field}.assignees[${place}].id`,
      value: id,
      identity: id,
    })),
    'be another group or user than the others',
    'leave out one of the two',
    report,
  );
  checkOverlaps(vendor.prefixes ?? [], field, report);
}

/**
 * Names that AWS, or a file system that ignores case, would take for one.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
function checkNames(grants: readonly { grant: Grant; field: string }[], report: Report): void {
  const unique = (
    key: string,
    of: (grant: Grant) => string,
    within: (grant: Grant) => string,
    next: string,
  ) =>
    checkDuplicates(
      named.map(({ grant, field }) => ({
        field: `${field}.${key}`,
        value: of(grant),
        identity: `${within(grant)} ${of(grant)}`.toLowerCase(),
      })),
      'be a name of its own',
      next,
      report,
    );
  const inTheAccount = () => '';
  const inTheOrganization = (grant: Grant) => grant.vendor.identityCenter.instanceArn;

  // Unnamed vendors beyond the first are reported as such; as grants they would all go by one name.
  let named = grants.filter(({ grant }, place) => place === 0 || grant.vendor.name !== undefined);
  unique(
    'name',
    (grant) => grant.name,
    inTheAccount,
    'stacks are called after it; a first vendor without one is "Vendor"',
  );

  // Names that follow from one that is taken are no news.
  const names = new Set<string>();
  named = named.filter(({ grant }) => {
    const name = grant.name.toLowerCase();
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  const iam = 'IAM wants them unique in the account, whatever their case and path';
  unique('roleName', (grant) => grant.roleName, inTheAccount, iam);
  unique('policyName', (grant) => grant.policyName, inTheAccount, iam);
  const organization = 'both vendors are in one organization; give the second permission set another name';
  unique('permissionSetName', (grant) => grant.permissionSetName, inTheOrganization, organization);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage.html */
function checkSwitchRoleLength({ rolePath, roleName, vendor }: Grant, field: string, report: Report): void {
  const { length } = rolePath + roleName;
  if (length <= 64) return;
  const at = `${field}.${vendor.rolePath === undefined ? 'roleName' : 'rolePath'}`;
  report(
    at,
    `${at} must leave path and role name at 64 characters or fewer together, got ${shown(rolePath + roleName)} with ${length} (Switch Role in the console takes no more; shorten one of them)`,
  );
}

/** Two objects for one key, and objects in the place of folders of others. */
function checkSeedKeys(objects: readonly SeedObject[], report: Report): void {
  const places = objects.map(({ key }, place) => ({
    field: `company.seedObjects[${place}].key`,
    value: key,
    identity: key,
  }));
  checkDuplicates(places, 'be another key than the others', 'leave out one of the two', report);

  const folders = new Map<string, string>();
  for (const { value } of places) for (const folder of foldersOf(value)) folders.set(folder, value);
  for (const { field, value } of places) {
    const below = folders.get(value);
    if (below === undefined) continue;
    report(
      field,
      `${field} must not be the folder of another seed object, got ${shown(value)} beside ${shown(below)} (on the way into the bucket both are files; rename one)`,
    );
  }
}

function checkOverlaps(prefixes: readonly string[], field: string, report: Report): void {
  for (const [place, cover] of coversOf(prefixes)) {
    const at = `${field}.prefixes[${place}]`;
    report(
      at,
      `${at} must not be part of another prefix, got ${shown(prefixes[place])} (${field}.prefixes[${cover}] shares it already; leave it out)`,
    );
  }
}

/** For the place of each prefix that is part of others, the first of their places. */
function coversOf(prefixes: readonly string[]): [place: number, cover: number][] {
  const covers: [number, number][] = [];
  // In the order of the alphabet everything that begins with a prefix follows right after it.
  const sorted = prefixes.map((prefix, place) => ({ prefix, place }));
  sorted.sort((a, b) => (a.prefix === b.prefix ? a.place - b.place : a.prefix < b.prefix ? -1 : 1));
  const around: { prefix: string; first: number }[] = [];
  for (const { prefix, place } of sorted) {
    while (!prefix.startsWith(around.at(-1)?.prefix ?? '')) around.pop();
    const cover = around.at(-1)?.first;
    if (cover !== undefined) covers.push([place, cover]);
    around.push({ prefix, first: Math.min(cover ?? place, place) });
  }
  return covers.sort(([a], [b]) => a - b);
}

/** `a` and `a/b` of `a/b/c`; of a key that is too long, and refused for it, none. */
function foldersOf(key: string): string[] {
  if (key.length > 1024) return [];
  return [...key.matchAll(/\//g)].map(({ index }) => key.slice(0, index));
}

interface Entry {
  readonly field: string;
  readonly value: string;
  /** Entries with the same one are duplicates. */
  readonly identity: string;
}

/** Reports all but the first of those that are the same. */
function checkDuplicates(entries: readonly Entry[], must: string, next: string, report: Report): void {
  const first = new Map<string, string>();
  for (const { field, value, identity } of entries) {
    const earlier = first.get(identity);
    if (earlier === undefined) first.set(identity, field);
    else report(field, `${field} must ${must}, got ${shown(value)}, as ${earlier} is (${next})`);
  }
}
