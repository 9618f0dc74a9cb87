import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
} from '@aws-sdk/client-s3';
import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import type { AwsClients } from './aws-clients';
import { NothingToTry, UnexpectedContent } from './outcome';
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
      ...works(
        'get-object',
        'use S3',
        `read ${seed?.key ?? 'an object'}${encryptedWith(grant, share)}`,
        's3:GetObject',
      ),
      why:
        share.company.kmsKey === undefined
          ? 'the role may read what is shared'
          : 'the role may read what is shared, and S3 may decrypt it for the role',
      run: async (clients, abortSignal) => {
        const key = seed?.key ?? (await anyObject(clients, Bucket, prefixes, abortSignal));
        const object = await clients.s3.send(new GetObjectCommand({ Bucket, Key: key }), { abortSignal });
        if (seed === undefined) {
          object.Body?.transformToWebStream()
            .cancel()
            .catch(() => undefined);
          return `${key}, ${object.ContentLength ?? 0} bytes${decryptedWith(object)}`;
        }
        const bytes = Buffer.from((await object.Body?.transformToByteArray()) ?? []);
        const wanted = Buffer.from(seed.content);
        if (bytes.equals(wanted)) return `${bytes.length} bytes, as in parameters.ts${decryptedWith(object)}`;
        throw new UnexpectedContent(
          `${key} holds ${bytes.length} bytes that differ from the ${wanted.length} in parameters.ts`,
        );
      },
    },
    {
      ...borrowerProbe('head-missing-key', 'use S3', 'look for a key that does not exist', 's3:GetObject'),
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

/** The key by its id, where the share knows it. */
function encryptedWith({ kmsKeyArn }: Grant, { company }: Share): string {
  if (company.kmsKey === undefined) return '';
  return `, encrypted with ${kmsKeyArn === undefined ? 'the key of the stack' : `key ${idOf(kmsKeyArn)}`}`;
}

function decryptedWith({ SSEKMSKeyId: key }: GetObjectCommandOutput): string {
  return key === undefined ? '' : `, decrypted with key ${idOf(key)}`;
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
  throw new NothingToTry('there is no object to read: put one in, and try again');
}
