import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { AwsHandler } from '../../tools/verify/aws-handler';

type Handle = (request: HttpRequest, options: unknown) => Promise<{ response: HttpResponse }>;
interface Made {
  readonly options: Readonly<Record<string, unknown>>;
  isDestroyed: boolean;
}

let mockMade: Made[];
let mockHandle: Handle;
jest.mock('@smithy/node-http-handler', () => ({
  NodeHttpHandler: class {
    private readonly made: Made;
    constructor(options: Made['options']) {
      this.made = { options, isDestroyed: false };
      mockMade.push(this.made);
    }
    handle(request: HttpRequest, options: unknown) {
      const via = 'httpsAgent' in this.made.options ? 'through the tunnel' : 'direct';
      return mockHandle(request, { via, options });
    }
    destroy() {
      this.made.isDestroyed = true;
    }
  },
}));

const before = { ...process.env };
beforeEach(() => {
  mockMade = [];
  process.env = {};
});
afterEach(() => {
  process.env = { ...before };
});

const HTTPS = {
  protocol: 'https:',
  hostname: 'sts.ap-northeast-1.amazonaws.com',
  path: '/',
  method: 'POST',
  headers: {},
};
const answers = (statusCode: number): Handle => {
  const headers = { 'x-amzn-requestid': '4442587F-B7D0-A2F9' };
  return () =>
    Promise.resolve({ response: new HttpResponse({ statusCode, headers, body: Buffer.from('<a/>') }) });
};
const fails =
  (error: Error): Handle =>
  () =>
    Promise.reject(error);
const coded = (code: string, message = code) => Object.assign(new Error(message), { code });

async function handled(handle: Handle, request: object = HTTPS, options?: { abortSignal?: AbortSignal }) {
  mockHandle = handle;
  const handler = new AwsHandler(5000);
  const made = { ...HTTPS, ...request };
  const outcome = await handler.handle(new HttpRequest(made), options).then(
    ({ response }) => response.statusCode,
    (error: unknown) => error,
  );
  return { handler, outcome };
}

const failure = async (...given: Parameters<typeof handled>) => {
  const { outcome } = await handled(...given);
  const { name, code, message, $metadata } = outcome as Error & { code?: string; $metadata?: object };
  return { name, code, message, ...($metadata && { $metadata }) };
};

test('what AWS answers is handed on, and remembered', async () => {
  const { handler, outcome } = await handled(answers(403));
  expect(outcome).toBe(403);
  expect(handler).toMatchObject({ lastStatus: 403, lastFailure: undefined, hasAsked: true });
  expect(handler.metadata).toEqual({ handlerProtocol: 'http/1.1' });
  expect(handler.httpHandlerConfigs()).toEqual({});
});

test('nobody was asked before', () => {
  expect(new AwsHandler(5000)).toMatchObject({
    lastStatus: undefined,
    lastFailure: undefined,
    hasAsked: false,
  });
});

test('a failure is remembered, and so is what came after it', async () => {
  const { handler, outcome } = await handled(answers(200));
  mockHandle = fails(coded('ECONNREFUSED'));
  const error: unknown = await handler.handle(new HttpRequest(HTTPS)).catch((thrown: unknown) => thrown);
  expect(outcome).toBe(200);
  expect(handler.lastFailure).toBe(error);
  expect(handler.lastStatus).toBeUndefined();
  mockHandle = answers(200);
  await handler.handle(new HttpRequest(HTTPS));
  expect(handler.lastFailure).toBeUndefined();
});

test('no attempt takes longer than it may', async () => {
  await handled(answers(200));
  expect(mockMade).toEqual([
    {
      options: { connectionTimeout: 5000, requestTimeout: 5000, throwOnRequestTimeout: true },
      isDestroyed: false,
    },
  ]);
});

test('what was asked goes on as it is, with its options', async () => {
  const seen: unknown[] = [];
  const handle: Handle = (request, options) => {
    seen.push(request.hostname, options);
    return answers(200)(request, options);
  };
  const abortSignal = new AbortController().signal;
  await handled(handle, {}, { abortSignal });
  await handled(handle);
  expect(seen).toEqual([
    HTTPS.hostname,
    { via: 'direct', options: { abortSignal } },
    HTTPS.hostname,
    { via: 'direct', options: {} },
  ]);
});

describe('no answer', () => {
  const asked = '(asked: https://sts.ap-northeast-1.amazonaws.com)';

  test.each([
    ['ECONNREFUSED', coded('ECONNREFUSED', 'connect ECONNREFUSED'), `connect ECONNREFUSED ${asked}`],
    ['ENOTFOUND', coded('ENOTFOUND', 'getaddrinfo'), `getaddrinfo ${asked}`],
    ['EAI_AGAIN', coded('EAI_AGAIN', 'getaddrinfo'), `getaddrinfo ${asked}`],
  ])('%s', async (code, error, message) => {
    expect(await failure(fails(error))).toEqual({ name: 'NoAnswer', code, message, $metadata: {} });
  });

  test('has its cause', async () => {
    const error = coded('ECONNREFUSED');
    expect((await handled(fails(error))).outcome).toHaveProperty('cause', error);
  });

  test.each([
    ['sts.nowhere.example', 'EndpointNotFound'],
    ['amazonaws.com.example', 'EndpointNotFound'],
    ['amazonaws.com', 'EndpointNotFound'],
    ['notamazonaws.com', 'EndpointNotFound'],
    ['sts.xx-north-9.amazonaws.com', 'ENOTFOUND'],
    ['STS.XX-NORTH-9.AMAZONAWS.COM', 'ENOTFOUND'],
    ['sts.cn-north-1.amazonaws.com.cn', 'ENOTFOUND'],
    ['sts.eusc-de-east-1.amazonaws.eu', 'ENOTFOUND'],
    ['s3.xx-north-9.api.aws', 'ENOTFOUND'],
    ['vendor.awsapps.com', 'ENOTFOUND'],
    ['sts.us-iso-east-1.c2s.ic.gov', 'ENOTFOUND'],
    ['sts.us-isob-east-1.sc2s.sgov.gov', 'ENOTFOUND'],
  ])('%s is not known: %s', async (hostname, code) => {
    expect(await failure(fails(coded('ENOTFOUND')), { hostname })).toMatchObject({ code });
    expect(await failure(fails(coded('EAI_AGAIN')), { hostname })).toMatchObject({
      code: code === 'ENOTFOUND' ? 'EAI_AGAIN' : code,
    });
    expect(await failure(fails(coded('ECONNREFUSED')), { hostname })).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('the address has the port that was asked', async () => {
    const { message } = await failure(fails(coded('ECONNREFUSED', 'no')), {
      protocol: 'http:',
      hostname: 'localhost',
      port: 4566,
    });
    expect(message).toBe('no (asked: http://localhost:4566)');
  });

  test.each(['ftp:', 'ws:', 'httpx:'])('%s is asked by nobody', async (protocol) => {
    expect(await failure(answers(200), { protocol })).toEqual({
      name: 'NoAnswer',
      code: 'EndpointNotHttp',
      message: `${protocol}//sts.ap-northeast-1.amazonaws.com begins neither with http:// nor with https://`,
      $metadata: {},
    });
  });

  test('a web page is none', async () => {
    const headers = { 'content-type': 'text/html' };
    const page = new HttpResponse({ statusCode: 200, headers, body: Buffer.from('<html>') });
    expect(await failure(() => Promise.resolve({ response: page }))).toMatchObject({ code: 'HtmlAnswer' });
  });
});

describe('a timeout', () => {
  test.each(['AbortError', 'TimeoutError', 'ETIMEDOUT'])('%s stays what it is called', async (code) => {
    const error = coded(code);
    expect((await handled(fails(error))).outcome).toBe(error);
  });

  test('an answer that is stopped by hand is one, whatever it ends with', async () => {
    const abortSignal = AbortSignal.abort();
    expect(await failure(fails(coded('ECONNRESET')), {}, { abortSignal })).toEqual({
      name: 'AbortError',
      code: undefined,
      message: 'Request aborted',
    });
    expect(await failure(fails(coded('ECONNRESET')), {}, {})).toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('through a proxy', () => {
  beforeEach(() => {
    process.env = { HTTPS_PROXY: 'http://alice:secret@proxy:3128', HTTP_PROXY: 'http://proxy:3128' };
  });

  test('what speaks TLS has a tunnel; one is enough, and it is closed at the end', async () => {
    const ways: unknown[] = [];
    const handle: Handle = (request, options) => {
      ways.push(`${request.hostname} ${(options as { via: string }).via}`);
      return answers(200)(request, options);
    };
    const { handler } = await handled(handle);
    await handler.handle(new HttpRequest(HTTPS));
    expect(ways).toEqual(Array<string>(2).fill(`${HTTPS.hostname} through the tunnel`));
    expect(mockMade).toHaveLength(2);
    expect(mockMade[1]?.options).toMatchObject({
      requestTimeout: 5000,
      httpsAgent: { options: { timeout: 5000 } },
    });
    handler.destroy();
    expect(mockMade.map(({ isDestroyed }) => isDestroyed)).toEqual([true, true]);
  });

  test('what does not is forwarded', async () => {
    const seen: unknown[] = [];
    const handle: Handle = (request, options) => {
      seen.push(`${request.hostname}:${request.port}${request.path}`, (options as { via: string }).via);
      return answers(200)(request, options);
    };
    await handled(handle, { protocol: 'http:', hostname: 'aws.example', port: 80 });
    expect(seen).toEqual(['proxy:3128http://aws.example:80/', 'direct']);
    expect(mockMade).toHaveLength(1);
  });

  const at = '(proxy: http://proxy:3128)'; // without the password

  test.each([
    ['Bad response: 407', 'ProxyWantsLogin', { httpStatusCode: 407 }],
    ['Bad response: 403', 'ProxyDenied', { httpStatusCode: 403 }],
    ['Bad response: 502 and more', 'ProxyDenied', { httpStatusCode: 502 }],
  ])('%s is the proxy’s', async (message, code, $metadata) => {
    const error = new Error(message);
    expect(await failure(fails(error))).toEqual({
      name: 'NoAnswer',
      code,
      message: `${message} ${at}`,
      $metadata,
    });
    expect((await handled(fails(error))).outcome).toHaveProperty('cause', error);
  });

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    '%s: the proxy was not reached',
    async (code) => {
      expect(await failure(fails(coded(code, 'no')))).toEqual({
        name: 'NoAnswer',
        code: 'ProxyNotReached',
        message: `no ${at}`,
        $metadata: {},
      });
      expect((await handled(fails(coded(code)))).outcome).toHaveProperty('cause');
    },
  );

  test('what is behind it is AWS’s or the network’s', async () => {
    expect(await failure(fails(coded('ECONNRESET', 'x Bad response: 407')))).toMatchObject({
      code: 'ECONNRESET',
      message: 'x Bad response: 407 (asked: https://sts.ap-northeast-1.amazonaws.com)',
    });
    const timeout = coded('ETIMEDOUT');
    expect((await handled(fails(timeout))).outcome).toBe(timeout);
  });

  test('not where NO_PROXY says so', async () => {
    process.env['NO_PROXY'] = '.amazonaws.com';
    const { outcome } = await handled(answers(200));
    expect(outcome).toBe(200);
    expect(mockMade).toHaveLength(1);
  });
});
