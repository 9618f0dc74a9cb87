import { lowerAscii } from '../../iam/glob';

/**
 * Actions that exist: witnesses that a person recognizes, and for S3 what kind of resource each is about, so that no
 * counterexample is a request that nobody can send (`s3:ListBucket` on an object). Whatever else the proof does covers
 * every string.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const REAL_ACTIONS: Readonly<Record<string, string>> = {
  sts:
    'AssumeRole GetCallerIdentity AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot DecodeAuthorizationMessage GetAccessKeyInfo ' +
    'GetFederationToken GetServiceBearerToken GetSessionToken SetContext SetSourceIdentity TagSession',
  iam:
    'CreateUser CreateAccessKey AttachRolePolicy PutRolePolicy UpdateAssumeRolePolicy PassRole GetRole ListRoles ' +
    'ListUsers CreateRole DeleteRole CreatePolicyVersion CreateServiceLinkedRole GetUser DeleteUser UpdateUser ' +
    'ListAccessKeys DeleteAccessKey UpdateAccessKey CreateLoginProfile UpdateLoginProfile AttachUserPolicy ' +
    'AttachGroupPolicy PutUserPolicy PutGroupPolicy AddUserToGroup CreateGroup ListGroups CreatePolicy GetPolicy ' +
    'GetPolicyVersion SetDefaultPolicyVersion DeletePolicy ListPolicies DetachRolePolicy DeleteRolePolicy ' +
    'GetRolePolicy ListRolePolicies ListAttachedRolePolicies PutRolePermissionsBoundary ' +
    'DeleteRolePermissionsBoundary UpdateRole TagRole UntagRole CreateSAMLProvider CreateOpenIDConnectProvider ' +
    'CreateInstanceProfile AddRoleToInstanceProfile GetAccountSummary GetAccountAuthorizationDetails ' +
    'SimulatePrincipalPolicy',
  kms: 'Decrypt Encrypt GenerateDataKey DescribeKey CreateGrant PutKeyPolicy ScheduleKeyDeletion ReEncryptFrom',
  lambda: 'InvokeFunction InvokeFunctionUrl UpdateFunctionCode GetFunction AddPermission CreateFunction',
  ec2: 'DescribeInstances RunInstances TerminateInstances',
  sso: 'CreateAccountAssignment CreatePermissionSet PutInlinePolicyToPermissionSet',
  organizations: 'LeaveOrganization ListAccounts',
  secretsmanager: 'GetSecretValue',
  dynamodb: 'GetItem PutItem',
  sqs: 'SendMessage ReceiveMessage',
  sns: 'Publish',
  cloudformation: 'CreateStack DeleteStack',
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
const S3_ACTIONS = {
  object:
    'GetObject PutObject DeleteObject GetObjectAcl AbortMultipartUpload BypassGovernanceRetention ' +
    'DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersion DeleteObjectVersionAnnotation ' +
    'DeleteObjectVersionTagging GetObjectAnnotation GetObjectAttributes GetObjectLegalHold ' +
    'GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl ' +
    'GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication GetObjectVersionAttributes ' +
    'GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent ' +
    'InitiateReplication ListMultipartUploadParts ListObjectAnnotations ListObjectVersionAnnotations ' +
    'ObjectOwnerOverrideToBucketOwner PutObjectAcl PutObjectAnnotation PutObjectLegalHold ' +
    'PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionAnnotation ' +
    'PutObjectVersionTagging ReplicateDelete ReplicateObject ReplicateObjectAnnotation ReplicateTags ' +
    'RestoreObject UpdateObjectEncryption',
  bucket:
    'ListBucket GetBucketLocation GetBucketPolicy GetBucketAcl AllowVendedLogDeliveryForResource ' +
    'CreateBucket CreateBucketMetadataTableConfiguration DeleteBucket ' +
    'DeleteBucketMetadataTableConfiguration DeleteBucketPolicy DeleteBucketWebsite ' +
    'GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAbac GetBucketCORS ' +
    'GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification ' +
    'GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicyStatus ' +
    'GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging GetBucketVersioning ' +
    'GetBucketWebsite GetEncryptionConfiguration GetIntelligentTieringConfiguration ' +
    'GetInventoryConfiguration GetLifecycleConfiguration GetMetricsConfiguration ' +
    'GetReplicationConfiguration ListBucketMultipartUploads ListBucketVersions PauseReplication ' +
    'PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAbac PutBucketAcl PutBucketCORS ' +
    'PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration ' +
    'PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock PutBucketRequestPayment ' +
    'PutBucketTagging PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration ' +
    'PutIntelligentTieringConfiguration PutInventoryConfiguration PutLifecycleConfiguration ' +
    'PutMetricsConfiguration PutReplicationConfiguration ' +
    'UpdateBucketMetadataAnnotationTableConfiguration UpdateBucketMetadataInventoryTableConfiguration ' +
    'UpdateBucketMetadataJournalTableConfiguration',
  none: 'ListAllMyBuckets CreateJob GetAccountPublicAccessBlock ListAccessPoints ListJobs PutAccountPublicAccessBlock',
} as const;

/** What an S3 action is about: an object, a bucket, or nothing (`*`). */
export type S3Kind = keyof typeof S3_ACTIONS;

const S3_KINDS = new Map(
  (['object', 'bucket', 'none'] as const).flatMap((kind) =>
    S3_ACTIONS[kind].split(' ').map((name) => [`s3:${name}`.toLowerCase(), kind] as const),
  ),
);

/** Undefined for an action whose kind is not known here: it may be about anything. */
export function s3KindOf(action: string): S3Kind | undefined {
  return S3_KINDS.get(lowerAscii(action));
}

const ALL = Object.entries({ s3: Object.values(S3_ACTIONS).join(' '), ...REAL_ACTIONS }).flatMap(
  ([service, names]) => names.split(' ').map((name) => `${service}:${name}`),
);

export function readableActions(): readonly string[] {
  return ALL;
}

export function isRealAction(action: string): boolean {
  return KNOWN.has(lowerAscii(action));
}

const KNOWN = new Set(ALL.map(lowerAscii));
