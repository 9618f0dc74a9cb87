// tools/proof/templates/exports.ts and tools/proof/templates/unjudged-stacks.ts
import type { Assembly } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../../tools/proof/templates/assets';
import { companyWith } from '../../lib/walkthrough-share';
import { assemblyOf, BUCKET, type Edit, headlines, proveWith, refusals, unjudgedWith } from '../templates';

const share = companyWith({ seedObjects: [] });
const base = assemblyOf(share);

/** The walkthrough's two stacks, a third one of the company that exports, and one in another region. */
const assembly: Assembly = {
  stacks: [
    ...base.stacks,
    ...[
      ['Third', 'ap-northeast-1'],
      ['Elsewhere', 'us-east-1'],
    ].map(([name = '', region = '']) => ({
      name,
      account: '111111111111',
      region,
      template: { Resources: {}, Outputs: {} },
      assets: NO_ASSETS,
      constructPaths: new Map<string, string>(),
    })),
  ],
};
const prove = (...edits: Edit[]) => proveWith(share, assembly, ...edits);

const NAME = 'company-shared-data-bucket-12345';
const imports = (name: unknown): Edit => [
  'CompanyStack',
  ['Resources', BUCKET, 'Properties', 'BucketName'],
  { 'Fn::ImportValue': name },
];
const exported = (stack: string, id: string, Name: unknown, Value: unknown, more: object = {}): Edit => [
  stack,
  ['Outputs', id],
  { Value, Export: { Name }, ...more },
];

test('what one stack of the account and region exports is known in another', () => {
  const report = prove(
    imports({ 'Fn::Sub': 'Bucket-${AWS::Region}' }),
    exported('Third', 'Out', { 'Fn::Join': ['-', ['Bucket', { Ref: 'AWS::Region' }]] }, NAME),
    exported('Third', 'Other', 'Other', 'x', { Condition: 'Never' }),
  );

  expect([report.verdict, ...refusals(report), ...headlines(report)]).toEqual(['holds']);
});

test.each<[string, string, Edit[]]>([
  [
    'one name exported by two stacks',
    'the outputs A of CompanyStack and B of Third export one name, Bucket: only one of them can be made.',
    [exported('CompanyStack', 'A', 'Bucket', NAME), exported('Third', 'B', 'Bucket', NAME)],
  ],
  [
    'one name exported twice by one stack',
    'the outputs A of Third and B of Third export one name, Bucket',
    [exported('Third', 'A', 'Bucket', NAME), exported('Third', 'B', 'Bucket', 'x')],
  ],
  [
    'a second export of the name, under a condition',
    'Fn::ImportValue Bucket is exported more than once',
    [
      imports('Bucket'),
      exported('Third', 'A', 'Bucket', NAME),
      exported('Third', 'B', 'Bucket', 'x', { Condition: 'Maybe' }),
    ],
  ],
  [
    'an output under a condition',
    'whether the output Out of Third is there is decided only when it is deployed',
    [imports('Bucket'), exported('Third', 'Out', 'Bucket', NAME, { Condition: 'Never' })],
  ],
  [
    'an export of another region',
    'Fn::ImportValue Bucket is exported by no stack of this assembly',
    [imports('Bucket'), exported('Elsewhere', 'Out', 'Bucket', NAME)],
  ],
  [
    'an export whose name is a parameter, beside the one that is imported',
    'Ref Parameter is a parameter of Third or does not exist',
    [
      imports('Bucket'),
      exported('Third', 'Out', 'Bucket', NAME),
      exported('Third', 'Other', { Ref: 'Parameter' }, 'x'),
    ],
  ],
  [
    'an export without a name',
    'the Export of the output Out of Third has no Name that is text',
    [imports('Bucket'), exported('Third', 'Out', 5, NAME)],
  ],
  [
    'an export of a list',
    'the Value of the output Out of Third is not text',
    [imports('Bucket'), exported('Third', 'Out', 'Bucket', [NAME])],
  ],
  [
    'two stacks that import from each other',
    'CompanyStack, Third: what is imported there comes, directly or not, from what imports it',
    [
      exported('Third', 'Out', 'One', NAME),
      exported('CompanyStack', 'Out', 'Two', 'x'),
      ['CompanyStack', ['Outputs', 'Use'], { Value: { 'Fn::ImportValue': 'One' } }],
      ['Third', ['Outputs', 'Use'], { Value: { 'Fn::ImportValue': 'Two' } }],
    ],
  ],
  [
    'a stack that imports what it exports',
    'Third: what is imported there comes',
    [
      exported('Third', 'Out', 'One', 'x'),
      ['Third', ['Outputs', 'Use'], { Value: { 'Fn::ImportValue': 'One' } }],
    ],
  ],
])('%s is not decided', (_, says, edits) => {
  expect(unjudgedWith(share, assembly, ...edits).join('\n')).toContain(says);
});
