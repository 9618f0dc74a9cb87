import type { JsonObject } from '../core/json';
import type { ResourceProperties } from './properties';
import type { ResourceContext } from './resource-context';
import type { ServiceCalls } from './service-calls';

/** One resource type: how its resources come to be, change and go. They change the world and nothing else. */
export interface ResourceType {
  /**
   * Every property that is carried out, and whether a change of it makes a new resource. Others are refused by name:
   * a property that were ignored could be one that decides about access.
   */
  readonly properties: Readonly<Record<string, 'update' | 'replace'>>;
  readonly required: readonly string[];
  /** The property that fixes the physical name: a replacement that keeps it cannot work. */
  readonly nameProperty?: string;
  /**
   * The resource of that name in this account and region. Only for types that can be imported by name: not where the
   * identifier is an ARN that no template can know, as with managed policies and permission sets.
   */
  findByName?(
    name: string,
    context: Pick<ResourceContext, 'world' | 'account' | 'region'>,
  ): Created | undefined;
  /** Attributes that Fn::GetAtt may ask for. */
  readonly attributes: readonly string[];
  /** Present when the resource gives or changes IAM permissions, and so needs the caller's acknowledgement. */
  readonly capability?: 'CAPABILITY_IAM';
  /** Absent: it calls nobody. */
  readonly calls?: ServiceCalls;

  /** @throws AwsError: the resource is CREATE_FAILED with its message */
  create(properties: ResourceProperties, context: ResourceContext): Created | Promise<Created>;
  /** A physical id other than the old one means that a custom resource has replaced itself. */
  update(update: ResourceUpdate, context: ResourceContext): Created | Promise<Created>;
  delete(existing: ExistingResource, context: ResourceContext): void | Promise<void>;
}

/** By name: `AWS::S3::Bucket`. */
export type ResourceTypes = ReadonlyMap<string, ResourceType>;

/** What a resource is after it was created or updated. */
export interface Created {
  readonly physicalId: string;
  /** What Fn::GetAtt yields. */
  readonly attributes: JsonObject;
}

export interface ExistingResource extends Created {
  readonly properties: ResourceProperties;
}

export interface ResourceUpdate {
  readonly existing: ExistingResource;
  readonly properties: ResourceProperties;
}
