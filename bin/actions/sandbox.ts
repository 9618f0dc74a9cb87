import { inspect } from 'node:util';
import { validateShare } from '../../lib/share/validate-share';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { FoldedLog } from '../../tools/sandbox/folded-log';
import { requestData, requestLine, requestLines } from '../../tools/sandbox/request-log';
import { printableJson, printableLines } from '../../tools/printable';
import { startSandbox } from '../../tools/sandbox/sandbox';
import { keepHeapSmall } from '../../tools/sandbox/small-heap';
import type { Terminal } from '../../tools/terminal';
import { projectBootstrap } from './bootstrap-options';
import { farewell, nextCommands, welcome } from './sandbox-welcome';
import type { Environment } from './shells';

export interface Options {
  readonly port: number;
  readonly json?: true;
  readonly verbose?: true;
}

/** What the command has to do with the process around it; tests pass their own. */
export interface Surroundings {
  /** Listens from the moment that it is called; what it returns waits. */
  readonly listenForStop: () => () => Promise<Stop>;
  /** Does a person watch, or does a program read? */
  readonly watched: boolean;
  readonly env: Environment;
  /** @default - this computer's */
  readonly platform?: NodeJS.Platform;
}

/** `gone`: nobody reads any more what is printed. */
export type Stop = 'asked' | 'gone';

export async function run(
  candidate: unknown,
  terminal: Terminal,
  options: Options,
  surroundings: Surroundings = processSurroundings(),
): Promise<void> {
  const share = validateShare(candidate);
  const { env, platform } = surroundings;
  // From here on, so that nothing is left behind by a Ctrl-C while it starts either.
  const stopped = surroundings.listenForStop();
  const line = surroundings.watched ? requestLines : requestLine;
  const log = new FoldedLog(
    (text) => terminal.print(text),
    (entry) => line(entry, terminal),
  );
  const sandbox = await startSandbox({
    share,
    bootstrap: projectBootstrap(),
    port: options.port,
    onRequest: (entry) => (options.json ? terminal.print(printableJson(requestData(entry))) : log.add(entry)),
    onFailure: (error) => {
      if (options.verbose) terminal.note(printableLines(inspect(error)));
    },
  });
  keepHeapSmall();
  let stop: Stop;
  try {
    const { homes, remove } = await makeClientHomes(sandbox, share);
    try {
      if (options.json) terminal.print(printableJson({ url: sandbox.url, homes }));
      else {
        const next = nextCommands(sandbox, share, env, platform);
        welcome(sandbox, homes, terminal, { env, platform, next });
      }
      stop = await stopped();
    } finally {
      remove();
    }
  } finally {
    log.flush();
    await sandbox.stop();
  }
  if (!options.json && stop === 'asked') farewell(terminal, env, platform);
}

const processSurroundings = (): Surroundings => ({
  listenForStop,
  watched: process.stdout.isTTY,
  env: process.env,
});

/**
 * Until Ctrl-C, until the process is asked to end or its terminal is closed, or until nobody reads its output. A second
 * Ctrl-C (npm passes on its own) changes nothing.
 */
function listenForStop(): () => Promise<Stop> {
  const stopped = new Promise<Stop>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('asked'));
    process.stdout.on('error', () => resolve('gone'));
    process.stderr.on('error', () => {}); // of a terminal that was closed: there is nobody left to tell
  });
  return () => stopped;
}
