import type { Json, JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { type Mutant, property, sitesOf } from './mutant';
import { placesIn } from './places';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/a1b2c3d4-5678-90ab-cdef-111122223333';
const TOPIC = 'arn:aws:sns:ap-northeast-1:111111111111:alarms';
const QUEUE = 'arn:aws:sqs:ap-northeast-1:111111111111:jobs';
const LOGS = 'arn:aws:logs:ap-northeast-1:111111111111:log-group:all';

/** What stands beside a share and gives nobody anything; `harmless.ts` has the reasons. */
const RESOURCES: readonly (readonly [type: string, properties: JsonObject])[] = [
  ['AWS::AccessAnalyzer::Analyzer', { Type: 'ACCOUNT' }],
  ['AWS::ApplicationAutoScaling::ScalableTarget', { MaxCapacity: 10, MinCapacity: 1 }],
  ['AWS::ApplicationAutoScaling::ScalingPolicy', { PolicyName: 'more', PolicyType: 'StepScaling' }],
  ['AWS::Backup::BackupVault', { BackupVaultName: 'vault', EncryptionKeyArn: KEY }],
  ['AWS::Budgets::Budget', { Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY' } }],
  ['AWS::CE::AnomalyMonitor', { MonitorName: 'costs', MonitorType: 'DIMENSIONAL' }],
  ['AWS::CE::AnomalySubscription', { Frequency: 'DAILY', SubscriptionName: 'costs' }],
  ['AWS::CloudFormation::WaitCondition', { Timeout: '60' }],
  ['AWS::CloudFormation::WaitConditionHandle', {}],
  ['AWS::CloudWatch::Alarm', { AlarmActions: [TOPIC], MetricName: 'Errors', Threshold: 1 }],
  ['AWS::CloudWatch::AnomalyDetector', { MetricName: 'Errors', Stat: 'Sum' }],
  ['AWS::CloudWatch::CompositeAlarm', { AlarmRule: 'ALARM(errors)' }],
  ['AWS::CloudWatch::Dashboard', { DashboardBody: '{"widgets":[]}' }],
  ['AWS::Config::ConfigRule', { Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_SSL_REQUESTS_ONLY' } }],
  ['AWS::DynamoDB::Table', { BillingMode: 'PAY_PER_REQUEST', KeySchema: [] }],
  ['AWS::EC2::EIP', { Domain: 'vpc' }],
  ['AWS::EC2::InternetGateway', {}],
  ['AWS::EC2::NatGateway', { SubnetId: 'subnet-1' }],
  ['AWS::EC2::Route', { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' }],
  ['AWS::EC2::RouteTable', { VpcId: 'vpc-1' }],
  ['AWS::EC2::SecurityGroup', { GroupDescription: 'all', SecurityGroupIngress: [{ CidrIp: '0.0.0.0/0' }] }],
  ['AWS::EC2::Subnet', { VpcId: 'vpc-1', MapPublicIpOnLaunch: true }],
  ['AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }],
  ['AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1', ServiceName: 'com.amazonaws.ap-northeast-1.s3' }],
  ['AWS::Events::Archive', { SourceArn: 'arn:aws:events:ap-northeast-1:111111111111:event-bus/default' }],
  ['AWS::Events::Rule', { EventPattern: { source: ['aws.s3'] }, Targets: [{ Id: 'a', Arn: QUEUE }] }],
  ['AWS::GuardDuty::Detector', { Enable: true }],
  ['AWS::IAM::InstanceProfile', { Roles: ['Worker'] }],
  ['AWS::IAM::OIDCProvider', { Url: 'https://token.actions.githubusercontent.com' }],
  ['AWS::IAM::ServiceLinkedRole', { AWSServiceName: 'autoscaling.amazonaws.com' }],
  ['AWS::KMS::Alias', { AliasName: 'alias/data', TargetKeyId: KEY }],
  ['AWS::Lambda::Alias', { FunctionName: 'f', FunctionVersion: '1', Name: 'live' }],
  ['AWS::Lambda::EventSourceMapping', { EventSourceArn: QUEUE, FunctionName: 'f' }],
  ['AWS::Lambda::Version', { FunctionName: 'f' }],
  ['AWS::Logs::LogGroup', { LogGroupName: '/a', RetentionInDays: 7 }],
  ['AWS::Logs::LogStream', { LogGroupName: '/a' }],
  ['AWS::Logs::MetricFilter', { FilterPattern: 'ERROR', LogGroupName: '/a', MetricTransformations: [] }],
  ['AWS::Logs::QueryDefinition', { Name: 'errors', QueryString: 'fields @message' }],
  ['AWS::Macie::Session', { Status: 'ENABLED' }],
  ['AWS::ResourceGroups::Group', { Name: 'share' }],
  ['AWS::SNS::Subscription', { Endpoint: 'data-team@example.com', Protocol: 'email', TopicArn: TOPIC }],
  ['AWS::SNS::Subscription', { Endpoint: QUEUE, Protocol: 'sqs', TopicArn: TOPIC }],
  ['AWS::SNS::Topic', { DisplayName: 'alarms' }],
  ['AWS::SQS::Queue', { VisibilityTimeout: 30 }],
  ['AWS::SSM::Parameter', { Type: 'String', Value: 'x' }],
  ['AWS::Scheduler::ScheduleGroup', { Name: 'nightly' }],
  ['AWS::SecretsManager::Secret', { GenerateSecretString: { PasswordLength: 32 } }],
];

/** What is set on the shared bucket or the lent role and changes nothing of who may do what. */
const PROPERTIES: readonly (readonly [type: string, property: string, value: Json])[] = [
  ['AWS::IAM::Role', 'Description', 'for the vendor'],
  ['AWS::IAM::Role', 'Tags', [{ Key: 'team', Value: 'data' }]],
  ['AWS::S3::Bucket', 'AccelerateConfiguration', { AccelerationStatus: 'Enabled' }],
  [
    'AWS::S3::Bucket',
    'CorsConfiguration',
    { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] },
  ],
  ['AWS::S3::Bucket', 'LifecycleConfiguration', { Rules: [{ Status: 'Disabled', ExpirationInDays: 1 }] }],
  [
    'AWS::S3::Bucket',
    'LifecycleConfiguration',
    { Rules: [{ Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }] },
  ],
  [
    'AWS::S3::Bucket',
    'LifecycleConfiguration',
    { Rules: [{ Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 30 }] }] },
  ],
  ['AWS::S3::Bucket', 'LoggingConfiguration', { DestinationBucketName: 'company-logs' }],
  ['AWS::S3::Bucket', 'MetricsConfigurations', [{ Id: 'all' }]],
  [
    'AWS::S3::Bucket',
    'NotificationConfiguration',
    { QueueConfigurations: [{ Event: 's3:*', Queue: QUEUE }] },
  ],
  [
    'AWS::S3::Bucket',
    'NotificationConfiguration',
    { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  ],
  ['AWS::S3::Bucket', 'ObjectLockEnabled', true],
  ['AWS::S3::Bucket', 'Tags', [{ Key: 'team', Value: 'data' }]],
  ['AWS::S3::Bucket', 'VersioningConfiguration', { Status: 'Enabled' }],
];

/** Each of them, in the company's stack. */
export function harmlessMutants(assembly: Assembly): Mutant[] {
  const { inCompany } = placesIn(assembly);
  const added = RESOURCES.map(([Type, Properties]) => ({
    name: `also ${Type} ${JSON.stringify(Properties)}`,
    assembly: inCompany({ More: { Type, Properties } }),
  }));
  const set = PROPERTIES.flatMap(([type, name, value]) =>
    sitesOf(assembly, type).map((site) => ({
      name: `${site.stackName}/${site.logicalId}.${name} is ${JSON.stringify(value)}`,
      assembly: property(assembly, site, name, value),
    })),
  );
  const logged = inCompany({ Trail: { Type: 'AWS::CloudTrail::Trail', Properties: TRAIL } });
  return [...added, ...set, { name: 'also a trail into another bucket', assembly: logged }];
}

const TRAIL: JsonObject = {
  CloudWatchLogsLogGroupArn: `${LOGS}:*`,
  IsLogging: true,
  S3BucketName: 'company-logs',
};
