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

/** As it is printed: the hop, whose it is, how the command ends, what is wrong, what to do, and what to type. */
function said(one: Case): string {
  const { id, hop, side, exitCode, cause, todo, commands } = findingOf(one)!;
  return [
    `${id}: ${hop}, ${side}, ends with ${exitCode}`,
    cause,
    todo,
    ...commands.map((line) => `$ ${line}`),
  ].join('\n  ');
}

test('each says whose it is, what is wrong and what to do', () => {
  expect(CASES.map(said).join('\n')).toBe(`program-hangs: sign in, you, ends with 3
  profile "p" gets its credentials from the program no answer (credential_process), which did not end in time; it may be waiting for somebody to type something
  run no answer by hand and see what it waits for, or give it longer with --timeout
program-expired-credentials: sign in, you, ends with 3
  the program of profile "p" (credential_process) printed credentials that have expired
  renew them as that program asks for it, then run it again
program-without-credentials: sign in, you, ends with 2
  the program of profile "p" (credential_process) did not print credentials in the form that AWS asks for
  it must print one JSON object with "Version": 1, AccessKeyId and SecretAccessKey, and nothing else: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html
program-failed: sign in, you, ends with 3
  profile "p" gets its credentials from the program Command failed (credential_process), which failed
  run it by hand, repair what it says, then run this again
html-answer: sign in, AWS or the network, ends with 3
  a web page (HTML) came back instead of an answer of AWS: the network wants a sign-in (a captive portal), or a proxy or firewall stopped the request
  open http://neverssl.com in a browser on this computer, and sign in to the network if a page asks for it; otherwise the administrator of the network has to allow the host that is named below. Then run it again
plain-http-to-tls-port: sign in, you, ends with 3
  AWS was asked without TLS, and the port that answered speaks TLS only
  write https:// instead of http:// in AWS_ENDPOINT_URL (or endpoint_url of the profile), or take it out: AWS needs none
not-http: sign in, you, ends with 3
  what answered does not speak HTTP
  check the host, the port and http:// or https:// in AWS_ENDPOINT_URL (or endpoint_url of the profile) and in HTTPS_PROXY
unreadable-answer: sign in, AWS or the network, ends with 3
  the answer is cut off or cannot be read, so it says neither yes nor no
  run it again; if it stays, a proxy or firewall changes the answers: its administrator has to leave the host that is named below alone
not-from-aws: sign in, AWS or the network, ends with 3
  something else answered in the place of AWS, as a proxy or a firewall does: the answer has no request id of AWS, so it says nothing about the share
  check HTTPS_PROXY, NO_PROXY and AWS_ENDPOINT_URL; the administrator of the network has to allow the host that is named below. Then run it again
proxy-login: sign in, you, ends with 3
  the proxy wants a user name and a password
  write them into the address: HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT (with %40 for an @ in the password), then run it again
proxy-denied: sign in, AWS or the network, ends with 3
  the proxy does not let the request through to AWS
  the administrator of the proxy has to allow the host that is named below; or name it in NO_PROXY where it can be reached without the proxy
proxy-not-reached: sign in, you, ends with 3
  the proxy that HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names cannot be reached
  correct the variable, or unset it where no proxy is needed; hosts on this computer belong into NO_PROXY (NO_PROXY=localhost,127.0.0.1)
proxy-not-supported: sign in, you, ends with 3
  the proxy is of a kind that vendor-share does not speak: it knows http:// and https:// proxies
  write the address of an HTTP proxy into HTTPS_PROXY, then run it again
certificate-date: sign in, you, ends with 3
  the TLS certificate of the server has expired or is not valid yet, by the clock of this computer
  compare the clock of this computer with the time; if it is right, the server is not AWS: check the network, the proxy and AWS_ENDPOINT_URL
certificate-of-another: sign in, AWS or the network, ends with 3
  the TLS certificate is for another host: something else answers in the place of AWS
  open a browser and sign in to the network if a page asks for it; then check the proxy and AWS_ENDPOINT_URL, and run it again
certificate-not-trusted: sign in, you, ends with 3
  the TLS certificate of the server cannot be verified. In a company, a proxy or a virus scanner that reads TLS signs certificates of its own
  save the certificate of the authority that signed it (PEM; the company’s IT has it), set NODE_EXTRA_CA_CERTS=/PATH/TO/COMPANY.pem, and run it again
tls-to-plain-port: sign in, you, ends with 3
  TLS was spoken to a port that does not speak TLS
  check AWS_ENDPOINT_URL (or endpoint_url of the profile): http:// or https://, and the port. If HTTPS_PROXY begins with https://, most proxies want http:// there
tls-failed: sign in, AWS or the network, ends with 3
  no TLS connection could be made
  check the proxy, and whether a firewall between here and AWS stops TLS; then run it again
wrong-url: sign in, you, ends with 3
  AWS was asked at an address that cannot be right
  correct AWS_ENDPOINT_URL (or AWS_ENDPOINT_URL_S3 and the like, or endpoint_url of the profile), or take it out: AWS needs none
name-not-found: sign in, AWS or the network, ends with 3
  the name of the host could not be looked up (DNS)
  check the network, the VPN and the region in the name below (a region that does not exist has no host); behind a proxy, set HTTPS_PROXY. Then run it again
connection-closed: sign in, AWS or the network, ends with 3
  the connection was closed before the answer was complete
  run it again; if it stays, check the network, the proxy and AWS_ENDPOINT_URL: a firewall may close connections to AWS
interrupted: sign in, you, ends with 3
  it was stopped by hand
  run it again
timeout: sign in, AWS or the network, ends with 3
  AWS was asked and did not answer in time
  check the network, the proxy and AWS_ENDPOINT_URL, or give it longer with --timeout (verify has it)
no-connection: sign in, AWS or the network, ends with 3
  AWS could not be reached
  check the network, the proxy and AWS_ENDPOINT_URL, then run it again
throttled: use S3, AWS or the network, ends with 3
  AWS asked to slow down, and still did after several tries
  run it again in a minute, with a smaller --concurrency
aws-error: use S3, AWS or the network, ends with 3
  AWS had an error of its own
  run it again later; https://health.aws.amazon.com says what is known
clock: sign in, you, ends with 3
  the clock of this computer is wrong: AWS takes a signature only within minutes
  set the clock (turn on network time), then run it again
bad-profile: sign in, you, ends with 2
  there is no profile "p"
  npm run handoff -- --config prints the sections to paste into ~/.aws/config
wrong-permission-set: sign in, you, ends with 2
  the profile asks for permission set Other in account 222222222222, and the share is for AllowAssumeCompanyRole in 222222222222
  npm run handoff -- --config prints the profile as it should be
not-assigned: sign in, the vendor, ends with 1
  permission set AllowAssumeCompanyRole is not assigned to this user in account 222222222222
  the user must be one of vendors[0].assignees, or a member of such a group. The first command reads the assignment, for the vendor’s administrator. If it finds no fault, the user is not in the group, and the other commands add the user (replace USER-NAME by the name of the user)
  $ npm run verify -- --deployed --profile vendor
  $ STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text --profile vendor)
  $ MEMBER=$(aws identitystore get-user-id --identity-store-id $STORE --alternate-identifier '{"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"USER-NAME"}}' --query UserId --output text --profile vendor)
  $ aws identitystore create-group-membership --identity-store-id $STORE --group-id a1b2c3d4-5678-90ab-cdef-111122223333 --member-id UserId=$MEMBER --profile vendor
sts-not-active: sign in, the vendor, ends with 3
  STS is not active in region ap-northeast-1 for account 222222222222
  an administrator of that account activates it: IAM console, Account settings, Security Token Service, Endpoints. Signing in again does not help
region-not-enabled: sign in, the vendor or the company, ends with 3
  me-south-1 is an opt-in region, and AWS accepts no credentials there of an account that has not enabled it: the vendor’s account 222222222222, or the company’s account 111111111111
  each side’s administrator checks whether the region is enabled, and enables it in the console under Account, AWS Regions, if it is not (this takes minutes to hours). If both have enabled it, the credentials are not valid: aws configure --profile p
  $ aws account get-region-opt-status --region-name me-south-1 --profile vendor
  $ aws account get-region-opt-status --region-name me-south-1 --profile company
expired: sign in, you, ends with 3
  the sign-in has expired
  aws configure --profile p
profile-needs-mfa: sign in, you, ends with 2
  profile "p" has an mfa_serial, and verify cannot ask for a code
  get credentials with the code first (aws sts get-session-token), put them into a profile of their own, and name that profile with --profile
profile-unreadable: sign in, you, ends with 2
  the AWS CLI cannot get credentials for profile "p" as it is written
  npm run handoff -- --config prints the profile as it should be
wrong-start-url: sign in, you, ends with 2
  Identity Center does not know the start URL in the region that the profile names
  compare sso_start_url and sso_region: npm run handoff -- --config prints the profile as it should be
wrong-keys: sign in, you, ends with 3
  AWS does not know these credentials: the access key ID, its secret or the session token is wrong
  sign in again, or get new ones: aws configure --profile p
bad-profile: sign in, you, ends with 2
  profile "p" does not say how to get credentials
  npm run handoff -- --config prints the sections to paste into ~/.aws/config
not-signed-in: sign in, you, ends with 3
  you are not signed in
  aws configure --profile p
external-id-not-required: assume the role, the company, ends with 1
  the trust policy of VendorAccessRole does not require the ExternalId
  the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
door-open: assume the role, the company, ends with 1
  AWS allowed a call to assume VendorAccessRole that must be denied: read an object
  the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
bucket-open: use S3, the company, ends with 1
  the policy of bucket company-shared-data-bucket-12345 allows the vendor without the role
  the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
role-too-wide: use S3, the company, ends with 1
  VendorAccessRole may do more than read what is shared
  take away what was added to the role or to the bucket policy; the promise is VendorS3AccessPolicy alone. The company’s administrator sees which statement it is, and what takes it away
  $ npm run verify -- --deployed --profile company
endpoint-policy: use S3, the vendor, ends with 3
  the policy of a VPC endpoint in the network where this runs does not allow the call; the share is not the reason
  the administrator of that network allows the role and the bucket in the policy of its STS and S3 endpoints; or run verify from another network
endpoint-region: use S3, the vendor, ends with 3
  the call to region ap-northeast-1 went through a VPC endpoint of another region, which AWS does not support
  run verify from a network in region ap-northeast-1, or from a network without that endpoint
outsiders-denied: assume the role, the company, ends with 1
  a resource control policy of the company’s organization does not allow the vendor to assume VendorAccessRole: such a policy often denies sts:AssumeRole to everybody outside the organization
  the administrator of the company’s organization exempts account 222222222222 in that policy; no deployment of this share changes it
organization-denies: use S3, the company, ends with 1
  a service control policy of the company’s organization does not allow it
  the administrator of that organization allows it there, or says that it is meant; no deployment of this share changes it
session-policy: assume the role, you, ends with 2
  the session of profile "p" was narrowed by a session policy that does not allow it
  start the session without a session policy (--policy, --policy-arns); npm run handoff -- --config prints the profile as it should be
ended: assume the role, the company, ends with 0
  the share ended on 2026-01-01T00:00:00Z (1 January 2026, 00:00 UTC), and AWS denies sts:AssumeRole as promised
  if it should go on, set vendors[0].until in parameters.ts to a later moment and deploy CompanyStack
root-user: assume the role, you, ends with 2
  profile "p" has access keys of a root user, and AWS lets no root user assume a role
  use the profile of a vendor user who is not the root user; npm run handoff -- --config prints that profile
wrong-mfa-code: assume the role, you, ends with 3
  AWS did not accept the MFA code: it was mistyped, was used before, or is of another device
  wait for the next code and run it again; if that fails too, compare mfa_serial in profile "p" with the device
session-duration: assume the role, you, ends with 2
  profile "p" asks for a session duration (duration_seconds) that AWS does not give for this role
  delete duration_seconds from the profile: with role chaining, a session lasts one hour at most, whatever the maximum of the role is
wrong-role-setting: assume the role, you, ends with 2
  the role_session_name of profile "p" does not have the form that AWS asks for
  npm run handoff -- --config prints the profile as it should be
session-end-unknown: assume the role, you, ends with 3
  profile "p" has the credentials of a session and does not say when the session ends
  npm run handoff -- --config prints the profile as it should be
session-tags: assume the role, the vendor or the company, ends with 1
  the session carries session tags, AWS passes them on with AssumeRole, and VendorAccessRole allows sts:AssumeRole without sts:TagSession
  the vendor’s administrator makes the tags not transitive, or starts the session without them. To accept them, both sides must allow sts:TagSession, and this share does not
source-identity: assume the role, the vendor or the company, ends with 1
  the session carries a source identity, AWS passes it on with AssumeRole, and VendorAccessRole allows sts:AssumeRole without sts:SetSourceIdentity
  the vendor’s administrator starts the session without a source identity. To accept it, both sides must allow sts:SetSourceIdentity, and this share does not
borrower-denied: assume the role, the vendor, ends with 1
  a policy of the vendor denies sts:AssumeRole on arn:aws:iam::111111111111:role/VendorAccessRole; a Deny overrides every Allow
  if this was changed in the last minute, run it again; otherwise the vendor’s administrator removes that Deny from the vendor’s users, or exempts this role in it; deploying the vendor’s half again does not help
borrower-boundary: assume the role, the vendor, ends with 1
  the permissions boundary of the vendor’s user or role does not allow sts:AssumeRole on arn:aws:iam::111111111111:role/VendorAccessRole
  if this was changed in the last minute, run it again; otherwise the vendor’s administrator allows it in that boundary
trust-denies: assume the role, the company, ends with 1
  the trust policy of VendorAccessRole denies this caller
  if this was changed in the last minute, run it again; otherwise the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
permission-set-policy: assume the role, the vendor, ends with 1
  permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on arn:aws:iam::111111111111:role/VendorAccessRole
  if this was changed in the last minute, run it again; otherwise the vendor’s administrator restores the inline policy of the permission set
  $ npx cdk deploy VendorStack --profile vendor --revert-drift
trust-policy: assume the role, the vendor or the company, ends with 1
  the trust policy of VendorAccessRole does not allow this caller, or the role does not exist. The trust policy allows the whole vendor account, so it may also be the vendor’s side: permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on arn:aws:iam::111111111111:role/VendorAccessRole
  if this was changed in the last minute, run it again; otherwise read both sides; each side finds its own fault, and prints what repairs it
  $ npm run verify -- --deployed --profile company
  $ npm run verify -- --deployed --profile vendor
cannot-borrow: assume the role, the vendor or the company, ends with 1
  AWS does not say which: the role does not exist, or does not trust account 222222222222 (the company’s side); or permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on arn:aws:iam::111111111111:role/VendorAccessRole (the vendor’s side)
  if this was changed in the last minute, run it again; otherwise read both sides: the vendor’s administrator reads the permission set, the company’s administrator the role. Each finds the fault of its own side, and prints what repairs it
  $ npm run verify -- --deployed --profile company
  $ npm run verify -- --deployed --profile vendor
no-bucket: use S3, the company, ends with 3
  there is no bucket company-shared-data-bucket-12345
  the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
no-other-bucket: use S3, the company, ends with 3
  the company’s account has no bucket of the CDK bootstrap stack to try this with
  try another bucket of the company by hand: aws s3 ls s3://ITS-NAME --profile 111111111111-data must say AccessDenied
wrong-region: use S3, the company, ends with 3
  bucket company-shared-data-bucket-12345 is not in region ap-northeast-1
  set company.region in parameters.ts to the region of the bucket, and write the handoff again
no-outside-object: use S3, the company, ends with 3
  there is no known object outside the prefix to try with (S3 gives the same answer for a missing one)
  add one to company.seedObjects in parameters.ts (its key outside every prefix), deploy, and run it again; --deployed proves it without one
no-object: use S3, the company, ends with 3
  the object to read is not there
  put the object back into the bucket: a deployment writes its objects only when they change
archived: use S3, the company, ends with 3
  the object to read is archived (a Glacier storage class or an archive tier): the role may read it, and nobody can read it until it is restored
  the company restores it (aws s3api restore-object), which takes minutes to two days, and then runs this again
key-pending-deletion: use S3, the company, ends with 1
  the KMS key of the data is waiting for its deletion: arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab is pending deletion.
  the company cancels the deletion in time, and enables the key; without it the data cannot be read again
  $ aws kms cancel-key-deletion --key-id arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab --region ap-northeast-1 --profile company
  $ aws kms enable-key --key-id arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab --region ap-northeast-1 --profile company
key-pending-import: use S3, the company, ends with 1
  the KMS key of the data has no key material: arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab is pending import.
  the company imports the same key material again (aws kms import-key-material); without it the data cannot be read
key-missing: use S3, the company, ends with 1
  the KMS key of the data does not exist any more: Key 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab' does not exist
  what was encrypted with it is lost: the company writes the objects again, with a key that exists
key-unusable: use S3, the company, ends with 1
  the KMS key of the data cannot be used: arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab is disabled.
  the company enables the key again; S3 decrypts with no other key
  $ aws kms enable-key --key-id arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab --region ap-northeast-1 --profile company
role-boundary: use S3, the company, ends with 1
  the permissions boundary of VendorAccessRole does not allow it
  if this was changed in the last minute, run it again; otherwise the company’s administrator sees which boundary it is, and what takes it off; a boundary that is wanted belongs in company.permissionsBoundary of parameters.ts
  $ npm run verify -- --deployed --profile company
role-denied: use S3, the company, ends with 1
  a policy of VendorAccessRole denies it, and a Deny overrides every Allow. The company may have revoked the sessions that began before a moment
  if this was changed in the last minute, run it again; otherwise sign in again (aws configure --profile p) and assume the role again. If it is still denied, the company means it and knows why: its administrator sees which policy it is
  $ npm run verify -- --deployed --profile company
key-of-another-account: use S3, the company, ends with 1
  the data is encrypted with a KMS key of account 333333333333, not of the company’s account 111111111111, and VendorAccessRole may not use it
  there are two ways. The administrator of account 333333333333 allows kms:Decrypt to arn:aws:iam::111111111111:role/VendorAccessRole in the key policy, and the company sets company.kmsKey in parameters.ts. Or the company writes the objects again with a key of its own
key-denies: use S3, the company, ends with 1
  the policy of the KMS key of the stack does not allow VendorAccessRole to decrypt
  if this was changed in the last minute, run it again; otherwise the key policy must leave the decision to the policies of the account (Principal: the root of the account). The company’s administrator reads it
  $ npm run verify -- --deployed --profile company
key-not-allowed: use S3, the company, ends with 1
  VendorS3AccessPolicy does not allow VendorAccessRole to decrypt with KMS key 1234abcd-12ab-34cd-56ef-1234567890ab
  if this was changed in the last minute, run it again; otherwise the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed. Objects that were written with another key must be copied over themselves
  $ npx cdk deploy CompanyStack --profile company --revert-drift
kms: use S3, the company, ends with 1
  the data is encrypted with a KMS key that VendorAccessRole may not use
  if this was changed in the last minute, run it again; otherwise set company.kmsKey in parameters.ts to that key, and deploy. Or set the default encryption of the bucket to SSE-S3, then copy each object over itself
bucket-denies-everybody: use S3, the company, ends with 1
  the policy of bucket company-shared-data-bucket-12345 denies it to the company’s own administrators, too
  if the policy denies everybody, only the root user of account 111111111111 can repair it: sign in to the console as the root user and delete the bucket policy, then deploy CompanyStack
  $ npx cdk deploy CompanyStack --profile company --revert-drift
bucket-policy: use S3, the company, ends with 1
  the policy of bucket company-shared-data-bucket-12345 denies it
  if this was changed in the last minute, run it again; otherwise the company’s administrator reads the bucket policy, and sees what repairs it. If the policy denies everybody, the company’s administrators included, a deployment cannot repair it: only the root user of account 111111111111 can, because it can always delete or replace the bucket policy
  $ npm run verify -- --deployed --profile company
role-policy: use S3, the company, ends with 1
  VendorS3AccessPolicy is not attached to VendorAccessRole, or does not allow what it should
  if this was changed in the last minute, run it again; otherwise the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
denied: use S3, the company, ends with 1
  AWS does not say which: VendorS3AccessPolicy of VendorAccessRole does not allow it, or the policy of bucket company-shared-data-bucket-12345 denies it
  if this was changed in the last minute, run it again; otherwise the company’s administrator reads both sides of the company, the role and the bucket, and finds the fault
  $ npm run verify -- --deployed --profile company
unexpected-content: use S3, the company, ends with 1
  it is another object
  the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed
  $ npx cdk deploy CompanyStack --profile company --revert-drift
proves-nothing: use S3, the company, ends with 3
  AWS answered MalformedPolicy. It may say this before it checks whether the caller is allowed, so it does not show who may do it: read an object
  the company’s administrator reads what the role may do
  $ npm run verify -- --deployed --profile company
unexpected: use S3, AWS or the network, ends with 3
  unexpected answer from AWS: Teapot
  run it again; if it stays the same, look the code up in the documentation of the service`);
});

/** What is nearly that: the same words from somebody else, or another code with them. */
const NEARLY: readonly (readonly [means: string, one: Case])[] = [
  // Whoever else says that something has expired is no sign-in.
  ['unexpected', { id: 'an answer', hop: 'use S3', code: 'Teapot', message: 'it has expired' }],
  ['expired', { id: 'by its code alone', ...notSignedIn, code: 'ExpiredToken', message: 'no' }],
  [
    'expired',
    { id: 'by its words', ...notSignedIn, code: 'CredentialsProviderError', message: 'has Expired' },
  ],
  [
    'unexpected',
    { id: 'an answer', hop: 'use S3', code: 'Teapot', message: 'requires multi-factor authentication' },
  ],
  [
    'profile-needs-mfa',
    {
      id: 'in other words',
      ...notSignedIn,
      code: 'CredentialsProviderError',
      message: 'must require multifactor authentication',
    },
  ],
  ['unexpected', { id: 'an answer', hop: 'use S3', code: 'Teapot', message: 'Partial credentials found' }],
  ['unexpected', { id: 'at another hop', hop: 'use S3', code: 'InvalidRequestException' }],
  ['wrong-start-url', { id: 'at this hop', hop: 'sign in', code: 'InvalidRequest' }],
  [
    'unexpected',
    { id: 'an answer', hop: 'use S3', code: 'Teapot', message: 'resolve credentials using profile' },
  ],
  ['wrong-keys', { id: 'an unknown code', ...notSignedIn, code: 'MissingAuthenticationToken', message: 'x' }],
  ['not-signed-in', { id: 'ended', ...notSignedIn, code: 'UnauthorizedException', message: 'x' }],
  ['not-signed-in', { id: 'ended', ...notSignedIn, code: 'InvalidGrantException', message: 'x' }],
  ['not-signed-in', { id: 'ended', ...notSignedIn, code: 'InvalidClientException', message: 'x' }],

  // The network: a code of Node's, and only where nothing of AWS's came.
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'HtmlAnswer' }],
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'HPE_INVALID_CONSTANT' }],
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'CERT_HAS_EXPIRED' }],
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'EPROTO', message: 'wrong version number' }],
  ['unexpected', { id: 'AWS answered', hop: 'use S3', code: 'EPROTO', message: 'handshake failure' }],
  ['no-connection', { id: 'not at its start', ...network, code: 'X_HPE_INVALID' }],
  ['no-connection', { id: 'no TLS', ...network, code: 'ECONNREFUSED', message: 'wrong version number' }],
  ['html-answer', { id: 'redirected', ...network, code: 'RedirectedAway' }],
  ['certificate-date', { id: 'not yet', ...network, code: 'CERT_NOT_YET_VALID' }],
  ['certificate-of-another', { id: 'OpenSSL’s', ...network, code: 'HOSTNAME_MISMATCH' }],
  ...[
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_UNTRUSTED',
    'CRL_HAS_EXPIRED',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
  ].map((code): [string, Case] => ['certificate-not-trusted', { id: 'OpenSSL’s', ...network, code }]),
  ...[
    'X_SELF_SIGNED_CERT',
    'X_UNABLE_TO_GET',
    'X_CERT_UNTRUSTED',
    'X_CRL_HAS_EXPIRED',
    'X_INVALID_CA',
    'INVALID_CALL',
    'INVALID_PURPOSES',
    'X_PATH_LENGTH_EXCEEDED',
    'PATH_LENGTH_EXCEEDED_X',
    'X_ERR_TLS_X',
  ].map((code): [string, Case] => ['no-connection', { id: 'nobody’s', ...network, code }]),
  ...['ERR_SSL_WRONG', 'ERR_TLS_HANDSHAKE', 'ERR_OSSL_EVP'].map((code): [string, Case] => [
    'tls-failed',
    { id: 'Node’s', ...network, code },
  ]),
  ...['wrong version number', 'packet length too long', 'http request', 'unknown protocol'].map(
    (message): [string, Case] => [
      'tls-to-plain-port',
      { id: 'OpenSSL’s', ...network, code: 'EPROTO', message },
    ],
  ),
  ['tls-to-plain-port', { id: 'by its code', ...network, code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ...['EndpointNotFound', 'EndpointNotHttp'].map((code): [string, Case] => [
    'wrong-url',
    { id: 'ours', ...network, code },
  ]),
  ['name-not-found', { id: 'getaddrinfo’s', ...network, code: 'EAI_AGAIN' }],
  ...['EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE'].map((code): [string, Case] => [
    'connection-closed',
    { id: 'Node’s', ...network, code },
  ]),
  ...['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewedException'].map((code): [string, Case] => [
    'clock',
    { id: 'S3’s', ...notSignedIn, code, message: 'x' },
  ]),
  ...['SignatureDoesNotMatch', 'InvalidSignatureException', 'AccessDenied', 'AuthFailure'].flatMap((code) =>
    [
      'Signature expired: 1',
      'Signature not yet current',
      'Request has expired',
      'The difference between the request time and ours',
    ].map((message): [string, Case] => ['clock', { id: 'in words', ...signIn, code, message }]),
  ),
  [
    'wrong-keys',
    { id: 'not the clock', ...notSignedIn, code: 'SignatureDoesNotMatch', message: 'the signature' },
  ],
  ['unexpected', { id: 'no signature', hop: 'use S3', code: 'Teapot', message: 'Signature expired' }],

  // Programs.
  ['unexpected', { id: 'an answer', hop: 'use S3', code: 'ProgramHangs' }],
  ['unexpected', { id: 'an answer', hop: 'use S3', code: 'Teapot', message: 'returned expired credentials' }],
  ['unexpected', { id: 'an answer', hop: 'use S3', code: 'ProgramSaidNoKeys' }],

  // Assuming the role.
  ['unexpected', { id: 'no setting', ...assume, code: 'ValidationError', message: 'policyDocument is bad' }],
  ['unexpected', { id: 'no validation', ...assume, code: 'Teapot', message: `'roleArn' is bad` }],
  ['unexpected', { id: 'no validation', ...assume, code: 'Teapot', message: 'DurationSeconds' }],
  [
    'wrong-role-setting',
    { id: 'the role', ...assume, code: 'ValidationError', message: `at 'roleArn' failed` },
  ],
  [
    'wrong-role-setting',
    { id: 'the id', ...assume, code: 'ValidationError', message: `at 'externalId' failed` },
  ],
  [
    'session-duration',
    { id: 'the maximum', ...assume, code: 'ValidationError', message: 'exceeds the MaxSessionDuration' },
  ],
  ['no-object', { id: 'another probe', ...useS3, how: 'nothing-to-try' }],
  ['unexpected', { id: 'found', hop: 'assume the role', code: 'Teapot', probe: { id: 'session-length' } }],
  ['cannot-borrow', { id: 'while signing in', ...signIn, code: 'AccessDenied', message: mayNotBorrow }],
  ['denied', { id: 'another action', ...useS3, message: 'not authorized to perform: sts:AssumeRoles' }],
  ['unexpected', { id: 'no denial', ...assume, code: 'Teapot', message: mayNotBorrow }],

  // Regions.
  [
    'unexpected',
    { id: 'not opt-in', hop: 'use S3', code: 'UnrecognizedClientException', region: 'eu-west-1' },
  ],
  [
    'region-not-enabled',
    { id: 'by JSON', hop: 'use S3', code: 'UnrecognizedClientException', region: 'me-south-1' },
  ],
  ['sts-not-active', { id: 'by its code', hop: 'use S3', code: 'RegionDisabled', message: 'x' }],
  [
    'sts-not-active',
    { id: 'by its words', hop: 'use S3', code: 'Teapot', message: 'STS is not activated in this region' },
  ],

  // Using S3.
  ['no-bucket', { id: 'anywhere', hop: 'use S3', code: 'NoSuchBucket' }],
  [
    'no-outside-object',
    {
      ...{ id: 'no prefix' },
      hop: 'use S3',
      how: 'nothing-to-try',
      code: 'NothingToTry',
      probe: { id: 'get-outside-prefix' },
    },
  ],
  ['unexpected', { id: 'it was there', hop: 'use S3', code: 'Teapot', probe: { id: 'get-outside-prefix' } }],
  ['wrong-region', { id: 'by its code', hop: 'use S3', code: 'PermanentRedirect' }],
  [
    'wrong-region',
    {
      id: 'by its words',
      hop: 'use S3',
      code: 'AuthorizationHeaderMalformed',
      message: 'the Region is wrong',
    },
  ],
  ['unexpected', { id: 'another word', hop: 'use S3', code: 'AuthorizationHeaderMalformed', message: 'x' }],
  ['unexpected', { id: 'another code', hop: 'use S3', code: 'Teapot', message: 'the region is wrong' }],
  ['unexpected', { id: 'no key', hop: 'use S3', code: 'Teapot', message: `${KEY} is pending deletion` }],
  ['unexpected', { id: 'no denial', hop: 'use S3', code: 'Teapot', message: mayNotDecrypt }],
  [
    'unexpected',
    { id: 'no denial', hop: 'use S3', code: 'Teapot', message: 'explicit deny in a resource-based policy' },
  ],
  ['unexpected', { id: 'no denial', hop: 'use S3', code: 'Teapot', message: 'identity-based policy' }],
  ['unexpected', { id: 'no denial', hop: 'use S3', code: 'Teapot', message: 'permissions boundary' }],
  [
    'key-unusable',
    { id: 'in JSON', hop: 'use S3', code: 'com.amazonaws.s3#KMS.DisabledException', message: 'x' },
  ],
  ['unexpected', { id: 'another’s', hop: 'use S3', code: 'XKMS.DisabledException', message: 'x' }],
];

test.each(NEARLY)('%s: %j', (means, one) => {
  expect(idOf(one)).toBe(means);
});

const foundIn = (one: Case) => {
  const { side, cause, todo, commands } = findingOf(one)!;
  return { side, cause, todo, commands };
};

describe('what is said depends on the share', () => {
  const disabled = { ...useS3, id: '', code: 'RegionDisabledException' };

  test('whose region it is, where AWS names the account', () => {
    const cause = (account: string) => `STS is not active in region ap-northeast-1 for account ${account}`;
    expect(foundIn({ ...disabled, message: 'for account:111111111111.' })).toMatchObject({
      side: 'the company',
      cause: cause('111111111111'),
    });
    expect(foundIn({ ...disabled, message: 'for account: 222222222222.' })).toMatchObject({
      side: 'the vendor',
      cause: cause('222222222222'),
    });
    const both = { account: ['333333333333', '222222222222'] };
    expect(foundIn({ ...disabled, message: 'for account:222222222222.', vendor: both })).toMatchObject({
      side: 'the vendor',
    });
    expect(foundIn({ ...disabled, message: 'no account' })).toMatchObject({
      side: 'the vendor or the company',
      cause: 'STS is not active in region ap-northeast-1 for an account that AWS does not name',
    });
  });

  test('a sign-in that has just worked needs no second one', () => {
    const off = { ...notSignedIn, id: '', code: 'InvalidClientTokenId', message: 'x', region: 'me-south-1' };
    const again = /If both have enabled it, the credentials are not valid/;
    expect(foundIn(off).todo).toMatch(again);
    expect(foundIn({ ...off, hop: 'use S3' }).todo).not.toMatch(again);
    expect(foundIn({ ...off, settings: { sso_session: 'acme' } }).todo).not.toMatch(again);
    expect(foundIn({ ...off, settings: { login_session: 'arn' } }).todo).toMatch(again);
  });

  test('what the vendor’s side must allow: a permission set, named roles, or its own half', () => {
    const denied = {
      ...assume,
      id: '',
      message: `${mayNotBorrow} because no identity-based policy allows it`,
    };
    const role = 'arn:aws:iam::222222222222:role/Reader';
    const user = 'arn:aws:iam::222222222222:user/robot';
    const without = { identityCenter: undefined, assignees: undefined } as unknown as Partial<Vendor>;
    expect(foundIn(denied)).toMatchObject({
      cause: `permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on ${ROLE}`,
      commands: ['npx cdk deploy VendorStack --profile vendor --revert-drift'],
    });
    expect(foundIn({ ...denied, vendor: { ...without, borrowers: [role, user] } })).toMatchObject({
      cause: `no policy of ${role} or ${user} allows sts:AssumeRole on ${ROLE}`,
      commands: [],
    });
    expect(foundIn({ ...denied, vendor: { ...without, borrowers: 'permission-set' } })).toMatchObject({
      cause: `permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on ${ROLE}`,
      commands: [],
    });
    expect(foundIn({ ...denied, vendor: without })).toMatchObject({
      cause: `permission set AllowAssumeCompanyRole, or what the vendor has in its place, does not allow sts:AssumeRole on ${ROLE}`,
      commands: [],
    });
  });

  test('whom the trust policy is about', () => {
    const named = {
      ...assume,
      id: '',
      message: `${mayNotBorrow} because no resource-based policy allows it`,
    };
    expect(foundIn(named)).toMatchObject({
      side: 'the vendor or the company',
      commands: [
        'npm run verify -- --deployed --profile company',
        'npm run verify -- --deployed --profile vendor',
      ],
    });
    expect(foundIn({ ...named, vendor: { borrowers: 'permission-set' } })).toMatchObject({
      side: 'the company',
      todo: 'if this was changed in the last minute, run it again; otherwise the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed',
      commands: ['npx cdk deploy CompanyStack --profile company --revert-drift'],
    });
    expect(foundIn({ ...named, vendor: { borrowers: 'account' } })).toMatchObject({
      side: 'the vendor or the company',
    });
  });

  test('who is added to which group: each that is assigned, and nobody who is assigned alone', () => {
    const no = { ...signIn, id: '', code: 'ForbiddenException', message: 'No access' };
    const group = (id: string) => ({ type: 'GROUP' as const, id, name: 'Analysts' });
    const user = { type: 'USER' as const, id: '11111111-2222-3333-4444-555555555555', name: 'alice' };
    const { commands } = foundIn({
      ...no,
      vendor: { assignees: [user, group('aaaaaaaa-0000'), group('bbbbbbbb-0000')] },
    });
    expect(commands).toHaveLength(7);
    expect(commands.filter((line) => line.includes('create-group-membership'))).toEqual([
      'aws identitystore create-group-membership --identity-store-id $STORE --group-id aaaaaaaa-0000 --member-id UserId=$MEMBER --profile vendor',
      'aws identitystore create-group-membership --identity-store-id $STORE --group-id bbbbbbbb-0000 --member-id UserId=$MEMBER --profile vendor',
    ]);
    const own = { identityCenter: undefined, assignees: undefined } as unknown as Partial<Vendor>;
    expect(foundIn({ ...no, vendor: own })).toMatchObject({ commands: [] });
  });

  test('a profile that does not say what it asks for asks for nothing else', () => {
    const no = { ...signIn, id: '', code: 'ForbiddenException', message: 'No access' };
    const set = { sso_role_name: 'AllowAssumeCompanyRole', sso_account_id: '222222222222' };
    expect(idOf({ ...no, settings: set })).toBe('not-assigned');
    expect(idOf({ ...no, settings: { sso_role_name: 'Other' } })).toBe('not-assigned');
    expect(idOf({ ...no, settings: { sso_account_id: '333333333333' } })).toBe('not-assigned');
    expect(idOf({ ...no, settings: { ...set, sso_account_id: '333333333333' } })).toBe(
      'wrong-permission-set',
    );
  });

  test('a bucket and an object that were there before the share', () => {
    const given = { company: { bucket: 'existing' as const } };
    expect(foundIn({ id: '', hop: 'use S3', code: 'NoSuchBucket' }).commands).toEqual([
      'npx cdk deploy CompanyStack --profile company --revert-drift',
    ]);
    expect(foundIn({ id: '', hop: 'use S3', code: 'NoSuchBucket', ...given }).commands).toEqual([]);
    expect(foundIn({ id: '', hop: 'use S3', code: 'NoSuchKey', ...given }).commands).toEqual([]);
    const everybody = {
      ...useS3,
      id: '',
      message:
        'User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform: s3:GetBucketPolicy with an explicit deny in a resource-based policy',
    };
    expect(foundIn(everybody).commands).toEqual([
      'npx cdk deploy CompanyStack --profile company --revert-drift',
    ]);
    expect(foundIn({ ...everybody, ...given }).commands).toEqual([]);
    const denies = {
      ...useS3,
      id: '',
      message: `${mayNotRead} with an explicit deny in a resource-based policy`,
    };
    expect(foundIn({ ...denies, ...given }).todo).not.toBe(foundIn(denies).todo);
  });

  test('a key that AWS does not name has no command', () => {
    const disabled = { ...useS3, id: '', code: 'KMS.DisabledException' };
    expect(foundIn({ ...disabled, message: `${KEY} is disabled.` }).commands).toEqual([
      `aws kms enable-key --key-id ${KEY} --region ap-northeast-1 --profile company`,
    ]);
    expect(foundIn({ ...disabled, message: 'the key is disabled.' }).commands).toEqual([]);
    expect(foundIn({ ...disabled, message: `${KEY} is tired.` }).commands).toEqual([]);
  });

  test('which key denies, where the share knows it', () => {
    const denied = {
      ...useS3,
      id: '',
      message: `${mayNotDecrypt} with an explicit deny in a resource-based policy`,
    };
    expect(foundIn({ ...denied, company: { kmsKey: KEY } }).cause).toContain(
      '1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    const other = KEY.replace('1234abcd', 'ffffabcd');
    const notAllowed = {
      ...useS3,
      id: '',
      message: `${mayNotDecrypt} because no identity-based policy allows it`,
    };
    const [own, another] = [KEY, other].map(
      (kmsKey) => foundIn({ ...notAllowed, company: { kmsKey } }).cause,
    );
    expect(own).toContain('1234abcd-12ab-34cd-56ef-1234567890ab');
    expect(another).toContain('ffffabcd-12ab-34cd-56ef-1234567890ab');
    expect(another).not.toBe(own!.replace('1234abcd', 'ffffabcd'));
  });
});

describe('the policy that AWS names', () => {
  const QUARANTINE = 'arn:aws:iam::111111111111:policy/Quarantine';
  const causeOf = (clause: string) =>
    foundIn({ ...useS3, id: '', message: `${mayNotRead} with an explicit deny in an ${clause}` }).cause;
  test.each([
    [`identity-based policy: ${QUARANTINE}`, QUARANTINE],
    [`identity-based policy:${QUARANTINE}`, QUARANTINE],
    [`identity-based policy: "${QUARANTINE}"`, QUARANTINE],
    [`identity-based policy, with policy ARN: ${QUARANTINE}.`, QUARANTINE],
    [`identity-based policies: ${QUARANTINE}).,;`, QUARANTINE],
    [`identity-based policy (permissions boundary: ${QUARANTINE})`, QUARANTINE],
    [`identity-based policy: ${QUARANTINE}.v2; and more`, `${QUARANTINE}.v2`],
    ['identity-based policy', undefined],
    [`identity-based policy of ${QUARANTINE}`, undefined],
  ])('%s', (clause, policy) => {
    const cause = causeOf(clause);
    if (policy === undefined) expect(cause).not.toContain('AWS names the policy');
    else expect(cause.endsWith(`. AWS names the policy: ${policy}`)).toBe(true);
  });
});
