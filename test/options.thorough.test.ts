// Every option of parameters.ts, through lib/, tools/proof, tools/verify and tools/handoff
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grantsOf } from '../lib/share/grant';
import type { Share } from '../lib/share/share';
import { validateShare } from '../lib/share/validate-share';
import { writeHandoff } from '../tools/handoff/handoff';
import { probesFor } from '../tools/verify/probes';
import { companyWith, shareWith, walkthroughShare } from './lib/walkthrough-share';
import { assemblyOf, BUCKET, type Edit, headlines, proveWith, READ_POLICY, ROLE } from './proof/templates';

const COMPANY = '111111111111';
const DATA = 'arn:aws:s3:::company-shared-data-bucket-12345';
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const BOUNDARY = 'arn:aws:iam::111111111111:policy/OrgBoundary';
const ETL = 'arn:aws:iam::222222222222:role/batch/etl';

interface Option {
  readonly option: string;
  readonly share: unknown;
  /** A part of CompanyStack's template, at a path. */
  readonly document: readonly [path: readonly (string | number)[], part: unknown];
  /** Words of the promise that is proved. */
  readonly claim: RegExp;
  /** A change that breaks the claim, and what the proof says of it. */
  readonly mutation: readonly [path: readonly (string | number)[], value: unknown, says: RegExp];
  /** A probe of verify's that the option brings, or that it changes. */
  readonly probe?: string;
  /** On the handoff page. */
  readonly page: RegExp;
}

const alone = (more: object = {}) => ({
  ...walkthroughShare,
  vendors: [{ account: '222222222222', ...more }],
});
const existing = (more: object = {}, vendor: object = {}) => ({
  company: { ...walkthroughShare.company, bucket: 'existing', seedObjects: [], ...more },
  vendors: [{ account: '222222222222', ...vendor }],
});
const trust = (...rest: readonly (string | number)[]) =>
  ['Resources', ROLE, 'Properties', 'AssumeRolePolicyDocument', 'Statement', 0, ...rest] as const;
const read = (index: number, ...rest: readonly (string | number)[]) =>
  ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Statement', index, ...rest] as const;

const OPTIONS: readonly Option[] = [
  {
    option: 'vendors[].account',
    share: alone({ account: ['222222222222', '333333333333'] }),
    document: [
      trust('Principal', 'AWS'),
      ['arn:aws:iam::222222222222:root', 'arn:aws:iam::333333333333:root'],
    ],
    claim: /any principal that the accounts 222222222222 and 333333333333 allow, and no other account/,
    mutation: [
      trust('Principal', 'AWS'),
      ['arn:aws:iam::222222222222:root', 'arn:aws:iam::444444444444:root'],
      /444444444444/,
    ],
    page: /333333333333/,
  },
  {
    option: 'vendors[].borrowers',
    share: alone({ borrowers: [ETL] }),
    document: [trust('Condition'), { ArnEquals: { 'aws:PrincipalArn': ETL } }],
    claim: /role\/batch\/etl, and nobody else/,
    mutation: [trust('Condition'), { ArnLike: { 'aws:PrincipalArn': `${ETL}*` } }, /can assume/],
    page: /role\/batch\/etl/,
  },
  {
    option: 'vendors[].externalId',
    share: alone({ externalId: 'acme-42' }),
    document: [trust('Condition'), { StringEquals: { 'sts:ExternalId': 'acme-42' } }],
    claim: /with the ExternalId "acme-42"/,
    mutation: [trust('Condition'), undefined, /can assume/],
    probe: 'wrong-external-id',
    page: /acme-42/,
  },
  {
    option: 'vendors[].until',
    share: alone({ until: '2100-01-31T00:00:00Z' }),
    document: [read(1, 'Condition'), { DateLessThan: { 'aws:CurrentTime': '2100-01-31T00:00:00Z' } }],
    claim: /2100-01-31T00:00:00Z/,
    mutation: [read(1, 'Condition'), undefined, /can do s3:GetObject/],
    page: /2100-01-31T00:00:00Z/,
  },
  {
    option: 'vendors[].prefixes',
    share: alone({ prefixes: ['reports/'] }),
    document: [read(1, 'Resource'), `${DATA}/reports/*`],
    claim: /a prefix that starts with reports\//,
    mutation: [read(1, 'Resource'), `${DATA}/reports*`, /can do s3:GetObject/],
    probe: 'list-objects reports/',
    page: /reports\//,
  },
  {
    option: 'vendors[].alsoRead',
    share: alone({ alsoRead: ['location', 'versions', 'tags'] }),
    document: [
      read(2, 'Action'),
      ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
    ],
    claim: /s3:ListBucketVersions s3:GetBucketLocation/,
    mutation: [read(2, 'Action'), ['s3:GetObject*'], /can do s3:GetObject/],
    probe: 'get-bucket-location',
    page: /version/i,
  },
  {
    option: 'company.bucket',
    share: existing(),
    document: [
      read(1, 'Condition'),
      { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:ResourceAccount': COMPANY } },
    ],
    claim: /over TLS, and only as long as the bucket belongs to account 111111111111/,
    mutation: [read(1, 'Condition'), { Bool: { 'aws:SecureTransport': 'true' } }, /can do s3:GetObject/],
    page: /company-shared-data-bucket-12345/,
  },
  {
    option: 'vendors[].bucketName',
    share: existing({}, { bucketName: 'company-other-data' }),
    document: [read(1, 'Resource'), 'arn:aws:s3:::company-other-data/*'],
    claim: /arn:aws:s3:::company-other-data\/\*/,
    mutation: [read(1, 'Resource'), `${DATA}/*`, /can do s3:GetObject|cannot/],
    page: /company-other-data/,
  },
  {
    option: 'company.kmsKey',
    share: existing({ kmsKey: KEY }),
    document: [
      read(2),
      {
        Sid: 'AllowKmsDecryptThroughS3',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: KEY,
        Condition: {
          StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': [DATA, `${DATA}/*`] },
        },
      },
    ],
    claim: /decrypting through S3 only, and for this bucket only/,
    mutation: [read(2, 'Condition', 'StringLike'), undefined, /can do kms:Decrypt/],
    page: /encrypted with a key/i,
  },
  {
    option: 'company.permissionsBoundary',
    share: companyWith({ permissionsBoundary: BOUNDARY }),
    document: [['Resources', ROLE, 'Properties', 'PermissionsBoundary'], BOUNDARY],
    claim: /"mustAllow":\["s3:GetObject","s3:ListBucket"\]/,
    mutation: [
      ['Resources', ROLE, 'Properties', 'PermissionsBoundary'],
      undefined,
      /does not have the permissions boundary/,
    ],
    page: /VendorAccessRole/,
  },
  {
    option: 'company.tags',
    share: companyWith({ tags: { team: 'data' } }),
    document: [['Resources', ROLE, 'Properties', 'Tags'], [{ Key: 'team', Value: 'data' }]],
    claim: /sessions of at most one hour/,
    mutation: [['Resources', ROLE, 'Properties', 'MaxSessionDuration'], 7200, /may last 7200 seconds/],
    page: /VendorAccessRole/,
  },
  {
    option: 'company.contact',
    share: companyWith({ contact: 'Data team, data@company.example' }),
    document: [
      ['Resources', ROLE, 'Properties', 'Description'],
      'Lent to account 222222222222, to read company-shared-data-bucket-12345',
    ],
    claim: /sessions of at most one hour/,
    mutation: [['Resources', ROLE, 'Properties', 'MaxSessionDuration'], 7200, /may last 7200 seconds/],
    page: /Data team, data@company\.example/,
  },
  {
    option: 'company.accessLogs',
    share: companyWith({ accessLogs: 'company-access-logs' }),
    document: [
      ['Resources', BUCKET, 'Properties', 'LoggingConfiguration'],
      {
        DestinationBucketName: 'company-access-logs',
        LogFilePrefix: 'company-shared-data-bucket-12345/',
      },
    ],
    claim: /over TLS 1.2 or later/,
    mutation: [
      ['Resources', BUCKET, 'Properties', 'LoggingConfiguration', 'DestinationBucketName'],
      'company-shared-data-bucket-12345',
      /the access logs of the bucket company-shared-data-bucket-12345/,
    ],
    page: /VendorAccessRole/,
  },
];

describe.each(OPTIONS)('$option', ({ option, share: candidate, document, claim, mutation, probe, page }) => {
  const share: Share = validateShare(candidate);
  const [grant] = grantsOf(share);
  if (!grant) throw new Error('the share has no vendor');

  test('its document', () => {
    const { template } = assemblyOf(share).stacks[0] ?? { template: {} };
    expect(at(template, document[0])).toEqual(document[1]);
  });

  test('its claim, and a mutation that breaks it', () => {
    const assembly = assemblyOf(share);
    const proved = proveWith(share, assembly);
    expect([proved.verdict, proved.failures, proved.refusals]).toEqual(['holds', [], []]);
    const [inWords] = proved.promises;
    const said = [
      inWords?.who,
      ...(inWords?.what ?? []),
      ...(inWords?.onWhat ?? []),
      inWords?.untilWhen,
      ...(inWords?.conditions ?? []),
    ];
    expect(`${said.join(' ')} ${JSON.stringify(proved.conditional)}`).toMatch(claim);

    const [path, value, says] = mutation;
    const edit: Edit = ['CompanyStack', path, value];
    const broken = proveWith(share, assembly, edit);
    expect(broken.verdict).not.toBe('holds');
    expect([...headlines(broken), ...broken.refusals.map(({ what }) => what)].join('\n')).toMatch(says);
  });

  test('its probe', () => {
    const ids = probesFor({ grant, share, nonce: '0123456789abcdef' }).map(({ id }) => id);
    if (probe !== undefined) expect(ids).toContain(probe);
  });

  test('its line on the handoff page', () => {
    expect(writeHandoff(grant, share).page).toMatch(page);
  });

  test('its row in docs/parameters.md', () => {
    const pageOfParameters = readFileSync(join(__dirname, '..', 'docs', 'parameters.md'), 'utf8');
    expect(pageOfParameters).toMatch(new RegExp(`^\\| \`${option.replaceAll(/[.[\]]/g, '\\$&')}\` \\|`, 'm'));
  });
});

test('with none of them, the documents are the walkthrough’s', () => {
  const { template } = assemblyOf(shareWith({})).stacks[0] ?? { template: {} };
  expect(at(template, trust())).toEqual({
    Sid: 'AllowVendorAccountAssumeRole',
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::222222222222:root' },
    Action: 'sts:AssumeRole',
  });
});

function at(json: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => (Object(value) as Record<string, unknown>)[step], json);
}
