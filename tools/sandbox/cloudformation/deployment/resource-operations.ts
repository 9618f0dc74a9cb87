import { changedProperties } from './changes';
import { type JsonObject, textOf } from '../../core/json';
import type {
  Created,
  ExistingResource,
  LiveResource,
  ResourceType,
} from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import { rejectUnsupported, ResourceProperties } from '../../resource-type/properties';
import type { ServiceClient } from '../../resource-type/service-client';
import { resourceContext, type Site } from './site';
import type { Stack, StackResource } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';

/** Creates, updates and deletes single resources through the resource types handed in. */
export class ResourceOperations {
  constructor(
    private readonly stack: Stack,
    private readonly site: Site,
    private readonly aws: ServiceClient,
  ) {}

  async create(declaration: ResourceDeclaration, values: JsonObject): Promise<Created> {
    const type = this.typeOf(declaration.type);
    const properties = checked(type, values);
    const name = type.identifiedByName === true ? values[type.nameProperty ?? ''] : undefined;
    const owner = typeof name === 'string' ? this.site.ownerOf(declaration.type, name) : undefined;
    if (owner !== undefined) throw new Error(`${textOf(name)} already exists in stack ${owner.id}`);
    return type.create(properties, this.context(declaration));
  }

  /** What is in the account already under the name that the template gives. */
  async find(declaration: ResourceDeclaration, values: JsonObject): Promise<LiveResource> {
    const type = this.typeOf(declaration.type);
    const properties = checked(type, values);
    const name = properties.text(type.nameProperty ?? '');
    const found = await type.read?.(name, this.context(declaration));
    if (found === undefined) {
      throw new Error(`Resource of type '${declaration.type}' with identifier '${name}' was not found.`);
    }
    return found;
  }

  /** The resource as it is in the account now, undefined when it is gone; itself where nothing can tell. */
  async live(resource: StackResource): Promise<Pick<LiveResource, 'properties'> | undefined> {
    const type = this.typeOf(resource.type);
    return type.read === undefined ? resource : type.read(resource.physicalId, this.context(resource));
  }

  async update(resource: StackResource, values: JsonObject): Promise<Created> {
    const type = this.typeOf(resource.type);
    const properties = checked(type, values);
    return type.update({ existing: existing(resource), properties }, this.context(resource));
  }

  async delete(resource: StackResource): Promise<void> {
    await this.typeOf(resource.type).delete(existing(resource), this.context(resource));
  }

  /** Whether these properties can only be had with a new resource. */
  needsReplacement(resource: StackResource, values: JsonObject): boolean {
    const { properties } = this.typeOf(resource.type);
    return changedProperties(resource.properties, values).some((name) => properties[name] === 'replace');
  }

  /**
   * A new resource is made before the old one goes, so both would have to bear the name.
   *
   * @throws Error in CloudFormation's words
   */
  rejectSameName(resource: StackResource, values: JsonObject): void {
    const { nameProperty } = this.typeOf(resource.type);
    const name = nameProperty === undefined ? undefined : values[nameProperty];
    if (nameProperty === undefined || typeof name !== 'string' || name !== resource.properties[nameProperty])
      return;
    throw new Error(
      'CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
        `Rename ${name} and update the stack again.`,
    );
  }

  private typeOf(name: string): ResourceType {
    const found = this.site.types.get(name);
    if (found === undefined) throw new Error(`Unrecognized resource type ${name}`);
    return found;
  }

  private context({ logicalId, type }: Pick<StackResource, 'logicalId' | 'type'>): ResourceContext {
    return resourceContext(this.aws, this.stack, logicalId, type);
  }
}

function existing({ physicalId, attributes, properties }: StackResource): ExistingResource {
  return { physicalId, attributes, properties: new ResourceProperties(properties) };
}

function checked(type: ResourceType, values: JsonObject): ResourceProperties {
  rejectUnsupported(Object.keys(values), Object.keys(type.properties));
  const properties = new ResourceProperties(values);
  for (const name of type.required) {
    if (!properties.has(name)) throw new Error(`Property ${name} cannot be empty.`);
  }
  return properties;
}
