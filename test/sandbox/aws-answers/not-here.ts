const CLIENT = 'said by a client on its own computer, without or after a request; no answer of AWS';
const ORGANIZATION =
  'the sandbox has no organization, and so neither its policies nor callers of the same one';
const NETWORK = 'nobody comes to the sandbox through a VPC';
const CONSOLE = 'said by the console in a browser; no answer to a client';
const OPT_IN = 'in the sandbox every account has every region enabled';
const MANAGEMENT = 'no account of the sandbox is the management account of an organization';

/** Entries that the sandbox cannot answer, by id, and why. */
export const NOT_HERE: Readonly<Record<string, string>> = {
  'boto-sso-expired': CLIENT,
  'boto-sso-none': CLIENT,
  'boto-sso-refresh': CLIENT,
  'js-sso-expired': CLIENT,
  'js-token-notfound': CLIENT,
  'js-no-profile': CLIENT,
  'boto-no-profile': CLIENT,
  'boto-no-creds': CLIENT,
  'boto-partial': CLIENT,
  'boto-session-missing': CLIENT,
  'boto-sso-incomplete': CLIENT,
  'cdk-early': CLIENT,
  'cdk-wrong-account': CLIENT,
  'cdk-no-creds': CLIENT,
  'cdk-bad-keys': CLIENT,
  'cdk-tagsession': CLIENT,
  'console-switch': CONSOLE,
  'console-s3-objects': CONSOLE,

  'sts-optin': OPT_IN,
  'sts-region-disabled': OPT_IN,
  's3-optin-token': OPT_IN,

  's3-same-org': ORGANIZATION,
  's3-location-same-org': ORGANIZATION,
  's3-scp-implicit': ORGANIZATION,
  's3-deny-rcp': ORGANIZATION,
  's3-deny-rcp-arn': ORGANIZATION,
  's3-vpce-implicit': NETWORK,
  's3-vpce-crossregion': NETWORK,

  'ar-documented-trust':
    'the documentation’s example, which contradicts every answer that was recorded; the sandbox says what was recorded',
  'ar-root': 'nobody in the sandbox is a root user',
  'ar-mfa-code': 'nobody in the sandbox has an MFA device; a call with a code is refused by name',
  'ar-tags-transitive':
    'sessions of the sandbox carry no tags: a call that would set them is refused by name',

  's3-kms-on-this':
    'other words for what s3-kms-identity records; when AWS leaves the key’s name out is not known',
  's3-slowdown': 'the sandbox does not slow anybody down',
  's3-405': 'objects have no versions in the sandbox, and so no delete markers',

  'ssoadmin-account-instance': 'every Identity Center of the sandbox is an organization’s',
  'ssoadmin-delegated': MANAGEMENT,
  'ssoadmin-iam-denied': MANAGEMENT,
  'ssoadmin-quota': 'the sandbox does not model CreateInstance',

  'cfn-putpolicy-denied':
    'recorded in 2023 of an older handler; today’s repeats the sentence of S3, which s3-bpa records',
};
