import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What stands between a client and the sandbox, and answers some requests in its place. */
export interface InterferingProxy {
  readonly url: string;
  stop(): Promise<void>;
}

export interface CannedAnswer {
  readonly status: number;
  readonly body: string;
  /** @default - XML, with a request id of AWS's */
  readonly headers?: Readonly<Record<string, string>>;
}

/** `'hang'`: no answer, ever; `'close'`: the connection ends; `'stall'`: an answer begins, and no more; `'cut'`: the right one, half of it. */
export type Interference = CannedAnswer | 'hang' | 'close' | 'stall' | 'cut';

const OF_AWS = {
  'content-type': 'application/xml',
  'x-amzn-requestid': '4442587FB7D0A2F9',
  'x-amz-request-id': '4442587FB7D0A2F9',
};

/** @param interfere returns what is done in the place of the sandbox, or nothing to let the request through */
export async function interferingProxy(
  target: string,
  interfere: (message: IncomingMessage) => Interference | undefined,
): Promise<InterferingProxy> {
  const { port: targetPort } = new URL(target);
  const server = createServer((message, response) => {
    const canned = interfere(message);
    if (canned === 'hang') return;
    if (canned === 'close') {
      message.socket.destroy();
      return;
    }
    if (canned === 'stall') {
      response.writeHead(200, OF_AWS).write('<?xml');
      return;
    }
    if (canned !== undefined && canned !== 'cut') {
      message.resume();
      response.writeHead(canned.status, canned.headers ?? OF_AWS).end(canned.body);
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
      if (canned === 'cut') {
        const headers = { ...answer.headers };
        delete headers['content-length'];
        delete headers['transfer-encoding'];
        response.writeHead(answer.statusCode ?? 502, headers);
        void text(answer).then((body) => response.end(body.slice(0, body.length / 2)));
        return;
      }
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
