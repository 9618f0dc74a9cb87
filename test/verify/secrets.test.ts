import { hidden, masked, Secrets } from '../../tools/verify/secrets';

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
