import type { App } from 'aws-cdk-lib';
import { CompanyStack } from './company-stack';
import { COMPANY_STACK_NAME, grantsOf, type Share } from './share';
import { VendorStack } from './vendor-stack';

/** What {@link addStacks} added; `vendors` in the order of `share.vendors`. */
export interface Stacks {
  readonly company: CompanyStack;
  readonly vendors: readonly VendorStack[];
}

/** Adds the company's stack and one stack per vendor, each in its own account and region. */
export function addStacks(app: App, share: Share): Stacks {
  const { account, region } = share.company;
  return {
    company: new CompanyStack(app, COMPANY_STACK_NAME, { share, env: { account, region } }),
    vendors: grantsOf(share).map((grant) => {
      const env = { account: grant.identityCenterAccount, region: grant.vendor.identityCenter.region };
      return new VendorStack(app, grant.vendorStackName, { grant, env });
    }),
  };
}
