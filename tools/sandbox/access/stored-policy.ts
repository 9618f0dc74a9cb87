import { isRecord } from '../core/json';
import type { World } from '../core/world';

/**
 * How a policy with principals is stored: AWS puts a role's or user's unique id in the place of its ARN, so that one made
 * anew under the same name is another. A session is stored by the id of its role.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
export function storedPolicy(document: unknown, world: World): unknown {
  return withPrincipals(document, (arn) => {
    const [, account = '', roleName = '', session = ''] = SESSION.exec(arn) ?? [];
    const role = world.accounts.get(account)?.roles.get(roleName);
    if (role !== undefined) return `${role.id}:${session}`;
    return principalsOf(world, arn.split(':')[4] ?? '').find((one) => one.arn === arn)?.id ?? arn;
  });
}

/** How the same is shown and judged: by ARN as long as whoever it names is there, and by the bare id afterwards. */
export function shownPolicy(document: unknown, world: World): unknown {
  if (!/"A(?:RO|ID)A/.test(JSON.stringify(document) ?? '')) return document;
  return withPrincipals(document, (stored) => {
    const [id = '', session] = stored.split(':');
    if (!/^A(?:RO|ID)A/.test(id)) return stored;
    for (const [account, { roles }] of world.accounts) {
      const found = principalsOf(world, account).find((one) => one.id === id);
      if (found === undefined) continue;
      if (session === undefined) return found.arn;
      return roles.has(found.name) ? `arn:aws:sts::${account}:assumed-role/${found.name}/${session}` : id;
    }
    return id;
  });
}

const SESSION = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/(.+)$/;

function principalsOf(world: World, accountId: string) {
  const account = world.accounts.get(accountId);
  return account === undefined ? [] : [...account.roles.values(), ...account.users.values()];
}

/** The document with each `AWS` principal renamed; everything else stays as it is. */
function withPrincipals(document: unknown, rename: (principal: string) => string): unknown {
  if (!isRecord(document) || document.Statement === undefined) return document;
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return rename(value);
    return Array.isArray(value) ? value.map(renamed) : value;
  };
  const inStatement = (statement: unknown): unknown => {
    if (!isRecord(statement)) return statement;
    const changed: Record<string, unknown> = { ...statement };
    for (const element of ['Principal', 'NotPrincipal']) {
      const principal = statement[element];
      if (isRecord(principal) && principal.AWS !== undefined)
        changed[element] = { ...principal, AWS: renamed(principal.AWS) };
    }
    return changed;
  };
  const { Statement: statements } = document;
  return {
    ...document,
    Statement: Array.isArray(statements) ? statements.map(inStatement) : inStatement(statements),
  };
}
