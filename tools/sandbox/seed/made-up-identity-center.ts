import { createHash } from 'node:crypto';
import type { Grant, VendorIdentityCenter } from '../../../lib/share/grant';
import { vendorKind } from '../../../lib/share/vendor-kind';

/**
 * Where this vendor's people sign in. Of a vendor that does its half by itself the company knows nothing, and so one is
 * made up here: the same every time, with a group to give the permission set to.
 *
 * @returns undefined where nobody signs in: roles and users of the vendor borrow by their ARNs, or a product does by its role
 */
export function identityCenterOf(grant: Grant): VendorIdentityCenter | undefined {
  if (grant.identityCenter !== undefined) return grant.identityCenter;
  return vendorKind(grant) === 'permission set' ? madeUp(grant) : undefined;
}

function madeUp({ accounts: [account], region }: Grant): VendorIdentityCenter {
  const digits = createHash('sha256').update(`Identity Center of ${account}`).digest('hex');
  return {
    account,
    region,
    instanceArn: `arn:aws:sso:::instance/ssoins-${digits.slice(0, 16)}`,
    identityStoreId: `d-${digits.slice(16, 26)}`,
    startUrl: `https://vendor-${account}.awsapps.com/start`,
    assignees: [{ type: 'GROUP', id: guid(digits.slice(26, 58)), name: 'Analysts' }],
  };
}

const guid = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
