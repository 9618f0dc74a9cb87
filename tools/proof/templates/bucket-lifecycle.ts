import { sayProofTemplates as say } from '../../../words/say';
import type { JsonObject } from './json';
import { asObject, asObjects, asText } from './value-types';

/** What a lifecycle rule may hold without taking current objects out of anybody's reach. */
const HARMLESS_IN_RULE = new Set([
  'AbortIncompleteMultipartUpload',
  'ExpiredObjectDeleteMarker',
  'Id',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'NoncurrentVersionTransition',
  'NoncurrentVersionTransitions',
  'ObjectSizeGreaterThan',
  'ObjectSizeLessThan',
  'Prefix',
  'Status',
  'TagFilters',
]);

/**
 * From these an object is read at once, as from STANDARD. (INTELLIGENT_TIERING archives only what a configuration says.)
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
 */
export const READABLE_AT_ONCE: ReadonlySet<string> = new Set([
  'GLACIER_IR',
  'INTELLIGENT_TIERING',
  'ONEZONE_IA',
  'REDUCED_REDUNDANCY',
  'STANDARD',
  'STANDARD_IA',
]);

/**
 * What rules delete objects, or move them to where they must be restored before they can be read.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html
 *
 * @returns one clause each
 * @throws UnresolvableError
 */
export function lifecycleIn(lifecycle: JsonObject | undefined): string[] {
  if (!lifecycle) return [];
  return asObjects(lifecycle.Rules, 'LifecycleConfiguration.Rules').flatMap((rule) => {
    if (asText(rule.Status, 'LifecycleConfiguration.Rules.Status') === 'Disabled') return [];
    const transitions = [
      ...(rule.Transitions === undefined ? [] : asObjects(rule.Transitions, 'Transitions')),
      ...(rule.Transition === undefined ? [] : [asObject(rule.Transition, 'Transition')]),
    ];
    const classes = transitions.map(({ StorageClass: name }) => asText(name, 'StorageClass'));
    const unknown = Object.keys(rule).filter(
      (name) => !HARMLESS_IN_RULE.has(name) && name !== 'Transition' && name !== 'Transitions',
    );
    return [
      ...unknown.map((name) => say('lifecycleHas', { name })),
      ...classes
        .filter((name) => !READABLE_AT_ONCE.has(name))
        .map((name) => say('lifecycleMoves', { storageClass: name })),
    ];
  });
}

/** Tiers are for archives alone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html */
export function archivesIn(configurations: readonly JsonObject[]): string[] {
  return configurations.flatMap((configuration) => {
    if (asText(configuration.Status, 'IntelligentTieringConfigurations.Status') === 'Disabled') return [];
    const tiers = asObjects(configuration.Tierings, 'Tierings');
    return tiers.map(({ AccessTier: tier }) => say('tieringMoves', { tier: asText(tier, 'AccessTier') }));
  });
}
