import type { Share } from '../../../lib/share/share';
import type { StackTemplate } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../../tools/proof/templates/assets';
import type { Answers } from './fake-aws';
import { encoded, json, jsonError, queryError, result, s3Error, text, xml } from './said';

/** One share, and what AWS answers about it where it is deployed as promised; every document spelt out. */

export const COMPANY = '111111111111';
export const VENDOR = '222222222222';
/** Runs the vendor's Identity Center. */
export const CENTER = '444444444444';
export const BUCKET = 'company-shared-data-bucket-12345';
export const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
export const PERMISSION_SET = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';
const ANALYSTS = 'a1b2c3d4-5678-90ab-cdef-111122223333';
const POLICY_ARN = `arn:aws:iam::${COMPANY}:policy/VendorS3AccessPolicy`;

export const share: Share = {
  company: {
    account: COMPANY,
    region: 'ap-northeast-1',
    bucketName: BUCKET,
    seedObjects: [{ key: 'test-data.txt', content: 'confidential data\n' }],
  },
  vendors: [
    {
      account: VENDOR,
      identityCenter: {
        instanceArn: INSTANCE,
        region: 'ap-northeast-1',
        startUrl: 'https://vendor.awsapps.com/start',
        account: CENTER,
      },
      assignees: [{ type: 'GROUP', id: ANALYSTS, name: 'Analysts' }],
    },
  ],
};

export function policy(...statements: readonly object[]): object {
  return { Version: '2012-10-17', Statement: statements };
}

export const TRUST = {
  Sid: 'AllowVendorAccountAssumeRole',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${VENDOR}:root` },
  Action: 'sts:AssumeRole',
};

export const MAY_READ = [
  {
    Sid: 'AllowS3BucketListAccess',
    Effect: 'Allow',
    Action: 's3:ListBucket',
    Resource: `arn:aws:s3:::${BUCKET}`,
  },
  {
    Sid: 'AllowS3ObjectReadAccess',
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${BUCKET}/*`,
  },
];

const EVERYTHING = [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`];

export const TLS_ONLY = [
  {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: EVERYTHING,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  },
  {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: EVERYTHING,
    Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
  },
];

/** A role of the company's account, as ListRoles and GetRole have it. */
export function roleXml(
  name: string,
  trust: unknown,
  more: { path?: string; seconds?: number; boundary?: string } = {},
): string {
  const { path = '/', seconds = 3600, boundary } = more;
  return (
    `<Path>${path}</Path><RoleName>${name}</RoleName><RoleId>AROA00000000000000000</RoleId>` +
    `<Arn>arn:aws:iam::${COMPANY}:role${path}${name}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate>` +
    `<AssumeRolePolicyDocument>${encoded(trust)}</AssumeRolePolicyDocument>` +
    `<MaxSessionDuration>${seconds}</MaxSessionDuration>` +
    (boundary === undefined
      ? ''
      : `<PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>` +
        `<PermissionsBoundaryArn>${boundary}</PermissionsBoundaryArn></PermissionsBoundary>`)
  );
}

export function lentRole(trust: unknown = policy(TRUST), seconds = 3600) {
  return result('GetRole', `<Role>${roleXml('VendorAccessRole', trust, { seconds })}</Role>`);
}

export function managedPolicy(...statements: readonly object[]) {
  const version = `<Document>${encoded(policy(...statements))}</Document><VersionId>v1</VersionId>`;
  return result('GetPolicyVersion', `<PolicyVersion>${version}</PolicyVersion>`);
}

export function acl(...others: readonly string[]) {
  const owner = '<ID>0123456789abcdef</ID>';
  const grants = [
    `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">${owner}</Grantee><Permission>FULL_CONTROL</Permission></Grant>`,
    ...others,
  ];
  return xml(
    'AccessControlPolicy',
    `<Owner>${owner}</Owner><AccessControlList>${grants.join('')}</AccessControlList>`,
  );
}

export function publicAccessBlock(restrictPublicBuckets = 'true') {
  return xml(
    'PublicAccessBlockConfiguration',
    '<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>' +
      `<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>${restrictPublicBuckets}</RestrictPublicBuckets>`,
  );
}

/** @param key an ARN; without one, `aws:kms` is S3's own key */
export function encryption(algorithm: string, key?: string) {
  const ofKey = key === undefined ? '' : `<KMSMasterKeyID>${key}</KMSMasterKeyID>`;
  const rule = `<ApplyServerSideEncryptionByDefault><SSEAlgorithm>${algorithm}</SSEAlgorithm>${ofKey}</ApplyServerSideEncryptionByDefault>`;
  return xml('ServerSideEncryptionConfiguration', `<Rule>${rule}</Rule>`);
}

export function permissionSet(sessionDuration = 'PT1H') {
  return json({
    PermissionSet: {
      Name: 'AllowAssumeCompanyRole',
      PermissionSetArn: PERMISSION_SET,
      SessionDuration: sessionDuration,
    },
  });
}

export function assigned(...groups: readonly string[]) {
  const base = { AccountId: VENDOR, PermissionSetArn: PERMISSION_SET, PrincipalType: 'GROUP' };
  return json({ AccountAssignments: groups.map((PrincipalId) => ({ ...base, PrincipalId })) });
}

/** What stands in for the stacks of the share: how templates are compared does not depend on what is in them. */
const COMPANY_TEMPLATE = {
  Parameters: {
    BootstrapVersion: {
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/cdk-bootstrap/hnb659fds/version',
    },
  },
  Resources: {
    VendorAccessRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'VendorAccessRole',
        MaxSessionDuration: 3600,
        AssumeRolePolicyDocument: policy(TRUST),
      },
      Metadata: { 'aws:cdk:path': 'CompanyStack/VendorAccessRole/Resource' },
    },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: BUCKET }, DeletionPolicy: 'Retain' },
  },
};
const VENDOR_TEMPLATE = {
  Resources: {
    PermissionSet: { Type: 'AWS::SSO::PermissionSet', Properties: { Name: 'AllowAssumeCompanyRole' } },
  },
};

export const templates: readonly StackTemplate[] = [
  {
    name: 'CompanyStack',
    account: COMPANY,
    region: 'ap-northeast-1',
    template: COMPANY_TEMPLATE,
    constructPaths: new Map(),
    assets: NO_ASSETS,
  },
  {
    name: 'VendorStack',
    account: CENTER,
    region: 'ap-northeast-1',
    template: VENDOR_TEMPLATE,
    constructPaths: new Map(),
    assets: NO_ASSETS,
  },
];

export function liveTemplates(company: string, vendor: string = text(VENDOR_TEMPLATE)) {
  return (body: string) =>
    result(
      'GetTemplate',
      `<TemplateBody>${body.includes('StackName=CompanyStack') ? company : vendor}</TemplateBody>`,
    );
}

/** The company's template with one property of the role changed, or a resource more. */
export function changedTemplate(properties: object, resources: object = {}): string {
  const { Resources: proved } = COMPANY_TEMPLATE;
  const role = {
    ...proved.VendorAccessRole,
    Properties: { ...proved.VendorAccessRole.Properties, ...properties },
  };
  return text({ ...COMPANY_TEMPLATE, Resources: { ...proved, VendorAccessRole: role, ...resources } });
}

export const AS_PROMISED: Answers = {
  'sts GetCallerIdentity company': result(
    'GetCallerIdentity',
    `<Account>${COMPANY}</Account><Arn>arn:aws:iam::${COMPANY}:user/admin</Arn>`,
  ),
  'sts GetCallerIdentity center': result(
    'GetCallerIdentity',
    `<Account>${CENTER}</Account><Arn>arn:aws:iam::${CENTER}:user/admin</Arn>`,
  ),

  'iam GetRole': lentRole(),
  'iam ListRolePolicies': result('ListRolePolicies', '<PolicyNames/><IsTruncated>false</IsTruncated>'),
  'iam ListAttachedRolePolicies': result(
    'ListAttachedRolePolicies',
    `<AttachedPolicies><member><PolicyName>VendorS3AccessPolicy</PolicyName><PolicyArn>${POLICY_ARN}</PolicyArn></member></AttachedPolicies>`,
  ),
  'iam GetPolicy': result(
    'GetPolicy',
    `<Policy><PolicyName>VendorS3AccessPolicy</PolicyName><Arn>${POLICY_ARN}</Arn><DefaultVersionId>v1</DefaultVersionId></Policy>`,
  ),
  'iam GetPolicyVersion': managedPolicy(...MAY_READ),
  'iam ListRoles': result(
    'ListRoles',
    `<Roles><member>${roleXml('VendorAccessRole', policy(TRUST))}</member></Roles><IsTruncated>false</IsTruncated>`,
  ),

  's3 GET ?acl': acl(),
  's3 GET ?policy': json(policy(...TLS_ONLY)),
  's3 GET ?publicAccessBlock': publicAccessBlock(),
  's3 GET ?ownershipControls': xml(
    'OwnershipControls',
    '<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>',
  ),
  's3 GET ?encryption': encryption('AES256'),
  's3 GET ?lifecycle': s3Error('NoSuchLifecycleConfiguration'),
  's3 GET ?intelligent-tiering': xml('ListBucketIntelligentTieringConfigurationsOutput'),
  's3 GET ?replication': s3Error('ReplicationConfigurationNotFoundError'),
  's3 GET ?inventory': xml('ListInventoryConfigurationsResult', '<IsTruncated>false</IsTruncated>'),
  's3 GET ?analytics': xml('ListBucketAnalyticsConfigurationsResult', '<IsTruncated>false</IsTruncated>'),
  's3 GET ?logging': xml('BucketLoggingStatus'),
  's3 GET ?notification': xml('NotificationConfiguration'),
  's3 GET ?website': s3Error('NoSuchWebsiteConfiguration'),
  's3 GET /': xml(
    'ListAllMyBucketsResult',
    `<Buckets><Bucket><Name>${BUCKET}</Name></Bucket><Bucket><Name>company-backup</Name></Bucket></Buckets>`,
  ),
  's3control GET accesspoint': xml('ListAccessPointsResult', '<AccessPointList/>'),
  's3control GET accessgrantsinstance/grants': s3Error('AccessGrantsInstanceNotExistsError'),

  'cloudformation GetTemplate': liveTemplates(text(COMPANY_TEMPLATE)),

  'sso ListPermissionSets': json({ PermissionSets: [PERMISSION_SET] }),
  'sso DescribePermissionSet': permissionSet(),
  'sso GetInlinePolicyForPermissionSet': json({
    InlinePolicy: JSON.stringify(
      policy({
        Sid: 'AllowAssumeCompanyRole',
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: `arn:aws:iam::${COMPANY}:role/VendorAccessRole`,
      }),
    ),
  }),
  'sso ListManagedPoliciesInPermissionSet': json({ AttachedManagedPolicies: [] }),
  'sso ListCustomerManagedPolicyReferencesInPermissionSet': json({ CustomerManagedPolicyReferences: [] }),
  'sso GetPermissionsBoundaryForPermissionSet': jsonError('ResourceNotFoundException'),
  'sso ListAccountsForProvisionedPermissionSet': json({ AccountIds: [VENDOR] }),
  'sso ListAccountAssignments': assigned(ANALYSTS),
};

export const DENIED = {
  s3: s3Error('AccessDenied', 'Access Denied', 403),
  query: queryError('AccessDenied', 'User: x is not authorized to perform this', 403),
};
