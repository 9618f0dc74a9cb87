import { references } from '../../../intrinsics/calls';
import type { ResourceDeclaration } from './template';
import { functionError } from './template-error';
import { validationError } from '../../wire/query-protocol';

/** For each resource, the other resources that must be there before it, from its references and its DependsOn. */
export function dependenciesOf(resources: ReadonlyMap<string, ResourceDeclaration>): Map<string, string[]> {
  return new Map(
    [...resources.values()].map((resource) => {
      const named = references(resource.properties, functionError).map((reference) => reference.name);
      const found = new Set([...resource.dependsOn, ...named].filter((name) => resources.has(name)));
      return [resource.logicalId, [...found]];
    }),
  );
}

/**
 * Every id after those that it depends on, otherwise in the order given.
 *
 * @throws AwsError ValidationError for a cycle, naming its members
 */
export function inDependencyOrder(dependencies: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (id: string): void => {
    if (done.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) {
      const cycle = path.slice(start);
      throw validationError(`Circular dependency between resources: [${cycle.join(', ')}]`);
    }
    path.push(id);
    for (const dependency of dependencies.get(id) ?? []) {
      if (dependencies.has(dependency)) visit(dependency);
    }
    path.pop();
    done.add(id);
    ordered.push(id);
  };

  for (const id of dependencies.keys()) visit(id);
  return ordered;
}
