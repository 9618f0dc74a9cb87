import type { Company, SeedObject } from '../../../lib/share/share';
import { cannotJudge, type Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { BucketEntry, CopyEntry, DeploymentEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/**
 * Exactly the promised objects are put into the shared bucket, so that a borrower can read them: nothing of other buckets,
 * nothing encrypted, nothing of others deleted.
 */
export function seedsAreAsPromised(
  { seedObjects }: Company,
  bucket: BucketEntry,
  { copies, deposits }: DeploymentEntry,
  isComplete: boolean,
): Finding[] {
  const into = copies.filter((copy) => copy.into === bucket.name);
  const doubts = into.flatMap(({ doubts: ofCopy, origin }) =>
    ofCopy.map((doubt) =>
      cannotJudge(`what is copied into ${bucket.name}: ${doubt}.`, origin, ['borrowers', 'it-works']),
    ),
  );
  const others = deposits
    .filter((deposit) => deposit.into === bucket.name)
    .map(({ what, origin }) =>
      cannotJudge(
        `${what}: it is put into ${bucket.name}, where borrowers could read it. Use another bucket.`,
        origin,
        ['borrowers'],
      ),
    );
  return [
    ...doubts,
    ...others,
    ...into.flatMap((copy) => copyFailures(copy, bucket.name)),
    ...(isComplete && doubts.length === 0 ? differences(seedObjects, into, bucket) : []),
  ];
}

function copyFailures({ origin, ...copy }: CopyEntry, bucketName: string): Failure[] {
  return [
    ...copy.fromElsewhere.map((other) =>
      settingFailure('borrowers', origin, {
        headline: `Objects of the bucket ${other} are copied into ${bucketName}.`,
        found: `it copies from ${other}`,
        why: 'Borrowers can read all of it, and only the seed objects were promised to be put there.',
        change: 'Take that source out.',
      }),
    ),
    ...copy.deletesOthers.map((when) =>
      settingFailure('it-works', origin, {
        headline: `What others put into ${bucketName} is deleted ${when === 'at once' ? 'with every deployment' : 'when the seed objects are taken out'}.`,
        found: when === 'at once' ? 'its Prune is not false' : 'its RetainOnDelete is false',
        why: 'The promised objects are put there, and nothing is taken away.',
        change: when === 'at once' ? 'Set Prune to false.' : 'Take RetainOnDelete out.',
      }),
    ),
    ...(copy.encryption === undefined
      ? []
      : [
          settingFailure('it-works', origin, {
            headline: `The seed objects are encrypted with ${copy.encryption}: a borrower could not decrypt them.`,
            found: 'its SystemMetadata says so',
            why: 'Reading such an object also takes kms:Decrypt on the key, which is not promised.',
            change: 'Take the encryption out of its metadata.',
          }),
        ]),
  ];
}

/** Object by object, name and content. */
function differences(
  promised: readonly SeedObject[],
  into: readonly CopyEntry[],
  { origin }: BucketEntry,
): Failure[] {
  const found = into.flatMap((copy) => copy.objects.map((object) => ({ ...object, origin: copy.origin })));
  const missing = promised.filter(({ key }) => !found.some((one) => one.key === key));
  return [
    ...missing.map(({ key }) =>
      settingFailure('it-works', origin, {
        headline: `The object ${key} is not put into the bucket.`,
        found: 'nothing in the templates puts it there',
        why: 'It is one of company.seedObjects.',
        change: 'Synthesize the templates again from these parameters.',
      }),
    ),
    ...found.flatMap((object) => {
      const seed = promised.find(({ key }) => key === object.key);
      const isSame = seed !== undefined && Buffer.from(seed.content).equals(object.content);
      if (isSame) return [];
      return [
        settingFailure('borrowers', object.origin, {
          headline: `The object ${object.key} is put into the bucket${seed ? ' with other content than was promised' : ''}.`,
          found: `it holds ${object.content.length} bytes`,
          why: 'Borrowers can read it, and only company.seedObjects were promised to be put there.',
          change: 'Take it out, or put it into company.seedObjects.',
        }),
      ];
    }),
  ];
}
