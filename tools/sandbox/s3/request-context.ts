import type { Context } from '../../iam/evaluate';
import type { ServiceRequest } from '../service';

/**
 * S3's own condition keys of a request, in lower case; what the request does not say is absent.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys
 */
export function requestContext(request: ServiceRequest): Context {
  const context: Record<string, string> = {
    's3:tlsversion': '1.3', // see aws:SecureTransport in front-door/request-context.ts
  };
  for (const [parameter, key] of QUERY_KEYS) {
    const value = request.query.get(parameter);
    if (value !== null) context[key] = value;
  }
  for (const name of HEADER_KEYS) {
    const value = request.headers[name];
    if (value !== undefined) context[`s3:${name}`] = value;
  }
  if (request.caller.kind !== 'anonymous') {
    context['s3:signatureversion'] = 'AWS4-HMAC-SHA256';
    context['s3:authtype'] =
      request.headers.authorization === undefined ? 'REST-QUERY-STRING' : 'REST-HEADER';
  }
  return context;
}

const QUERY_KEYS = [
  ['prefix', 's3:prefix'],
  ['delimiter', 's3:delimiter'],
  ['max-keys', 's3:max-keys'],
  ['versionId', 's3:versionid'],
] as const;

const HEADER_KEYS = [
  'x-amz-acl',
  'x-amz-content-sha256',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-storage-class',
] as const;
