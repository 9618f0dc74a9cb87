import { changedProperties } from './changes';
import type { JsonObject } from './json';
import type { Created, ExistingResource, ResourceHandler } from './resources/handler';
import { refuseUnsupported, ResourceProperties } from './resources/properties';
import { RESOURCE_TYPES } from './resources/resource-types';
import { resourceContext, type Site } from './site';
import type { Stack, StackResource } from './stack';
import type { ResourceDeclaration } from './template';

/** Creates, updates and deletes single resources through the handlers of their types. */
export class ResourceOperations {
  constructor(
    private readonly stack: Stack,
    private readonly site: Site,
  ) {}

  async create(declaration: ResourceDeclaration, values: JsonObject): Promise<Created> {
    const handler = handlerOf(declaration.type);
    return handler.create(checked(handler, values), this.context(declaration));
  }

  async update(resource: StackResource, values: JsonObject): Promise<Created> {
    const handler = handlerOf(resource.type);
    const properties = checked(handler, values);
    return handler.update({ existing: existing(resource), properties }, this.context(resource));
  }

  async delete(resource: StackResource): Promise<void> {
    await handlerOf(resource.type).delete(existing(resource), this.context(resource));
  }

  private context({ logicalId, type }: { readonly logicalId: string; readonly type: string }) {
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
