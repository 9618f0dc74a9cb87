import type { Assembly } from './cloudformation';
import { type Mutant, edited, sitesOf } from './mutant';

const VALUES = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate'],
  UpdateReplacePolicy: ['Delete', 'Retain'],
} as const;

/** Everything, kept or not kept, when its stack is deleted or another takes its place. */
export function keptMutants(assembly: Assembly): Mutant[] {
  return sitesOf(assembly).flatMap((site) =>
    (['DeletionPolicy', 'UpdateReplacePolicy'] as const).flatMap((attribute) =>
      [...VALUES[attribute], undefined].map((value) => ({
        name: `${site.stackName}/${site.logicalId}: ${attribute} ${value ?? 'not said'}`,
        assembly: edited(assembly, site.stackName, ['Resources', site.logicalId, attribute], value),
      })),
    ),
  );
}
