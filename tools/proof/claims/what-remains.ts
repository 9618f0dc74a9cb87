import { sayProofClaims as say } from '../../../words/say';
import type { Company } from '../../../lib/share/share';
import { cannotJudge, type Finding } from '../report/finding';
import type { ClaimId, Failure } from '../report/report';
import type { AccessInventory, BucketEntry, DeploymentEntry, StayingEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/** No access outlives the promise: what gives access goes when its stack goes, or when another takes its place. */
export function noAccessStays({ stays }: DeploymentEntry): Failure[] {
  return stays.map((one) => {
    const { type, logicalId, attribute, value, origin } = one;
    return settingFailure(claimAbout(one), origin, {
      headline: say(`stays.${WHEN[attribute]}`, { type, logicalId }),
      found: say('stays.found', { attribute, value }),
      why: say('stays.why'),
      change: say('stays.change', { attribute }),
    });
  });
}

/** What has happened when an attribute decides. */
const WHEN = { DeletionPolicy: 'deleted', UpdateReplacePolicy: 'replaced' } as const;

function claimAbout({ type }: StayingEntry): ClaimId {
  return type.startsWith('AWS::SSO::') ? 'permission-set' : 'outsiders';
}

/** The shared bucket becomes what the share says when its stack is deleted: data that is promised to be kept, is. */
export function bucketHasItsFate(
  { whenStackIsDeleted = 'keep' }: Company,
  bucket: BucketEntry,
  { emptied }: DeploymentEntry,
): Finding[] {
  const promised = whenStackIsDeleted === 'keep' ? 'kept' : 'deleted';
  const value = promised === 'kept' ? 'Retain' : 'Delete';
  const { name, origin } = bucket;
  const fates = [
    ['DeletionPolicy', bucket.whenDeleted],
    ['UpdateReplacePolicy', bucket.whenReplaced],
  ] as const;
  const emptying = promised === 'kept' ? emptied.filter(({ bucketName }) => bucketName === name) : [];
  const why = say('fate.why', { promised: whenStackIsDeleted });
  return [
    ...fates.flatMap(([attribute, fate]) => {
      if (fate === undefined || fate === promised) return [];
      const id = fate === 'kept' ? 'keptBucket' : 'deletedBucket';
      return [
        settingFailure('it-works', origin, {
          headline: say(`${id}.${WHEN[attribute]}`, { bucket: name }),
          found: say(`${id}.found`, { attribute }),
          why,
          change: say('fate.change', { attribute, value }),
        }),
      ];
    }),
    ...emptying.map((one) =>
      settingFailure('it-works', one.origin, {
        headline: say('emptied.headline', { bucket: name }),
        found: say('emptied.found'),
        why,
        change: say('emptied.change'),
      }),
    ),
  ];
}

/** A bucket that was there before the share keeps what is in it. */
export function nothingIsEmptied(bucketName: string, { emptied }: DeploymentEntry): Finding[] {
  return emptied
    .filter((one) => one.bucketName === bucketName)
    .map(({ origin }) => {
      const sentence = say('takesAway', { bucket: bucketName, problem: say('emptied.found') });
      return cannotJudge(sentence, origin, ['it-works']);
    });
}

/** Objects that are kept can be read as long as their key is there. */
export function keyStaysWithTheBucket(
  { whenStackIsDeleted = 'keep' }: Company,
  { name, encryptionKey }: BucketEntry,
  { resourcePolicies }: AccessInventory,
): Finding[] {
  const key = resourcePolicies.find(({ arn }) => arn === encryptionKey);
  if (!key || whenStackIsDeleted !== 'keep') return [];
  const fates = [
    ['DeletionPolicy', key.whenDeleted],
    ['UpdateReplacePolicy', key.whenReplaced],
  ] as const;
  return fates.flatMap(([attribute, fate]) =>
    fate === 'deleted'
      ? [
          settingFailure('it-works', key.policy.origin, {
            headline: say(`deletedKey.${WHEN[attribute]}`, { resource: key.resource }),
            found: say('deletedKey.found', { attribute }),
            why: say('deletedKey.why', { bucket: name }),
            change: say('deletedKey.change', { attribute }),
          }),
        ]
      : [],
  );
}

/** Objects that are encrypted with a key of the templates can be read as long as S3 can use it. */
export function keyCanBeUsed(
  { name, encryptionKey }: BucketEntry,
  { resourcePolicies }: AccessInventory,
): Finding[] {
  const key = resourcePolicies.find(({ arn }) => arn === encryptionKey);
  return (key?.unusable ?? []).map((problem) => {
    const sentence = say('unusableKey', { resource: key?.resource ?? '', bucket: name, problem });
    return cannotJudge(sentence, key?.policy.origin, ['it-works']);
  });
}

/** Objects that are there can be read: where the bucket is, and whatever its rules do to them. */
export function bucketKeepsItsObjects({ region }: Company, bucket: BucketEntry): Finding[] {
  const { name, hides = [], origin } = bucket;
  return [
    ...hides.map((problem) => cannotJudge(say('takesAway', { bucket: name, problem }), origin, ['it-works'])),
    ...(bucket.region === undefined || bucket.region === region
      ? []
      : [
          cannotJudge(say('otherRegion', { bucket: name, region: bucket.region, promised: region }), origin, [
            'it-works',
          ]),
        ]),
  ];
}
