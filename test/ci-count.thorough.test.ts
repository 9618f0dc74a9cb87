// .ci/count and .ci/run
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Both are scripts for bash, which CI has. */
const onWindows = process.platform === 'win32';

test.each([
  ['all passed', 0, 'Tests:       12 passed, 12 total\n', '12 0'],
  ['two runners in one step', 0, 'Tests: 3 passed, 3 total\nTests: 4 passed, 4 total\n', '7 0'],
  ['behind the name of what ran', 0, '[unit] Tests:       2 skipped, 5 passed, 7 total\n', '5 0'],
  ['some failed', 1, 'Tests:       1 failed, 2 skipped, 3 passed, 6 total\n', '3 1'],
  ['all were skipped', 0, 'Tests:       4 skipped, 4 total\n', '0 0'],
  ['all were skipped, and something else failed', 1, 'Tests:       4 skipped, 4 total\n', '0 1'],
  ['there were none', 0, 'Tests:       0 total\n', '0 0'],
  ['all passed, and something else failed', 1, 'Tests:       3 passed, 3 total\n', '3 1'],
  ['no test runner, as it should', 0, 'added 505 packages\n', '1 0'],
  ['no test runner, and it failed', 7, 'npm error\n', '0 1'],
  ['nothing said', 0, '', '1 0'],
])('%s', (_, code, output, counted) => {
  if (onWindows) return;
  const { stdout } = spawnSync('bash', ['.ci/count', String(code)], { input: output, encoding: 'utf8' });
  expect(stdout).toBe(`${counted}\n`);
});

test.each([
  ['Tests:       4 skipped, 4 total', 0, '5 passed, 0 failed', 0],
  ['Tests:       1 failed, 3 passed, 4 total', 1, '8 passed, 1 failed', 1],
])('the steps are added up, with the peers saying %s', (peers, code, last, exitCode) => {
  if (onWindows) return;
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-ci-'));
  try {
    cpSync('.ci', join(folder, '.ci'), { recursive: true });
    // In the place of npm: every other step is none of a test runner's.
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\n[ "$2" = test:peers ] || exit 0\necho '${peers}'\nexit ${code}\n`);
    chmodSync(npm, 0o755);
    const env = { ...process.env, PATH: `${folder}:${process.env['PATH'] ?? ''}` };
    const { stdout, status } = spawnSync('bash', [join(folder, '.ci/run')], { env, encoding: 'utf8' });
    expect([stdout.trimEnd().split('\n').at(-1), status]).toEqual([last, exitCode]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
