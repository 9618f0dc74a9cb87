/**
 * What the CDK CLI would do with a folder, written for these tests alone: upload what the asset manifests name, and deploy what
 * is then at the template's address. Two folders of which it makes the same are as good as each other.
 *
 * https://github.com/aws/aws-cdk-cli/tree/main/packages/@aws-cdk/cdk-assets-lib
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, type JsonObject, isList, isObject, listOf, objectAt } from '../../naive/json';
import type { ExactRuling } from './exact';

/** What is made of a folder: everything that must stay as it is, by name. */
export type Deployment = ReadonlyMap<string, string>;

/** @param plan what is made of the folder as it was synthesized, whose promise holds */
export function rulingOnSeal(plan: Deployment, after: string): ExactRuling {
  let changed: Deployment;
  try {
    changed = deploymentOf(after);
  } catch (error) {
    return { verdict: 'not decided', why: error instanceof Error ? error.message : String(error) };
  }
  const wrong = [...plan].find(([what, is]) => changed.get(what) !== is);
  if (wrong === undefined) return { verdict: 'holds', why: 'the same is uploaded and deployed' };
  if (changed.size > 0 && wrong[0].startsWith('environment of') && !changed.has(wrong[0]))
    return { verdict: 'broken', why: `a whole stack is left out: there is no ${wrong[0]}` };
  return { verdict: 'not decided', why: `${wrong[0]} is ${changed.get(wrong[0]) ?? 'not there'}` };
}

/** @throws Error if the CLI could not deploy it */
export function deploymentOf(folder: string): Deployment {
  const artifacts = objectAt(read(folder, 'manifest.json'), 'artifacts');
  return new Map(
    Object.entries(artifacts).flatMap(([id, artifact]) =>
      isObject(artifact) && artifact['type'] === 'aws:cloudformation:stack'
        ? stackOf(id, artifact, artifacts, folder)
        : knownArtifact(id, artifact),
    ),
  );
}

function knownArtifact(id: string, artifact: Json): [] {
  const type = isObject(artifact) ? artifact['type'] : undefined;
  if (type === 'cdk:asset-manifest' || type === 'cdk:tree' || type === 'cdk:feature-flag-report') return [];
  throw new Error(`${id} is nothing that is known`);
}

function stackOf(id: string, stack: JsonObject, artifacts: JsonObject, folder: string): [string, string][] {
  const properties = objectAt(stack, 'properties');
  const environment = text(stack['environment']);
  const [, account = '', region = ''] = /^aws:\/\/(\d{12})\/([a-z0-9-]+)$/.exec(environment) ?? [];
  const filled = (value: Json | undefined) =>
    text(value).replaceAll('${AWS::Partition}', 'aws').replaceAll('${AWS::AccountId}', account);
  const accountOf = (role: Json | undefined) =>
    role === undefined ? account : (/^arn:aws:iam::(\d{12}):role\/./.exec(filled(role))?.[1] ?? 'no role');
  if (stack['additionalMetadataFile'] !== undefined) read(folder, text(stack['additionalMetadataFile']));

  const uploads = new Map<string, string>();
  for (const dependency of listOf(stack['dependencies'] ?? [])) {
    const manifest = objectAt(artifacts, text(dependency));
    if (manifest['type'] !== 'cdk:asset-manifest') continue;
    const files = objectAt(read(folder, text(objectAt(manifest, 'properties')['file'])), 'files');
    for (const [name, file] of Object.entries(files)) {
      if (!isObject(file)) throw new Error(`${name} is no file`);
      const content = contentOf(folder, objectAt(file, 'source'));
      const destinations = Object.values(objectAt(file, 'destinations')).filter(isObject);
      if (destinations.length !== 1) throw new Error(`${name} goes to ${destinations.length} places`);
      for (const to of destinations) {
        const place = `${filled(to['bucketName'])}/${filled(to['objectKey'])}`;
        const [bucket = ''] = place.split('/');
        if (!bucket.endsWith(`-assets-${account}-${region}`) || (to['region'] ?? region) !== region)
          throw new Error(`${name} goes to another bucket than that of ${account} in ${region}`);
        if (accountOf(to['assumeRoleArn']) !== account) throw new Error(`another account uploads ${name}`);
        if ((uploads.get(place) ?? content) !== content) throw new Error(`two files go to ${place}`);
        uploads.set(place, content);
      }
    }
  }
  const address = filled(properties['stackTemplateAssetObjectUrl']).replace('s3://', '');
  const deployed = uploads.get(address) ?? 'nothing';
  const shown = hashOf(readFileSync(join(folder, text(properties['templateFile']))));
  if (deployed !== `file ${shown}`) throw new Error(`${id} is deployed from ${deployed}, and shows ${shown}`);
  if (!address.includes(shown)) throw new Error(`${address} may be there already, with other content`);
  return [
    [`environment of ${id}`, environment],
    [`template of ${id}`, deployed],
    [`account that deploys ${id}`, accountOf(properties['assumeRoleArn'])],
    [`account that makes ${id}`, accountOf(properties['cloudFormationExecutionRoleArn'])],
    ...[...uploads].map(([place, content]): [string, string] => [place, content]),
  ];
}

function contentOf(folder: string, source: JsonObject): string {
  const packaging = text(source['packaging'] ?? 'file');
  const path = join(folder, text(source['path']));
  if (packaging === 'file') return `file ${hashOf(readFileSync(path))}`;
  if (packaging !== 'zip' || !statSync(path).isDirectory()) throw new Error(`${path} cannot be packed`);
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(path, name)).isFile(),
  );
  return `folder ${names.map((name) => `${name} ${hashOf(readFileSync(join(path, name)))}`).join()}`;
}

function read(folder: string, file: string): JsonObject {
  const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json;
  if (isObject(json)) return json;
  throw new Error(`${file} is ${isList(json) ? 'a list' : 'no object'}`);
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  throw new Error(`text expected, got ${JSON.stringify(value)}`);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
