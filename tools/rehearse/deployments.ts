import { COMPANY_STACK_NAME, type Grant, grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { profileOf } from '../sandbox/seed/seed-world';

/** One `cdk deploy` of the walkthrough. */
export interface Deployment {
  readonly title: string;
  readonly walkthroughStep: string;
  readonly stack: string;
  readonly profile: string;
}

/** The company first, then every vendor. */
export function deploymentsOf(share: Share): Deployment[] {
  const company = {
    title: 'The company deploys',
    walkthroughStep: '1–4',
    stack: COMPANY_STACK_NAME,
    profile: 'company',
  };
  const vendors = grantsOf(share).map((grant) => ({
    title: `${nameOf(grant, share)} deploys`,
    walkthroughStep: '5, 6',
    stack: grant.vendorStackName,
    profile: administratorOf(grant),
  }));
  return [company, ...vendors];
}

/** The sandbox's profile for whoever runs this vendor's Identity Center. */
function administratorOf({ vendor, index, identityCenterAccount }: Grant): string {
  const profile = profileOf(vendor, index);
  return identityCenterAccount === vendor.account ? profile : `${profile}-identity-center`;
}

/** How a vendor is called in the story: by name only where there are several. */
export function nameOf(grant: Grant, share: Share): string {
  return share.vendors.length === 1 ? 'The vendor' : grant.name;
}
