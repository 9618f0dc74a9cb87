import { existingTags } from '../s3/request-context';
import type { Permission } from '../core/service';
import type { Bucket } from '../core/world';

/** The question whether someone inside AWS may do something with a bucket, or with an object in it. */
export function s3Permission(
  action: string,
  bucket: Bucket,
  key?: string,
  context: Record<string, string> = {},
): Permission {
  return {
    action,
    resource: `arn:aws:s3:::${bucket.name}${key === undefined ? '' : `/${key}`}`,
    resourceAccount: bucket.account,
    context: {
      's3:resourceaccount': bucket.account,
      's3:tlsversion': '1.3',
      ...existingTags(action.replace('s3:', ''), bucket, key ?? ''),
      ...context,
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
