import { documentsOf } from '../../tools/access-report/judge';
import { prove } from '../../tools/proof/prove';
import { inventoryWith, READ_POLICY, ROLE } from '../proof/templates';
import { walkthroughShare } from '../lib/walkthrough-share';
import { assemblyOnce, judgements, sealedWith } from './shares';

const sealed = sealedWith(walkthroughShare);
const documents = documentsOf(inventoryWith(assemblyOnce(walkthroughShare)));
const pathOf = (name: string) => documents.find(({ policy }) => policy.name === name)?.path ?? '';
const textOf = (name: string) =>
  JSON.stringify(documents.find(({ policy }) => policy.name === name)?.policy.document);
const edit = (name: string, change: (text: string) => string) => ({ [pathOf(name)]: change(textOf(name)) });
const verdictOf = (edits: Readonly<Record<string, string>>) => judgements(sealed, edits).en.verdict;

const READ = 'VendorS3AccessPolicy';
const TRUST = 'trust policy of VendorAccessRole';

test('as it is, it holds, in both languages', () => {
  const { en, ja } = judgements(sealed);
  expect([en.verdict, ja.verdict]).toEqual(['holds', 'holds']);
  expect(en.classes).toBe(prove(inventoryWith(assemblyOnce(walkthroughShare)), walkthroughShare).classes);
});

test('an edited document is judged as if the templates said it', () => {
  const edits = edit(READ, (text) => text.replace('"s3:GetObject"', '"s3:GetObject*"'));
  const { en, ja } = judgements(sealed, edits);
  expect(en.failures.map(({ headline }) => headline)).toEqual([
    'A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObjectAcl on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
  ]);
  expect(ja.failures.map(({ headline }) => headline)).toEqual([
    'ロール arn:aws:iam::111111111111:role/VendorAccessRole のセッションが arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt に s3:GetObjectAcl を実行できます。',
  ]);
  expect(ja.failures[0]?.blame[0]?.policy).toBe('VendorS3AccessPolicy');
});

test('written in another way, it still holds', () => {
  expect(
    verdictOf(edit(TRUST, (text) => text.replace('arn:aws:iam::222222222222:root', '222222222222'))),
  ).toBe('holds');
});

test.each([
  ['half a document', '{'],
  ['nothing', ''],
  ['two keys of one name', '{"Version": "2012-10-17", "Statement": [], "Statement": []}'],
  ['a number', '5'],
  ['a list', '[]'],
  ['an element that IAM does not know', '{"Version": "2012-10-17", "Statements": []}'],
])('%s is not judged, and never holds', (_what, text) => {
  expect(verdictOf({ [pathOf(TRUST)]: text })).toBe('not decided');
});

test('what is not JSON is named, and no table is shown', () => {
  const { en, ja } = judgements(sealed, { [pathOf(TRUST)]: '{' });
  expect(en.refusals[0]?.what).toMatch(/^trust policy of VendorAccessRole is not JSON: /);
  expect(ja.refusals[0]?.what).toMatch(/^VendorAccessRole の信頼ポリシーを JSON として読めません: /);
  expect([en.matrices(), ja.matrices()]).toEqual([[], []]);
});

test('a name that CloudFormation makes up cannot be spelt out in an edit', () => {
  const edits = edit(TRUST, (text) =>
    text.replace(
      'arn:aws:iam::222222222222:root',
      'arn:aws:iam::111111111111:role/CompanyStack-CustomCDKBucketDeployment8693BB6496894-ABC',
    ),
  );
  expect(judgements(sealed, edits).en.refusals.map(({ what }) => what)).toEqual(
    expect.arrayContaining([expect.stringContaining('spells out a name that CloudFormation makes up')]),
  );
});

test('what cannot be judged in the templates is said in the language of the reader, and once', () => {
  const principal = [
    'Resources',
    ROLE,
    'Properties',
    'AssumeRolePolicyDocument',
    'Statement',
    0,
    'Principal',
  ];
  const spelledOut = 'arn:aws:iam::111111111111:role/CompanyStack-CustomCDKBucketDeployment8693BB6496894-ABC';
  const { en, ja } = judgements(
    sealedWith(walkthroughShare, ['CompanyStack', principal, { AWS: spelledOut }]),
  );
  expect(en.refusals.map(({ what }) => what)).toEqual([
    expect.stringContaining('spells out a name that CloudFormation makes up'),
  ]);
  expect(ja.refusals.map(({ what }) => what)).toEqual([expect.stringMatching(/CloudFormation が.*名前/)]);
});

test('what the deployment was found to do stays, whatever is edited', () => {
  const kept = sealedWith(walkthroughShare, [
    'CompanyStack',
    ['Resources', ROLE, 'DeletionPolicy'],
    'Retain',
  ]);
  expect(kept.found.en.inventory).not.toHaveProperty('deployment');
  expect(judgements(kept).en.verdict).toBe('broken');
  expect(judgements(kept).en.failures.map(({ headline }) => headline)).toEqual([
    expect.stringContaining('VendorAccessRole'),
  ]);
  expect(
    judgements(
      kept,
      edit(TRUST, (text) => text),
    ).ja.verdict,
  ).toBe('broken');
});

test('what is broken in a document can be repaired in the page', () => {
  const statement = ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1, 'Action'];
  const wide = sealedWith(walkthroughShare, ['CompanyStack', statement, 's3:*']);
  expect(judgements(wide).en.verdict).toBe('broken');
  expect(
    judgements(
      wide,
      edit(READ, (text) => text),
    ).en.verdict,
  ).toBe('holds');
});

test('no seed object is in the page', () => {
  expect(JSON.stringify(sealed)).not.toContain('confidential data');
});
