import { CreateMultipartUploadCommand, ListObjectsV2Command, UploadPartCommand } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '@aws-crypto/sha256-js';
import { FrontDoor } from '../../tools/sandbox/front-door';
import type { RequestEntry } from '../../tools/sandbox/request-entry';
import { AwsError } from '../../tools/sandbox/core/service';
import { emptyWorld } from '../../tools/sandbox/core/world';
import { administratorKeys, refusalOf, s3, sts, type Keys } from './clients';
import { BUCKET, ROLE_ARN, startWithLentRole, type LentRole } from './lent-role';

let lent: LentRole;
let company: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
});
afterAll(() => lent.sandbox.stop());

const ADMINISTRATOR = {
  kind: 'user',
  account: '111111111111',
  arn: 'arn:aws:iam::111111111111:user/Administrator',
};

describe('of a service that the sandbox does not have', () => {
  const lookupEvents = {
    'x-amz-target': 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents',
    'content-type': 'application/x-amz-json-1.1',
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('caller and action are known all the same, from the target or from the form', async () => {
    await signed('cloudtrail', company, { method: 'POST', headers: lookupEvents, body: '{}' });
    expect(lent.log.at(-1)).toMatchObject({
      service: 'cloudtrail',
      operation: 'LookupEvents',
      caller: ADMINISTRATOR,
      error: { code: 'NotImplemented', message: 'The sandbox does not model the service "cloudtrail".' },
    });
    const body = 'Action=DescribeInstances&Version=2016-11-15';
    await signed('ec2', company, { method: 'POST', headers: form, body });
    expect(lent.log.at(-1)).toMatchObject({
      service: 'ec2',
      operation: 'DescribeInstances',
      caller: ADMINISTRATOR,
    });
  });

  test('a caller who proves nothing stays anonymous', async () => {
    const forger = { ...company, secretAccessKey: 'x'.repeat(40) };
    await signed('cloudtrail', forger, { method: 'POST', headers: lookupEvents, body: '{}' });
    expect(lent.log.at(-1)).toMatchObject({ service: 'cloudtrail', caller: { kind: 'anonymous' } });
    await fetch(lent.sandbox.url, { method: 'POST', headers: { 'x-amz-target': 'Logs_20140328.GetQuery' } });
    expect(lent.log.at(-1)).toMatchObject({
      service: 'Logs_20140328',
      operation: 'GetQuery',
      caller: { kind: 'anonymous' },
    });
  });

  test('the error is JSON, or the XML that the service writes', async () => {
    const lambda = await signed('lambda', company, { path: '/2015-03-31/functions/' });
    expect(lambda.status).toBe(501);
    expect(lambda.headers.get('x-amzn-errortype')).toBe('NotImplemented');
    expect(await lambda.json()).toEqual({ message: 'The sandbox does not model the service "lambda".' });
    const zones = await signed('route53', company, { path: '/2013-04-01/hostedzone' });
    expect(await zones.text()).toMatch(/^<ErrorResponse><Error>.*<Code>NotImplemented<\/Code>/);
    const express = await signed('s3express', company, { path: '/' });
    expect(await express.text()).toContain('<Error><Code>NotImplemented</Code>');
  });
});

describe('the operation is named', () => {
  test('where its input could not be read', async () => {
    const input = { RoleArn: ROLE_ARN, RoleSessionName: 'with a space' };
    await refusalOf(sts(lent.sandbox, company).send(new AssumeRoleCommand(input)));
    expect(lent.log.at(-1)).toMatchObject({
      service: 'sts',
      operation: 'AssumeRole',
      error: { code: 'ValidationError' },
    });
  });

  test('where S3 sends the caller to another region', async () => {
    await refusalOf(
      s3(lent.sandbox, company, 'us-west-2').send(new ListObjectsV2Command({ Bucket: BUCKET })),
    );
    expect(lent.log.at(-1)).toMatchObject({ operation: 'ListObjects', path: `/${BUCKET}/`, status: 301 });
  });

  test('where the signature is wrong', async () => {
    const forger = { ...company, secretAccessKey: 'x'.repeat(40) };
    await refusalOf(s3(lent.sandbox, forger).send(new ListObjectsV2Command({ Bucket: BUCKET })));
    expect(lent.log.at(-1)).toMatchObject({
      operation: 'ListObjects',
      caller: { kind: 'anonymous' },
      error: { code: 'SignatureDoesNotMatch' },
    });
  });

  test('but not where nobody knows it', async () => {
    await fetch(`${lent.sandbox.url}/${BUCKET}?never-heard-of`);
    expect(lent.log.at(-1)).toMatchObject({ service: 's3', operation: `GET /${BUCKET}` });
  });
});

test('a request that cannot be read is answered with its id and logged, without its query', () => {
  const log: RequestEntry[] = [];
  const door = new FrontDoor(emptyWorld(), [], (entry) => void log.push(entry));
  const error = new AwsError('InvalidURI', "Couldn't parse the specified URI.", 400);
  const answer = door.turnAway(error, 'GET', '/%zz?X-Amz-Security-Token=secret');
  expect(log).toMatchObject([
    {
      service: '?',
      operation: 'GET /%zz',
      caller: { kind: 'anonymous' },
      status: 400,
      error: { code: 'InvalidURI', message: "Couldn't parse the specified URI." },
    },
  ]);
  expect(log[0]!.requestId).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.status).toBe(400);
  expect(answer.headers).toMatchObject({ 'x-amz-request-id': log[0]!.requestId });
  expect(answer.body).toContain(`<RequestId>${log[0]!.requestId}</RequestId>`);
});

test('an answer with a header that cannot be sent is a failure, while there is still another answer to give', async () => {
  const service = {
    name: 'awsssoportal',
    protocol: 'rest-json',
    operations: [],
    recognition: { paths: new Set(['/x']) },
    operationOf: () => ({
      name: 'X',
      permissions: [],
      run: () => ({ status: 200, headers: { 'x-file': '売上' }, body: 'secret' }),
    }),
  } as const;
  const failures: unknown[] = [];
  const log: RequestEntry[] = [];
  const door = new FrontDoor(
    emptyWorld(),
    [service],
    (entry) => void log.push(entry),
    (error) => failures.push(error),
  );
  const head = {
    method: 'GET',
    rawPath: '/x',
    query: [],
    headers: { host: 'localhost' },
    sourceIp: '127.0.0.1',
  };
  const answer = await door.answer(head, () => Promise.resolve(Buffer.alloc(0)));
  expect(answer).toMatchObject({
    status: 500,
    headers: { 'x-amzn-errortype': 'InternalFailure' },
    body: '{"message":"The sandbox failed. With --verbose it says where."}',
  });
  expect(failures).toMatchObject([{ code: 'ERR_INVALID_CHAR' }]);
  expect(log).toMatchObject([{ operation: 'X', status: 500, error: { code: 'InternalFailure' } }]);
});

test('the parts of an upload have numbers', async () => {
  const client = s3(lent.sandbox, company);
  const where = { Bucket: BUCKET, Key: 'in-parts.bin' };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(where));
  expect(lent.log.at(-1)).not.toHaveProperty('part');
  await client.send(new UploadPartCommand({ ...where, UploadId, PartNumber: 3, Body: 'three' }));
  expect(lent.log.at(-1)).toMatchObject({ operation: 'UploadPart', part: '3', status: 200 });
});

interface Call {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** For services whose SDK clients are not installed. */
async function signed(service: string, credentials: Keys, call: Call): Promise<Response> {
  const { method = 'GET', path = '/', headers = {}, body } = call;
  const { hostname, port, host } = new URL(lent.sandbox.url);
  const signer = new SignatureV4({ service, region: 'ap-northeast-1', credentials, sha256: Sha256 });
  const request = await signer.sign({
    method,
    protocol: 'http:',
    hostname,
    port: Number(port),
    path,
    headers: { ...headers, host },
    ...(body === undefined ? {} : { body }),
  });
  return fetch(`${lent.sandbox.url}${path}`, {
    method,
    headers: request.headers,
    ...(body === undefined ? {} : { body }),
  });
}
