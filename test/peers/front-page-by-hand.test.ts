// tools/sandbox/pages/home/by-hand.ts: the page's commands, typed with the AWS CLI as they stand there
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Share } from '../../lib/share/share';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { startSandbox, type Sandbox } from '../../tools/sandbox/sandbox';
import { walkthroughShare } from '../lib/walkthrough-share';
import { readIn, TWO } from '../sandbox/pages/home/lent-by-hand';
import { describeWith } from './installed';

const run = promisify(execFile);

describeWith(['aws'], 'what the front page says to type', () => {
  test.each([
    ['the share that ships', walkthroughShare, 'vendor', '9 of 9 done'],
    ['prefixes and an ExternalId', TWO, 'vendor', '9 of 9 done'],
    ['a role that borrows', TWO, 'data-labs', '8 of 8 done'],
  ])(
    '%s: everything gets its mark',
    async (_name, share: Share, vendor, done) => {
      const sandbox = await startSandbox({ share });
      const { homes, remove } = await makeClientHomes(sandbox, share);
      const folder = mkdtempSync(join(tmpdir(), 'vendor-share-front-page-'));
      try {
        const HOME = homes.find((one) => one.vendor === vendor)!.directory;
        const env = {
          PATH: process.env.PATH,
          HOME,
          AWS_ENDPOINT_URL: sandbox.url,
          AWS_EC2_METADATA_DISABLED: 'true',
          AWS_PAGER: '',
        };
        await run('bash', ['-ec', typed(await page(sandbox, vendor)).join('\n')], { cwd: folder, env });
        expect(readIn('en', await page(sandbox, vendor))).toContain(done);
      } finally {
        remove();
        await sandbox.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    },
    180_000,
  );
});

async function page(sandbox: Sandbox, vendor: string): Promise<string> {
  const answer = await fetch(`${sandbox.url}/?vendor=${vendor}`, { headers: { accept: 'text/html' } });
  return answer.text();
}

/** As the copy buttons would give them, one after the other. */
function typed(text: string): string[] {
  return [...text.matchAll(/<li id="step-\d"[^]*?<pre>([^]*?)<\/pre>/g)].map(([, command = '']) =>
    command.replaceAll(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code))),
  );
}
