import { Command, Option } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/handoff';
import { load } from '../load';

export function handoffCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('handoff')
    .description('Write the page that the company gives the vendor: what it got, and what to type.')
    .option('--vendor <name>', 'which vendor (needed when there are several, unless --out)')
    .option('--out <dir>', 'write one file per vendor into this folder instead of printing')
    .option('--config', 'only the ~/.aws/config of the page')
    .addOption(new Option('--json', 'everything on the page, for programs').conflicts('config'))
    .addHelpText(
      'after',
      '\nWorks offline, from parameters.ts alone.\nEnds with 0, or 2 when the options or parameters.ts are wrong.',
    )
    .action((options: Action.Options) =>
      load(() => require('../actions/handoff') as typeof Action).run(candidate, terminal, options),
    );
}
