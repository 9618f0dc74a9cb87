import { createHash } from 'node:crypto';
import type { Group, IdentityCenterInstance, Person } from '../../core/identity-center';
import { type JsonObject, text } from '../../wire/json-operation';
import { conflict, groupOf, memberOf, notFound, type StoreOperation } from './operation';

/** https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroupMembership.html and what belongs to it. */
export const membershipOperations: Readonly<Record<string, StoreOperation>> = {
  CreateGroupMembership(input, store) {
    const { group, user } = namedIn(input, store);
    if (group.memberIds.has(user.id)) throw conflict('Member and Group relationship already exists');
    group.memberIds.add(user.id);
    return { MembershipId: idOf(group.id, user.id), IdentityStoreId: store.identityStoreId };
  },
  DeleteGroupMembership(input, store) {
    const { group, userId } = membershipOf(input, store);
    group.memberIds.delete(userId);
    return {};
  },
  DescribeGroupMembership(input, store) {
    const { group, userId } = membershipOf(input, store);
    return describe(group, userId, store);
  },
  GetGroupMembershipId(input, store) {
    const { group, user } = namedIn(input, store);
    if (!group.memberIds.has(user.id)) throw noMembership();
    return { MembershipId: idOf(group.id, user.id), IdentityStoreId: store.identityStoreId };
  },
  ListGroupMemberships(input, store) {
    const group = groupOf(input, store);
    return { GroupMemberships: [...group.memberIds].map((userId) => describe(group, userId, store)) };
  },
  ListGroupMembershipsForMember(input, store) {
    const { id } = memberOf(input, store);
    const groups = [...store.groups.values()].filter(({ memberIds }) => memberIds.has(id));
    return { GroupMemberships: groups.map((group) => describe(group, id, store)) };
  },
  IsMemberInGroups(input, store) {
    const { id } = memberOf(input, store);
    const groupIds: unknown[] = Array.isArray(input.GroupIds) ? input.GroupIds : [];
    return {
      Results: groupIds.map((groupId) => ({
        GroupId: groupId,
        MemberId: { UserId: id },
        MembershipExists: groupOf({ GroupId: groupId }, store).memberIds.has(id),
      })),
    };
  },
};

function namedIn(input: JsonObject, store: IdentityCenterInstance): { group: Group; user: Person } {
  return { group: groupOf(input, store), user: memberOf(input, store) };
}

function membershipOf(
  input: JsonObject,
  { groups }: IdentityCenterInstance,
): { group: Group; userId: string } {
  const id = text(input, 'MembershipId');
  for (const group of groups.values()) {
    const userId = [...group.memberIds].find((member) => idOf(group.id, member) === id);
    if (userId !== undefined) return { group, userId };
  }
  throw noMembership();
}

const noMembership = () => notFound('GROUP_MEMBERSHIP');

const describe = (group: Group, userId: string, { identityStoreId }: IdentityCenterInstance) => ({
  IdentityStoreId: identityStoreId,
  MembershipId: idOf(group.id, userId),
  GroupId: group.id,
  MemberId: { UserId: userId },
});

/** Follows from group and member, so that it is the same each time, also of those who were members from the start. */
function idOf(groupId: string, userId: string): string {
  const hash = createHash('sha256').update(`${groupId} ${userId}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(12, 16),
    hash.slice(16, 20),
    hash.slice(20, 32),
  ].join('-');
}
