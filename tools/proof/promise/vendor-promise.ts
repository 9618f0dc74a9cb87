import type { Company, Share, Vendor } from '../../../lib/share/share';
import type { CompanyFacts } from '../classes/fixed-keys';
import type { PromisedAccess } from '../classes/promised-access';
import { promisedAsking, promisedEntrance, promisedUse } from './predicates';

/** What one vendor was promised: every name of its part spelt out, and a predicate for each claim. */
export interface VendorPromise {
  readonly vendor: Vendor;
  readonly vendorName: string;
  readonly company: CompanyFacts;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly roleArn: string;
  readonly permissionSetName: string;
  readonly identityCenterAccount: string;
  readonly sessionDuration: string;
  /** Claim 1: who may enter the role. */
  readonly entrance: PromisedAccess;
  /** Claim 2: what a session of the role may do. */
  readonly use: PromisedAccess;
  /** Claim 3: what a user of the permission set may do with it. */
  readonly asking: PromisedAccess;
}

export function factsOf({ account, organizationId }: Company): CompanyFacts {
  return { account, ...(organizationId !== undefined && { organizationId }) };
}

/**
 * Made from the share alone. It shares no code with the constructs, so that it does not repeat a mistake in how they
 * spell a name, and none with the evaluator.
 */
export function promiseOf({ company }: Share, vendor: Vendor): VendorPromise {
  const prefix = vendor.name === undefined ? 'Vendor' : vendor.name;
  const path = vendor.rolePath ?? '/';
  const bucketArn = 'arn:aws:s3:::' + company.bucketName;
  const roleArn = [
    'arn:aws:iam:',
    company.account,
    'role' + path + (vendor.roleName ?? prefix + 'AccessRole'),
  ].join(':');
  const permissionSetName = vendor.permissionSetName ?? 'AllowAssumeCompanyRole';
  return {
    vendor,
    vendorName: prefix,
    company: factsOf(company),
    bucketName: company.bucketName,
    bucketArn,
    roleArn,
    permissionSetName,
    identityCenterAccount: vendor.identityCenter.account ?? vendor.account,
    sessionDuration: vendor.sessionDuration ?? 'PT1H',
    entrance: promisedEntrance(roleArn, permissionSetName, vendor),
    use: promisedUse(bucketArn, vendor),
    asking: promisedAsking(roleArn),
  };
}
