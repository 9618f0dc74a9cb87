/**
 * Every resource type that a template may hold, and which of its properties are understood. Anything that is not on
 * this list, type or property, is left unjudged, by name: a new type in a stack cannot slip past the proof.
 *
 * - `modelled`: it gives access, or takes part in giving it; `collect-*.ts` reads the listed properties.
 * - `none`: it gives nobody access; `because` says why. Where only some properties are listed, the others might.
 *
 * What stands in `staysInside` sends something somewhere: it may name no account but the stack's own.
 */
export type ResourceTypeRule = ModelledType | HarmlessType;

interface ModelledType {
  readonly access: 'modelled';
  readonly properties: readonly string[];
  readonly staysInside?: readonly string[];
}

interface HarmlessType {
  readonly access: 'none';
  readonly because: string;
  /** @default - all */
  readonly properties?: readonly string[];
  readonly staysInside?: readonly string[];
}

export const RESOURCE_TYPES: Readonly<Record<string, ResourceTypeRule>> = {
  // Who may do what.
  'AWS::IAM::Role': modelled(
    'AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Path PermissionsBoundary Policies RoleName Tags',
  ),
  'AWS::IAM::User': modelled('Groups ManagedPolicyArns Path PermissionsBoundary Policies Tags UserName'),
  'AWS::IAM::Group': modelled('GroupName ManagedPolicyArns Path Policies'),
  'AWS::IAM::UserToGroupAddition': modelled('GroupName Users'),
  'AWS::IAM::ManagedPolicy': modelled('Description Groups ManagedPolicyName Path PolicyDocument Roles Users'),
  'AWS::IAM::Policy': modelled('Groups PolicyDocument PolicyName Roles Users'),
  'AWS::IAM::RolePolicy': modelled('PolicyDocument PolicyName RoleName'),
  'AWS::IAM::UserPolicy': modelled('PolicyDocument PolicyName UserName'),
  'AWS::IAM::GroupPolicy': modelled('GroupName PolicyDocument PolicyName'),
  'AWS::IAM::InstanceProfile': none(
    'it hands a role to instances; who may enter the role, its trust policy says',
  ),
  'AWS::IAM::OIDCProvider': none('whom its tokens let into a role, the trust policy of the role says'),
  'AWS::IAM::SAMLProvider': none('whom its assertions let into a role, the trust policy of the role says'),
  'AWS::IAM::ServiceLinkedRole': none('AWS makes it, and only the service that it is for can enter it'),
  'AWS::SSO::PermissionSet': modelled(
    'CustomerManagedPolicyReferences Description InlinePolicy InstanceArn ManagedPolicies Name PermissionsBoundary ' +
      'RelayStateType SessionDuration Tags',
  ),
  'AWS::SSO::Assignment': modelled(
    'InstanceArn PermissionSetArn PrincipalId PrincipalType TargetId TargetType',
  ),

  // Buckets and what is put into them.
  'AWS::S3::Bucket': modelled(
    'AccelerateConfiguration AccessControl AnalyticsConfigurations BucketEncryption BucketName CorsConfiguration ' +
      'IntelligentTieringConfigurations InventoryConfigurations LifecycleConfiguration LoggingConfiguration ' +
      'MetricsConfigurations NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled OwnershipControls ' +
      'PublicAccessBlockConfiguration Tags VersioningConfiguration',
    'AnalyticsConfigurations InventoryConfigurations LoggingConfiguration NotificationConfiguration',
  ),
  'AWS::S3::BucketPolicy': modelled('Bucket PolicyDocument'),
  'AWS::S3::AccessPoint': modelled(
    'Bucket BucketAccountId Name Policy PublicAccessBlockConfiguration Tags VpcConfiguration',
    'BucketAccountId',
  ),
  'Custom::CDKBucketDeployment': modelled(
    'DestinationBucketArn DestinationBucketKeyPrefix DestinationBucketName DistributionId DistributionPaths Exclude ' +
      'Extract Include OutputObjectKeys OutputObjectVersionIds Prune RetainOnDelete ServiceTimeout ServiceToken ' +
      'SignContent SourceBucketNames SourceMarkers SourceMarkersConfig SourceObjectKeys SystemMetadata UserMetadata ' +
      'WaitForDistributionInvalidation',
  ),
  'Custom::S3AutoDeleteObjects': modelled('BucketName ServiceToken'),
  'Custom::S3BucketNotifications': none(
    "it has CDK's own function set where a bucket reports what happens in it",
    'BucketName Managed NotificationConfiguration ServiceToken SkipDestinationValidation',
    'NotificationConfiguration',
  ),

  // Keys.
  'AWS::KMS::Key': modelled(
    'BypassPolicyLockoutSafetyCheck Description EnableKeyRotation Enabled KeyPolicy KeySpec KeyUsage MultiRegion Origin ' +
      'PendingWindowInDays RotationPeriodInDays Tags',
  ),
  'AWS::KMS::Alias': none('a second name of a key'),

  // Code.
  'AWS::Lambda::Function': modelled(
    'Architectures Code CodeSigningConfigArn DeadLetterConfig Description Environment EphemeralStorage ' +
      'FileSystemConfigs FunctionName Handler ImageConfig KmsKeyArn Layers LoggingConfig MemorySize PackageType ' +
      'RecursiveLoop ReservedConcurrentExecutions Role Runtime RuntimeManagementConfig SnapStart Tags Timeout ' +
      'TracingConfig VpcConfig',
    'DeadLetterConfig Role',
  ),
  'AWS::Lambda::LayerVersion': modelled(
    'CompatibleArchitectures CompatibleRuntimes Content Description LayerName LicenseInfo',
  ),
  'AWS::Lambda::Permission': modelled('Action FunctionName Principal PrincipalOrgID SourceAccount SourceArn'),
  'AWS::Lambda::Version': none('a copy of a function that stays as it is'),
  'AWS::Lambda::Alias': none('a second name of a function'),
  'AWS::Lambda::CodeSigningConfig': none('it says whose code a function may run'),
  'AWS::Lambda::EventInvokeConfig': none(
    'it says how often a call is tried again, and where its result goes',
    'DestinationConfig FunctionName MaximumEventAgeInSeconds MaximumRetryAttempts Qualifier',
    'DestinationConfig',
  ),
  'AWS::Lambda::EventSourceMapping': none(
    "it has a function, which runs as its role, read a queue or stream of the company's",
    'BatchSize BisectBatchOnFunctionError DestinationConfig Enabled EventSourceArn FilterCriteria FunctionName ' +
      'FunctionResponseTypes KmsKeyArn MaximumBatchingWindowInSeconds MaximumRecordAgeInSeconds MaximumRetryAttempts ' +
      'MetricsConfig ParallelizationFactor ScalingConfig StartingPosition Tags TumblingWindowInSeconds',
    'DestinationConfig EventSourceArn FunctionName',
  ),
  'AWS::StepFunctions::StateMachine': none(
    'it runs as its role, which is examined like every other; only who has permission starts it',
    'Definition DefinitionString DefinitionSubstitutions EncryptionConfiguration LoggingConfiguration RoleArn ' +
      'StateMachineName StateMachineType Tags TracingConfiguration',
    'LoggingConfiguration RoleArn',
  ),

  // What watches.
  'AWS::CloudWatch::Alarm': none(
    'it sends word of a number; what it may send to, the policy of the topic says',
  ),
  'AWS::CloudWatch::CompositeAlarm': none('it sends word of other alarms'),
  'AWS::CloudWatch::AnomalyDetector': none('it computes what is usual from numbers'),
  'AWS::CloudWatch::Dashboard': none('who looks at it sees what their own permissions show'),
  'AWS::Logs::LogGroup': modelled(
    'DataProtectionPolicy DeletionProtectionEnabled FieldIndexPolicies KmsKeyId LogGroupClass LogGroupName ' +
      'ResourcePolicyDocument RetentionInDays Tags',
  ),
  'AWS::Logs::LogStream': none('a part of a log group'),
  'AWS::Logs::MetricFilter': none('it counts what is in a log'),
  'AWS::Logs::QueryDefinition': none('the text of a query, run with the permissions of who runs it'),
  'AWS::Logs::ResourcePolicy': modelled('PolicyDocument PolicyName'),
  'AWS::Logs::SubscriptionFilter': none(
    "it sends a log to a function or stream of the company's",
    'ApplyOnTransformedLogs DestinationArn Distribution FieldSelectionCriteria FilterName FilterPattern LogGroupName RoleArn',
    'DestinationArn RoleArn',
  ),
  'Custom::LogRetention': none(
    "it has CDK's own function make a log group and set how long it is kept",
    'LogGroupName LogGroupRegion RemovalPolicy RetentionInDays SdkRetry ServiceToken ServiceTimeout',
  ),
  'AWS::CloudTrail::Trail': modelled(
    'AdvancedEventSelectors CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn EnableLogFileValidation EventSelectors ' +
      'IncludeGlobalServiceEvents InsightSelectors IsLogging IsMultiRegionTrail IsOrganizationTrail KMSKeyId ' +
      'S3BucketName S3KeyPrefix SnsTopicName Tags TrailName',
    'CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn SnsTopicName',
  ),
  'AWS::Config::ConfigRule': none('it looks at how resources are configured and changes none'),
  'AWS::GuardDuty::Detector': none('it looks for threats, as a role of AWS'),
  'AWS::AccessAnalyzer::Analyzer': none('it reports who outside may do what'),
  'AWS::Macie::Session': none('it looks for sensitive data, as a role of AWS'),
  'AWS::Budgets::Budget': none('it sends word of costs'),
  'AWS::CE::AnomalyMonitor': none('it looks at costs'),
  'AWS::CE::AnomalySubscription': none('it sends word of costs'),

  // Messages.
  'AWS::SNS::Topic': none(
    'who may publish and subscribe, its policy says, which is a type of its own',
    'ArchivePolicy ContentBasedDeduplication DataProtectionPolicy DeliveryStatusLogging DisplayName ' +
      'FifoThroughputScope FifoTopic KmsMasterKeyId MaximumMessageSize SignatureVersion Tags TopicName TracingConfig',
  ),
  'AWS::SNS::TopicPolicy': modelled('PolicyDocument Topics'),
  'AWS::SNS::TopicInlinePolicy': modelled('PolicyDocument TopicArn'),
  'AWS::SNS::Subscription': modelled(
    'DeliveryPolicy Endpoint FilterPolicy FilterPolicyScope Protocol RawMessageDelivery RedrivePolicy Region ' +
      'ReplayPolicy SubscriptionRoleArn TopicArn',
    'RedrivePolicy SubscriptionRoleArn',
  ),
  'AWS::SQS::Queue': none('who may send and receive, its policy says, which is a type of its own'),
  'AWS::SQS::QueuePolicy': modelled('PolicyDocument Queues'),
  'AWS::SQS::QueueInlinePolicy': modelled('PolicyDocument Queue'),
  'AWS::Events::Rule': none(
    "it sends events to functions, queues and topics of the company's, or starts something as a role, whose trust policy is examined",
    'Description EventBusName EventPattern Name RoleArn ScheduleExpression State Tags Targets',
    'RoleArn Targets',
  ),
  'AWS::Events::Archive': none('it keeps events of the company'),
  'AWS::Scheduler::Schedule': none(
    "it starts something of the company's as a role, whose trust policy is examined",
    'Description EndDate FlexibleTimeWindow GroupName KmsKeyArn Name ScheduleExpression ScheduleExpressionTimezone ' +
      'StartDate State Target',
    'Target',
  ),
  'AWS::Scheduler::ScheduleGroup': none('a list of schedules'),

  // Small things that stand beside.
  'AWS::SSM::Parameter': none('a value that only who has permission reads'),
  'AWS::SecretsManager::Secret': none(
    'a value that only who has permission reads; a policy of its own is another type',
    'Description GenerateSecretString KmsKeyId Name SecretString Tags',
  ),
  'AWS::DynamoDB::Table': none(
    'without a policy of its own only who has permission reads it',
    'AttributeDefinitions BillingMode ContributorInsightsSpecification DeletionProtectionEnabled ' +
      'GlobalSecondaryIndexes KeySchema LocalSecondaryIndexes OnDemandThroughput PointInTimeRecoverySpecification ' +
      'ProvisionedThroughput SSESpecification TableClass TableName Tags TimeToLiveSpecification WarmThroughput',
  ),
  'AWS::ApplicationAutoScaling::ScalableTarget': none(
    'it changes how much of something there is, as a role of AWS',
  ),
  'AWS::ApplicationAutoScaling::ScalingPolicy': none('it says when there is more or less of something'),
  'AWS::ResourceGroups::Group': none('a list of resources'),
  'AWS::CDK::Metadata': none('it is a list of versions'),
  'AWS::CloudFormation::WaitCondition': none('it waits'),
  'AWS::CloudFormation::WaitConditionHandle': none(
    'who has its address can end the waiting, and nothing else',
  ),
  'AWS::Backup::BackupPlan': none(
    'it says when copies are made, and in which vault of the company they are kept',
    'BackupPlan BackupPlanTags',
    'BackupPlan',
  ),
  'AWS::Backup::BackupSelection': none(
    'it says what is copied, as a role, whose trust policy is examined',
    'BackupPlanId BackupSelection',
    'BackupSelection',
  ),
  'AWS::Backup::BackupVault': none(
    'without a policy of its own only who has permission uses it',
    'BackupVaultName BackupVaultTags EncryptionKeyArn LockConfiguration Notifications',
  ),

  // The network: a way to AWS is no permission to do anything there.
  'AWS::EC2::VPC': none('a network'),
  'AWS::EC2::Subnet': none('a part of a network'),
  'AWS::EC2::RouteTable': none('ways through a network'),
  'AWS::EC2::SubnetRouteTableAssociation': none('ways through a network'),
  'AWS::EC2::Route': none('a way through a network'),
  'AWS::EC2::InternetGateway': none('a way out of a network'),
  'AWS::EC2::VPCGatewayAttachment': none('a way out of a network'),
  'AWS::EC2::EIP': none('an address'),
  'AWS::EC2::NatGateway': none('a way out of a network'),
  'AWS::EC2::SecurityGroup': none('a filter in a network'),
  'AWS::EC2::SecurityGroupIngress': none('a filter in a network'),
  'AWS::EC2::SecurityGroupEgress': none('a filter in a network'),
  'AWS::EC2::VPCEndpoint': none('a way to AWS; its policy can only narrow what goes through it'),
  'AWS::EC2::FlowLog': none(
    "it has what goes through a network written to a log of the company's, as a role, whose trust policy is examined",
    'DeliverLogsPermissionArn LogDestinationType LogFormat LogGroupName MaxAggregationInterval ResourceId ' +
      'ResourceType Tags TrafficType',
    'DeliverLogsPermissionArn',
  ),
  'Custom::VpcRestrictDefaultSG': none(
    "it has CDK's own function empty a network's default filter",
    'Account DefaultSecurityGroupId ServiceToken',
  ),
};

/** Those of them that may stay when their stack is gone, although they take part in giving access: data, and the keys to it. */
export const MAY_STAY: ReadonlySet<string> = new Set([
  'AWS::CloudTrail::Trail',
  'AWS::KMS::Key',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'Custom::CDKBucketDeployment',
  'Custom::S3AutoDeleteObjects',
]);

/** A custom resource runs a function when it is deployed, which can do whatever its role may. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

function modelled(properties: string, staysInside?: string): ModelledType {
  return {
    access: 'modelled',
    properties: properties.split(' '),
    ...(staysInside !== undefined && { staysInside: staysInside.split(' ') }),
  };
}

function none(because: string, properties?: string, staysInside?: string): HarmlessType {
  return {
    access: 'none',
    because,
    ...(properties !== undefined && { properties: properties.split(' ') }),
    ...(staysInside !== undefined && { staysInside: staysInside.split(' ') }),
  };
}
