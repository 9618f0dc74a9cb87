import type { Permission, ServiceRequest } from '../core/service';
import type { Bucket } from '../core/world';
import { requestContext } from './request-context';

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
  return {
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${bucket.name}${key === '' ? '' : `/${key}`}`,
    resourceAccount: bucket.account,
    context: {
      ...requestContext(request, action, bucket, key),
      's3:resourceaccount': bucket.account,
    },
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
