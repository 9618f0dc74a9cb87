// tools/sandbox/s3/read-object.ts, conditions.ts, storage-class.ts, copy-object.ts and multipart.ts, spoken to by the SDK
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  type CopyObjectCommandInput,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { administratorKeys, refusalOf, s3 } from '../clients';
import { COMPANY, type LentRole, startWithLentRole } from '../lent-role';

let lent: LentRole;
let client: S3Client;
const Bucket = 'read-under-test';

beforeAll(async () => {
  lent = await startWithLentRole();
  client = s3(lent.sandbox, administratorKeys(lent.sandbox, 'company'));
  const CreateBucketConfiguration = { LocationConstraint: 'ap-northeast-1' } as const;
  await client.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
});
afterAll(() => lent.sandbox.stop());

const put = (Key: string, Body: string | Buffer, more: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
  client.send(new GetObjectCommand({ Bucket, Key, ...more }));
const copy = (Key: string, from: string, more: Partial<CopyObjectCommandInput> = {}) =>
  client.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${from}`, ...more }));

describe('storage classes', () => {
  test.each(['GLACIER', 'DEEP_ARCHIVE'] as const)('%s is stored and described, and not read', async (of) => {
    await put(of, 'cold', { StorageClass: of });
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: of }))).toMatchObject({ StorageClass: of });
    const { Contents } = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: of, FetchOwner: true }),
    );
    expect(Contents).toMatchObject([{ Key: of, StorageClass: of, Owner: { ID: COMPANY } }]);
    const refusal = await get(of).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toMatchObject({
      name: 'InvalidObjectState',
      message: "The operation is not valid for the object's storage class",
      StorageClass: of,
      $metadata: { httpStatusCode: 403 },
    });
    expect(await refusalOf(copy('warm', of))).toEqual({
      code: 'InvalidObjectState',
      status: 403,
      message: "Operation is not valid for the source object's storage class",
    });
  });

  test('GLACIER_IR is read at once, and one that there is not is turned down', async () => {
    await put('instant', 'x', { StorageClass: 'GLACIER_IR' });
    expect((await get('instant')).StorageClass).toBe('GLACIER_IR');
    expect(await refusalOf(put('never', 'x', { StorageClass: 'COLD' as 'GLACIER' }))).toMatchObject({
      code: 'InvalidStorageClass',
      status: 400,
    });
  });
});

describe('conditions', () => {
  const [past, future] = [new Date('2020-01-01T00:00:00Z'), new Date('2099-01-01T00:00:00Z')];
  const ETag = '"9dd4e461268c8034f5c8564e155c67a6"'; // MD5 of x

  test.each<[string, Partial<GetObjectCommandInput>, number]>([
    ['an ETag that is not its own', { IfMatch: '"other"' }, 412],
    ['unchanged since before it was written', { IfUnmodifiedSince: past }, 412],
    ['not its ETag', { IfNoneMatch: ETag }, 304],
    ['changed since after it was written', { IfModifiedSince: future }, 304],
    ['not its ETag, and changed', { IfNoneMatch: ETag, IfModifiedSince: past }, 304],
  ])('of a read: %s', async (_, condition, status) => {
    await put('read', 'x');
    expect(await refusalOf(get('read', condition))).toMatchObject({ status });
  });

  test.each<[string, Partial<GetObjectCommandInput>]>([
    ['its ETag, whatever the date', { IfMatch: ETag, IfUnmodifiedSince: past }],
    ['another ETag, whatever the date', { IfNoneMatch: '"other"', IfModifiedSince: future }],
    ['one of several, without quotes', { IfMatch: '"other", 9dd4e461268c8034f5c8564e155c67a6' }],
  ])('of a read that are met: %s', async (_, condition) => {
    await put('read', 'x');
    expect((await get('read', condition)).ETag).toBe(ETag);
  });

  test('of a write: an ETag, and that there is an object', async () => {
    await put('write', 'x');
    expect(await refusalOf(put('write', 'y', { IfMatch: '"other"' }))).toMatchObject({ status: 412 });
    expect(await refusalOf(put('nothing', 'y', { IfMatch: ETag }))).toMatchObject({
      code: 'NoSuchKey',
      status: 404,
    });
    await put('write', 'y', { IfMatch: ETag });
    expect(await (await get('write')).Body!.transformToString()).toBe('y');
  });

  test('of the source of a copy', async () => {
    await put('source', 'x');
    expect(await refusalOf(copy('target', 'source', { CopySourceIfNoneMatch: ETag }))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
    expect((await copy('target', 'source', { CopySourceIfMatch: ETag })).CopyObjectResult!.ETag).toBe(ETag);
  });
});

test('a copy onto itself has to change something', async () => {
  await put('self', 'x');
  expect(await refusalOf(copy('self', 'self'))).toMatchObject({ code: 'InvalidRequest', status: 400 });
  await copy('self', 'self', { StorageClass: 'STANDARD_IA' });
  await copy('self', 'self', { MetadataDirective: 'REPLACE', Metadata: { a: 'b' } });
  const { Metadata, StorageClass } = await get('self');
  expect({ Metadata, StorageClass }).toEqual({ Metadata: { a: 'b' }, StorageClass: undefined });
});

test('a checksum that came with an object is told to who asks', async () => {
  await put('summed', '123456789', { ChecksumCRC32: 'y/Q5Jg==' });
  expect((await get('summed', { ChecksumMode: 'ENABLED' })).ChecksumCRC32).toBe('y/Q5Jg==');
  expect(
    (await get('summed', { ChecksumMode: 'ENABLED', Range: 'bytes=0-1' })).ChecksumCRC32,
  ).toBeUndefined();
});

test('what no header can hold is no override', async () => {
  expect(
    await refusalOf(
      put('named', 'x').then(() => get('named', { ResponseContentDisposition: 'filename="表"' })),
    ),
  ).toMatchObject({
    code: 'InvalidArgument',
    message: 'Header value cannot be represented using ISO-8859-1.',
  });
});

test('an upload of 20 MB in one piece comes back whole', async () => {
  const body = Buffer.alloc(20_000_000, 'abcdefg');
  await put('large', body);
  expect(body.equals(await (await get('large')).Body!.transformToByteArray())).toBe(true);
});

describe('parts', () => {
  const Key = 'parts';
  const MiB5 = Buffer.alloc(5 * 1024 * 1024);

  async function upload(...bodies: (Buffer | string)[]) {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }));
    const Parts: { PartNumber: number; ETag: string }[] = [];
    for (const [index, Body] of bodies.entries()) {
      const part = { Bucket, Key, UploadId, PartNumber: index + 1, Body };
      const { ETag } = await client.send(new UploadPartCommand(part));
      Parts.push({ PartNumber: index + 1, ETag: ETag! });
    }
    const complete = (list: typeof Parts) =>
      client.send(
        new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: list } }),
      );
    return { Parts, complete };
  }

  test('have one ETag together, and are read one by one', async () => {
    const { Parts, complete } = await upload(MiB5, 'end');
    // md5(md5 of five MiB of zeros, md5 of "end"), by md5sum
    expect((await complete(Parts)).ETag).toBe('"76b2438ee89d0d54dbb3eb6005874976-2"');
    const second = await get(Key, { PartNumber: 2 });
    expect(await second.Body!.transformToString()).toBe('end');
    expect(second).toMatchObject({ PartsCount: 2, ContentRange: 'bytes 5242880-5242882/5242883' });
    expect(await refusalOf(get(Key, { PartNumber: 3 }))).toMatchObject({
      code: 'InvalidPartNumber',
      status: 416,
    });
  });

  test('that are too small, out of order or never came make no object', async () => {
    const small = await upload('a', 'b');
    expect(await refusalOf(small.complete(small.Parts))).toMatchObject({ code: 'EntityTooSmall' });
    expect(await refusalOf(small.complete(small.Parts.toReversed()))).toMatchObject({
      code: 'InvalidPartOrder',
    });
    expect(await refusalOf(small.complete([{ PartNumber: 1, ETag: '"other"' }]))).toMatchObject({
      code: 'InvalidPart',
    });
    expect(await refusalOf(small.complete([{ PartNumber: 9, ETag: '"other"' }]))).toMatchObject({
      code: 'InvalidPart',
    });
  });
});
