import type { Grant } from '../grant';
import { type Report, shown } from './checks';
import { checkDuplicates } from './duplicates';

/**
 * Names that AWS, or a file system that ignores case, would take for one.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names
 */
export function checkNames(grants: readonly { grant: Grant; field: string }[], report: Report): void {
  const unique = (
    key: string,
    of: (grant: Grant) => string,
    within: (grant: Grant) => string,
    next: string,
  ) =>
    checkDuplicates(
      named.map(({ grant, field }) => ({
        field: `${field}.${key}`,
        value: of(grant),
        identity: `${within(grant)} ${of(grant)}`.toLowerCase(),
      })),
      'be a name of its own',
      next,
      report,
    );
  const inTheAccount = () => '';
  const inTheOrganization = (grant: Grant) => grant.identityCenter?.instanceArn ?? grant.accounts[0];

  // Unnamed vendors beyond the first are reported as such; as grants they would all go by one name.
  let named = grants.filter(({ grant }, place) => place === 0 || grant.vendor.name !== undefined);
  unique(
    'name',
    (grant) => grant.name,
    inTheAccount,
    'stacks are called after it; a first vendor without one is "Vendor"',
  );

  // Names that follow from one that is taken are no news.
  const names = new Set<string>();
  named = named.filter(({ grant }) => {
    const name = grant.name.toLowerCase();
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  const iam = 'IAM wants them unique in the account, whatever their case and path';
  unique('roleName', (grant) => grant.roleName, inTheAccount, iam);
  unique('policyName', (grant) => grant.policyName, inTheAccount, iam);
  const organization = 'both vendors are in one organization; give the second permission set another name';
  unique('permissionSetName', (grant) => grant.permissionSetName, inTheOrganization, organization);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage.html */
export function checkSwitchRoleLength(
  { rolePath, roleName, vendor }: Grant,
  field: string,
  report: Report,
): void {
  const { length } = rolePath + roleName;
  if (length <= 64) return;
  const at = `${field}.${vendor.rolePath === undefined ? 'roleName' : 'rolePath'}`;
  report(
    at,
    `${at} must leave path and role name at 64 characters or fewer together, got ${shown(rolePath + roleName)} with ${length} (Switch Role in the console takes no more; shorten one of them)`,
  );
}
