import { AwsError } from '../core/service';
import { addAccessKey, newUser, type AccessKey, type User } from '../core/identities';
import type { QueryInput } from '../wire/query-protocol';
import type { QueryResult } from '../wire/query-response';
import { userOf } from './holders';
import { boundaryOf, describeBoundary } from './managed-policies';
import {
  alreadyExists,
  byName,
  checkHasNoPolicies,
  checkQuota,
  deleteConflict,
  type IamCall,
  type IamOperation,
  noSuchEntity,
  tagsIfAny,
  tagsOf,
  validName,
  validPath,
  wholeList,
} from './operation';

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html and what belongs to it. */
export const userOperations: Readonly<Record<string, IamOperation>> = {
  CreateUser({ input, account, world }) {
    const name = validName(input, 'UserName', 64);
    if (account.users.has(name)) throw alreadyExists(`User with name ${name} already exists.`);
    const boundary = boundaryOf(input, account);
    const user = newUser(account.id, {
      name,
      path: validPath(input),
      createdAt: world.now(),
      tags: tagsOf(input),
    });
    if (boundary !== undefined) user.permissionsBoundary = boundary;
    account.users.set(name, user);
    return { User: describe(user) };
  },
  GetUser: (call) => ({ User: describe(userOrCaller(call)) }),
  ListUsers({ input, account }) {
    const prefix = input.text('PathPrefix') ?? '/';
    const users = [...account.users.values()].filter(({ path }) => path.startsWith(prefix));
    return wholeList('Users', users.sort(byName).map(describe));
  },
  DeleteUser({ input, account }) {
    const user = userOf(input.requiredText('UserName'), account);
    checkHasNoPolicies(user);
    if (user.accessKeys.size > 0)
      throw deleteConflict('Cannot delete entity, must delete access keys first.');
    account.users.delete(user.name);
    return {};
  },
  CreateAccessKey(call) {
    const user = userOrCaller(call);
    checkQuota('AccessKeysPerUser', user.accessKeys.size + 1, 2);
    const key = addAccessKey(user, call.account.id, call.world);
    return { AccessKey: { ...describeKey(key), SecretAccessKey: key.credential.secretAccessKey } };
  },
  ListAccessKeys: (call) =>
    wholeList('AccessKeyMetadata', [...userOrCaller(call).accessKeys.values()].map(describeKey)),
  UpdateAccessKey(call) {
    const key = keyOf(call.input, userOrCaller(call));
    const status = call.input.requiredText('Status');
    if (status !== 'Active' && status !== 'Inactive')
      throw new AwsError(
        'ValidationError',
        `1 validation error detected: Value '${status}' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]`,
      );
    key.status = status;
    const { credentials } = call.world;
    if (status === 'Active') credentials.set(key.credential.accessKeyId, key.credential);
    else credentials.delete(key.credential.accessKeyId);
    return {};
  },
  DeleteAccessKey(call) {
    const user = userOrCaller(call);
    const { accessKeyId } = keyOf(call.input, user).credential;
    user.accessKeys.delete(accessKeyId);
    call.world.credentials.delete(accessKeyId);
    return {};
  },
};

/** A user's keys and own entry are read without a name, too: then it is about the user who asks. */
function userOrCaller({ input, account, request: { caller } }: IamCall): User {
  const own = caller.kind === 'user' ? caller.arn.slice(caller.arn.lastIndexOf('/') + 1) : undefined;
  const name = input.text('UserName') ?? own;
  if (name === undefined)
    throw new AwsError('ValidationError', 'Must specify userName when calling with non-User credentials');
  return userOf(name, account);
}

function keyOf(input: QueryInput, user: User): AccessKey {
  const id = input.requiredText('AccessKeyId');
  const key = user.accessKeys.get(id);
  if (key === undefined) throw noSuchEntity(`The Access Key with id ${id} cannot be found.`);
  return key;
}

const describe = (user: User): QueryResult => ({
  UserName: user.name,
  UserId: user.id,
  Arn: user.arn,
  Path: user.path,
  CreateDate: user.createdAt,
  PermissionsBoundary: describeBoundary(user),
  Tags: tagsIfAny(user.tags),
});

const describeKey = ({ credential, createdAt, status }: AccessKey): QueryResult => ({
  UserName: credential.userName,
  AccessKeyId: credential.accessKeyId,
  Status: status,
  CreateDate: createdAt,
});
