import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handoffCommand } from '../../../bin/commands/handoff';
import type { Share } from '../../../lib/share/share';
import { share as shipped } from '../../../parameters';
import { memoryTerminal } from '../../memory-terminal';

const [vendor] = shipped.vendors;
const two: Share = {
  ...shipped,
  vendors: [
    vendor!,
    { ...vendor!, name: 'Acme', account: '333333333333', permissionSetName: 'AllowAssumeAcmeRole' },
  ],
};

async function handoff(share: unknown, ...args: string[]) {
  const terminal = memoryTerminal();
  await handoffCommand(share, terminal).exitOverride().parseAsync(args, { from: 'user' });
  return terminal;
}

test('prints the page of the only vendor', async () => {
  const { printed } = await handoff(shipped);
  expect(printed()).toMatch(/^# Read access to `company-shared-data-bucket-12345`\n/);
});

test('--config prints the bare config, to be redirected into ~/.aws/config', async () => {
  const { printed, noted } = await handoff(shipped, '--config');
  expect(printed()).toMatch(/^\[sso-session vendor\]\n[\s\S]*\nregion = ap-northeast-1$/);
  expect(noted()).toBe('');
});

test('--json is one document that holds the page, too', async () => {
  const { printed } = await handoff(shipped, '--json');
  expect(JSON.parse(printed())).toMatchObject({
    vendor: 'Vendor',
    roleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    page: expect.stringContaining('# Read access') as string,
  });
});

test('with several vendors it asks which, and takes none for being the first', async () => {
  await expect(handoff(two)).rejects.toThrow(
    'parameters.ts has 2 vendors, so --vendor must say which one: Vendor, Acme',
  );
  await expect(handoff(two, '--vendor', 'acme')).rejects.toThrow(
    '--vendor must be one of Vendor, Acme, got "acme"',
  );
  expect((await handoff(two, '--vendor', 'Acme')).printed()).toContain('role/AcmeAccessRole');
});

test('--out writes one file per vendor', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-handoff-'));
  const out = join(folder, 'new', 'place');
  await handoff(two, '--out', out);
  expect(readdirSync(out).sort()).toEqual(['handoff-acme.md', 'handoff-vendor.md']);
  expect(readFileSync(join(out, 'handoff-acme.md'), 'utf8')).toContain('users of AWS account `333333333333`');
  rmSync(folder, { recursive: true });
});

test('--out that is a file is refused, and the file is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-handoff-'));
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'mine');
  await expect(handoff(shipped, '--out', file)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^--out must be a folder that can be written to: /) as string,
  });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  rmSync(folder, { recursive: true });
});

test('--json and --config are not taken together: only one of them could be printed', async () => {
  const command = handoffCommand(shipped, memoryTerminal())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await expect(command.parseAsync(['--json', '--config'], { from: 'user' })).rejects.toMatchObject({
    code: 'commander.conflictingOption',
  });
});

test('parameters that are wrong are refused before anything is written', async () => {
  const wrong = { ...shipped, company: { ...shipped.company, account: '1234' } };
  await expect(handoff(wrong)).rejects.toThrow(/company\.account must be 12 digits/);
});
