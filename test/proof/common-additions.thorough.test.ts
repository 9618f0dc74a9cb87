// tools/proof/prove.ts: what teams add to such a stack with CDK's own constructs, beside the share, gives nobody anything
import {
  Aspects,
  CfnWaitCondition,
  CfnWaitConditionHandle,
  Duration,
  RemovalPolicy,
  Stack,
  Tags,
} from 'aws-cdk-lib';
import { BackupPlan, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { Alarm, AlarmRule, CompositeAlarm, Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ManagedRule } from 'aws-cdk-lib/aws-config';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { GatewayVpcEndpointAwsService, type IVpc, SecurityGroup, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { CloudWatchLogGroup, LambdaFunction, SnsTopic, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  AccountRootPrincipal,
  ManagedPolicy,
  PolicyStatement,
  Role,
  ServicePrincipal,
  User,
} from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Alias, Code, Function as Lambda, type IVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import {
  FilterPattern,
  LogGroup,
  LogRetention,
  MetricFilter,
  RetentionDays,
  SubscriptionFilter,
} from 'aws-cdk-lib/aws-logs';
import { LambdaDestination as LogDestination } from 'aws-cdk-lib/aws-logs-destinations';
import {
  Bucket,
  CfnBucket,
  EventType,
  HttpMethods,
  type IBucket,
  InventoryFrequency,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import { LambdaDestination, SnsDestination, SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { buildApp } from '../../lib/share-app';
import type { Share } from '../../lib/share/share';
import { proveDirectory } from '../../tools/proof/prove-directory';
import { acme, shareWith, walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { headlines, refusals } from './templates';

/** The company's stack and the bucket that it shares. */
interface Company {
  readonly stack: Stack;
  readonly bucket: Bucket;
}

const inline = {
  code: Code.fromInline('exports.handler = () => {}'),
  handler: 'index.handler',
  runtime: Runtime.NODEJS_22_X,
};
const code = (stack: Stack, id = 'Code') => new Lambda(stack, id, inline);
const metric = new Metric({ namespace: 'AWS/S3', metricName: 'BucketSizeBytes' });
const cfn = (bucket: Bucket): CfnBucket => {
  const { defaultChild } = bucket.node;
  if (defaultChild instanceof CfnBucket) return defaultChild;
  throw new Error('no bucket');
};
const logsOf = (stack: Stack) => new Bucket(stack, 'Logs', { enforceSSL: true });

/** The twenty commonest, and more of their kind. */
const ADDITIONS: Readonly<Record<string, (company: Company) => unknown>> = {
  'an alarm': ({ stack }) => new Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 }),
  'an alarm that sends word': ({ stack }) => {
    const alarm = new Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });
    alarm.addAlarmAction(new SnsAction(new Topic(stack, 'Topic')));
  },
  'an alarm of alarms': ({ stack }) => {
    const alarm = new Alarm(stack, 'Alarm', { metric, threshold: 1, evaluationPeriods: 1 });
    new CompositeAlarm(stack, 'All', { alarmRule: AlarmRule.allOf(alarm) });
  },
  'a dashboard': ({ stack }) =>
    new Dashboard(stack, 'Dashboard', { widgets: [[new GraphWidget({ left: [metric] })]] }),
  'a log group': ({ stack }) => new LogGroup(stack, 'Log', { retention: RetentionDays.ONE_YEAR }),
  'a metric of a log': ({ stack }) =>
    new MetricFilter(stack, 'Filter', {
      logGroup: new LogGroup(stack, 'Log'),
      filterPattern: FilterPattern.literal('ERROR'),
      metricNamespace: 'Company',
      metricName: 'Errors',
    }),
  'a log that a function reads': ({ stack }) =>
    new SubscriptionFilter(stack, 'Subscription', {
      logGroup: new LogGroup(stack, 'Log'),
      filterPattern: FilterPattern.allEvents(),
      destination: new LogDestination(code(stack)),
    }),
  'log retention': ({ stack }) =>
    new LogRetention(stack, 'Retention', {
      logGroupName: '/aws/lambda/any',
      retention: RetentionDays.ONE_WEEK,
    }),
  'a topic with a policy': ({ stack }) => new Topic(stack, 'Topic', { enforceSSL: true }),
  'a topic with subscribers': ({ stack }) => {
    const topic = new Topic(stack, 'Topic');
    topic.addSubscription(new EmailSubscription('data@example.com'));
    topic.addSubscription(new SqsSubscription(new Queue(stack, 'Queue')));
  },
  'a topic that S3 may publish to': ({ stack }) =>
    new Topic(stack, 'Topic').grantPublish(new ServicePrincipal('s3.amazonaws.com')),
  'a queue with a policy': ({ stack }) => new Queue(stack, 'Queue', { enforceSSL: true }),
  'a queue with another for what failed': ({ stack }) =>
    new Queue(stack, 'Queue', { deadLetterQueue: { queue: new Queue(stack, 'Failed'), maxReceiveCount: 3 } }),
  'a queue that a function reads': ({ stack }) =>
    code(stack).addEventSource(new SqsEventSource(new Queue(stack, 'Queue'))),
  'a parameter': ({ stack }) =>
    new StringParameter(stack, 'Parameter', {
      parameterName: '/share/role',
      stringValue: 'VendorAccessRole',
    }),
  'a secret': ({ stack }) => new Secret(stack, 'Secret'),
  'a rule': ({ stack }) => {
    const rule = new Rule(stack, 'Rule', { eventPattern: { source: ['aws.s3'] } });
    rule.addTarget(new LambdaFunction(code(stack)));
    rule.addTarget(new SnsTopic(new Topic(stack, 'Topic')));
    rule.addTarget(new SqsQueue(new Queue(stack, 'Queue')));
  },
  'a schedule': ({ stack }) =>
    new Rule(stack, 'Rule', {
      schedule: Schedule.rate(Duration.days(1)),
      targets: [new LambdaFunction(code(stack))],
    }),
  'a notification to a function': ({ stack, bucket }) =>
    bucket.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(code(stack))),
  'a notification to a topic': ({ stack, bucket }) =>
    bucket.addEventNotification(EventType.OBJECT_REMOVED, new SnsDestination(new Topic(stack, 'Topic'))),
  'a notification to a queue': ({ stack, bucket }) =>
    bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(new Queue(stack, 'Queue'))),
  'EventBridge on the bucket': ({ bucket }) => bucket.enableEventBridgeNotification(),
  'access logs of the bucket': ({ stack, bucket }) => {
    const logs = logsOf(stack);
    cfn(bucket).loggingConfiguration = { destinationBucketName: logs.bucketName, logFilePrefix: 'share/' };
    logs.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [logs.arnForObjects('share/*')],
        conditions: {
          ArnLike: { 'aws:SourceArn': bucket.bucketArn },
          StringEquals: { 'aws:SourceAccount': stack.account },
        },
      }),
    );
  },
  'access logs of another bucket': ({ stack }) =>
    new Bucket(stack, 'Other', {
      serverAccessLogsBucket: logsOf(stack) as IBucket, // CDK's classes know no exactOptionalPropertyTypes
      enforceSSL: true,
    }),
  'a lifecycle to infrequent access': ({ bucket }) =>
    bucket.addLifecycleRule({
      transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) }],
    }),
  'a lifecycle that tiers by use': ({ bucket }) =>
    bucket.addLifecycleRule({
      transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) }],
    }),
  'a lifecycle for old versions and unfinished uploads': ({ bucket }) =>
    bucket.addLifecycleRule({
      noncurrentVersionExpiration: Duration.days(30),
      abortIncompleteMultipartUploadAfter: Duration.days(7),
    }),
  CORS: ({ bucket }) =>
    bucket.addCorsRule({ allowedMethods: [HttpMethods.GET], allowedOrigins: ['https://data.example.com'] }),
  'object lock': ({ bucket }) => (cfn(bucket).objectLockEnabled = true),
  'object lock with a rule': ({ bucket }) => {
    cfn(bucket).objectLockEnabled = true;
    cfn(bucket).objectLockConfiguration = {
      objectLockEnabled: 'Enabled',
      rule: { defaultRetention: { mode: 'GOVERNANCE', days: 30 } },
    };
  },
  'metrics of the bucket': ({ bucket }) => bucket.addMetric({ id: 'all' }),
  'an inventory of the bucket': ({ stack, bucket }) =>
    bucket.addInventory({
      destination: { bucket: logsOf(stack) as IBucket, prefix: 'inventory' },
      frequency: InventoryFrequency.WEEKLY,
    }),
  'transfer acceleration': ({ bucket }) =>
    (cfn(bucket).accelerateConfiguration = { accelerationStatus: 'Enabled' }),
  tags: ({ stack }) => Tags.of(stack).add('team', 'data'),
  'a key with an alias, for something else': ({ stack }) =>
    new Queue(stack, 'Queue', { encryptionMasterKey: new Key(stack, 'Key', { alias: 'jobs' }) }),
  'a key that CloudTrail and logs use': ({ stack }) => {
    const key = new Key(stack, 'Key', { enableKeyRotation: true });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
  },
  'a function with a role': ({ stack }) => code(stack),
  'a function that reads the bucket': ({ stack, bucket }) => bucket.grantRead(code(stack)),
  'a function that writes the bucket': ({ stack, bucket }) => bucket.grantPut(code(stack)),
  'a function with an alias': ({ stack }) =>
    new Alias(stack, 'Live', { aliasName: 'live', version: code(stack).currentVersion as IVersion }),
  'a trail': ({ stack }) => new Trail(stack, 'Trail'),
  'a trail of who reads what': ({ stack, bucket }) =>
    new Trail(stack, 'Trail', {
      sendToCloudWatchLogs: true,
      bucket: logsOf(stack) as IBucket,
    }).addS3EventSelector([{ bucket }]),
  'a wait handle': ({ stack }) =>
    new CfnWaitCondition(stack, 'Wait', {
      count: 1,
      handle: new CfnWaitConditionHandle(stack, 'Handle').ref,
      timeout: '60',
    }),
  'a table': ({ stack }) =>
    new Table(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } }),
  'a network with a way to S3': ({ stack }) => {
    const vpc = new Vpc(stack, 'Vpc', { natGateways: 0, availabilityZones: ['ap-northeast-1a'] });
    vpc.addGatewayEndpoint('S3', { service: GatewayVpcEndpointAwsService.S3 });
    new SecurityGroup(stack, 'Group', { vpc: vpc as IVpc });
  },
  'a rule of Config': ({ stack }) =>
    new ManagedRule(stack, 'Rule', { identifier: 'S3_BUCKET_VERSIONING_ENABLED' }),
  'a backup of tables': ({ stack }) =>
    BackupPlan.daily35DayRetention(stack, 'Plan', new BackupVault(stack, 'Vault')),
  'a bucket of the company’s own': ({ stack }) =>
    new Bucket(stack, 'Other', { enforceSSL: true, versioned: true }),
  'a role of the company’s own people': ({ stack }) =>
    new Role(stack, 'Analyst', {
      assumedBy: new AccountRootPrincipal(),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess')],
    }),
  'a role for a machine': ({ stack, bucket }) =>
    bucket.grantReadWrite(
      new Role(stack, 'Machine', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') }),
    ),
  'a role for containers': ({ stack }) =>
    new Role(stack, 'Task', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') }),
  'a user who may nothing': ({ stack }) => new User(stack, 'User'),
  'descriptions and outputs': ({ stack }) => {
    stack.templateOptions.description = 'What the company lends';
    stack.exportValue('text', { name: 'share-text' });
  },
  'removal policies as they are': ({ stack }) =>
    Aspects.of(stack).add({
      visit: (node) => void (node instanceof Bucket && node.applyRemovalPolicy(RemovalPolicy.RETAIN)),
    }),
};

const SHARES: readonly (readonly [string, Share])[] = [
  ['the walkthrough', walkthroughShare],
  [
    'two vendors, one with every option',
    {
      company: { ...walkthroughShare.company, seedObjects: [] },
      vendors: [
        ...shareWith({
          prefixes: ['reports/'],
          borrowers: 'permission-set',
          externalId: 'Example-1234',
          until: '2027-01-31T00:00:00Z',
        }).vendors,
        acme,
      ],
    },
  ],
  [
    'a vendor with a role of its own path',
    { ...walkthroughShare, vendors: [{ ...walkthroughVendor, rolePath: '/v/' }] },
  ],
];

/** What `cdk synth` writes when one thing was added to the company's stack. */
function synthesizedWith(share: Share, add: (company: Company) => unknown): string {
  const context = { 'availability-zones:account=111111111111:region=ap-northeast-1': ['ap-northeast-1a'] };
  const app = buildApp(share, { analyticsReporting: false, context });
  const stack = app.node.findChild('CompanyStack');
  const bucket = stack.node.findChild('Bucket');
  if (!(stack instanceof Stack) || !(bucket instanceof Bucket))
    throw new Error('a stack with a bucket expected');
  add({ stack, bucket });
  return app.synth({ validateOnSynthesis: false }).directory;
}

describe.each(SHARES)('%s', (_, share) => {
  test.each(Object.entries(ADDITIONS))('and %s holds', (__, add) => {
    const report = proveDirectory(synthesizedWith(share, add), share);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
    expect(report.verdict).toBe('holds');
  });
});

test('a custom resource whose calls are not CDK’s own is not decided, by name', () => {
  const directory = synthesizedWith(walkthroughShare, ({ stack }) => {
    new Rule(stack, 'Rule', {
      eventPattern: { source: ['aws.s3'] },
      targets: [new CloudWatchLogGroup(new LogGroup(stack, 'Log'))],
    });
  });
  const report = proveDirectory(directory, walkthroughShare);

  expect(headlines(report)).toEqual([]);
  expect(refusals(report)).toEqual([
    'Custom::CloudwatchLogResourcePolicy EventsLogGroupPolicyCompanyStackRule29A49F603FDE68CF: it runs a function of its own when it is deployed, and the proof does not read what that does.',
  ]);
});
