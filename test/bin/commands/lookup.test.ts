import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookupCommand } from '../../../bin/commands/lookup';
import { validateShare } from '../../../lib/share/validate-share';
import type { Share, Vendor } from '../../../lib/share/share';
import { share as shipped } from '../../../parameters';
import { grantFile } from '../../../tools/handoff/grant-file';
import { grantOf, shareWith } from '../../handoff/kinds';
import { startAws } from '../../lookup/aws';
import { memoryTerminal } from '../../memory-terminal';

let folder: string;
let stop: () => void;
const before = { ...process.env };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-share-lookup-'));
  const aws = await startAws({
    caller: '222222222222',
    instances: [
      {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        IdentityStoreId: 'd-1234567890',
        OwnerAccountId: '222222222222',
        Status: 'ACTIVE',
      },
    ],
    groups: { "Analysts' group": 'a1b2c3d4-5678-90ab-cdef-111122223333' },
  });
  stop = aws.stop;
  const config = join(folder, 'config');
  writeFileSync(config, '[profile vendor]\nregion = ap-northeast-1\n[profile nowhere]\n');
  const credentials = join(folder, 'credentials');
  const keys = 'aws_access_key_id = x\naws_secret_access_key = x\n';
  writeFileSync(credentials, `[vendor]\n${keys}[nowhere]\n${keys}`);
  Object.assign(process.env, {
    AWS_CONFIG_FILE: config,
    AWS_SHARED_CREDENTIALS_FILE: credentials,
    AWS_ENDPOINT_URL: aws.url,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
});
afterAll(() => {
  stop();
  process.env = before;
  rmSync(folder, { recursive: true });
});

async function lookup(share: unknown, ...args: string[]) {
  const terminal = memoryTerminal();
  const command = lookupCommand(share, terminal)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  await command.parseAsync(['--profile', 'vendor', ...args], { from: 'user' });
  return terminal;
}

/** The file that the company of such a share hands over. */
function grantFileFor(vendor: Vendor, company: Partial<Share['company']> = {}): string {
  const share = shareWith(vendor, company);
  const file = join(folder, 'acme.grant.json');
  writeFileSync(file, JSON.stringify(grantFile(grantOf(share), share)));
  return file;
}

const byAccount: Share = { ...shipped, vendors: [{ account: '222222222222' }] };

test('a vendor of parameters.ts without an Identity Center yet gets its lines', async () => {
  const { printed, noted } = await lookup(byAccount, '--group', "Analysts' group");
  expect(printed()).toBe(`      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        identityStoreId: 'd-1234567890',
        region: 'ap-northeast-1',
        startUrl: 'https://d-1234567890.awsapps.com/start',
      },
      assignees: [
        { type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts\\' group' },
      ],`);
  expect(noted()).toMatch(/^Paste into vendors\[0\] of parameters\.ts:/);
});

test('with --grant it prints the company’s share, completed, in the place of parameters.ts', async () => {
  const file = grantFileFor(
    {
      name: 'Acme',
      account: '222222222222',
      borrowers: 'permission-set',
      prefixes: ["it's/", 'b/'],
      until: '2027-01-31T00:00:00Z',
    },
    { name: 'globex', bucket: 'existing' },
  );
  // Whatever parameters.ts says is not looked at: it may still be wrong.
  const { printed, noted } = await lookup({}, '--grant', file, '--group', "Analysts' group");
  expect(printed()).toBe(`  company: {
    name: 'globex',
    account: '111111111111',
    region: 'ap-northeast-1',
    bucketName: 'company-shared-data-bucket-12345',
    bucket: 'existing',
    seedObjects: [],
  },
  vendors: [
    {
      name: 'Acme',
      account: '222222222222',
      borrowers: 'permission-set',
      prefixes: ['it\\'s/', 'b/'],
      until: '2027-01-31T00:00:00Z',
      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        identityStoreId: 'd-1234567890',
        region: 'ap-northeast-1',
        startUrl: 'https://d-1234567890.awsapps.com/start',
      },
      assignees: [
        { type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts\\' group' },
      ],
    },
  ],`);
  expect(noted()).toMatch(/^Paste into the share of parameters\.ts, in the place of company and vendors:/);
});

test('with --grant and --json the share is one that this project takes', async () => {
  const file = grantFileFor({ account: '222222222222' });
  const { printed } = await lookup({}, '--grant', file, '--group', "Analysts' group", '--json');
  const result = JSON.parse(printed()) as { share: unknown };
  expect(validateShare(result.share).vendors[0]?.assignees).toHaveLength(1);
});

test('roles and users by ARN have no Identity Center: the share is complete as it is', async () => {
  const borrowers = ['arn:aws:iam::222222222222:role/etl'];
  const file = grantFileFor({ account: '222222222222', borrowers });
  const { printed, noted } = await lookup({}, '--grant', file);
  expect(printed()).toContain("      borrowers: ['arn:aws:iam::222222222222:role/etl'],\n    },");
  expect(noted()).toContain('vendors[0].borrowers names roles and users, which have no Identity Center');
  await expect(
    lookup({ ...shipped, vendors: [{ account: '222222222222', borrowers }] }),
  ).rejects.toMatchObject({ exitCode: 2 });
});

test('without any region it asks for one, where Identity Center is not known yet', async () => {
  await expect(lookup(byAccount, '--profile', 'nowhere')).rejects.toThrow(
    '--region must be given, got nothing: profile "nowhere" has no region',
  );
});

test('a grant file that is not there is refused by the name of the option', async () => {
  await expect(lookup({}, '--grant', join(folder, 'none.json'))).rejects.toThrow(
    /^--grant must be the company’s NAME\.grant\.json: .*ENOENT/,
  );
});

test('--grant is of one vendor, so --vendor does not go with it', async () => {
  await expect(lookup({}, '--grant', 'x', '--vendor', 'Acme')).rejects.toMatchObject({
    code: 'commander.conflictingOption',
  });
});
