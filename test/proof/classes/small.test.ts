// tools/proof/classes/ordered-classes.ts, address-classes.ts, too-large.ts, owners.ts, request-contexts.ts, possible-requests.ts
import { parsePolicy } from '../../../tools/iam/parse-policy';
import type { Caller, Context } from '../../../tools/iam/request';
import { addressClasses } from '../../../tools/proof/classes/address-classes';
import { orderedClasses } from '../../../tools/proof/classes/ordered-classes';
import { possibleOwners } from '../../../tools/proof/classes/owners';
import {
  canExist,
  fitsService,
  plainestPair,
  representatives,
} from '../../../tools/proof/classes/possible-requests';
import { contextsOf } from '../../../tools/proof/classes/request-contexts';
import { TooLargeError } from '../../../tools/proof/classes/too-large';

describe('values in order', () => {
  const whole = {
    step: 1,
    write: (value: number) => (Number.isFinite(value) ? String(Math.round(value)) : undefined),
    read: (text: string) => Number(text),
  };
  const half = { ...whole, write: (value: number) => (Number.isFinite(value) ? String(value) : undefined) };

  test.each([
    [[], ['0']],
    [[5], ['4', '5', '6']],
    [
      [5, 5],
      ['4', '5', '6'],
    ],
    [
      [10, 5],
      ['4', '5', '6', '10', '11'],
    ],
    // Between two neighbours no whole number can be written.
    [
      [5, 6],
      ['4', '5', '6', '7'],
    ],
    [
      [-1, 1],
      ['-2', '-1', '0', '1', '2'],
    ],
  ])('%j: one in each gap, one on each cut, one beyond each end', (cuts, classes) => {
    expect(orderedClasses(cuts, whole)).toEqual(classes);
  });

  test('where halves can be written there is one between neighbours', () => {
    expect(orderedClasses([5, 6], half)).toEqual(['4', '5', '5.5', '6', '7']);
  });

  test('a cut that cannot be written is left out', () => {
    const upTo = { ...whole, write: (value: number) => (value < 6 ? String(value) : undefined) };
    expect(orderedClasses([5, 9], upTo)).toEqual(['4', '5']);
  });
});

describe('addresses', () => {
  const v4 = (...ranges: string[]) => addressClasses(ranges).filter((one) => one.includes('.'));
  const v6 = (...ranges: string[]) => addressClasses(ranges).filter((one) => one.includes(':'));

  test.each([
    [[], ['0.0.0.0']],
    [['10.0.0.0/8'], ['0.0.0.0', '10.0.0.0', '11.0.0.0']],
    [['10.1.2.3/8'], ['0.0.0.0', '10.0.0.0', '11.0.0.0']],
    [['192.0.2.7/32'], ['0.0.0.0', '192.0.2.7', '192.0.2.8']],
    [
      ['10.0.0.0/8', '10.0.0.0/16'],
      ['0.0.0.0', '10.0.0.0', '11.0.0.0', '10.1.0.0'],
    ],
    [['0.0.0.0/0'], ['0.0.0.0']],
    [['255.255.255.0/24'], ['0.0.0.0', '255.255.255.0']],
    [['no address'], ['0.0.0.0']],
  ])('%j: the first of each range, and the first behind it', (ranges, classes) => {
    expect(v4(...ranges)).toEqual(classes);
  });

  test('of both families', () => {
    expect(v6('10.0.0.0/8')).toEqual(['0:0:0:0:0:0:0:0']);
    expect(v6('2001:db8::/32')).toEqual(['0:0:0:0:0:0:0:0', '2001:db8:0:0:0:0:0:0', '2001:db9:0:0:0:0:0:0']);
    expect(v6('2001:db8::ffff/128')).toEqual([
      '0:0:0:0:0:0:0:0',
      '2001:db8:0:0:0:0:0:ffff',
      '2001:db8:0:0:0:0:1:0',
    ]);
    expect(v4('2001:db8::/32')).toEqual(['0.0.0.0']);
  });
});

test('a bound that was hit names the three patterns with most wildcards, once each', () => {
  const { message, name } = new TooLargeError(
    'the resource',
    ['a*', 'b', '???', '???', '*?', 'c*c'],
    7,
    'states',
  );
  expect(name).toBe('TooLargeError');
  expect(message).toBe(
    'telling all values of the resource apart needs more than 7 states; the patterns that cost most: ???, *?, a*. Write them with fewer wildcards.',
  );
});

describe('whose a resource can be', () => {
  const owners = (statement: object) => {
    const { statements } = parsePolicy(
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*', ...statement }],
      },
      'identity',
      'P',
    );
    return possibleOwners(statements, ['111111111111', '999999999999']);
  };
  const asks = (operator: string, key: string, ...values: string[]) =>
    owners({ Condition: { [operator]: { [key]: values } } });

  test('nobody’s, where no statement asks', () => {
    const { accounts, lines, readable, of } = asks('StringEquals', 'aws:PrincipalAccount', '333333333333');
    expect({ accounts, lines, readable }).toEqual({ accounts: ['999999999999'], lines: [], readable: [] });
    expect(of('arn:aws:iam::111111111111:role/R')).toEqual(['999999999999']);
  });

  test.each(['aws:ResourceAccount', 's3:ResourceAccount'])('asked by %s', (key) => {
    const { accounts, lines, readable, of } = asks('StringEquals', key, '333333333333');
    expect(accounts).toEqual(expect.arrayContaining(['111111111111', '999999999999', '333333333333']));
    expect(lines.map(({ text }) => text)).toEqual([
      ...accounts.map((account) => `arn:*:*:*:${account}:*`),
      'arn:*:*:*::*',
    ]);
    expect(readable).toContain('arn:aws:iam::333333333333:role/example');
    expect(readable).toContain('arn:aws:s3:us-east-1:111111111111:accesspoint/example');
    expect(of('arn:aws:iam::333333333333:role/R')).toEqual(['333333333333']);
    expect(of('arn:aws:iam::555555555555:role/R')).toEqual(['999999999999']);
    expect(of('arn:aws:s3:::data')).toBe(accounts);
    expect(of('*')).toBe(accounts);
    expect(of('urn:aws:iam::333333333333:role/R')).toBe(accounts);
  });

  test('asked by a variable, in a resource or in a value', () => {
    const asked = ['111111111111', '999999999999'];
    const variable = '$' + '{aws:ResourceAccount}';
    const inResource = owners({ Resource: `arn:aws:s3:::data-${variable}` });
    const inValue = asks('StringEquals', 's3:prefix', '$' + '{AWS:resourceaccount}');
    expect(inResource.accounts).toEqual(expect.arrayContaining(asked));
    expect(inResource.lines.length).toBeGreaterThan(0);
    expect(inValue.accounts).toEqual(expect.arrayContaining(asked));
    expect(asks('StringEquals', 'aws:ResourceAccount', variable).accounts).toEqual(
      expect.arrayContaining(asked),
    );
  });

  test('a pattern has one account for each class', () => {
    const { accounts } = asks('StringLike', 'aws:ResourceAccount', '22*', '*7');
    const classes = new Set(accounts.map((one) => `${one.startsWith('22')} ${one.endsWith('7')}`));
    expect(classes.size).toBe(4);
    expect(accounts.every((one) => /^\d{12}$/.test(one))).toBe(true);
  });

  test.each([
    ['Null', 'whether it is there and text'],
    ['NumericLessThan', 'number and text'],
  ])('%s is no way to tell accounts apart', (operator, kinds) => {
    expect(() => asks(operator, 'aws:ResourceAccount', operator === 'Null' ? 'true' : '1')).toThrow(
      `aws:ResourceAccount is compared as ${kinds}`,
    );
  });
});

describe('contexts of a request', () => {
  const caller: Caller = { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:user/bob' };
  const contexts = (keys: string[], values: Record<string, readonly string[]>, base: Context = {}) =>
    contextsOf(
      keys,
      { caller, action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', resourceAccount: '111111111111' },
      base,
      (key) => values[key] ?? [],
      { account: '111111111111' },
    );

  test('every combination, and without the key where a request may lack it', () => {
    expect(contexts(['s3:a', 's3:b'], { 's3:a': ['1'], 's3:b': ['x', 'y'] }, { base: 'z' })).toEqual([
      { base: 'z' },
      { base: 'z', 's3:b': 'x' },
      { base: 'z', 's3:b': 'y' },
      { base: 'z', 's3:a': '1' },
      { base: 'z', 's3:a': '1', 's3:b': 'x' },
      { base: 'z', 's3:a': '1', 's3:b': 'y' },
    ]);
    expect(contexts([], {}, { base: 'z' })).toEqual([{ base: 'z' }]);
  });

  test('what follows from who asks has one value; what every request has is never missing', () => {
    expect(contexts(['aws:securetransport'], { 'aws:securetransport': ['true', 'false'] })).toEqual([
      { 'aws:securetransport': 'true' },
      { 'aws:securetransport': 'false' },
    ]);
    expect(
      contexts(['aws:principalisawsservice'], { 'aws:principalisawsservice': ['true', 'false'] }),
    ).toEqual([{ 'aws:principalisawsservice': 'false' }]);
  });

  test('a service’s source and its account agree', () => {
    const arn = 'arn:aws:sns:us-east-1:111111111111:t';
    const bucket = 'arn:aws:s3:::data';
    const base = (account: string, source: string): Context => ({
      'aws:sourceaccount': account,
      'aws:sourcearn': source,
    });
    expect(contexts([], {}, base('111111111111', arn))).toHaveLength(1);
    expect(contexts([], {}, base('333333333333', arn))).toHaveLength(0);
    expect(contexts([], {}, base('333333333333', bucket))).toHaveLength(1);
    expect(contexts([], {}, { 'aws:sourcearn': arn })).toHaveLength(1);
    expect(contexts([], {}, { 'aws:sourceaccount': '3' })).toHaveLength(1);
  });

  test('too many are refused', () => {
    const many = Array.from({ length: 500 }, (_, index) => String(index));
    expect(() =>
      contexts(['s3:a', 'aws:principaltag/b'], { 's3:a': many, 'aws:principaltag/b': many }),
    ).toThrow(new TooLargeError('all requests', ['s3:a', 'aws:principaltag/b'], 200_000, 'classes'));
  });
});

const BUCKET = 'arn:aws:s3:::data';
const OBJECT = `${BUCKET}/a.txt`;
const POINT = 'arn:aws:s3:eu-west-1:111111111111:accesspoint/p';
const ROLE = 'arn:aws:iam::111111111111:role/R';

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
test.each<[string, readonly string[], readonly string[]]>([
  ['s3:GetObject', [OBJECT, POINT, `${POINT}/object/a`], [BUCKET, '*', ROLE, `${BUCKET}/`, 'x' + OBJECT]],
  ['S3:listbucket', [BUCKET, POINT], [OBJECT, '*', ROLE, `${BUCKET}/`, 'arn:aws:s3:::', `x${BUCKET}`]],
  ['s3:ListAllMyBuckets', ['*'], [BUCKET, OBJECT, ROLE]],
  ['s3:Unheard', [BUCKET, OBJECT, '*', ROLE], []],
  [
    'sts:AssumeRole',
    [ROLE],
    [
      '*',
      BUCKET,
      'arn:aws:iam::111111111111:user/u',
      'arn:aws:iam::1:role/R',
      `${ROLE.slice(0, -1)}`,
      `x${ROLE}`,
    ],
  ],
  ['sts:TagSession', [ROLE], ['*']],
  ['sts:GetCallerIdentity', ['*', ROLE, BUCKET], []],
  ['iam:CreateUser', ['*', ROLE], [BUCKET, POINT]],
  ['kms:Decrypt', ['*', 'arn:aws:kms:eu-west-1:111111111111:key/k'], [BUCKET, ROLE]],
  ['unheard:Of', ['*', BUCKET, ROLE], []],
])('%s can be asked of %j, and not of %j', (action, can, cannot) => {
  for (const one of can) expect([one, canExist(action, one)]).toEqual([one, true]);
  for (const one of cannot) expect([one, canExist(action, one)]).toEqual([one, false]);
});

test.each([
  ['s3:GetObject', OBJECT, true],
  ['s3:GetObject', '*', false],
  ['sts:AssumeRole', ROLE, true],
  ['sts:AssumeRole', '*', false],
  ['STS:AssumeRole', 'arn:aws:sts::1:x', false],
  ['iam:CreateUser', '*', true],
  ['KMS:Decrypt', 'arn:aws:kms:x', true],
  ['kms:Decrypt', OBJECT, false],
])('%s is of a service that has %s: %j', (action, resource, fits) => {
  expect(fitsService(action, resource)).toBe(fits);
});

describe('the plainest pair', () => {
  test('is one that can exist, and a person recognizes', () => {
    expect(plainestPair(['s3:Unheard', 's3:GetObject'], [BUCKET, OBJECT])).toEqual({
      action: 's3:GetObject',
      resource: OBJECT,
      merit: 7,
    });
    expect(plainestPair(['iam:CreateUser'], ['*', ROLE])).toEqual({
      action: 'iam:CreateUser',
      resource: ROLE,
      merit: 7,
    });
    expect(plainestPair(['iam:CreateUser'], ['*'])).toEqual({
      action: 'iam:CreateUser',
      resource: '*',
      merit: 6,
    });
    expect(plainestPair(['unheard:Of', 's3:Unheard'], [BUCKET])).toEqual({
      action: 's3:Unheard',
      resource: BUCKET,
      merit: 5,
    });
    expect(plainestPair(['unheard:Of', 'unheard:At'], [BUCKET])).toEqual({
      action: 'unheard:Of',
      resource: BUCKET,
      merit: 0,
    });
  });

  test('is none where none can exist', () => {
    expect(plainestPair(['s3:GetObject'], [BUCKET, '*'])).toBeUndefined();
    expect(plainestPair([], [BUCKET])).toBeUndefined();
  });

  test('one action stands for all of its service and its kind of resource', () => {
    expect(
      representatives([
        's3:GetObject',
        's3:PutObject',
        's3:ListBucket',
        's3:Unheard',
        's3:UnheardToo',
        'S3:DeleteObject',
        'sts:AssumeRole',
        'sts:TagSession',
        'sts:GetSessionToken',
        'iam:CreateUser',
      ]),
    ).toEqual([
      's3:GetObject',
      's3:ListBucket',
      's3:Unheard',
      'sts:AssumeRole',
      'sts:GetSessionToken',
      'iam:CreateUser',
    ]);
  });
});
