import { randomBytes } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { JsonObject } from '../../core/json';
import { fail, type ResourceProperties } from '../../resource-type/properties';
import { contentTypeOf } from './content-type';
import type { CustomResourceFunction } from './custom-resource-event';
import { FunctionStorage } from './function-storage';

/**
 * What the function behind CDK's BucketDeployment does: it downloads and unzips its sources and syncs them to the
 * destination.
 *
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment-readme.html
 */
export const bucketDeployment: CustomResourceFunction = async (event, aws) => {
  const { requestType, properties, before } = event;
  const storage = new FunctionStorage(aws);
  if (requestType === 'Delete') {
    if (!retainsOnDelete(properties)) await remove(properties, storage);
    return {};
  }
  if (requestType === 'Update') {
    const [from, to] = [destinationOf(before), destinationOf(properties)];
    const moved = from.bucket !== to.bucket || from.prefix !== to.prefix;
    if (moved && !retainsOnDelete(properties)) await remove(before, storage);
  }
  await deploy(properties, storage);
  const physicalId = `aws.cdk.s3deployment.${randomBytes(16).toString('hex')}`;
  return { ...(requestType === 'Create' ? { physicalId } : {}), data: attributesOf(properties) };
};

async function deploy(properties: ResourceProperties, storage: FunctionStorage): Promise<void> {
  const { bucket, prefix } = destinationOf(properties);
  const contents = await readSources(properties, storage);
  const present = await storage.list(bucket, prefix);
  for (const [path, body] of contents) await storage.put(bucket, prefix + path, body, contentTypeOf(path));
  if (properties.optionalFlag('Prune') ?? true) {
    for (const key of present) if (!contents.has(key.slice(prefix.length))) await storage.delete(bucket, key);
  }
}

async function remove(properties: ResourceProperties, storage: FunctionStorage): Promise<void> {
  const { bucket, prefix } = destinationOf(properties);
  for (const key of await storage.list(bucket, prefix)) await storage.delete(bucket, key);
}

/** Later sources overwrite earlier ones. */
async function readSources(
  properties: ResourceProperties,
  storage: FunctionStorage,
): Promise<Map<string, Buffer>> {
  const buckets = properties.texts('SourceBucketNames');
  const markers = properties.structures('SourceMarkers');
  const encodings = properties.structures('SourceMarkersConfig');
  const contents = new Map<string, Buffer>();
  for (const [index, key] of properties.texts('SourceObjectKeys').entries()) {
    const bucket = buckets[index] ?? fail('SourceBucketNames and SourceObjectKeys must be equally long');
    const archive = await storage.get(bucket, key);
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
    throw new Error(`${key} is not a zip file: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
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
