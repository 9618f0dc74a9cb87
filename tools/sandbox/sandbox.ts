import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import type { Share } from '../../lib/share/share';
import { PlainError } from '../exit-code';
import { FrontDoor } from './front-door';
import { provisionPermissionSets } from './identity-center/provisioning';
import type { RequestEntry } from './request-entry';
import { readHttpRequest } from './wire/http-request';
import { ObjectData } from './s3/object-data';
import { servicesOf } from './services';
import type { BootstrapOptions } from './seed/bootstrap';
import { seedWorld, type SeededWorld } from './seed/seed-world';
import type { ServiceResponse } from './core/service';

export interface SandboxOptions {
  /** @default - validated parameters are the caller's business */
  readonly share: Share;
  /** How the accounts were bootstrapped. @default - as `cdk bootstrap` does it */
  readonly bootstrap?: BootstrapOptions;
  /** @default 0 - any free one */
  readonly port?: number;
  /** @default - the computer's clock */
  readonly now?: () => Date;
  /** Called after each request. */
  readonly onRequest?: (entry: RequestEntry) => void;
}

/** AWS with a share's accounts in it, listening on 127.0.0.1 until it is stopped. */
export interface Sandbox extends SeededWorld {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly objects: ObjectData;
  /** What was decided about a request, by the request id that its answer carried; the latest thousand are kept. */
  entryOf(requestId: string): RequestEntry | undefined;
  stop(): Promise<void>;
}

/** @throws PlainError when the port is taken */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const objects = new ObjectData(now);
  const seeded = await seedWorld(options.share, now, objects, options.bootstrap);
  const { world } = seeded;
  const entries = new Map<string, RequestEntry>();
  const onRequest = (entry: RequestEntry): void => {
    remember(entry, entries);
    options.onRequest?.(entry);
  };
  // Assignments and permission sets are plain data that CloudFormation changes; the roles that follow from them are made
  // before each request.
  const frontDoor = new FrontDoor(world, servicesOf(world, objects), onRequest, () =>
    provisionPermissionSets(world),
  );
  const server = createServer((message, response) => {
    void readHttpRequest(message)
      .then((request) => frontDoor.answer(request))
      .catch((error: unknown) => frontDoor.turnAway(error, message.method ?? 'GET', message.url ?? '/'))
      .then((answer) => write(answer, response));
  });
  const port = await listen(server, options.port ?? 0);
  return {
    ...seeded,
    url: `http://127.0.0.1:${port}`,
    port,
    objects,
    entryOf: (requestId) => entries.get(requestId),
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)));
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new PlainError(`port ${port} is in use: stop what listens there, or choose another with --port`);
  }
  if (error.code === 'EACCES')
    return new PlainError(`port ${port} needs privileges: choose one above 1023 with --port`);
  return error;
}

/** Pieces wait until the client has taken what is before them; where it leaves, nothing more is written. */
function write({ status, headers = {}, body }: ServiceResponse, response: ServerResponse): void {
  const pieces = typeof body === 'string' || Buffer.isBuffer(body) ? [Buffer.from(body)] : body;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  // HEAD answers say how long the body would be.
  response.writeHead(status, { 'content-length': String(length), ...headers });
  if (pieces.length < 2) response.end(pieces[0]);
  else pipeline(Readable.from(pieces), response, () => undefined);
}

function remember(entry: RequestEntry, entries: Map<string, RequestEntry>): void {
  entries.set(entry.requestId, entry);
  const [oldest] = entries.keys();
  if (entries.size > 1000 && oldest !== undefined) entries.delete(oldest);
}
