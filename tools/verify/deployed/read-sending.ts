import { sayReading } from '../../../words/say';
import {
  type AnalyticsConfiguration,
  GetBucketLoggingCommand,
  GetBucketNotificationConfigurationCommand,
  type GetBucketNotificationConfigurationCommandOutput,
  GetBucketReplicationCommand,
  GetBucketWebsiteCommand,
  type InventoryConfiguration,
  ListBucketAnalyticsConfigurationsCommand,
  ListBucketInventoryConfigurationsCommand,
  type LoggingEnabled,
  paginateListBuckets,
  type ReplicationRule,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { SendingEntry } from '../../proof/templates/given-by-bucket';
import type { BucketInput } from './bucket-settings';
import { continued } from './continued';
import type { Parts } from './live-reader';

/**
 * What S3 puts elsewhere by itself. A website is read, too, and gives nothing by itself: its address serves what the policy
 * lets anyone read.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteAccessPermissionsReqd.html
 */
export async function readSending(parts: Parts, s3: S3Client, input: BucketInput): Promise<SendingEntry[]> {
  const found = await Promise.all([
    parts.read(sayReading('part.replication'), async (call) => {
      const request = s3.send(new GetBucketReplicationCommand(input), call.options());
      const replication = await call.ifThere(request, 'ReplicationConfigurationNotFoundError');
      return (replication?.ReplicationConfiguration?.Rules ?? []).flatMap(ofReplication);
    }),
    parts.read(sayReading('part.inventories'), async (call) => {
      const pages = await continued((page) =>
        call.answer(
          s3.send(new ListBucketInventoryConfigurationsCommand({ ...input, ...page }), call.options()),
        ),
      );
      return pages.flatMap(({ InventoryConfigurationList: list }) => list ?? []).flatMap(ofInventory);
    }),
    parts.read(sayReading('part.analyses'), async (call) => {
      const pages = await continued((page) =>
        call.answer(
          s3.send(new ListBucketAnalyticsConfigurationsCommand({ ...input, ...page }), call.options()),
        ),
      );
      return pages.flatMap(({ AnalyticsConfigurationList: list }) => list ?? []).flatMap(ofAnalysis);
    }),
    parts.read(sayReading('part.access-logs'), async (call) => {
      const request = s3.send(new GetBucketLoggingCommand(input), call.options());
      const { LoggingEnabled: logging } = await call.answer(request);
      return logging === undefined ? [] : ofLogging(logging, input);
    }),
    parts.read(sayReading('part.notifications'), async (call) => {
      const request = s3.send(new GetBucketNotificationConfigurationCommand(input), call.options());
      return ofNotifications(await call.answer(request));
    }),
    parts.read(sayReading('part.website'), async (call) => {
      const request = s3.send(new GetBucketWebsiteCommand(input), call.options());
      await call.ifThere(request, 'NoSuchWebsiteConfiguration');
      return [];
    }),
  ]);
  return withOwners(
    found.flatMap((one) => one?.value ?? []),
    parts,
    s3,
    input,
  );
}

function ofReplication({ ID: id, Status: status, Destination: to }: ReplicationRule): SendingEntry[] {
  if (status === 'Disabled') return [];
  return [{ what: sayReading('replication', { id: id ?? '' }), ...intoBucket(to?.Bucket, to?.Account) }];
}

function ofInventory({ Id: id, IsEnabled: on, Destination: to }: InventoryConfiguration): SendingEntry[] {
  if (on === false) return [];
  const { Bucket: bucket, AccountId: account } = to?.S3BucketDestination ?? {};
  return [{ what: sayReading('inventory', { id: id ?? '' }), ...intoBucket(bucket, account) }];
}

function ofAnalysis({ Id: id, StorageClassAnalysis: analysis }: AnalyticsConfiguration): SendingEntry[] {
  const exported = analysis?.DataExport;
  if (exported === undefined) return [];
  const { Bucket: bucket, BucketAccountId: account } = exported.Destination?.S3BucketDestination ?? {};
  return [{ what: sayReading('analysis', { id: id ?? '' }), ...intoBucket(bucket, account) }];
}

/** The bucket for the logs is in the same account: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html */
function ofLogging(
  { TargetBucket: bucket, TargetGrants: grants }: LoggingEnabled,
  input: BucketInput,
): SendingEntry[] {
  return [
    { what: sayReading('access-logs'), ...intoBucket(bucket, input.ExpectedBucketOwner) },
    ...(grants ?? []).map(({ Grantee: grantee, Permission: permission }) => ({
      what: sayReading('access-logs.give', { permission: permission ?? '' }),
      to: grantee?.URI ?? grantee?.ID ?? sayReading('to.somebody'),
    })),
  ];
}

/** EventBridge is that of the bucket's own account. */
function ofNotifications({
  TopicConfigurations: topics,
  QueueConfigurations: queues,
  LambdaFunctionConfigurations: functions,
}: Pick<
  GetBucketNotificationConfigurationCommandOutput,
  'TopicConfigurations' | 'QueueConfigurations' | 'LambdaFunctionConfigurations'
>): SendingEntry[] {
  const arns = [
    ...(topics ?? []).map(({ TopicArn: arn }) => arn),
    ...(queues ?? []).map(({ QueueArn: arn }) => arn),
    ...(functions ?? []).map(({ LambdaFunctionArn: arn }) => arn),
  ];
  return arns.map((arn) => ({
    what: sayReading('notifications'),
    to: arn ?? sayReading('to.somewhere'),
    ...accountIn(arn),
  }));
}

function accountIn(arn: string | undefined): Pick<SendingEntry, 'account'> {
  const account = arn?.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? { account } : {};
}

/** @param arn `arn:aws:s3:::NAME`, or the name */
function intoBucket(arn: string | undefined, account: string | undefined): Omit<SendingEntry, 'what'> {
  const owner = account !== undefined && { account };
  if (arn === undefined) return { to: sayReading('to.bucket.unnamed'), ...owner };
  const bucketName = arn.slice(arn.lastIndexOf(':') + 1);
  return { to: sayReading('to.bucket', { bucket: bucketName }), bucketName, ...owner };
}

/** S3 says the owner only where somebody wrote it into the configuration; the company's own buckets can be listed. */
async function withOwners(
  sends: readonly SendingEntry[],
  parts: Parts,
  s3: S3Client,
  { Bucket: shared, ExpectedBucketOwner: company }: BucketInput,
): Promise<SendingEntry[]> {
  const needed = sends.some(
    ({ bucketName, account }) => bucketName !== undefined && bucketName !== shared && account === undefined,
  );
  if (!needed) return [...sends];
  const own = await parts.read(sayReading('part.bucket-owners'), async (call) => {
    const names = new Set<string>();
    for await (const { Buckets: buckets } of call.pages(
      paginateListBuckets({ client: s3 }, {}, call.options()),
    ))
      for (const { Name: name } of buckets ?? []) if (name !== undefined) names.add(name);
    return names;
  });
  return sends.map((one) => {
    if (own === undefined || one.account !== undefined || one.bucketName === undefined) return one;
    return { ...one, account: own.value.has(one.bucketName) ? company : 'another' };
  });
}
