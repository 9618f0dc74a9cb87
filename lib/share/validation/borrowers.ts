import { sayParameters as say } from '../../../words/say';
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
    const at = `${field}.${missing}`;
    report(at, say('centerOrAssigneesMissing', { field: at, given }));
  }
  const accounts = accountsOf(vendor);
  if (identityCenter && accounts.length > 1 && identityCenter.account === undefined) {
    const at = `${field}.identityCenter.account`;
    report(at, say('centerAccountMissing', { field: at }));
  }
  if (Array.isArray(vendor.borrowers))
    checkArns(vendor.borrowers as readonly string[], vendor, field, report);
}

function checkArns(arns: readonly string[], vendor: Vendor, field: string, report: Report): void {
  const accounts = accountsOf(vendor);
  if (vendor.identityCenter) {
    const at = `${field}.borrowers`;
    report(at, say('borrowersBesideCenter', { field: at, value: shown(arns) }));
  }
  arns.forEach((arn, place) => {
    if (accounts.includes(arn.split(':')[4] ?? '')) return;
    const at = `${field}.borrowers[${place}]`;
    report(at, say('borrowerElsewhere', { field: at, value: shown(arn), account: `${field}.account` }));
  });
  // Of one account, borrowers that are all elsewhere are reported above.
  accounts.forEach((account, place) => {
    if (accounts.length === 1 || arns.some((arn) => arn.split(':')[4] === account)) return;
    const at = `${field}.account[${place}]`;
    report(
      at,
      say('accountWithoutBorrower', { field: at, value: shown(account), borrowers: `${field}.borrowers` }),
    );
  });
  checkDuplicates(
    arns.map((arn, place) => ({ field: `${field}.borrowers[${place}]`, value: arn, identity: arn })),
    'borrowerTwice',
    report,
  );
}
