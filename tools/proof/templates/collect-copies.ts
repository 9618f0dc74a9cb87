import { basename } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import { type AssetContent, contentOf, isNamedByContent } from './assets';
import { READABLE_AT_ONCE } from './bucket-lifecycle';
import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type { CopiedObject, CopyEntry, EmptiedEntry } from './inventory';
import { shown } from './json';
import { isBootstrapBucket } from './sealed-assets';
import { UnresolvableError } from './unresolvable-error';
import { asText } from './value-types';

/**
 * What CDK's function for bucket deployments is told to do. That it is CDK's own is checked before (`code.ts`); what it makes
 * of its properties stands in aws-s3-deployment/bucket-deployment-handler/index.py.
 */
export function collectCopies(collecting: Collecting): CopyEntry[] {
  return collecting.each(collecting.ofType('Custom::CDKBucketDeployment'), (copy): CopyEntry => {
    const sources = sourcesOf(copy);
    const metadata = metadataOf(copy);
    const files = new Map(sources.flatMap(({ content }) => [...(content ?? [])]));
    const prefix = prefixOf(copy);
    return {
      into: copy.text('DestinationBucketName'),
      objects: [...files].map(([name, content]): CopiedObject => ({ key: `${prefix}${name}`, content })),
      fromElsewhere: sources.flatMap(({ elsewhere }) => elsewhere ?? []),
      deletesOthers: [
        ...((copy.optionalBoolean('Prune') ?? true) ? (['at once'] as const) : []),
        ...((copy.optionalBoolean('RetainOnDelete') ?? true) ? [] : (['when it is taken out'] as const)),
      ],
      ...(metadata.encryption !== undefined && { encryption: metadata.encryption }),
      doubts: [...sources.flatMap(({ doubt }) => doubt ?? []), ...metadata.doubts, ...filtersOf(copy)],
      origin: copy.origin,
    };
  });
}

interface Source {
  readonly content?: AssetContent;
  readonly elsewhere?: string;
  readonly doubt?: string;
}

function sourcesOf(copy: FoundResource): Source[] {
  const buckets = copy.someTexts('SourceBucketNames');
  const keys = copy.someTexts('SourceObjectKeys');
  if (buckets.length !== keys.length) throw new UnresolvableError(say('differentCounts'));
  return buckets.map((bucket, index) => sourceOf(copy, bucket, keys[index] ?? ''));
}

function sourceOf({ stack }: FoundResource, bucket: string, key: string): Source {
  const asset = stack.assets.files.get(`${bucket}/${key}`);
  if (!asset)
    return isBootstrapBucket(bucket, stack)
      ? { doubt: say('copiesUnknown', { key, stack: stack.name }) }
      : { elsewhere: bucket };
  if (asset.packaging !== 'zip') return { doubt: say('copiesArchive', { key }) };
  const content = contentOf(asset);
  const [hash = ''] = basename(key).split('.');
  if (isNamedByContent(hash, content)) return { content };
  return {
    content,
    doubt: say('copiesOtherName', { key }),
  };
}

/** How `aws s3 sync` puts it before a name. */
function prefixOf(copy: FoundResource): string {
  const prefix = copy.optionalText('DestinationBucketKeyPrefix') ?? '';
  if (prefix === '' || prefix === '/') return '';
  return prefix.endsWith('/') ? prefix : `${prefix}/`;
}

/** What keeps the sources from being what ends up in the bucket. */
function filtersOf(copy: FoundResource): string[] {
  const markers = copy.objects('SourceMarkers').filter((one) => Object.keys(one).length > 0);
  const filters = ['Exclude', 'Include'].filter((name) => copy.texts(name).length > 0);
  return [
    ...filters.map((filter) => say('copiesFiltered', { filter })),
    ...((copy.optionalBoolean('Extract') ?? true) ? [] : [say('copiesArchivesAsTheyAre')]),
    ...(markers.length > 0 ? [say('markersWriteOver')] : []),
  ];
}

/** Options of `aws s3 sync` that change nothing of who can read: they come back as headers. */
const HEADERS = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
]);

/** The names are options of `aws s3 sync`. https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html */
function metadataOf(copy: FoundResource): {
  readonly encryption?: string;
  readonly doubts: readonly string[];
} {
  let encryption: string | undefined;
  const doubts: string[] = [];
  for (const [name, given] of Object.entries(copy.optionalObject('SystemMetadata') ?? {})) {
    const option = name.toLowerCase();
    const value = asText(given, `SystemMetadata.${name}`);
    if (HEADERS.has(option)) continue;
    if (option === 'sse' && value === 'AES256') continue;
    if (option === 'storage-class' && READABLE_AT_ONCE.has(value)) continue;
    if (option === 'sse' && value.startsWith('aws:kms')) encryption = value;
    else if (option === 'sse-kms-key-id') encryption ??= 'aws:kms';
    else doubts.push(say('metadataHas', { name, value: shown(value) }));
  }
  return { ...(encryption !== undefined && { encryption }), doubts };
}

/** Only where the bucket says so itself does CDK's function empty it. */
const EMPTY_ME = 'aws-cdk:auto-delete-objects';

export function collectEmptied(collecting: Collecting): EmptiedEntry[] {
  return collecting
    .each(collecting.ofType('Custom::S3AutoDeleteObjects'), (emptying): EmptiedEntry[] => {
      const bucketName = emptying.text('BucketName');
      const bucket = collecting
        .ofType('AWS::S3::Bucket')
        .find((one) => one.account === emptying.account && one.name === bucketName);
      const tags = bucket?.objects('Tags');
      const isTagged =
        tags?.some(({ Key: key, Value: value }) => key === EMPTY_ME && value === 'true') ?? true;
      return isTagged ? [{ bucketName, origin: emptying.origin }] : [];
    })
    .flat();
}
