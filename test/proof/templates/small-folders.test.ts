// tools/proof/templates/assembly.ts, sealed-assets.ts, read-json.ts: a folder of three small files, and what is read of it
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssembly } from '../../../tools/proof/templates/assembly';

const ASSETS = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';
const REPOSITORY = 'cdk-hnb659fds-container-assets-111111111111-ap-northeast-1';
const DEPLOYS =
  'arn:${AWS::Partition}:iam::111111111111:role/cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1';

interface Folder {
  template: Record<string, unknown>;
  /** Of the template as it is written in the end. */
  sha256: string;
  manifest: { missing?: unknown; artifacts: Record<string, Record<string, unknown>> };
  properties: Record<string, unknown>;
  stack: Record<string, unknown>;
  assets: { files?: Record<string, unknown>; dockerImages?: Record<string, unknown> };
  /** Files beside these, by name. */
  more: Record<string, string>;
}

/** What `cdk synth` would write of one stack with one resource, as far as anything is read of it. */
function synthesized(template: Record<string, unknown>): Folder {
  const sha256 = createHash('sha256').update(JSON.stringify(template)).digest('hex');
  const properties = {
    templateFile: 'Stack.template.json',
    stackTemplateAssetObjectUrl: `s3://${ASSETS.replace('111111111111', '${AWS::AccountId}')}/${sha256}.json`,
    assumeRoleArn: DEPLOYS,
    cloudFormationExecutionRoleArn: 'arn:aws:iam::${AWS::AccountId}:role/exec',
  };
  const stack = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://111111111111/ap-northeast-1',
    properties,
    dependencies: ['Stack.assets', 'Stack.assets', 1],
  };
  return {
    template,
    sha256,
    properties,
    stack,
    manifest: {
      artifacts: {
        Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
        'Stack.assets': { type: 'cdk:asset-manifest', properties: { file: 'Stack.assets.json' } },
        Stack: stack,
      },
    },
    assets: {
      files: {
        [sha256]: {
          source: { path: 'Stack.template.json', packaging: 'file' },
          destinations: {
            current: { bucketName: ASSETS, objectKey: `${sha256}.json`, assumeRoleArn: DEPLOYS },
          },
        },
      },
    },
    more: {},
  };
}

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'small-folder-'))));
afterEach(() => rmSync(directory, { recursive: true }));

function write({ template, manifest, assets, more }: Folder): string {
  const files = {
    'Stack.template.json': JSON.stringify(template),
    'Stack.assets.json': JSON.stringify(assets),
    'manifest.json': JSON.stringify(manifest),
    ...more,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

const TEMPLATE = {
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic', Metadata: { 'aws:cdk:path': 'Stack/Topic/Resource' } },
    Odd: 1,
  },
};

describe('what is read', () => {
  test('the stack, its files, and where it came from', () => {
    const folder = synthesized(TEMPLATE);
    const { stacks } = readAssembly(write(folder));
    expect(stacks).toEqual([
      {
        name: 'Stack',
        account: '111111111111',
        region: 'ap-northeast-1',
        template: TEMPLATE,
        assets: {
          files: new Map([
            [
              `${ASSETS}/${folder.sha256}.json`,
              { path: join(directory, 'Stack.template.json'), packaging: 'file' },
            ],
          ]),
          images: new Set(),
        },
        constructPaths: new Map([['Topic', 'Stack/Topic/Resource']]),
      },
    ]);
  });

  test.each<[string, (folder: Folder) => void, object]>([
    ['the name of the stack', ({ properties }) => (properties.stackName = 'other'), { name: 'other' }],
    ['a name that is no text', ({ properties }) => (properties.stackName = 1), { name: 'Stack' }],
    [
      'no roles, which the CLI then does not assume',
      ({ properties }) => {
        delete properties.assumeRoleArn;
        delete properties.cloudFormationExecutionRoleArn;
      },
      { name: 'Stack' },
    ],
    [
      'a packaging that is not said',
      ({ assets, sha256 }) => writeIn(assets.files, [sha256, 'source'], { path: 'Stack.template.json' }),
      { name: 'Stack' },
    ],
    [
      'a region of the file that is the stack’s',
      ({ assets, sha256 }) =>
        writeIn(assets.files, [sha256, 'destinations', 'current', 'region'], 'ap-northeast-1'),
      { name: 'Stack' },
    ],
    [
      'metadata of the stack',
      ({ stack }) =>
        (stack.metadata = {
          '/Stack/Topic': [
            { type: 'aws:cdk:info', data: 'Topic' },
            { type: 'aws:cdk:logicalId', data: 'Topic' },
            { type: 'aws:cdk:logicalId', data: 1 },
            'odd',
          ],
          '/Stack/Odd': 'odd',
        }),
      { constructPaths: new Map([['Topic', 'Stack/Topic']]) },
    ],
    [
      'metadata in a file of their own, which those of the stack come before',
      ({ stack, more }) => {
        stack.additionalMetadataFile = 'metadata.json';
        stack.metadata = { '/Stack/A': [{ type: 'aws:cdk:logicalId', data: 'A' }] };
        more['metadata.json'] = JSON.stringify({
          '/Stack/A': [{ type: 'aws:cdk:logicalId', data: 'Other' }],
          '/Stack/B': [{ type: 'aws:cdk:logicalId', data: 'B' }],
        });
      },
      {
        constructPaths: new Map([
          ['Topic', 'Stack/Topic/Resource'],
          ['A', 'Stack/A'],
          ['B', 'Stack/B'],
        ]),
      },
    ],
    [
      'images',
      ({ assets }) =>
        (assets.dockerImages = {
          one: { destinations: { current: { repositoryName: REPOSITORY, imageTag: 'one' } } },
        }),
      { assets: { files: expect.anything() as unknown, images: new Set([`${REPOSITORY}:one`]) } },
    ],
    ['an empty list of what was not looked up', ({ manifest }) => (manifest.missing = []), { name: 'Stack' }],
    [
      'what deploys nothing',
      ({ manifest }) => {
        manifest.artifacts.Flags = { type: 'cdk:feature-flag-report' };
        manifest.artifacts.None = { type: 'none' };
      },
      { name: 'Stack' },
    ],
  ])('%s', (_, change, expected) => {
    const folder = synthesized(TEMPLATE);
    change(folder);
    expect(readAssembly(write(folder)).stacks).toEqual([expect.objectContaining(expected)]);
  });
});

function writeIn(object: unknown, [first = '', ...rest]: readonly string[], value: unknown): void {
  const at = object as Record<string, unknown>;
  if (rest.length > 0) writeIn((at[first] ??= {}), rest, value);
  else at[first] = value;
}

describe('what is not read', () => {
  const unknown = (problem: string) =>
    `stack Stack: ${problem}. So what will be deployed is not known: synthesize again (\`npx cdk synth\`).`;
  const noEnvironment = (account: string, region: string) =>
    `stack Stack has no fixed environment (account "${account}", region "${region}"): who may do what depends on the account, so give the stack an env with both.`;
  const environment =
    (text?: string) =>
    ({ stack }: Folder) => {
      stack.environment = text;
    };
  const asset =
    (value: unknown, ...path: string[]) =>
    ({ assets, sha256 }: Folder) =>
      writeIn(assets.files, [sha256, ...path], value);
  const destination = (name: string, value: unknown) => asset(value, 'destinations', 'current', name);
  const image =
    (destinations: unknown) =>
    ({ assets }: Folder) => {
      assets.dockerImages = { one: { destinations } };
    };
  const role = (name: string, arn: unknown) => (folder: Folder) => {
    folder.properties[name] = arn;
  };
  const deploys = 'The role would deploy the stack.';

  test.each<[(folder: Folder) => void, string]>([
    [
      ({ manifest }) => (manifest.missing = [{ key: 'vpc' }, 'odd']),
      'DIR was synthesized without values that CDK looks up on AWS: vpc, "odd". Run `npx cdk synth` once with a profile (`--profile NAME`), so that cdk.context.json has them.',
    ],
    [({ manifest }) => delete manifest.artifacts.Stack, 'DIR holds no stack: nothing to prove.'],
    [
      ({ manifest }) => (manifest.artifacts.Stage = { type: 'cdk:cloud-assembly' }),
      'Stage is an assembly within the assembly (a CDK stage), which is not modelled.',
    ],
    [
      ({ manifest }) => (manifest.artifacts.New = { type: 'cdk:new' }),
      'New is an artifact of type cdk:new, which is not modelled.',
    ],
    [
      ({ manifest }) => (manifest.artifacts.New = {}),
      'New is an artifact of type undefined, which is not modelled.',
    ],
    [
      ({ properties }) => (properties.templateFile = 1),
      'DIR/manifest.json names no template for stack Stack.',
    ],
    [({ stack }) => (stack.properties = 'odd'), 'DIR/manifest.json names no template for stack Stack.'],
    [
      ({ properties }) => (properties.templateFile = 'other.json'),
      'DIR/other.json is missing: it is the template of Stack; run `npx cdk synth` again.',
    ],
    [
      ({ stack }) => (stack.additionalMetadataFile = 'none.json'),
      'DIR/none.json is missing: it belongs to stack Stack.',
    ],
    [
      ({ more }) => (more['Stack.assets.json'] = '{"files": '),
      'DIR/Stack.assets.json is not JSON (half written?): it says what is uploaded; run `npx cdk synth` again.',
    ],
    [
      ({ more }) => (more['manifest.json'] = '[]'),
      'DIR/manifest.json does not hold a JSON object: is this a directory that `cdk synth` wrote?',
    ],
    [
      ({ more }) => (more['manifest.json'] = ' '.repeat(16 * 2 ** 20 + 1)),
      'DIR/manifest.json has 16777217 bytes: CloudFormation takes a template of 1,000,000, and more than 16777216 are not read here.',
    ],
    [
      ({ manifest }) => (manifest.artifacts['Stack.assets'] = { type: 'cdk:asset-manifest' }),
      'Stack.assets names no file.',
    ],
    [environment(), noEnvironment('unknown-account', 'unknown-region')],
    [environment('aws://unknown-account/unknown-region'), noEnvironment('unknown-account', 'unknown-region')],
    [environment('x aws://111111111111/ap-northeast-1'), noEnvironment('unknown-account', 'unknown-region')],
    [environment('aws://111111111111/ap-northeast-1/'), noEnvironment('unknown-account', 'unknown-region')],
    [environment('aws://11111111111/ap-northeast-1'), noEnvironment('11111111111', 'ap-northeast-1')],
    [environment('aws://1111111111112/ap-northeast-1'), noEnvironment('1111111111112', 'ap-northeast-1')],
    [environment('aws://111111111111/tokyo'), noEnvironment('111111111111', 'tokyo')],
    [environment('aws://111111111111/ap-northeast-1x'), noEnvironment('111111111111', 'ap-northeast-1x')],
    [environment('aws://111111111111/1ap-northeast-1'), noEnvironment('111111111111', '1ap-northeast-1')],
    ...['cn-north-1', 'us-gov-west-1', 'us-isob-east-1'].map((region): [(folder: Folder) => void, string] => [
      environment(`aws://111111111111/${region}`),
      `stack Stack is for region ${region}: only the partition "aws" is modelled.`,
    ]),
    [
      role('assumeRoleArn', 'arn:aws:iam::222222222222:role/x'),
      `stack Stack is for account 111111111111, but this role is of account 222222222222: arn:aws:iam::222222222222:role/x. ${deploys}`,
    ],
    [
      role('cloudFormationExecutionRoleArn', 'arn:aws:iam::222222222222:role/x'),
      'stack Stack is for account 111111111111, but this role is of account 222222222222: arn:aws:iam::222222222222:role/x. CloudFormation would make the resources of the stack with the role.',
    ],
    ...[
      7,
      'arn:aws:iam::111111111111:role/',
      'arn:aws:iam::111111111111:user/x',
      'xarn:aws:iam::111111111111:role/x',
      'arn:aws:iam::1111111111112:role/x',
    ].map((arn): [(folder: Folder) => void, string] => [
      role('assumeRoleArn', arn),
      `stack Stack: ${JSON.stringify(arn)} is no role that can be read. ${deploys}`,
    ]),
    [
      ({ properties }) => delete properties.stackTemplateAssetObjectUrl,
      unknown(
        'it does not say where its template is uploaded to (stackTemplateAssetObjectUrl), as only a synthesizer other than CDK’s DefaultStackSynthesizer leaves it',
      ),
    ],
    ...[
      `https://${ASSETS}/x.json`,
      's3://cdk-x-assets-222222222222-ap-northeast-1/x.json',
      `s3://${ASSETS}/`,
    ].map((url): [(folder: Folder) => void, string] => [
      ({ properties }) => (properties.stackTemplateAssetObjectUrl = url),
      unknown(
        `its template is deployed from ${url}, which is not in the bucket that bootstrapping made for 111111111111 in ap-northeast-1`,
      ),
    ]),
    [
      ({ properties }) => (properties.stackTemplateAssetObjectUrl = `s3://${ASSETS}/other.json`),
      unknown(
        `its template is deployed from s3://${ASSETS}/other.json, and its asset manifest uploads nothing to there`,
      ),
    ],
    [
      ({ stack, properties }) => {
        delete stack.dependencies;
        properties.stackTemplateAssetObjectUrl = `s3://${ASSETS}/x.json`;
      },
      unknown(
        `its template is deployed from s3://${ASSETS}/x.json, and its asset manifest uploads nothing to there`,
      ),
    ],
    [
      asset('zip', 'source', 'packaging'),
      unknown(
        'what is deployed is DIR/Stack.template.json (packaging "zip"), and its templateFile is DIR/Stack.template.json',
      ),
    ],
    [
      asset('other.json', 'source', 'path'),
      unknown(
        'what is deployed is DIR/other.json (packaging "file"), and its templateFile is DIR/Stack.template.json',
      ),
    ],
    [
      ({ template }) => (template.Outputs = {}),
      unknown(
        'DIR/Stack.template.json has the sha256 OTHER and is uploaded as SHA.json: it was changed after it was synthesized, and where a file of that name is there already, nothing is uploaded',
      ),
    ],
    [asset({ executable: ['x'] }, 'source'), unknown('the asset SHA is no file: {"executable":["x"]}')],
    [
      asset({ path: 'a', packaging: 'tar' }, 'source'),
      unknown('the asset SHA is no file: {"path":"a","packaging":"tar"}'),
    ],
    [asset({}, 'destinations'), unknown('the asset SHA must have one destination, and has 0')],
    [asset({}, 'destinations', 'second'), unknown('the asset SHA must have one destination, and has 2')],
    [
      destination('bucketName', 'mine'),
      unknown(
        'the asset SHA goes into the bucket "mine", which bootstrapping did not make for 111111111111 in ap-northeast-1',
      ),
    ],
    [
      destination('bucketName', `x${ASSETS}`),
      unknown(
        `the asset SHA goes into the bucket "x${ASSETS}", which bootstrapping did not make for 111111111111 in ap-northeast-1`,
      ),
    ],
    [
      destination('bucketName', 1),
      unknown(
        'the asset SHA goes into the bucket 1, which bootstrapping did not make for 111111111111 in ap-northeast-1',
      ),
    ],
    [destination('objectKey', 1), unknown('the asset SHA has no objectKey that is text')],
    [destination('region', 'us-east-1'), unknown('the asset SHA goes to the region "us-east-1"')],
    [
      destination('assumeRoleArn', 'arn:aws:iam::222222222222:role/x'),
      'stack Stack is for account 111111111111, but this role is of account 222222222222: arn:aws:iam::222222222222:role/x. The role would upload the asset SHA.',
    ],
    [
      ({ assets, sha256 }) =>
        writeIn(assets.files, ['again'], {
          source: { path: 'b.json' },
          destinations: { current: { bucketName: ASSETS, objectKey: `${sha256}.json` } },
        }),
      unknown(`two files are uploaded as s3://${ASSETS}/SHA.json`),
    ],
    [
      image({}),
      unknown('the image one must go into the one repository that bootstrapping made for 111111111111'),
    ],
    [
      image({ a: { repositoryName: REPOSITORY }, b: { repositoryName: REPOSITORY } }),
      unknown('the image one must go into the one repository that bootstrapping made for 111111111111'),
    ],
    [
      image({ a: { repositoryName: `${REPOSITORY}x` } }),
      unknown('the image one must go into the one repository that bootstrapping made for 111111111111'),
    ],
    [
      image({ a: { repositoryName: REPOSITORY, assumeRoleArn: 'arn:aws:iam::222222222222:role/x' } }),
      'stack Stack is for account 111111111111, but this role is of account 222222222222: arn:aws:iam::222222222222:role/x. The role would upload the image one.',
    ],
  ])('and what is said of it, %#', (change, expected) => {
    const folder = synthesized(structuredClone(TEMPLATE));
    change(folder);
    let said = 'nothing';
    try {
      readAssembly(write(folder));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      said = `${error.name}: ${error.message}`;
    }
    const other = createHash('sha256').update(JSON.stringify(folder.template)).digest('hex');
    const plain = said
      .replaceAll(`${directory}/`, 'DIR/')
      .replaceAll(directory, 'DIR')
      .replaceAll(folder.sha256, 'SHA')
      .replaceAll(other, 'OTHER');
    expect(plain).toBe(`UnreadableAssemblyError: ${expected}`);
  });

  test('a folder that is not there', () => {
    expect(() => readAssembly(join(directory, 'none'))).toThrow(
      `${join(directory, 'none')} does not exist: run \`npx cdk synth\` first, or name its output.`,
    );
  });
});
