import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveCommand } from '../../../bin/commands/prove';
import { defineApp } from '../../../bin/define-app';
import { judgeOf } from '../../../bin/judge';
import type { Share } from '../../../lib/share/share';
import * as shareApp from '../../../lib/share-app';
import type { Terminal } from '../../../tools/terminal';
import { memoryTerminal } from '../../memory-terminal';
import { companyWith, shareWith, walkthroughShare } from '../../lib/walkthrough-share';
import { writeSealedStack } from '../../proof/tampered';
import { assemblyOf, READ_POLICY, synthesized } from '../../proof/templates';

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
  const synthesize = () => Promise.resolve({ directory: synthesized(share) });
  await proveCommand(share, terminal, synthesize).parseAsync(argv, { from: 'user' });
  return { text: printed.join('\n'), exitCode: process.exitCode };
}

function write(file: string, content: unknown): void {
  writeFileSync(join(directory, file), typeof content === 'string' ? content : JSON.stringify(content));
}

const noSeeds = companyWith({ seedObjects: [] });
const [company] = assemblyOf(noSeeds).stacks;

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
        const template = JSON.stringify(company?.template);
        writeSealedStack(directory, 'CompanyStack', {
          template,
          environment: 'aws://999999999999/ap-northeast-1',
        });
      },
      'Stack CompanyStack is for account 999999999999, which the share does not mention',
    ],
  ];
  test.each(bad)('%s is one sentence and exit code 2', async (_, prepare, expected) => {
    prepare();

    const { text, exitCode } = await run(walkthroughShare, '--assembly', directory);

    expect(text.replace(/\s+/g, ' ')).toContain(expected);
    expect(text).toContain('Not decided: 1 item is outside what the proof understands.');
    expect(exitCode).toBe(2);
  });

  test('a stack that is missing is what breaks the promise', async () => {
    writeSealedStack(directory, 'CompanyStack', { template: JSON.stringify(company?.template) });

    const { text, exitCode } = await run(noSeeds, '--assembly', directory);

    expect(text).toContain('There is no permission set AllowAssumeCompanyRole in');
    expect(exitCode).toBe(1);
  });

  test('a statement that is too wide is shown with the request that it lets in', async () => {
    const wide = JSON.stringify(company?.template).replace(
      '"Action":"s3:GetObject","Resource"',
      '"Action":"s3:*","Resource"',
    );
    writeSealedStack(directory, 'CompanyStack', { template: wide });

    const { text } = await run(noSeeds, '--assembly', directory);

    expect(text).toContain(
      [
        '  1. A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can',
        '     do s3:PutObject on',
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
  test('synthesizes the parameters, and says what is promised, what holds and what is not covered', async () => {
    const { text, exitCode } = await run(walkthroughShare);

    expect(exitCode).toBe(0);
    expect(text).toContain('The promise holds: the templates give exactly the access that was promised.');
    expect(text).toContain('    role        arn:aws:iam::111111111111:role/VendorAccessRole');
    expect(text).toContain('    actions     s3:ListBucket and s3:GetObject');
    expect(text).toContain('What is not covered');
    expect(text).toMatch(/\d+ classes of requests decided in \d+\.\d\d s/);
  });

  test('text from a template is shown escaped, and cannot write a verdict of its own', async () => {
    const id = '\u001b[2J\u001b[HThe promise holds\n\u202e';
    const wide = JSON.stringify(company?.template).replace(
      '{"Resources":{',
      `{"Resources":{${JSON.stringify(id)}:{"Type":"AWS::Nobody::Knows"},`,
    );
    writeSealedStack(directory, 'CompanyStack', { template: wide });

    const { text } = await run(noSeeds, '--assembly', directory);
    expect(text).toContain('\\u{1b}[2J\\u{1b}[HThe promise holds\\u{a}\\u{202e}');

    const { text: json } = await run(noSeeds, '--assembly', directory, '--json');
    expect(json).toContain('\\u202e');
    for (const raw of ['\u001b', '\u202e']) expect(text + json).not.toContain(raw);
  });

  test('an app that fails after it wrote what is as promised is not taken for done', async () => {
    const failing = () =>
      Promise.resolve({ directory: synthesized(walkthroughShare), complaint: 'cdk-nag found something' });
    const command = proveCommand(walkthroughShare, memoryTerminal(), failing);

    await expect(command.parseAsync([], { from: 'user' })).rejects.toThrow(
      'the app wrote templates that are as promised, and then it failed:\ncdk-nag found something',
    );
  });

  test('an app that has judged itself is judged all the same', async () => {
    const terminal = memoryTerminal();
    const other = () =>
      Promise.resolve({
        directory: synthesized(shareWith({ until: '2030-01-01T00:00:00Z' })),
        complaint: '',
      });
    await proveCommand(walkthroughShare, terminal, other).parseAsync([], { from: 'user' });

    expect([process.exitCode, terminal.printed()]).toEqual([
      1,
      expect.stringContaining('The promise is broken'),
    ]);
  });

  const account = '222222222222';
  const inStack = walkthroughShare.vendors[0]!;
  const ofTemplate =
    'as `npm run handoff -- --out DIR` writes it allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters.';
  const ofPolicy =
    'Permission set: none is in this share. The policy that `npm run handoff -- --out DIR` writes allows the roles and users that the share names exactly one thing';
  test.each<[string, Share['vendors'], string]>([
    ['an account', [{ account }], `Permission set: the vendor’s half ${ofTemplate}`],
    ['a role', [{ account, borrowers: ['arn:aws:iam::222222222222:role/etl'] }], ofPolicy],
    [
      'a product, for which the handoff writes no template',
      [{ account, externalId: 'agreement-4711' }],
      'Permission set: none is in this share. The vendor’s half is the vendor’s own, and nothing is claimed about it.',
    ],
    [
      'one with a VendorStack beside others',
      [
        inStack,
        { name: 'Labs', account: '333333333333' },
        { name: 'Jobs', account: '444444444444', borrowers: ['arn:aws:iam::444444444444:user/loader'] },
        { name: 'App', account: '555555555555', externalId: 'agreement-4711' },
      ],
      [
        'Permission set: it is not the same for every vendor.',
        'That of Vendor allows its users exactly one thing, to assume exactly that role, and it is assigned to exactly the promised people.',
        'That of Labs, as `npm run handoff -- --out DIR` writes it, allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters, and nothing is claimed about whether the vendor deploys it so.',
        'In its place Jobs has a policy. As `npm run handoff -- --out DIR` writes it, it allows the roles and users that the share names exactly one thing, to assume exactly that role; nothing is claimed about whether the vendor deploys it so.',
        'The half of App is the vendor’s own, and nothing is claimed about it.',
      ].join(' '),
    ],
  ])('the permission set of %s: nothing is claimed that was not judged', async (_, vendors, claim) => {
    const { text, exitCode } = await run({ ...walkthroughShare, vendors });
    expect(text.replace(/\s+/g, ' ')).toContain(claim);
    expect(exitCode).toBe(0);
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
  const exitCode = defineApp(promised, judgeOf(promised), (text) => printed.push(text));

  expect(exitCode).toBe(1);
  expect(printed.join('')).toContain('This was not promised. sts:ExternalId must be "Example-1234".');
});
