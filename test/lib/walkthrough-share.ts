import type { Assignee, IdentityCenter, Share, Vendor } from '../../lib/share/share';

/** A vendor whose Identity Center the company knows. */
export type KnownVendor = Vendor & {
  readonly account: string;
  readonly identityCenter: IdentityCenter;
  readonly assignees: readonly Assignee[];
};

/** What `parameters.ts` ships with, written out again: the tests hold for whatever an operator makes of that file. */
export const walkthroughVendor: KnownVendor = {
  account: '222222222222',
  identityCenter: {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    region: 'ap-northeast-1',
    startUrl: 'https://vendor.awsapps.com/start',
  },
  assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
};

export const walkthroughShare: Share = {
  company: {
    account: '111111111111',
    region: 'ap-northeast-1',
    bucketName: 'company-shared-data-bucket-12345',
    seedObjects: [{ key: 'test-data.txt', content: 'confidential data\n' }],
  },
  vendors: [walkthroughVendor],
};

/** A second vendor, in an organization of its own. */
export const acme: KnownVendor = {
  name: 'Acme',
  account: '333333333333',
  identityCenter: {
    instanceArn: 'arn:aws:sso:::instance/ssoins-fedcba0987654321',
    region: 'us-east-1',
    account: '444444444444',
    startUrl: 'https://acme.awsapps.com/start',
  },
  assignees: [{ type: 'USER', id: '1234567890-bbbbbbbb-cccc-dddd-eeee-ffffffffffff', name: 'wile' }],
};

/** The walkthrough's share with something about its one vendor changed. */
export function shareWith(changes: Partial<Vendor>): Share {
  return { ...walkthroughShare, vendors: [{ ...walkthroughVendor, ...changes }] };
}

/** The walkthrough's share with something about the company changed. */
export function companyWith(changes: Partial<Share['company']>): Share {
  return { ...walkthroughShare, company: { ...walkthroughShare.company, ...changes } };
}

/** Vendors `V0` in account 500000000000 and so on, all in one organization. */
export function manyVendors(count: number): Vendor[] {
  return Array.from({ length: count }, (_, index) => ({
    ...walkthroughVendor,
    name: `V${index}`,
    account: String(500_000_000_000 + index),
    identityCenter: { ...walkthroughVendor.identityCenter, account: '222222222222' },
    permissionSetName: `Borrow${index}`,
  }));
}
