import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookupCommand } from '../../../bin/commands/lookup';
import { validateShare } from '../../../lib/share/validate-share';
import type { Share, Vendor } from '../../../lib/share/share';
import { share as shipped } from '../../../parameters';
import { grantFile } from '../../../tools/handoff/grant-file';
import { grantOf, shareWith } from '../../handoff/kinds';
import { type Refusal, startAws } from '../../lookup/aws';
import { memoryTerminal } from '../../memory-terminal';

let folder: string;
let stop: () => void;
/** What AWS says no to; a test may add to it. */
const refuses: Record<string, Refusal> = {};
afterEach(() => {
  for (const operation of Object.keys(refuses)) delete refuses[operation];
});
const before = { ...process.env };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-share-lookup-'));
  const aws = await startAws({
    caller: '222222222222',
    refuses,
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
  writeFileSync(
    config,
    '[profile vendor]\nregion = ap-northeast-1\n[profile nowhere]\n[profile broken]\nregion = ap-northeast-1\ncredential_process = no-such-program-anywhere\n',
  );
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

test('for programs, what was found is data, and the remarks are in it', async () => {
  const { printed, noted } = await lookup(byAccount, '--json');

  expect(JSON.parse(printed())).toEqual({
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      identityStoreId: 'd-1234567890',
      region: 'ap-northeast-1',
      startUrl: 'https://d-1234567890.awsapps.com/start',
    },
    assignees: [],
    remarks: [expect.stringContaining('startUrl is the first address of the portal')],
  });
  expect(noted()).toBe('');
  const completed = await lookup({}, '--grant', grantFileFor({ account: '222222222222' }), '--json');
  expect(JSON.parse(completed.printed())).toMatchObject({
    share: { vendors: [{ assignees: [] }] },
    remarks: [
      expect.stringContaining('startUrl is the first address of the portal'),
      'name groups or users with --group and --user to get their ids',
    ],
  });
  expect(completed.noted()).toBe('');
});

test('where no name was asked for, a note says how; where one was, there is none', async () => {
  const note = 'Note: name groups or users with --group and --user to get their ids.';

  expect((await lookup(byAccount)).noted()).toContain(`\n${note}`);
  expect((await lookup(byAccount, '--group', "Analysts' group")).noted()).not.toContain(note);
});

test('--region is taken first; where neither it nor the profile has one, that of the share', async () => {
  const { printed } = await lookup(shipped, '--region', 'us-east-1');
  expect(printed()).toContain("region: 'us-east-1'");
  expect((await lookup(shipped, '--profile', 'nowhere')).printed()).toContain("region: 'ap-northeast-1'");
});

test('a profile that is not there is refused by the name of the option', async () => {
  await expect(lookup(byAccount, '--profile', 'other')).rejects.toMatchObject({
    message: expect.stringMatching(
      /^--profile: there is no profile "other" in the AWS config; there are /,
    ) as string,
    exitCode: 2,
  });
});

describe('where AWS says no, it says why, with what AWS said', () => {
  test.each([
    [
      'AccessDeniedException',
      2,
      /^profile "vendor" is not allowed to look this up: use a profile of the account that runs Identity Center.*\n\(AccessDeniedException: not yours\)$/,
    ],
    [
      'UnauthorizedOperation',
      2,
      /^profile "vendor" is not allowed to look this up.*\n\(UnauthorizedOperation: not yours\)$/,
    ],
    [
      'ForbiddenException',
      2,
      /^Identity Center does not allow you what profile "vendor" asks for: .*\n\(ForbiddenException: not yours\)$/,
    ],
    ['Forbidden', 2, /^profile "vendor" is not allowed to look this up.*\n\(Forbidden: not yours\)$/],
    ['InvalidClientTokenId', 3, /; .*\n\(InvalidClientTokenId: not yours\)$/],
  ])('%s', async (code, exitCode, says) => {
    refuses['ListInstances'] = { code, message: 'not yours' };

    await expect(lookup(byAccount)).rejects.toMatchObject({
      message: expect.stringMatching(says) as string,
      exitCode,
      cause: { name: code },
    });
  });

  test('a program of the profile that fails is named, with what it said', async () => {
    await expect(lookup(byAccount, '--profile', 'broken')).rejects.toMatchObject({
      message: expect.stringMatching(
        /^profile "broken" gets its credentials from the program no-such-program-anywhere \(credential_process\), which failed; run it by hand.*\n\(ProgramFailed: /,
      ) as string,
      exitCode: 3,
    });
  });
});
