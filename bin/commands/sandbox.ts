import { Command } from 'commander';
import { validateShare } from '../../lib/share/validate-share';
import { share as parameters } from '../../parameters';
import { PlainError } from '../../tools/exit-code';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { requestData, requestLine, requestLines } from '../../tools/sandbox/request-log';
import { startSandbox } from '../../tools/sandbox/sandbox';
import { processTerminal, type Terminal } from '../../tools/terminal';
import { type Environment, farewell, nextCommands, welcome } from './sandbox-welcome';

interface Options {
  readonly port: number;
  readonly json?: true;
}

/** What the command has to do with the process around it; tests pass their own. */
export interface Surroundings {
  /** Listens from the moment that it is called; what it returns waits. */
  readonly listenForStop: () => () => Promise<Stop>;
  /** Does a person watch, or does a program read? */
  readonly watched: boolean;
  readonly env: Environment;
}

/** `gone`: nobody reads any more what is printed. */
export type Stop = 'asked' | 'gone';

export function sandboxCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  surroundings: Surroundings = processSurroundings(),
): Command {
  return new Command('sandbox')
    .description("AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.")
    .option('--port <number>', 'port on 127.0.0.1 (0: any free one)', readPort, 4566)
    .option('--json', 'one JSON object per line: first the addresses and profiles, then each request')
    .addHelpText('after', EXPLANATION)
    .action(async (options: Options) => {
      const share = validateShare(candidate);
      // From here on, so that nothing is left behind by a Ctrl-C while it starts either.
      const stopped = surroundings.listenForStop();
      const line = surroundings.watched ? requestLines : requestLine;
      const sandbox = await startSandbox({
        share,
        port: options.port,
        onRequest: (entry) =>
          terminal.print(options.json ? JSON.stringify(requestData(entry)) : line(entry, terminal)),
      });
      let stop: Stop;
      try {
        const { homes, remove } = await makeClientHomes(sandbox, share);
        try {
          if (options.json) terminal.print(JSON.stringify({ url: sandbox.url, homes }));
          else
            welcome(sandbox, homes, terminal, { env: surroundings.env, next: nextCommands(sandbox, share) });
          stop = await stopped();
        } finally {
          await remove();
        }
      } finally {
        await sandbox.stop();
      }
      if (!options.json && stop === 'asked') farewell(terminal, surroundings.env);
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new PlainError(
    `--port must be a whole number from 0 to 65535, got "${text}" (0 takes any free port)`,
  );
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

const EXPLANATION = `
Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: what it does not model, it refuses by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.`;
