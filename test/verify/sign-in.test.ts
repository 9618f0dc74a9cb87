import { grantsOf } from '../../lib/share/grant';
import type { Vendor } from '../../lib/share/share';
import type { AwsClients, Connection } from '../../tools/verify/aws-clients';
import type { AwsProfiles, ProfileSettings } from '../../tools/verify/aws-profiles';
import type { Failure } from '../../tools/verify/outcome';
import { Secrets } from '../../tools/verify/secrets';
import { roleOf, signIn, whoIsSilent } from '../../tools/verify/sign-in';
import { acme, shareWith } from '../lib/walkthrough-share';

const VENDOR = '222222222222';
const HEX = '0123456789abcdef';

function grantOf(changes: Partial<Vendor> = {}) {
  const [grant] = grantsOf(shareWith(changes));
  return grant!;
}

describe('who a profile is', () => {
  const session = (account: string, role: string) => `arn:aws:sts::${account}:assumed-role/${role}/alice`;
  const ofSet = (set: string, hex = HEX, account = VENDOR) =>
    session(account, `AWSReservedSSO_${set}_${hex}`);

  test.each([
    [ofSet('AllowAssumeCompanyRole'), 'vendor user'],
    [ofSet('AllowAssumeCompanyRole').replace('arn:aws:', 'arn:aws-us-gov:'), 'vendor user'],
    [ofSet('AllowAssumeCompanyRole', 'deadbeefdeadbee'), 'vendor principal'],
    [ofSet('AllowAssumeCompanyRole', `${HEX}0`), 'vendor principal'],
    [ofSet('AllowAssumeCompanyRole', HEX.toUpperCase()), 'vendor principal'],
    [ofSet('AllowAssumeCompanyRole', `x${HEX}`), 'vendor principal'],
    [ofSet('AllowAssumeCompanyRoles'), 'vendor principal'],
    [session(VENDOR, `XAWSReservedSSO_AllowAssumeCompanyRole_${HEX}`), 'vendor principal'],
    [`${ofSet('AllowAssumeCompanyRole')}/more`, 'vendor principal'],
    [`x${ofSet('AllowAssumeCompanyRole')}`, 'vendor principal'],
    [`arn:aws:iam::${VENDOR}:root`, 'vendor principal'],
    [session('111111111111', 'VendorAccessRole'), 'borrower'],
    [session('111111111111', 'VendorAccessRoles'), 'company principal'],
    ['arn:aws:iam::111111111111:role/VendorAccessRole', 'company principal'],
    [ofSet('AllowAssumeCompanyRole', HEX, '444444444444'), 'stranger'],
    ['', 'stranger'],
  ])('%s: %s', (arn, role) => {
    expect(roleOf({ account: arn.split(':')[4] ?? '', arn }, grantOf())).toBe(role);
  });

  test('Identity Center may be run by another account', () => {
    const { account, identityCenter } = acme;
    const grant = grantOf({ account, identityCenter });
    const of = (id: string) => roleOf({ account: id, arn: `arn:aws:iam::${id}:user/admin` }, grant);
    expect(of('444444444444')).toBe('identity center principal');
    expect(of('333333333333')).toBe('vendor principal');
    expect(of('222222222222')).toBe('stranger');
  });

  test('where roles and users are named, nobody else is a user', () => {
    const borrowers = [
      `arn:aws:iam::${VENDOR}:role/ci/Reader`,
      `arn:aws:iam::${VENDOR}:user/robot`,
      'arn:aws:iam::333333333333:role/Other',
    ];
    const grant = grantOf({ account: [VENDOR, '333333333333'], borrowers });
    const of = (arn: string) => roleOf({ account: arn.split(':')[4] ?? '', arn }, grant);
    expect(of(session(VENDOR, 'Reader'))).toBe('vendor user');
    expect(of(`arn:aws:iam::${VENDOR}:user/robot`)).toBe('vendor user');
    expect(of(session('333333333333', 'Other'))).toBe('vendor user');
    expect(of(session('333333333333', 'Reader'))).toBe('vendor principal');
    expect(of(session(VENDOR, 'robot'))).toBe('vendor principal');
    expect(of(`arn:aws:iam::${VENDOR}:user/Reader`)).toBe('vendor principal');
    expect(of(ofSet('AllowAssumeCompanyRole'))).toBe('vendor principal');
  });
});

const silent: Failure = {
  kind: 'failed',
  how: 'timeout',
  code: 'TimeoutError',
  message: 'no answer within 5 s',
};

function profiles(settings: Readonly<Record<string, ProfileSettings>>): AwsProfiles {
  return { profiles: settings, ssoSessions: [] };
}

describe('who is silent', () => {
  const program = profiles({
    data: { source_profile: 'user' },
    user: { credential_process: '"/opt/my tool" x' },
  });
  const asked = (has?: boolean) => (has === undefined ? {} : { hasAskedForKeys: () => has });

  test.each(['user', 'data'])('the program of the profile %s, where nobody was asked', (name) => {
    expect(whoIsSilent(silent, name, program, asked(false))).toEqual({
      kind: 'failed',
      how: 'program',
      code: 'ProgramHangs',
      message: '/opt/my tool: no answer within 5 s',
    });
  });

  test.each<[string, Failure, AwsProfiles, { hasAskedForKeys?: () => boolean }]>([
    ['somebody was asked', silent, program, asked(true)],
    ['it is not known', silent, program, asked()],
    ['it was something else', { ...silent, code: 'Interrupted' }, program, asked(false)],
    ['there is no program', silent, profiles({ user: {} }), asked(false)],
    ['there is no profile', silent, profiles({}), asked(false)],
  ])('AWS, where %s', (_, failure, all, clients) => {
    expect(whoIsSilent(failure, 'user', all, clients)).toBe(failure);
  });
});

describe('signing in', () => {
  const asked: string[] = [];
  const connection = (send: () => Promise<object>): Connection => ({
    asProfile: (profile) => {
      asked.push(profile);
      const clients = { sts: { send }, hasAskedForKeys: () => false };
      return clients as unknown as AwsClients;
    },
    withKeys: () => {
      throw new Error('nobody has keys');
    },
    secrets: new Secrets(),
    close: () => undefined,
  });
  const io = (send: () => Promise<object>, settings: ProfileSettings | undefined = {}) => ({
    connection: connection(send),
    profiles: profiles(settings === undefined ? {} : { user: settings }),
    timeout: 20,
    signal: new AbortController().signal,
  });
  beforeEach(() => asked.splice(0));

  test('says who it is', async () => {
    const Arn = `arn:aws:iam::${VENDOR}:user/bob`;
    const who = await signIn(
      'user',
      grantOf(),
      io(() => Promise.resolve({ Account: VENDOR, Arn })),
    );
    expect(who).toMatchObject({ profile: 'user', account: VENDOR, arn: Arn, role: 'vendor principal' });
    expect(asked).toEqual(['user']);
  });

  test('an answer that names nobody is a stranger’s', async () => {
    const who = await signIn(
      'user',
      grantOf(),
      io(() => Promise.resolve({})),
    );
    expect(who).toMatchObject({ account: '', arn: '', role: 'stranger' });
  });

  test('a profile with a mistake asks nobody', async () => {
    const failure = {
      kind: 'failed',
      how: 'not-signed-in',
      code: 'BadProfile',
      message: 'there is no profile "gone" in the AWS config; there are user',
    };
    const never = () => Promise.reject(new Error('asked'));
    expect(await signIn('gone', grantOf(), io(never))).toEqual({ profile: 'gone', failure });
    expect(asked).toEqual([]);
  });

  test('AWS’s no is kept; and where it is the program that hangs, that is said', async () => {
    const expired = () =>
      Promise.reject(Object.assign(new Error('Token is expired'), { name: 'CredentialsProviderError' }));
    expect(await signIn('user', grantOf(), io(expired))).toMatchObject({
      profile: 'user',
      failure: { how: 'not-signed-in', message: 'Token is expired' },
    });
    const hangs = () => new Promise<never>(() => {});
    expect(await signIn('user', grantOf(), io(hangs, { credential_process: 'tool' }))).toMatchObject({
      failure: { how: 'program', code: 'ProgramHangs', message: 'tool: no answer within 0.02 s' },
    });
  });
});
