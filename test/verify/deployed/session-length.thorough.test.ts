// tools/verify/deployed/read-role.ts and tools/verify/deployed/read-permission-set.ts
import { grantsOf } from '../../../lib/share/grant';
import { prove } from '../../../tools/proof/prove';
import { runVerification } from '../../../tools/verify/verification-run';
import { AS_PROMISED, lentRole, permissionSet, policy, share, templates, TRUST } from './deployed-share';
import { type Answers, fakeAws } from './fake-aws';

const aws = fakeAws();

async function exitCodeOf(answers: Answers, profile: string) {
  const [grant] = grantsOf(share);
  aws.become({ ...AS_PROMISED, ...answers });
  const { exitCode, deployed } = await runVerification({
    grant: grant!,
    share,
    profileNames: [profile],
    profiles: { profiles: { company: {}, center: {} }, ssoSessions: [] },
    connection: aws.connection,
    timeout: 10_000,
    concurrency: 6,
    deployed: { prove, templates: () => Promise.resolve({ stacks: templates }) },
    signal: new AbortController().signal,
    now: () => new Date('2026-11-26T00:00:00Z'),
    nonce: 'a1b2c3d4e5f60718',
  });
  return [exitCode, deployed?.proof.failures.map(({ headline }) => headline)];
}

/** One hour is promised, of the role (in seconds) and of the permission set (as ISO 8601 writes it). */
test.each([
  ['the role, an hour', 'company', { 'iam GetRole': lentRole(policy(TRUST), 3600) }, 0, []],
  [
    'the role, an hour and a second',
    'company',
    { 'iam GetRole': lentRole(policy(TRUST), 3601) },
    1,
    ['A session of VendorAccessRole may last 3601 seconds.'],
  ],
])('the live length of a session is read: %s', async (_, profile, answers, exitCode, failures) => {
  expect(await exitCodeOf(answers, profile)).toEqual([exitCode, failures]);
});

test('that of the permission set is read, too', async () => {
  const [exitCode, failures] = await exitCodeOf(
    { 'sso DescribePermissionSet': permissionSet('PT12H') },
    'center',
  );
  expect(exitCode).toBe(1);
  expect(failures).toEqual(['A sign-in through the permission set AllowAssumeCompanyRole lasts PT12H.']);
});
