import type { JsonObject } from '../../core/json';
import type { ResourceProperties } from '../../resource-type/properties';
import type { ServiceClient } from '../../resource-type/service-client';

/**
 * What CloudFormation sends to the function behind a custom resource.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requesttypes.html
 */
export interface CustomResourceEvent {
  readonly requestType: 'Create' | 'Update' | 'Delete';
  readonly properties: ResourceProperties;
  /** Of an update: those before. */
  readonly before: ResourceProperties;
  /** '' before the resource is there. */
  readonly physicalId: string;
}

export interface CustomResourceResult {
  /** @default - the one that the event has */
  readonly physicalId?: string;
  /** What Fn::GetAtt yields. */
  readonly data?: JsonObject;
}

/** What one function does, with the rights of its role. @throws Error: the resource has failed, with its message */
export type CustomResourceFunction = (
  event: CustomResourceEvent,
  aws: ServiceClient,
) => Promise<CustomResourceResult>;
