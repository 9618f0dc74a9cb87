import { inspect, types } from 'node:util';
import { ServiceException } from '@smithy/core/client';
import { NoAnswer } from './no-answer';
import { programFailure, withoutCommand } from './credential-program';

/** What became of one call. */
export type Outcome =
  | { readonly kind: 'done'; /** For the report: `3 objects`. */ readonly saw: string }
  | Failure;

export interface Failure {
  readonly kind: 'failed';
  readonly how: FailureKind;
  /** AWS's error code where AWS answered, otherwise the network's: `AccessDenied`, `ECONNREFUSED`. */
  readonly code: string;
  /** AWS's own words. */
  readonly message: string;
  /** Of AWS's answer: support, and the sandbox, can look the request up by it. */
  readonly requestId?: string;
}

export type FailureKind =
  /** AWS understood the request and said no, for the reason in `code`. */
  | 'answered'
  /** The keys are missing, expired, unknown or badly signed: AWS never got as far as deciding. */
  | 'not-signed-in'
  /** The program of the profile's `credential_process` gave no keys; `message` begins with its name. */
  | 'program'
  | 'throttled'
  | 'timeout'
  /** No connection, or not an answer that AWS would give. */
  | 'network'
  /** AWS's own fault: 5xx. */
  | 'aws'
  /** The call worked and what came back is not what was promised. */
  | 'unexpected-content'
  /** There was nothing to try it on. */
  | 'nothing-to-try';

/** Thrown by a probe that got an answer which is not the promised one. */
export class UnexpectedContent extends Error {}

/** Thrown by a probe that found nothing to work with. */
export class NothingToTry extends Error {}

/** Sorts anything that an SDK call may throw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UnexpectedContent)
    return failed('unexpected-content', 'UnexpectedContent', error.message);
  if (error instanceof NothingToTry) return failed('nothing-to-try', 'NothingToTry', error.message);
  if (error instanceof NoAnswer) return failed('network', error.code, error.message);
  if (error instanceof ServiceException) return failureOfAnswer(error);
  const code = codeOf(error);
  const message = messageOf(error);
  if (TIMEOUT_CODES.has(code)) return failed('timeout', code, message);
  if (code === 'CredentialsProviderError' || code === 'TokenProviderError')
    return credentialsFailure(message);
  // A file that the profile names: of a web identity's token.
  if (FILE_CODES.has(code)) return failed('not-signed-in', 'BadProfile', message);
  // The SDK read an answer and could not.
  if (isRecord(error) && '$metadata' in error) return failed('network', 'UnreadableAnswer', message);
  return failed('network', code, message);
}

/** Says nothing about access, whoever says it: to wait, to set the clock, or that the server is at fault. */
export function decidesNothing(code: string | undefined, status: number): boolean {
  if (code === undefined) return false;
  return status >= 500 || includesCode(THROTTLING_CODES, code) || includesCode(CLOCK_CODES, code);
}

/**
 * Whether two codes are one. AWS's protocols write a code in their own ways: `AccessDenied` in XML,
 * `AccessDeniedException` in JSON.
 */
export function sameCode(one: string, other: string): boolean {
  return withoutProtocol(one) === withoutProtocol(other);
}

export function includesCode(codes: readonly string[], code: string): boolean {
  return codes.some((one) => sameCode(one, code));
}

const withoutProtocol = (code: string): string =>
  code
    .replace(/^.*#/, '')
    .replace(/(Exception|Error)$/i, '')
    .toLowerCase();

/**
 * An answer about the request, of which nobody has seen that AWS gives it only to those who may make it: ACLs that are
 * off, a policy that is none.
 */
export function provesNothing({ how, code }: { readonly how: string; readonly code: string }): boolean {
  return how === 'answered' && includesCode(['AccessControlListNotSupported', 'MalformedPolicy'], code);
}

function failureOfAnswer(error: ServiceException): Failure {
  const status = error.$metadata.httpStatusCode ?? 0;
  // A HEAD has no body, so the SDK makes the code up from the status.
  const code = status === 403 && HEAD_CODES.has(error.name) ? 'AccessDenied' : error.name;
  const message = error.message || `HTTP ${status}`;
  if (includesCode(NOT_SIGNED_IN_CODES, code)) return failed('not-signed-in', code, message);
  if (includesCode(THROTTLING_CODES, code) || status === 429 || status === 503)
    return failed('throttled', code, message);
  const { requestId } = error.$metadata;
  const answer = failed(status >= 500 ? 'aws' : 'answered', code, message);
  return requestId === undefined ? answer : { ...answer, requestId };
}

/** The providers wrap what the SSO portal or STS answered into their own error and keep only its text. */
function credentialsFailure(text: string): Failure {
  const program = programFailure(text);
  if (program !== undefined) return failed('program', program.code, program.message);
  const message = withoutCommand(text);
  if (/ForbiddenException|\bNo access\b/i.test(message))
    return failed('answered', 'ForbiddenException', message);
  if (/timeout|timed out|ETIMEDOUT/i.test(message)) return failed('timeout', 'TimeoutError', message);
  const network = /ECONNREFUSED|ENOTFOUND|ECONNRESET|EAI_AGAIN|EHOSTUNREACH|socket hang up/.exec(message);
  if (network) return failed('network', network[0], message);
  if (/\bInvalid URL\b/.test(message)) return failed('network', 'ERR_INVALID_URL', message);
  // The portal answered, and no keys were in it.
  if (/^SSO returns an invalid/.test(message)) return failed('network', 'UnreadableAnswer', message);
  return failed('not-signed-in', 'CredentialsProviderError', message);
}

function failed(how: FailureKind, code: string, message: string): Failure {
  return { kind: 'failed', how, code, message: message.replaceAll(/\s+/g, ' ').trim() };
}

const HEAD_CODES = new Set(['403', 'Forbidden', 'UnknownError', 'Unknown', 'AccessDenied']);
const FILE_CODES = new Set(['ENOENT', 'EACCES', 'EISDIR']);
const TIMEOUT_CODES = new Set(['TimeoutError', 'AbortError', 'ETIMEDOUT']);

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html and https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const NOT_SIGNED_IN_CODES = [
  'ExpiredToken',
  'ExpiredTokenException',
  'IncompleteSignature',
  'InvalidAccessKeyId',
  'InvalidClientException',
  'InvalidClientTokenId',
  'InvalidGrantException',
  'InvalidToken',
  'MissingAuthenticationToken',
  'RequestExpired',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
  'TokenRefreshRequired',
  'UnauthorizedException',
  'UnrecognizedClientException',
];

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const CLOCK_CODES = ['RequestTimeTooSkewed', 'RequestExpired'];

const THROTTLING_CODES = [
  'RequestLimitExceeded',
  'RequestThrottled',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Errors of Node's own may come from another realm, where `instanceof` says no: a test runner has several. */
function isError(error: unknown): error is Error & { readonly code?: unknown; readonly input?: unknown } {
  return types.isNativeError(error);
}

/** Node's or AWS's. */
export function codeOf(error: unknown): string {
  if (!isError(error)) return 'Error';
  return typeof error.code === 'string' ? error.code : error.name;
}

/** Node reports a connection tried over IPv4 and IPv6 as an AggregateError without a message of its own. */
export function messageOf(error: unknown): string {
  if (isRecord(error) && Array.isArray(error['errors']) && error['message'] === '')
    return error['errors'].map(messageOf).join('; ');
  if (isError(error)) {
    const input = typeof error.input === 'string' ? ` (${error.input})` : ''; // of ERR_INVALID_URL
    return `${error.message}${input}`;
  }
  return typeof error === 'string' ? error : inspect(error); // String() throws for what has no usable toString
}
