// tools/proof/promise/predicates.ts, tools/proof/promise/services.ts
import type { Caller, Context } from '../../../tools/iam/request';
import {
  promisedAsking,
  promisedNothing,
  promisedToTheCompany,
} from '../../../tools/proof/promise/predicates';
import { knownServices, relaysStrangers, serviceActsFor } from '../../../tools/proof/promise/services';
import { asked, session } from './in-words';

const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const ACCOUNT = '111111111111';
const USER = session('222222222222', 'Reader');
const IDENTITY = 'either: sts:GetCallerIdentity needs no permission and gives none';

test.each([
  ['sts:AssumeRole', ROLE, 'allowed'],
  ['STS:assumerole', ROLE, 'allowed'],
  ['sts:AssumeRole', '*', `denied by resource: Only ${ROLE} may be assumed.`],
  ['sts:TagSession', ROLE, 'denied by action: Only sts:AssumeRole is promised.'],
  ['sts:GetCallerIdentity', '*', IDENTITY],
])('a user of the permission set asks for %s on %s: %s', (action, resource, answer) => {
  const promise = promisedAsking(ROLE);
  expect(asked(promise, USER, action, resource)).toBe(answer);
  expect({ ...promise, resources: promise.resources.map(({ text }) => text) }).toMatchObject({
    callers: [],
    actions: ['sts:AssumeRole', 'sts:GetCallerIdentity'],
    resources: [ROLE],
    lines: {},
  });
});

test('nothing is promised to anybody else', () => {
  const promise = promisedNothing(() => 'No user is part of the promise.');
  expect(asked(promise, USER, 's3:GetObject', '*')).toBe('denied by caller: No user is part of the promise.');
  expect(asked(promise, USER, 'sts:GetCallerIdentity', '*')).toBe(IDENTITY);
  expect(promise).toMatchObject({
    callers: [],
    actions: ['sts:GetCallerIdentity'],
    resources: [],
    lines: {},
  });
});

const service = (name: string): Caller => ({ kind: 'service', service: `${name}.amazonaws.com` });
const forIt: Context = { 'aws:sourceaccount': ACCOUNT };

describe('what is the company’s alone', () => {
  const bucket = promisedToTheCompany('the bucket logs', { account: ACCOUNT }, false);
  const shared = promisedToTheCompany('the bucket data', { account: ACCOUNT }, true);

  test.each<[Caller, string, Context, string]>([
    [USER, 's3:GetObject', forIt, 'denied by caller: Only the company may use the bucket logs.'],
    [
      { kind: 'anonymous' },
      's3:GetObject',
      {},
      'denied by caller: Only the company may use the bucket logs.',
    ],
    [USER, 'sts:GetCallerIdentity', {}, IDENTITY],
    [service('cloudtrail'), 'sts:GetCallerIdentity', {}, IDENTITY],
    [service('cloudtrail'), 's3:PutObject', forIt, 'either: cloudtrail.amazonaws.com calls for the company'],
    [
      service('cloudtrail'),
      's3:PutObject',
      {},
      'denied by condition: aws:SourceAccount must be "111111111111", so that cloudtrail.amazonaws.com calls for the company only.',
    ],
    [
      service('cloudfront'),
      's3:GetObject',
      forIt,
      'denied by caller: cloudfront.amazonaws.com carries requests of people outside the company.',
    ],
    [
      service('cloudtrail'),
      's3:GetObject',
      forIt,
      'unknown: It cannot be told whether cloudtrail.amazonaws.com calls for the company only when it does s3:GetObject.',
    ],
  ])('%j asks for %s with %j: %s', (caller, action, context, answer) => {
    expect(asked(bucket, caller, action, 'arn:aws:s3:::logs/a', context)).toBe(answer);
  });

  test.each(['s3:GetObject', 'S3:getbucketacl', 's3:ListBucket'])(
    'no service reads what is shared: %s',
    (action) => {
      expect(asked(shared, service('cloudtrail'), action, 'arn:aws:s3:::data', forIt)).toBe(
        'denied by caller: No AWS service was promised to read the shared bucket.',
      );
    },
  );

  test('a service may write into it for the company', () => {
    expect(asked(shared, service('cloudtrail'), 's3:PutObject', 'arn:aws:s3:::data/a', forIt)).toBe(
      'either: cloudtrail.amazonaws.com calls for the company',
    );
    expect(asked(shared, service('cloudtrail'), 'x-s3:GetObject', 'arn:aws:s3:::data/a', forIt)).toMatch(
      /^unknown/,
    );
  });

  test('the lines that it draws', () => {
    const { resources, lines, callers, actions } = bucket;
    expect({ callers, actions }).toEqual({ callers: [], actions: ['sts:GetCallerIdentity'] });
    expect(resources.map(({ text }) => text)).toEqual(['…/AWSLogs/111111111111/…']);
    expect(lines).toMatchObject({
      'aws:sourceaccount': { kind: 'string', languages: [{ text: ACCOUNT }], readable: [ACCOUNT] },
      'aws:sourcearn': {
        kind: 'string',
        languages: [{ text: 'arn:*:*:*:111111111111:*' }],
        readable: ['arn:aws:events:us-east-1:111111111111:rule/anything'],
      },
      'kms:encryptioncontext:aws:logs:arn': {
        kind: 'string',
        languages: [{ text: 'arn:*:*:*:111111111111:*' }],
        readable: ['arn:aws:logs:us-east-1:111111111111:log-group:anything'],
      },
    });
  });
});

describe('for whom a service acts', () => {
  const acts = (name: string, action: string, resource = 'x', context: Context = {}) =>
    serviceActsFor(
      name,
      { caller: service(name), action, resource, resourceAccount: ACCOUNT, context },
      ACCOUNT,
    );
  const inArn = (account: string): Context => ({
    'aws:sourcearn': `arn:aws:events:us-east-1:${account}:rule/x`,
  });

  test.each<[string, string, string]>([
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    ['lambda.amazonaws.com', 'sts:AssumeRole', 'the company'],
    ['LAMBDA.amazonaws.com', 'sts:AssumeRole', 'nobody knows'],
    ['lambda.amazonaws.com', 'STS:assumerole', 'the company'],
    ['states.ap-northeast-1.amazonaws.com', 'sts:AssumeRole', 'the company'],
    ['ec2.amazonaws.com.cn', 'sts:AssumeRole', 'the company'],
    ['unheard-of.amazonaws.com', 'sts:AssumeRole', 'nobody knows'],
    ['lambda.amazonaws.com', 'sts:TagSession', 'nobody knows'],
    ['iot.amazonaws.com', 'sts:AssumeRole', 'strangers'],
    ['apigateway.amazonaws.com', 'lambda:InvokeFunction', 'strangers'],
    ['sns.amazonaws.com', 'sqs:SendMessage', 'the company'],
    ['events.amazonaws.com', 'sns:publish', 'the company'],
    ['events.amazonaws.com', 'sns:Subscribe', 'nobody knows'],
    ['config.amazonaws.com', 's3:GetBucketAcl', 'the company'],
    ['delivery.logs.amazonaws.com', 's3:ListBucket', 'the company'],
    ['cloudtrail.amazonaws.com', 's3:GetBucketLocation', 'the company'],
    ['cloudtrail.amazonaws.com', 's3:GetBucketPolicy', 'nobody knows'],
    ['s3.amazonaws.com', 'lambda:InvokeFunction', 'any account'],
    ['secretsmanager.amazonaws.com', 'lambda:InvokeFunction', 'any account'],
    ['logging.s3.amazonaws.com', 's3:PutObject', 'any account'],
    ['logdelivery.elasticloadbalancing.amazonaws.com', 's3:PutObject', 'any account'],
    ['sns.amazonaws.com', 'kms:GenerateDataKeyWithoutPlaintext', 'any account'],
    ['logs.amazonaws.com', 'kms:Decrypt', 'any account'],
    ['sns.amazonaws.com', 'kms:PutKeyPolicy', 'nobody knows'],
    ['events.amazonaws.com', 'logs:PutLogEvents', 'any account'],
    ['delivery.logs.amazonaws.com', 'logs:CreateLogStream', 'any account'],
    ['delivery.logs.amazonaws.com', 'logs:DeleteLogStream', 'nobody knows'],
  ])('%s does %s for %s', (name, action, whom) => {
    expect(acts(name, action)).toBe(whom);
  });

  test.each<[string, string]>([
    ['s3.amazonaws.com', 'lambda:InvokeFunction'],
    ['logging.s3.amazonaws.com', 's3:PutObject'],
    ['sns.amazonaws.com', 'kms:Decrypt'],
    ['events.amazonaws.com', 'logs:PutLogEvents'],
  ])('%s does %s for the company where the request names it', (name, action) => {
    expect(acts(name, action, 'x', forIt)).toBe('the company');
    expect(acts(name, action, 'x', inArn(ACCOUNT))).toBe('the company');
    expect(acts(name, action, 'x', { 'aws:sourceaccount': '999999999999' })).toBe('any account');
    expect(acts(name, action, 'x', inArn('999999999999'))).toBe('any account');
    expect(
      acts(name, action, 'x', { 'aws:sourcearn': ['arn:aws:events:us-east-1:111111111111:rule/x'] }),
    ).toBe('any account');
  });

  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  test.each([
    ['arn:aws:s3:::logs/AWSLogs/111111111111/x', 'the company'],
    ['arn:aws:s3:::logs/part/AWSLogs/111111111111/x', 'the company'],
    ['arn:aws:s3:::logs/AWSLogs/999999999999/x', 'any account'],
    ['arn:aws:s3:::logs/AWSLogs/111111111111', 'any account'],
    ['arn:aws:s3:us-east-1:1:accesspoint/x/AWSLogs/111111111111/x', 'any account'],
  ])('CloudTrail writes %s for %s', (resource, whom) => {
    expect(acts('cloudtrail.amazonaws.com', 's3:PutObject', resource)).toBe(whom);
    expect(acts('logging.s3.amazonaws.com', 's3:PutObject', resource)).toBe('any account');
  });

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
  test('CloudWatch Logs names its log group in the encryption context', () => {
    const group = (account: string): Context => ({
      'kms:encryptioncontext:aws:logs:arn': `arn:aws:logs:ap-northeast-1:${account}:log-group:x`,
    });
    expect(acts('logs.ap-northeast-1.amazonaws.com', 'kms:Decrypt', 'x', group(ACCOUNT))).toBe('the company');
    expect(acts('logs.amazonaws.com', 'kms:Decrypt', 'x', group('999999999999'))).toBe('any account');
    expect(acts('sns.amazonaws.com', 'kms:Decrypt', 'x', group(ACCOUNT))).toBe('any account');
  });

  test.each([
    'apigateway',
    'appsync',
    'cloudfront',
    'cognito-identity',
    'cognito-idp',
    'ecs',
    'elasticloadbalancing',
    'iot',
    'rolesanywhere',
    'ssm',
    'transfer',
    'vpc-lattice',
  ])('%s carries requests of others', (name) => {
    expect(relaysStrangers(`${name}.amazonaws.com`)).toBe(true);
    expect(relaysStrangers(`${name}.ap-northeast-1.amazonaws.com`)).toBe(true);
    expect(relaysStrangers(`${name}.example.com`)).toBe(false);
  });

  test('every service of the lists is known, with a region and without', () => {
    const known = knownServices();
    expect(known).toHaveLength(new Set(known.map(({ text }) => text)).size);
    expect(known.map(({ text }) => text)).toEqual(expect.arrayContaining(['iot', 'lambda', 'delivery.logs']));
    const [iot] = known.filter(({ text }) => text === 'iot');
    const written = iot?.sequences.map((tokens) =>
      tokens.map((token) => (token.kind === 'character' ? token.character : '*')).join(''),
    );
    expect(written).toEqual(['iot.amazonaws.com', 'iot.*.amazonaws.com']);
  });
});
