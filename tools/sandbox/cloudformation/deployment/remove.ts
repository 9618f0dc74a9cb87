import { inDependencyOrder } from '../template/dependencies';
import { exportInUse } from './exports-in-use';
import { ResourceOperations } from './resource-operations';
import type { Site } from './site';
import type { Stack, StackResource } from '../stacks/stack';
import { StackLog } from '../stacks/stack-log';

/** A resource that goes, or that CloudFormation forgets about and leaves in the account. */
export interface Removal {
  readonly resource: StackResource;
  readonly retain: boolean;
  /** It was there before the stack, and an import of it is taken back. */
  readonly wasImported?: boolean;
}

/**
 * Deletes a whole stack. It stays to be found by its id. A stack whose exports others import goes back to its status.
 *
 * @param roleArn execution role, in place of the one that the stack was deployed with
 */
export async function deleteStack(stack: Stack, site: Site, roleArn?: string, token?: string): Promise<void> {
  const operations = new ResourceOperations(stack, site, site.deployer(roleArn ?? stack.deployed?.roleArn));
  const log = new StackLog(stack, site.world.now, token);
  const statusBefore = stack.status;
  log.stackStatus('DELETE_IN_PROGRESS', 'User Initiated');
  const inUse = exportInUse(stack, [], site);
  if (inUse !== undefined) {
    log.stackStatus(statusBefore, inUse);
    return;
  }
  const removals = [...stack.resources.values()].map((resource) => ({
    resource,
    retain: resource.deletionPolicy !== 'Delete',
  }));
  const undeleted = await removeAll(removals, stack, operations, log);
  if (undeleted.length > 0) {
    log.stackStatus(
      'DELETE_FAILED',
      `The following resource(s) failed to delete: [${undeleted.join(', ')}].`,
    );
    return;
  }
  stack.deletedAt = log.stackStatus('DELETE_COMPLETE');
}

/**
 * Removes resources, each before those that it depends on. What a failed one depends on stays.
 *
 * @returns the logical ids of those that could not be deleted
 */
export async function removeAll(
  removals: readonly Removal[],
  stack: Stack,
  operations: ResourceOperations,
  log: StackLog,
): Promise<string[]> {
  const failed: string[] = [];
  const needed = new Set<string>();
  for (const { resource, retain, wasImported = false } of lastFirst(removals)) {
    const { logicalId, physicalId, dependsOn } = resource;
    if (needed.has(logicalId)) {
      for (const dependency of dependsOn) needed.add(dependency);
      continue;
    }
    try {
      if (wasImported) {
        log.resourceStatus(resource, 'IMPORT_ROLLBACK_IN_PROGRESS');
        log.resourceStatus(resource, 'IMPORT_ROLLBACK_COMPLETE');
      } else if (retain) {
        log.resourceStatus(resource, 'DELETE_SKIPPED');
      } else {
        log.resourceStatus(resource, 'DELETE_IN_PROGRESS');
        await operations.delete(resource);
        log.resourceStatus(resource, 'DELETE_COMPLETE');
      }
      if (stack.resources.get(logicalId)?.physicalId === physicalId) stack.resources.delete(logicalId);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.resourceStatus(resource, 'DELETE_FAILED', { reason });
      failed.push(logicalId);
      for (const dependency of dependsOn) needed.add(dependency);
    }
  }
  return failed;
}

function lastFirst(removals: readonly Removal[]): Removal[] {
  const byId = new Map(removals.map((removal) => [removal.resource.logicalId, removal]));
  const dependencies = new Map([...byId].map(([id, { resource }]) => [id, resource.dependsOn]));
  return inDependencyOrder(dependencies)
    .toReversed()
    .flatMap((id) => byId.get(id) ?? []);
}
