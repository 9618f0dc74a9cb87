// tools/proof/templates/collect-copies.ts, tools/proof/claims/seed-objects.ts and tools/proof/templates/assets.ts
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Share } from '../../../lib/share/share';
import { contentOf, isNamedByContent } from '../../../tools/proof/templates/assets';
import { companyWith, walkthroughShare } from '../../lib/walkthrough-share';
import { type Folder, proveTampered } from '../tampered';
import { assemblyOf, BUCKET, type Edit, headlines, proveWith, refusals, synthesized } from '../templates';

const COPY = 'SeedObjectsDeploymentCustomResource6062C4C0';
const NAME = 'company-shared-data-bucket-12345';
const OWN = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';

const assembly = assemblyOf(walkthroughShare);

function copied(share: Share, ...edits: Edit[]): { failures: string[]; doubts: string[] } {
  const report = proveWith(share, assembly, ...edits);
  return { failures: headlines(report), doubts: refusals(report) };
}
const inCopy = (name: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', COPY, 'Properties', name],
  value,
];

describe('the seed objects are put into the bucket, and nothing else happens there', () => {
  test.each<[string, Edit, string[]]>([
    [
      'what others put there is deleted',
      inCopy('Prune', true),
      ['it-works: Every deployment deletes what others put into company-shared-data-bucket-12345.'],
    ],
    [
      'nothing is said about it, and then it is',
      inCopy('Prune', undefined),
      ['it-works: Every deployment deletes what others put into company-shared-data-bucket-12345.'],
    ],
    [
      'what others put there is deleted at the end',
      inCopy('RetainOnDelete', 'false'),
      [
        'it-works: What others put into company-shared-data-bucket-12345 is deleted when the seed objects are removed.',
      ],
    ],
    [
      "another bucket of the company's is copied",
      inCopy('SourceBucketNames', ['company-payroll']),
      [
        'borrowers: Objects of the bucket company-payroll are copied into company-shared-data-bucket-12345.',
        'it-works: The object test-data.txt is not put into the bucket.',
      ],
    ],
    [
      'they are encrypted with a key',
      inCopy('SystemMetadata', { sse: 'aws:kms' }),
      ['it-works: The seed objects are encrypted with aws:kms: a session of the role cannot decrypt them.'],
    ],
    [
      'they are encrypted with a key by name, in other letters',
      inCopy('SystemMetadata', { SSE: 'aws:kms:dsse', 'SSE-KMS-Key-Id': 'k' }),
      [
        'it-works: The seed objects are encrypted with aws:kms:dsse: a session of the role cannot decrypt them.',
      ],
    ],
    [
      'they are encrypted, and only the key is said',
      inCopy('SystemMetadata', { 'sse-kms-key-id': 'k' }),
      ['it-works: The seed objects are encrypted with aws:kms: a session of the role cannot decrypt them.'],
    ],
    [
      'they get another name',
      inCopy('DestinationBucketKeyPrefix', 'in'),
      [
        'borrowers: The object in/test-data.txt is put into the bucket.',
        'it-works: The object test-data.txt is not put into the bucket.',
      ],
    ],
    [
      'they go into another bucket',
      inCopy('DestinationBucketName', 'company-log-bucket-12345'),
      ['it-works: The object test-data.txt is not put into the bucket.'],
    ],
    [
      'nobody puts them there',
      ['CompanyStack', ['Resources', COPY], undefined],
      ['it-works: The object test-data.txt is not put into the bucket.'],
    ],
  ])('%s: broken', (_, edit, expected) => {
    expect(copied(walkthroughShare, edit).failures).toEqual(expected);
  });

  test.each<[string, Edit, string]>([
    ['only some of them', inCopy('Exclude', ['*.txt']), 'it copies only what its Exclude lets through.'],
    ['some more of them', inCopy('Include', ['*']), 'it copies only what its Include lets through.'],
    ['archives as they are', inCopy('Extract', false), 'it copies archives as they are (Extract is false).'],
    [
      'text written over',
      inCopy('SourceMarkers', [{ confidential: 'public' }]),
      'its SourceMarkers write over what it copies.',
    ],
    ['an ACL', inCopy('SystemMetadata', { acl: 'public-read' }), 'its SystemMetadata has acl "public-read".'],
    [
      'a class that must be restored',
      inCopy('SystemMetadata', { 'storage-class': 'DEEP_ARCHIVE' }),
      'its SystemMetadata has storage-class "DEEP_ARCHIVE".',
    ],
    [
      'another option of the AWS CLI',
      inCopy('SystemMetadata', { 'endpoint-url': 'https://example.com' }),
      'its SystemMetadata has endpoint-url "https://example.com".',
    ],
    [
      'what is not in the assembly',
      inCopy('SourceObjectKeys', ['other.zip']),
      'it copies other.zip, which is not among what is uploaded for CompanyStack.',
    ],
    ['a property that is not known', inCopy('Acl', 'x'), 'its Acl may give access and is not understood.'],
    ['more buckets than keys', inCopy('SourceBucketNames', [OWN, OWN]), 'as many SourceBucketNames as'],
    ['no source', inCopy('SourceBucketNames', []), 'its SourceBucketNames is missing.'],
    ['a flag that is none', inCopy('Prune', 'no'), 'its Prune must be true or false, got "no".'],
    [
      'metadata that is no text',
      inCopy('SystemMetadata', { sse: true }),
      'its SystemMetadata.sse must be text',
    ],
  ])('%s: not decided', (_, edit, says) => {
    const { failures, doubts } = copied(walkthroughShare, edit);

    expect(failures).toEqual([]);
    expect(doubts.join('\n')).toContain(says);
  });

  test.each<[string, Edit]>([
    ['headers', inCopy('SystemMetadata', { 'content-type': 'text/plain', 'Cache-Control': 'no-cache' })],
    ['metadata of the user', inCopy('UserMetadata', { owner: 'data' })],
    ["S3's own encryption", inCopy('SystemMetadata', { sse: 'AES256' })],
    ['a class that is read at once', inCopy('SystemMetadata', { 'storage-class': 'STANDARD_IA' })],
    ['no prefix, said so', inCopy('DestinationBucketKeyPrefix', '/')],
    ['markers for nothing', inCopy('SourceMarkers', [{}])],
    ['flags as text', inCopy('Prune', 'false')],
    ['nothing deleted at the end, said so', inCopy('RetainOnDelete', true)],
    ['a bucket by reference', inCopy('DestinationBucketName', { Ref: BUCKET })],
  ])('%s: as promised', (_, edit) => {
    expect(copied(walkthroughShare, edit)).toEqual({ failures: [], doubts: [] });
  });

  test('a share without seed objects, and templates with one', () => {
    expect(copied(companyWith({ seedObjects: [] })).failures).toEqual([
      'borrowers: The object test-data.txt is put into the bucket.',
    ]);
  });

  test('several objects, some in folders', () => {
    const share = companyWith({
      seedObjects: [
        { key: 'a/b/c.txt', content: 'one\r\n' },
        { key: 'a/売上', content: '売上' },
        { key: 'z', content: '' },
      ],
    });

    expect(headlines(proveWith(share, assemblyOf(share)))).toEqual([]);
  });
});

describe('what the files hold is what is promised, and they are called after it', () => {
  let original: string;
  beforeAll(() => {
    original = synthesized(walkthroughShare);
  });
  const seeds = (folder: Folder) =>
    `asset.${/"SourceObjectKeys":\s*\[\s*"([0-9a-f]{64})/.exec(folder.read('CompanyStack.template.json'))?.[1] ?? ''}`;
  const proved = (share: Share, change: (folder: Folder) => void) => proveTampered(share, original, change);

  test('another content than the share says', () => {
    const share = companyWith({ seedObjects: [{ key: 'test-data.txt', content: 'other' }] });

    expect(copied(share).failures).toEqual([
      'borrowers: The object test-data.txt is put into the bucket with other content than was promised.',
    ]);
  });

  test('another content than was synthesized', () => {
    const report = proved(walkthroughShare, (folder) =>
      folder.write(join(seeds(folder), 'test-data.txt'), 'salaries'),
    );

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join()).toContain('a name that does not come from what it holds');
  });

  test('a second file', () => {
    const report = proved(walkthroughShare, (folder) => {
      mkdirSync(join(folder.path, seeds(folder), 'more'));
      folder.write(join(seeds(folder), 'more', 'salaries.csv'), '1');
    });

    expect(refusals(report).join()).toContain('a name that does not come from what it holds');
    expect(report.verdict).toBe('not decided');
  });

  test('a content that was repaired by hand is there, and may not be uploaded', () => {
    const share = companyWith({ seedObjects: [{ key: 'test-data.txt', content: 'repaired' }] });
    const report = proved(share, (folder) => folder.write(join(seeds(folder), 'test-data.txt'), 'repaired'));

    expect(headlines(report)).toEqual([]);
    expect(report.verdict).toBe('not decided');
    expect(refusals(report).join()).toContain(
      'something else may be there under that name. Run `npx cdk synth` again.',
    );
  });

  test("CDK's own names come from the content, too", () => {
    const app = new App({ analyticsReporting: false });
    const stack = new Stack(app, 'Stack');
    const paths = ['docs', 'tools/intrinsics', 'node_modules/picocolors'];
    const names = paths.map((path, index) => new Asset(stack, `Asset${index}`, { path }).assetHash);

    expect(
      paths.map((path, index) => isNamedByContent(names[index] ?? '', contentOf({ packaging: 'zip', path }))),
    ).toEqual(paths.map(() => true));
    expect(isNamedByContent(names[0] ?? '', contentOf({ packaging: 'zip', path: 'bench' }))).toBe(false);
  });
});

test('logs and reports of other buckets do not end up with the borrowers', () => {
  const { failures, doubts } = copied(
    walkthroughShare,
    [
      'CompanyStack',
      ['Resources', 'Other'],
      {
        Type: 'AWS::S3::Bucket',
        Properties: {
          BucketName: 'company-other-bucket-12345',
          LoggingConfiguration: { DestinationBucketName: NAME },
          InventoryConfigurations: [{ Destination: { BucketArn: `arn:aws:s3:::${NAME}` }, Id: 'all' }],
        },
      },
    ],
    [
      'CompanyStack',
      ['Resources', 'Trail'],
      { Type: 'AWS::CloudTrail::Trail', Properties: { S3BucketName: NAME } },
    ],
    ['CompanyStack', ['Resources', BUCKET, 'Properties', 'LoggingConfiguration'], { LogFilePrefix: 'logs/' }],
  );

  expect(failures).toEqual([]);
  expect(doubts).toEqual([
    `the access logs of the bucket ${NAME}: it is put into ${NAME}, where the vendor could read it. Use another bucket.`,
    `the access logs of the bucket company-other-bucket-12345: it is put into ${NAME}, where the vendor could read it. Use another bucket.`,
    `the inventory of the bucket company-other-bucket-12345: it is put into ${NAME}, where the vendor could read it. Use another bucket.`,
    `what the trail Trail records: it is put into ${NAME}, where the vendor could read it. Use another bucket.`,
  ]);
});
