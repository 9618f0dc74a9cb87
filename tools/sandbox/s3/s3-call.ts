import type { Access, ServiceRequest, ServiceResponse } from '../core/service';
import type { Bucket, World } from '../core/world';
import type { ObjectData } from './object-data';

/** What a handler works with. */
export interface S3Call {
  readonly request: ServiceRequest;
  readonly bucket: Bucket;
  /** '' for the bucket itself. */
  readonly key: string;
  readonly world: World;
  readonly data: ObjectData;
  readonly access: Access;
}

export type S3Handler = (call: S3Call) => ServiceResponse | Promise<ServiceResponse>;
