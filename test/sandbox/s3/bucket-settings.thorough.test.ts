import {
  DeleteBucketEncryptionCommand,
  DeleteBucketLifecycleCommand,
  DeleteBucketTaggingCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetPublicAccessBlockCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { administratorKeys, refusalOf, s3 } from '../clients';
import { allow, BUCKET as Bucket, type LentRole, startWithLentRole } from '../lent-role';

let lent: LentRole;
let client: S3Client;

beforeAll(async () => {
  lent = await startWithLentRole();
  client = s3(lent.sandbox, administratorKeys(lent.sandbox, 'company'));
});
afterAll(() => lent.sandbox.stop());

test('the public access block is read, written and taken away, and a policy is judged by it', async () => {
  const open = {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: false,
    RestrictPublicBuckets: false,
  };
  const policy = JSON.stringify(
    allow({ Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${Bucket}/*` }),
  );
  const publish = () => client.send(new PutBucketPolicyCommand({ Bucket, Policy: policy }));
  expect(await refusalOf(publish())).toMatchObject({ code: 'AccessDenied' });
  await client.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: open }));
  expect(
    (await client.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration,
  ).toEqual(open);
  await publish();
  await client.send(new DeletePublicAccessBlockCommand({ Bucket }));
  expect(await refusalOf(client.send(new GetPublicAccessBlockCommand({ Bucket })))).toMatchObject({
    code: 'NoSuchPublicAccessBlockConfiguration',
    status: 404,
  });
});

test('versioning', async () => {
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBeUndefined();
  const VersioningConfiguration = { Status: 'Enabled' as const };
  await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  expect((await client.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe('Enabled');
});

test('encryption', async () => {
  const read = async () =>
    (await client.send(new GetBucketEncryptionCommand({ Bucket }))).ServerSideEncryptionConfiguration?.Rules;
  const own = [
    { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const }, BucketKeyEnabled: false },
  ];
  expect(await read()).toEqual(own);
  const withKey = [
    {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' as const, KMSMasterKeyID: '1234abcd' },
      BucketKeyEnabled: true,
    },
  ];
  const write = (Rules: ServerSideEncryptionRule[]) =>
    client.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: { Rules },
      }),
    );
  await write(withKey);
  expect(await read()).toEqual(withKey);
  await client.send(new DeleteBucketEncryptionCommand({ Bucket }));
  expect(await read()).toEqual(own);
  expect(
    await refusalOf(write([{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms:dsse' } }])),
  ).toMatchObject({ code: 'NotImplemented' });
});

test('lifecycle rules, which are kept and nothing else', async () => {
  const rules = [
    { ID: 'old', Status: 'Enabled' as const, Filter: { Prefix: 'logs/' }, Expiration: { Days: 30 } },
    { ID: 'all', Status: 'Disabled' as const, Filter: { Prefix: '' }, Expiration: { Days: 1 } },
  ];
  const read = () => client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
  await client.send(
    new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: rules } }),
  );
  expect((await read()).Rules).toEqual(rules);
  await client.send(new DeleteBucketLifecycleCommand({ Bucket }));
  expect(await refusalOf(read())).toMatchObject({ code: 'NoSuchLifecycleConfiguration', status: 404 });
});

test('access logs go to a bucket of the same account and region', async () => {
  const log = (TargetBucket: string) =>
    client.send(
      new PutBucketLoggingCommand({
        Bucket,
        BucketLoggingStatus: { LoggingEnabled: { TargetBucket, TargetPrefix: 'reads/' } },
      }),
    );
  await log(Bucket);
  expect((await client.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled).toEqual({
    TargetBucket: Bucket,
    TargetPrefix: 'reads/',
  });
  expect(await refusalOf(log('cdk-hnb659fds-assets-222222222222-ap-northeast-1'))).toMatchObject({
    code: 'InvalidTargetBucketForLogging',
    message: 'The owner for the bucket to be logged and the target bucket must be the same.',
  });
  await client.send(new PutBucketLoggingCommand({ Bucket, BucketLoggingStatus: {} }));
  expect((await client.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled).toBeUndefined();
});

test('ownership and tags', async () => {
  const Rules = [{ ObjectOwnership: 'BucketOwnerPreferred' as const }];
  await client.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
  expect((await client.send(new GetBucketOwnershipControlsCommand({ Bucket }))).OwnershipControls).toEqual({
    Rules,
  });
  const TagSet = [{ Key: 'team', Value: 'data & more' }];
  await client.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
  expect((await client.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);
  await client.send(new DeleteBucketTaggingCommand({ Bucket }));
  expect(await refusalOf(client.send(new GetBucketTaggingCommand({ Bucket })))).toMatchObject({
    code: 'NoSuchTagSet',
  });
});
