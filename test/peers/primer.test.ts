// docs/assume-role.md and docs/assume-role.ja.md: every claim, typed into one bash with the AWS CLI
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CLAIMS, notPrinted, shownIn } from '../primer/claims';
import { type Reader, startReader } from '../primer/reader';
import { describeWith } from './installed';

describeWith(['aws', 'bash'], 'the primer, typed into a shell', () => {
  let reader: Reader;
  let folder: string;

  /** One shell for all: what one line exports, the next ones have. */
  beforeAll(async () => {
    reader = await startReader();
    folder = mkdtempSync(join(tmpdir(), 'vendor-share-primer-'));
    const lines = CLAIMS.map(
      ([, { typed }], index) =>
        `{ ${typed}\n} > '${folder}/${index}.printed' 2>&1; echo $? > '${folder}/${index}.ends'`,
    );
    await promisify(execFile)('bash', ['-c', lines.join('\n')], {
      cwd: join(__dirname, '..', '..'),
      env: reader.environment,
    });
  }, 600_000);
  afterAll(async () => {
    await reader.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(CLAIMS.map(([title, claim], index) => [title, claim, index] as const))(
    '%s',
    (_title, claim, index) => {
      const read = (what: string): string => readFileSync(join(folder, `${index}.${what}`), 'utf8');
      const fails = read('ends') !== '0\n';
      const missing = notPrinted(shownIn('en', claim), read('printed'));

      expect({ fails, missing }).toEqual({ fails: claim.fails ?? false, missing: [] });
    },
  );
});
