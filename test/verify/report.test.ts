import { ExitCode } from '../../tools/exit-code';
import type { Finding } from '../../tools/verify/diagnosis';
import type { Outcome } from '../../tools/verify/outcome';
import type { Hop, Probe } from '../../tools/verify/probe';
import { conclusion, printRun, runAsData } from '../../tools/verify/report';
import type { ProbeResult, ProbeVerdict } from '../../tools/verify/run-probes';
import type { VerificationRun } from '../../tools/verify/verification-run';
import type { Verification } from '../../tools/verify/verify';
import { inLanguage } from '../../words/speech';
import { memoryTerminal } from '../memory-terminal';

const SUCCESS = { outcome: 'success' } as const;
const DENIED = { outcome: 'error', codes: ['AccessDenied'], lateCodes: ['NoSuchKey'] } as const;

function probe(id: string, hop: Hop, title: string, expect: Probe['expect']): Probe {
  const run = () => Promise.reject(new Error('nothing is asked here'));
  return {
    id,
    hop,
    as: 'borrower',
    title,
    action: `s3:${id}`,
    expect,
    why: 'because',
    harmless: 'reads',
    run,
  };
}

const answered = (code: string, message = code): Outcome => ({
  kind: 'failed',
  how: 'answered',
  code,
  message,
});
const saw = (what: string): Outcome => ({ kind: 'done', saw: what });
const result = (of: Probe, outcome: Outcome, verdict: ProbeVerdict): ProbeResult => ({
  probe: of,
  outcome,
  verdict,
});

const READ = probe('get-object', 'use S3', 'read test-data.txt', SUCCESS);
const LIST = probe('list-objects', 'use S3', 'list the objects', SUCCESS);
const PUT = probe('put-object', 'use S3', 'write an object', DENIED);
const DELETE = probe('delete-object', 'use S3', 'delete an object', DENIED);
const ROLES = probe('list-roles', 'use IAM', 'list the roles of the company', DENIED);
const BORROW = probe('assume-role', 'assume the role', 'assume it', SUCCESS);

const FINDING: Finding = {
  id: 'role-too-wide',
  hop: 'use S3',
  side: 'the company',
  cause: 'The role may delete.',
  todo: 'Deploy CompanyStack again.',
  commands: ['npx cdk deploy CompanyStack --profile company', 'npm run verify'],
  said: 'NoSuchKey: The specified key does not exist.',
  probes: ['delete-object', 'one-that-is-not-listed'],
  exitCode: ExitCode.Broken,
};

const USER: Verification = {
  profile: 'acme-user',
  who: {
    account: '222222222222',
    arn: 'arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/ann',
    role: 'vendor user',
  },
  // In no order: the table has the order of the hops.
  results: [
    result(ROLES, answered('AccessDenied'), 'as expected'),
    result(READ, saw('18 bytes'), 'as expected'),
    result(PUT, answered('AccessDenied'), 'as expected'),
    result(DELETE, answered('NoSuchKey'), 'not as expected'),
    result(
      LIST,
      { kind: 'failed', how: 'timeout', code: 'TimeoutError', message: 'no answer within 10 seconds' },
      'could not tell',
    ),
    result(BORROW, saw('a session of one hour'), 'as expected'),
  ],
  notTried: [{ probes: [READ, LIST], because: 'the share ended on 2027-01-31' }],
  findings: [FINDING],
};

const STRANGER: Verification = {
  profile: 'other',
  results: [],
  notTried: [],
  findings: [
    {
      ...FINDING,
      hop: 'sign in',
      side: 'AWS or the network',
      probes: [],
      commands: [],
      said: 'getaddrinfo ENOTFOUND sts.example',
      exitCode: ExitCode.CouldNotTell,
    },
  ],
};

const run = (verifications: readonly Verification[], exitCode: ExitCode): VerificationRun => ({
  vendor: 'Acme',
  bucket: 'data',
  verifications,
  exitCode,
});

function printed(it: VerificationRun, width = 100): string {
  const terminal = memoryTerminal(width);
  printRun(terminal, it);
  return terminal.printed();
}

test('who signed in, hop by hop what was tried, and what is wrong', () => {
  expect(printed(run([USER, STRANGER], ExitCode.Broken))).toBe(`Verifying Acme  read access to data

acme-user  a vendor user who may assume the role
arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/ann

assume the role                    expected      got
  ✓ assume it                      allowed       a session of one hour

use S3                             expected      got
  ✓ read test-data.txt             allowed       18 bytes
  ✓ write an object                AccessDenied  AccessDenied
  ✗ delete an object               AccessDenied  allowed, then NoSuchKey
  ? list the objects               allowed       no answer within 10 seconds

use IAM                            expected      got
  ✓ list the roles of the company  AccessDenied  AccessDenied

  ? not tried: read test-data.txt and list the objects
    the share ended on 2027-01-31

use S3 · the company
  cause         The role may delete.
  action        Deploy CompanyStack again.
                npx cdk deploy CompanyStack --profile company
                npm run verify
  AWS’s answer  NoSuchKey: The specified key does not exist.
  seen in       delete an object and one-that-is-not-listed

other  could not sign in

sign in · AWS or the network
  cause         The role may delete.
  action        Deploy CompanyStack again.
  error         getaddrinfo ENOTFOUND sts.example

The promise is broken.`);
});

test('in Japanese, where characters are two columns wide', () => {
  expect(inLanguage('ja', () => printed(run([USER], ExitCode.Broken)))).toBe(`Acme の確認  data の読み取り

acme-user  ロールを引き受けられるベンダーのユーザー
arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/ann

ロールの引き受け                   期待          結果
  ✓ assume it                      許可          a session of one hour

S3 の利用                          期待          結果
  ✓ read test-data.txt             許可          18 bytes
  ✓ write an object                AccessDenied  AccessDenied
  ✗ delete an object               AccessDenied  許可され、その後 NoSuchKey
  ? list the objects               許可          no answer within 10 seconds

IAM の利用                         期待          結果
  ✓ list the roles of the company  AccessDenied  AccessDenied

  ? 試していません: read test-data.txt、list the objects
    the share ended on 2027-01-31

S3 の利用 · 企業側
  原因          The role may delete.
  対処          Deploy CompanyStack again.
                npx cdk deploy CompanyStack --profile company
                npm run verify
  AWS の応答    NoSuchKey: The specified key does not exist.
  確認した操作  delete an object、one-that-is-not-listed

約束どおりではありません。`);
});

test('a narrow terminal breaks the lines beside their columns', () => {
  expect(printed(run([{ ...USER, results: [], findings: [FINDING] }], ExitCode.Broken), 50))
    .toBe(`Verifying Acme  read access to data

acme-user  a vendor user who may assume the role
arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/ann

  ? not tried: read test-data.txt and list the
    objects
    the share ended on 2027-01-31

use S3 · the company
  cause         The role may delete.
  action        Deploy CompanyStack again.
                npx cdk deploy CompanyStack --profile company
                npm run verify
  AWS’s answer  NoSuchKey: The specified key does
                not exist.
  seen in       delete-object and
                one-that-is-not-listed

The promise is broken.`);
});

test('what was got breaks below itself', () => {
  const outcome = {
    kind: 'failed',
    how: 'network',
    code: 'x',
    message: 'the connection was closed before it',
  } as const;
  const results = [result(LIST, outcome, 'could not tell')];

  expect(printed(run([{ ...STRANGER, results, findings: [] }], ExitCode.CouldNotTell), 60)).toContain(`
use S3                expected  got
  ? list the objects  allowed   the connection was closed
                                before it
`);
});

test('for programs all of it is data, in English', () => {
  const { results, ...rest } = runAsData(run([USER], ExitCode.Broken)).verifications[0]!;

  expect(rest).toEqual({
    profile: 'acme-user',
    who: USER.who,
    notTried: [{ ids: ['get-object', 'list-objects'], because: 'the share ended on 2027-01-31' }],
    findings: [FINDING],
  });
  expect(results).toHaveLength(6);
  expect(results[1]).toEqual({
    id: 'get-object',
    hop: 'use S3',
    title: 'read test-data.txt',
    action: 's3:get-object',
    expected: 'allowed',
    got: '18 bytes',
    verdict: 'as expected',
    why: 'because',
    harmless: 'reads',
  });
  expect(results[3]).toMatchObject({
    expected: 'AccessDenied',
    got: 'allowed, then NoSuchKey',
    verdict: 'not as expected',
    said: 'NoSuchKey',
  });
  expect(Object.keys(runAsData(run([], ExitCode.AsPromised)))).toEqual([
    'vendor',
    'bucket',
    'exitCode',
    'verifications',
  ]);
});

test('where all is as promised, it says what was counted and what a vendor’s user cannot see', () => {
  const good = USER.results.filter(({ verdict }) => verdict === 'as expected');
  expect(printed(run([{ ...USER, results: good, notTried: [], findings: [] }], ExitCode.AsPromised)))
    .toBe(`Verifying Acme  read access to data

acme-user  a vendor user who may assume the role
arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/ann

assume the role                    expected      got
  ✓ assume it                      allowed       a session of one hour

use S3                             expected      got
  ✓ read test-data.txt             allowed       18 bytes
  ✓ write an object                AccessDenied  AccessDenied

use IAM                            expected      got
  ✓ list the roles of the company  AccessDenied  AccessDenied

As promised: 2 things work that should, 2 are denied that must be.

What a vendor user cannot see: what else the policies of the role and the bucket allow, and to whom.
The company’s administrator proves that:
  npm run verify -- --deployed --profile company`);
});

test.each([
  [ExitCode.Broken, 'The promise is broken.'],
  [ExitCode.WrongUsage, 'Not verified: the profile or the settings of this computer are wrong.'],
  [ExitCode.CouldNotTell, 'Could not tell. No fault was found, but some checks could not run.'],
])('the conclusion of exit code %i, with nothing behind it', (exitCode, says) => {
  expect(conclusion(exitCode, USER.results)).toBe(says);
  expect(printed(run([], exitCode)).split('\n').at(-1)).toBe(says);
});

test('what is deployed and as promised says so, also where nothing was walked', () => {
  const reading = { sides: ['company', 'vendor'], vendorsOwn: false } as const;
  const deployed = 'What is deployed allows exactly what was promised, and nothing is missing.';

  expect(conclusion(ExitCode.AsPromised, [], reading)).toBe(deployed);
  expect(conclusion(ExitCode.AsPromised, USER.results, reading)).toBe(
    `As promised: 2 things work that should, 2 are denied that must be. ${deployed}`,
  );
});

test('each mark and each conclusion has its colour', () => {
  const [green, red, yellow] = ['\u001b[32m', '\u001b[31m', '\u001b[33m'];
  const inColor = (exitCode: ExitCode) => {
    const terminal = { ...memoryTerminal(), color: true };
    printRun(terminal, run([USER], exitCode));
    return terminal.printed();
  };

  expect(inColor(ExitCode.Broken)).toContain(`${green}✓`);
  expect(inColor(ExitCode.Broken)).toContain(`${red}✗`);
  expect(inColor(ExitCode.Broken)).toContain(`${yellow}?`);
  const last = (exitCode: ExitCode) => inColor(exitCode).split('\n').at(-1)?.slice(0, 5);
  expect(last(ExitCode.Broken)).toBe(red);
  expect(last(ExitCode.WrongUsage)).toBe(red);
  expect(last(ExitCode.CouldNotTell)).toBe(yellow);
  expect(inColor(ExitCode.AsPromised)).toContain(`${green}\u001b[1mAs promised`);
});
