// tools/sandbox/access/condition-keys.ts and tools/sandbox/s3/request-context.ts
import { AttachRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { administratorKeys, assumeRole, iam, type Keys, refusalOf, s3 } from '../clients';
import {
  addRole,
  allow,
  BUCKET,
  COMPANY,
  type LentRole,
  policy,
  startWithLentRole,
  VENDOR,
} from '../lent-role';

/**
 * What policies may look at beside principal, action and resource: a key that AWS would send is sent, one that it would
 * not is absent, and one that the sandbox does not have is refused by name and never taken for absent.
 */

let lent: LentRole;
let company: Keys;
let vendor: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
  vendor = administratorKeys(lent.sandbox, 'vendor');
});
afterAll(() => lent.sandbox.stop());

const DATA = [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`];
const trust = allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' });

/** A client of somebody who has these statements and no others. */
async function clientWith(name: string, ...statements: object[]): Promise<S3Client> {
  const { arn } = addRole(lent.company, name, { trust, permissions: policy(...statements) });
  return s3(lent.sandbox, await assumeRole(lent.sandbox, vendor, { RoleArn: arn }));
}

const reads = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: DATA };
const get = (client: S3Client, Key = 'test-data.txt') =>
  client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));

/** The same request with something more in its address or its headers, and signed so. */
function adding(
  client: S3Client,
  more: { query?: Record<string, string>; headers?: Record<string, string> },
) {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { query: object; headers: object };
      Object.assign(request.query, more.query);
      Object.assign(request.headers, more.headers);
      return next(args);
    },
    { step: 'build' },
  );
  return client;
}

describe('a key that the sandbox does not have', () => {
  test.each([
    ['NeverHeardOf', { StringEquals: { 'aws:NoSuchKeyAtAll': 'x' } }, 'aws:nosuchkeyatall'],
    [
      'InAnOrganization',
      { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' } },
      'aws:principalorgid',
    ],
    ['OldSignature', { NumericGreaterThan: { 's3:signatureAge': '0' } }, 's3:signatureage'],
    ['TeamTag', { StringEquals: { 'aws:PrincipalTag/team': 'red' } }, 'aws:principaltag/team'],
  ])('in a Deny is refused by name: %s', async (name, Condition, key) => {
    const client = await clientWith(name, reads, { ...reads, Effect: 'Deny', Condition });
    expect(await refusalOf(get(client))).toEqual({
      code: 'NotImplemented',
      status: 501,
      message: `The sandbox does not model the condition key ${key}, which a policy about this s3:GetObject looks at.`,
    });
  });

  test('in a trust policy opens nothing', async () => {
    const { arn } = addRole(lent.company, 'ForNoOrganization', {
      trust: allow({
        Principal: { AWS: VENDOR },
        Action: 'sts:AssumeRole',
        Condition: { Null: { 'aws:PrincipalOrgID': 'true' } },
      }),
    });
    expect(await refusalOf(assumeRole(lent.sandbox, vendor, { RoleArn: arn }))).toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('aws:principalorgid') as string,
    });
  });

  test('in a statement about something else hinders nobody', async () => {
    const elsewhere = { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' };
    const client = await clientWith('ElsewhereOnly', reads, {
      ...elsewhere,
      Condition: { StringEquals: { 'aws:NoSuchKeyAtAll': 'x' } },
    });
    expect(await (await get(client)).Body!.transformToString()).toBe('confidential data\n');
  });
});

describe('a key that another action has', () => {
  test('s3:prefix in the address of an object opens nothing', async () => {
    const client = await clientWith('ListsTeam', {
      ...reads,
      Condition: { StringLike: { 's3:prefix': 'team/*' } },
    });
    const refused = { code: 'AccessDenied', status: 403 };
    expect(await refusalOf(get(client))).toMatchObject(refused);
    expect(await refusalOf(get(adding(client, { query: { prefix: 'team/x' } })))).toMatchObject(refused);
  });

  test('s3:x-amz-acl in the headers of a GET opens nothing', async () => {
    const client = await clientWith('PutsPrivate', {
      ...reads,
      Condition: { StringEquals: { 's3:x-amz-acl': 'private' } },
    });
    expect(await refusalOf(get(adding(client, { headers: { 'x-amz-acl': 'private' } })))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
  });
});

describe('the tags of an object', () => {
  const secret = { StringEquals: { 's3:ExistingObjectTag/classification': 'secret' } };

  beforeAll(async () => {
    await s3(lent.sandbox, company).send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'tagged.txt',
        Body: 'x',
        Tagging: 'classification=secret',
      }),
    );
  });

  test('decide who reads it', async () => {
    const client = await clientWith('NoSecrets', reads, { ...reads, Effect: 'Deny', Condition: secret });
    expect(await refusalOf(get(client, 'tagged.txt'))).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(await (await get(client)).Body!.transformToString()).toBe('confidential data\n');
  });

  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html: keys and values are case sensitive.
  test('differ by the case of their keys', async () => {
    const Condition = { StringEquals: { 's3:ExistingObjectTag/Classification': 'secret' } };
    const client = await clientWith('OtherCase', reads, { ...reads, Effect: 'Deny', Condition });
    expect(await (await get(client, 'tagged.txt')).Body!.transformToString()).toBe('x');
  });

  test('go along with a copy, by those who may read and write tags', async () => {
    const copy = (Key: string) =>
      new CopyObjectCommand({ Bucket: BUCKET, Key, CopySource: `${BUCKET}/tagged.txt` });
    const writes = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' };
    const without = await clientWith('CopiesWithoutTags', reads, writes);
    expect(await refusalOf(without.send(copy('copied.txt')))).toMatchObject({ code: 'AccessDenied' });

    const administrator = s3(lent.sandbox, company);
    await administrator.send(copy('copied.txt'));
    const { TagSet } = await administrator.send(
      new GetObjectTaggingCommand({ Bucket: BUCKET, Key: 'copied.txt' }),
    );
    expect(TagSet).toEqual([{ Key: 'classification', Value: 'secret' }]);
  });

  test('a copy on a condition that does not hold is not made', async () => {
    const copy = new CopyObjectCommand({
      Bucket: BUCKET,
      Key: 'conditional.txt',
      CopySource: `${BUCKET}/tagged.txt`,
      CopySourceIfNoneMatch: '*',
    });
    expect(await refusalOf(s3(lent.sandbox, company).send(copy))).toMatchObject({
      code: 'PreconditionFailed',
      status: 412,
    });
  });
});

describe('what the proof understands, the sandbox does too', () => {
  test('the account of the caller, as a value', async () => {
    const own = (name: string, operator: string) =>
      clientWith(name, {
        ...reads,
        Condition: { [operator]: { 's3:ResourceAccount': '${aws:PrincipalAccount}' } },
      });
    expect(await (await get(await own('Own', 'StringEquals'))).Body!.transformToString()).toBe(
      'confidential data\n',
    );
    expect(await refusalOf(get(await own('NotOwn', 'StringNotEquals')))).toMatchObject({
      code: 'AccessDenied',
    });
  });

  test('set operators, where nothing was called through', async () => {
    const through = (name: string, set: string) =>
      clientWith(name, {
        ...reads,
        Condition: { [`${set}:StringEquals`]: { 'aws:CalledVia': 'athena.amazonaws.com' } },
      });
    expect(await (await get(await through('All', 'ForAllValues'))).Body!.transformToString()).toBe(
      'confidential data\n',
    );
    expect(await refusalOf(get(await through('Any', 'ForAnyValue')))).toMatchObject({ code: 'AccessDenied' });
  });

  test('a provider in a trust policy lets nobody else in', async () => {
    const { arn } = addRole(lent.company, 'FromGitHub', {
      trust: allow({
        Principal: { Federated: `arn:aws:iam::${COMPANY}:oidc-provider/token.actions.githubusercontent.com` },
        Action: 'sts:AssumeRoleWithWebIdentity',
      }),
    });
    expect(await refusalOf(assumeRole(lent.sandbox, vendor, { RoleArn: arn }))).toMatchObject({
      code: 'AccessDenied',
    });
  });
});

test('iam:PolicyARN decides which policies may be attached', async () => {
  const administrators = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const all = { Effect: 'Allow', Action: 'iam:*', Resource: '*' };
  const { arn } = addRole(lent.company, 'AttachesMost', {
    trust,
    permissions: policy(all, {
      Effect: 'Deny',
      Action: 'iam:AttachRolePolicy',
      Resource: '*',
      Condition: { ArnEquals: { 'iam:PolicyARN': administrators } },
    }),
  });
  const client = iam(lent.sandbox, await assumeRole(lent.sandbox, vendor, { RoleArn: arn }));
  const attach = (PolicyArn: string) =>
    client.send(new AttachRolePolicyCommand({ RoleName: 'AttachesMost', PolicyArn }));
  expect(await refusalOf(attach(administrators))).toMatchObject({ code: 'AccessDenied', status: 403 });
});

describe('a bucket policy is looked at when it is put', () => {
  const own = 'arn:aws:s3:::policies-are-looked-at';
  const put = (text: string) =>
    s3(lent.sandbox, company).send(
      new PutBucketPolicyCommand({ Bucket: 'policies-are-looked-at', Policy: text }),
    );
  const reading = (Principal: unknown, Resource: string, more: object = {}) =>
    JSON.stringify(allow({ Principal, Action: 's3:GetObject', Resource, ...more }));

  beforeAll(() =>
    s3(lent.sandbox, company).send(
      new CreateBucketCommand({
        Bucket: 'policies-are-looked-at',
        CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
      }),
    ),
  );

  test.each([
    [
      'a principal that does not exist',
      reading({ AWS: `arn:aws:iam::${VENDOR}:user/not-yet` }, `${own}/*`),
      'Invalid principal in policy',
    ],
    [
      'another bucket',
      reading({ AWS: COMPANY }, 'arn:aws:s3:::policies-are-looked-at-2/*'),
      'Policy has invalid resource',
    ],
    [
      'what tools/iam does not model',
      JSON.stringify(allow({ NotPrincipal: { AWS: COMPANY }, Action: 's3:GetObject', Resource: own })),
      'NotPrincipal is not modelled',
    ],
    [
      'a key that is there twice',
      reading({ AWS: COMPANY }, own).replace('"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"'),
      "Policies must be valid JSON and the first byte must be '{'",
    ],
  ])('%s is malformed', async (_, text, message) => {
    expect(await refusalOf(put(text))).toMatchObject({
      code: 'MalformedPolicy',
      status: 400,
      message: expect.stringContaining(message) as string,
    });
  });

  test.each(['0.0.0.0/0', '8.0.0.0/7', '2001::/31'])(
    'a range that is nearly everybody does not narrow "everyone": %s',
    async (range) => {
      const text = reading('*', `${own}/*`, { Condition: { IpAddress: { 'aws:SourceIp': range } } });
      expect(await refusalOf(put(text))).toMatchObject({ code: 'AccessDenied', status: 403 });
    },
  );

  test.each(['10.0.0.0/8', '203.0.113.0/24', '2001:db8::/32'])('a small one does: %s', async (range) => {
    const text = reading('*', `${own}/*`, { Condition: { IpAddress: { 'aws:SourceIp': range } } });
    await put(text);
  });
});

test.each([
  ['{"Statement":{}}', 'document|Statement'],
  [JSON.stringify(allow({ Action: '*', NotAction: 's3:*', Resource: '*' })), 'must not have both'],
  ['{"Statement":[],"Statement":[]}', 'invalid Json'],
])('a session policy that nothing could judge makes no session: %s', async (Policy, says) => {
  const { arn } = addRole(lent.company, 'WithSessionPolicy', { trust });
  expect(await refusalOf(assumeRole(lent.sandbox, vendor, { RoleArn: arn, Policy }))).toMatchObject({
    code: 'MalformedPolicyDocumentException',
    status: 400,
    message: expect.stringMatching(says) as string,
  });
});
