// lib/company-stack.ts and lib/vendor-stack.ts, deployed to moto_server
import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describeWith } from './installed';
import { type MotoServer, startMotoServer } from './moto-server';

const run = promisify(execFile);
const cdkCli = resolve(__dirname, '../../node_modules/aws-cdk/bin/cdk');

/**
 * The real CDK CLI against an emulator that shares no code with our sandbox. It ignores bucket policies,
 * public access blocks, Identity Center and the seed objects; what it does keep is read back with the AWS CLI and compared with the walkthrough.
 */
describeWith(['moto_server', 'aws'], 'both stacks, deployed by the CDK CLI to moto_server', () => {
  let moto: MotoServer;
  let home: string;

  beforeAll(async () => {
    moto = await startMotoServer();
    home = mkdtempSync(join(tmpdir(), 'vendor-share-moto-'));
    writeProfiles(home);
    for (const profile of ['company', 'vendor'] as const) await bootstrap(profile);
    await cdkDeploy('CompanyStack', 'company');
    await cdkDeploy('VendorStack', 'vendor');
  });

  afterAll(async () => {
    await moto.stop();
    rmSync(home, { recursive: true, force: true });
  });

  test('the role trusts the vendor account, to the letter of the walkthrough', async () => {
    const answer = await aws('company', 'iam', 'get-role', '--role-name', 'VendorAccessRole');

    expect(answer).toMatchObject({
      Role: {
        Arn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowVendorAccountAssumeRole',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::222222222222:root' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
      },
    });
  });

  test('the role carries VendorS3AccessPolicy and nothing else', async () => {
    const attached = await aws(
      'company',
      'iam',
      'list-attached-role-policies',
      '--role-name',
      'VendorAccessRole',
    );
    const inline = await aws('company', 'iam', 'list-role-policies', '--role-name', 'VendorAccessRole');

    expect(attached).toEqual({
      AttachedPolicies: [
        {
          PolicyName: 'VendorS3AccessPolicy',
          PolicyArn: 'arn:aws:iam::111111111111:policy/VendorS3AccessPolicy',
        },
      ],
    });
    expect(inline).toEqual({ PolicyNames: [] });
  });

  test('VendorS3AccessPolicy lists and reads the one bucket, to the letter of the walkthrough', async () => {
    const policyArn = 'arn:aws:iam::111111111111:policy/VendorS3AccessPolicy';
    const version = ['--policy-arn', policyArn, '--version-id', 'v1'];
    const answer = await aws('company', 'iam', 'get-policy-version', ...version);

    expect(answer).toMatchObject({
      PolicyVersion: {
        IsDefaultVersion: true,
        Document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowS3BucketListAccess',
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: 'arn:aws:s3:::company-shared-data-bucket-12345',
            },
            {
              Sid: 'AllowS3ObjectReadAccess',
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: 'arn:aws:s3:::company-shared-data-bucket-12345/*',
            },
          ],
        },
      },
    });
  });

  test('the vendor account has a stack of its own, and no role of the company', async () => {
    const stack = await aws('vendor', 'cloudformation', 'describe-stacks', '--stack-name', 'VendorStack');
    const roles = await aws('vendor', 'iam', 'list-roles');

    expect(stack).toMatchObject({ Stacks: [{ StackName: 'VendorStack', StackStatus: 'CREATE_COMPLETE' }] });
    expect(roles).toEqual({ Roles: [] });
  });

  /** moto tells accounts apart by the role that was assumed to get there. */
  function writeProfiles(directory: string): void {
    mkdirSync(join(directory, '.aws'));
    const profile = (name: string, account: string): string =>
      [
        `[profile ${name}]`,
        `role_arn = arn:aws:iam::${account}:role/Administrator`,
        'source_profile = anyone',
        'region = ap-northeast-1',
      ].join('\n');
    writeFileSync(
      join(directory, '.aws', 'config'),
      `${profile('company', '111111111111')}\n${profile('vendor', '222222222222')}\n`,
    );
    writeFileSync(
      join(directory, '.aws', 'credentials'),
      '[anyone]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = not-checked-by-moto\n',
    );
  }

  /** What the CDK CLI looks for in a bootstrapped account: the version and the assets bucket. */
  async function bootstrap(profile: 'company' | 'vendor'): Promise<void> {
    const account = profile === 'company' ? '111111111111' : '222222222222';
    const version = ['--name', '/cdk-bootstrap/hnb659fds/version', '--type', 'String', '--value', '30'];
    await aws(profile, 'ssm', 'put-parameter', ...version);
    const location = ['--create-bucket-configuration', 'LocationConstraint=ap-northeast-1'];
    const bucket = `cdk-hnb659fds-assets-${account}-ap-northeast-1`;
    await aws(profile, 's3api', 'create-bucket', '--bucket', bucket, ...location);
  }

  async function cdkDeploy(stack: string, profile: string): Promise<void> {
    const output = ['--require-approval', 'never', '--output', join(home, `cdk.out.${stack}`)];
    await run(process.execPath, [cdkCli, 'deploy', stack, '--profile', profile, ...output], {
      env: environment(),
      cwd: resolve(__dirname, '../..'),
    });
  }

  async function aws(profile: string, ...args: string[]): Promise<unknown> {
    const { stdout } = await run('aws', [...args, '--profile', profile, '--output', 'json'], {
      env: environment(),
    });
    return stdout === '' ? undefined : JSON.parse(stdout);
  }

  /** Nothing of the person's own AWS settings gets in. */
  function environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
    return {
      ...Object.fromEntries(own),
      HOME: home,
      AWS_CONFIG_FILE: join(home, '.aws', 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(home, '.aws', 'credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: moto.url,
      AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION: `http://localhost:${moto.port}`, // moto reads the bucket from the path
    };
  }
});
