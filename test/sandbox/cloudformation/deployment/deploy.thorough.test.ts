import { bucket, managedPolicy, READ_ALPHA, READ_BETA, role } from '../templates';
import { Region } from '../region';

const INITIATED = 'Resource creation Initiated';
const NEW_PHYSICAL = 'Requested update requires the creation of a new physical resource; hence creating one.';

describe('a first deployment', () => {
  test('creates each resource after those that it refers to, and says so in order', async () => {
    // GIVEN a template whose role comes before the policy that it attaches
    const region = new Region();
    const template = {
      Resources: {
        Reader: role({ RoleName: 'reader', ManagedPolicyArns: [{ Ref: 'Reading' }] }),
        Reading: managedPolicy({ ManagedPolicyName: 'reading' }),
      },
      Outputs: {
        RoleArn: { Value: { 'Fn::GetAtt': ['Reader', 'Arn'] }, Description: 'who reads' },
        PolicyArn: { Value: { Ref: 'Reading' }, Export: { Name: 'the-policy' } },
      },
    };

    // WHEN
    const stack = await region.deploy(template);

    // THEN
    expect(stack.text('StackStatus')).toBe('CREATE_COMPLETE');
    expect(await region.events()).toEqual([
      'Demo REVIEW_IN_PROGRESS: User Initiated',
      'Demo CREATE_IN_PROGRESS: User Initiated',
      'Reading CREATE_IN_PROGRESS',
      `Reading CREATE_IN_PROGRESS: ${INITIATED}`,
      'Reading CREATE_COMPLETE',
      'Reader CREATE_IN_PROGRESS',
      `Reader CREATE_IN_PROGRESS: ${INITIATED}`,
      'Reader CREATE_COMPLETE',
      'Demo CREATE_COMPLETE',
    ]);
    expect([...(region.account.roles.get('reader')?.attachedPolicies ?? [])]).toEqual([
      'arn:aws:iam::111111111111:policy/reading',
    ]);
    const outputs = stack
      .list('Outputs')
      .map((output) => [output.text('OutputKey'), output.text('OutputValue')]);
    expect(outputs).toEqual([
      ['RoleArn', 'arn:aws:iam::111111111111:role/reader'],
      ['PolicyArn', 'arn:aws:iam::111111111111:policy/reading'],
    ]);
    expect(stack.list('Outputs')[1]?.text('ExportName')).toBe('the-policy');
  });

  test('honours DependsOn where nothing else says what comes first', async () => {
    const region = new Region();
    await region.deploy({ Resources: { A: bucket({}, { DependsOn: 'B' }), B: bucket() } });
    expect((await region.events()).filter((event) => event.endsWith('CREATE_COMPLETE'))).toEqual([
      'B CREATE_COMPLETE',
      'A CREATE_COMPLETE',
      'Demo CREATE_COMPLETE',
    ]);
  });

  test('leaves out a resource whose condition does not hold', async () => {
    const region = new Region();
    await region.deploy({
      Conditions: { Never: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'mars-north-1'] } },
      Resources: {
        Here: bucket({ BucketName: 'here' }),
        There: bucket({ BucketName: 'there' }, { Condition: 'Never' }),
      },
    });
    expect([...region.world.buckets.keys()]).toEqual(['here']);
  });

  test('takes back what it created when a resource fails, keeps what is to be retained, and can be deleted', async () => {
    // GIVEN a role name that is taken
    const region = new Region();
    await region.deploy({ Resources: { Taken: role({ RoleName: 'reader' }) } }, {}, 'Other');

    // WHEN
    const stack = await region.deploy({
      Resources: {
        Data: bucket({ BucketName: 'data' }, { DeletionPolicy: 'RetainExceptOnCreate' }),
        Kept: bucket({ BucketName: 'kept' }, { DeletionPolicy: 'Retain' }),
        // early validation sees no name that comes from a function
        Reader: role({ RoleName: { 'Fn::Sub': 'reader' } }, { DependsOn: ['Data', 'Kept'] }),
      },
    });

    // THEN
    expect(stack.text('StackStatus')).toBe('ROLLBACK_COMPLETE');
    const events = await region.events();
    expect(events.slice(-7)).toEqual([
      'Reader CREATE_IN_PROGRESS',
      expect.stringMatching(
        /^Reader CREATE_FAILED: reader already exists in stack arn:aws:cloudformation:ap-northeast-1:111111111111:stack\/Other\/[0-9a-f-]{36}$/,
      ),
      'Demo ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Reader]. Rollback requested by user.',
      'Kept DELETE_SKIPPED',
      'Data DELETE_IN_PROGRESS',
      'Data DELETE_COMPLETE',
      'Demo ROLLBACK_COMPLETE',
    ]);
    expect([...region.world.buckets.keys()]).toEqual(['kept']);

    // AND it has to be deleted before it can be deployed again
    await expect(region.deploy({ Resources: { Data: bucket() } })).rejects.toThrow(
      /is in ROLLBACK_COMPLETE state and can not be updated/,
    );
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect((await region.stack(stack.text('StackId'))).text('StackStatus')).toBe('DELETE_COMPLETE');
  });
});

describe('an update', () => {
  test('changes a resource in place when it can', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Reading: managedPolicy({ ManagedPolicyName: 'reading' }) } });
    const stack = await region.deploy({
      Resources: { Reading: managedPolicy({ ManagedPolicyName: 'reading', PolicyDocument: READ_BETA }) },
    });
    expect(stack.text('StackStatus')).toBe('UPDATE_COMPLETE');
    expect((await region.events()).slice(-5)).toEqual([
      'Demo UPDATE_IN_PROGRESS: User Initiated',
      'Reading UPDATE_IN_PROGRESS',
      'Reading UPDATE_COMPLETE',
      'Demo UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Demo UPDATE_COMPLETE',
    ]);
    const policy = region.account.managedPolicies.get('arn:aws:iam::111111111111:policy/reading');
    expect(policy?.defaultVersionId).toBe('v2');
    expect(policy?.versions.get('v2')?.document).toEqual(READ_BETA);
  });

  test('replaces a resource when it must: the new one first, then the old one goes', async () => {
    const region = new Region();
    await region.deploy({
      Resources: {
        Data: bucket({ BucketName: 'data-1' }),
        Reader: role({ RoleName: 'reader', Description: { Ref: 'Data' } }),
      },
    });
    await region.deploy({
      Resources: {
        Data: bucket({ BucketName: 'data-2' }),
        Reader: role({ RoleName: 'reader', Description: { Ref: 'Data' } }),
      },
    });
    expect((await region.events()).slice(-10)).toEqual([
      'Demo UPDATE_IN_PROGRESS: User Initiated',
      `Data UPDATE_IN_PROGRESS: ${NEW_PHYSICAL}`,
      `Data UPDATE_IN_PROGRESS: ${INITIATED}`,
      'Data UPDATE_COMPLETE',
      'Reader UPDATE_IN_PROGRESS',
      'Reader UPDATE_COMPLETE',
      'Demo UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'Data DELETE_IN_PROGRESS',
      'Data DELETE_COMPLETE',
      'Demo UPDATE_COMPLETE',
    ]);
    expect([...region.world.buckets.keys()]).toEqual(['data-2']);
    expect(region.account.roles.get('reader')?.description).toBe('data-2');
  });

  test('keeps a replaced resource whose UpdateReplacePolicy is Retain', async () => {
    const region = new Region();
    const template = (name: string) => ({
      Resources: { Data: bucket({ BucketName: name }, { UpdateReplacePolicy: 'Retain' }) },
    });
    await region.deploy(template('data-1'));
    await region.deploy(template('data-2'));
    expect([...region.world.buckets.keys()]).toEqual(['data-1', 'data-2']);
    expect(await region.events()).toContain('Data DELETE_SKIPPED');
  });

  test('refuses to replace a resource under the name that it has', async () => {
    const region = new Region();
    const template = (path: string) => ({ Resources: { Reader: role({ RoleName: 'reader', Path: path }) } });
    await region.deploy(template('/'));
    const stack = await region.deploy(template('/vendors/'));
    expect(stack.text('StackStatus')).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await region.events()).toContain(
      'Reader UPDATE_FAILED: CloudFormation cannot update a stack when a custom-named resource requires replacing. ' +
        'Rename reader and update the stack again.',
    );
    expect(region.account.roles.get('reader')?.path).toBe('/');
  });

  test('deletes what the template no longer has, after everything else', async () => {
    const region = new Region();
    await region.deploy({
      Resources: { Old: bucket({ BucketName: 'old' }), Stays: bucket({ BucketName: 'stays' }) },
    });
    await region.deploy({
      Resources: { Stays: bucket({ BucketName: 'stays' }), New: bucket({ BucketName: 'new' }) },
    });
    expect([...region.world.buckets.keys()]).toEqual(['stays', 'new']);
    const events = await region.events();
    expect(events.indexOf('Old DELETE_IN_PROGRESS')).toBeGreaterThan(events.indexOf('New CREATE_COMPLETE'));
  });

  test('forgets a removed resource that is to be retained, and leaves it in the account', async () => {
    const region = new Region();
    const kept = bucket({ BucketName: 'kept' }, { DeletionPolicy: 'Retain' });
    await region.deploy({ Resources: { Kept: kept, Other: bucket() } });
    await region.deploy({ Resources: { Other: bucket() } });
    expect(region.world.buckets.has('kept')).toBe(true);
    const resources = (await region.call('ListStackResources', { StackName: 'Demo' })).list(
      'StackResourceSummaries',
    );
    expect(resources.map((resource) => resource.text('LogicalResourceId'))).toEqual(['Other']);
  });

  test('that fails puts everything back as it was', async () => {
    // GIVEN a stack, and a template that changes one resource, replaces one, adds one, and then fails
    const region = new Region();
    const before = {
      Resources: {
        Reading: managedPolicy({ ManagedPolicyName: 'reading' }),
        Data: bucket({ BucketName: 'data-1' }),
        Gone: bucket({ BucketName: 'gone' }),
        Reader: role({ RoleName: 'reader', Description: 'before' }),
      },
    };
    await region.deploy(before);
    const templateBefore = (await region.call('GetTemplate', { StackName: 'Demo' })).text('TemplateBody');

    // WHEN
    const stack = await region.deploy({
      Resources: {
        Reading: managedPolicy({ ManagedPolicyName: 'reading', PolicyDocument: READ_BETA }),
        Data: bucket({ BucketName: 'data-2' }),
        Added: bucket({ BucketName: 'added' }),
        Reader: role(
          { RoleName: 'reader', Description: 'after', MaxSessionDuration: 5 },
          { DependsOn: ['Added', 'Data', 'Reading'] },
        ),
      },
    });

    // THEN
    expect(stack.text('StackStatus')).toBe('UPDATE_ROLLBACK_COMPLETE');
    const events = await region.events();
    expect(events.slice(events.findIndex((event) => event.startsWith('Reader UPDATE_FAILED')))).toEqual([
      expect.stringContaining(
        "Value '5' at 'maxSessionDuration' failed to satisfy constraint: Member must have value greater than or equal to 3600",
      ),
      'Demo UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Reader]. Rollback requested by user.',
      'Reader UPDATE_IN_PROGRESS',
      'Reader UPDATE_COMPLETE',
      'Data UPDATE_IN_PROGRESS',
      'Data UPDATE_COMPLETE',
      'Reading UPDATE_IN_PROGRESS',
      'Reading UPDATE_COMPLETE',
      'Demo UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'Added DELETE_IN_PROGRESS',
      'Added DELETE_COMPLETE',
      'Data DELETE_IN_PROGRESS',
      'Data DELETE_COMPLETE',
      'Demo UPDATE_ROLLBACK_COMPLETE',
    ]);
    expect([...region.world.buckets.keys()].sort()).toEqual(['data-1', 'gone']);
    const policy = region.account.managedPolicies.get('arn:aws:iam::111111111111:policy/reading');
    expect(policy?.versions.get(policy.defaultVersionId)?.document).toEqual(READ_ALPHA);
    expect(region.account.roles.get('reader')?.description).toBe('before');
    expect((await region.call('GetTemplate', { StackName: 'Demo' })).text('TemplateBody')).toBe(
      templateBefore,
    );

    // AND the stack is where it was: the same template has nothing to change
    await expect(region.deploy(before)).rejects.toThrow(/current execution status of \[UNAVAILABLE\]/);
  });

  test('with another DeletionPolicy is one, although nothing happens in the account', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Data: bucket({ BucketName: 'data' }) } });
    await region.deploy({
      Resources: { Data: bucket({ BucketName: 'data' }, { DeletionPolicy: 'Retain' }) },
    });
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect(region.world.buckets.has('data')).toBe(true);
  });
});

describe('deleting a stack', () => {
  test('removes each resource before those that it refers to, and leaves the stack to be found by its id', async () => {
    const region = new Region();
    const stack = await region.deploy({
      Resources: {
        Reading: managedPolicy({ ManagedPolicyName: 'reading' }),
        Reader: role({ RoleName: 'reader', ManagedPolicyArns: [{ Ref: 'Reading' }] }),
      },
    });
    const id = stack.text('StackId');
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect((await region.events(id)).slice(-6)).toEqual([
      'Demo DELETE_IN_PROGRESS: User Initiated',
      'Reader DELETE_IN_PROGRESS',
      'Reader DELETE_COMPLETE',
      'Reading DELETE_IN_PROGRESS',
      'Reading DELETE_COMPLETE',
      'Demo DELETE_COMPLETE',
    ]);
    expect(region.account.roles.size + region.account.managedPolicies.size).toBe(0);
    await expect(region.stack('Demo')).rejects.toThrow('Stack with id Demo does not exist');
    expect((await region.stack(id)).text('StackStatus')).toBe('DELETE_COMPLETE');
  });

  test('stops at a bucket that is not empty, and can be tried again', async () => {
    const region = new Region();
    await region.deploy({
      Resources: { Data: bucket({ BucketName: 'data' }), Other: bucket({ BucketName: 'other' }) },
    });
    await region.objects.put('data', 'report.csv', Buffer.from('1'));

    await region.call('DeleteStack', { StackName: 'Demo' });
    const stack = await region.stack();
    expect(stack.text('StackStatus')).toBe('DELETE_FAILED');
    expect(stack.text('StackStatusReason')).toBe('The following resource(s) failed to delete: [Data].');
    expect((await region.events()).find((event) => event.startsWith('Data DELETE_FAILED'))).toContain(
      'The bucket you tried to delete is not empty (Service: S3, Status Code: 409',
    );
    expect([...region.world.buckets.keys()]).toEqual(['data']);

    await region.objects.delete('data', 'report.csv');
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect(region.world.buckets.size).toBe(0);
  });

  test('is refused while termination protection is on', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Data: bucket() } });
    await region.call('UpdateTerminationProtection', {
      StackName: 'Demo',
      EnableTerminationProtection: 'true',
    });
    await expect(region.call('DeleteStack', { StackName: 'Demo' })).rejects.toThrow(
      'Stack [Demo] cannot be deleted while TerminationProtection is enabled',
    );
  });

  test('that never was is no error', async () => {
    await expect(new Region().call('DeleteStack', { StackName: 'Demo' })).resolves.toBeDefined();
  });
});

test('no two events of a stack have the same time, although the clock stands still', async () => {
  const region = new Region();
  await region.deploy({ Resources: { A: bucket(), B: bucket() } });
  const events = (await region.call('DescribeStackEvents', { StackName: 'Demo' })).list('StackEvents');
  const times = events.map((event) => event.text('Timestamp'));
  expect(new Set(times).size).toBe(events.length);
  expect(times.toSorted().reverse()).toEqual(times);
});
