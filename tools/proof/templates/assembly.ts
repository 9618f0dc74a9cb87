import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import type { StackAssets } from './assets';
import { isObject, type JsonObject, shown } from './json';
import { objectIn, readJsonFile } from './read-json';
import { type AssetManifest, checkRole, readAssetManifest, sealedAssets } from './sealed-assets';
import { UnreadableAssemblyError } from './unreadable-assembly-error';

/** Templates with the account and region that each is for. */
export interface Assembly {
  readonly stacks: readonly StackTemplate[];
}

export interface StackTemplate {
  readonly name: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  readonly template: JsonObject;
  readonly assets: StackAssets;
  /** Logical id → construct path, where known. */
  readonly constructPaths: ReadonlyMap<string, string>;
}

/**
 * Reads a directory that `cdk synth` wrote, as far as it is what the CDK CLI would deploy.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 *
 * @throws UnreadableAssemblyError
 */
export function readAssembly(directory: string): Assembly {
  if (!existsSync(directory)) {
    throw new UnreadableAssemblyError(say('noDirectory', { directory }));
  }
  const hint = say('hintDirectory');
  const { json: manifest } = readJsonFile(directory, 'manifest.json', hint);
  const missing = missingIn(manifest);
  if (missing.length > 0) {
    throw new UnreadableAssemblyError(say('lookupsMissing', { directory, keys: missing.join(', ') }));
  }
  const artifacts = Object.entries(objectIn(manifest.artifacts)).map(
    ([id, artifact]) => [id, objectIn(artifact)] as const,
  );
  const manifests = new Map(
    artifacts
      .filter(([, { type }]) => type === 'cdk:asset-manifest')
      .map(([id, artifact]) => [id, readAssetManifest(directory, id, artifact)]),
  );
  const stacks = artifacts.flatMap(([id, artifact]) => stackOf(id, artifact, directory, manifests));
  if (stacks.length === 0) throw new UnreadableAssemblyError(say('noStack', { directory }));
  return { stacks };
}

/** The keys of lookups that were not answered, from the manifest of an assembly. */
export function missingIn(manifest: JsonObject): string[] {
  const { missing } = manifest;
  if (missing === undefined) return [];
  if (!Array.isArray(missing)) return [shown(missing)];
  return missing.map((one: unknown) => {
    const { key } = objectIn(one);
    return typeof key === 'string' ? key : shown(one);
  });
}

function stackOf(
  id: string,
  artifact: JsonObject,
  directory: string,
  manifests: ReadonlyMap<string, AssetManifest>,
): StackTemplate[] {
  if (artifact.type === 'cdk:cloud-assembly') {
    throw new UnreadableAssemblyError(say('stage', { id }));
  }
  if (typeof artifact.type === 'string' && DEPLOYS_NOTHING.has(artifact.type)) return [];
  if (artifact.type !== 'aws:cloudformation:stack') {
    throw new UnreadableAssemblyError(say('unknownArtifact', { id, type: String(artifact.type) }));
  }
  const properties = objectIn(artifact.properties);
  const { templateFile, stackName } = properties;
  if (typeof templateFile !== 'string') {
    throw new UnreadableAssemblyError(say('noTemplate', { manifest: join(directory, 'manifest.json'), id }));
  }
  const [, account = 'unknown-account', region = 'unknown-region'] =
    /^aws:\/\/([^/]*)\/([^/]*)$/.exec(String(artifact.environment)) ?? [];
  const place = { name: typeof stackName === 'string' ? stackName : id, account, region };
  checkEnvironment(place);
  checkRole(place, properties.assumeRoleArn, () => say('roleDeploys'));
  checkRole(place, properties.cloudFormationExecutionRoleArn, () => say('roleMakes'));
  const template = readJsonFile(directory, templateFile, say('hintTemplate', { stack: place.name }));
  const own = dependenciesOf(artifact).flatMap((dependency) => manifests.get(dependency) ?? []);
  const { stackTemplateAssetObjectUrl: url } = properties;
  const assets = sealedAssets(place, template, url, { own, all: [...manifests.values()] });
  const metadata =
    typeof artifact.additionalMetadataFile === 'string'
      ? readJsonFile(directory, artifact.additionalMetadataFile, say('hintMetadata', { id })).json
      : {};
  const constructPaths = new Map([
    ...pathsInTemplate(template.json),
    ...pathsInMetadata({ ...metadata, ...objectIn(artifact.metadata) }),
  ]);
  return [{ ...place, template: template.json, assets, constructPaths }];
}

function checkEnvironment({
  name,
  account,
  region,
}: Pick<StackTemplate, 'name' | 'account' | 'region'>): void {
  if (!/^\d{12}$/.test(account) || !/^[a-z]{2,}(-[a-z]+)+-\d$/.test(region)) {
    throw new UnreadableAssemblyError(say('noEnvironment', { stack: name, account, region }));
  }
  if (/^(cn|us-gov|us-iso)/.test(region)) {
    throw new UnreadableAssemblyError(say('otherPartition', { stack: name, region }));
  }
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.ArtifactType.html */
const DEPLOYS_NOTHING = new Set(['cdk:tree', 'cdk:asset-manifest', 'cdk:feature-flag-report', 'none']);

function dependenciesOf({ dependencies }: JsonObject): string[] {
  if (!Array.isArray(dependencies)) return [];
  return [...new Set(dependencies.filter((one): one is string => typeof one === 'string'))];
}

/** `"/CompanyStack/Bucket/Resource": [{ "type": "aws:cdk:logicalId", "data": "Bucket83908E77" }]` */
function pathsInMetadata(metadata: JsonObject): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [path, entries] of Object.entries(metadata)) {
    for (const entry of Array.isArray(entries) ? entries.filter(isObject) : []) {
      if (entry.type === 'aws:cdk:logicalId' && typeof entry.data === 'string')
        paths.set(entry.data, path.slice(1));
    }
  }
  return paths;
}

function pathsInTemplate(template: JsonObject): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [logicalId, resource] of Object.entries(objectIn(template.Resources))) {
    const path = objectIn(objectIn(resource).Metadata)['aws:cdk:path'];
    if (typeof path === 'string') paths.set(logicalId, path);
  }
  return paths;
}
