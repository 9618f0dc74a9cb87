// tools/sandbox/s3/without-configurations.ts and control-operations.ts, spoken to by the SDK
import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketReplicationCommand,
  GetBucketWebsiteCommand,
  ListBucketAnalyticsConfigurationsCommand,
  ListBucketIntelligentTieringConfigurationsCommand,
  ListBucketInventoryConfigurationsCommand,
  PutBucketWebsiteCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  GetAccessPointCommand,
  ListAccessGrantsCommand,
  ListAccessPointsCommand,
  type S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { connect, type Connection } from '../../../tools/verify/aws-clients';
import { administratorKeys, assumeRole, type Keys, refusalOf, s3 } from '../clients';
import { BUCKET, COMPANY, type LentRole, ROLE_ARN, startWithLentRole } from '../lent-role';

let lent: LentRole;
let connection: Connection;
let client: S3Client;
let control: S3ControlClient;
const Bucket = BUCKET;

beforeAll(async () => {
  lent = await startWithLentRole();
  const keys = administratorKeys(lent.sandbox, 'company');
  client = s3(lent.sandbox, keys);
  process.env['AWS_ENDPOINT_URL'] = lent.sandbox.url;
  connection = connect({ region: 'ap-northeast-1', identityCenterRegion: 'ap-northeast-1', timeout: 10_000 });
  control = controlAs(keys);
});
afterAll(async () => {
  delete process.env['AWS_ENDPOINT_URL'];
  connection.close();
  client.destroy();
  await lent.sandbox.stop();
});

function controlAs(keys: Keys): S3ControlClient {
  return connection.withKeys(keys, 'default').s3Control;
}

test('a bucket has no lifecycle, replication or website, in S3’s words', async () => {
  const refusals = await Promise.all(
    [
      client.send(new GetBucketLifecycleConfigurationCommand({ Bucket })),
      client.send(new GetBucketReplicationCommand({ Bucket })),
      client.send(new GetBucketWebsiteCommand({ Bucket })),
    ].map(refusalOf),
  );
  expect(refusals).toMatchObject([
    {
      code: 'NoSuchLifecycleConfiguration',
      status: 404,
      message: 'The lifecycle configuration does not exist',
    },
    {
      code: 'ReplicationConfigurationNotFoundError',
      status: 404,
      message: 'The replication configuration was not found',
    },
    {
      code: 'NoSuchWebsiteConfiguration',
      status: 404,
      message: 'The specified bucket does not have a website configuration',
    },
  ]);
});

test('it logs nothing, notifies nobody and reports nothing', async () => {
  expect((await client.send(new GetBucketLoggingCommand({ Bucket }))).LoggingEnabled).toBeUndefined();
  const notifications = await client.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
  expect(Object.keys(notifications)).toEqual(['$metadata']);
  const inventories = await client.send(new ListBucketInventoryConfigurationsCommand({ Bucket }));
  expect(inventories).toMatchObject({ IsTruncated: false });
  expect(inventories.InventoryConfigurationList ?? []).toEqual([]);
  const analyses = await client.send(new ListBucketAnalyticsConfigurationsCommand({ Bucket }));
  expect(analyses.AnalyticsConfigurationList ?? []).toEqual([]);
  const tiering = await client.send(new ListBucketIntelligentTieringConfigurationsCommand({ Bucket }));
  expect(tiering.IntelligentTieringConfigurationList ?? []).toEqual([]);
});

test('who gives it one is told that it is not modelled', async () => {
  const command = new PutBucketWebsiteCommand({
    Bucket,
    WebsiteConfiguration: { IndexDocument: { Suffix: 'index.html' } },
  });
  expect(await refusalOf(client.send(command))).toMatchObject({ code: 'NotImplemented' });
});

test('S3 Control knows no access points and no access grants', async () => {
  const { AccessPointList } = await control.send(new ListAccessPointsCommand({ AccountId: COMPANY, Bucket }));
  expect(AccessPointList ?? []).toEqual([]);
  expect(await refusalOf(control.send(new ListAccessGrantsCommand({ AccountId: COMPANY })))).toMatchObject({
    code: 'AccessGrantsInstanceNotExistsError',
    message: 'Access Grants Instance does not exist',
    status: 404,
  });
  expect(
    await refusalOf(control.send(new GetAccessPointCommand({ AccountId: COMPANY, Name: 'reports' }))),
  ).toMatchObject({
    code: 'NotImplemented',
    message: "The sandbox does not model S3 Control's GET accesspoint/reports.",
  });
});

test('whoever may not look is denied, and not told', async () => {
  const borrower = await assumeRole(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'), {
    RoleArn: ROLE_ARN,
  });
  const asBorrower = controlAs(borrower);
  expect(
    await refusalOf(asBorrower.send(new ListAccessPointsCommand({ AccountId: COMPANY, Bucket }))),
  ).toMatchObject({ code: 'AccessDenied', status: 403 });
  expect(await refusalOf(asBorrower.send(new ListAccessGrantsCommand({ AccountId: COMPANY })))).toMatchObject(
    {
      code: 'AccessDenied',
      status: 403,
    },
  );
});
