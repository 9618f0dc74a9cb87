import { grantsOf } from '../../lib/share/grant';
import { assumeRoleProbe, sessionProbes } from '../../tools/verify/assume-role-probe';
import type { AwsClients } from '../../tools/verify/aws-clients';
import { diagnose } from '../../tools/verify/diagnosis';
import { probeVerdict, runProbes } from '../../tools/verify/run-probes';
import { NothingToTry, UnexpectedContent } from '../../tools/verify/outcome';
import { shareWith, walkthroughShare } from '../lib/walkthrough-share';

const ISSUED = new Date('2026-11-26T00:00:00Z');
const [GRANT] = grantsOf(walkthroughShare);
const situation = {
  grant: GRANT!,
  region: 'ap-northeast-1',
  profile: 'data',
  profiles: { profiles: {}, ssoSessions: [] },
  seedObjects: [],
  now: ISSUED,
};

/** What verify makes of a session that ends then. */
async function lengthOf(expiration: Date | undefined) {
  const probes = sessionProbes({ grant: GRANT!, now: () => ISSUED }, { sessionName: 's', expiration });
  const probe = probes.find(({ id }) => id === 'session-length')!;
  const clients = {} as AwsClients; // the answer is in hand
  const options = { timeout: 1000, concurrency: 1, signal: new AbortController().signal };
  const [result] = await runProbes([probe], () => clients, options);
  const { outcome, verdict } = result!;
  expect(probeVerdict(probe.expect, outcome)).toBe(verdict);
  const findings = verdict === 'as expected' ? [] : diagnose([{ hop: probe.hop, probe, outcome }], situation);
  return { verdict, findings };
}

const after = (minutes: number): Date => new Date(ISSUED.getTime() + minutes * 60_000);

// A profile may ask for less (duration_seconds), and a chained session is looked at after a part of it is over.
test.each([15, 59, 60, 64])('a session that ends in %d minutes is as promised', async (minutes) => {
  expect(await lengthOf(after(minutes))).toEqual({ verdict: 'as expected', findings: [] });
});

test('one of twelve hours is not', async () => {
  const { verdict, findings } = await lengthOf(after(720));
  expect(verdict).toBe('not as expected');
  expect(findings).toMatchObject([{ side: 'the company', exitCode: 1 }]);
});

test('pasted credentials do not say when they end: that is the profile’s, and no broken promise', async () => {
  const { verdict, findings } = await lengthOf(undefined);
  expect(verdict).toBe('could not tell');
  expect(findings).toMatchObject([
    {
      id: 'session-end-unknown',
      side: 'you',
      cause: 'profile "data" has the credentials of a session and does not say when the session ends',
      exitCode: 3,
    },
  ]);
});

describe('a session', () => {
  const never = new AbortController().signal;
  const sent: unknown[] = [];
  const clients = (answer: object): AwsClients => {
    const sts = {
      send: ({ input }: { input: object }, options: object) => {
        sent.push(input, options);
        return Promise.resolve(answer);
      },
    };
    return { sts } as unknown as AwsClients;
  };
  const Expiration = new Date('2026-11-26T01:00:00Z');
  const Credentials = { AccessKeyId: 'ASIA', SecretAccessKey: 'S', SessionToken: 'T', Expiration };
  const grantWith = (changes: Parameters<typeof shareWith>[0]) => grantsOf(shareWith(changes))[0]!;
  beforeEach(() => sent.splice(0));

  test('is asked for as it was agreed, and is left for what comes after', async () => {
    const grant = grantWith({ externalId: 'agreement-2026' });
    const { probe, session } = assumeRoleProbe({ grant, sessionName: 's', now: () => ISSUED });
    expect(session()).toBeUndefined();
    const answer = { Credentials };
    expect(await probe.run(clients(answer), never)).toBe('credentials were issued');
    expect(sent).toEqual([
      {
        RoleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
        RoleSessionName: 's',
        ExternalId: 'agreement-2026',
      },
      { abortSignal: never },
    ]);
    expect(session()).toEqual({
      keys: { accessKeyId: 'ASIA', secretAccessKey: 'S', sessionToken: 'T', expiration: Expiration },
      answer,
    });
  });

  test('without an ExternalId none is sent, and keys may come without their end', async () => {
    const { probe, session } = assumeRoleProbe({ grant: GRANT!, sessionName: 's', now: () => ISSUED });
    const keys = { AccessKeyId: 'ASIA', SecretAccessKey: 'S', SessionToken: 'T' };
    await probe.run(clients({ Credentials: keys }), never);
    expect(sent[0]).toStrictEqual({
      RoleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      RoleSessionName: 's',
    });
    expect(session()?.keys).toStrictEqual({
      accessKeyId: 'ASIA',
      secretAccessKey: 'S',
      sessionToken: 'T',
    });
  });

  test.each([
    {},
    { Credentials: { ...Credentials, AccessKeyId: undefined } },
    { Credentials: { ...Credentials, SecretAccessKey: undefined } },
    { Credentials: { ...Credentials, SessionToken: undefined } },
  ])('half of the keys are none: %j', async (answer) => {
    const { probe, session } = assumeRoleProbe({ grant: GRANT!, sessionName: 's', now: () => ISSUED });
    await expect(probe.run(clients(answer), never)).rejects.toThrow(/credentials/);
    expect(session()).toBeUndefined();
  });

  test('what is asked, and why', () => {
    const common = {
      id: 'assume-role',
      hop: 'assume the role',
      as: 'user',
      title: 'assume the role',
      action: 'sts:AssumeRole',
      harmless: 'only the probes use the session, and it is not kept',
    };
    const subject = { grant: GRANT!, sessionName: 's', now: () => ISSUED };
    expect(assumeRoleProbe(subject).probe).toMatchObject({
      ...common,
      expect: { outcome: 'success' },
      why: 'the permission set allows it, and the role trusts the account',
    });
    expect(assumeRoleProbe({ ...subject, mustBeDenied: 'the share ended' }).probe).toMatchObject({
      ...common,
      expect: { outcome: 'error', codes: ['AccessDenied'], lateCodes: [] },
      why: 'the share ended',
    });
  });

  describe('is of the role that was lent', () => {
    const WANTED = 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/s';
    const [arnProbe, lengthProbe] = sessionProbes(
      { grant: GRANT!, now: () => ISSUED },
      { sessionName: 's', expiration: after(45) },
    );

    test('the words', () => {
      expect(arnProbe).toMatchObject({
        id: 'assumed-arn',
        hop: 'assume the role',
        as: 'borrower',
        action: 'sts:GetCallerIdentity',
        expect: { outcome: 'success' },
        title: 'have the role’s identity',
        why: 'from here on, AWS sees the role of the company and no longer the vendor’s user',
        harmless: 'it only asks who the caller is',
      });
      expect(lengthProbe).toMatchObject({
        id: 'session-length',
        hop: 'assume the role',
        as: 'borrower',
        action: 'sts:GetCallerIdentity',
        expect: { outcome: 'success' },
        title: 'have a session of one hour at most',
        why: 'one hour is the maximum for role chaining',
        harmless: 'it only asks who the caller is',
      });
    });

    test('the same ARN', async () => {
      expect(await arnProbe!.run(clients({ Arn: WANTED }), never)).toBe(WANTED);
      expect(sent).toEqual([{}, { abortSignal: never }]);
      expect(await lengthProbe!.run(clients({}), never)).toBe('it ends in 45 minutes');
    });

    test('another is not what was promised; none is no answer', async () => {
      const other = await arnProbe!
        .run(clients({ Arn: 'arn:other' }), never)
        .catch((error: unknown) => error);
      expect(other).toBeInstanceOf(UnexpectedContent);
      expect(other).toHaveProperty('message', `the session is arn:other, and should be ${WANTED}`);
      const none = await arnProbe!.run(clients({}), never).catch((error: unknown) => error);
      expect(none).not.toBeInstanceOf(UnexpectedContent);
      expect(none).toHaveProperty(
        'message',
        `AWS does not say whose the session is, and it should be ${WANTED}`,
      );
    });
  });
});

test('a longer session is told in minutes, and one whose end is not known has nothing to try', async () => {
  const run = async (expiration: Date | undefined) => {
    const [, probe] = sessionProbes({ grant: GRANT!, now: () => ISSUED }, { sessionName: 's', expiration });
    return probe!.run({} as AwsClients, new AbortController().signal);
  };
  await expect(run(after(65))).resolves.toBe('it ends in 65 minutes');
  await expect(run(new Date(after(65).getTime() + 1))).rejects.toThrow(UnexpectedContent);
  await expect(run(after(90))).rejects.toThrow('the session lasts 90 minutes, and should last 60 at most');
  await expect(run(undefined)).rejects.toThrow(NothingToTry);
});
