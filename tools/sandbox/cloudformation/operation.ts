import type { QueryResult } from '../wire/query-response';
import { type QueryInput, validationError } from '../wire/query-protocol';
import type { Site } from './deployment/site';
import type { Stack } from './stacks/stack';
import type { Stacks } from './stacks/stacks';

/** One operation of the API. */
export type Action = (call: Call) => QueryResult | Promise<QueryResult>;

export interface Call {
  readonly input: QueryInput;
  readonly stacks: Stacks;
  readonly site: Site;
}

/** @throws AwsError ValidationError when a deployment that fails is to be left half done (`cdk deploy --no-rollback`) */
export function rejectNoRollback(input: QueryInput): void {
  if (!input.flag('DisableRollback')) return;
  throw validationError(
    'DisableRollback: the sandbox always rolls back a deployment that fails; leave the option out (with the CDK CLI: ' +
      '--no-rollback)',
  );
}

/** @throws AwsError ValidationError for a stack that is the sandbox's own */
export function requireOwn({ fixed }: Stack): void {
  if (fixed !== undefined) throw validationError(fixed);
}

/** @throws AwsError ValidationError for a stack that has to be deleted first, or is the sandbox's own */
export function requireUpdatable(stack: Stack): void {
  requireOwn(stack);
  if (UPDATABLE.has(stack.status)) return;
  throw validationError(`Stack:${stack.id} is in ${stack.status} state and can not be updated.`);
}

const UPDATABLE = new Set<Stack['status']>([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
]);
