import { App, Aws, CfnCondition, CfnResource, Duration, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupResource } from 'aws-cdk-lib/aws-backup';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import { Alarm, AlarmRule, CompositeAlarm, Dashboard, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ManagedRule } from 'aws-cdk-lib/aws-config';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { GatewayVpcEndpointAwsService, Vpc } from 'aws-cdk-lib/aws-ec2';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SnsTopic, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, LogRetention, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Schedule as Schedule2, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import flags from 'aws-cdk-lib/recommended-feature-flags.json';
import { proveAssembly } from '../../../tools/proof/prove-directory';
import { readAssembly, type StackTemplate } from '../../../tools/proof/templates/assembly';
import { inventoryOf } from '../../../tools/proof/templates/collect';
import type { AccessInventory } from '../../../tools/proof/templates/inventory';
import { RESOURCE_TYPES } from '../../../tools/proof/templates/resource-types';
import { companyWith } from '../../lib/walkthrough-share';
import { assemblyOf, type Edit, headlines, proveWith, refusals, unjudgedWith } from '../templates';

const share = companyWith({ seedObjects: [] });
const assembly = assemblyOf(share);
/** What teams add to such a stack, as CDK writes it: all of it is understood. */
const ADDITIONS: Readonly<Record<string, (stack: Stack) => unknown>> = {
  'an alarm with a topic and e-mail': (stack) => {
    const topic = new Topic(stack, 'Topic', { enforceSSL: true });
    topic.addSubscription(new EmailSubscription('data-team@example.com'));
    const alarm = new Alarm(stack, 'Alarm', {
      metric: new Lambda(stack, 'Fn', inline).metricErrors(),
      threshold: 1,
      evaluationPeriods: 1,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    new CompositeAlarm(stack, 'Both', { alarmRule: AlarmRule.fromBoolean(true) });
  },
  'a topic under a condition': (stack) => {
    const { defaultChild: topic } = new Topic(stack, 'Topic').node;
    const elsewhere = new CfnCondition(stack, 'Elsewhere', {
      expression: Fn.conditionEquals(Aws.REGION, 'us-east-1'),
    });
    if (CfnResource.isCfnResource(topic)) topic.cfnOptions.condition = elsewhere;
  },
  'a dashboard': (stack) => new Dashboard(stack, 'Dashboard').addWidgets(new TextWidget({ markdown: '#' })),
  'a log group with a metric': (stack) => {
    const logGroup = new LogGroup(stack, 'Logs');
    const metric = { metricNamespace: 'a', metricName: 'b' };
    new MetricFilter(stack, 'Filter', { logGroup, filterPattern: FilterPattern.allTerms('x'), ...metric });
  },
  'log retention': (stack) => new LogRetention(stack, 'Retention', { logGroupName: '/a', retention: 7 }),
  'a queue behind a topic': (stack) => {
    const topic = new Topic(stack, 'Topic');
    topic.addSubscription(new SqsSubscription(new Queue(stack, 'Queue', { enforceSSL: true })));
  },
  'a parameter': (stack) => new StringParameter(stack, 'Parameter', { stringValue: 'x' }),
  'a secret, and a function that reads it': (stack) =>
    new Secret(stack, 'Secret').grantRead(new Lambda(stack, 'Fn', inline)),
  'a rule with a queue, a topic and a function': (stack) => {
    const rule = new Rule(stack, 'Rule', { eventPattern: { source: ['aws.s3'] } });
    rule.addTarget(new SqsQueue(new Queue(stack, 'Queue')));
    rule.addTarget(new SnsTopic(new Topic(stack, 'Topic')));
    rule.addTarget(new LambdaFunction(new Lambda(stack, 'Fn', inline)));
  },
  'a schedule': (stack) =>
    new Rule(stack, 'Rule', { schedule: Schedule.rate(Duration.days(1)) }).addTarget(
      new LambdaFunction(new Lambda(stack, 'Fn', inline)),
    ),
  'a trail': (stack) => new Trail(stack, 'Trail', { sendToCloudWatchLogs: true }),
  'a key with an alias': (stack) => new Key(stack, 'Key', { alias: 'data', enableKeyRotation: true }),
  'a log bucket, and a bucket that logs into it': (stack) => {
    const logs = new Bucket(stack, 'Logs', {
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    new Bucket(stack, 'Data', {
      serverAccessLogsBucket: logs as IBucket, // CDK's classes know no exactOptionalPropertyTypes
      serverAccessLogsPrefix: 'data/',
    });
  },
  'a bucket that is emptied': (stack) =>
    new Bucket(stack, 'Data', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY }),
  'notifications of a bucket': (stack) =>
    new Bucket(stack, 'Data').addObjectCreatedNotification(new SqsDestination(new Queue(stack, 'Queue'))),
  'a table that a function reads': (stack) => {
    const table = new Table(stack, 'Table', { partitionKey: { name: 'a', type: AttributeType.STRING } });
    table.grantReadData(new Lambda(stack, 'Fn', inline));
  },
  'a network with a way to S3': (stack) =>
    new Vpc(stack, 'Vpc', { natGateways: 0 }).addGatewayEndpoint('S3', {
      service: GatewayVpcEndpointAwsService.S3,
    }),
  'a rule of Config': (stack) =>
    new ManagedRule(stack, 'Rule', { identifier: 'S3_BUCKET_SSL_REQUESTS_ONLY' }),
  'a state machine, on a schedule of its own': (stack) => {
    const machine = new StateMachine(stack, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')),
    });
    new Schedule2(stack, 'Schedule', {
      schedule: ScheduleExpression.rate(Duration.days(1)),
      target: new StepFunctionsStartExecution(machine, {}),
    });
  },
  'a log of a network': (stack) => new Vpc(stack, 'Vpc', { natGateways: 0 }).addFlowLog('Log'),
  'a budget': (stack) =>
    new CfnBudget(stack, 'Budget', {
      budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount: 1, unit: 'USD' } },
    }),
  'a backup': (stack) =>
    BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [BackupResource.fromArn('arn:aws:s3:::company-shared-data-bucket-12345')],
    }),
};

const inline = {
  code: Code.fromInline('exports.handler = () => {}'),
  handler: 'index.handler',
  runtime: Runtime.NODEJS_22_X,
};

describe('what teams add, each in a stack of its own', () => {
  const stacks = new Map<string, string>();
  let added: readonly StackTemplate[];
  let found: AccessInventory;
  beforeAll(() => {
    const zones = { 'availability-zones:account=111111111111:region=ap-northeast-1': ['ap-northeast-1a'] };
    const own = { '@aws-cdk/aws-lambda:useCdkManagedLogGroup': false };
    const app = new App({ context: { ...flags, ...zones, ...own }, analyticsReporting: false });
    for (const [index, [what, add]] of Object.entries(ADDITIONS).entries()) {
      const stack = new Stack(app, `S${index}`, {
        env: { account: '111111111111', region: 'ap-northeast-1' },
      });
      stacks.set(what, stack.stackName);
      add(stack);
    }
    added = readAssembly(app.synth({ validateOnSynthesis: false }).directory).stacks;
    found = inventoryOf({ stacks: added });
  });

  test.each(Object.keys(ADDITIONS))('%s is understood', (what) => {
    expect(found.unjudged.filter(({ origin }) => origin?.stack === stacks.get(what))).toEqual([]);
  });

  test('and the share holds beside all of them', () => {
    const report = proveAssembly({ stacks: [...assembly.stacks, ...added] }, share);

    expect([report.verdict, ...headlines(report), ...refusals(report)]).toEqual(['holds']);
  });
});

const prove = (...edits: Edit[]) => proveWith(share, assembly, ...edits);
const unjudged = (edit: Edit) => unjudgedWith(share, assembly, edit);
const added = (Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', 'More'],
  { Type, Properties },
];
const THEIRS = '999999999999';
const statement = (principal: unknown, action: string) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: principal, Action: action, Resource: '*' },
});

describe('policies of topics, queues and logs are judged like those of buckets', () => {
  const topic = ['arn:aws:sns:ap-northeast-1:111111111111:Alarms'];
  const queue = ['https://sqs.ap-northeast-1.amazonaws.com/111111111111/Jobs'];
  test.each<[string, Edit, string]>([
    [
      'a topic that anybody may publish to',
      added('AWS::SNS::TopicPolicy', { Topics: topic, PolicyDocument: statement('*', 'sns:Publish') }),
      'can do sns:Publish on ',
    ],
    [
      'a topic that another account may subscribe to',
      added('AWS::SNS::TopicInlinePolicy', {
        TopicArn: topic[0],
        PolicyDocument: statement({ AWS: THEIRS }, 'sns:Subscribe'),
      }),
      'can do sns:Subscribe on ',
    ],
    [
      'a queue that the vendor may read',
      added('AWS::SQS::QueuePolicy', {
        Queues: queue,
        PolicyDocument: statement({ AWS: '222222222222' }, 'sqs:ReceiveMessage'),
      }),
      'can do sqs:ReceiveMessage on ',
    ],
    [
      'the second of two queues',
      added('AWS::SQS::QueuePolicy', {
        Queues: [...queue, 'https://sqs.ap-northeast-1.amazonaws.com/111111111111/Other'],
        PolicyDocument: statement({ AWS: THEIRS }, 'sqs:*'),
      }),
      'can do sqs:',
    ],
    [
      'a queue with a policy of its own',
      added('AWS::SQS::QueueInlinePolicy', {
        Queue: queue[0],
        PolicyDocument: statement({ AWS: THEIRS }, 'sqs:SendMessage'),
      }),
      'can do sqs:SendMessage on ',
    ],
    [
      'logs that another account may write',
      added('AWS::Logs::ResourcePolicy', {
        PolicyName: 'p',
        PolicyDocument: JSON.stringify(statement({ AWS: THEIRS }, 'logs:PutLogEvents')),
      }),
      'can do logs:PutLogEvents on ',
    ],
    [
      'a log group with a policy',
      added('AWS::Logs::LogGroup', {
        LogGroupName: '/a',
        ResourcePolicyDocument: statement({ AWS: THEIRS }, 'logs:GetLogEvents'),
      }),
      'can do logs:GetLogEvents on ',
    ],
  ])('%s', (_, edit, says) => {
    const report = prove(edit);

    expect(report.verdict).toBe('broken');
    expect(headlines(report).join('\n').toLowerCase()).toContain(says.toLowerCase());
  });

  test.each<[string, Edit]>([
    [
      'a topic of the company alone',
      added('AWS::SNS::TopicPolicy', {
        Topics: topic,
        PolicyDocument: statement({ AWS: '111111111111' }, 'sns:*'),
      }),
    ],
    [
      'a queue that is closed to everybody',
      added('AWS::SQS::QueuePolicy', {
        Queues: queue,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' },
        },
      }),
    ],
  ])('and %s holds', (_, edit) => {
    expect([...headlines(prove(edit)), ...refusals(prove(edit))]).toEqual([]);
  });
});

describe('what sends something to another account is not decided', () => {
  const arn = (service: string) => `arn:aws:${service}:ap-northeast-1:${THEIRS}:theirs`;
  test.each<[string, unknown, string]>([
    [
      'AWS::Events::Rule',
      { Targets: [{ Id: 'a', Arn: `arn:aws:events:ap-northeast-1:${THEIRS}:event-bus/b` }] },
      'Targets',
    ],
    [
      'AWS::Events::Rule',
      {
        Targets: [
          { Id: 'a', Arn: { 'Fn::Join': [':', ['arn:aws:sns:ap-northeast-1', '9999' + '99999999', 't']] } },
        ],
      },
      'Targets',
    ],
    ['AWS::Logs::SubscriptionFilter', { DestinationArn: arn('logs'), LogGroupName: 'a' }, 'DestinationArn'],
    ['AWS::SNS::Subscription', { Protocol: 'sqs', Endpoint: arn('sqs'), TopicArn: 'a' }, 'Endpoint'],
    ['AWS::SNS::Subscription', { Protocol: 'lambda', Endpoint: arn('lambda'), TopicArn: 'a' }, 'Endpoint'],
    [
      'AWS::Lambda::EventInvokeConfig',
      { DestinationConfig: { OnSuccess: { Destination: arn('sqs') } } },
      'DestinationConfig',
    ],
    ['AWS::Lambda::EventSourceMapping', { EventSourceArn: arn('sqs') }, 'EventSourceArn'],
    [
      'AWS::Backup::BackupPlan',
      { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: arn('backup') }] }] } },
      'BackupPlan',
    ],
    ['AWS::CloudTrail::Trail', { S3BucketName: 'company-logs', SnsTopicName: arn('sns') }, 'SnsTopicName'],
  ])('%s %j', (type, properties, name) => {
    expect(unjudged(added(type, properties))).toEqual([
      `${type} More: its ${name} names account ${THEIRS}: what goes there, others can read.`,
    ]);
  });

  test.each([
    ['https', 'https://example.com/hook'],
    ['http', 'http://example.com/hook'],
    ['application', 'arn:aws:sns:ap-northeast-1:111111111111:endpoint/GCM/a/b'],
  ])('a subscription by %s', (Protocol, Endpoint) => {
    expect(unjudged(added('AWS::SNS::Subscription', { Protocol, Endpoint, TopicArn: 'a' }))).toEqual([
      `AWS::SNS::Subscription More: its Protocol is ${Protocol}: who reads what is sent to such an endpoint is not known.`,
    ]);
  });
});

describe('a property that might open a door is not decided, of a type that is understood', () => {
  test.each<[string, string]>([
    ['AWS::DynamoDB::Table', 'ResourcePolicy'],
    ['AWS::DynamoDB::Table', 'StreamSpecification'],
    ['AWS::DynamoDB::Table', 'ImportSourceSpecification'],
    ['AWS::Backup::BackupVault', 'AccessPolicy'],
    ['AWS::Logs::LogGroup', 'BearerTokenAuthenticationEnabled'],
    ['AWS::SNS::Topic', 'Subscription'],
    ['AWS::SecretsManager::Secret', 'ReplicaRegions'],
    ['AWS::Lambda::Function', 'Future'],
    ['AWS::Lambda::Permission', 'FunctionUrlAuthType'],
    ['AWS::IAM::User', 'LoginProfile'],
  ])('%s.%s', (type, name) => {
    expect(unjudged(added(type, { [name]: {} }))).toEqual([
      `${type} More: its ${name} may give access and is not understood.`,
    ]);
  });
});

test.each([
  'AWS::EC2::Instance',
  'AWS::Lambda::Url',
  'AWS::Lambda::LayerVersionPermission',
  'AWS::SecretsManager::ResourcePolicy',
  'AWS::Events::EventBusPolicy',
  'AWS::S3::AccessGrant',
  'AWS::S3ObjectLambda::AccessPoint',
  'AWS::CloudFormation::Stack',
  'AWS::RAM::ResourceShare',
  'AWS::IAM::AccessKey',
  'AWS::Config::RemediationConfiguration',
  'AWS::Budgets::BudgetsAction',
  'AWS::EC2::VPCEndpointService',
])('%s is on no list', (type) => {
  expect(unjudged(added(type, {}))).toEqual([
    `${type} More: this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access.`,
  ]);
});

test('every type that gives nobody access says why', () => {
  const silent = Object.entries(RESOURCE_TYPES).filter(
    ([, rule]) => rule.access === 'none' && rule.because.split(' ').length < 2,
  );
  expect(silent).toEqual([]);
});

test('what every object has is no type', () => {
  for (const type of ['constructor', 'toString', '__proto__'])
    expect(unjudged(added(type, {})).join()).toContain('is not one of those that the proof understands');
});
