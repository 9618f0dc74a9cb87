// tools/sandbox/kms/, tools/sandbox/s3/object-encryption.ts and the seeded key: what S3 decrypts, and for whom
import {
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import {
  GetBucketEncryptionCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import type { Share } from '../../../lib/share/share';
import { type Sandbox, startSandbox } from '../../../tools/sandbox/sandbox';
import { administratorKeys, assumeRole, iam, type Keys, refusalOf, REGION, s3 } from '../clients';
import { addRole, allow, policy } from '../lent-role';
import { PutRolePolicyCommand } from '@aws-sdk/client-iam';

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const KEY = `arn:aws:kms:${REGION}:111111111111:key/${KEY_ID}`;
const BUCKET = 'company-data-12345';
const OBJECT = { Bucket: BUCKET, Key: 'hello.txt' };
const ROOT = { AWS: 'arn:aws:iam::111111111111:root' };

const share: Share = {
  company: {
    account: '111111111111',
    region: REGION,
    bucketName: BUCKET,
    bucket: 'existing',
    seedObjects: [],
    kmsKey: KEY,
  },
  vendors: [{ account: '222222222222' }],
};

let sandbox: Sandbox;
let admin: Keys;
let reader: Keys;

beforeAll(async () => {
  sandbox = await startSandbox({ share });
  admin = administratorKeys(sandbox, 'company');
  addRole(sandbox.world.accounts.get('111111111111')!, 'Reader', {
    trust: allow({ Principal: ROOT, Action: 'sts:AssumeRole' }),
    permissions: allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` }),
  });
  reader = await assumeRole(sandbox, admin, { RoleArn: 'arn:aws:iam::111111111111:role/Reader' });
});
afterAll(() => sandbox.stop());

const kms = (keys: Keys) =>
  new KMSClient({ endpoint: sandbox.url, region: REGION, credentials: { ...keys }, maxAttempts: 1 });

/** What the reader may do with keys. */
async function mayDecrypt(...statements: object[]): Promise<void> {
  const PolicyDocument = JSON.stringify(
    policy({ Effect: 'Deny', Action: 'ec2:*', Resource: '*' }, ...statements),
  );
  await iam(sandbox, admin).send(
    new PutRolePolicyCommand({ RoleName: 'Reader', PolicyName: 'Keys', PolicyDocument }),
  );
}

async function keyPolicy(...statements: object[]): Promise<void> {
  const Policy = JSON.stringify(policy(...statements));
  await kms(admin).send(new PutKeyPolicyCommand({ KeyId: KEY, PolicyName: 'default', Policy }));
}

const DELEGATES = { Effect: 'Allow', Principal: ROOT, Action: 'kms:*', Resource: '*' };
const decrypt = (condition: object = {}) => ({
  Effect: 'Allow',
  Action: 'kms:Decrypt',
  Resource: KEY,
  ...(Object.keys(condition).length > 0 && { Condition: condition }),
});

describe('reading an object that is encrypted with a key', () => {
  afterEach(() => keyPolicy(DELEGATES));

  test.each<[string, object[], object[], 'read' | RegExp]>([
    [
      'no policy lets it decrypt',
      [],
      [DELEGATES],
      /kms:Decrypt on resource: .*because no identity-based policy/,
    ],
    ['the policy does', [decrypt()], [DELEGATES], 'read'],
    [
      'through S3 alone, for the bucket (a bucket key)',
      [
        decrypt({
          StringEquals: {
            'kms:ViaService': `s3.${REGION}.amazonaws.com`,
            'kms:CallerAccount': '111111111111',
          },
          StringLike: { 'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${BUCKET}` },
        }),
      ],
      [DELEGATES],
      'read',
    ],
    [
      'for another bucket',
      [decrypt({ StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::another/*' } })],
      [DELEGATES],
      /no identity-based policy/,
    ],
    [
      'through another service',
      [decrypt({ StringEquals: { 'kms:ViaService': `ec2.${REGION}.amazonaws.com` } })],
      [DELEGATES],
      /no identity-based policy/,
    ],
    [
      'with a key policy that leaves it to nobody',
      [decrypt()],
      [{ ...DELEGATES, Action: ['kms:Put*', 'kms:Get*', 'kms:Describe*'] }],
      /no resource-based policy allows the kms:Decrypt action/,
    ],
    [
      'with a key policy that denies it',
      [decrypt()],
      [DELEGATES, { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }],
      /with an explicit deny in a resource-based policy/,
    ],
    [
      'where the key policy lets the role by its own',
      [],
      [
        DELEGATES,
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111111111111:role/Reader' },
          Action: 'kms:Decrypt',
          Resource: '*',
        },
      ],
      'read',
    ],
  ])('%s', async (_, ofReader, ofKey, outcome) => {
    await mayDecrypt(...ofReader);
    await keyPolicy(...ofKey);
    const reading = s3(sandbox, reader).send(new GetObjectCommand(OBJECT));
    if (outcome === 'read') {
      const { SSEKMSKeyId, BucketKeyEnabled, Body } = await reading;
      expect([SSEKMSKeyId, BucketKeyEnabled, await Body?.transformToString()]).toEqual([
        KEY,
        true,
        'This is hello.txt of company-data-12345.\n',
      ]);
      return;
    }
    expect(await refusalOf(reading)).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: expect.stringMatching(outcome) as string,
    });
  });

  test('nothing is decrypted for HEAD', async () => {
    await mayDecrypt();
    const { SSEKMSKeyId } = await s3(sandbox, reader).send(new HeadObjectCommand(OBJECT));
    expect(SSEKMSKeyId).toBe(KEY);
  });

  test('a key that is switched off opens nothing, for an administrator either', async () => {
    await kms(admin).send(new DisableKeyCommand({ KeyId: KEY_ID }));
    const refusal = await refusalOf(s3(sandbox, admin).send(new GetObjectCommand(OBJECT)));
    await kms(admin).send(new EnableKeyCommand({ KeyId: KEY_ID }));
    expect(refusal).toEqual({ code: 'KMS.DisabledException', status: 400, message: `${KEY} is disabled.` });
  });

  test('an object that was written before the bucket was encrypted needs no key', async () => {
    const bucket = sandbox.world.buckets.get(BUCKET)!;
    const { encryption } = bucket;
    delete bucket.encryption;
    await s3(sandbox, admin).send(new PutObjectCommand({ Bucket: BUCKET, Key: 'plain.txt', Body: 'plain' }));
    bucket.encryption = encryption!;
    await mayDecrypt();
    const { ServerSideEncryption } = await s3(sandbox, reader).send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'plain.txt' }),
    );
    expect(ServerSideEncryption).toBe('AES256');
  });
});

test('who writes must be let to make a data key', async () => {
  await mayDecrypt({ Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${BUCKET}/*` });
  const put = () =>
    s3(sandbox, reader).send(new PutObjectCommand({ Bucket: BUCKET, Key: 'new.txt', Body: 'new' }));
  expect(await refusalOf(put())).toMatchObject({ code: 'AccessDenied' });
  await mayDecrypt(
    { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${BUCKET}/*` },
    { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: KEY },
  );
  expect((await put()).SSEKMSKeyId).toBe(KEY);
});

test('the company reads the key, its policy and what the bucket is encrypted with; a stranger does not', async () => {
  const { KeyMetadata } = await kms(admin).send(new DescribeKeyCommand({ KeyId: KEY }));
  const { Policy } = await kms(admin).send(new GetKeyPolicyCommand({ KeyId: KEY_ID, PolicyName: 'default' }));
  const { ServerSideEncryptionConfiguration } = await s3(sandbox, admin).send(
    new GetBucketEncryptionCommand({ Bucket: BUCKET }),
  );
  expect(KeyMetadata).toMatchObject({ Arn: KEY, KeyState: 'Enabled', KeyManager: 'CUSTOMER' });
  expect(JSON.parse(Policy!)).toEqual(policy(DELEGATES));
  expect(ServerSideEncryptionConfiguration?.Rules).toEqual([
    {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: KEY },
      BucketKeyEnabled: true,
    },
  ]);

  const stranger = kms(administratorKeys(sandbox, 'vendor'));
  expect(await refusalOf(stranger.send(new DescribeKeyCommand({ KeyId: KEY })))).toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining(
      'because no resource-based policy allows the kms:DescribeKey action',
    ) as string,
  });
});

test.each([
  ['an alias', 'alias/data', 'aliases of KMS keys'],
  ['a key that is not there', '00000000-0000-0000-0000-000000000000', 'does not exist'],
])('%s is refused by name', async (_, KeyId, says) => {
  const { message } = await refusalOf(kms(admin).send(new DescribeKeyCommand({ KeyId })));
  expect(message).toContain(says);
});

test('a key policy that nothing here could judge is not put in force', async () => {
  const Policy = JSON.stringify(policy({ ...DELEGATES, NotAction: 'kms:*' }));
  const put = kms(admin).send(new PutKeyPolicyCommand({ KeyId: KEY, PolicyName: 'default', Policy }));
  expect(await refusalOf(put)).toMatchObject({ code: 'MalformedPolicyDocumentException' });
});
