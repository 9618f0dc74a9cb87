import type { Command } from 'commander';
import { vendorShare } from '../../bin/program';
import { verifyCommand } from '../../bin/commands/verify';

/** What `--help` prints, 80 columns wide. */
function help(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 80 }).outputHelp();
  return text;
}

const program = vendorShare();
const commands = program.commands.map((command) => [command.name(), command] as const);

test('the commands are these', () => {
  expect(commands.map(([name]) => name).sort()).toEqual([
    'handoff',
    'lookup',
    'prove',
    'rehearse',
    'sandbox',
    'verify',
  ]);
});

test.each([['vendor-share', program] as const, ...commands])('%s --help', (_name, command) => {
  expect(help(command)).toMatchSnapshot();
});

test.each([['vendor-share', program] as const, ...commands])(
  '%s --help fits into 80 columns',
  (_name, command) => {
    const tooLong = help(command)
      .split('\n')
      .filter((line) => line.length > 80);
    expect(tooLong).toEqual([]);
  },
);

test.each([
  ['handoff', ['0', '2']],
  ['lookup', ['0', '2', '3']],
  ['prove', ['0', '1', '2']],
  ['rehearse', ['0', '1', '2', '3']],
  ['sandbox', ['0', '2']],
  ['verify', ['0', '1', '2', '3']],
])('%s --help says what every exit code means', (name, codes) => {
  const command = commands.find(([candidate]) => candidate === name)?.[1] ?? program;
  const ends = /\nEnds with[\s\S]*$/.exec(help(command))?.[0] ?? '';
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
