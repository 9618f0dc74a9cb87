import { once } from 'node:events';
import { connect } from 'node:net';
import { startSandbox, type Sandbox } from '../../tools/sandbox/sandbox';
import { administratorKeys, type Keys } from './clients';
import { BUCKET, SHARE, startWithLentRole, type LentRole } from './lent-role';
import { sendRaw, type RawCall } from './raw-request';

let lent: LentRole;
let company: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
});
afterAll(() => lent.sandbox.stop());

const send = (call: RawCall) => sendRaw(lent.sandbox, { keys: company, ...call });
const GONE = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' };

/** What comes back for these bytes, until the server or the timeout of Jest ends it. */
async function bytes(sandbox: Sandbox, text: string): Promise<string> {
  const socket = connect(sandbox.port, '127.0.0.1').setEncoding('latin1');
  let answer = '';
  socket.on('data', (part: string) => (answer += part)).on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

async function isAlive(sandbox: Sandbox): Promise<boolean> {
  const keys = administratorKeys(sandbox, 'company');
  return (await sendRaw(sandbox, { keys })).text.includes('<ListAllMyBucketsResult');
}

describe('a body', () => {
  const HEAD = `PUT /${BUCKET}/x HTTP/1.1\r\nHost: localhost\r\n`;

  test('of somebody unknown is not waited for: the answer comes, and the connection is closed', async () => {
    const answer = await bytes(lent.sandbox, `${HEAD}Content-Length: 5000000\r\n\r\nno more than this`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(answer).toMatch(/\r\nconnection: close\r\n/i);
    expect(answer).toContain('<Code>AccessDenied</Code>');
  });

  test('is asked for, where a client waits for that, when it may be sent and not before', async () => {
    const call: RawCall = {
      method: 'PUT',
      path: `/${BUCKET}/waited-for`,
      body: 'body',
      unsigned: { expect: '100-continue' },
    };
    expect(await send(call)).toMatchObject({ status: 200, asked: true });
    const denied = { status: 403, code: 'AccessDenied', asked: false };
    expect(await send({ ...call, keys: administratorKeys(lent.sandbox, 'vendor') })).toMatchObject(denied);
    expect(await send({ ...call, keys: undefined })).toMatchObject(denied);
    expect(await send({ ...call, keys: GONE })).toMatchObject({ code: 'InvalidAccessKeyId', asked: false });
    expect(await send({ ...call, keys: GONE, service: 'sts' })).toMatchObject({ asked: false });
  });

  test('of an upload that is not allowed is not read either', async () => {
    const vendor = administratorKeys(lent.sandbox, 'vendor');
    const body = Buffer.alloc(20 * 1024 * 1024);
    const answer = await send({ keys: vendor, method: 'PUT', path: `/${BUCKET}/large`, body }).catch(
      (error: NodeJS.ErrnoException) => ({ code: error.code }), // closed while it was still sending
    );
    expect(['AccessDenied', 'EPIPE', 'ECONNRESET']).toContain(answer.code);
    expect(lent.log.at(-1)).toMatchObject({ operation: 'PutObject', error: { code: 'AccessDenied' } });
  });

  test.each<[string, RawCall, number, string]>([
    // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
    [
      'a policy of a bucket',
      { method: 'PUT', path: `/${BUCKET}`, query: [['policy', '']] },
      400,
      'MaxMessageLengthExceeded',
    ],
    [
      'keys to delete',
      { method: 'POST', path: `/${BUCKET}`, query: [['delete', '']] },
      400,
      'MaxMessageLengthExceeded',
    ],
    // https://github.com/aws/aws-cli/issues/2378
    [
      'a form',
      { method: 'POST', service: 'sts', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      413,
      'RequestEntityTooLarge',
    ],
    [
      'JSON',
      { method: 'POST', service: 'ssm', headers: { 'x-amz-target': 'AmazonSSM.GetParameter' } },
      413,
      'RequestEntityTooLargeException',
    ],
    [
      'a sign-in',
      { keys: undefined, method: 'POST', path: '/client/register' },
      413,
      'RequestEntityTooLargeException',
    ],
  ])('of %s has a limit', async (_, call, status, code) => {
    expect(await send({ ...call, body: 'x'.repeat(2 * 1024 * 1024 + 1) })).toMatchObject({ status, code });
  });

  test('of 20 KiB is the largest policy', async () => {
    const call: RawCall = { method: 'PUT', path: `/${BUCKET}`, query: [['policy', '']] };
    expect(await send({ ...call, body: ' '.repeat(20 * 1024) })).toMatchObject({ code: 'MalformedPolicy' });
    expect(await send({ ...call, body: ' '.repeat(20 * 1024 + 1) })).toMatchObject({
      code: 'MaxMessageLengthExceeded',
    });
  });

  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
  test('of more than 5 GiB is no upload, and nobody waits for it', async () => {
    const unsigned = { 'content-length': String(5 * 1024 ** 3 + 1) };
    const answer = await send({ method: 'PUT', path: `/${BUCKET}/huge`, unsigned });
    expect(answer).toMatchObject({ status: 400, code: 'EntityTooLarge' });
    expect(answer.text).toContain('<MaxSizeAllowed>5368709120</MaxSizeAllowed>');
  });

  test('that ends too early is told so in the log, and changes nothing', async () => {
    const socket = connect(lent.sandbox.port, '127.0.0.1').on('error', () => undefined);
    socket.end('POST /client/register HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{', () =>
      socket.destroy(),
    );
    await once(socket, 'close');
    while (lent.log.at(-1)?.operation !== 'RegisterClient') await new Promise(setImmediate);
    expect(lent.log.at(-1)).toMatchObject({ error: { code: 'IncompleteBody' } });
    expect(await isAlive(lent.sandbox)).toBe(true);
  });
});

test.each<[string, string, RegExp]>([
  ['no HTTP', 'nonsense\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /],
  ['no host, in an old version', 'GET / HTTP/1.0\r\n\r\n', /^HTTP\/1\.1 403 /],
  [
    'headers without end',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    /^HTTP\/1\.1 431 /,
  ],
  ['a zero in a header', 'GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n', /^HTTP\/1\.1 400 /],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    /^HTTP\/1\.1 400 /,
  ],
  ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n', /^$/],
  [
    'another expectation',
    'GET / HTTP/1.1\r\nHost: localhost\r\nExpect: more\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 417 /,
  ],
])('%s is answered or closed, and nobody else notices', async (_, text, answer) => {
  expect(await bytes(lent.sandbox, text)).toMatch(answer);
  expect(await isAlive(lent.sandbox)).toBe(true);
});

describe('a failure of the sandbox itself', () => {
  let sandbox: Sandbox;
  let failures: unknown[];
  let isLogBroken = false;

  beforeAll(async () => {
    failures = [];
    sandbox = await startSandbox({
      share: SHARE,
      onRequest: () => {
        if (isLogBroken) throw new Error('nobody reads the log');
      },
      onFailure: (error) => failures.push(error),
    });
  });
  afterAll(() => sandbox.stop());
  afterEach(() => {
    isLogBroken = false;
    failures = [];
  });

  test('in the log closes its own connection and no other', async () => {
    isLogBroken = true;
    await expect(sendRaw(sandbox, {})).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(failures).toMatchObject([{ message: 'nobody reads the log' }]);
    isLogBroken = false;
    expect(await isAlive(sandbox)).toBe(true);
  });

  test.each<[string, () => () => void]>([
    [
      'in an operation',
      () => {
        const broken = jest.spyOn(sandbox.world.buckets, 'values').mockImplementation(() => {
          throw new Error('broken on purpose');
        });
        return () => broken.mockRestore();
      },
    ],
  ])('%s says nothing of this computer', async (_, breakIt) => {
    const mend = breakIt();
    const answer = await sendRaw(sandbox, { keys: administratorKeys(sandbox, 'company') });
    mend();
    expect(answer).toMatchObject({ status: 500, code: 'InternalFailure' });
    expect(answer.text).toContain('<Message>The sandbox failed. With --verbose it says where.</Message>');
    expect(answer.text).not.toMatch(/\.ts|node_modules|broken on purpose| at /);
    expect(failures).toMatchObject([{ message: 'broken on purpose' }]);
    expect(await isAlive(sandbox)).toBe(true);
  });
});
