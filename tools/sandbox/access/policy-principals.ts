import type { Policy } from '../../iam/policy';
import type { World } from '../core/world';

/**
 * The first role or user of a policy that is not there: AWS stores no policy that names one. Nor does it store one that names an
 * account that nobody has; which those are, of all the accounts of AWS, cannot be known here.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function missingPrincipal({ statements }: Policy, world: World): string | undefined {
  for (const principal of statements.flatMap(({ principals }) => principals ?? [])) {
    if (principal.type === 'arn' && !exists(principal.arn, principal.account, world)) return principal.arn;
  }
  return undefined;
}

/** Users and roles (and the role behind a session) must be there when a policy names them. */
function exists(arn: string, accountId: string, world: World): boolean {
  const account = world.accounts.get(accountId);
  if (account === undefined) return false;
  const session = /^arn:[^:]+:sts::\d{12}:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (session !== undefined) return account.roles.has(session);
  return [...account.roles.values(), ...account.users.values()].some((principal) => principal.arn === arn);
}
