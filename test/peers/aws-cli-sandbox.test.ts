// tools/sandbox/, as the AWS CLI finds it
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeClientHomes } from '../../tools/sandbox/clients/client-homes';
import { BUCKET, SHARE, startWithLentRole, type LentRole } from '../sandbox/lent-role';
import { describeWith } from './installed';

const run = promisify(execFile);

/** The AWS CLI as the vendor's user would type it, with the handoff's own config in a HOME of its own. */
describeWith(['aws'], 'the AWS CLI against the sandbox', () => {
  let lent: LentRole;
  let homes: Awaited<ReturnType<typeof makeClientHomes>>;
  let folder: string;

  beforeAll(async () => {
    lent = await startWithLentRole();
    homes = await makeClientHomes(lent.sandbox, SHARE);
    folder = mkdtempSync(join(tmpdir(), 'vendor-share-cli-'));
  });
  afterAll(async () => {
    homes.remove();
    await lent.sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the profile of the permission set signs in through the portal', async () => {
    expect(JSON.parse(await aws('111111111111-user', 'sts', 'get-caller-identity'))).toMatchObject({
      Account: '222222222222',
      Arn: expect.stringMatching(
        /^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_AllowAssumeCompanyRole_[0-9a-f]{16}\/member-of-analysts$/,
      ) as string,
    });
  });

  test('a colleague who is not assigned gets the portal’s own refusal', async () => {
    await expect(aws('not-assigned', 'sts', 'get-caller-identity')).rejects.toThrow(
      'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
    );
  });

  test('the walkthrough, typed by hand: assume the role, use its three keys, read the object', async () => {
    const answer = await aws(
      '111111111111-user',
      ...['sts', 'assume-role', '--role-arn', 'arn:aws:iam::111111111111:role/VendorAccessRole'],
      ...['--role-session-name', 'VendorTestSession'],
    );
    const { AssumedRoleUser, Credentials } = JSON.parse(answer) as {
      AssumedRoleUser: { Arn: string };
      Credentials: { AccessKeyId: string; SecretAccessKey: string; SessionToken: string };
    };
    expect(AssumedRoleUser.Arn).toBe(
      'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
    );
    const { stdout } = await run('aws', ['s3', 'cp', `s3://${BUCKET}/test-data.txt`, '-'], {
      env: {
        ...environment(),
        AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
        AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
        AWS_SESSION_TOKEN: Credentials.SessionToken,
        AWS_DEFAULT_REGION: 'ap-northeast-1',
      },
    });
    expect(stdout).toBe('confidential data\n');
  });

  test('the chained profile does the same in one step', async () => {
    expect(await aws('111111111111-data', 's3', 'ls', `s3://${BUCKET}/`)).toMatch(/ 18 test-data\.txt\n$/);
    expect(await aws('111111111111-data', 's3', 'cp', `s3://${BUCKET}/test-data.txt`, '-')).toBe(
      'confidential data\n',
    );
  });

  test.each([
    ['ListBuckets', ['s3', 'ls']],
    ['DeleteObject', ['s3', 'rm', `s3://${BUCKET}/test-data.txt`]],
    ['GetBucketPolicy', ['s3api', 'get-bucket-policy', '--bucket', BUCKET]],
    ['CreateUser', ['iam', 'create-user', '--user-name', 'intruder']],
  ])('the borrower is refused %s', async (operation, command) => {
    await expect(aws('111111111111-data', ...command)).rejects.toThrow(
      `An error occurred (AccessDenied) when calling the ${operation} operation`,
    );
  });

  test('a whole folder goes up, comes back the same, and is removed', async () => {
    const [up, down] = [join(folder, 'up'), join(folder, 'down')];
    const files = {
      'día/ñandú 日本.txt': 'odd\n',
      'a+b &c.txt': 'x',
      'big.bin': 'b'.repeat(9 * 1024 * 1024),
    };
    mkdirSync(join(up, 'día'), { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(up, name), content);
    await aws('company', 's3', 'mb', 's3://synced-by-the-cli');
    await aws('company', 's3', 'sync', '--quiet', up, 's3://synced-by-the-cli/to');
    await aws('company', 's3', 'sync', '--quiet', 's3://synced-by-the-cli/to', down);
    for (const [name, content] of Object.entries(files)) {
      expect(readFileSync(join(down, name), 'utf8') === content).toBe(true);
    }
    expect(await aws('company', 's3', 'sync', up, 's3://synced-by-the-cli/to')).toBe(''); // nothing has changed
    await aws(
      'company',
      's3',
      'cp',
      '--quiet',
      's3://synced-by-the-cli/to/a+b &c.txt',
      's3://synced-by-the-cli/copy',
    );
    await aws('company', 's3', 'rm', '--recursive', '--quiet', 's3://synced-by-the-cli');
    await aws('company', 's3', 'rb', 's3://synced-by-the-cli');
  });

  test('ranges and presigned addresses', async () => {
    const target = join(folder, 'part');
    const object = ['--bucket', BUCKET, '--key', 'test-data.txt'];
    await aws('111111111111-data', 's3api', 'get-object', ...object, '--range', 'bytes=0-11', target);
    expect(readFileSync(target, 'utf8')).toBe('confidential');
    const presigned = async () => {
      const url = await aws(
        '111111111111-data',
        's3',
        'presign',
        `s3://${BUCKET}/test-data.txt`,
        '--expires-in',
        '60',
      );
      return (await fetch(url.trim())).text();
    };
    // Version 1 of the CLI presigns with Signature Version 2 until it is told not to.
    const isVersion1 = (await aws('company', '--version')).startsWith('aws-cli/1.');
    if (isVersion1) expect(await presigned()).toContain('Please use AWS4-HMAC-SHA256.');
    await aws('company', 'configure', 'set', 'profile.111111111111-data.s3.signature_version', 's3v4');
    expect(await presigned()).toBe('confidential data\n');
  });

  async function aws(profile: string, ...command: string[]): Promise<string> {
    const { stdout } = await run('aws', [...command, '--profile', profile], { env: environment() });
    return stdout;
  }

  function environment(): NodeJS.ProcessEnv {
    const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_'));
    return {
      ...Object.fromEntries(kept),
      HOME: homes.homes[0]!.directory,
      AWS_ENDPOINT_URL: lent.sandbox.url,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
    };
  }
});
