import type { ServiceClient } from './service-client';

/** Where and for whom a resource is made. */
export interface ResourceContext {
  /** Whoever deploys, calling the services. */
  readonly aws: ServiceClient;
  readonly stackId: string;
  readonly stackName: string;
  readonly logicalId: string;
  /** Makes the physical name of a new resource unique, where the template does not give one. */
  readonly nameSuffix: string;
  readonly type: string;
}
