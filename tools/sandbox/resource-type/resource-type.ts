import type { JsonObject } from '../core/json';
import type { ResourceProperties } from './properties';
import type { ResourceContext } from './resource-context';

/**
 * One resource type: how its resources come to be, change and go. It calls the operations of its service as whoever
 * deploys, and nothing else.
 */
export interface ResourceType {
  /**
   * Every property that is carried out, and whether a change of it makes a new resource. Others are rejected by name:
   * a property that were ignored could be one that decides about access.
   */
  readonly properties: Readonly<Record<string, 'update' | 'replace'>>;
  readonly required: readonly string[];
  /** The property that fixes the physical name: a replacement that keeps it cannot work. */
  readonly nameProperty?: string;
  /**
   * The physical id is that name, so that CloudFormation finds a resource before it has made it: it can import it, and says
   * that a name is taken. Not where the identifier is an ARN that no template can know, as with permission sets.
   */
  readonly identifiedByName?: true;
  /** Attributes that Fn::GetAtt may ask for. */
  readonly attributes: readonly string[];
  /** Present when the resource gives or changes IAM permissions, and so needs the caller's acknowledgement. */
  readonly capability?: 'CAPABILITY_IAM';

  /** @throws Error: the resource is CREATE_FAILED with its message */
  create(properties: ResourceProperties, context: ResourceContext): Created | Promise<Created>;
  /** A physical id other than the old one means that a custom resource has replaced itself. */
  update(update: ResourceUpdate, context: ResourceContext): Created | Promise<Created>;
  /** What is gone already is as deleted as can be. */
  delete(existing: ExistingResource, context: ResourceContext): void | Promise<void>;
  /**
   * The resource as it is in the account now, undefined when it is gone. Absent for types whose drift CloudFormation does not
   * detect: custom resources, and what only helps at deployment.
   *
   * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html
   */
  read?(physicalId: string, context: ResourceContext): Promise<LiveResource | undefined>;
}

/** By name: `AWS::S3::Bucket`. */
export type ResourceTypes = ReadonlyMap<string, ResourceType>;

/** What a resource is after it was created or updated. */
export interface Created {
  readonly physicalId: string;
  /** What Fn::GetAtt yields. */
  readonly attributes: JsonObject;
}

/** A resource as it was found; every property that has another value than its default is there. */
export interface LiveResource extends Created {
  readonly properties: JsonObject;
}

export interface ExistingResource extends Created {
  readonly properties: ResourceProperties;
}

export interface ResourceUpdate {
  /** What is there now, as far as is known: an update changes what differs from it. */
  readonly existing: ExistingResource;
  readonly properties: ResourceProperties;
}
