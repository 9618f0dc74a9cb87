import { changedProperties } from './changes';
import type { JsonObject } from '../../core/json';
import { authorizeStep, type Deployer } from './resource-permissions';
import type {
  Created,
  ExistingResource,
  ResourceContext,
  ResourceHandler,
} from '../../resource-type/resource-type';
import { refuseUnsupported, ResourceProperties } from '../../resource-type/properties';
import { RESOURCE_TYPES } from '../../resource-types';
import { resourceContext, type Site } from './site';
import type { Stack, StackResource } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';

/** Creates, updates and deletes single resources through the handlers of their types. */
export class ResourceOperations {
  constructor(
    private readonly stack: Stack,
    private readonly site: Site,
    private readonly deployer: Deployer,
  ) {}

  async create(declaration: ResourceDeclaration, values: JsonObject): Promise<Created> {
    const handler = handlerOf(declaration.type);
    const properties = checked(handler, values);
    const context = this.context(declaration);
    authorizeStep({ kind: 'create' }, properties, context, this.deployer);
    return handler.create(properties, context);
  }

  /** What is in the account already under the name that the template gives. */
  find(declaration: ResourceDeclaration, values: JsonObject): Created {
    const handler = handlerOf(declaration.type);
    const properties = checked(handler, values);
    const name = properties.text(handler.nameProperty ?? '');
    const found = handler.findByName?.(name, this.context(declaration));
    if (found === undefined) {
      throw new Error(`Resource of type '${declaration.type}' with identifier '${name}' was not found.`);
    }
    return found;
  }

  async update(resource: StackResource, values: JsonObject): Promise<Created> {
    const handler = handlerOf(resource.type);
    const properties = checked(handler, values);
    const context = this.context(resource);
    const changed = changedProperties(resource.properties, values);
    authorizeStep(
      { kind: 'update', physicalId: resource.physicalId, changed },
      properties,
      context,
      this.deployer,
    );
    return handler.update({ existing: existing(resource), properties }, context);
  }

  async delete(resource: StackResource): Promise<void> {
    const context = this.context(resource);
    const gone = existing(resource);
    authorizeStep(
      { kind: 'delete', physicalId: resource.physicalId },
      gone.properties,
      context,
      this.deployer,
    );
    await handlerOf(resource.type).delete(gone, context);
  }

  private context({
    logicalId,
    type,
  }: {
    readonly logicalId: string;
    readonly type: string;
  }): ResourceContext {
    return resourceContext(this.site, this.stack, logicalId, type);
  }
}

/** Whether these properties can only be had with a new resource. */
export function needsReplacement(resource: StackResource, values: JsonObject): boolean {
  const { properties } = handlerOf(resource.type);
  return changedProperties(resource.properties, values).some((name) => properties[name] === 'replace');
}

/**
 * A new resource is made before the old one goes, so both would have to bear the name.
 *
 * @throws Error in CloudFormation's words
 */
export function refuseSameName(resource: StackResource, values: JsonObject): void {
  const { nameProperty } = handlerOf(resource.type);
  const name = nameProperty === undefined ? undefined : values[nameProperty];
  if (nameProperty === undefined || typeof name !== 'string' || name !== resource.properties[nameProperty])
    return;
  throw new Error(
    'CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
      `Rename ${name} and update the stack again.`,
  );
}

function handlerOf(type: string): ResourceHandler {
  const handler = RESOURCE_TYPES.get(type);
  if (handler === undefined) throw new Error(`Unrecognized resource type ${type}`);
  return handler;
}

function existing({ physicalId, attributes, properties }: StackResource): ExistingResource {
  return { physicalId, attributes, properties: new ResourceProperties(properties) };
}

function checked(handler: ResourceHandler, values: JsonObject): ResourceProperties {
  refuseUnsupported(Object.keys(values), Object.keys(handler.properties));
  const properties = new ResourceProperties(values);
  for (const name of handler.required) {
    if (!properties.has(name)) throw new Error(`Property ${name} cannot be empty.`);
  }
  return properties;
}
