import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyCommand } from '../../../bin/commands/verify';
import type { Share } from '../../../lib/share/share';
import { PlainError } from '../../../tools/exit-code';
import { withEnvironment } from '../../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../../deployed-sandbox';
import { shareWith, walkthroughShare } from '../../lib/walkthrough-share';
import { memoryTerminal } from '../../memory-terminal';
import { synthesized } from '../../proof/templates';

/** Stands for the CDK CLI, which takes seconds: what it would have written, or why it could not. */
let mockTemplates: () => string;
jest.mock('../../../bin/actions/synthesized', () => ({
  projectContext: () => ({}),
  withSynthesized: (_write: unknown, read: (written: { directory: string }) => unknown) =>
    Promise.resolve().then(() => read({ directory: mockTemplates() })),
}));

/** The reader's, where .cdk.json is. */
let mockHome: string | undefined;
jest.mock('../../../tools/home-folder', () => ({ homeFolder: () => mockHome }));

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(walkthroughShare);
}, 30_000);
afterAll(() => deployed.stop());
afterEach(() => (process.exitCode = undefined));

async function verify(args: readonly string[], share: Share = walkthroughShare) {
  const terminal = memoryTerminal(200);
  const command = verifyCommand(share, terminal)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await withEnvironment({ ...process.env, ...deployed.home.environment } as Record<string, string>, () =>
    command.parseAsync([...args], { from: 'user' }),
  );
  return { printed: terminal.printed(), noted: terminal.noted(), exitCode: process.exitCode };
}

const user = () => ['--profile', deployed.handoff.profiles.permissionSet];
const company = ['--deployed', '--profile', 'company'];
const good = () => synthesized(walkthroughShare);
const NOTHING_TO_COMPARE = 'there is nothing to compare them with: ';

test('a vendor’s user walks every hop', async () => {
  const { printed, exitCode } = await verify(user());

  expect(printed).toContain('Verifying Vendor  read access to company-shared-data-bucket-12345');
  expect(printed).toMatch(/\n *As promised: 5 things work that should, \d+ are denied that must be\.\n/);
  expect(printed).not.toContain('What is deployed');
  expect(exitCode).toBe(0);
});

test('for programs it is JSON', async () => {
  const { printed, exitCode } = await verify([...user(), '--json', '--concurrency', '2']);

  expect(JSON.parse(printed)).toMatchObject({
    vendor: 'Vendor',
    exitCode: 0,
    verifications: [{ findings: [] }],
  });
  expect(printed).toMatch(/^\{\n {2}"/);
  expect(exitCode).toBe(0);
});

test('the bucket that must not be listed is that of the bootstrap stack, with the reader’s own qualifier', async () => {
  mockHome = mkdtempSync(join(tmpdir(), 'vendor-share-home-'));
  const context = { '@aws-cdk/core:bootstrapQualifier': 'platform1' };
  writeFileSync(join(mockHome, '.cdk.json'), JSON.stringify({ context }));
  const { printed, exitCode } = await verify(user());
  rmSync(mockHome, { recursive: true });
  mockHome = undefined;

  expect(printed).toMatch(/\? list another bucket +AccessDenied +NoSuchBucket/);
  expect(exitCode).toBe(3);
});

test('with --deployed both sides are read and compared with the templates of now', async () => {
  mockTemplates = good;
  const { printed, exitCode } = await verify([...company, 'vendor']);

  expect(printed).toContain('stack CompanyStack in account 111111111111 runs the template that was proved.');
  expect(printed).toContain('stack VendorStack in account 222222222222 runs the template that was proved.');
  expect(printed).toMatch(/What is deployed allows exactly what was promised, and nothing is missing\.$/);
  expect(exitCode).toBe(0);
});

test.each<[string, () => string, string]>([
  [
    'break the promise',
    () =>
      synthesized(
        shareWith({ assignees: [{ type: 'GROUP', id: 'e1b2c3d4-5678-90ab-cdef-444455556666', name: 'x' }] }),
      ),
    'the templates that the app writes now break the promise; npm run prove says why',
  ],
  [
    'cannot be judged',
    () => {
      const directory = good();
      const file = join(directory, 'CompanyStack.template.json');
      const template = JSON.parse(readFileSync(file, 'utf8')) as object;
      writeFileSync(file, JSON.stringify({ ...template, Transform: 'AWS::Serverless-2016-10-31' }));
      return directory;
    },
    'the templates that the app writes now cannot be judged; npm run prove says why',
  ],
  [
    'cannot be written',
    () => {
      throw new PlainError('parameters.ts cannot be read');
    },
    'parameters.ts cannot be read',
  ],
])(
  'where the templates of now %s, there is nothing to compare with, and it says why',
  async (_, templates, why) => {
    mockTemplates = templates;
    const { printed, exitCode } = await verify(company);

    expect(printed).toContain(NOTHING_TO_COMPARE + why);
    expect(exitCode).toBe(3);
  },
);

test('what nobody expected is not taken for an answer', async () => {
  mockTemplates = () => {
    throw new TypeError('not expected');
  };

  await expect(verify(company)).rejects.toThrow(TypeError);
});

test.each([
  ['--timeout', '0'],
  ['--timeout', 'soon'],
  ['--concurrency', '-1'],
])('%s %s is refused', async (option, value) => {
  await expect(verify([...user(), option, value])).rejects.toMatchObject({
    code: 'commander.invalidArgument',
    message: expect.stringContaining('it must be a number above 0') as string,
  });
});
