import type { Caller } from '../../iam/request';
import { AwsError, type Protocol } from '../core/service';
import { sessionArn } from '../core/session';
import type { Credential } from '../core/identities';
import type { World } from '../core/world';
import type { RequestHead } from '../wire/http-request';
import { checkClock, authenticationFailure } from '../wire/authentication-failure';
import { areChunksSigned } from '../wire/signed-chunks';
import { isSameSecret, isSignedWith, sha256Hex, type Signature } from '../wire/signature';

/** Who sent a request, proved. */
export interface Identity {
  readonly caller: Caller;
  /** Absent for the anonymous. */
  readonly credential?: Credential;
  readonly signature?: Signature;
}

/**
 * Finds the credential that a request was signed with and checks clock, signature, session token and expiry, in an order
 * that tells a stranger nothing: who cannot sign does not learn whether a session has expired. The body is read only where
 * it is part of what is signed, and then last.
 *
 * @param signature as the gate read it
 * @throws AwsError in the words of the service's protocol
 */
export async function authenticate(
  request: RequestHead,
  signature: Signature | undefined,
  protocol: Protocol,
  body: () => Promise<Buffer>,
  world: World,
): Promise<Identity> {
  if (signature === undefined) {
    if (protocol === 's3') return { caller: { kind: 'anonymous' } };
    throw authenticationFailure('no signature', protocol);
  }
  const credential = world.credentials.get(signature.accessKeyId);
  if (credential === undefined) throw authenticationFailure('unknown access key', protocol);
  checkMoment(signature, world.now(), protocol);
  const hash = signature.service === 's3' ? claimedHash(request, signature) : sha256Hex(await body());
  if (!(await isSignedWith(credential.secretAccessKey, signature, request, hash)))
    throw authenticationFailure('wrong signature', protocol);
  checkSession(credential, signature, world.now(), protocol);
  return { caller: callerOf(credential, world, protocol), credential, signature };
}

/** S3 signs what the header says; the body is compared with it by {@link checkBody}, when it is read. */
function claimedHash({ headers }: RequestHead, { carrier }: Signature): string {
  const claimed = headers['x-amz-content-sha256'];
  if (claimed !== undefined) return claimed;
  if (carrier === 'query') return 'UNSIGNED-PAYLOAD';
  throw new AwsError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
}

/** Whether a body sent to S3 is the one that was signed, whole or chunk by chunk. */
export async function checkBody(
  body: Buffer,
  request: RequestHead,
  { credential, signature }: Identity,
): Promise<void> {
  if (credential === undefined || signature === undefined) return;
  if (!(await areChunksSigned(credential.secretAccessKey, signature, request, body)))
    throw authenticationFailure('wrong signature', 's3');
  checkPayload(request, body);
}

function checkMoment(signature: Signature, now: Date, protocol: Protocol): void {
  if (signature.expiresIn === undefined) return checkClock(signature, now, protocol);
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
function checkPayload(request: RequestHead, body: Buffer): void {
  const claimed = request.headers['x-amz-content-sha256'];
  if (claimed === undefined || claimed === 'UNSIGNED-PAYLOAD' || claimed.startsWith('STREAMING-')) return;
  const actual = sha256Hex(body);
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
