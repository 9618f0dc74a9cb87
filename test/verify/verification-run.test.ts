import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { share } from '../../parameters';
import type { AccessInventory } from '../../tools/proof/templates/inventory';
import type { ProofReport, ProofVerdict } from '../../tools/proof/report/report';
import type { DeployedReading } from '../../tools/verify/deployed/read-deployed';
import { Secrets } from '../../tools/verify/secrets';
import { runVerification, type VerificationRunInput } from '../../tools/verify/verification-run';
import type { VerifyInput } from '../../tools/verify/verify';

const TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE//token';

/** What each part was given, and what it says. */
let mockGiven: { verify: VerifyInput[]; readDeployed?: readonly unknown[]; repairsOf?: object };
let mockReading: Partial<DeployedReading>;
let mockWalked: number | Error;
let mockResults: Readonly<Record<string, readonly object[]>>;
let mockSignedIn: Readonly<Record<string, object>>;

jest.mock('../../tools/verify/deployed/read-deployed', () => ({
  readDeployed: (...given: readonly unknown[]) => {
    mockGiven.readDeployed = given;
    return Promise.resolve({ inventory: { is: 'what was read' }, ...mockReading });
  },
}));
jest.mock('../../tools/verify/repairs', () => ({
  repairsOf: (given: object) => {
    mockGiven.repairsOf = given;
    return [{ what: 'deploy again', command: 'npx cdk deploy' }];
  },
}));
jest.mock('../../tools/verify/sign-in', () => ({
  signIn: (profile: string) => Promise.resolve(mockSignedIn[profile] ?? { profile, failure: {} }),
}));
jest.mock('../../tools/verify/verify', () => ({
  ...jest.requireActual<object>('../../tools/verify/verify'),
  verify: (given: VerifyInput) => {
    mockGiven.verify.push(given);
    given.onProgress?.(1, 2);
    if (mockWalked instanceof Error) return Promise.reject(mockWalked);
    const { profile } = given;
    const findings = [{ exitCode: mockWalked }];
    return Promise.resolve({ profile, results: mockResults[profile] ?? [], notTried: [], findings });
  },
}));

beforeEach(() => {
  mockGiven = { verify: [] };
  mockResults = {};
  mockSignedIn = {};
});

const proved: unknown[] = [];
const TEMPLATES = { stacks: [] };

async function run(
  walked: number | Error,
  deployed?: { verdict: ProofVerdict; reading: object },
  more: Partial<VerificationRunInput> = {},
) {
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
        prove: (inventory: AccessInventory, of: Share) => {
          proved.splice(0, 2, inventory, of);
          return {
            verdict: deployed.verdict,
            failures: [],
            refusals: [],
          } as Partial<ProofReport> as ProofReport;
        },
        templates: () => Promise.resolve(TEMPLATES),
      },
    }),
    ...more,
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

describe('what is deployed', () => {
  const reads = { verdict: 'broken' as const, reading: whole };

  test('is read with every profile that signed in, and proved as this vendor’s share', async () => {
    const company = { profile: 'company', clients: {} };
    mockSignedIn = { company };
    const { deployed, verifications, vendor, bucket } = await run(0, reads, {
      profileNames: ['user', 'company'],
    });

    expect({ vendor, bucket }).toEqual({ vendor: 'Vendor', bucket: 'company-shared-data-bucket-12345' });
    expect(verifications.map(({ profile }) => profile)).toEqual(['user', 'company']);
    expect(mockGiven.verify.map(({ profile, readsDeployed }) => [profile, readsDeployed])).toEqual([
      ['user', true],
      ['company', true],
    ]);
    expect(mockGiven.readDeployed?.[0]).toEqual([company]);
    expect(mockGiven.readDeployed?.[1]).toMatchObject({
      share,
      templates: TEMPLATES,
      nonce: 'a1b2c3d4e5f60718',
    });
    const [vendorOfIt] = share.vendors;
    expect(proved).toEqual([
      { is: 'what was read' },
      { company: { ...share.company, bucketName: bucket }, vendors: [vendorOfIt] },
    ]);
    expect(deployed).toMatchObject({
      reading: { inventory: { is: 'what was read' } },
      proof: { verdict: 'broken' },
      repairs: [{ what: 'deploy again', command: 'npx cdk deploy' }],
    });
    expect(mockGiven.repairsOf).toMatchObject({
      grant: { name: 'Vendor' },
      share,
      reading: { inventory: { is: 'what was read' } },
      verdict: 'broken',
    });
  });

  const tried = (id: string, verdict: string) => ({ probe: { id }, verdict });
  test.each<[string, Readonly<Record<string, readonly object[]>>, boolean]>([
    ['nobody has tried', {}, false],
    ['one of several has listed', { user: [], data: [tried('list-objects', 'as expected')] }, true],
    [
      'one prefix was listed',
      { user: [tried('list-objects in/', 'as expected'), tried('x', 'as expected')] },
      true,
    ],
    ['listing failed', { user: [tried('list-objects', 'not as expected')] }, false],
    ['something else worked', { user: [tried('get-list-objects', 'as expected')] }, false],
  ])('%s: whether a borrower was seen reading', async (_, results, seen) => {
    mockResults = results;
    await run(0, reads, { profileNames: ['user', 'data'] });
    expect(mockGiven.readDeployed?.[1]).toMatchObject({ borrowerReads: seen });
  });

  test('is not looked at where it was not asked for', async () => {
    const { deployed } = await run(0);
    expect(deployed).toBeUndefined();
    expect(mockGiven.readDeployed).toBeUndefined();
    expect(mockGiven.verify[0]?.readsDeployed).toBe(false);
  });
});

test('it tells what it is doing', async () => {
  const steps: string[] = [];
  const onStep = (text: string) => void steps.push(text);
  await run(0, { verdict: 'holds', reading: whole }, { profileNames: ['user', 'company'], onStep });
  expect(steps).toEqual([
    'user: signing in',
    'user: 1 of 2 calls',
    'company: signing in',
    'company: 1 of 2 calls',
    'synthesizing, to compare with what is deployed',
    'reading what is deployed',
  ]);
});
