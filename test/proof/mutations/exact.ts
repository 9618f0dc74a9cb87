/**
 * The oracle's second question: not whether access changed, but what exactly the proof has to say of the change.
 *
 * It compares the mutant with the original twice, as the world is with most access and as it is with least, wherever the
 * mutant leaves something open (`readings.ts`). A request that is let in with least access, or kept out with most, is certain:
 * `broken`. One that is let in with most, or kept out with least, may exist: `not decided`. Neither is there: `holds`, and
 * nothing else will do.
 */
import { type Json, type JsonObject, isObject, objectAt } from '../../naive/json';
import type { NaiveReading } from '../../naive/statements';
import { type Assembly, textOf } from './cloudformation';
import { type Difference, differences } from './compare';
import { givesNobodyAnything } from './harmless';
import { withImports } from './imports';
import { actsFor } from './known-services';
import { type Hop, guardedDirectly, hopsOf } from './questions';
import { worldUnder } from './readings';
import { SAMPLED_PROPERTIES, SAMPLED_TYPES, changedKeys } from './rules';
import type { Organization } from './samples';
import { rulingOnSetting } from './settings';
import { type World, worldOf } from './world';

export interface ExactRuling {
  readonly verdict: 'holds' | 'broken' | 'not decided';
  readonly why: string;
}

/** What is known of the company. */
export interface Facts {
  readonly account: string;
  /** @default - it is not known which organization the company is in */
  readonly organizationId?: string;
  /** What is promised to become of the bucket when its stack is deleted. */
  readonly bucketIsKept: boolean;
}

export function verdictOn(original: Assembly, written: Assembly, facts: Facts): ExactRuling {
  const mutant = withImports(written);
  if ('open' in mutant) return { verdict: 'not decided', why: mutant.open };
  const [before, after] = [worldOf(original), worldOf(mutant)];
  const setting = settingsIn(original, mutant, after, facts).find((why) => why !== undefined);
  if (setting !== undefined) return { verdict: 'broken', why: setting };
  const spokenOf = organizationsIn(mutant);
  const own =
    facts.organizationId !== undefined || spokenOf.length === 0
      ? [facts.organizationId]
      : [...spokenOf, undefined];
  const rulings = own.map((id) =>
    inOneWorld(before, after, { account: facts.account, id, others: spokenOf }),
  );
  const [first] = rulings;
  if (first && rulings.every(({ verdict }) => verdict === first.verdict)) return first;
  return {
    verdict: 'not decided',
    why: `it depends on the company's organization; ${rulings.map(({ verdict, why }) => `${verdict}: ${why}`).join('; ')}`,
  };
}

/** All that a policy speaks of, and one that none does: if nobody says which, the company is in any of them, or in none. */
function organizationsIn(mutant: Assembly): string[] {
  const text = JSON.stringify(mutant);
  if (!text.includes('PrincipalOrg')) return [];
  return [...new Set([...(text.match(/\bo-[a-z0-9]{10,32}\b/g) ?? []), 'o-nobodysays'])];
}

function inOneWorld(before: World, after: World, organization: Organization): ExactRuling {
  const company = organization.account;
  const shared = before.buckets.map(({ arn }) => arn);
  const under = (reading: NaiveReading) => {
    const worlds = [worldUnder(reading, before), worldUnder(reading, after)] as const;
    return [...hopsOf(...worlds), ...guardedDirectly(...worlds)]
      .filter(({ counts }) => counts !== 'inside')
      .flatMap((hop) => ofHop(hop, reading));
  };
  const ofHop = (hop: Hop, reading: NaiveReading): Difference[] =>
    differences(hop, {
      reading,
      organization,
      weigh: (caller, action, resource, context) => {
        if (caller.kind !== 'service') return hop.counts === 'services' ? 'the company' : 'strangers';
        const isLent = hop.counts === 'promise' && hop.title.startsWith('enter ');
        const onSharedBucket = shared.some((arn) => resource === arn || resource.startsWith(`${arn}/`));
        const { service } = caller;
        return isLent ? 'strangers' : actsFor({ service, action, context, company, onSharedBucket });
      },
    }).filter(
      ({ canHappen, direction, weight }) =>
        canHappen && weight !== 'the company' && !(hop.counts !== 'promise' && direction === 'narrowed'),
    );

  const [least, most] = [under('least'), under('most')];
  const certain = [
    ...least.filter(({ direction }) => direction === 'widened'),
    ...most.filter(({ direction }) => direction === 'narrowed'),
  ].find(({ weight }) => weight === 'strangers');
  if (certain) return { verdict: 'broken', why: `${certain.direction}: ${certain.witness}` };
  const [open] = [
    ...most.filter(({ direction }) => direction === 'widened'),
    ...least.filter(({ direction, weight }) => direction === 'narrowed' && weight === 'strangers'),
  ];
  if (open) return { verdict: 'not decided', why: `perhaps ${open.direction}: ${open.witness}` };
  return { verdict: 'holds', why: 'every sampled request is decided as before, however the rest is taken' };
}

/** What no request shows: why it is broken, or undefined where it is right. A place without a rule is an error. */
function settingsIn(
  before: Assembly,
  after: Assembly,
  world: World,
  { account, bucketIsKept }: Facts,
): (string | undefined)[] {
  const carried = world.assignments.flatMap(({ unknown }) => unknown);
  const places = after.flatMap((stack) => {
    const was = before.find(({ name }) => name === stack.name);
    const [old, now] = [objectAt(was?.template ?? {}, 'Resources'), objectAt(stack.template, 'Resources')];
    return changedKeys(old, now).flatMap((logicalId) => [
      ...settingsOf(old[logicalId], now[logicalId], stack.account !== account),
      fateOf(now[logicalId], old[logicalId] !== undefined, bucketIsKept),
    ]);
  });
  return [carried.length > 0 ? `a permission set carries ${carried.join()}` : undefined, ...places];
}

function settingsOf(
  was: Json | undefined,
  is: Json | undefined,
  isElsewhere: boolean,
): (string | undefined)[] {
  if (!isObject(is)) return [];
  const type = textOf(is['Type']);
  const [old, now] = [isObject(was) ? objectAt(was, 'Properties') : {}, objectAt(is, 'Properties')];
  if (!isObject(was)) {
    if (isElsewhere && type === 'AWS::IAM::Role')
      return ['nobody was promised a role outside of the company'];
    if (SAMPLED_TYPES.includes(type) || GUARDED_TYPES.includes(type)) return [];
    return [givesNobodyAnything(type, now)];
  }
  return changedKeys(old, now).map((name) => {
    const setting = rulingOnSetting(type, name, now, old);
    if (setting) return setting.expectation === 'caught' ? setting.why : undefined;
    if (SAMPLED_TYPES.includes(type) && SAMPLED_PROPERTIES.includes(name)) return undefined;
    return givesNobodyAnything(type, { [name]: now[name] ?? null } satisfies JsonObject);
  });
}

/** What stays although it gives access, or does not become of the bucket what the share says. */
function fateOf(resource: Json | undefined, wasThere: boolean, bucketIsKept: boolean): string | undefined {
  if (!isObject(resource)) return undefined;
  const type = textOf(resource['Type']);
  for (const attribute of ['DeletionPolicy', 'UpdateReplacePolicy']) {
    const value = textOf(resource[attribute] ?? 'Delete');
    const stays = value.startsWith('Retain');
    if (/^AWS::(IAM|SSO)::/.test(type) && stays) return `${type} gives access, and stays (${attribute})`;
    if (type === 'AWS::S3::Bucket' && wasThere && stays !== bucketIsKept)
      return `the bucket is ${stays ? 'kept' : 'deleted'} (${attribute})`;
  }
  return undefined;
}

const GUARDED_TYPES = [
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];
