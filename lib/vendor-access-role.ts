import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { readPolicy, trustPolicy } from './policy-documents';
import type { Grant } from './share';

export interface VendorAccessRoleProps {
  readonly grant: Grant;
}

/**
 * The role that the company lends to one vendor: who may borrow it, and what a borrower may do.
 *
 * L1s, because the L2s would rewrite the two documents (partition as a token, merged statements, no `Sid` in the trust
 * policy), and the documents are the point.
 */
export class VendorAccessRole extends Construct {
  /** Known before the role exists: the vendor's account refers to it by name. */
  readonly roleArn: string;

  constructor(scope: Construct, id: string, { grant }: VendorAccessRoleProps) {
    super(scope, id);
    this.roleArn = grant.roleArn;

    const role = new CfnRole(this, 'Resource', {
      roleName: grant.roleName,
      path: grant.rolePath,
      description: `Lent to account ${grant.vendor.account}, to read ${grant.bucketName}.`,
      assumeRolePolicyDocument: trustPolicy(grant),
    });
    new CfnManagedPolicy(this, 'ReadPolicy', {
      managedPolicyName: grant.policyName,
      policyDocument: readPolicy(grant),
      roles: [role.ref],
    });
  }
}
