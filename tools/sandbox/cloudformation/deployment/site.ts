import type { Account, World } from '../../core/world';
import type { ObjectStore } from '../../core/object-store';
import type { Exports } from '../template/resolution';
import type { ResourceTypes } from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ServiceClient } from '../../resource-type/service-client';
import { newNameSuffix } from '../../resource-type/physical-name';
import type { Stack } from '../stacks/stack';

/** Where a stack is deployed to: its account and region, and what its resources are made of. */
export interface Site {
  readonly world: World;
  readonly account: Account;
  readonly region: string;
  readonly objects: ObjectStore;
  readonly types: ResourceTypes;
  readonly exported: Exports;
  /** The stacks of this account and region that use an export's value. */
  importersOf(exportName: string): Stack[];
  /** The stack of this account, in whatever region, that a resource belongs to. */
  ownerOf(type: string, physicalId: string): Stack | undefined;
  /**
   * The services, called as whoever makes a stack's resources.
   *
   * @throws AwsError for an execution role that CloudFormation may not assume
   */
  deployer(roleArn: string | undefined): ServiceClient;
  /** The services, called by CloudFormation for itself: to see whether a name is taken, and nothing else. */
  readonly lookingAround: ServiceClient;
}

export function resourceContext(
  aws: ServiceClient,
  stack: Pick<Stack, 'id' | 'name'>,
  logicalId: string,
  type: string,
): ResourceContext {
  return {
    aws,
    stackId: stack.id,
    stackName: stack.name,
    logicalId,
    nameSuffix: newNameSuffix(),
    type,
  };
}
