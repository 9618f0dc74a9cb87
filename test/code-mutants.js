// `npm run test:code-mutants -- FILES`: small changes of the code, one at a time, and whether a test that has to do with it
// notices. Where there are tests among the files, only these are asked: quicker, and never a better score. Thorough ones
// are asked where they are named. Stryker is fetched by npx and is in no lock file; it takes minutes for each file, so CI
// does not run it.
const { spawnSync } = require('node:child_process');

const VERSION = '9.6.1'; // the last that runs on Node 20

const isTest = (file) => file.endsWith('.test.ts');
const tests = process.argv.slice(2).filter(isTest);
const files = process.argv.slice(2).filter((file) => !isTest(file));
if (files.length === 0) {
  process.stderr.write('Which files? For example: npm run test:code-mutants -- tools/iam/glob.ts\n');
  process.exit(2);
}
const packages = ['core', 'jest-runner'].flatMap((name) => [
  '--package',
  `@stryker-mutator/${name}@${VERSION}`,
]);
const stryker = ['stryker', 'run', 'test/code-mutants.json', '--mutate', files.join(',')];
if (tests.length > 0) stryker.push('--testFiles', tests.join(','));
const isThorough = tests.some((test) => /(mutations|thorough)\.test\.ts$/.test(test));
const { status } = spawnSync('npx', ['--yes', ...packages, '--', ...stryker], {
  stdio: 'inherit',
  env: { ...process.env, ...(isThorough && { THOROUGH: '1' }) },
  shell: process.platform === 'win32', // npx is a script there
});
process.exitCode = status ?? 1;
