import { resolve } from '../../../intrinsics/intrinsics';
import { declaredResources } from './changes';
import { type Exports, resolutionScope, resolveObject } from '../template/resolution';
import type { Site } from './site';
import type { Stack, StackOutput } from '../stacks/stack';

/**
 * Why a stack's exports cannot become those of these outputs: other stacks import them. Undefined when they can.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
export function exportInUse(stack: Stack, outputs: readonly StackOutput[], site: Site): string | undefined {
  for (const { exportName, value } of stack.outputs) {
    if (exportName === undefined) continue;
    const after = outputs.find((output) => output.exportName === exportName);
    if (after?.value === value) continue;
    const importers = site.importersOf(exportName).map(({ name }) => name);
    if (importers.length === 0) continue;
    const users = importers.join(', ');
    return after === undefined
      ? `Delete canceled. Cannot delete export ${exportName} as it is in use by ${users}.`
      : `Export ${exportName} cannot be updated as it is in use by ${users}`;
  }
  return undefined;
}

/** Whether what is deployed of a stack takes the value of an export; a branch of Fn::If that was not taken does not. */
export function importsExport(stack: Stack, exportName: string, exported: Exports): boolean {
  const { deployed } = stack;
  if (deployed === undefined || stack.status === 'DELETE_COMPLETE') return false;
  const asked = new Set<string>();
  const recording: Exports = {
    valueOf(name) {
      asked.add(name);
      return exported.valueOf(name);
    },
  };
  const { resources, outputs } = deployed.template;
  // Of a stack that could be deleted only in part, some are gone.
  const gone = new Set([...resources.keys()].filter((logicalId) => !stack.resources.has(logicalId)));
  const scope = resolutionScope(stack, deployed, stack.resources, recording, gone);
  for (const { logicalId, properties } of declaredResources(stack, deployed, exported)) {
    if (!gone.has(logicalId)) resolveObject(properties, scope);
  }
  for (const { value, condition } of outputs.values()) {
    if (condition === undefined || scope.condition(condition)) resolve(value, scope);
  }
  return asked.has(exportName);
}
