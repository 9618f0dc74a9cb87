// tools/proof/report/explain.ts, tools/proof/report/plainest.ts, tools/proof/report/rows.ts
import { decide } from '../../../tools/iam/evaluate';
import { parsePolicy } from '../../../tools/iam/parse-policy';
import type { PolicyKind } from '../../../tools/iam/policy';
import type { AccessRequest, Caller, Context, PoliciesInForce } from '../../../tools/iam/request';
import type { Because, Answer } from '../../../tools/proof/classes/promised-access';
import type { Counterexample } from '../../../tools/proof/classes/request-classes';
import { canInWords, failuresFrom, originOf } from '../../../tools/proof/report/explain';
import { plainestOf } from '../../../tools/proof/report/plainest';
import { failureRows, holdsIf, unjudgedText } from '../../../tools/proof/report/rows';
import type { LocatedPolicy } from '../../../tools/proof/templates/inventory';
import { session } from '../promise/in-words';

const BUCKET = 'arn:aws:s3:::data';
const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const BORROWER = session('111111111111', 'VendorAccessRole');
const ORIGIN = { stack: 'CompanyStack', logicalId: 'Policy1', constructPath: 'CompanyStack/Policy/Resource' };

function located(name: string, kind: PolicyKind, ...Statement: object[]): LocatedPolicy {
  return { ...parsePolicy({ Version: '2012-10-17', Statement }, kind, name), origin: ORIGIN };
}
const identity = (...statements: object[]) => located('VendorS3AccessPolicy', 'identity', ...statements);
const ofBucket = (...statements: object[]) => located('bucket policy of data', 'resource', ...statements);
const reads = (more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `${BUCKET}/*`,
  ...more,
});

interface Case {
  readonly caller?: Caller;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Context;
  readonly policies?: Partial<PoliciesInForce>;
  readonly because?: Because['part'];
  readonly change?: string;
  readonly answer?: Answer;
  readonly keys?: readonly string[];
}

function counterexample({
  caller = BORROWER,
  action = 's3:GetObject',
  resource = `${BUCKET}/test-data.txt`,
  context = {},
  policies = {},
  because,
  change,
  answer,
  keys = [],
}: Case): Counterexample {
  const request: AccessRequest = { caller, action, resource, resourceAccount: '111111111111', context };
  const promised = (): string => 'Only the rule is promised.';
  const denied: Answer = {
    says: 'denied',
    because: { part: because ?? 'action', promised, ...(change !== undefined && { change: () => change }) },
  };
  return {
    request,
    decision: decide(request, { identity: [], ...policies }, 'most'),
    answer: answer ?? (because === undefined ? { says: 'allowed' } : denied),
    keys,
  };
}

/** Each failure as it is told. */
const told = (...cases: readonly Case[]) =>
  failuresFrom(cases.map(counterexample), 'borrowers').map((failure) => ({
    headline: failure.headline,
    rows: failureRows(failure).map(([label, text]) => `${label}: ${text}`),
    kind: `${failure.claim} ${failure.kind} ${failure.classes}`,
  }));

const PLACE = '(CompanyStack/Policy/Resource, Policy1 in CompanyStack)';
const CALLER = 'caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/alice';

describe('allowed, and not promised:', () => {
  test.each<[string, Case, string, string]>([
    [
      'an action',
      { because: 'action', policies: { identity: [identity(reads({ Action: ['s3:List*', 's3:get*'] }))] } },
      'Action s3:get* matches s3:GetObject',
      'Narrow the Action of this statement to what was promised, or take the statement out.',
    ],
    [
      'all actions but some',
      {
        because: 'action',
        policies: {
          identity: [identity({ Effect: 'Allow', NotAction: ['iam:*', 'ec2:*'], Resource: '*' })],
        },
      },
      'NotAction iam:*, ec2:* does not exclude s3:GetObject',
      'Narrow the Action of this statement to what was promised, or take the statement out.',
    ],
    [
      'a resource',
      {
        because: 'resource',
        policies: { identity: [identity(reads({ Resource: [`${BUCKET}s/*`, `${BUCKET}/test*`] }))] },
      },
      `Resource ${BUCKET}/test* matches ${BUCKET}/test-data.txt`,
      'Narrow the Resource of this statement to what was promised, or take the statement out.',
    ],
    [
      'all resources but some',
      {
        because: 'resource',
        policies: {
          identity: [
            identity({
              Effect: 'Allow',
              Action: 's3:GetObject',
              NotResource: [`${BUCKET}s/*`, `${BUCKET}t/*`],
            }),
          ],
        },
      },
      `NotResource ${BUCKET}s/*, ${BUCKET}t/* does not exclude it`,
      'Narrow the Resource of this statement to what was promised, or take the statement out.',
    ],
    [
      'no condition',
      { because: 'condition', policies: { identity: [identity(reads())] } },
      'it has no condition',
      'Add the missing condition to this statement. Only the rule is promised.',
    ],
    [
      'conditions that hold',
      {
        because: 'condition',
        context: { 'aws:securetransport': 'true', 's3:prefix': 'in/' },
        policies: {
          identity: [
            identity(
              reads({
                Condition: {
                  Bool: { 'aws:SecureTransport': 'true' },
                  StringLikeIfExists: { 's3:prefix': ['in/*', 'out/*'] },
                },
              }),
            ),
          ],
        },
      },
      'its conditions hold: Bool aws:SecureTransport true; StringLikeIfExists s3:prefix in/* or out/*',
      'Add the missing condition to this statement. Only the rule is promised.',
    ],
    [
      'a change of its own',
      { because: 'condition', change: 'Put the Deny back.', policies: { identity: [identity(reads())] } },
      'it has no condition',
      'Put the Deny back.',
    ],
  ])('%s', (_, one, matches, change) => {
    expect(told(one)).toEqual([
      {
        headline: `A session of the role ${ROLE} can do s3:GetObject on ${BUCKET}/test-data.txt.`,
        rows: [
          CALLER,
          'action: s3:GetObject',
          `resource: ${BUCKET}/test-data.txt`,
          `allowed by: VendorS3AccessPolicy, statement 1: ${matches} ${PLACE}`,
          'reason: This was not promised. Only the rule is promised.',
          `change: ${change}`,
        ],
        kind: 'borrowers extra 1',
      },
    ]);
  });

  // Of another account the own policies are not known, and taken to allow everything.
  const anything = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
  const elsewhere = parsePolicy(anything, 'identity', 'what another account allows');
  test.each<[string, object | string, Caller, string]>([
    ['everybody', '*', { kind: 'anonymous' }, '*'],
    [
      'an account',
      { AWS: 'arn:aws:iam::333333333333:root' },
      session('333333333333', 'R'),
      'account 333333333333',
    ],
    [
      'an ARN',
      { AWS: 'arn:aws:iam::333333333333:user/eve' },
      { kind: 'user', account: '333333333333', arn: 'arn:aws:iam::333333333333:user/eve' },
      'arn:aws:iam::333333333333:user/eve',
    ],
    [
      'a service',
      { Service: ['ec2.amazonaws.com', 's3.amazonaws.com'] },
      { kind: 'service', service: 'ec2.amazonaws.com' },
      'ec2.amazonaws.com, s3.amazonaws.com',
    ],
  ])('a principal: %s', (_, Principal, caller, matches) => {
    const [failure] = told({
      because: 'caller',
      caller,
      policies: { identity: [elsewhere], resource: ofBucket(reads({ Principal })) },
    });
    expect(failure?.rows).toContain(
      `allowed by: bucket policy of data, statement 1: Principal ${matches} matches the caller ${PLACE}`,
    );
    expect(failure?.rows.at(-1)).toBe(
      'change: Take the principal out of this statement, or promise it in parameters.ts.',
    );
  });

  test('somebody to whom nothing was promised, by a policy of their own: it names no principal', () => {
    const caller: Caller = {
      kind: 'user',
      account: '111111111111',
      arn: 'arn:aws:iam::111111111111:user/bob',
    };
    const [failure] = told({ because: 'caller', caller, policies: { identity: [identity(reads())] } });
    expect(failure?.rows.slice(3)).toEqual([
      `allowed by: VendorS3AccessPolicy, statement 1: Action s3:GetObject matches s3:GetObject ${PLACE}`,
      'reason: This was not promised. Only the rule is promised.',
      'change: Take this statement out of the policy.',
    ]);
    const negated = identity({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' });
    const [other] = told({ because: 'caller', caller, policies: { identity: [identity(reads()), negated] } });
    expect(other?.rows.slice(4)).toEqual([
      `: VendorS3AccessPolicy, statement 1: NotAction iam:* does not exclude s3:GetObject ${PLACE}`,
      'reason: This was not promised. Only the rule is promised.',
      'change: Take these statements out of the policies.',
    ]);
  });

  test('who provides an identity is named as a principal is', () => {
    const trust = located('trust policy of R', 'trust', {
      Effect: 'Allow',
      Principal: { Federated: 'accounts.google.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
    });
    const [failure] = told({
      because: 'caller',
      caller: { kind: 'federated', provider: 'accounts.google.com' },
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: ROLE,
      policies: { resource: trust },
    });
    expect(failure?.headline).toBe(
      `Somebody signed in through accounts.google.com can do sts:AssumeRoleWithWebIdentity on ${ROLE}.`,
    );
    expect(failure?.rows[0]).toBe('caller: Somebody signed in through accounts.google.com');
    expect(failure?.rows).toContain(
      `allowed by: trust policy of R, statement 1: Principal accounts.google.com matches the caller ${PLACE}`,
    );
  });

  test('a trust policy names no resource', () => {
    const trust = located('trust policy of R', 'trust', {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::222222222222:root' },
      Action: 'sts:AssumeRole',
    });
    const [failure] = told({
      because: 'resource',
      caller: session('222222222222', 'R'),
      action: 'sts:AssumeRole',
      resource: ROLE,
      policies: { identity: [elsewhere], resource: trust },
    });
    expect(failure?.headline).toBe(
      `A session of the role arn:aws:iam::222222222222:role/R can assume ${ROLE}.`,
    );
    expect(failure?.rows).toContain(
      `allowed by: trust policy of R, statement 1: it names no resource ${PLACE}`,
    );
  });

  test('two statements are both told, and both must be changed', () => {
    const two = {
      identity: [identity({ Effect: 'Allow', Action: '*', Resource: '*' })],
      resource: ofBucket(reads({ Principal: { AWS: '333333333333' }, Sid: 'Partner' })),
    };
    const [failure] = told({ because: 'action', caller: session('333333333333', 'R'), policies: two });
    expect(failure?.rows.slice(3)).toEqual([
      `allowed by: VendorS3AccessPolicy, statement 1: Action * matches s3:GetObject ${PLACE}`,
      `: bucket policy of data, Partner: Action s3:GetObject matches s3:GetObject ${PLACE}`,
      'reason: This was not promised. Only the rule is promised.',
      'change: Narrow the Action of these statements to what was promised, or take the statements out.',
    ]);
  });

  test('a policy that is only assumed stands nowhere', () => {
    expect(originOf(elsewhere)).toBeUndefined();
    expect(originOf(identity(reads()))).toBe(ORIGIN);
    const [failure] = told({
      because: 'action',
      caller: session('333333333333', 'R'),
      policies: { identity: [elsewhere], resource: ofBucket(reads({ Principal: '*' })) },
    });
    expect(failure?.rows.slice(3)).toEqual([
      `allowed by: bucket policy of data, statement 1: Action s3:GetObject matches s3:GetObject ${PLACE}`,
      'reason: This was not promised. Only the rule is promised.',
      'change: Narrow the Action of this statement to what was promised, or take the statement out.',
    ]);
  });
});

describe('promised, and not allowed:', () => {
  const missing = (rows: readonly string[]) =>
    rows.filter((row) => /^(denied by|reason|change|):? ?/.test(row));

  test('a Deny', () => {
    const denying = identity(reads(), { Effect: 'Deny', Action: 's3:*', Resource: '*', Sid: 'Quarantine' });
    expect(told({ policies: { identity: [denying] } })).toEqual([
      {
        headline: `A session of the role ${ROLE} cannot do s3:GetObject on ${BUCKET}/test-data.txt, which was promised.`,
        rows: [
          CALLER,
          'action: s3:GetObject',
          `resource: ${BUCKET}/test-data.txt`,
          `denied by: VendorS3AccessPolicy, Quarantine: this Deny applies ${PLACE}`,
          'reason: It was promised, but a statement denies it.',
          'change: Find out what this Deny is for. Narrow it to what was not promised, or correct the share in parameters.ts.',
        ],
        kind: 'it-works missing 1',
      },
    ]);
  });

  test('no Allow, and the statement that comes closest', () => {
    const context = { 's3:prefix': 'elsewhere/' };
    const other = identity(reads({ Condition: { StringLike: { 's3:prefix': 'in/*' } } }));
    const [failure] = told({
      context,
      policies: { identity: [other] },
      keys: ['s3:prefix', 'aws:securetransport'],
    });
    expect(failure?.rows).toEqual([
      CALLER,
      'action: s3:GetObject',
      `resource: ${BUCKET}/test-data.txt`,
      'context: s3:prefix = elsewhere/',
      'context: aws:SecureTransport not sent',
      `denied by: VendorS3AccessPolicy, statement 1: closest statement, but this does not match: condition StringLike s3:prefix: wanted "in/*", got "elsewhere/" ${PLACE}`,
      'reason: It was promised, but no policy of the caller allows it.',
      'change: Make the statement allow it as the share says, or correct the share in parameters.ts.',
    ]);
    expect(failure?.kind).toBe('it-works missing 1');
  });

  test.each<[string, Partial<PoliciesInForce>, string]>([
    [
      'the boundary',
      { identity: [identity(reads())], boundary: identity(reads({ Action: 's3:Put*' })) },
      'It was promised, but the permissions boundary does not allow it.',
    ],
    [
      'the session policy',
      { identity: [identity(reads())], session: [identity(reads({ Action: 's3:Put*' }))] },
      'It was promised, but no session policy allows it.',
    ],
  ])('not by %s', (_, policies, why) => {
    const [failure] = told({ policies });
    expect(missing(failure!.rows)).toContain(`reason: ${why}`);
  });

  test('not by the resource', () => {
    const trust = located('trust policy of R', 'trust', {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::333333333333:root' },
      Action: 'sts:AssumeRole',
    });
    const [failure] = told({
      caller: session('222222222222', 'R'),
      action: 'sts:AssumeRole',
      resource: ROLE,
      policies: { identity: [identity({ Effect: 'Allow', Action: '*', Resource: '*' })], resource: trust },
    });
    expect(failure?.headline).toBe(
      `A session of the role arn:aws:iam::222222222222:role/R cannot assume ${ROLE}, which was promised.`,
    );
    expect(failure?.rows).toContain('reason: It was promised, but no policy of the resource allows it.');
  });
});

describe('who asks', () => {
  test.each<[Caller, string, string]>([
    [{ kind: 'anonymous' }, 'Anyone, without signing in,', 'Anyone, without signing in'],
    [
      { kind: 'service', service: 's3.amazonaws.com' },
      'The service s3.amazonaws.com',
      'The service s3.amazonaws.com',
    ],
    [
      { kind: 'root', account: '222222222222' },
      'The root user of account 222222222222',
      'The root user of account 222222222222',
    ],
    [
      { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:group/all' },
      'A member of the group arn:aws:iam::222222222222:group/all',
      'arn:aws:iam::222222222222:group/all',
    ],
    [
      { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:user/bob' },
      'The user arn:aws:iam::222222222222:user/bob',
      'arn:aws:iam::222222222222:user/bob',
    ],
  ])('%j', (caller, start, alone) => {
    const request = counterexample({ caller }).request;
    expect(canInWords(request)).toBe(`${start} can do s3:GetObject on ${BUCKET}/test-data.txt.`);
    const [failure] = told({ caller });
    expect(failure?.rows[0]).toBe(`caller: ${alone}`);
  });

  test('an action that AWS does not have is told as that', () => {
    const wide = identity({ Effect: 'Allow', Action: '*', Resource: '*' });
    const [failure] = told({ because: 'action', action: 's3:Unheard', policies: { identity: [wide] } });
    expect(failure?.rows[1]).toBe('action: s3:Unheard (no AWS action known here has this name)');
  });
});

describe('one failure for each cause', () => {
  const policy = identity(reads(), { Effect: 'Allow', Action: 's3:Put*', Resource: '*' });
  const policies = { identity: [policy] };

  test('and the plainest request stands for all', () => {
    const found = told(
      { because: 'action', action: 's3:PutUnheard', policies },
      { because: 'action', action: 's3:PutObject', policies },
      { because: 'action', policies },
      { because: 'action', action: 's3:PutObject', resource: `${BUCKET}/example`, policies },
    );
    expect(found.map(({ headline, kind }) => [headline, kind])).toEqual([
      [`A session of the role ${ROLE} can do s3:PutObject on ${BUCKET}/test-data.txt.`, 'borrowers extra 3'],
      [`A session of the role ${ROLE} can do s3:GetObject on ${BUCKET}/test-data.txt.`, 'borrowers extra 1'],
    ]);
  });

  test('what is allowed and what is denied are two, though the statement is one', () => {
    const denying = identity(reads(), { Effect: 'Deny', Action: 's3:GetObject', Resource: `${BUCKET}/a` });
    const found = told(
      { because: 'action', policies: { identity: [denying] } },
      { resource: `${BUCKET}/a`, policies: { identity: [denying] } },
    );
    expect(found.map(({ kind }) => kind)).toEqual(['borrowers extra 1', 'it-works missing 1']);
  });
});

describe('the plainest of several', () => {
  const plain: Case = { because: 'action' };
  const better = (one: Case, other: Case) => {
    const [a, b] = [counterexample(one), counterexample(other)];
    expect(plainestOf([a, b])).toBe(a);
    expect(plainestOf([b, a])).toBe(a);
  };

  test.each<[string, Case]>([
    ['a real action', { ...plain, action: 's3:Unheard' }],
    ['the seed object', { ...plain, resource: `${BUCKET}/another` }],
    ['an object for an action on objects', { ...plain, resource: BUCKET }],
    ['an action before a resource', { because: 'resource' }],
    ['an action before a caller', { because: 'caller' }],
    [
      'few conditions',
      { ...plain, keys: ['aws:securetransport'], context: { 'aws:securetransport': 'true' } },
    ],
    ['a whole ARN', { ...plain, action: 's3:ListAllMyBuckets', resource: 'arn:aws:s3:' }],
    ['a role’s session', { ...plain, caller: { kind: 'anonymous' } }],
  ])('%s', (_, other) => {
    better(plain, other);
  });

  test('a resource before a condition, and that before a caller', () => {
    better({ because: 'resource' }, { because: 'condition' });
    better({ because: 'condition' }, { because: 'caller' });
  });

  test('a key that is sent before one that is not', () => {
    const keys = ['aws:securetransport'];
    better({ ...plain, keys, context: { 'aws:securetransport': 'true' } }, { ...plain, keys });
  });

  test('no example before one, and a short name before a long one', () => {
    better({ ...plain, resource: `${BUCKET}/sample` }, { ...plain, resource: `${BUCKET}/example` });
    better({ ...plain, resource: `${BUCKET}/a` }, { ...plain, resource: `${BUCKET}/aa` });
    better(
      { ...plain, action: 'iam:CreateUser', resource: 'arn:aws:iam::1:user/a' },
      { ...plain, action: 'iam:CreateUser', resource: '*' },
    );
  });

  test('the first of two that are alike', () => {
    const [a, b] = [counterexample(plain), counterexample(plain)];
    expect(plainestOf([a, b])).toBe(a);
  });
});

test('where something is written', () => {
  const at = (origin: object) =>
    unjudgedText({ what: 'Something', origin: { stack: 'CompanyStack', logicalId: 'X', ...origin } });
  expect(at({})).toBe('Something (CompanyStack, X)');
  expect(at({ constructPath: 'CompanyStack/X/Resource' })).toBe(
    'Something (CompanyStack/X/Resource, X in CompanyStack)',
  );
  expect(at({ stack: '111111111111', live: true, constructPath: 'x' })).toBe(
    'Something (live in 111111111111: X)',
  );
  expect(unjudgedText({ what: 'Something' })).toBe('Something');
});

test('a setting has no request, and a promise may hang on a boundary', () => {
  const setting = {
    claim: 'outsiders' as const,
    kind: 'setting' as const,
    headline: 'The bucket is public.',
    blame: [{ policy: 'setting', statement: '', origin: ORIGIN, matches: 'BlockPublicAcls is false' }],
    why: 'It must be private.',
    change: 'Set it.',
    classes: 0,
  };
  expect(failureRows(setting)).toEqual([
    ['found in', `BlockPublicAcls is false ${PLACE}`],
    ['reason', 'It must be private.'],
    ['change', 'Set it.'],
  ]);
  expect(
    holdsIf({
      boundary: 'arn:aws:iam::111111111111:policy/path/Limit',
      mustAllow: ['s3:GetObject', 's3:ListBucket'],
    }),
  ).toBe(
    'The promise holds, if Limit allows s3:GetObject and s3:ListBucket: the templates give nothing more than was promised.',
  );
});
