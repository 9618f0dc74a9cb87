import { COMPANY_STACK_NAME, type Grant } from '../../../lib/share/grant';
import type { AccessInventory } from '../../proof/templates/inventory';
import type { SignedIn } from '../sign-in';
import { restsOnDeployers } from './deployers';
import { LiveReader } from './live-reader';
import { promisedBucket, promisedCompanySide, promisedVendorSide } from './promised-inventory';
import { readAccessPoints } from './read-access-points';
import { readBucket } from './read-bucket';
import { type OtherRoles, readOtherRoles } from './read-other-roles';
import { readPermissionSet } from './read-permission-set';
import { readRole } from './read-role';
import { type ComparedStack, type ProvedTemplates, readStack } from './read-stacks';

/** What is really there, as far as these profiles may look. */
export interface DeployedReading {
  /** Ready for the proof. What was not read stands in it as it was promised. */
  readonly inventory: AccessInventory;
  /** The sides that a profile was given for. */
  readonly sides: readonly Side[];
  /** One sentence each. */
  readonly read: readonly string[];
  /** One sentence each: what of these sides could not be read, and why. Nothing is proved about it. */
  readonly notRead: readonly string[];
  /** One sentence each: what is never looked at, whatever the profiles may read. Nothing is proved about these, either. */
  readonly notLookedAt: readonly string[];
  readonly stacks: readonly ComparedStack[];
  /** Absent without a profile of the company's. */
  readonly otherRoles?: OtherRoles;
  /** One sentence each: on whom it hangs that it stays as it is. */
  readonly restsOn: readonly string[];
}

export type Side = 'company' | 'vendor';

export interface ReadDeployedInput {
  readonly grant: Grant;
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** What was proved: the templates that the share gives now. */
  readonly templates: ProvedTemplates;
  /** A borrower was seen reading the data in the same run. */
  readonly borrowerReads: boolean;
}

/** Reads both halves, as far as the profiles are of them, and takes the rest as promised. Only reads. */
export async function readDeployed(
  readers: readonly SignedIn[],
  input: ReadDeployedInput,
): Promise<DeployedReading> {
  const { grant, timeout, signal, templates } = input;
  const live = new LiveReader(timeout, signal);
  const { identityCenter } = grant;
  const company = readerOf(grant.companyAccount, readers);
  const vendor = identityCenter && readerOf(identityCenter.account, readers);
  const [ofCompany, ofVendor, stacks, otherRoles] = await Promise.all([
    company ? readCompanySide(live, company, input) : promisedCompanySide(grant),
    vendor && identityCenter && readPermissionSet(live, vendor.clients, grant, identityCenter),
    readStacks(live, company, vendor, input),
    company && readOtherRoles(company.clients, grant, timeout, signal),
  ]);
  const sides = [...(company ? ['company' as const] : []), ...(vendor ? ['vendor' as const] : [])];
  const notLookedAt = notLookedAtBy(sides, grant);
  const nothingToCompare =
    templates.problem === undefined
      ? []
      : [`the templates of the stacks, as there is nothing to compare them with: ${templates.problem}`];
  const notRead = [...live.notRead, ...nothingToCompare];
  return {
    inventory: {
      resourcePolicies: [],
      ...ofCompany,
      ...(ofVendor ?? promisedVendorSide(grant)),
      usersAndGroups: [],
      unjudged: [],
      notProved: [...notLookedAt, ...notRead],
      live: true,
    },
    sides,
    read: live.read,
    notRead,
    notLookedAt,
    stacks,
    ...(otherRoles && { otherRoles }),
    restsOn: templates.stacks
      .filter(({ name }) => stacks.some((stack) => stack.name === name))
      .map((one) =>
        restsOnDeployers(one, one.account === grant.companyAccount ? (otherRoles?.roles ?? []) : []),
      ),
  };
}

/** Who only borrows, or signs in to borrow, was promised to see nothing of either side. */
function readerOf(account: string, readers: readonly SignedIn[]): SignedIn | undefined {
  return readers.find(
    (who) => who.account === account && who.role !== 'borrower' && who.role !== 'vendor user',
  );
}

async function readCompanySide(
  live: LiveReader,
  { clients }: SignedIn,
  { grant, borrowerReads }: ReadDeployedInput,
): Promise<Pick<AccessInventory, 'roles' | 'buckets' | 'resourcePolicies'>> {
  const [roles, buckets, resourcePolicies] = await Promise.all([
    readRole(live, clients, grant),
    readBucket(live, clients, grant, promisedBucket(grant), borrowerReads),
    readAccessPoints(live, clients.s3Control, grant),
  ]);
  return { roles: roles ?? promisedCompanySide(grant).roles, buckets, resourcePolicies };
}

/** The company's stack, and this vendor's: those of other vendors belong to other runs. */
async function readStacks(
  live: LiveReader,
  company: SignedIn | undefined,
  vendor: SignedIn | undefined,
  { grant, templates }: ReadDeployedInput,
): Promise<ComparedStack[]> {
  const reading = [
    { who: company, stackName: COMPANY_STACK_NAME },
    { who: vendor, stackName: grant.vendorStackName },
  ].flatMap(({ who, stackName }) => {
    const template = templates.stacks.find(({ name }) => name === stackName);
    return who && template ? [readStack(live, who.clients, template)] : [];
  });
  return Promise.all(reading);
}

function notLookedAtBy(sides: readonly Side[], grant: Grant): string[] {
  const { companyAccount: company, identityCenter } = grant;
  return [
    ...(sides.includes('company')
      ? [
          `the public-access block of account ${company} as a whole: it can only take more away than the bucket’s own`,
          'Multi-Region Access Points, Object Lambda access points and metadata tables of the bucket',
          'what other buckets put into this one: their access logs, inventories and copies',
        ]
      : [
          `the company’s side, the role and the bucket: no profile that could read it in account ${company} was given`,
        ]),
    ...(sides.includes('vendor')
      ? []
      : [
          identityCenter === undefined
            ? VENDORS_OWN
            : `the vendor’s side, the permission set and its assignments: no profile that could read it in account ${identityCenter.account} was given`,
        ]),
    'policies of the organizations',
  ];
}

/** The share says nothing of it: whoever the vendor lets borrow is the vendor's business. */
const VENDORS_OWN =
  'the vendor’s side: it is the vendor’s own, and the share promises nothing about it; the role’s trust policy says who may come from there';
