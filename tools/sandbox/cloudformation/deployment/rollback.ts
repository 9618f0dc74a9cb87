import { removeAll } from './remove';
import { createdResources, reasonOf, ResourceFailure, type Step } from './steps';
import type { ResourceOperations } from './resource-operations';
import type { Stack, StackResource } from '../stacks/stack';
import type { StackLog } from '../stacks/stack-log';

/** A deployment that has failed, as far as it got. */
export interface FailedDeployment {
  readonly stack: Stack;
  readonly log: StackLog;
  readonly operations: ResourceOperations;
  /** In the order in which they were done. */
  readonly steps: readonly Step[];
  readonly isCreation: boolean;
  readonly resourcesBefore: ReadonlyMap<string, StackResource>;
}

/** Takes everything back that a failed deployment did, the last step first. */
export async function rollBack(error: unknown, deployment: FailedDeployment): Promise<void> {
  const { log, isCreation, operations, stack, steps } = deployment;
  log.startOperation();
  log.stackStatus(isCreation ? 'ROLLBACK_IN_PROGRESS' : 'UPDATE_ROLLBACK_IN_PROGRESS', rollbackReason(error));
  if (isCreation) {
    const undeleted = await removeAll(createdResources(steps), stack, operations, log);
    if (undeleted.length === 0) log.stackStatus('ROLLBACK_COMPLETE');
    else log.stackStatus('ROLLBACK_FAILED', failedResources('delete', undeleted));
    return;
  }
  const stuck = await restore(deployment);
  if (stuck.length > 0) {
    log.stackStatus('UPDATE_ROLLBACK_FAILED', failedResources('update', stuck));
    return;
  }
  log.stackStatus('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  await removeAll(createdResources(steps), stack, operations, log);
  log.stackStatus('UPDATE_ROLLBACK_COMPLETE');
}

/** Every changed resource as it was. @returns the logical ids of those that could not be restored */
async function restore({
  stack,
  log,
  operations,
  steps,
  resourcesBefore,
}: FailedDeployment): Promise<string[]> {
  const stuck: string[] = [];
  const touched = new Set(steps.map((step) => ('before' in step ? step.before : step.resource).logicalId));
  for (const [logicalId, before] of resourcesBefore) {
    if (!touched.has(logicalId)) stack.resources.set(logicalId, before);
  }
  for (const step of steps.toReversed()) {
    if ('resource' in step) continue;
    const { before, after: current } = step;
    log.resourceStatus(current, 'UPDATE_IN_PROGRESS');
    try {
      // A replaced resource still exists: it is enough to point back at it.
      if (step.kind !== 'replaced') await operations.update(current, before.properties);
      stack.resources.set(before.logicalId, before);
      log.resourceStatus(before, 'UPDATE_COMPLETE');
    } catch (error) {
      log.resourceStatus(current, 'UPDATE_FAILED', { reason: reasonOf(error) });
      stuck.push(before.logicalId);
    }
  }
  return stuck;
}

function failedResources(verb: string, logicalIds: readonly string[]): string {
  return `The following resource(s) failed to ${verb}: [${logicalIds.join(', ')}].`;
}

function rollbackReason(error: unknown): string {
  if (error instanceof ResourceFailure) {
    return `The following resource(s) failed to ${error.verb}: [${error.logicalId}]. Rollback requested by user.`;
  }
  return reasonOf(error);
}
