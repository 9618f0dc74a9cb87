import { Command, Option } from 'commander';
import { share as parameters } from '../../parameters';
import { processTerminal, type Terminal } from '../../tools/terminal';
import type * as Action from '../actions/lookup';
import { load } from '../load';

export function lookupCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
): Command {
  return new Command('lookup')
    .description(
      'Find the Identity Center instance and the ids of groups and users; print the lines for parameters.ts.',
    )
    .requiredOption('--profile <name>', 'AWS profile of the account that administers Identity Center')
    .option('--region <region>', "Identity Center's home region (default: the profile's region)")
    .addOption(
      new Option(
        '--grant <file>',
        "NAME.grant.json of the company's handoff, instead of parameters.ts: print the whole share",
      ).conflicts('vendor'),
    )
    .option('--vendor <name>', 'which vendor of parameters.ts (needed when there are several)')
    .option('--group <name...>', 'display name of a group, to the letter')
    .option('--user <name...>', 'user name, to the letter')
    .option('--json', 'what was found, for programs')
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/lookup') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
Only reads. Names that fit nothing or several are an error that lists what there
is.

Examples:
  npm run lookup -- --profile vendor --group Analysts --user alice
  npm run lookup -- --profile vendor --group Analysts --grant acme.grant.json

Ends with 0, 2 when something is missing or ambiguous, 3 when AWS could not be
asked (not signed in, no network).`;
