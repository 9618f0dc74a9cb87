import { sayProbe } from '../../words/say';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
} from '@aws-sdk/client-s3';
import type { Grant } from '../../lib/share/grant';
import type { SeedObject, Share } from '../../lib/share/share';
import type { AwsClients } from './aws-clients';
import { NothingToTry } from './outcome';
import { borrowerProbe, errors, type Probe, probeKey, type ProbeSubject, works } from './probe';

/** What a borrower must be able to do. */
export function mustWork({ grant, share, nonce }: ProbeSubject): Probe[] {
  const Bucket = grant.bucketName;
  const prefixes = grant.vendor.prefixes ?? [''];
  const inReach = (key: string) => prefixes.some((prefix) => key.startsWith(prefix));
  const seed = share.company.seedObjects.find(({ key }) => inReach(key));
  return [
    ...prefixes.map((Prefix): Probe => ({
      ...works(
        `list-objects${Prefix === '' ? '' : ` ${Prefix}`}`,
        'use S3',
        Prefix === '' ? sayProbe('list-objects') : sayProbe('list-objects.prefix', { prefix: Prefix }),
        's3:ListBucket',
      ),
      why: sayProbe('why.lists'),
      run: async ({ s3 }, abortSignal) => {
        const input = { Bucket, Prefix, MaxKeys: 1000, ExpectedBucketOwner: grant.companyAccount };
        const page = await s3.send(new ListObjectsV2Command(input), { abortSignal });
        const count = page.KeyCount ?? page.Contents?.length ?? 0;
        return page.IsTruncated
          ? sayProbe('saw.objects.or-more', { count })
          : sayProbe('saw.objects', { count });
      },
    })),
    {
      ...works('get-object', 'use S3', readTitle(seed?.key, grant, share), 's3:GetObject'),
      why: share.company.kmsKey === undefined ? sayProbe('why.reads') : sayProbe('why.decrypts'),
      run: async (clients, abortSignal) => {
        const key = seed?.key ?? (await anyObject(clients, Bucket, prefixes, abortSignal));
        const object = await clients.s3.send(new GetObjectCommand({ Bucket, Key: key }), { abortSignal });
        if (seed === undefined) {
          object.Body?.transformToWebStream()
            .cancel()
            .catch(() => undefined);
          return sawObject(key, object);
        }
        const bytes = Buffer.from((await object.Body?.transformToByteArray()) ?? []);
        return sawSeed(bytes, seed, object);
      },
    },
    {
      ...borrowerProbe('head-missing-key', 'use S3', sayProbe('head-missing-key'), 's3:GetObject'),
      // With `prefixes`, listing is allowed under a condition that a HEAD cannot meet, so S3 may not say "not found".
      expect: errors(grant.vendor.prefixes ? ['NotFound', 'AccessDenied'] : ['NotFound'], []),
      why: sayProbe('head-missing-key.why'),
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
        return sayProbe('saw.object-exists');
      },
    },
  ];
}

/** The KMS key by its id, where the share knows it. */
function readTitle(key: string | undefined, { kmsKeyArn }: Grant, { company }: Share): string {
  if (company.kmsKey === undefined)
    return key === undefined ? sayProbe('get-object') : sayProbe('get-object.named', { key });
  if (kmsKeyArn === undefined)
    return key === undefined
      ? sayProbe('get-object.stack-key')
      : sayProbe('get-object.named.stack-key', { key });
  const kmsKey = idOf(kmsKeyArn);
  return key === undefined
    ? sayProbe('get-object.key', { kmsKey })
    : sayProbe('get-object.named.key', { key, kmsKey });
}

function sawObject(key: string, { ContentLength: count = 0, SSEKMSKeyId }: GetObjectCommandOutput): string {
  return SSEKMSKeyId === undefined
    ? sayProbe('saw.object', { key, count })
    : sayProbe('saw.object.decrypted', { key, count, kmsKey: idOf(SSEKMSKeyId) });
}

/** What the company has written into its own object since is the company's business: the role reads it as promised. */
function sawSeed(bytes: Buffer, { content }: SeedObject, { SSEKMSKeyId }: GetObjectCommandOutput): string {
  const count = bytes.length;
  const isSame = bytes.equals(Buffer.from(content));
  if (SSEKMSKeyId === undefined)
    return isSame ? sayProbe('saw.seed', { count }) : sayProbe('saw.seed.changed', { count });
  const slots = { count, kmsKey: idOf(SSEKMSKeyId) };
  return isSame ? sayProbe('saw.seed.decrypted', slots) : sayProbe('saw.seed.changed.decrypted', slots);
}

const idOf = (keyArn: string): string => keyArn.slice(keyArn.lastIndexOf('/') + 1);

export async function anyObject(
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
  throw new NothingToTry(sayProbe('no-object-to-read'));
}
