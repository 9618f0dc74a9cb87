import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { type Handoff, type HandoffOptions, sessionNameOf, writeHandoff } from '../../tools/handoff/handoff';

const [vendor] = shipped.vendors;

/** The first vendor's handoff, with some of its parameters changed. */
function handoffWith(
  changes: Partial<Vendor>,
  company: Partial<Share['company']> = {},
  options: HandoffOptions = {},
): Handoff {
  if (vendor === undefined) throw new Error('parameters.ts ships with a vendor');
  const share: Share = { company: { ...shipped.company, ...company }, vendors: [{ ...vendor, ...changes }] };
  const [grant] = grantsOf(share);
  if (grant === undefined) throw new Error('no grant');
  return writeHandoff(grant, share, options);
}

test('the config signs in, then borrows the role, and needs no editing', () => {
  expect(handoffWith({}).config).toBe(`[sso-session 111111111111]
sso_start_url = https://vendor.awsapps.com/start
sso_region = ap-northeast-1
sso_registration_scopes = sso:account:access

[profile 111111111111-user]
sso_session = 111111111111
sso_account_id = 222222222222
sso_role_name = AllowAssumeCompanyRole
region = ap-northeast-1

[profile 111111111111-data]
role_arn = arn:aws:iam::111111111111:role/VendorAccessRole
source_profile = 111111111111-user
role_session_name = Vendor-222222222222
duration_seconds = 3600
region = ap-northeast-1
`);
});

test('the three commands sign in, list and copy', () => {
  expect(handoffWith({}).commands).toEqual([
    'aws sso login --profile 111111111111-user',
    'aws s3 ls s3://company-shared-data-bucket-12345/ --profile 111111111111-data',
    'aws s3 cp s3://company-shared-data-bucket-12345/test-data.txt ./ --profile 111111111111-data',
  ]);
});

test('in the browser one signs in where the profile does, with the permission set, before assuming the role', () => {
  const { page } = handoffWith({});
  const browser = page.slice(page.indexOf('## In the browser'));
  expect(browser).toContain(
    '1. **Sign in:** Open account `222222222222` with `AllowAssumeCompanyRole`. <https://vendor.awsapps.com/start>\n' +
      '2. **Assume the role:** The form is filled in already: press *Switch Role*.\n' +
      '   <https://signin.aws.amazon.com/switchrole?',
  );
});

test('the console links come as Switch Role first, then the bucket, with the reason why S3’s home page lists nothing', () => {
  const { page } = handoffWith({});
  const switchRole = page.indexOf(
    'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=VendorAccessRole&displayName=CompanyDataAccess',
  );
  const bucket = page.indexOf(
    'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1',
  );
  expect(switchRole).toBeGreaterThan(0);
  expect(bucket).toBeGreaterThan(switchRole);
  expect(page).toContain("The home page of S3 says *You don't have permissions to list buckets*.");
});

describe('with an ExternalId', () => {
  const handoff = handoffWith({ externalId: 'agreement-2026' });

  test('the config sends it', () => {
    expect(handoff.config).toContain('external_id = agreement-2026\n');
  });

  test('no console link is printed, and the page says why', () => {
    expect(handoff.consoleLinks).toBeUndefined();
    expect(handoff.page).not.toMatch(/https:\/\/(signin|[a-z0-9-]+\.console)\.aws\.amazon\.com/);
    expect(handoff.page).toMatch(
      /In the browser: not possible[\s\S]*Switch Role in the console cannot send one/,
    );
  });
});

describe('with prefixes', () => {
  const handoff = handoffWith(
    { prefixes: ['team a/', 'b/'] },
    {
      seedObjects: [
        { key: 'elsewhere.txt', content: '' },
        { key: "team a/it's.txt", content: '' },
      ],
    },
  );

  test('the commands stay inside, quoted for the shell', () => {
    expect(handoff.commands.slice(1)).toEqual([
      "aws s3 ls 's3://company-shared-data-bucket-12345/team a/' --profile 111111111111-data",
      `aws s3 cp 's3://company-shared-data-bucket-12345/team a/it'\\''s.txt' ./ --profile 111111111111-data`,
    ]);
  });

  test('each prefix has its own link: the bucket’s own would be refused', () => {
    expect(handoff.consoleLinks?.bucket).toEqual([
      'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1&prefix=team%20a/',
      'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1&prefix=b/',
    ]);
  });
});

describe('the page says until when', () => {
  const clock = { now: new Date('2026-06-01T00:00:00Z'), timeZone: 'Asia/Tokyo' };
  const ends = (until: string | undefined, timeZone = clock.timeZone) =>
    /## When it ends\n\n([^]*?)\n\n/
      .exec(
        handoffWith({ ...(until !== undefined && { until }) }, {}, { clock: { ...clock, timeZone } }).page,
      )?.[1]
      ?.replaceAll('\n', ' ')
      .replace(/ From then on.*/, '');

  test.each([
    [undefined, 'Asia/Tokyo', 'No date is set. The company may end the access at any time.'],
    [
      '2027-01-31T00:00:00Z',
      'Asia/Tokyo',
      'The access ends on 31 January 2027, 09:00 Asia/Tokyo (`2027-01-31T00:00:00Z`).',
    ],
    [
      '2027-01-31T00:00:00Z',
      'America/New_York',
      'The access ends on 30 January 2027, 19:00 America/New_York (`2027-01-31T00:00:00Z`).',
    ],
    ['2026-06-01T00:00:01Z', 'UTC', 'The access ends on 1 June 2026, 00:00 UTC (`2026-06-01T00:00:01Z`).'],
    [
      '2026-06-01T00:00:00Z',
      'UTC',
      'The access ended on 1 June 2026, 00:00 UTC (`2026-06-01T00:00:00Z`). Ask the company if you still need it.',
    ],
  ])('%s in %s', (until, timeZone, says) => expect(ends(until, timeZone)).toBe(says));
});

test.each(['alice', 'alice.smith@acme.example', 'a_+=,.@-', 'ab', 'x'.repeat(64)])(
  'the name %s is taken for the company’s log, in the config and on the page',
  (user) => {
    const { config, page } = handoffWith({}, {}, { sessionName: sessionNameOf(user) });
    expect(config).toContain(`role_session_name = ${user}\n`);
    expect(page.replaceAll('\n', ' ')).toContain(`shows you as \`${user}\``);
  },
);

test.each(['a', 'Alice Smith', 'アリス', 'x'.repeat(65), 'a\nb', 'ab\n', ''])(
  'the name %j is refused: AWS takes no such session name',
  (user) => {
    expect(() => sessionNameOf(user)).toThrow(
      `--user must be 2 to 64 letters, digits and _+=,.@-, got ${JSON.stringify(user)} (it becomes role_session_name;`,
    );
  },
);

test('the page says which characters a session name may hold', () => {
  expect(handoffWith({}).page.replaceAll('\n', ' ')).toContain(
    'AWS takes 2 to 64 characters there: letters, digits and `_+=,.@-`; no spaces and no accents.',
  );
});

test('the administrator is told where, which permission set, with which policy, for whom', () => {
  const handoff = handoffWith({
    identityCenter: { ...vendor!.identityCenter!, account: '333333333333', region: 'us-east-1' },
    assignees: [
      { type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' },
      { type: 'USER', id: 'a1b2c3d4-5678-90ab-cdef-444455556666', name: 'alice' },
    ],
  });
  const forAdministrator = handoff.page.slice(handoff.page.indexOf('## For your administrator'));
  expect(forAdministrator).toContain('account `333333333333`, region `us-east-1`');
  expect(forAdministrator).toContain('permission set `AllowAssumeCompanyRole` (session duration `PT1H`)');
  expect(forAdministrator).toContain('"Resource": "arn:aws:iam::111111111111:role/VendorAccessRole"');
  expect(forAdministrator).toContain('Assign it in account `222222222222`');
  expect(forAdministrator).toMatch(/group \*\*Analysts\*\* \(`a1b2c3d4-5678-90ab-cdef-111122223333`\)/);
  expect(forAdministrator).toMatch(/user \*\*alice\*\* \(`a1b2c3d4-5678-90ab-cdef-444455556666`\)/);
});

describe('whom to ask', () => {
  const asks = (contact?: string) =>
    handoffWith({}, contact === undefined ? {} : { contact }).page.split('## Whom to ask\n\n')[1];
  const administrator =
    '- About your own AWS accounts (sign-in, permission sets, roles and users): your own administrator\n';

  test.each([
    [undefined, 'the person who gave you this page'],
    ['Data team, data@company.example', 'Data team, data@company.example'],
    ['**Data** <b>team</b> | # 1', '\\*\\*Data\\*\\* \\<b\\>team\\</b\\> \\| \\# 1'],
    ['a - b 1. c \u202e', 'a \\- b 1\\. c \\u{202e}'],
  ])('contact %j', (contact, shown) => {
    expect(asks(contact)).toBe(
      `- About the data, the role and the end of the access: ${shown}\n${administrator}`,
    );
  });
});

test('the page has the name of the company, where the share says it', () => {
  expect(handoffWith({}, { name: 'acme' }).page).toContain('The company `acme` (AWS account `111111111111`)');
});

test('a role session name is at most 64 characters, whatever the vendor is called', () => {
  const name = 'V'.repeat(60);
  expect(handoffWith({ name }).roleSessionName).toBe(`${'V'.repeat(51)}-222222222222`);
});
