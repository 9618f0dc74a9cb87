import type { Context } from '../../iam/request';
import type { World } from '../core/world';
import type { Identity } from './authenticate';
import type { RequestHead } from '../wire/http-request';

/**
 * The global condition keys of a request, in lower case; a key that AWS would not send is absent.
 *
 * `aws:SecureTransport` is true although the sandbox speaks plain HTTP: its one address stands for AWS's HTTPS
 * endpoints, behind a front door that ends TLS, and never leaves localhost. Otherwise the bucket policies that real
 * accounts deploy (deny without TLS) would deny everything here.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function globalContext(
  request: RequestHead,
  identity: Identity,
  region: string,
  world: World,
): Context {
  const now = world.now();
  const { 'user-agent': userAgent, referer } = request.headers;
  return {
    'aws:currenttime': isoSeconds(now),
    'aws:epochtime': String(Math.floor(now.getTime() / 1000)),
    'aws:securetransport': 'true',
    'aws:sourceip': request.sourceIp,
    'aws:requestedregion': region,
    'aws:viaawsservice': 'false',
    'aws:principalisawsservice': 'false',
    ...(userAgent === undefined ? {} : { 'aws:useragent': userAgent }),
    ...(referer === undefined ? {} : { 'aws:referer': referer }),
    ...principalContext(identity, world),
  };
}

function principalContext(identity: Identity, world: World): Context {
  const { caller, credential } = identity;
  if (credential === undefined) return { 'aws:principaltype': 'Anonymous', 'aws:userid': 'anonymous' };
  const account = world.accounts.get(credential.account);
  if (credential.kind === 'user') {
    return {
      'aws:principalarn': caller.kind === 'user' ? caller.arn : '',
      'aws:principalaccount': credential.account,
      'aws:principaltype': 'User',
      'aws:userid': account?.users.get(credential.userName)?.id ?? '',
      'aws:username': credential.userName,
    };
  }
  return {
    // of a session: the role's ARN, with its path
    'aws:principalarn': caller.kind === 'role-session' ? caller.roleArn : '',
    'aws:principalaccount': credential.account,
    'aws:principaltype': 'AssumedRole',
    'aws:userid': `${credential.roleId}:${credential.sessionName}`,
    'aws:tokenissuetime': isoSeconds(credential.issuedAt),
    // Sessions that STS issues without a code carry `false`; Identity Center's do not carry the key at all.
    ...(credential.fromPortal ? {} : { 'aws:multifactorauthpresent': 'false' }),
  };
}

export const isoSeconds = (date: Date): string => date.toISOString().replace(/\.\d{3}Z$/, 'Z');
