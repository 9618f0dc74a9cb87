import { AwsError, type Protocol } from '../core/service';
import { authenticationFailure, malformedSignature } from './authentication-failure';
import type { RequestHead } from './http-request';
import { MalformedSignature, readSignature, type Signature } from './signature';

/**
 * What every request passes before anything else looks at it, by its head alone: whether it was meant for this computer,
 * and whether its signature has the form of one and covers what AWS wants covered.
 *
 * @returns the signature, unproved; undefined for a request without one
 * @throws AwsError in the words of the protocol
 */
export function passGate(head: RequestHead, protocol: Protocol): Signature | undefined {
  checkSender(head, protocol);
  checkMechanism(head);
  const signature = readOrReject(head, protocol);
  if (signature !== undefined) checkSignedHeaders(head, signature, protocol);
  return signature;
}

/**
 * A page on some web site may send requests here from the browser of whoever runs this. Its name for this computer is
 * another one (DNS rebinding), or the browser says where the page is from.
 *
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Origin
 */
export function checkSender({ headers }: RequestHead, protocol: Protocol): void {
  const { host = '', origin } = headers;
  if (!OWN_HOST.test(host))
    throw denied(
      'The sandbox answers only to 127.0.0.1, localhost, [::1] and names under localhost.',
      protocol,
    );
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    throw denied('The sandbox answers no page but its own.', protocol);
}

const OWN_HOST = /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9_-]{1,63}\.)*localhost)(?::\d{1,5})?$/i;

function denied(message: string, protocol: Protocol): AwsError {
  const isJson = protocol === 'json' || protocol === 'rest-json';
  return new AwsError(isJson ? 'AccessDeniedException' : 'AccessDenied', message, 403);
}

/**
 * Version 2 is turned away as by regions that opened after 2013, and so are two signatures at once.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
 */
function checkMechanism({ headers, query }: RequestHead): void {
  const isVersion2 =
    headers.authorization?.startsWith('AWS ') || query.some(([name]) => name === 'AWSAccessKeyId');
  if (isVersion2) {
    throw new AwsError(
      'InvalidRequest',
      'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
    );
  }
  const isPresigned = query.some(([name]) => name === 'X-Amz-Algorithm' || name === 'X-Amz-Signature');
  if (isPresigned && headers.authorization !== undefined) {
    throw new AwsError(
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    );
  }
}

function readOrReject(head: RequestHead, protocol: Protocol): Signature | undefined {
  try {
    const signature = readSignature(head);
    if (signature === undefined) return undefined;
    // Every lifetime but S3's has a default: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    if (protocol === 's3' && signature.carrier === 'query' && signature.expiresIn === undefined)
      throw new MalformedSignature(PRESIGNED_NEEDS, 'query');
    // Anything else is as wrong as any other signature; `Buffer.from(…, 'hex')` would read what stands before it.
    if (!/^[0-9a-f]{64}$/.test(signature.signature)) throw authenticationFailure('wrong signature', protocol);
    return signature;
  } catch (error) {
    if (error instanceof MalformedSignature) throw malformedSignature(error.message, error.part, protocol);
    throw error;
  }
}

const PRESIGNED_NEEDS =
  'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.';

/**
 * What is in force must be signed. The hash of the body is, with or without its header: it is a line of what is signed.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * https://github.com/apache/arrow-rs-object-store/issues/484 (S3's answer, recorded)
 */
function checkSignedHeaders(
  { headers }: RequestHead,
  { signedHeaders }: Signature,
  protocol: Protocol,
): void {
  const unsigned = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !signedHeaders.includes(name),
  );
  const [first] = unsigned;
  if (first === undefined) return;
  if (protocol === 's3') {
    const message = 'There were headers present in the request which were not signed';
    throw new AwsError('AccessDenied', message, 403, { fields: { HeadersNotSigned: unsigned.join(', ') } });
  }
  throw authenticationFailure(
    'wrong signature',
    protocol,
    `'${first}' must be a 'SignedHeader' in the AWS Authorization.`,
  );
}
