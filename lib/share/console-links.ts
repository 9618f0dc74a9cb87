import type { Grant } from './grant';

/**
 * The bucket in the console of its region. With multi-session support the console itself puts the account of the session
 * before this host.
 *
 * https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
 *
 * @param prefix for those who may list nothing else: without it, all that they see is Access Denied
 */
export function bucketConsoleLink(
  { bucketName, region }: Pick<Grant, 'bucketName' | 'region'>,
  prefix?: string,
): string {
  const address = `https://${region}.console.aws.amazon.com/s3/buckets/${bucketName}?region=${region}`;
  if (prefix === undefined) return address;
  return `${address}&prefix=${encodeURIComponent(prefix).replaceAll('%2F', '/')}`;
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
