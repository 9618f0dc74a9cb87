import type { Vendor } from '../../../lib/share/share';
import type { Caller } from '../../../tools/iam/request';
import { identityOf, isSessionOf, promisedEntrance } from '../../../tools/proof/promise/entrance';
import { asked, session } from './in-words';

const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const VENDOR = '222222222222';
const SSO = 'aws-reserved/sso.amazonaws.com/';
const HEX = '0123456789abcdef';
const USER = session(VENDOR, `${SSO}ap-northeast-1/AWSReservedSSO_Lend_${HEX}`);
const root: Caller = { kind: 'root', account: VENDOR };
const robot: Caller = { kind: 'user', account: VENDOR, arn: `arn:aws:iam::${VENDOR}:user/robot` };

const entrance = (changes: Partial<Vendor> = {}, accounts: readonly string[] = [VENDOR]) =>
  promisedEntrance(ROLE, 'Lend', accounts, { account: VENDOR, ...changes });
const assume = (
  changes: Partial<Vendor>,
  caller: Caller = USER,
  context = {},
  [action, resource]: readonly [string, string] = ['sts:AssumeRole', ROLE],
) => asked(entrance(changes), caller, action, resource, context);

const ONLY_THESE = 'denied by caller: The role is lent to account 222222222222 only.';

describe('who may assume the role:', () => {
  test.each<[string, Caller, string]>([
    ['a user of the vendor', USER, 'allowed'],
    ['any role of the vendor', session(VENDOR, 'ci/Reader'), 'allowed'],
    ['an IAM user of the vendor', robot, 'allowed'],
    ['its root user', root, 'either: AWS lets no root user assume a role'],
    ['somebody of the company', session('111111111111', 'Admin'), ONLY_THESE],
    ['somebody else', session('999999999999', 'Admin'), ONLY_THESE],
    ['nobody', { kind: 'anonymous' }, ONLY_THESE],
    ['a service', { kind: 'service', service: 'ec2.amazonaws.com' }, ONLY_THESE],
    ['a federation', { kind: 'federated', provider: 'accounts.google.com' }, ONLY_THESE],
  ])('%s', (_, caller, answer) => {
    expect(assume({}, caller)).toBe(answer);
  });

  test('of several accounts, each', () => {
    const promise = entrance({}, [VENDOR, '333333333333']);
    const answers = [VENDOR, '333333333333', '999999999999'].map((account) =>
      asked(promise, session(account, 'Reader'), 'sts:AssumeRole', ROLE),
    );
    expect(answers).toEqual([
      'allowed',
      'allowed',
      'denied by caller: The role is lent to the accounts 222222222222 and 333333333333 only.',
    ]);
  });

  test('the permission set’s sessions alone, where the share says so', () => {
    const alone = { borrowers: 'permission-set' } as const;
    const onlySessions = 'denied by caller: The role is lent to sessions of the permission set Lend only.';
    expect(assume(alone)).toBe('allowed');
    expect(assume(alone, session(VENDOR, 'ci/Reader'))).toBe(onlySessions);
    expect(assume(alone, robot)).toBe(onlySessions);
    expect(assume(alone, root)).toBe(onlySessions);
    expect(assume(alone, session('999999999999', 'x'))).toBe(ONLY_THESE);
  });

  test('the roles and users alone that are named', () => {
    const named = {
      borrowers: [`arn:aws:iam::${VENDOR}:role/ci/Reader`, `arn:aws:iam::${VENDOR}:user/robot`],
    };
    const onlyThey = `denied by caller: The role is lent to ${named.borrowers.join(' and ')} only.`;
    expect(assume(named, session(VENDOR, 'ci/Reader'))).toBe('allowed');
    expect(assume(named, robot)).toBe('allowed');
    expect(assume(named, USER)).toBe(onlyThey);
    expect(assume(named, session(VENDOR, 'Reader'))).toBe(onlyThey);
    expect(assume(named, root)).toBe(onlyThey);
  });
});

describe('how:', () => {
  test.each([
    ['sts:assumerole', ROLE, 'allowed'],
    ['sts:TagSession', ROLE, 'denied by action: Only sts:AssumeRole is promised.'],
    ['sts:AssumeRole', `${ROLE}s`, `denied by resource: The promised role is ${ROLE}.`],
    ['sts:getCallerIdentity', '*', 'either: sts:GetCallerIdentity needs no permission and gives none'],
  ])('%s on %s', (action, resource, answer) => {
    expect(assume({}, USER, {}, [action, resource])).toBe(answer);
  });

  test.each([
    [{ 'sts:externalid': 'agreement' }, 'allowed'],
    [{ 'sts:externalid': 'Agreement' }, 'denied by condition: sts:ExternalId must be "agreement".'],
    [{}, 'denied by condition: sts:ExternalId must be "agreement".'],
  ])('with an ExternalId: %j', (context, answer) => {
    expect(assume({ externalId: 'agreement' }, USER, context)).toBe(answer);
  });

  test.each([
    [{ 'aws:currenttime': '2027-01-30T23:59:59.999Z' }, 'allowed'],
    [
      { 'aws:currenttime': '2027-01-31T00:00:00Z' },
      'denied by condition: Nothing is allowed from 2027-01-31T00:00:00Z on.',
    ],
    [{}, 'denied by condition: Nothing is allowed from 2027-01-31T00:00:00Z on.'],
    [
      { 'aws:currenttime': ['2027-01-01T00:00:00Z'] },
      'denied by condition: Nothing is allowed from 2027-01-31T00:00:00Z on.',
    ],
  ])('until its end: %j', (context, answer) => {
    expect(assume({ until: '2027-01-31T00:00:00Z' }, USER, context)).toBe(answer);
  });
});

test('the lines that it draws', () => {
  const { callers, actions, resources, lines } = entrance(
    { externalId: 'agreement', until: '2027-01-31T00:00:00Z', borrowers: [`arn:aws:iam::${VENDOR}:role/R`] },
    [VENDOR, '333333333333'],
  );
  expect(callers).toHaveLength(5);
  expect(callers.at(-1)?.text).toBe(`arn:aws:iam::${VENDOR}:role/R`);
  expect(actions).toEqual(['sts:AssumeRole', 'sts:GetCallerIdentity']);
  expect(resources.map(({ text }) => text)).toEqual([ROLE]);
  expect(lines).toMatchObject({
    'sts:externalid': { kind: 'string', languages: [{ text: 'agreement' }], readable: ['agreement'] },
    'aws:currenttime': { kind: 'date', moments: [Date.UTC(2027, 0, 31)] },
  });
  expect(entrance().lines).toEqual({});
  expect(entrance().callers).toHaveLength(2);
});

// https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
test.each([
  [`${SSO}ap-northeast-1/AWSReservedSSO_Lend_${HEX}`, true],
  [`${SSO}AWSReservedSSO_Lend_${HEX}`, true],
  [`${SSO}ap-northeast-1/x/AWSReservedSSO_Lend_${HEX}`, false],
  [`${SSO}Region/AWSReservedSSO_Lend_${HEX}`, false],
  [`${SSO}/AWSReservedSSO_Lend_${HEX}`, false],
  [`${SSO}AWSReservedSSO_Lend_${HEX}0`, false],
  [`${SSO}AWSReservedSSO_Lend_${HEX.slice(1)}`, false],
  [`${SSO}AWSReservedSSO_Lend_${HEX.toUpperCase()}`, false],
  [`${SSO}AWSReservedSSO_Lends_${HEX}`, false],
  [`${SSO}AWSReservedSSO_Len_${HEX}`, false],
  [`${SSO}XAWSReservedSSO_Lend_${HEX}`, false],
  [`AWSReservedSSO_Lend_${HEX}`, false],
  [`x/${SSO}AWSReservedSSO_Lend_${HEX}`, false],
])('a session of role %s is one of the permission set: %j', (role, is) => {
  expect(isSessionOf(session(VENDOR, role), VENDOR, 'Lend')).toBe(is);
  expect(isSessionOf(session('999999999999', role), VENDOR, 'Lend')).toBe(false);
});

test('whom somebody acts as', () => {
  expect(identityOf(session(VENDOR, 'ci/Reader'))).toBe(`arn:aws:iam::${VENDOR}:role/ci/Reader`);
  expect(identityOf(robot)).toBe(`arn:aws:iam::${VENDOR}:user/robot`);
  expect(identityOf(root)).toBe('');
  expect(isSessionOf(robot, VENDOR, 'Lend')).toBe(false);
});
