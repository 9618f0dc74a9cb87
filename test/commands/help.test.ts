import type { Command } from 'commander';
import { handoffCommand } from '../../bin/commands/handoff';
import { lookupCommand } from '../../bin/commands/lookup';
import { rehearseCommand } from '../../bin/commands/rehearse';
import { verifyCommand } from '../../bin/commands/verify';

/** What `--help` prints, 80 columns wide. */
function help(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 }).outputHelp();
  return text;
}

test.each([
  ['handoff', handoffCommand],
  ['lookup', lookupCommand],
  ['rehearse', rehearseCommand],
  ['verify', verifyCommand],
] as const)('%s --help', (_name, command) => {
  expect(help(command())).toMatchSnapshot();
});

test.each([
  ['handoff', handoffCommand, ['0', '2']],
  ['lookup', lookupCommand, ['0', '2', '3']],
  ['rehearse', rehearseCommand, ['0', '1', '2', '3']],
  ['verify', verifyCommand, ['0', '1', '2', '3']],
] as const)('%s --help says what every exit code means', (_name, command, codes) => {
  const ends = /\nEnds with [\s\S]*$/.exec(help(command()))?.[0] ?? '';
  expect(ends.match(/\b\d\b/g)).toEqual(codes);
});

test.each([
  ['no profile', []],
  ['a timeout that is none', ['--profile', 'p', '--timeout', 'soon']],
  ['a concurrency of nothing', ['--profile', 'p', '--concurrency', '0']],
  ['an unknown option', ['--profile', 'p', '--frobnicate']],
])('verify refuses %s before it asks AWS anything', async (_name, args) => {
  const command = verifyCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await expect(command.parseAsync(args, { from: 'user' })).rejects.toMatchObject({
    exitCode: 1,
    name: 'CommanderError',
  });
});
