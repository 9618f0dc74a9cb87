import type { Group, IdentityCenterInstance, Person } from '../../core/identity-center';
import { isRecord } from '../../core/json';
import { AwsError } from '../../core/service';
import { type JsonObject, text } from '../../wire/json-operation';

/** One operation on an identity store, after its caller was allowed it. */
export type StoreOperation = (input: JsonObject, store: IdentityCenterInstance) => unknown;

export function groupOf(input: JsonObject, { groups }: IdentityCenterInstance): Group {
  const found = groups.get(text(input, 'GroupId'));
  if (found === undefined) throw notFound('GROUP');
  return found;
}

export function userOf(input: JsonObject, { users }: IdentityCenterInstance): Person {
  const found = users.get(text(input, 'UserId'));
  if (found === undefined) throw notFound('USER');
  return found;
}

/** `MemberId: { UserId: … }`: only users are members. */
export const memberOf = ({ MemberId: member }: JsonObject, store: IdentityCenterInstance): Person =>
  userOf(isRecord(member) ? member : {}, store);

/** https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html#API_DescribeGroup_Errors */
export const notFound = (type: string, message = `${type} not found.`): AwsError =>
  new AwsError('ResourceNotFoundException', message, 400, { fields: { ResourceType: type } });

export const conflict = (message: string): AwsError =>
  new AwsError('ConflictException', message, 400, { fields: { Reason: 'UNIQUENESS_CONSTRAINT_VIOLATION' } });

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

/** Names are unique, and found, without regard to case. */
export const sameName = (name: string, wanted: unknown): boolean =>
  typeof wanted === 'string' && name.toLowerCase() === wanted.toLowerCase();
