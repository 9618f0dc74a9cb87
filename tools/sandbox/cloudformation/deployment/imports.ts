import type { ResourceTypes } from '../../resource-type/resource-type';
import { HandlerError } from '../../resource-type/handler-error';
import { resourceContext, type Site } from './site';
import type { NameConflict, Stack } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';

/** A resource that a template would create, and that is in the account already. */
export interface ExistingNamedResource {
  readonly logicalId: string;
  readonly type: string;
  readonly nameProperty: string;
  readonly name: string;
  readonly isRetained: boolean;
  /** In this account and region: what is elsewhere cannot be imported. */
  readonly isHere: boolean;
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
export async function existingResources(
  stack: Stack,
  declared: readonly ResourceDeclaration[],
  site: Site,
): Promise<ExistingNamedResource[]> {
  const existing: ExistingNamedResource[] = [];
  for (const declaration of declared) {
    const { logicalId, type, deletionPolicy } = declaration;
    const handler = site.types.get(type);
    const nameProperty = handler?.nameProperty;
    const name = customName(declaration, site.types);
    if (nameProperty === undefined || name === undefined || stack.resources.has(logicalId)) continue;
    if (handler?.identifiedByName !== true || handler.read === undefined) continue;
    const context = resourceContext(site.lookingAround, stack, logicalId, type);
    const whose = await handler.read(name, context).then((found) => found && 'here', elsewhere);
    if (whose === undefined) continue;
    const isRetained = deletionPolicy !== 'Delete';
    const owner = site.ownerOf(type, name);
    existing.push({ logicalId, type, nameProperty, name, isRetained, owner, isHere: whose === 'here' });
  }
  return existing;
}

/** A bucket of another account or region answers nobody from here, and its name is taken all the same. */
function elsewhere(error: unknown): 'elsewhere' {
  if (error instanceof HandlerError && (error.code === 'AccessDenied' || error.status === 301))
    return 'elsewhere';
  throw error;
}

/**
 * Why a change set that would create them fails, in the words of CloudFormation's early validation.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/validate-stack-deployments.html
 */
export function nameConflicts(existing: readonly ExistingNamedResource[]): readonly NameConflict[] {
  return existing.map(({ logicalId, type, name }) => ({
    logicalId,
    type,
    physicalId: name,
    reason: `Resource of type '${type}' with identifier '${name}' already exists.`,
  }));
}

export const EARLY_VALIDATION_FAILED =
  'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.';

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
