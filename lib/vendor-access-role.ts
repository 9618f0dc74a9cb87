import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acceptFindings } from './accept-findings';
import { readableObjects, readPolicy, trustPolicy } from './policy-documents';
import type { Grant } from './share/grant';

export interface VendorAccessRoleProps {
  readonly grant: Grant;
}

/**
 * The role that the company lends to one vendor: who may borrow it, and what a borrower may do.
 *
 * Over L1s, because the L2s would rewrite the two documents (no `Sid` in the trust policy, partition as a token, merged
 * statements), and the documents are the point.
 */
export class VendorAccessRole extends Construct {
  constructor(scope: Construct, id: string, { grant }: VendorAccessRoleProps) {
    super(scope, id);

    const role = new CfnRole(this, 'Resource', {
      roleName: grant.roleName,
      path: grant.rolePath,
      description: `Lent to account ${grant.vendor.account}, to read ${grant.bucketName}`,
      assumeRolePolicyDocument: trustPolicy(grant),
    });
    const readAccess = new CfnManagedPolicy(this, 'ReadPolicy', {
      managedPolicyName: grant.policyName,
      policyDocument: readPolicy(grant),
      roles: [role.ref],
    });
    acceptFindings(
      readAccess,
      'Every object is what is shared, including those that are not there yet.',
      ...readableObjects(grant).map((resource) => `IAM5[Resource::${resource}]`),
    );
  }
}
