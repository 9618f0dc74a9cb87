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
import { ONLY_READS, type Probe, probeKey, type ProbeSubject, refused } from './probe';

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
      ...refused('put-bucket-policy', 'use S3', 'replace the bucket policy', 's3:PutBucketPolicy'),
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
function outOfReach({ grant, share, qualifier = 'hnb659fds' }: ProbeSubject): Probe[] {
  // Made by `cdk bootstrap`: a bucket that is sure to exist in every account where CompanyStack is deployed.
  const assetsBucket = `cdk-${qualifier}-assets-${grant.companyAccount}-${share.company.region}`;
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

/** A role for S3 has nothing to do there. */
function withIam({ grant, nonce }: ProbeSubject): Probe[] {
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

/** Valid, and the digest of no text that a probe sends: sixteen zero bytes. */
const MD5_OF_SOMETHING_ELSE = Buffer.alloc(16).toString('base64');
