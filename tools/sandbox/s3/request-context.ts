import { conditionKey } from '../../iam/condition-key';
import type { Context } from '../../iam/request';
import type { ServiceRequest } from '../core/service';
import type { Bucket } from '../core/world';

/**
 * S3's own condition keys of a request, in lower case; what the request does not say is absent, and so is what the
 * action does not have: a `prefix` in the address of an object is no `s3:prefix`.
 *
 * @param action without `s3:`
 * @param key of the object that it is about; '' for a bucket
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
export function requestContext(request: ServiceRequest, action: string, bucket?: Bucket, key = ''): Context {
  const context: Record<string, string> = {
    's3:tlsversion': '1.3', // see aws:SecureTransport in access/request-context.ts
  };
  for (const [parameter, name, has] of QUERY_KEYS) {
    const value = request.query.get(parameter);
    if (value !== null && has.test(action)) context[name] = value;
  }
  for (const [header, has] of HEADER_KEYS) {
    const value = request.headers[header];
    if (value !== undefined && has.test(action)) context[`s3:${header}`] = value;
  }
  if (request.caller.kind !== 'anonymous') {
    context['s3:signatureversion'] = 'AWS4-HMAC-SHA256';
    context['s3:authtype'] =
      request.headers.authorization === undefined ? 'REST-QUERY-STRING' : 'REST-HEADER';
  }
  return { ...context, ...(bucket === undefined ? {} : existingTags(action, bucket, key)) };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html */
function existingTags(action: string, bucket: Bucket, key: string): Record<string, string> {
  if (!HAS_EXISTING_TAGS.test(action)) return {};
  const tags = Object.entries(bucket.objectTags?.get(key) ?? {});
  return Object.fromEntries(
    tags.map(([name, value]) => [conditionKey(`s3:ExistingObjectTag/${name}`), value]),
  );
}

const LISTS = /^ListBucket(Versions)?$/;

const QUERY_KEYS = [
  ['prefix', 's3:prefix', LISTS],
  ['delimiter', 's3:delimiter', LISTS],
  ['max-keys', 's3:max-keys', LISTS],
  ['versionId', 's3:versionid', /^(Get|Put|Delete)Object(Version|$)/],
] as const;

const HEADER_KEYS = [
  ['x-amz-acl', /^(PutObject|PutObjectAcl|PutObjectVersionAcl|PutBucketAcl|CreateBucket)$/],
  ['x-amz-content-sha256', /^/],
  ['x-amz-copy-source', /^PutObject$/],
  ['x-amz-metadata-directive', /^PutObject$/],
  ['x-amz-server-side-encryption', /^PutObject$/],
  ['x-amz-server-side-encryption-aws-kms-key-id', /^PutObject$/],
  ['x-amz-storage-class', /^PutObject(Acl|VersionAcl)?$/],
] as const;

const HAS_EXISTING_TAGS =
  /^(GetObject(Version)?(Acl|Tagging)?|PutObject(Version)?(Acl|Tagging)|DeleteObject(Version)?Tagging)$/;
