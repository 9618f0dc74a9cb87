import type { Share } from '../../lib/share/share';
import { matricesOf, stateOf } from '../../tools/access-report/matrix';
import {
  inventoryWith,
  BUCKET_POLICY,
  type Edit,
  PERMISSION_SET,
  READ_POLICY,
  ROLE,
} from '../proof/templates';
import { walkthroughShare } from '../lib/walkthrough-share';
import { assemblyOnce, judgements, sealedWith, twoVendors, withoutIdentityCenter } from './shares';

/** `people: can cannot …`, a table for each vendor. */
function cellsOf(share: Share, ...edits: readonly Edit[]): string[][] {
  const matrices = matricesOf(inventoryWith(assemblyOnce(share), ...edits), share);
  return matrices.map((matrix) => [
    matrix.columns.join(' '),
    ...matrix.rows.map(({ id, cells }) => `${id}: ${cells.map((cell) => stateOf(cell, matrix)).join(' ')}`),
  ]);
}

const AS_PROMISED = [
  'sts:AssumeRole s3:ListBucket s3:GetObject *',
  'people: can cannot cannot cannot',
  'session: cannot can can cannot',
  'account: theirs cannot cannot cannot',
  'others: cannot cannot cannot cannot',
];

test('the default share: people get in, their session reads, and nobody else does anything', () => {
  expect(cellsOf(walkthroughShare)).toEqual([AS_PROMISED]);
});

test('two vendors: where the permission set alone is meant, the rest of its account is outside', () => {
  expect(cellsOf(twoVendors)).toEqual([
    AS_PROMISED,
    [
      'sts:AssumeRole s3:ListBucket s3:GetObject *',
      'people: can cannot cannot cannot',
      'session: cannot can can cannot',
      'account: cannot cannot cannot cannot',
      'others: cannot cannot cannot cannot',
    ],
  ]);
});

test('without Identity Center the vendor’s administrators decide', () => {
  expect(cellsOf(withoutIdentityCenter)).toEqual([
    [
      'sts:AssumeRole s3:ListBucket s3:GetObject *',
      'session: cannot can can cannot',
      'account: theirs cannot cannot cannot',
      'others: cannot cannot cannot cannot',
    ],
  ]);
});

const COMPANY = 'CompanyStack';
const trust = ['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0];
const read = ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement'];
const bucket = ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2];
const FOR = (AWS: string) => ({
  Effect: 'Allow',
  Principal: { AWS },
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::company-shared-data-bucket-12345/*',
  Condition: { Bool: { 'aws:SecureTransport': 'true' } },
});

/** What the row says once it is changed; the others stay as they are. */
const CHANGES: readonly (readonly [title: string, edit: Edit, row: number, expected: string])[] = [
  ['the session may write', [COMPANY, [...read, 1, 'Action'], 's3:*'], 2, 'session: cannot can can extra'],
  [
    'the session may read every bucket',
    [COMPANY, [...read, 1, 'Resource'], 'arn:aws:s3:::*'],
    2,
    'session: cannot can extra cannot',
  ],
  [
    'the session may assume another role',
    [
      COMPANY,
      [...read, 2],
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111111111111:role/Admin' },
    ],
    2,
    'session: cannot can can extra',
  ],
  [
    'the session may not list',
    [COMPANY, [...read, 0, 'Action'], 's3:GetObject'],
    2,
    'session: cannot missing can cannot',
  ],
  [
    'a stranger’s account is let in, too',
    [COMPANY, [...trust, 'Principal'], { AWS: ['222222222222', '999999999999'] }],
    4,
    'others: extra cannot cannot cannot',
  ],
  [
    'the bucket gives to a stranger',
    [COMPANY, bucket, FOR('999999999999')],
    4,
    'others: cannot cannot extra cannot',
  ],
  [
    'the bucket gives to the vendor',
    [COMPANY, bucket, FOR('222222222222')],
    3,
    'account: theirs cannot extra cannot',
  ],
];

test.each(CHANGES)('%s', (_title, edit, row, expected) => {
  const changed = AS_PROMISED.map((line, index) => (index === row ? expected : line));
  expect(cellsOf(walkthroughShare, edit)).toEqual([changed]);
});

test('everybody: what a bucket gives to all, it gives to the vendor and to strangers', () => {
  const [cells = []] = cellsOf(walkthroughShare, [COMPANY, bucket, FOR('*')]);
  expect(cells.slice(3)).toEqual([
    'account: theirs cannot extra cannot',
    'others: cannot cannot extra cannot',
  ]);
});

test('the permission set may ask for more', () => {
  const inline = ['Resources', PERMISSION_SET, 'Properties', 'InlinePolicy', 'Statement', 0];
  const more = { Effect: 'Allow', Action: ['sts:AssumeRole', 's3:GetObject'], Resource: '*' };
  const [cells = []] = cellsOf(walkthroughShare, ['VendorStack', inline, more]);
  expect(cells[1]).toBe('people: can cannot extra extra');
});

test('what is not understood is not decided, and never cannot', () => {
  const condition = { StringEquals: { 'aws:SomethingNew': '${aws:PrincipalTag/team}' } };
  const [cells = []] = cellsOf(walkthroughShare, [
    COMPANY,
    [...read, 2],
    { Effect: 'Allow', Action: 's3:PutObject', Resource: '*', Condition: condition },
  ]);
  expect(cells[2]).toMatch(/^session: cannot can can (undecided|extra)$/);
});

test('a role that is not there has no table', () => {
  expect(cellsOf(walkthroughShare, [COMPANY, ['Resources', ROLE], undefined])).toEqual([]);
});

test('the table agrees with the verdict', () => {
  const states = (edit?: Edit) => {
    const { en } = judgements(sealedWith(walkthroughShare, ...(edit ? [edit] : [])));
    const wrong = en
      .matrices()
      .some((matrix) =>
        matrix.rows.some(({ cells }) =>
          cells.some((cell) => ['extra', 'missing'].includes(stateOf(cell, matrix))),
        ),
      );
    return [en.verdict, wrong];
  };
  expect(states()).toEqual(['holds', false]);
  for (const [, edit] of CHANGES.slice(0, 3)) expect(states(edit)).toEqual(['broken', true]);
});
