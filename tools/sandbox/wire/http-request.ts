import type { IncomingMessage } from 'node:http';
import { AwsError } from '../core/service';

/** An HTTP request as it came over the wire, its query decoded and its body read, before anybody has looked at it. */
export interface HttpRequest {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly rawPath: string;
  /** Decoded, in the order sent; a parameter without `=` has the value ''. */
  readonly query: readonly (readonly [string, string])[];
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Address of the peer. */
  readonly sourceIp: string;
}

/** Larger than any single-part upload that the S3 library takes; the rest must be multipart, as on AWS above 5 GB. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** @throws AwsError `EntityTooLarge`, or `InvalidURI` for a path or query that is not percent-encoded UTF-8 */
export async function readHttpRequest(message: IncomingMessage): Promise<HttpRequest> {
  const body = await readBody(message);
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  decodePercent(rawPath);
  return {
    method: message.method ?? 'GET',
    rawPath,
    query: mark < 0 ? [] : parseQuery(url.slice(mark + 1)),
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(',') : (value ?? ''),
      ]),
    ),
    body,
    sourceIp: (message.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
  };
}

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= MAX_BODY_BYTES) chunks.push(bytes); // the rest is read and dropped, so that the client hears the answer
  }
  if (size > MAX_BODY_BYTES) {
    throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');
  }
  return Buffer.concat(chunks);
}

/** By hand, because URLSearchParams reads `+` as a space and AWS does not. */
function parseQuery(text: string): [string, string][] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 0) return [decodePercent(pair), ''];
      return [decodePercent(pair.slice(0, equals)), decodePercent(pair.slice(equals + 1))];
    });
}
