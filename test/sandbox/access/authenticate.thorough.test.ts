// tools/sandbox/access/authenticate.ts and tools/sandbox/wire/signature.ts
import { ListRolesCommand } from '@aws-sdk/client-iam';
import { connect } from 'node:net';
import {
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  administratorKeys,
  assumeRole,
  iam,
  portalKeys,
  refusalOf,
  s3,
  ssoAdmin,
  sts,
  type Keys,
} from '../clients';
import { BUCKET, ROLE_ARN, startWithLentRole, type LentRole } from '../lent-role';

// Codes, statuses and sentences: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html and
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
let lent: LentRole;
let company: Keys;
let borrower: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
  borrower = await assumeRole(
    lent.sandbox,
    await portalKeys(lent.sandbox, lent.sandbox.vendorUsers[0]!.assigned),
    {
      RoleArn: ROLE_ARN,
    },
  );
});
afterEach(() => lent.clock.reset());
afterAll(() => lent.sandbox.stop());

const identity = (keys: Keys) => sts(lent.sandbox, keys).send(new GetCallerIdentityCommand());
const instances = (keys: Keys) => ssoAdmin(lent.sandbox, keys).send(new ListInstancesCommand());
const objects = (keys: Keys) => s3(lent.sandbox, keys).send(new ListObjectsV2Command({ Bucket: BUCKET }));

test('an administrator and a borrower are told who they are', async () => {
  expect(await identity(company)).toMatchObject({
    Account: '111111111111',
    Arn: 'arn:aws:iam::111111111111:user/Administrator',
  });
  expect(await identity(borrower)).toMatchObject({
    Account: '111111111111',
    Arn: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
    UserId: expect.stringMatching(/^AROA[A-Z0-9]{17}:VendorTestSession$/) as string,
  });
});

test('a wrong secret is told apart from an unknown key, in the words of each protocol', async () => {
  const wrongSecret = { ...company, secretAccessKey: 'x'.repeat(40) };
  const unknownKey = { ...company, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' };
  expect(await refusalOf(identity(wrongSecret))).toMatchObject({
    code: 'SignatureDoesNotMatch',
    status: 403,
  });
  expect(await refusalOf(objects(wrongSecret))).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
  expect(await refusalOf(instances(wrongSecret))).toMatchObject({
    code: 'InvalidSignatureException',
    status: 400,
  });
  expect(await refusalOf(identity(unknownKey))).toEqual({
    code: 'InvalidClientTokenId',
    status: 403,
    message: 'The security token included in the request is invalid.',
  });
  expect(await refusalOf(objects(unknownKey))).toMatchObject({ code: 'InvalidAccessKeyId', status: 403 });
  expect(await refusalOf(instances(unknownKey))).toMatchObject({
    code: 'UnrecognizedClientException',
    status: 400,
  });
});

test.each([
  ['forged', 'Zm9yZ2Vk', { code: 'InvalidToken', status: 400 }],
  ['missing', undefined, { code: 'InvalidAccessKeyId', status: 403 }],
])('a %s session token does not pass', async (_, sessionToken, toS3) => {
  const { accessKeyId, secretAccessKey } = borrower;
  const keys = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  expect(await refusalOf(identity(keys))).toMatchObject({ code: 'InvalidClientTokenId', status: 403 });
  expect(await refusalOf(objects(keys))).toMatchObject(toS3);
  expect(await refusalOf(instances(keys))).toMatchObject({
    code: 'UnrecognizedClientException',
    status: 400,
  });
});

test("a session token is of no use with somebody else's key", async () => {
  expect(await refusalOf(identity({ ...company, sessionToken: borrower.sessionToken! }))).toMatchObject({
    code: 'InvalidClientTokenId',
  });
});

test('a session ends after its hour, not before', async () => {
  const shortly = await withSdkClock(59, () => objects(borrower));
  expect(shortly.KeyCount).toBe(1);
  const ended = [
    await withSdkClock(61, () => refusalOf(identity(borrower))),
    await withSdkClock(61, () => refusalOf(objects(borrower))),
    await withSdkClock(61, () => refusalOf(instances(borrower))),
  ];
  expect(ended).toMatchObject([
    { code: 'ExpiredToken', status: 403 },
    { code: 'ExpiredToken', status: 400 },
    { code: 'ExpiredTokenException', status: 400 },
  ]);
});

test('a clock that is off is said to be off', async () => {
  lent.clock.advanceMinutes(20);
  expect(await refusalOf(objects(company))).toMatchObject({ code: 'RequestTimeTooSkewed', status: 403 });
  expect(await refusalOf(identity(company))).toMatchObject({
    code: 'SignatureDoesNotMatch',
    message: expect.stringMatching(
      /^Signature expired: \d{8}T\d{6}Z is now earlier than \d{8}T\d{6}Z/,
    ) as string,
  });
});

test('a request of ten minutes ago is good enough for S3 and STS and too old for the others', async () => {
  lent.clock.advanceMinutes(10);
  expect((await objects(company)).KeyCount).toBe(1);
  expect((await identity(company)).Account).toBe('111111111111');
  const roles = iam(lent.sandbox, company).send(new ListRolesCommand({}));
  expect(await refusalOf(roles)).toMatchObject({
    code: 'SignatureDoesNotMatch',
    message: expect.stringContaining(' - 5 min.)') as string,
  });
});

test('without any signature STS wants one, and S3 takes the caller for the public', async () => {
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const response = await fetch(lent.sandbox.url, {
    ...form,
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
  });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain('<Code>MissingAuthenticationToken</Code>');
  const object = await fetch(`${lent.sandbox.url}/${BUCKET}/test-data.txt`);
  expect(object.status).toBe(403);
  expect(await object.text()).toContain('<Code>AccessDenied</Code><Message>Access Denied</Message>');
});

test('what was changed after signing is noticed', async () => {
  const client = s3(lent.sandbox, company);
  client.middlewareStack.add(
    (next) => (args) => {
      (args.request as { path: string }).path = `/${BUCKET}/other.txt`;
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const call = client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'test-data.txt' }));
  expect(await refusalOf(call)).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
});

test('so is a body that was changed after signing', async () => {
  const afterSigning = { step: 'finalizeRequest', priority: 'low' } as const;
  const bucket = s3(lent.sandbox, company);
  bucket.middlewareStack.add(
    (next) => (args) => {
      (args.request as { body: string }).body = 'badder';
      return next(args);
    },
    afterSigning,
  );
  const put = bucket.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'changed.txt', Body: 'better' }));
  expect(await refusalOf(put)).toMatchObject({ code: 'XAmzContentSHA256Mismatch', status: 400 });
  const tokens = sts(lent.sandbox, company);
  tokens.middlewareStack.add(
    (next) => (args) => {
      (args.request as { body: string }).body = 'Action=GetCallerIdentity&Version=2011-06-16';
      return next(args);
    },
    afterSigning,
  );
  expect(await refusalOf(tokens.send(new GetCallerIdentityCommand()))).toMatchObject({
    code: 'SignatureDoesNotMatch',
    status: 403,
  });
});

test('a role that was made again is another role to its old sessions', async () => {
  const old = lent.company.roles.get('VendorAccessRole')!;
  lent.company.roles.set('VendorAccessRole', { ...old, id: 'AROAANOTHERROLEXXXXXX' });
  expect(await refusalOf(objects(borrower))).toMatchObject({ code: 'InvalidAccessKeyId' });
  lent.company.roles.set('VendorAccessRole', old);
});

test('the log knows who asked what and why it was refused, and no secret', async () => {
  await refusalOf(s3(lent.sandbox, borrower).send(new ListBucketsCommand({})));
  const entry = lent.log.at(-1)!;
  expect(entry).toMatchObject({
    service: 's3',
    operation: 'ListBuckets',
    status: 403,
    error: { code: 'AccessDenied' },
    caller: { arn: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession' },
  });
  expect(entry.authorizations.map(({ request }) => request.action)).toEqual(['s3:ListAllMyBuckets']);
  expect(lent.sandbox.entryOf(entry.requestId)).toBe(entry);
  const everything = JSON.stringify(lent.log);
  for (const secret of [borrower.secretAccessKey, borrower.sessionToken!, company.secretAccessKey]) {
    expect(everything).not.toContain(secret);
  }
});

/** Moves the sandbox's clock and the clients' together. */
async function withSdkClock<T>(minutes: number, call: () => Promise<T>): Promise<T> {
  lent.clock.advanceMinutes(minutes);
  const later = lent.clock.now().getTime();
  lent.clock.reset();
  jest.useFakeTimers({
    now: later,
    doNotFake: [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'nextTick',
      'queueMicrotask',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
      'performance',
      'hrtime',
    ],
  });
  try {
    return await call();
  } finally {
    jest.useRealTimers();
  }
}

test('a request that cannot be read is answered with an id, and logged', async () => {
  const { port } = lent.sandbox;
  const socket = connect(port, '127.0.0.1');
  socket.end('GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  let answer = '';
  for await (const part of socket) answer += String(part);
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toMatch(/<RequestId>[0-9a-f-]{36}<\/RequestId>/);
  expect(lent.log.at(-1)).toMatchObject({
    operation: 'GET /%zz',
    status: 400,
    caller: { kind: 'anonymous' },
  });
});
