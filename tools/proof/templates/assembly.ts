import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from './json';
import { parseJson } from '../../iam/json';

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
  /** Logical id → construct path, where known. */
  readonly constructPaths: ReadonlyMap<string, string>;
}

/** One sentence that says what is wrong with an assembly, and the next step. */
export class UnreadableAssemblyError extends Error {
  override readonly name = 'UnreadableAssemblyError';
}

/**
 * Reads a directory that `cdk synth` wrote.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-app
 *
 * @throws UnreadableAssemblyError
 */
export function readAssembly(directory: string): Assembly {
  if (!existsSync(directory)) {
    throw new UnreadableAssemblyError(
      `${directory} does not exist: run \`npx cdk synth\` first, or name its output.`,
    );
  }
  const manifest = readJsonObject(directory, 'manifest.json', 'is this a directory that `cdk synth` wrote?');
  const artifacts = Object.entries(objectIn(manifest.artifacts));
  const stacks = artifacts.flatMap(([id, artifact]) => stackOf(id, objectIn(artifact), directory));
  if (stacks.length === 0)
    throw new UnreadableAssemblyError(`${directory} holds no stack: nothing to prove.`);
  return { stacks };
}

/** A stack from its parts, wherever they come from. Fails by name on an environment that is not spelt out. */
export function stackTemplate(
  parts: Omit<StackTemplate, 'template' | 'constructPaths'> & { readonly templateFile: string },
  paths: ReadonlyMap<string, string> = new Map(),
): StackTemplate {
  const { name, account, region, templateFile } = parts;
  if (!/^\d{12}$/.test(account) || !/^[a-z]{2,}(-[a-z]+)+-\d$/.test(region)) {
    throw new UnreadableAssemblyError(
      `stack ${name} has no fixed environment (account "${account}", region "${region}"): who may do what depends on ` +
        'the account, so give the stack an env with both.',
    );
  }
  if (/^(cn|us-gov|us-iso)/.test(region)) {
    throw new UnreadableAssemblyError(
      `stack ${name} is for region ${region}: only the partition "aws" is modelled.`,
    );
  }
  const template = readJsonObject(
    '',
    templateFile,
    `it is the template of ${name}; run \`npx cdk synth\` again.`,
  );
  return {
    name,
    account,
    region,
    template,
    constructPaths: new Map([...pathsInTemplate(template), ...paths]),
  };
}

function stackOf(id: string, artifact: JsonObject, directory: string): StackTemplate[] {
  if (artifact.type === 'cdk:cloud-assembly') {
    throw new UnreadableAssemblyError(
      `${id} is an assembly within the assembly (a CDK stage), which is not modelled.`,
    );
  }
  if (typeof artifact.type === 'string' && DEPLOYS_NOTHING.has(artifact.type)) return [];
  if (artifact.type !== 'aws:cloudformation:stack') {
    throw new UnreadableAssemblyError(
      `${id} is an artifact of type ${String(artifact.type)}, which is not modelled.`,
    );
  }
  const { templateFile, stackName, assumeRoleArn } = objectIn(artifact.properties);
  if (typeof templateFile !== 'string') {
    throw new UnreadableAssemblyError(
      `${join(directory, 'manifest.json')} names no template for stack ${id}.`,
    );
  }
  const environment = /^aws:\/\/([^/]*)\/([^/]*)$/.exec(String(artifact.environment));
  const [, account = 'unknown-account', region = 'unknown-region'] = environment ?? [];
  const deployer = /:iam::(\d{12}):role\//.exec(String(assumeRoleArn))?.[1] ?? account;
  if (deployer !== account) {
    throw new UnreadableAssemblyError(
      `stack ${id} is for account ${account}, but a role of account ${deployer} would deploy it, to its own account.`,
    );
  }
  const metadata =
    typeof artifact.additionalMetadataFile === 'string'
      ? readJsonObject(directory, artifact.additionalMetadataFile, `it belongs to stack ${id}.`)
      : {};
  return [
    stackTemplate(
      {
        name: typeof stackName === 'string' ? stackName : id,
        account,
        region,
        templateFile: join(directory, templateFile),
      },
      pathsInMetadata({ ...metadata, ...objectIn(artifact.metadata) }),
    ),
  ];
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.ArtifactType.html */
const DEPLOYS_NOTHING = new Set(['cdk:tree', 'cdk:asset-manifest', 'cdk:feature-flag-report', 'none']);

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

function readJsonObject(directory: string, file: string, hint: string): JsonObject {
  const path = join(directory, file);
  if (!existsSync(path)) throw new UnreadableAssemblyError(`${path} is missing: ${hint}`);
  let parsed: unknown;
  try {
    parsed = parseJson(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = /is there twice/.test(String(error)) ? String(error) : 'half written?';
    throw new UnreadableAssemblyError(`${path} is not JSON (${why}): ${hint}`);
  }
  if (!isObject(parsed)) throw new UnreadableAssemblyError(`${path} does not hold a JSON object: ${hint}`);
  return parsed;
}

function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
