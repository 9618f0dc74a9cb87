import { listed } from '../../words/speech';
import { sayCause, sayProbe } from '../../words/say';
import { AttachRolePolicyCommand, CreateAccessKeyCommand, ListUsersCommand } from '@aws-sdk/client-iam';
import {
  DeleteObjectCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import type { AwsClients } from './aws-clients';
import { NothingToTry } from './outcome';
import { onlyReads, type Probe, probeKey, type ProbeSubject, denied } from './probe';

/** What the role must not be able to do. */
export function deniedToBorrower(subject: ProbeSubject): Probe[] {
  return [...withTheBucket(subject), ...outOfReach(subject), ...withIam(subject)];
}

/** What could be done to the data and the bucket by someone who may do more than read. */
function withTheBucket({ grant, nonce }: ProbeSubject): Probe[] {
  const Bucket = grant.bucketName;
  const Key = probeKey(grant.vendor.prefixes ?? [''], nonce);
  return [
    {
      ...denied('put-object', 'use S3', sayProbe('put-object'), 's3:PutObject', [
        'BadDigest',
        'InvalidDigest',
      ]),
      why: sayProbe('put-object.why'),
      harmless: sayProbe('put-object.harmless'),
      run: async ({ s3 }, abortSignal) => {
        const input = { Bucket, Key, Body: nonce, ContentMD5: MD5_OF_SOMETHING_ELSE };
        await s3.send(new PutObjectCommand(input), { abortSignal });
        return sayProbe('saw.object-stored', { key: Key });
      },
    },
    {
      ...denied('delete-object', 'use S3', sayProbe('delete-object'), 's3:DeleteObject', [
        'PreconditionFailed',
        'NoSuchKey',
      ]),
      why: sayProbe('delete-object.why'),
      // https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
      harmless: sayProbe('delete-object.harmless'),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: '*' }), { abortSignal });
        return sayProbe('saw.nothing-to-delete');
      },
    },
    {
      ...denied('delete-version', 'use S3', sayProbe('delete-version'), 's3:DeleteObjectVersion', [
        'NoSuchVersion',
      ]),
      why: sayProbe('delete-version.why'),
      harmless: sayProbe('delete-version.harmless'),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: 'null' }), { abortSignal });
        return sayProbe('saw.nothing-to-delete');
      },
    },
    {
      ...denied('put-object-acl', 'use S3', sayProbe('put-object-acl'), 's3:PutObjectAcl', ['NoSuchKey']),
      why: sayProbe('put-object-acl.why'),
      harmless: sayProbe('harmless.missing-object'),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new PutObjectAclCommand({ Bucket, Key, ACL: 'private' }), { abortSignal });
        return sayProbe('saw.allowed');
      },
    },
    {
      ...denied('put-object-tagging', 'use S3', sayProbe('put-object-tagging'), 's3:PutObjectTagging', [
        'NoSuchKey',
      ]),
      why: sayProbe('put-object-tagging.why'),
      harmless: sayProbe('harmless.missing-object'),
      run: async ({ s3 }, abortSignal) => {
        const Tagging = { TagSet: [{ Key: 'probe', Value: nonce }] };
        await s3.send(new PutObjectTaggingCommand({ Bucket, Key, Tagging }), { abortSignal });
        return sayProbe('saw.allowed');
      },
    },
    {
      ...denied('put-bucket-policy', 'use S3', sayProbe('put-bucket-policy'), 's3:PutBucketPolicy'),
      why: sayProbe('put-bucket-policy.why'),
      harmless: sayProbe('put-bucket-policy.harmless'),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new PutBucketPolicyCommand({ Bucket, Policy: 'not a policy' }), { abortSignal });
        return sayProbe('saw.allowed');
      },
    },
    {
      ...denied('get-bucket-policy', 'use S3', sayProbe('get-bucket-policy'), 's3:GetBucketPolicy', [
        'NoSuchBucketPolicy',
      ]),
      why: sayProbe('get-bucket-policy.why'),
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new GetBucketPolicyCommand({ Bucket }), { abortSignal });
        return sayProbe('saw.policy-returned');
      },
    },
  ];
}

/** Other data of the company's. */
function outOfReach({ grant, share, qualifier = 'hnb659fds' }: ProbeSubject): Probe[] {
  // Made by `cdk bootstrap`: a bucket that is sure to exist in every account where CompanyStack is deployed.
  const assetsBucket = `cdk-${qualifier}-assets-${grant.companyAccount}-${share.company.region}`;
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes;
  // One that exists: a missing one is denied to everybody who may not list it.
  const outside = share.company.seedObjects.find(({ key }) =>
    prefixes?.every((prefix) => !key.startsWith(prefix)),
  )?.key;
  return [
    {
      ...denied('list-buckets', 'use S3', sayProbe('list-buckets'), 's3:ListAllMyBuckets'),
      why: sayProbe('list-buckets.why'),
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        const { Buckets } = await s3.send(new ListBucketsCommand({}), { abortSignal });
        return sayProbe('saw.buckets', { count: Buckets?.length ?? 0 });
      },
    },
    {
      ...denied('list-other-bucket', 'use S3', sayProbe('list-other-bucket'), 's3:ListBucket'),
      why: sayProbe('list-other-bucket.why'),
      harmless: onlyReads(),
      run: async ({ s3 }, abortSignal) => {
        await s3.send(new ListObjectsV2Command({ Bucket: assetsBucket, MaxKeys: 1 }), { abortSignal });
        return sayProbe('saw.bucket-listed', { bucket: assetsBucket });
      },
    },
    ...(prefixes === undefined
      ? []
      : [
          {
            ...denied('list-outside-prefix', 'use S3', sayProbe('list-outside-prefix'), 's3:ListBucket'),
            why: sayProbe('why.prefixes', { prefixes: listed(prefixes) }),
            harmless: onlyReads(),
            run: async ({ s3 }: AwsClients, abortSignal: AbortSignal) => {
              await s3.send(new ListObjectsV2Command({ Bucket, MaxKeys: 1 }), { abortSignal });
              return sayProbe('saw.whole-bucket-listed');
            },
          },
          {
            ...denied('get-outside-prefix', 'use S3', sayProbe('get-outside-prefix'), 's3:GetObject'),
            why: sayProbe('why.prefixes', { prefixes: listed(prefixes) }),
            harmless: onlyReads(),
            run: async ({ s3 }: AwsClients, abortSignal: AbortSignal) => {
              if (outside === undefined) throw new NothingToTry(sayCause('no-outside-object.cause'));
              const object = await s3.send(new GetObjectCommand({ Bucket, Key: outside }), { abortSignal });
              object.Body?.transformToWebStream()
                .cancel()
                .catch(() => undefined);
              return sayProbe('saw.read-outside', { key: outside });
            },
          },
        ]),
  ];
}

/** A role for S3 has nothing to do there. */
function withIam({ grant, nonce }: ProbeSubject): Probe[] {
  const nobody = `vendor-share-probe-${nonce}`;
  return [
    {
      ...denied('list-users', 'use IAM', sayProbe('list-users'), 'iam:ListUsers'),
      why: sayProbe('list-users.why'),
      harmless: onlyReads(),
      run: async ({ iam }, abortSignal) => {
        const { Users } = await iam.send(new ListUsersCommand({ MaxItems: 1 }), { abortSignal });
        return sayProbe('saw.users', { count: Users?.length ?? 0 });
      },
    },
    {
      ...denied('attach-policy', 'use IAM', sayProbe('attach-policy'), 'iam:AttachRolePolicy', [
        'NoSuchEntityException',
      ]),
      why: sayProbe('attach-policy.why'),
      harmless: sayProbe('attach-policy.harmless'),
      run: async ({ iam }, abortSignal) => {
        const PolicyArn = `arn:aws:iam::${grant.companyAccount}:policy/${nobody}`;
        await iam.send(new AttachRolePolicyCommand({ RoleName: grant.roleName, PolicyArn }), { abortSignal });
        return sayProbe('saw.allowed');
      },
    },
    {
      ...denied('create-access-key', 'use IAM', sayProbe('create-access-key'), 'iam:CreateAccessKey', [
        'NoSuchEntityException',
      ]),
      why: sayProbe('create-access-key.why'),
      harmless: sayProbe('create-access-key.harmless'),
      run: async ({ iam }, abortSignal) => {
        await iam.send(new CreateAccessKeyCommand({ UserName: nobody }), { abortSignal });
        return sayProbe('saw.allowed');
      },
    },
  ];
}

/** Valid, and the digest of no text that a probe sends: sixteen zero bytes. */
const MD5_OF_SOMETHING_ELSE = Buffer.alloc(16).toString('base64');
