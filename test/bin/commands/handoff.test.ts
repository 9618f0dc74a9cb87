import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handoffCommand } from '../../../bin/commands/handoff';
import { reportError } from '../../../bin/report-error';
import type { Share } from '../../../lib/share/share';
import { share as shipped } from '../../../parameters';
import { inLanguage } from '../../../words/speech';
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

test('--config prints the bare config after an empty line, so that >> cannot glue it to a last line without an end', async () => {
  const { printed, noted } = await handoff(shipped, '--config');
  expect(printed()).toMatch(/^\n\[sso-session 111111111111\]\n[\s\S]*\nregion = ap-northeast-1$/);
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

test('--json has the template and the grant, too, where the vendor’s half is the vendor’s own', async () => {
  const { printed } = await handoff({ ...shipped, vendors: [{ account: '222222222222' }] }, '--json');
  expect(JSON.parse(printed())).toMatchObject({
    kind: 'permission set',
    fileName: '111111111111',
    admin: { template: { Resources: { PermissionSet: { Type: 'AWS::SSO::PermissionSet' } } } },
    grant: {
      format: 'vendor-share grant',
      version: 1,
      roleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    },
  });
});

test('--html prints the page as one file, in the language that is asked for', async () => {
  const { printed } = await handoff(shipped, '--html', '--lang', 'ja');
  expect(printed()).toMatch(/^<!doctype html>\n<html lang="ja">/);
  expect(printed()).toContain('の読み取り');
  expect(printed()).not.toContain('Read access');
});

test('--lang both holds both, the language of the terminal first', async () => {
  const markdown = (await handoff(shipped, '--lang', 'both')).printed();
  expect(markdown.match(/^# .*$/gm)).toEqual([
    '# Read access to `company-shared-data-bucket-12345`',
    '# `company-shared-data-bucket-12345` の読み取り',
  ]);
  const page = (await handoff(shipped, '--html', '--lang', 'both')).printed();
  expect(page.match(/id="lang-\w+"/g)).toEqual(['id="lang-en"', 'id="lang-ja"']);
});

test('where Japanese is spoken the page is Japanese, and of both languages that one comes first', async () => {
  const spoken = async (...args: string[]) => {
    const terminal = memoryTerminal();
    await inLanguage('ja', () =>
      handoffCommand(shipped, terminal).exitOverride().parseAsync(args, { from: 'user' }),
    );
    return terminal.printed();
  };

  const page = await spoken();
  expect(page).toMatch(/^# .*読み取り/);
  expect(page).not.toContain('# Read access');
  const both = await spoken('--lang', 'both');
  expect(both).toMatch(/^# .*読み取り/);
  expect(both).toContain('\n# Read access');
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

describe('--out', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vendor-share-handoff-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test('writes page, config and grant file of every vendor, side by side', async () => {
    const out = join(folder, 'new', 'place');
    const { noted } = await handoff(two, '--out', out);
    expect(readdirSync(out).sort()).toEqual([
      '111111111111-acme.config',
      '111111111111-acme.grant.json',
      '111111111111-acme.md',
      '111111111111.config',
      '111111111111.grant.json',
      '111111111111.md',
    ]);
    expect(readFileSync(join(out, '111111111111-acme.md'), 'utf8')).toContain(
      'users of AWS account `333333333333`',
    );
    expect(noted()).toContain(`wrote ${join(out, '111111111111-acme.md')}`);
  });

  test('writes a template, too, where the vendor’s half is the vendor’s own', async () => {
    await handoff(
      { company: { ...shipped.company, name: 'acme' }, vendors: [{ account: '222222222222' }] },
      '--out',
      folder,
    );
    expect(readdirSync(folder).sort()).toEqual([
      'acme.config',
      'acme.grant.json',
      'acme.md',
      'acme.vendor-half.template.json',
    ]);
  });

  test('writes no template for a product, which may have nothing to deploy', async () => {
    await handoff(
      { ...shipped, vendors: [{ account: '222222222222', externalId: 'agreement-2026' }] },
      '--out',
      folder,
    );
    expect(readdirSync(folder).sort()).toEqual([
      '111111111111.config',
      '111111111111.grant.json',
      '111111111111.md',
    ]);
  });

  test('with --html writes the page for a browser, too, one for each vendor', async () => {
    await handoff(two, '--out', folder, '--html');
    expect(readdirSync(folder).filter((name) => /\.(md|html)$/.test(name))).toEqual([
      '111111111111-acme.html',
      '111111111111-acme.md',
      '111111111111.html',
      '111111111111.md',
    ]);
    expect(readFileSync(join(folder, '111111111111-acme.html'), 'utf8')).toContain(
      'From the company to Acme',
    );
  });

  test('writes alone what --config or --json asks for', async () => {
    await handoff(shipped, '--out', folder, '--config');
    await handoff(shipped, '--out', folder, '--json');
    expect(readdirSync(folder).sort()).toEqual(['111111111111.config', '111111111111.json']);
  });

  test('with --user writes for one person, who is of one vendor', async () => {
    await expect(handoff(two, '--out', folder, '--user', 'alice')).rejects.toThrow(
      /--vendor must say which one/,
    );
    await handoff(two, '--out', folder, '--user', 'alice', '--vendor', 'Acme');
    expect(readFileSync(join(folder, '111111111111-acme.config'), 'utf8')).toContain(
      'role_session_name = alice\n',
    );
    expect(readdirSync(folder)).toHaveLength(3);
  });
});

test('--user is refused before anything is written if AWS takes no such name', async () => {
  await expect(handoff(shipped, '--user', 'Alice Smith')).rejects.toMatchObject({
    exitCode: 2,
    message:
      '--user must be 2 to 64 letters, digits and _+=,.@-, got "Alice Smith" (it becomes role_session_name; write alice.smith or an e-mail address)',
  });
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

// https://man7.org/linux/man-pages/man4/full.4.html; only Linux has it.
(process.platform === 'linux' ? test : test.skip)('a full disk is no fault of --out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-handoff-'));
  symlinkSync('/dev/full', join(folder, '111111111111.md'));
  const error: unknown = await handoff(shipped, '--out', folder).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'ENOSPC' });
  const printed = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(reportError(error, false)).toBe(3);
  expect(printed.mock.calls.join('')).toMatch(/^this computer has no space left to write to/);
  printed.mockRestore();
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
