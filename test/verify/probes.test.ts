// Every probe as a person and AWS meet it: its words, the calls that it makes, and what it says it saw
import { NoSuchKey, NotFound } from '@aws-sdk/client-s3';
import { grantsOf } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import type { AwsClients } from '../../tools/verify/aws-clients';
import type { Probe } from '../../tools/verify/probe';
import { probesFor } from '../../tools/verify/probes';
import { companyWith, walkthroughVendor } from '../lib/walkthrough-share';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const signal = new AbortController().signal;

/** What AWS would answer, by the name of the command; an error is thrown. */
type Answers = Readonly<Record<string, unknown>>;

const body = (text: string) => ({
  transformToByteArray: () => Promise.resolve(new TextEncoder().encode(text)),
  transformToWebStream: () => new ReadableStream(),
});
const ANSWERS: Answers = {
  ListObjectsV2: { KeyCount: 3, IsTruncated: false, Contents: [{ Key: 'in/' }, {}, { Key: 'in/a.csv' }] },
  GetObject: { ContentLength: 4, Body: body('data') },
  HeadObject: {},
  GetBucketLocation: { LocationConstraint: 'ap-northeast-1' },
  ListObjectVersions: {
    Versions: [
      { Key: 'in/', VersionId: 'v0' },
      { Key: 'in/a.csv', VersionId: 'v1' },
    ],
  },
  GetObjectTagging: { TagSet: [{ Key: 'team', Value: 'x' }] },
  ListBuckets: { Buckets: [{}, {}] },
  ListUsers: { Users: [{}] },
};

/** Runs a probe, and returns the calls that it made and what it saw or met. */
async function ran(probe: Probe, answers: Answers): Promise<string[]> {
  const calls: string[] = [];
  const client = {
    send: (
      command: { constructor: { name: string }; input: object },
      options: { abortSignal?: AbortSignal },
    ) => {
      const name = command.constructor.name.replace(/Command$/, '');
      calls.push(`${name} ${JSON.stringify(command.input)}`);
      expect(options.abortSignal).toBe(signal); // or Ctrl-C is not heard
      const answer = { ...ANSWERS, ...answers }[name] ?? {};
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const saw = await probe
    .run({ s3: client, iam: client, sts: client } as unknown as AwsClients, signal)
    .catch((error: unknown) => (error as Error).name + ': ' + (error as Error).message);
  return [...calls, `→ ${saw}`];
}

interface Subject {
  readonly vendor?: Partial<Vendor>;
  readonly company?: Partial<Share['company']>;
  readonly qualifier?: string;
}

function probesOf({ vendor = {}, company = {}, qualifier }: Subject): Probe[] {
  const share: Share = { ...companyWith(company), vendors: [{ ...walkthroughVendor, ...vendor }] };
  const [grant] = grantsOf(share);
  return probesFor({
    grant: grant!,
    share,
    nonce: 'a1b2c3d4e5f60718',
    ...(qualifier !== undefined && { qualifier }),
  });
}

function described({ id, hop, as, action, expect: wanted, title, why, harmless, silent }: Probe): string {
  const outcome =
    wanted.outcome === 'success'
      ? 'must work'
      : [wanted.codes.join(' or '), ...wanted.lateCodes.map((code) => `not ${code}`)].join(', ');
  return `${id} (${hop}, ${as}${silent ? ', silent' : ''}): ${title} [${action}: ${outcome}] because ${why}; ${harmless}`;
}

async function all(subject: Subject, answers: Answers = {}): Promise<string> {
  const texts = await Promise.all(
    probesOf(subject).map(async (probe) => [described(probe), ...(await ran(probe, answers))].join('\n    ')),
  );
  return texts.join('\n');
}

/** What one probe of the subject saw. */
async function saw(id: string, subject: Subject, answers: Answers = {}): Promise<string | undefined> {
  const probe = probesOf(subject).find((one) => one.id === id);
  return (await ran(probe!, answers)).at(-1);
}

test('of the walkthrough', async () => {
  expect(await all({}))
    .toBe(`list-objects (use S3, borrower): list the bucket [s3:ListBucket: must work] because the role may list what is shared; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","Prefix":"","MaxKeys":1000,"ExpectedBucketOwner":"111111111111"}
    → 3 objects
get-object (use S3, borrower): read test-data.txt [s3:GetObject: must work] because the role may read what is shared; it only reads, and does not show what it reads
    GetObject {"Bucket":"company-shared-data-bucket-12345","Key":"test-data.txt"}
    → 4 bytes; the content was changed since and differs from parameters.ts
head-missing-key (use S3, borrower, silent): look for a missing object [s3:GetObject: NotFound] because S3 says that an object is missing only to callers who may list; to others a typing error looks like a denial; it only reads, and does not show what it reads
    HeadObject {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718"}
    → the object exists
get-bucket-location (use S3, borrower): ask for the region of the bucket [s3:GetBucketLocation: AccessDenied] because the role lists and reads; the share names no further reads (alsoRead); it only reads, and does not show what it reads
    GetBucketLocation {"Bucket":"company-shared-data-bucket-12345"}
    → the region was returned
list-versions (use S3, borrower): list old versions [s3:ListBucketVersions: AccessDenied] because the role lists and reads; the share names no further reads (alsoRead); it only reads, and does not show what it reads
    ListObjectVersions {"Bucket":"company-shared-data-bucket-12345","MaxKeys":1}
    → versions were listed
get-object-tagging (use S3, borrower): read the tags of an object [s3:GetObjectTagging: AccessDenied, not NoSuchKey] because the role lists and reads; the share names no further reads (alsoRead); it only reads, and does not show what it reads
    GetObjectTagging {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718"}
    → the tags were returned
put-object (use S3, borrower): write an object [s3:PutObject: AccessDenied, not BadDigest, not InvalidDigest] because the role reads and never writes; its Content-MD5 does not match its body, so S3 does not store the upload
    PutObject {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718","Body":"a1b2c3d4e5f60718","ContentMD5":"AAAAAAAAAAAAAAAAAAAAAA=="}
    → the upload was allowed, and vendor-share-probe-a1b2c3d4e5f60718 was stored
delete-object (use S3, borrower): delete an object [s3:DeleteObject: AccessDenied, not PreconditionFailed, not NoSuchKey] because the role reads and never deletes; the object does not exist, and If-Match: * prevents the delete marker that S3 would write
    DeleteObject {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718","IfMatch":"*"}
    → the deletion was allowed; there was nothing to delete
delete-version (use S3, borrower): delete an old version [s3:DeleteObjectVersion: AccessDenied, not NoSuchVersion] because old versions are what can undo a mistake; neither the object nor the version exists, and deleting a missing version does nothing
    DeleteObject {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718","VersionId":"null"}
    → the deletion was allowed; there was nothing to delete
put-object-acl (use S3, borrower): change the ACL of an object [s3:PutObjectAcl: AccessDenied, not NoSuchKey] because only the company decides who reads; the object does not exist
    PutObjectAcl {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718","ACL":"private"}
    → AWS allowed the call
put-object-tagging (use S3, borrower): tag an object [s3:PutObjectTagging: AccessDenied, not NoSuchKey] because tags can decide about access and deletion; the object does not exist
    PutObjectTagging {"Bucket":"company-shared-data-bucket-12345","Key":"vendor-share-probe-a1b2c3d4e5f60718","Tagging":{"TagSet":[{"Key":"probe","Value":"a1b2c3d4e5f60718"}]}}
    → AWS allowed the call
put-bucket-policy (use S3, borrower): replace the bucket policy [s3:PutBucketPolicy: AccessDenied] because who can write the policy can do everything; what it sends is not JSON, so S3 cannot accept it as a policy
    PutBucketPolicy {"Bucket":"company-shared-data-bucket-12345","Policy":"not a policy"}
    → AWS allowed the call
get-bucket-policy (use S3, borrower): read the bucket policy [s3:GetBucketPolicy: AccessDenied, not NoSuchBucketPolicy] because the vendor needs the data, not the rules of the company; it only reads, and does not show what it reads
    GetBucketPolicy {"Bucket":"company-shared-data-bucket-12345"}
    → the policy was returned
list-buckets (use S3, borrower): list all buckets [s3:ListAllMyBuckets: AccessDenied] because the vendor need not know the names of the company’s other buckets; it only reads, and does not show what it reads
    ListBuckets {}
    → 2 buckets were listed
list-other-bucket (use S3, borrower): list another bucket [s3:ListBucket: AccessDenied] because one bucket is shared, not the account; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"cdk-hnb659fds-assets-111111111111-ap-northeast-1","MaxKeys":1}
    → cdk-hnb659fds-assets-111111111111-ap-northeast-1 was listed
list-users (use IAM, borrower): list the company’s users [iam:ListUsers: AccessDenied] because the role is for S3; it only reads, and does not show what it reads
    ListUsers {"MaxItems":1}
    → 1 user was listed
attach-policy (use IAM, borrower): attach a policy to the role [iam:AttachRolePolicy: AccessDenied, not NoSuchEntityException] because a role that can change itself can do everything; the policy does not exist
    AttachRolePolicy {"RoleName":"VendorAccessRole","PolicyArn":"arn:aws:iam::111111111111:policy/vendor-share-probe-a1b2c3d4e5f60718"}
    → AWS allowed the call
create-access-key (use IAM, borrower): create an access key [iam:CreateAccessKey: AccessDenied, not NoSuchEntityException] because an access key does not expire, and would outlive the agreement; the user does not exist
    CreateAccessKey {"UserName":"vendor-share-probe-a1b2c3d4e5f60718"}
    → AWS allowed the call
bucket-without-role (use S3, user): list the bucket without the role [s3:ListBucket: AccessDenied] because only the role gives access: the bucket itself trusts nobody outside; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","MaxKeys":1}
    → company-shared-data-bucket-12345 was listed
longer-session (assume the role, user): assume the role for two hours [sts:AssumeRole: ValidationError] because a session of the role lasts one hour at most; the session is not used, and not kept
    AssumeRole {"RoleArn":"arn:aws:iam::111111111111:role/VendorAccessRole","RoleSessionName":"vendor-share-verify","DurationSeconds":7200}
    → credentials were issued`);
});

test('of a share with every option', async () => {
  const vendor: Partial<Vendor> = {
    prefixes: ['in/', 'out/'],
    alsoRead: ['location', 'versions', 'tags'],
    externalId: 'agreement-2026',
  };
  const seedObjects = [
    { key: 'secret.txt', content: 'x' },
    { key: 'out/b.txt', content: 'data' },
  ];

  expect(await all({ vendor, company: { seedObjects, kmsKey: KEY }, qualifier: 'platform1' }))
    .toBe(`list-objects in/ (use S3, borrower): list in/ [s3:ListBucket: must work] because the role may list what is shared; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","Prefix":"in/","MaxKeys":1000,"ExpectedBucketOwner":"111111111111"}
    → 3 objects
list-objects out/ (use S3, borrower): list out/ [s3:ListBucket: must work] because the role may list what is shared; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","Prefix":"out/","MaxKeys":1000,"ExpectedBucketOwner":"111111111111"}
    → 3 objects
get-object (use S3, borrower): read out/b.txt, encrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab [s3:GetObject: must work] because the role may read what is shared, and S3 may decrypt it for the role; it only reads, and does not show what it reads
    GetObject {"Bucket":"company-shared-data-bucket-12345","Key":"out/b.txt"}
    → 4 bytes, as in parameters.ts
head-missing-key (use S3, borrower, silent): look for a missing object [s3:GetObject: NotFound or AccessDenied] because S3 says that an object is missing only to callers who may list; to others a typing error looks like a denial; it only reads, and does not show what it reads
    HeadObject {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718"}
    → the object exists
get-bucket-location (use S3, borrower): ask for the region of the bucket [s3:GetBucketLocation: must work] because the share says so (vendors[0].alsoRead); it only reads, and does not show what it reads
    GetBucketLocation {"Bucket":"company-shared-data-bucket-12345"}
    → ap-northeast-1
list-versions (use S3, borrower): list old versions [s3:ListBucketVersions: must work] because the share says so (vendors[0].alsoRead); it only reads, and does not show what it reads
    ListObjectVersions {"Bucket":"company-shared-data-bucket-12345","Prefix":"in/"}
    → 2 versions
get-version (use S3, borrower): read a version by its id [s3:GetObjectVersion: must work] because the share says so (vendors[0].alsoRead); it only reads, and does not show what it reads
    ListObjectVersions {"Bucket":"company-shared-data-bucket-12345","Prefix":"in/","MaxKeys":100}
    GetObject {"Bucket":"company-shared-data-bucket-12345","Key":"in/a.csv","VersionId":"v1"}
    → in/a.csv, version v1
get-object-tagging (use S3, borrower): read the tags of an object [s3:GetObjectTagging: must work] because the share says so (vendors[0].alsoRead); it only reads, and does not show what it reads
    GetObjectTagging {"Bucket":"company-shared-data-bucket-12345","Key":"out/b.txt"}
    → 1 tag
put-object (use S3, borrower): write an object [s3:PutObject: AccessDenied, not BadDigest, not InvalidDigest] because the role reads and never writes; its Content-MD5 does not match its body, so S3 does not store the upload
    PutObject {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718","Body":"a1b2c3d4e5f60718","ContentMD5":"AAAAAAAAAAAAAAAAAAAAAA=="}
    → the upload was allowed, and in/vendor-share-probe-a1b2c3d4e5f60718 was stored
delete-object (use S3, borrower): delete an object [s3:DeleteObject: AccessDenied, not PreconditionFailed, not NoSuchKey] because the role reads and never deletes; the object does not exist, and If-Match: * prevents the delete marker that S3 would write
    DeleteObject {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718","IfMatch":"*"}
    → the deletion was allowed; there was nothing to delete
delete-version (use S3, borrower): delete an old version [s3:DeleteObjectVersion: AccessDenied, not NoSuchVersion] because old versions are what can undo a mistake; neither the object nor the version exists, and deleting a missing version does nothing
    DeleteObject {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718","VersionId":"null"}
    → the deletion was allowed; there was nothing to delete
put-object-acl (use S3, borrower): change the ACL of an object [s3:PutObjectAcl: AccessDenied, not NoSuchKey] because only the company decides who reads; the object does not exist
    PutObjectAcl {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718","ACL":"private"}
    → AWS allowed the call
put-object-tagging (use S3, borrower): tag an object [s3:PutObjectTagging: AccessDenied, not NoSuchKey] because tags can decide about access and deletion; the object does not exist
    PutObjectTagging {"Bucket":"company-shared-data-bucket-12345","Key":"in/vendor-share-probe-a1b2c3d4e5f60718","Tagging":{"TagSet":[{"Key":"probe","Value":"a1b2c3d4e5f60718"}]}}
    → AWS allowed the call
put-bucket-policy (use S3, borrower): replace the bucket policy [s3:PutBucketPolicy: AccessDenied] because who can write the policy can do everything; what it sends is not JSON, so S3 cannot accept it as a policy
    PutBucketPolicy {"Bucket":"company-shared-data-bucket-12345","Policy":"not a policy"}
    → AWS allowed the call
get-bucket-policy (use S3, borrower): read the bucket policy [s3:GetBucketPolicy: AccessDenied, not NoSuchBucketPolicy] because the vendor needs the data, not the rules of the company; it only reads, and does not show what it reads
    GetBucketPolicy {"Bucket":"company-shared-data-bucket-12345"}
    → the policy was returned
list-buckets (use S3, borrower): list all buckets [s3:ListAllMyBuckets: AccessDenied] because the vendor need not know the names of the company’s other buckets; it only reads, and does not show what it reads
    ListBuckets {}
    → 2 buckets were listed
list-other-bucket (use S3, borrower): list another bucket [s3:ListBucket: AccessDenied] because one bucket is shared, not the account; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"cdk-platform1-assets-111111111111-ap-northeast-1","MaxKeys":1}
    → cdk-platform1-assets-111111111111-ap-northeast-1 was listed
list-outside-prefix (use S3, borrower): list the whole bucket [s3:ListBucket: AccessDenied] because nothing outside in/ and out/ is shared; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","MaxKeys":1}
    → the whole bucket was listed
get-outside-prefix (use S3, borrower): read outside the prefix [s3:GetObject: AccessDenied] because nothing outside in/ and out/ is shared; it only reads, and does not show what it reads
    GetObject {"Bucket":"company-shared-data-bucket-12345","Key":"secret.txt"}
    → an object outside the prefix was read: secret.txt
list-users (use IAM, borrower): list the company’s users [iam:ListUsers: AccessDenied] because the role is for S3; it only reads, and does not show what it reads
    ListUsers {"MaxItems":1}
    → 1 user was listed
attach-policy (use IAM, borrower): attach a policy to the role [iam:AttachRolePolicy: AccessDenied, not NoSuchEntityException] because a role that can change itself can do everything; the policy does not exist
    AttachRolePolicy {"RoleName":"VendorAccessRole","PolicyArn":"arn:aws:iam::111111111111:policy/vendor-share-probe-a1b2c3d4e5f60718"}
    → AWS allowed the call
create-access-key (use IAM, borrower): create an access key [iam:CreateAccessKey: AccessDenied, not NoSuchEntityException] because an access key does not expire, and would outlive the agreement; the user does not exist
    CreateAccessKey {"UserName":"vendor-share-probe-a1b2c3d4e5f60718"}
    → AWS allowed the call
bucket-without-role (use S3, user): list the bucket without the role [s3:ListBucket: AccessDenied] because only the role gives access: the bucket itself trusts nobody outside; it only reads, and does not show what it reads
    ListObjectsV2 {"Bucket":"company-shared-data-bucket-12345","MaxKeys":1}
    → company-shared-data-bucket-12345 was listed
longer-session (assume the role, user): assume the role for two hours [sts:AssumeRole: ValidationError] because a session of the role lasts one hour at most; the session is not used, and not kept
    AssumeRole {"RoleArn":"arn:aws:iam::111111111111:role/VendorAccessRole","RoleSessionName":"vendor-share-verify","DurationSeconds":7200,"ExternalId":"agreement-2026"}
    → credentials were issued
no-external-id (assume the role, user): assume the role without the ExternalId [sts:AssumeRole: AccessDenied] because the ExternalId ties the role to this agreement; the session is not used, and not kept
    AssumeRole {"RoleArn":"arn:aws:iam::111111111111:role/VendorAccessRole","RoleSessionName":"vendor-share-verify"}
    → credentials were issued
wrong-external-id (assume the role, user): assume the role with a wrong ExternalId [sts:AssumeRole: AccessDenied] because the ExternalId ties the role to this agreement; the session is not used, and not kept
    AssumeRole {"RoleArn":"arn:aws:iam::111111111111:role/VendorAccessRole","RoleSessionName":"vendor-share-verify","ExternalId":"not-agreement-2026"}
    → credentials were issued`);
});

describe('the object that is read', () => {
  const prefixed = { vendor: { prefixes: ['in/'] } };

  test.each<[string, Subject, Answers, string, string]>([
    [
      'as in parameters.ts',
      {},
      { GetObject: { Body: body('confidential data\n') } },
      'read test-data.txt',
      '18 bytes, as in parameters.ts',
    ],
    [
      'changed since',
      {},
      {},
      'read test-data.txt',
      '4 bytes; the content was changed since and differs from parameters.ts',
    ],
    [
      'without a body',
      {},
      { GetObject: {} },
      'read test-data.txt',
      '0 bytes; the content was changed since and differs from parameters.ts',
    ],
    [
      'decrypted',
      {},
      { GetObject: { Body: body('confidential data\n'), SSEKMSKeyId: KEY } },
      'read test-data.txt',
      '18 bytes, as in parameters.ts, decrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
    [
      'changed and decrypted',
      { company: { kmsKey: 'make' } },
      { GetObject: { Body: body('y'), SSEKMSKeyId: 'k' } },
      'read test-data.txt, encrypted with the key of the stack',
      '1 byte; the content was changed since and differs from parameters.ts; decrypted with key k',
    ],
    ['any under the prefix', prefixed, {}, 'read an object', 'in/a.csv, 4 bytes'],
    [
      'any, of the stack’s key',
      { ...prefixed, company: { kmsKey: 'make' } },
      { GetObject: { SSEKMSKeyId: KEY, ContentLength: 1 } },
      'read an object, encrypted with the key of the stack',
      'in/a.csv, 1 byte, decrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
    [
      'any, of a key that is there',
      { ...prefixed, company: { kmsKey: KEY } },
      { GetObject: {} },
      'read an object, encrypted with key 1234abcd-12ab-34cd-56ef-1234567890ab',
      'in/a.csv, 0 bytes',
    ],
    [
      'none',
      prefixed,
      { ListObjectsV2: { Contents: [{ Key: 'in/' }] } },
      'read an object',
      'Error: there is no object to read',
    ],
  ])('%s', async (_, subject, answers, title, says) => {
    expect(probesOf(subject).find(({ id }) => id === 'get-object')?.title).toBe(title);
    expect(await saw('get-object', subject, answers)).toBe(`→ ${says}`);
  });
});

describe('a missing object', () => {
  const missing = (Error: typeof NotFound | typeof NoSuchKey, message: string) =>
    new Error({ $metadata: {}, message });
  const NOT_FOUND = missing(NotFound, 'of a HEAD');

  test.each<[string, Answers, string]>([
    [
      'is not found, and a GET says so',
      { HeadObject: NOT_FOUND, GetObject: missing(NoSuchKey, 'of a GET') },
      'NotFound: of a HEAD',
    ],
    [
      'is not found, and a GET says that the bucket is not',
      { HeadObject: NOT_FOUND, GetObject: new RangeError('no bucket') },
      'RangeError: no bucket',
    ],
    ['is denied', { HeadObject: new RangeError('denied') }, 'RangeError: denied'],
    ['is there', {}, 'the object exists'],
    ['is there for a GET', { HeadObject: NOT_FOUND }, 'the object exists'],
  ])('%s', async (_, answers, says) => {
    expect(await saw('head-missing-key', {}, answers)).toBe(`→ ${says}`);
  });
});

test.each<[string, string, Subject, Answers, string]>([
  [
    'more than a page',
    'list-objects',
    {},
    { ListObjectsV2: { KeyCount: 1, IsTruncated: true } },
    '1 object or more',
  ],
  ['a page without its count', 'list-objects', {}, { ListObjectsV2: { Contents: [{}, {}] } }, '2 objects'],
  ['an empty page', 'list-objects', {}, { ListObjectsV2: {} }, '0 objects'],
  [
    'the first region',
    'get-bucket-location',
    { vendor: { alsoRead: ['location'] } },
    { GetBucketLocation: {} },
    'us-east-1',
  ],
  [
    'no versions',
    'get-version',
    { vendor: { alsoRead: ['versions'] } },
    { ListObjectVersions: {} },
    'Error: there is no object to read',
  ],
  [
    'no list of versions',
    'list-versions',
    { vendor: { alsoRead: ['versions'] } },
    { ListObjectVersions: {} },
    '0 versions',
  ],
  ['no tags', 'get-object-tagging', { vendor: { alsoRead: ['tags'] } }, { GetObjectTagging: {} }, '0 tags'],
  ['no buckets', 'list-buckets', {}, { ListBuckets: {} }, '0 buckets were listed'],
  ['no users', 'list-users', {}, { ListUsers: {} }, '0 users were listed'],
  [
    'nothing outside the prefixes',
    'get-outside-prefix',
    { vendor: { prefixes: ['test'] } },
    {},
    'Error: there is no known object outside the prefix to try with (S3 gives the same answer for a missing one)',
  ],
])('what is seen of %s', async (_, id, subject, answers, says) => {
  expect(await saw(id, subject, answers)).toBe(`→ ${says}`);
});
