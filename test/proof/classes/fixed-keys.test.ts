import { type Fixed, fixedBy } from '../../../tools/proof/classes/fixed-keys';
import type { Caller } from '../../../tools/iam/request';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
const callers = {
  session: {
    kind: 'role-session',
    account: '222222222222',
    roleArn: 'arn:aws:iam::222222222222:role/path/Reader',
    arn: 'arn:aws:sts::222222222222:assumed-role/Reader/tanaka',
  },
  user: { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:user/tanaka' },
  root: { kind: 'root', account: '222222222222' },
  federatedUser: {
    kind: 'user',
    account: '222222222222',
    arn: 'arn:aws:sts::222222222222:federated-user/tanaka',
  },
  federation: { kind: 'federated', provider: 'accounts.google.com' },
  insider: { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/suzuki' },
  service: { kind: 'service', service: 'logging.s3.amazonaws.com' },
  anonymous: { kind: 'anonymous' },
} satisfies Record<string, Caller>;

const company = { account: '111111111111', organizationId: 'o-example123' };
const BUCKET = 'arn:aws:s3:::company-bucket';
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1';

const fixed = (key: string, who: keyof typeof callers, action = 's3:ListBucket', owner = '111111111111') =>
  fixedBy(
    key,
    {
      caller: callers[who],
      action,
      resource: action.startsWith('kms:') ? KEY : BUCKET,
      resourceAccount: owner,
    },
    company,
  );

const value = (text: string | null): Fixed => ({ value: text });

describe('a key that follows from who asks holds one value', () => {
  const cases: readonly (readonly [key: string, who: keyof typeof callers, expected: Fixed])[] = [
    ['aws:principalaccount', 'session', value('222222222222')],
    ['aws:principalaccount', 'anonymous', value('anonymous')],
    ['aws:principalaccount', 'service', 'absent'],
    ['aws:principalarn', 'session', value('arn:aws:iam::222222222222:role/path/Reader')],
    ['aws:principalarn', 'user', value('arn:aws:iam::222222222222:user/tanaka')],
    ['aws:principalarn', 'root', value('arn:aws:iam::222222222222:root')],
    ['aws:principalarn', 'service', 'absent'],
    ['aws:principalarn', 'anonymous', 'absent'],
    ['aws:principaltype', 'session', value('AssumedRole')],
    ['aws:principaltype', 'user', value('User')],
    ['aws:principaltype', 'root', value('Account')],
    ['aws:principaltype', 'anonymous', value('Anonymous')],
    ['aws:principalisawsservice', 'service', value('true')],
    ['aws:principalisawsservice', 'session', value('false')],
    ['aws:principalisawsservice', 'anonymous', 'absent'],
    ['aws:principalservicename', 'service', value('logging.s3.amazonaws.com')],
    ['aws:principalservicename', 'user', 'absent'],
    ['aws:principalorgid', 'insider', value('o-example123')],
    ['aws:principalorgid', 'session', undefined],
    ['aws:principalorgid', 'anonymous', 'absent'],
    ['aws:sourceaccount', 'session', 'absent'],
    ['aws:sourcearn', 'user', 'absent'],
    ['aws:sourcearn', 'service', undefined],
    ['aws:tokenissuetime', 'session', 'present'],
    ['aws:tokenissuetime', 'federatedUser', 'present'],
    // With a session of GetSessionToken, and not with an access key.
    ['aws:tokenissuetime', 'user', undefined],
    ['aws:tokenissuetime', 'root', undefined],
    ['aws:tokenissuetime', 'service', 'absent'],
    ['aws:username', 'user', 'present'],
    ['aws:username', 'federatedUser', 'absent'],
    ['aws:principaltype', 'federatedUser', value('FederatedUser')],
    // AWS does not say what a request has that is not signed.
    ['aws:principalisawsservice', 'federation', undefined],
    ['aws:principalaccount', 'federation', undefined],
    ['aws:principalarn', 'federation', 'absent'], // "included … for all signed requests"
    ['aws:username', 'session', 'absent'],
  ];
  test.each(cases)('%s of %s', (key, who, expected) => expect(fixed(key, who)).toEqual(expected));
});

describe('a key that follows from the resource or the action holds one value', () => {
  test('the owner of the resource', () => {
    expect(fixed('aws:resourceaccount', 'user')).toEqual(value('111111111111'));
    expect(fixed('s3:resourceaccount', 'user')).toEqual(value('111111111111'));
    expect(fixed('s3:resourceaccount', 'user', 'kms:Decrypt')).toBe('absent');
    expect(fixed('aws:resourceorgid', 'user')).toEqual(value('o-example123'));
    expect(fixed('aws:resourceorgid', 'user', 's3:ListBucket', '333333333333')).toBeUndefined();
  });

  test('KMS says who calls', () => {
    expect(fixed('kms:calleraccount', 'user', 'kms:Decrypt')).toEqual(value('222222222222'));
    expect(fixed('kms:calleraccount', 'user')).toBe('absent');
  });

  test('every request has a time and a transport', () => {
    for (const key of ['aws:currenttime', 'aws:epochtime', 'aws:securetransport'])
      expect(fixed(key, 'anonymous')).toBe('present');
  });

  // https://docs.aws.amazon.com/general/latest/gr/sts.html
  test('STS takes no request without TLS', () => {
    expect(fixed('aws:securetransport', 'session', 'sts:AssumeRole')).toEqual(value('true'));
    expect(fixed('aws:securetransport', 'service', 'sts:AssumeRole')).toBe('present');
  });
});

test('an organization that the share does not say is a value that is not known', () => {
  const cell = { caller: callers.insider, action: 's3:ListBucket', resource: BUCKET };
  expect(
    fixedBy('aws:principalorgid', { ...cell, resourceAccount: '111111111111' }, { account: '111111111111' }),
  ).toEqual(value(null));
});

test('a key that nothing is known of can hold anything', () => {
  expect(fixed('sts:externalid', 'session', 'sts:AssumeRole')).toBeUndefined();
  expect(fixed('constructor', 'session')).toBeUndefined();
});
