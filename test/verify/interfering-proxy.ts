import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands between a client and the sandbox, and answers some requests in its place. */
export interface InterferingProxy {
  readonly url: string;
  stop(): Promise<void>;
}

export interface CannedAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @param interfere returns an answer of its own, `'hang'` to never answer, or nothing to let the request through */
export async function interferingProxy(
  target: string,
  interfere: (message: IncomingMessage) => CannedAnswer | 'hang' | undefined,
): Promise<InterferingProxy> {
  const { port: targetPort } = new URL(target);
  const server = createServer((message, response) => {
    const canned = interfere(message);
    if (canned === 'hang') return;
    if (canned !== undefined) {
      message.resume();
      response
        .writeHead(canned.status, { 'content-type': 'application/xml', ...canned.headers })
        .end(canned.body);
      return;
    }
    // The host header is signed, so it goes on as it came.
    const options = {
      host: '127.0.0.1',
      port: targetPort,
      method: message.method,
      path: message.url,
      headers: message.headers,
    };
    const onward = request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    message.pipe(onward);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export function s3Error(status: number, code: string, message: string): CannedAnswer {
  return {
    status,
    body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  };
}

/** Whether a request is S3's, by the service in its signature. */
export function isFor(service: string, { headers }: IncomingMessage): boolean {
  return headers.authorization?.includes(`/${service}/aws4_request`) === true;
}
