import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findProgram } from '../test/peers/installed';
import { startMotoServer } from '../test/peers/moto-server';
import { type Keys, S3Requests } from './s3-requests';

/**
 * `npm run bench -- [--against DIR]`: what the sandbox's objects cost, beside the version before (DIR, a checkout that is
 * installed) and `moto_server`, in one run and from one client. The bars: 20,000 objects listed whole in 0.3 times what it took
 * before, 1 MB read by 16 clients in 1.2 times what moto_server takes, an address within 0.8 s, and after 16,000 requests no
 * more than 1.1 times the memory that it took after 2,000.
 */
async function main(): Promise<void> {
  const { against } = parseArgs({ options: { against: { type: 'string' } } }).values;
  const before = against === undefined ? undefined : resolve(against);
  line('the sandbox', 'this', 'before');
  line('from start to address, seconds', ...(await both(before, secondsToAddress)));
  const [here, there] = [await memory(HERE), before === undefined ? undefined : await memory(before)];
  line('memory after 2,000 requests, MB', here[0], there?.[0]);
  line('memory after 16,000 requests, MB', here[1], there?.[1]);
  line('the second by the first', here[1] / here[0], there && there[1] / there[0]);
  const servers: Servers = [
    await startSandboxOf(HERE),
    before === undefined ? undefined : await startSandboxOf(before),
    findProgram('moto_server') === undefined ? undefined : await startMoto(),
  ];
  line('its objects', 'this', 'before', 'moto', 'this/before', 'this/moto');
  try {
    await measure(servers);
  } finally {
    for (const server of servers) await server?.stop();
  }
}

interface Server {
  readonly s3: S3Requests;
  stop(): Promise<void>;
}

/** This version, the one before, moto_server; undefined where there is none. */
type Servers = readonly [Server, Server | undefined, Server | undefined];

async function measure(servers: Servers): Promise<void> {
  for (const server of servers) await server?.s3.send(await server.s3.signed('PUT', '/bench'));
  for (const [name, body, count] of [
    ['1 KB', Buffer.alloc(1024, 'k'), 800],
    ['1 MB', Buffer.alloc(1024 * 1024, 'm'), 96],
  ] as const) {
    for (const method of ['PUT', 'GET'] as const) {
      for (const clients of [1, 16]) {
        const what = `${method} ${name}, ${clients} client${clients === 1 ? '' : 's'}, milliseconds each`;
        await compare(what, servers, async ({ s3 }) => {
          const urls = await Promise.all(
            Array.from({ length: clients }, (_, client) => s3.signed(method, `/bench/${name}-${client}`)),
          );
          const sent = method === 'PUT' ? body : undefined;
          return async () => (await timed(() => inTurns(s3, urls, count, sent))) / count;
        });
      }
    }
  }
  for (const [bucket, count, times] of [
    ['few', 100, 40],
    ['many', 20_000, 1],
  ] as const) {
    for (const server of servers) if (server !== undefined) await fill(server.s3, bucket, count);
    await compare(`${count.toLocaleString('en')} objects listed, milliseconds`, servers, ({ s3 }) =>
      Promise.resolve(async () => {
        const spent = await timed(async () => {
          for (let time = 0; time < times; time++) await listWhole(s3, bucket, count);
        });
        return spent / times;
      }),
    );
  }
}

/** Three rounds in which the servers take turns; the best of each counts. */
async function compare(
  what: string,
  servers: Servers,
  prepare: (server: Server) => Promise<() => Promise<number>>,
): Promise<void> {
  const runs = await Promise.all(servers.map(async (server) => server && prepare(server)));
  const best: (number | undefined)[] = servers.map(() => undefined);
  for (let round = 0; round < 3; round++) {
    for (const [index, run] of runs.entries()) {
      if (run !== undefined) best[index] = Math.min(best[index] ?? Infinity, await run());
    }
  }
  const [here = NaN, before, moto] = best;
  line(what, here, before, moto, before && here / before, moto && here / moto);
}

async function inTurns(
  s3: S3Requests,
  urls: readonly string[],
  count: number,
  body: Buffer | undefined,
): Promise<void> {
  let left = count;
  await Promise.all(
    urls.map(async (url) => {
      while (left-- > 0) await s3.send(url, body);
    }),
  );
}

async function fill(s3: S3Requests, bucket: string, count: number): Promise<void> {
  await s3.send(await s3.signed('PUT', `/${bucket}`));
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let number = next++; number < count; number = next++) {
        const key = `folder-${number % 20}/object-${String(number).padStart(6, '0')}`;
        await s3.send(await s3.signed('PUT', `/${bucket}/${key}`), Buffer.from('x'));
      }
    }),
  );
}

async function listWhole(s3: S3Requests, bucket: string, count: number): Promise<void> {
  let found = 0;
  for (let token: string | undefined = ''; token !== undefined;) {
    const query: Record<string, string> = { 'list-type': '2' };
    if (token !== '') query['continuation-token'] = token;
    const page: string = (await s3.send(await s3.signed('GET', `/${bucket}`, query))).toString();
    found += page.split('<Contents>').length - 1;
    token = /<NextContinuationToken>([^<]*)</.exec(page)?.[1];
  }
  if (found !== count) throw new Error(`${found} objects were listed, and ${count} are there`);
}

/** MB after 2,000 requests and after 16,000, half of them uploads. */
async function memory(directory: string): Promise<[number, number]> {
  const server = await startSandboxOf(directory);
  try {
    await server.s3.send(await server.s3.signed('PUT', '/bench'));
    const urls = await Promise.all(
      ['a', 'b', 'c', 'd'].map((key) => server.s3.signed('PUT', `/bench/${key}`)),
    );
    const reads = await Promise.all(
      ['a', 'b', 'c', 'd'].map((key) => server.s3.signed('GET', `/bench/${key}`)),
    );
    const requests = async (count: number): Promise<number> => {
      await inTurns(server.s3, urls, count / 2, Buffer.alloc(1024));
      await inTurns(server.s3, reads, count / 2, undefined);
      return server.megabytes();
    };
    return [await requests(2_000), await requests(14_000)];
  } finally {
    await server.stop();
  }
}

async function startSandboxOf(
  directory: string,
): Promise<Server & { readonly megabytes: () => Promise<number> }> {
  const child = fork(join(__dirname, 'sandbox-server.js'), { cwd: directory, execArgv: [] });
  const gone = once(child, 'exit').then(() => {
    throw new Error(`the sandbox of ${directory} ended instead of serving`);
  });
  gone.catch(() => undefined); // it ends in the end
  const [{ url, ...keys }] = (await Promise.race([once(child, 'message'), gone])) as [
    { readonly url: string } & Keys,
  ];
  return {
    s3: new S3Requests(url, keys),
    megabytes: async () => {
      child.send('memory');
      const [bytes] = (await once(child, 'message')) as [number];
      return bytes / 2 ** 20;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

async function startMoto(): Promise<Server> {
  const server = await startMotoServer();
  const s3 = new S3Requests(server.url, { accessKeyId: 'any', secretAccessKey: 'any' });
  return { s3, stop: () => server.stop() };
}

/** The best of three starts of the command, until it prints where it listens. */
async function secondsToAddress(directory: string): Promise<number> {
  const started: number[] = [];
  for (let time = 0; time < 3; time++) {
    const milliseconds = await timed(async () => {
      const command = ['--require', 'tsx/cjs', 'bin/vendor-share.ts', 'sandbox', '--port', '0'];
      const child = spawn(process.execPath, command, {
        cwd: directory,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      for await (const text of child.stdout) if (String(text).includes('http://127.0.0.1:')) break;
      child.kill();
    });
    started.push(milliseconds / 1000);
  }
  return Math.min(...started);
}

async function both(
  before: string | undefined,
  measured: (directory: string) => Promise<number>,
): Promise<[number, number | undefined]> {
  return [await measured(HERE), before === undefined ? undefined : await measured(before)];
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

function line(what: string, ...columns: readonly (string | number | undefined)[]): void {
  const shown = columns.map((column) => {
    if (column === undefined) return 'skipped';
    return typeof column === 'string' ? column : column.toFixed(column < 100 ? 2 : 0);
  });
  console.log(what.padEnd(40) + shown.map((text) => text.padStart(13)).join(''));
}

const HERE = join(__dirname, '..');

void main();
