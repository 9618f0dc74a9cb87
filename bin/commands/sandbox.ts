import { Command } from 'commander';
import { share as parameters } from '../../parameters';
import { PlainError } from '../../tools/exit-code';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/sandbox';
import { sayCli as say } from '../../words/say';
import { load } from '../load';

export function sandboxCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  surroundings?: Action.Surroundings,
): Command {
  return new Command('sandbox')
    .description("AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.")
    .option('--port <number>', 'port on 127.0.0.1 (0: any free one)', readPort, 4566)
    .option('--json', 'one JSON object per line: first the addresses and profiles, then each request')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) => {
      const action = load(() => require('../actions/sandbox') as typeof Action);
      return action.run(candidate, terminal, options, surroundings);
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new PlainError(say('portOutOfRange', { port: text }));
}

const EXPLANATION = `
Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: calls that it does not support are rejected by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.`;
