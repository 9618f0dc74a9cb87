// tools/verify/profile-problems.ts with what it is made of, and tools/verify/config-text.ts
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { awsConfig, profileNames } from '../../tools/handoff/aws-config';
import { readConfigText } from '../../tools/verify/config-text';
import { profileProblems } from '../../tools/verify/profile-problems';
import { canRun } from '../../tools/verify/runnable';
import { grantOf, shareWith, VENDORS } from '../handoff/kinds';
import { validShare } from '../lib/share/any-share';
import fc, { cases } from '../properties';

const VENDOR: Vendor = { ...VENDORS['with an Identity Center in the share'], externalId: 'agreement-2026' };
const SHARE = shareWith(VENDOR);
const USER = '111111111111-user';
const DATA = '111111111111-data';

/** What the handoff prints for {@link SHARE}, written out so that the lines can be counted. */
const HANDOFF = `[sso-session 111111111111]
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
external_id = agreement-2026
region = ap-northeast-1
`;

function found(config: string | Uint8Array, profile = DATA, share: Share = SHARE) {
  const bytes = typeof config === 'string' ? new TextEncoder().encode(config) : config;
  const all = { profiles: {}, ssoSessions: [], config: readConfigText(bytes) };
  return profileProblems(profile, all, { grant: grantOf(share), canRun: (it) => !it.includes('gone') });
}

const problemsOf = (...of: Parameters<typeof found>) =>
  found(...of).map(({ field, line, sentence, commands }) => ({ field, line, sentence, commands }));

function changed(from: string | RegExp, to: string, config = HANDOFF): string {
  const after = config.replace(from, to);
  if (after === config) throw new Error(`${String(from)} is not in the config`);
  return after;
}

test('the config that the lines are counted in is the handoff’s', () => {
  expect(awsConfig(grantOf(SHARE), SHARE)).toBe(HANDOFF);
});

describe('one line is changed, and it is named with both values and the line to paste:', () => {
  test.each<
    [
      name: string,
      from: string,
      to: string,
      field: string,
      line: number | undefined,
      says: string,
      paste: string[],
    ]
  >([
    [
      'a slip in the role’s name',
      'VendorAccessRole',
      'VendorAcessRole',
      'role_arn',
      13,
      'profile "111111111111-data" asks for role_arn = arn:aws:iam::111111111111:role/VendorAcessRole (line 13), and the share is for arn:aws:iam::111111111111:role/VendorAccessRole',
      ['[profile 111111111111-data]', 'role_arn = arn:aws:iam::111111111111:role/VendorAccessRole'],
    ],
    [
      'the role’s account',
      'iam::111111111111',
      'iam::444444444444',
      'role_arn',
      13,
      'and the share is for arn:aws:iam::111111111111:role/VendorAccessRole',
      ['[profile 111111111111-data]', 'role_arn = arn:aws:iam::111111111111:role/VendorAccessRole'],
    ],
    [
      'twelve hours',
      '3600',
      '43200',
      'duration_seconds',
      16,
      'duration_seconds = 43200 (line 16), and with role chaining a session lasts one hour at most',
      ['[profile 111111111111-data]', 'duration_seconds = 3600'],
    ],
    [
      'a minute',
      '3600',
      '60',
      'duration_seconds',
      16,
      'AWS takes a whole number from 900 to 3600',
      ['[profile 111111111111-data]', 'duration_seconds = 3600'],
    ],
    [
      'a duration in words',
      '3600',
      '1h',
      'duration_seconds',
      16,
      'AWS takes a whole number from 900 to 3600',
      ['[profile 111111111111-data]', 'duration_seconds = 3600'],
    ],
    [
      'a person’s name',
      'Vendor-222222222222',
      'Alice Müller',
      'role_session_name',
      15,
      'AWS takes 2 to 64 characters there: letters, digits and _+=,.@-',
      ['[profile 111111111111-data]', 'role_session_name = Alice-Muller'],
    ],
    [
      'a name of one letter',
      'Vendor-222222222222',
      'A',
      'role_session_name',
      15,
      'AWS takes 2 to 64 characters',
      ['[profile 111111111111-data]', 'role_session_name = YOUR-NAME'],
    ],
    [
      'another ExternalId',
      'agreement-2026',
      'agreement-2025',
      'external_id',
      17,
      'asks for external_id = agreement-2025 (line 17), and the share is for agreement-2026',
      ['[profile 111111111111-data]', 'external_id = agreement-2026'],
    ],
    [
      'no ExternalId',
      'external_id = agreement-2026\n',
      '',
      'external_id',
      undefined,
      'has no external_id, and the share is for agreement-2026',
      ['[profile 111111111111-data]', 'external_id = agreement-2026'],
    ],
    [
      'a second factor',
      'duration_seconds = 3600',
      'mfa_serial = arn:aws:iam::222222222222:mfa/alice',
      'mfa_serial',
      16,
      'a session cannot send an MFA code when it assumes a role',
      [],
    ],
    [
      'the bucket’s region',
      'external_id = agreement-2026\nregion = ap-northeast-1',
      'external_id = agreement-2026\nregion = us-east-1',
      'region',
      18,
      'asks for region = us-east-1 (line 18), and the share is for ap-northeast-1',
      ['[profile 111111111111-data]', 'region = ap-northeast-1'],
    ],
    [
      'the user’s region',
      'AllowAssumeCompanyRole\nregion = ap-northeast-1',
      'AllowAssumeCompanyRole\nregion = us-east-1',
      'region',
      10,
      'profile "111111111111-user" asks for region = us-east-1',
      ['[profile 111111111111-user]', 'region = ap-northeast-1'],
    ],
    [
      'the vendor’s account',
      'sso_account_id = 222222222222',
      'sso_account_id = 222222222223',
      'sso_account_id',
      8,
      'asks for permission set AllowAssumeCompanyRole in account 222222222223 (line 8), and the share is for AllowAssumeCompanyRole in 222222222222',
      ['[profile 111111111111-user]', 'sso_account_id = 222222222222'],
    ],
    [
      'the permission set',
      'sso_role_name = AllowAssumeCompanyRole',
      'sso_role_name = ReadOnlyAccess',
      'sso_role_name',
      9,
      'asks for permission set ReadOnlyAccess in account 222222222222 (line 9)',
      ['[profile 111111111111-user]', 'sso_role_name = AllowAssumeCompanyRole'],
    ],
    [
      'the start URL',
      'https://vendor.awsapps',
      'https://vender.awsapps',
      'sso_start_url',
      2,
      'asks for sso_start_url = https://vender.awsapps.com/start (line 2), and the share is for https://vendor.awsapps.com/start',
      ['[sso-session 111111111111]', 'sso_start_url = https://vendor.awsapps.com/start'],
    ],
    [
      'Identity Center’s region',
      'sso_region = ap-northeast-1',
      'sso_region = us-east-1',
      'sso_region',
      3,
      'asks for sso_region = us-east-1 (line 3), and the share is for ap-northeast-1',
      ['[sso-session 111111111111]', 'sso_region = ap-northeast-1'],
    ],
    [
      'a source that is the profile itself',
      'source_profile = 111111111111-user',
      'source_profile = 111111111111-data',
      'source_profile',
      14,
      'nobody signs in',
      ['[profile 111111111111-data]', 'source_profile = 111111111111-user'],
    ],
    [
      'two sources',
      'duration_seconds = 3600',
      'credential_source = Environment',
      'credential_source',
      16,
      'has both source_profile = 111111111111-user and credential_source = Environment',
      [],
    ],
    [
      'a second source_profile',
      'duration_seconds = 3600',
      'source_profile = other',
      'source_profile',
      16,
      'says source_profile twice, in lines 14 and 16',
      [],
    ],
    [
      'a program that is gone',
      'sso_session = 111111111111\nsso_account_id = 222222222222\nsso_role_name = AllowAssumeCompanyRole',
      'credential_process = /opt/gone --json',
      'credential_process',
      7,
      'the program /opt/gone (credential_process, line 7), which is not there or may not be run',
      ['[profile 111111111111-user]', 'credential_process = /PATH/TO/PROGRAM'],
    ],
  ])('%s', (_name, from, to, field, line, says, commands) => {
    const problems = problemsOf(changed(from, to));
    expect(problems).toMatchObject([{ field, line, commands }]);
    expect(problems[0]?.sentence).toContain(says);
  });

  test('a role that is borrowed from the role', () => {
    const config = `${HANDOFF}\n[profile again]\nrole_arn = arn:aws:iam::111111111111:role/VendorAccessRole\nsource_profile = 111111111111-data\nexternal_id = agreement-2026\n`;
    const problems = problemsOf(config, 'again');
    expect(problems).toMatchObject([
      {
        field: 'source_profile',
        line: 22,
        commands: ['[profile again]', 'source_profile = 111111111111-user'],
      },
    ]);
    expect(problems[0]?.sentence).toContain(
      'is a session of the shared role already, which may not assume itself',
    );
  });

  test('two at once are both said', () => {
    const config = changed('3600', '43200', changed('VendorAccessRole', 'VendorAcessRole'));
    expect(problemsOf(config).map(({ field }) => field)).toEqual(['role_arn', 'duration_seconds']);
  });
});

describe('how the file is written:', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(HANDOFF, 'utf16le')]);
  test.each<[name: string, config: string | Uint8Array, field: string, line: number, says: RegExp]>([
    [
      'a byte order mark',
      `\uFEFF${HANDOFF}`,
      'encoding',
      1,
      /byte order mark, and the AWS CLI does not read/,
    ],
    ['UTF-16', utf16, 'encoding', 1, /written in UTF-16/],
    ['UTF-16 without a mark', utf16.slice(2), 'encoding', 1, /written in UTF-16/],
    [
      'UTF-16, the other way round',
      Uint8Array.from(Buffer.from(utf16).swap16()),
      'encoding',
      1,
      /written in UTF-16/,
    ],
    [
      'a section twice',
      `${HANDOFF}[profile other]\n[profile other]\n`,
      '[profile other]',
      20,
      /there are 2 sections \[profile other\] in the AWS config, in lines 19 and 20: the AWS CLI does not read/,
    ],
    [
      'a session with a space',
      changed(
        '[sso-session 111111111111]',
        "[sso-session 'Acme Corp']",
        changed('sso_session = 111111111111', 'sso_session = Acme Corp'),
      ),
      'sso-session',
      1,
      /\[sso-session 'Acme Corp'\] \(line 1 of the AWS config\), and only the AWS CLI and botocore read a name with a space/,
    ],
    [
      'a profile in quotes',
      changed('[profile 111111111111-user]', '[profile "111111111111-user"]'),
      'profile',
      6,
      /only the AWS CLI and botocore read a name in quotes/,
    ],
    [
      'a section glued to the last line',
      `region = x${HANDOFF.slice(HANDOFF.indexOf('[profile 111111111111-data]'))}`,
      '[profile 111111111111-data]',
      1,
      /stands at the end of line 1/,
    ],
  ])('%s', (_name, config, field, line, says) => {
    const problems = problemsOf(config);
    expect(problems).toMatchObject([{ field, line }]);
    expect(problems[0]?.sentence).toMatch(says);
  });
});

/** All that is said of a config, as lines: where, what is there, what should be, and what to do. */
function told(config: string): string {
  return found(config)
    .map(({ profile, field, line, found: there, wanted, sentence, todo, commands }) =>
      [
        `${profile}, ${field}, line ${line}: ${there}, not ${wanted}`,
        sentence,
        `${todo}:`,
        ...commands.map((one) => `  ${one}`),
      ].join('\n'),
    )
    .join('\n\n');
}

test('of many lines at once, with all that is to be written', () => {
  const wrong = HANDOFF.replace('vendor.awsapps.com', 'other.awsapps.com')
    .replace('sso_region = ap-northeast-1', 'sso_region = us-east-1')
    .replace('222222222222\nsso_role', '333333333333\nsso_role')
    .replace('AllowAssumeCompanyRole', 'AllowAssumeCompanyRoll')
    .replace('Vendor-222222222222', 'Jürgen Groß & Söhne')
    .replace('3600', '3601')
    .replace('agreement-2026', 'agreement-2025')
    .replace(
      /region = ap-northeast-1\n$/,
      'region = us-west-2\nmfa_serial = arn:aws:iam::222222222222:mfa/x\n',
    );

  expect(told(wrong)).toBe(`111111111111-data, external_id, line 17: agreement-2025, not agreement-2026
profile "111111111111-data" asks for external_id = agreement-2025 (line 17), and the share is for agreement-2026
write this into the AWS config, in the place of line 17:
  [profile 111111111111-data]
  external_id = agreement-2026

111111111111-data, duration_seconds, line 16: 3601, not 3600
profile "111111111111-data" asks for duration_seconds = 3601 (line 16), and with role chaining a session lasts one hour at most; the shared role allows no more either
write 3600, in the place of line 16, or leave the line out:
  [profile 111111111111-data]
  duration_seconds = 3600

111111111111-data, role_session_name, line 15: Jürgen Groß & Söhne, not 2 to 64 letters, digits and _+=,.@-
profile "111111111111-data" has role_session_name = Jürgen Groß & Söhne (line 15), and AWS takes 2 to 64 characters there: letters, digits and _+=,.@- (no spaces, no accents)
write this into the AWS config, in the place of line 15:
  [profile 111111111111-data]
  role_session_name = Jurgen-Gro-Sohne

111111111111-data, mfa_serial, line 19: arn:aws:iam::222222222222:mfa/x, not no such line
profile "111111111111-data" has mfa_serial = arn:aws:iam::222222222222:mfa/x (line 19), and a session cannot send an MFA code when it assumes a role: the code was asked for at the sign-in
delete line 19:

111111111111-data, region, line 18: us-west-2, not ap-northeast-1
profile "111111111111-data" asks for region = us-west-2 (line 18), and the share is for ap-northeast-1
write this into the AWS config, in the place of line 18:
  [profile 111111111111-data]
  region = ap-northeast-1

111111111111-user, sso_role_name, line 9: AllowAssumeCompanyRoll in 333333333333, not AllowAssumeCompanyRole in 222222222222
profile "111111111111-user" asks for permission set AllowAssumeCompanyRoll in account 333333333333 (line 9), and the share is for AllowAssumeCompanyRole in 222222222222
write this into the AWS config, in the place of line 9:
  [profile 111111111111-user]
  sso_role_name = AllowAssumeCompanyRole
  sso_account_id = 222222222222`);
});

test('of lines that are not there', () => {
  const bare = HANDOFF.replace(/^(?:sso_region|sso_account_id|external_id|sso_start_url) = .*\n/gm, '');

  expect(told(bare)).toBe(`111111111111-data, external_id, line undefined: , not agreement-2026
profile "111111111111-data" has no external_id, and the share is for agreement-2026
write this into the AWS config:
  [profile 111111111111-data]
  external_id = agreement-2026`);
});

test('of a file that no client reads as it is meant', () => {
  const twice = `${HANDOFF}\n[profile copy]\nregion = x\n[profile copy]\nregion = x\n[profile other]\n[profile other]\nregion = y\n[profile other]\n`;

  expect(told(twice)).toBe(`111111111111-data, [profile copy], line 22: 2 sections, not 1 section
there are 2 sections [profile copy] in the AWS config, in lines 20 and 22: the AWS CLI does not read such a file
delete the one in line 22, which says the same:

111111111111-data, [profile other], line 25: 3 sections, not 1 section
there are 3 sections [profile other] in the AWS config, in lines 24, 25 and 27: the AWS CLI does not read such a file
give the one in line 25 another name (and write that name wherever the section is named), or delete the one that is not meant:
  [profile other-2]`);
});

test('of keys that are there twice, and of names', () => {
  const names = HANDOFF.replace('duration_seconds = 3600', 'duration_seconds = 900\nduration_seconds = 3600')
    .replace('[profile 111111111111-user]', "[profile '111111111111-user']")
    .replace('[sso-session 111111111111]', '[sso-session Acme & Co]')
    .replace('sso_session = 111111111111', 'sso_session = Acme & Co');

  expect(told(names)).toBe(`111111111111-data, duration_seconds, line 17: 900 and 3600, not one line
[profile 111111111111-data] says duration_seconds twice, in lines 16 and 17: the AWS CLI does not read such a file
delete the one that is not meant:

Acme & Co, sso-session, line 1: [sso-session Acme & Co], not [sso-session Acme-Co]
the section is [sso-session Acme & Co] (line 1 of the AWS config), and no AWS client reads a name with a space that has no quotes
call it Acme-Co there and in sso_session, then run aws sso login again:
  [sso-session Acme-Co]
  sso_session = Acme-Co

111111111111-user, profile, line 6: [profile '111111111111-user'], not [profile 111111111111-user]
the section is [profile '111111111111-user'] (line 6 of the AWS config), and only the AWS CLI and botocore read a name in quotes
write it without quotes:
  [profile 111111111111-user]`);
});

test('of another way to sign in', () => {
  const chain = HANDOFF.replace(
    'source_profile = 111111111111-user',
    'source_profile = a\ncredential_source = Environment',
  );

  expect(
    told(
      `${chain}[profile a]\nrole_arn = arn:aws:iam::222222222222:role/b\nsource_profile = b\nduration_seconds = 1h\n[profile b]\nrole_arn = arn:aws:iam::222222222222:role/c\nsource_profile = a\n`,
    ),
  ).toBe(`111111111111-data, source_profile, line 14: a, not 111111111111-user
profile "111111111111-data" assumes the role with source_profile = a (line 14), and the chain of source_profile comes back to where it began: nobody signs in
write this into the AWS config, in the place of line 14:
  [profile 111111111111-data]
  source_profile = 111111111111-user`);
});

test('of a program that is not there', () => {
  expect(told(HANDOFF.replace(/sso_session = [\s\S]*?CompanyRole/, 'credential_process = /opt/gone --x')))
    .toBe(`111111111111-user, credential_process, line 7: /opt/gone --x, not a program that can run
profile "111111111111-user" gets its credentials from the program /opt/gone (credential_process, line 7), which is not there or may not be run
write the whole path of the program (the AWS CLI uses no shell, so ~ and $HOME are not replaced), and make it executable with chmod +x:
  [profile 111111111111-user]
  credential_process = /PATH/TO/PROGRAM`);
});

test('of bytes that are no UTF-8', () => {
  expect(told(`\uFEFF${HANDOFF}`)).toBe(`111111111111-data, encoding, line 1: a byte order mark, not UTF-8
the AWS config begins with a byte order mark, and the AWS CLI does not read such a file
save the file as UTF-8 without a byte order mark (in Notepad: Save as, encoding UTF-8):`);
});

describe('nothing is said of', () => {
  test.each<[name: string, config: string]>([
    ['the handoff’s own config', HANDOFF],
    ['Windows’ ends of lines', HANDOFF.replaceAll('\n', '\r\n')],
    [
      'remarks and empty lines',
      HANDOFF.replaceAll('\n', '\n# role_arn = x\n; [profile 111111111111-data]\n\n'),
    ],
    ['another order of the sections', HANDOFF.split('\n\n').reverse().join('\n\n')],
    ['keys in capitals', HANDOFF.replaceAll(/^\w+/gm, (key) => key.toUpperCase())],
    ['no spaces around =', HANDOFF.replaceAll(' = ', '=')],
    [
      'other sections',
      `[default]\nregion = us-east-1\n[services s]\ns3 =\n  endpoint_url = http://x\n[profile mine]\nregion = eu-west-1\n${HANDOFF}`,
    ],
    [
      'settings that AWS has defaults for',
      HANDOFF.replaceAll(/^(role_session_name|duration_seconds|region|sso_registration_scopes).*\n/gm, ''),
    ],
    ['a start URL as the browser shows it', changed('/start\n', '/start/#/\n')],
    ['a quarter of an hour', changed('3600', '900')],
    ['somebody’s own name', changed('Vendor-222222222222', 'alice@example.com')],
    [
      'the older way without an sso-session',
      changed(
        'sso_session = 111111111111',
        'sso_start_url = https://vendor.awsapps.com/start/\nsso_region = ap-northeast-1',
      ),
    ],
    [
      'another program',
      changed(/sso_session[\s\S]*?CompanyRole\n/, 'credential_process = /opt/keys\n', HANDOFF),
    ],
    [
      'an administrator of the vendor’s who borrows',
      `${changed('source_profile = 111111111111-user', 'source_profile = admin')}[profile admin]\nsso_session = 111111111111\nsso_account_id = 222222222222\nsso_role_name = AdministratorAccess\n`,
    ],
  ])('%s', (_name, config) => {
    expect(problemsOf(config)).toEqual([]);
  });

  test.each<[name: string, profile: string]>([
    [
      'the company’s',
      '[profile a]\nrole_arn = arn:aws:iam::111111111111:role/OrganizationAccountAccessRole\nsource_profile = base\nregion = us-east-1\nduration_seconds = 43200\n',
    ],
    [
      'the vendor’s',
      '[profile a]\nsso_start_url = https://other.awsapps.com/start\nsso_region = us-west-2\nsso_account_id = 222222222222\nsso_role_name = AdministratorAccess\nregion = us-east-1\n',
    ],
    ['somebody with keys', '[profile a]\nregion = us-east-1\n'],
  ])('an administrator’s profile: %s', (_name, profile) => {
    expect(problemsOf(`${HANDOFF}${profile}[profile base]\nregion = us-west-2\n`, 'a')).toEqual([]);
  });

  test('an ExternalId that the share does not ask for', () => {
    const vendor = VENDORS['with an Identity Center in the share'];
    expect(problemsOf(HANDOFF, DATA, shareWith(vendor))).toEqual([]);
  });

  test('a profile that is not there: that is another’s to say', () => {
    expect(problemsOf(HANDOFF, 'typo')).toEqual([]);
  });
});

describe('without Identity Center', () => {
  const named = shareWith(VENDORS['whose role borrows']);
  const product = shareWith(VENDORS['that is a product']);
  const config = (share: Share) => awsConfig(grantOf(share), share);

  test.each(Object.keys(VENDORS) as (keyof typeof VENDORS)[])(
    'the handoff to a vendor %s is right',
    (kind) => {
      const share = shareWith(VENDORS[kind]);
      expect(problemsOf(config(share), DATA, share)).toEqual([]);
      expect(problemsOf(config(share), USER, share)).toEqual([]);
    },
  );

  test.each([DATA, USER])('another role than the one that borrows is named, with %s', (profile) => {
    const other = changed('role/jobs/etl', 'role/jobs/elt', config(named));
    expect(problemsOf(other, profile, named)).toMatchObject([
      {
        field: 'role_arn',
        commands: ['[profile 111111111111-user]', 'role_arn = arn:aws:iam::222222222222:role/jobs/etl'],
      },
    ]);
  });

  test('a machine’s profile is compared alike', () => {
    const wrong = changed('agreement-2026', 'x', changed('Ec2InstanceMetadata', 'Ec2', config(product)));
    expect(problemsOf(wrong, DATA, product).map(({ field }) => field)).toEqual([
      'credential_source',
      'external_id',
    ]);
  });
});

test('the handoff of any share is right as it is', () => {
  fc.assert(
    fc.property(validShare, (share) => {
      for (const grant of grantsOf(share)) {
        const config = readConfigText(new TextEncoder().encode(awsConfig(grant, share)));
        const all = { profiles: {}, ssoSessions: [], config };
        const { permissionSet, borrowedRole } = profileNames(grant);
        for (const name of [permissionSet, borrowedRole])
          expect(profileProblems(name, all, { grant, canRun })).toEqual([]);
      }
    }),
    { numRuns: cases(50) },
  );
});

test('a program can run if it is on PATH, or where its path says, in quotes or not', () => {
  expect(canRun('node --version')).toBe(true);
  expect(canRun(`"${process.execPath}" --version`)).toBe(true);
  expect(canRun('no-such-program-anywhere')).toBe(false);
  expect(canRun('/')).toBe(false);
  expect(canRun(__filename)).toBe(false);
});
