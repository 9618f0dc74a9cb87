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
      'Deploy both stacks to AWS on localhost, walk the whole way as the vendor, and be refused the rest.',
    )
    .option('--keep', 'leave the sandbox running afterwards, however it ended, until Ctrl-C')
    .option('--json', 'the whole result, for programs (the story goes to standard error)')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/rehearse') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
Runs the real \`cdk deploy\` against AWS accounts made of memory on 127.0.0.1.
Needs no AWS account and no Docker; reads and writes nothing of yours, ~/.aws
included, and leaves nothing behind.

Ends with 0 as promised, 1 something was not as promised (or the stacks were
refused), 2 parameters.ts is wrong, 3 could not tell, or stopped by hand.`;
