// tools/verify/aws-handler.ts, tools/verify/answer-of-aws.ts, tools/verify/causes/network.ts, bin/actions/lookup.ts
import dns from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { lookupCommand } from '../../bin/commands/lookup';
import { share as shipped } from '../../parameters';
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';
import { type Interference, interferingProxy, isFor, s3Error } from './interfering-proxy';
import { LOCALHOST } from './localhost-certificate';
import { verifyIn, type VerifyOptions } from './verify-in';

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
}, 30_000);
afterAll(() => deployed.stop());

/** Somewhere else that AWS is asked, until it is closed. */
interface Elsewhere {
  readonly url: string;
  readonly stop: () => unknown;
}
type Fault = (where: (message: IncomingMessage) => boolean) => Promise<Elsewhere>;

const answering =
  (interference: Interference): Fault =>
  (where) =>
    interferingProxy(deployed.sandbox.url, (message) => (where(message) ? interference : undefined));

const html = (status: number, headers: Record<string, string> = {}): Fault =>
  answering({
    status,
    body: '<!DOCTYPE html>\n<html><head><title>Welcome \u001b[2J</title><meta charset="utf-8"></head><body><br>Sign in</body></html>',
    headers: { 'content-type': 'text/html', ...headers },
  });

const nobody = (status: number, body = '', headers: Record<string, string> = {}): Fault =>
  answering({ status, body, headers: { 'content-type': 'application/xml', ...headers } });

/** To what asks, and is no object, AWS never answers with nothing. */
const emptied: Fault = (where) =>
  interferingProxy(deployed.sandbox.url, (request) =>
    where(request) &&
    ['GET', 'POST'].includes(request.method ?? '') &&
    request.url?.includes('x-id=GetObject') !== true
      ? { status: 200, body: '' }
      : undefined,
  );

/** As each service writes its errors. */
const aws =
  (status: number, code: string, message: string): Fault =>
  (where) =>
    interferingProxy(deployed.sandbox.url, (request) => {
      if (!where(request)) return undefined;
      const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
      if (isFor('s3', request)) return s3Error(status, code, message);
      if (isFor('sts', request)) return { status, body: `<ErrorResponse>${error}</ErrorResponse>` };
      return {
        status,
        body: JSON.stringify({ message }),
        headers: { 'x-amzn-requestid': '4442587FB7D0A2F9', 'x-amzn-errortype': code },
      };
    });

async function listening(server: Server, protocol: string): Promise<Elsewhere> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `${protocol}://127.0.0.1:${port}`, stop: () => server.close() };
}

/** Faults that can meet any single request: the row, and who is to do something. */
const ANSWERS: [string, Fault, id: string, side: string][] = [
  ['200, a captive portal', html(200), 'html-answer', 'AWS or the network'],
  [
    '302, a captive portal',
    nobody(302, '', { location: 'http://portal.example/login?session=1' }),
    'html-answer',
    'AWS or the network',
  ],
  ['403, a page of a proxy', html(403, { via: '1.1 squid' }), 'html-answer', 'AWS or the network'],
  ['502, a page of a gateway', html(502), 'html-answer', 'AWS or the network'],
  [
    '503, a whole page of a gateway that hands on a request id',
    answering({ status: 503, body: '<html><body>Busy</body></html>' }),
    'html-answer',
    'AWS or the network',
  ],
  ['200, empty', nobody(200), 'not-from-aws', 'AWS or the network'],
  ['403, empty', nobody(403), 'not-from-aws', 'AWS or the network'],
  ['404, empty', nobody(404), 'not-from-aws', 'AWS or the network'],
  [
    '403, AccessDenied without a request id',
    nobody(403, '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>'),
    'not-from-aws',
    'AWS or the network',
  ],
  [
    '400, ExpiredToken without a request id',
    nobody(400, '<Error><Code>ExpiredToken</Code><Message>expired</Message></Error>'),
    'not-from-aws',
    'AWS or the network',
  ],
  ['403, JSON of a proxy', nobody(403, '{"message":"Forbidden"}'), 'not-from-aws', 'AWS or the network'],
  [
    '401, JSON of a proxy',
    nobody(401, '{"message":"UnauthorizedException"}'),
    'not-from-aws',
    'AWS or the network',
  ],
  ['407', nobody(407), 'proxy-login', 'you'],
  [
    '400, TLS is wanted',
    answering({
      status: 400,
      body: '<html><title>400</title>The plain HTTP request was sent to HTTPS port</html>',
      headers: { 'content-type': 'text/html' },
    }),
    'plain-http-to-tls-port',
    'you',
  ],
  ['cut off', answering('cut'), 'unreadable-answer', 'AWS or the network'],
  ['200, emptied', emptied, 'unreadable-answer', 'AWS or the network'],
  [
    '403, half an answer with a request id',
    answering({ status: 403, body: '<Error><Code>AccessDenied</Code><Mess' }),
    'unreadable-answer',
    'AWS or the network',
  ],
  ['closed', answering('close'), 'connection-closed', 'AWS or the network'],
  ['hanging', answering('hang'), 'timeout', 'AWS or the network'],
  ['begins and hangs', answering('stall'), 'timeout', 'AWS or the network'],
  ['throttled', aws(400, 'ThrottlingException', 'Rate exceeded'), 'throttled', 'AWS or the network'],
  ['503, throttled', aws(503, 'SlowDown', 'Reduce your request rate'), 'throttled', 'AWS or the network'],
  ['500', aws(500, 'InternalError', 'We encountered an internal error'), 'aws-error', 'AWS or the network'],
  [
    'the clock',
    aws(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    ),
    'clock',
    'you',
  ],
];

const WHERE: [string, (message: IncomingMessage) => boolean][] = [
  ['the portal', ({ url = '' }) => url.startsWith('/federation/credentials')],
  ['STS', (message) => isFor('sts', message)],
  ['S3', (message) => isFor('s3', message)],
];

async function underFault(
  fault: Fault,
  where: (message: IncomingMessage) => boolean,
  options: VerifyOptions = {},
) {
  const { url, stop } = await fault(where);
  const { run, text, json } = await verifyIn(deployed, {
    ...options,
    environment: { AWS_ENDPOINT_URL: url },
  });
  await stop();
  const findings = run.verifications.flatMap((one) => one.findings);
  return {
    run,
    text,
    json,
    rows: [...new Set(findings.map(({ id, side, exitCode }) => `${id} · ${side} · ${exitCode}`))],
    findings,
  };
}

describe.each(WHERE)('%s:', (_place, where) => {
  test.each(ANSWERS)('%s', async (_name, fault, id, side) => {
    const { run, rows } = await underFault(fault, where, id === 'timeout' ? { timeout: 400 } : {});
    expect(rows).toEqual([`${id} · ${side} · 3`]);
    expect(run.exitCode).toBe(3);
  });
});

/** What AWS_ENDPOINT_URL says, where all requests fail alike. */
const ADDRESSES: [string, () => Promise<Elsewhere>, id: string, side: string][] = [
  [
    'TLS that cannot be verified',
    () =>
      listening(
        createTlsServer(LOCALHOST, (_request, response) => response.end()),
        'https',
      ),
    'certificate-not-trusted',
    'you',
  ],
  [
    'TLS to a plain port',
    () => Promise.resolve(at(deployed.sandbox.url.replace('http:', 'https:'))),
    'tls-to-plain-port',
    'you',
  ],
  [
    'a plain request to a TLS port',
    () =>
      listening(
        createTlsServer(LOCALHOST, (_request, response) => response.end()),
        'http',
      ),
    'connection-closed',
    'AWS or the network',
  ],
  [
    'a server that does not speak HTTP',
    () =>
      listening(
        createTcpServer((socket) => socket.on('error', () => undefined).end('SSH-2.0-x\r\n')),
        'http',
      ),
    'not-http',
    'you',
  ],
  ['no URL', () => Promise.resolve(at('localhost/aws')), 'wrong-url', 'you'],
  ['another protocol', () => Promise.resolve(at('ftp://127.0.0.1:2121')), 'wrong-url', 'you'],
  ['a host that nobody knows', () => unknown('https://aws.invalid'), 'wrong-url', 'you'],
  ['DNS', () => unknown('https://sts.ap-northeast-1.amazonaws.com'), 'name-not-found', 'AWS or the network'],
  ['a port where nobody listens', closedPort, 'no-connection', 'AWS or the network'],
];

const at = (url: string): Elsewhere => ({ url, stop: () => undefined });

async function closedPort(): Promise<Elsewhere> {
  const { url, stop } = await listening(createTcpServer(), 'http');
  await stop();
  return at(url);
}

/** No name is known, and nobody outside is asked for one. */
function unknown(url: string): Promise<Elsewhere> {
  const error = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const lookup = jest.spyOn(dns, 'lookup').mockImplementation(((
    _name: string,
    _options: unknown,
    done: (error: Error) => void,
  ) => {
    process.nextTick(done, error);
  }) as typeof dns.lookup);
  return Promise.resolve({ url, stop: () => lookup.mockRestore() });
}

test.each(ADDRESSES)('%s', async (_name, elsewhere, id, side) => {
  const { run, rows } = await underFault(elsewhere, () => true);
  expect(rows).toEqual([`${id} · ${side} · 3`]);
  expect(run.exitCode).toBe(3);
});

describe('verify --deployed reads what AWS says, and nothing else:', () => {
  test.each(ANSWERS.filter(([, , id]) => id !== 'timeout').filter((_fault, place) => place % 4 === 0))(
    '%s',
    async (_name, fault) => {
      const { run } = await underFault(fault, (message) => isFor('s3', message), {
        profiles: ['company'],
        deployed: true,
      });
      expect(run.exitCode).toBe(3);
      expect(run.deployed?.proof.verdict).toBe('holds');
      expect(run.deployed?.reading.notRead).not.toEqual([]);
    },
  );
});

describe('lookup ends with 3, and says the same,', () => {
  const ask = async (url: string, profile: string) => {
    const chance = jest.spyOn(Math, 'random').mockReturnValue(0);
    const error: unknown = await withEnvironment(
      { ...deployed.home.environment, AWS_ENDPOINT_URL: url },
      () =>
        lookupCommand(shipped, memoryTerminal())
          .exitOverride()
          .parseAsync(['--profile', profile], { from: 'user' }),
    ).catch((thrown: unknown) => thrown);
    chance.mockRestore();
    return error;
  };
  const quick = ANSWERS.filter(([, , id]) => id !== 'timeout');

  test.each([
    ...quick.map(([name, fault, id]) => [`STS: ${name}`, fault, 'sts', 'vendor', id] as const),
    ...quick.map(([name, fault, id]) => [`Identity Center: ${name}`, fault, 'sso', 'vendor', id] as const),
  ])('%s', async (_name, fault, service, profile, id) => {
    const { url, stop } = await fault((message) => isFor(service, message));
    const error = await ask(url, profile);
    await stop();
    expect(error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(CAUSES[id] ?? id) as string,
    });
  });

  test('the portal: a page of a proxy is no "not signed in"', async () => {
    const { url, stop } = await html(403)(({ url: path = '' }) => path.startsWith('/federation/credentials'));
    const error = await ask(url, '111111111111-user');
    await stop();
    expect(error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('a web page (HTML)') as string,
    });
  });

  test.each(ADDRESSES)('%s', async (_name, elsewhere, id) => {
    const { url, stop } = await elsewhere();
    const error = await ask(url, 'vendor');
    await stop();
    expect(error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining(CAUSES[id] ?? id) as string,
    });
  });
});

/** What the rows say, in some words of each. */
const CAUSES: Readonly<Record<string, string>> = {
  'html-answer': 'a web page (HTML) came back',
  'not-from-aws': 'something else answered in the place of AWS',
  'proxy-login': 'the proxy wants a user name',
  'plain-http-to-tls-port': 'without TLS',
  'unreadable-answer': 'cut off or cannot be read',
  'connection-closed': 'connection was closed',
  throttled: 'asked to slow down',
  'aws-error': 'an error of its own',
  clock: 'the clock of this computer',
  'certificate-not-trusted': 'NODE_EXTRA_CA_CERTS',
  'tls-to-plain-port': 'TLS was spoken to a port',
  'not-http': 'does not speak HTTP',
  'wrong-url': 'an address that cannot be right',
  'name-not-found': '(DNS)',
  'no-connection': 'could not be reached',
};
