import { execFileSync } from 'node:child_process';
import { type Environment, shellsInUse, wordFor } from '../../../bin/actions/shells';

const shells = (env: Environment, platform: NodeJS.Platform = 'linux') => shellsInUse(env, platform);
const only = (env: Environment, platform: NodeJS.Platform = 'linux') => shells(env, platform)[0]!;
const [powerShell, cmd] = shells({}, 'win32');
const sh = only({});

test.each<[string, Environment, NodeJS.Platform, string[]]>([
  ['Linux', {}, 'linux', ['sh']],
  ['macOS', { SHELL: '/bin/zsh' }, 'darwin', ['sh']],
  ['PowerShell on Linux', { PSModulePath: '/opt/microsoft/powershell/7/Modules' }, 'linux', ['PowerShell']],
  ['an empty variable', { PSModulePath: '', MSYSTEM: '' }, 'linux', ['sh']],
  // On Windows PSModulePath is set for everybody.
  [
    'Windows',
    { PSModulePath: 'C:\\Program Files\\WindowsPowerShell\\Modules' },
    'win32',
    ['PowerShell', 'cmd'],
  ],
  ['Git Bash', { MSYSTEM: 'MINGW64', PSModulePath: 'C:\\Modules' }, 'win32', ['sh']],
])('the shells of %s', (_, env, platform, names) => {
  expect(shells(env, platform).map(({ name }) => name)).toEqual(names);
});

const ODD = "/tmp/Jane O'Neil & Söhne/$HOME";

test('sh takes a value as it is, whatever is in it', () => {
  expect(sh.set({ HOME: ODD })).toEqual(["export HOME='/tmp/Jane O'\\''Neil & Söhne/$HOME'"]);
  const [line] = sh.set({ HOME: ODD });
  expect(execFileSync('sh', ['-c', `${line}; printf %s "$HOME"`], { encoding: 'utf8' })).toBe(ODD);
});

test('several variables are one line of sh, and a line each elsewhere', () => {
  const both = { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
  expect(sh.set(both)).toEqual(['export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1']);
  expect(powerShell!.set(both)).toEqual(["$env:NO_PROXY = '127.0.0.1'", "$env:no_proxy = '127.0.0.1'"]);
  expect(cmd!.set(both)).toEqual(['set "NO_PROXY=127.0.0.1"']);
});

test('a value is quoted as PowerShell and cmd want it', () => {
  const HOME = "C:\\Users\\Jane O'Neil & Co";
  expect(powerShell!.set({ HOME })).toEqual(["$env:HOME = 'C:\\Users\\Jane O''Neil & Co'"]);
  expect(powerShell!.set({ HOME: 'C:\\O’Neil' })).toEqual(["$env:HOME = 'C:\\O’’Neil'"]);
  expect(cmd!.set({ HOME })).toEqual(['set "HOME=C:\\Users\\Jane O\'Neil & Co"']);
});

test('variables are taken away in lines that fit', () => {
  const names = ['AWS_PROFILE', 'AWS_REGION', 'AWS_CONFIG_FILE'];
  expect(sh.unset(names, 40)).toEqual(['unset AWS_PROFILE AWS_REGION \\', '  AWS_CONFIG_FILE']);
  expect(powerShell!.unset(names, 52)).toEqual([
    'Remove-Item -ErrorAction Ignore Env:AWS_PROFILE, `',
    '  Env:AWS_REGION, Env:AWS_CONFIG_FILE',
  ]);
  expect(cmd!.unset(names, 56)).toEqual([
    'for %v in (AWS_PROFILE AWS_REGION) do @set "%v="',
    'for %v in (AWS_CONFIG_FILE) do @set "%v="',
  ]);
});

test.each([
  ['s3://bucket/incoming/', 's3://bucket/incoming/', 's3://bucket/incoming/'],
  ["s3://bucket/team's data/", "'s3://bucket/team'\\''s data/'", '"s3://bucket/team\'s data/"'],
  ['s3://bucket/a&b/', "'s3://bucket/a&b/'", '"s3://bucket/a&b/"'],
  ['s3://bucket/a,b/', 's3://bucket/a,b/', '"s3://bucket/a,b/"'], // two arguments to PowerShell
])('%s as one word', (word, inSh, onWindows) => {
  expect(wordFor([sh], word)).toBe(inSh);
  expect(wordFor([powerShell!, cmd!], word)).toBe(onWindows);
});
