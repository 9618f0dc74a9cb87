import fc from '../properties';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import type { Stop, Surroundings } from '../../bin/actions/sandbox';
import { sandboxCommand } from '../../bin/commands/sandbox';
import { runCommandLine } from '../../bin/run-command-line';
import { PlainError } from '../../tools/exit-code';
import type { AccessRequest, Denial, PolicyRole } from '../../tools/iam/request';
import { writeAwsFiles, writeSsoToken } from '../../tools/sandbox/clients/aws-files';
import { requestData, requestLine, requestLines } from '../../tools/sandbox/request-log';
import { unframe } from '../../tools/sandbox/wire/aws-chunked';
import { paginate } from '../../tools/sandbox/s3/listing';
import type { StoredObject } from '../../tools/sandbox/s3/object-data';
import { isPublicPolicy } from '../../tools/sandbox/s3/public-access';
import type { RequestEntry } from '../../tools/sandbox/request-entry';
import { startSandbox } from '../../tools/sandbox/sandbox';
import { profileOf } from '../../tools/sandbox/seed/seed-world';
import type { AwsError } from '../../tools/sandbox/core/service';
import { THOROUGH } from '../properties';
import { allow, SHARE } from './lent-role';

describe('aws-chunked', () => {
  const streaming = { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' };
  const frame = (chunks: readonly Uint8Array[]): Buffer =>
    Buffer.concat([
      ...chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)}\r\n`),
        chunk,
        Buffer.from('\r\n'),
      ]),
      Buffer.from('0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n'),
    ]);

  test('whatever was framed comes out, with its trailer', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 }), (chunks) => {
        const { body, trailers } = unframe(frame(chunks), streaming);
        expect(body).toEqual(Buffer.concat(chunks));
        expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' });
      }),
    );
  });

  test('a body that was cut short is noticed, wherever it was cut', () => {
    const whole = frame([Buffer.from('some'), Buffer.from('bytes')]);
    const headers = { ...streaming, 'x-amz-decoded-content-length': '9' };
    const lastChunk = whole.indexOf('0\r\nx-amz');
    for (let length = 0; length < lastChunk + 1; length++) {
      expect(() => unframe(whole.subarray(0, length), headers)).toThrow(
        expect.objectContaining({ code: 'IncompleteBody' }) as AwsError,
      );
    }
  });

  test('nonsense never gets past but as IncompleteBody', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          unframe(Buffer.from(bytes), { ...streaming, 'x-amz-decoded-content-length': '61' });
        } catch (error) {
          return (error as AwsError).code === 'IncompleteBody';
        }
        return false;
      }),
    );
  });
});

describe('pages of a listing', () => {
  const keys = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'B', '/', 'é', '𝒂'), minLength: 1, maxLength: 5 }),
  );
  const stored = (names: readonly string[]): StoredObject[] =>
    [...names]
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map((key) => ({ key, size: '1', etag: '""', lastModified: '' }));

  test('put together they are the whole listing: every key, or its folder once', () => {
    fc.assert(
      fc.property(
        keys,
        fc.constantFrom('', '/'),
        fc.integer({ min: 1, max: 4 }),
        (names, delimiter, maxKeys) => {
          const found: string[] = [];
          for (let after = ''; ;) {
            const page = paginate(stored(names), { prefix: '', delimiter, after, maxKeys });
            found.push(...page.entries.map((entry) => ('object' in entry ? entry.object.key : entry.prefix)));
            if (!page.isTruncated) break;
            after = found.at(-1)!;
          }
          const folded = names.map((name) =>
            delimiter && name.includes('/') ? name.slice(0, name.indexOf('/') + 1) : name,
          );
          expect(new Set(found)).toEqual(new Set(folded));
          expect(found).toHaveLength(new Set(folded).size);
        },
      ),
    );
  });
});

test.each([
  [allow({ Principal: '*', Action: 's3:GetObject', Resource: '*' }), true],
  [allow({ Principal: { AWS: ['111111111111', '*'] }, Action: 's3:GetObject', Resource: '*' }), true],
  [allow({ Principal: { AWS: '111111111111' }, Action: 's3:GetObject', Resource: '*' }), false],
  [{ Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' } }, false],
  [
    allow({
      Principal: '*',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    false,
  ],
  [
    allow({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringLike: { 'aws:PrincipalArn': '*' } },
    }),
    true,
  ],
  [
    allow({
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }),
    true,
  ],
])('policy %# is public: %j → %j', (document, expected) => {
  // The examples of https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  expect(isPublicPolicy(document)).toBe(expected);
});

test("the bootstrap roles may do what the CDK CLI's own template lets them, action for action", async () => {
  const template = readFileSync('node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml', 'utf8');
  const section = (from: string, to: string) =>
    template.slice(template.indexOf(`\n  ${from}:`), template.indexOf(`\n  ${to}:`));
  const listed = (text: string) => new Set(text.match(/(?<=^\s+- )[a-z0-9]+:[A-Z][A-Za-z*]+/gm));
  const sandbox = await startSandbox({ share: SHARE });
  const { roles, parameters } = sandbox.world.accounts.get('111111111111')!;
  const actionsOf = (purpose: string) => {
    const role = roles.get(`cdk-hnb659fds-${purpose}-role-111111111111-ap-northeast-1`)!;
    const text = JSON.stringify([...role.inlinePolicies.values()]);
    return new Set(
      text
        .match(/(?<=")(?:s3|kms|ecr|ssm|sts|cloudformation):[A-Za-z*]+(?=")/g)
        ?.filter((it) => !/^kms:ViaService|^s3:ResourceAccount/.test(it)),
    );
  };
  expect(actionsOf('file-publishing')).toEqual(
    listed(section('FilePublishingRoleDefaultPolicy', 'ImagePublishingRoleDefaultPolicy')),
  );
  expect(actionsOf('image-publishing')).toEqual(
    listed(section('ImagePublishingRoleDefaultPolicy', 'DeploymentActionRole')),
  );
  const deploy = listed(
    section('DeploymentActionRole', 'CloudFormationExecutionRole').split('Policies:')[1]!,
  );
  expect(actionsOf('deploy')).toEqual(deploy);
  expect(parameters.get('ap-northeast-1//cdk-bootstrap/hnb659fds/version')).toBe(
    /Name:\s+Fn::Sub: '\/cdk-bootstrap\/\$\{Qualifier\}\/version'[\s\S]*?Value: '(\d+)'/.exec(template)![1],
  );
  await sandbox.stop();
});

test('every account of the share is there: further vendors, and the ones that run their Identity Center', async () => {
  const [first] = SHARE.vendors;
  const second = {
    ...first!,
    name: 'AcmeLabs',
    account: '333333333333',
    identityCenter: {
      ...first!.identityCenter,
      instanceArn: 'arn:aws:sso:::instance/ssoins-fedcba0987654321',
      account: '444444444444',
      region: 'us-east-1',
    },
    assignees: [{ type: 'USER' as const, id: 'b1b2c3d4-5678-90ab-cdef-111122223333', name: 'alice' }],
  };
  const sandbox = await startSandbox({ share: { ...SHARE, vendors: [first!, second] } });
  expect([...sandbox.administrators].map(([name, { account }]) => [name, account])).toEqual([
    ['company', '111111111111'],
    ['vendor', '222222222222'],
    ['acme-labs', '333333333333'],
    ['acme-labs-identity-center', '444444444444'],
  ]);
  expect([...sandbox.world.buckets.keys()]).toEqual([
    'cdk-hnb659fds-assets-111111111111-ap-northeast-1',
    'cdk-hnb659fds-assets-222222222222-ap-northeast-1',
    'cdk-hnb659fds-assets-333333333333-us-east-1',
    'cdk-hnb659fds-assets-444444444444-us-east-1',
  ]);
  expect(sandbox.vendorUsers.map(({ assigned }) => assigned.name)).toEqual(['member-of-analysts', 'alice']);
  expect(sandbox.vendorUsers[1]!.assigned.userId).toBe('b1b2c3d4-5678-90ab-cdef-111122223333');
  await sandbox.stop();
});

test.each([
  [undefined, 0, 'vendor'],
  ['AcmeLabs', 1, 'acme-labs'],
  ['Acme', 0, 'acme'],
])('the profile of vendor %j at place %i is %s', (name, index, expected) => {
  expect(profileOf(name === undefined ? {} : { name }, index)).toBe(expected);
});

test('files for AWS clients are private, and never written into the real home', async () => {
  const sandbox = await startSandbox({ share: SHARE });
  const home = mkdtempSync(join(tmpdir(), 'vendor-share-test-'));
  const { configFile, credentialsFile } = await writeAwsFiles(
    home,
    sandbox.administrators,
    '[profile more]\n',
  );
  const token = await writeSsoToken(home, 'vendor', sandbox.vendorUsers[0]!.assigned);
  expect(readFileSync(configFile, 'utf8')).toBe(
    '[profile company]\nregion = ap-northeast-1\n\n[profile vendor]\nregion = ap-northeast-1\n\n[profile more]\n',
  );
  expect(readFileSync(credentialsFile, 'utf8')).toMatch(
    /^\[company\]\naws_access_key_id = AKIA[A-Z2-7]{16}\naws_secret_access_key = [\w+/]{40}\n\n\[vendor\]\n/,
  );
  // SHA-1 of "vendor", as `printf vendor | sha1sum` says
  expect(token).toBe(join(home, '.aws/sso/cache', '9fdcb2f441fcdd2e24e21bf8d45413ae72c0443c.json'));
  expect(JSON.parse(readFileSync(token, 'utf8'))).toEqual({
    startUrl: 'https://vendor.awsapps.com/start',
    region: 'ap-northeast-1',
    accessToken: sandbox.vendorUsers[0]!.assigned.portalToken,
    expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
  });
  expect(statSync(token).mode & 0o077).toBe(0);
  await expect(writeAwsFiles(homedir(), sandbox.administrators)).rejects.toThrow(PlainError);
  await expect(writeSsoToken(`${homedir()}/.`, 'vendor', sandbox.vendorUsers[0]!.assigned)).rejects.toThrow(
    /your own home/,
  );
  rmSync(home, { recursive: true });
  await sandbox.stop();
});

describe('npm run sandbox', () => {
  /** Runs the command; `meanwhile` happens between its start and Ctrl-C. */
  const run = async (
    args: string[],
    meanwhile: (printed: string[]) => Promise<void> = async () => {},
    { width = 110, stop = 'asked', ...around }: Partial<Surroundings> & { width?: number; stop?: Stop } = {},
  ) => {
    process.exitCode = 0; // jest sets it when an earlier test file in the same process fails
    const printed: string[] = [];
    const noted: string[] = [];
    const terminal = {
      print: (text = '') => void printed.push(text),
      note: (text: string) => void noted.push(text),
      color: false,
      width,
    };
    const listenForStop = () => async () => {
      await meanwhile(printed);
      return stop;
    };
    const surroundings = { listenForStop, watched: false, env: { HOME: '/home/me' }, ...around };
    const command = sandboxCommand(SHARE, terminal, surroundings);
    command.configureOutput({
      writeOut: (text) => void printed.push(text),
      writeErr: (text) => void printed.push(text),
    });
    const complaint = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((text) => printed.push(String(text)) > 0);
    await runCommandLine(new Command('vendor-share').addCommand(command), [
      'node',
      'vendor-share',
      'sandbox',
      ...args,
    ]);
    complaint.mockRestore();
    const exitCode = process.exitCode ?? 0;
    process.exitCode = 0;
    return { printed, noted, exitCode };
  };

  test('for programs: where it is and who there is, then each request, and nothing is left afterwards', async () => {
    let home = '';
    const { printed, exitCode } = await run(['--port', '0', '--json'], async ([first]) => {
      const { url, homes } = JSON.parse(first!) as { url: string; homes: { directory: string }[] };
      home = homes[0]!.directory;
      expect(existsSync(join(home, '.aws/credentials'))).toBe(true);
      await fetch(`${url}/no-such-bucket/x`);
    });
    expect(JSON.parse(printed[1]!)).toMatchObject({
      caller: 'anonymous',
      outcome: 'failed',
      code: 'NoSuchBucket',
      status: 404,
    });
    expect(existsSync(home)).toBe(false);
    expect(exitCode).toBe(0);
  });

  test('for people: two lines to paste, the profiles, and no secret', async () => {
    const { printed } = await run(['--port', '0']);
    const text = printed.join('\n');
    expect(text.match(/^ {2}export .*$/gm)).toEqual([
      expect.stringMatching(/^ {2}export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^ {2}export HOME=\/.*vendor-share-sandbox-\w+\/vendor$/),
    ]);
    for (const profile of ['company', 'vendor', 'vendor-user', 'company-data', 'not-assigned']) {
      expect(text).toMatch(new RegExp(`^  ${profile} `, 'm'));
    }
    expect(text).not.toMatch(/AKIA|aws_secret/);
  });

  test('the welcome fits into 80 columns, but for what is to be pasted', async () => {
    const { printed } = await run(['--port', '0'], undefined, { width: 80 });
    const tooLong = printed
      .join('\n')
      .split('\n')
      .filter((line) => line.length > 80);
    expect(tooLong.filter((line) => !line.startsWith('  export HOME='))).toEqual([]);
  });

  test("the other terminal's variables are taken out of the way, the proxy too where there is one", async () => {
    const env = {
      HOME: '/home/me',
      AWS_ENDPOINT_URL_S3: 'https://elsewhere.example',
      http_proxy: 'http://proxy.example:3128',
    };
    const unset = [
      '  unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION \\',
      '    AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CONFIG_FILE \\',
      '    AWS_SHARED_CREDENTIALS_FILE AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    ].join('\n');
    const plain = await run(['--port', '0'], undefined, { width: 80 });
    expect(plain.printed).toContain(unset);
    expect(plain.printed.join('\n')).not.toMatch(/NO_PROXY/);
    const proxied = await run(['--port', '0'], undefined, { width: 80, env });
    expect(proxied.printed).toContain(`${unset} \\\n    AWS_ENDPOINT_URL_S3`);
    expect(proxied.printed).toContain('  export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1');
  });

  test('what to try: both stacks, then the way to the data', async () => {
    const { printed } = await run(['--port', '0']);
    expect(printed.filter((text) => /^ {2}(npx|aws) /.test(text))).toEqual([
      '  npx cdk deploy CompanyStack --profile company',
      '  npx cdk deploy VendorStack --profile vendor',
      '  aws s3 ls s3://company-shared-data-bucket-12345/ --profile company-data',
    ]);
    expect(printed.join('\n')).toContain('restart the sandbox after editing the assignees');
  });

  test('on stopping, how the other terminal gets its HOME back; not where nobody reads any more', async () => {
    const asked = await run(['--port', '0'], undefined, { env: { HOME: "/home/o'neil" } });
    expect(asked.noted).toEqual([
      '\nStopped; nothing is left. The HOME of the other terminal is gone: close it, or\n',
      "  export HOME='/home/o'\\''neil'",
      '  unset AWS_ENDPOINT_URL',
    ]);
    expect((await run(['--port', '0'], undefined, { stop: 'gone' })).noted).toEqual([]);
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('watched (%s): a long request is %i lines', async (watched, lines) => {
    const request = async (printed: string[]) => {
      const url = /http:\S+(?=\.)/.exec(printed[0]!)![0];
      await fetch(`${url}/no-such-bucket/${'k'.repeat(40)}`);
    };
    const { printed } = await run(['--port', '0'], request, { watched, width: 110 });
    expect(printed.at(-1)).toMatch(/NoSuchBucket: The specified bucket does not exist$/);
    expect(printed.at(-1)!.split('\n')).toHaveLength(lines);
  });

  // A process of its own takes two seconds.
  (THOROUGH ? test : test.skip).each<[string, (child: ChildProcess) => unknown, RegExp]>([
    ['its terminal is closed', (child) => child.kill('SIGHUP'), /^\nStopped; nothing is left/],
    ['nobody reads its output', (child) => child.stdout!.destroy(), /^$/],
  ])('when %s it cleans up and ends with 0', async (_, end, says) => {
    const directory = mkdtempSync(join(tmpdir(), 'vendor-share-test-'));
    const child = spawn(
      process.execPath,
      ['--require', 'tsx/cjs', 'bin/vendor-share.ts', 'sandbox', '--port', '0'],
      { env: { ...process.env, TMPDIR: directory }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += String(text)));
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\S+(?=\.)/.exec(String(text))![0];
    while (!readdirSync(directory).some((name) => name.startsWith('vendor-share'))) await delay(20);
    const ended = once(child, 'exit');
    end(child);
    await fetch(url).catch(() => undefined); // so that there is something to print
    expect(await ended).toEqual([0, null]);
    expect(complaint).toMatch(says);
    expect(readdirSync(directory).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  test('a port that is taken is one sentence and exit code 2', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const { printed, exitCode } = await run(['--port', String(port)]);
    expect(printed).toEqual([
      `port ${port} is in use: stop what listens there, or choose another with --port\n`,
    ]);
    expect(exitCode).toBe(2);
    squatter.close();
  });

  test('a port that is none is said to be none', async () => {
    const { printed, exitCode } = await run(['--port', '70000']);
    expect(printed.join('')).toContain('--port must be a whole number from 0 to 65535, got "70000"');
    expect(exitCode).toBe(2);
  });

  test('--help is this', async () => {
    const { printed } = await run(['--help']);
    expect(printed.join('')).toMatchInlineSnapshot(`
"Usage: vendor-share sandbox [options]

AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.

Options:
  --port <number>  port on 127.0.0.1 (0: any free one) (default: 4566)
  --json           one JSON object per line: first the addresses and profiles,
                   then each request
  -h, --help       display help for command

Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: what it does not model, it refuses by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.
"
`);
  });
});

describe('a line of the log', () => {
  const entry: RequestEntry = {
    time: new Date('2026-11-23T21:40:03Z'),
    requestId: 'r',
    service: 's3',
    operation: 'HeadObject',
    caller: { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/Administrator' },
    authorizations: [],
    status: 200,
  };
  const line = (more: Partial<RequestEntry>) => requestLine({ ...entry, ...more }, { color: false });

  test('says when, what came of it, who and what', () => {
    expect(line({})).toBe('21:40:03 allowed  111111111111 Administrator  s3:HeadObject');
  });

  test('tells a refusal from a failure, by status or by code', () => {
    const error = (code: string) => ({ error: { code, message: 'Told.' } });
    expect(line({ status: 403, ...error('AccessDenied') })).toContain('refused');
    expect(line({ status: 400, ...error('ExpiredToken') })).toContain('refused');
    expect(line({ status: 404, ...error('NoSuchKey') })).toMatch(/failed .* NoSuchKey: Told\.$/);
  });

  const question = {
    caller: entry.caller,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    resourceAccount: '111111111111',
    context: {},
  };
  const stranger: AccessRequest['caller'] = {
    kind: 'user',
    account: '222222222222',
    arn: 'arn:aws:iam::222222222222:user/Administrator',
  };
  const statement = {
    index: 0,
    sid: 'NoSecrets',
    effect: 'Deny' as const,
    action: { negated: false, patterns: ['*'] },
    conditions: [],
  };
  const blamed = {
    policy: { kind: 'resource' as const, name: 'bucket policy of b', statements: [statement] },
    statement,
  };
  const denied = (denial: Denial, more: Partial<AccessRequest> = {}): Partial<RequestEntry> => ({
    operation: 'GetObject',
    status: 403,
    error: { code: 'AccessDenied', message: 'Access Denied' },
    authorizations: [{ request: { ...question, ...more }, decision: { allowed: false, denial } }],
  });
  const explicit: Denial = { kind: 'explicit', in: 'resource', by: blamed };
  const implicit = (missing: PolicyRole, ...because: string[]): Denial => ({
    kind: 'implicit',
    missing,
    nearMisses: because.map((reason) => ({ ...blamed, because: reason })),
  });

  test('names the statement that refused, or that came closest', () => {
    expect(line(denied(explicit))).toBe(
      '21:40:03 refused  111111111111 Administrator  s3:GetObject arn:aws:s3:::b/k  AccessDenied: with an explicit deny in a resource-based policy (NoSecrets of bucket policy of b)',
    );
    expect(line(denied(implicit('identity', 'action', 'resource')))).toMatch(
      /  AccessDenied: because no identity-based policy allows the s3:GetObject action \(closest: NoSecrets of bucket policy of b; resource\)$/,
    );
  });

  test('does not call a statement close that is about something else', () => {
    expect(line(denied(implicit('identity', 'action')))).toMatch(
      /because no identity-based policy allows the s3:GetObject action$/,
    );
  });

  test('says what S3 keeps from callers of other accounts', () => {
    const from = { caller: stranger };
    expect(line(denied(implicit('resource', 'principal'), from))).toMatch(
      /  AccessDenied: no policy on the other side lets this caller in \(closest: NoSecrets of bucket policy of b; principal\)$/,
    );
    expect(line(denied(implicit('identity'), from))).toMatch(/: no policy of the caller allows it$/);
    expect(line(denied(explicit, from))).toMatch(/: NoSecrets of bucket policy of b denies it$/);
    expect(
      line({ caller: { kind: 'anonymous' }, ...denied(explicit), authorizations: [], path: '/b/k' }),
    ).toBe(
      "21:40:03 refused  anonymous  s3:GetObject /b/k  AccessDenied: RestrictPublicBuckets of the bucket's public access block",
    );
  });

  test('names the operation where its action does not', () => {
    const by = { request: question, decision: { allowed: true as const, by: [] } };
    expect(line({ authorizations: [by] })).toMatch(/  s3:GetObject \(HeadObject\) arn:aws:s3:::b\/k$/);
    expect(line({ authorizations: [by], operation: 'GetObject' })).toMatch(
      /  s3:GetObject arn:aws:s3:::b\/k$/,
    );
    const put = { ...by, request: { ...question, action: 's3:PutObject' } };
    expect(line({ authorizations: [put], operation: 'UploadPart', part: '3' })).toMatch(
      /  s3:PutObject \(UploadPart 3\) arn:aws:s3:::b\/k$/,
    );
  });

  test('of a request that nobody could read has its address alone', () => {
    expect(line({ service: '?', operation: 'GET /%zz', caller: { kind: 'anonymous' } })).toBe(
      '21:40:03 allowed  anonymous  GET /%zz',
    );
  });

  test('does not call everything allowed that was refused within', () => {
    const { authorizations = [] } = denied(explicit);
    const allowed = { request: question, decision: { allowed: true as const, by: [] } };
    const deleted = { operation: 'GetObject', authorizations: [allowed, ...authorizations] };
    expect(line(deleted)).toBe(
      '21:40:03 allowed  111111111111 Administrator  s3:GetObject arn:aws:s3:::b/k  but 1 of 2 refused within: s3:GetObject arn:aws:s3:::b/k: with an explicit deny in a resource-based policy (NoSecrets of bucket policy of b)',
    );
    expect(requestData({ ...entry, ...deleted }).asked).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', allowed: true },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', allowed: false },
    ]);
  });

  test('is one line, whatever a key is called', () => {
    const resource = 'arn:aws:s3:::b/two\nlines\u001b[2J';
    expect(line(denied(explicit, { resource }))).toContain('arn:aws:s3:::b/two%0Alines%1B[2J  AccessDenied');
  });

  describe('for somebody who watches', () => {
    const lines = (more: Partial<RequestEntry>) =>
      requestLines({ ...entry, ...more }, { color: false, width: 80 });

    test('is the same where there is room', () => {
      expect(lines({})).toBe('21:40:03 allowed  111111111111 Administrator  s3:HeadObject');
    });

    test('has what does not fit below, indented', () => {
      expect(lines(denied(implicit('identity', 'resource')))).toBe(
        [
          '21:40:03 refused  111111111111 Administrator  s3:GetObject b/k',
          '           AccessDenied: because no identity-based policy allows the',
          '           s3:GetObject action (closest: NoSecrets of bucket policy of b;',
          '           resource)',
        ].join('\n'),
      );
    });

    test.each([
      [
        'arn:aws:iam::111111111111:role/cdk-hnb659fds-file-publishing-role-111111111111-ap-northeast-1',
        '111111111111 cdk file-publishing role',
      ],
      [
        'arn:aws:s3:::cdk-hnb659fds-assets-111111111111-ap-northeast-1/da4918d9b7a355d6e5c2a02f42f661b92f9f0633d1746c4541d49f9a6554664c.json',
        '111111111111 cdk assets bucket/da4918d9….json',
      ],
      [
        'arn:aws:cloudformation:eu-west-1:222222222222:stack/VendorStack/658e03e0-a51a-4d6e-aa52-7ded520ff184',
        'arn:aws:cloudformation:eu-west-1:222222222222:stack/VendorStack',
      ],
      ['arn:aws:iam::111111111111:role/VendorAccessRole', 'arn:aws:iam::111111111111:role/VendorAccessRole'],
    ])('%s is %s', (resource, short) => {
      expect(
        requestLines({ ...entry, ...denied(explicit, { resource }) }, { color: false, width: 300 }),
      ).toContain(`  s3:GetObject ${short}  AccessDenied`);
      expect(line(denied(explicit, { resource }))).toContain(`  s3:GetObject ${resource}  AccessDenied`);
    });

    test.each([
      ['cdk-hnb659fds-deploy-role-111111111111-us-gov-east-1/aws-cdk-root', 'cdk deploy role'],
      ['cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1/by-hand', 'cdk deploy role/by-hand'],
      [
        'AWSReservedSSO_AllowAssumeCompanyRole_4217f30a4b9c69a8/alice',
        'AWSReservedSSO_AllowAssumeCompanyRole/alice',
      ],
      ['VendorAccessRole/Test', 'VendorAccessRole/Test'],
    ])('the caller %s is %s', (session, short) => {
      const arn = `arn:aws:sts::111111111111:assumed-role/${session}`;
      const caller = { kind: 'role-session' as const, account: '111111111111', arn, roleArn: '' };
      expect(requestLines({ ...entry, caller }, { color: false, width: 300 })).toBe(
        `21:40:03 allowed  111111111111 ${short}  s3:HeadObject`,
      );
    });
  });
});
