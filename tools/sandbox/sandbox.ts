import type { Share } from '../../lib/share/share';
import { FrontDoor } from './front-door';
import { listen, serverOf } from './http-server';
import { Journal } from './journal';
import { Changes } from './pages/changes';
import { PageDoor } from './pages/page-door';
import type { RequestEntry } from './request-entry';
import { ObjectData } from './s3/object-data';
import { servicesOf } from './services';
import type { BootstrapOptions } from './seed/bootstrap';
import { seedWorld, type SeededWorld } from './seed/seed-world';

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
  /** Called with what no client is told: errors of the sandbox itself. @default - they are lost */
  readonly onFailure?: (error: unknown) => void;
}

/** AWS with a share's accounts in it, listening on 127.0.0.1 until it is stopped. */
export interface Sandbox extends SeededWorld {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly port: number;
  readonly objects: ObjectData;
  /** What was decided about a request, by the request id that its answer carried; the latest thousand are kept, and a thousand of deployments. */
  entryOf(requestId: string): RequestEntry | undefined;
  stop(): Promise<void>;
}

/** @throws PlainError when the port is taken */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? (() => new Date());
  const objects = new ObjectData(now);
  const seeded = await seedWorld(options.share, now, objects, options.bootstrap);
  const { world } = seeded;
  const journal = new Journal();
  const changes = new Changes();
  const onRequest = (entry: RequestEntry): void => {
    journal.add(entry);
    changes.happened();
    options.onRequest?.(entry);
  };
  const { onFailure = () => undefined } = options;
  const frontDoor = new FrontDoor(world, servicesOf(world, objects), onRequest, onFailure);
  const surroundings = { ...seeded, share: options.share, objects, journal, frontDoor };
  const server = serverOf(new PageDoor(surroundings, changes), onFailure);
  const port = await listen(server, options.port ?? 0);
  return {
    ...seeded,
    url: `http://127.0.0.1:${port}`,
    port,
    objects,
    entryOf: (requestId) => journal.entryOf(requestId),
    stop: async () => {
      changes.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
