import { sayParameters as say } from '../../../words/say';
import { accountsOf, grantsOf } from '../grant';
import type { Company, Vendor } from '../share';
import { checkBorrowers } from './borrowers';
import { type Report, shown } from './checks';
import {
  checkAccessLogs,
  checkBoundary,
  checkExistingBucket,
  checkKey,
  checkTags,
} from './company-resources';
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
    'accountTwice',
    report,
  );
  checkIdentityCenters(vendors, report);
  if (company === undefined) return;

  checkExistingBucket(company, vendors, report);
  checkKey(company, report);
  checkBoundary(company, report);
  checkTags(company, report);
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
      const at = `${field}.account`;
      report(at, say('ownAccount', { field: at, value: shown(company.account) }));
    }
    checkSwitchRoleLength(grant, field, report);
    checkPolicySizes(grant, field, report);
    checkVendorStackSize(grant, field, report);
  }
}

function checkWithinVendor(vendor: Vendor, field: string, index: number, report: Report): void {
  if (index > 0 && vendor.name === undefined) {
    report(`${field}.name`, say('nameMissing', { field: `${field}.name` }));
  }
  checkBorrowers(vendor, field, report);
  checkDuplicates(
    (vendor.assignees ?? []).map(({ id }, place) => ({
      field: `${field}.assignees[${place}].id`,
      value: id,
      identity: id,
    })),
    'assigneeTwice',
    report,
  );
  checkDuplicates(
    (vendor.alsoRead ?? []).map((what, place) => ({
      field: `${field}.alsoRead[${place}]`,
      value: what,
      identity: what,
    })),
    'alsoReadTwice',
    report,
  );
  checkOverlappingPrefixes(vendor.prefixes ?? [], field, report);
}
