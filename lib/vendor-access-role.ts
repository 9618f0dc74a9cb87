import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { PolicyDocument } from './policy-documents';

export interface VendorAccessRoleProps {
  readonly roleName: string;
  /** `/`, `/vendors/acme/`. */
  readonly path: string;
  readonly description: string;
  /** Who may assume the role. */
  readonly trustPolicy: PolicyDocument;
  readonly readPolicyName: string;
  /** What a session of the role may do. */
  readonly readPolicy: PolicyDocument;
}

/**
 * A role for one vendor, with one managed policy and nothing else: who may assume it, and what it may then read.
 *
 * Over L1s, because the L2s would rewrite the two documents (no `Sid` in the trust policy, partition as a token, merged
 * statements), and the documents are the point.
 */
export class VendorAccessRole extends Construct {
  constructor(scope: Construct, id: string, props: VendorAccessRoleProps) {
    super(scope, id);

    const role = new CfnRole(this, 'Resource', {
      roleName: props.roleName,
      path: props.path,
      description: props.description,
      assumeRolePolicyDocument: props.trustPolicy,
    });
    new CfnManagedPolicy(this, 'ReadPolicy', {
      managedPolicyName: props.readPolicyName,
      policyDocument: props.readPolicy,
      roles: [role.ref],
    });
  }
}
