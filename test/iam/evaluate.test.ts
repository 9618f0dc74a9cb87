import { decide } from '../../tools/iam/evaluate';
import type { AccessRequest } from '../../tools/iam/request';
import { parsePolicy } from '../../tools/iam/parse-policy';
import type { PolicyKind } from '../../tools/iam/policy';

const request: AccessRequest = {
  caller: { kind: 'user', account: '222222222222', arn: 'arn:aws:iam::222222222222:user/ann' },
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::data/a.txt',
  resourceAccount: '111111111111',
  context: { 'aws:sourceip': '198.51.100.1' },
};

test('an allowed request names every statement that allowed it, on both sides, and no other', () => {
  const identity = parse('identity', 'mine', [
    { Sid: 'Get', Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
    { Sid: 'Put', Effect: 'Allow', Action: 's3:Put*', Resource: '*' },
    { Sid: 'All', Effect: 'Allow', Action: '*', Resource: 'arn:aws:s3:::data/*' },
  ]);
  const resource = parse('resource', 'bucket policy', [
    {
      Sid: 'Ann',
      Effect: 'Allow',
      Principal: { AWS: '222222222222' },
      Action: 's3:GetObject',
      Resource: '*',
    },
  ]);

  const decision = decide(request, { identity: [identity], resource });

  expect(
    decision.allowed && decision.by.map(({ policy, statement }) => `${policy.name}: ${statement.sid}`),
  ).toEqual(['mine: Get', 'mine: All', 'bucket policy: Ann']);
});

test('of the statements that do not allow, those that came closest are named, with what stopped them', () => {
  const identity = parse('identity', 'mine', [
    { Sid: 'OtherAction', Effect: 'Allow', Action: 's3:PutObject', Resource: '*' },
    { Sid: 'OtherObject', Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/b.txt' },
    {
      Sid: 'OtherNetwork',
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
    },
    {
      Sid: 'OtherTime',
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { Null: { 'aws:SourceIp': false }, DateLessThan: { 'aws:CurrentTime': '2026-01-01' } },
    },
    {
      Sid: 'NotThatEither',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:username': 'bob' } },
    },
  ]);

  const decision = decide(request, { identity: [identity] });

  expect(
    !decision.allowed &&
      decision.denial.kind === 'implicit' &&
      decision.denial.nearMisses.map(({ statement, because }) => [statement.sid, because]),
  ).toEqual([
    [
      'OtherNetwork',
      'condition IpAddress aws:sourceip: wanted "203.0.113.0/24" or "2001:db8::/32", got "198.51.100.1"',
    ],
    ['OtherTime', 'condition DateLessThan aws:currenttime: wanted "2026-01-01", got nothing'],
  ]);
});

test('an explicit denial names the statement and the part that its policy plays', () => {
  const allow = parse('identity', 'mine', { Effect: 'Allow', Action: '*', Resource: '*' });
  const boundary = parse('identity', 'fence', [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:*', Resource: '*' },
  ]);

  const decision = decide(request, { identity: [allow], boundary });

  expect(decision).toEqual({
    allowed: false,
    denial: { kind: 'explicit', in: 'boundary', by: { policy: boundary, statement: boundary.statements[1] } },
  });
});

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and its siblings
test.each([
  'sts:AssumeRole',
  'STS:assumerole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'sts:SetSourceIdentity',
  'sts:TagSession',
])('%s needs a trust policy, also in the caller’s own account', (action) => {
  const identity = parse('identity', 'mine', { Effect: 'Allow', Action: '*', Resource: '*' });
  const resource = 'arn:aws:iam::222222222222:role/reader';
  const asked = { ...request, action, resource, resourceAccount: '222222222222' };
  const trust = parse('trust', 'trust', {
    Effect: 'Allow',
    Principal: { AWS: '222222222222' },
    Action: 'sts:*',
  });

  expect(decide(asked, { identity: [identity] })).toMatchObject({
    allowed: false,
    denial: { kind: 'implicit', missing: 'resource' },
  });
  expect(decide(asked, { identity: [identity], resource: trust }).allowed).toBe(true);
});

test('whatever is asked of a trust policy, it must allow', () => {
  const identity = parse('identity', 'mine', { Effect: 'Allow', Action: '*', Resource: '*' });
  const resource = parse('trust', 'trust', {
    Effect: 'Allow',
    Principal: { AWS: '333333333333' },
    Action: 'sts:*',
  });
  const asked = { ...request, action: 'sts:SomethingNew', resourceAccount: '222222222222' };

  expect(decide(asked, { identity: [identity], resource }).allowed).toBe(false);
});

function parse(kind: PolicyKind, name: string, statement: unknown) {
  return parsePolicy({ Version: '2012-10-17', Statement: statement }, kind, name);
}
