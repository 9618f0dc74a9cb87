import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import type { Share } from '../../../lib/share/share';
import { addAccessKey, newUser, type Role } from '../../../tools/sandbox/core/identities';
import type { Account, Bucket } from '../../../tools/sandbox/core/world';
import { newKey } from '../../../tools/sandbox/kms/keys';
import { newBucket } from '../../../tools/sandbox/s3/whole-buckets';
import { startSandbox, type Sandbox } from '../../../tools/sandbox/sandbox';
import { assumeRole, type Keys } from '../clients';
import { addRole, allow } from '../lent-role';
import { recording, refusalIn, type Recordable, type Refusal, type WireAnswer } from '../raw-answer';
import { sendRaw, type RawCall } from '../raw-request';

/** What the answers are about. */
export interface Names {
  readonly company: string;
  readonly vendor: string;
  readonly region: string;
  readonly otherRegion: string;
  readonly bucket: string;
  readonly object: string;
  /** The lent role, and what its borrowers call their sessions. */
  readonly role: string;
  readonly session: string;
  /** The vendor's role and session. */
  readonly borrower: string;
  readonly borrowerSession: string;
  readonly keyId: string;
  /** The last part of the ARN of the vendor's Identity Center. */
  readonly instance: string;
}

/** As `aws-answers.json` has them, so that there is nothing to replace. */
export const WALKTHROUGH: Names = {
  company: '111111111111',
  vendor: '222222222222',
  region: 'ap-northeast-1',
  otherRegion: 'eu-west-1',
  bucket: 'company-shared-data-bucket-12345',
  object: 'test-data.txt',
  role: 'VendorAccessRole',
  session: 'VendorSession',
  borrower: 'AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef',
  borrowerSession: 'alice',
  keyId: '1234abcd-12ab-34cd-56ef-1234567890ab',
  instance: 'ssoins-1234567890abcdef',
};

export const ANOTHER_SHARE: Names = {
  company: '012345678901',
  vendor: '987654321098',
  region: 'us-east-1',
  otherRegion: 'ap-northeast-1',
  bucket: 'lake.example.com',
  object: '2026/q4 report.csv',
  role: 'Partner.Reader',
  session: 'night-run@partner',
  borrower: 'Nightly',
  borrowerSession: 'bob',
  keyId: 'abcd1234-ab12-cd34-ef56-ab0987654321',
  instance: 'ssoins-fedcba0987654321',
};

/** A sandbox that each situation finds as a share leaves it, in which everybody may do nothing. */
export class Stage {
  /** @default - the real time, which SDKs sign with */
  private time: Date | undefined;

  private constructor(
    readonly names: Names,
    readonly sandbox: Sandbox,
  ) {}

  static async start(names: Names): Promise<Stage> {
    const clock = { now: () => new Date() };
    const sandbox = await startSandbox({ share: shareOf(names), now: () => clock.now() });
    const stage = new Stage(names, sandbox);
    clock.now = () => stage.time ?? new Date();
    stage.account('company').users.set('admin', administrator(names.company));
    sandbox.world.buckets.set(names.bucket, newBucket(names.bucket, names.company, names.region, new Date()));
    sandbox.objects.createBucket(names.bucket);
    await stage.reset();
    return stage;
  }

  /** Undoes what a situation has changed. */
  async reset(): Promise<void> {
    const { sandbox, names } = this;
    const { world } = sandbox;
    this.time = undefined;
    Object.assign(this.bucket, newBucket(names.bucket, names.company, names.region, new Date()));
    delete this.bucket.policy;
    delete this.bucket.encryption;
    await sandbox.objects.put(names.bucket, names.object, Buffer.from('confidential data\n'), 'text/plain');
    const company = this.account('company');
    company.roles.delete(names.role);
    addRole(company, names.role, { trust: trusting(names.company, names.vendor) });
    addRole(this.account('vendor'), names.borrower, { trust: trusting(names.vendor) });
    this.borrower.inlinePolicies.set('Borrow', allow({ Action: 'sts:AssumeRole', Resource: this.roleArn }));
    world.keys.clear();
    const key = newKey(names.company, names.region, { id: names.keyId, createdAt: new Date() });
    world.keys.set(key.arn, key);
  }

  get roleArn(): string {
    return `arn:aws:iam::${this.names.company}:role/${this.names.role}`;
  }
  get bucketArn(): string {
    return `arn:aws:s3:::${this.names.bucket}`;
  }
  get bucket(): Bucket {
    return this.sandbox.world.buckets.get(this.names.bucket)!;
  }
  get role(): Role {
    return this.account('company').roles.get(this.names.role)!;
  }
  get borrower(): Role {
    return this.account('vendor').roles.get(this.names.borrower)!;
  }

  account(side: 'company' | 'vendor'): Account {
    return this.sandbox.world.accounts.get(this.names[side])!;
  }

  /** Stops the clock, or sets it going again. */
  setClock(time: Date | undefined): void {
    this.time = time;
  }

  /** Keys of the company's user `admin`, who may do everything there. */
  get admin(): Keys {
    const user = this.account('company').users.get('admin')!;
    const [known] = user.accessKeys.values();
    const { credential } = known ?? addAccessKey(user, this.names.company, this.sandbox.world);
    return credential;
  }
  /** The same of the vendor. */
  get vendorAdmin(): Keys {
    return this.sandbox.administrators.get('vendor')!.credential;
  }

  /** The vendor's session, which may borrow the role. */
  borrowerKeys(): Promise<Keys> {
    const { borrower, borrowerSession, vendor } = this.names;
    return assumeRole(this.sandbox, this.vendorAdmin, {
      RoleArn: `arn:aws:iam::${vendor}:role/${borrower}`,
      RoleSessionName: borrowerSession,
    });
  }

  /** A session of the lent role, which may do what the statements say. */
  async roleKeys(...statements: object[]): Promise<Keys> {
    if (statements.length > 0) await this.permit(...statements);
    return assumeRole(this.sandbox, this.admin, {
      RoleArn: this.roleArn,
      RoleSessionName: this.names.session,
    });
  }

  /** Puts a policy on the lent role. */
  async permit(...statements: object[]): Promise<void> {
    await this.iam(this.admin).send(
      new PutRolePolicyCommand({
        RoleName: this.names.role,
        PolicyName: 'Permissions',
        PolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
      }),
    );
  }

  /** A session of a new role of the vendor's that may do what the statements say. */
  async vendorKeys(role: string, session: string, ...statements: object[]): Promise<Keys> {
    const permissions = { Version: '2012-10-17', Statement: statements };
    addRole(this.account('vendor'), role, {
      trust: trusting(this.names.vendor),
      ...(statements.length > 0 && { permissions }),
    });
    return assumeRole(this.sandbox, this.vendorAdmin, {
      RoleArn: `arn:aws:iam::${this.names.vendor}:role/${role}`,
      RoleSessionName: session,
    });
  }

  private settings(keys: Keys, region: string) {
    return { endpoint: this.sandbox.url, region, credentials: { ...keys }, maxAttempts: 1 };
  }
  s3 = (keys: Keys, region = this.names.region) =>
    this.listening(new S3Client({ ...this.settings(keys, region), forcePathStyle: true }));
  sts = (keys: Keys) => this.listening(new STSClient(this.settings(keys, this.names.region)));
  iam = (keys: Keys) => this.listening(new IAMClient(this.settings(keys, 'us-east-1')));
  kms = (keys: Keys) => this.listening(new KMSClient(this.settings(keys, this.names.region)));
  ssoAdmin = (keys: Keys, region = this.names.region) =>
    this.listening(new SSOAdminClient(this.settings(keys, region)));
  cloudFormation = (keys: Keys, region = this.names.region) =>
    this.listening(new CloudFormationClient(this.settings(keys, region)));

  private readonly listening = <Client extends Recordable>(client: Client): Client =>
    recording(client, (answer) => (this.lastAnswer = answer));
  private lastAnswer: WireAnswer | undefined;

  /** What the last answer to a call said, which must be a refusal. */
  async refusal(call: Promise<unknown>): Promise<Refusal> {
    try {
      await call;
    } catch (error) {
      if (this.lastAnswer === undefined || this.lastAnswer.status < 300) throw error;
      return refusalIn(this.lastAnswer);
    }
    throw new Error('was not refused');
  }

  /** The same of a request that no SDK would send. */
  async rawRefusal(call: RawCall): Promise<Refusal> {
    return refusalIn(await sendRaw(this.sandbox, { region: this.names.region, ...call }));
  }

  /** AssumeRole with a form of one's own; what is undefined is not sent. */
  async assume(input: Readonly<Record<string, string | undefined>>, keys?: Keys): Promise<Refusal> {
    const form = { RoleArn: this.roleArn, RoleSessionName: 'Test', ...input };
    const given = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return this.rawRefusal(
      stsCall(keys ?? (await this.borrowerKeys()), { Action: 'AssumeRole', ...Object.fromEntries(given) }),
    );
  }
}

export const stsCall = (keys: Keys, form: Readonly<Record<string, string>>): RawCall => ({
  keys,
  service: 'sts',
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ Version: '2011-06-15', ...form }).toString(),
});

function shareOf({ company, vendor, region, bucket, instance }: Names): Share {
  return {
    company: { account: company, region, bucketName: bucket, seedObjects: [] },
    vendors: [
      {
        account: vendor,
        identityCenter: {
          instanceArn: `arn:aws:sso:::instance/${instance}`,
          region,
          startUrl: 'https://vendor.awsapps.com/start',
        },
        assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
      },
    ],
  };
}

const administrator = (account: string) =>
  newUser(account, {
    name: 'admin',
    createdAt: new Date(),
    attachedPolicies: new Set(['arn:aws:iam::aws:policy/AdministratorAccess']),
  });

/** Whoever their own account allows it. */
const trusting = (...accounts: string[]) =>
  allow({
    Principal: { AWS: accounts.map((account) => `arn:aws:iam::${account}:root`) },
    Action: 'sts:AssumeRole',
  });
