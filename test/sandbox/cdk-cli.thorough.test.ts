// tools/sandbox/, as the CDK CLI finds it
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { share } from '../../parameters';
import { type Sandbox, startSandbox } from '../../tools/sandbox/sandbox';
import { createTemporaryHome, type TemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { writeCloudAssembly } from './cloud-assembly';
import { bucket, managedPolicy, READ_ALPHA, READ_BETA, role } from './cloudformation/templates';

/** The real CDK CLI against the sandbox: each step is what a person would type, in the order of a stack's life. */

const { account, region } = share.company;
let sandbox: Sandbox;
let home: TemporaryHome;

beforeAll(async () => {
  sandbox = await startSandbox({ share });
  home = await createTemporaryHome({ administrators: sandbox.administrators }, sandbox.url);
});

afterAll(async () => {
  await sandbox.stop();
  home.remove();
});

interface Run {
  readonly code: number | null;
  /** Standard output and error, as they came. */
  readonly output: string;
}

/** `cdk COMMAND --all --app FOLDER --profile company`, with those stacks synthesized into the folder. */
function cdk(command: string, templates: Readonly<Record<string, object>>): Promise<Run> {
  folders += 1;
  const app = writeCloudAssembly(resolve(home.folder, `app-${folders}`), templates, { account, region });
  const cli = resolve('node_modules/aws-cdk/bin/cdk');
  const child = spawn(
    process.execPath,
    [cli, ...command.split(' '), '--all', '--app', app, '--profile', 'company'],
    {
      cwd: home.folder,
      env: {
        ...home.environment,
        AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: sandbox.url,
        CDK_REQUIRE_APPROVAL: 'never',
        CDK_PROGRESS: 'events',
        CDK_NOTICES: 'false',
        CDK_DISABLE_VERSION_CHECK: '1',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        FORCE_COLOR: '0',
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed).once('close', (code) => done({ code, output }));
  });
}
let folders = 0;

const demo = {
  Resources: {
    Data: bucket({ BucketName: 'cli-data-1' }),
    Reading: managedPolicy({ ManagedPolicyName: 'cli-reading' }),
    Reader: role({ RoleName: 'cli-reader', ManagedPolicyArns: [{ Ref: 'Reading' }] }),
  },
  Outputs: { DataName: { Value: { Ref: 'Data' } } },
};

const demoUpdated = {
  ...demo,
  Resources: {
    ...demo.Resources,
    Data: bucket({ BucketName: 'cli-data-2' }), // another name: a replacement
    Reading: managedPolicy({ ManagedPolicyName: 'cli-reading', PolicyDocument: READ_BETA }), // in place
  },
};

const other = { Resources: { Rule: managedPolicy({ ManagedPolicyName: 'cli-rule' }) } };

const TAKEN = `cdk-hnb659fds-assets-${account}-${region}`;

/** Changes the policy, and then cannot make a bucket whose name the sandbox's bootstrap has taken. */
const otherFailing = {
  Resources: {
    Rule: managedPolicy({ ManagedPolicyName: 'cli-rule', PolicyDocument: READ_BETA }),
    Taken: bucket({ BucketName: { 'Fn::Sub': TAKEN } }, { DependsOn: 'Rule' }),
  },
};

/** The same with a name that can be read off the template: nothing is begun. */
const otherTooEarly = {
  Resources: {
    Rule: managedPolicy({ ManagedPolicyName: 'cli-rule', PolicyDocument: READ_BETA }),
    Taken: bucket({ BucketName: TAKEN }),
  },
};

const same = { Resources: { Data: bucket({ BucketName: 'cli-same' }) } };

/** Of a type that the sandbox does not know. */
const unknown = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };

const policy = (name: string) => {
  const found = sandbox.world.accounts
    .get(account)
    ?.managedPolicies.get(`arn:aws:iam::${account}:policy/${name}`);
  return found?.versions.get(found.defaultVersionId)?.document;
};

test('the CDK CLI deploys, compares, updates, fails with a rollback, and destroys', async () => {
  // the last of them cannot be
  const created = await cdk('deploy', { Same: same, Demo: demo, Other: other, Unknown: unknown });
  expect(created).toEqual({ code: 1, output: expect.stringContaining('✅  Demo\n') as string });
  expect(created.output).toContain('Template format error: Unrecognized resource types: [AWS::SQS::Queue]');
  expect(created.output).toMatch(/Demo \| 4\/4 \|.*CREATE_COMPLETE.*AWS::CloudFormation::Stack/);
  expect(created.output).toContain('Demo.DataName = cli-data-1');
  expect(policy('cli-reading')).toEqual(READ_ALPHA);

  const difference = await cdk('diff', { Demo: demoUpdated });
  expect(difference).toEqual({
    code: 0,
    output: expect.stringContaining('BucketName (requires replacement)') as string,
  });
  expect(difference.output).toContain('AWS::IAM::ManagedPolicy Reading');
  expect(difference.output).not.toContain('AWS::IAM::Role Reader');
  expect(sandbox.world.buckets.has('cli-data-2')).toBe(false);

  // no change, an update that works, and one that fails
  const updated = await cdk('deploy --force', { Same: same, Demo: demoUpdated, Other: otherFailing });
  expect(updated).toEqual({ code: 1, output: expect.stringContaining('✅  Same (no changes)') as string });
  expect(updated.output).toContain('Demo.DataName = cli-data-2');
  expect(updated.output).toMatch(/Demo \|.*DELETE_COMPLETE.*AWS::S3::Bucket/);
  expect(sandbox.world.buckets.has('cli-data-1')).toBe(false);
  expect(policy('cli-reading')).toEqual(READ_BETA);
  // the CLI cuts the word
  expect(updated.output).toMatch(/Other \|.*UPDATE_ROLLBACK_COMPLET.*AWS::CloudFormation::Stack/);
  expect(updated.output).toContain('already exists in stack arn:aws:cloudformation:');
  expect(policy('cli-rule')).toEqual(READ_ALPHA);

  // a name that is taken is found before anything is done
  const early = await cdk('deploy', { Other: otherTooEarly });
  expect(early.code).toBe(1);
  expect(early.output).toContain(
    `Resource of type 'AWS::S3::Bucket' with identifier '${TAKEN}' already exists.`,
  );
  expect(policy('cli-rule')).toEqual(READ_ALPHA);

  const destroyed = await cdk('destroy --force', { Demo: demoUpdated, Other: other });
  expect(destroyed).toEqual({ code: 0, output: expect.stringContaining('✅  Demo: destroyed') as string });
  expect(sandbox.world.buckets.has('cli-data-2')).toBe(false);
  expect(policy('cli-reading')).toBeUndefined();
  expect(policy('cli-rule')).toBeUndefined();
}, 180_000);
