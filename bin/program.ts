import { Command, Option } from 'commander';
import { handoffCommand } from './commands/handoff';
import { lookupCommand } from './commands/lookup';
import { proveCommand } from './commands/prove';
import { rehearseCommand } from './commands/rehearse';
import { reportCommand } from './commands/report';
import { sandboxCommand } from './commands/sandbox';
import { verifyCommand } from './commands/verify';

/** Everything that a person can type after `npm run`. */
export function vendorShare(): Command {
  const program = new Command('vendor-share')
    .description('Lend one read-only S3 role to a vendor: prove it, rehearse it, hand it over, verify it.')
    .addCommand(proveCommand())
    .addCommand(reportCommand())
    .addCommand(rehearseCommand())
    .addCommand(sandboxCommand())
    .addCommand(lookupCommand())
    .addCommand(handoffCommand())
    .addCommand(verifyCommand());
  for (const command of program.commands) {
    if (!command.options.some(({ long }) => long === '--lang')) command.addOption(languageOption());
    command.option('--verbose', 'show stack traces');
  }
  // Commander takes a terminal that does not know its width for one of no columns.
  const getOutHelpWidth = () => (process.stdout.isTTY && process.stdout.columns) || 80;
  for (const command of [program, ...program.commands]) command.configureOutput({ getOutHelpWidth });
  return program;
}

/** bin/language.ts has read it before any command is loaded; here it is checked, and shown by `--help`. */
function languageOption(): Option {
  return new Option(
    '--lang <language>',
    'language of what is printed; by default the locale says it',
  ).choices(['en', 'ja']);
}
