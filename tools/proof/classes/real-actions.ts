/**
 * Actions that exist, as witnesses that a person recognizes: of STS, S3, IAM and KMS and some others what
 * matters most to a reader. It is no part of the proof, which covers every string.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const REAL_ACTIONS: Readonly<Record<string, string>> = {
  s3:
    'GetObject ListBucket PutObject DeleteObject GetObjectAcl GetObjectVersion GetObjectTagging GetObjectAttributes GetObjectRetention ' +
    'GetObjectLegalHold GetObjectTorrent GetObjectVersionAcl GetObjectVersionTagging DeleteObjectVersion ' +
    'DeleteObjectTagging PutObjectAcl PutObjectTagging PutObjectRetention PutObjectLegalHold RestoreObject ' +
    'AbortMultipartUpload ReplicateObject ListBucketVersions ListBucketMultipartUploads ListMultipartUploadParts ' +
    'ListAllMyBuckets ListAccessPoints GetBucketPolicy GetBucketAcl GetBucketLocation GetBucketVersioning ' +
    'GetBucketTagging GetBucketPublicAccessBlock GetBucketLogging GetEncryptionConfiguration ' +
    'GetLifecycleConfiguration GetReplicationConfiguration GetInventoryConfiguration PutBucketPolicy PutBucketAcl ' +
    'PutBucketVersioning PutBucketPublicAccessBlock PutEncryptionConfiguration PutLifecycleConfiguration ' +
    'PutReplicationConfiguration DeleteBucketPolicy DeleteBucket CreateBucket CreateAccessPoint GetAccessPoint ' +
    'DeleteAccessPoint GetAccountPublicAccessBlock PutAccountPublicAccessBlock BypassGovernanceRetention ' +
    'GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTorrent PutObjectVersionAcl ' +
    'PutObjectVersionTagging DeleteObjectVersionTagging ReplicateDelete ReplicateTags ' +
    'ObjectOwnerOverrideToBucketOwner InitiateReplication GetBucketCORS PutBucketCORS GetBucketNotification ' +
    'PutBucketNotification GetBucketWebsite PutBucketWebsite DeleteBucketWebsite GetBucketOwnershipControls ' +
    'PutBucketOwnershipControls GetBucketPolicyStatus GetBucketRequestPayment PutBucketRequestPayment ' +
    'PutBucketLogging PutBucketTagging GetBucketObjectLockConfiguration PutBucketObjectLockConfiguration ' +
    'GetAccelerateConfiguration PutAccelerateConfiguration GetAnalyticsConfiguration PutAnalyticsConfiguration ' +
    'GetMetricsConfiguration PutMetricsConfiguration PutInventoryConfiguration GetIntelligentTieringConfiguration ' +
    'PutIntelligentTieringConfiguration GetAccessPointPolicy PutAccessPointPolicy DeleteAccessPointPolicy ' +
    'CreateJob ListJobs DescribeJob',
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

const ALL = Object.entries(REAL_ACTIONS).flatMap(([service, names]) =>
  names.split(' ').map((name) => `${service}:${name}`),
);

export function readableActions(): readonly string[] {
  return ALL;
}

export function isRealAction(action: string): boolean {
  return ALL.some((one) => one.toLowerCase() === action.toLowerCase());
}
