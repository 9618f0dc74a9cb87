import { accountsOf, grantsOf } from '../grant';
import type { Company, Vendor } from '../share';
import { checkBorrowers } from './borrowers';
import { type Report, shown } from './checks';
import { checkAccessLogs, checkBoundary, checkExistingBucket, checkKey } from './company-resources';
import { checkDuplicates } from './duplicates';
import { checkIdentityCenters } from './identity-centers';
import { checkNames, checkSwitchRoleLength } from './names';
import { checkOverlappingPrefixes } from './overlapping-prefixes';
import {
  checkCompanyStackSize,
  checkCompanyTemplateSize,
  checkPolicySizes,
  checkSeedSize,
  checkVendorStackSize,
} from './quotas';
import { checkSeedKeys } from './seed-keys';

/** The parts of a share that have the right types, each with its place. */
export interface SoundParts {
  readonly company: Company | undefined;
  readonly vendors: readonly { readonly index: number; readonly vendor: Vendor }[];
}

/** What has to hold between fields that are right each by itself. */
export function checkRelations({ company, vendors }: SoundParts, report: Report): void {
  for (const { index, vendor } of vendors) checkWithinVendor(vendor, `vendors[${index}]`, index, report);
  checkDuplicates(
    vendors.flatMap(({ index, vendor }) =>
      accountsOf(vendor).map((account, place) => ({
        field: `vendors[${index}].account${typeof vendor.account === 'string' ? '' : `[${place}]`}`,
        value: account,
        identity: account,
      })),
    ),
    'be another account than the others',
    'one vendor can have several prefixes and assignees',
    report,
  );
  checkIdentityCenters(vendors, report);
  if (company === undefined) return;

  checkExistingBucket(company, vendors, report);
  checkKey(company, report);
  checkBoundary(company, report);
  checkAccessLogs(company, report);
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
    if (grant.accounts.includes(company.account)) {
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
  checkBorrowers(vendor, field, report);
  checkDuplicates(
    (vendor.assignees ?? []).map(({ id }, place) => ({
      field: `${field}.assignees[${place}].id`,
      value: id,
      identity: id,
    })),
    'be another group or user than the others',
    'leave out one of the two',
    report,
  );
  checkOverlappingPrefixes(vendor.prefixes ?? [], field, report);
}
