import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AssumeRolePermissionSet } from './assume-role-permission-set';
import { assumeRolePolicy } from './policy-documents';
import type { Grant, VendorIdentityCenter } from './share/grant';

export interface VendorStackProps extends StackProps {
  readonly grant: Grant;
  readonly identityCenter: VendorIdentityCenter;
}

/** One vendor's side: the permission set and who gets it. Deployed where Identity Center is administered. */
export class VendorStack extends Stack {
  constructor(scope: Construct, id: string, { grant, identityCenter, ...props }: VendorStackProps) {
    super(scope, id, props);

    const permissionSet = new AssumeRolePermissionSet(this, 'PermissionSet', {
      instanceArn: identityCenter.instanceArn,
      permissionSetName: grant.permissionSetName,
      description: grant.permissionSetDescription,
      sessionDuration: grant.sessionDuration,
      assumeRolePolicy: assumeRolePolicy(grant),
    });
    for (const account of grant.accounts) {
      for (const assignee of identityCenter.assignees) permissionSet.assignTo(assignee, account);
    }

    new CfnOutput(this, 'PermissionSetArn', { value: permissionSet.permissionSetArn });
  }
}
