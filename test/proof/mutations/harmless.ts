import type { JsonObject } from '../../naive/json';

/**
 * What gives nobody anything, by type, and for types that could do more, by property; each with the reason. The oracle has no
 * opinion on anything else.
 */
const HARMLESS: Readonly<Record<string, Readonly<Record<string, string>> | string>> = {
  'AWS::IAM::Role': { Tags: 'a label', Description: 'a text' },
  'AWS::S3::Bucket': {
    AccelerateConfiguration: 'another way to the same answers',
    CorsConfiguration: 'what browsers show; every request is decided as before',
    LifecycleConfiguration: 'only rules that leave objects where they are read at once',
    LoggingConfiguration: 'logs, into another bucket',
    MetricsConfigurations: 'numbers',
    NotificationConfiguration: "word of what happened, to the company's own",
    ObjectLockEnabled: 'it keeps objects',
    Tags: 'a label',
    VersioningConfiguration: 'old versions have an action of their own',
  },
  'AWS::Lambda::Function': { MemorySize: 'how large', Timeout: 'how long', Description: 'a text' },
  'AWS::CloudTrail::Trail': 'a record, into another bucket',
  'AWS::AccessAnalyzer::Analyzer': 'a report',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'how much of something there is',
  'AWS::ApplicationAutoScaling::ScalingPolicy': 'when there is more of something',
  'AWS::Backup::BackupVault': {
    BackupVaultName: 'a name',
    EncryptionKeyArn: 'who has permission still needs it',
  },
  'AWS::Budgets::Budget': 'word of costs',
  'AWS::CE::AnomalyMonitor': 'word of costs',
  'AWS::CE::AnomalySubscription': 'word of costs',
  'AWS::CloudFormation::WaitCondition': 'it waits',
  'AWS::CloudFormation::WaitConditionHandle': 'it waits',
  'AWS::CloudWatch::Alarm': 'word of a number',
  'AWS::CloudWatch::AnomalyDetector': 'numbers',
  'AWS::CloudWatch::CompositeAlarm': 'word of a number',
  'AWS::CloudWatch::Dashboard': 'a page for who may see it anyway',
  'AWS::Config::ConfigRule': 'it looks',
  'AWS::DynamoDB::Table': { BillingMode: 'what it costs', KeySchema: 'what it holds' },
  'AWS::EC2::EIP': 'an address',
  'AWS::EC2::InternetGateway': 'a way, and no permission',
  'AWS::EC2::NatGateway': 'a way, and no permission',
  'AWS::EC2::Route': 'a way, and no permission',
  'AWS::EC2::RouteTable': 'a way, and no permission',
  'AWS::EC2::SecurityGroup': 'a filter',
  'AWS::EC2::Subnet': 'a network',
  'AWS::EC2::VPC': 'a network',
  'AWS::EC2::VPCEndpoint': 'a way, and no permission',
  'AWS::Events::Archive': "events of the company's, kept",
  'AWS::Events::Rule': { EventPattern: 'which events', Targets: "to a queue of the company's" },
  'AWS::GuardDuty::Detector': 'it looks',
  'AWS::IAM::InstanceProfile': 'the trust policy of the role decides',
  'AWS::IAM::OIDCProvider': 'the trust policies that name it decide',
  'AWS::IAM::ServiceLinkedRole': 'for a service of AWS alone',
  'AWS::KMS::Alias': 'a second name',
  'AWS::Lambda::Alias': 'a second name',
  'AWS::Lambda::EventSourceMapping': "from a queue of the company's to its function",
  'AWS::Lambda::Version': 'a copy that stays as it is',
  'AWS::Logs::LogGroup': { LogGroupName: 'a name', RetentionInDays: 'how long' },
  'AWS::Logs::LogStream': 'a part of a log',
  'AWS::Logs::MetricFilter': 'numbers',
  'AWS::Logs::QueryDefinition': 'a text',
  'AWS::Macie::Session': 'it looks',
  'AWS::ResourceGroups::Group': 'a list',
  'AWS::SNS::Subscription': {
    Endpoint: "an address, or a queue of the company's",
    Protocol: 'how',
    TopicArn: 'of what',
  },
  'AWS::SNS::Topic': { DisplayName: 'a name' },
  'AWS::SQS::Queue': 'its policy is a type of its own',
  'AWS::SSM::Parameter': 'who has permission still needs it',
  'AWS::Scheduler::ScheduleGroup': 'a list',
  'AWS::SecretsManager::Secret': { GenerateSecretString: 'how it is made' },
};

/** Undefined where it does; else an error, since somebody has to think first. */
export function givesNobodyAnything(type: string, properties: JsonObject): undefined {
  const rule = HARMLESS[type];
  if (typeof rule === 'string') return undefined;
  const unknown = Object.keys(properties).find((name) => rule?.[name] === undefined);
  if (rule === undefined || unknown !== undefined)
    throw new Error(`the oracle has no opinion on ${type} ${unknown ?? ''}: write a rule`);
  return undefined;
}
