import { sayParameters as say } from '../../../words/say';
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
  const field = 'company.seedObjects';
  report(field, say('seedSize', { field, most: MOST_SEED_BYTES, bytes }));
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
  const needs = { resources: RESOURCES_PER_STACK, others, each: RESOURCES_PER_VENDOR };
  report('vendors', say('companyStackSize', { field: 'vendors', most: room, number: vendors, ...needs }));
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
  report('vendors', say('companyTemplateSize', { field: 'vendors', most: BYTES_PER_TEMPLATE, bytes }));
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
  const at = `${field}.assignees`;
  const slots = { field: at, most: room, number: assignees, resources: RESOURCES_PER_STACK };
  const accounts = grant.accounts.length;
  report(
    at,
    accounts === 1 ? say('vendorStackSize', slots) : say('vendorStackSizeOfAccounts', { ...slots, accounts }),
  );
}

/**
 * IAM does not count white space. Here it is counted, where a prefix has some: a bit too strict is what can be relied on.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
export function checkPolicySizes(grant: Grant, field: string, report: Report): void {
  const check = (
    id: 'trustPolicySize' | 'readPolicySize' | 'permissionSetPolicySize',
    document: PolicyDocument,
    most: number,
    cause: string,
  ) => {
    const { length } = JSON.stringify(document);
    if (length <= most) return;
    const at = `${field}.${cause}`;
    report(at, say(id, { field: at, most, length, policy: grant.policyName }));
  };
  check('trustPolicySize', trustPolicy(grant), 2048, trustCause(grant.vendor));
  check('readPolicySize', readPolicy(grant), 6144, 'prefixes');
  check('permissionSetPolicySize', assumeRolePolicy(grant), 10_240, 'roleName');
}

/** The option that makes most of the trust policy. */
function trustCause({ externalId, borrowers, account }: Vendor): string {
  if (Array.isArray(borrowers)) return 'borrowers';
  if (Array.isArray(account)) return 'account';
  return externalId === undefined ? 'permissionSetName' : 'externalId';
}
