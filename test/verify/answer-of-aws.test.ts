import { Readable } from 'node:stream';
import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { answerOfAws } from '../../tools/verify/answer-of-aws';
import { NoAnswer } from '../../tools/verify/no-answer';

/** What came back: status, headers, body; and what was asked, where it is not a GET of a list. */
interface Came {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly method?: string;
  readonly query?: Record<string, string>;
}

const S3 = { 'x-amz-request-id': '4442587FB7D0A2F9' };
const STS = { 'x-amzn-RequestId': '01234567-89ab-cdef-0123-456789abcdef' };
const ERROR = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';

async function asked({ status = 200, headers = {}, body = '', method = 'GET', query = {} }: Came) {
  const request = new HttpRequest({ method, query, hostname: 's3.example', protocol: 'https:', path: '/' });
  const answer = await answerOfAws(request, new HttpResponse({ statusCode: status, headers, body }));
  return { ...answer, text: Buffer.from((answer.body as Uint8Array | undefined) ?? '').toString() };
}

/** A body as it comes from the network. */
const inParts = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)));

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html,
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
describe('counts as an answer of AWS', () => {
  test.each<[string, Came, string]>([
    ['XML that ends', { headers: S3, body: ERROR, status: 403 }, ERROR],
    [
      '… with what stands before it',
      { headers: S3, body: `<?xml version="1.0"?>\n<!-- a\nb -->${ERROR}` },
      `<?xml version="1.0"?>\n<!-- a\nb -->${ERROR}`,
    ],
    ['… with a prefix', { headers: S3, body: '<a:b-c.d>x</a:b-c.d>' }, '<a:b-c.d>x</a:b-c.d>'],
    [
      'an empty element',
      { headers: S3, body: '<LocationConstraint xmlns="x"/>' },
      '<LocationConstraint xmlns="x"/>',
    ],
    ['JSON that ends', { headers: STS, body: '{"UserId":"x"}' }, '{"UserId":"x"}'],
    ['JSON with spaces around it', { headers: STS, body: '\n {"a":1}\n' }, '\n {"a":1}\n'],
    ['the third header', { headers: { 'X-Amzn-Request-Id': 'x' }, body: '[]' }, '[]'],
    ['what comes in parts', { headers: S3, body: inParts('<a>', '日本', '</a>') }, '<a>日本</a>'],
    ['a part that is bytes', { headers: S3, body: new Uint8Array([0x5b, 0x5d]) }, '[]'],
    ['nothing, of a deletion', { headers: S3, method: 'DELETE' }, ''],
    ['nothing, of what was put', { headers: S3, method: 'PUT', body: null }, ''],
  ])('%s', async (_, came, text) => {
    expect((await asked(came)).text).toBe(text);
  });

  test.each<[string, Came]>([
    ['an object, whatever is in it', { query: { 'x-id': 'GetObject' }, body: '<html>' }],
    ['… or a part of it', { query: { 'x-id': 'GetObject' }, status: 206, body: '{' }],
    ['HEAD, which has no body', { method: 'HEAD', status: 403 }],
    ['no content', { status: 204 }],
    ['not modified', { status: 304 }],
  ])('%s', async (_, came) => {
    expect(await asked({ ...came, headers: S3 })).toMatchObject({
      statusCode: came.status ?? 200,
      body: came.body ?? '',
    });
  });

  test('an id in the body, which is passed on where the SDK looks for it', async () => {
    const body = '<ErrorResponse><Error/><RequestId>0a-1b</RequestId></ErrorResponse>';

    expect(await asked({ body, status: 403, headers: { Date: 'now' } })).toMatchObject({
      statusCode: 403,
      headers: { Date: 'now', 'x-amz-request-id': '0a-1b' },
      text: body,
    });
    expect((await asked({ body: body.replaceAll('RequestId', 'RequestID') })).headers).toEqual({
      'x-amz-request-id': '0a-1b',
    });
  });

  test.each<[string, Came]>([
    ['S3', { status: 503, body: '<Error><Code>SlowDown</Code></Error>' }],
    ['JSON', { status: 400, body: '{"__type":"com.amazon#ThrottlingException"}' }],
    ['JSON without a namespace', { status: 400, body: '{"code" : "ThrottlingException"}' }],
    ['a fault of the server', { status: 500, body: '{"__type":"InternalFailure"}' }],
    ['the clock', { status: 403, body: '<Error><Code>RequestTimeTooSkewed</Code></Error>' }],
  ])('to wait, without an id: it says nothing about access, whoever says it: %s', async (_, came) => {
    expect((await asked(came)).statusCode).toBe(came.status);
  });
});

describe('decides nothing', () => {
  test.each<[string, Came, string, string]>([
    [
      'nothing, of a list',
      { headers: S3 },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 200) is not whole: it is empty',
    ],
    [
      'nothing, of a deletion that is denied',
      { headers: S3, method: 'DELETE', status: 403 },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 403) is not whole: it is empty',
    ],
    [
      'XML that is cut',
      { headers: S3, body: '<Error><Code>AccessDenied</Code>', status: 403 },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 403) is not whole: it has 32 bytes',
    ],
    [
      'XML that ends with another',
      { headers: S3, body: '<a><b></b>' },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 200) is not whole: it has 10 bytes',
    ],
    [
      'XML that never begins',
      { headers: S3, body: '<<' },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 200) is not whole: it has 2 bytes',
    ],
    [
      'JSON that is cut',
      { headers: STS, body: '{' },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 200) is not whole: it has 1 byte',
    ],
    [
      'a denial without an id',
      { status: 403, body: ERROR },
      'NotFromAws',
      's3.example answered HTTP 403 with 72 bytes and without a request id of AWS',
    ],
    [
      'an id in what is cut',
      { status: 403, body: '<Error><RequestId>0a</RequestId>' },
      'NotFromAws',
      's3.example answered HTTP 403 with 32 bytes and without a request id of AWS',
    ],
    [
      'an id that is empty',
      { headers: { 'x-amz-request-id': '' }, body: '[]' },
      'NotFromAws',
      's3.example answered HTTP 200 with 2 bytes and without a request id of AWS',
    ],
    [
      'a fault of the server without a code',
      { status: 503, body: '{}' },
      'NotFromAws',
      's3.example answered HTTP 503 with 2 bytes and without a request id of AWS',
    ],
    [
      'nothing at all',
      { status: 403, headers: { Server: 'squid', VIA: '1.1 proxy' } },
      'NotFromAws',
      's3.example answered HTTP 403 (squid, 1.1 proxy) with an empty body and without a request id of AWS',
    ],
    [
      '“slow down” that is cut',
      { status: 503, body: '<Error><Code>SlowDown</Code>' },
      'NotFromAws',
      's3.example answered HTTP 503 with 28 bytes and without a request id of AWS',
    ],
    [
      '“slow down” with success',
      { status: 200, body: '<Error><Code>SlowDown</Code></Error>' },
      'NotFromAws',
      's3.example answered HTTP 200 with 36 bytes and without a request id of AWS',
    ],
    [
      'a proxy that wants a password',
      { status: 407, body: '<html>' },
      'ProxyWantsLogin',
      's3.example answered HTTP 407: a proxy asks for a user name and a password',
    ],
    [
      'no TLS where TLS is spoken',
      { status: 400, body: '<html>The plain HTTP request was sent to HTTPS port</html>' },
      'PlainHttpToTlsPort',
      's3.example answered HTTP 400: it expects https',
    ],
    [
      '… in Go’s words',
      { status: 400, body: 'Client sent an HTTP request to an HTTPS server.' },
      'PlainHttpToTlsPort',
      's3.example answered HTTP 400: it expects https',
    ],
    ['a web page', { body: '<html></html>' }, 'HtmlAnswer', 's3.example answered HTTP 200 with a web page'],
    [
      '… with AWS’s id',
      { headers: S3, body: '<!-- x\ny --><!DOCTYPE html><title lang="en"> Sign in </title>' },
      'HtmlAnswer',
      's3.example answered HTTP 200 with a web page called "Sign in"',
    ],
    [
      '… without its beginning',
      { body: '<BODY>' },
      'HtmlAnswer',
      's3.example answered HTTP 200 with a web page',
    ],
    [
      '… that only says so',
      { body: 'Blocked', headers: { 'Content-Type': 'text/html; charset=utf-8' } },
      'HtmlAnswer',
      's3.example answered HTTP 200 with a web page',
    ],
    [
      'an empty page',
      { headers: { 'content-type': 'text/html' } },
      'NotFromAws',
      's3.example answered HTTP 200 with an empty body and without a request id of AWS',
    ],
    [
      'an element that begins like one',
      { body: '<header>x</header>' },
      'NotFromAws',
      's3.example answered HTTP 200 with 18 bytes and without a request id of AWS',
    ],
    [
      'a portal',
      { status: 302, headers: { Location: 'https://portal.example/in?token=secret#x' } },
      'RedirectedAway',
      's3.example answered HTTP 302 and sends on to https://portal.example/in',
    ],
    [
      'a redirection to nowhere',
      { status: 302 },
      'NotFromAws',
      's3.example answered HTTP 302 with an empty body and without a request id of AWS',
    ],
    [
      'an address that is none',
      { status: 400, headers: { location: 'x' } },
      'NotFromAws',
      's3.example answered HTTP 400 with an empty body and without a request id of AWS',
    ],
    [
      'an object that is denied',
      { status: 403, headers: S3, query: { 'x-id': 'GetObject' }, body: '<Error>' },
      'UnreadableAnswer',
      'the answer of s3.example (HTTP 403) is not whole: it has 7 bytes',
    ],
  ])('%s', async (_, came, code, message) => {
    const error: unknown = await asked(came).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(NoAnswer);
    expect(error).toMatchObject({ code, message });
  });
});
