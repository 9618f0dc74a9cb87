import { assumeRolePolicy, type PolicyDocument, readPolicy, trustPolicy } from '../../policy-documents';
import type { Grant } from '../grant';
import type { Company, Vendor } from '../share';
import type { Report } from './checks';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const RESOURCES_PER_STACK = 500;
const RESOURCES_PER_VENDOR = 2; // role and policy

/**
 * The function that unpacks the seed objects is given up after 15 minutes, and fetching one takes it a few seconds.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const MOST_SEED_OBJECTS = 100;

/** Its disk holds every object twice, in 512 MB; and parameters.ts is for people to read. */
const MOST_SEED_BYTES = 5_000_000;

export function checkSeedSize({ seedObjects }: Company, report: Report): void {
  const bytes = seedObjects.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (bytes <= MOST_SEED_BYTES) return;
  report(
    'company.seedObjects',
    `company.seedObjects must hold at most ${MOST_SEED_BYTES} bytes together, got ${bytes} (they are for a first file to try; copy larger ones with aws s3 cp)`,
  );
}

/** One stack for the company's side of everyone. */
export function checkCompanyStackSize(company: Company, vendors: number, report: Report): void {
  const seeding = company.seedObjects.length > 0 ? 5 : 0;
  const emptying = company.whenStackIsDeleted === 'delete-with-all-data' ? 3 : 0;
  const bucket = company.bucket === 'existing' ? 0 : 2; // and its policy
  const key = company.kmsKey === 'make' ? 1 : 0;
  const others = bucket + key + seeding + emptying;
  const room = Math.floor((RESOURCES_PER_STACK - others) / RESOURCES_PER_VENDOR);
  if (vendors <= room) return;
  report(
    'vendors',
    `vendors must be at most ${room}, got ${vendors}: a CloudFormation stack takes ${RESOURCES_PER_STACK} resources, ` +
      `CompanyStack needs ${others} and ${RESOURCES_PER_VENDOR} more for each vendor (give the others a bucket and a copy of this project of their own)`,
  );
}

/** As CloudFormation counts 1 MB. A VendorStack with the most assignees has a third of it. */
const BYTES_PER_TEMPLATE = 1_000_000;
/** The bucket, and all that seeding and emptying it takes. */
const OTHER_BYTES = 15_000;

/**
 * Vendors with many prefixes fill a template before they fill a stack. The estimate is a few per cent above what CDK
 * writes.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
export function checkCompanyTemplateSize(grants: readonly Grant[], report: Report): void {
  const bytes = grants.reduce((sum, grant) => sum + bytesOfVendor(grant), OTHER_BYTES);
  if (bytes <= BYTES_PER_TEMPLATE) return;
  report(
    'vendors',
    `vendors must leave the template of CompanyStack at ${BYTES_PER_TEMPLATE} bytes or fewer, got up to ${bytes} (share fewer or shorter prefixes, or give some vendors a bucket and a copy of this project of their own)`,
  );
}

/** The two documents; what stands around them; and the names, as often as resources, outputs and metadata have them. */
function bytesOfVendor(grant: Grant): number {
  const { name, rolePath, roleName, policyName, bucketName } = grant;
  const names = 8 * name.length + 4 * (rolePath + roleName).length + policyName.length + bucketName.length;
  return bytesInTemplate(trustPolicy(grant)) + bytesInTemplate(readPolicy(grant)) + 900 + names;
}

/** Each line of it stands four levels deep. */
function bytesInTemplate(document: PolicyDocument): number {
  return JSON.stringify(document, undefined, 1)
    .split('\n')
    .reduce((sum, line) => sum + Buffer.byteLength(line) + 5, 0);
}

/** One stack per vendor: the permission set, and an assignment for each group or user. */
export function checkVendorStackSize(grant: Grant, field: string, report: Report): void {
  const assignees = grant.identityCenter?.assignees.length ?? 0;
  const room = Math.floor((RESOURCES_PER_STACK - 1) / grant.accounts.length);
  if (assignees <= room) return;
  const inEach = grant.accounts.length === 1 ? '' : ` in each of ${grant.accounts.length} accounts`;
  report(
    `${field}.assignees`,
    `${field}.assignees must be at most ${room}${inEach}, got ${assignees}: a CloudFormation stack takes ${RESOURCES_PER_STACK} resources, ` +
      `and the permission set is one of them (put the users into a group)`,
  );
}

/**
 * IAM does not count white space. Here it is counted, where a prefix has some: a bit too strict is what can be relied on.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
export function checkPolicySizes(grant: Grant, field: string, report: Report): void {
  const check = (what: string, document: PolicyDocument, limit: number, cause: string, next: string) => {
    const { length } = JSON.stringify(document);
    if (length <= limit) return;
    const at = `${field}.${cause}`;
    report(at, `${at} must leave ${what} at ${limit} characters or fewer, got ${length} (${next})`);
  };
  check('the trust policy', trustPolicy(grant), 2048, trustCause(grant.vendor), 'shorten it');
  check(
    `the policy ${grant.policyName}`,
    readPolicy(grant),
    6144,
    'prefixes',
    'share fewer or shorter prefixes',
  );
  check("the permission set's inline policy", assumeRolePolicy(grant), 10_240, 'roleName', 'shorten it');
}

/** The option that makes most of the trust policy. */
function trustCause({ externalId, borrowers, account }: Vendor): string {
  if (Array.isArray(borrowers)) return 'borrowers';
  if (Array.isArray(account)) return 'account';
  return externalId === undefined ? 'permissionSetName' : 'externalId';
}
