import { NoSuchKey, NotFound } from '@aws-sdk/client-s3';
import { ServiceException } from '@smithy/core/client';
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import type { AwsClients, Connection } from '../../tools/verify/aws-clients';
import { Secrets } from '../../tools/verify/secrets';
import {
  exitCodeOf,
  isSignedIn,
  type Verification,
  verify,
  type VerifyInput,
} from '../../tools/verify/verify';
import { shareWith } from '../lib/walkthrough-share';

const COMPANY = '111111111111';
const VENDOR = '222222222222';
const SET = 'AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef';
const USER = `arn:aws:sts::${VENDOR}:assumed-role/${SET}/alice`;
const BORROWER = `arn:aws:sts::${COMPANY}:assumed-role/VendorAccessRole/vendor-share-verify`;
const NOW = new Date('2026-11-26T00:00:00Z');
const inAnHour = new Date('2026-11-26T01:00:00Z');
const agreed = (changes: Partial<Vendor> = {}): Share =>
  shareWith({ externalId: 'agreement-2026', ...changes });

type Keys = 'user' | 'borrower';
type Answer = (keys: Keys, input: Readonly<Record<string, unknown>>) => unknown;

function denied(): Error {
  const $metadata = { httpStatusCode: 403, requestId: 'A1B2C3' };
  return new ServiceException({
    name: 'AccessDenied',
    $fault: 'client',
    $metadata,
    message: 'Access Denied',
  });
}
const tooLong = (): Error =>
  Object.assign(denied(), { name: 'ValidationError', $metadata: { httpStatusCode: 400, requestId: 'A1' } });
const LENT = {
  AccessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  SessionToken: 'token',
  Expiration: inAnHour,
};
const missing = (): Error =>
  new NotFound({ $metadata: { httpStatusCode: 404, requestId: 'A1' }, message: '' });
const noKey = (): Error =>
  new NoSuchKey({ $metadata: { httpStatusCode: 404, requestId: 'A1' }, message: '' });

/** An AWS where all is as promised: by the name of the command; what is not here is denied. */
function asPromised(arn: string): Record<string, Answer> {
  const bucket = 'company-shared-data-bucket-12345';
  const content = new TextEncoder().encode('confidential data\n');
  const shared: (answer: (key: unknown) => unknown) => Answer = (answer) => (keys, input) =>
    keys === 'borrower' && input['Bucket'] === bucket ? answer(input['Key']) : denied();
  return {
    GetCallerIdentity: (keys) => {
      const who = keys === 'user' ? arn : BORROWER;
      return { Arn: who, Account: who.split(':')[4] };
    },
    AssumeRole: (keys, input) => {
      if (keys === 'borrower' || input['ExternalId'] !== 'agreement-2026') return denied();
      return input['DurationSeconds'] === undefined ? { Credentials: LENT } : tooLong();
    },
    ListObjectsV2: shared(() => ({ KeyCount: 1 })),
    HeadObject: shared(missing),
    GetObject: shared((key) =>
      key === 'test-data.txt' ? { Body: { transformToByteArray: () => Promise.resolve(content) } } : noKey(),
    ),
  };
}

interface Asked {
  readonly share?: Share;
  readonly profile?: string;
  /** Who the profile is. */
  readonly arn?: string;
  /** What AWS says otherwise than promised. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly input?: Partial<VerifyInput>;
  /** When the keys of the profile itself end. */
  readonly expiration?: Date;
}

async function verified({
  share = agreed(),
  profile = 'user',
  arn = USER,
  answers,
  input,
  expiration,
}: Asked) {
  const calls: string[] = [];
  const inputs: Record<string, unknown> = {};
  const keysGiven: unknown[] = [];
  const all = { ...asPromised(arn), ...answers };
  const clients = (keys: Keys): AwsClients => {
    const client = {
      send: (command: { constructor: { name: string }; input: Readonly<Record<string, unknown>> }) => {
        const name = command.constructor.name.replace(/Command$/, '');
        calls.push(`${keys} ${name}`);
        inputs[name] ??= command.input;
        const answer = (all[name] ?? denied)(keys, command.input);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    };
    const credentials = () => Promise.resolve({ accessKeyId: 'A', secretAccessKey: 'S', expiration });
    return { sts: client, s3: client, iam: client, credentials } as unknown as AwsClients;
  };
  const connection: Connection = {
    asProfile: () => clients('user'),
    withKeys: (...given) => {
      keysGiven.push(...given);
      return clients('borrower');
    },
    secrets: new Secrets(),
    close: () => undefined,
  };
  const [grant] = grantsOf(share);
  const result = await verify({
    grant: grant!,
    share,
    profile,
    profiles: { profiles: { user: {}, data: { source_profile: 'user' } }, ssoSessions: [] },
    connection,
    timeout: 5000,
    concurrency: 4,
    signal: new AbortController().signal,
    now: () => NOW,
    nonce: 'a1b2c3d4e5f60718',
    ...input,
  });
  return { result, calls, inputs, keysGiven };
}

const tried = ({ results }: Verification) => results.map(({ probe: { id } }) => id);
const notAsExpected = ({ results }: Verification) =>
  results.flatMap(({ probe: { id }, verdict }) => (verdict === 'as expected' ? [] : [`${id}: ${verdict}`]));
const left = ({ notTried }: Verification) =>
  notTried.map(({ probes, because }) => `${probes.map(({ as }) => as).join(' ')}: ${because}`);
const ids = ({ findings }: Verification) => findings.map(({ id, exitCode }) => `${id} ${exitCode}`);

const AS_BORROWER = 18;
const AS_USER = 4;
const EVERYTHING = `${[...Array<string>(AS_BORROWER).fill('borrower'), ...Array<string>(AS_USER).fill('user')].join(' ')}`;

describe('a vendor user', () => {
  test('assumes the role, and everything is tried with the keys that it is meant for', async () => {
    const { result, calls, inputs, keysGiven } = await verified({});

    expect(result.who).toEqual({ account: VENDOR, arn: USER, role: 'vendor user' });
    expect(result.profile).toBe('user');
    expect(notAsExpected(result)).toEqual([]);
    expect(result.findings).toEqual([]);
    expect(result.notTried).toEqual([]);
    expect(tried(result).slice(0, 5)).toEqual([
      'assume-role',
      'assumed-arn',
      'session-length',
      'list-objects',
      'get-object',
    ]);
    expect(result.results.map(({ probe: { as } }) => as)).toEqual([
      'user',
      'borrower',
      'borrower',
      ...EVERYTHING.split(' '),
    ]);
    expect(inputs['AssumeRole']).toEqual({
      RoleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      RoleSessionName: 'vendor-share-verify',
      ExternalId: 'agreement-2026',
    });
    expect(keysGiven).toEqual([
      {
        accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        sessionToken: 'token',
        expiration: inAnHour,
      },
      'user',
    ]);
    expect(calls.slice(0, 2)).toEqual(['user GetCallerIdentity', 'user AssumeRole']);
    expect(calls).toContain('user ListObjectsV2'); // without the role: it must be denied
    expect(calls).toContain('borrower ListObjectsV2');
    expect(calls).toContain('borrower GetCallerIdentity');
  });

  test('tells how far it is', async () => {
    const steps: string[] = [];
    await verified({ input: { onProgress: (done, all) => steps.push(`${done}/${all}`) } });
    const all = 2 + AS_BORROWER + AS_USER;
    expect(steps).toEqual(['1/1', ...Array.from({ length: all }, (_, place) => `${place + 1}/${all}`)]);
  });

  test('who may not assume the role has tried nothing else', async () => {
    const { result, calls } = await verified({ answers: { AssumeRole: denied } });
    expect(tried(result)).toEqual(['assume-role']);
    expect(left(result)).toEqual([`${EVERYTHING}: the role could not be assumed`]);
    expect(result.findings).toMatchObject([{ hop: 'assume the role', probes: ['assume-role'], exitCode: 1 }]);
    expect(calls).toEqual(['user GetCallerIdentity', 'user AssumeRole']);
  });

  test('an answer without credentials is no session', async () => {
    const { result } = await verified({ answers: { AssumeRole: () => ({}) } });
    expect(left(result)).toEqual([`${EVERYTHING}: the role could not be assumed`]);
    expect(notAsExpected(result)).toEqual(['assume-role: could not tell']);
  });

  test('what is wrong is found, with the probes that showed it', async () => {
    const { result } = await verified({
      answers: {
        PutObject: () => ({}),
        GetObject: denied,
        GetCallerIdentity: (keys) => ({ Arn: keys, Account: VENDOR }),
      },
    });
    expect(ids(result)).toContain('role-too-wide 1');
    expect(notAsExpected(result)).toContain('get-object: not as expected');
    expect(notAsExpected(result)).toContain('put-object: not as expected');
    expect(notAsExpected(result)).toContain('assumed-arn: not as expected');
  });
});

describe('after the end of the share', () => {
  const share = agreed({ until: '2026-11-26T00:00:00Z' });
  const because = 'the share ended on 2026-11-26T00:00:00Z (26 November 2026, 00:00 UTC)';

  test('AssumeRole must be denied, and there is nothing more to know', async () => {
    const { result } = await verified({ share, answers: { AssumeRole: denied } });
    expect(notAsExpected(result)).toEqual([]);
    expect(result.results[0]?.probe.why).toBe(because);
    expect(result.notTried).toEqual([]);
    expect(result.findings).toEqual([]);
  });

  test('where it is allowed the promise is broken, and the session is not used', async () => {
    const { result, calls } = await verified({ share });
    expect(ids(result)).toEqual(['door-open 1']);
    expect(result.notTried).toEqual([]);
    expect(calls).toEqual(['user GetCallerIdentity', 'user AssumeRole']);
  });
});

describe('somebody else of the vendor’s', () => {
  const arn = `arn:aws:iam::${VENDOR}:user/bob`;

  test('may walk where the whole account is trusted', async () => {
    const { result } = await verified({ arn });
    expect(result.who?.role).toBe('vendor principal');
    expect(result.notTried).toEqual([]);
    expect(ids(result)).toEqual([]);
  });

  test.each([
    [
      'permission-set' as const,
      'only users of permission set AllowAssumeCompanyRole may assume the role, and this profile is not one of them',
    ],
    [
      [`arn:aws:iam::${VENDOR}:role/ci/Reader`, `arn:aws:iam::${VENDOR}:user/robot`],
      'only role Reader and user robot may assume the role, and this profile is not one of them',
    ],
  ])('must be denied where only others may: %j', async (borrowers, because) => {
    const share = agreed({ borrowers });
    const { result } = await verified({ share, arn, answers: { AssumeRole: denied } });
    expect(notAsExpected(result)).toEqual([]);
    expect(result.results[0]?.probe.why).toBe(because);
    expect(left(result)).toEqual([`${EVERYTHING}: ${because}`]);

    const reads = await verified({
      share,
      arn,
      answers: { AssumeRole: denied },
      input: { readsDeployed: true },
    });
    expect(reads.result.notTried).toEqual([]);
    expect(tried(reads.result)).toEqual(['assume-role']);
  });

  test('that is allowed all the same has found an open door', async () => {
    const { result, calls } = await verified({ share: agreed({ borrowers: 'permission-set' }), arn });
    expect(ids(result)).toEqual(['door-open 1']);
    expect(calls).not.toContain('borrower ListObjectsV2');
  });
});

test('whoever reads what is deployed is told what was not assumed all the same', async () => {
  const { result } = await verified({ answers: { AssumeRole: denied }, input: { readsDeployed: true } });
  expect(left(result)).toEqual([`${EVERYTHING}: the role could not be assumed`]);
});

describe('a profile that has assumed the role already', () => {
  const chained = { profile: 'data', arn: BORROWER, expiration: inAnHour } as const;
  /** Its own keys are the borrower’s. */
  const answers = Object.fromEntries(
    Object.entries(asPromised(BORROWER)).map(([name, answer]): [string, Answer] => [
      name,
      (_keys, input) => (name === 'AssumeRole' ? denied() : answer('borrower', input)),
    ]),
  );

  test('is tried as it is; what needs the user’s own keys is not', async () => {
    const { result, calls } = await verified({ ...chained, answers });
    expect(result.who).toEqual({ account: COMPANY, arn: BORROWER, role: 'borrower' });
    expect(notAsExpected(result)).toEqual([]);
    expect(tried(result).slice(0, 3)).toEqual(['assumed-arn', 'session-length', 'list-objects']);
    expect(result.results).toHaveLength(2 + AS_BORROWER);
    expect(left(result)).toEqual([
      'user user user user: profile data has assumed the role already; --profile user also tries to assume it',
    ]);
    expect(calls).not.toContain('user AssumeRole'); // the role may not assume itself
  });

  test('is compared with the session’s own name and end', async () => {
    const arn = BORROWER.replace('vendor-share-verify', 'Vendor-222222222222');
    const other = { ...answers, GetCallerIdentity: () => ({ Arn: arn, Account: COMPANY }) };
    const { result } = await verified({ profile: 'data', arn, answers: other });
    expect(notAsExpected(result)).toEqual(['session-length: could not tell']);
    expect(result.results[0]?.outcome).toEqual({ kind: 'done', saw: arn });
  });
});

describe('a profile of another account', () => {
  const because = (account: string) =>
    `profile user is of account ${account}, and the walkthrough is for account 222222222222 or 333333333333`;
  const share = agreed({ account: [VENDOR, '333333333333'] });
  const company = `arn:aws:iam::${COMPANY}:user/admin`;
  const stranger = 'arn:aws:iam::999999999999:user/eve';

  test.each([
    [company, COMPANY, ', or add --deployed to read with this profile what is deployed'],
    [stranger, '999999999999', ''],
  ])('%s: nothing is tried', async (arn, account, orDeployed) => {
    const { result, calls } = await verified({ share, arn });
    expect(result.results).toEqual([]);
    expect(left(result)).toEqual([`${EVERYTHING}: ${because(account)}`]);
    expect(result.who).toMatchObject({ account, arn });
    expect(result.findings).toEqual([
      {
        id: 'wrong-account',
        hop: 'sign in',
        side: 'you',
        cause: because(account),
        todo: `use the profile of the vendor user (npm run handoff -- --config prints it)${orDeployed}`,
        commands: [],
        probes: [],
        exitCode: 2,
      },
    ]);
    expect(calls).toEqual(['user GetCallerIdentity']);
  });

  test('that reads what is deployed is no mistake; a stranger’s is', async () => {
    const input = { readsDeployed: true };
    const { result } = await verified({ share, arn: company, input });
    expect(result).toEqual({
      profile: 'user',
      who: { account: COMPANY, arn: company, role: 'company principal' },
      results: [],
      notTried: [],
      findings: [],
    });
    expect(ids((await verified({ share, arn: stranger, input })).result)).toEqual(['wrong-account 2']);
  });
});

describe('before AWS is asked', () => {
  const config = (role: string) => ({
    profiles: {
      profiles: { user: { sso_session: 'acme', sso_account_id: VENDOR, sso_role_name: role } },
      ssoSessions: ['acme'],
    },
  });

  test.each([
    ['sso_role_name', 'AllowAssumeCompanyRoles', VENDOR],
    ['sso_account_id', 'AllowAssumeCompanyRole', '222222222223'],
  ])('another %s is the reader’s', async (_field, sso_role_name, sso_account_id) => {
    const settings = { sso_session: 'acme', sso_account_id, sso_role_name };
    const profiles = { profiles: { user: settings }, ssoSessions: ['acme'] };
    const { result, calls } = await verified({ input: { profiles } });
    expect(calls).toEqual([]);
    expect(result).toMatchObject({ profile: 'user', results: [], notTried: [] });
    expect(result).not.toHaveProperty('who');
    expect(result.findings[0]).toMatchObject({
      id: 'wrong-permission-set',
      hop: 'sign in',
      side: 'you',
      probes: [],
      exitCode: 2,
    });
    expect(result.findings[0]?.cause).toContain(sso_role_name);
    expect(result.findings[0]?.todo).not.toBe('');
    expect(result.findings[0]?.commands.length).toBeGreaterThan(0);
  });

  test('so is every other difference', async () => {
    const data = { source_profile: 'user', role_arn: 'arn:aws:iam::111111111111:role/VendorAccessRol' };
    const { profiles } = config('AllowAssumeCompanyRole');
    const both = { ...profiles, profiles: { ...profiles.profiles, data } };
    const { result } = await verified({ profile: 'data', input: { profiles: both } });
    expect(ids(result)).toEqual(['bad-profile 2', 'bad-profile 2']); // and no external_id
  });

  test('a profile that is not there', async () => {
    const { result, calls } = await verified({ profile: 'gone' });
    expect(ids(result)).toEqual(['bad-profile 2']);
    expect(result.findings[0]?.cause).toBe(
      'there is no profile "gone" in the AWS config; there are user, data',
    );
    expect(calls).toEqual([]);
  });
});

test('who cannot sign in has tried nothing', async () => {
  const expired = () => Object.assign(new Error('Token is expired'), { name: 'CredentialsProviderError' });
  const { result } = await verified({ answers: { GetCallerIdentity: expired } });
  expect(ids(result)).toEqual(['expired 3']);
  expect(result).toMatchObject({ profile: 'user', results: [], notTried: [] });
  expect(result).not.toHaveProperty('who');
});

test('the command ends as the worst that was found; what was not tried is not known', () => {
  const one = (codes: readonly number[], notTried = 0) =>
    ({
      findings: codes.map((exitCode) => ({ exitCode })),
      notTried: Array.from({ length: notTried }, () => ({ probes: [], because: '' })),
    }) as unknown as Verification;
  expect(exitCodeOf([])).toBe(0);
  expect(exitCodeOf([one([])])).toBe(0);
  expect(exitCodeOf([one([0])])).toBe(0);
  expect(exitCodeOf([one([3, 2])])).toBe(2);
  expect(exitCodeOf([one([3]), one([1]), one([2])])).toBe(1);
  expect(exitCodeOf([one([], 1)])).toBe(3);
  expect(exitCodeOf([one([]), one([2], 1)])).toBe(2);
});

test('only who has clients is signed in', () => {
  const clients = {} as AwsClients;
  expect(isSignedIn({ profile: 'p', account: '', arn: '', role: 'stranger', clients })).toBe(true);
  const failure = { kind: 'failed', how: 'network', code: '', message: '' } as const;
  expect(isSignedIn({ profile: 'p', failure })).toBe(false);
});
