import { assumeRolePolicy } from '../../lib/policy-documents';
import type { Grant } from '../../lib/share/grant';
import { vendorKind } from '../../lib/share/vendor-kind';

/** A CloudFormation template that the vendor's administrator deploys without this project. */
export interface VendorHalfTemplate {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Description: string;
  readonly Parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly Conditions?: Readonly<Record<string, object>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties: object;
}

export interface TemplateParameter {
  readonly Type: 'String';
  readonly Description: string;
  readonly AllowedPattern?: string;
  readonly AllowedValues?: readonly string[];
}

/** What lets the vendor's people borrow: a permission set, or a policy on the roles and users that borrow. */
export type VendorHalf = 'permission set' | 'policy';

export function vendorHalfOf({ vendor }: Grant): VendorHalf {
  return Array.isArray(vendor.borrowers) ? 'policy' : 'permission set';
}

/** What the vendor's administrator gets: nothing where VendorStack does it, and nothing for a product, whose page has a policy. */
export function givenHalf(grant: Grant): VendorHalfTemplate | undefined {
  const kind = vendorKind(grant);
  return kind === 'permission set' || kind === 'roles and users' ? vendorHalfTemplate(grant) : undefined;
}

/**
 * The vendor's half in one template: no bootstrap, no CDK, no Node. The account and the role are spelt out; what the
 * company cannot know (the Identity Center instance, and who gets the permission set) are its parameters.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_SSO.html
 */
export function vendorHalfTemplate(grant: Grant): VendorHalfTemplate {
  return vendorHalfOf(grant) === 'policy' ? policyTemplate(grant) : permissionSetTemplate(grant);
}

function permissionSetTemplate(grant: Grant): VendorHalfTemplate {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: shortened(
      `Lets people of ${inWords(grant.accounts)} assume ${grant.roleArn}, and nothing else.`,
    ),
    Parameters: {
      InstanceArn: {
        Type: 'String',
        Description: 'Your Identity Center instance: aws sso-admin list-instances',
        AllowedPattern: String.raw`arn:aws:sso:::instance/(sso)?ins-[A-Za-z0-9.-]{16}`,
      },
      PrincipalType: {
        Type: 'String',
        Description: 'GROUP or USER',
        AllowedValues: ['GROUP', 'USER'],
      },
      PrincipalId: {
        Type: 'String',
        Description: 'The id of the group or user: aws identitystore list-groups',
        AllowedPattern: '([0-9a-f]{10}-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    },
    Resources: {
      PermissionSet: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: {
          InstanceArn: { Ref: 'InstanceArn' },
          Name: grant.permissionSetName,
          Description: grant.permissionSetDescription,
          SessionDuration: grant.sessionDuration,
          InlinePolicy: assumeRolePolicy(grant),
        },
      },
      ...Object.fromEntries(
        grant.accounts.map((account) => [
          `Assignment${account}`,
          {
            Type: 'AWS::SSO::Assignment',
            Properties: {
              InstanceArn: { Ref: 'InstanceArn' },
              PermissionSetArn: { 'Fn::GetAtt': ['PermissionSet', 'PermissionSetArn'] },
              PrincipalType: { Ref: 'PrincipalType' },
              PrincipalId: { Ref: 'PrincipalId' },
              TargetType: 'AWS_ACCOUNT',
              TargetId: account,
            },
          },
        ]),
      ),
    },
  };
}

/**
 * One managed policy on the borrowers. Of several accounts each gets the one for its own borrowers: a policy is attached
 * in its own account alone, and the vendor deploys one file everywhere.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
 */
function policyTemplate(grant: Grant): VendorHalfTemplate {
  const borrowers = borrowersOf(grant);
  const accounts = [...new Set(borrowers.map(({ account }) => account))];
  const names = inWords(borrowers.map(({ name }) => name));
  const header = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: shortened(`Lets ${names} assume ${grant.roleArn}.`),
  } as const;
  if (accounts.length === 1) {
    return { ...header, Resources: { AssumeRolePolicy: managedPolicy(grant, borrowers) } };
  }
  const condition = (account: string) => `In${account}`;
  return {
    ...header,
    Conditions: Object.fromEntries(
      accounts.map((account) => [condition(account), { 'Fn::Equals': [{ Ref: 'AWS::AccountId' }, account] }]),
    ),
    Resources: Object.fromEntries(
      accounts.map((account) => [
        `AssumeRolePolicy${account}`,
        {
          ...managedPolicy(
            grant,
            borrowers.filter((one) => one.account === account),
          ),
          Condition: condition(account),
        },
      ]),
    ),
  };
}

function managedPolicy(grant: Grant, borrowers: readonly Borrower[]): TemplateResource {
  const names = (kind: Borrower['kind']) =>
    borrowers.filter((one) => one.kind === kind).map(({ name }) => name);
  const [roles, users] = [names('role'), names('user')];
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ManagedPolicyName: grant.permissionSetName,
      Description: grant.permissionSetDescription,
      PolicyDocument: assumeRolePolicy(grant),
      ...(roles.length > 0 && { Roles: roles }),
      ...(users.length > 0 && { Users: users }),
    },
  };
}

/** `a`, `a and b`, `a, b and c`: in English, as all of the template. */
function inWords(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** 1,024 bytes: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
function shortened(description: string): string {
  return description.length <= 1024 ? description : `${description.slice(0, 1023 - '…'.length * 3)}…`;
}

/** A role or user that borrows. */
export interface Borrower {
  readonly arn: string;
  readonly account: string;
  readonly kind: 'role' | 'user';
  /** Without path. */
  readonly name: string;
}

/** Those that the share names by ARN; none where a permission set's people or the whole account borrow. */
export function borrowersOf({ vendor }: Pick<Grant, 'vendor'>): Borrower[] {
  const { borrowers } = vendor;
  if (borrowers === undefined || typeof borrowers === 'string') return [];
  return borrowers.map((arn) => ({
    arn,
    account: arn.split(':')[4] ?? '',
    kind: arn.includes(':user/') ? 'user' : 'role',
    name: arn.slice(arn.lastIndexOf('/') + 1),
  }));
}
