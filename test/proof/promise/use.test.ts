// tools/proof/promise/use.ts, tools/proof/promise/answers.ts
import type { Vendor } from '../../../lib/share/share';
import type { Context } from '../../../tools/iam/request';
import { promisedActions, type PromisedResources, promisedUse } from '../../../tools/proof/promise/use';
import { asked, session } from './in-words';

const BUCKET = 'arn:aws:s3:::data';
const KEY = {
  arn: 'arn:aws:kms:ap-northeast-1:111111111111:key/1',
  service: 's3.ap-northeast-1.amazonaws.com',
};
const BORROWER = session('111111111111', 'VendorAccessRole');
const TLS: Context = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3' };

interface Asked {
  readonly vendor?: Partial<Vendor>;
  readonly promised?: Partial<PromisedResources>;
  readonly context?: Context;
}

function use({ vendor, promised }: Asked) {
  return promisedUse({ bucketArn: BUCKET, ...promised }, { account: '222222222222', ...vendor });
}
function answer(action: string, resource: string, given: Asked = {}): string {
  return asked(use(given), BORROWER, action, resource, given.context ?? TLS);
}

const ONLY = 'denied by action: Only s3:ListBucket and s3:GetObject are promised.';

describe('what a borrower may do:', () => {
  test.each([
    ['s3:ListBucket', BUCKET, 'allowed'],
    ['S3:listbucket', BUCKET, 'allowed'],
    ['s3:GetObject', `${BUCKET}/a.txt`, 'allowed'],
    ['s3:GetObject', `${BUCKET}/`, 'allowed'],
    ['s3:GetObject', BUCKET, `denied by resource: Only objects in ${BUCKET}/* may be read.`],
    ['s3:GetObject', `${BUCKET}s/a.txt`, `denied by resource: Only objects in ${BUCKET}/* may be read.`],
    ['s3:ListBucket', `${BUCKET}s`, `denied by resource: Only ${BUCKET} may be listed.`],
    ['s3:ListBucket', `${BUCKET}/a.txt`, `denied by resource: Only ${BUCKET} may be listed.`],
    ['s3:PutObject', `${BUCKET}/a.txt`, ONLY],
    ['s3:GetObjectVersion', `${BUCKET}/a.txt`, ONLY],
    ['s3:GetBucketLocation', BUCKET, ONLY],
    ['kms:Decrypt', KEY.arn, ONLY],
    ['iam:CreateUser', '*', ONLY],
    ['sts:GetCallerIdentity', '*', 'either: sts:GetCallerIdentity needs no permission and gives none'],
  ])('%s on %s: %s', (action, resource, expected) => {
    expect(answer(action, resource)).toBe(expected);
  });
});

describe('over TLS', () => {
  const putBack =
    ' → Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).';
  test.each<[Context, string]>([
    [{ 'aws:securetransport': 'true', 's3:tlsversion': '1.2' }, 'allowed'],
    [{ 's3:tlsversion': '1.2' }, 'allowed'],
    [
      { 'aws:securetransport': 'true', 's3:tlsversion': '1.1' },
      `denied by condition: The bucket is reached over TLS 1.2 or later only.${putBack}`,
    ],
    [
      { 'aws:securetransport': 'false', 's3:tlsversion': '1.3' },
      `denied by condition: The bucket is reached over TLS only.${putBack}`,
    ],
    [{ 'aws:securetransport': 'true' }, 'either: S3 always knows the TLS version of a TLS connection'],
    [{}, 'either: S3 always knows the TLS version of a TLS connection'],
  ])('%j: %s', (context, expected) => {
    expect(answer('s3:GetObject', `${BUCKET}/a.txt`, { context })).toBe(expected);
  });

  const owner = { owner: '111111111111' };
  test.each<[Context, string]>([
    [{ ...TLS, 'aws:resourceaccount': '111111111111' }, 'allowed'],
    [
      { ...TLS, 'aws:resourceaccount': '999999999999' },
      'denied by condition: The promised bucket belongs to account 111111111111.',
    ],
    [TLS, 'denied by condition: The promised bucket belongs to account 111111111111.'],
    [
      { 'aws:securetransport': 'true', 's3:tlsversion': '1.2', 'aws:resourceaccount': '111111111111' },
      'either: the bucket’s own policy may ask for a newer TLS',
    ],
    [
      { 'aws:securetransport': 'true', 'aws:resourceaccount': '111111111111' },
      'either: the bucket’s own policy may ask for a newer TLS',
    ],
    [
      { 's3:tlsversion': '1.3', 'aws:resourceaccount': '111111111111' },
      'denied by condition: The bucket is reached over TLS only.',
    ],
  ])('a bucket that is there already, and whose it is: %j: %s', (context, expected) => {
    expect(answer('s3:GetObject', `${BUCKET}/a.txt`, { promised: owner, context })).toBe(expected);
  });
});

describe('prefixes', () => {
  const vendor = { prefixes: ['in/', 'out/'] };
  test.each<[unknown, string]>([
    ['in/', 'allowed'],
    ['out/2026/', 'allowed'],
    ['i', 'denied by condition: s3:prefix must start with in/ or out/.'],
    [undefined, 'denied by condition: s3:prefix must start with in/ or out/.'],
    [['in/'], 'denied by condition: s3:prefix must start with in/ or out/.'],
  ])('listing %j: %s', (prefix, expected) => {
    const context = { ...TLS, ...(prefix !== undefined && { 's3:prefix': prefix }) } as Context;
    expect(answer('s3:ListBucket', BUCKET, { vendor, context })).toBe(expected);
  });

  test('reading within them, and nowhere else', () => {
    const only = `denied by resource: Only objects in ${BUCKET}/in/* or ${BUCKET}/out/* may be read.`;
    expect(answer('s3:GetObject', `${BUCKET}/in/a`, { vendor })).toBe('allowed');
    expect(answer('s3:GetObject', `${BUCKET}/out/a`, { vendor })).toBe('allowed');
    expect(answer('s3:GetObject', `${BUCKET}/in`, { vendor })).toBe(only);
    expect(answer('s3:GetObject', `${BUCKET}/a`, { vendor })).toBe(only);
  });

  test('the bucket’s place is asked without one', () => {
    const located = { ...vendor, alsoRead: ['location'] as const };
    expect(answer('s3:GetBucketLocation', BUCKET, { vendor: located })).toBe('allowed');
    expect(answer('s3:GetBucketLocation', `${BUCKET}s`, { vendor: located })).toBe(
      `denied by resource: Only ${BUCKET} may be listed.`,
    );
  });
});

test.each<[Vendor['alsoRead'], readonly string[], readonly string[], readonly string[]]>([
  [undefined, ['s3:ListBucket'], [], ['s3:GetObject']],
  [['versions'], ['s3:ListBucket', 's3:ListBucketVersions'], [], ['s3:GetObject', 's3:GetObjectVersion']],
  [['tags'], ['s3:ListBucket'], [], ['s3:GetObject', 's3:GetObjectTagging']],
  [['location'], ['s3:ListBucket'], ['s3:GetBucketLocation'], ['s3:GetObject']],
  [
    ['versions', 'tags'],
    ['s3:ListBucket', 's3:ListBucketVersions'],
    [],
    ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
  ],
])('also read %j', (alsoRead, listing, ofBucket, reading) => {
  const vendor = { account: '222222222222', ...(alsoRead && { alsoRead }) };
  expect(promisedActions(vendor)).toEqual({ listing, ofBucket, reading });
});

describe('a key', () => {
  const promised = { key: KEY };
  const through = (context: Context): Context => ({ 'kms:viaservice': KEY.service, ...context });
  const of = (arn: unknown) => through({ 'kms:encryptioncontext:aws:s3:arn': arn } as Context);
  const ofObjects = `denied by condition: The key decrypts objects in ${BUCKET}/* only.`;

  test.each<[Context, string]>([
    [of(BUCKET), 'allowed'],
    [of(`${BUCKET}/a.txt`), 'allowed'],
    [of(`${BUCKET}s/a.txt`), ofObjects],
    [of([BUCKET]), ofObjects],
    [through({}), ofObjects],
    [
      { 'kms:encryptioncontext:aws:s3:arn': BUCKET },
      'denied by condition: The key is used through s3.ap-northeast-1.amazonaws.com only.',
    ],
    [
      { ...of(BUCKET), 'kms:viaservice': 'ec2.ap-northeast-1.amazonaws.com' },
      'denied by condition: The key is used through s3.ap-northeast-1.amazonaws.com only.',
    ],
  ])('decrypts with %j: %s', (context, expected) => {
    expect(answer('kms:Decrypt', KEY.arn, { promised, context })).toBe(expected);
  });

  test('is the only one, for nothing else, and within the prefixes', () => {
    expect(answer('kms:decrypt', `${KEY.arn}2`, { promised, context: of(BUCKET) })).toBe(
      `denied by resource: Only the key ${KEY.arn} may be used.`,
    );
    expect(answer('kms:Encrypt', KEY.arn, { promised, context: of(BUCKET) })).toBe(
      'denied by action: Only s3:ListBucket, s3:GetObject and kms:Decrypt are promised.',
    );
    const vendor = { prefixes: ['in/'] };
    expect(answer('kms:Decrypt', KEY.arn, { promised, vendor, context: of(`${BUCKET}/in/a`) })).toBe(
      'allowed',
    );
    expect(answer('kms:Decrypt', KEY.arn, { promised, vendor, context: of(`${BUCKET}/a`) })).toBe(
      `denied by condition: The key decrypts objects in ${BUCKET}/in/* only.`,
    );
  });
});

test.each([
  ['s3:ListBucket', BUCKET],
  ['s3:GetObject', `${BUCKET}/a.txt`],
  ['kms:Decrypt', KEY.arn],
])('%s ends with the share', (action, resource) => {
  const at = (time: string) =>
    answer(action, resource, {
      vendor: { until: '2027-01-31T00:00:00Z' },
      promised: { key: KEY },
      context: {
        ...TLS,
        'kms:viaservice': KEY.service,
        'kms:encryptioncontext:aws:s3:arn': BUCKET,
        'aws:currenttime': time,
      },
    });
  expect(at('2027-01-30T23:59:59Z')).toBe('allowed');
  expect(at('2027-01-31T00:00:00Z')).toBe(
    'denied by condition: Nothing is allowed from 2027-01-31T00:00:00Z on.',
  );
});

test('the lines that it draws', () => {
  const texts = (languages: readonly { readonly text: string }[]) => languages.map(({ text }) => text);
  const whole = use({
    vendor: { prefixes: ['in/', 'out/'], until: '2027-01-31T00:00:00Z', alsoRead: ['location'] },
    promised: { key: KEY },
  });
  expect(whole.callers).toEqual([]);
  expect(whole.actions).toEqual([
    's3:ListBucket',
    's3:GetBucketLocation',
    's3:GetObject',
    'kms:Decrypt',
    'sts:GetCallerIdentity',
  ]);
  expect(texts(whole.resources)).toEqual([BUCKET, `${BUCKET}/in/*`, `${BUCKET}/out/*`, KEY.arn]);
  expect(whole.lines).toMatchObject({
    'aws:securetransport': { kind: 'boolean' },
    's3:tlsversion': { kind: 'number', cutPoints: [1.2] },
    's3:prefix': {
      kind: 'string',
      languages: [{ text: 'in/*' }, { text: 'out/*' }],
      readable: ['in/', 'out/', 'another-part/'],
    },
    'kms:viaservice': { kind: 'string', languages: [{ text: KEY.service }], readable: [KEY.service] },
    'kms:encryptioncontext:aws:s3:arn': {
      kind: 'string',
      languages: [{ text: BUCKET }, { text: `${BUCKET}/in/*` }, { text: `${BUCKET}/out/*` }],
      readable: [BUCKET, `${BUCKET}/in/test-data.txt`, `${BUCKET}/out/test-data.txt`],
    },
    'aws:currenttime': { kind: 'date', moments: [Date.UTC(2027, 0, 31)] },
  });

  const plain = use({ promised: { owner: '111111111111' } });
  expect(texts(plain.resources)).toEqual([BUCKET, `${BUCKET}/*`]);
  expect(plain.lines).toEqual({
    'aws:securetransport': { kind: 'boolean' },
    's3:tlsversion': { kind: 'number', cutPoints: [1.3] },
  });
});
