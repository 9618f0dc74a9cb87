import type { JsonObject } from '../../core/json';
import { sameProperty } from '../../resource-type/differences';
import type { Stack, StackResource } from '../stacks/stack';
import type { ResourceOperations } from './resource-operations';

/**
 * The resources of a stack as they are in the account now, which is what a drift-aware change set compares a template with:
 * those that are gone are left out, and of each property that the stack sets, the value is the one that is found. What
 * others have added beside them is not looked at.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html
 */
export async function liveResources(
  stack: Stack,
  operations: ResourceOperations,
): Promise<Map<string, StackResource>> {
  const found = new Map<string, StackResource>();
  for (const [logicalId, resource] of stack.resources) {
    const live = await operations.live(resource);
    if (live === undefined) continue;
    const properties = asDeployed(resource.properties, live.properties);
    found.set(logicalId, { ...resource, properties });
  }
  return found;
}

function asDeployed(deployed: JsonObject, live: JsonObject): JsonObject {
  const values = Object.entries(deployed).flatMap(([name, value]) => {
    const now = live[name];
    if (now === undefined) return [];
    return [[name, sameProperty(value, now) ? value : now] as const];
  });
  return Object.fromEntries(values);
}
