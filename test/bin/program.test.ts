import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { vendorShare } from '../../bin/program';
import { verifyCommand } from '../../bin/commands/verify';
import { testThoroughly } from '../properties';

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
    'report',
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

/** The folders of this project and the packages of which a command loads something, in a process of its own. */
function loadedBy(...args: string[]): string[] {
  const script = `
    process.on('exit', () => process.stderr.write(JSON.stringify(Object.keys(require.cache))));
    require('./bin/vendor-share.ts');
  `;
  const root = join(__dirname, '..', '..');
  const options = ['--require', 'tsx/cjs', '--eval', script, 'vendor-share', ...args];
  const { stderr } = spawnSync(process.execPath, options, { cwd: root, encoding: 'utf8' });
  const files = (JSON.parse(stderr) as string[]).map((file) => relative(root, file).replaceAll('\\', '/'));
  const places = files.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)|^(.*)\//.exec(file));
  const named = places.flatMap((place) => place?.[1] ?? place?.[2] ?? []);
  const folders = named.map((name) => name.replace(/^words\/.*/, 'words'));
  return [...new Set(folders)].filter((name) => !['tsx', 'esbuild'].includes(name)).sort();
}

testThoroughly('--help loads nothing of what the commands do', () => {
  expect(loadedBy('prove', '--help')).toEqual([
    'bin',
    'bin/commands',
    'commander',
    'lib/share',
    'picocolors',
    'tools',
    'words',
  ]);
});

testThoroughly('handoff loads itself: no other command, neither the AWS SDK nor CDK', () => {
  expect(loadedBy('handoff')).toEqual([
    'ansi-regex', // it and three below are string-width's: columns of Japanese
    'bin',
    'bin/actions',
    'bin/commands',
    'commander',
    'emoji-regex',
    'is-fullwidth-code-point',
    'lib',
    'lib/share',
    'lib/share/validation',
    'picocolors',
    'string-width',
    'strip-ansi',
    'tools',
    'tools/handoff',
    'words',
  ]);
});
