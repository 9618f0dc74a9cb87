import type { Assignee, Company, Share, Vendor } from '../../../lib/share/share';
import type { CompanyFacts } from '../classes/fixed-keys';
import type { PromisedAccess } from '../classes/promised-access';
import { promisedEntrance } from './entrance';
import { promisedAsking } from './predicates';
import { promisedUse } from './use';

/** What one vendor was promised: every name of its part spelt out, and a predicate for each claim. */
export interface VendorPromise {
  readonly vendor: Vendor;
  readonly vendorName: string;
  /** The vendor's, 12 digits each; the first is the one that examples are of. */
  readonly accounts: readonly [string, ...string[]];
  readonly company: CompanyFacts;
  /** Where the bucket is. */
  readonly region: string;
  readonly bucketName: string;
  readonly bucketArn: string;
  /** The templates do not make it. */
  readonly bucketIsThere: boolean;
  /** ARN of the key that the objects are encrypted with; absent if no key of the company's is promised. */
  readonly kmsKeyArn?: string;
  readonly roleArn: string;
  readonly permissionSetName: string;
  /** Absent where the vendor's half is the vendor's own. */
  readonly identityCenter?: PromisedIdentityCenter;
  readonly sessionDuration: string;
  /** Claim 1: who may enter the role. */
  readonly entrance: PromisedAccess;
  /** Claim 2: what a session of the role may do. */
  readonly use: PromisedAccess;
  /** Claim 3: what a user of the permission set may do with it. */
  readonly asking: PromisedAccess;
}

export interface PromisedIdentityCenter {
  /** The account that runs it. */
  readonly account: string;
  readonly region: string;
  readonly instanceArn: string;
  readonly assignees: readonly Assignee[];
}

export function factsOf({ account, organizationId }: Company): CompanyFacts {
  return { account, ...(organizationId !== undefined && { organizationId }) };
}

/**
 * Made from the share alone. It shares no code with the constructs, so that it does not repeat a mistake in how they
 * spell a name, and none with the evaluator.
 *
 * @param madeKey ARN of the key that the stack makes, where `company.kmsKey` is `make`
 */
export function promiseOf({ company }: Share, vendor: Vendor, madeKey: string): VendorPromise {
  const prefix = vendor.name === undefined ? 'Vendor' : vendor.name;
  const path = vendor.rolePath ?? '/';
  const bucketName = vendor.bucketName === undefined ? company.bucketName : vendor.bucketName;
  const bucketArn = 'arn:aws:s3:::' + bucketName;
  const roleArn = [
    'arn:aws:iam:',
    company.account,
    'role' + path + (vendor.roleName ?? prefix + 'AccessRole'),
  ].join(':');
  const permissionSetName = vendor.permissionSetName ?? 'AllowAssumeCompanyRole';
  const [first = '', ...others] = [vendor.account].flat();
  const accounts = [first, ...others] as const;
  const bucketIsThere = company.bucket === 'existing';
  const kmsKeyArn = company.kmsKey === 'make' ? madeKey : company.kmsKey;
  return {
    vendor,
    vendorName: prefix,
    accounts,
    company: factsOf(company),
    region: company.region,
    bucketName,
    bucketArn,
    bucketIsThere,
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
    roleArn,
    permissionSetName,
    ...(vendor.identityCenter && {
      identityCenter: {
        account: vendor.identityCenter.account ?? first,
        region: vendor.identityCenter.region,
        instanceArn: vendor.identityCenter.instanceArn,
        assignees: vendor.assignees ?? [],
      },
    }),
    sessionDuration: vendor.sessionDuration ?? 'PT1H',
    entrance: promisedEntrance(roleArn, permissionSetName, accounts, vendor),
    use: promisedUse(
      {
        bucketArn,
        ...(bucketIsThere && { owner: company.account }),
        ...(kmsKeyArn !== undefined && {
          key: { arn: kmsKeyArn, service: 's3.' + company.region + '.amazonaws.com' },
        }),
      },
      vendor,
    ),
    asking: promisedAsking(roleArn),
  };
}
