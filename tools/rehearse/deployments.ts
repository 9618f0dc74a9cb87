import { sayRehearse as say } from '../../words/say';
import { COMPANY_STACK_NAME, type Grant, grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { borrowersOf } from '../handoff/vendor-half';
import type { Sandbox } from '../sandbox/sandbox';
import { administratorProfileOf } from '../sandbox/seed/seed-world';

/** One deployment of the walkthrough: by `cdk deploy`, or the vendor's half from the handoff's template. */
export interface Deployment {
  readonly title: string;
  readonly walkthroughStep: string;
  readonly stack: string;
  readonly profile: string;
  /** Of the vendor whose half it is; absent where the CDK CLI deploys. */
  readonly half?: Grant;
}

/** The company first, then every vendor. */
export function deploymentsOf(share: Share, sandbox: Pick<Sandbox, 'administrators'>): Deployment[] {
  const company = {
    title: say('companyDeploys'),
    walkthroughStep: '1–4',
    stack: COMPANY_STACK_NAME,
    profile: 'company',
  };
  const vendors = grantsOf(share).flatMap((grant) =>
    profilesOf(grant, sandbox).map((profile) => ({
      title: say('vendorDeploys', { whose: nameOf(grant, share) }),
      walkthroughStep: '5, 6',
      stack: grant.vendorStackName,
      profile,
      ...(grant.identityCenter === undefined && { half: grant }),
    })),
  );
  return [company, ...vendors];
}

/** A policy stands in the account of the roles and users that it is for: one deployment in each of them. */
function profilesOf(grant: Grant, { administrators }: Pick<Sandbox, 'administrators'>): string[] {
  const accounts = new Set(borrowersOf(grant).map(({ account }) => account));
  if (accounts.size === 0) return [administratorProfileOf(grant)];
  return [...accounts].flatMap((account) => {
    const [profile] = [...administrators].find(([, admin]) => admin.account === account) ?? [];
    return profile === undefined ? [] : [profile];
  });
}

/** How a vendor is called in the story: by name only where there are several. */
export function nameOf(grant: Grant, share: Share): string {
  return share.vendors.length === 1 ? say('theVendor') : grant.name;
}
