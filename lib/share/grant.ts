import type { Assignee, Company, IdentityCenter, Share, Vendor } from './share';

/** Where Identity Center is, and who gets the permission set there. */
export interface VendorIdentityCenter extends IdentityCenter {
  /** 12 digits: the account that runs Identity Center. */
  readonly account: string;
  readonly assignees: readonly Assignee[];
}

/** One vendor's part of the share, with every name and ARN spelt out. */
export interface Grant {
  readonly vendor: Vendor;
  /** Place in `share.vendors`. */
  readonly index: number;
  /** `Vendor` for the first, else the vendor's `name`. */
  readonly name: string;
  /** What files and profiles are called: the company's name, and a named vendor's: `acme-data-labs`. */
  readonly fileName: string;
  readonly vendorStackName: string;
  /** The vendor's, 12 digits each; at least one. */
  readonly accounts: readonly [string, ...string[]];
  readonly companyAccount: string;
  readonly region: string;
  readonly bucketName: string;
  readonly bucketArn: string;
  /** The bucket is not the stack's. */
  readonly bucketIsThere: boolean;
  /** ARN of a key that is there already. */
  readonly kmsKeyArn?: string;
  readonly roleName: string;
  readonly rolePath: string;
  readonly roleArn: string;
  readonly policyName: string;
  readonly permissionSetName: string;
  readonly permissionSetDescription: string;
  /** Absent where the vendor's half is the vendor's own. */
  readonly identityCenter?: VendorIdentityCenter;
  /** ISO 8601: `PT1H`. */
  readonly sessionDuration: string;
}

export const COMPANY_STACK_NAME = 'CompanyStack';

/** Spells out one grant per vendor, in the order of `share.vendors`. */
export function grantsOf({ company, vendors }: Share): Grant[] {
  return vendors.map((vendor, index) => {
    const name = vendor.name ?? 'Vendor';
    const roleName = vendor.roleName ?? `${name}AccessRole`;
    const rolePath = vendor.rolePath ?? '/';
    const roleArn = `arn:aws:iam::${company.account}:role${rolePath}${roleName}`;
    const bucketName = vendor.bucketName ?? company.bucketName;
    const accounts = accountsOf(vendor);
    return {
      vendor,
      index,
      name,
      vendorStackName: vendor.name === undefined ? 'VendorStack' : `${vendor.name}VendorStack`,
      fileName: fileNameOf(company, vendor),
      accounts,
      companyAccount: company.account,
      region: company.region,
      bucketName,
      bucketArn: `arn:aws:s3:::${bucketName}`,
      bucketIsThere: company.bucket === 'existing',
      ...(company.kmsKey !== undefined && company.kmsKey !== 'make' && { kmsKeyArn: company.kmsKey }),
      roleName,
      rolePath,
      roleArn,
      policyName: vendor.policyName ?? `${name}S3AccessPolicy`,
      permissionSetName: vendor.permissionSetName ?? 'AllowAssumeCompanyRole',
      permissionSetDescription:
        vendor.permissionSetDescription ?? `Lets its users assume ${roleArn}, and nothing else.`,
      ...(vendor.identityCenter && {
        identityCenter: {
          ...vendor.identityCenter,
          account: vendor.identityCenter.account ?? accounts[0],
          assignees: vendor.assignees ?? [],
        },
      }),
      sessionDuration: vendor.sessionDuration ?? 'PT1H',
    };
  });
}

/** At least one: validateShare takes no empty list. */
export function accountsOf({ account }: Pick<Vendor, 'account'>): readonly [string, ...string[]] {
  if (typeof account === 'string') return [account];
  const [first = '', ...others] = account;
  return [first, ...others];
}

/** `acme-labs` for `AcmeLabs`: as one writes it in a file name. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

function fileNameOf({ name, account }: Company, vendor: Vendor): string {
  const own = name ?? account;
  return vendor.name === undefined ? own : `${own}-${kebabCase(vendor.name)}`;
}
