import { Region } from '../region';
import { bucket, managedPolicy, role } from '../templates';

/** One stack's export that another one imports keeps the first from changing it, and from going. */

const exporting = (value: string) => ({
  Resources: { Data: bucket({ BucketName: 'data' }) },
  Outputs: { Name: { Value: value, Export: { Name: 'the-name' } } },
});
const notExporting = { Resources: { Data: bucket({ BucketName: 'data' }) } };
const importing = { Resources: { Reader: role({ Description: { 'Fn::ImportValue': 'the-name' } }) } };
const importingNoMore = { Resources: { Reader: role({ Description: 'nothing' }) } };

async function imported(template: object = importing): Promise<Region> {
  const region = new Region();
  await region.deploy(exporting('one'));
  await region.deploy(template, {}, 'Reading');
  return region;
}

test('an export in use cannot get another value', async () => {
  const region = await imported();
  const stack = await region.deploy(exporting('two'));
  expect(stack.text('StackStatus')).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await region.events()).toContain(
    'Demo UPDATE_ROLLBACK_IN_PROGRESS: Export the-name cannot be updated as it is in use by Reading',
  );
  expect(stack.list('Outputs')[0]?.text('OutputValue')).toBe('one');
});

test('nor can it be left out', async () => {
  const region = await imported();
  await region.deploy(notExporting);
  expect(await region.events()).toContain(
    'Demo UPDATE_ROLLBACK_IN_PROGRESS: Delete canceled. Cannot delete export the-name as it is in use by Reading.',
  );
});

test('nor can its stack be deleted: it stays as it is, with all its resources', async () => {
  const region = await imported();
  await region.call('DeleteStack', { StackName: 'Demo' });
  const stack = await region.stack();
  expect(stack.text('StackStatus')).toBe('CREATE_COMPLETE');
  expect(stack.text('StackStatusReason')).toBe(
    'Delete canceled. Cannot delete export the-name as it is in use by Reading.',
  );
  expect(region.world.buckets.has('data')).toBe(true);
});

test('what else the stack has may change', async () => {
  const region = await imported();
  const { Outputs } = exporting('one');
  const stack = await region.deploy({ Outputs, Resources: { Data: bucket({ BucketName: 'more' }) } });
  expect(stack.text('StackStatus')).toBe('UPDATE_COMPLETE');
});

test.each([
  ['imports it no more', (region: Region) => region.deploy(importingNoMore, {}, 'Reading')],
  ['is gone', (region: Region) => region.call('DeleteStack', { StackName: 'Reading' })],
])('once the other stack %s, the first can go', async (_what, release) => {
  const region = await imported();
  await release(region);
  const id = (await region.stack()).text('StackId');
  await region.call('DeleteStack', { StackName: 'Demo' });
  expect((await region.stack(id)).text('StackStatus')).toBe('DELETE_COMPLETE');
});

test('an import in a branch that is not taken does not count', async () => {
  const region = await imported({
    Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
    Resources: {
      Reader: role({ Description: { 'Fn::If': ['Never', { 'Fn::ImportValue': 'the-name' }, 'nothing'] } }),
    },
  });
  expect((await region.deploy(exporting('two'))).text('StackStatus')).toBe('UPDATE_COMPLETE');
});

test('an import in an output counts as well', async () => {
  const region = await imported({
    Resources: { Reader: role() },
    Outputs: { Passed: { Value: { 'Fn::ImportValue': 'the-name' } } },
  });
  expect((await region.deploy(exporting('two'))).text('StackStatus')).toBe('UPDATE_ROLLBACK_COMPLETE');
});

test('a stack that could be deleted only in part is not in the way', async () => {
  // GIVEN a policy that somebody else has attached, so that it stays when the role goes
  const region = await imported({
    Resources: { Reading: managedPolicy({ ManagedPolicyName: 'reading' }), Reader: role() },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Reader', 'Arn'] } } },
  });
  await region.deploy({ Resources: { Other: role({ RoleName: 'other' }) } }, {}, 'Other');
  region.account.roles.get('other')?.attachedPolicies.add('arn:aws:iam::111111111111:policy/reading');
  await region.call('DeleteStack', { StackName: 'Reading' });
  expect(await region.stackStatus('Reading')).toBe('DELETE_FAILED');

  // THEN
  expect((await region.deploy(exporting('two'))).text('StackStatus')).toBe('UPDATE_COMPLETE');
});
