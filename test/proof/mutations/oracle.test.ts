import type { Json, JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';
import { added, edited } from './mutant';
import { judge } from './oracle';

// The documents of the walkthrough, written out by hand: whoever judges the proof is itself judged on paper.
const BUCKET = 'arn:aws:s3:::data';
const ROLE = 'arn:aws:iam::111111111111:role/Lent';

const allow = (Action: string, more: JsonObject): JsonObject => ({ Effect: 'Allow', Action, ...more });
const policy = (...Statement: readonly Json[]): JsonObject => ({ Version: '2012-10-17', Statement });

const TRUST = allow('sts:AssumeRole', { Principal: { AWS: 'arn:aws:iam::222222222222:root' } });
const LIST = allow('s3:ListBucket', { Resource: BUCKET });
const GET = allow('s3:GetObject', { Resource: `${BUCKET}/*` });
const TLS = {
  Effect: 'Deny',
  Action: 's3:*',
  Principal: '*',
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const original: Assembly = [
  {
    name: 'Company',
    account: '111111111111',
    region: 'eu-west-1',
    template: {
      Resources: {
        Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } },
        BucketPolicy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: policy(TLS) },
        },
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { RoleName: 'Lent', AssumeRolePolicyDocument: policy(TRUST) },
        },
        Read: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: policy(LIST, GET) },
        },
      },
    },
  },
  {
    name: 'Vendor',
    account: '222222222222',
    region: 'us-east-1',
    template: {
      Resources: {
        Set: {
          Type: 'AWS::SSO::PermissionSet',
          Properties: {
            Name: 'Borrow',
            InstanceArn: 'i',
            InlinePolicy: policy(allow('sts:AssumeRole', { Resource: ROLE })),
          },
        },
        Assignment: {
          Type: 'AWS::SSO::Assignment',
          Properties: {
            InstanceArn: 'i',
            PermissionSetArn: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] },
            PrincipalType: 'GROUP',
            PrincipalId: 'g',
            TargetType: 'AWS_ACCOUNT',
            TargetId: '222222222222',
          },
        },
      },
    },
  },
];

const trust = (...statements: readonly Json[]) =>
  edited(
    original,
    'Company',
    ['Resources', 'Role', 'Properties', 'AssumeRolePolicyDocument'],
    policy(...statements),
  );
const read = (...statements: readonly Json[]) =>
  edited(original, 'Company', ['Resources', 'Read', 'Properties', 'PolicyDocument'], policy(...statements));
const ofBucket = (...statements: readonly Json[]) =>
  edited(
    original,
    'Company',
    ['Resources', 'BucketPolicy', 'Properties', 'PolicyDocument'],
    policy(...statements),
  );
const ofSet = (...statements: readonly Json[]) =>
  edited(original, 'Vendor', ['Resources', 'Set', 'Properties', 'InlinePolicy'], policy(...statements));
const assigned = (name: string, value: string) =>
  edited(original, 'Vendor', ['Resources', 'Assignment', 'Properties', name], value);
const secondRole = (principal: JsonObject) =>
  added(original, 'Company', {
    Second: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: policy(allow('sts:AssumeRole', { Principal: principal })) },
    },
  });

describe('the oracle, on changes that were decided by hand', () => {
  test.each<[string, Assembly, string, RegExp]>([
    ['nothing at all', original, 'holds', /as before/],
    [
      'the vendor by its number',
      trust({ ...TRUST, Principal: { AWS: '222222222222' } }),
      'holds',
      /as before/,
    ],
    [
      'a user of the vendor, named beside its account',
      trust({ ...TRUST, Principal: { AWS: ['222222222222', 'arn:aws:iam::222222222222:user/ann'] } }),
      'holds',
      /as before/,
    ],
    [
      'a user of the vendor instead of its account',
      trust({ ...TRUST, Principal: { AWS: 'arn:aws:iam::222222222222:user/ann' } }),
      'caught',
      /^narrowed: enter Lent/,
    ],
    [
      'another account',
      trust(TRUST, { ...TRUST, Principal: { AWS: '333333333333' } }),
      'caught',
      /^widened: enter Lent: .*333333333333/,
    ],
    [
      'a service',
      trust(TRUST, { ...TRUST, Principal: { Service: 'ec2.amazonaws.com' } }),
      'caught',
      /^widened: enter Lent: ec2/,
    ],
    [
      'session tags',
      trust({ ...TRUST, Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      'caught',
      /^widened.*sts:TagSession/,
    ],
    [
      'an ExternalId',
      trust({ ...TRUST, Condition: { StringEquals: { 'sts:ExternalId': 'abc' } } }),
      'caught',
      /^narrowed/,
    ],
    ['actions in capitals', read(LIST, { ...GET, Action: 'S3:GETOBJECT' }), 'holds', /as before/],
    ['statements in reverse', read(GET, LIST), 'holds', /as before/],
    [
      'old versions too',
      read(LIST, { ...GET, Action: 's3:GetObject*' }),
      'caught',
      /^widened: as Lent.*s3:GetObject[A-Z]/,
    ],
    [
      'a bucket whose name starts alike',
      read(LIST, { ...GET, Resource: `${BUCKET}*` }),
      'caught',
      /^widened: as Lent.*:::data[^/]/,
    ],
    [
      'reading a bucket as if it were an object',
      read({ ...LIST, Action: ['s3:ListBucket', 's3:GetObject'] }, GET),
      'any',
      /AWS never sees/,
    ],
    [
      'a denial of what nobody may',
      read(LIST, GET, { Effect: 'Deny', Action: 's3:Put*', Resource: '*' }),
      'holds',
      /as before/,
    ],
    [
      'a denial of one object',
      read(LIST, GET, { Effect: 'Deny', Action: 's3:Get*', Resource: `${BUCKET}/x` }),
      'caught',
      /^narrowed/,
    ],
    [
      'no TLS needed',
      ofBucket({ ...TLS, Effect: 'Deny', Action: 's3:PutObject' }),
      'caught',
      /^widened: as Lent.*"aws:securetransport":"false"/,
    ],
    [
      'TLS, or no word about it',
      ofBucket({ ...TLS, Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } }),
      'any',
      /AWS never sees/,
    ],
    [
      'the bucket for a stranger',
      ofBucket(TLS, { ...GET, Principal: { AWS: '333333333333' } }),
      'caught',
      /directly: .*333333333333/,
    ],
    [
      'the bucket for the company that owns it',
      ofBucket(TLS, { ...GET, Action: 's3:*', Principal: { AWS: '111111111111' } }),
      'holds',
      /as before/,
    ],
    [
      'the bucket for the borrower by name',
      ofBucket(TLS, { ...GET, Action: 's3:PutObject', Principal: { AWS: ROLE } }),
      'caught',
      /^widened: as Lent.*s3:PutObject/,
    ],
    [
      'a misspelt operator',
      ofBucket({ ...TLS, Condition: { Boolean: { 'aws:SecureTransport': 'false' } } }),
      'caught',
      /unknown operator Boolean/,
    ],
    ['two statements with one Sid', read({ ...LIST, Sid: 'A' }, { ...GET, Sid: 'A' }), 'caught', /one Sid/],
    [
      'other roles too',
      ofSet(allow('sts:AssumeRole', { Resource: `${ROLE}*` })),
      'caught',
      /^widened: .*GROUP g/,
    ],
    [
      'a role that is not there',
      ofSet(allow('sts:AssumeRole', { Resource: `${ROLE}2` })),
      'caught',
      /^(widened|narrowed)/,
    ],
    [
      'a set that narrows what the trust decides anyway',
      ofSet(
        allow('sts:AssumeRole', {
          Resource: ROLE,
          Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::222222222222:*' } },
        }),
      ),
      'holds',
      /as before/,
    ],
    ['another account to sign in to', assigned('TargetId', '333333333333'), 'caught', /GROUP g/],
    ['another group', assigned('PrincipalId', 'h'), 'caught', /GROUP [gh]/],
    ['a second role for the borrower', secondRole({ AWS: ROLE }), 'caught', /^widened: as Lent.*Second/],
    ['a second role for everybody', secondRole({ AWS: '*' }), 'caught', /from outside/],
    ['a second role inside the company', secondRole({ AWS: '111111111111' }), 'any', /inside the company/],
    [
      'a resource that is gone and needed',
      edited(original, 'Company', ['Resources', 'Bucket'], undefined),
      'caught',
      /not there/,
    ],
  ])('%s', (_, mutant, expectation, why) => {
    expect(judge(original, mutant)).toEqual({ expectation, why: expect.stringMatching(why) as string });
  });
});
