import { type Grant, grantsOf } from '../../lib/share/grant';
import type { Company, Share, Vendor } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { type Handoff, writeHandoff } from '../../tools/handoff/handoff';

export const company: Company = {
  account: '111111111111',
  region: 'ap-northeast-1',
  bucketName: 'company-shared-data-bucket-12345',
  seedObjects: [],
};

export const clock = { now: new Date('2026-06-01T00:00:00Z'), timeZone: 'Asia/Tokyo' };

/** The share of one vendor. */
export function shareWith(vendor: Vendor, changes: Partial<Company> = {}): Share {
  return validateShare({ company: { ...company, ...changes }, vendors: [vendor] });
}

export function grantOf(share: Share): Grant {
  const [grant] = grantsOf(share);
  if (grant === undefined) throw new Error('a share has a vendor');
  return grant;
}

export function handoffTo(vendor: Vendor, changes: Partial<Company> = {}): Handoff {
  const share = shareWith(vendor, changes);
  return writeHandoff(grantOf(share), share, { clock });
}

const account = '222222222222';

/** One vendor of each kind, by what a company knows of it. */
export const VENDORS = {
  'known by its account': { account },
  'whose permission set alone borrows': { account, borrowers: 'permission-set' },
  'with several accounts': { account: [account, '333333333333'] },
  'whose role borrows': { account, borrowers: ['arn:aws:iam::222222222222:role/jobs/etl'] },
  'whose user borrows': { account, borrowers: ['arn:aws:iam::222222222222:user/reader'] },
  'whose roles and users in two accounts borrow': {
    account: [account, '333333333333'],
    borrowers: ['arn:aws:iam::222222222222:role/jobs/etl', 'arn:aws:iam::333333333333:user/reader'],
  },
  'that is a product': { account, externalId: 'agreement-2026' },
  'with an Identity Center in the share': {
    account,
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      region: 'ap-northeast-1',
      startUrl: 'https://vendor.awsapps.com/start',
    },
    assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
  },
} as const satisfies Record<string, Vendor>;
