import { COMPANY_STACK_NAME, type Grant } from '../../../lib/share/grant';
import { listed } from '../../../words/speech';
import { sayCause } from '../../../words/say';
import { borrowersOf } from '../../handoff/vendor-half';
import { redeployed } from '../repairs';
import type { Clues } from '../situation';

/** What several causes say and advise. */

/** What on the vendor's side does not allow to assume the role. */
export function vendorDoesNotAllow(grant: Grant): string {
  const { permissionSetName: permissionSet, roleArn: role } = grant;
  const borrowers = borrowersOf(grant).map(({ arn }) => arn);
  if (borrowers.length > 0)
    return sayCause('vendor-side.borrowers', { borrowers: listed(borrowers, 'or'), role });
  return grant.identityCenter || grant.vendor.borrowers === 'permission-set'
    ? sayCause('vendor-side.permission-set', { permissionSet, role })
    : sayCause('vendor-side.own', { permissionSet, role });
}

export const deployCompany = (): string => sayCause('deploy-company');

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
export const profileAsItShouldBe = (): string => sayCause('profile-as-it-should-be');

/**
 * The policy that AWS names at the end of its sentence, since 2026 and within one account or organization:
 * `…: arn:aws:iam::111111111111:policy/QuarantineReads`.
 */
export function policyIn(message: string): string | undefined {
  const [, arn] = /(?:polic(?:y|ies)|boundary)(?:, with policy ARN)?: ?"?(arn:[^\s"]+)/i.exec(message) ?? [];
  return arn?.replace(/[.,;)]+$/, '');
}

/** AWS's clause for a Deny in policies of one kind: `with an explicit deny in a resource-based policy`. */
export function isDeniedIn(message: string, ...kinds: readonly string[]): boolean {
  return kinds.some((kind) => new RegExp(`explicit deny in (?:an?|the) ${kind}`, 'i').test(message));
}

/** A chained profile borrows the role while it signs in, so the hop is told by the message. */
export function cannotBorrow({ denied, hop, message }: Clues): boolean {
  return (
    denied && (hop === 'assume the role' || /sts:(AssumeRole|TagSession|SetSourceIdentity)\b/i.test(message))
  );
}
