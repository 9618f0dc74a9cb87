import { ServiceException } from '@smithy/core/client';
import type { AwsCredentialIdentity } from '@smithy/types';
import { keysOf } from '../../tools/verify/keys-of';
import { NoAnswer } from '../../tools/verify/no-answer';
import { Secrets } from '../../tools/verify/secrets';

interface Sent {
  lastFailure: unknown;
  lastStatus: number | undefined;
  hasAsked: boolean;
  destroyed: number;
}
let mockSent: Sent;
jest.mock('../../tools/verify/aws-handler', () => ({
  AwsHandler: class {
    constructor(readonly timeout: number) {}
    get lastFailure() {
      return mockSent.lastFailure;
    }
    get lastStatus() {
      return mockSent.lastStatus;
    }
    get hasAsked() {
      return mockSent.hasAsked;
    }
    destroy() {
      mockSent.destroyed++;
    }
  },
}));

let mockAsked: object[];
let mockProvide: () => Promise<AwsCredentialIdentity>;
jest.mock('@aws-sdk/credential-providers', () => ({
  fromIni: (options: object) => () => {
    mockAsked.push(options);
    return mockProvide();
  },
}));

const KEYS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
beforeEach(() => {
  mockAsked = [];
  mockSent = { lastFailure: undefined, lastStatus: undefined, hasAsked: false, destroyed: 0 };
  mockProvide = () => Promise.resolve(KEYS);
});

test('the profile is read as the SDK reads it, with this program’s own way to AWS', async () => {
  const secrets = new Secrets();
  const { credentials } = keysOf('user', 5000, secrets);
  expect(mockAsked).toEqual([]);
  expect(await credentials()).toBe(KEYS);
  const http = { requestHandler: expect.objectContaining({ timeout: 5000 }) as unknown, maxAttempts: 3 };
  expect(mockAsked).toEqual([
    {
      profile: 'user',
      ignoreCache: true,
      clientConfig: http,
      parentClientConfig: http,
      clientPlugins: [secrets.watching],
    },
  ]);
});

test('all clients have one sign-in, and its connections are closed', async () => {
  const { credentials } = keysOf('user', 5000, new Secrets());
  await Promise.all([credentials(), credentials()]);
  await credentials();
  expect(mockAsked).toHaveLength(1);
  expect(mockSent.destroyed).toBe(1);
});

test('it knows whether anybody was asked', () => {
  const { hasAskedForKeys } = keysOf('user', 5000, new Secrets());
  expect(hasAskedForKeys()).toBe(false);
  mockSent.hasAsked = true;
  expect(hasAskedForKeys()).toBe(true);
});

describe('what the providers made a text of:', () => {
  async function thrown(error: Error, status?: number, lastFailure?: unknown) {
    mockProvide = () => Promise.reject(error);
    mockSent.lastStatus = status;
    mockSent.lastFailure = lastFailure;
    const met: unknown = await keysOf('user', 5000, new Secrets())
      .credentials()
      .catch((caught: unknown) => caught);
    expect(mockSent.destroyed).toBe(1);
    return met;
  }
  const provider = (text: string) => Object.assign(new Error(text), { name: 'CredentialsProviderError' });

  test('why there was no answer counts more', async () => {
    const refused = new NoAnswer('ECONNREFUSED', 'connect');
    expect(await thrown(provider('Token is expired'), 429, refused)).toBe(refused);
  });

  test.each([
    ['TooManyRequestsException: HTTP 429', 429, 'TooManyRequestsException', 'HTTP 429'],
    ['Error: TooManyRequestsException: slow\ndown', 429, 'TooManyRequestsException', 'slow\ndown'],
    ['ServiceUnavailable: later', 503, 'ServiceUnavailable', 'later'],
    ['something else', 500, 'HTTP 500', 'something else'],
  ])('%j with %i is AWS’s', async (text, status, name, message) => {
    const met = await thrown(provider(text), status);
    expect(met).toBeInstanceOf(ServiceException);
    expect(met).toMatchObject({ name, message, $fault: 'server', $metadata: { httpStatusCode: status } });
  });

  test('what cannot be read is no answer', async () => {
    const met = await thrown(provider('SyntaxError: Unexpected token'), 400);
    expect(met).toBeInstanceOf(NoAnswer);
    expect(met).toMatchObject({
      code: 'UnreadableAnswer',
      message: 'SyntaxError: Unexpected token',
      $metadata: { httpStatusCode: 400 },
    });
  });

  test.each([
    ['nobody has answered', provider('SyntaxError: x'), undefined],
    ['all went well', provider('SyntaxError: x'), 200],
    ['all went well, almost', provider('TooManyRequestsException: x'), 399],
    ['it is a no', provider('UnauthorizedException: x'), 401],
    ['the code stands elsewhere', provider('It said TooManyRequestsException: x'), 400],
    [
      'AWS said it itself',
      new ServiceException({
        name: 'SyntaxError',
        $fault: 'client',
        $metadata: {},
        message: 'SyntaxError: x',
      }),
      400,
    ],
  ])('it stays as it is where %s', async (_, error, status) => {
    expect(await thrown(error, status)).toBe(error);
  });
});
