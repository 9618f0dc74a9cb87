import { sayProofClaims as say } from '../../../words/say';
import type { Company, SeedObject } from '../../../lib/share/share';
import { cannotJudge, type Finding } from '../report/finding';
import type { Failure } from '../report/report';
import type { BucketEntry, CopyEntry, DeploymentEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/** One that was there before the templates stands in none of them. */
type SharedBucket = Pick<BucketEntry, 'name'> & Partial<Pick<BucketEntry, 'origin'>>;

/**
 * Exactly the promised objects are put into the shared bucket, so that a borrower can read them: nothing of other buckets,
 * nothing encrypted, nothing of others deleted.
 */
export function seedsAreAsPromised(
  { seedObjects }: Company,
  bucket: SharedBucket,
  { copies, deposits }: DeploymentEntry,
  isComplete: boolean,
): Finding[] {
  const into = copies.filter((copy) => copy.into === bucket.name);
  const doubts = into.flatMap(({ doubts: ofCopy, origin }) =>
    ofCopy.map((problem) =>
      cannotJudge(say('copyDoubt', { bucket: bucket.name, problem }), origin, ['borrowers', 'it-works']),
    ),
  );
  const others = deposits
    .filter((deposit) => deposit.into === bucket.name)
    .map(({ what, origin }) =>
      cannotJudge(say('deposit', { what, bucket: bucket.name }), origin, ['borrowers']),
    );
  return [
    ...doubts,
    ...others,
    ...into.flatMap((copy) => copyFailures(copy, bucket.name)),
    ...(isComplete && doubts.length === 0 ? differences(seedObjects, into, bucket) : []),
  ];
}

/** What is shared is not copied to where others may read it: a bucket that is not in the templates may be anybody's. */
export function nothingIsCopiedOut(
  { name }: SharedBucket,
  { copies }: DeploymentEntry,
  own: readonly BucketEntry[],
): Finding[] {
  return copies
    .filter(({ into, fromElsewhere }) => into !== name && fromElsewhere.includes(name))
    .filter(({ into }) => !own.some((one) => one.name === into))
    .map(({ into, origin }) =>
      cannotJudge(say('copiedOut', { bucket: name, other: into }), origin, ['outsiders']),
    );
}

function copyFailures({ origin, ...copy }: CopyEntry, bucket: string): Failure[] {
  return [
    ...copy.fromElsewhere.map((other) =>
      settingFailure('borrowers', origin, {
        headline: say('copiedFrom.headline', { other, bucket }),
        found: say('copiedFrom.found', { other }),
        why: say('copiedFrom.why'),
        change: say('copiedFrom.change'),
      }),
    ),
    ...copy.deletesOthers.map((when) => {
      const id = when === 'at once' ? 'deletesAtOnce' : 'deletesLater';
      return settingFailure('it-works', origin, {
        headline: say(`${id}.headline`, { bucket }),
        found: say(`${id}.found`),
        why: say('deletesWhy'),
        change: say(`${id}.change`),
      });
    }),
    ...(copy.encryption === undefined
      ? []
      : [
          settingFailure('it-works', origin, {
            headline: say('seedEncrypted.headline', { encryption: copy.encryption }),
            found: say('seedEncrypted.found'),
            why: say('encrypted.why'),
            change: say('seedEncrypted.change'),
          }),
        ]),
  ];
}

/** Object by object, name and content. */
function differences(
  promised: readonly SeedObject[],
  into: readonly CopyEntry[],
  { origin }: SharedBucket,
): Failure[] {
  const found = into.flatMap((copy) => copy.objects.map((object) => ({ ...object, origin: copy.origin })));
  const missing = promised.filter(({ key }) => !found.some((one) => one.key === key));
  return [
    ...missing.map(({ key }) =>
      settingFailure('it-works', origin, {
        headline: say('noSeed.headline', { key }),
        found: say('noSeed.found'),
        why: say('noSeed.why'),
        change: say('noSeed.change'),
      }),
    ),
    ...found.flatMap((object) => {
      const seed = promised.find(({ key }) => key === object.key);
      if (seed !== undefined && isSame(object.content, seed.content)) return [];
      return [
        settingFailure('borrowers', object.origin, {
          headline: say(seed ? 'otherContent.headline' : 'otherObject.headline', { key: object.key }),
          found: say('otherObject.found', { count: object.content.length }),
          why: say('otherObject.why'),
          change: say('otherObject.change'),
        }),
      ];
    }),
  ];
}

function isSame(bytes: Uint8Array, text: string): boolean {
  const wanted = new TextEncoder().encode(text);
  return bytes.length === wanted.length && bytes.every((byte, index) => byte === wanted[index]);
}
