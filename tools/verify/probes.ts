import { AttachRolePolicyCommand, CreateAccessKeyCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import {
  DeleteObjectCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import type { AwsClients } from './aws-clients';
import { NothingToTry, UnexpectedContent } from './outcome';

/** One authorization step on the way from a person to the data. */
export type Hop = 'sign in' | 'assume the role' | 'use S3' | 'use IAM';

/** One call whose outcome is known beforehand. */
export interface Probe {
  /** Stable, for programs: `put-object`. */
  readonly id: string;
  readonly hop: Hop;
  /** Whose keys it is tried with. */
  readonly as: 'user' | 'borrower';
  /** What it tries, as a person would say it. */
  readonly title: string;
  /** The permission that it asks for: `s3:PutObject`. */
  readonly action: string;
  readonly expect: Expectation;
  /** Why that is the right outcome. */
  readonly why: string;
  /** Why nothing is changed, even if a forbidden one should be allowed. */
  readonly harmless: string;
  /** AWS answers it without a body, so that a failure does not say why. */
  readonly silent?: true;
  /** @returns what was seen, for the report */
  run(clients: AwsClients, signal: AbortSignal): Promise<string>;
}

export type Expectation =
  | { readonly outcome: 'success' }
  /** AWS must answer with exactly one of these codes. */
  | {
      readonly outcome: 'error';
      readonly codes: readonly string[];
      /** Codes that AWS only gives to someone who got past authorization: then it was allowed. */
      readonly lateCodes: readonly string[];
    };

export interface ProbeSubject {
  readonly grant: Grant;
  readonly share: Share;
  /** Random: names a key, version, user and policy that nobody has. 16 letters and digits. */
  readonly nonce: string;
}

/**
 * What a borrower must be able to do, and what must be refused. Tried with the role's keys (`borrower`) and, where
 * the point is the door itself, with the vendor's own (`user`).
 *
 * Every probe is harmless, and not because it is refused: the forbidden ones are addressed to things that do not
 * exist, or carry something that makes the service turn them down after it has authorized them.
 */
export function probesFor(subject: ProbeSubject): Probe[] {
  return [...mustWork(subject), ...mustBeRefused(subject)];
}

function mustWork({ grant, share, nonce }: ProbeSubject): Probe[] {
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes ?? [''];
  const inReach = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
  const seed = share.company.seedObjects.find(({ key }) => inReach(key));
  return [
    ...prefixes.map((Prefix): Probe => ({
      ...works(
        `list-objects${Prefix === '' ? '' : ` ${Prefix}`}`,
        'use S3',
        `list ${Prefix || 'the bucket'}`,
        's3:ListBucket',
      ),
      why: 'the role may list what is shared',
      run: async ({ s3 }, abortSignal) => {
        const input = { Bucket, Prefix, MaxKeys: 1000, ExpectedBucketOwner: grant.companyAccount };
        const page = await s3.send(new ListObjectsV2Command(input), { abortSignal });
        const count = page.KeyCount ?? page.Contents?.length ?? 0;
        return `${count}${page.IsTruncated ? ' or more' : ''} object${count === 1 ? '' : 's'}`;
      },
    })),
    {
      ...works('get-object', 'use S3', seed ? `read ${seed.key}` : 'read an object', 's3:GetObject'),
      why: 'the role may read what is shared',
      run: async (clients, abortSignal) => {
        const key = seed?.key ?? (await anyObject(clients, Bucket, prefixes, abortSignal));
        const object = await clients.s3.send(new GetObjectCommand({ Bucket, Key: key }), { abortSignal });
        if (seed === undefined) {
          object.Body?.transformToWebStream()
            .cancel()
            .catch(() => undefined);
          return `${key}, ${object.ContentLength ?? 0} bytes`;
        }
        const bytes = Buffer.from((await object.Body?.transformToByteArray()) ?? []);
        const wanted = Buffer.from(seed.content);
        if (bytes.equals(wanted)) return `${bytes.length} bytes, as in parameters.ts`;
        throw new UnexpectedContent(
          `${key} holds ${bytes.length} bytes that differ from the ${wanted.length} in parameters.ts`,
        );
      },
    },
    {
      ...shared('head-missing-key', 'use S3', 'look for a key that does not exist', 's3:GetObject'),
      // With `prefixes`, listing is allowed under a condition that a HEAD cannot meet, so S3 may not say "not found".
      expect: errors(grant.vendor.prefixes ? ['NotFound', 'AccessDenied'] : ['NotFound'], []),
      why: 'S3 admits that a key is missing only to those who may list: a typing error looks like one',
      silent: true,
      run: async ({ s3 }, abortSignal) => {
        const Key = probeKey(prefixes, nonce);
        await s3
          .send(new HeadObjectCommand({ Bucket, Key }), { abortSignal })
          .catch(async (missing: unknown) => {
            if (!(missing instanceof NotFound)) throw missing;
            // A HEAD says the same of a missing bucket: only a GET tells the two apart.
            const get = s3.send(new GetObjectCommand({ Bucket, Key }), { abortSignal });
            await get.catch((error: unknown) => {
              throw error instanceof NoSuchKey ? missing : error;
            });
          });
        return 'the key exists';
      },
    },
  ];
}

function mustBeRefused(subject: ProbeSubject): Probe[] {
  return [...s3Refusals(subject), ...outOfReach(subject), ...iamRefusals(subject), ...doorRefusals(subject)];
}

/** What could be done to the data and the bucket by someone who may do more than read. */
function s3Refusals({ grant, nonce }: ProbeSubject): Probe[] {
  const Bucket = grant.bucketName;
  const Key = probeKey(grant.vendor.prefixes ?? [''], nonce);
  return [
    {
      ...refused('put-object', 'use S3', 'write an object', 's3:PutObject', ['BadDigest', 'InvalidDigest']),
      why: 'the role reads and never writes',
      harmless: 'its Content-MD5 cannot match its body, so S3 throws the upload away',
      run: async ({ s3 }, abortSignal) => {
        const input = { Bucket, Key, Body: nonce, ContentMD5: MD5_OF_SOMETHING_ELSE };
        await s3.send(new PutObjectCommand(input), { abortSignal });
        return 'the object was stored';
      },
    },
    {
      ...refused('delete-object', 'use S3', 'delete an object', 's3:DeleteObject', [
        'PreconditionFailed',
        'NoSuchKey',
      ]),
      why: 'the role reads and never deletes',
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
      harmless:
        'the key does not exist, and If-Match: * forbids the delete marker that S3 would leave behind',
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: '*' }), { abortSignal });
        return 'the key was deleted';
      },
    },
    {
      ...refused('delete-version', 'use S3', 'delete an old version', 's3:DeleteObjectVersion', [
        'NoSuchVersion',
      ]),
      why: 'versioning is what undoes a mistake',
      harmless: 'neither the key nor the version exists, and deleting a missing version does nothing',
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: 'null' }), { abortSignal });
        return 'the version was deleted';
      },
    },
    {
      ...refused('put-object-acl', 'use S3', 'change who may read an object', 's3:PutObjectAcl', [
        'NoSuchKey',
        'AccessControlListNotSupported',
      ]),
      why: 'only the company decides who reads',
      harmless: 'the key does not exist',
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new PutObjectAclCommand({ Bucket, Key, ACL: 'private' }), { abortSignal });
        return 'the ACL was changed';
      },
    },
    {
      ...refused('put-object-tagging', 'use S3', 'tag an object', 's3:PutObjectTagging', ['NoSuchKey']),
      why: 'tags can decide about access and deletion',
      harmless: 'the key does not exist',
      run: async ({ s3 }, abortSignal) => {
        const Tagging = { TagSet: [{ Key: 'probe', Value: nonce }] };
        await s3.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging }), { abortSignal });
        return 'the tag was set';
      },
    },
    {
      ...refused('put-bucket-policy', 'use S3', 'replace the bucket policy', 's3:PutBucketPolicy', [
        'MalformedPolicy',
      ]),
      why: 'whoever can write the policy can do everything',
      harmless: 'what it sends is not JSON, so S3 cannot take it for a policy',
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: 'not a policy' }), { abortSignal });
        return 'the policy was replaced';
      },
    },
    {
      ...refused('get-bucket-policy', 'use S3', 'read the bucket policy', 's3:GetBucketPolicy', [
        'NoSuchBucketPolicy',
      ]),
      why: 'the vendor needs the data, not the company’s rules',
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new GetBucketPolicyCommand({ Bucket }), { abortSignal });
        return 'the policy was shown';
      },
    },
  ];
}

/** Other data of the company's. */
function outOfReach({ grant, share }: ProbeSubject): Probe[] {
  // Made by `cdk bootstrap`: a bucket that is sure to exist in every account where CompanyStack is deployed.
  const assetsBucket = `cdk-hnb659fds-assets-${grant.companyAccount}-${share.company.region}`;
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes;
  // One that exists: a missing one is refused to everybody who may not list it.
  const outside = share.company.seedObjects.find(({ key }) =>
    prefixes?.every((prefix) => !key.startsWith(prefix)),
  )?.key;
  return [
    {
      ...refused('list-buckets', 'use S3', 'list all buckets', 's3:ListAllMyBuckets'),
      why: 'the names of the company’s other buckets are not the vendor’s to know',
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        const { Buckets } = await s3.send(new ListBucketsCommand({}), { abortSignal });
        return `${Buckets?.length ?? 0} buckets were shown`;
      },
    },
    {
      ...refused('list-other-bucket', 'use S3', 'list another bucket', 's3:ListBucket'),
      why: 'one bucket is shared, not the account',
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectsV2Command({ Bucket: assetsBucket, MaxKeys: 1 }), { abortSignal });
        return `${assetsBucket} was listed`;
      },
    },
    ...(prefixes === undefined
      ? []
      : [
          {
            ...refused('list-outside-prefix', 'use S3', 'list the whole bucket', 's3:ListBucket'),
            why: `only ${prefixes.join(', ')} is shared`,
            harmless: ONLY_READS,
            run: async ({ s3 }: AwsClients, abortSignal: AbortSignal) => {
              await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }), { abortSignal });
              return 'the whole bucket was listed';
            },
          },
          {
            ...refused('get-outside-prefix', 'use S3', 'read outside the prefix', 's3:GetObject'),
            why: `only ${prefixes.join(', ')} is shared`,
            harmless: ONLY_READS,
            run: async ({ s3 }: AwsClients, abortSignal: AbortSignal) => {
              if (outside === undefined) throw new NothingToTry('no object outside the prefix is known');
              const object = await s3.send(new GetObjectCommand({ Bucket, Key: outside }), { abortSignal });
              object.Body?.transformToWebStream()
                .cancel()
                .catch(() => undefined);
              return 'an object outside the prefix was read';
            },
          },
        ]),
  ];
}

function iamRefusals({ grant, nonce }: ProbeSubject): Probe[] {
  const nobody = `vendor-share-probe-${nonce}`;
  return [
    {
      ...refused('list-users', 'use IAM', 'list the company’s users', 'iam:ListUsers'),
      why: 'the role is for S3',
      harmless: ONLY_READS,
      run: async ({ iam }, abortSignal) => {
        const { Users } = await iam.send(new ListUsersCommand({ MaxItems: 1 }), { abortSignal });
        return `${Users?.length ?? 0} users were shown`;
      },
    },
    {
      ...refused('attach-policy', 'use IAM', 'give the role more rights', 'iam:AttachRolePolicy', [
        'NoSuchEntityException',
      ]),
      why: 'a role that can change itself can do everything',
      harmless: 'the policy does not exist',
      run: async ({ iam }, abortSignal) => {
        const PolicyArn = `arn:aws:iam::${grant.companyAccount}:policy/${nobody}`;
        await iam.send(new AttachRolePolicyCommand({ RoleName: grant.roleName, PolicyArn }), { abortSignal });
        return 'the policy was attached';
      },
    },
    {
      ...refused('create-access-key', 'use IAM', 'make lasting keys', 'iam:CreateAccessKey', [
        'NoSuchEntityException',
      ]),
      why: 'keys that do not expire would outlive the agreement',
      harmless: 'the user does not exist',
      run: async ({ iam }, abortSignal) => {
        await iam.send(new CreateAccessKeyCommand({ UserName: nobody }), { abortSignal });
        return 'a key was made';
      },
    },
  ];
}

/** Going round the door, or through it in another way than agreed. Tried with the vendor's own keys. */
function doorRefusals({ grant }: ProbeSubject): Probe[] {
  const { externalId } = grant.vendor;
  const role = { RoleArn: grant.roleArn, RoleSessionName: 'vendor-share-verify' };
  const assume = (input: { DurationSeconds?: number; ExternalId?: string }): Probe['run'] => {
    return async ({ sts }, abortSignal) => {
      await sts.send(new AssumeRoleCommand({ ...role, ...input }), { abortSignal });
      return 'the role was lent';
    };
  };
  return [
    {
      ...refused('bucket-without-role', 'use S3', 'list the bucket without borrowing', 's3:ListBucket'),
      as: 'user',
      why: 'the role is the only door: the bucket itself trusts nobody outside',
      harmless: ONLY_READS,
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectsV2Command({ Bucket: grant.bucketName, MaxKeys: 1 }), { abortSignal });
        return 'the bucket was listed';
      },
    },
    {
      ...refused('longer-session', 'assume the role', 'borrow for two hours', 'sts:AssumeRole'),
      as: 'user',
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
      expect: errors(['ValidationError'], []),
      why: 'a borrowed session lasts an hour at most',
      harmless: SESSION_IS_DROPPED,
      run: assume({ DurationSeconds: 7200, ...(externalId === undefined ? {} : { ExternalId: externalId }) }),
    },
    ...(externalId === undefined
      ? []
      : [
          {
            ...refused(
              'no-external-id',
              'assume the role',
              'borrow without the ExternalId',
              'sts:AssumeRole',
            ),
            as: 'user' as const,
            why: 'the ExternalId ties the role to this agreement',
            harmless: SESSION_IS_DROPPED,
            run: assume({}),
          },
          {
            ...refused(
              'wrong-external-id',
              'assume the role',
              'borrow with a wrong ExternalId',
              'sts:AssumeRole',
            ),
            as: 'user' as const,
            why: 'the ExternalId ties the role to this agreement',
            harmless: SESSION_IS_DROPPED,
            run: assume({ ExternalId: `not-${externalId}`.slice(0, 1224) }),
          },
        ]),
  ];
}

const ONLY_READS = 'it only reads, and what it reads is not shown';
const SESSION_IS_DROPPED = 'the session is dropped unused';

/** Valid, and the digest of no text that a probe sends: sixteen zero bytes. */
const MD5_OF_SOMETHING_ELSE = Buffer.alloc(16).toString('base64');

function shared(id: string, hop: Hop, title: string, action: string) {
  return { id, hop, title, action, as: 'borrower' as const, harmless: ONLY_READS };
}

function works(id: string, hop: Hop, title: string, action: string) {
  return { ...shared(id, hop, title, action), expect: { outcome: 'success' } as const };
}

function refused(id: string, hop: Hop, title: string, action: string, lateCodes: string[] = []) {
  return { ...shared(id, hop, title, action), expect: errors(['AccessDenied'], lateCodes) };
}

function errors(codes: string[], lateCodes: string[]): Expectation {
  return { outcome: 'error', codes, lateCodes };
}

/** Where a shared object could be, so that a role which may write there only is found out, too. */
function probeKey(prefixes: readonly string[], nonce: string): string {
  return `${prefixes[0] ?? ''}vendor-share-probe-${nonce}`;
}

async function anyObject(
  { s3 }: AwsClients,
  Bucket: string,
  prefixes: readonly string[],
  abortSignal: AbortSignal,
): Promise<string> {
  for (const Prefix of prefixes) {
    const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix, MaxKeys: 100 }), { abortSignal });
    const file = page.Contents?.find(({ Key }) => Key !== undefined && !Key.endsWith('/'));
    if (file?.Key !== undefined) return file.Key;
  }
  throw new NothingToTry('there is no object to read: put one in, and try again');
}
