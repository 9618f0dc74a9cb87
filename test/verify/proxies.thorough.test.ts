// tools/verify/proxies.ts, tools/verify/aws-handler.ts, bin/actions/lookup.ts
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { HttpRequest } from '@smithy/core/protocols';
import { lookupCommand } from '../../bin/commands/lookup';
import { share as shipped } from '../../parameters';
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { AwsHandler } from '../../tools/verify/aws-handler';
import { proxyFor } from '../../tools/verify/proxies';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';
import { LOCALHOST } from './localhost-certificate';
import { verifyIn } from './verify-in';

let deployed: DeployedSandbox;
let proxy: RecordingProxy;
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
  proxy = await recordingProxy();
}, 30_000);
afterAll(async () => {
  await deployed.stop();
  await proxy.stop();
});
beforeEach(() => proxy.seen.splice(0));

interface RecordingProxy {
  readonly url: string;
  /** `GET http://127.0.0.1:4577/…` and `CONNECT 127.0.0.1:443`, as the proxy was asked, and who says to be asking. */
  readonly seen: { readonly asked: string; readonly login: string | undefined }[];
  /** What a proxy that lets nothing through answers. */
  refuses: number | undefined;
  readonly stop: () => Promise<void>;
}

/** A proxy as companies have one: it forwards what it can read, and tunnels what it cannot. */
async function recordingProxy(): Promise<RecordingProxy> {
  const seen: RecordingProxy['seen'] = [];
  const state: { refuses: number | undefined } = { refuses: undefined };
  const record = ({ method = '', url = '', headers }: IncomingMessage) =>
    seen.push({ asked: `${method} ${url}`, login: headers['proxy-authorization'] });
  const tunnels = new Set<Duplex>();
  const server = createServer((message, response) => {
    record(message);
    if (state.refuses !== undefined) {
      message.resume();
      response.writeHead(state.refuses).end();
      return;
    }
    const { hostname, port, pathname, search } = new URL(message.url ?? '');
    const { method, headers } = message;
    const onward = request({ hostname, port, path: pathname + search, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    message.pipe(onward);
  }).on('connect', (message: IncomingMessage, socket) => {
    record(message);
    if (state.refuses !== undefined) {
      socket.end(`HTTP/1.1 ${state.refuses} No\r\n\r\n`);
      return;
    }
    const [host = '', port = ''] = (message.url ?? '').split(':');
    const onward = connect(Number(port), host, () => socket.write('HTTP/1.1 200 Connected\r\n\r\n'));
    onward.pipe(socket).pipe(onward);
    for (const end of [socket, onward]) tunnels.add(end.on('error', () => undefined));
  });
  const url = await listening(server);
  const stop = () => {
    for (const end of tunnels) end.destroy();
    return stopped(server);
  };
  return Object.assign(state, { url, seen, stop });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stopped(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

const hosts = () => [...new Set(proxy.seen.map(({ asked }) => /^\w+ (http:\/\/[^/]+)/.exec(asked)?.[1]))];

test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY'])('verify goes through %s', async (name) => {
  const { run } = await verifyIn(deployed, { environment: { [name]: proxy.url } });
  expect(run.exitCode).toBe(0);
  expect(hosts()).toEqual([deployed.sandbox.url]);
  const asked = proxy.seen.map((one) => one.asked).join('\n');
  expect(asked).toContain('/federation/credentials'); // the portal, for keys
  expect(asked).toContain(`GET ${deployed.sandbox.url}/company-shared-data-bucket-12345/test-data.txt`);
});

test.each([
  ['the host', () => '127.0.0.1'],
  ['the host with its port', () => `127.0.0.1:${deployed.sandbox.port}`],
  ['one of several', () => '.internal.example, 127.0.0.1'],
  ['everything', () => '*'],
])('NO_PROXY with %s keeps verify off the proxy', async (_name, without) => {
  const environment = { HTTP_PROXY: proxy.url, NO_PROXY: without() };
  const { run } = await verifyIn(deployed, { environment });
  expect(run.exitCode).toBe(0);
  expect(proxy.seen).toEqual([]);
});

test('lookup goes through the proxy', async () => {
  await withEnvironment({ ...deployed.home.environment, HTTP_PROXY: proxy.url }, () =>
    lookupCommand(shipped, memoryTerminal())
      .exitOverride()
      .parseAsync(['--profile', 'vendor', '--group', 'Analysts'], { from: 'user' }),
  );
  expect(hosts()).toEqual([deployed.sandbox.url]);
});

test('what is forwarded is asked as whom the address of the proxy names', async () => {
  const HTTP_PROXY = proxy.url.replace('//', '//me:p%40ss@');
  const { run } = await verifyIn(deployed, { environment: { HTTP_PROXY } });
  expect(run.exitCode).toBe(0);
  const login = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
  expect([...new Set(proxy.seen.map((one) => one.login))]).toEqual([login]);
});

/** Something that answers over TLS with a request id, as AWS does. */
async function tlsServer(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const aws = createTlsServer(LOCALHOST, (_message, response) => {
    response.writeHead(200, { 'x-amzn-requestid': 'made-up', 'content-type': 'application/json' }).end('{}');
  });
  return { port: Number(new URL(await listening(aws)).port), stop: () => stopped(aws) };
}

test('what speaks TLS is reached by a tunnel, as whom the address of the proxy names; the certificate counts', async () => {
  const { port, stop } = await tlsServer();
  const handler = new AwsHandler(5000);
  const asked = new HttpRequest({ protocol: 'https:', hostname: '127.0.0.1', port, path: '/' });
  const HTTPS_PROXY = proxy.url.replace('//', '//me:p%40ss@');
  const answer = withEnvironment({ HTTPS_PROXY }, () => handler.handle(asked));
  await expect(answer).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  handler.destroy();
  await stop();
  const login = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
  expect(proxy.seen).toEqual([{ asked: `CONNECT 127.0.0.1:${port}`, login }]);
});

test('a certificate of NODE_EXTRA_CA_CERTS is trusted through the tunnel', async () => {
  const { port, stop } = await tlsServer();
  const folder = mkdtempSync(join(tmpdir(), 'ca-'));
  const NODE_EXTRA_CA_CERTS = join(folder, 'company.pem');
  writeFileSync(NODE_EXTRA_CA_CERTS, LOCALHOST.cert);
  const script = `
    const { AwsHandler } = require('./tools/verify/aws-handler');
    const { HttpRequest } = require('@smithy/core/protocols');
    const asked = new HttpRequest({ protocol: 'https:', hostname: 'localhost', port: ${port}, path: '/' });
    new AwsHandler(5000).handle(asked).then(({ response }) => { console.log(response.statusCode); process.exit(); });`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--require', 'tsx/cjs', '-e', script], {
    env: { ...process.env, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS },
  });
  await stop();
  rmSync(folder, { recursive: true });
  expect(stdout).toBe('200\n');
  expect(proxy.seen.map(({ asked }) => asked)).toEqual([`CONNECT localhost:${port}`]);
});

describe('a proxy that lets nothing through is named, and nothing is said of the share:', () => {
  const https = 'https://sts.ap-northeast-1.amazonaws.com';
  test.each([
    ['it wants a login', { refuses: 407, url: () => proxy.url, id: 'proxy-login' }],
    ['it denies the tunnel', { refuses: 403, url: () => proxy.url, id: 'proxy-denied' }],
    ['nobody is there', { refuses: undefined, url: () => 'http://127.0.0.1:1', id: 'proxy-not-reached' }],
    ['it is of another kind', { refuses: 403, url: () => 'socks5://127.0.0.1:1', id: 'proxy-not-supported' }],
  ])('%s', async (_name, { refuses, url, id }) => {
    proxy.refuses = refuses;
    const environment = { AWS_ENDPOINT_URL: https, HTTPS_PROXY: url() };
    const { run } = await verifyIn(deployed, { environment });
    proxy.refuses = undefined;
    expect(run.verifications.flatMap(({ findings }) => findings.map((one) => one.id))).toEqual([id]);
    expect(run.exitCode).toBe(3);
  });
});

test('the password of a proxy is not in what is said', async () => {
  const environment = { HTTP_PROXY: 'http://me:very-secret@127.0.0.1:1' };
  const { text, json } = await verifyIn(deployed, { environment });
  expect(text).toContain('127.0.0.1:1');
  expect(text + json).not.toContain('very-secret');
});

test('a host whose name only ends like one in NO_PROXY goes through the proxy', async () => {
  const found = await withEnvironment(
    { HTTPS_PROXY: 'http://proxy.example:3128', NO_PROXY: '.corp.example,internal.example' },
    () =>
      Promise.resolve(
        ['sts.amazonaws.com', 'a.corp.example', 'internal.example', 'myinternal.example'].map(
          (host) => proxyFor(`https://${host}/`)?.host ?? 'direct',
        ),
      ),
  );
  expect(found).toEqual(['proxy.example:3128', 'direct', 'direct', 'proxy.example:3128']);
});
