import { Command } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/prove';
import type { Synthesize } from '../actions/synthesized';
import { load } from '../load';

export function proveCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  write?: Synthesize,
): Command {
  return new Command('prove')
    .description(
      'Prove on the synthesized templates that the access is exactly the promise, for every request.',
    )
    .option(
      '--assembly <dir>',
      'templates that `cdk synth` wrote (default: what the app of cdk.json writes now)',
    )
    .option('--json', 'the report, for programs')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/prove') as typeof Action).run(candidate, terminal, options, write),
    );
}

const EXPLANATION = `
Needs no AWS account and no network. The app is run as the CDK CLI runs it, and
judged by a process that has loaded nothing of it. The report says what is
promised, whether it holds, a concrete request for everything that breaks it,
and what is not covered. docs/proof.md explains the method.

Ends with
  0  the promise holds
  1  the promise is broken (also if something else cannot be judged)
  2  wrong usage or parameters, or something that cannot be judged and no
     counterexample`;
