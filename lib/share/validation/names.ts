import { sayParameters as say } from '../../../words/say';
import type { Grant } from '../grant';
import { type Report, shown } from './checks';
import { checkDuplicates, type DuplicateId } from './duplicates';

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
    id: DuplicateId,
  ) =>
    checkDuplicates(
      named.map(({ grant, field }) => ({
        field: `${field}.${key}`,
        value: of(grant),
        identity: `${within(grant)} ${of(grant)}`.toLowerCase(),
      })),
      id,
      report,
    );
  const inTheAccount = () => '';
  const inTheOrganization = (grant: Grant) => grant.identityCenter?.instanceArn ?? grant.accounts[0];

  // Unnamed vendors beyond the first are reported as such; as grants they would all go by one name.
  let named = grants.filter(({ grant }, place) => place === 0 || grant.vendor.name !== undefined);
  unique('name', (grant) => grant.name, inTheAccount, 'nameTwice');

  // Names that follow from one that is taken are no news.
  const names = new Set<string>();
  named = named.filter(({ grant }) => {
    const name = grant.name.toLowerCase();
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
  unique('roleName', (grant) => grant.roleName, inTheAccount, 'iamNameTwice');
  unique('policyName', (grant) => grant.policyName, inTheAccount, 'iamNameTwice');
  unique('permissionSetName', (grant) => grant.permissionSetName, inTheOrganization, 'permissionSetTwice');
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
  report(at, say('switchRoleLength', { field: at, value: shown(rolePath + roleName), length }));
}
