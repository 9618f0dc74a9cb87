// tools/verify/ for borrowers by ARN, for further reads, and for data that is encrypted with a key
import type { Share, Vendor } from '../../lib/share/share';
import type { Key } from '../../tools/sandbox/core/world';
import { type DeployedSandbox, deployedSandbox } from '../deployed-sandbox';
import { walkthroughShare } from '../lib/walkthrough-share';
import { verifyIn } from './verify-in';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

function shareOf(vendor: Omit<Vendor, 'account'>): Share {
  return { ...walkthroughShare, vendors: [{ account: '222222222222', ...vendor }] };
}

describe('a role that borrows by its ARN', () => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    deployed = await deployedSandbox(shareOf({ borrowers: ['arn:aws:iam::222222222222:role/jobs/etl'] }));
  }, 30_000);
  afterAll(() => deployed.stop());

  test('does what was promised', async () => {
    const { run, text } = await verifyIn(deployed);
    expect(run.verifications[0]?.who?.role).toBe('vendor user');
    expect(run.exitCode).toBe(0);
    expect(text).toContain('As promised: 5 things work that should, 18 are denied that must be.');
  });

  test('is another than its administrator, who is refused the role as promised', async () => {
    const { run, text } = await verifyIn(deployed, { profiles: ['vendor'] });
    expect(run.verifications[0]?.who?.role).toBe('vendor principal');
    expect(run.verifications[0]?.results.map(({ probe, verdict }) => [probe.id, verdict])).toEqual([
      ['assume-role', 'as expected'],
    ]);
    expect(plain(text)).toContain('only role etl may assume the role, and this profile is not one of them');
  });

  test('that is made anew under the same name borrows as before', async () => {
    const roles = deployed.sandbox.world.accounts.get('222222222222')!.roles;
    const role = roles.get('etl')!;
    roles.set('etl', { ...role, id: 'AROAANOTHERANOTHER123' });
    const { run } = await verifyIn(deployed);
    expect(run.exitCode).toBe(0);
  });

  test('without the policy of the vendor’s half is told whose side it is on, and what to deploy', async () => {
    const role = deployed.sandbox.world.accounts.get('222222222222')!.roles.get('etl')!;
    const attached = [...role.attachedPolicies];
    role.attachedPolicies.clear();
    const { run, text } = await verifyIn(deployed);
    for (const arn of attached) role.attachedPolicies.add(arn);
    expect(run.exitCode).toBe(1);
    expect(plain(text)).toContain(
      'no policy of arn:aws:iam::222222222222:role/jobs/etl allows sts:AssumeRole',
    );
    expect(plain(text)).toContain('deploy the template of the handoff again');
    expect(text).not.toContain('VendorStack');
  });
});

test('users of every account of a vendor are the vendor’s', async () => {
  const deployed = await deployedSandbox({
    ...walkthroughShare,
    vendors: [{ account: ['222222222222', '333333333333'] }],
  });
  const { run } = await verifyIn(deployed, { profiles: ['vendor-333333333333'] });
  await deployed.stop();
  expect(run.verifications[0]?.who?.role).toBe('vendor principal');
  expect(run.exitCode).toBe(0);
});

describe('further reads', () => {
  test.each([
    [['location'] as const, ['get-bucket-location'], ['list-versions', 'get-object-tagging']],
    [['versions'] as const, ['list-versions', 'get-version'], ['get-bucket-location', 'get-object-tagging']],
    [['tags'] as const, ['get-object-tagging'], ['get-bucket-location', 'list-versions']],
  ])(
    '%s',
    async (alsoRead, work, refused) => {
      const deployed = await deployedSandbox(shareOf({ alsoRead }));
      const { run } = await verifyIn(deployed);
      await deployed.stop();
      const results = run.verifications.flatMap((one) => one.results);
      const outcomes = (ids: readonly string[]) =>
        ids.map((id) => {
          const found = results.find(({ probe }) => probe.id === id);
          return [id, found?.probe.expect.outcome, found?.verdict];
        });
      expect(outcomes(work)).toEqual(work.map((id) => [id, 'success', 'as expected']));
      expect(outcomes(refused)).toEqual(refused.map((id) => [id, 'error', 'as expected']));
      expect(run.exitCode).toBe(0);
    },
    30_000,
  );
});

describe('data that is encrypted with a key', () => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    deployed = await deployedSandbox({
      company: { ...walkthroughShare.company, bucket: 'existing', seedObjects: [], kmsKey: KEY },
      vendors: [{ account: '222222222222' }],
    });
  }, 30_000);
  afterAll(() => deployed.stop());

  test('is read, and the row names the key', async () => {
    const { run, text } = await verifyIn(deployed);
    expect(run.exitCode).toBe(0);
    expect(plain(text)).toContain('encrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab');
    expect(plain(text)).toContain('decrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab');
  });

  const nobody = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111111111111:root' },
        Action: 'kms:Get*',
        Resource: '*',
      },
    ],
  };
  test.each<[string, (key: Key) => void, string]>([
    [
      'whose policy leaves it to nobody',
      (key) => (key.policy = nobody),
      'the policy of the KMS key 1234abcd-12ab-34cd-56ef-1234567890ab does not allow VendorAccessRole to decrypt',
    ],
    ['that is disabled', (key) => (key.state = 'Disabled'), 'the KMS key of the data cannot be used'],
  ])('%s: the company’s fault, by name', async (_, breakIt, says) => {
    const key = deployed.sandbox.world.keys.get(KEY)!;
    const { policy, state } = key;
    breakIt(key);
    const { run, text } = await verifyIn(deployed);
    Object.assign(key, { policy, state });
    expect(plain(text)).toContain(says);
    expect(run.exitCode).toBe(1);
    expect(run.verifications[0]?.findings).toMatchObject([{ side: 'the company' }]);
  });

  test('that the role’s policy does not name', async () => {
    const policies = deployed.sandbox.world.accounts.get('111111111111')!.managedPolicies;
    const read = policies.get('arn:aws:iam::111111111111:policy/VendorS3AccessPolicy')!;
    const version = read.versions.get(read.defaultVersionId)!;
    const { Statement } = version.document as { Statement: { Sid: string }[] };
    const document = {
      Version: '2012-10-17',
      Statement: Statement.filter(({ Sid }) => Sid !== 'AllowKmsDecryptThroughS3'),
    };
    read.versions.set(read.defaultVersionId, { ...version, document });
    const { run, text } = await verifyIn(deployed);
    read.versions.set(read.defaultVersionId, version);
    expect(run.exitCode).toBe(1);
    expect(plain(text)).toContain(
      'VendorS3AccessPolicy does not allow VendorAccessRole to decrypt with KMS key 1234abcd-12ab-34cd-56ef-1234567890ab',
    );
  });
});
