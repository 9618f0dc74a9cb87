import type { en } from '../../../words/verify-network/en';
import { sayNetwork as say } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import { includesCode, sameCode } from '../outcome';
import type { Cause, Clues, Owner } from '../situation';

type Text = keyof typeof en;

/** Nothing was learnt, so nothing is broken. */
function couldNotTell(
  id: string,
  side: Owner,
  when: (clues: Clues) => boolean,
  cause: TextWithoutSlots,
  todo: TextWithoutSlots,
): Cause {
  return { id, side, when, cause: () => say(cause), todo: () => say(todo), exitCode: ExitCode.CouldNotTell };
}

/** What the sentences of this table are: the host, the status and the code stand in what was said. */
type TextWithoutSlots = {
  [Id in Text]: (typeof en)[Id] extends `${string}{${string}` | object ? never : Id;
}[Text];

/** The request had no answer, or not one of AWS's, for one of these reasons. */
const because =
  (...codes: readonly string[]) =>
  ({ how, code }: Clues): boolean =>
    how === 'network' && codes.includes(code);

/**
 * Node's codes are those of OpenSSL's X509_V_ERR_…, of getaddrinfo and of the system calls.
 *
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes, https://nodejs.org/api/errors.html#common-system-errors
 */
const [YOU, NETWORK] = ['you', 'AWS or the network'] as const;

/** The way to AWS: nothing about access has been learnt. */
export const networkCauses: readonly Cause[] = [
  couldNotTell(
    'interrupted',
    YOU,
    ({ code }) => code === 'Interrupted',
    'interruptedCause',
    'interruptedTodo',
  ),
  couldNotTell('timeout', NETWORK, ({ how }) => how === 'timeout', 'timeoutCause', 'timeoutTodo'),
  couldNotTell('throttled', NETWORK, ({ how }) => how === 'throttled', 'throttledCause', 'throttledTodo'),
  couldNotTell('aws-error', NETWORK, ({ how }) => how === 'aws', 'awsErrorCause', 'awsErrorTodo'),
  couldNotTell('clock', YOU, isAboutTheClock, 'clockCause', 'clockTodo'),

  // Something answered, and it was not AWS.
  couldNotTell('html-answer', NETWORK, because('HtmlAnswer', 'RedirectedAway'), 'htmlCause', 'htmlTodo'),
  couldNotTell(
    'plain-http-to-tls-port',
    YOU,
    because('PlainHttpToTlsPort'),
    'plainToTlsCause',
    'plainToTlsTodo',
  ),
  couldNotTell(
    'not-http',
    YOU,
    ({ how, code }) => how === 'network' && /^HPE_/.test(code),
    'notHttpCause',
    'notHttpTodo',
  ),
  couldNotTell(
    'unreadable-answer',
    NETWORK,
    because('UnreadableAnswer'),
    'unreadableCause',
    'unreadableTodo',
  ),
  couldNotTell('not-from-aws', NETWORK, because('NotFromAws'), 'notFromAwsCause', 'notFromAwsTodo'),

  // The proxy.
  couldNotTell('proxy-login', YOU, because('ProxyWantsLogin'), 'proxyLoginCause', 'proxyLoginTodo'),
  couldNotTell('proxy-denied', NETWORK, because('ProxyDenied'), 'proxyDeniedCause', 'proxyDeniedTodo'),
  couldNotTell(
    'proxy-not-reached',
    YOU,
    because('ProxyNotReached'),
    'proxyNotReachedCause',
    'proxyNotReachedTodo',
  ),
  couldNotTell(
    'proxy-not-supported',
    YOU,
    because('ProxyNotSupported'),
    'proxyNotSupportedCause',
    'proxyNotSupportedTodo',
  ),

  // TLS.
  couldNotTell(
    'certificate-date',
    YOU,
    because('CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'),
    'certificateDateCause',
    'certificateDateTodo',
  ),
  couldNotTell(
    'certificate-of-another',
    NETWORK,
    because('ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'),
    'certificateOfAnotherCause',
    'certificateOfAnotherTodo',
  ),
  couldNotTell(
    'certificate-not-trusted',
    YOU,
    ({ how, code }) => how === 'network' && isAboutTrust(code),
    'certificateCause',
    'certificateTodo',
  ),
  couldNotTell('tls-to-plain-port', YOU, isTlsToPlainPort, 'tlsToPlainCause', 'tlsToPlainTodo'),
  couldNotTell(
    'tls-failed',
    NETWORK,
    ({ how, code }) => how === 'network' && isTls(code),
    'tlsFailedCause',
    'tlsFailedTodo',
  ),

  // The address.
  couldNotTell(
    'wrong-url',
    YOU,
    because('ERR_INVALID_URL', 'EndpointNotFound', 'EndpointNotHttp'),
    'wrongUrlCause',
    'wrongUrlTodo',
  ),
  couldNotTell(
    'name-not-found',
    NETWORK,
    because('ENOTFOUND', 'EAI_AGAIN'),
    'nameNotFoundCause',
    'nameNotFoundTodo',
  ),
  couldNotTell(
    'connection-closed',
    NETWORK,
    because('ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'),
    'connectionClosedCause',
    'connectionClosedTodo',
  ),
  couldNotTell(
    'no-connection',
    NETWORK,
    ({ how }) => how === 'network',
    'noConnectionCause',
    'noConnectionTodo',
  ),
];

/** STS has one code for a bad signature and for one whose time has passed; S3 has two more. */
function isAboutTheClock({ code, message }: Clues): boolean {
  return (
    includesCode(['RequestTimeTooSkewed', 'RequestExpired', 'RequestInTheFuture'], code) ||
    (['SignatureDoesNotMatch', 'InvalidSignature', 'AccessDenied', 'AuthFailure'].some((one) =>
      sameCode(one, code),
    ) &&
      /signature (expired|not yet current)|request has expired|difference between the request time/i.test(
        message,
      ))
  );
}

function isAboutTrust(code: string): boolean {
  return /^(DEPTH_ZERO_)?SELF_SIGNED_CERT|^UNABLE_TO_|^CERT_|^CRL_|^INVALID_(CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/.test(
    code,
  );
}

function isTls(code: string): boolean {
  return code === 'EPROTO' || /^ERR_(SSL|TLS|OSSL)_/.test(code);
}

function isTlsToPlainPort({ how, code, message }: Clues): boolean {
  return (
    how === 'network' &&
    isTls(code) &&
    /wrong.version.number|packet.length.too.long|http.request|unknown.protocol/i.test(`${code} ${message}`)
  );
}
