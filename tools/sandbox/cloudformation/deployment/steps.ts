import type { StackResource } from '../stacks/stack';
import type { Removal } from './remove';

/** One thing that was done, to be undone when something after it fails. */
export type Step =
  | { readonly kind: 'created' | 'imported'; readonly resource: StackResource }
  | { readonly kind: 'updated'; readonly before: StackResource; readonly after: StackResource }
  | { readonly kind: 'replaced'; readonly before: StackResource; readonly after: StackResource }
  /** An update that failed part of the way. */
  | { readonly kind: 'half-updated'; readonly before: StackResource; readonly after: StackResource };

/** What the deployment made, and the rollback takes away again. */
export function createdResources(steps: readonly Step[]): Removal[] {
  return steps.flatMap((step): Removal[] => {
    if (step.kind === 'created') {
      const { resource } = step;
      return [{ resource, retain: resource.deletionPolicy === 'Retain' }];
    }
    if (step.kind === 'imported') return [{ resource: step.resource, retain: true, wasImported: true }];
    return step.kind === 'replaced' ? [{ resource: step.after, retain: false }] : [];
  });
}

/** What the deployment replaced, and no longer needs when it has succeeded. */
export function replacedResources(steps: readonly Step[]): Removal[] {
  return steps.flatMap((step) =>
    step.kind === 'replaced'
      ? [{ resource: step.before, retain: step.after.updateReplacePolicy !== 'Delete' }]
      : [],
  );
}

export class ResourceFailure extends Error {
  constructor(
    readonly logicalId: string,
    readonly verb: 'create' | 'import' | 'update',
    reason: string,
  ) {
    super(reason);
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
