import { AwsError, type ServiceRequest } from '../core/service';
import type { PolicyHolder } from '../core/identities';
import type { Account, World } from '../core/world';
import type { QueryInput } from '../wire/query-protocol';
import type { QueryResult } from '../wire/query-response';

/** One operation of IAM, after its caller was allowed it. */
export type IamOperation = (call: IamCall) => QueryResult;

export interface IamCall {
  readonly input: QueryInput;
  /** The caller's, which is what IAM is about. */
  readonly account: Account;
  readonly world: World;
  readonly request: ServiceRequest;
}

export const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message, 404);
export const alreadyExists = (message: string): AwsError => new AwsError('EntityAlreadyExists', message, 409);
export const deleteConflict = (message: string): AwsError => new AwsError('DeleteConflict', message, 409);

/**
 * What has policies cannot be deleted.
 *
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html and API_DeleteUser.html
 *
 * @throws AwsError DeleteConflict in IAM's words
 */
export function checkHasNoPolicies({ attachedPolicies, inlinePolicies }: PolicyHolder): void {
  if (attachedPolicies.size > 0)
    throw deleteConflict('Cannot delete entity, must detach all policies first.');
  if (inlinePolicies.size > 0) throw deleteConflict('Cannot delete entity, must delete policies first.');
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export function checkQuota(quota: string, value: number, limit: number): void {
  if (value > limit) throw new AwsError('LimitExceeded', `Cannot exceed quota for ${quota}: ${limit}`, 409);
}

/** @throws AwsError ValidationError in IAM's words */
export function validName(input: QueryInput, field: string, maximum: number): string {
  const name = input.requiredText(field);
  const member = field.charAt(0).toLowerCase() + field.slice(1);
  if (name.length > maximum)
    throw new AwsError(
      'ValidationError',
      `1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${maximum}`,
    );
  if (!/^[\w+=,.@-]+$/.test(name))
    throw new AwsError(
      'ValidationError',
      `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
    );
  return name;
}

/** `/` where none is given. */
export function validPath(input: QueryInput): string {
  const path = input.text('Path') ?? '/';
  if (/^\/(?:[!-~]+\/)?$/.test(path) && path.length <= 512) return path;
  throw new AwsError(
    'ValidationError',
    'The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.',
  );
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
export function tagsOf(input: QueryInput): Record<string, string> {
  const tags = input.structures('Tags').map((tag) => [tag.requiredText('Key'), tag.text('Value') ?? '']);
  return Object.fromEntries(tags) as Record<string, string>;
}

export const describeTags = (tags: Readonly<Record<string, string>>): QueryResult[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** As IAM describes a thing with its tags: where there are none, it does not say so. */
export const tagsIfAny = (tags: Readonly<Record<string, string>>): QueryResult[] | undefined =>
  Object.keys(tags).length === 0 ? undefined : describeTags(tags);

/** A whole list: nothing here is so long that it would come in pages. */
export const wholeList = (name: string, items: readonly (string | QueryResult)[]): QueryResult => ({
  [name]: items,
  IsTruncated: false,
});

export const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
