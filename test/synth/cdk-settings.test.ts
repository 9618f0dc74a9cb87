import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdkSettings } from '../../tools/synth/cdk-settings';

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  home = join(folder, 'home');
  mkdirSync(home);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, content: unknown) =>
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
const settings = (env = {}) => cdkSettings(folder, env, home);

const OF_THE_CLI = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:version-reporting': true,
  'aws:cdk:bundling-stacks': ['**'],
  '@aws-cdk/core:failSynthOnValidationErrors': false,
};

test('of a context key, cdk.json counts before cdk.context.json, and that before ~/.cdk.json', () => {
  write('cdk.json', { app: 'node app.js', context: { a: 'project', deep: { x: 1, y: [1] } } });
  write('cdk.context.json', { a: 'looked up', b: 'looked up', deep: { x: 2, z: 3 } });
  write('home/.cdk.json', { context: { a: 'user', b: 'user', c: 'user' }, app: 'other' });

  expect(settings()).toEqual({
    app: 'node app.js',
    context: { ...OF_THE_CLI, a: 'project', b: 'looked up', c: 'user', deep: { x: 1, y: [1], z: 3 } },
  });
});

test('what the CLI says counts before all of them', () => {
  write('cdk.json', {
    app: ['node', 'app.js'],
    build: 'make',
    versionReporting: false,
    pathMetadata: false,
    assetMetadata: false,
    staging: false,
    context: { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:failSynthOnValidationErrors': true },
  });

  expect(settings()).toEqual({
    app: 'node app.js',
    build: 'make',
    context: {
      'aws:cdk:disable-version-reporting': true,
      'aws:cdk:disable-asset-staging': true,
      'aws:cdk:bundling-stacks': ['**'],
      '@aws-cdk/core:failSynthOnValidationErrors': false,
    },
  });
});

test('a member called like a part of every object is one like others', () => {
  write('cdk.json', '{"app": "a", "context": {"__proto__": {"polluted": true}}}');

  expect(Object.keys(settings().context)).toContain('__proto__');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test.each<[string, () => void, string]>([
  ['no cdk.json', () => undefined, 'cdk.json must name the app to run'],
  ['no app', () => write('cdk.json', {}), 'cdk.json must name the app to run'],
  ['an app that is no text', () => write('cdk.json', { app: 5 }), 'cdk.json must name the app to run'],
  ['half a file', () => write('cdk.json', '{"app":'), 'cdk.json must hold a JSON object'],
  ['a list', () => write('cdk.json', '[]'), 'cdk.json must hold a JSON object'],
  [
    'half of what was looked up',
    () => {
      write('cdk.json', { app: 'a' });
      write('cdk.context.json', '{');
    },
    'cdk.context.json must hold a JSON object',
  ],
])('%s is said', (_, prepare, says) => {
  prepare();
  expect(() => settings()).toThrow(says);
});

test.each(['CDK_APP', 'CDK_BUILD', 'CDK_CONTEXT'])('%s would have the CLI do something else', (name) => {
  write('cdk.json', { app: 'a' });
  expect(() => settings({ [name]: 'x' })).toThrow(
    `${name}: the CDK CLI would do otherwise than cdk.json says. Unset it, or prove what the CLI writes`,
  );
});
