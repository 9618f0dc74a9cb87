// tools/proof/templates/made-up-names.ts and tools/proof/templates/resource-names.ts
import { companyWith } from '../../lib/walkthrough-share';
import {
  assemblyOf,
  BUCKET_POLICY,
  type Edit,
  headlines,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
} from '../templates';

const share = companyWith({ seedObjects: [] });
const assembly = assemblyOf(share);
const prove = (...edits: Edit[]) => proveWith(share, assembly, ...edits);

const B = 'arn:aws:s3:::company-shared-data-bucket-12345';
const document = (...Statement: unknown[]) => ({ Version: '2012-10-17', Statement });
const READ = document(
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: B },
  { Effect: 'Allow', Action: 's3:GetObject', Resource: `${B}/*` },
);
const resource = (id: string, Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', id],
  { Type, Properties },
];
const NARROW = resource('Narrow', 'AWS::IAM::ManagedPolicy', { PolicyDocument: READ });
const noReadPolicy: Edit = ['CompanyStack', ['Resources', READ_POLICY], undefined];
const attached = (arn: unknown): Edit => [
  'CompanyStack',
  ['Resources', ROLE, 'Properties', 'ManagedPolicyArns'],
  [arn],
];
const EVE = resource('Eve', 'AWS::IAM::User', {});
const toPrincipal = (AWS: unknown): Edit => [
  'CompanyStack',
  ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2],
  { Effect: 'Deny', Principal: { AWS }, Action: 's3:PutObject', Resource: `${B}/*` },
];
const exceptFor = (pattern: string): Edit => [
  'CompanyStack',
  ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2],
  {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: `${B}/*`,
    Condition: { ArnLike: { 'aws:PrincipalArn': pattern } },
  },
];

test('a policy that is attached by reference is the one in the templates', () => {
  const report = prove(noReadPolicy, NARROW, attached({ Ref: 'Narrow' }));

  expect([report.verdict, ...headlines(report), ...refusals(report)]).toEqual(['holds']);
});

describe('a made-up name is equal to no text', () => {
  test.each([
    'arn:aws:iam::111111111111:policy/CompanyStack-Narrow-000000000000',
    'arn:aws:iam::111111111111:policy/CompanyStack-Narrow-1ABC2DEF3GHI',
    'arn:aws:iam::111111111111:policy/CompanyStack-Narrow-',
    'arn:aws:iam::111111111111:policy/CompanyStack-Narrow',
  ])('%s is a policy that is not in the templates', (arn) => {
    const report = prove(noReadPolicy, NARROW, attached(arn));

    expect(headlines(report)).toEqual([]);
    expect(refusals(report).join()).toContain(`The text of ${arn} is not in the templates. So`);
  });

  test('not even to what stands for its end here', () => {
    const report = prove(
      noReadPolicy,
      NARROW,
      attached('arn:aws:iam::111111111111:policy/CompanyStack-Narrow-=made-up='),
    );

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join()).toContain(
      'the template of CompanyStack holds "=made-up=", which stands here for what CloudFormation makes up.',
    );
  });

  test('a boundary by such a name is none that can be read', () => {
    const boundary: Edit = [
      'CompanyStack',
      ['Resources', ROLE, 'Properties', 'PermissionsBoundary'],
      'arn:aws:iam::111111111111:policy/CompanyStack-Narrow-000000000000',
    ];

    expect(prove(NARROW, boundary).verdict).toBe('not decided');
  });

  test('a role, a bucket and a function are not meant by such a name', () => {
    const trust = document({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    });
    const report = prove(
      resource('Other', 'AWS::IAM::Role', { AssumeRolePolicyDocument: trust }),
      resource('Data', 'AWS::S3::Bucket', {}),
      resource('More', 'AWS::IAM::Policy', {
        PolicyName: 'More',
        PolicyDocument: READ,
        Roles: ['CompanyStack-Other-000000000000'],
      }),
      resource('OfData', 'AWS::S3::BucketPolicy', {
        Bucket: 'companystack-data-000000000000',
        PolicyDocument: document({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }),
      }),
    );

    expect(refusals(report)).toEqual([
      'More is attached to the role CompanyStack-Other-000000000000, which is not in these templates: who can use it is not known.',
      'it is the policy of the bucket companystack-data-000000000000, which is not in these templates in account 111111111111.',
    ]);
  });
});

describe('a policy that spells a made-up name out is not decided', () => {
  test.each<[string, Edit]>([
    ['a whole name', toPrincipal('arn:aws:iam::111111111111:user/CompanyStack-Eve-1ABC2DEF3GHI')],
    ['in other letters', toPrincipal('arn:aws:iam::111111111111:user/companystack-eve-1abc2def3ghi')],
    ['its beginning', exceptFor('arn:aws:iam::111111111111:user/CompanyStack-Eve-0*')],
    ['its length', exceptFor('arn:aws:iam::111111111111:user/CompanyStack-Eve-????????????')],
    ['its end', exceptFor('arn:aws:iam::111111111111:user/CompanyStack-*-0')],
  ])('%s', (_, edit) => {
    const report = prove(EVE, edit);

    expect(headlines(report)).toEqual([]);
    expect(refusals(report).join('\n')).toMatch(
      /^bucket policy of company-shared-data-bucket-12345: ".*" spells out a name that CloudFormation makes up, and its end is not known yet\. Refer to the resource instead\.$/m,
    );
  });

  test.each<[string, Edit]>([
    ['a * for all of its end', exceptFor('arn:aws:iam::111111111111:user/CompanyStack-Eve-*')],
    ['a * for more than its end', exceptFor('arn:aws:iam::111111111111:user/Company*')],
    ['any name', exceptFor('arn:aws:iam::111111111111:user/*')],
    ['another name', exceptFor('arn:aws:iam::111111111111:user/CompanyStack-Adam-1ABC2DEF3GHI')],
    ['a reference', toPrincipal({ 'Fn::GetAtt': ['Eve', 'Arn'] })],
  ])('unless it is %s', (_, edit) => {
    const report = prove(EVE, edit);

    expect([report.verdict, ...refusals(report), ...headlines(report)]).toEqual(['holds']);
  });
});
