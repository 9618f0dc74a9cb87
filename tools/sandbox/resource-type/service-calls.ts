import type { Permission } from '../core/service';
import type { ResourceContext } from './resource-context';
import type { ResourceProperties } from './properties';

/**
 * What CloudFormation calls on a resource's behalf, so that the execution role's policies decide about it: of the
 * permissions in each type's schema, those for calls that are really made here.
 *
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-handlers
 */
export interface ServiceCalls {
  readonly create: readonly string[];
  readonly delete: readonly string[];
  /** By property: made when it is given, and again when it changes. */
  readonly whenGiven?: Readonly<Record<string, string>>;
  /** By property: made only when it changes, as creating covers it otherwise. */
  readonly whenChanged?: Readonly<Record<string, string>>;
  /** The property that names a role, and the service that is given it: the deployer must be allowed to pass it. */
  readonly passesRole?: { readonly property: string; readonly to: string };
  /** The ARN that they are about; there is no physical id before the resource is created. */
  resource(properties: ResourceProperties, context: ResourceContext, physicalId?: string): string;
  /** The question to ask about one call, where the resource has a say in it too. @default - about the ARN alone */
  permission?(action: string, resource: string, context: ResourceContext): Permission;
}
