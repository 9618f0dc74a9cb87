import { shownPolicy } from '../access/stored-policy';
import { AwsError } from '../core/service';
import { newRole, type Role } from '../core/identities';
import type { Account, World } from '../core/world';
import type { QueryInput } from '../wire/query-protocol';
import type { QueryResult } from '../wire/query-response';
import { encoded, trustPolicyOf } from './documents';
import { boundaryOf, describeBoundary } from './managed-policies';
import {
  alreadyExists,
  byName,
  checkHasNoPolicies,
  describeTags,
  type IamOperation,
  noSuchEntity,
  tagsIfAny,
  tagsOf,
  validName,
  validPath,
  wholeList,
} from './operation';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html and what belongs to it. */
export const roleOperations: Readonly<Record<string, IamOperation>> = {
  CreateRole({ input, account, world }) {
    const name = validName(input, 'RoleName', 64);
    if (account.roles.has(name)) throw alreadyExists(`Role with name ${name} already exists.`);
    const boundary = boundaryOf(input, account);
    const role = newRole(account.id, {
      name,
      path: validPath(input),
      createdAt: world.now(),
      trustPolicy: trustPolicyOf(input, 'AssumeRolePolicyDocument', name, world),
      description: input.text('Description') ?? '',
      maxSessionDuration: sessionDuration(input),
      tags: tagsOf(input),
      ...(boundary === undefined ? {} : { permissionsBoundary: boundary }),
    });
    account.roles.set(name, role);
    return { Role: describeRole(role, world) };
  },
  GetRole: ({ input, account, world }) => ({ Role: describeRole(roleOf(input, account), world) }),
  ListRoles({ input, account, world }) {
    const prefix = input.text('PathPrefix') ?? '/';
    const roles = [...account.roles.values()].filter(({ path }) => path.startsWith(prefix));
    return wholeList(
      'Roles',
      roles.sort(byName).map((role) => describeRole(role, world)),
    );
  },
  /** What is not given goes back to its default. */
  UpdateRole({ input, account }) {
    const role = ownRoleOf(input, account);
    const duration = sessionDuration(input);
    role.description = input.text('Description') ?? '';
    role.maxSessionDuration = duration;
    return {};
  },
  UpdateAssumeRolePolicy({ input, account, world }) {
    const role = ownRoleOf(input, account);
    role.trustPolicy = trustPolicyOf(input, 'PolicyDocument', role.name, world);
    return {};
  },
  DeleteRole({ input, account }) {
    const role = ownRoleOf(input, account);
    checkHasNoPolicies(role);
    account.roles.delete(role.name);
    return {};
  },
  TagRole({ input, account }) {
    const role = ownRoleOf(input, account);
    role.tags = { ...role.tags, ...tagsOf(input) };
    return {};
  },
  UntagRole({ input, account }) {
    const role = ownRoleOf(input, account);
    const gone = new Set(input.texts('TagKeys'));
    role.tags = Object.fromEntries(Object.entries(role.tags).filter(([key]) => !gone.has(key)));
    return {};
  },
  ListRoleTags: ({ input, account }) => wholeList('Tags', describeTags(roleOf(input, account).tags)),
};

export function roleOf(input: QueryInput, account: Account): Role {
  const name = input.requiredText('RoleName');
  const role = account.roles.get(name);
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return role;
}

/**
 * The same for a change: those of AWS's services are theirs.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export function ownRoleOf(input: QueryInput, account: Account): Role {
  const role = roleOf(input, account);
  if (!role.path.startsWith('/aws-reserved/')) return role;
  throw new AwsError(
    'UnmodifiableEntity',
    `Cannot perform the operation on the protected role '${role.name}' - this role is only modifiable by AWS`,
  );
}

function describeRole(role: Role, world: World): QueryResult {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: role.createdAt,
    AssumeRolePolicyDocument: encoded(shownPolicy(role.trustPolicy, world)),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration,
    PermissionsBoundary: describeBoundary(role),
    Tags: tagsIfAny(role.tags),
  };
}

/** Seconds. */
function sessionDuration(input: QueryInput): number {
  const text = input.text('MaxSessionDuration') ?? '3600';
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  if (seconds >= 3600 && seconds <= 43_200) return seconds;
  const bound = seconds < 3600 ? 'greater than or equal to 3600' : 'less than or equal to 43200';
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${text}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value ${bound}`,
  );
}
