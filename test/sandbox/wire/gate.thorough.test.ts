import { PutObjectCommand } from '@aws-sdk/client-s3';
import { administratorKeys, s3, type Keys } from '../clients';
import { BUCKET, startWithLentRole, type LentRole } from '../lent-role';
import { sendRaw, type RawCall } from '../raw-request';

let lent: LentRole;
let company: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
});
afterAll(() => lent.sandbox.stop());

const send = (call: RawCall) => sendRaw(lent.sandbox, { keys: company, ...call });
const OBJECT = `/${BUCKET}/test-data.txt`;
const FORM = {
  service: 'sts',
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'Action=GetCallerIdentity&Version=2011-06-15',
};
const JSON_CALL = {
  service: 'ssm',
  method: 'POST',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameters' },
  body: '{"Names":[]}',
};

describe('the sender', () => {
  // DNS rebinding: https://developer.mozilla.org/docs/Glossary/DNS_rebinding
  test.each([
    ['127.0.0.1', 200],
    ['localhost:4566', 200],
    ['LOCALHOST', 200],
    ['[::1]:4566', 200],
    ['s3.ap-northeast-1.localhost', 404], // a bucket of that name
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost.evil.example', 403],
    ['localhost:80:80', 403],
    ['evil.example#.localhost', 403],
    ['evil localhost', 403],
    ['127.0.0.2', 403],
    ['s3.amazonaws.com', 403],
  ])('called %s is answered %i', async (host, status) => {
    const answer = await send({ path: OBJECT, headers: { host } });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.code).toBe('AccessDenied');
  });

  test('may be a page of our own, and no other', async () => {
    const own = `http://127.0.0.1:${lent.sandbox.port}`;
    const from = async (origin: string, call: RawCall) => {
      const { status, code } = await send({ ...call, unsigned: { origin } });
      return { status, code };
    };
    expect(await from(own, { path: OBJECT })).toEqual({ status: 200, code: undefined });
    for (const other of ['null', 'http://evil.example', 'https://127.0.0.1', 'http://127.0.0.1', '']) {
      expect(await from(other, { path: OBJECT })).toEqual({ status: 403, code: 'AccessDenied' });
    }
    expect(await from('null', FORM)).toEqual({ status: 403, code: 'AccessDenied' });
    expect(await from('null', JSON_CALL)).toEqual({ status: 403, code: 'AccessDeniedException' });
  });

  test('is looked at before the caller: a sign-in cannot be driven from elsewhere', async () => {
    const answer = await send({
      keys: undefined,
      method: 'POST',
      path: '/client/register',
      headers: { origin: 'http://evil.example' },
      body: '{"clientName":"x","clientType":"public"}',
    });
    expect(answer).toMatchObject({ status: 403, code: 'AccessDeniedException' });
  });
});

describe('headers that are in force are signed', () => {
  test.each([
    // https://github.com/apache/arrow-rs-object-store/issues/484, recorded
    [{ 'x-amz-meta-s1': 'a', 'x-amz-tagging': 'b=c' }, 'x-amz-meta-s1, x-amz-tagging'],
    // https://github.com/soto-project/soto/issues/374, recorded
    [{ 'x-amz-acl': 'public-read' }, 'x-amz-acl'],
    [{ 'x-amz-security-token': 'x' }, 'x-amz-security-token'],
  ])('or S3 names %j', async (unsigned, named) => {
    for (const expires of [undefined, '60']) {
      const answer = await send({ path: OBJECT, unsigned, ...(expires !== undefined && { expires }) });
      expect(answer).toMatchObject({ status: 403, code: 'AccessDenied' });
      expect(answer.text).toContain(
        '<Message>There were headers present in the request which were not signed</Message>',
      );
      expect(answer.text).toContain(`<HeadersNotSigned>${named}</HeadersNotSigned>`);
    }
  });

  test('but for what AWS adds on the way, and the hash that is a line of what is signed', async () => {
    const unsigned = { 'x-amzn-trace-id': 'Root=1', 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    expect(await send({ path: OBJECT, expires: '60', unsigned })).toMatchObject({ status: 200 });
  });

  test('in every other service', async () => {
    const unsigned = { 'x-amz-meta': 'a' };
    expect(await send({ ...FORM, unsigned })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    const { 'x-amz-target': target, ...headers } = JSON_CALL.headers;
    const answer = await send({ ...JSON_CALL, headers, unsigned: { 'x-amz-target': target } });
    expect(answer).toMatchObject({ status: 400, code: 'InvalidSignatureException' });
    expect(answer.text).toContain("'x-amz-target' must be a 'SignedHeader' in the AWS Authorization.");
  });
});

describe('a signature', () => {
  const withSignature = (change: (hex: string) => string) => (headers: Record<string, string>) => ({
    ...headers,
    authorization: headers.authorization!.replace(
      /Signature=(.*)$/,
      (_, hex: string) => `Signature=${change(hex)}`,
    ),
  });

  test.each<[string, (hex: string) => string]>([
    ['more after its end', (hex) => `${hex}zz`],
    ['more digits', (hex) => `${hex}00`],
    ['fewer', (hex) => hex.slice(2)],
    ['large letters', (hex) => hex.toUpperCase().replace(/^\d*$/, 'A')],
    ['no digits at all', () => 'none'],
  ])('with %s does not match', async (_, change) => {
    const tamper = withSignature(change);
    expect(await send({ path: OBJECT, tamper })).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    });
    expect(await send({ ...FORM, tamper })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
    expect(await send({ ...JSON_CALL, tamper })).toMatchObject({
      status: 400,
      code: 'InvalidSignatureException',
    });
  });

  test.each(['20261399T101500Z', '20260230T101500Z', '20261123T250000Z', '20261123T101575Z', '2026', 'now'])(
    'of %s is of no day',
    async (date) => {
      const answer = await send({ path: OBJECT, date });
      // https://github.com/hubrick/vertx-s3-client/issues/5, recorded
      expect(answer).toMatchObject({ status: date.length < 8 ? 400 : 403 });
      expect(answer.text).toMatch(/valid Date or x-amz-date header|Credential is mal-formed/);
      const presigned = await send({ path: OBJECT, date, expires: '60' });
      expect(presigned).toMatchObject({ status: 400, code: 'AuthorizationQueryParametersError' });
      expect(await send({ ...FORM, date })).toMatchObject({ status: 400, code: 'IncompleteSignature' });
    },
  );

  test('of no day is told in ISO 8601', async () => {
    // https://github.com/umegaya/lua-aws/issues/18, recorded
    expect((await send({ ...JSON_CALL, date: '20261399T101500Z' })).text).toContain(
      "Date must be in ISO-8601 'basic format'. Got '20261399T101500Z'. See http://en.wikipedia.org/wiki/ISO_8601",
    );
  });

  test('is one, in the header or in the query', async () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=x';
    const answer = await send({ path: OBJECT, expires: '60', unsigned: { authorization } });
    expect(answer).toMatchObject({ status: 400, code: 'InvalidArgument' });
    expect(answer.text).toContain('Only one auth mechanism allowed');
  });

  test.each([
    ['constructor', 403],
    ['toString', 403],
    ['__proto__', 403],
  ])('over a header called %s, which is not there, does not match', async (name, status) => {
    const tamper = (headers: Record<string, string>) => ({
      ...headers,
      authorization: headers.authorization!.replace('SignedHeaders=', `SignedHeaders=${name};`),
    });
    expect(await send({ path: OBJECT, tamper })).toMatchObject({ status, code: 'SignatureDoesNotMatch' });
  });
});

// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
describe('a presigned address', () => {
  test.each([
    ['', 'Query-string authentication version 4 requires the X-Amz-Algorithm'],
    [
      '604801',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    ],
    ['99999999999999999999', 'X-Amz-Expires must be less than a week'],
    ['-1', 'X-Amz-Expires must be non-negative'],
    ['1e3', 'X-Amz-Expires should be a number'],
    ['0x10', 'X-Amz-Expires should be a number'],
    ['+60', 'X-Amz-Expires should be a number'],
    [' 60', 'X-Amz-Expires should be a number'],
  ])('with X-Amz-Expires "%s": %s', async (expires, message) => {
    const answer = await send({ path: OBJECT, expires });
    expect(answer).toMatchObject({ status: 400, code: 'AuthorizationQueryParametersError' });
    expect(answer.text).toContain(message);
  });

  test('of a week is good', async () => {
    expect(await send({ path: OBJECT, expires: '604800' })).toMatchObject({ status: 200 });
  });

  test('whose Expires was taken away after signing is not good for ever', async () => {
    const tamper = ({ 'X-Amz-Expires': _, ...query }: Record<string, string>) => query;
    expect(await send({ path: OBJECT, expires: '60', tamper })).toMatchObject({
      code: 'AuthorizationQueryParametersError',
    });
  });
});

test('names that every object has are names like any other', async () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  for (const name of names) {
    expect(await send({ path: OBJECT, headers: { [name.toLowerCase()]: 'x' } })).not.toMatchObject({
      status: 500,
    });
    expect(await send({ path: OBJECT, query: [[name, 'x']] })).not.toMatchObject({ status: 500 });
    expect(await send({ path: `/${name}` })).toMatchObject({ code: 'NoSuchBucket' });
    expect(await send({ path: `/${BUCKET}/${name}` })).toMatchObject({ status: 404, code: 'NoSuchKey' });
    expect(await send({ ...FORM, body: `Action=${name}&Version=2011-06-15` })).toMatchObject({
      status: 400,
      code: 'InvalidAction',
    });
    expect(await send({ ...FORM, service: 'iam', body: `Action=${name}` })).toMatchObject({ status: 501 });
    expect(await send({ ...FORM, service: 'cloudformation', body: `Action=${name}` })).toMatchObject({
      status: 501,
    });
    for (const service of ['ssm', 'kms', 'sso', 'identitystore']) {
      const headers = { ...JSON_CALL.headers, 'x-amz-target': `X.${name}` };
      const answer = await send({ ...JSON_CALL, service, headers, body: `{"${name}":{"KeyId":"x"}}` });
      expect([400, 501]).toContain(answer.status);
    }
  }
  const client = s3(lent.sandbox, company);
  await client.send(
    new PutObjectCommand({ Bucket: BUCKET, Key: '__proto__', Body: 'x', Metadata: { constructor: 'x' } }),
  );
  const answer = await send({ path: `/${BUCKET}/__proto__` });
  expect(answer).toMatchObject({ status: 200, headers: { 'x-amz-meta-constructor': 'x' } });
});
