// tools/verify/causes.ts and tools/verify/outcome.ts: every recorded answer of AWS that verify meets, as the AWS SDK hands it on.
import { ServiceException } from '@smithy/core/client';
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { assumeRoleProbe } from '../../tools/verify/assume-role-probe';
import { diagnose, type Finding } from '../../tools/verify/diagnosis';
import { failureOf } from '../../tools/verify/outcome';
import type { Hop, Probe } from '../../tools/verify/probe';
import { probesFor } from '../../tools/verify/probes';
import { probeVerdict } from '../../tools/verify/run-probes';
import recorded from '../cases/aws-answers.json';
import { companyWith, walkthroughShare } from '../lib/walkthrough-share';

/** An entry of the recording, as far as it is needed here. */
interface Answer {
  readonly id: string;
  readonly code: string | null;
  readonly httpStatus: number | null;
  readonly message: string;
  readonly service: string;
  readonly given?: { readonly region?: string | undefined };
  readonly met?: { readonly hop: string; readonly via: string; readonly probe?: string | undefined };
}

interface RightDiagnosis {
  readonly side: readonly string[];
  readonly exitCode: readonly number[];
  /** Regular expressions; empty where anything will do. */
  readonly mustSay: string;
  readonly mustNotSay: string;
}

const DIAGNOSED = recorded.flatMap(
  ({ id, code, httpStatus, message, service, given, met, rightDiagnosis: right }) => {
    if (!right || message === null) return [];
    const answer: Answer = {
      id,
      code,
      httpStatus,
      message,
      service,
      ...(given && { given }),
      ...(met && { met }),
    };
    return [[id, answer, right] as const];
  },
);

const COMPANY = '111111111111';
const VENDOR = '222222222222';

/** What the SDK throws: its own errors say it in the credential provider's words, AWS's answers are ServiceExceptions. */
function thrown({ code, httpStatus, message, met, service }: Answer): Error {
  if (met?.via === 'credentials provider') {
    const own = code === 'CredentialsProviderError';
    return named('CredentialsProviderError', own ? message : `${code}: ${message}`);
  }
  // The AWS CLI says it, and verify hears it where a profile's credential_process is the CLI.
  if (code === null) return named('CredentialsProviderError', `Command failed: aws ${service}\n\n${message}`);
  const metadata = { httpStatusCode: httpStatus ?? 400, requestId: '4442587FB7D0A2F9' };
  return new ServiceException({ name: code, $fault: 'client', $metadata: metadata, message });
}

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const HOPS: readonly Hop[] = ['sign in', 'assume the role', 'use S3', 'use IAM'];

/** What verify says of one answer. */
function diagnosed(answer: Answer, share: Share = walkthroughShare): Finding {
  const region = answer.given?.region ?? share.company.region;
  const here = { ...share, company: { ...share.company, region } };
  const [grant] = grantsOf(here);
  if (grant === undefined) throw new Error('the share has no vendor');
  const hop = HOPS.find((one) => one === (answer.met?.hop ?? 'sign in'));
  if (hop === undefined) throw new Error(`${answer.id}: there is no hop ${answer.met?.hop}`);
  const probe = probeOf(answer, { grant, share: here });
  const outcome = failureOf(thrown(answer));
  if (probe !== undefined) expect(probeVerdict(probe.expect, outcome)).not.toBe('as expected');
  const profiles = {
    profiles: {
      user: {
        sso_session: 'vendor',
        sso_account_id: grant.accounts[0],
        sso_role_name: grant.permissionSetName,
      },
    },
    ssoSessions: ['vendor'],
  };
  const { seedObjects } = share.company;
  const now = new Date('2026-11-26T00:00:00Z');
  const situation = { grant, region, profile: 'user', profiles, seedObjects, now };
  const trouble = { hop, outcome, ...(probe ? { probe } : {}) };
  const [finding, ...others] = diagnose([trouble], situation);
  if (finding === undefined || others.length > 0) throw new Error(`${answer.id} has no single finding`);
  return finding;
}

function probeOf(
  { id, met }: Answer,
  subject: { grant: ReturnType<typeof grantsOf>[number]; share: Share },
): Probe | undefined {
  if (met?.probe === undefined) return undefined;
  const { probe: assumeRole } = assumeRoleProbe({ ...subject, sessionName: 's', now: () => new Date(0) });
  const all = [assumeRole, ...probesFor({ ...subject, nonce: 'abcdefgh12345678' })];
  const probe = all.find((one) => one.id === met.probe);
  if (probe === undefined) throw new Error(`${id}: there is no probe ${met.probe}`);
  return probe;
}

const said = ({ cause, todo, commands }: Finding): string => [cause, todo, ...commands].join('\n');

function expectRight(finding: Finding, right: RightDiagnosis): void {
  expect(right.side).toContain(finding.side);
  expect(right.exitCode).toContain(finding.exitCode);
  expect(said(finding)).toMatch(new RegExp(right.mustSay, 'i'));
  if (right.mustNotSay !== '') expect(said(finding)).not.toMatch(new RegExp(right.mustNotSay, 'i'));
  // The row that catches the rest has understood nothing.
  expect(finding.id).not.toBe('unexpected');
}

/** The ways in which another share, another client or a later AWS says the same. */
const VARIATIONS: Readonly<Record<string, (answer: Answer) => Answer>> = {
  'a code in small letters': (answer) => ({ ...answer, code: answer.code?.toLowerCase() ?? null }),
  'a code in capitals': (answer) => ({ ...answer, code: answer.code?.toUpperCase() ?? null }),
  'the code of the JSON protocols, with its namespace': (answer) => ({
    ...answer,
    code: answer.code && `com.amazonaws.any#${answer.code.replace(/(Exception|Error)?$/, 'Exception')}`,
  }),
  'the code of XML': (answer) => ({ ...answer, code: answer.code?.replace(/Exception$/, '') ?? null }),
  'a clause that names the policy': (answer) => ({
    ...answer,
    message:
      /polic|boundary/.test(answer.message) && !/policy\/\S+$/.test(answer.message)
        ? `${answer.message}: arn:aws:iam::${COMPANY}:policy/AnyPolicy`
        : answer.message,
  }),
  'ARNs of another partition': (answer) => ({
    ...answer,
    message: answer.message.replaceAll(/\barn:aws:/g, 'arn:aws-us-gov:'),
  }),
  'a clause that nobody knows yet': (answer) => ({ ...answer, message: `${answer.message} (see the page)` }),
};

/** What the SDK says itself has one code; AWS's alone are written in several ways. */
const isOfAws = ({ met, code }: Answer): boolean => met?.via !== 'credentials provider' && code !== null;

test('all that was recorded with a diagnosis is here', () => {
  expect(DIAGNOSED).toHaveLength(68);
});

describe.each(DIAGNOSED)('%s', (_id, answer, right) => {
  test('is told as what it is', () => {
    expectRight(diagnosed(answer), right);
  });

  test('is told as well in another region, of other accounts, bucket, role and key', () => {
    const other = (text: string): string =>
      text
        .replaceAll(COMPANY, '666666666666')
        .replaceAll(VENDOR, '777777777777')
        .replaceAll('company-shared-data-bucket-12345', 'reports')
        .replaceAll('ap-northeast-1', 'eu-west-1')
        .replaceAll('1234abcd-12ab-34cd-56ef-1234567890ab', 'mrk-0123456789abcdef0123456789abcdef');
    const [vendor] = walkthroughShare.vendors;
    const share: Share = {
      company: {
        ...walkthroughShare.company,
        account: '666666666666',
        bucketName: 'reports',
        region: 'eu-west-1',
      },
      vendors: [{ ...vendor, account: '777777777777' }],
    };
    const given = answer.given?.region === undefined ? {} : { given: { region: 'ap-southeast-7' } };
    expectRight(diagnosed({ ...answer, message: other(answer.message), ...given }, share), right);
  });

  if (!isOfAws(answer)) return;
  test.each(Object.entries(VARIATIONS))('is told as well with %s', (_name, vary) => {
    expectRight(diagnosed(vary(answer)), right);
  });
});

/** An answer that nobody recorded, in AWS's documented form. */
function denial(action: string, reason: string, probe = 'get-object', user = ROLE): Answer {
  const hop = probe === 'assume-role' ? 'assume the role' : 'use S3';
  const message = `User: ${user} is not authorized to perform: ${action} on resource: R${reason}`;
  return {
    id: action,
    code: 'AccessDenied',
    httpStatus: 403,
    message,
    service: '',
    met: { hop, via: 'sdk', probe },
  };
}

const ROLE = `arn:aws:sts::${COMPANY}:assumed-role/VendorAccessRole/s`;
const USER = `arn:aws:sts::${VENDOR}:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/alice`;
const atTheDoor = (action: string, reason: string): Answer => denial(action, reason, 'assume-role', USER);
const coded = (code: string, message: string, probe = 'get-object'): Answer => ({
  ...denial('', '', probe),
  code,
  message,
  httpStatus: 400,
});
const IN_A_PERMISSIONS_BOUNDARY = ` with an explicit deny in a permissions boundary: arn:aws:iam::${VENDOR}:policy/Edge`;
const KEY = `arn:aws:kms:ap-northeast-1:999999999999:key/k`;

test.each<[string, Answer, Partial<Finding>, RegExp]>([
  [
    'a source identity',
    atTheDoor('sts:SetSourceIdentity', ''),
    { id: 'source-identity', side: 'the vendor or the company', exitCode: 1 },
    /sts:SetSourceIdentity/,
  ],
  [
    'an organization that closes its roles to everybody outside',
    atTheDoor('sts:AssumeRole', ' with an explicit deny in a resource control policy'),
    { id: 'outsiders-denied', side: 'the company', exitCode: 1 },
    /exempts account 222222222222/,
  ],
  [
    'a boundary of the vendor’s',
    atTheDoor('sts:AssumeRole', IN_A_PERMISSIONS_BOUNDARY),
    { id: 'borrower-boundary', side: 'the vendor' },
    /boundary .* AWS names the policy: arn:aws:iam::222222222222:policy\/Edge$/m,
  ],
  [
    'a trust policy that denies',
    atTheDoor('sts:AssumeRole', ' with an explicit deny in a resource-based policy'),
    { id: 'trust-denies', side: 'the company' },
    /denies this caller/,
  ],
  [
    'a bucket policy that denies the company’s administrator as well',
    denial(
      's3:GetObject',
      ' with an explicit deny in a resource-based policy',
      'get-object',
      `arn:aws:iam::${COMPANY}:user/Administrator`,
    ),
    { id: 'bucket-denies-everybody', side: 'the company', exitCode: 1 },
    /only the root user of account 111111111111/,
  ],
  [
    'a key of another account',
    {
      ...denial('kms:Decrypt', ''),
      message: `User: ${ROLE} is not authorized to perform: kms:Decrypt on resource: ${KEY}`,
    },
    { id: 'key-of-another-account', side: 'the company', exitCode: 1 },
    /account 999999999999/,
  ],
  [
    'a key that is about to be deleted',
    coded('KMS.KMSInvalidStateException', `${KEY} is pending deletion.`),
    { id: 'key-pending-deletion', side: 'the company', exitCode: 1 },
    /aws kms cancel-key-deletion --key-id arn:aws:kms:ap-northeast-1:999999999999:key\/k/,
  ],
  [
    'a key whose material was deleted or has expired',
    coded('KMS.KMSInvalidStateException', `${KEY} is pending import.`),
    { id: 'key-pending-import', side: 'the company', exitCode: 1 },
    /aws kms import-key-material/,
  ],
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html: SerialNumber and TokenCode go together
  [
    'an MFA device without its code',
    {
      ...atTheDoor('', ''),
      message:
        'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.',
    },
    { id: 'wrong-mfa-code', side: 'you', exitCode: 3 },
    /did not get both/,
  ],
  [
    'an MFA code that does not fit',
    {
      ...atTheDoor('', ''),
      message: 'MultiFactorAuthentication failed with invalid MFA one time pass code.',
    },
    { id: 'wrong-mfa-code', side: 'you', exitCode: 3 },
    /mistyped/,
  ],
  [
    'a trust policy that denies, with another article',
    atTheDoor('sts:AssumeRole', ' with an explicit deny in the role trust policy'),
    { id: 'trust-denies', side: 'the company' },
    /denies this caller/,
  ],
  [
    'a policy of the vendor that denies, with another article',
    atTheDoor('sts:AssumeRole', ' with an explicit deny in the identity-based policy'),
    { id: 'borrower-denied', side: 'the vendor' },
    /a Deny overrides every Allow/,
  ],
  [
    'a policy of the role that denies, with another article',
    denial('s3:GetObject', ' with an explicit deny in the identity-based policy'),
    { id: 'role-denied', side: 'the company' },
    /a Deny overrides every Allow/,
  ],
  [
    'credentials that a service with JSON does not know',
    {
      ...coded('UnrecognizedClientException', 'The security token included in the request is invalid.'),
      met: { hop: 'sign in', via: 'sdk' },
    },
    { id: 'wrong-keys', side: 'you', exitCode: 3 },
    /AWS does not know these credentials/,
  ],
  [
    'a policy that S3 may have read before it asked who sends it',
    coded('MalformedPolicy', 'Policies must be valid JSON', 'put-bucket-policy'),
    { id: 'proves-nothing', exitCode: 3 },
    /MalformedPolicy/,
  ],
])('%s', (_name, answer, finding, says) => {
  const found = diagnosed(answer);
  expect(found).toMatchObject(finding);
  expect(said(found)).toMatch(says);
});

test('a trust policy that AWS names is the company’s alone where the role lets in named borrowers, and both sides’ otherwise', () => {
  const answer = atTheDoor(
    'sts:AssumeRole',
    ' because no resource-based policy allows the sts:AssumeRole action',
  );
  const [vendor] = walkthroughShare.vendors;
  const named: Share = {
    ...walkthroughShare,
    vendors: [{ ...vendor, borrowers: [`arn:aws:iam::${VENDOR}:role/etl`] } as Vendor],
  };
  expect(diagnosed(answer, named)).toMatchObject({ side: 'the company' });
  expect(diagnosed(answer)).toMatchObject({
    side: 'the vendor or the company',
    commands: [
      'npm run verify -- --deployed --profile company',
      'npm run verify -- --deployed --profile vendor',
    ],
  });
});

describe('the first step is to run it again', () => {
  const AGAIN = /^if this was changed in the last minute, run it again; otherwise /;

  test.each([
    ['a denial at the door without a reason', atTheDoor('sts:AssumeRole', '')],
    [
      'a policy that is not attached',
      denial('s3:GetObject', ' because no identity-based policy allows the s3:GetObject action'),
    ],
    ['a denial of S3 without a reason', { ...denial('', ''), message: 'Access Denied' }],
  ])('after %s, which IAM’s delay can explain', (_name, answer) => {
    expect(diagnosed(answer).todo).toMatch(AGAIN);
  });

  test.each([
    [
      'a network that stands between',
      denial('s3:GetObject', ' because no VPC endpoint policy allows the s3:GetObject action'),
    ],
    ['the root user', { ...atTheDoor('', ''), message: 'Roles may not be assumed by root accounts.' }],
    ['a bucket that is not there', coded('NoSuchBucket', 'The specified bucket does not exist')],
  ])('but not after %s, which no minute mends', (_name, answer) => {
    expect(diagnosed(answer).todo).not.toMatch(/run it again; otherwise/);
  });
});

test('in an opt-in region nobody is sent round the sign-in, and each side gets its command', () => {
  const { id, todo, commands } = diagnosed(
    {
      ...coded('InvalidClientTokenId', 'The security token included in the request is invalid.'),
      met: { hop: 'sign in', via: 'sdk' },
    },
    companyWith({ region: 'me-south-1' }),
  );
  expect(id).toBe('region-not-enabled');
  expect(todo).not.toMatch(/aws sso login/);
  expect(commands).toEqual([
    'aws account get-region-opt-status --region-name me-south-1 --profile vendor',
    'aws account get-region-opt-status --region-name me-south-1 --profile company',
  ]);
});

test('of a bucket that was there before, nobody is told to deploy away a policy that denies everybody', () => {
  const { id, todo, commands } = diagnosed(
    denial(
      's3:GetObject',
      ' with an explicit deny in a resource-based policy',
      'get-object',
      `arn:aws:iam::${COMPANY}:user/Administrator`,
    ),
    companyWith({ bucket: 'existing' }),
  );
  expect(id).toBe('bucket-denies-everybody');
  expect(todo).toBe(
    'if the policy denies everybody, only the root user of account 111111111111 can repair it: sign in to the console as the root user, and delete or replace the bucket policy',
  );
  expect(commands).toEqual([]);
});

test('credentials that a service with JSON does not know may be a region that is off', () => {
  const answer: Answer = {
    ...coded('UnrecognizedClientException', 'The security token included in the request is invalid.'),
    met: { hop: 'sign in', via: 'sdk' },
  };
  expect(diagnosed(answer, companyWith({ region: 'me-south-1' }))).toMatchObject({
    id: 'region-not-enabled',
    side: 'the vendor or the company',
    exitCode: 3,
  });
});
