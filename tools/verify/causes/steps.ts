import { COMPANY_STACK_NAME, type Grant } from '../../../lib/share/grant';
import { borrowersOf } from '../../handoff/vendor-half';
import { redeployed } from '../repairs';
import type { Clues } from '../situation';

/** What several causes say and advise. */

export const FROM_THE_HANDOFF = 'deploy the template of the handoff again, whose page has the command';

/** What on the vendor's side lets people borrow. */
export function lettingBorrow(grant: Grant): string {
  const [first, ...others] = borrowersOf(grant);
  if (first !== undefined)
    return `the policy of ${first.kind} ${first.name}${others.length > 0 ? ' and the others' : ''}`;
  if (grant.identityCenter || grant.vendor.borrowers === 'permission-set')
    return `permission set ${grant.permissionSetName}`;
  return `permission set ${grant.permissionSetName}, or whatever the vendor has in its place,`;
}

export function deployCompany(): string {
  return 'the company’s administrator deploys CompanyStack again, which also puts back what was changed by hand (leave out --revert-drift where the stack was never deployed)';
}

export function companyAgain(): string[] {
  return [redeployed(COMPANY_STACK_NAME, 'company')];
}

export const vendorAgain = (grant: Grant): string[] =>
  grant.identityCenter ? [redeployed(grant.vendorStackName, 'vendor')] : [];

export const READ_VENDOR = ['npm run verify -- --deployed --profile vendor'];
export const READ_COMPANY = ['npm run verify -- --deployed --profile company'];

/** Where each side's administrator reads its own: the vendor's half can be read only where it is this project's. */
export function readBoth({ identityCenter }: Grant): string[] {
  return [...READ_COMPANY, ...(identityCenter ? READ_VENDOR : [])];
}

/** Whose account the denied keys are of. A profile that borrows while it signs in has asked with the vendor's. */
export function ofTheCaller({ probe }: Pick<Clues, 'probe'>): 'the vendor' | 'the company' {
  return probe?.as === 'borrower' ? 'the company' : 'the vendor';
}

/** How the person who runs verify finds the profile as it should be. */
export const PROFILE_AS_IT_SHOULD_BE = 'npm run handoff -- --config prints the profile as it should be';

/**
 * The policy that AWS names at the end of its sentence, since 2026 and within one account or organization:
 * ` (arn:aws:iam::111111111111:policy/QuarantineReads)`, or nothing.
 */
export function named({ message }: Pick<Clues, 'message'>): string {
  const [, arn] = /(?:polic(?:y|ies)|boundary)(?:, with policy ARN)?: (arn:\S+?)[.,]?$/i.exec(message) ?? [];
  return arn === undefined ? '' : ` (${arn})`;
}

/** A chained profile borrows the role while it signs in, so the hop is told by the message. */
export function cannotBorrow({ denied, hop, message }: Clues): boolean {
  return (
    denied && (hop === 'assume the role' || /sts:(AssumeRole|TagSession|SetSourceIdentity)\b/i.test(message))
  );
}
