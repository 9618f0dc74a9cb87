import { sayNetwork } from '../../words/say';
import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { NoAnswer } from './no-answer';
import { decidesNothing } from './outcome';

/** An answer with all of its body. */
interface Whole {
  readonly method: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * An answer as it came, if it is AWS's: it has a request id, and what it says can be read to its end. Anything between here
 * and AWS can answer 403, or 200 with nothing in it; neither says who may read what.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTCommonResponseHeaders.html,
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 *
 * @throws NoAnswer otherwise
 */
export async function answerOfAws(request: HttpRequest, response: HttpResponse): Promise<HttpResponse> {
  const headers = lowerCased(response.headers);
  const isOfAws = ID_HEADERS.some((name) => (headers[name] ?? '') !== '');
  if (isOfAws && (isData(request, response) || hasNoBody(request, response))) return response;
  const body = await collected(response.body);
  const whole = {
    method: request.method,
    status: response.statusCode,
    headers,
    text: body.toString('utf8').trim(),
  };
  const again = (more: Record<string, string> = {}) =>
    new HttpResponse({
      statusCode: response.statusCode,
      headers: { ...response.headers, ...more },
      body: new Uint8Array(body),
    });

  if (isHtml(whole)) throw notAws(request, whole);
  if (isOfAws) {
    if (!isWhole(whole)) throw unreadable(request, whole);
    return again();
  }
  const id = /<RequestI[dD]>([\w-]+)<\/RequestI[dD]>/.exec(whole.text)?.[1];
  if (id !== undefined && isWhole(whole)) return again({ 'x-amz-request-id': id });
  // "Slow down" says nothing about access, whoever says it, and the SDK tries again.
  if (isWhole(whole) && whole.status >= 400 && decidesNothing(errorCode(whole.text), whole.status))
    return again();
  throw notAws(request, whole);
}

/** https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/migrate-handle-errors.html: the SDK reads these, in this order. */
const ID_HEADERS = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id'];

/** An object is what it is, and may be large; an error is none. The SDK names the operation where path and method do not. */
function isData({ query }: HttpRequest, { statusCode }: HttpResponse): boolean {
  return query['x-id'] === 'GetObject' && statusCode < 300;
}

function hasNoBody({ method }: HttpRequest, { statusCode }: HttpResponse): boolean {
  return method === 'HEAD' || statusCode === 204 || statusCode === 304;
}

/**
 * XML or JSON that ends where it should. With nothing AWS answers what was done (`PutObject`), and nothing that was asked or
 * denied: the code would be missing.
 */
function isWhole({ method, status, text }: Whole): boolean {
  if (text === '') return status < 300 && ['PUT', 'DELETE'].includes(method);
  if (text.startsWith('<')) {
    const root = /^(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<([\w:.-]+)/.exec(text)?.[1];
    return (
      root !== undefined &&
      (text.endsWith(`</${root}>`) || /^<[^>]*\/>$/.test(text.slice(text.lastIndexOf('<'))))
    );
  }
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isHtml({ headers, text }: Whole): boolean {
  return (
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text) ||
    (text !== '' && /^text\/html/i.test(headers['content-type'] ?? ''))
  );
}

function errorCode(text: string): string | undefined {
  return (/<Code>([\w.]+)<\/Code>/.exec(text) ??
    /"(?:__type|code)"\s*:\s*"(?:[^"]*#)?(\w+)"/.exec(text))?.[1];
}

/** Quotes no body: a server may say back what it was sent, and half a secret is not found and hidden. */
function notAws(request: HttpRequest, answer: Whole): NoAnswer {
  const { status, headers, text } = answer;
  const server = [headers['server'], headers['via']].filter((name) => name !== undefined).join(', ');
  const http = `HTTP ${status}${server === '' ? '' : ` (${server})`}`;
  const slots = { host: request.hostname, http };
  const made = (code: string, message: string) => new NoAnswer(code, message, { status });
  if (status === 407) return made('ProxyWantsLogin', sayNetwork('proxyAsksForLogin', slots));
  if (/plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server/i.test(text))
    return made('PlainHttpToTlsPort', sayNetwork('expectsHttps', slots));
  if (isHtml(answer)) {
    const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1]?.trim() ?? '';
    return made(
      'HtmlAnswer',
      title === '' ? sayNetwork('webPage', slots) : sayNetwork('webPageTitled', { ...slots, title }),
    );
  }
  if (status >= 300 && status < 400 && headers['location'] !== undefined)
    return made(
      'RedirectedAway',
      sayNetwork('sendsOn', { ...slots, address: withoutQuery(headers['location']) }),
    );
  const count = Buffer.byteLength(text);
  return made(
    'NotFromAws',
    count === 0 ? sayNetwork('emptyNotFromAws', slots) : sayNetwork('bytesNotFromAws', { ...slots, count }),
  );
}

function unreadable({ hostname: host }: HttpRequest, { status, text }: Whole): NoAnswer {
  const slots = { host, http: `HTTP ${status}` };
  const count = Buffer.byteLength(text);
  return new NoAnswer(
    'UnreadableAnswer',
    count === 0 ? sayNetwork('emptyAnswer', slots) : sayNetwork('cutAnswer', { ...slots, count }),
  );
}

/** Where a login page is; what a portal puts behind it is nobody's business. */
const withoutQuery = (url: string): string => url.replace(/[?#].*$/, '');

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function collected(body: unknown): Promise<Buffer> {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string' || body instanceof Uint8Array) return Buffer.from(body);
  if (typeof body !== 'object' || !(Symbol.asyncIterator in body))
    throw new TypeError('an answer is a stream');
  const parts: Buffer[] = [];
  for await (const part of body as AsyncIterable<Uint8Array>) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
