import { changedProperties } from './changes';
import type { JsonObject } from '../../core/json';
import { authorizeStep, type Deployer, type ResourceStep } from './resource-permissions';
import type { Created, ExistingResource, ResourceType } from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import { refuseUnsupported, ResourceProperties } from '../../resource-type/properties';
import { resourceContext, type Site } from './site';
import type { Stack, StackResource } from '../stacks/stack';
import type { ResourceDeclaration } from '../template/template';

/** Creates, updates and deletes single resources through the resource types handed in. */
export class ResourceOperations {
  constructor(
    private readonly stack: Stack,
    private readonly site: Site,
    private readonly deployer: Deployer,
  ) {}

  async create(declaration: ResourceDeclaration, values: JsonObject): Promise<Created> {
    const type = this.typeOf(declaration.type);
    const properties = checked(type, values);
    const context = this.context(declaration);
    authorizeStep({ kind: 'create' }, type.calls, properties, context, this.deployer);
    return type.create(properties, context);
  }

  /** What is in the account already under the name that the template gives. */
  find(declaration: ResourceDeclaration, values: JsonObject): Created {
    const type = this.typeOf(declaration.type);
    const properties = checked(type, values);
    const name = properties.text(type.nameProperty ?? '');
    const found = type.findByName?.(name, this.context(declaration));
    if (found === undefined) {
      throw new Error(`Resource of type '${declaration.type}' with identifier '${name}' was not found.`);
    }
    return found;
  }

  async update(resource: StackResource, values: JsonObject): Promise<Created> {
    const type = this.typeOf(resource.type);
    const properties = checked(type, values);
    const context = this.context(resource);
    const changed = changedProperties(resource.properties, values);
    const step: ResourceStep = { kind: 'update', physicalId: resource.physicalId, changed };
    authorizeStep(step, type.calls, properties, context, this.deployer);
    return type.update({ existing: existing(resource), properties }, context);
  }

  async delete(resource: StackResource): Promise<void> {
    const type = this.typeOf(resource.type);
    const context = this.context(resource);
    const gone = existing(resource);
    const step: ResourceStep = { kind: 'delete', physicalId: resource.physicalId };
    authorizeStep(step, type.calls, gone.properties, context, this.deployer);
    await type.delete(gone, context);
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
  refuseSameName(resource: StackResource, values: JsonObject): void {
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
    return resourceContext(this.site, this.stack, logicalId, type);
  }
}

function existing({ physicalId, attributes, properties }: StackResource): ExistingResource {
  return { physicalId, attributes, properties: new ResourceProperties(properties) };
}

function checked(type: ResourceType, values: JsonObject): ResourceProperties {
  refuseUnsupported(Object.keys(values), Object.keys(type.properties));
  const properties = new ResourceProperties(values);
  for (const name of type.required) {
    if (!properties.has(name)) throw new Error(`Property ${name} cannot be empty.`);
  }
  return properties;
}
