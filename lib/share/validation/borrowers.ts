import { accountsOf } from '../grant';
import type { Vendor } from '../share';
import { type Report, shown } from './checks';
import { checkDuplicates } from './duplicates';

/** Who borrows, and whose half it is to let them. */
export function checkBorrowers(vendor: Vendor, field: string, report: Report): void {
  const { identityCenter, assignees } = vendor;
  if ((identityCenter === undefined) !== (assignees === undefined)) {
    const missing = identityCenter === undefined ? 'identityCenter' : 'assignees';
    const given = identityCenter === undefined ? 'assignees' : 'identityCenter';
    report(
      `${field}.${missing}`,
      `${field}.${missing} must be given where ${given} is, got nothing (npm run lookup finds both; or leave out both, and the vendor does its half from the handoff)`,
    );
  }
  const accounts = accountsOf(vendor);
  if (identityCenter && accounts.length > 1 && identityCenter.account === undefined) {
    report(
      `${field}.identityCenter.account`,
      `${field}.identityCenter.account must be given where a vendor has several accounts, got nothing (the account that runs Identity Center: the organization's management account or a delegated administrator)`,
    );
  }
  if (Array.isArray(vendor.borrowers))
    checkArns(vendor.borrowers as readonly string[], vendor, field, report);
}

function checkArns(arns: readonly string[], vendor: Vendor, field: string, report: Report): void {
  const accounts = accountsOf(vendor);
  if (vendor.identityCenter) {
    report(
      `${field}.borrowers`,
      `${field}.borrowers must not be a list of ARNs where identityCenter is given, got ${shown(arns)} (people of the permission set could not borrow; leave out one of the two)`,
    );
  }
  arns.forEach((arn, place) => {
    if (accounts.includes(arn.split(':')[4] ?? '')) return;
    const at = `${field}.borrowers[${place}]`;
    report(
      at,
      `${at} must be in an account of the vendor, got ${shown(arn)} (correct it, or add the account to ${field}.account)`,
    );
  });
  checkDuplicates(
    arns.map((arn, place) => ({ field: `${field}.borrowers[${place}]`, value: arn, identity: arn })),
    'be another role or user than the others',
    'leave out one of the two',
    report,
  );
}
