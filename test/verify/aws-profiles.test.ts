import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tools/temporary-folder';
import {
  type AwsProfiles,
  profileProblem,
  type ProfileSettings,
  readAwsProfiles,
  signInCommand,
  signInProfile,
} from '../../tools/verify/aws-profiles';
import { readConfigText } from '../../tools/verify/config-text';

const { path: home, remove } = temporaryFolder('aws-profiles-test-');
const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});
afterAll(remove);

function atHome(files: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  process.env = { ...before, HOME: home };
  delete process.env['AWS_CONFIG_FILE'];
  delete process.env['AWS_SHARED_CREDENTIALS_FILE'];
  Object.assign(process.env, env);
  return readAwsProfiles();
}

const CONFIG = `[profile user]
sso_session = acme
region = eu-west-1

[sso-session acme]
sso_region = ap-northeast-1
`;
const KEYS = `[user]
region = us-east-1
[ci]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
`;

describe('the files', () => {
  test('both are read; sso-session sections stand apart, and the credentials file counts more', async () => {
    const { profiles, ssoSessions, config } = await atHome({
      '.aws/config': CONFIG,
      '.aws/credentials': KEYS,
    });
    expect(profiles).toEqual({
      user: { sso_session: 'acme', region: 'us-east-1' },
      ci: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE' },
    });
    expect(ssoSessions).toEqual(['acme']);
    expect(config?.sections.map(({ header }) => header)).toEqual(['[profile user]', '[sso-session acme]']);
  });

  test('they are read again each time', async () => {
    await atHome({ '.aws/config': CONFIG });
    const { profiles } = await atHome({ '.aws/config': '[profile other]\nregion = x\n' });
    expect(Object.keys(profiles)).toContain('other');
  });

  test('AWS_CONFIG_FILE names another, from the home folder with ~', async () => {
    const other = '[profile other]\nregion = x\n';
    const elsewhere = await atHome({ 'else/config': other }, { AWS_CONFIG_FILE: join(home, 'else/config') });
    expect(elsewhere.config?.sections.map(({ name }) => name)).toEqual(['other']);
    const tilde = await atHome({ 'else/config': other }, { AWS_CONFIG_FILE: '~/else/config' });
    expect(tilde.config?.sections.map(({ name }) => name)).toEqual(['other']);
  });

  test('a file that is not there has nothing, and says so', async () => {
    const read = await atHome(
      {},
      { AWS_CONFIG_FILE: join(home, 'none'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'none') },
    );
    expect(read).toStrictEqual({ profiles: {}, ssoSessions: [] });
  });
});

function all(
  profiles: Readonly<Record<string, ProfileSettings>>,
  ssoSessions: readonly string[] = ['acme'],
  config?: string,
): AwsProfiles {
  const text = config === undefined ? {} : { config: readConfigText(new TextEncoder().encode(config)) };
  return { profiles, ssoSessions, ...text };
}

const SSO = { sso_session: 'acme', sso_account_id: '222222222222', sso_role_name: 'Reads' };

describe('what is wrong with a profile before AWS is asked:', () => {
  test.each<[string, AwsProfiles, string]>([
    ['no profile at all', all({}), 'there is no profile "p": the AWS config has no profile at all'],
    [
      'others',
      all({ user: {}, data: {} }),
      'there is no profile "p" in the AWS config; there are user, data',
    ],
    [
      'no such sso-session',
      all({ p: SSO }, ['other']),
      'profile "p" says sso_session = acme, and there is no section [sso-session acme]',
    ],
    [
      'no account',
      all({ p: { ...SSO, sso_account_id: undefined } }),
      'profile "p" has an sso_session but no sso_account_id',
    ],
    [
      'no permission set',
      all({ p: { ...SSO, sso_role_name: undefined } }),
      'profile "p" has an sso_session but no sso_role_name',
    ],
    [
      'a role and nobody to assume it',
      all({ p: { role_arn: 'arn' } }),
      'profile "p" has a role_arn but no source_profile to assume it with',
    ],
    [
      'the profile that it begins with is not there',
      all({ p: { role_arn: 'arn', source_profile: 'user' } }),
      'there is no profile "user" in the AWS config; there are p',
    ],
  ])('%s', (_, profiles, problem) => {
    expect(profileProblem('p', profiles)).toBe(problem);
  });

  test('a section that is there and that no AWS client finds', () => {
    const glued = 'region = x[profile p]\n';
    expect(profileProblem('p', all({}, [], `[default]\n${glued}`))).toBe(
      '[profile p] stands at the end of line 2 of the AWS config, behind something else, so no AWS client reads it as a section',
    );
    const session = '[profile p]\nregion = x[sso-session acme]\n';
    expect(profileProblem('p', all({ p: SSO }, [], session))).toBe(
      'profile "p" says sso_session = acme, and [sso-session acme] stands at the end of line 2 of the AWS config, behind something else, so no AWS client reads it as a section',
    );
  });

  test.each<[string, AwsProfiles]>([
    ['keys', all({ p: {} })],
    ['a sign-in', all({ p: SSO })],
    ['a sign-in as it was before sso-session', all({ p: { sso_start_url: 'https://x' } })],
    ['a role that a sign-in assumes', all({ p: { role_arn: 'arn', source_profile: 'user' }, user: SSO })],
    ['a role that the instance assumes', all({ p: { role_arn: 'arn', credential_source: 'Environment' } })],
    ['a role of a web identity', all({ p: { role_arn: 'arn', web_identity_token_file: '/t' } })],
    ['a role that its own keys assume', all({ p: { role_arn: 'arn', source_profile: 'p' } })],
  ])('nothing: %s', (_, profiles) => {
    expect(profileProblem('p', profiles)).toBeUndefined();
  });
});

describe('who signs in', () => {
  const chain = all({
    data: { role_arn: 'a', source_profile: 'middle' },
    middle: { role_arn: 'b', source_profile: 'user' },
    user: SSO,
    lost: { source_profile: 'gone' },
    one: { source_profile: 'two' },
    two: { source_profile: 'one' },
    itself: { source_profile: 'itself' },
  });

  test.each([
    ['data', 'user'],
    ['middle', 'user'],
    ['user', 'user'],
    ['lost', 'gone'],
    ['one', 'two'],
    ['two', 'one'],
    ['itself', 'itself'],
    ['nobody', 'nobody'],
  ])('%s begins with %s', (name, start) => {
    expect(signInProfile(name, chain)).toBe(start);
  });

  test.each<[ProfileSettings | undefined, string]>([
    [SSO, 'aws sso login --profile user'],
    [{ sso_start_url: 'https://x' }, 'aws sso login --profile user'],
    [{ login_session: 'arn:aws:iam::222222222222:user/alice' }, 'aws login --profile user'],
    [{ aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE' }, 'aws configure --profile user'],
    [undefined, 'aws configure --profile user'],
  ])('%j: %s', (user, command) => {
    const profiles = all({ p: { source_profile: 'user' }, ...(user && { user }) });
    expect(signInCommand('p', profiles)).toBe(command);
  });
});
