import type { Share, Vendor } from './share';

/** One vendor's part of the share, with every name and ARN spelt out. */
export interface Grant {
  readonly vendor: Vendor;
  /** Place in `share.vendors`. */
  readonly index: number;
  /** `Vendor` for the first, else the vendor's `name`. */
  readonly name: string;
  readonly vendorStackName: string;
  readonly companyAccount: string;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly roleName: string;
  readonly rolePath: string;
  readonly roleArn: string;
  readonly policyName: string;
  readonly permissionSetName: string;
  readonly permissionSetDescription: string;
  readonly identityCenterAccount: string;
  /** ISO 8601: `PT1H`. */
  readonly sessionDuration: string;
}

export const COMPANY_STACK_NAME = 'CompanyStack';

/** Spells out one grant per vendor, in the order of `share.vendors`. */
export function grantsOf(share: Share): Grant[] {
  return share.vendors.map((vendor, index) => {
    const name = vendor.name ?? 'Vendor';
    const roleName = vendor.roleName ?? `${name}AccessRole`;
    const rolePath = vendor.rolePath ?? '/';
    const roleArn = `arn:aws:iam::${share.company.account}:role${rolePath}${roleName}`;
    return {
      vendor,
      index,
      name,
      vendorStackName: vendor.name === undefined ? 'VendorStack' : `${vendor.name}VendorStack`,
      companyAccount: share.company.account,
      bucketName: share.company.bucketName,
      bucketArn: `arn:aws:s3:::${share.company.bucketName}`,
      roleName,
      rolePath,
      roleArn,
      policyName: vendor.policyName ?? `${name}S3AccessPolicy`,
      permissionSetName: vendor.permissionSetName ?? 'AllowAssumeCompanyRole',
      permissionSetDescription:
        vendor.permissionSetDescription ?? `Lets its users assume ${roleArn}, and nothing else.`,
      identityCenterAccount: vendor.identityCenter.account ?? vendor.account,
      sessionDuration: vendor.sessionDuration ?? 'PT1H',
    };
  });
}
