import { AwsError, type Protocol } from '../core/service';

/** Why a request is turned away before anybody asks what it wants. */
export type AuthenticationFailure =
  | 'no signature'
  | 'unknown access key'
  | 'wrong signature'
  | 'wrong session token'
  | 'expired session';

/**
 * AWS's own code, status and sentence, which differ by protocol.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export function authenticationFailure(
  why: AuthenticationFailure,
  protocol: Protocol,
  instead?: string,
): AwsError {
  const [code, status, message] = FAILURES[why][protocol === 'rest-json' ? 'json' : protocol];
  return new AwsError(code, instead ?? message, status);
}

/**
 * `IncompleteSignature` and its relatives: the signature could not be read at all. S3 has a code for each place where a
 * signature can be; that a header's date is missing or none it says in the words of version 2.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 * https://github.com/hubrick/vertx-s3-client/issues/5 (of a date, recorded)
 */
export function malformedSignature(
  detail: string,
  part: 'header' | 'query' | 'date',
  protocol: Protocol,
): AwsError {
  if (protocol !== 's3') {
    return new AwsError(
      protocol === 'query' ? 'IncompleteSignature' : 'IncompleteSignatureException',
      detail,
    );
  }
  if (part === 'query') return new AwsError('AuthorizationQueryParametersError', detail);
  if (part === 'date')
    return new AwsError('AccessDenied', 'AWS authentication requires a valid Date or x-amz-date header', 403);
  return new AwsError('AuthorizationHeaderMalformed', `The authorization header is malformed; ${detail}`);
}

/** S3 and STS allow 15 minutes between the two clocks, the others 5. */
export function checkClock(
  { signedAt, service }: { readonly signedAt: Date; readonly service: string },
  now: Date,
  protocol: Protocol,
): void {
  const minutes = protocol === 's3' || service === 'sts' ? 15 : 5;
  const ahead = signedAt.getTime() - now.getTime();
  if (Math.abs(ahead) <= minutes * 60_000) return;
  if (protocol === 's3') {
    throw new AwsError(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      403,
      {
        fields: {
          RequestTime: stamp(signedAt),
          ServerTime: now.toISOString(),
          MaxAllowedSkewMilliseconds: '900000',
        },
      },
    );
  }
  const limit = stamp(new Date(now.getTime() + Math.sign(ahead) * minutes * 60_000));
  const message =
    ahead < 0
      ? `Signature expired: ${stamp(signedAt)} is now earlier than ${limit} (${stamp(now)} - ${minutes} min.)`
      : `Signature not yet current: ${stamp(signedAt)} is still later than ${limit} (${stamp(now)} + ${minutes} min.)`;
  throw protocol === 'query'
    ? new AwsError('SignatureDoesNotMatch', message, 403)
    : new AwsError('InvalidSignatureException', message);
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

const WRONG_SIGNATURE =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const INVALID_TOKEN = 'The security token included in the request is invalid.';
const EXPIRED_TOKEN = 'The security token included in the request is expired';

const FAILURES: Record<
  AuthenticationFailure,
  Record<Exclude<Protocol, 'rest-json'>, readonly [string, number, string]>
> = {
  'no signature': {
    query: ['MissingAuthenticationToken', 403, 'Request is missing Authentication Token'],
    json: ['MissingAuthenticationTokenException', 400, 'Missing Authentication Token'],
    s3: ['AccessDenied', 403, 'Access Denied'],
  },
  'unknown access key': {
    query: ['InvalidClientTokenId', 403, INVALID_TOKEN],
    json: ['UnrecognizedClientException', 400, INVALID_TOKEN],
    s3: ['InvalidAccessKeyId', 403, 'The AWS Access Key Id you provided does not exist in our records.'],
  },
  'wrong signature': {
    query: ['SignatureDoesNotMatch', 403, WRONG_SIGNATURE],
    json: ['InvalidSignatureException', 400, WRONG_SIGNATURE],
    s3: [
      'SignatureDoesNotMatch',
      403,
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    ],
  },
  'wrong session token': {
    query: ['InvalidClientTokenId', 403, INVALID_TOKEN],
    json: ['UnrecognizedClientException', 400, INVALID_TOKEN],
    s3: ['InvalidToken', 400, 'The provided token is malformed or otherwise invalid.'],
  },
  'expired session': {
    query: ['ExpiredToken', 403, EXPIRED_TOKEN],
    json: ['ExpiredTokenException', 400, EXPIRED_TOKEN],
    s3: ['ExpiredToken', 400, 'The provided token has expired.'],
  },
};
