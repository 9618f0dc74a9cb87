import { entrancesOf } from '../../../tools/verify/deployed/entrances';

const trusting = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal,
  ...more,
});

/** Of one role of account 111111111111. */
const entrances = (...Statement: object[]) =>
  entrancesOf('111111111111', [{ name: 'R', path: '/', trust: { Version: '2012-10-17', Statement } }]);
const by = (...who: string[]) => [{ role: 'R', who, conditions: [] }];

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
test.each<[string, unknown, string]>([
  ['another account', { AWS: '333333333333' }, 'account 333333333333'],
  [
    'a role of another account',
    { AWS: 'arn:aws:iam::333333333333:role/r' },
    'arn:aws:iam::333333333333:role/r',
  ],
  ['everyone', '*', 'everyone'],
  ['a provider', { Federated: 'accounts.google.com' }, 'people who sign in through accounts.google.com'],
  [
    'a service that carries requests of others',
    { Service: 'cognito-idp.amazonaws.com' },
    'cognito-idp.amazonaws.com, which carries requests of others',
  ],
])('a trust policy lets in from outside: %s', (_, principal, who) => {
  expect(entrances(trusting(principal))).toEqual(by(who));
});

test.each<[string, object]>([
  ['the account itself', trusting({ AWS: 'arn:aws:iam::111111111111:root' })],
  ['a user of it', trusting({ AWS: 'arn:aws:iam::111111111111:user/u' })],
  ['a service that calls for the account', trusting({ Service: 'lambda.amazonaws.com' })],
  ['somebody who is gone', trusting({ AWS: 'AROAJQABLZS4A3QDU576Q' })],
  ['a Deny', trusting('*', { Effect: 'Deny' })],
])('nobody from outside: %s', (_, statement) => {
  expect(entrances(statement)).toEqual([]);
});

test('whoever cannot be told is somebody, with what stands there', () => {
  expect(entrances({ ...trusting(undefined), NotPrincipal: { AWS: '111111111111' } })[0]?.who).toEqual([
    expect.stringMatching(/^somebody \(Statement\[0\]\.NotPrincipal .*\)$/),
  ]);
  // What is not known of the action says nothing of who it is.
  expect(
    entrances({ Effect: 'Allow', NotAction: 'sts:TagSession', Principal: { AWS: '333333333333' } }),
  ).toEqual(by('account 333333333333'));
});

test('each is named once, with the conditions of the statements that let somebody in', () => {
  const statement = (account: string, Condition: object) => trusting({ AWS: account }, { Condition });

  expect(
    entrances(
      statement('333333333333', { StringEquals: { 'sts:ExternalId': 'x' } }),
      statement('333333333333', {
        StringEquals: { 'sts:ExternalId': 'y' },
        IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      }),
      statement('111111111111', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
    ),
  ).toEqual([{ role: 'R', who: ['account 333333333333'], conditions: ['sts:ExternalId', 'aws:SourceIp'] }]);
});

test('a trust policy that cannot be read may let in anybody', () => {
  expect(entrances({ Effect: 'Maybe' })).toEqual([
    {
      role: 'R',
      who: [expect.stringMatching(/^not known who, because its trust policy could not be read \(.*\)$/)],
      conditions: [],
    },
  ]);
});

test('a service-linked role is entered by AWS’s service alone', () => {
  const trust = { Version: '2012-10-17', Statement: [trusting('*')] };

  expect(
    entrancesOf('111111111111', [
      { name: 'A', path: '/aws-service-role/x.amazonaws.com/', trust },
      { name: 'B', path: '/team/aws-service-role/', trust },
    ]).map(({ role }) => role),
  ).toEqual(['B']);
});
