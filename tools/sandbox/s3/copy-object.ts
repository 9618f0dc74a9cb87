import { decodePercent } from '../wire/http-request';
import { AwsError, notModelled, type ServiceRequest } from '../core/service';
import type { Bucket, World } from '../core/world';

export interface CopySource {
  readonly bucket: Bucket;
  readonly key: string;
}

/** Tags go along unless the request brings others, and take permissions of their own where there are any. */
export function copiesTags({ bucket, key }: CopySource, { headers }: ServiceRequest): boolean {
  return headers['x-amz-tagging-directive'] !== 'REPLACE' && bucket.objectTags?.has(key) === true;
}

/**
 * Bucket and key of `x-amz-copy-source`: `/BUCKET/KEY`, percent-encoded.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function copySource(request: ServiceRequest, world: World): CopySource | undefined {
  const header = request.headers['x-amz-copy-source'];
  if (header === undefined) return undefined;
  const condition = Object.keys(request.headers).find((name) => name.startsWith('x-amz-copy-source-if-'));
  if (condition !== undefined) throw notModelled(`S3's CopyObject with ${condition}`);
  if (request.query.has('uploadId')) throw notModelled("S3's UploadPartCopy");
  const [path = '', query] = header.split('?');
  if (query !== undefined) throw notModelled("S3's CopyObject from a version");
  const source = decodePercent(path).replace(/^\//, '');
  const slash = source.indexOf('/');
  if (slash <= 0) throw new AwsError('InvalidArgument', 'Invalid copy source bucket name');
  const bucket = world.buckets.get(source.slice(0, slash));
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return { bucket, key: source.slice(slash + 1) };
}
