// tools/handoff/troubleshooting.ts, with the AWS CLI
// Each mistake shows what the page quotes for it. (`aws sso login`, the console and opt-in regions are not here.)
import { exec } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { describeWith } from './installed';

const shell = promisify(exec);
const DATA = 's3://company-shared-data-bucket-12345';
const AS_ROLE = '--profile 111111111111-data';

const share = {
  company: { ...walkthroughShare.company, seedObjects: [{ key: 'reports/a.txt', content: 'a\n' }] },
  vendors: [{ ...walkthroughVendor, prefixes: ['reports/'], externalId: 'agreement-2026' }],
};

describeWith(['aws'], 'the page’s rows, met with the AWS CLI', () => {
  let deployed: DeployedSandbox;
  let config: string;

  beforeAll(async () => {
    deployed = await deployedSandbox(share);
    config = readFileSync(deployed.home.environment['AWS_CONFIG_FILE'] ?? '', 'utf8');
  });
  afterAll(() => deployed.stop());

  async function shown(command: string, changed: string = config): Promise<string> {
    writeFileSync(deployed.home.environment['AWS_CONFIG_FILE'] ?? '', changed);
    try {
      const { stdout } = await shell(command, { cwd: deployed.home.folder, env: deployed.home.environment });
      return `it worked: ${stdout}`;
    } catch (error) {
      return error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    }
  }

  /** As the page has it: a cell of quotes, and `…` for what is between two of them. */
  function expectRow(output: string, cell: string) {
    const row = deployed.handoff.page.split('\n').find((line) => line.startsWith(`| ${cell}`));
    expect(row).toBeDefined();
    const pieces = [...cell.matchAll(/`([^`]+)`/g)].map(([, piece = '']) => piece);
    expect(output.replaceAll('\n', ' ')).toMatch(
      new RegExp(pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')),
    );
  }

  interface Mistake {
    readonly mistake: string;
    readonly cell: string;
    readonly command?: string;
    readonly edit?: readonly [from: string | RegExp, to: string];
  }

  test.each<Mistake>([
    {
      mistake: 'no --profile',
      cell: '`Unable to locate credentials`',
      command: `aws s3 ls ${DATA}/reports/`,
    },
    {
      mistake: 'no slash behind the prefix',
      cell: '`AccessDenied` … `s3:ListBucket`',
      command: `aws s3 ls ${DATA}/reports ${AS_ROLE}`,
    },
    {
      mistake: 'the bucket’s region asked for',
      cell: '`AccessDenied` … `s3:GetBucketLocation`',
      command: `aws s3api get-bucket-location --bucket company-shared-data-bucket-12345 ${AS_ROLE}`,
    },
    {
      mistake: 'an upload',
      cell: '`AccessDenied` … `PutObject`',
      command: `echo x | aws s3 cp - ${DATA}/reports/b.txt ${AS_ROLE}`,
    },
    {
      mistake: 'no external_id',
      cell: '`AccessDenied` … `sts:AssumeRole`',
      edit: ['external_id = agreement-2026\n', ''],
    },
    {
      mistake: 'two hours',
      cell: '`The requested DurationSeconds exceeds`',
      edit: ['duration_seconds = 3600', 'duration_seconds = 7200'],
    },
    {
      mistake: 'a person’s name as it is written',
      cell: "`at 'roleSessionName' failed to satisfy constraint`",
      edit: [/role_session_name = .*/, 'role_session_name = Jane Doe'],
    },
    { mistake: 'the page pasted twice', cell: '`Unable to parse config file`', edit: [/^[^]*$/, '$&\n$&'] },
  ])(
    '$mistake',
    async ({ cell, command = `aws s3 ls ${DATA}/reports/ ${AS_ROLE}`, edit }) => {
      rmSync(join(deployed.home.folder, '.aws', 'cli'), { recursive: true, force: true });
      expectRow(await shown(command, edit && config.replace(edit[0], edit[1])), cell);
    },
    30_000,
  );

  test('nobody signed in', async () => {
    rmSync(join(deployed.home.folder, '.aws', 'cli'), { recursive: true, force: true });
    rmSync(join(deployed.home.folder, '.aws', 'sso'), { recursive: true });
    const output = await shown(`aws s3 ls ${DATA}/reports/ ${AS_ROLE}`);
    expect(output).toContain('Error loading SSO Token');
    expect(deployed.handoff.page).toContain('`Error loading SSO Token`');
  }, 30_000);
});
