import { grantsOf } from '../../lib/share/grant';
import { sessionProbes } from '../../tools/verify/assume-role-probe';
import type { AwsClients } from '../../tools/verify/aws-clients';
import { diagnose } from '../../tools/verify/diagnosis';
import { probeVerdict, runProbes } from '../../tools/verify/run-probes';
import { walkthroughShare } from '../lib/walkthrough-share';

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
