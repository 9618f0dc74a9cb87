import { decodePercent } from '../front-door/http-request';
import { AwsError, notModelled, type ServiceRequest } from '../service';
import type { Bucket, World } from '../world';

/**
 * Bucket and key of `x-amz-copy-source`: `/BUCKET/KEY`, percent-encoded.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export function copySource(
  request: ServiceRequest,
  world: World,
): { bucket: Bucket; key: string } | undefined {
  const header = request.headers['x-amz-copy-source'];
  if (header === undefined) return undefined;
  if (request.query.has('uploadId')) throw notModelled("S3's UploadPartCopy");
  const [path = '', query] = header.split('?');
  if (query !== undefined) throw notModelled("S3's CopyObject from a version");
  const source = decodePercent(path).replace(/^\//, '');
  const slash = source.indexOf('/');
  if (slash <= 0) throw new AwsError('InvalidArgument', 'Invalid copy source bucket name', 400);
  const bucket = world.buckets.get(source.slice(0, slash));
  if (bucket === undefined) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
  return { bucket, key: source.slice(slash + 1) };
}
