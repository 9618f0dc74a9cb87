import type { Context } from '../../iam/request';
import type { Permission, ServiceRequest } from '../core/service';
import type { Bucket } from '../core/world';
import { existingTags, requestContext } from './request-context';

/**
 * The question whether the caller of a request may do something with a bucket, or with an object in it.
 *
 * @param action without `s3:`
 * @param key '' for the bucket itself
 */
export function s3Permission(
  action: string,
  bucket: Bucket,
  key: string,
  request: ServiceRequest,
): Permission {
  return permissionOn(bucket, key, action, requestContext(request, action, bucket, key));
}

/** The same for somebody inside AWS, whose call never came in over the wire. */
export function s3PermissionFromInside(
  action: string,
  bucket: Bucket,
  key = '',
  context: Context = {},
): Permission {
  const keys = { 's3:tlsversion': '1.3', ...existingTags(action, bucket, key), ...context };
  return permissionOn(bucket, key, action, keys);
}

function permissionOn(bucket: Bucket, key: string, action: string, context: Context): Permission {
  return {
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`,
    resourceAccount: bucket.account,
    context: { ...context, 's3:resourceaccount': bucket.account },
    ...(bucket.policy === undefined
      ? {}
      : {
          resourcePolicy: {
            kind: 'resource',
            name: `bucket policy of ${bucket.name}`,
            document: bucket.policy,
          },
        }),
  };
}
