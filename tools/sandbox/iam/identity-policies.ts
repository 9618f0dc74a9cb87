import { AwsError } from '../core/service';
import type { QueryResult } from '../wire/query-response';
import { encoded, permissionsOf, sizeOf } from './documents';
import { holderOf, kindOf, ownHolderOf } from './holders';
import { boundaryOf, requirePolicy } from './managed-policies';
import { checkQuota, type IamCall, type IamOperation, noSuchEntity, validName, wholeList } from './operation';

/**
 * What can be done with the policies of a role and of a user alike.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html
 */
export const identityPolicyOperations: Readonly<Record<string, IamOperation>> = {
  AttachRolePolicy: attach,
  AttachUserPolicy: attach,
  DetachRolePolicy: detach,
  DetachUserPolicy: detach,
  ListAttachedRolePolicies: listAttached,
  ListAttachedUserPolicies: listAttached,
  PutRolePolicy: putInline,
  PutUserPolicy: putInline,
  GetRolePolicy: getInline,
  GetUserPolicy: getInline,
  DeleteRolePolicy: deleteInline,
  DeleteUserPolicy: deleteInline,
  ListRolePolicies: listInline,
  ListUserPolicies: listInline,
  PutRolePermissionsBoundary: putBoundary,
  PutUserPermissionsBoundary: putBoundary,
  DeleteRolePermissionsBoundary: deleteBoundary,
  DeleteUserPermissionsBoundary: deleteBoundary,
};

function attach({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  const arn = input.requiredText('PolicyArn');
  requirePolicy(arn, account, `Policy ${arn} does not exist or is not attachable.`);
  const quota = kindOf(holder) === 'role' ? 'PoliciesPerRole' : 'PoliciesPerUser';
  checkQuota(quota, new Set([...holder.attachedPolicies, arn]).size, 10);
  holder.attachedPolicies.add(arn);
  return {};
}

function detach({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  const arn = input.requiredText('PolicyArn');
  if (!holder.attachedPolicies.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
  return {};
}

function listAttached({ input, account }: IamCall): QueryResult {
  const arns = [...holderOf(input, account).attachedPolicies];
  return wholeList(
    'AttachedPolicies',
    arns.map((arn) => ({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn })),
  );
}

function putInline({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  const name = validName(input, 'PolicyName', 128);
  const document = permissionsOf(input, name);
  const others = [...holder.inlinePolicies].filter(([other]) => other !== name).map(([, other]) => other);
  const size = [...others, document].reduce((sum: number, one) => sum + sizeOf(one), 0);
  const kind = kindOf(holder);
  const limit = kind === 'role' ? 10_240 : 2048;
  if (size > limit)
    throw new AwsError(
      'LimitExceeded',
      `Maximum policy size of ${limit} bytes exceeded for ${kind} ${holder.name}`,
      409,
    );
  holder.inlinePolicies.set(name, document);
  return {};
}

function getInline({ input, account }: IamCall): QueryResult {
  const holder = holderOf(input, account);
  const name = input.requiredText('PolicyName');
  const document = holder.inlinePolicies.get(name);
  const kind = kindOf(holder);
  if (document === undefined) throw noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`);
  return {
    [kind === 'role' ? 'RoleName' : 'UserName']: holder.name,
    PolicyName: name,
    PolicyDocument: encoded(document),
  };
}

function deleteInline({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  const name = input.requiredText('PolicyName');
  if (!holder.inlinePolicies.delete(name))
    throw noSuchEntity(`The ${kindOf(holder)} policy with name ${name} cannot be found.`);
  return {};
}

function listInline({ input, account }: IamCall): QueryResult {
  return wholeList('PolicyNames', [...holderOf(input, account).inlinePolicies.keys()].sort());
}

function putBoundary({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  input.requiredText('PermissionsBoundary');
  const boundary = boundaryOf(input, account);
  if (boundary !== undefined) holder.permissionsBoundary = boundary;
  return {};
}

function deleteBoundary({ input, account }: IamCall): QueryResult {
  const holder = ownHolderOf(input, account);
  if (holder.permissionsBoundary === undefined)
    throw noSuchEntity(`The ${kindOf(holder)} ${holder.name} has no permissions boundary.`);
  delete holder.permissionsBoundary;
  return {};
}
