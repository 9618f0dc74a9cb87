import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayCli as say } from '../../words/say';
import { PlainError } from '../exit-code';
import { homeFolder } from '../home-folder';

type JsonObject = Readonly<Record<string, unknown>>;

/** What the CDK CLI runs, and what it tells it. */
export interface CdkSettings {
  /** The command, or a directory that was synthesized already. */
  readonly app: string;
  /** A command to be run before it. */
  readonly build?: string;
  readonly context: JsonObject;
}

/** Of the environment: with each of these the CLI would run or tell something else than cdk.json says. */
const OVERRIDES = ['CDK_APP', 'CDK_BUILD', 'CDK_CONTEXT'];

/**
 * The settings of a project, as the CLI (2.1148) puts them together: of a context key, what cdk.json says counts before
 * cdk.context.json and ~/.cdk.json, and what the CLI itself says counts before all of them.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/context.html
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/aws-cdk/lib/cli/user-configuration.ts
 * https://github.com/aws/aws-cdk-cli/blob/main/packages/@aws-cdk/toolkit-lib/lib/api/cloud-assembly/environment.ts
 *
 * @throws PlainError if one of the files cannot be read, or something in the environment is in the way
 */
export function cdkSettings(
  project: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string | undefined = homeFolder(),
): CdkSettings {
  const inTheWay = OVERRIDES.filter((name) => env[name] !== undefined);
  if (inTheWay.length > 0) {
    throw new PlainError(say('overridden', { variables: inTheWay.join(', ') }));
  }
  const ofUser = home === undefined ? {} : readSettings(join(home, '.cdk.json'));
  const ofProject = readSettings(join(project, 'cdk.json'));
  const lookedUp = readSettings(join(project, 'cdk.context.json'));
  const settings = merged(ofUser, ofProject);
  const context = merged(objectIn(ofUser['context']), lookedUp, objectIn(ofProject['context']));
  return {
    app: commandIn(settings),
    ...(typeof ofProject['build'] === 'string' && { build: ofProject['build'] }),
    context: { ...context, ...contextOfCli(settings) },
  };
}

function commandIn({ app }: JsonObject): string {
  const words: unknown = Array.isArray(app) ? app.join(' ') : app;
  if (typeof words === 'string' && words !== '') return words;
  throw new PlainError(say('noApp'));
}

/** What the CLI tells every app that it synthesizes to be deployed. */
function contextOfCli(settings: JsonObject): JsonObject {
  const isOn = (name: string) => Boolean(settings[name] ?? true);
  return {
    ...(isOn('pathMetadata') && { 'aws:cdk:enable-path-metadata': true }),
    ...(isOn('assetMetadata') && { 'aws:cdk:enable-asset-metadata': true }),
    ...(isOn('versionReporting')
      ? { 'aws:cdk:version-reporting': true }
      : { 'aws:cdk:disable-version-reporting': true }),
    ...(isOn('staging') ? {} : { 'aws:cdk:disable-asset-staging': true }),
    'aws:cdk:bundling-stacks': ['**'],
    [FAIL_ON_VALIDATION]: false,
  };
}

const FAIL_ON_VALIDATION = '@aws-cdk/core:failSynthOnValidationErrors';

function readSettings(path: string): JsonObject {
  if (!existsSync(path)) return {};
  try {
    const settings: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    if (isObject(settings)) return settings;
  } catch {
    // said below
  }
  throw new PlainError(say('noJsonObject', { file: path }));
}

/** Objects are merged member by member, and the later one counts. */
function merged(...objects: readonly JsonObject[]): JsonObject {
  return objects.reduce<JsonObject>((all, one) => {
    const members = Object.entries(one).map(([key, value]) => {
      const before = all[key];
      return [key, isObject(value) ? merged(isObject(before) ? before : {}, value) : value] as const;
    });
    return { ...all, ...Object.fromEntries(members) };
  }, {});
}

function objectIn(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
