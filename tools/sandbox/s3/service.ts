import {
  AwsError,
  notModelled,
  type Operation,
  type Permission,
  type Service,
  type ServiceRequest,
} from '../core/service';
import type { Bucket, World } from '../core/world';
import { askedOf } from './asked';
import { bucketHandlers } from './bucket-operations';
import { controlOperation, isControlRequest } from './control-operations';
import { copiesTags, copySource } from './copy-object';
import { bodyLimit, checkLimits } from './limits';
import type { ObjectData } from './object-data';
import { objectHandlers } from './object-operations';
import { checkRegion } from './region';
import { s3Permission } from './s3-permission';
import type { S3OperationRow } from './operations';
import { createBucket, listBuckets } from './whole-buckets';
import { anonymousIsRestricted } from './public-access';

/**
 * Amazon S3: who owns a bucket, where it is and what its policy says is in the world; the objects are in the store.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
 */
export function s3Service(world: World, data: ObjectData): Service {
  return {
    name: 's3',
    protocol: 's3',
    recognition: {}, // what no other service recognises is anonymous and S3's
    operations: [
      'ListBuckets',
      'CreateBucket',
      ...Object.keys(bucketHandlers),
      ...Object.keys(objectHandlers),
    ],
    bodyLimit,
    operationOf: (request) => s3Operation(request, world, data),
    operationName(request) {
      const { row } = askedOf(request);
      return typeof row === 'string' ? undefined : row.name;
    },
  };
}

function s3Operation(request: ServiceRequest, world: World, data: ObjectData): Operation {
  if (isControlRequest(request)) return controlOperation(request);
  const { bucket: bucketName, key, row } = askedOf(request);
  checkLimits(key, request);
  if (typeof row === 'string') throw notModelled(`S3's ${row}`);
  if (row.name === 'ListBuckets') return listBuckets(request, world);
  if (row.name === 'CreateBucket') return createBucket(bucketName, request, world, data);
  const bucket = world.buckets.get(bucketName);
  if (bucket === undefined) {
    throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, {
      fields: { BucketName: bucketName },
    });
  }
  checkRegion(bucket, row, request);
  if (anonymousIsRestricted(bucket, request.caller)) throw new AwsError('AccessDenied', 'Access Denied', 403);
  const handler = bucketHandlers[row.name] ?? objectHandlers[row.name];
  return {
    name: row.name,
    permissions: permissionsOf(row, bucket, key, request, world),
    run: (access) => {
      if (handler === undefined) throw notModelled(`S3's ${row.name}`);
      return handler({ request, bucket, key, world, data, access });
    },
  };
}

function permissionsOf(
  row: S3OperationRow,
  bucket: Bucket,
  key: string,
  request: ServiceRequest,
  world: World,
): Permission[] {
  if (row.name === 'DeleteObjects') return []; // asked key by key
  const to = (action: string): Permission => s3Permission(action, bucket, key, request);
  const needed = [to(request.query.has('versionId') ? (row.versionAction ?? row.action) : row.action)];
  if (row.name === 'PutObject' || row.name === 'CreateMultipartUpload') {
    if (request.headers['x-amz-tagging'] !== undefined) needed.push(to('PutObjectTagging'));
    if (request.headers['x-amz-acl'] !== undefined) needed.push(to('PutObjectAcl'));
  }
  const source = copySource(request, world);
  if (source !== undefined) {
    const from = (action: string): Permission => s3Permission(action, source.bucket, source.key, request);
    needed.unshift(from('GetObject'));
    if (row.name === 'PutObject' && copiesTags(source, request))
      needed.push(from('GetObjectTagging'), to('PutObjectTagging'));
  }
  if (row.name === 'GetObjectAttributes') needed.push(to('GetObject'));
  return needed;
}
