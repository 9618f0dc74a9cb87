// tools/proof/templates/collect-buckets.ts, tools/proof/templates/bucket-lifecycle.ts and tools/proof/templates/stays-inside.ts
import { companyWith } from '../../lib/walkthrough-share';
import { assemblyOf, BUCKET, type Edit, headlines, proveWith, refusals } from '../templates';

const share = companyWith({ seedObjects: [] });
const assembly = assemblyOf(share);
const prove = (...edits: Edit[]) => proveWith(share, assembly, ...edits);

const set = (name: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', BUCKET, 'Properties', name],
  value,
];
const rules = (...all: object[]) =>
  set('LifecycleConfiguration', { Rules: all.map((rule) => ({ Status: 'Enabled', ...rule })) });
const toClass = (...classes: string[]) =>
  rules({
    Transitions: classes.map((StorageClass, index) => ({ StorageClass, TransitionInDays: 30 + index })),
  });
const LOGS: Edit = [
  'CompanyStack',
  ['Resources', 'Logs'],
  { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'company-log-bucket-12345' } },
];
const reportTo = (more: object) => [
  { Id: 'all', Destination: { BucketArn: 'arn:aws:s3:::company-log-bucket-12345', Format: 'CSV', ...more } },
];

describe('what changes nothing of who can read, and when, is understood', () => {
  test.each<[string, ...Edit[]]>([
    ['access logs', LOGS, set('LoggingConfiguration', { DestinationBucketName: { Ref: 'Logs' } })],
    [
      'access logs into a bucket from elsewhere',
      set('LoggingConfiguration', { DestinationBucketName: 'company-logs' }),
    ],
    ['metrics', set('MetricsConfigurations', [{ Id: 'all' }])],
    ['CORS', set('CorsConfiguration', { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] })],
    ['object lock', set('ObjectLockEnabled', true)],
    [
      'object lock with a retention',
      set('ObjectLockConfiguration', {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 1 } },
      }),
    ],
    [
      'EventBridge',
      set('NotificationConfiguration', { EventBridgeConfiguration: { EventBridgeEnabled: true } }),
    ],
    [
      "notifications for a queue of the company's",
      set('NotificationConfiguration', {
        QueueConfigurations: [
          { Event: 's3:ObjectCreated:*', Queue: 'arn:aws:sqs:ap-northeast-1:111111111111:queue' },
        ],
      }),
    ],
    ['acceleration', set('AccelerateConfiguration', { AccelerationStatus: 'Enabled' })],
    ['an inventory', LOGS, set('InventoryConfigurations', reportTo({}))],
    [
      'an inventory in a bucket from elsewhere',
      set('InventoryConfigurations', reportTo({ BucketAccountId: '111111111111' })),
    ],
    [
      'classes that are read at once',
      toClass('STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR'),
    ],
    [
      'one transition, the old way',
      rules({ Transition: { StorageClass: 'STANDARD_IA', TransitionInDays: 30 } }),
    ],
    [
      'uploads that are never finished',
      rules({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
    ],
    ['old versions', rules({ NoncurrentVersionExpiration: { NoncurrentDays: 30 }, Prefix: '' })],
    [
      'a rule that is switched off',
      set('LifecycleConfiguration', { Rules: [{ Status: 'Disabled', ExpirationInDays: 1 }] }),
    ],
    [
      'tiers that are switched off',
      set('IntelligentTieringConfigurations', [
        { Id: 'a', Status: 'Disabled', Tierings: [{ AccessTier: 'ARCHIVE_ACCESS', Days: 90 }] },
      ]),
    ],
    ['tags', set('Tags', [{ Key: 'team', Value: 'data' }])],
    ['an ACL for the owner', set('AccessControl', 'BucketOwnerFullControl')],
    [
      'a log bucket whose logs expire',
      [
        'CompanyStack',
        ['Resources', 'Logs'],
        {
          Type: 'AWS::S3::Bucket',
          Properties: { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 90 }] } },
        },
      ],
    ],
  ])('%s', (_, ...edits) => {
    const report = prove(...edits);

    expect([report.verdict, ...headlines(report), ...refusals(report)]).toEqual(['holds']);
  });
});

describe('what may take objects away, or give more away, is not decided, in one line', () => {
  test.each<[string, Edit, string]>([
    [
      'objects that are deleted',
      rules({ ExpirationInDays: 1 }),
      'its LifecycleConfiguration has ExpirationInDays',
    ],
    ['objects that are deleted on a day', rules({ ExpirationDate: '2030-01-01' }), 'has ExpirationDate'],
    ['an archive', toClass('GLACIER'), 'its LifecycleConfiguration moves objects to GLACIER'],
    ['a deep archive, later', toClass('STANDARD_IA', 'DEEP_ARCHIVE'), 'moves objects to DEEP_ARCHIVE'],
    [
      'archive tiers',
      set('IntelligentTieringConfigurations', [
        { Id: 'a', Status: 'Enabled', Tierings: [{ AccessTier: 'ARCHIVE_ACCESS', Days: 90 }] },
      ]),
      'its IntelligentTieringConfigurations move objects to ARCHIVE_ACCESS. This may take objects away',
    ],
    ['replication', set('ReplicationConfiguration', {}), 'its ReplicationConfiguration may give access'],
    [
      'a website',
      set('WebsiteConfiguration', { IndexDocument: 'i' }),
      'its WebsiteConfiguration may give access',
    ],
    ['tables of its metadata', set('MetadataConfiguration', {}), 'its MetadataConfiguration may give access'],
    ['a name with an end by AWS', set('BucketNamePrefix', 'company'), 'its BucketNamePrefix may give access'],
    ['two that are not known', set('Future', 1), 'its Future may give access and is not understood'],
    [
      'an inventory for another account',
      set('InventoryConfigurations', reportTo({ BucketAccountId: '999999999999' })),
      'its InventoryConfigurations names account 999999999999: what goes there, others can read',
    ],
    [
      'an inventory for nobody knows whom',
      set('InventoryConfigurations', reportTo({})),
      'it reports to the bucket company-log-bucket-12345, which is not in these templates: say whose it is (BucketAccountId)',
    ],
    [
      "notifications for somebody's topic",
      set('NotificationConfiguration', {
        TopicConfigurations: [
          { Event: 's3:ObjectCreated:*', Topic: 'arn:aws:sns:ap-northeast-1:999999999999:theirs' },
        ],
      }),
      'its NotificationConfiguration names account 999999999999',
    ],
    [
      'an analysis for another account, put together',
      set('AnalyticsConfigurations', [
        {
          Id: 'a',
          StorageClassAnalysis: {
            DataExport: {
              OutputSchemaVersion: 'V_1',
              Destination: {
                BucketArn: 'arn:aws:s3:::theirs',
                BucketAccountId: { 'Fn::Join': ['', ['999999', '999999']] },
              },
            },
          },
        },
      ]),
      'its AnalyticsConfigurations names account 999999999999',
    ],
  ])('%s', (_, edit, says) => {
    const report = prove(edit);

    expect(headlines(report)).toEqual([]);
    expect(report.verdict).toBe('not decided');
    expect(refusals(report)).toEqual([expect.stringContaining(says)]);
  });
});

describe('one cause is one line', () => {
  test('of a role that is not understood, what is attached to it is not missed', () => {
    const trust = {
      Version: '2012-10-17',
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    };
    const report = prove(
      [
        'CompanyStack',
        ['Resources', 'Other'],
        { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust, Future: 1 } },
      ],
      [
        'CompanyStack',
        ['Resources', 'Policy'],
        {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyName: 'p', PolicyDocument: trust, Roles: [{ Ref: 'Other' }] },
        },
      ],
    );

    expect(refusals(report)).toEqual([
      'AWS::IAM::Role Other: its Future may give access and is not understood.',
    ]);
  });

  test('of a managed policy that is not understood, the role does not miss it', () => {
    const report = prove(
      [
        'CompanyStack',
        ['Resources', 'Policy'],
        { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: {}, Future: 1 } },
      ],
      [
        'CompanyStack',
        ['Resources', 'VendorAccessRole5980B812', 'Properties', 'ManagedPolicyArns'],
        [{ Ref: 'Policy' }],
      ],
    );

    expect(refusals(report)).toEqual([
      'AWS::IAM::ManagedPolicy Policy: its Future may give access and is not understood.',
    ]);
  });
});
