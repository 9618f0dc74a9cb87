import { sayReading } from '../../../words/say';
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { BucketInput } from './bucket-settings';
import type { Parts } from './live-reader';

/**
 * Where ACLs are on, whoever uploads an object owns it, and the bucket's owner can give nobody access to it. Looked at is
 * one page of each prefix: an example is what the company has to know.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 *
 * @param owner canonical user id of the bucket's
 * @returns a sentence for each prefix with such objects
 */
export async function readOwners(
  parts: Parts,
  s3: S3Client,
  input: BucketInput,
  prefixes: readonly string[],
  owner: string | undefined,
): Promise<string[]> {
  const read = await parts.read(sayReading('part.owners'), (call) =>
    Promise.all(
      prefixes.map(async (Prefix) => {
        const command = new ListObjectsV2Command({ ...input, Prefix, FetchOwner: true, MaxKeys: 1000 });
        const { Contents: objects = [] } = await call.answer(s3.send(command, call.options()));
        const others = objects.filter(({ Owner }) => Owner?.ID !== undefined && Owner.ID !== owner);
        return others.length === 0
          ? []
          : [
              sentence(
                others.map(({ Key }) => Key ?? ''),
                objects.length,
                Prefix,
              ),
            ];
      }),
    ),
  );
  return (read?.value ?? []).flat();
}

function sentence(keys: readonly string[], all: number, prefix: string): string {
  const shown = keys.slice(0, SHOWN).join(', ');
  const listed =
    keys.length > SHOWN ? sayReading('keys.more', { keys: shown, count: keys.length - SHOWN }) : shown;
  const slots = { all, count: keys.length, keys: listed };
  return prefix === '' ? sayReading('owners', slots) : sayReading('owners.prefix', { ...slots, prefix });
}

const SHOWN = 5;
