import type { Company } from '../../../lib/share/share';
import { cannotJudge, type Finding } from '../report/finding';
import type { ClaimId, Failure } from '../report/report';
import type { AccessInventory, BucketEntry, DeploymentEntry, StayingEntry } from '../templates/inventory';
import { settingFailure } from './setting-failure';

/** No access outlives the promise: what gives access goes when its stack goes, or when another takes its place. */
export function noAccessStays({ stays }: DeploymentEntry): Failure[] {
  return stays.map((one) => {
    const { type, logicalId, attribute, value, origin } = one;
    const when = attribute === 'DeletionPolicy' ? 'its stack is deleted' : 'another takes its place';
    return settingFailure(claimAbout(one), origin, {
      headline: `${type} ${logicalId} stays when ${when}.`,
      found: `its ${attribute} is ${value}`,
      why: 'It gives access, and whoever has the access keeps it after the share has ended.',
      change: `Take the ${attribute} out, or set it to Delete (in CDK: RemovalPolicy.DESTROY).`,
    });
  });
}

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
    ['DeletionPolicy', bucket.whenDeleted, 'its stack is deleted'],
    ['UpdateReplacePolicy', bucket.whenReplaced, 'another takes its place'],
  ] as const;
  const emptying = promised === 'kept' ? emptied.filter(({ bucketName }) => bucketName === name) : [];
  const why = `The share says: ${whenStackIsDeleted} (company.whenStackIsDeleted).`;
  return [
    ...fates.flatMap(([attribute, fate, when]) =>
      fate === undefined || fate === promised
        ? []
        : [
            settingFailure('it-works', origin, {
              headline: `The bucket ${name} is ${fate} when ${when}.`,
              found: `its ${attribute} means that it is ${fate}`,
              why,
              change: `Set its ${attribute} to ${value}, or say otherwise in parameters.ts.`,
            }),
          ],
    ),
    ...emptying.map((one) =>
      settingFailure('it-works', one.origin, {
        headline: `All objects in the bucket ${name} are deleted when its stack is deleted.`,
        found: 'it has a function empty the bucket',
        why,
        change: 'Take it out (in CDK: autoDeleteObjects), or say otherwise in parameters.ts.',
      }),
    ),
  ];
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
    ['DeletionPolicy', key.whenDeleted, 'its stack is deleted'],
    ['UpdateReplacePolicy', key.whenReplaced, 'another takes its place'],
  ] as const;
  return fates.flatMap(([attribute, fate, when]) =>
    fate === 'deleted'
      ? [
          settingFailure('it-works', key.policy.origin, {
            headline: `The ${key.resource} is deleted when ${when}.`,
            found: `its ${attribute} means that it is deleted`,
            why: `The bucket ${name} is kept, and nobody can read its objects without the key.`,
            change: `Set its ${attribute} to Retain.`,
          }),
        ]
      : [],
  );
}

/** Objects that are there can be read: where the bucket is, and whatever its rules do to them. */
export function bucketKeepsItsObjects({ region }: Company, bucket: BucketEntry): Finding[] {
  const { name, hides = [], origin } = bucket;
  return [
    ...hides.map((what) =>
      cannotJudge(`the bucket ${name}: ${what}, which may take objects away from the borrowers.`, origin, [
        'it-works',
      ]),
    ),
    ...(bucket.region === undefined || bucket.region === region
      ? []
      : [
          cannotJudge(
            `the bucket ${name} is in ${bucket.region}, and the share says ${region}: were these templates synthesized from other parameters? Run \`npx cdk synth\` again.`,
            origin,
            ['it-works'],
          ),
        ]),
  ];
}
