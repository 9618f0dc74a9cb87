import { QueryInput } from '../wire/query-protocol';
import { AwsError, notModelled, type Service, type ServiceRequest } from '../core/service';
import type { World } from '../core/world';
import { assumeRole } from './assume-role';
import { type QueryResult, stsResponse } from '../wire/query-response';

/**
 * AWS Security Token Service.
 *
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
export function stsService(world: World): Service {
  return {
    name: 'sts',
    protocol: 'query',
    recognition: {},
    operations: ['AssumeRole', 'GetCallerIdentity'],
    operationOf(request) {
      const input = QueryInput.of(request.body);
      const action = input.requiredText('Action');
      if (action === 'AssumeRole') return assumeRole(input, request, world);
      // Always allowed: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
      if (action === 'GetCallerIdentity') {
        return {
          name: action,
          permissions: [],
          run: () => stsResponse(action, callerIdentity(request, world), request),
        };
      }
      if (OTHERS.has(action)) throw notModelled(`sts:${action}`);
      throw new AwsError('InvalidAction', `Could not find operation ${action} for version 2011-06-15`);
    },
  };
}

/** What STS has besides. */
const OTHERS = new Set([
  'AssumeRoleWithSAML',
  'AssumeRoleWithWebIdentity',
  'AssumeRoot',
  'DecodeAuthorizationMessage',
  'GetAccessKeyInfo',
  'GetDelegatedAccessToken',
  'GetFederationToken',
  'GetSessionToken',
  'GetWebIdentityToken',
]);

function callerIdentity(request: ServiceRequest, world: World): QueryResult {
  const { caller } = request;
  const account = world.accounts.get(request.account);
  if (caller.kind === 'user') {
    const user = [...(account?.users.values() ?? [])].find(({ arn }) => arn === caller.arn);
    return { Arn: caller.arn, UserId: user?.id, Account: caller.account };
  }
  if (caller.kind !== 'role-session') throw notModelled(`GetCallerIdentity for ${caller.kind}`);
  const [, roleName = '', sessionName = ''] = caller.arn.split('/');
  const role = account?.roles.get(roleName);
  return { Arn: caller.arn, UserId: `${role?.id ?? ''}:${sessionName}`, Account: caller.account };
}
