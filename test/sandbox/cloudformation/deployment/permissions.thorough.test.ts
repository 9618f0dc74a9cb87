// tools/sandbox/resource-type/service-client.ts, as CloudFormation's execution role uses it
import { Region } from '../region';
import { bucket, LAMBDA_TRUST, role } from '../templates';

/** Resources are made with the permissions of the execution role, which CloudFormation must be able to assume. */

const EXECUTOR = 'arn:aws:iam::111111111111:role/executor';

const trustOf = (service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
});

async function withExecutor(...statements: object[]): Promise<Region> {
  const region = new Region();
  const document = { Version: '2012-10-17', Statement: statements };
  const executor = role({
    RoleName: 'executor',
    AssumeRolePolicyDocument: trustOf('cloudformation.amazonaws.com'),
    Policies: [{ PolicyName: 'may', PolicyDocument: document }],
  });
  await region.deploy({ Resources: { Executor: executor } }, {}, 'Executors');
  return region;
}

const allow = (Action: string | string[], Resource = '*') => ({ Effect: 'Allow', Action, Resource });

async function failureOf(region: Region, resources: object): Promise<string | undefined> {
  const stack = await region.deploy({ Resources: resources }, { RoleARN: EXECUTOR });
  const failed = (await region.events()).find((event) => event.includes('CREATE_FAILED'));
  expect(stack.text('StackStatus')).toBe(failed === undefined ? 'CREATE_COMPLETE' : 'ROLLBACK_COMPLETE');
  return failed;
}

test('what the role allows is made', async () => {
  const region = await withExecutor(allow('s3:CreateBucket', 'arn:aws:s3:::data'));
  expect(await failureOf(region, { Data: bucket({ BucketName: 'data' }) })).toBeUndefined();
  expect(region.world.buckets.has('data')).toBe(true);
});

test('a resource by another name than the role allows is not, and the words are those of AWS', async () => {
  const region = await withExecutor(allow('iam:CreateRole', 'arn:aws:iam::111111111111:role/reader'));
  expect(await failureOf(region, { Writer: role({ RoleName: 'writer' }) })).toContain(
    'CREATE_FAILED: Resource handler returned message: "User: arn:aws:sts::111111111111:assumed-role/executor/AWSCloudFormation ' +
      'is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111111111111:role/writer ' +
      'because no identity-based policy allows the iam:CreateRole action (Service: Iam, Status Code: 403',
  );
  expect(region.account.roles.has('writer')).toBe(false);
});

test('each property needs the call that sets it', async () => {
  const region = await withExecutor(allow('iam:CreateRole'), allow('iam:DeleteRole'));
  const managed = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] };
  expect(await failureOf(region, { Reader: role({ RoleName: 'reader', ...managed }) })).toContain(
    'is not authorized to perform: iam:AttachRolePolicy on resource: role reader because',
  );
});

test('a generated name is known before the question is asked', async () => {
  const region = await withExecutor(allow('s3:CreateBucket', 'arn:aws:s3:::demo-data-*'));
  expect(await failureOf(region, { Data: bucket() })).toBeUndefined();
});

test('an explicit deny wins', async () => {
  const region = await withExecutor(allow('*'), { Effect: 'Deny', Action: 's3:CreateBucket', Resource: '*' });
  expect(await failureOf(region, { Data: bucket() })).toMatch(
    /s3:CreateBucket.*with an explicit deny in an identity-based policy/,
  );
});

test('a function gets a role only from someone who may pass it', async () => {
  const region = await withExecutor(allow('lambda:*'), allow(['iam:CreateRole', 'iam:DeleteRole']));
  region.addBucket('assets');
  await region.objects.put('assets', 'code.zip', Buffer.from(''));
  const failed = await failureOf(region, {
    Role: role({ RoleName: 'function', AssumeRolePolicyDocument: LAMBDA_TRUST }),
    Function: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    },
  });
  expect(failed).toContain('iam:PassRole on resource: arn:aws:iam::111111111111:role/function');
});

test('deleting needs permission too, and the stack remembers its role', async () => {
  const region = await withExecutor(allow('s3:CreateBucket'));
  await region.deploy({ Resources: { Data: bucket({ BucketName: 'data' }) } }, { RoleARN: EXECUTOR });
  await region.call('DeleteStack', { StackName: 'Demo' });
  expect((await region.stack()).text('StackStatus')).toBe('DELETE_FAILED');
  expect(region.world.buckets.has('data')).toBe(true);
});

test('what is imported is brought to the template with the permissions of the role, or let go again', async () => {
  // GIVEN a bucket that a stack has left behind
  const kept = { DeletionPolicy: 'Retain' };
  const region = await withExecutor(allow(['s3:CreateBucket', 's3:Get*', 's3:ListBucket']));
  await region.deploy({ Resources: { Data: bucket({ BucketName: 'data' }, kept) } }, {}, 'Before');
  await region.call('DeleteStack', { StackName: 'Before' });

  // WHEN
  const versioned = bucket({ BucketName: 'data', VersioningConfiguration: { Status: 'Enabled' } }, kept);
  const options = { RoleARN: EXECUTOR, ImportExistingResources: 'true' };
  const stack = await region.deploy({ Resources: { Data: versioned } }, options);

  // THEN
  expect(stack.text('StackStatus')).toBe('ROLLBACK_COMPLETE');
  expect((await region.events()).find((event) => event.startsWith('Data UPDATE_FAILED'))).toContain(
    'is not authorized to perform: s3:PutBucketVersioning on resource: "arn:aws:s3:::data"',
  );
  expect(region.world.buckets.get('data')?.versioning).toBeUndefined();
});
