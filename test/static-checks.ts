import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ignorePattern, untrackedIn } from './untracked';

/*
 * Types, lint and format of what git tracks: a folder of somebody's own (`npx cdk synth -o out`) fails no test. What
 * .gitignore names both programs leave out by themselves. They are started without a shell, so that a path is a path on
 * every system.
 */
const root = join(__dirname, '..');
const untracked = untrackedIn(root);
const patterns = untracked.map(ignorePattern);

if (untracked.length > 0) console.log(`not checked, because git does not track it: ${untracked.join(', ')}`);
const codes = [
  run('oxlint', ...patterns.flatMap((pattern) => ['--ignore-pattern', pattern])),
  run('oxfmt', '--check', '.', ...patterns.map((pattern) => `!${pattern}`)),
];
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;

function run(program: 'oxlint' | 'oxfmt', ...args: string[]): number | null {
  const file = join(root, 'node_modules', program, 'bin', program);
  return spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }).status;
}
