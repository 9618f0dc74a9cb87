import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesize } from '../../tools/synth/synthesize';

let project: string;
let folder: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  folder = mkdtempSync(join(tmpdir(), 'out-'));
});
afterEach(() => {
  for (const path of [project, folder]) rmSync(path, { recursive: true });
});

/** An app that writes down what it was told, and then does some more. */
function app(more = '', settings: object = {}): void {
  const told = `
    const fs = require('fs');
    const { CDK_OUTDIR, CDK_CONTEXT_JSON, CONTEXT_OVERFLOW_LOCATION_ENV: file } = process.env;
    const context = { ...JSON.parse(CDK_CONTEXT_JSON), ...(file ? JSON.parse(fs.readFileSync(file)) : {}) };
    const text = JSON.stringify({ cwd: process.cwd(), context, built: fs.existsSync('built') });
    fs.writeFileSync(CDK_OUTDIR + '/told.json', text);
    const done = () => fs.writeFileSync(CDK_OUTDIR + '/manifest.json', '{}');
    ${more === '' ? 'done();' : more}
  `;
  writeFileSync(join(project, 'app.js'), told);
  writeFileSync(join(project, 'cdk.json'), JSON.stringify({ app: 'node app.js', ...settings }));
}

const told = (directory: string): unknown => JSON.parse(readFileSync(join(directory, 'told.json'), 'utf8'));

test('the command of cdk.json is run in the project, with the context of its files', async () => {
  app('', { context: { also: '333333333333' }, build: "node -e \"fs.writeFileSync('built', '')\"" });
  writeFileSync(join(project, 'cdk.context.json'), JSON.stringify({ 'ssm:x': 'looked up' }));

  const { directory, complaint } = await synthesize(project, folder);

  expect(complaint).toBeUndefined();
  expect(told(directory)).toMatchObject({
    cwd: realpathSync(project),
    context: { also: '333333333333', 'ssm:x': 'looked up', 'aws:cdk:enable-path-metadata': true },
    built: true,
  });
});

test('a context that fits no environment is told by a file', async () => {
  const long = 'x'.repeat(300_000);
  app('', { context: { long, last: 1 } });

  const { directory } = await synthesize(project, folder);

  expect(told(directory)).toMatchObject({ context: { long, last: 1 } });
});

test('a directory instead of a command is what was synthesized', async () => {
  mkdirSync(join(project, 'cdk.out'));
  writeFileSync(join(project, 'cdk.json'), JSON.stringify({ app: 'cdk.out' }));

  expect(await synthesize(project, folder)).toEqual({ directory: join(project, 'cdk.out') });
});

test('an app that fails before it has written anything says why', async () => {
  app("console.error('no such region'); process.exit(3);");

  await expect(synthesize(project, folder)).rejects.toThrow(
    'the app wrote no templates (node app.js):\nno such region',
  );
});

test('an app that fails after it has written says so', async () => {
  app("done(); console.error('and yet'); process.exit(1);");

  expect(await synthesize(project, folder)).toEqual({
    directory: join(folder, 'cdk.out'),
    complaint: 'and yet',
  });
});

test('a build that fails is the end of it', async () => {
  app('', { build: 'node -e "console.log(\'no compiler\'); process.exit(1)"' });

  await expect(synthesize(project, folder)).rejects.toThrow(/cdk\.json's build failed .*:\nno compiler/s);
});
