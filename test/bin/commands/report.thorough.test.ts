import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportCommand } from '../../../bin/commands/report';
import { walkthroughShare } from '../../lib/walkthrough-share';
import { memoryTerminal } from '../../memory-terminal';
import { synthesized } from '../../proof/templates';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  process.exitCode = 0;
});

async function run(directory: () => string, ...argv: string[]) {
  const terminal = memoryTerminal();
  const file = join(folder, 'report.html');
  const write = () => Promise.resolve({ directory: directory() });
  await reportCommand(walkthroughShare, terminal, write).parseAsync(['--out', file, ...argv], {
    from: 'user',
  });
  return { file, text: terminal.printed(), page: readFileSync(file, 'utf8'), exitCode: process.exitCode };
}

test('it writes a page for a share that holds, and says so', async () => {
  const { file, text, page, exitCode } = await run(() => synthesized(walkthroughShare));
  expect(exitCode).toBe(0);
  expect(text).toContain(`wrote ${file}: The promise holds: nothing extra, nothing missing.`);
  expect(page).toContain('約束どおりです。過不足はありません。');
});

test('it writes a page also where nothing can be judged', async () => {
  const { text, page, exitCode } = await run(() => folder, '--json');
  expect(exitCode).toBe(2);
  expect(JSON.parse(text)).toMatchObject({ verdict: 'not decided' });
  expect(page).toContain('manifest.json is missing');
});

test('a file that cannot be written is named', async () => {
  const write = () => Promise.resolve({ directory: folder });
  const asked = reportCommand(walkthroughShare, memoryTerminal(), write).parseAsync(
    ['--out', join(folder, 'no', 'such', 'folder.html')],
    { from: 'user' },
  );
  await expect(asked).rejects.toThrow('--out must be a file that can be written: ');
});

test('npm run report, as it is typed, writes a page that says that the promise holds', () => {
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
}, 120_000);
