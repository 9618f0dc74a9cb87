import type { Account, World } from '../core/world';
import type { JsonObject } from '../core/json';
import type { ObjectStore } from '../core/object-store';
import type { ResourceProperties } from './properties';

/** One resource type: how it comes to be, changes and goes. Handlers change the world and nothing else. */
export interface ResourceHandler {
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

  /** @throws AwsError: the resource is CREATE_FAILED with its message */
  create(properties: ResourceProperties, context: ResourceContext): Created | Promise<Created>;
  /** A physical id other than the old one means that a custom resource has replaced itself. */
  update(update: ResourceUpdate, context: ResourceContext): Created | Promise<Created>;
  delete(existing: ExistingResource, context: ResourceContext): void | Promise<void>;
}

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

/** Where and for whom a handler works. */
export interface ResourceContext {
  readonly world: World;
  readonly account: Account;
  readonly region: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  /** Makes the physical name of a new resource unique, where the template does not give one. */
  readonly nameSuffix: string;
  readonly type: string;
  readonly objects: ObjectStore;
  readonly functions: LambdaFunctions;
  /**
   * The object store as seen by a Lambda function: every call is decided by the policies of the function's role.
   *
   * @throws Error when there is no such function
   */
  objectsAs(functionArn: string): ObjectStore;
}

/** Lambda functions by ARN. The sandbox has no Lambda service: they exist to lend their role to custom resources. */
export type LambdaFunctions = Map<string, LambdaFunction>;

export interface LambdaFunction {
  readonly arn: string;
  readonly name: string;
  roleArn: string;
}
