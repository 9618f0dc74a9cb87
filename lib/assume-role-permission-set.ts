import { CfnAssignment, CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { Construct } from 'constructs';
import type { PolicyDocument } from './policy-documents';

export interface AssumeRolePermissionSetProps {
  /** Of the Identity Center that the permission set belongs to. */
  readonly instanceArn: string;
  readonly permissionSetName: string;
  readonly description: string;
  /** How long a sign-in through the permission set lasts, ISO 8601. */
  readonly sessionDuration: string;
  /** Allows `sts:AssumeRole` on one role. */
  readonly assumeRolePolicy: PolicyDocument;
}

/** A group or a user of the identity store. */
export interface PermissionSetPrincipal {
  readonly type: 'GROUP' | 'USER';
  /** GUID, see `npm run lookup`. */
  readonly id: string;
}

/** An Identity Center permission set that lets its users assume one role, and nothing else. */
export class AssumeRolePermissionSet extends Construct {
  readonly permissionSetArn: string;
  private readonly instanceArn: string;

  constructor(scope: Construct, id: string, props: AssumeRolePermissionSetProps) {
    super(scope, id);
    this.instanceArn = props.instanceArn;

    const permissionSet = new CfnPermissionSet(this, 'Resource', {
      instanceArn: props.instanceArn,
      name: props.permissionSetName,
      description: props.description,
      sessionDuration: props.sessionDuration,
      inlinePolicy: props.assumeRolePolicy,
    });
    this.permissionSetArn = permissionSet.attrPermissionSetArn;
  }

  /**
   * Gives the permission set to one group or user in one account.
   *
   * The id says who and where and nothing else: every property of an assignment replaces it, and a replaced one takes
   * access away for minutes, so the place in a list must not show in the logical id.
   */
  assignTo(principal: PermissionSetPrincipal, targetAccount: string): void {
    new CfnAssignment(this, `${principal.type}-${principal.id}-${targetAccount}`, {
      instanceArn: this.instanceArn,
      permissionSetArn: this.permissionSetArn,
      principalType: principal.type,
      principalId: principal.id,
      targetType: 'AWS_ACCOUNT',
      targetId: targetAccount,
    });
  }
}
