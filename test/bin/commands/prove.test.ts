import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveCommand } from '../../../bin/commands/prove';
import { defineApp } from '../../../bin/define-app';
import type { Share } from '../../../lib/share/share';
import * as shareApp from '../../../lib/share-app';
import { share as parameters } from '../../../parameters';
import type { Terminal } from '../../../tools/terminal';
import { shareWith, walkthroughShare } from '../../lib/walkthrough-share';
import { assemblyOf, READ_POLICY } from '../../proof/templates';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'proof-test-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
  process.exitCode = 0;
});

/** What `npm run prove -- ARGUMENTS` prints, and its exit code. */
async function run(share: Share, ...argv: string[]): Promise<{ text: string; exitCode: unknown }> {
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text = '') => printed.push(text),
    note: () => undefined,
    color: false,
    width: 80,
  };
  await proveCommand(share, terminal).parseAsync(argv, { from: 'user' });
  return { text: printed.join('\n'), exitCode: process.exitCode };
}

function write(file: string, content: unknown): void {
  writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
}

const [company] = assemblyOf(walkthroughShare).stacks;

function manifest(environment: string): unknown {
  const properties = { templateFile: 'CompanyStack.template.json' };
  return { artifacts: { CompanyStack: { type: 'aws:cloudformation:stack', environment, properties } } };
}

describe('prove --assembly', () => {
  const bad: readonly (readonly [what: string, prepare: () => void, expected: string])[] = [
    [
      'nothing there',
      () => rmSync(directory, { recursive: true }),
      'does not exist: run `npx cdk synth` first',
    ],
    ['no manifest', () => undefined, 'manifest.json is missing: is this a directory that `cdk synth` wrote?'],
    [
      'half a manifest',
      () => write('manifest.json', '{"artifacts": {'),
      'manifest.json is not JSON (half written?)',
    ],
    [
      'a manifest of another kind',
      () => write('manifest.json', '[]'),
      'manifest.json does not hold a JSON object',
    ],
    ['no stack', () => write('manifest.json', { artifacts: {} }), 'holds no stack: nothing to prove.'],
    [
      'no template',
      () => write('manifest.json', manifest('aws://111111111111/ap-northeast-1')),
      'it is the template of CompanyStack; run `npx cdk synth` again.',
    ],
    [
      'a template that is not JSON',
      () => {
        write('manifest.json', manifest('aws://111111111111/ap-northeast-1'));
        write('CompanyStack.template.json', 'Resources: {}');
      },
      'CompanyStack.template.json is not JSON',
    ],
    [
      'no environment',
      () => write('manifest.json', manifest('aws://unknown-account/unknown-region')),
      'stack CompanyStack has no fixed environment (account "unknown-account", region "unknown-region")',
    ],
    [
      'another partition',
      () => write('manifest.json', manifest('aws://111111111111/cn-north-1')),
      'only the partition "aws" is modelled',
    ],
    [
      'a stage',
      () => write('manifest.json', { artifacts: { Prod: { type: 'cdk:cloud-assembly' } } }),
      'Prod is an assembly within the assembly',
    ],
    [
      'templates of another share',
      () => {
        write('manifest.json', manifest('aws://999999999999/ap-northeast-1'));
        write('CompanyStack.template.json', company?.template);
      },
      'stack CompanyStack is for account 999999999999, which the share does not mention',
    ],
  ];
  test.each(bad)('%s is one sentence and exit code 2', async (_, prepare, expected) => {
    prepare();

    const { text, exitCode } = await run(walkthroughShare, '--assembly', directory);

    expect(text.replace(/\s+/g, ' ')).toContain(expected);
    expect(text).toContain('Nothing is claimed: 1 thing cannot be judged.');
    expect(exitCode).toBe(2);
  });

  test('a stack that is missing is what breaks the promise', async () => {
    write('manifest.json', manifest('aws://111111111111/ap-northeast-1'));
    write('CompanyStack.template.json', company?.template);

    const { text, exitCode } = await run(walkthroughShare, '--assembly', directory);

    expect(text).toContain('There is no permission set AllowAssumeCompanyRole in');
    expect(exitCode).toBe(1);
  });

  test('a statement that is too wide is shown with the request that it lets in', async () => {
    const wide = JSON.stringify(company?.template).replace(
      '"Action":"s3:GetObject","Resource"',
      '"Action":"s3:*","Resource"',
    );
    write('manifest.json', manifest('aws://111111111111/ap-northeast-1'));
    write('CompanyStack.template.json', wide);

    const { text } = await run(walkthroughShare, '--assembly', directory);

    expect(text).toContain(
      [
        '  1. A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can',
        '     s3:PutObject on',
        '     arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
        '     caller      arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
        '     action      s3:PutObject',
        '     resource    arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt',
      ].join('\n'),
    );
    expect(text).toContain('allowed by  VendorS3AccessPolicy, AllowS3ObjectReadAccess: Action s3:*');
    expect(text).toContain(READ_POLICY);
    expect(text).toContain('change      Narrow the Action of this statement to what was promised, or');
  });
});

describe('prove', () => {
  test('what stands in parameters.ts is what the templates give', async () => {
    const { text, exitCode } = await run(parameters);

    expect([text, exitCode]).toEqual([expect.stringContaining('The promise holds'), 0]);
  });

  test('synthesizes the parameters, and says what is promised, what holds and what is not covered', async () => {
    const { text, exitCode } = await run(walkthroughShare);

    expect(exitCode).toBe(0);
    expect(text).toContain('The promise holds: the templates give exactly the access that was promised.');
    expect(text).toContain('    role   arn:aws:iam::111111111111:role/VendorAccessRole');
    expect(text).toContain('    may    s3:ListBucket and s3:GetObject');
    expect(text).toContain('What is not covered');
    expect(text).toMatch(/\d+ classes of requests decided in \d+\.\d\d s/);
  });

  test('--json is the report', async () => {
    const { text } = await run(walkthroughShare, '--json');

    expect(JSON.parse(text)).toMatchObject({ verdict: 'holds', failures: [], refusals: [] });
  });

  test('--help says how it ends', () => {
    const help: string[] = [];
    const command = proveCommand(walkthroughShare).configureOutput({ writeOut: (text) => help.push(text) });
    command.outputHelp();

    expect(help.join('')).toContain('1  the promise is broken (also if something else cannot be judged)');
  });
});

test('cdk synth ends with 1 and the explanation when the templates are not as promised', () => {
  const printed: string[] = [];
  const { buildApp } = { ...shareApp };
  jest.spyOn(shareApp, 'buildApp').mockImplementationOnce((_, props) => buildApp(walkthroughShare, props));

  const promised = shareWith({ externalId: 'Example-1234' });
  const context = { 'aws:cdk:disable-asset-staging': true };
  const exitCode = defineApp(promised, (text) => printed.push(text), { context });

  expect(exitCode).toBe(1);
  expect(printed.join('')).toContain('This was not promised: sts:ExternalId must be "Example-1234".');
});
