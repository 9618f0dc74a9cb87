import { unzipSync } from 'fflate';
import type { JsonObject } from '../../core/json';
import type { Objects } from '../../core/object-store';
import { contentTypeOf } from '../content-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { customResourceFailure } from '../../resource-type/handler-error';
import { randomText } from '../../resource-type/physical-name';
import { fail, type ResourceProperties } from '../../resource-type/properties';
import { objectsOfFunction } from '../function-objects';
import { functionCall } from './function-call';

/**
 * What the function behind CDK's BucketDeployment does, as the function's own role: it downloads and unzips its
 * sources and syncs them to the destination.
 *
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html
 */
export const bucketDeployment: ResourceType = {
  properties: {
    ServiceToken: 'replace',
    SourceBucketNames: 'update',
    SourceObjectKeys: 'update',
    SourceMarkers: 'update',
    SourceMarkersConfig: 'update',
    DestinationBucketName: 'update',
    DestinationBucketKeyPrefix: 'update',
    // Nothing is invalidated without a DistributionId, and that is refused.
    WaitForDistributionInvalidation: 'update',
    RetainOnDelete: 'update',
    Prune: 'update',
    OutputObjectKeys: 'update',
  },
  required: ['ServiceToken', 'SourceBucketNames', 'SourceObjectKeys', 'DestinationBucketName'],
  attributes: ['SourceObjectKeys'],
  calls: functionCall,

  async create(properties, context) {
    await deploy(properties, context);
    return {
      physicalId: `aws.cdk.s3deployment.${randomText('0123456789abcdef', 32)}`,
      attributes: attributesOf(properties),
    };
  },

  async update({ existing, properties }, context) {
    const before = destinationOf(existing.properties);
    const after = destinationOf(properties);
    const moved = before.bucket !== after.bucket || before.prefix !== after.prefix;
    if (moved && !retainsOnDelete(properties)) await remove(existing.properties, context);
    await deploy(properties, context);
    return { physicalId: existing.physicalId, attributes: attributesOf(properties) };
  },

  async delete({ properties }, context) {
    if (!retainsOnDelete(properties)) await remove(properties, context);
  },
};

async function deploy(properties: ResourceProperties, context: ResourceContext): Promise<void> {
  const objects = objectsOfFunction(properties.text('ServiceToken'), context);
  const { bucket, prefix } = destinationOf(properties);
  const contents = await readSources(properties, objects);
  const present = await objects.list(bucket, prefix);
  for (const [path, body] of contents) {
    const key = prefix + path;
    await objects.put(bucket, key, body, contentTypeOf(path));
  }
  if (properties.optionalFlag('Prune') ?? true) {
    for (const key of present) if (!contents.has(key.slice(prefix.length))) await objects.delete(bucket, key);
  }
}

async function remove(properties: ResourceProperties, context: ResourceContext): Promise<void> {
  const objects = objectsOfFunction(properties.text('ServiceToken'), context);
  const { bucket, prefix } = destinationOf(properties);
  for (const key of await objects.list(bucket, prefix)) await objects.delete(bucket, key);
}

/** Later sources overwrite earlier ones. */
async function readSources(properties: ResourceProperties, objects: Objects): Promise<Map<string, Buffer>> {
  const buckets = properties.texts('SourceBucketNames');
  const markers = properties.structures('SourceMarkers');
  const encodings = properties.structures('SourceMarkersConfig');
  const contents = new Map<string, Buffer>();
  for (const [index, key] of properties.texts('SourceObjectKeys').entries()) {
    const bucket = buckets[index] ?? fail('SourceBucketNames and SourceObjectKeys must be equally long');
    const archive = await objects.get(bucket, key);
    if (archive === undefined)
      throw customResourceFailure(`s3://${bucket}/${key}: the asset was not published`);
    for (const [path, body] of Object.entries(unzip(archive, key))) {
      if (path.endsWith('/')) continue;
      const replaced = replaceMarkers(Buffer.from(body), markers[index], encodings[index]);
      contents.set(path, replaced);
    }
  }
  return contents;
}

function unzip(archive: Buffer, key: string): Record<string, Uint8Array> {
  try {
    return unzipSync(archive);
  } catch (error) {
    throw customResourceFailure(
      `${key} is not a zip file: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Markers stand in the file for values that were known only at deploy time. */
function replaceMarkers(body: Buffer, markers?: ResourceProperties, config?: ResourceProperties): Buffer {
  const jsonEscape = config?.allowOnly(['jsonEscape']).optionalFlag('jsonEscape') ?? false;
  let text = body.toString('latin1'); // one character a byte, so that binary files survive
  for (const marker of Object.keys(markers?.values ?? {})) {
    const literal = markers?.text(marker) ?? '';
    const replacement = jsonEscape ? JSON.stringify(literal).slice(1, -1) : literal;
    text = text.replaceAll(marker, () => Buffer.from(replacement).toString('latin1'));
  }
  return Buffer.from(text, 'latin1');
}

/** `aws s3 sync` puts a slash between prefix and name. */
function destinationOf(properties: ResourceProperties): { bucket: string; prefix: string } {
  const prefix = properties.optionalText('DestinationBucketKeyPrefix') ?? '';
  const slash = prefix === '' || prefix.endsWith('/') ? '' : '/';
  return {
    bucket: properties.text('DestinationBucketName'),
    prefix: prefix === '/' ? '' : prefix + slash,
  };
}

function retainsOnDelete(properties: ResourceProperties): boolean {
  return properties.optionalFlag('RetainOnDelete') ?? true;
}

function attributesOf(properties: ResourceProperties): JsonObject {
  const wanted = properties.optionalFlag('OutputObjectKeys') ?? true;
  return { SourceObjectKeys: wanted ? properties.texts('SourceObjectKeys') : [] };
}
