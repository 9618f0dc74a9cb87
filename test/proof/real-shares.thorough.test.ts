// tools/proof/prove.ts, for the shares that companies have: a bucket and a key that are there, borrowers by ARN, a boundary
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import type { Assembly } from '../../tools/proof/templates/assembly';
import { walkthroughShare } from '../lib/walkthrough-share';
import {
  assemblyOf,
  BUCKET,
  type Edit,
  headlines,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
} from './templates';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const DATA = 'arn:aws:s3:::company-shared-data-bucket-12345';
const BOUNDARY = 'arn:aws:iam::111111111111:policy/OrgBoundary';
const ETL = 'arn:aws:iam::222222222222:role/etl';
const LOADER = 'arn:aws:iam::222222222222:user/loader';

const shareOf = (company: object, vendor: object = {}): Share =>
  validateShare({
    company: { ...walkthroughShare.company, ...company },
    vendors: [{ account: '222222222222', ...vendor }],
  });
const existing = { bucket: 'existing', seedObjects: [] };
const allows = (Action: unknown) => ({
  arn: BOUNDARY,
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
});

const SHARES = {
  'an existing bucket': shareOf(existing),
  'an existing key': shareOf({ ...existing, kmsKey: KEY }),
  'a bucket of the stack with an existing key': shareOf({ kmsKey: KEY }),
  'a key of the stack': shareOf({ kmsKey: 'make' }),
  'borrowers by ARN': shareOf({}, { borrowers: [ETL, LOADER] }),
  'two accounts': shareOf({}, { account: ['222222222222', '333333333333'] }),
  'a boundary by its ARN': shareOf({ permissionsBoundary: BOUNDARY }),
  'a boundary that allows listing alone': shareOf({ permissionsBoundary: allows('s3:ListBucket') }),
} as const;

const assemblies = new Map<Share, Assembly>();
function assembly(share: Share): Assembly {
  const known = assemblies.get(share) ?? assemblyOf(share);
  assemblies.set(share, known);
  return known;
}

type Path = readonly (string | number)[];
const company = (path: Path, value: unknown): Edit => ['CompanyStack', path, value];
const read = (index: number, ...rest: Path): Path => [
  'Resources',
  READ_POLICY,
  'Properties',
  'PolicyDocument',
  'Statement',
  index,
  ...rest,
];
const trust = (...rest: Path): Path => [
  'Resources',
  ROLE,
  'Properties',
  'AssumeRolePolicyDocument',
  'Statement',
  0,
  ...rest,
];
const encryption: Path = [
  'Resources',
  BUCKET,
  'Properties',
  'BucketEncryption',
  'ServerSideEncryptionConfiguration',
  0,
  'ServerSideEncryptionByDefault',
];
const VIA = { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' };
const OWNER = { 'aws:ResourceAccount': '111111111111' };

test.each<[keyof typeof SHARES, string, readonly Edit[], verdict: string, says?: RegExp]>([
  [
    'an existing bucket',
    'without TLS',
    [company(read(1, 'Condition', 'Bool'), undefined)],
    'broken',
    /can do s3:GetObject/,
  ],
  [
    'an existing bucket',
    'of anybody',
    [company(read(1, 'Condition', 'StringEquals'), undefined)],
    'broken',
    /can do s3:GetObject/,
  ],
  [
    'an existing bucket',
    'of one account more',
    [company(read(1, 'Condition', 'StringEquals', 'aws:ResourceAccount'), ['111111111111', '333333333333'])],
    'broken',
    /can do s3:GetObject/,
  ],
  [
    'an existing bucket',
    'with an owner who is always known',
    [company(read(1, 'Condition'), { Bool: { 'aws:SecureTransport': 'true' }, StringEqualsIfExists: OWNER })],
    'holds',
  ],
  [
    'an existing bucket',
    'written to',
    [company(read(1, 'Action'), ['s3:GetObject', 's3:PutObject'])],
    'broken',
    /can do s3:PutObject/,
  ],
  ['an existing key', 'and any other', [company(read(2, 'Resource'), '*')], 'broken', /can do kms:Decrypt/],
  [
    'an existing key',
    'through S3 in any region',
    [
      company(read(2, 'Condition', 'StringEquals'), undefined),
      company(read(2, 'Condition', 'StringLike', 'kms:ViaService'), 's3.*.amazonaws.com'),
    ],
    'broken',
    /can do kms:Decrypt/,
  ],
  [
    'an existing key',
    'not through S3',
    [
      company(read(2, 'Condition', 'StringEquals'), undefined),
      company(read(2, 'Condition', 'StringEqualsIfExists'), VIA),
    ],
    'broken',
    /can do kms:Decrypt/,
  ],
  [
    'an existing key',
    'for any bucket',
    [company(read(2, 'Condition', 'StringLike'), undefined)],
    'broken',
    /can do kms:Decrypt/,
  ],
  [
    'an existing key',
    'for a bucket that begins alike',
    [company(read(2, 'Condition', 'StringLike', 'kms:EncryptionContext:aws:s3:arn'), [`${DATA}*`])],
    'broken',
    /can do kms:Decrypt/,
  ],
  [
    'an existing key',
    'without bucket keys',
    [company(read(2, 'Condition', 'StringLike', 'kms:EncryptionContext:aws:s3:arn'), [`${DATA}/*`])],
    'broken',
    /cannot do kms:Decrypt/,
  ],
  [
    'an existing key',
    'to encrypt as well',
    [company(read(2, 'Action'), ['kms:Decrypt', 'kms:Encrypt'])],
    'broken',
    /can do kms:Encrypt/,
  ],
  ['an existing key', 'not to decrypt', [company(read(2), undefined)], 'broken', /cannot do kms:Decrypt/],
  [
    'a bucket of the stack with an existing key',
    'encrypted with another',
    [company([...encryption, 'KMSMasterKeyID'], KEY.replace('1234abcd', 'ffffabcd'))],
    'broken',
    /are not encrypted with/,
  ],
  [
    'a bucket of the stack with an existing key',
    'encrypted without it',
    [company(encryption, { SSEAlgorithm: 'AES256' })],
    'broken',
    /are not encrypted with/,
  ],
  ['borrowers by ARN', 'and everybody', [company(trust('Condition'), undefined)], 'broken', /can assume/],
  [
    'borrowers by ARN',
    'on any path',
    [
      company(trust('Condition'), {
        ArnLike: { 'aws:PrincipalArn': [ETL, 'arn:aws:iam::222222222222:role/*/etl', LOADER] },
      }),
    ],
    'broken',
    /can assume/,
  ],
  [
    'borrowers by ARN',
    'but one',
    [company(trust('Condition', 'ArnEquals', 'aws:PrincipalArn'), ETL)],
    'broken',
    /user\/loader cannot assume/,
  ],
  [
    'two accounts',
    'but one',
    [company(trust('Principal', 'AWS'), 'arn:aws:iam::222222222222:root')],
    'broken',
    /333333333333:role\/AnyRole cannot assume/,
  ],
  ['two accounts', 'and everybody', [company(trust('Principal', 'AWS'), '*')], 'broken', /can assume/],
  ['a boundary by its ARN', 'as it is', [], 'holds'],
  [
    'a boundary by its ARN',
    'and another instead',
    [company(['Resources', ROLE, 'Properties', 'PermissionsBoundary'], `${BOUNDARY}2`)],
    'not decided',
    /OrgBoundary2/,
  ],
  [
    'a boundary by its ARN',
    'and a policy that it may not stop',
    [company(read(1, 'Action'), 's3:*')],
    'broken',
    /can do s3:/,
  ],
  ['a boundary that allows listing alone', 'as it is', [], 'broken', /cannot do s3:GetObject/],
])('%s, %s: %#', (share, _what, edits, verdict, says = /^$/) => {
  const report = proveWith(SHARES[share], assembly(SHARES[share]), ...edits);
  expect(report.verdict).toBe(verdict);
  expect([...headlines(report), ...refusals(report)].join('\n')).toMatch(says);
});

describe('a key of the stack', () => {
  const share = SHARES['a key of the stack'];
  const [stack] = assembly(share).stacks;
  const resources = Object(stack?.template.Resources) as Record<string, { Type?: unknown }>;
  const id = Object.keys(resources).find((one) => resources[one]?.Type === 'AWS::KMS::Key') ?? '';
  const policy = (...rest: Path): Path => ['Resources', id, 'Properties', 'KeyPolicy', 'Statement', ...rest];
  const allow = (arn: string) => ({
    Effect: 'Allow',
    Principal: { AWS: arn },
    Action: 'kms:Decrypt',
    Resource: '*',
  });

  test.each<[string, Edit, RegExp]>([
    [
      'for a stranger',
      company(policy(1), allow('arn:aws:iam::333333333333:root')),
      /333333333333:role\/AnyRole can do kms:Decrypt/,
    ],
    [
      'for the vendor',
      company(policy(1), allow('arn:aws:iam::222222222222:root')),
      /222222222222:role\/AnyRole can do kms:Decrypt/,
    ],
    [
      'for the role by itself',
      company(policy(1), allow('arn:aws:iam::111111111111:role/VendorAccessRole')),
      /can do kms:Decrypt/,
    ],
    [
      'for an administrator alone',
      company(policy(0, 'Principal'), { AWS: 'arn:aws:iam::111111111111:role/admin' }),
      /cannot do kms:Decrypt/,
    ],
    [
      'for nobody',
      company(policy(1), { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }),
      /cannot do kms:Decrypt/,
    ],
    [
      'that goes while the objects stay',
      company(['Resources', id, 'DeletionPolicy'], 'Delete'),
      /is deleted when its stack is deleted/,
    ],
  ])('%s is broken', (_, edit, says) => {
    const report = proveWith(share, assembly(share), edit);
    expect(report.verdict).toBe('broken');
    expect(headlines(report).join('\n')).toMatch(says);
  });

  test.each<[string, unknown, string]>([
    ['Enabled', false, 'its Enabled is false'],
    ['KeySpec', 'RSA_2048', 'its KeySpec is RSA_2048'],
    ['KeyUsage', 'GENERATE_VERIFY_MAC', 'its KeyUsage is GENERATE_VERIFY_MAC'],
    ['Origin', 'EXTERNAL', 'its Origin is EXTERNAL'],
  ])('that S3 cannot use, by its %s, is not decided', (property, value, problem) => {
    const report = proveWith(
      share,
      assembly(share),
      company(['Resources', id, 'Properties', property], value),
    );
    expect(headlines(report)).toEqual([]);
    expect(refusals(report)).toEqual([
      `the KMS key ${id}: ${problem}. Objects of the bucket company-shared-data-bucket-12345 may not be readable with it.`,
    ]);
  });

  test('that says what every key is, holds', () => {
    const usable = {
      Enabled: 'true',
      KeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
      Origin: 'AWS_KMS',
    };
    const edits = Object.entries(usable).map(([property, value]) =>
      company(['Resources', id, 'Properties', property], value),
    );
    expect(proveWith(share, assembly(share), ...edits).verdict).toBe('holds');
  });
});
