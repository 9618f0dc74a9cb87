// tools/sandbox/pages/home/broken.ts, breakages.ts and change.ts
import { breakagesOf } from '../../../../tools/sandbox/pages/home/breakages';
import { fingerprint } from '../../../../tools/sandbox/pages/home/broken';
import { documentsOf } from '../../../../tools/sandbox/pages/home/documents';
import { walkthroughShare } from '../../../lib/walkthrough-share';
import { lentByHand, litOn, readIn, stage, type Stage, TWO } from './lent-by-hand';

/** Who says no when it is read again, what is lit then, and what AWS says. */
const EXPECTED = [
  ['otherAccount', 'company', 'sts:AssumeRole', ['trust-1 no'], 'company', 'The company’s side said no.'],
  ['mistyped', 'vendor', 'sts:AssumeRole', ['set-inline-1 no'], 'vendor', 'The vendor’s side said no.'],
  ['detached', 'company', 's3:GetObject', [], 'company', 'The company’s side said no.'],
  [
    'tooMuch',
    'company',
    's3:GetObject',
    ['VendorAccessRole-managed-VendorS3AccessPolicy-2 yes'],
    'nobody',
    'Reading worked as before.',
  ],
  ['unassigned', 'vendor', 'sign in', [], 'vendor', 'The vendor’s side said no.'],
  ['bucketDenies', 'company', 's3:GetObject', ['bucket-1 no'], 'company', 'The company’s side said no.'],
  ['externalId', 'company', 'sts:AssumeRole', ['trust-1 no'], 'company', 'The company’s side said no.'],
  ['boundary', 'company', 's3:GetObject', [], 'company', 'The company’s side said no.'],
] as const;

const OF_A_ROLE: readonly (readonly [string, readonly string[], string])[] = [
  ['otherAccount', ['trust-1 no'], 'The company’s side said no.'],
  ['mistyped', ['etl-inline-AllowAssumeCompanyRole-1 no'], 'The vendor’s side said no.'],
  ['detached', [], 'The company’s side said no.'],
  ['tooMuch', ['DataLabsAccessRole-managed-DataLabsS3AccessPolicy-2 yes'], 'Reading worked as before.'],
  ['unlet', [], 'The vendor’s side said no.'],
  ['bucketDenies', ['bucket-1 no'], 'The company’s side said no.'],
  ['externalId', ['trust-1 no'], 'The company’s side said no.'],
  ['boundary', [], 'The company’s side said no.'],
];

let lent: Stage;
let two: Stage;
beforeAll(async () => {
  lent = await lentByHand(walkthroughShare);
  two = await lentByHand(TWO);
});

const now = (of: Stage, vendor?: string) => fingerprint(documentsOf(of.scene(vendor)));
const addressed = (address: string) => Object.fromEntries(new URL(address, 'http://127.0.0.1').searchParams);

test.each(EXPECTED)('%s: broken, read, and repaired', async (what, side, action, lit, guess, said) => {
  const before = now(lent);
  expect(breakagesOf(documentsOf(lent.scene()), lent.scene()).find(({ id }) => id === what)?.side).toBe(side);
  expect(await lent.post('/-/break', { vendor: 'vendor', what, guess })).toBe('/?vendor=vendor#break');
  expect(now(lent)).not.toBe(before);

  const address = await lent.post('/-/read', { vendor: 'vendor' });
  const page = await lent.page(addressed(address));
  expect(litOn(page)).toEqual(lit);
  const text = readIn('en', page);
  expect(text).toContain(said);
  expect(text).toContain('as you guessed');
  const request = lent.scene().journal.entryOf(addressed(address)['request']!)!;
  expect(request.authorizations.at(-1)?.request.action ?? 'sign in').toBe(action);

  expect(await lent.post('/-/repair', { vendor: 'vendor' })).toBe('/?vendor=vendor#repair');
  expect(now(lent)).toBe(before);
  expect(readIn('en', await lent.page())).toContain('Nothing is broken by this page.');
  const read = await readable(lent);
  expect(read).toBe(200);
});

test.each(OF_A_ROLE)('%s where a role of the vendor’s borrows', async (what, lit, said) => {
  const before = now(two, 'data-labs');
  await two.post('/-/break', { vendor: 'data-labs', what, guess: 'nobody' });
  expect(now(two, 'data-labs')).not.toBe(before);
  const page = await two.page(addressed(await two.post('/-/read', { vendor: 'data-labs' })));
  expect(litOn(page)).toEqual(lit);
  expect(readIn('en', page)).toContain(said);
  await two.post('/-/repair', { vendor: 'data-labs' });
  expect(now(two, 'data-labs')).toBe(before);
});

/** What a reading ends with, when nothing is broken: as one who breaks what nobody notices. */
async function readable(of: Stage): Promise<number | undefined> {
  await of.post('/-/break', { vendor: 'vendor', what: 'tooMuch', guess: 'nobody' });
  const address = await of.post('/-/read', { vendor: 'vendor' });
  await of.post('/-/repair', { vendor: 'vendor' });
  return of.scene().journal.entryOf(addressed(address)['request']!)?.status;
}

test('five rounds leave no version of the policy behind', async () => {
  for (let round = 0; round < 5; round++) await readable(lent);
  const policy = lent
    .scene()
    .world.accounts.get('111111111111')!
    .managedPolicies.get('arn:aws:iam::111111111111:policy/VendorS3AccessPolicy')!;
  expect([...policy.versions.keys()]).toHaveLength(1);
});

test('who repairs it by other means has repaired it', async () => {
  const role = lent.scene().world.accounts.get('111111111111')!.roles.get('VendorAccessRole')!;
  const before = role.trustPolicy;
  await lent.post('/-/break', { vendor: 'vendor', what: 'otherAccount', guess: 'vendor' });
  expect(readIn('en', await lent.page())).toContain(
    'npm run verify -- --profile 111111111111-user\nnpm run verify -- --deployed --profile company --profile vendor',
  );
  role.trustPolicy = before;
  expect(readIn('en', await lent.page())).toContain('Nothing is broken by this page.');
});

test('one thing is broken at a time, and only what is there', async () => {
  await lent.post('/-/break', { vendor: 'vendor', what: 'detached', guess: 'vendor' });
  const broken = now(lent);
  await lent.post('/-/break', { vendor: 'vendor', what: 'otherAccount', guess: 'vendor' });
  expect(now(lent)).toBe(broken);
  await lent.post('/-/repair', { vendor: 'vendor' });

  const empty = await stage(walkthroughShare);
  await empty.post('/-/break', { vendor: 'vendor', what: 'otherAccount', guess: 'vendor' });
  const page = readIn('en', await empty.page());
  expect(page.match(/What this would break is not there yet\./g)).toHaveLength(8);
  expect(page).toContain('Nothing is broken by this page.');
});

test('without a guess nothing is broken', async () => {
  const before = now(lent);
  await lent.post('/-/break', { vendor: 'vendor', what: 'otherAccount', guess: 'me' });
  expect(now(lent)).toBe(before);
});
