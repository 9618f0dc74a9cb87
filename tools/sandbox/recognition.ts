import type { Protocol, Service } from './core/service';
import type { RequestHead } from './wire/http-request';
import { MalformedSignature, readSignature } from './wire/signature';

/** The name of the service that is asked for, where nothing but a body that nobody reads would tell. */
export const UNKNOWN_SERVICE = '?';

/**
 * Which service a request is for, by the name that ARNs and actions have for it. A signature says it; the rest is told by
 * what each service says of its requests. A target that no service knows names its service itself, and what nobody
 * recognises is S3's, whose requests may be anonymous.
 */
export function serviceNamed(http: RequestHead, services: readonly Service[]): string {
  const signed = signedService(http);
  if (signed !== undefined) return signed;
  const [target] = http.headers['x-amz-target']?.split('.') ?? [];
  const found =
    services.find(({ recognition: { header } }) => header !== undefined && header in http.headers) ??
    services.find(({ recognition: { paths } }) => paths?.has(http.rawPath)) ??
    services.find(({ recognition: { jsonTarget } }) => jsonTarget !== undefined && jsonTarget === target);
  if (found !== undefined) return found.name;
  if (target !== undefined) return target;
  return http.method === 'POST' && http.rawPath === '/' && isForm(http) ? UNKNOWN_SERVICE : 's3';
}

function signedService(http: RequestHead): string | undefined {
  try {
    return readSignature(http)?.service;
  } catch (error) {
    if (error instanceof MalformedSignature) return undefined;
    throw error;
  }
}

/** For errors about a service that the sandbox does not have. But for a few old ones, they speak JSON. */
export function guessedProtocol(http: RequestHead, service: string): Protocol {
  if (http.headers['x-amz-target'] !== undefined) return 'json';
  // Errors of REST-XML look like those of the query protocol, except for S3 and its relatives (`s3express`).
  if (isForm(http) || service === 'route53' || service === 'cloudfront') return 'query';
  return service.startsWith('s3') ? 's3' : 'rest-json';
}

const isForm = (http: RequestHead): boolean =>
  http.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
