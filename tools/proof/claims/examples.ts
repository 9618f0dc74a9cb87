import { type CallerClass, namedSessions, principalOf } from '../classes/caller-classes';
import type { Policy } from '../../iam/policy';
import type { VendorPromise } from '../promise/vendor-promise';

/** What Identity Center calls the role of the set: https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html */
export function identityCenterRole(
  { identityCenter, permissionSetName, accounts }: VendorPromise,
  account: string = accounts[0],
): string {
  const region =
    identityCenter === undefined || identityCenter.region === 'us-east-1' ? '' : `${identityCenter.region}/`;
  const name = `AWSReservedSSO_${permissionSetName}_0123456789abcdef`;
  return `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${region}${name}`;
}

/** One borrower's session, or one user. */
export function callersNamed(arn: string): CallerClass[] {
  return principalOf(arn, ['VendorTestSession']);
}

/** A caller, and its sessions that the policy spells out: they may be given more than the others. */
export function withNamedSessions(one: CallerClass, policy: Policy): CallerClass[] {
  if (one.caller.kind !== 'role-session') return [one];
  const { roleArn } = one.caller;
  return [one, ...principalOf(roleArn, namedSessions(policy, roleArn))];
}

/** Somebody who was promised to borrow. */
export function borrowerOf(promise: VendorPromise): string {
  const { borrowers } = promise.vendor;
  const named = Array.isArray(borrowers) ? (borrowers as readonly string[])[0] : undefined;
  return named ?? identityCenterRole(promise);
}

/** @param stranger an account that nobody speaks of */
export function readableResources({ bucketArn, company, vendor }: VendorPromise, stranger: string): string[] {
  const [prefix = ''] = vendor.prefixes ?? [];
  return [
    `${bucketArn}/${prefix}test-data.txt`,
    `${bucketArn}/another-part/secret.txt`,
    bucketArn,
    `${bucketArn}-2/secret.txt`,
    `${bucketArn}-2`,
    'arn:aws:s3:::another-bucket/secret.txt',
    'arn:aws:s3:::another-bucket',
    `arn:aws:iam::${company.account}:role/AnotherRole`,
    `arn:aws:iam::${stranger}:role/AnotherRole`,
    '*',
  ];
}
