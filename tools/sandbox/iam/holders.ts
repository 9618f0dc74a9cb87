import type { Role, User } from '../core/identities';
import type { Account } from '../core/world';
import type { QueryInput } from '../wire/query-protocol';
import { noSuchEntity } from './operation';
import { ownRoleOf, roleOf } from './roles';

/** The role or user that a call names: what can have policies. */
export const holderOf = (input: QueryInput, account: Account): Role | User =>
  input.has('RoleName') ? roleOf(input, account) : userOf(input.requiredText('UserName'), account);

/** The same for a change. */
export const ownHolderOf = (input: QueryInput, account: Account): Role | User =>
  input.has('RoleName') ? ownRoleOf(input, account) : userOf(input.requiredText('UserName'), account);

export const kindOf = (holder: Role | User): 'role' | 'user' => ('trustPolicy' in holder ? 'role' : 'user');

export function userOf(name: string, account: Account): User {
  const user = account.users.get(name);
  if (user === undefined) throw noSuchEntity(`The user with name ${name} cannot be found.`);
  return user;
}
