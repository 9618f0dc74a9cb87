import { notModelled, type Permission, type Service, type ServiceRequest } from '../core/service';
import type { Account, World } from '../core/world';
import { QueryInput } from '../wire/query-protocol';
import { queryResponse } from '../wire/query-response';
import { identityPolicyOperations } from './identity-policies';
import { managedPolicyOperations } from './managed-policies';
import type { IamOperation } from './operation';
import { roleOperations } from './roles';
import { userOperations } from './users';

/**
 * What of IAM the two halves of a share are made of by hand, broken with and mended with. Every other call is authorized
 * first, and only then said to be missing here: who may not is denied as by AWS.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
 */
export function iamService(world: World): Service {
  return {
    name: 'iam',
    protocol: 'query',
    recognition: {},
    operations: Object.keys(OPERATIONS),
    operationOf(request) {
      const input = QueryInput.of(request.body);
      const action = input.requiredText('Action');
      const account = world.accounts.get(request.account);
      if (account === undefined) throw new Error(`account ${request.account} is not of this world`);
      const run = Object.hasOwn(OPERATIONS, action) ? OPERATIONS[action] : undefined;
      return {
        name: action,
        permissions: [permissionFor(action, input, account, request)],
        run: () => {
          if (run === undefined) throw notModelled(`iam:${action}`);
          return queryResponse(NAMESPACE, action, run({ input, account, world, request }), request);
        },
      };
    },
  };
}

const OPERATIONS: Readonly<Record<string, IamOperation>> = {
  ...roleOperations,
  ...managedPolicyOperations,
  ...userOperations,
  ...identityPolicyOperations,
};

const NAMESPACE = 'https://iam.amazonaws.com/doc/2010-05-08/';

function permissionFor(
  action: string,
  input: QueryInput,
  account: Account,
  request: ServiceRequest,
): Permission {
  const { resource, shownAs } = resourceOf(action, input, account, request);
  return {
    action: `iam:${action}`,
    resource,
    ...(shownAs === undefined ? {} : { shownAs }),
    resourceAccount: request.account,
    context: conditionKeys(action, input, account),
  };
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
function conditionKeys(action: string, input: QueryInput, account: Account): Record<string, string> {
  if (!BOUNDED.test(action)) return {};
  const policyArn = input.text('PolicyArn');
  const { roles, users } = account;
  const holder = roles.get(input.text('RoleName') ?? '') ?? users.get(input.text('UserName') ?? '');
  const boundary = input.text('PermissionsBoundary') ?? holder?.permissionsBoundary;
  return {
    ...(policyArn === undefined ? {} : { 'iam:policyarn': policyArn }),
    ...(boundary === undefined ? {} : { 'iam:permissionsboundary': boundary }),
  };
}

const BOUNDED =
  /^(?:(?:Attach|Detach|Put|Delete)(?:Role|User)Policy|(?:Put|Delete)(?:Role|User)PermissionsBoundary|Create(?:Role|User))$/;

/**
 * Which ARN a call is about: the role, policy, user or group that it names, whether or not it exists. In the words of a
 * denial AWS writes those that exist by kind and name: `user admin`, `policy ARN`.
 */
function resourceOf(
  action: string,
  input: QueryInput,
  account: Account,
  request: ServiceRequest,
): { resource: string; shownAs?: string } {
  const policyArn = input.text('PolicyArn');
  const [role, user, group] = [input.text('RoleName'), input.text('UserName'), input.text('GroupName')];
  const arnOf = (kind: string, name: string): string =>
    `arn:aws:iam::${account.id}:${kind}${input.text('Path') ?? '/'}${name}`;
  const named = (kind: string, name: string, arn?: string) => {
    const resource = arn ?? arnOf(kind, name);
    return action === 'CreateRole' || action === 'CreateUser'
      ? { resource }
      : { resource, shownAs: `${kind} ${name}` };
  };
  if (role !== undefined) return named('role', role, account.roles.get(role)?.arn);
  if (user !== undefined) return named('user', user, account.users.get(user)?.arn);
  if (group !== undefined) return named('group', group);
  if (policyArn !== undefined) return { resource: policyArn, shownAs: `policy ${policyArn}` };
  if (action === 'CreatePolicy') {
    const name = input.text('PolicyName') ?? '*';
    return { resource: arnOf('policy', name), shownAs: `policy ${name}` };
  }
  const prefix = input.text('PathPrefix') ?? '/';
  if (action === 'ListPolicies') return { resource: '*', shownAs: `policy path ${prefix}` };
  const listed = LISTED.get(action);
  if (listed !== undefined) return { resource: `arn:aws:iam::${account.id}:${listed}${prefix}` };
  if (ABOUT_ONESELF.has(action) && request.caller.kind === 'user') {
    const { arn } = request.caller;
    return { resource: arn, shownAs: `user ${arn.slice(arn.lastIndexOf('/') + 1)}` };
  }
  return { resource: '*' };
}

const LISTED: ReadonlyMap<string, string> = new Map([
  ['ListRoles', 'role'],
  ['ListUsers', 'user'],
]);

const ABOUT_ONESELF = new Set([
  'GetUser',
  'CreateAccessKey',
  'DeleteAccessKey',
  'ListAccessKeys',
  'UpdateAccessKey',
]);
