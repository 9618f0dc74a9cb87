import type { Caller } from '../../iam/request';
import { AwsError, type Protocol } from '../core/service';
import { sessionArn } from '../core/session';
import type { Credential, World } from '../core/world';
import type { HttpRequest } from '../wire/http-request';
import { checkClock, authenticationFailure, malformedSignature } from '../wire/authentication-failure';
import { areChunksSigned } from '../wire/signed-chunks';
import {
  isSameSecret,
  isSignedWith,
  MalformedSignature,
  readSignature,
  sha256Hex,
  type Signature,
} from '../wire/signature';

/** Who sent a request, proved. */
export interface Identity {
  readonly caller: Caller;
  /** Absent for the anonymous. */
  readonly credential?: Credential;
  readonly signature?: Signature;
}

/**
 * Finds the credential that a request was signed with and checks signature, clock, session token and expiry, in an
 * order that tells a stranger nothing: who cannot sign does not learn whether a session has expired.
 *
 * @throws AwsError in the words of the service's protocol
 */
export async function authenticate(
  request: HttpRequest,
  protocol: Protocol,
  world: World,
): Promise<Identity> {
  refuseVersion2(request);
  const signature = readOrRefuse(request, protocol);
  if (signature === undefined) {
    if (protocol === 's3') return { caller: { kind: 'anonymous' } };
    throw authenticationFailure('no signature', protocol);
  }
  const credential = world.credentials.get(signature.accessKeyId);
  if (credential === undefined) throw authenticationFailure('unknown access key', protocol);
  if (
    protocol === 's3' &&
    signature.carrier === 'header' &&
    request.headers['x-amz-content-sha256'] === undefined
  ) {
    throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  if (!(await isSignedWith(credential.secretAccessKey, signature, request)))
    throw authenticationFailure('wrong signature', protocol);
  if (protocol === 's3' && !(await areChunksSigned(credential.secretAccessKey, signature, request))) {
    throw authenticationFailure('wrong signature', protocol);
  }
  checkMoment(signature, world.now(), protocol);
  checkSession(credential, signature, world.now(), protocol);
  if (protocol === 's3') checkPayload(request);
  return { caller: callerOf(credential, world, protocol), credential, signature };
}

/** As regions do that opened after 2013. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html */
function refuseVersion2({ headers, query }: HttpRequest): void {
  const isVersion2 =
    headers.authorization?.startsWith('AWS ') || query.some(([name]) => name === 'AWSAccessKeyId');
  if (!isVersion2) return;
  throw new AwsError(
    'InvalidRequest',
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  );
}

function readOrRefuse(request: HttpRequest, protocol: Protocol): Signature | undefined {
  try {
    const signature = readSignature(request);
    if (signature !== undefined && !signature.longDate.startsWith(signature.shortDate)) {
      throw new MalformedSignature(
        'Date in Credential scope does not match YYYYMMDD from the date of the request',
      );
    }
    return signature;
  } catch (error) {
    if (error instanceof MalformedSignature) throw malformedSignature(error.message, protocol);
    throw error;
  }
}

function checkMoment(signature: Signature, now: Date, protocol: Protocol): void {
  if (signature.expiresIn === undefined) return checkClock(signature.signedAt, now, protocol);
  const age = now.getTime() - signature.signedAt.getTime();
  if (age > signature.expiresIn * 1000) throw new AwsError('AccessDenied', 'Request has expired', 403);
  if (age < -15 * 60_000) throw new AwsError('AccessDenied', 'Request is not yet valid', 403);
}

function checkSession(credential: Credential, signature: Signature, now: Date, protocol: Protocol): void {
  if (credential.kind === 'user') {
    if (signature.sessionToken !== undefined) throw authenticationFailure('wrong session token', protocol);
    return;
  }
  // To S3 such a key is none at all without its token.
  if (signature.sessionToken === undefined)
    throw authenticationFailure(protocol === 's3' ? 'unknown access key' : 'wrong session token', protocol);
  if (!isSameSecret(Buffer.from(credential.sessionToken), Buffer.from(signature.sessionToken)))
    throw authenticationFailure('wrong session token', protocol);
  if (now >= credential.expiresAt) throw authenticationFailure('expired session', protocol);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function checkPayload(request: HttpRequest): void {
  const claimed = request.headers['x-amz-content-sha256'];
  if (claimed === undefined || claimed === 'UNSIGNED-PAYLOAD' || claimed.startsWith('STREAMING-')) return;
  const actual = sha256Hex(request.body);
  if (claimed === actual) return;
  throw new AwsError(
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
    400,
    { fields: { ClientComputedContentSHA256: claimed, S3ComputedContentSHA256: actual } },
  );
}

/** A user or role that is gone takes its credentials along; a role made again under the same name is another role. */
function callerOf(credential: Credential, world: World, protocol: Protocol): Caller {
  const account = world.accounts.get(credential.account);
  if (credential.kind === 'user') {
    const user = account?.users.get(credential.userName);
    if (user === undefined) throw authenticationFailure('unknown access key', protocol);
    return { kind: 'user', account: credential.account, arn: user.arn };
  }
  const role = account?.roles.get(credential.roleName);
  if (role === undefined || role.id !== credential.roleId)
    throw authenticationFailure('unknown access key', protocol);
  return {
    kind: 'role-session',
    account: credential.account,
    arn: sessionArn(credential.account, role.name, credential.sessionName),
    roleArn: role.arn,
  };
}
