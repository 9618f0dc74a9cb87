import { Command } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/rehearse';
import { load } from '../load';

export function rehearseCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('rehearse')
    .description(
      'Deploy both stacks to AWS on localhost, do every step as the vendor’s user, and check that all else is denied.',
    )
    .option('--keep', 'leave the sandbox running afterwards, however it ended, until Ctrl-C')
    .option('--json', 'machine-readable result on standard output, progress on standard error')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/rehearse') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
Runs the real \`cdk deploy\` against AWS accounts in memory, on 127.0.0.1.
Needs no AWS account and no Docker; reads and writes nothing of yours, ~/.aws
included, and leaves nothing behind.

Ends with 0 as promised, 1 something was not as promised (or a deployment
stopped), 2 parameters.ts is wrong, 3 could not tell, or stopped by hand.`;
