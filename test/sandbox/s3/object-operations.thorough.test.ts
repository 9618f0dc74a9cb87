// tools/sandbox/s3/, spoken to by the SDK: objects, uploads, listings, buckets
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketCorsCommand,
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  GetObjectTaggingCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { administratorKeys, assumeRole, refusalOf, s3, type Keys } from '../clients';
import {
  addRole,
  allow,
  BUCKET,
  COMPANY,
  ROLE_ARN,
  startWithLentRole,
  VENDOR,
  type LentRole,
} from '../lent-role';

let lent: LentRole;
let keys: Keys;
let client: S3Client;
const Bucket = 'objects-under-test';

beforeAll(async () => {
  lent = await startWithLentRole();
  keys = administratorKeys(lent.sandbox, 'company');
  client = s3(lent.sandbox, keys);
  await client.send(
    new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' } }),
  );
});
afterAll(() => lent.sandbox.stop());

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput['Body']>,
  more: Partial<PutObjectCommandInput> = {},
) => client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const read = async (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  (await client.send(new GetObjectCommand({ Bucket, Key, ...more }))).Body!.transformToString();
const exists = async (Key: string) =>
  lent.sandbox.objects.get(Bucket, Key).then((body) => body !== undefined);

test('ranges: from, to, the last bytes, more than there is, and none at all', async () => {
  await put('digits.txt', '0123456789');
  const range = (Range: string) => read('digits.txt', { Range });
  expect(await range('bytes=2-4')).toBe('234');
  expect(await range('bytes=7-')).toBe('789');
  expect(await range('bytes=-3')).toBe('789');
  expect(await range('bytes=-100')).toBe('0123456789');
  expect(await range('bytes=5-100')).toBe('56789');
  expect(await range('bytes=5-2')).toBe('0123456789');
  const { ContentRange } = await client.send(
    new GetObjectCommand({ Bucket, Key: 'digits.txt', Range: 'bytes=2-4' }),
  );
  expect(ContentRange).toBe('bytes 2-4/10');
  expect(await refusalOf(range('bytes=10-'))).toMatchObject({ code: 'InvalidRange', status: 416 });
});

test.each([
  'día/ñandú 日本.txt',
  "a+b &c%20d!'()*.txt",
  'dots/../..',
  '../company-shared-data-bucket-12345/test-data.txt',
  '..',
  './a/.',
  '/leading',
  'double//slash/',
  'emoji 🎉?#',
])('the key %j goes in and comes out as it is', async (Key) => {
  await put(Key, 'odd');
  expect(await read(Key)).toBe('odd');
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents!.map((object) => object.Key)).toContain(Key);
  await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key }] } }));
  expect(await exists(Key)).toBe(false);
});

test('an object keeps its headers, whatever its content type', async () => {
  const headers = {
    ContentType: 'application/x-www-form-urlencoded',
    ContentDisposition: 'attachment',
    ContentEncoding: 'gzip',
    CacheControl: 'no-store',
    Metadata: { owner: 'me' },
  };
  await put('with-headers', 'a=1', headers);
  expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'with-headers' }))).toMatchObject({
    ...headers,
    ContentLength: 3,
    ETag: '"3872c9ae3f427af0be0ead09d07ae2cf"',
  });
  const { ContentType, ContentEncoding, Metadata } = await client.send(
    new GetObjectCommand({ Bucket, Key: 'with-headers', ResponseContentType: 'text/plain' }),
  );
  expect({ ContentType, ContentEncoding, Metadata }).toEqual({
    ContentType: 'text/plain',
    ContentEncoding: 'gzip',
    Metadata: { owner: 'me' },
  });
});

test('conditions: not modified, and written only once', async () => {
  const { ETag } = await put('once.txt', 'x');
  expect(await refusalOf(read('once.txt', { IfNoneMatch: ETag! }))).toMatchObject({ status: 304 });
  expect(await refusalOf(put('once.txt', 'y', { IfNoneMatch: '*' }))).toMatchObject({
    code: 'PreconditionFailed',
    status: 412,
  });
  expect(await read('once.txt')).toBe('x');
});

describe('a deletion under a condition', () => {
  const remove = (Key: string, IfMatch: string) =>
    client.send(new DeleteObjectCommand({ Bucket, Key, IfMatch }));

  test('of a key that does not exist is turned down: nothing is left behind, no delete marker either', async () => {
    expect(await refusalOf(remove('never-written.txt', '*'))).toMatchObject({
      code: 'NoSuchKey',
      status: 404,
    });
  });

  test('of a key that exists deletes it', async () => {
    await put('written.txt', 'x');
    await remove('written.txt', '*');
    expect(await refusalOf(read('written.txt'))).toMatchObject({ code: 'NoSuchKey' });
  });

  test('of a key with another ETag deletes nothing, and with its own it does', async () => {
    const { ETag } = await put('kept.txt', 'x');
    expect(await refusalOf(remove('kept.txt', '"other"'))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect(await read('kept.txt')).toBe('x');
    await remove('kept.txt', ETag!);
    expect(await refusalOf(read('kept.txt'))).toMatchObject({ code: 'NoSuchKey' });
  });

  test('that the sandbox does not model is refused by name, and deletes nothing', async () => {
    await put('kept.txt', 'x');
    const bySize = new DeleteObjectCommand({ Bucket, Key: 'kept.txt', IfMatchSize: 1 });
    expect(await refusalOf(client.send(bySize))).toMatchObject({ code: 'NotImplemented' });
    expect(await read('kept.txt')).toBe('x');
  });
});

describe('an upload that does not arrive as promised changes nothing', () => {
  const promises: [string, Partial<PutObjectCommandInput>, string][] = [
    ['Content-MD5', { ContentMD5: 'CY9rzUYh03PK3k6DJie09g==' }, 'BadDigest'],
    ['CRC32', { ChecksumCRC32: 'AAAAAA==' }, 'BadDigest'],
    ['CRC32C', { ChecksumCRC32C: 'AAAAAA==' }, 'BadDigest'],
    ['CRC64NVME', { ChecksumCRC64NVME: 'AAAAAAAAAAA=' }, 'BadDigest'],
    ['SHA1', { ChecksumSHA1: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, 'BadDigest'],
    ['SHA256', { ChecksumSHA256: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, 'BadDigest'],
    ['a Content-MD5 that is none', { ContentMD5: 'bm90IGFuIG1kNQ==' }, 'InvalidDigest'],
  ];
  test.each(promises)('%s', async (_, promise, code) => {
    expect(await refusalOf(put('never.txt', 'data', promise))).toMatchObject({ code, status: 400 });
    expect(await exists('never.txt')).toBe(false);
  });

  // Values for the nine characters "123456789": https://reveng.sourceforge.io/crc-catalogue/all.htm
  test.each<[string, Partial<PutObjectCommandInput>]>([
    ['CRC32 cbf43926', { ChecksumCRC32: 'y/Q5Jg==' }],
    ['CRC32C e3069283', { ChecksumCRC32C: '4waSgw==' }],
    ['CRC64NVME ae8b14860a799888', { ChecksumCRC64NVME: 'rosUhgp5mIg=' }],
  ])('and with the right %s it is stored', async (_, promise) => {
    await put('nine.txt', '123456789', promise);
    expect(await read('nine.txt')).toBe('123456789');
  });

  test('who may not write is told so before the checksum is looked at', async () => {
    const borrower = await assumeRole(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'), {
      RoleArn: ROLE_ARN,
    });
    const call = s3(lent.sandbox, borrower).send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'probe',
        Body: 'x',
        ContentMD5: 'CY9rzUYh03PK3k6DJie09g==',
      }),
    );
    expect(await refusalOf(call)).toMatchObject({ code: 'AccessDenied', status: 403 });
  });
});

test('a stream arrives in chunks with its checksum last, and is unpacked', async () => {
  await put('streamed.txt', Readable.from([Buffer.from('one '), Buffer.from('two')]), { ContentLength: 7 });
  expect(lent.log.at(-1)).toMatchObject({ operation: 'PutObject', status: 200 });
  expect(await read('streamed.txt')).toBe('one two');
});

describe('a stream whose chunks are signed one by one', () => {
  const sha256 = (data: string) => createHash('sha256').update(data).digest('hex');
  const hmac = (key: Buffer | string, data: string) => createHmac('sha256', key).update(data).digest();

  /** By the recipe of https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html */
  async function upload(
    Key: string,
    spoil: (body: string) => string,
  ): Promise<{ status: number; text: string }> {
    const signer = new SignatureV4({
      service: 's3',
      region: 'ap-northeast-1',
      credentials: keys,
      sha256: Sha256,
      uriEscapePath: false,
    });
    const { headers } = await signer.sign({
      method: 'PUT',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: `/${Bucket}/${Key}`,
      headers: {
        host: `127.0.0.1:${lent.sandbox.port}`,
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '9',
        'content-encoding': 'aws-chunked',
        'x-amz-trailer': 'x-amz-checksum-crc32',
      },
    });
    const date = headers['x-amz-date']!;
    const scope = [date.slice(0, 8), 'ap-northeast-1', 's3', 'aws4_request'];
    const key = scope.reduce<Buffer | string>(
      (secret, part) => hmac(secret, part),
      `AWS4${keys.secretAccessKey}`,
    );
    const sign = (...parts: string[]) =>
      hmac(key, [parts[0], date, scope.join('/'), ...parts.slice(1)].join('\n')).toString('hex');
    let previous = /Signature=([0-9a-f]{64})/.exec(headers.authorization!)![1]!;
    const frames = ['1234', '56789', ''].map((data) => {
      previous = sign('AWS4-HMAC-SHA256-PAYLOAD', previous, sha256(''), sha256(data));
      return `${data.length};chunk-signature=${previous}\r\n${data}${data === '' ? '' : '\r\n'}`;
    });
    const trailer = sign('AWS4-HMAC-SHA256-TRAILER', previous, sha256('x-amz-checksum-crc32:y/Q5Jg==\n'));
    const body = `${frames.join('')}x-amz-checksum-crc32:y/Q5Jg==\r\nx-amz-trailer-signature:${trailer}\r\n\r\n`;
    const sent = { ...headers };
    delete sent.host; // fetch sets it
    const url = `${lent.sandbox.url}/${Bucket}/${Key}`;
    const response = await fetch(url, { method: 'PUT', headers: sent, body: spoil(body) });
    return { status: response.status, text: await response.text() };
  }

  test('arrives whole', async () => {
    expect(await upload('chunks-signed', (body) => body)).toEqual({ status: 200, text: '' });
    expect(await read('chunks-signed')).toBe('123456789');
  });

  test.each([
    ['a byte', (body: string) => body.replace('56789', '56780')],
    ['a signature', (body: string) => body.replace(/chunk-signature=[0-9a-f]/, 'chunk-signature=x')],
    ['the trailer', (body: string) => body.replace('y/Q5Jg==', 'AAAAAA==')],
    ['all signatures', (body: string) => body.replace(/;chunk-signature=[0-9a-f]{64}/g, '')],
  ])('is refused when %s was changed', async (_, spoil) => {
    const { status } = await upload('chunks-spoilt', spoil);
    expect([400, 403]).toContain(status);
    expect(await exists('chunks-spoilt')).toBe(false);
  });
});

test('delete: once more is fine; a version that cannot exist is refused and deletes nothing', async () => {
  await put('kept.txt', 'kept');
  const VersionId = 'nosuchversion.0123456789abcdefgh';
  expect(
    await refusalOf(client.send(new DeleteObjectCommand({ Bucket, Key: 'kept.txt', VersionId }))),
  ).toMatchObject({
    code: 'InvalidArgument',
    status: 400,
  });
  const { Errors, Deleted } = await client.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'kept.txt', VersionId }] } }),
  );
  expect(Deleted).toBeUndefined();
  expect(Errors).toMatchObject([{ Key: 'kept.txt', Code: 'NoSuchVersion' }]);
  expect(await read('kept.txt')).toBe('kept');
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'kept.txt' }));
  await client.send(new DeleteObjectCommand({ Bucket, Key: 'kept.txt' }));
  expect(await exists('kept.txt')).toBe(false);
});

test('DeleteObjects asks about each key', async () => {
  await Promise.all([put('mine/1', 'x'), put('theirs/1', 'x')]);
  addRole(lent.company, 'DeletesMine', {
    trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
    permissions: allow({ Action: 's3:DeleteObject', Resource: `arn:aws:s3:::${Bucket}/mine/*` }),
  });
  const deleter = await assumeRole(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'), {
    RoleArn: `arn:aws:iam::${COMPANY}:role/DeletesMine`,
  });
  const { Deleted, Errors } = await s3(lent.sandbox, deleter).send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'mine/1' }, { Key: 'theirs/1' }] } }),
  );
  expect(Deleted).toEqual([{ Key: 'mine/1' }]);
  expect(Errors).toMatchObject([{ Key: 'theirs/1', Code: 'AccessDenied' }]);
  expect([await exists('mine/1'), await exists('theirs/1')]).toEqual([false, true]);
});

test('a copy needs the right to read its source and to write its target', async () => {
  await put('copy/source.txt', 'copied', { ContentType: 'text/csv' });
  await client.send(
    new CopyObjectCommand({ Bucket, Key: 'copy/target ñ.txt', CopySource: `${Bucket}/copy/source.txt` }),
  );
  expect(await read('copy/target ñ.txt')).toBe('copied');
  expect((await client.send(new HeadObjectCommand({ Bucket, Key: 'copy/target ñ.txt' }))).ContentType).toBe(
    'text/csv',
  );
  const trust = allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' });
  const target = `arn:aws:s3:::${Bucket}/copy/*`;
  addRole(lent.company, 'WritesOnly', {
    trust,
    permissions: allow({ Action: 's3:PutObject', Resource: target }),
  });
  addRole(lent.company, 'ReadsAll', { trust, permissions: allow({ Action: 's3:Get*', Resource: '*' }) });
  for (const role of ['WritesOnly', 'ReadsAll']) {
    const half = await assumeRole(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'), {
      RoleArn: `arn:aws:iam::${COMPANY}:role/${role}`,
    });
    const copy = new CopyObjectCommand({ Bucket, Key: 'copy/2', CopySource: `${Bucket}/copy/source.txt` });
    expect(await refusalOf(s3(lent.sandbox, half).send(copy))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
  }
});

test('multipart: parts in order become one object; the upload belongs to its key', async () => {
  const Key = 'big.bin';
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'image/png' }),
  );
  const part = async (PartNumber: number, Body: Buffer) => {
    const { ETag } = await client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    return { PartNumber, ETag };
  };
  const Parts = [await part(1, Buffer.alloc(5 * 1024 * 1024, 'a')), await part(2, Buffer.from('end'))];
  const elsewhere = new CompleteMultipartUploadCommand({
    Bucket,
    Key: 'stolen',
    UploadId,
    MultipartUpload: { Parts },
  });
  expect(await refusalOf(client.send(elsewhere))).toMatchObject({ code: 'NoSuchUpload', status: 404 });
  await client.send(
    new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
  );
  expect(await read(Key, { Range: 'bytes=5242878-' })).toBe('aaend');
  expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
    ContentLength: 5_242_883,
    ContentType: 'image/png',
    ETag: expect.stringMatching(/-2"$/) as string,
  });
  expect(
    await refusalOf(client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }))),
  ).toMatchObject({
    code: 'NoSuchUpload',
  });
});

describe('listing', () => {
  const inOrder = ['B', 'a', 'a/1', 'a/2', 'b/1', 'é', '～', '𝒂'];
  const listed = 'listing-under-test';
  beforeAll(async () => {
    const CreateBucketConfiguration = { LocationConstraint: 'ap-northeast-1' } as const;
    await client.send(new CreateBucketCommand({ Bucket: listed, CreateBucketConfiguration }));
    for (const Key of inOrder.toReversed())
      await client.send(new PutObjectCommand({ Bucket: listed, Key, Body: 'x' }));
  });

  // The order of UTF-8 bytes: upper case first, U+FF5E before U+1D482.
  test.each([1, 2, 3, 1000])('%i at a time, every key comes once and in order', async (MaxKeys) => {
    const found: string[] = [];
    for (let ContinuationToken: string | undefined; ;) {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: listed, MaxKeys, ContinuationToken }),
      );
      found.push(...page.Contents!.map(({ Key }) => Key!));
      ContinuationToken = page.NextContinuationToken;
      if (ContinuationToken === undefined) break;
    }
    expect(found).toEqual(inOrder);
  });

  test('a delimiter folds folders, across pages too', async () => {
    const first = await client.send(new ListObjectsV2Command({ Bucket: listed, Delimiter: '/', MaxKeys: 3 }));
    expect(first.Contents!.map(({ Key }) => Key)).toEqual(['B', 'a']);
    expect(first.CommonPrefixes).toEqual([{ Prefix: 'a/' }]);
    const { NextContinuationToken } = first;
    const rest = await client.send(
      new ListObjectsV2Command({ Bucket: listed, Delimiter: '/', ContinuationToken: NextContinuationToken }),
    );
    expect(rest.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
    expect(rest.Contents!.map(({ Key }) => Key)).toEqual(['é', '～', '𝒂']);
    expect(rest.IsTruncated).toBe(false);
  });

  test('the first version of the call and the versions of a bucket', async () => {
    const v1 = await client.send(new ListObjectsCommand({ Bucket: listed, Prefix: 'a/', MaxKeys: 1 }));
    expect(v1).toMatchObject({ IsTruncated: true, NextMarker: 'a/1' });
    const { Versions } = await client.send(new ListObjectVersionsCommand({ Bucket: listed, Prefix: 'a/' }));
    expect(Versions!.map(({ Key, VersionId, IsLatest }) => [Key, VersionId, IsLatest])).toEqual([
      ['a/1', 'null', true],
      ['a/2', 'null', true],
    ]);
  });
});

test('a bucket tells what it is', async () => {
  const about = { Bucket };
  expect((await client.send(new GetBucketLocationCommand(about))).LocationConstraint).toBe('ap-northeast-1');
  expect((await client.send(new HeadBucketCommand(about))).BucketRegion).toBe('ap-northeast-1');
  expect((await client.send(new GetBucketVersioningCommand(about))).Status).toBeUndefined();
  expect(await refusalOf(client.send(new GetBucketPolicyCommand(about)))).toMatchObject({
    code: 'NoSuchBucketPolicy',
    status: 404,
  });
  expect((await client.send(new GetPublicAccessBlockCommand(about))).PublicAccessBlockConfiguration).toEqual({
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  });
  const { ServerSideEncryptionConfiguration } = await client.send(new GetBucketEncryptionCommand(about));
  expect(ServerSideEncryptionConfiguration!.Rules![0]!.ApplyServerSideEncryptionByDefault).toEqual({
    SSEAlgorithm: 'AES256',
  });
  const { OwnershipControls } = await client.send(new GetBucketOwnershipControlsCommand(about));
  expect(OwnershipControls!.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
  expect(await refusalOf(client.send(new GetBucketCorsCommand(about)))).toMatchObject({
    code: 'NotImplemented',
    message: "The sandbox does not model S3's GetBucketCors.",
  });
  const { Buckets } = await client.send(new ListBucketsCommand({}));
  expect(Buckets!.map(({ Name }) => Name)).toEqual(expect.arrayContaining([BUCKET, Bucket]));
  expect(Buckets!.map(({ Name }) => Name)).not.toContain('cdk-hnb659fds-assets-222222222222-ap-northeast-1');
});

test('buckets are made once, by one account, and deleted when empty', async () => {
  const CreateBucketConfiguration = { LocationConstraint: 'ap-northeast-1' } as const;
  const create = (who: Keys, name: string) =>
    s3(lent.sandbox, who).send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
  const other = administratorKeys(lent.sandbox, 'vendor');
  expect(await refusalOf(create(other, Bucket))).toMatchObject({ code: 'BucketAlreadyExists', status: 409 });
  expect(await refusalOf(create(keys, Bucket))).toMatchObject({
    code: 'BucketAlreadyOwnedByYou',
    status: 409,
  });
  await put('something', 'x');
  expect(await refusalOf(client.send(new DeleteBucketCommand({ Bucket })))).toMatchObject({
    code: 'BucketNotEmpty',
    status: 409,
  });
  await create(other, 'vendors-own-bucket');
  expect(
    await refusalOf(client.send(new DeleteBucketCommand({ Bucket: 'vendors-own-bucket' }))),
  ).toMatchObject({
    code: 'AccessDenied',
  });
  await s3(lent.sandbox, other).send(new DeleteBucketCommand({ Bucket: 'vendors-own-bucket' }));
});

test('another region is told where the bucket is', async () => {
  const call = s3(lent.sandbox, keys, 'us-west-2').send(new ListObjectsV2Command({ Bucket }));
  expect(await refusalOf(call)).toMatchObject({ code: 'PermanentRedirect', status: 301 });
});

test('ACLs are off, tags are kept', async () => {
  await put('tagged.txt', 'x', { Tagging: 'team=blue' });
  const about = { Bucket, Key: 'tagged.txt' };
  expect((await client.send(new GetObjectTaggingCommand(about))).TagSet).toEqual([
    { Key: 'team', Value: 'blue' },
  ]);
  await client.send(
    new PutObjectTaggingCommand({ ...about, Tagging: { TagSet: [{ Key: 'a', Value: '<&>' }] } }),
  );
  expect((await client.send(new GetObjectTaggingCommand(about))).TagSet).toEqual([
    { Key: 'a', Value: '<&>' },
  ]);
  expect((await client.send(new GetObjectAclCommand(about))).Grants).toMatchObject([
    { Permission: 'FULL_CONTROL' },
  ]);
  expect(
    await refusalOf(client.send(new PutObjectAclCommand({ ...about, ACL: 'public-read' }))),
  ).toMatchObject({
    code: 'AccessControlListNotSupported',
    status: 400,
  });
});

describe('presigned', () => {
  const presign = async (secretAccessKey = keys.secretAccessKey) => {
    const signer = new SignatureV4({
      service: 's3',
      region: 'ap-northeast-1',
      credentials: { ...keys, secretAccessKey },
      sha256: Sha256,
      uriEscapePath: false,
    });
    const signed = await signer.presign(
      {
        method: 'GET',
        protocol: 'http:',
        hostname: '127.0.0.1',
        path: `/${Bucket}/presigned.txt`,
        headers: { host: `127.0.0.1:${lent.sandbox.port}`, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      },
      { expiresIn: 60, unhoistableHeaders: new Set(['x-amz-content-sha256']) },
    );
    return `${lent.sandbox.url}/${Bucket}/presigned.txt?${new URLSearchParams(signed.query as Record<string, string>).toString()}`;
  };
  const fetchIt = async (url: string) => {
    const response = await fetch(url, { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } });
    return { status: response.status, text: await response.text() };
  };

  test('opens one object for as long as it says', async () => {
    await put('presigned.txt', 'for you');
    const url = await presign();
    expect(await fetchIt(url)).toEqual({ status: 200, text: 'for you' });
    expect(await fetchIt(url.replace('presigned.txt', 'kept.txt'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('<Code>SignatureDoesNotMatch</Code>') as string,
    });
    lent.clock.advanceMinutes(2);
    expect(await fetchIt(url)).toMatchObject({
      status: 403,
      text: expect.stringContaining(
        '<Code>AccessDenied</Code><Message>Request has expired</Message>',
      ) as string,
    });
    lent.clock.reset();
  });

  test('with a wrong secret opens nothing', async () => {
    expect(await fetchIt(await presign('wrong'))).toMatchObject({
      status: 403,
      text: expect.stringContaining('<Code>SignatureDoesNotMatch</Code>') as string,
    });
  });
});

test('a bucket may be named in the host instead of the path', async () => {
  lent.sandbox.world.buckets.get(Bucket)!.policy = allow({
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${Bucket}/hosted.txt`,
  });
  delete lent.sandbox.world.buckets.get(Bucket)!.publicAccessBlock;
  await put('hosted.txt', 'by host');
  const body = await new Promise<string>((resolve, reject) => {
    const options = {
      port: lent.sandbox.port,
      path: '/hosted.txt',
      headers: { host: `${Bucket}.localhost:${lent.sandbox.port}` },
    };
    httpRequest({ host: '127.0.0.1', ...options }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
  expect(body).toBe('by host');
});

test('multipart: a part can be copied out of another object, whole or a range of it', async () => {
  const target = { Bucket, Key: 'copied-in-parts' };
  const source = { Bucket, Key: 'source-of-parts' };
  const five = Buffer.alloc(5 * 1024 * 1024, 'a');
  await client.send(new PutObjectCommand({ ...source, Body: Buffer.concat([five, Buffer.from('tail')]) }));
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(target));
  const copy = (PartNumber: number, CopySourceRange: string) =>
    client.send(
      new UploadPartCopyCommand({
        ...target,
        UploadId,
        PartNumber,
        CopySource: `${source.Bucket}/${source.Key}`,
        CopySourceRange,
      }),
    );
  const first = await copy(1, 'bytes=0-5242879');
  const second = await copy(2, 'bytes=5242880-5242883');
  expect(second.CopyPartResult?.ETag).toBe('"7aea2552dfe7eb84b9443b6fc9ba6e01"'); // md5 of "tail"
  expect(await refusalOf(copy(3, 'bytes=0-5242884'))).toMatchObject({ code: 'InvalidArgument' });
  expect(await refusalOf(copy(3, 'bytes=9-1'))).toMatchObject({ code: 'InvalidArgument' });
  await client.send(
    new CompleteMultipartUploadCommand({
      ...target,
      UploadId,
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: first.CopyPartResult!.ETag! },
          { PartNumber: 2, ETag: second.CopyPartResult!.ETag! },
        ],
      },
    }),
  );
  const { Body, ContentLength } = await client.send(new GetObjectCommand({ ...target, Range: 'bytes=-5' }));
  expect(ContentLength).toBe(5);
  expect(await Body!.transformToString()).toBe('atail');
});
