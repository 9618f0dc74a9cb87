import { createHash } from 'node:crypto';
import { dirname, join, normalize } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import type { FileAsset, StackAssets } from './assets';
import { type JsonObject, shown } from './json';
import { type JsonFile, objectIn, readJsonFile } from './read-json';
import { UnreadableAssemblyError } from './unreadable-assembly-error';

/** Where a stack is deployed to. */
export interface Place {
  /** Of the stack, for sentences. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
}

/**
 * The CDK CLI deploys the template at `stackTemplateAssetObjectUrl`, after it has uploaded what the stack's asset manifest
 * names; it looks at no other file, and it uploads nothing whose key is there already. So a template is what will be deployed
 * if all of these say the same: the file, the manifest's entry for it, the key, the sha256 of the file (which CDK makes the key
 * of), and the address; in the bucket that bootstrapping made for the account and region.
 *
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/@aws-cdk/toolkit-lib/lib/api/cloudformation/template-body-parameter.ts
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 *
 * @param manifests all of the assembly's; `own` are the stack's
 * @throws UnreadableAssemblyError that says what does not agree
 */
export function sealedAssets(
  stack: Place,
  template: JsonFile,
  url: unknown,
  manifests: { readonly own: readonly AssetManifest[]; readonly all: readonly AssetManifest[] },
): StackAssets {
  const uploads = manifests.own.flatMap(({ files }) => files.flatMap((file) => uploadsOf(file, stack)));
  checkTemplate(stack, template, url, uploads);
  const everywhere = manifests.all.flatMap(({ files }) => files.flatMap((file) => placesOf(file, stack)));
  for (const { place, source } of uploads) {
    const other = everywhere.find((one) => one.place === place && !isSame(one.source, source));
    if (other) throw disagree(stack, say('twoUploads', { place }));
  }
  const files = uploads.map(({ place, source }) => [place, source] as const);
  const images = manifests.own.flatMap((manifest) => imagesOf(manifest, stack));
  return { files: new Map(files), images: new Set(images) };
}

function checkTemplate(stack: Place, template: JsonFile, url: unknown, uploads: readonly Upload[]): void {
  if (typeof url !== 'string') throw disagree(stack, say('noTemplateUrl'));
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(filledIn(url, stack)) ?? [];
  if (!isBootstrapBucket(bucket, stack))
    throw disagree(stack, say('templateOutside', { url, account: stack.account, region: stack.region }));
  const upload = uploads.find(({ place }) => place === `${bucket}/${key}`);
  if (!upload) throw disagree(stack, say('templateNotUploaded', { url }));
  const { source } = upload;
  if (source.packaging !== 'file' || normalize(source.path) !== normalize(template.path))
    throw disagree(
      stack,
      say('otherTemplate', {
        deployed: source.path,
        packaging: source.packaging,
        read: template.path,
      }),
    );
  const hash = createHash('sha256').update(template.bytes).digest('hex');
  if (!key.endsWith(`${hash}.json`))
    throw disagree(stack, say('changedTemplate', { path: template.path, hash, key }));
}

function disagree({ name }: Place, problem: string): UnreadableAssemblyError {
  return new UnreadableAssemblyError(say('disagree', { stack: name, problem }));
}

/** One file at one place. */
interface Upload {
  /** `BUCKET/KEY` */
  readonly place: string;
  readonly source: FileAsset;
}

/** Every place of a file, checked. */
function uploadsOf(file: ManifestFile, stack: Place): Upload[] {
  if (file.source === undefined)
    throw disagree(stack, say('assetNotFile', { id: file.id, got: shown(file.written) }));
  const [destination, ...more] = file.destinations;
  if (destination === undefined || more.length > 0)
    throw disagree(stack, say('assetDestinations', { id: file.id, count: file.destinations.length }));
  const { bucketName: bucket, objectKey: key, region, assumeRoleArn: role } = destination;
  if (typeof bucket !== 'string' || !isBootstrapBucket(filledIn(bucket, stack), stack))
    throw disagree(
      stack,
      say('assetBucket', {
        id: file.id,
        bucket: shown(bucket),
        account: stack.account,
        region: stack.region,
      }),
    );
  if (typeof key !== 'string') throw disagree(stack, say('assetKey', { id: file.id }));
  if (region !== undefined && region !== stack.region)
    throw disagree(stack, say('assetRegion', { id: file.id, region: shown(region) }));
  checkRole(stack, role, () => say('rolePublishesAsset', { id: file.id }));
  return placesOf(file, stack);
}

function placesOf({ source, destinations }: ManifestFile, stack: Place): Upload[] {
  if (source === undefined) return [];
  return destinations.map(({ bucketName, objectKey }) => ({
    place: filledIn(`${String(bucketName)}/${String(objectKey)}`, stack),
    source,
  }));
}

function isSame(one: FileAsset, other: FileAsset): boolean {
  return one.packaging === other.packaging && normalize(one.path) === normalize(other.path);
}

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html: the qualifier has ten characters at most. */
const QUALIFIER = '[A-Za-z0-9_-]{1,10}';

export function isBootstrapBucket(name: string, { account, region }: Omit<Place, 'name'>): boolean {
  return new RegExp(`^cdk-${QUALIFIER}-assets-${account}-${region}$`).test(name);
}

function imagesOf({ images }: AssetManifest, stack: Place): string[] {
  const { account, region } = stack;
  const repositories = new RegExp(`^cdk-${QUALIFIER}-container-assets-${account}-${region}$`);
  return images.map(({ id, destinations }) => {
    const [destination, ...more] = destinations;
    const repository = filledIn(String(destination?.repositoryName), stack);
    if (destination === undefined || more.length > 0 || !repositories.test(repository))
      throw disagree(stack, say('imageRepository', { id, account }));
    checkRole(stack, destination.assumeRoleArn, () => say('rolePublishesImage', { id }));
    return `${repository}:${String(destination.imageTag)}`;
  });
}

/**
 * @param use what the role would do, as a sentence
 * @throws UnreadableAssemblyError if a role is not of the stack's own account
 */
export function checkRole(stack: Place, arn: unknown, use: () => string): void {
  if (arn === undefined) return;
  const role = typeof arn === 'string' ? filledIn(arn, stack) : '';
  const [, account] = /^arn:[^:]*:iam::(\d{12}):role\/./.exec(role) ?? [];
  if (account === stack.account) return;
  throw new UnreadableAssemblyError(
    account === undefined
      ? say('notARole', { stack: stack.name, role: shown(arn), use: use() })
      : say('foreignRole', { stack: stack.name, account: stack.account, other: account, role, use: use() }),
  );
}

/** What the CLI fills in where CDK did not know it. */
function filledIn(text: string, { account, region }: Place): string {
  return text
    .replaceAll('${AWS::AccountId}', account)
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::Partition}', 'aws');
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.AssetManifest.html */
export interface AssetManifest {
  readonly files: readonly ManifestFile[];
  readonly images: readonly { readonly id: string; readonly destinations: readonly JsonObject[] }[];
}

interface ManifestFile {
  readonly id: string;
  /** Undefined for what a program would make, and for what cannot be read. */
  readonly source?: FileAsset;
  readonly written: unknown;
  readonly destinations: readonly JsonObject[];
}

/** @throws UnreadableAssemblyError */
export function readAssetManifest(
  directory: string,
  artifactId: string,
  artifact: JsonObject,
): AssetManifest {
  const { file } = objectIn(artifact.properties);
  if (typeof file !== 'string')
    throw new UnreadableAssemblyError(say('artifactWithoutFile', { id: artifactId }));
  const { json } = readJsonFile(directory, file, say('hintManifest'));
  const folder = dirname(join(directory, file));
  const destinations = (entry: unknown) =>
    Object.values(objectIn(objectIn(entry).destinations)).map(objectIn);
  return {
    files: Object.entries(objectIn(json.files)).map(([id, entry]) => {
      const written = objectIn(entry).source;
      const { path, packaging = 'file', ...rest } = objectIn(written);
      const isFile =
        typeof path === 'string' &&
        (packaging === 'file' || packaging === 'zip') &&
        Object.keys(rest).length === 0;
      return {
        id,
        ...(isFile && { source: { path: join(folder, path), packaging } }),
        written,
        destinations: destinations(entry),
      };
    }),
    images: Object.entries(objectIn(json.dockerImages)).map(([id, entry]) => ({
      id,
      destinations: destinations(entry),
    })),
  };
}
