import {
  acl,
  AS_PROMISED,
  BUCKET,
  COMPANY,
  encryption,
  permissionSet,
  PERMISSION_SET,
  policy,
  publicAccessBlock,
  roleXml,
  TRUST,
  VENDOR,
} from './deployed-share';
import type { Answers } from './fake-aws';
import { encoded, json, result, s3Error, text, xml } from './said';

const grantTo = (type: string, who: string, permission: string) =>
  `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${type}">${who}</Grantee><Permission>${permission}</Permission></Grant>`;

const accountIn = (body: string): string => /"AccountId":"(\d{12})"/.exec(body)?.[1] ?? '';

/** Everything that can be found, in one state. */
export const MUCH: Answers = {
  ...AS_PROMISED,
  'iam GetRole': result(
    'GetRole',
    `<Role>${roleXml('VendorAccessRole', policy(TRUST), { seconds: 7200, boundary: `arn:aws:iam::${COMPANY}:policy/Limit`, path: '/lent/' })}</Role>`,
  ),
  'iam ListRolePolicies': result(
    'ListRolePolicies',
    '<PolicyNames><member>extra</member></PolicyNames><IsTruncated>false</IsTruncated>',
  ),
  'iam GetRolePolicy': result(
    'GetRolePolicy',
    `<PolicyDocument>${encoded(policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))}</PolicyDocument>`,
  ),
  'iam GetPolicy': (body: string) => {
    const name = body.includes('Limit') ? 'Limit' : 'VendorS3AccessPolicy';
    return result(
      'GetPolicy',
      `<Policy><PolicyName>${name}</PolicyName><DefaultVersionId>v7</DefaultVersionId></Policy>`,
    );
  },
  'iam GetPolicyVersion': (body: string) => {
    const which = `${body.includes('Limit') ? 'limit' : 'reads'} ${body.includes('VersionId=v7') ? 'v7' : '?'}`;
    return result(
      'GetPolicyVersion',
      `<PolicyVersion><Document>${encoded({ which })}</Document></PolicyVersion>`,
    );
  },
  'iam ListRoles': result(
    'ListRoles',
    `<Roles><member>${roleXml('VendorAccessRole', policy(TRUST))}</member><member>${roleXml('Partner', policy({ ...TRUST, Principal: { AWS: 'arn:aws:iam::333333333333:root' } }), { path: '/partners/' })}</member></Roles><IsTruncated>false</IsTruncated>`,
  ),
  's3 GET ?acl': acl(
    grantTo('Group', '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>', 'READ'),
    grantTo('Group', '<URI>http://acs.amazonaws.com/groups/s3/LogDelivery</URI>', 'WRITE'),
    grantTo('CanonicalUser', '<ID>fedcba9876543210</ID>', 'WRITE'),
  ),
  's3 GET ?policy': json(
    policy({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::333333333333:root' },
      Action: 's3:GetObject',
      Resource: '*',
    }),
  ),
  's3 GET ?publicAccessBlock': publicAccessBlock('false'),
  's3 GET ?ownershipControls': xml(
    'OwnershipControls',
    '<Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>',
  ),
  's3 GET ?encryption': encryption('aws:kms:dsse', '1234abcd-12ab-34cd-56ef-1234567890ab'),
  's3 GET ?lifecycle': xml(
    'LifecycleConfiguration',
    '<Rule><ID>thirty days</ID><Filter/><Status>Enabled</Status><Expiration><Days>30</Days></Expiration><Transition><Days>1</Days><StorageClass>GLACIER</StorageClass></Transition><Transition><Days>1</Days><StorageClass>STANDARD_IA</StorageClass></Transition></Rule><Rule><Filter/><Status>Enabled</Status><Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration><Transition><Days>1</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition></Rule>',
  ),
  's3 GET ?intelligent-tiering': xml(
    'ListBucketIntelligentTieringConfigurationsOutput',
    '<IsTruncated>false</IsTruncated><IntelligentTieringConfiguration><Id>cold</Id><Status>Enabled</Status><Tiering><Days>90</Days><AccessTier>ARCHIVE_ACCESS</AccessTier></Tiering><Tiering><Days>180</Days><AccessTier>DEEP_ARCHIVE_ACCESS</AccessTier></Tiering></IntelligentTieringConfiguration>',
  ),
  's3 GET ?replication': xml(
    'ReplicationConfiguration',
    `<Role>x</Role><Rule><ID>all</ID><Status>Enabled</Status><Filter/><Destination><Bucket>arn:aws:s3:::elsewhere</Bucket><Account>333333333333</Account></Destination></Rule><Rule><Status>Enabled</Status><Filter/><Destination><Bucket>arn:aws:s3:::company-backup</Bucket></Destination></Rule>`,
  ),
  's3 GET ?inventory': xml(
    'ListInventoryConfigurationsResult',
    '<InventoryConfiguration><Id>weekly</Id><IsEnabled>true</IsEnabled><IncludedObjectVersions>Current</IncludedObjectVersions><Destination><S3BucketDestination><Format>CSV</Format><AccountId>333333333333</AccountId><Bucket>arn:aws:s3:::lists</Bucket></S3BucketDestination></Destination><Schedule><Frequency>Weekly</Frequency></Schedule></InventoryConfiguration><IsTruncated>false</IsTruncated>',
  ),
  's3 GET ?analytics': xml(
    'ListBucketAnalyticsConfigurationsResult',
    '<AnalyticsConfiguration><Id>classes</Id><StorageClassAnalysis><DataExport><OutputSchemaVersion>V_1</OutputSchemaVersion><Destination><S3BucketDestination><Format>CSV</Format><BucketAccountId>333333333333</BucketAccountId><Bucket>arn:aws:s3:::statistics</Bucket></S3BucketDestination></Destination></DataExport></StorageClassAnalysis></AnalyticsConfiguration><AnalyticsConfiguration><Id>kept</Id><StorageClassAnalysis/></AnalyticsConfiguration><IsTruncated>false</IsTruncated>',
  ),
  's3 GET ?logging': xml(
    'BucketLoggingStatus',
    `<LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>p/</TargetPrefix><TargetGrants>${grantTo('Group', '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>', 'READ')}${grantTo('CanonicalUser', '<ID>fedcba</ID>', 'WRITE')}</TargetGrants></LoggingEnabled>`,
  ),
  's3 GET ?notification': xml(
    'NotificationConfiguration',
    `<TopicConfiguration><Id>n</Id><Topic>arn:aws:sns:ap-northeast-1:333333333333:t</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration><QueueConfiguration><Id>n</Id><Queue>arn:aws:sqs:ap-northeast-1:${COMPANY}:q</Queue><Event>s3:ObjectCreated:*</Event></QueueConfiguration><CloudFunctionConfiguration><Id>n</Id><CloudFunction>arn:aws:lambda:ap-northeast-1:${COMPANY}:function:f</CloudFunction><Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration>`,
  ),
  's3 GET /': xml(
    'ListAllMyBucketsResult',
    '<Buckets><Bucket><Name>company-backup</Name></Bucket></Buckets>',
  ),
  's3 GET ?list-type': xml(
    'ListBucketResult',
    ['0123456789abcdef', ...Array<string>(7).fill('fedcba9876543210')]
      .map((id, place) => `<Contents><Key>in/${place}.csv</Key><Owner><ID>${id}</ID></Owner></Contents>`)
      .join('') + '<Contents><Key>in/8.csv</Key></Contents>',
  ),
  's3control GET accesspoint': xml(
    'ListAccessPointsResult',
    `<AccessPointList><AccessPoint><Name>reports</Name><NetworkOrigin>Internet</NetworkOrigin><Bucket>${BUCKET}</Bucket><AccessPointArn>arn:aws:s3:ap-northeast-1:${COMPANY}:accesspoint/reports</AccessPointArn></AccessPoint><AccessPoint><Name>bare</Name><NetworkOrigin>Internet</NetworkOrigin><Bucket>${BUCKET}</Bucket></AccessPoint><AccessPoint><Name>quiet</Name><NetworkOrigin>Internet</NetworkOrigin><Bucket>${BUCKET}</Bucket></AccessPoint></AccessPointList>`,
  ),
  's3control GET accesspoint/reports/policy': xml(
    'GetAccessPointPolicyResult',
    `<Policy>${text(policy({ of: 'reports' }))}</Policy>`,
  ),
  's3control GET accesspoint/bare/policy': xml(
    'GetAccessPointPolicyResult',
    `<Policy>${text(policy({ of: 'bare' }))}</Policy>`,
  ),
  's3control GET accesspoint/quiet/policy': s3Error('NoSuchAccessPointPolicy'),
  's3control GET accessgrantsinstance/grants': xml(
    'ListAccessGrantsResult',
    `<AccessGrantsList>${[
      ['IAM', 'arn:aws:iam::333333333333:role/R', `s3://${BUCKET}/in/*`],
      ['DIRECTORY_USER', 'user-id', 's3://*'],
      ['DIRECTORY_GROUP', 'group-id', `s3://${BUCKET}*`],
      ['OTHER', 'other-id', `s3://${BUCKET}/a.txt`],
      ['IAM', 'arn:aws:iam::333333333333:role/R', 's3://another/*'],
    ]
      .map(
        ([type, id, scope], place) =>
          `<AccessGrant><AccessGrantId>grant-${place}</AccessGrantId><Grantee><GranteeType>${type}</GranteeType><GranteeIdentifier>${id}</GranteeIdentifier></Grantee><Permission>READ</Permission><GrantScope>${scope}</GrantScope></AccessGrant>`,
      )
      .join('')}</AccessGrantsList>`,
  ),
  'kms GetKeyPolicy': json({ Policy: JSON.stringify(policy({ of: 'the key' })) }),
  'sso ListPermissionSets': json({
    PermissionSets: ['arn:aws:sso:::permissionSet/ssoins-1/ps-other', PERMISSION_SET],
  }),
  'sso DescribePermissionSet': (body: string) =>
    body.includes('ps-other')
      ? json({ PermissionSet: { Name: 'Other', PermissionSetArn: 'x' } })
      : permissionSet('PT8H'),
  'sso ListManagedPoliciesInPermissionSet': json({
    AttachedManagedPolicies: [{ Name: 'ReadOnlyAccess', Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
  }),
  'sso ListCustomerManagedPolicyReferencesInPermissionSet': json({
    CustomerManagedPolicyReferences: [{ Name: 'Ours', Path: '/' }],
  }),
  'sso GetPermissionsBoundaryForPermissionSet': json({
    PermissionsBoundary: { CustomerManagedPolicyReference: { Name: 'Limit', Path: '/' } },
  }),
  'sso ListAccountsForProvisionedPermissionSet': (body: string) =>
    json({
      AccountIds: body.includes('NOT_PROVISIONED')
        ? [VENDOR, '555555555555']
        : body.includes('PROVISIONED')
          ? ['555555555555']
          : [VENDOR, '555555555555'],
    }),
  'sso ListAccountAssignments': (body: string) =>
    json({
      AccountAssignments: [
        {
          AccountId: accountIn(body),
          PrincipalType: 'USER',
          PrincipalId: `u-${accountIn(body)}`,
        },
      ],
    }),
};
