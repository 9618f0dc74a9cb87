/** What kind of values a condition key has. */
export type KeyKind = 'string' | 'boolean' | 'date' | 'number' | 'address';

/**
 * Keys whose values AWS documents to be of one kind. Any other key may hold anything.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const DOCUMENTED_KINDS: Readonly<Record<string, KeyKind>> = {
  'aws:currenttime': 'date',
  'aws:epochtime': 'date',
  'aws:tokenissuetime': 'date',
  'aws:securetransport': 'boolean',
  'aws:multifactorauthpresent': 'boolean',
  'aws:viaawsservice': 'boolean',
  'aws:principalisawsservice': 'boolean',
  'aws:multifactorauthage': 'number',
  's3:max-keys': 'number',
  's3:tlsversion': 'number',
  'aws:sourceip': 'address',
};

export function documentedKind(key: string): KeyKind | undefined {
  return DOCUMENTED_KINDS[key];
}

/** Keys that hold an ARN and nothing else. */
export function holdsArns(key: string): boolean {
  return ARN_KEYS.has(key);
}

const ARN_KEYS = new Set([
  'aws:principalarn',
  'aws:sourcearn',
  'iam:permissionsboundary',
  'iam:policyarn',
  'kms:encryptioncontext:aws:logs:arn',
  'kms:encryptioncontext:aws:s3:arn',
  's3:dataaccesspointarn',
]);

/** As AWS spells them, for people; policies match keys without regard to case. */
const SPELLINGS = new Map(
  (
    'aws:CurrentTime aws:EpochTime aws:TokenIssueTime aws:SecureTransport aws:MultiFactorAuthPresent ' +
    'aws:MultiFactorAuthAge aws:ViaAWSService aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgID ' +
    'aws:PrincipalIsAWSService aws:SourceIp aws:SourceArn aws:SourceAccount s3:TlsVersion sts:ExternalId ' +
    'sts:RoleSessionName sts:SourceIdentity sts:TransitiveTagKeys aws:CalledVia aws:PrincipalOrgPaths ' +
    'aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:PrincipalType aws:ResourceAccount aws:ResourceOrgID ' +
    'aws:ResourceOrgPaths aws:SourceOrgID aws:SourceOrgPaths aws:SourceVpc aws:SourceVpce aws:TagKeys aws:userid ' +
    'kms:CallerAccount kms:EncryptionContextKeys kms:GrantOperations kms:ViaService s3:RequestObjectTagKeys ' +
    's3:ResourceAccount s3:DataAccessPointAccount s3:DataAccessPointArn'
  )
    .split(' ')
    .map((key) => [key.toLowerCase(), key]),
);

export function spelt(key: string): string {
  return SPELLINGS.get(key) ?? key;
}
