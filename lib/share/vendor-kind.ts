import type { Grant } from './grant';

/**
 * Who the vendor is to the company, and so what the vendor's half is made of:
 *
 * - `identity center`: the share knows it and has a VendorStack
 * - `permission set`: people, in an Identity Center that only the vendor knows, or with roles and users of their own
 * - `roles and users`: the share names them by ARN
 * - `product`: software that assumes roles of its customers by itself, known by account and ExternalId
 */
export type VendorKind = 'identity center' | 'permission set' | 'roles and users' | 'product';

export function vendorKind({ identityCenter, vendor }: Pick<Grant, 'identityCenter' | 'vendor'>): VendorKind {
  if (identityCenter) return 'identity center';
  if (Array.isArray(vendor.borrowers)) return 'roles and users';
  // An ExternalId is what a product asks its customers for; people's permission sets have none.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html
  const isProduct = vendor.externalId !== undefined && vendor.borrowers !== 'permission-set';
  return isProduct ? 'product' : 'permission set';
}

/** Its people sign in before they borrow, and have a command for it. */
export function signsIn(kind: VendorKind): boolean {
  return kind === 'identity center' || kind === 'permission set';
}
