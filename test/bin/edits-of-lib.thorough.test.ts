// bin/app.ts and bin/actions/prove.ts, with lib/share-app.ts edited: one verdict, whoever is asked
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createTemporaryHome, type TemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { type Sandbox, startSandbox } from '../../tools/sandbox/sandbox';
import { walkthroughShare as share } from '../lib/walkthrough-share';

/**
 * Five edits of `lib/` that widen access, or keep it. Each is made in a copy of the repository, and then asked about: by
 * `prove`, `cdk synth`, `cdk diff`, `cdk deploy` (in the sandbox), the proof in `npm test`, and `prove --assembly` of what was
 * written. It takes minutes.
 */

type Verdict = 'broken' | 'not decided';

interface EditOfLib {
  readonly what: string;
  readonly imports: string;
  /** At the beginning of buildApp. */
  readonly before?: string;
  /** At its end. */
  readonly after?: string;
  readonly context?: object;
  readonly verdict: Verdict;
}

const ADD_PRINCIPAL = `(also: unknown) => {
  const role = app.node.findChild('CompanyStack').node.findChild('VendorAccessRole').node.findChild('Resource');
  if (also !== undefined) (role as CfnRole).addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Principal.AWS', also);
}`;

const EDITS: readonly EditOfLib[] = [
  {
    what: 'a synthesizer that sends another template',
    imports: `
      import { createHash } from 'node:crypto';
      import { readFileSync, writeFileSync } from 'node:fs';
      import { DefaultStackSynthesizer, type FileAssetSource, type ISynthesisSession } from 'aws-cdk-lib';
      class Other extends DefaultStackSynthesizer {
        override synthesizeTemplate(session: ISynthesisSession, ...more: []): FileAssetSource {
          const source = super.synthesizeTemplate(session, ...more);
          const text = readFileSync(session.assembly.outdir + '/' + source.fileName, 'utf8')
            .replace('"arn:aws:iam::222222222222:root"', '"*"');
          writeFileSync(session.assembly.outdir + '/other-' + source.fileName, text);
          const sourceHash = createHash('sha256').update(text).digest('hex');
          return { ...source, fileName: 'other-' + source.fileName, sourceHash };
        }
      }`,
    before: 'props = { ...props, defaultStackSynthesizer: new Other() };',
    verdict: 'not decided',
  },
  {
    what: 'an assignee pushed into the share',
    imports: '',
    before: `(share.vendors[0]?.assignees as object[]).push(
      { type: 'USER', id: 'e1b2c3d4-5678-90ab-cdef-444455556666', name: 'eve' });`,
    verdict: 'broken',
  },
  {
    what: 'a principal from the context of cdk.json',
    imports: "import type { CfnRole } from 'aws-cdk-lib/aws-iam';",
    after: `(${ADD_PRINCIPAL})(app.node.tryGetContext('also'));`,
    context: { also: '333333333333' },
    verdict: 'broken',
  },
  {
    what: 'a principal that is looked up, with a default value',
    imports: `
      import type { CfnRole } from 'aws-cdk-lib/aws-iam';
      import { StringParameter } from 'aws-cdk-lib/aws-ssm';`,
    after: `(${ADD_PRINCIPAL})(
      StringParameter.valueFromLookup(app.node.findChild('CompanyStack'), '/company/partner', '333333333333'));`,
    verdict: 'not decided',
  },
  {
    what: 'everything kept when its stack is deleted',
    imports: "import { RemovalPolicies } from 'aws-cdk-lib';",
    after: 'RemovalPolicies.of(app).retain();',
    verdict: 'broken',
  },
];

const HEADLINES: Readonly<Record<Verdict, string>> = {
  broken: 'The promise is broken',
  'not decided': 'Not decided: ',
};

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

describe('edits of lib/', () => {
  let sandbox: Sandbox;
  let home: TemporaryHome;
  let copy: string;

  beforeAll(async () => {
    sandbox = await startSandbox({ share });
    home = await createTemporaryHome({ administrators: sandbox.administrators }, sandbox.url);
  });
  afterAll(async () => {
    home.remove();
    await sandbox.stop();
  });
  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'edited-'));
    const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
      encoding: 'utf8',
    });
    for (const file of tracked.split('\n').filter((name) => name !== '')) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(file, join(copy, file));
    }
    symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
  });
  afterEach(() => rmSync(copy, { recursive: true, force: true }));

  function apply({ imports, before = '', after = '', context }: EditOfLib): void {
    const file = join(copy, 'lib', 'share-app.ts');
    const text = readFileSync(file, 'utf8')
      .replace('\n/**', `\n${imports}\n/**`)
      .replace('  const app = new App(', `  ${before}\n  const app = new App(`)
      .replace('  return app;', `  ${after}\n  return app;`);
    writeFileSync(file, text);
    if (context === undefined) return;
    const settings: unknown = JSON.parse(readFileSync(join(copy, 'cdk.json'), 'utf8'));
    writeFileSync(join(copy, 'cdk.json'), JSON.stringify({ ...Object(settings as object), context }));
  }

  async function node(...args: string[]): Promise<Ended> {
    const env: NodeJS.ProcessEnv = {
      ...home.environment,
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: sandbox.url,
      CDK_REQUIRE_APPROVAL: 'never',
      CDK_NOTICES: 'false',
      CDK_DISABLE_VERSION_CHECK: '1',
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CI: 'true',
      NO_COLOR: '1',
    };
    const child = spawn(process.execPath, args, { cwd: copy, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    const code = await new Promise<number | null>((done, failed) => {
      child.once('error', failed).once('close', done);
    });
    return { code, said: said.replaceAll(/\s+/g, ' ') };
  }
  const prove = (...args: string[]) =>
    node('--require', 'tsx/cjs', join(copy, 'bin', 'vendor-share.ts'), 'prove', ...args);
  const cdk = (...args: string[]) => node(join(copy, 'node_modules', 'aws-cdk', 'bin', 'cdk'), ...args);
  const deployed = () => [...sandbox.world.accounts.values()].flatMap(({ roles }) => [...roles.keys()]);

  /** Everyone who is asked about the copy, and what they say. */
  async function asked(): Promise<Record<string, Ended>> {
    const synth = await cdk('synth', '--quiet', '--output', 'written');
    return {
      prove: await prove(),
      synth,
      diff: await cdk('diff', 'CompanyStack', '--profile', 'company'),
      deploy: await cdk('deploy', 'CompanyStack', '--profile', 'company'),
      'npm test': await node(join(copy, 'node_modules', 'jest', 'bin', 'jest.js'), 'test/bin/actions/prove'),
      'prove --assembly': await prove('--assembly', 'written'),
    };
  }

  function expectVerdict(all: Record<string, Ended>, verdict: Verdict): void {
    const ofProof = verdict === 'broken' ? 1 : 2;
    const codes = {
      prove: ofProof,
      synth: 1,
      diff: 1,
      deploy: 1,
      'npm test': 1,
      'prove --assembly': ofProof,
    };
    const said = (one: Ended) =>
      Object.values(HEADLINES).find((headline) => one.said.includes(headline)) ?? one.said;
    expect(Object.fromEntries(Object.entries(all).map(([who, one]) => [who, [one.code, said(one)]]))).toEqual(
      Object.fromEntries(Object.entries(codes).map(([who, code]) => [who, [code, HEADLINES[verdict]]])),
    );
  }

  test.each(EDITS.filter(({ what }) => !what.includes('looked up')))(
    '$what: $verdict',
    async (edit) => {
      apply(edit);

      expectVerdict(await asked(), edit.verdict);
      expect(deployed()).not.toContain('VendorAccessRole');
    },
    600_000,
  );

  test('a principal that is looked up, with a default value: not decided, until it has been looked up', async () => {
    const edit = EDITS.find(({ what }) => what.includes('looked up'));
    if (edit) apply(edit);

    // Without a profile nothing can be looked up.
    const before = { prove: await prove(), synth: await cdk('synth', '--quiet', '--profile', 'nobody') };
    expect(before.prove).toMatchObject({
      code: 2,
      said: expect.stringContaining('/company/partner') as string,
    });
    expect(before.prove.said).toContain('Run `npx cdk synth` once with a profile');
    expect(before.synth.code).toBe(1);

    // With one, the first pass is the CLI's, and the second one is judged.
    const looked = await cdk('synth', '--quiet', '--profile', 'company');
    expect(looked).toMatchObject({ code: 1, said: expect.stringContaining(HEADLINES.broken) as string });
    expect(readFileSync(join(copy, 'cdk.context.json'), 'utf8')).toContain('"333333333333"');
    expectVerdict(await asked(), 'broken');
    expect(deployed()).not.toContain('VendorAccessRole');
  }, 600_000);

  test('without an edit, all of them say that it holds, and it is deployed', async () => {
    const all = await asked();

    expect(Object.entries(all).filter(([, { code }]) => code !== 0)).toEqual([]);
    expect(deployed()).toContain('VendorAccessRole');
  }, 600_000);
});
