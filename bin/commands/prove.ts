import { Command } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/prove';
import { load } from '../load';

export function proveCommand(candidate: unknown = parameters, terminal: Terminal = processTerminal): Command {
  return new Command('prove')
    .description(
      'Prove on the synthesized templates that the access is exactly the promise, for every request.',
    )
    .option(
      '--assembly <dir>',
      'templates that `cdk synth` wrote (default: synthesized from parameters.ts now)',
    )
    .option('--json', 'the report, for programs')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/prove') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
Needs no AWS account and no network. The report says what is promised, whether
it holds, a concrete request for everything that breaks it, and what is not
covered. docs/proof.md explains the method.

Ends with
  0  the promise holds
  1  the promise is broken (also if something else cannot be judged)
  2  wrong usage or parameters, or something that cannot be judged and no
     counterexample`;
