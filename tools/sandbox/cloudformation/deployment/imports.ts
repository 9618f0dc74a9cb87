import type { ResourceTypes } from '../../resource-type/resource-type';
import type { Site } from './site';
import type { Stack } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';

/** A resource that a template would create, and that is in the account already. */
export interface ExistingNamedResource {
  readonly logicalId: string;
  readonly nameProperty: string;
  readonly name: string;
  readonly isRetained: boolean;
  /** The stack that it belongs to, if it belongs to one. */
  readonly owner: Stack | undefined;
}

/**
 * What ImportExistingResources is about: new resources of a stack whose custom name is taken in this account and region.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources-automatically.html
 *
 * @param declared those whose condition holds
 */
export function existingResources(
  stack: Stack,
  declared: readonly ResourceDeclaration[],
  site: Site,
): ExistingNamedResource[] {
  return declared.flatMap((declaration) => {
    const { logicalId, type, deletionPolicy } = declaration;
    const handler = site.types.get(type);
    const name = customName(declaration, site.types);
    if (handler?.nameProperty === undefined || name === undefined || stack.resources.has(logicalId))
      return [];
    const found = handler.findByName?.(name, site);
    if (found === undefined) return [];
    const owner = site.ownerOf(type, found.physicalId);
    const isRetained = deletionPolicy !== 'Delete';
    return [{ logicalId, nameProperty: handler.nameProperty, name, isRetained, owner }];
  });
}

/** Why they cannot be imported, in CloudFormation's words (the CDK CLI takes the second apart); undefined if they can. */
export function importProblem(existing: readonly ExistingNamedResource[]): string | undefined {
  for (const { name, owner } of existing) {
    if (owner !== undefined) return `${name} already exists in stack ${owner.id}`;
  }
  const affected = existing
    .filter(({ isRetained }) => !isRetained)
    .map(({ logicalId, nameProperty, name }) => `${logicalId} ({${nameProperty}=${name}})`);
  if (affected.length === 0) return undefined;
  return (
    'CloudFormation is attempting to import some resources because they already exist in your account. The resources ' +
    "must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful " +
    `import. The affected resources are ${affected.join(', ')}`
  );
}

/** The name that the template gives as plain text: one that comes from a function does not count for an import. */
export function customName(
  { type, properties }: ResourceDeclaration,
  types: ResourceTypes,
): string | undefined {
  const nameProperty = types.get(type)?.nameProperty;
  const name = nameProperty === undefined ? undefined : properties[nameProperty];
  return typeof name === 'string' ? name : undefined;
}
