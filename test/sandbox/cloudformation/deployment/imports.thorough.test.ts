import { Region, type FormValue } from '../region';
import { bucket, managedPolicy, role } from '../templates';

/** `ImportExistingResources`: what a deleted stack has left behind is taken over by the next one. */

const IMPORT = { ImportExistingResources: 'true' };
const KEPT = { DeletionPolicy: 'Retain' };
const SUSPENDED = { Status: 'Suspended' };

/** A region with the bucket `data` in it, which no stack owns, and an object in the bucket. */
async function withKeptBucket(): Promise<Region> {
  const region = new Region();
  await region.deploy({ Resources: { Data: bucket({ BucketName: 'data' }, KEPT) } }, {}, 'Before');
  await region.objects.put('data', 'report.csv', Buffer.from('1,2'));
  await region.call('DeleteStack', { StackName: 'Before' });
  return region;
}

/** The one change set, as it is described, of a template for the stack Demo. */
async function changeSet(region: Region, resources: object, options: Record<string, FormValue> = IMPORT) {
  await region.call('CreateChangeSet', {
    StackName: 'Demo',
    ChangeSetName: 'changes',
    ChangeSetType: 'CREATE',
    TemplateBody: JSON.stringify({ Resources: resources }),
    ...options,
  });
  return region.call('DescribeChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
}

test('a kept bucket comes into the stack with its objects, and is brought to the template', async () => {
  // GIVEN
  const region = await withKeptBucket();
  const resources = { Data: bucket({ BucketName: 'data', VersioningConfiguration: SUSPENDED }, KEPT) };

  // WHEN
  const described = await changeSet(region, resources);
  await region.call('ExecuteChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });

  // THEN
  expect(described.text('ImportExistingResources')).toBe('true');
  const [change] = described.list('Changes').map((it) => it.in('ResourceChange'));
  expect(
    ['Action', 'LogicalResourceId', 'PhysicalResourceId', 'ResourceType'].map((name) => change?.text(name)),
  ).toEqual(['Import', 'Data', 'data', 'AWS::S3::Bucket']);
  expect(await region.events()).toEqual([
    'Demo REVIEW_IN_PROGRESS: User Initiated',
    'Demo CREATE_IN_PROGRESS: User Initiated',
    'Data IMPORT_IN_PROGRESS: Resource import started.',
    'Data IMPORT_COMPLETE: Resource import completed.',
    'Data UPDATE_IN_PROGRESS: Apply stack-level tags to imported resource if applicable.',
    'Data UPDATE_COMPLETE',
    'Demo CREATE_COMPLETE',
  ]);
  expect(await region.objects.list('data')).toEqual(['report.csv']);
  expect(region.world.buckets.get('data')?.versioning).toBe('Suspended');

  // AND it is the stack's own from now on
  await region.call('DeleteChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
  const updated = await region.deploy({ Resources: { Data: bucket({ BucketName: 'data' }, KEPT) } });
  expect(updated.text('StackStatus')).toBe('UPDATE_COMPLETE');
  expect(region.world.buckets.get('data')?.versioning).toBe('Suspended');
});

test('what is not there is created, in the same change set', async () => {
  const region = await withKeptBucket();
  const described = await changeSet(region, {
    Data: bucket({ BucketName: 'data' }, KEPT),
    More: bucket({ BucketName: 'more' }, KEPT),
  });
  const changes = described.list('Changes').map((change) => change.in('ResourceChange'));
  expect(changes.map((it) => `${it.text('LogicalResourceId')} ${it.text('Action')}`)).toEqual([
    'Data Import',
    'More Add',
  ]);
});

test('an update can import too', async () => {
  const region = await withKeptBucket();
  await region.deploy({ Resources: { More: bucket({ BucketName: 'more' }) } });
  const resources = { More: bucket({ BucketName: 'more' }), Data: bucket({ BucketName: 'data' }, KEPT) };
  const stack = await region.deploy({ Resources: resources }, IMPORT);
  expect(stack.text('StackStatus')).toBe('UPDATE_COMPLETE');
  expect(await region.events()).toContain('Data IMPORT_COMPLETE: Resource import completed.');
});

test('a name that is taken fails the change set early, and nothing is made', async () => {
  const region = await withKeptBucket();
  await region.deploy({ Resources: { Taken: role({ RoleName: 'taken' }) } }, {}, 'Other');
  const described = await changeSet(
    region,
    {
      Reader: role({ RoleName: 'taken' }),
      Data: bucket({ BucketName: 'data' }),
      More: bucket({ BucketName: 'more' }),
    },
    { Capabilities: ['CAPABILITY_NAMED_IAM'] },
  );
  expect(described.text('Status')).toBe('FAILED');
  expect(described.text('StatusReason')).toBe(
    'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.',
  );
  const events = await region.call('DescribeEvents', { StackName: 'Demo', ChangeSetName: 'changes' });
  expect(
    events
      .list('OperationEvents')
      .map((event) => [event.text('ValidationStatusReason'), event.text('ValidationPath')]),
  ).toEqual([
    ["Resource of type 'AWS::IAM::Role' with identifier 'taken' already exists.", '/Resources/Reader'],
    ["Resource of type 'AWS::S3::Bucket' with identifier 'data' already exists.", '/Resources/Data'],
  ]);
  expect(region.world.buckets.has('more')).toBe(false);
  expect((await region.stack()).text('StackStatus')).toBe('REVIEW_IN_PROGRESS');
});

test('under a name from a function a bucket that is there is in the way', async () => {
  const region = await withKeptBucket();
  await region.deploy({ Resources: { Data: bucket({ BucketName: { 'Fn::Sub': 'data' } }, KEPT) } }, IMPORT);
  expect((await region.events()).join('\n')).toContain(
    'Your previous request to create the named bucket succeeded and you already own it.',
  );
  expect(await region.objects.list('data')).toEqual(['report.csv']);
});

test.each([
  ['222222222222', 'ap-northeast-1'],
  ['111111111111', 'us-east-1'],
])('a bucket of account %s in %s is not imported', async (account, region) => {
  const here = await withKeptBucket();
  const data = here.world.buckets.get('data')!;
  here.world.buckets.set('data', { ...data, account, region });
  const described = await changeSet(here, { Data: bucket({ BucketName: 'data' }, KEPT) });
  expect(described.list('Changes')[0]?.in('ResourceChange').text('Action')).toBe('Add');
});

test('a managed policy is not imported: its identifier is an ARN, which no template gives', async () => {
  const region = new Region();
  const reading = managedPolicy({ ManagedPolicyName: 'reading' }, KEPT);
  await region.deploy({ Resources: { Reading: reading } }, {}, 'Before');
  await region.call('DeleteStack', { StackName: 'Before' });
  const capable = { ...IMPORT, Capabilities: ['CAPABILITY_NAMED_IAM'] };
  const described = await changeSet(region, { Reading: reading }, capable);
  expect(described.list('Changes')[0]?.in('ResourceChange').text('Action')).toBe('Add');
});

describe('a change set that cannot import has failed', () => {
  test.each([{}, { DeletionPolicy: 'Delete' }])(
    'with %j, in the words that the CDK CLI takes apart',
    async (policy) => {
      const region = await withKeptBucket();
      const described = await changeSet(region, { Data: bucket({ BucketName: 'data' }, policy) });
      expect(described.text('Status')).toBe('FAILED');
      expect(described.text('ExecutionStatus')).toBe('UNAVAILABLE');
      expect(described.text('StatusReason')).toBe(
        'CloudFormation is attempting to import some resources because they already exist in your account. ' +
          "The resources must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the " +
          'template for successful import. The affected resources are Data ({BucketName=data})',
      );
    },
  );

  test('when another stack owns the bucket', async () => {
    const region = new Region();
    const resources = { Data: bucket({ BucketName: 'data' }, KEPT) };
    const owner = await region.deploy({ Resources: resources }, {}, 'Owner');
    const described = await changeSet(region, resources);
    expect(described.text('Status')).toBe('FAILED');
    expect(described.text('StatusReason')).toBe(`data already exists in stack ${owner.text('StackId')}`);
  });

  test('but not for a resource whose condition does not hold', async () => {
    const region = await withKeptBucket();
    const template = {
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        Data: bucket({ BucketName: 'data' }, { Condition: 'Never' }),
        More: bucket({ BucketName: 'more' }),
      },
    };
    expect((await region.deploy(template, IMPORT)).text('StackStatus')).toBe('CREATE_COMPLETE');
  });
});

test.each(['Retain', 'RetainExceptOnCreate'])(
  'a rollback lets go of an imported bucket and keeps it, with %s',
  async (DeletionPolicy) => {
    const region = await withKeptBucket();
    const data = bucket({ BucketName: 'data' }, { DeletionPolicy });
    const fails = bucket({ BucketName: 'NOT A NAME' }, { DependsOn: 'Data' });
    const stack = await region.deploy({ Resources: { Data: data, Fails: fails } }, IMPORT);
    expect(stack.text('StackStatus')).toBe('ROLLBACK_COMPLETE');
    expect((await region.events()).slice(-3)).toEqual([
      'Data IMPORT_ROLLBACK_IN_PROGRESS',
      'Data IMPORT_ROLLBACK_COMPLETE',
      'Demo ROLLBACK_COMPLETE',
    ]);
    expect(await region.objects.list('data')).toEqual(['report.csv']);
    expect(
      (await region.call('ListStackResources', { StackName: 'Demo' })).list('StackResourceSummaries'),
    ).toEqual([]);
  },
);

test('a bucket that is gone by the time of the deployment cannot be imported', async () => {
  const region = await withKeptBucket();
  await changeSet(region, { Data: bucket({ BucketName: 'data' }, KEPT) });
  region.world.buckets.delete('data');
  await region.call('ExecuteChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
  expect(await region.events()).toContain(
    "Data IMPORT_FAILED: Resource of type 'AWS::S3::Bucket' with identifier 'data' was not found.",
  );
  expect((await region.stack()).text('StackStatus')).toBe('ROLLBACK_COMPLETE');
});
