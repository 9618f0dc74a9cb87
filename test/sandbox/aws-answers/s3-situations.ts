import {
  AttachRolePolicyCommand,
  CreatePolicyCommand,
  PutRolePermissionsBoundaryCommand,
} from '@aws-sdk/client-iam';
import { DisableKeyCommand } from '@aws-sdk/client-kms';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutObjectAclCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { newBucket } from '../../../tools/sandbox/s3/whole-buckets';
import { assumeRole, type Keys } from '../clients';
import { sendRaw } from '../raw-request';
import { allowing, denying, policyOf, type Situations } from './situation';
import type { Stage } from './stage';

const getting = (stage: Stage, keys: Keys) =>
  stage.refusal(
    stage.s3(keys).send(new GetObjectCommand({ Bucket: stage.names.bucket, Key: stage.names.object })),
  );
const listing = (stage: Stage, keys: Keys, region?: string) =>
  stage.refusal(stage.s3(keys, region).send(new ListObjectsV2Command({ Bucket: stage.names.bucket })));
const putting = (stage: Stage, keys: Keys, input: object = {}) =>
  stage.refusal(
    stage
      .s3(keys)
      .send(
        new PutObjectCommand({ Bucket: stage.names.bucket, Key: stage.names.object, Body: 'mine', ...input }),
      ),
  );
const everything = [allowing('s3:*', '*')];
const objects = (stage: Stage) => `${stage.bucketArn}/*`;
const readable = async (stage: Stage) =>
  stage.roleKeys(allowing('s3:GetObject', objects(stage)), allowing('s3:ListBucket', stage.bucketArn));

export const S3_SITUATIONS: Situations = {
  's3-get-identity': async (stage) => getting(stage, await stage.roleKeys()),
  's3-put-identity': async (stage) => putting(stage, await readable(stage)),
  's3-listbuckets': async (stage) =>
    stage.refusal(stage.s3(await readable(stage)).send(new ListBucketsCommand({}))),
  's3-other-org': async (stage) =>
    listing(stage, await stage.vendorKeys('Stranger', 'someone', ...everything)),
  async 's3-deny-bucket'(stage) {
    const Policy = policyOf({ ...denying('s3:ListBucket', stage.bucketArn), Principal: '*' });
    const put = new PutBucketPolicyCommand({ Bucket: stage.names.bucket, Policy });
    await stage.s3(stage.admin).send(put);
    return listing(stage, await readable(stage));
  },
  async 's3-deny-identity'(stage) {
    const keys = await readable(stage);
    const iam = stage.iam(stage.admin);
    const made = await iam.send(
      new CreatePolicyCommand({
        PolicyName: 'QuarantineReads',
        PolicyDocument: policyOf(denying('s3:GetObject', '*')),
      }),
    );
    await iam.send(new AttachRolePolicyCommand({ RoleName: stage.names.role, PolicyArn: made.Policy!.Arn! }));
    return getting(stage, keys);
  },
  async 's3-boundary-implicit'(stage) {
    const keys = await readable(stage);
    const iam = stage.iam(stage.admin);
    const made = await iam.send(
      new CreatePolicyCommand({
        PolicyName: 'OnlyListing',
        PolicyDocument: policyOf(allowing('s3:ListBucket', '*')),
      }),
    );
    await iam.send(
      new PutRolePermissionsBoundaryCommand({
        RoleName: stage.names.role,
        PermissionsBoundary: made.Policy!.Arn!,
      }),
    );
    return getting(stage, keys);
  },
  async 's3-session-implicit'(stage) {
    await readable(stage);
    const keys = await assumeRole(stage.sandbox, stage.admin, {
      RoleArn: stage.roleArn,
      RoleSessionName: stage.names.session,
      Policy: policyOf(allowing('s3:GetObject', '*')),
    });
    return listing(stage, keys);
  },

  async 's3-kms-identity'(stage) {
    await encrypt(stage);
    return getting(stage, await readable(stage));
  },
  async 's3-kms-disabled'(stage) {
    await encrypt(stage);
    await stage.kms(stage.admin).send(new DisableKeyCommand({ KeyId: stage.names.keyId }));
    return getting(stage, await readable(stage));
  },
  async 's3-kms-gone'(stage) {
    await encrypt(stage);
    stage.sandbox.world.keys.clear(); // a week after it was scheduled to be
    return getting(stage, await readable(stage));
  },
  async 's3-glacier'(stage) {
    await stage.s3(stage.admin).send(
      new PutObjectCommand({
        Bucket: stage.names.bucket,
        Key: stage.names.object,
        Body: 'old',
        StorageClass: 'GLACIER',
      }),
    );
    return getting(stage, await readable(stage));
  },

  's3-nokey': async (stage) =>
    stage.refusal(
      stage
        .s3(await readable(stage))
        .send(new GetObjectCommand({ Bucket: stage.names.bucket, Key: 'no/such/key' })),
    ),
  /** The AWS CLI makes a code and a message of the status line. */
  async 's3-head-403'(stage) {
    const { status, phrase, text } = await sendRaw(stage.sandbox, {
      keys: await stage.roleKeys(),
      region: stage.names.region,
      method: 'HEAD',
      path: `/${stage.names.bucket}/no/such/key`,
    });
    if (text !== '') throw new Error(`a HEAD was answered with ${text}`);
    return { code: String(status), httpStatus: status, message: phrase };
  },
  's3-nobucket': async (stage) =>
    stage.refusal(
      stage.s3(stage.admin).send(new ListObjectsV2Command({ Bucket: `${stage.names.bucket}-2` })),
    ),
  's3-nobucketpolicy': (stage) =>
    stage.refusal(stage.s3(stage.admin).send(new GetBucketPolicyCommand({ Bucket: stage.names.bucket }))),

  's3-redirect': async (stage) => listing(stage, await readable(stage), stage.names.otherRegion),
  's3-illegal-location'(stage) {
    const { buckets } = stage.sandbox.world;
    buckets.set('in-hong-kong', newBucket('in-hong-kong', stage.names.company, 'ap-east-1', new Date()));
    return stage.refusal(stage.s3(stage.admin).send(new ListObjectsV2Command({ Bucket: 'in-hong-kong' })));
  },

  async 's3-expired'(stage) {
    const keys = await readable(stage);
    const later = new Date(Date.now() + 61 * 60_000);
    stage.setClock(later);
    return stage.rawRefusal({ keys, path: `/${stage.names.bucket}`, date: stamp(later) });
  },
  's3-unknown-key': async (stage) => {
    const { accessKeyId, secretAccessKey } = await readable(stage); // without their token
    return stage.refusal(stage.s3({ accessKeyId, secretAccessKey }).send(new ListBucketsCommand({})));
  },
  's3-skew': (stage) =>
    stage.rawRefusal({
      keys: stage.admin,
      path: `/${stage.names.bucket}`,
      date: stamp(new Date(Date.now() - 16 * 60_000)),
    }),
  's3-presigned-expired': (stage) =>
    stage.rawRefusal({
      keys: stage.admin,
      path: `/${stage.names.bucket}/${encodeURI(stage.names.object)}`,
      date: stamp(new Date(Date.now() - 61_000)),
      expires: '60',
    }),

  's3-acl-off': (stage) =>
    stage.refusal(
      stage.s3(stage.admin).send(
        new PutObjectAclCommand({
          Bucket: stage.names.bucket,
          Key: stage.names.object,
          ACL: 'public-read',
        }),
      ),
    ),
  's3-baddigest': async (stage) =>
    putting(stage, await stage.roleKeys(...everything), { ContentMD5: '1B2M2Y8AsgTpgAmY7PhCfg==' }),
  's3-delete-ifmatch': async (stage) =>
    stage.refusal(
      stage.s3(await stage.roleKeys(...everything)).send(
        new DeleteObjectCommand({
          Bucket: stage.names.bucket,
          Key: stage.names.object,
          IfMatch: '"00000000000000000000000000000000"',
        }),
      ),
    ),
  's3-version-bad': async (stage) =>
    stage.refusal(
      stage.s3(await stage.roleKeys(...everything)).send(
        new DeleteObjectCommand({
          Bucket: stage.names.bucket,
          Key: stage.names.object,
          VersionId: 'not a version',
        }),
      ),
    ),
  's3-bpa': (stage) =>
    stage.refusal(
      stage.s3(stage.admin).send(
        new PutBucketPolicyCommand({
          Bucket: stage.names.bucket,
          Policy: policyOf({ ...allowing('s3:GetObject', objects(stage)), Principal: '*' }),
        }),
      ),
    ),
  's3-copy-tags': async (stage) =>
    stage.refusal(
      stage
        .s3(await readable(stage))
        .send(new GetObjectTaggingCommand({ Bucket: stage.names.bucket, Key: stage.names.object })),
    ),

  's3-create-taken': (stage) =>
    stage.refusal(
      stage.s3(stage.vendorAdmin).send(new CreateBucketCommand({ Bucket: stage.names.bucket, ...at(stage) })),
    ),
  's3-create-invalid': (stage) =>
    stage.refusal(stage.s3(stage.admin).send(new CreateBucketCommand({ Bucket: 'My-Bucket', ...at(stage) }))),
  's3-not-empty': (stage) =>
    stage.refusal(stage.s3(stage.admin).send(new DeleteBucketCommand({ Bucket: stage.names.bucket }))),
};

/** Where us-east-1 is, nothing is said. */
const at = ({ names: { region } }: Stage) =>
  region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'eu-west-1' } };

/** Encrypts the bucket with the key, and the object anew. */
async function encrypt(stage: Stage): Promise<void> {
  const { bucket: Bucket, object: Key, keyId: KMSMasterKeyID } = stage.names;
  const ApplyServerSideEncryptionByDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } as const;
  const ServerSideEncryptionConfiguration = { Rules: [{ ApplyServerSideEncryptionByDefault }] };
  const client = stage.s3(stage.admin);
  await client.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  await client.send(new PutObjectCommand({ Bucket, Key, Body: 'confidential data' }));
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d{3}/g, '');
