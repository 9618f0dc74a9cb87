// tools/proof/classes/caller-classes.ts, action-classes.ts, resource-classes.ts, condition-classes.ts
import { parsePolicy } from '../../../tools/iam/parse-policy';
import { actionClasses } from '../../../tools/proof/classes/action-classes';
import { callerClasses, namedSessions } from '../../../tools/proof/classes/caller-classes';
import { keyClasses } from '../../../tools/proof/classes/condition-classes';
import { globLanguage } from '../../../tools/proof/classes/language';
import { resourceClasses } from '../../../tools/proof/classes/resource-classes';

// One representative of each kind of request that the documents tell apart, written out: one fewer, and the proof overlooks it.

const A = '222222222222';
const OTHER = '999999999999';

function parsed(kind: 'trust' | 'identity', defaults: object, statements: readonly object[]) {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', ...defaults, ...statement }));
  return parsePolicy({ Version: '2012-10-17', Statement }, kind, 'T');
}
const trust = (...statements: object[]) => parsed('trust', { Action: 'sts:AssumeRole' }, statements);
const identity = (...statements: object[]) =>
  parsed('identity', { Action: '*', Resource: '*' }, statements).statements;
const conditions = (operator: string, key: string, ...values: string[]) =>
  identity({ Condition: { [operator]: { [key]: values } } })[0]?.conditions ?? [];

describe('callers', () => {
  const outsiders = [
    `role-session ${OTHER} arn:aws:sts::${OTHER}:assumed-role/AnyRole/any-session arn:aws:iam::${OTHER}:role/AnyRole`,
    `user ${OTHER} arn:aws:iam::${OTHER}:user/anyone`,
  ];
  const federated = 'user 000000000000 arn:aws:sts::000000000000:federated-user/a';
  test.each<[string, object, readonly string[], readonly string[]]>([
    [
      'an account',
      { Principal: { AWS: A } },
      [],
      [
        `root ${A}`,
        `root ${OTHER}`,
        `role-session ${A} arn:aws:sts::${A}:assumed-role/AnyRole/any-session arn:aws:iam::${A}:role/AnyRole`,
        `user ${A} arn:aws:iam::${A}:user/anyone`,
        ...outsiders,
        `user ${A} arn:aws:sts::${A}:federated-user/a`,
        'user 222222222220 arn:aws:sts::222222222220:federated-user/a',
        'service cloudfront.amazonaws.com',
        'anonymous',
      ],
    ],
    [
      'a session',
      { Principal: { AWS: `arn:aws:sts::${A}:assumed-role/Reader/eve` } },
      [`arn:aws:iam::${A}:role/x/Reader`],
      [
        `role-session ${A} arn:aws:sts::${A}:assumed-role/Reader/any-session arn:aws:iam::${A}:role/x/Reader`,
        `role-session ${A} arn:aws:sts::${A}:assumed-role/Reader/eve arn:aws:iam::${A}:role/x/Reader`,
        `root ${OTHER}`,
        ...outsiders,
        federated,
        'service cloudfront.amazonaws.com',
        'anonymous',
      ],
    ],
    [
      'a role, a user, a service and a provider',
      {
        Principal: {
          AWS: [`arn:aws:iam::${A}:role/ci/Reader`, `arn:aws:iam::${A}:user/bob`],
          Service: 'ec2.amazonaws.com',
          Federated: 'accounts.google.com',
        },
      },
      [],
      [
        `root ${OTHER}`,
        ...outsiders,
        `user ${A} arn:aws:iam::${A}:user/bob`,
        `role-session ${A} arn:aws:sts::${A}:assumed-role/Reader/any-session arn:aws:iam::${A}:role/ci/Reader`,
        federated,
        'service ec2.amazonaws.com',
        'service cloudfront.amazonaws.com',
        'federated accounts.google.com',
        'anonymous',
      ],
    ],
    [
      'services by condition',
      { Principal: '*', Condition: { StringLike: { 'aws:PrincipalServiceName': 'ec2*' } } },
      [],
      [
        `root ${OTHER}`,
        ...outsiders,
        federated,
        'service cloudfront.amazonaws.com',
        'service ec2.amazonaws.com',
        'anonymous',
      ],
    ],
    [
      'accounts and roles by condition',
      {
        Principal: '*',
        Condition: {
          StringEquals: { 'aws:PrincipalAccount': A },
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/X*' },
        },
      },
      [],
      [
        `root ${A}`,
        `root ${OTHER}`,
        `role-session ${A} arn:aws:sts::${A}:assumed-role/a/any-session arn:aws:iam::${A}:role/a`,
        `role-session ${A} arn:aws:sts::${A}:assumed-role/X/any-session arn:aws:iam::${A}:role/X`,
        `user ${A} arn:aws:iam::${A}:user/a`,
        outsiders[0] ?? '',
        'role-session 222222222220 arn:aws:sts::222222222220:assumed-role/X/any-session arn:aws:iam::222222222220:role/X',
        outsiders[1] ?? '',
        `user ${A} arn:aws:sts::${A}:federated-user/a`,
        'user 222222222220 arn:aws:sts::222222222220:federated-user/a',
        'service cloudfront.amazonaws.com',
        'anonymous',
      ],
    ],
  ])('where %s is named', (_, statement, known, expected) => {
    const callers = callerClasses(trust(statement), [], [OTHER], known);
    const shown = callers.map(({ caller: { kind, ...rest } }) => [kind, ...Object.values(rest)].join(' '));
    expect(shown).toEqual(expected);
  });

  test('sessions are those of the role that are named', () => {
    const document = trust({
      Principal: {
        AWS: ['Reader/eve', 'Reader/bob', 'Other/x'].map((s) => `arn:aws:sts::${A}:assumed-role/${s}`),
      },
    });
    expect(namedSessions(document, `arn:aws:iam::${A}:role/p/Reader`)).toEqual(['eve', 'bob']);
  });
});

describe('actions', () => {
  test.each<[readonly object[], readonly string[], readonly string[]]>([
    [[{ Action: 's3:GetObject' }], [], ['s3:GetObject', 's3:PutObject']],
    [
      [{ Action: ['s3:Get*', 's3:GetObjectX'] }, { NotAction: 'iam:*', Action: undefined }],
      ['s3:GetObject'],
      ['s3:GetObject', 's3:PutObject', 's3:GetObjectAcl', 'iam:CreateUser'],
    ],
    [
      [
        { Action: 'unheard:*' },
        { Action: 'Unheard:Get?' },
        { Action: 'any-service:AnyAction' },
        { Action: 'any-other-service:*' },
      ],
      [],
      ['s3:GetObject', 'any-service:AnyAction', 'unheard:g', 'unheard:geta', 'any-other-service:a'],
    ],
    [
      [{ Action: 'unheard:*' }, { Action: 'unheard:Get?' }],
      ['s3:GetObject'],
      ['s3:GetObject', 's3:PutObject', 'unheard:g', 'unheard:geta'],
    ],
  ])('%j beside %j', (statements, promised, expected) => {
    expect(actionClasses(identity(...statements), promised).map(([first]) => first)).toEqual(expected);
  });

  test('an action that is promised is alone in its class', () => {
    const classes = actionClasses(identity({ Action: 's3:*' }), ['s3:GetObject']);
    expect(classes.find((one) => one.includes('s3:GetObject'))).toEqual(['s3:GetObject']);
  });
});

describe('resources', () => {
  const common = [
    'arn:aws:s3::000000000000:accesspoint/a',
    'arn:aws:iam:',
    'arn:aws:iam::000000000000:role/a',
  ];
  test.each<[string, Parameters<typeof resourceClasses>[0], readonly string[]]>([
    [
      'one that is readable',
      {
        statements: identity({ Resource: 'arn:aws:s3:::data/*' }),
        lines: [],
        readable: ['arn:aws:s3:::data/test-data.txt'],
        variables: [{}],
      },
      [
        'arn:aws:s3:',
        'arn:aws:s3:::d',
        'arn:aws:s3:::d/a',
        'arn:aws:s3:::data/',
        'arn:aws:s3:::data/test-data.txt arn:aws:s3:::data/example',
        ...common,
        '*',
        'a',
      ],
    ],
    [
      'several, and a line of the promise',
      {
        statements: identity({ Resource: ['arn:aws:s3:::data', 'arn:aws:sns:*:*:t?'] }),
        lines: [globLanguage('arn:aws:s3:::other*')],
        readable: [],
        variables: [{}],
      },
      [
        'arn:aws:s3:',
        'arn:aws:s3:::o',
        'arn:aws:s3:::o/a',
        'arn:aws:s3:::data',
        'arn:aws:s3:::other',
        'arn:aws:s3:::other/',
        'arn:aws:s3:::other/a',
        ...common,
        'arn:aws:sns: a',
        'arn:aws:sns:example:example:tx',
        'arn:aws:sns::::t:',
        '*',
      ],
    ],
    [
      'a variable',
      {
        statements: identity({ Resource: 'arn:aws:s3:::data-${aws:PrincipalAccount}/*' }),
        lines: [],
        readable: [],
        variables: [{ 'aws:principalaccount': A }, { 'aws:principalaccount': '333333333333' }],
      },
      [
        'arn:aws:s3:',
        'arn:aws:s3:::d',
        'arn:aws:s3:::data-example/example',
        `arn:aws:s3:::data-${A}/`,
        'arn:aws:s3:::data-333333333333/',
        `arn:aws:s3:::data-${A}/a`,
        'arn:aws:s3:::data-333333333333/a',
        ...common,
        '*',
        'a',
      ],
    ],
  ])('%s', (_, asked, expected) => {
    expect(resourceClasses(asked).map((one) => one.join(' '))).toEqual(expected);
  });
});

describe('values of a key', () => {
  const several = (key: string, value: string) => [key, value, [key, value]];
  test.each<[string, ReturnType<typeof conditions>, Parameters<typeof keyClasses>[2], readonly unknown[]]>([
    [
      's3:max-keys',
      conditions('NumericLessThan', 's3:max-keys', '5', '10'),
      undefined,
      ['4.9', '5', '5.1', '10', '10.1'],
    ],
    [
      's3:unheard',
      conditions('NumericLessThan', 's3:unheard', '5'),
      undefined,
      ['4.9', '5', '5.1', 'not-a-number'],
    ],
    [
      's3:unheard',
      conditions('DateLessThan', 's3:unheard', '2027-01-31T00:00:00Z'),
      { kind: 'date', moments: [Date.UTC(2028, 0, 1)] },
      [
        '2027-01-30T23:59:59.000Z',
        '2027-01-31T00:00:00.000Z',
        '2027-01-31T00:00:01.000Z',
        '2028-01-01T00:00:00.000Z',
        '2028-01-01T00:00:01.000Z',
        'not-a-date',
      ],
    ],
    [
      'aws:sourceip',
      conditions('IpAddress', 'aws:SourceIp', '10.0.0.0/8'),
      undefined,
      ['0.0.0.0', '10.0.0.0', '11.0.0.0', '0:0:0:0:0:0:0:0'],
    ],
    [
      's3:unheard',
      conditions('NotIpAddress', 's3:unheard', '10.0.0.0/8'),
      undefined,
      ['0.0.0.0', '10.0.0.0', '11.0.0.0', '0:0:0:0:0:0:0:0', 'not-a-address'],
    ],
    [
      'aws:securetransport',
      conditions('StringEquals', 'aws:SecureTransport', 'x'),
      undefined,
      ['true', 'false'],
    ],
    ['s3:unheard', conditions('Bool', 's3:unheard', 'true'), undefined, ['true', 'false', 'not-a-boolean']],
    ['s3:unheard', conditions('Null', 's3:unheard', 'true'), undefined, ['something-else']],
    [
      's3:prefix',
      [
        ...conditions('StringEquals', 's3:prefix', 'in/'),
        ...conditions('StringLike', 's3:prefix', 'in*'),
        ...conditions('StringEqualsIgnoreCase', 's3:prefix', 'IN/'),
      ],
      { kind: 'string', languages: [globLanguage('out/*')], readable: ['out/a', 'in/'] },
      ['something-else', 'in', 'in/', 'iN/', 'out/a'],
    ],
    [
      'aws:sourcearn',
      conditions('ArnLike', 'aws:SourceArn', 'arn:aws:s3:::data*'),
      undefined,
      ['arn:::::', 'arn:aws:s3:::data'],
    ],
    [
      's3:unheard',
      conditions('ArnEquals', 's3:unheard', 'arn:aws:s3:::data'),
      undefined,
      ['something-else', 'arn:::::', 'arn:aws:s3:::data'],
    ],
    [
      'aws:tagkeys',
      conditions('ForAnyValue:StringEquals', 'aws:TagKeys', 'a'),
      undefined,
      several('something-else', 'a'),
    ],
    [
      'kms:unheard',
      conditions('ForAllValues:StringEquals', 'kms:unheard', 'a'),
      undefined,
      several('something-else', 'a'),
    ],
  ])('%s of %j', (key, read, line, expected) => {
    expect(keyClasses(key, read, line)).toEqual(expected);
  });

  test('a variable stands for each value that it can have, and for nothing where it has none', () => {
    const values = [{ 'aws:principalaccount': A }, { 'aws:principalaccount': '333333333333' }];
    const whole = conditions('StringEquals', 's3:unheard', '${aws:PrincipalAccount}');
    expect(keyClasses('s3:unheard', whole, undefined, values)).toEqual(['something-else', A, '333333333333']);
    const part = conditions('StringEquals', 's3:unheard', 'a-${aws:PrincipalAccount}');
    expect(keyClasses('s3:unheard', part, undefined, [{}])).toEqual(['something-else', 'a-']);
  });
});
