// tools/verify/causes.ts and tools/verify/causes/: for each row an answer of AWS that only this row explains
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { causes } from '../../tools/verify/causes';
import { diagnose, type Finding } from '../../tools/verify/diagnosis';
import type { FailureKind } from '../../tools/verify/outcome';
import type { Hop, Probe } from '../../tools/verify/probe';
import type { Cause, Trouble } from '../../tools/verify/situation';

interface Case {
  readonly id: string;
  readonly hop: Hop;
  /** @default 'answered' */
  readonly how?: FailureKind;
  /** Without one the call went through. */
  readonly code?: string;
  readonly message?: string;
  readonly probe?: Partial<Probe>;
  readonly region?: string;
  readonly company?: Partial<Share['company']>;
  readonly vendor?: Partial<Vendor>;
  readonly settings?: Readonly<Record<string, string>>;
}

const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const USER =
  'User: arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/alice';
const BORROWER = 'User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/vendor-share-verify';
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const mayNotBorrow = `${USER} is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;
const mayNotRead = `${BORROWER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt"`;
const mayNotDecrypt = `${BORROWER} is not authorized to perform: kms:Decrypt on resource: ${KEY}`;

const forbidden = (...lateCodes: string[]): Probe['expect'] => ({
  outcome: 'error',
  codes: ['AccessDenied'],
  lateCodes,
});
const signIn = { hop: 'sign in' } as const;
const notSignedIn = { ...signIn, how: 'not-signed-in' } as const;
const network = { hop: 'sign in', how: 'network' } as const;
const program = { hop: 'sign in', how: 'program' } as const;
const assume = { hop: 'assume the role', code: 'AccessDenied' } as const;
const useS3 = { hop: 'use S3', code: 'AccessDenied', probe: { id: 'get-object' } } as const;

/** In the words of AWS, or of its clients; more of them are in aws-answers.json. */
const CASES: readonly Case[] = [
  { id: 'program-hangs', ...program, code: 'ProgramHangs', message: 'no answer' },
  {
    id: 'program-expired-credentials',
    ...program,
    code: 'ProgramFailed',
    message: 'Profile p credential_process returned expired credentials.',
  },
  { id: 'program-without-credentials', ...program, code: 'ProgramSaidNoKeys', message: 'no keys' },
  { id: 'program-failed', ...program, code: 'ProgramFailed', message: 'Command failed: /opt/tool' },
  { id: 'html-answer', ...network, code: 'HtmlAnswer', message: '<html>' },
  { id: 'plain-http-to-tls-port', ...network, code: 'PlainHttpToTlsPort', message: 'HTTP to HTTPS' },
  { id: 'not-http', ...network, code: 'HPE_INVALID_CONSTANT', message: 'Parse Error: Expected HTTP/' },
  { id: 'unreadable-answer', ...network, code: 'UnreadableAnswer', message: 'cut off' },
  { id: 'not-from-aws', ...network, code: 'NotFromAws', message: 'HTTP 403' },
  { id: 'proxy-login', ...network, code: 'ProxyWantsLogin', message: 'HTTP 407' },
  { id: 'proxy-denied', ...network, code: 'ProxyDenied', message: 'HTTP 403' },
  { id: 'proxy-not-reached', ...network, code: 'ProxyNotReached', message: 'connect ECONNREFUSED' },
  { id: 'proxy-not-supported', ...network, code: 'ProxyNotSupported', message: 'socks5://' },
  { id: 'certificate-date', ...network, code: 'CERT_HAS_EXPIRED', message: 'certificate has expired' },
  {
    id: 'certificate-of-another',
    ...network,
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    message: 'Host: x. is not in the cert',
  },
  {
    id: 'certificate-not-trusted',
    ...network,
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
    message: 'self-signed certificate in certificate chain',
  },
  {
    id: 'tls-to-plain-port',
    ...network,
    code: 'EPROTO',
    message: 'SSL routines:ssl3_get_record:wrong version number',
  },
  { id: 'tls-failed', ...network, code: 'EPROTO', message: 'SSL routines:handshake failure' },
  { id: 'wrong-url', ...network, code: 'ERR_INVALID_URL', message: 'Invalid URL' },
  { id: 'name-not-found', ...network, code: 'ENOTFOUND', message: 'getaddrinfo ENOTFOUND' },
  { id: 'connection-closed', ...network, code: 'ECONNRESET', message: 'socket hang up' },
  { id: 'interrupted', ...signIn, how: 'timeout', code: 'Interrupted', message: 'stopped by hand' },
  { id: 'timeout', ...signIn, how: 'timeout', code: 'TimeoutError', message: 'no answer within 15 s' },
  { id: 'no-connection', ...signIn, how: 'network', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
  {
    id: 'throttled',
    hop: 'use S3',
    how: 'throttled',
    code: 'SlowDown',
    message: 'Please reduce your request rate.',
  },
  {
    id: 'aws-error',
    hop: 'use S3',
    how: 'aws',
    code: 'InternalError',
    message: 'We encountered an internal error.',
  },
  { id: 'clock', ...notSignedIn, code: 'RequestTimeTooSkewed', message: 'The difference is too large.' },
  { id: 'bad-profile', ...notSignedIn, code: 'BadProfile', message: 'there is no profile "p"' },
  {
    id: 'wrong-permission-set',
    ...signIn,
    code: 'ForbiddenException',
    message: 'No access',
    settings: { sso_role_name: 'Other', sso_account_id: '222222222222' },
  },
  { id: 'not-assigned', ...signIn, code: 'ForbiddenException', message: 'No access' },
  {
    id: 'sts-not-active',
    ...signIn,
    code: 'RegionDisabledException',
    message: 'STS is not activated in this region for account:222222222222.',
  },
  {
    id: 'region-not-enabled',
    ...notSignedIn,
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid',
    region: 'me-south-1',
  },
  { id: 'expired', ...notSignedIn, code: 'ExpiredToken', message: 'The provided token has expired.' },
  {
    id: 'profile-needs-mfa',
    ...notSignedIn,
    code: 'CredentialsProviderError',
    message: 'Profile p requires multi-factor authentication, but no MFA code callback was provided.',
  },
  {
    id: 'profile-unreadable',
    ...notSignedIn,
    code: 'CredentialsProviderError',
    message: 'The config profile (p) could not be found',
  },
  { id: 'wrong-start-url', ...signIn, code: 'InvalidRequestException', message: 'UnknownError' },
  {
    id: 'wrong-keys',
    ...notSignedIn,
    code: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
  },
  {
    id: 'bad-profile',
    ...notSignedIn,
    code: 'CredentialsProviderError',
    message: 'Could not resolve credentials using profile: [p] in configuration/credentials file(s).',
  },
  {
    id: 'not-signed-in',
    ...notSignedIn,
    code: 'CredentialsProviderError',
    message: 'The SSO session token associated with profile=p was not found or is invalid.',
  },

  {
    id: 'external-id-not-required',
    hop: 'assume the role',
    probe: { id: 'assume-without-external-id', expect: forbidden() },
  },
  { id: 'door-open', hop: 'assume the role', probe: { id: 'assume-role', as: 'user', expect: forbidden() } },
  { id: 'bucket-open', hop: 'use S3', probe: { id: 'user-get-object', as: 'user', expect: forbidden() } },
  {
    id: 'role-too-wide',
    hop: 'use S3',
    code: 'NoSuchVersion',
    message: 'The version does not exist.',
    probe: { id: 'delete-version', expect: forbidden('NoSuchVersion') },
  },

  {
    id: 'endpoint-policy',
    ...useS3,
    message: `${mayNotRead} because no VPC endpoint policy allows the s3:GetObject action`,
  },
  { id: 'endpoint-region', ...useS3, message: 'VPC endpoints do not support cross-region requests' },
  {
    id: 'outsiders-denied',
    ...assume,
    message: `${mayNotBorrow} with an explicit deny in a resource control policy`,
  },
  {
    id: 'organization-denies',
    ...useS3,
    message: `${mayNotRead} with an explicit deny in a service control policy`,
  },
  {
    id: 'session-policy',
    ...assume,
    message: `${mayNotBorrow} because no session policy allows the sts:AssumeRole action`,
  },

  { id: 'ended', ...assume, message: mayNotBorrow, vendor: { until: '2026-01-01T00:00:00Z' } },
  { id: 'root-user', ...assume, message: 'Roles may not be assumed by root accounts.' },
  {
    id: 'wrong-mfa-code',
    ...assume,
    message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
  },
  {
    id: 'session-duration',
    hop: 'assume the role',
    code: 'ValidationError',
    message:
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
  },
  {
    id: 'wrong-role-setting',
    hop: 'assume the role',
    code: 'ValidationError',
    message: "1 validation error detected: Value at 'roleSessionName' failed to satisfy constraint",
  },
  {
    id: 'session-end-unknown',
    hop: 'assume the role',
    how: 'nothing-to-try',
    code: 'NothingToTry',
    message: 'the end is not known',
    probe: { id: 'session-length' },
  },
  {
    id: 'session-tags',
    ...assume,
    message: `${USER} is not authorized to perform: sts:TagSession on resource: ${ROLE}`,
  },
  {
    id: 'source-identity',
    ...assume,
    message: `${USER} is not authorized to perform: sts:SetSourceIdentity on resource: ${ROLE}`,
  },
  {
    id: 'borrower-denied',
    ...assume,
    message: `${mayNotBorrow} with an explicit deny in an identity-based policy`,
  },
  {
    id: 'borrower-boundary',
    ...assume,
    message: `${mayNotBorrow} because no permissions boundary allows the sts:AssumeRole action`,
  },
  {
    id: 'trust-denies',
    ...assume,
    message: `${mayNotBorrow} with an explicit deny in a resource-based policy`,
  },
  {
    id: 'permission-set-policy',
    ...assume,
    message: `${mayNotBorrow} because no identity-based policy allows the sts:AssumeRole action`,
  },
  {
    id: 'trust-policy',
    ...assume,
    message: `${mayNotBorrow} because no resource-based policy allows the sts:AssumeRole action`,
  },
  { id: 'cannot-borrow', ...assume, message: mayNotBorrow },

  { id: 'no-bucket', ...useS3, code: 'NoSuchBucket', message: 'The specified bucket does not exist' },
  {
    id: 'no-other-bucket',
    ...useS3,
    code: 'NoSuchBucket',
    message: 'The specified bucket does not exist',
    probe: { id: 'list-other-bucket', expect: forbidden() },
  },
  {
    id: 'wrong-region',
    ...useS3,
    code: 'PermanentRedirect',
    message: 'The bucket you are attempting to access must be addressed using the specified endpoint.',
  },
  {
    id: 'no-outside-object',
    ...useS3,
    how: 'nothing-to-try',
    code: 'NothingToTry',
    message: 'nothing',
    probe: { id: 'get-outside-prefix', expect: forbidden() },
  },
  { id: 'no-object', ...useS3, code: 'NoSuchKey', message: 'The specified key does not exist.' },
  {
    id: 'archived',
    ...useS3,
    code: 'InvalidObjectState',
    message: "The operation is not valid for the object's storage class",
  },
  {
    id: 'key-pending-deletion',
    ...useS3,
    code: 'KMS.KMSInvalidStateException',
    message: `${KEY} is pending deletion.`,
  },
  {
    id: 'key-pending-import',
    ...useS3,
    code: 'KMS.KMSInvalidStateException',
    message: `${KEY} is pending import.`,
  },
  { id: 'key-missing', ...useS3, code: 'KMS.NotFoundException', message: `Key '${KEY}' does not exist` },
  { id: 'key-unusable', ...useS3, code: 'KMS.DisabledException', message: `${KEY} is disabled.` },
  {
    id: 'role-boundary',
    ...useS3,
    message: `${mayNotRead} because no permissions boundary allows the s3:GetObject action`,
  },
  { id: 'role-denied', ...useS3, message: `${mayNotRead} with an explicit deny in an identity-based policy` },
  {
    id: 'key-of-another-account',
    ...useS3,
    message: mayNotDecrypt.replace(':111111111111:key', ':333333333333:key'),
  },
  {
    id: 'key-denies',
    ...useS3,
    message: `${mayNotDecrypt} with an explicit deny in a resource-based policy`,
  },
  {
    id: 'key-not-allowed',
    ...useS3,
    message: `${mayNotDecrypt} because no identity-based policy allows the kms:Decrypt action`,
    company: { kmsKey: KEY },
  },
  {
    id: 'kms',
    ...useS3,
    message: `${mayNotDecrypt} because no identity-based policy allows the kms:Decrypt action`,
  },
  {
    id: 'bucket-denies-everybody',
    ...useS3,
    message:
      'User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform: s3:GetBucketPolicy on resource: "arn:aws:s3:::company-shared-data-bucket-12345" with an explicit deny in a resource-based policy',
  },
  {
    id: 'bucket-policy',
    ...useS3,
    message: `${mayNotRead} with an explicit deny in a resource-based policy`,
  },
  {
    id: 'role-policy',
    ...useS3,
    message: `${mayNotRead} because no identity-based policy allows the s3:GetObject action`,
  },
  { id: 'denied', ...useS3, message: 'Access Denied' },
  {
    id: 'unexpected-content',
    ...useS3,
    how: 'unexpected-content',
    code: 'UnexpectedContent',
    message: 'it is another object',
  },
  {
    id: 'proves-nothing',
    ...useS3,
    code: 'MalformedPolicy',
    message: 'Policy has invalid action',
    probe: { id: 'put-bucket-policy', expect: forbidden() },
  },
  { id: 'unexpected', ...useS3, code: 'Teapot', message: 'short and stout' },
];

function findingOf(one: Case): Finding | undefined {
  const { hop, how = 'answered', code, message = '', probe, region = 'ap-northeast-1' } = one;
  const [vendor] = shipped.vendors;
  const share = {
    company: { ...shipped.company, ...one.company },
    vendors: [{ ...vendor!, ...one.vendor }],
  };
  const [grant] = grantsOf(share);
  const outcome: Trouble['outcome'] =
    code === undefined ? { kind: 'done', saw: 'it' } : { kind: 'failed', how, code, message };
  const trouble: Trouble = { hop, outcome, ...(probe && { probe: { ...PROBE, hop, ...probe } }) };
  const profiles = { profiles: { p: one.settings ?? {} }, ssoSessions: [] };
  const now = new Date('2026-11-26T00:00:00Z');
  try {
    const [finding] = diagnose([trouble], {
      grant: grant!,
      region,
      profile: 'p',
      profiles,
      seedObjects: [],
      now,
    });
    return finding;
  } catch {
    return undefined; // no row is left that explains it
  }
}

const idOf = (one: Case) => findingOf(one)?.id;

const PROBE: Probe = {
  id: 'get-object',
  hop: 'use S3',
  as: 'borrower',
  title: 'read an object',
  action: 's3:GetObject',
  expect: { outcome: 'success' },
  why: 'it is shared',
  harmless: 'it only reads',
  run: () => Promise.resolve(''),
};

test.each(CASES)('$id: $code $message', (one) => {
  expect(idOf(one)).toBe(one.id);
});

test('without its row, each of these is explained by another, or by none', () => {
  const rows = causes as Cause[]; // an array all the same
  const needless = causes.flatMap((row, place) => {
    rows.splice(place, 1);
    const missed = CASES.filter((one) => one.id === row.id && idOf(one) !== row.id);
    rows.splice(place, 0, row);
    return missed.length > 0 ? [] : [`${place}: ${row.id}`];
  });
  expect(needless).toEqual([]);
});

test('nobody is told to seed an object into a bucket that is there already', () => {
  const nothingToTry = CASES.find(({ id }) => id === 'no-outside-object')!;
  expect(findingOf(nothingToTry)).toMatchObject({
    todo: 'add one to company.seedObjects in parameters.ts (its key outside every prefix), deploy, and run it again; --deployed proves it without one',
    commands: [],
  });
  expect(findingOf({ ...nothingToTry, company: { bucket: 'existing' } })).toMatchObject({
    todo: 'parameters.ts names no object of a bucket that is there already, so this cannot be tried; the company proves it without one',
    commands: ['npm run verify -- --deployed --profile company'],
  });
});
