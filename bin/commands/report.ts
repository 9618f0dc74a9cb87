import { Command } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/report';
import type { Synthesize } from '../actions/synthesized';
import { load } from '../load';

export function reportCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  write?: Synthesize,
): Command {
  return new Command('report')
    .description('Write the proof as a page: to read, to print and sign, and to edit and judge again.')
    .option('--out <file>', 'where to write it', 'access-report.html')
    .option('--json', 'what was written and what it says, for programs')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/report') as typeof Action).run(candidate, terminal, options, write),
    );
}

const EXPLANATION = `
Needs no AWS account and no network. The app is run and judged as by prove,
and the file is written whatever the verdict is. It is one HTML file in
English and Japanese that loads nothing from elsewhere. Its documents can be
edited: the same proof judges them again in the browser.

Ends with
  0  the promise holds
  1  the promise is broken (also if something else cannot be judged)
  2  wrong usage or parameters, or something that cannot be judged and no
     counterexample
  3  the file could not be written because of this computer`;
