import { grantsOf } from '../../lib/share/grant';
import { share } from '../../parameters';
import type { AccessInventory } from '../../tools/proof/templates/inventory';
import type { ProofReport, ProofVerdict } from '../../tools/proof/report/report';
import type { DeployedReading } from '../../tools/verify/deployed/read-deployed';
import { Secrets } from '../../tools/verify/secrets';
import { runVerification } from '../../tools/verify/verification-run';

const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE//token';

let mockReading: Partial<DeployedReading>;
jest.mock('../../tools/verify/deployed/read-deployed', () => ({
  readDeployed: () => Promise.resolve({ inventory: {}, ...mockReading }),
}));
jest.mock('../../tools/verify/repairs', () => ({ repairsOf: () => [] }));

let mockWalked: number | Error;
jest.mock('../../tools/verify/verify', () => ({
  ...jest.requireActual<object>('../../tools/verify/verify'),
  verify: () =>
    mockWalked instanceof Error
      ? Promise.reject(mockWalked)
      : Promise.resolve({ profile: 'p', results: [], notTried: [], findings: [{ exitCode: mockWalked }] }),
}));

async function run(walked: number | Error, deployed?: { verdict: ProofVerdict; reading: object }) {
  mockWalked = walked;
  mockReading = {
    read: ['company'],
    notRead: [],
    stacks: [],
    ...deployed?.reading,
  };
  const secrets = new Secrets();
  secrets.know(TOKEN);
  const [grant] = grantsOf(share);
  return runVerification({
    grant: grant!,
    share,
    profileNames: ['p'],
    profiles: { profiles: {}, ssoSessions: [] },
    connection: { asProfile: never, withKeys: never, close: never, secrets },
    timeout: 1,
    concurrency: 1,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-26T00:00:00Z'),
    nonce: 'a1b2c3d4e5f60718',
    ...(deployed && {
      deployed: {
        prove: (_inventory: AccessInventory) =>
          ({ verdict: deployed.verdict, failures: [], refusals: [] }) as Partial<ProofReport> as ProofReport,
        templates: () => Promise.resolve({ stacks: [] }),
      },
    }),
  });
}

const never = () => {
  throw new Error('nobody is asked');
};

/** Nobody signs in: what was read is given. */
const whole = {};
const half = { notRead: [{ what: 'the key', why: 'not allowed' }] };
const nothing = { read: [] };
const other = { stacks: [{ result: 'differs' }] };

// 0 as promised, 1 broken, 2 wrong usage or not decided, 3 could not tell. Broken is the worst, then 2, then 3.
test.each<[number, ProofVerdict, object, number]>([
  [0, 'holds', whole, 0],
  [0, 'broken', whole, 1],
  [0, 'not decided', whole, 2],
  [1, 'holds', whole, 1],
  [2, 'holds', whole, 2],
  [3, 'holds', whole, 3],
  [1, 'not decided', whole, 1],
  [3, 'not decided', whole, 2],
  [3, 'broken', whole, 1],
  [2, 'broken', half, 1],
  [0, 'holds', half, 3],
  [0, 'holds', nothing, 3],
  [0, 'holds', other, 2],
  [3, 'holds', other, 2],
  [0, 'not decided', half, 2],
  [0, 'broken', other, 1],
])('the walk ends with %i, what is deployed %s, read %j: %i', async (walked, verdict, reading, exitCode) => {
  // Signing in fails before anything is sent: the profile is in no file.
  expect((await run(walked, { verdict, reading })).exitCode).toBe(exitCode);
});

test.each([0, 1, 2, 3])('without --deployed it ends as the walk does: %i', async (walked) => {
  expect((await run(walked)).exitCode).toBe(walked);
});

test('nothing that was read has a secret in it', async () => {
  const reading = { notRead: [{ what: 'the key', why: `AccessDenied, for ${TOKEN}` }] };
  const result = await run(0, { verdict: 'holds', reading });
  expect(JSON.stringify(result)).toContain('AccessDenied, for (secret)');
});

test('nor has an error that nobody expected, nor what it came of', async () => {
  const unexpected = new Error(`cannot read ${TOKEN}`, { cause: new Error(`got ${TOKEN}`) });
  const error: unknown = await run(unexpected).catch((thrown: unknown) => thrown);
  expect(error).toBe(unexpected);
  expect(unexpected.message).toBe('cannot read (secret)');
  expect(unexpected.stack).toContain('cannot read (secret)');
  expect(unexpected.stack).not.toContain(TOKEN);
  expect(unexpected.cause).toMatchObject({ message: 'got (secret)' });
});
