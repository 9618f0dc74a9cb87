import {
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { administratorKeys, refusalOf, s3, type Keys } from '../clients';
import { BUCKET, startWithLentRole, type LentRole } from '../lent-role';
import { sendRaw } from '../raw-request';

let lent: LentRole;
let company: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
});
afterAll(() => lent.sandbox.stop());

const get = (query: Record<string, string>, path = `/${BUCKET}/test-data.txt`) =>
  sendRaw(lent.sandbox, { keys: company, path, query: Object.entries(query) });

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
test('a key has at most 1,024 bytes, not letters', async () => {
  const put = (Key: string) =>
    s3(lent.sandbox, company).send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));
  await put('k'.repeat(1024));
  await put(`${'売'.repeat(341)}k`);
  for (const key of ['k'.repeat(1025), '売'.repeat(342)]) {
    expect(await refusalOf(put(key))).toEqual({
      code: 'KeyTooLongError',
      status: 400,
      message: 'Your key is too long',
    });
  }
  const { text } = await get({}, `/${BUCKET}/${'k'.repeat(1025)}`);
  expect(text).toContain('<Size>1025</Size><MaxSizeAllowed>1024</MaxSizeAllowed>');
});

describe('a header that the client chose for the answer', () => {
  // https://github.com/Coursemology/coursemology2/issues/3206, recorded
  test('that is not Latin-1 is refused, and the sandbox lives', async () => {
    const value = 'attachment; filename="売上.csv"';
    const answer = await get({ 'response-content-disposition': value });
    expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' });
    expect(answer.text).toContain(
      '<Message>Header value cannot be represented using ISO-8859-1.</Message><ArgumentName>response-content-disposition</ArgumentName>',
    );
    expect(answer.text).toContain('売上.csv');
    expect(await get({})).toMatchObject({ status: 200, text: 'confidential data\n' });
  });

  test.each(['a\r\nx-injected: 1', 'a\u0000', 'a\u007f', 'a\u0085b', '\u202e'])(
    'that holds control characters (%j) too',
    async (value) => {
      for (const name of ['response-content-disposition', 'response-content-type', 'response-expires']) {
        const answer = await get({ [name]: value });
        expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' });
        expect(answer.headers).not.toHaveProperty('x-injected');
      }
    },
  );

  test('that is Latin-1, or written as RFC 6266 says, is sent', async () => {
    const client = s3(lent.sandbox, company);
    const disposition = `attachment; filename*=UTF-8''%E5%A3%B2%E4%B8%8A.csv`;
    const answer = await client.send(
      new GetObjectCommand({
        Bucket: BUCKET,
        Key: 'test-data.txt',
        ResponseContentDisposition: disposition,
      }),
    );
    expect(answer.ContentDisposition).toBe(disposition);
    expect((await get({ 'response-content-language': 'café' })).headers['content-language']).toBe('café');
  });

  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "you must sign the request"
  test('is of no use to the anonymous', async () => {
    const path = `/${BUCKET}/test-data.txt`;
    const answer = await sendRaw(lent.sandbox, { path, query: [['response-expires', 'x']] });
    expect(answer).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });
});

test.each(['1e3', '0x10', ' 5', '+5', '-1', '5.0', '٥', '99999999999'])('"%s" is no number', async (text) => {
  expect(await get({ 'list-type': '2', 'max-keys': text }, `/${BUCKET}`)).toMatchObject({
    status: 400,
    code: 'InvalidArgument',
  });
  const client = s3(lent.sandbox, company);
  const where = { Bucket: BUCKET, Key: 'in-parts.bin' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(where));
  const PartNumber = text as unknown as number;
  const part = client.send(new UploadPartCommand({ ...where, UploadId, PartNumber, Body: 'x' }));
  expect(await refusalOf(part)).toMatchObject({ code: 'InvalidArgument', status: 400 });
});
