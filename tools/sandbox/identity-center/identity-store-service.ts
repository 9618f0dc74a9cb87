import { isRecord } from '../core/json';
import { AwsError, notModelled, type Service, type ServiceRequest } from '../core/service';
import type { IdentityCenterInstance, Principal, World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';

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
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      const read = Object.hasOwn(READS, operation) ? READS[operation] : undefined;
      const storeId = typeof input.IdentityStoreId === 'string' ? input.IdentityStoreId : '*';
      return {
        name: operation,
        permissions: [
          {
            action: `identitystore:${operation}`,
            resource: `arn:aws:identitystore::${request.account}:identitystore/${storeId}`,
            resourceAccount: request.account,
          },
        ],
        run: () => {
          if (read === undefined) throw notModelled(`identitystore:${operation}`);
          return jsonResponse(read(input, storeOf(input, request, world)));
        },
      };
    },
  };
}

type Read = (input: JsonObject, store: IdentityCenterInstance) => unknown;

const READS: Readonly<Record<string, Read>> = {
  GetGroupId: (input, store) => {
    const group = byAttribute(input, 'displayName', store.groups);
    return { IdentityStoreId: store.identityStoreId, GroupId: group.id };
  },
  GetUserId: (input, store) => {
    const user = byAttribute(input, 'userName', store.users);
    return { IdentityStoreId: store.identityStoreId, UserId: user.id };
  },
  ListGroups: (input, store) => {
    const groups = filtered(input, 'DisplayName', store.groups);
    return { Groups: groups.map((group) => describeGroup(group, store)) };
  },
  ListUsers: (input, store) => {
    const users = filtered(input, 'UserName', store.users);
    return { Users: users.map((user) => describeUser(user, store)) };
  },
  DescribeGroup: (input, store) => describeGroup(byId(input, 'GroupId', store.groups), store),
  DescribeUser: (input, store) => describeUser(byId(input, 'UserId', store.users), store),
  ListGroupMemberships: (input, store) => {
    const groupId = text(input, 'GroupId');
    const group = store.groups.get(groupId);
    if (group === undefined) throw notFound('GROUP');
    return {
      GroupMemberships: [...group.memberIds].map((userId) => ({
        IdentityStoreId: store.identityStoreId,
        MembershipId: `${groupId.slice(0, 18)}${userId.slice(18)}`,
        GroupId: groupId,
        MemberId: { UserId: userId },
      })),
    };
  },
};

const describeGroup = ({ id, name }: Principal, { identityStoreId }: IdentityCenterInstance) => ({
  GroupId: id,
  DisplayName: name,
  IdentityStoreId: identityStoreId,
});

const describeUser = ({ id, name }: Principal, { identityStoreId }: IdentityCenterInstance) => ({
  UserId: id,
  UserName: name,
  DisplayName: name,
  IdentityStoreId: identityStoreId,
});

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

/** `AlternateIdentifier.UniqueAttribute`: `{ AttributePath: 'displayName', AttributeValue: 'Analysts' }` */
function byAttribute(input: JsonObject, path: string, principals: ReadonlyMap<string, Principal>): Principal {
  const identifier = input.AlternateIdentifier;
  const attribute = isRecord(identifier) ? identifier.UniqueAttribute : undefined;
  if (!isRecord(attribute) || typeof attribute.AttributePath !== 'string') {
    throw notModelled('identity store look-ups by anything but AlternateIdentifier.UniqueAttribute');
  }
  if (attribute.AttributePath.toLowerCase() !== path.toLowerCase()) {
    throw new AwsError(
      'ValidationException',
      `AttributePath must be ${path}, got ${attribute.AttributePath}`,
    );
  }
  const found = [...principals.values()].find(({ name }) => sameName(name, attribute.AttributeValue));
  if (found === undefined) throw notFound(path === 'userName' ? 'USER' : 'GROUP');
  return found;
}

function filtered(input: JsonObject, path: string, principals: ReadonlyMap<string, Principal>): Principal[] {
  const filters: unknown[] = Array.isArray(input.Filters) ? input.Filters : [];
  return [...principals.values()].filter(({ name }) =>
    filters.every((filter) => {
      if (!isRecord(filter) || filter.AttributePath !== path) {
        throw new AwsError('ValidationException', `Filters must have the AttributePath ${path}`);
      }
      return sameName(name, filter.AttributeValue);
    }),
  );
}

function byId(input: JsonObject, field: string, principals: ReadonlyMap<string, Principal>): Principal {
  const found = principals.get(text(input, field));
  if (found === undefined) throw notFound(field === 'UserId' ? 'USER' : 'GROUP');
  return found;
}

/** Names are unique, and found, without regard to case. */
const sameName = (name: string, wanted: unknown): boolean =>
  typeof wanted === 'string' && name.toLowerCase() === wanted.toLowerCase();

const notFound = (type: string): AwsError => new AwsError('ResourceNotFoundException', `${type} not found.`);
