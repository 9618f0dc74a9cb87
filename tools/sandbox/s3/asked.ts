import type { ServiceRequest } from '../core/service';
import { s3Address, type S3Address } from './address';
import { findOperation, type S3OperationRow } from './operations';

/** What a request asks for: the row of its operation, or the name of what the sandbox has never heard of. */
export function askedOf(request: ServiceRequest): S3Address & { readonly row: S3OperationRow | string } {
  const address = s3Address(request);
  const level = address.bucket === '' ? 'service' : address.key === '' ? 'bucket' : 'object';
  return { ...address, row: findOperation(level, request.method, request.query.keys()) };
}
