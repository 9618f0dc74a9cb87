import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ignorePattern, untrackedIn } from './untracked';

// A hook of git's that runs these tests says which repository it means.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'untracked-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
}

const isInstalled = (() => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const withGit = isInstalled ? test : test.skip;

withGit('a folder and a file of somebody’s own are named, and what is tracked or ignored is not', () => {
  write('package.json', 'lib/a.ts', '.gitignore', 'out/sub/index.js', 'lib/notes [1].json', 'ignored/b.ts');
  writeFileSync(join(folder, '.gitignore'), 'ignored/\n');
  git('init');
  git('add', 'package.json', 'lib/a.ts', '.gitignore');

  expect(untrackedIn(folder).sort()).toEqual(['lib/notes [1].json', 'out/']);
});

withGit('in a repository that does not keep the project, nothing is left out', () => {
  write('package.json', 'lib/a.ts');
  git('init');

  expect(untrackedIn(folder)).toEqual([]);
});

test('without git nothing is left out', () => {
  write('package.json', 'out/a.js');
  const path = process.env.PATH;
  process.env.PATH = '';
  try {
    expect(untrackedIn(folder)).toEqual([]);
  } finally {
    process.env.PATH = path;
  }
});

test.each([
  ['out/', '/out/'],
  ['lib/notes [1].json', '/lib/notes ?1?.json'],
  ['a*b!', '/a?b?'],
  ['ends with a space ', '/ends with a space?'],
])('%s is left out by %s', (path, pattern) => {
  expect(ignorePattern(path)).toBe(pattern);
});
