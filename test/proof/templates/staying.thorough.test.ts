// tools/proof/templates/staying.ts and tools/proof/claims/what-remains.ts
import type { Share } from '../../../lib/share/share';
import type { Assembly } from '../../../tools/proof/templates/assembly';
import { companyWith, walkthroughShare } from '../../lib/walkthrough-share';
import {
  assemblyOf,
  BUCKET,
  BUCKET_POLICY,
  type Edit,
  headlines,
  PERMISSION_SET,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
  unjudgedWith,
} from '../templates';

const keep = walkthroughShare;
const deleteAll = companyWith({ whenStackIsDeleted: 'delete-with-all-data' });
const kept = assemblyOf(keep);
const deleted = assemblyOf(deleteAll);

function remaining(share: Share, assembly: Assembly, ...edits: Edit[]): string[] {
  const report = proveWith(share, assembly, ...edits);
  return [...headlines(report), ...refusals(report)];
}

const ASSIGNMENT = 'PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74';
const SEED_ROLE = 'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756CServiceRole89A01265';
const SEED_FUNCTION = 'CustomCDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C81C01536';

const inCompany = (id: string, attribute: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', id, attribute],
  value,
];
const inVendor = (id: string, attribute: string, value: unknown): Edit => [
  'VendorStack',
  ['Resources', id, attribute],
  value,
];
const staying = (Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', 'More'],
  { Type, Properties, DeletionPolicy: 'Retain' },
];
const TRUST = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
};
const FOR_THE_COMPANY = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: { AWS: '111111111111' }, Action: '*', Resource: '*' },
};

describe('access that stays breaks the promise', () => {
  test.each<[string, Edit, string]>([
    [
      'the role',
      inCompany(ROLE, 'DeletionPolicy', 'Retain'),
      `AWS::IAM::Role ${ROLE} stays when its stack is deleted.`,
    ],
    [
      'the role, but for a first deployment that fails',
      inCompany(ROLE, 'DeletionPolicy', 'RetainExceptOnCreate'),
      `AWS::IAM::Role ${ROLE} stays when its stack is deleted.`,
    ],
    [
      'the role, when it is replaced',
      inCompany(ROLE, 'UpdateReplacePolicy', 'Retain'),
      `AWS::IAM::Role ${ROLE} stays when another takes its place.`,
    ],
    [
      'what the role may read',
      inCompany(READ_POLICY, 'DeletionPolicy', 'Snapshot'),
      `AWS::IAM::ManagedPolicy ${READ_POLICY} stays when its stack is deleted.`,
    ],
    [
      "the seed function's role",
      inCompany(SEED_ROLE, 'UpdateReplacePolicy', 'Snapshot'),
      `AWS::IAM::Role ${SEED_ROLE} stays when another takes its place.`,
    ],
    [
      'the permission set',
      inVendor(PERMISSION_SET, 'DeletionPolicy', 'Retain'),
      `AWS::SSO::PermissionSet ${PERMISSION_SET} stays when its stack is deleted.`,
    ],
    [
      'one assignment',
      inVendor(ASSIGNMENT, 'DeletionPolicy', 'Retain'),
      `AWS::SSO::Assignment ${ASSIGNMENT} stays when its stack is deleted.`,
    ],
    [
      'a role of the company beside it',
      staying('AWS::IAM::Role', { AssumeRolePolicyDocument: TRUST }),
      'AWS::IAM::Role More stays when its stack is deleted.',
    ],
    [
      'an access point',
      staying('AWS::S3::AccessPoint', { Bucket: { Ref: BUCKET }, Name: 'second' }),
      'AWS::S3::AccessPoint More stays when its stack is deleted.',
    ],
    [
      "a topic's policy",
      staying('AWS::SNS::TopicPolicy', {
        PolicyDocument: FOR_THE_COMPANY,
        Topics: ['arn:aws:sns:ap-northeast-1:111111111111:t'],
      }),
      'AWS::SNS::TopicPolicy More stays when its stack is deleted.',
    ],
    [
      'a permission to run a function',
      staying('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: SEED_FUNCTION },
        Principal: '111111111111',
      }),
      'AWS::Lambda::Permission More stays when its stack is deleted.',
    ],
    [
      'a user',
      staying('AWS::IAM::User', { UserName: 'bob' }),
      'AWS::IAM::User More stays when its stack is deleted.',
    ],
  ])('%s', (_, edit, expected) => {
    expect(remaining(keep, kept, edit).map((line) => line.replace(/^[\w-]+: /, ''))).toEqual([expected]);
  });

  test('what is said is where it is, and what to change', () => {
    const [failure] = proveWith(keep, kept, inCompany(ROLE, 'DeletionPolicy', 'Retain')).failures;

    expect(failure?.change).toBe(
      'Remove the DeletionPolicy, or set it to Delete (in CDK: RemovalPolicy.DESTROY).',
    );
    expect(failure?.blame).toEqual([
      expect.objectContaining({ statement: ROLE, matches: 'its DeletionPolicy is Retain' }),
    ]);
  });
});

describe('data, keys and what gives nobody access may stay', () => {
  test.each<[string, Edit]>([
    ['the bucket policy', inCompany(BUCKET_POLICY, 'DeletionPolicy', 'Retain')],
    [
      'a key',
      [
        'CompanyStack',
        ['Resources', 'More'],
        { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', Properties: { KeyPolicy: FOR_THE_COMPANY } },
      ],
    ],
    ['a log group', staying('AWS::Logs::LogGroup', {})],
    ['a table', staying('AWS::DynamoDB::Table', {})],
    ['the seed function', inCompany(SEED_FUNCTION, 'DeletionPolicy', 'Retain')],
    ['the role, said to be deleted', inCompany(ROLE, 'DeletionPolicy', 'Delete')],
    ['another bucket', staying('AWS::S3::Bucket', { BucketName: 'company-log-bucket-12345' })],
  ])('%s', (_, edit) => {
    expect(remaining(keep, kept, edit)).toEqual([]);
  });
});

describe('the shared bucket becomes what the share says', () => {
  test.each<[string, Edit, string]>([
    [
      'deleted with its stack',
      inCompany(BUCKET, 'DeletionPolicy', 'Delete'),
      'it-works: The bucket company-shared-data-bucket-12345 is deleted when its stack is deleted.',
    ],
    [
      'nothing said, which deletes it',
      inCompany(BUCKET, 'DeletionPolicy', undefined),
      'it-works: The bucket company-shared-data-bucket-12345 is deleted when its stack is deleted.',
    ],
    [
      'deleted when replaced',
      inCompany(BUCKET, 'UpdateReplacePolicy', 'Delete'),
      'it-works: The bucket company-shared-data-bucket-12345 is deleted when another takes its place.',
    ],
  ])('kept, and not %s', (_, edit, expected) => {
    expect(remaining(keep, kept, edit)).toEqual([expected]);
  });

  test('kept, and not emptied', () => {
    const [company, ...others] = deleted.stacks;
    const stacks = company ? [{ ...company }, ...others] : others;
    const found = remaining(
      keep,
      { stacks },
      inCompany(BUCKET, 'DeletionPolicy', 'Retain'),
      inCompany(BUCKET, 'UpdateReplacePolicy', 'Retain'),
    );

    expect(found).toEqual([
      'it-works: All objects in the bucket company-shared-data-bucket-12345 are deleted when its stack is deleted.',
    ]);
  });

  test('deleted with all data, and not kept', () => {
    const report = proveWith(deleteAll, deleted, inCompany(BUCKET, 'DeletionPolicy', 'Retain'));

    expect(headlines(report)).toEqual([
      'it-works: The bucket company-shared-data-bucket-12345 is kept when its stack is deleted.',
    ]);
    expect(report.failures[0]).toMatchObject({
      why: 'The share says: delete-with-all-data (company.whenStackIsDeleted).',
      change: 'Set its DeletionPolicy to Delete, or correct company.whenStackIsDeleted in parameters.ts.',
    });
  });

  test('kept but for a first deployment that fails is kept', () => {
    expect(remaining(keep, kept, inCompany(BUCKET, 'DeletionPolicy', 'RetainExceptOnCreate'))).toEqual([]);
  });
});

test.each<[string, unknown]>([
  ['DeletionPolicy', 'retain'],
  ['DeletionPolicy', { Ref: 'Keep' }],
  ['DeletionPolicy', ['Delete']],
  ['UpdateReplacePolicy', 'RetainExceptOnCreate'],
  ['UpdateReplacePolicy', 5],
])('%s %j is not decided', (attribute, value) => {
  for (const id of [ROLE, BUCKET, SEED_FUNCTION]) {
    expect(unjudgedWith(keep, kept, inCompany(id, attribute, value)).join('\n')).toContain(
      `${id}: its ${attribute} must be one of Delete, Retain`,
    );
  }
});
