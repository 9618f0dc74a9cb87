// tools/verify/verify.ts with all of tools/verify/ behind it, bin/commands/verify.ts and bin/commands/lookup.ts
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import {
  AttachRolePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { fromIni } from '@aws-sdk/credential-providers';
import { lookupCommand } from '../../bin/commands/lookup';
import { verifyCommand } from '../../bin/commands/verify';
import { share as shipped } from '../../parameters';
import { createTemporaryHome, withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';
import { interferingProxy, isFor, s3Error } from './interfering-proxy';
import { secretsIn, verifyIn } from './verify-in';

const COMPANY = '111111111111';
const BUCKET = 'company-shared-data-bucket-12345';

/** Everything that must be refused to a session of the lent role. */
const FORBIDDEN = [
  'get-bucket-location',
  'list-versions',
  'get-object-tagging',
  'put-object',
  'delete-object',
  'delete-version',
  'put-object-acl',
  'put-object-tagging',
  'put-bucket-policy',
  'get-bucket-policy',
  'list-buckets',
  'list-other-bucket',
  'list-users',
  'attach-policy',
  'create-access-key',
];

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
}, 30_000);
afterAll(() => deployed.stop());

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not in the sandbox');
  return value;
}

describe('the handoff page is all that the vendor’s user needs', () => {
  test('its config, pasted as it is, takes the SDK from the sign-in to the data', async () => {
    const page = deployed.handoff.page;
    const config = present(/```ini\n([\s\S]*?)```/.exec(page)?.[1]);
    const profile = present(/aws s3 cp \S+ \S+ --profile (\S+)/.exec(page)?.[1]);
    const [, Bucket, Key] = /aws s3 cp s3:\/\/([^/]+)\/(\S+)/.exec(page) ?? [];
    const user = present(deployed.sandbox.vendorUsers[0]).assigned;
    const session = present(/^sso_session = (.*)$/m.exec(config)?.[1]);
    const home = await createTemporaryHome({ config, signedIn: { session, user } }, deployed.sandbox.url);

    const text = await withEnvironment(home.environment, async () => {
      const s3 = new S3Client({ profile, credentials: fromIni({ profile }) });
      await s3.send(new ListObjectsV2Command({ Bucket }));
      const object = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const body = await object.Body?.transformToString();
      s3.destroy();
      return body;
    });

    home.remove();
    expect(text).toBe('confidential data\n');
  });

  test('the same page gives a user who was not assigned nothing', async () => {
    const user = present(deployed.sandbox.vendorUsers[0]).notAssigned;
    const signedIn = { session: deployed.handoff.profiles.ssoSession, user };
    const home = await createTemporaryHome(
      { config: deployed.handoff.config, signedIn },
      deployed.sandbox.url,
    );

    const { run } = await verifyIn(deployed, {
      environment: home.environment,
      profiles: ['111111111111-data'],
    });

    home.remove();
    expect(run.verifications[0]?.findings).toMatchObject([
      { id: 'not-assigned', hop: 'sign in', side: 'the vendor' },
    ]);
  });
});

describe('verify, as', () => {
  test('the vendor’s user: everything is as promised', async () => {
    const { run, text } = await verifyIn(deployed);

    expect(run.exitCode).toBe(0);
    expect(run.verifications[0]?.who?.role).toBe('vendor user');
    const results = present(run.verifications[0]).results;
    expect(results.filter(({ verdict }) => verdict !== 'as expected')).toEqual([]);
    expect(results.map(({ probe }) => probe.id)).toEqual([
      ...['assume-role', 'assumed-arn', 'session-length'],
      ...['list-objects', 'get-object', 'head-missing-key'],
      ...FORBIDDEN,
      ...['bucket-without-role', 'longer-session'],
    ]);
    expect(text).toContain('As promised: 5 things work that should, 18 are denied that must be.');
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'What a vendor user cannot see: what else the policies of the role and the bucket allow, and to whom. The company’s administrator proves that: npm run verify -- --deployed --profile company',
    );
  });

  test('the chained profile: what it cannot try is said, and is not taken for granted', async () => {
    const { run, text } = await verifyIn(deployed, { profiles: ['111111111111-data'] });

    expect(run.exitCode).toBe(3);
    expect(run.verifications[0]?.who?.role).toBe('borrower');
    expect(run.verifications[0]?.findings).toEqual([]);
    expect(run.verifications[0]?.notTried.flatMap(({ probes }) => probes.map(({ id }) => id))).toEqual([
      'bucket-without-role',
      'longer-session',
    ]);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('--profile 111111111111-user also tries to assume it');
  });

  test('an administrator of the vendor’s, who may borrow while the share lets the account in', async () => {
    const { run } = await verifyIn(deployed, { profiles: ['vendor'] });

    expect(run.exitCode).toBe(0);
    expect(run.verifications[0]?.who?.role).toBe('vendor principal');
  });

  test('anyone, with AWS slowing down now and then: it tries again', async () => {
    let refusals = 0;
    const proxy = await interferingProxy(deployed.sandbox.url, (message) =>
      isFor('s3', message) && refusals++ < 2
        ? s3Error(503, 'SlowDown', 'Reduce your request rate')
        : undefined,
    );

    const { run } = await verifyIn(deployed, { environment: { AWS_ENDPOINT_URL: proxy.url } });

    await proxy.stop();
    expect(run.exitCode).toBe(0);
    expect(refusals).toBeGreaterThan(2);
  });
});

describe('verify --deployed', () => {
  test('with both sides’ profiles proves what is really there', async () => {
    const { run, text } = await verifyIn(deployed, { profiles: ['company', 'vendor'], deployed: true });

    expect(run.exitCode).toBe(0);
    expect(run.deployed?.proof.verdict).toBe('holds');
    expect(run.deployed?.reading.notRead).toEqual([]);
    expect(text).toContain('What is deployed allows exactly what was promised, and nothing is missing.');
    expect(text).toContain('stack CompanyStack in account 111111111111 runs the template that was proved.');
    expect(text).toContain('stack VendorStack in account 222222222222 runs the template that was proved.');
    expect(text).not.toContain('the templates');
    // AND what it never looks at is said all the same
    expect(text).toMatch(/not looked at, so not proved: the public-access block of account 111111111111/);
    // AND on whom it hangs that it stays as it is
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'whoever can write to the bucket cdk-hnb659fds-assets-111111111111-ap-northeast-1, or use the roles ' +
        'cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1',
    );
  });

  test('reads every door of the bucket', async () => {
    const { run } = await verifyIn(deployed, { profiles: ['company'], deployed: true });

    expect(run.deployed?.reading.read).toEqual([
      'role VendorAccessRole: its trust policy and everything attached to it',
      `bucket ${BUCKET}: ACL, policy, public-access block, ownership, encryption, lifecycle, intelligent tiering, ` +
        'replication, inventories, analyses, access logs, notifications, website',
      `access points of bucket ${BUCKET}`,
      'the template of stack CompanyStack',
      `access grants on bucket ${BUCKET}`,
    ]);
  });

  test('with the company’s profile alone ends as its side does, and says that the vendor’s was not looked at', async () => {
    const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });

    expect(run.exitCode).toBe(0);
    expect(run.deployed?.reading.sides).toEqual(['company']);
    expect(text).toContain(
      'What is deployed on the company’s side allows exactly what was promised, and nothing is missing there. ' +
        'The vendor’s side was not looked at.',
    );
    expect(text).not.toContain('What is deployed allows');
  });

  test('with the vendor’s profile alone ends as its side does, and says that the company’s was not looked at', async () => {
    const { run, text } = await verifyIn(deployed, { profiles: ['vendor'], deployed: true });

    expect(run.exitCode).toBe(0);
    expect(run.deployed?.reading.sides).toEqual(['vendor']);
    expect(text).toContain(
      'What is deployed on the vendor’s side allows exactly what was promised, and nothing is missing there. ' +
        'The company’s side was not looked at.',
    );
    expect(text).not.toContain('What is deployed allows');
  });

  test('as the vendor’s user, who may read none of it, proves nothing and says so', async () => {
    const { run, text } = await verifyIn(deployed, { deployed: true });

    expect(run.exitCode).toBe(3);
    expect(run.deployed?.reading.read).toEqual([]);
    expect(run.deployed?.reading.sides).toEqual([]);
    expect(text).toContain('Nothing could be read, so nothing was proved.');
    expect(text).not.toContain('The proof covers');
  });

  test('with the company’s profile and the vendor’s user reads the company’s side, and walks', async () => {
    const { run, text } = await verifyIn(deployed, {
      profiles: ['company', '111111111111-user'],
      deployed: true,
    });

    expect(run.exitCode).toBe(0);
    expect(run.deployed?.reading.sides).toEqual(['company']);
    expect(text).toContain('As promised: 5 things work that should, 18 are denied that must be.');
    expect(text).toContain('The vendor’s side was not looked at.');
  });

  test('names the root user where the bucket policy denies everybody, in AWS’s own sentence', async () => {
    const bucket = present(deployed.sandbox.world.buckets.get(BUCKET));
    const before = bucket.policy;
    const Resource = [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`];
    bucket.policy = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource }],
    };

    const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });

    bucket.policy = before;
    expect(run.exitCode).toBe(1);
    expect(run.deployed?.proof.verdict).toBe('broken');
    const said = text.replaceAll(/\s+/g, ' ');
    expect(said).toContain(
      `User: arn:aws:iam::${COMPANY}:user/Administrator is not authorized to perform: s3:GetBucketPolicy on resource: ` +
        `"arn:aws:s3:::${BUCKET}" with an explicit deny in a resource-based policy`,
    );
    expect(said).toContain(`Only the root user of account ${COMPANY} can repair it`);
  });

  test('reads a bucket policy that forbids everybody to list, and names its statement', async () => {
    const bucket = present(deployed.sandbox.world.buckets.get(BUCKET));
    const before = bucket.policy;
    bucket.policy = {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'NobodyLists',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:ListBucket',
          Resource: `arn:aws:s3:::${BUCKET}`,
        },
      ],
    };

    const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });

    bucket.policy = before;
    expect(run.exitCode).toBe(1);
    expect(text).toContain(`bucket policy of ${BUCKET}, NobodyLists`);
  });

  const role = () => present(deployed.sandbox.world.accounts.get(COMPANY)?.roles.get('VendorAccessRole'));
  const allow = (Action: string, Resource: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource }],
  });

  test('finds the statement that somebody added to the role by hand', async () => {
    role().inlinePolicies.set('AddedByHand', allow('s3:GetObjectVersion', `arn:aws:s3:::${BUCKET}/*`));

    const { run, text } = await verifyIn(deployed, { profiles: ['company', 'vendor'], deployed: true });

    role().inlinePolicies.delete('AddedByHand');
    expect(run.exitCode).toBe(1);
    expect(run.deployed?.proof.failures[0]?.witness?.action).toBe('s3:GetObjectVersion');
    expect(text).toContain('AddedByHand');
  });

  test.each([
    [
      'a bucket policy that lets an outsider in',
      () => {
        const bucket = present(deployed.sandbox.world.buckets.get(BUCKET));
        const before = bucket.policy;
        bucket.policy = {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: '333333333333' },
              Action: 's3:GetObject',
              Resource: `arn:aws:s3:::${BUCKET}/*`,
            },
          ],
        };
        return () => (bucket.policy = before);
      },
    ],
    [
      'the public-access block gone',
      () => {
        const { buckets } = deployed.sandbox.world;
        const bucket = present(buckets.get(BUCKET));
        const open = { ...bucket };
        delete open.publicAccessBlock;
        buckets.set(BUCKET, open);
        return () => buckets.set(BUCKET, bucket);
      },
    ],
    [
      'another group with the permission set',
      () => {
        const center = present(deployed.sandbox.world.identityCenters.values().next().value);
        const [assignment] = center.assignments;
        center.assignments.push({
          ...present(assignment),
          principalId: '00000000-0000-4000-8000-000000000000',
        });
        return () => center.assignments.pop();
      },
    ],
    [
      'a managed policy on the permission set',
      () => {
        const center = present(deployed.sandbox.world.identityCenters.values().next().value);
        const set = present([...center.permissionSets.values()][0]);
        set.managedPolicies.push('arn:aws:iam::aws:policy/ReadOnlyAccess');
        return () => set.managedPolicies.pop();
      },
    ],
    [
      'the role missing',
      () => {
        const roles = present(deployed.sandbox.world.accounts.get(COMPANY)).roles;
        const before = role();
        roles.delete('VendorAccessRole');
        return () => roles.set('VendorAccessRole', before);
      },
    ],
  ])('finds %s', async (_name, breakIt) => {
    const mend = breakIt();
    const { run } = await verifyIn(deployed, { profiles: ['company', 'vendor'], deployed: true });
    mend();
    expect(run.deployed?.proof.verdict).toBe('broken');
    expect(run.exitCode).toBe(1);
  });
});

describe('an administrator of the company’s breaks by hand, and is told,', () => {
  type ByHand = (iam: IAMClient) => Promise<unknown>;
  const PolicyArn = `arn:aws:iam::${COMPANY}:policy/VendorS3AccessPolicy`;
  const RoleName = 'VendorAccessRole';
  const everyone = (Principal: unknown) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    });

  test.each<[string, ByHand, ByHand, RegExp]>([
    [
      'the policy off the role',
      (iam) => iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn })),
      (iam) => iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn })),
      /VendorS3AccessPolicy is not attached to VendorAccessRole/,
    ],
    [
      'the trust',
      (iam) =>
        iam.send(
          new UpdateAssumeRolePolicyCommand({
            RoleName,
            PolicyDocument: everyone({ AWS: 'arn:aws:iam::333333333333:root' }),
          }),
        ),
      (iam) =>
        iam.send(
          new UpdateAssumeRolePolicyCommand({
            RoleName,
            PolicyDocument: everyone({ AWS: 'arn:aws:iam::222222222222:root' }),
          }),
        ),
      /AWS does not say which: the role does not exist, or does not trust account 222222222222/,
    ],
    [
      'the limits of the role',
      (iam) =>
        iam.send(
          new PutRolePolicyCommand({
            RoleName,
            PolicyName: 'More',
            PolicyDocument: JSON.stringify({
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
            }),
          }),
        ),
      (iam) => iam.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'More' })),
      /VendorAccessRole may do more than read what is shared/,
    ],
  ])('%s', async (_name, breaks, mends, says) => {
    const byHand = (act: ByHand) =>
      withEnvironment(deployed.home.environment, async () => {
        const region = 'ap-northeast-1';
        const client = new IAMClient({
          region,
          credentials: fromIni({ profile: 'company', ignoreCache: true }),
        });
        await act(client);
        client.destroy();
      });
    await byHand(breaks);
    const { run } = await verifyIn(deployed);
    await byHand(mends);
    expect(run.exitCode).toBe(1);
    expect(run.verifications[0]?.findings).toEqual([
      expect.objectContaining({ cause: expect.stringMatching(says) as string }),
    ]);
    expect((await verifyIn(deployed)).run.exitCode).toBe(0);
  });
});

describe('the forbidden probes are harmless', () => {
  test('even to a share whose role may do everything: each is reported, and nothing has changed', async () => {
    const { world, objects } = deployed.sandbox;
    const account = present(world.accounts.get(COMPANY));
    const role = present(account.roles.get('VendorAccessRole'));
    role.inlinePolicies.set('Everything', {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*', 'iam:*'], Resource: '*' }],
    });
    const photograph = async () =>
      JSON.stringify({
        objects: (await objects.list(BUCKET)).map((object) => JSON.stringify(object)),
        bucket: world.buckets.get(BUCKET),
        buckets: [...world.buckets.keys()],
        users: [...account.users.keys()],
        lastingKeys: [...world.credentials.values()].filter(({ kind }) => kind === 'user').length,
        roles: [...account.roles].map(([name, { attachedPolicies, inlinePolicies, trustPolicy }]) => [
          name,
          [...attachedPolicies],
          [...inlinePolicies],
          trustPolicy,
        ]),
      });
    const before = await photograph();

    const { run, text } = await verifyIn(deployed);

    expect(await photograph()).toBe(before);
    role.inlinePolicies.delete('Everything');
    const results = present(run.verifications[0]).results;
    const allowed = results
      .filter(({ verdict }) => verdict === 'not as expected')
      .map(({ probe }) => probe.id);
    // S3 may say this of ACLs that are off and of what is no policy before it asks who sends it.
    const provesNothing = ['put-object-acl', 'put-bucket-policy'];
    expect(allowed).toEqual(FORBIDDEN.filter((id) => !provesNothing.includes(id)));
    expect(run.exitCode).toBe(1);
    for (const secret of secretsIn(deployed.sandbox)) expect(text.includes(secret)).toBe(false);
  });
});

describe('the command line', () => {
  const ask = async (command: typeof lookupCommand | typeof verifyCommand, args: string[]) => {
    const terminal = memoryTerminal();
    const parsing = withEnvironment(deployed.home.environment, () =>
      command(shipped, terminal).exitOverride().parseAsync(args, { from: 'user' }),
    );
    const error: unknown = await parsing.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const exitCode = process.exitCode;
    process.exitCode = undefined;
    return { printed: terminal.printed(), noted: terminal.noted(), error, exitCode };
  };

  test('verify --json is one JSON document, with the exit code in it and on the process', async () => {
    const { printed, exitCode } = await ask(verifyCommand, ['--profile', '111111111111-user', '--json']);
    const data: unknown = JSON.parse(printed);
    expect(data).toMatchObject({
      vendor: 'Vendor',
      exitCode: 0,
      verifications: [{ profile: '111111111111-user' }],
    });
    expect(exitCode).toBe(0);
  });

  test('lookup prints exactly the lines to paste, and nothing else on standard output', async () => {
    const { printed } = await ask(lookupCommand, ['--profile', 'vendor', '--group', 'Analysts']);
    expect(printed.split('\n')).toEqual([
      '      identityCenter: {',
      "        instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',",
      "        identityStoreId: 'd-7890abcdef',",
      "        region: 'ap-northeast-1',",
      "        startUrl: 'https://vendor.awsapps.com/start',",
      '      },',
      '      assignees: [',
      "        { type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' },",
      '      ],',
    ]);
  });

  test.each([
    [
      'a group that is not there',
      ['--group', 'analysts'],
      2,
      /--group "analysts" was not found.*did you mean Analysts/,
    ],
    [
      'a user that is not there',
      ['--user', 'nobody'],
      2,
      /--user "nobody" was not found.*member-of-analysts/,
    ],
    [
      'a region where Identity Center is not',
      ['--region', 'us-east-1'],
      2,
      /--region us-east-1: account 222222222222 sees no Identity Center/,
    ],
    ['both at once', ['--group', 'x', '--user', 'y'], 2, /--group "x"[\s\S]*--user "y"/],
  ])('lookup refuses %s', async (_name, args, exitCode, message) => {
    const { error, printed } = await ask(lookupCommand, ['--profile', 'vendor', ...args]);
    expect(error).toMatchObject({ exitCode, message: expect.stringMatching(message) as string });
    expect(printed).toBe('');
  });

  test('lookup does not take the first of several instances', async () => {
    const { identityCenters } = deployed.sandbox.world;
    const first = present(identityCenters.values().next().value);
    const another = 'arn:aws:sso:::instance/ssoins-fedcba0987654321';
    const third = 'arn:aws:sso:::instance/ssoins-0000000000000000';
    identityCenters.delete(first.instanceArn);
    for (const instanceArn of [another, third]) {
      identityCenters.set(instanceArn, {
        ...first,
        instanceArn,
        portalTokens: new Map(),
        provisionedRoles: new Map(),
      });
    }

    const { error } = await ask(lookupCommand, ['--profile', 'vendor']);

    identityCenters.clear();
    identityCenters.set(first.instanceArn, first);
    expect(error).toMatchObject({ exitCode: 2 });
    expect(String(error)).toMatch(
      /ssoins-fedcba0987654321[\s\S]*ssoins-0000000000000000[\s\S]*several could be meant/,
    );
  });

  test('lookup by someone who may not look is told which permissions it takes, and nothing about the role', async () => {
    const { error } = await ask(lookupCommand, ['--profile', '111111111111-user']);
    expect(error).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^profile "111111111111-user" is not allowed to look this up: .*sso:ListInstances/,
      ) as string,
    });
    expect(String(error)).not.toContain('VendorS3AccessPolicy');
  });

  test('lookup by someone who is not given the profile’s permission set is told that', async () => {
    const center = present(deployed.sandbox.world.identityCenters.values().next().value);
    const before = center.assignments.splice(0);
    const { error } = await ask(lookupCommand, ['--profile', '111111111111-user']);
    center.assignments.push(...before);
    expect(error).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^Identity Center does not allow you what profile "111111111111-user" asks for/,
      ) as string,
    });
  });

  test('lookup of someone who is not signed in ends with 3 and the command to sign in', async () => {
    const { portalTokens } = present(deployed.sandbox.world.identityCenters.values().next().value);
    const before = [...portalTokens];
    portalTokens.clear();
    const { error } = await ask(lookupCommand, ['--profile', '111111111111-user']);
    before.forEach(([token, login]) => portalTokens.set(token, login));
    expect(error).toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('aws sso login --profile 111111111111-user') as string,
    });
  });

  // A process of its own takes two seconds.
  test('verify ends when it has given up, and not when the retries of a sign-in that hangs do', async () => {
    let connections = 0;
    const silent = createServer(() => (connections += 1));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const args = [
      '--require',
      'tsx/cjs',
      'bin/vendor-share.ts',
      'verify',
      '--profile',
      '111111111111-user',
      '--timeout',
      '1',
    ];

    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...deployed.home.environment, AWS_ENDPOINT_URL: url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
    await once(child, 'close');

    silent.close();
    expect({ exitCode: child.exitCode, printed }).toEqual({
      exitCode: 3,
      printed: expect.stringContaining('AWS was asked and did not answer in time') as string,
    });
    // One try, and at most the beginning of a second: there would have been three.
    expect(connections).toBeLessThan(3);
  }, 20_000);
});
