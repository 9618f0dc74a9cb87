import { sayReading } from '../../../words/say';
import { COMPANY_STACK_NAME, type Grant } from '../../../lib/share/grant';
import type { Company, Share } from '../../../lib/share/share';
import type { AccessInventory, BucketEntry } from '../../proof/templates/inventory';
import type { SignedIn } from '../sign-in';
import { restsOnDeployers } from './deployers';
import { LiveReader } from './live-reader';
import { promisedBucket, promisedCompanySide, promisedVendorSide } from './promised-inventory';
import { readAccessPoints } from './read-access-points';
import { setOthersApart } from './other-readers';
import { readBucket } from './read-bucket';
import { readKey } from './read-key';
import { type OtherRoles, readOtherRoles } from './read-other-roles';
import { readPermissionSet } from './read-permission-set';
import { readRole } from './read-role';
import { setSuspensionsApart, type Suspension } from './suspensions';
import { type ComparedStack, type ProvedTemplates, readStack } from './read-stacks';

/** What is really there, as far as these profiles may look. */
export interface DeployedReading {
  /** Ready for the proof. What was not read stands in it as it was promised. */
  readonly inventory: AccessInventory;
  /** The sides that a profile was given for. */
  readonly sides: readonly Side[];
  /** Which profile has read a side. */
  readonly readBy: Readonly<Partial<Record<Side, string>>>;
  /** The vendor's half is the vendor's own: there is nothing of it to read. */
  readonly vendorsOwn: boolean;
  /** One sentence each. */
  readonly read: readonly string[];
  /** One sentence each: what of these sides could not be read, and why. Nothing is proved about it. */
  readonly notRead: readonly string[];
  /** One sentence each: what is never looked at, whatever the profiles may read. Nothing is proved about these, either. */
  readonly notLookedAt: readonly string[];
  readonly stacks: readonly ComparedStack[];
  /** Sessions that the company has cut off on purpose. */
  readonly suspensions: readonly Suspension[];
  /** Who else reads a bucket that was there before the share: a phrase each, listed and not judged. */
  readonly otherReaders: readonly string[];
  /** Objects that borrowers cannot read whatever is deployed; one sentence each. */
  readonly unreadable: readonly string[];
  /** Absent without a profile of the company's. */
  readonly otherRoles?: OtherRoles;
  /** One sentence each: on whom it hangs that it stays as it is. */
  readonly restsOn: readonly string[];
}

export type Side = 'company' | 'vendor';

export interface ReadDeployedInput {
  readonly grant: Grant;
  readonly share: Share;
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly now: () => Date;
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
  const { grant, share, timeout, signal, templates } = input;
  const live = new LiveReader(timeout, signal);
  const { identityCenter } = grant;
  const company = readerOf(grant.companyAccount, readers);
  const vendor = identityCenter && readerOf(identityCenter.account, readers);
  const [ofCompany, ofVendor, stacks, otherRoles] = await Promise.all([
    company ? readCompanySide(live, company, input) : asPromised(grant, share.company),
    vendor && identityCenter && readPermissionSet(live, vendor.clients, grant, identityCenter),
    readStacks(live, company, vendor, input),
    company && readOtherRoles(company.clients, grant, timeout, signal),
  ]);
  const sides = [...(company ? ['company' as const] : []), ...(vendor ? ['vendor' as const] : [])];
  const readBy = { ...(company && { company: company.profile }), ...(vendor && { vendor: vendor.profile }) };
  const notLookedAt = notLookedAtBy(sides, grant);
  const nothingToCompare =
    templates.problem === undefined ? [] : [sayReading('templates.none', { why: templates.problem })];
  const notRead = [...live.notRead, ...nothingToCompare];
  return {
    inventory: {
      roles: ofCompany.roles,
      buckets: ofCompany.buckets,
      resourcePolicies: ofCompany.resourcePolicies,
      ...(ofVendor ?? promisedVendorSide(grant)),
      usersAndGroups: [],
      unjudged: ofCompany.unjudged,
      notProved: [...notLookedAt, ...notRead],
      live: true,
    },
    sides,
    readBy,
    vendorsOwn: identityCenter === undefined,
    read: live.read,
    notRead,
    notLookedAt,
    stacks,
    suspensions: ofCompany.suspensions,
    otherReaders: ofCompany.otherReaders,
    unreadable: ofCompany.unreadable,
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
  { grant, share: { company }, borrowerReads, now }: ReadDeployedInput,
): Promise<CompanySide> {
  const [roles, bucket, accessPoints] = await Promise.all([
    readRole(live, clients, grant),
    readBucket(live, clients, grant, promisedBucket(grant, company), borrowerReads),
    readAccessPoints(live, clients.s3Control, grant),
  ]);
  const { buckets, unreadable, unjudged } = bucket;
  // Which key it is that the stack made, the bucket says.
  const keyArn = company.kmsKey === 'make' ? buckets[0]?.encryptionKey : grant.kmsKeyArn;
  const keys = keyArn === undefined ? [] : [await readKey(live, clients.kms, keyArn, grant.companyAccount)];
  const read = (roles ?? promisedCompanySide(grant, company).roles).map((role) =>
    setSuspensionsApart(role, now()),
  );
  const resourcePolicies = [...accessPoints, ...keys];
  return {
    roles: read.map(({ role }) => role),
    suspensions: read.flatMap((one) => one.suspensions),
    unreadable: [...unreadable, ...(grant.bucketIsThere ? buckets.flatMap(takenAway) : [])],
    unjudged,
    ...(grant.bucketIsThere
      ? setOthersApart(buckets, resourcePolicies, grant)
      : { buckets, resourcePolicies, otherReaders: [] }),
  };
}

function takenAway({ name, hides = [] }: BucketEntry): string[] {
  return hides.map((what) => sayReading('taken-away', { bucket: name, what }));
}

type CompanySide = Pick<AccessInventory, 'roles' | 'buckets' | 'resourcePolicies' | 'unjudged'> &
  Pick<DeployedReading, 'suspensions' | 'otherReaders' | 'unreadable'>;

function asPromised(grant: Grant, company: Company): CompanySide {
  const promised = promisedCompanySide(grant, company);
  return { ...promised, unjudged: [], suspensions: [], otherReaders: [], unreadable: [] };
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
          sayReading('not-looked-at.account-block', { account: company }),
          sayReading('not-looked-at.bucket'),
          sayReading('not-looked-at.deposits'),
        ]
      : [sayReading('not-looked-at.company', { account: company })]),
    ...(sides.includes('vendor')
      ? []
      : [
          identityCenter === undefined
            ? sayReading('not-looked-at.vendors-own')
            : sayReading('not-looked-at.vendor', { account: identityCenter.account }),
        ]),
    sayReading('not-looked-at.organizations'),
  ];
}
