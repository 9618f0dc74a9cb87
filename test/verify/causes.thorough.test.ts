// tools/verify/causes.ts and tools/verify/diagnosis.ts
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { share as shipped } from '../../parameters';
import type { Role } from '../../tools/sandbox/core/identities';
import { provision, provisionPermissionSets } from '../../tools/sandbox/identity-center/provisioning';
import { createTemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { interferingProxy, isFor, s3Error } from './interfering-proxy';
import { secretsIn, verifyIn, type VerifyOptions } from './verify-in';

/**
 * One breakage of the share a row, made by hand in the deployed sandbox or between it and the client. What verify must
 * say about it is written here from what the breakage is, not from what the code does.
 */
interface Fault {
  readonly name: string;
  /** Breaks it and returns how to mend it. What it hands back is used to run verify. */
  readonly breakIt: (deployed: DeployedSandbox) => Promise<Broken> | Broken;
  readonly hop: string;
  readonly side: string;
  /** 0 as promised, 1 broken, 2 wrong usage, 3 could not tell. */
  readonly exitCode: number;
  /** Part of what it says is wrong, or what to do about it. */
  readonly says: RegExp;
}

type Broken = VerifyOptions & { readonly mend: () => unknown };

const COMPANY = '111111111111';
const VENDOR = '222222222222';
const BUCKET = 'company-shared-data-bucket-12345';

const theRole = ({ sandbox }: DeployedSandbox): Role =>
  present(sandbox.world.accounts.get(COMPANY)?.roles.get('VendorAccessRole'));
const theSet = ({ sandbox }: DeployedSandbox) =>
  present([...present(sandbox.world.identityCenters.values().next().value).permissionSets.values()][0]);
const theBucket = ({ sandbox }: DeployedSandbox) => present(sandbox.world.buckets.get(BUCKET));

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is not in the sandbox');
  return value;
}

function changing<T, K extends keyof T>(thing: T, key: K, value: T[K]): Broken {
  const before = thing[key];
  thing[key] = value;
  return { mend: () => (thing[key] = before) };
}

/** A GET of the seed object. */
function isTheData(message: IncomingMessage): boolean {
  return isFor('s3', message) && message.method === 'GET' && message.url?.includes('test-data.txt') === true;
}

async function interfering(
  { sandbox }: DeployedSandbox,
  interfere: Parameters<typeof interferingProxy>[1],
  options: VerifyOptions = {},
): Promise<Broken> {
  const proxy = await interferingProxy(sandbox.url, interfere);
  return { ...options, environment: { AWS_ENDPOINT_URL: proxy.url }, mend: () => proxy.stop() };
}

/** A computer whose `~/.aws/config` is this. */
async function livingWith(config: string, deployed: DeployedSandbox, profile: string): Promise<Broken> {
  const home = await createTemporaryHome({ config }, deployed.sandbox.url);
  return { environment: home.environment, profiles: [profile], mend: () => home.remove() };
}

const trusting = (Principal: unknown, Condition?: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition ? { Condition } : {}) }],
});

const FAULTS: Fault[] = [
  {
    name: 'the role was deleted',
    breakIt: ({ sandbox }) => {
      const roles = present(sandbox.world.accounts.get(COMPANY)).roles;
      const role = present(roles.get('VendorAccessRole'));
      roles.delete('VendorAccessRole');
      return { mend: () => roles.set('VendorAccessRole', role) };
    },
    hop: 'assume the role',
    side: 'the vendor or the company',
    exitCode: 1,
    says: /AWS does not say which: the role does not exist/,
  },
  {
    name: 'the role trusts another account',
    breakIt: (deployed) =>
      changing(theRole(deployed), 'trustPolicy', trusting({ AWS: 'arn:aws:iam::333333333333:root' })),
    hop: 'assume the role',
    side: 'the vendor or the company',
    exitCode: 1,
    says: /AWS does not say which: .* does not trust account 222222222222/,
  },
  {
    name: 'the trust policy denies it',
    breakIt: (deployed) =>
      changing(theRole(deployed), 'trustPolicy', {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${VENDOR}:root` }, Action: 'sts:AssumeRole' },
          { Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole' },
        ],
      }),
    hop: 'assume the role',
    side: 'the vendor or the company',
    exitCode: 1,
    says: /AWS does not say which: .* does not trust account 222222222222/,
  },
  {
    name: 'the permission set was taken away from the group',
    breakIt: ({ sandbox }) => {
      const center = present(sandbox.world.identityCenters.values().next().value);
      const before = center.assignments.splice(0);
      provisionPermissionSets(sandbox.world);
      return {
        mend: () => {
          center.assignments.push(...before);
          provisionPermissionSets(sandbox.world);
        },
      };
    },
    hop: 'sign in',
    side: 'the vendor',
    exitCode: 1,
    says: /permission set AllowAssumeCompanyRole is not assigned to this user in account 222222222222/,
  },
  {
    name: 'the permission set names another role',
    breakIt: (deployed) => {
      const { world } = deployed.sandbox;
      const provisioned = () =>
        provision(theSet(deployed), VENDOR, present(world.identityCenters.values().next().value), world);
      const { mend } = changing(theSet(deployed), 'inlinePolicy', {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::${COMPANY}:role/OtherRole` },
        ],
      });
      provisioned();
      return { mend: () => [mend(), provisioned()] };
    },
    hop: 'assume the role',
    side: 'the vendor or the company',
    exitCode: 1,
    says: /or permission set AllowAssumeCompanyRole does not allow sts:AssumeRole on \S+ \(the vendor’s side\)/,
  },
  {
    name: 'the bucket was deleted',
    breakIt: ({ sandbox }) => {
      const bucket = present(sandbox.world.buckets.get(BUCKET));
      sandbox.world.buckets.delete(BUCKET);
      return { mend: () => sandbox.world.buckets.set(BUCKET, bucket) };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 3,
    says: /there is no bucket company-shared-data-bucket-12345/,
  },
  {
    name: 'the policy was detached from the role',
    breakIt: (deployed) => {
      const { attachedPolicies } = theRole(deployed);
      const before = [...attachedPolicies];
      attachedPolicies.clear();
      return { mend: () => before.forEach((arn) => attachedPolicies.add(arn)) };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 1,
    says: /VendorS3AccessPolicy is not attached to VendorAccessRole/,
  },
  {
    name: 'the role may do everything in S3',
    breakIt: (deployed) => {
      const { inlinePolicies } = theRole(deployed);
      inlinePolicies.set('Wide', {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
      });
      return { mend: () => inlinePolicies.delete('Wide') };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 1,
    says: /VendorAccessRole may do more than read/,
  },
  {
    name: 'the bucket policy denies the role',
    breakIt: (deployed) =>
      changing(theBucket(deployed), 'policy', {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: { AWS: `arn:aws:iam::${COMPANY}:role/VendorAccessRole` },
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${BUCKET}`, `arn:aws:s3:::${BUCKET}/*`],
          },
        ],
      }),
    hop: 'use S3',
    side: 'the company',
    exitCode: 1,
    says: /policy of bucket company-shared-data-bucket-12345 denies it/,
  },
  {
    name: 'the data is encrypted with a key that the role may not use',
    breakIt: (deployed) =>
      interfering(deployed, (message) =>
        isTheData(message)
          ? s3Error(
              403,
              'AccessDenied',
              `User: arn:aws:sts::${COMPANY}:assumed-role/VendorAccessRole/x is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:ap-northeast-1:${COMPANY}:key/k because no identity-based policy allows the kms:Decrypt action`,
            )
          : undefined,
      ),
    hop: 'use S3',
    side: 'the company',
    exitCode: 1,
    says: /KMS key that VendorAccessRole may not use/,
  },
  {
    name: 'the seed object was deleted',
    breakIt: async ({ sandbox }) => {
      await sandbox.objects.delete(BUCKET, 'test-data.txt');
      return { mend: () => sandbox.objects.put(BUCKET, 'test-data.txt', Buffer.from('confidential data\n')) };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 3,
    says: /object to read is not there/,
  },
  {
    name: 'the bucket is in another region',
    breakIt: ({ sandbox }) => {
      const bucket = present(sandbox.world.buckets.get(BUCKET));
      sandbox.world.buckets.set(BUCKET, { ...bucket, region: 'eu-west-1' });
      return { mend: () => sandbox.world.buckets.set(BUCKET, bucket) };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 3,
    says: /is not in region ap-northeast-1/,
  },
  {
    name: 'the clock of this computer is an hour behind',
    breakIt: ({ sandbox }) => changing(sandbox.world, 'now', () => new Date(Date.now() + 3_600_000)),
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /clock of this computer is wrong/,
  },
  {
    name: 'the sign-in has expired',
    breakIt: async ({ sandbox, handoff }) => {
      const user = { ...present(sandbox.vendorUsers[0]).assigned, expiresAt: new Date(Date.now() - 60_000) };
      const signedIn = { session: handoff.profiles.ssoSession, user };
      const home = await createTemporaryHome({ config: handoff.config, signedIn }, sandbox.url);
      return { environment: home.environment, mend: () => home.remove() };
    },
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /action aws sso login --profile 111111111111-user/,
  },
  {
    name: 'nobody has signed in, and the chained profile is used',
    breakIt: (deployed) => livingWith(deployed.handoff.config, deployed, '111111111111-data'),
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /action aws sso login --profile 111111111111-user/,
  },
  {
    name: 'the portal has ended the session',
    breakIt: ({ sandbox }) => {
      const { portalTokens } = present(sandbox.world.identityCenters.values().next().value);
      const before = [...portalTokens];
      portalTokens.clear();
      return { mend: () => before.forEach(([token, login]) => portalTokens.set(token, login)) };
    },
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /aws sso login --profile 111111111111-user/,
  },
  {
    name: 'the keys of the profile are not known to AWS',
    breakIt: async ({ sandbox }) => {
      const home = await createTemporaryHome(
        { config: '[profile old]\nregion = ap-northeast-1\n' },
        sandbox.url,
      );
      writeFileSync(
        join(home.folder, '.aws', 'credentials'),
        '[old]\naws_access_key_id = AKIAOLDOLDOLDOLDOLD1\naws_secret_access_key = nonsense\n',
      );
      return { environment: home.environment, profiles: ['old'], mend: () => home.remove() };
    },
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /AWS does not know these credentials/,
  },
  {
    name: 'nothing listens at the endpoint',
    breakIt: async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await new Promise((done) => server.once('listening', done));
      const address = server.address();
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
      await new Promise((done) => server.close(done));
      return { environment: { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }, mend: () => undefined };
    },
    hop: 'sign in',
    side: 'AWS or the network',
    exitCode: 3,
    says: /could not be reached/,
  },
  {
    name: 'the endpoint never answers',
    breakIt: (deployed) => interfering(deployed, () => 'hang', { timeout: 300 }),
    hop: 'sign in',
    side: 'AWS or the network',
    exitCode: 3,
    says: /did not answer in time/,
  },
  {
    name: 'S3 never answers',
    breakIt: (deployed) =>
      interfering(deployed, (message) => (isFor('s3', message) ? 'hang' : undefined), { timeout: 800 }),
    hop: 'use S3',
    side: 'AWS or the network',
    exitCode: 3,
    says: /did not answer in time/,
  },
  {
    name: 'S3 asks to slow down, every time',
    breakIt: (deployed) =>
      interfering(deployed, (message) =>
        isTheData(message) ? s3Error(503, 'SlowDown', 'Reduce your request rate') : undefined,
      ),
    hop: 'use S3',
    side: 'AWS or the network',
    exitCode: 3,
    says: /slow down/,
  },
  {
    name: 'S3 has an error of its own',
    breakIt: (deployed) =>
      interfering(deployed, (message) =>
        isFor('s3', message) ? s3Error(500, 'InternalError', 'We encountered an internal error') : undefined,
      ),
    hop: 'use S3',
    side: 'AWS or the network',
    exitCode: 3,
    says: /an error of its own/,
  },
  {
    name: 'the profile does not exist',
    breakIt: () => ({ profiles: ['typo'], mend: () => undefined }),
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /there is no profile "typo" in the AWS config; there are .*111111111111-user/,
  },
  {
    name: 'the profile is of the company',
    breakIt: () => ({ profiles: ['company'], mend: () => undefined }),
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /profile company is of account 111111111111/,
  },
  {
    name: 'there is no AWS config at all',
    breakIt: async (deployed) => {
      const broken = await livingWith('', deployed, '111111111111-user');
      rmSync(present(broken.environment?.['AWS_CONFIG_FILE']));
      return broken;
    },
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /the AWS config has no profile at all/,
  },
  {
    name: 'the sso-session section is missing',
    breakIt: (deployed) =>
      livingWith(
        deployed.handoff.config.replace('[sso-session 111111111111]', '[sso-session vndor]'),
        deployed,
        '111111111111-user',
      ),
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /there is no section \[sso-session 111111111111\]/,
  },
  {
    name: 'the chained profile has lost its source_profile',
    breakIt: (deployed) =>
      livingWith(deployed.handoff.config.replace(/^source_profile.*\n/m, ''), deployed, '111111111111-data'),
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /"111111111111-data" has a role_arn but no source_profile/,
  },
  {
    name: 'the profile asks for another permission set',
    breakIt: async (deployed) => {
      const { handoff, sandbox } = deployed;
      const config = handoff.config.replace(
        'sso_role_name = AllowAssumeCompanyRole',
        'sso_role_name = ReadOnlyAccess',
      );
      const signedIn = { session: '111111111111', user: present(sandbox.vendorUsers[0]).assigned };
      const home = await createTemporaryHome({ config, signedIn }, sandbox.url);
      return { environment: home.environment, mend: () => home.remove() };
    },
    hop: 'sign in',
    side: 'you',
    exitCode: 2,
    says: /asks for permission set ReadOnlyAccess/,
  },
  {
    name: 'it was stopped by hand',
    breakIt: () => ({ signal: AbortSignal.abort(), mend: () => undefined }),
    hop: 'sign in',
    side: 'you',
    exitCode: 3,
    says: /stopped by hand/,
  },
];

/** These need a share with an ExternalId. */
const EXTERNAL_ID_FAULTS: Fault[] = [
  {
    name: 'the trust policy wants another ExternalId',
    breakIt: (deployed) =>
      changing(
        theRole(deployed),
        'trustPolicy',
        trusting({ AWS: `arn:aws:iam::${VENDOR}:root` }, { StringEquals: { 'sts:ExternalId': 'another' } }),
      ),
    hop: 'assume the role',
    side: 'the vendor or the company',
    exitCode: 1,
    says: /does not trust account 222222222222 with this ExternalId \(the company’s side\)/,
  },
  {
    name: 'the trust policy has lost its ExternalId',
    breakIt: (deployed) =>
      changing(theRole(deployed), 'trustPolicy', trusting({ AWS: `arn:aws:iam::${VENDOR}:root` })),
    hop: 'assume the role',
    side: 'the company',
    exitCode: 1,
    says: /does not require the ExternalId/,
  },
  {
    name: 'the role may read outside its prefix',
    breakIt: (deployed) => {
      const { inlinePolicies } = theRole(deployed);
      inlinePolicies.set('Outside', {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` }],
      });
      return { mend: () => inlinePolicies.delete('Outside') };
    },
    hop: 'use S3',
    side: 'the company',
    exitCode: 1,
    says: /may do more than read what is shared/,
  },
];

async function expectDiagnosis(deployed: DeployedSandbox, fault: Fault): Promise<void> {
  const { mend, ...options } = await fault.breakIt(deployed);
  try {
    const { run, text, json } = await verifyIn(deployed, options);
    const findings = run.verifications.flatMap((part) => part.findings);
    expect({ exitCode: run.exitCode, findings: findings.map(({ hop, side }) => ({ hop, side })) }).toEqual({
      exitCode: fault.exitCode,
      findings: [{ hop: fault.hop, side: fault.side }],
    });
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(fault.says);
    for (const secret of secretsIn(deployed.sandbox)) expect(`${text}${json}`.includes(secret)).toBe(false);
  } finally {
    await mend();
  }
}

describe('verify names the broken hop, whose side it is on, and how it ends, when', () => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    deployed = await deployedSandbox(shipped);
  }, 30_000);
  afterAll(() => deployed.stop());

  test.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', (_name, fault) =>
    expectDiagnosis(deployed, fault),
  );

  test('not where the company has written its seed object anew: the role reads it as promised', async () => {
    const { objects } = deployed.sandbox;
    await objects.put(BUCKET, 'test-data.txt', Buffer.from('something else\n'));
    const { run, text } = await verifyIn(deployed);
    await objects.put(BUCKET, 'test-data.txt', Buffer.from('confidential data\n'));
    expect({ exitCode: run.exitCode, findings: run.verifications[0]?.findings }).toEqual({
      exitCode: 0,
      findings: [],
    });
    expect(text.replaceAll(/\s+/g, ' ')).toMatch(
      /15 bytes; the content was changed since and differs from parameters\.ts/,
    );
  });

  test('the policy is changed by hand: it does not send one to a plain deploy, which would not notice', async () => {
    const { attachedPolicies } = theRole(deployed);
    const before = [...attachedPolicies];
    attachedPolicies.clear();
    const { run } = await verifyIn(deployed);
    for (const arn of before) attachedPolicies.add(arn);
    expect(run.verifications[0]?.findings.map(({ commands }) => commands)).toEqual([
      ['npx cdk deploy CompanyStack --profile company --revert-drift'],
    ]);
  });

  test('nothing: what the faults broke was mended each time', async () => {
    const { run } = await verifyIn(deployed);
    expect(run.exitCode).toBe(0);
  });
});

describe('with an ExternalId and a prefix, when', () => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    const [vendor] = shipped.vendors;
    deployed = await deployedSandbox({
      company: {
        ...shipped.company,
        seedObjects: [
          { key: 'team/data.txt', content: 'confidential data\n' },
          { key: 'other/data.txt', content: 'not for this vendor\n' },
        ],
      },
      vendors: [
        {
          ...present(vendor),
          externalId: 'agreement-2026',
          prefixes: ['team/'],
          until: '2099-01-01T00:00:00Z',
        },
      ],
    });
  }, 30_000);
  afterAll(() => deployed.stop());

  test.each(EXTERNAL_ID_FAULTS.map((fault) => [fault.name, fault] as const))('%s', (_name, fault) =>
    expectDiagnosis(deployed, fault),
  );

  test('nothing: it is as promised, and the door and the prefix were tried', async () => {
    const { run } = await verifyIn(deployed);
    expect(run.exitCode).toBe(0);
    const tried = run.verifications.flatMap(({ results }) => results.map(({ probe }) => probe.id));
    expect(tried).toEqual(
      expect.arrayContaining([
        'no-external-id',
        'wrong-external-id',
        'list-outside-prefix',
        'get-outside-prefix',
      ]),
    );
  });

  const afterTheEnd = () => new Date('2099-01-01T00:00:00Z');

  test('the share has ended and the role is still lent: it is broken', async () => {
    const { run } = await verifyIn(deployed, { now: afterTheEnd });
    expect(run.exitCode).toBe(1);
    expect(run.verifications[0]?.findings).toMatchObject([
      { id: 'door-open', hop: 'assume the role', side: 'the company', probes: ['assume-role'] },
    ]);
  });

  test('the share has ended and the role is refused: it is as promised', async () => {
    const { mend } = changing(
      theRole(deployed),
      'trustPolicy',
      trusting({ AWS: 'arn:aws:iam::333333333333:root' }),
    );
    const { run } = await verifyIn(deployed, { now: afterTheEnd });
    mend();
    expect(run.exitCode).toBe(0);
  });
});
