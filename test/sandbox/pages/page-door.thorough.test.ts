import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { administratorKeys, REGION, s3 } from '../clients';
import { policy, type LentRole, startWithLentRole } from '../lent-role';
import { sendRaw } from '../raw-request';

let lent: LentRole;
beforeAll(async () => {
  lent = await startWithLentRole();
});
afterAll(() => lent.sandbox.stop());

const company = () => administratorKeys(lent.sandbox, 'company');
const isPage = (answer: { text: string }): boolean => answer.text.startsWith('<!doctype html>');

/** A bucket that everybody may list and read, as one can be on AWS. */
async function publicBucket(name: string): Promise<void> {
  const client = s3(lent.sandbox, company());
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  await client.send(new CreateBucketCommand({ Bucket: name, CreateBucketConfiguration }));
  await client.send(new PutObjectCommand({ Bucket: name, Key: 'a.txt', Body: 'public' }));
  const bucket = lent.sandbox.world.buckets.get(name)!;
  delete bucket.publicAccessBlock;
  const Resource = [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`];
  bucket.policy = policy({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource });
}

test.each(['/start', '/switchrole', '/s3/home', '/s3/buckets/a', '/s3/object/a'])(
  'signed, %s is a path of S3; unsigned, it is a page',
  async (path) => {
    const signed = await sendRaw(lent.sandbox, { path, keys: company() });
    expect(signed.text).toContain('<Code>NoSuchBucket</Code>');
    const presigned = await sendRaw(lent.sandbox, { path, keys: company(), expires: '60' });
    expect(presigned.text).toContain('<Code>NoSuchBucket</Code>');
    const unsigned = await sendRaw(lent.sandbox, { path });
    expect(isPage(unsigned) || unsigned.status === 303).toBe(true);
  },
);

test.each(['/', '/start/', '/s3', '/s3/', '/s3/other', '/s3/buckets/a/b', '/starts', '/%73tart/x'])(
  'unsigned, %s is S3’s',
  async (path) => {
    const answer = await sendRaw(lent.sandbox, { path });
    expect(answer.code).toMatch(/^(AccessDenied|NoSuchBucket)$/);
  },
);

test.each(['PUT', 'DELETE', 'OPTIONS'])(
  'only GET, HEAD and POST are for pages: %s is S3’s',
  async (method) => {
    const answer = await sendRaw(lent.sandbox, { method, path: '/start' });
    expect(isPage(answer)).toBe(false);
    expect(answer.status).not.toBe(303);
  },
);

test('a header of AWS’s makes it a request of AWS’s', async () => {
  const answer = await sendRaw(lent.sandbox, { path: '/start', unsigned: { 'x-amz-date': 'x' } });
  expect(answer.code).toBe('NoSuchBucket');
});

test('so does an Authorization alone, however old or odd', async () => {
  const signed = await sendRaw(lent.sandbox, { path: '/start', unsigned: { authorization: 'AWS AKIA:x' } });
  expect(signed.code).toBe('InvalidRequest');
});

test('on a bucket’s own host every path is a key', async () => {
  await publicBucket('hosted');
  const host = `hosted.localhost:${lent.sandbox.port}`;
  const answer = await sendRaw(lent.sandbox, { path: '/start', headers: { host } });
  expect(answer.code).toBe('NoSuchKey');
});

test('a public bucket called start is listed and read as any other, and the page is there again without it', async () => {
  await publicBucket('start');
  expect((await sendRaw(lent.sandbox, { path: '/start' })).text).toContain('<Key>a.txt</Key>');
  expect((await sendRaw(lent.sandbox, { path: '/start/a.txt' })).text).toBe('public');
  const listed = await s3(lent.sandbox, company()).send(new ListObjectsV2Command({ Bucket: 'start' }));
  expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['a.txt']);
  lent.sandbox.world.buckets.delete('start');
  expect(isPage(await sendRaw(lent.sandbox, { path: '/start' }))).toBe(true);
});

test('there is no icon, and that is no error', async () => {
  const answer = await sendRaw(lent.sandbox, { path: '/favicon.ico' });
  expect(answer.status).toBe(204);
});

test('pages are in no log; what they ask is', async () => {
  lent.log.splice(0);
  await sendRaw(lent.sandbox, { path: '/start' });
  expect(lent.log).toEqual([]);
});
