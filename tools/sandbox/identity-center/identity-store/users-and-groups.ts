import { randomUUID } from 'node:crypto';
import type { Group, IdentityCenterInstance, Person, Principal } from '../../core/identity-center';
import { isRecord } from '../../core/json';
import { notModelled } from '../../core/service';
import { type JsonObject, text } from '../../wire/json-operation';
import { conflict, groupOf, invalid, notFound, sameName, type StoreOperation, userOf } from './operation';

/**
 * https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateGroup.html and what belongs to it,
 * and the same of users.
 */
export const userAndGroupOperations: Readonly<Record<string, StoreOperation>> = {
  CreateGroup(input, store) {
    allowOnly(input, ['IdentityStoreId', 'DisplayName', 'Description']);
    const name = newGroupName(text(input, 'DisplayName'), store);
    const description = input.Description === undefined ? {} : { description: text(input, 'Description') };
    const group: Group = { id: randomUUID(), name, memberIds: new Set(), ...description };
    store.groups.set(group.id, group);
    return { GroupId: group.id, IdentityStoreId: store.identityStoreId };
  },
  UpdateGroup(input, store) {
    const group = groupOf(input, store);
    const operations: unknown[] = Array.isArray(input.Operations) ? input.Operations : [];
    store.groups.set(
      group.id,
      operations.reduce<Group>((changed, operation) => updated(changed, operation, store), group),
    );
    return {};
  },
  DeleteGroup(input, store) {
    store.groups.delete(groupOf(input, store).id);
    return {};
  },
  DescribeGroup: (input, store) => describeGroup(groupOf(input, store), store),
  GetGroupId(input, store) {
    const group = byAttribute(input, 'displayName', store.groups);
    return { IdentityStoreId: store.identityStoreId, GroupId: group.id };
  },
  ListGroups: (input, store) => ({
    Groups: filtered(input, 'DisplayName', store.groups).map((group) => describeGroup(group, store)),
  }),

  CreateUser(input, store) {
    allowOnly(input, ['IdentityStoreId', 'UserName', 'DisplayName', 'Name', 'Emails']);
    const name = text(input, 'UserName');
    const { DisplayName, Name, Emails } = input;
    const names = isRecord(Name) ? Name : {};
    const missing = Object.entries({
      displayname: DisplayName,
      givenname: names.GivenName,
      familyname: names.FamilyName,
    }).flatMap(([attribute, value]) =>
      typeof value === 'string' && value !== '' ? [] : `${attribute}: The attribute ${attribute} is required`,
    );
    if (missing.length > 0) throw invalid(missing.join(', '));
    if (isTaken(name, store.users)) throw conflict('Duplicate UserName');
    const user: Person = { id: randomUUID(), name, profile: { DisplayName, Name, Emails } };
    store.users.set(user.id, user);
    return { UserId: user.id, IdentityStoreId: store.identityStoreId };
  },
  /** Whoever is gone is in no group. */
  DeleteUser(input, store) {
    const { id } = userOf(input, store);
    store.users.delete(id);
    for (const { memberIds } of store.groups.values()) memberIds.delete(id);
    return {};
  },
  DescribeUser: (input, store) => describeUser(userOf(input, store), store),
  GetUserId(input, store) {
    const user = byAttribute(input, 'userName', store.users);
    return { IdentityStoreId: store.identityStoreId, UserId: user.id };
  },
  ListUsers: (input, store) => ({
    Users: filtered(input, 'UserName', store.users).map((user) => describeUser(user, store)),
  }),
};

/** `{ AttributePath: 'displayName', AttributeValue: 'Analysts' }` */
function updated(group: Group, operation: unknown, store: IdentityCenterInstance): Group {
  const { AttributePath: path, AttributeValue: value } = isRecord(operation) ? operation : {};
  if (typeof path !== 'string' || typeof value !== 'string')
    throw notModelled('changes of a group that do not set an attribute to a text');
  if (sameName(path, 'displayName'))
    return { ...group, name: sameName(group.name, value) ? value : newGroupName(value, store) };
  if (sameName(path, 'description')) return { ...group, description: value };
  throw notModelled(`the attribute ${path} of a group`);
}

function newGroupName(name: string, { groups }: IdentityCenterInstance): string {
  if (isTaken(name, groups)) throw conflict('Duplicate GroupDisplayName');
  return name;
}

const isTaken = (name: string, principals: ReadonlyMap<string, Principal>): boolean =>
  [...principals.values()].some((principal) => sameName(principal.name, name));

/** An attribute that were ignored would not be there when it is read. */
function allowOnly(input: JsonObject, fields: readonly string[]): void {
  const other = Object.keys(input).find((field) => !fields.includes(field));
  if (other !== undefined) throw notModelled(`${other} of users and groups`);
}

const describeGroup = ({ id, name, description }: Group, { identityStoreId }: IdentityCenterInstance) => ({
  GroupId: id,
  DisplayName: name,
  Description: description,
  IdentityStoreId: identityStoreId,
});

const describeUser = ({ id, name, profile }: Person, { identityStoreId }: IdentityCenterInstance) => ({
  UserId: id,
  UserName: name,
  DisplayName: name,
  ...profile,
  IdentityStoreId: identityStoreId,
});

/** `AlternateIdentifier.UniqueAttribute`: `{ AttributePath: 'displayName', AttributeValue: 'Analysts' }` */
function byAttribute(input: JsonObject, path: string, principals: ReadonlyMap<string, Principal>): Principal {
  const identifier = input.AlternateIdentifier;
  const attribute = isRecord(identifier) ? identifier.UniqueAttribute : undefined;
  if (!isRecord(attribute) || typeof attribute.AttributePath !== 'string') {
    throw notModelled('identity store look-ups by anything but AlternateIdentifier.UniqueAttribute');
  }
  if (!sameName(path, attribute.AttributePath))
    throw invalid(`AttributePath must be ${path}, got ${attribute.AttributePath}`);
  const found = [...principals.values()].find(({ name }) => sameName(name, attribute.AttributeValue));
  if (found === undefined) throw notFound(path === 'userName' ? 'USER' : 'GROUP');
  return found;
}

function filtered<Kind extends Principal>(
  input: JsonObject,
  path: string,
  principals: ReadonlyMap<string, Kind>,
): Kind[] {
  const filters: unknown[] = Array.isArray(input.Filters) ? input.Filters : [];
  return [...principals.values()].filter(({ name }) =>
    filters.every((filter) => {
      if (!isRecord(filter) || filter.AttributePath !== path)
        throw invalid(`Filters must have the AttributePath ${path}`);
      return sameName(name, filter.AttributeValue);
    }),
  );
}
