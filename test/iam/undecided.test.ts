// tools/iam/statement-match.ts, tools/iam/evaluate.ts: what this library cannot decide is read both ways, and named
import { decide, keysThatCount, undecidedStatements } from '../../tools/iam/evaluate';
import { parsePolicy, readPolicy, unknownPolicy } from '../../tools/iam/parse-policy';
import type { Policy, PolicyKind } from '../../tools/iam/policy';
import type { AccessRequest, PoliciesInForce } from '../../tools/iam/request';

const get: AccessRequest = {
  caller: { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/ann' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/a.txt',
  resourceAccount: '111111111111',
  context: {},
};
const borrow = {
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::111111111111:role/reader',
};
const byProvider = { caller: { kind: 'federated', provider: 'accounts.google.com' } } as const;

type Case = [
  name: string,
  applies: boolean | 'undecided',
  kind: PolicyKind,
  statement: object,
  request?: Partial<AccessRequest>,
  version?: string,
];

/** With the context keys that a request has. */
const having = (context: AccessRequest['context']) => ({ context });
const any = { Action: '*', Resource: '*' };
const inCondition = (Condition: object, more: object = {}) => ({ ...any, Condition, ...more });
const BINARY = { BinaryEquals: { 'aws:UserAgent': 'QmlnIG9uZQ==' } };

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html and the pages of its elements
const CASES: readonly Case[] = [
  ['nothing strange', true, 'identity', any],
  ['a condition that is not modelled', 'undecided', 'identity', inCondition(BINARY)],
  ['… for another action', false, 'identity', inCondition(BINARY, { Action: 's3:PutObject' })],
  ['… for another object', false, 'identity', inCondition(BINARY, { Resource: 'arn:aws:s3:::other/*' })],
  [
    '… beside a condition that fails',
    false,
    'identity',
    inCondition({ ...BINARY, StringEquals: { 'aws:username': 'bob' } }),
    having({ 'aws:username': 'ann' }),
  ],
  [
    '… beside a condition that holds',
    'undecided',
    'identity',
    inCondition({ ...BINARY, StringEquals: { 'aws:username': 'ann' } }),
    having({ 'aws:username': 'ann' }),
  ],
  [
    'a key of which nobody knows whether the request has it',
    'undecided',
    'identity',
    inCondition({ StringEquals: { 'aws:username': 'ann' } }),
    having({ 'aws:username': null }),
  ],
  [
    'one of two keys is not known, and the other fails',
    false,
    'identity',
    inCondition({ StringEquals: { 'aws:username': 'ann', 'aws:SourceVpc': 'vpc-1' } }),
    having({ 'aws:username': null, 'aws:sourcevpc': 'vpc-2' }),
  ],
  [
    'a date that is none',
    'undecided',
    'identity',
    inCondition({ DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } }),
    having({ 'aws:currenttime': 'today' }),
  ],
  [
    'an address that is none',
    'undecided',
    'identity',
    inCondition({ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
    having({ 'aws:sourceip': 'localhost' }),
  ],
  [
    'a variable whose value is not known',
    'undecided',
    'identity',
    { ...any, Resource: 'arn:aws:s3:::data/${aws:username}.txt' },
  ],
  [
    '… where no value would do',
    false,
    'identity',
    { ...any, Resource: 'arn:aws:s3:::other/${aws:username}' },
  ],
  ['… that is not closed', 'undecided', 'identity', { ...any, Resource: 'arn:aws:s3:::data/${aws:usern' }],
  [
    'a variable whose value is known',
    true,
    'identity',
    { ...any, Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/reader' },
    { ...borrow, ...having({ 'aws:principalaccount': '111111111111' }), action: 'iam:GetRole' },
  ],
  [
    '… and is another',
    false,
    'identity',
    { ...any, Resource: 'arn:aws:iam::${aws:ResourceAccount}:role/reader' },
    { ...borrow, ...having({ 'aws:resourceaccount': '222222222222' }), action: 'iam:GetRole' },
  ],
  [
    '… and is not given',
    'undecided',
    'identity',
    { ...any, Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/reader' },
    { ...borrow, action: 'iam:GetRole' },
  ],
  [
    'a variable where variables are text',
    'undecided',
    'identity',
    { ...any, Resource: ['*', 'arn:aws:s3:::data/${aws:username}'] },
    {},
    '2008-10-17',
  ],
  ['a service that is a pattern', 'undecided', 'identity', { ...any, Resource: 'arn:aws:*:::data/*' }],
  ['an ARN that is cut short', 'undecided', 'identity', { ...any, Resource: 'arn:aws:s3*' }],
  [
    'a pattern that may reach over a colon',
    'undecided',
    'identity',
    { ...any, Resource: 'arn:aws:sns:*:reader' },
    { resource: 'arn:aws:sns:eu-west-1:111111111111:reader', action: 'sns:Publish' },
  ],
  [
    'every role, and the action has no resource',
    false,
    'identity',
    { ...any, Resource: 'arn:aws:iam::*:*' },
    { resource: '*', action: 'iam:ListRoles' },
  ],
  ['all but some', true, 'identity', { Action: '*', NotResource: 'arn:aws:s3:::other/*' }],
  ['all but these', false, 'identity', { Action: '*', NotResource: 'arn:aws:s3:::data/*' }],
  [
    'all but perhaps these',
    'undecided',
    'identity',
    { Action: '*', NotResource: 'arn:aws:s3:::data/${aws:username}.txt' },
  ],
  ['all but somebody', 'undecided', 'resource', { ...any, NotPrincipal: { AWS: '222222222222' } }],
  [
    '… for another action',
    false,
    'resource',
    { Action: 's3:PutObject', Resource: '*', NotPrincipal: { AWS: '222222222222' } },
  ],
  [
    'an account’s canonical id',
    'undecided',
    'resource',
    { ...any, Principal: { CanonicalUser: '79a59df9' } },
  ],
  [
    '… beside the caller',
    true,
    'resource',
    { ...any, Principal: { CanonicalUser: '79a59df9', AWS: 'arn:aws:iam::111111111111:user/ann' } },
  ],
  ['a user that is gone', false, 'resource', { ...any, Principal: { AWS: 'AIDAJQABLZS4A3QDU576Q' } }],
  [
    'a service, and a user asks',
    false,
    'resource',
    { ...any, Principal: { Service: 'lambda.amazonaws.com' } },
  ],
  [
    'a service, and it asks',
    true,
    'resource',
    { ...any, Principal: { Service: 'lambda.amazonaws.com' } },
    { caller: { kind: 'service', service: 'lambda.amazonaws.com' } },
  ],
  [
    'a service, and another asks',
    false,
    'resource',
    { ...any, Principal: { Service: 'lambda.amazonaws.com' } },
    { caller: { kind: 'service', service: 'events.amazonaws.com' } },
  ],
  [
    'a provider, and who comes by it asks',
    true,
    'resource',
    { ...any, Principal: { Federated: 'accounts.google.com' } },
    byProvider,
  ],
  [
    'a provider, and who comes by another asks',
    false,
    'resource',
    { ...any, Principal: { Federated: 'www.amazon.com' } },
    byProvider,
  ],
  [
    'a provider, and a user asks',
    false,
    'resource',
    { ...any, Principal: { Federated: 'accounts.google.com' } },
  ],
  [
    'everyone, and nobody is signed in',
    true,
    'resource',
    { ...any, Principal: '*' },
    { caller: { kind: 'anonymous' } },
  ],
  [
    'NotAction of a trust policy',
    'undecided',
    'trust',
    { NotAction: 'sts:TagSession', Principal: '*' },
    borrow,
  ],
];

describe.each(CASES)('%s', (_, applies, kind, statement, changes = {}, version = '2012-10-17') => {
  const request = { ...get, ...changes };
  const read = (effect: 'Allow' | 'Deny', ...before: object[]): Policy =>
    readPolicy({ Version: version, Statement: [...before, { ...statement, Effect: effect }] }, kind, 'it')
      .policy;

  /** That allows everything but for what the statement denies. */
  function denying(): PoliciesInForce {
    if (kind === 'identity') return { identity: [EVERYTHING, read('Deny')] };
    const open = { Effect: 'Allow', Principal: '*', Action: request.action };
    return {
      identity: [EVERYTHING],
      resource: read('Deny', kind === 'trust' ? open : { ...open, Resource: '*' }),
    };
  }

  /** That allows nothing but what the statement allows. */
  function allowing(): PoliciesInForce {
    if (kind === 'identity') return { identity: [read('Allow')] };
    return { identity: kind === 'trust' ? [EVERYTHING] : [], resource: read('Allow') };
  }

  const isAllowed = (policies: PoliciesInForce) =>
    (['least', 'most'] as const).map((reading) => decide(request, policies, reading).allowed);

  test('as an Allow, with the least access and the most', () => {
    expect(isAllowed(allowing())).toEqual([applies === true, applies !== false]);
  });

  test('as a Deny', () => {
    expect(isAllowed(denying())).toEqual([applies === false, applies !== true]);
  });

  test('is named where it cannot be told', () => {
    const named = undecidedStatements(request, denying()).map((one) => one.statement.effect);

    expect(named).toEqual(applies === 'undecided' ? ['Deny'] : []);
  });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
test.each([
  'aws:CalledVia',
  'aws:PrincipalOrgPaths',
  'aws:PrincipalServiceNamesList',
  'aws:ResourceOrgPaths',
  'aws:SourceOrgPaths',
  'aws:TagKeys',
  'iam:AccountPropertyNamespaces',
  'kms:EncryptionContextKeys',
  'kms:GrantOperations',
  'kms:ResourceAliases',
  's3:InventoryAccessibleOptionalFields',
  's3:RequestObjectTagKeys',
  'saml:cn',
  'saml:eduPersonAffiliation',
  'sts:IdentityTokenAudience',
  'sts:RequestContextProviders',
  'sts:TransitiveTagKeys',
])('%s can have several values: a plain operator does not say what is meant', (key) => {
  const asked = { ...get, context: { [key.toLowerCase()]: 'x' } };
  const under = (operator: string) => ({
    identity: [policy([inCondition({ [operator]: { [key]: 'x' } }, { Effect: 'Allow' })])],
  });

  expect(undecidedStatements(asked, under('StringEquals'))).toHaveLength(1);
  expect(undecidedStatements(asked, under('ForAnyValue:StringEquals'))).toEqual([]);
  expect(decide(asked, under('ForAnyValue:StringEquals')).allowed).toBe(true);
});

test.each(['saml:sub', 'saml:cnx', 'aws:SourceIp'])('%s has one value', (key) => {
  const asked = { ...get, context: { [key.toLowerCase()]: '10.0.0.1' } };
  const identity = [policy([inCondition({ StringEquals: { [key]: '10.0.0.1' } }, { Effect: 'Allow' })])];

  expect(decide(asked, { identity }).allowed).toBe(true);
});

test('a tag’s key keeps its case where case counts, and nowhere else', () => {
  const keys = (name: string) => [
    ...keysThatCount(get, {
      identity: [policy([inCondition({ StringEquals: { [name]: 'x' } }, { Effect: 'Allow' })])],
    }),
  ];

  expect(keys('s3:ExistingObjectTag/Team')).toEqual(['s3:existingobjecttag/Team']);
  expect(keys('s3:RequestObjectTag/Team')).toEqual(['s3:requestobjecttag/Team']);
  expect(keys('aws:PrincipalTag/Team')).toEqual(['aws:principaltag/team']);
  expect(keys('AWS:SourceIp')).toEqual(['aws:sourceip']);
});

test('a policy that nobody may read may allow everything and deny everything', () => {
  const unknown = unknownPolicy('guard', 'its document could not be read');

  expect(decide(get, { identity: [unknown] }, 'least').allowed).toBe(false);
  expect(decide(get, { identity: [unknown] }, 'most').allowed).toBe(true);
  expect(decide(get, { identity: [EVERYTHING, unknown] }, 'least').allowed).toBe(false);
  expect(decide(get, { identity: [EVERYTHING, unknown] }, 'most').allowed).toBe(true);
  expect(
    undecidedStatements(get, { identity: [EVERYTHING, unknown] }).map(({ policy: { name }, statement }) => [
      name,
      statement.index,
      statement.effect,
      statement.unmodelled?.map(({ what }) => what),
    ]),
  ).toEqual([
    ['guard', 0, 'Allow', ['its document could not be read']],
    ['guard', 1, 'Deny', ['its document could not be read']],
  ]);
});

test('the keys that count are those of the statements about the request, in every policy in force', () => {
  const under = (key: string, more: object = {}) => ({
    Effect: 'Deny',
    ...any,
    ...more,
    Condition: { StringEquals: { [key]: 'x' } },
  });
  const policies: PoliciesInForce = {
    identity: [
      policy([
        under('aws:username'),
        under('aws:SourceVpc', { Action: 's3:PutObject' }),
        under('aws:SourceVpce', { Resource: 'arn:aws:s3:::other/*' }),
        under('aws:UserAgent', { Resource: 'arn:aws:s3:::data/${aws:username}.txt' }),
      ]),
    ],
    boundary: policy([under('aws:PrincipalOrgID')]),
    session: [policy([under('aws:SourceIp')])],
    resource: policy(
      [
        under('aws:PrincipalArn', { Principal: { AWS: '222222222222' } }),
        under('aws:PrincipalAccount', { Principal: { AWS: '111111111111' } }),
        under('aws:PrincipalType', { NotPrincipal: { AWS: '111111111111' } }),
      ],
      'resource',
    ),
  };

  expect([...keysThatCount(get, policies)].sort()).toEqual([
    'aws:principalaccount',
    'aws:principalorgid',
    'aws:principaltype',
    'aws:sourceip',
    'aws:useragent',
    'aws:username',
  ]);
});

function policy(Statement: readonly object[], kind: PolicyKind = 'identity'): Policy {
  return readPolicy({ Version: '2012-10-17', Statement }, kind, 'it').policy;
}

const EVERYTHING = parsePolicy(
  { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  'identity',
  'everything',
);
