import {
  acl,
  assigned,
  BUCKET,
  changedTemplate,
  COMPANY,
  DENIED,
  encryption,
  lentRole,
  liveTemplates,
  managedPolicy,
  MAY_READ,
  permissionSet,
  policy,
  publicAccessBlock,
  roleXml,
  TLS_ONLY,
  TRUST,
  VENDOR,
} from './deployed-share';
import type { Answers } from './fake-aws';
import { json, jsonError, queryError, result, s3Error, text, xml } from './said';

/** What differs from the share as it was promised, and what `verify --deployed` must make of it. */
export interface LiveState {
  readonly is: string;
  readonly answers: Answers;
  /** @default the company's alone */
  readonly profiles?: readonly ('company' | 'center')[];
  /** 0 as promised, 1 broken, 2 not decided, 3 could not tell. */
  readonly exitCode: 0 | 1 | 2 | 3;
  /** Each must be printed; white space is as one space. */
  readonly says: readonly string[];
  readonly neverSays?: readonly string[];
}

const AS_PROMISED =
  'What is deployed on the company’s side allows exactly what was promised, and nothing is missing there. The vendor’s side was not looked at.';
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;
const onBucket = { Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`] };

function holds(is: string, answers: Answers, ...says: string[]): LiveState {
  return { is, answers, exitCode: 0, says: [AS_PROMISED, ...says] };
}

function broken(is: string, answers: Answers, ...says: string[]): LiveState {
  return { is, answers, exitCode: 1, says: ['The promise is broken.', ...says], neverSays: [AS_PROMISED] };
}

function notDecided(is: string, answers: Answers, ...says: string[]): LiveState {
  return {
    is,
    answers,
    exitCode: 2,
    says: ['Not decided: something that is deployed cannot be judged, or is not what was proved.', ...says],
    neverSays: [AS_PROMISED],
  };
}

function couldNotTell(is: string, answers: Answers, ...says: string[]): LiveState {
  return {
    is,
    answers,
    exitCode: 3,
    says: ['Could not tell. No fault was found, but some checks could not run.', ...says],
    neverSays: [AS_PROMISED],
  };
}

function onVendorsSide(verdict: typeof broken): typeof broken {
  return (is, answers, ...says) => ({ ...verdict(is, answers, ...says), profiles: ['center'] });
}

const bucketPolicy = (...statements: readonly object[]) => ({
  's3 GET ?policy': json(policy(...TLS_ONLY, ...statements)),
});
const lifecycle = (rule: string, status = 'Enabled', id = '<ID>thirty days</ID>') => ({
  's3 GET ?lifecycle': xml(
    'LifecycleConfiguration',
    `<Rule>${id}<Filter/><Status>${status}</Status>${rule}</Rule>`,
  ),
});
const tiering = (status: string) => ({
  's3 GET ?intelligent-tiering': xml(
    'ListBucketIntelligentTieringConfigurationsOutput',
    `<IntelligentTieringConfiguration><Id>cold</Id><Status>${status}</Status><Tiering><Days>90</Days>` +
      '<AccessTier>ARCHIVE_ACCESS</AccessTier></Tiering></IntelligentTieringConfiguration>',
  ),
});
const replication = (destination: string, status = 'Enabled') => ({
  's3 GET ?replication': xml(
    'ReplicationConfiguration',
    `<Role>arn:aws:iam::${COMPANY}:role/Replication</Role><Rule><ID>all</ID><Status>${status}</Status>` +
      `<Filter/><Destination>${destination}</Destination></Rule>`,
  ),
});
const analysis = (account: string) => ({
  's3 GET ?analytics': xml(
    'ListBucketAnalyticsConfigurationsResult',
    '<AnalyticsConfiguration><Id>classes</Id><StorageClassAnalysis><DataExport><OutputSchemaVersion>V_1</OutputSchemaVersion>' +
      `<Destination><S3BucketDestination><Format>CSV</Format>${account}<Bucket>arn:aws:s3:::elsewhere</Bucket></S3BucketDestination>` +
      '</Destination></DataExport></StorageClassAnalysis></AnalyticsConfiguration><IsTruncated>false</IsTruncated>',
  ),
});
const inventory = (destination: string) => ({
  's3 GET ?inventory': xml(
    'ListInventoryConfigurationsResult',
    '<InventoryConfiguration><Id>weekly</Id><IsEnabled>true</IsEnabled><IncludedObjectVersions>Current</IncludedObjectVersions>' +
      `<Destination><S3BucketDestination><Format>CSV</Format>${destination}</S3BucketDestination></Destination>` +
      '<Schedule><Frequency>Weekly</Frequency></Schedule></InventoryConfiguration><IsTruncated>false</IsTruncated>',
  ),
});
const logging = (bucket: string, more = '') => ({
  's3 GET ?logging': xml(
    'BucketLoggingStatus',
    `<LoggingEnabled><TargetBucket>${bucket}</TargetBucket><TargetPrefix>logs/</TargetPrefix>${more}</LoggingEnabled>`,
  ),
});
const notification = (kind: string, tag: string, arn: string) =>
  `<${kind}><Id>n</Id><${tag}>${arn}</${tag}><Event>s3:ObjectCreated:*</Event></${kind}>`;
const notifications = (...configurations: readonly string[]) => ({
  's3 GET ?notification': xml('NotificationConfiguration', configurations.join('')),
});
const accessPoint = (...statements: readonly object[]): Answers => ({
  's3control GET accesspoint': xml(
    'ListAccessPointsResult',
    `<AccessPointList><AccessPoint><Name>reports</Name><NetworkOrigin>Internet</NetworkOrigin><Bucket>${BUCKET}</Bucket>` +
      `<AccessPointArn>arn:aws:s3:ap-northeast-1:${COMPANY}:accesspoint/reports</AccessPointArn></AccessPoint></AccessPointList>`,
  ),
  's3control GET accesspoint/reports/policy':
    statements.length === 0
      ? s3Error('NoSuchAccessPointPolicy')
      : xml('GetAccessPointPolicyResult', `<Policy>${text(policy(...statements))}</Policy>`),
});
const accessGrant = (type: string, grantee: string, scope: string) => ({
  's3control GET accessgrantsinstance/grants': xml(
    'ListAccessGrantsResult',
    `<AccessGrantsList><AccessGrant><AccessGrantId>grant-1</AccessGrantId><Grantee><GranteeType>${type}</GranteeType>` +
      `<GranteeIdentifier>${grantee}</GranteeIdentifier></Grantee><Permission>READ</Permission>` +
      `<GrantScope>${scope}</GrantScope></AccessGrant></AccessGrantsList>`,
  ),
});
const otherRoles = (roles: readonly (readonly [name: string, trust: unknown, path?: string])[]) => {
  const members = roles.map(
    ([name, trust, path]) => `<member>${roleXml(name, trust, path === undefined ? {} : { path })}</member>`,
  );
  return {
    'iam ListRoles': result(
      'ListRoles',
      `<Roles>${members.join('')}</Roles><IsTruncated>false</IsTruncated>`,
    ),
  };
};
const lets = (principal: object | string, condition?: object) =>
  policy({
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });

/** Such as a company of some years has them. */
const TEN_DOORS = otherRoles([
  ['OrganizationAccountAccessRole', lets({ AWS: 'arn:aws:iam::555555555555:root' })],
  ['DatadogIntegration', lets({ AWS: '464622532012' }, { StringEquals: { 'sts:ExternalId': 'x' } })],
  [
    'GitHubDeploy',
    policy({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${COMPANY}:oidc-provider/token.actions.githubusercontent.com` },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:company/*' } },
    }),
  ],
  ['Auditor', lets({ AWS: 'arn:aws:iam::666666666666:role/Auditor' })],
  ['OldPartner', lets('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-partner0000' } })],
  [
    'Okta',
    policy({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${COMPANY}:saml-provider/Okta` },
      Action: 'sts:AssumeRoleWithSAML',
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    }),
  ],
  ['Factory', lets({ Service: 'iot.amazonaws.com' })],
  ['OnPremises', lets({ Service: 'rolesanywhere.amazonaws.com' })],
  ['PublicApi', lets({ Service: 'apigateway.amazonaws.com' })],
  [
    'MobileApp',
    policy({
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    }),
  ],
  // No doors: the account's own, its services, and what only AWS enters.
  ['Admin', lets({ AWS: `arn:aws:iam::${COMPANY}:root` })],
  ['Worker', lets({ Service: 'lambda.amazonaws.com' })],
  ['AWSServiceRoleForSSO', lets({ Service: 'sso.amazonaws.com' }), '/aws-service-role/sso.amazonaws.com/'],
]);

export const LIVE_STATES: readonly LiveState[] = [
  // As promised.
  {
    is: 'nothing changed, with the profiles of both sides',
    answers: {},
    profiles: ['company', 'center'],
    exitCode: 0,
    says: [
      'What is deployed allows exactly what was promised, and nothing is missing.',
      'stack CompanyStack in account 111111111111 runs the template that was proved.',
      'stack VendorStack in account 444444444444 runs the template that was proved.',
    ],
    neverSays: [AS_PROMISED],
  },
  holds('nothing changed, with the company’s profile alone', {}),
  {
    is: 'nothing changed, with the profile of Identity Center’s account alone',
    answers: {},
    profiles: ['center'],
    exitCode: 0,
    says: [
      'What is deployed on the vendor’s side allows exactly what was promised, and nothing is missing there. The company’s side was not looked at.',
    ],
    neverSays: [AS_PROMISED],
  },
  holds(
    'a lifecycle that cleans up',
    lifecycle(
      '<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>' +
        '<NoncurrentVersionExpiration><NoncurrentDays>30</NoncurrentDays></NoncurrentVersionExpiration>' +
        '<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>',
    ),
  ),
  holds(
    'a lifecycle to classes that are read at once',
    lifecycle(
      '<Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>' +
        '<Transition><Days>90</Days><StorageClass>GLACIER_IR</StorageClass></Transition>',
    ),
  ),
  holds(
    'a lifecycle that deletes, and is switched off',
    lifecycle('<Expiration><Days>30</Days></Expiration>', 'Disabled'),
  ),
  holds('intelligent tiering that is switched off', tiering('Disabled')),
  holds(
    'a replication into another bucket of the company',
    replication('<Bucket>arn:aws:s3:::company-backup</Bucket>'),
  ),
  holds(
    'a replication to another account that is switched off',
    replication('<Bucket>arn:aws:s3:::elsewhere</Bucket><Account>333333333333</Account>', 'Disabled'),
  ),
  holds(
    'an inventory into another bucket of the company',
    inventory('<Bucket>arn:aws:s3:::company-backup</Bucket>'),
  ),
  holds('access logs in another bucket', logging('company-logs')),
  holds(
    'notifications inside the account',
    notifications(
      notification('TopicConfiguration', 'Topic', `arn:aws:sns:ap-northeast-1:${COMPANY}:uploads`),
      notification('QueueConfiguration', 'Queue', `arn:aws:sqs:ap-northeast-1:${COMPANY}:uploads`),
      notification(
        'CloudFunctionConfiguration',
        'CloudFunction',
        `arn:aws:lambda:ap-northeast-1:${COMPANY}:function:f`,
      ),
      '<EventBridgeConfiguration/>',
    ),
  ),
  holds('a website that shows nobody anything', {
    's3 GET ?website': xml(
      'WebsiteConfiguration',
      '<IndexDocument><Suffix>index.html</Suffix></IndexDocument>',
    ),
  }),
  holds('an access point without a policy', accessPoint()),
  holds(
    'an access point for a role of the company',
    accessPoint({
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${COMPANY}:role/Reporting` },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:ap-northeast-1:${COMPANY}:accesspoint/reports/object/*`,
    }),
  ),
  holds(
    'an access grant to a role of the company',
    accessGrant('IAM', `arn:aws:iam::${COMPANY}:role/Reporting`, `s3://${BUCKET}/*`),
  ),
  holds(
    'an access grant to another account, on another bucket',
    accessGrant('IAM', 'arn:aws:iam::333333333333:role/R', 's3://company-other/*'),
  ),
  holds('log delivery in the ACL', {
    's3 GET ?acl': acl(
      '<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/s3/LogDelivery</URI></Grantee><Permission>WRITE</Permission></Grant>',
    ),
  }),
  holds(
    'an account with ten other entrances',
    TEN_DOORS,
    '10 other entrances to the company’s account: not part of the promise, not judged',
    'role OrganizationAccountAccessRole: account 555555555555',
    'role DatadogIntegration: account 464622532012, under conditions on sts:ExternalId',
    'role GitHubDeploy: people who sign in through arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com',
    'role Auditor: arn:aws:iam::666666666666:role/Auditor',
    'role OldPartner: everyone, under conditions on aws:PrincipalOrgID',
    'role Okta: people who sign in through arn:aws:iam::111111111111:saml-provider/Okta',
    'role Factory: iot.amazonaws.com, which carries requests of others',
    'role OnPremises: rolesanywhere.amazonaws.com, which carries requests of others',
    'role PublicApi: apigateway.amazonaws.com, which carries requests of others',
    'role MobileApp: people who sign in through cognito-identity.amazonaws.com',
  ),
  {
    ...holds(
      'an account with thirty other entrances',
      otherRoles(
        Array.from(
          { length: 30 },
          (_, index) => [`Partner${index}`, lets({ AWS: String(500_000_000_000 + index) })] as const,
        ),
      ),
      'role Partner19: account 500000000019',
      'and 10 more; --json lists all of them.',
    ),
    neverSays: ['role Partner20:'],
  },
  holds(
    'an entrance whose trust policy cannot be read',
    otherRoles([['Odd', { Statement: 'x' }]]),
    'role Odd: not known who, because its trust policy could not be read',
  ),
  holds(
    'an account whose roles may not be listed',
    { 'iam ListRoles': DENIED.query },
    'not listed: the other roles of account 111111111111: this profile may not read it',
  ),
  holds('a bucket policy with an Id and one Sid twice', {
    's3 GET ?policy': json({ ...policy(...TLS_ONLY.map((one) => ({ ...one, Sid: 'TlsOnly' }))), Id: 'tls' }),
  }),
  holds(
    'a bucket policy that names a deleted role',
    bucketPolicy({
      Effect: 'Allow',
      Principal: { AWS: 'AROAJQABLZS4A3QDU576Q' },
      Action: 's3:GetObject',
      ...onBucket,
    }),
  ),
  holds(
    'a bucket policy that denies a deleted role',
    bucketPolicy({
      Effect: 'Deny',
      Principal: { AWS: 'AROAJQABLZS4A3QDU576Q' },
      Action: 's3:*',
      ...onBucket,
    }),
  ),
  holds("objects are encrypted with S3's own KMS key", { 's3 GET ?encryption': encryption('aws:kms') }),
  holds(
    'a bucket policy that denies uploads without encryption',
    bucketPolicy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: `${BUCKET_ARN}/*`,
      Condition: { Null: { 's3:x-amz-server-side-encryption': 'true' } },
    }),
  ),
  holds(
    'a bucket policy that keeps AWS services out',
    bucketPolicy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      ...onBucket,
      Condition: { Bool: { 'aws:PrincipalIsAWSService': 'true' } },
    }),
  ),
  holds(
    'no stacks of these names',
    {
      'cloudformation GetTemplate': (body: string) =>
        queryError(
          'ValidationError',
          `Stack with id ${body.includes('CompanyStack') ? 'CompanyStack' : 'VendorStack'} does not exist`,
        ),
    },
    'there is no stack CompanyStack in account 111111111111: it was deployed in another way, so there is no template to compare.',
  ),
  holds('a template with other metadata', {
    'cloudformation GetTemplate': liveTemplates(
      changedTemplate(
        {},
        { CDKMetadata: { Type: 'AWS::CDK::Metadata', Properties: { Analytics: 'v2:deflate64:H4s' } } },
      ).replace('"aws:cdk:path":"CompanyStack/VendorAccessRole/Resource"', '"aws:cdk:path":"Other/Path"'),
    ),
  }),

  // Broken.
  broken(
    'CloudFront may read for the company’s own distribution',
    bucketPolicy({
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: `${BUCKET_ARN}/*`,
      Condition: {
        StringEquals: { 'AWS:SourceArn': `arn:aws:cloudfront::${COMPANY}:distribution/EDFDVBD6EXAMPLE` },
      },
    }),
    `The service cloudfront.amazonaws.com can do s3:GetObject on ${BUCKET_ARN}/test-data.txt.`,
  ),
  broken(
    'the ACL lets everyone read',
    {
      's3 GET ?acl': acl(
        '<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>',
      ),
    },
    `The bucket ${BUCKET} has an ACL: READ to http://acs.amazonaws.com/groups/global/AllUsers.`,
  ),
  broken(
    'the ACL gives another account everything',
    {
      's3 GET ?acl': acl(
        '<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>fedcba9876543210</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant>',
      ),
    },
    `The bucket ${BUCKET} has an ACL: FULL_CONTROL to fedcba9876543210.`,
  ),
  broken(
    'one setting of the public-access block is off',
    { 's3 GET ?publicAccessBlock': publicAccessBlock('false') },
    `The bucket ${BUCKET} does not block public access entirely.`,
    'restrictPublicBuckets is off',
  ),
  broken(
    'the public-access block is gone',
    { 's3 GET ?publicAccessBlock': s3Error('NoSuchPublicAccessBlockConfiguration') },
    `The bucket ${BUCKET} does not block public access entirely.`,
  ),
  broken(
    'ACLs are in force',
    { 's3 GET ?ownershipControls': s3Error('OwnershipControlsNotFoundError') },
    `ACLs are not switched off on the bucket ${BUCKET}.`,
  ),
  broken(
    'objects are encrypted with a key',
    { 's3 GET ?encryption': encryption('aws:kms', 'arn:aws:kms:ap-northeast-1:111111111111:key/1234') },
    `Objects in ${BUCKET} are encrypted with aws:kms`,
  ),
  broken(
    'the bucket policy lets another account in',
    bucketPolicy({
      Effect: 'Allow',
      Principal: { AWS: '333333333333' },
      Action: 's3:GetObject',
      Resource: `${BUCKET_ARN}/*`,
    }),
    `A session of the role arn:aws:iam::333333333333:role/AnyRole can do s3:GetObject on ${BUCKET_ARN}/test-data.txt.`,
  ),
  broken(
    'the bucket policy denies listing',
    bucketPolicy({
      Sid: 'NobodyLists',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:ListBucket',
      Resource: BUCKET_ARN,
    }),
    `cannot do s3:ListBucket on ${BUCKET_ARN}, which was promised.`,
    `bucket policy of ${BUCKET}, NobodyLists`,
  ),
  broken(
    'the bucket policy is gone',
    { 's3 GET ?policy': s3Error('NoSuchBucketPolicy') },
    'The bucket is reached over TLS 1.2 or later only',
  ),
  broken(
    'the bucket is gone',
    { 's3 GET ?acl': s3Error('NoSuchBucket') },
    `There is no bucket ${BUCKET} in account 111111111111.`,
    'Deploy it from these parameters',
  ),
  broken(
    'the role is gone',
    {
      'iam GetRole': queryError('NoSuchEntity', 'The role with name VendorAccessRole cannot be found.', 404),
    },
    'There is no role arn:aws:iam::111111111111:role/VendorAccessRole.',
    'Deploy it from these parameters',
  ),
  broken(
    'the role trusts another account, too',
    { 'iam GetRole': lentRole(policy(TRUST, { ...TRUST, Sid: 'Also', Principal: { AWS: '333333333333' } })) },
    'can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    'Also',
  ),
  broken(
    'the role trusts everyone',
    { 'iam GetRole': lentRole(policy({ ...TRUST, Principal: '*' })) },
    'can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
  ),
  broken(
    'the role trusts nobody any more',
    { 'iam GetRole': lentRole(policy({ ...TRUST, Effect: 'Deny' })) },
    'cannot assume arn:aws:iam::111111111111:role/VendorAccessRole, which was promised.',
  ),
  broken(
    'sessions of twelve hours',
    { 'iam GetRole': lentRole(policy(TRUST), 43_200) },
    'A session of VendorAccessRole may last 43200 seconds.',
  ),
  broken(
    'an inline policy beside the role’s own',
    {
      'iam ListRolePolicies': result(
        'ListRolePolicies',
        '<PolicyNames><member>AddedByHand</member></PolicyNames><IsTruncated>false</IsTruncated>',
      ),
      'iam GetRolePolicy': result(
        'GetRolePolicy',
        `<PolicyDocument>${encodeURIComponent(JSON.stringify(policy({ Effect: 'Allow', Action: 's3:PutObject', Resource: `${BUCKET_ARN}/*` })))}</PolicyDocument>`,
      ),
    },
    'can do s3:PutObject on',
    'AddedByHand (inline)',
  ),
  broken(
    'the role may read every bucket',
    {
      'iam GetPolicyVersion': managedPolicy(...MAY_READ, {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
      }),
    },
    'can do s3:GetObject on',
  ),
  broken(
    'the role may no longer read',
    { 'iam GetPolicyVersion': managedPolicy(...MAY_READ.slice(0, 1)) },
    `cannot do s3:GetObject on ${BUCKET_ARN}/test-data.txt, which was promised.`,
  ),
  onVendorsSide(broken)(
    'the permission set carries a managed policy, too',
    {
      'sso ListManagedPoliciesInPermissionSet': json({
        AttachedManagedPolicies: [{ Arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess', Name: 'ReadOnlyAccess' }],
      }),
    },
    'The permission set AllowAssumeCompanyRole also carries managed policy arn:aws:iam::aws:policy/ReadOnlyAccess.',
  ),
  onVendorsSide(broken)(
    'a sign-in of twelve hours',
    { 'sso DescribePermissionSet': permissionSet('PT12H') },
    'A sign-in through the permission set AllowAssumeCompanyRole lasts PT12H.',
  ),
  onVendorsSide(broken)(
    'another group has the permission set',
    {
      'sso ListAccountAssignments': assigned(
        'a1b2c3d4-5678-90ab-cdef-111122223333',
        '00000000-0000-4000-8000-000000000000',
      ),
    },
    'The permission set AllowAssumeCompanyRole is also assigned to GROUP 00000000-0000-4000-8000-000000000000 in account 222222222222.',
  ),
  onVendorsSide(broken)(
    'nobody has the permission set',
    { 'sso ListAccountAssignments': assigned() },
    'The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333)',
  ),
  onVendorsSide(broken)(
    'the permission set is in another account, too',
    { 'sso ListAccountsForProvisionedPermissionSet': json({ AccountIds: [VENDOR, '777777777777'] }) },
    'is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 777777777777.',
  ),
  onVendorsSide(broken)(
    'there is no such permission set',
    { 'sso ListPermissionSets': json({ PermissionSets: [] }) },
    'There is no permission set AllowAssumeCompanyRole',
  ),
  broken(
    'a replication to another account',
    replication('<Bucket>arn:aws:s3:::elsewhere</Bucket><Account>333333333333</Account>'),
    `The bucket ${BUCKET} gives something to account 333333333333: its replication rule "all" copies objects to bucket elsewhere.`,
  ),
  broken(
    'a replication into a bucket that is not the company’s',
    replication('<Bucket>arn:aws:s3:::elsewhere</Bucket>'),
    `The bucket ${BUCKET} gives something to another account: its replication rule "all" copies objects to bucket elsewhere.`,
  ),
  broken(
    'an inventory for another account',
    inventory('<AccountId>333333333333</AccountId><Bucket>arn:aws:s3:::elsewhere</Bucket>'),
    'its inventory "weekly" lists all objects to bucket elsewhere.',
  ),
  broken(
    'an analysis for another account',
    analysis('<BucketAccountId>333333333333</BucketAccountId>'),
    `The bucket ${BUCKET} gives something to account 333333333333: its analysis "classes" reports on objects to bucket elsewhere.`,
  ),
  broken(
    'notifications to another account',
    notifications(
      notification('TopicConfiguration', 'Topic', 'arn:aws:sns:ap-northeast-1:333333333333:uploads'),
    ),
    'its notifications go to arn:aws:sns:ap-northeast-1:333333333333:uploads.',
  ),
  broken(
    'an access point for another account',
    accessPoint({
      Effect: 'Allow',
      Principal: { AWS: '333333333333' },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:ap-northeast-1:${COMPANY}:accesspoint/reports/object/*`,
    }),
    'policy of the access point reports, statement 1',
  ),
  broken(
    'an access grant to another account',
    accessGrant('IAM', 'arn:aws:iam::333333333333:role/Reader', 's3://*'),
    'S3 Access Grants give READ on s3://* to arn:aws:iam::333333333333:role/Reader.',
  ),
  broken(
    'a bucket policy that denies everybody everything',
    Object.fromEntries(
      [
        'acl',
        'policy',
        'publicAccessBlock',
        'ownershipControls',
        'encryption',
        'lifecycle',
        'intelligent-tiering',
        'replication',
        'inventory',
        'analytics',
        'logging',
        'notification',
        'website',
      ].map((door) => [
        `s3 GET ?${door}`,
        lockedOut(door === 'policy' ? 's3:GetBucketPolicy' : 's3:GetSomethingElse'),
      ]),
    ),
    `User: arn:aws:iam::111111111111:user/admin is not authorized to perform: s3:GetBucketPolicy on resource: "${BUCKET_ARN}" with an explicit deny in a resource-based policy`,
    'Only the root user of account 111111111111 can repair it',
  ),

  // Not decided.
  notDecided(
    'a lifecycle that deletes',
    lifecycle('<Expiration><Days>30</Days></Expiration>'),
    `not decided: the bucket ${BUCKET}: its lifecycle rule "thirty days" deletes objects. This may take objects away from the vendor.`,
  ),
  notDecided(
    'a lifecycle without a name that archives',
    lifecycle(
      '<Transition><Days>9</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>',
      'Enabled',
      '',
    ),
    'its lifecycle rule without a name moves objects to DEEP_ARCHIVE',
  ),
  notDecided(
    'a lifecycle that archives',
    lifecycle('<Transition><Days>30</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>'),
    'its lifecycle rule "thirty days" moves objects to DEEP_ARCHIVE',
  ),
  notDecided(
    'intelligent tiering that archives',
    tiering('Enabled'),
    'its intelligent tiering "cold" moves objects to ARCHIVE_ACCESS',
  ),
  notDecided(
    'access logs in the bucket itself',
    logging(BUCKET),
    'its access logs go into the bucket itself, where the vendor could read it.',
  ),
  notDecided(
    'access logs that are given to somebody',
    logging(
      'company-logs',
      '<TargetGrants><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>fedcba9876543210</ID></Grantee><Permission>READ</Permission></Grant></TargetGrants>',
    ),
    'its access logs give READ to fedcba9876543210',
  ),
  notDecided(
    'an inventory in the bucket itself',
    inventory(`<Bucket>${BUCKET_ARN}</Bucket>`),
    'its inventory "weekly" lists all objects into the bucket itself',
  ),
  notDecided(
    'a replication into a bucket of which nobody knows whose it is',
    { ...replication('<Bucket>arn:aws:s3:::company-backup</Bucket>'), 's3 GET /': DENIED.s3 },
    'its replication rule "all" copies objects to bucket company-backup. It could not be found out which account this belongs to',
    'could not be read, so not proved: bucket company-shared-data-bucket-12345: whose the buckets are that it sends something to: this profile may not read it',
  ),
  notDecided(
    'an access grant to people of a directory',
    accessGrant('DIRECTORY_GROUP', 'a1b2', `s3://${BUCKET}/part/*`),
    `S3 Access Grants give READ on s3://${BUCKET}/part/* to the directory group a1b2, and only the directory says who that is.`,
  ),
  notDecided(
    'one unknown Allow and one unknown Deny in one bucket policy',
    bucketPolicy(
      {
        Sid: 'First',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `${BUCKET_ARN}/*`,
        Condition: { BinaryEquals: { 'aws:Unheard': 'QQ==' } },
      },
      {
        Sid: 'Second',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `${BUCKET_ARN}/*`,
        Condition: { BinaryEquals: { 'aws:Other': 'QQ==' } },
      },
    ),
    'First',
    'Second',
  ),
  notDecided(
    'a bucket policy that says something twice',
    {
      's3 GET ?policy': {
        body: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}',
      },
    },
    `bucket policy of ${BUCKET}: document must be a JSON object`,
  ),
  notDecided(
    'a template in which one property was changed',
    { 'cloudformation GetTemplate': liveTemplates(changedTemplate({ MaxSessionDuration: 43_200 })) },
    'Stack CompanyStack in account 111111111111 runs another template than the one that was proved.',
    'VendorAccessRole (AWS::IAM::Role), Properties.MaxSessionDuration: deployed is 43200, proved was 3600.',
    'npx cdk deploy CompanyStack',
  ),
  notDecided(
    'a template with a resource more',
    {
      'cloudformation GetTemplate': liveTemplates(
        changedTemplate({}, { BackDoor: { Type: 'AWS::IAM::Role', Properties: {} } }),
      ),
    },
    'BackDoor (AWS::IAM::Role): deployed is {"Type":"AWS::IAM::Role","Properties":{}}, and it was not proved.',
  ),
  notDecided(
    'a template that is not of CDK',
    { 'cloudformation GetTemplate': liveTemplates('Resources: {}') },
    'the whole template: deployed is not JSON, which CDK writes',
  ),

  // Could not tell.
  couldNotTell(
    'a lifecycle that may not be read',
    { 's3 GET ?lifecycle': DENIED.s3 },
    `could not be read, so not proved: bucket ${BUCKET}: lifecycle: this profile may not read it`,
  ),
  couldNotTell(
    'a bucket policy that may not be read',
    { 's3 GET ?policy': DENIED.s3 },
    `could not be read, so not proved: bucket ${BUCKET}: policy: this profile may not read it`,
  ),
  couldNotTell(
    'a bucket policy that denies to read the policy alone',
    { 's3 GET ?policy': lockedOut('s3:GetBucketPolicy') },
    `could not be read, so not proved: bucket ${BUCKET}: policy: this profile may not read it`,
  ),
  couldNotTell(
    'access points that may not be listed',
    { 's3control GET accesspoint': DENIED.s3 },
    `could not be read, so not proved: access points of bucket ${BUCKET}: this profile may not read it`,
  ),
  couldNotTell(
    'access grants that may not be listed',
    { 's3control GET accessgrantsinstance/grants': DENIED.s3 },
    `could not be read, so not proved: access grants on bucket ${BUCKET}: this profile may not read it`,
  ),
  couldNotTell(
    'an access point whose policy may not be read',
    { ...accessPoint(), 's3control GET accesspoint/reports/policy': DENIED.s3 },
    `could not be read, so not proved: access points of bucket ${BUCKET}: this profile may not read it`,
  ),
  couldNotTell(
    'a template that may not be read',
    { 'cloudformation GetTemplate': DENIED.query },
    'could not be read, so not proved: the template of stack CompanyStack: this profile may not read it',
  ),
  couldNotTell(
    'a role that may not be read',
    { 'iam GetRole': DENIED.query },
    'could not be read, so not proved: role VendorAccessRole: its trust policy and everything attached to it: this profile may not read it',
  ),
  onVendorsSide(couldNotTell)(
    'a permission set that may not be read',
    { 'sso ListPermissionSets': jsonError('AccessDeniedException') },
    'could not be read, so not proved: permission set AllowAssumeCompanyRole',
  ),
  couldNotTell(
    'something else than AWS that says there is no lifecycle',
    { 's3 GET ?lifecycle': { ...s3Error('NoSuchLifecycleConfiguration'), hasRequestId: false } },
    `could not be read, so not proved: bucket ${BUCKET}: lifecycle`,
  ),
  couldNotTell(
    'something else than AWS that says yes to everything',
    { 's3 GET ?logging': { ...xml('html'), hasRequestId: false } },
    'something answered that is not AWS',
  ),
  couldNotTell(
    'AWS that asks to slow down',
    { 's3 GET ?website': s3Error('SlowDown', 'Please reduce your request rate.', 503) },
    `could not be read, so not proved: bucket ${BUCKET}: website: SlowDown, Please reduce your request rate.`,
  ),
  {
    ...notDecided(
      'a rule whose name clears the screen',
      {
        's3 GET ?lifecycle': xml(
          'LifecycleConfiguration',
          '<Rule><ID>x&#x1b;[2JAs promised</ID><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>',
        ),
      },
      'its lifecycle rule "x\\u{1b}[2JAs promised" deletes objects',
    ),
    neverSays: ['\u001b'],
  },
];

function lockedOut(action: string) {
  const who = 'User: arn:aws:iam::111111111111:user/admin is not authorized to perform';
  return s3Error(
    'AccessDenied',
    `${who}: ${action} on resource: &quot;${BUCKET_ARN}&quot; with an explicit deny in a resource-based policy`,
    403,
  );
}
