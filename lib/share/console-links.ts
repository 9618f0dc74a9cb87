import type { Grant } from './grant';

/**
 * The bucket in the console.
 *
 * @param prefix for those who may list nothing else: without it, all that they see is Access Denied
 */
export function bucketConsoleLink(bucketName: string, prefix?: string): string {
  const address = `https://s3.console.aws.amazon.com/s3/buckets/${bucketName}`;
  return prefix === undefined ? address : `${address}?prefix=${encodeURIComponent(prefix)}`;
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 *
 * The role's path belongs to `roleName` in the link.
 */
export function switchRoleLink(grant: Pick<Grant, 'companyAccount' | 'rolePath' | 'roleName'>): string {
  const query = new URLSearchParams({
    account: grant.companyAccount,
    roleName: `${grant.rolePath.slice(1)}${grant.roleName}`,
    displayName: 'CompanyDataAccess',
  });
  return `https://signin.aws.amazon.com/switchrole?${query.toString()}`;
}
