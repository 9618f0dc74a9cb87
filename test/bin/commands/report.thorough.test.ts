// bin/commands/report.ts, as it is typed
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('npm run report writes a page that says that the promise holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-test-'));
  const file = join(folder, 'page.html');
  const { status, stdout } = spawnSync(
    'npm',
    ['run', '--silent', 'report', '--', '--out', file, '--lang', 'en'],
    {
      encoding: 'utf8',
    },
  );
  expect([status, stdout]).toEqual([
    0,
    `wrote ${file}: The promise holds: nothing extra, nothing missing.\n`,
  ]);
  expect(readFileSync(file, 'utf8')).toContain('約束どおりです。過不足はありません。');
  rmSync(folder, { recursive: true });
}, 120_000);
