import type { Account, World } from '../../core/world';
import type { ObjectStore } from '../../core/object-store';
import type { Exports } from '../template/resolution';
import type { Deployer } from './resource-permissions';
import type { ResourceTypes } from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
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
   * Who makes a stack's resources.
   *
   * @throws AwsError for an execution role that CloudFormation may not assume
   */
  deployer(roleArn: string | undefined): Deployer;
}

export function resourceContext(site: Site, stack: Stack, logicalId: string, type: string): ResourceContext {
  const { world, account, region, objects } = site;
  return {
    world,
    account,
    region,
    objects,
    stackId: stack.id,
    stackName: stack.name,
    logicalId,
    nameSuffix: newNameSuffix(),
    type,
  };
}
