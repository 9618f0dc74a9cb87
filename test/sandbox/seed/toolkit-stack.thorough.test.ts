// tools/sandbox/seed/toolkit-stack.ts and tools/sandbox/seed/bootstrap.ts
import { readFileSync } from 'node:fs';
import { bootstrap } from '../../../tools/sandbox/seed/bootstrap';
import { ObjectData } from '../../../tools/sandbox/s3/object-data';
import { Region, REGION } from '../cloudformation/region';

/** The stack that `cdk bootstrap` leaves, and that the sandbox starts with. */

const TEMPLATE = 'node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml';
const STACK = { StackName: 'CDKToolkit' };

/** A region of an account that the sandbox's seed has bootstrapped. */
function bootstrapped(): Region {
  const region = new Region();
  const data = new ObjectData();
  bootstrap(region.account, REGION, region.world, data);
  return region;
}

test('is as the CDK CLI wants to have it: its own template, and outputs that name what is there', async () => {
  const region = bootstrapped();
  const stack = await region.stack('CDKToolkit');
  expect(stack.text('StackStatus')).toBe('CREATE_COMPLETE');
  expect(
    stack.list('Outputs').map((output) => [output.text('OutputKey'), output.text('OutputValue')]),
  ).toEqual([
    ['BucketName', 'cdk-hnb659fds-assets-111111111111-ap-northeast-1'],
    ['BucketDomainName', 'cdk-hnb659fds-assets-111111111111-ap-northeast-1.s3.ap-northeast-1.amazonaws.com'],
    ['FileAssetKeyArn', 'AWS_MANAGED_KEY'],
    ['ImageRepositoryName', 'cdk-hnb659fds-container-assets-111111111111-ap-northeast-1'],
    ['BootstrapVersion', '33'],
  ]);
  expect((await region.call('GetTemplate', STACK)).text('TemplateBody').trim()).toBe(
    readFileSync(TEMPLATE, 'utf8').trim(),
  );
});

test('has every parameter and output of that template, and every resource that its defaults make', async () => {
  const region = bootstrapped();
  const text = readFileSync(TEMPLATE, 'utf8');
  const members = (section: string) =>
    [...(text.split(`\n${section}:\n`)[1] ?? text).split(/^\w/m)[0]!.matchAll(/^ {2}(\w+):/gm)].map(
      ([, name]) => name,
    );
  const stack = await region.stack('CDKToolkit');
  expect(stack.list('Parameters').map((it) => it.text('ParameterKey'))).toEqual(members('Parameters'));
  expect(stack.list('Outputs').map((it) => it.text('OutputKey'))).toEqual(members('Outputs'));

  const resources = (await region.call('DescribeStackResources', STACK)).list('StackResources');
  const onlyOnRequest = [
    'FileAssetsBucketEncryptionKey',
    'FileAssetsBucketEncryptionKeyAlias',
    'CdkBoostrapPermissionsBoundaryPolicy',
  ];
  expect(resources.map((it) => it.text('LogicalResourceId'))).toEqual(
    members('Resources').filter((name) => !onlyOnRequest.includes(name!)),
  );

  // AND they are really there
  const physicalIds = (type: string) =>
    resources.filter((it) => it.text('ResourceType') === type).map((it) => it.text('PhysicalResourceId'));
  expect(physicalIds('AWS::S3::Bucket')).toEqual([...region.world.buckets.keys()]);
  expect(physicalIds('AWS::IAM::Role').sort()).toEqual([...region.account.roles.keys()].sort());
  expect(physicalIds('AWS::IAM::Policy').sort()).toEqual(
    [...region.account.roles.values()]
      .flatMap((role) => [...role.inlinePolicies.keys()])
      .filter((name) => name.includes('publishing'))
      .sort(),
  );
});

test.each<[string, Record<string, string>]>([
  ['CreateChangeSet', { ChangeSetName: 'changes', TemplateBody: '{}', ImportExistingResources: 'true' }],
  ['UpdateStack', { TemplateBody: '{}' }],
  ['DeleteStack', {}],
])('%s is refused, and says that nothing needs to be done', async (action, input) => {
  const region = bootstrapped();
  await expect(region.call(action, { ...STACK, ...input })).rejects.toThrow(
    'CDKToolkit in 111111111111/ap-northeast-1 is as "cdk bootstrap" leaves it, and the sandbox neither updates nor ' +
      'deletes it: nothing needs to be done',
  );
  expect(await region.stackStatus('CDKToolkit')).toBe('CREATE_COMPLETE');
});

test('owns the assets bucket, which no other stack can import', async () => {
  const region = bootstrapped();
  const assets = {
    Type: 'AWS::S3::Bucket',
    DeletionPolicy: 'Retain',
    Properties: { BucketName: 'cdk-hnb659fds-assets-111111111111-ap-northeast-1' },
  };
  await region.call('CreateChangeSet', {
    StackName: 'Demo',
    ChangeSetName: 'changes',
    ChangeSetType: 'CREATE',
    ImportExistingResources: 'true',
    TemplateBody: JSON.stringify({ Resources: { Assets: assets } }),
  });
  const described = await region.call('DescribeChangeSet', { StackName: 'Demo', ChangeSetName: 'changes' });
  const owner = (await region.stack('CDKToolkit')).text('StackId');
  expect(described.text('StatusReason')).toBe(
    `cdk-hnb659fds-assets-111111111111-ap-northeast-1 already exists in stack ${owner}`,
  );
});

test('is not where nobody has bootstrapped', async () => {
  expect(await new Region().stackStatus('CDKToolkit')).toBeUndefined();
});
