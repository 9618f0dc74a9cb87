import { decodePercent } from '../wire/http-request';
import type { ServiceRequest } from '../core/service';

/** Which bucket and object a request is about: path style or virtual-hosted style. */
export interface S3Address {
  /** '' for the service itself. */
  readonly bucket: string;
  /** '' for the bucket itself; decoded. */
  readonly key: string;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
export function s3Address(request: ServiceRequest): S3Address {
  const path = decodePercent(request.path).slice(1);
  const hosted = bucketOfHost(request.headers.host ?? '');
  if (hosted !== undefined) return { bucket: hosted, key: path };
  const slash = path.indexOf('/');
  return slash < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

function bucketOfHost(host: string): string | undefined {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return /^(.+)\.localhost$/.exec(name)?.[1];
}
