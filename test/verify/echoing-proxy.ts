import type { IncomingMessage } from 'node:http';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { type CannedAnswer, interferingProxy, type InterferingProxy } from './interfering-proxy';

/** Says back, in errors, every secret that it has come across; it knows the secret access keys as AWS does. */
export interface EchoingProxy extends InterferingProxy {
  /** What it has said. */
  readonly secrets: ReadonlySet<string>;
}

/** @param echoes whether a request gets an error of the proxy's own; the others are answered by the sandbox */
export async function echoingProxy(
  sandbox: Sandbox,
  echoes: (message: IncomingMessage) => boolean,
  code = 'AccessDenied',
): Promise<EchoingProxy> {
  const secrets = new Set<string>();
  const proxy = await interferingProxy(sandbox.url, (message) => {
    for (const secret of secretsOf(message, sandbox)) secrets.add(secret);
    return echoes(message) ? echo(message, [...secrets].slice(-MOST), code) : undefined;
  });
  return { ...proxy, secrets };
}

/** The last of them: those of this request, and of some before it. */
const MOST = 6;

/** The same in every way in which it is said, and in one that gives half of it away. */
export function leaks(output: string, secrets: Iterable<string>): string[] {
  return [...secrets].filter((secret) =>
    [...ways(secret), secret.slice(4, 16), base64(secret).slice(4, 20)].some((way) => output.includes(way)),
  );
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

function ways(secret: string): string[] {
  return [
    secret,
    base64(secret),
    base64(`authorization: Bearer ${secret}`),
    Buffer.from(`{"token":"${secret}"}`).toString('base64url'),
    encodeURIComponent(secret),
    encodeURIComponent(base64(secret)),
    JSON.stringify(secret).replaceAll('/', '\\/'),
    Buffer.from(secret).toString('hex'),
  ];
}

function secretsOf({ headers }: IncomingMessage, { world }: Sandbox): string[] {
  const authorization = headers.authorization ?? '';
  const [, accessKeyId = ''] = /Credential=(\w+)\//.exec(authorization) ?? [];
  const [, signature] = /Signature=(\w+)/.exec(authorization) ?? [];
  const key = world.credentials.get(accessKeyId);
  const sent = [headers['x-amz-sso_bearer_token'], headers['x-amz-security-token']];
  const known = [accessKeyId, signature, key?.secretAccessKey, ...sent.map(String)];
  return known
    .filter((secret) => secret !== undefined && secret !== '' && secret !== 'undefined')
    .map(String);
}

/** As AWS's protocols write an error: JSON to JSON, otherwise XML. */
function echo(message: IncomingMessage, secrets: readonly string[], code: string): CannedAnswer {
  const { authorization = '', 'content-type': type = '' } = message.headers;
  const [first = ''] = secrets;
  const said = `denied: ${authorization} ${base64(authorization)} ${secrets.flatMap(ways).join(' ')}`;
  const headers = {
    'x-amz-request-id': first,
    'x-amzn-requestid': base64(first),
    'x-amz-id-2': encodeURIComponent(first),
  };
  if (type.includes('json') || message.headers['x-amz-sso_bearer_token'] !== undefined) {
    const errorType = { 'content-type': 'application/json', 'x-amzn-errortype': code };
    return {
      status: code === 'AccessDenied' ? 403 : 400,
      body: JSON.stringify({ message: said }),
      headers: { ...headers, ...errorType },
    };
  }
  const error = `<Error><Code>${code}</Code><Message>${said.replaceAll('&', '&amp;')}</Message></Error>`;
  const isQuery = type.includes('x-www-form-urlencoded');
  const body = isQuery
    ? `<ErrorResponse>${error}<RequestId>${first}</RequestId></ErrorResponse>`
    : error.replace('</Error>', `<RequestId>${first}</RequestId></Error>`);
  return { status: code === 'AccessDenied' ? 403 : 400, body: `<?xml version="1.0"?>${body}`, headers };
}
