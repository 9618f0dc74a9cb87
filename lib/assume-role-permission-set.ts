import { CfnAssignment, CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import { assumeRolePolicy } from './policy-documents';
import type { Assignee } from './share/share';
import type { Grant } from './share/grant';

export interface AssumeRolePermissionSetProps {
  readonly grant: Grant;
}

/** An Identity Center permission set that lets its users assume one role, and nothing else. */
export class AssumeRolePermissionSet extends Construct {
  readonly permissionSetArn: string;
  private readonly instanceArn: string;

  constructor(scope: Construct, id: string, { grant }: AssumeRolePermissionSetProps) {
    super(scope, id);
    this.instanceArn = grant.vendor.identityCenter.instanceArn;

    const permissionSet = new CfnPermissionSet(this, 'Resource', {
      instanceArn: this.instanceArn,
      name: grant.permissionSetName,
      description: grant.permissionSetDescription,
      sessionDuration: grant.sessionDuration,
      inlinePolicy: assumeRolePolicy(grant),
    });
    this.permissionSetArn = permissionSet.attrPermissionSetArn;
  }

  /**
   * Gives the permission set to one group or user in one account.
   *
   * The id says who and where and nothing else: every property of an assignment replaces it, and a replaced one takes
   * access away for minutes, so the place in a list must not show in the logical id.
   */
  assignTo(assignee: Pick<Assignee, 'type' | 'id'>, targetAccount: string): void {
    new CfnAssignment(this, `${assignee.type}-${assignee.id}-${targetAccount}`, {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      principalType: assignee.type,
      principalId: assignee.id,
      targetType: 'AWS_ACCOUNT',
      targetId: targetAccount,
    });
  }
}
