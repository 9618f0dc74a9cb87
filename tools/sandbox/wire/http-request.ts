import type { IncomingMessage } from 'node:http';
import { AwsError } from '../core/service';

/** An HTTP request as it came over the wire, its query decoded, before anybody has looked at it or read its body. */
export interface RequestHead {
  readonly method: string;
  /** Still percent-encoded, without the query. */
  readonly rawPath: string;
  /** Decoded, in the order sent; a parameter without `=` has the value ''. */
  readonly query: readonly (readonly [string, string])[];
  /** Lower-case names, and no others: it has no prototype, because clients choose the names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Address of the peer. */
  readonly sourceIp: string;
}

/** Reads a request's body, once; undefined where it has more bytes than that. */
export type ReadBody = (limit: number) => Promise<Buffer | undefined>;

/** @throws AwsError `InvalidURI` for a path or query that is not percent-encoded UTF-8 */
export function readHead(message: IncomingMessage): RequestHead {
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  decodePercent(rawPath);
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(message.headers))
    headers[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
  return {
    method: message.method ?? 'GET',
    rawPath,
    query: mark < 0 ? [] : parseQuery(url.slice(mark + 1)),
    headers,
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

/**
 * By events: leaving a `for await` early would close the connection, and with it the answer. How long a client may take is
 * Node's `requestTimeout`, five minutes.
 *
 * @throws AwsError `IncompleteBody` where the connection ends first
 */
export function readBody(message: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(message.headers['content-length'] ?? 0) > limit) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const read = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        message.off('data', read).pause();
        resolve(undefined);
      }
    };
    const cut = (): void =>
      reject(
        new AwsError(
          'IncompleteBody',
          'You did not provide the number of bytes specified by the Content-Length HTTP header.',
        ),
      );
    // After `end` the other two change nothing any more.
    message.on('data', read).on('end', () => resolve(Buffer.concat(chunks, size)));
    message.on('error', cut).on('close', cut);
  });
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
