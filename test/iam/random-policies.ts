import fc from '../properties';
import type { NaivePolicies, NaiveRequest } from '../naive/evaluator';

/**
 * Small policies and requests over a vocabulary made to collide: names that are prefixes of one another, patterns
 * that differ in one wildcard, values at the edge of a range. Every document is one that tools/iam accepts.
 */
export function randomCase(): fc.Arbitrary<{ request: NaiveRequest; policies: NaivePolicies }> {
  return fc.record({
    request: fc.record({
      caller: fc.constantFrom<NaiveRequest['caller'][]>(
        { kind: 'user', account: COMPANY, arn: 'arn:aws:iam::111111111111:user/ann' },
        { kind: 'user', account: VENDOR, arn: 'arn:aws:iam::222222222222:user/ann' },
        session(COMPANY, 'reader', 's1'),
        session(VENDOR, 'reader', 's1'),
        session(VENDOR, 'reader', 's12'),
        { kind: 'root', account: COMPANY },
        { kind: 'root', account: VENDOR },
        { kind: 'service', service: 'lambda.amazonaws.com' },
        { kind: 'anonymous' },
      ),
      action: fc.constantFrom(
        's3:GetObject',
        's3:getobject',
        's3:GetObjectAcl',
        's3:ListBucket',
        'sts:AssumeRole',
        'kms:Decrypt',
      ),
      resource: fc.constantFrom(
        'arn:aws:s3:::data',
        'arn:aws:s3:::data/a.txt',
        'arn:aws:s3:::data/A.txt',
        'arn:aws:s3:::data/x:y',
        'arn:aws:s3:::data-2/a.txt',
        'arn:aws:s3:::data/😀',
        'arn:aws:iam::111111111111:role/reader',
        'arn:aws:iam::222222222222:role/reader',
        'arn:aws:kms:us-east-1:111111111111:key/k1',
        '*',
      ),
      resourceAccount: fc.constantFrom(COMPANY, COMPANY, VENDOR),
      context: fc.dictionary(fc.constantFrom(...KEYS), requestValue(), { maxKeys: 3 }),
    }),
    policies: fc
      .record({
        identity: fc.array(document('identity'), { maxLength: 2 }),
        boundary: fc.option(document('identity'), { freq: 4, nil: undefined }),
        session: fc.option(fc.array(document('identity'), { maxLength: 2 }), { freq: 4, nil: undefined }),
        resource: fc.option(fc.oneof(resourcePolicy('resource'), resourcePolicy('trust')), {
          freq: 4,
          nil: undefined,
        }),
      })
      .map(({ identity, boundary, session: passed, resource }) => ({
        identity,
        ...(boundary !== undefined && { boundary }),
        ...(passed !== undefined && { session: passed }),
        ...(resource !== undefined && { resource }),
      })),
  });
}

type Kind = 'identity' | 'resource' | 'trust';

const COMPANY = '111111111111';

const VENDOR = '222222222222';

function session(account: string, role: string, name: string): NaiveRequest['caller'] {
  return {
    kind: 'role-session',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
    roleArn: `arn:aws:iam::${account}:role/${role}`,
  };
}

function resourcePolicy(kind: 'resource' | 'trust') {
  return document(kind).map((one) => ({ document: one, kind }));
}

function document(kind: Kind) {
  const list = fc.array(statement(kind), { minLength: 1, maxLength: 3 });
  return fc.record({ Version: fc.constant('2012-10-17'), Statement: fc.oneof(list, statement(kind)) });
}

function statement(kind: Kind): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
      action: fc.tuple(negation(), oneOrMore(kind === 'trust' ? STS_ACTIONS : ACTIONS)),
      resource: fc.tuple(negation(), oneOrMore(RESOURCES)),
      principal: principal(),
      condition: fc.option(conditions(), { freq: 1, nil: undefined }),
    })
    .map(
      ({
        effect,
        action: [notAction, action],
        resource: [notResource, resource],
        principal: who,
        condition,
      }) => ({
        Effect: effect,
        [notAction && kind !== 'trust' ? 'NotAction' : 'Action']: action,
        ...(kind !== 'trust' && { [notResource ? 'NotResource' : 'Resource']: resource }),
        ...(kind !== 'identity' && { Principal: who }),
        ...(condition && { Condition: condition }),
      }),
    );
}

function negation(): fc.Arbitrary<boolean> {
  return fc.constantFrom(false, false, false, true);
}

const ACTIONS = [
  '*',
  's3:*',
  's3:Get*',
  'S3:getObject',
  's3:GetObject?',
  's3:*Object*',
  's3:?etObject',
  'sts:AssumeRole',
  'kms:*',
];

const STS_ACTIONS = ['sts:AssumeRole', 'sts:assume*', 'sts:*', 'sts:TagSession', 'sts:?ssumeRole'];

const RESOURCES = [
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::data',
  'arn:aws:s3:::data*',
  'arn:aws:s3:::data/*',
  'arn:aws:s3:::data/?',
  'arn:aws:s3:::data/?.txt',
  'arn:aws:s3:::*/a.txt',
  'arn:aws:s3:*:*:data/*',
  'arn:*:s3:::data/a*t',
  'arn:aws:iam::*:role/reader',
  'arn:aws:iam::111111111111:role/*',
  'arn:aws:kms:*:111111111111:key/*',
];

function principal(): fc.Arbitrary<unknown> {
  const aws = oneOrMore([
    '*',
    COMPANY,
    VENDOR,
    'arn:aws:iam::111111111111:root',
    'arn:aws:iam::222222222222:root',
    'arn:aws:iam::111111111111:user/ann',
    'arn:aws:iam::222222222222:user/ann',
    'arn:aws:iam::111111111111:role/reader',
    'arn:aws:iam::222222222222:role/reader',
    'arn:aws:sts::111111111111:assumed-role/reader/s1',
    'arn:aws:sts::222222222222:assumed-role/reader/s1',
  ]);
  const service = oneOrMore(['lambda.amazonaws.com', 's3.amazonaws.com']);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant('*') },
    { weight: 6, arbitrary: aws.map((AWS) => ({ AWS })) },
    { weight: 1, arbitrary: fc.record({ AWS: aws, Service: service }) },
    { weight: 1, arbitrary: service.map((Service) => ({ Service })) },
  );
}

/** One condition on an Allow or a Deny of everything, and a value that is near those of the policy. */
export function randomCondition(): fc.Arbitrary<{ request: NaiveRequest; policies: NaivePolicies }> {
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  return fc
    .constantFrom(...KINDS)
    .chain(({ operators, values }) =>
      fc.record({
        effect: fc.constantFrom('Allow', 'Deny'),
        condition: condition(operators, values, [KEY]),
        given: fc.oneof(fc.constant(undefined), fc.constantFrom(...values).map(String), requestValue()),
      }),
    )
    .map(({ effect, condition: Condition, given }) => ({
      request: {
        caller: session(COMPANY, 'reader', 's1'),
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::data/a.txt',
        resourceAccount: COMPANY,
        context: given === undefined ? {} : { [KEY]: given },
      },
      policies: {
        identity: [
          {
            Version: '2012-10-17',
            Statement: [
              ...(effect === 'Deny' ? [everything] : []),
              { ...everything, Effect: effect, Condition },
            ],
          },
        ],
      },
    }));
}

const KEY = 'aws:k1';

function conditions(): fc.Arbitrary<Record<string, unknown>> {
  const one = fc.oneof(...KINDS.map(({ operators, values }) => condition(operators, values, KEYS)));
  return fc
    .array(one, { minLength: 1, maxLength: 2 })
    .map((all) => Object.assign({}, ...all) as Record<string, unknown>);
}

interface Comparison {
  readonly operators: readonly string[];
  readonly values: readonly (string | number | boolean)[];
}

const KINDS: readonly Comparison[] = [
  {
    operators: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
    values: ['abc', 'ABC', 'abcd', '', 'a*c', '5'],
  },
  { operators: ['StringLike', 'StringNotLike'], values: ['abc', 'a*', 'a?c', '*', '?', 'a**b?c', '', '*c'] },
  {
    operators: ['ArnLike', 'ArnEquals', 'ArnNotLike', 'ArnNotEquals'],
    values: [
      'arn:aws:iam::*:role/*',
      'arn:aws:iam::111111111111:role/reader',
      'arn:aws:iam::111111111111:user/ann',
      'arn:*:*:*:*:*',
    ],
  },
  { operators: ['Bool'], values: ['true', 'false', true, false] },
  { operators: ['Null'], values: ['true', 'false', true, false] },
  {
    operators: comparisons('Date'),
    values: [
      '2026-01-01T00:00:00Z',
      '2026-01-01',
      '2026-01-01T09:00:00+09:00',
      '1767225600',
      '2026-01-01T00:00:01Z',
    ],
  },
  { operators: comparisons('Numeric'), values: ['5', 5, '5.0', '-5', '10', 1.2] },
  {
    operators: ['IpAddress', 'NotIpAddress'],
    values: [
      '203.0.113.0/24',
      '203.0.113.7',
      '203.0.113.8/29',
      '0.0.0.0/0',
      '2001:DB8::/32',
      '::/0',
      '2001:db8::1',
    ],
  },
];

function comparisons(type: string): string[] {
  return ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map(
    (name) => type + name,
  );
}

function condition(
  operators: readonly string[],
  values: readonly (string | number | boolean)[],
  keys: readonly string[],
) {
  return fc
    .tuple(
      fc.constantFrom(...operators),
      fc.boolean(),
      fc.dictionary(fc.constantFrom(...keys), oneOrMore(values), { minKeys: 1, maxKeys: 2 }),
    )
    .map(([operator, ifExists, wanted]) => ({
      [ifExists && operator !== 'Null' ? `${operator}IfExists` : operator]: wanted,
    }));
}

const KEYS = ['aws:k1', 'aws:k2', 'aws:k3'];

function requestValue(): fc.Arbitrary<string | string[]> {
  const one = fc.constantFrom(
    'abc',
    'ABC',
    'abcd',
    '',
    'a*c',
    'a😀c',
    'true',
    'false',
    '5',
    '5.0',
    '10',
    '1.2',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:01Z',
    '1767225599',
    '1767225600',
    '2025-12-31T23:59:59.999Z',
    '203.0.113.7',
    '203.0.113.8',
    '203.0.114.0',
    '2001:db8::1',
    '2001:db9::',
    'arn:aws:iam::111111111111:role/reader',
    'arn:aws:iam::222222222222:role/x:y',
    'arn:aws:iam::111111111111:user/ann',
  );
  return fc.oneof({ weight: 12, arbitrary: one }, { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }) });
}

function oneOrMore<T>(values: readonly T[]): fc.Arbitrary<T | T[]> {
  const one = fc.constantFrom(...values);
  return fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 2 }));
}
