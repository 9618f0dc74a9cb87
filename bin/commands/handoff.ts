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
    .description(
      'Write what the company gives the vendor: a page that says what it got and what to type, and files.',
    )
    .option('--vendor <name>', 'which vendor (needed when there are several, unless --out)')
    .option(
      '--user <name>',
      "the person's name in the company's log, instead of the vendor's: a page for one person",
    )
    .option('--out <dir>', "write each vendor's files into this folder instead of printing the page")
    .option('--html', 'the page as HTML, in one file for a browser')
    .addOption(
      new Option('--lang <language>', 'language of the page; by default the locale says it').choices([
        'en',
        'ja',
        'both',
      ]),
    )
    .addOption(new Option('--config', 'only the ~/.aws/config of the page').conflicts('html'))
    .addOption(
      new Option('--json', 'everything on the page, in English, for programs').conflicts(['config', 'html']),
    )
    .addHelpText('after', EXPLANATION)
    .action((options: Action.Options) =>
      load(() => require('../actions/handoff') as typeof Action).run(candidate, terminal, options),
    );
}

const EXPLANATION = `
With --out, per vendor, NAME being the company's name or account and the
vendor's name:
  NAME.md                         the page
  NAME.html                       the same for a browser, with --html
  NAME.config                     the ~/.aws/config of the page
  NAME.vendor-half.template.json  what the vendor's administrator deploys
                                  without this project; not for a product
  NAME.grant.json                 for a vendor who has this project:
                                  npm run lookup -- --grant NAME.grant.json

Works offline, from parameters.ts alone.
Ends with 0, or 2 when the options or parameters.ts are wrong.`;
