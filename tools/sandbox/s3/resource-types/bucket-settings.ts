import { isRecord, type Json, type JsonObject } from '../../core/json';
import { tagList } from '../../resource-type/differences';
import type { ResourceProperties } from '../../resource-type/properties';
import { children, childText, type XmlValue } from '../xml';

/** A property of a bucket in a template, and the setting of S3 that it is. */
interface Setting {
  /** The query parameter. */
  readonly setting: string;
  /** The document's root. */
  readonly root: string;
  write(properties: ResourceProperties): XmlValue;
  /** What a new bucket has; absent: nothing. */
  readonly ofNew?: XmlValue;
  /** Of what cannot be deleted once it was set. @default - it is deleted */
  readonly whenRemoved?: XmlValue;
  /** As a template has it; undefined where there is nothing. */
  read(found: Record<string, unknown>): Json | undefined;
}

const FLAGS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'] as const;

/** By property. The order is that in which they are set. */
export const SETTINGS: Readonly<Record<string, Setting>> = {
  PublicAccessBlockConfiguration: {
    setting: 'publicAccessBlock',
    root: 'PublicAccessBlockConfiguration',
    ofNew: flags(() => true),
    write(properties) {
      const block = properties.structure('PublicAccessBlockConfiguration')?.allowOnly(FLAGS);
      return flags((name) => block?.optionalFlag(name) ?? false);
    },
    read: (found) => Object.fromEntries(FLAGS.map((name) => [name, childText(found, name) === 'true'])),
  },
  OwnershipControls: {
    setting: 'ownershipControls',
    root: 'OwnershipControls',
    ofNew: { Rule: { ObjectOwnership: 'BucketOwnerEnforced' } },
    write(properties) {
      const rules = properties.structure('OwnershipControls')?.allowOnly(['Rules']).structures('Rules') ?? [];
      return { Rule: rules.map((rule) => ({ ObjectOwnership: rule.text('ObjectOwnership') })) };
    },
    read: (found) => ({
      Rules: children(found.Rule).map((rule) => ({
        ObjectOwnership: childText(rule, 'ObjectOwnership') ?? '',
      })),
    }),
  },
  BucketEncryption: {
    setting: 'encryption',
    root: 'ServerSideEncryptionConfiguration',
    ofNew: {
      Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: 'false' },
    },
    write: ({ values }) => encryptionRules(values.BucketEncryption),
    read: (found) => ({
      ServerSideEncryptionConfiguration: children(found.Rule).map(
        ({ ApplyServerSideEncryptionByDefault: byDefault, ...rule }): JsonObject => ({
          ...(isRecord(byDefault) ? { ServerSideEncryptionByDefault: byDefault as JsonObject } : {}),
          // A new bucket's own rule says that there is no bucket key; a template says nothing of it.
          ...(childText(rule, 'BucketKeyEnabled') === 'true' ? { BucketKeyEnabled: true } : {}),
        }),
      ),
    }),
  },
  VersioningConfiguration: {
    setting: 'versioning',
    root: 'VersioningConfiguration',
    whenRemoved: { Status: 'Suspended' },
    write: (properties) => ({
      Status: properties.structure('VersioningConfiguration')?.allowOnly(['Status']).text('Status') ?? '',
    }),
    read: (found) => (childText(found, 'Status') === undefined ? undefined : (found as JsonObject)),
  },
  LoggingConfiguration: {
    setting: 'logging',
    root: 'BucketLoggingStatus',
    ofNew: {},
    write(properties) {
      const configured = properties
        .structure('LoggingConfiguration')
        ?.allowOnly(['DestinationBucketName', 'LogFilePrefix']);
      const TargetPrefix = configured?.optionalText('LogFilePrefix') ?? '';
      return {
        LoggingEnabled: { TargetBucket: configured?.text('DestinationBucketName') ?? '', TargetPrefix },
      };
    },
    read({ LoggingEnabled: enabled }) {
      if (!isRecord(enabled)) return undefined;
      const prefix = childText(enabled, 'TargetPrefix') ?? '';
      return {
        DestinationBucketName: childText(enabled, 'TargetBucket') ?? '',
        ...(prefix === '' ? {} : { LogFilePrefix: prefix }),
      };
    },
  },
  Tags: {
    setting: 'tagging',
    root: 'Tagging',
    write: (properties) => ({ TagSet: { Tag: tagList(properties) as XmlValue } }),
    read({ TagSet: set }) {
      const tags = isRecord(set) ? children(set.Tag) : [];
      return tags.length === 0 ? undefined : (tags as JsonObject[]);
    },
  },
};

function flags(of: (name: string) => boolean): XmlValue {
  return Object.fromEntries(FLAGS.map((name) => [name, String(of(name))]));
}

/** The same names in a template as in S3's document, but for the one of the whole and that of the default. */
function encryptionRules(configured: Json | undefined): XmlValue {
  const rules = isRecord(configured) ? children(configured.ServerSideEncryptionConfiguration) : [];
  return {
    Rule: rules.map(({ ServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: bucketKey }) => ({
      ...(isRecord(byDefault) ? { ApplyServerSideEncryptionByDefault: byDefault as XmlValue } : {}),
      BucketKeyEnabled: String(bucketKey === true || bucketKey === 'true'),
    })),
  };
}
