import { sayProofTemplates as say } from '../../../words/say';
import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type { BucketEntry, Fate, StayingEntry } from './inventory';
import { shown } from './json';
import { MAY_STAY, RESOURCE_TYPES } from './resource-types';
import { UnresolvableError } from './unresolvable-error';

/**
 * What these attributes may say.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html
 */
const VALUES = {
  DeletionPolicy: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  UpdateReplacePolicy: ['Delete', 'Retain', 'Snapshot'],
} as const;

type Attribute = keyof typeof VALUES;

const ATTRIBUTES: readonly Attribute[] = ['DeletionPolicy', 'UpdateReplacePolicy'];

/** @returns `Delete` if nothing is said @throws UnresolvableError */
export function stayingOf({ attributes }: FoundResource, attribute: Attribute): string {
  const value = attributes[attribute] ?? 'Delete';
  const allowed: readonly unknown[] = VALUES[attribute];
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw new UnresolvableError(
    say('mustBeOneOf', { property: attribute, allowed: allowed.join(', '), got: shown(value) }),
  );
}

/** @throws UnresolvableError if what becomes of it cannot be known */
export function checkStaying(resource: FoundResource): void {
  for (const attribute of ATTRIBUTES) stayingOf(resource, attribute);
}

/** Everything that gives access and stays when its stack is deleted, or when another takes its place. */
export function collectStaying(collecting: Collecting): StayingEntry[] {
  const types = Object.entries(RESOURCE_TYPES)
    .filter(([type, { access }]) => access === 'modelled' && !MAY_STAY.has(type))
    .map(([type]) => type);
  return types.flatMap((type) =>
    collecting
      .each(collecting.ofType(type), (resource) =>
        ATTRIBUTES.flatMap((attribute): StayingEntry[] => {
          const value = stayingOf(resource, attribute);
          const { logicalId, origin } = resource;
          return value === 'Delete' ? [] : [{ type, logicalId, attribute, value, origin }];
        }),
      )
      .flat(),
  );
}

/** Of a bucket or a key. */
export function fatesOf(resource: FoundResource): Pick<BucketEntry, 'whenDeleted' | 'whenReplaced'> {
  const fate = (attribute: Attribute): Fate =>
    stayingOf(resource, attribute).startsWith('Retain') ? 'kept' : 'deleted';
  return { whenDeleted: fate('DeletionPolicy'), whenReplaced: fate('UpdateReplacePolicy') };
}
