// tools/proof/templates/template-resource.ts and tools/proof/templates/resolved-once.ts
import { companyWith } from '../../lib/walkthrough-share';
import { assemblyOf, BUCKET, type Edit, proveWith, refusals, ROLE, unjudgedWith } from '../templates';

const share = companyWith({ seedObjects: [] });
const assembly = assemblyOf(share);
const unjudged = (...edits: Edit[]) => unjudgedWith(share, assembly, ...edits).join('\n');

const company = (path: readonly (string | number)[], value: unknown): Edit => ['CompanyStack', path, value];
const property = (id: string, name: string, value: unknown) =>
  company(['Resources', id, 'Properties', name], value);
const bucket = (id: string, name: unknown) =>
  company(['Resources', id], { Type: 'AWS::S3::Bucket', Properties: { BucketName: name } });

describe('what hangs on itself is not decided, by name', () => {
  const long = Array.from({ length: 2000 }, (_, index) => bucket(`B${index}`, { Ref: `B${index + 1}` }));
  const doubled = Array.from({ length: 40 }, (_, index) =>
    bucket(`B${index}`, { 'Fn::Join': ['', [{ Ref: `B${index + 1}` }, { Ref: `B${index + 1}` }]] }),
  );
  test.each<[string, string, Edit[]]>([
    [
      'a role named after itself',
      `AWS::IAM::Role ${ROLE}: CompanyStack (111111111111/ap-northeast-1) ${ROLE}.RoleName refers to itself.`,
      [property(ROLE, 'RoleName', { Ref: ROLE })],
    ],
    [
      'a role named after its own ARN',
      `CompanyStack (111111111111/ap-northeast-1) ${ROLE}.RoleName refers to itself`,
      [
        property(ROLE, 'RoleName', {
          'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': [ROLE, 'Arn'] }] }],
        }),
      ],
    ],
    [
      'a bucket named after itself',
      `CompanyStack (111111111111/ap-northeast-1) ${BUCKET}.BucketName refers to itself`,
      [property(BUCKET, 'BucketName', { 'Fn::Sub': `\${${BUCKET}}` })],
    ],
    [
      'two buckets named after each other',
      'CompanyStack (111111111111/ap-northeast-1) One.BucketName refers to itself, by way of CompanyStack (111111111111/ap-northeast-1) Two.BucketName',
      [bucket('One', { Ref: 'Two' }), bucket('Two', { Ref: 'One' })],
    ],
    [
      'an import of itself',
      'Fn::ImportValue Loop (111111111111/ap-northeast-1) refers to itself',
      [
        bucket('One', { 'Fn::ImportValue': 'Loop' }),
        company(['Outputs', 'Loop'], { Value: { 'Fn::ImportValue': 'Loop' }, Export: { Name: 'Loop' } }),
      ],
    ],
    [
      'an export named after what it exports',
      'refers to itself',
      [
        bucket('One', { 'Fn::ImportValue': 'Loop' }),
        company(['Outputs', 'Loop'], { Value: 'x', Export: { Name: { 'Fn::ImportValue': 'Loop' } } }),
      ],
    ],
    [
      'two thousand names in a row',
      'depends on more than 100 others in a row',
      [...long, bucket('B2000', 'end')],
    ],
    ['a name doubled forty times', 'fits no template', [...doubled, bucket('B40', 'a-name')]],
  ])('%s', (_, says, edits) => {
    expect(unjudged(...edits)).toContain(says);
  });
});

test('a name that many others hang on is worked out once, and right', () => {
  const report = proveWith(
    share,
    assembly,
    ...Array.from({ length: 60 }, (_, index) =>
      bucket(`B${index}`, { 'Fn::Sub': `\${B${index + 1}}-${index}` }),
    ),
    bucket('B60', 'a-name'),
  );

  expect([report.verdict, ...refusals(report)]).toEqual(['holds']);
});

test('names that every object has are no resources', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    expect(unjudged(bucket('One', { Ref: name }))).toContain(
      `Ref ${name} is a parameter of CompanyStack or does not exist`,
    );
    expect(unjudged(bucket('One', { 'Fn::GetAtt': [ROLE, name] }))).toContain(
      `Fn::GetAtt ${ROLE}.${name} of AWS::IAM::Role is known only once`,
    );
  }
});
