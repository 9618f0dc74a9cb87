import type { ObjectStore } from '../core/object-store';
import type { Account, World } from '../core/world';

/** Where and for whom a resource is made. */
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
}
