import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hidden, masked, Secrets } from '../../tools/verify/secrets';
import { secretsHere } from '../../tools/verify/secrets-here';

describe('what is known is in no text any more', () => {
  test('whatever it stands in, and of what length the others are', () => {
    const secrets = new Secrets();
    secrets.know('wJalrXUtnFEMI', undefined, 'wJalrXUtnFEMI/K7MDENG', 'short');

    expect(
      secrets.hiddenIn({
        a: ['x wJalrXUtnFEMI/K7MDENG y'],
        b: 1,
        c: null,
        d: 'a short text',
        e: 'wJalrXUtnFEMI',
      }),
    ).toEqual({ a: ['x (secret) y'], b: 1, c: null, d: 'a short text', e: '(secret)' });
  });

  test('of eight letters, and of no fewer', () => {
    const secrets = new Secrets(() => ['1234567', 'abcdefgh']);

    expect(secrets.hiddenIn('1234567 abcdefgh')).toBe('1234567 (secret)');
  });

  test('also what a sign-in that was renewed on the way has brought', () => {
    const more = ['first-token'];
    const secrets = new Secrets(() => more);
    expect(secrets.hiddenIn('first-token second-token')).toBe('(secret) second-token');
    more.push('second-token');

    expect(secrets.hiddenIn('first-token second-token')).toBe('(secret) (secret)');
  });

  test('in an error, its stack and what it came of', () => {
    const secrets = new Secrets(() => ['first-token']);
    const error = new Error('with first-token', {
      cause: new Error('of first-token', { cause: 'first-token' }),
    });

    expect(secrets.hiddenInError(error)).toBe(error);
    expect(error.message).toBe('with (secret)');
    expect(error.stack).not.toContain('first-token');
    expect(error.cause).toMatchObject({ message: 'of (secret)', cause: '(secret)' });
    expect(secrets.hiddenInError('first-token')).toBe('(secret)');
  });
});

test('of what a request is signed with, everything is known', async () => {
  const secrets = new Secrets();
  type Add = Parameters<Secrets['watch']>[0]['middlewareStack']['add'];
  let added: Parameters<Add> | undefined;
  secrets.watching.applyToStack({ add: (...args: Parameters<Add>) => void (added = args) } as never);
  const [watch, options] = added!;
  const identity = {
    accessKeyId: 'ASIAEXAMPLE1',
    secretAccessKey: 'secret-key-1',
    sessionToken: 'session-token-1',
    token: 'bearer-token-1',
    expiration: new Date(0),
  };
  const context = { __smithy_context: { selectedHttpAuthScheme: { identity } } } as object;
  const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=x, Signature=0123456789abcdef' };
  const next = jest.fn().mockResolvedValue('passed on');
  const args = { input: {}, request: { headers } };

  await expect(watch(next, context)(args)).resolves.toBe('passed on');
  await watch(next, {})({ input: {}, request: undefined });
  await watch(next, {})({ input: {}, request: { headers: { authorization: 'Bearer x' } } });

  expect(next).toHaveBeenCalledWith(args);
  expect(options).toMatchObject({ step: 'finalizeRequest', priority: 'low' }); // after it is signed
  expect(
    secrets.hiddenIn(
      'ASIAEXAMPLE1 secret-key-1 session-token-1 bearer-token-1 0123456789abcdef AWS4-HMAC-SHA256',
    ),
  ).toBe('(secret) (secret) (secret) (secret) (secret) AWS4-HMAC-SHA256');
});

test('a value is shown without itself', () => {
  expect(masked('AKIAIOSFODNN7EXAMPLE')).toBe('AKIA****************');
  expect(hidden('12345')).toBe('(5 characters, not shown)');
  expect(hidden(undefined)).toBe('(missing)');
});

describe('the keys and tokens on this computer', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'vendor-share-secrets-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const write = (path: string, text: string): string => {
    const file = join(home, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  test('are those of the environment, the two files and every sign-in', () => {
    write(
      '.aws/config',
      '[profile a]\naws_access_key_id = AKIA1\n  AWS_SECRET_ACCESS_KEY=secret/1 \nregion = x\n',
    );
    write('.aws/credentials', '[b]\naws_session_token\t=\ttoken/1\n# aws_session_token\n');
    write('.aws/sso/cache/1.json', '{"accessToken": "access-1", "refreshToken" :"refresh-1", "region": "x"}');
    write('.aws/sso/cache/2.json', '{"clientSecret":"client-1","clientId":"c"}');
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIA2',
      AWS_SECRET_ACCESS_KEY: 'secret/2',
      AWS_SESSION_TOKEN: 'token/2',
    };

    expect(secretsHere({ HOME: home, ...env, AWS_PROFILE: 'a' })).toEqual([
      ...['AKIA2', 'secret/2', 'token/2'],
      ...['AKIA1', 'secret/1', 'token/1'],
      ...['access-1', 'refresh-1', 'client-1'],
    ]);
    expect(secretsHere({ USERPROFILE: home })).toHaveLength(6);
    expect(secretsHere({ HOME: join(home, 'nobody'), USERPROFILE: home })).toEqual([]);
  });

  test('are looked for where the environment says', () => {
    const env = {
      HOME: home,
      AWS_CONFIG_FILE: write('c', 'aws_access_key_id=AKIA1'),
      AWS_SHARED_CREDENTIALS_FILE: write('s', 'aws_access_key_id=AKIA2'),
    };

    expect(secretsHere(env)).toEqual(['AKIA1', 'AKIA2']);
  });
});
