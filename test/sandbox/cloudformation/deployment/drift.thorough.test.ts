import { Region } from '../region';
import { bucket, managedPolicy, READ_ALPHA, READ_BETA, role } from '../templates';

const REVERT = { DeploymentMode: 'REVERT_DRIFT' };
const READING = 'arn:aws:iam::111111111111:policy/reading';
const resources = {
  Data: bucket({
    BucketName: 'data',
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    VersioningConfiguration: { Status: 'Enabled' },
    Tags: [{ Key: 'team', Value: 'data' }],
  }),
  Reading: managedPolicy({ ManagedPolicyName: 'reading' }),
  Reader: role({ RoleName: 'reader', ManagedPolicyArns: [{ Ref: 'Reading' }], Description: 'reads' }),
};

async function deployed(): Promise<Region> {
  const region = new Region();
  await region.deploy({ Resources: resources });
  return region;
}

const changesOf = async (region: Region): Promise<string[]> => {
  await region.call('CreateChangeSet', {
    StackName: 'Demo',
    ChangeSetName: 'drift',
    ChangeSetType: 'UPDATE',
    TemplateBody: JSON.stringify({ Resources: resources }),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    ...REVERT,
  });
  const described = await region.call('DescribeChangeSet', { StackName: 'Demo', ChangeSetName: 'drift' });
  return described.list('Changes').map((change) => {
    const it = change.in('ResourceChange');
    return `${it.text('Action')} ${it.text('LogicalResourceId')}`;
  });
};

test('what is as it was deployed is no change', async () => {
  expect(await changesOf(await deployed())).toEqual([]);
});

test.each<[string, (region: Region) => unknown, string[]]>([
  [
    'a policy detached',
    ({ account }) => account.roles.get('reader')!.attachedPolicies.clear(),
    ['Modify Reader'],
  ],
  [
    'a policy attached besides',
    ({ account }) =>
      account.roles.get('reader')!.attachedPolicies.add('arn:aws:iam::aws:policy/AdministratorAccess'),
    ['Modify Reader'],
  ],
  [
    'a description changed',
    ({ account }) => (account.roles.get('reader')!.description = 'writes'),
    ['Modify Reader'],
  ],
  [
    'a document changed',
    ({ account, world }) => {
      const policy = account.managedPolicies.get(READING)!;
      policy.versions.set('v2', { document: READ_BETA, createdAt: world.now() });
      policy.defaultVersionId = 'v2';
    },
    ['Modify Reading'],
  ],
  ['a role deleted', ({ account }) => account.roles.delete('reader'), ['Add Reader']],
  [
    'a setting of the bucket',
    ({ world }) => (world.buckets.get('data')!.versioning = 'Suspended'),
    ['Modify Data'],
  ],
  [
    'the public access block',
    ({ world }) => delete world.buckets.get('data')!.publicAccessBlock,
    ['Modify Data'],
  ],
  ['a tag', ({ world }) => (world.buckets.get('data')!.tags = {}), ['Modify Data']],
])('%s is seen, and put back', async (_what, change, changes) => {
  const region = await deployed();
  change(region);
  const plain = await region.deploy({ Resources: { ...resources, More: bucket({ BucketName: 'more' }) } });
  expect(plain.text('StackStatus')).toBe('UPDATE_COMPLETE'); // and nothing of it was seen
  await region.deploy({ Resources: resources });

  expect(await changesOf(region)).toEqual(changes);
  await region.call('ExecuteChangeSet', { StackName: 'Demo', ChangeSetName: 'drift' });
  expect((await region.stack()).text('StackStatus')).toBe('UPDATE_COMPLETE');
  const reader = region.account.roles.get('reader');
  expect([...(reader?.attachedPolicies ?? [])]).toEqual([READING]);
  expect(reader?.description).toBe('reads');
  const reading = region.account.managedPolicies.get(READING);
  expect(reading?.versions.get(reading.defaultVersionId)?.document).toEqual(READ_ALPHA);
  expect(region.world.buckets.get('data')).toMatchObject({
    versioning: 'Enabled',
    tags: { team: 'data' },
    publicAccessBlock: { blockPublicPolicy: true, restrictPublicBuckets: true },
  });
});

test('what others have added beside the template’s properties stays', async () => {
  const region = await deployed();
  const reader = region.account.roles.get('reader')!;
  reader.inlinePolicies.set('ByHand', READ_BETA);
  reader.permissionsBoundary = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  expect(await changesOf(region)).toEqual([]);
});
