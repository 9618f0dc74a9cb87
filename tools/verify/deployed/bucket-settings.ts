import { sayReading } from '../../../words/say';
import {
  GetBucketEncryptionCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { BucketEntry, Origin } from '../../proof/templates/inventory';
import { type Call, type Parts, parsed } from './live-reader';

/** For every call about the bucket: one of another owner is not the promised one. */
export interface BucketInput {
  readonly Bucket: string;
  readonly ExpectedBucketOwner: string;
}

/** Where a key is that is named by its id. */
interface KeyPlace {
  readonly account: string;
  readonly region: string;
}

type Setting = 'policy' | 'publicAccessBlock' | 'ownership' | 'encryption';
type Settings = Pick<BucketEntry, Setting | 'encryptionKey'>;

/** Policy, public-access block, ownership and encryption: each as it is, or as it was promised where it could not be read. */
export async function readSettings(
  parts: Parts,
  s3: S3Client,
  input: BucketInput,
  promised: BucketEntry,
  origin: Origin,
  region: string,
): Promise<Settings> {
  const place = { account: input.ExpectedBucketOwner, region };
  const reading: readonly (readonly [Setting, string, (call: Call) => Promise<Settings>])[] = [
    ['policy', sayReading('part.policy'), (call) => policyOf(s3, input, origin, call)],
    [
      'publicAccessBlock',
      sayReading('part.public-access-block'),
      (call) => publicAccessBlockOf(s3, input, call),
    ],
    ['ownership', sayReading('part.ownership'), (call) => ownershipOf(s3, input, call)],
    ['encryption', sayReading('part.encryption'), (call) => encryptionOf(s3, input, place, call)],
  ];
  const settings = await Promise.all(
    reading.map(async ([setting, name, read]): Promise<Settings> => {
      const found = await parts.read(name, read);
      if (found) return found.value;
      const { encryptionKey } = promised;
      const withKey = setting === 'encryption' && encryptionKey !== undefined && { encryptionKey };
      return { [setting]: promised[setting], ...withKey };
    }),
  );
  return settings.reduce((all, one) => ({ ...all, ...one }), {});
}

async function policyOf(s3: S3Client, input: BucketInput, origin: Origin, call: Call): Promise<Settings> {
  const request = s3.send(new GetBucketPolicyCommand(input), call.options());
  const { Policy: text } = (await call.ifThere(request, 'NoSuchBucketPolicy')) ?? {};
  if (text === undefined) return {};
  return { policy: { name: `bucket policy of ${input.Bucket}`, document: parsed(text), origin } };
}

async function publicAccessBlockOf(s3: S3Client, input: BucketInput, call: Call): Promise<Settings> {
  const request = s3.send(new GetPublicAccessBlockCommand(input), call.options());
  const found = await call.ifThere(request, 'NoSuchPublicAccessBlockConfiguration');
  const settings = found?.PublicAccessBlockConfiguration;
  if (settings === undefined) return {};
  return {
    publicAccessBlock: {
      blockPublicAcls: settings.BlockPublicAcls === true,
      ignorePublicAcls: settings.IgnorePublicAcls === true,
      blockPublicPolicy: settings.BlockPublicPolicy === true,
      restrictPublicBuckets: settings.RestrictPublicBuckets === true,
    },
  };
}

async function ownershipOf(s3: S3Client, input: BucketInput, call: Call): Promise<Settings> {
  const request = s3.send(new GetBucketOwnershipControlsCommand(input), call.options());
  const found = await call.ifThere(request, 'OwnershipControlsNotFoundError');
  const ownership = found?.OwnershipControls?.Rules?.[0]?.ObjectOwnership;
  return ownership === undefined ? {} : { ownership };
}

/** An id is a key's of the bucket's own account. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
const keyArn = (key: string, { account, region }: KeyPlace): string =>
  key.startsWith('arn:') ? key : `arn:aws:kms:${region}:${account}:key/${key}`;

async function encryptionOf(
  s3: S3Client,
  input: BucketInput,
  place: KeyPlace,
  call: Call,
): Promise<Settings> {
  const request = s3.send(new GetBucketEncryptionCommand(input), call.options());
  const found = await call.ifThere(request, 'ServerSideEncryptionConfigurationNotFoundError');
  const [rule] = found?.ServerSideEncryptionConfiguration?.Rules ?? [];
  const { SSEAlgorithm: algorithm, KMSMasterKeyID: key } = rule?.ApplyServerSideEncryptionByDefault ?? {};
  if (algorithm === undefined) return {};
  return { encryption: algorithm, ...(key !== undefined && { encryptionKey: keyArn(key, place) }) };
}
