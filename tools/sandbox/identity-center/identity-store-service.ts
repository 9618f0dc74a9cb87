import type { IdentityCenterInstance } from '../core/identity-center';
import { isRecord } from '../core/json';
import { notModelled, type Permission, type Service, type ServiceRequest } from '../core/service';
import type { World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';
import { membershipOperations } from './identity-store/memberships';
import { notFound, type StoreOperation } from './identity-store/operation';
import { userAndGroupOperations } from './identity-store/users-and-groups';

/**
 * The people and groups of an Identity Center.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_Operations.html
 */
export function identityStoreService(world: World): Service {
  return {
    name: 'identitystore',
    protocol: 'json',
    recognition: { jsonTarget: 'AWSIdentityStore' },
    operations: Object.keys(OPERATIONS),
    operationOf(request) {
      const { operation: name, input } = readJsonRequest(request);
      const run = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
      return {
        name,
        permissions: permissionsOf(name, input, request),
        run: () => {
          if (run === undefined) throw notModelled(`identitystore:${name}`);
          return jsonResponse(run(input, storeOf(input, request, world)));
        },
      };
    },
  };
}

const OPERATIONS: Readonly<Record<string, StoreOperation>> = {
  ...userAndGroupOperations,
  ...membershipOperations,
};

/**
 * An operation is asked about for every resource that it names.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentitystore.html
 */
function permissionsOf(operation: string, input: JsonObject, request: ServiceRequest): Permission[] {
  const store = typeof input.IdentityStoreId === 'string' ? input.IdentityStoreId : '*';
  const userId = isRecord(input.MemberId) ? input.MemberId.UserId : input.UserId;
  const named = Object.entries({
    group: input.GroupId,
    user: userId,
    membership: input.MembershipId,
  }).flatMap(([kind, id]) => (typeof id === 'string' ? `arn:aws:identitystore:::${kind}/${id}` : []));
  return [`arn:aws:identitystore::${request.account}:identitystore/${store}`, ...named].map((resource) => ({
    action: `identitystore:${operation}`,
    resource,
    resourceAccount: request.account,
  }));
}

/** A store answers in its home region, and only the account that runs it. */
function storeOf(input: JsonObject, request: ServiceRequest, world: World): IdentityCenterInstance {
  const id = text(input, 'IdentityStoreId');
  const found = [...world.identityCenters.values()].find(
    ({ identityStoreId, ownerAccount, region }) =>
      identityStoreId === id && ownerAccount === request.account && region === request.region,
  );
  if (found === undefined) throw notFound('IDENTITY_STORE');
  return found;
}
