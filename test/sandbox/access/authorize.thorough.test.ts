// tools/sandbox/access/authorize.ts, asked by tools/sandbox/sts/assume-role.ts, tools/sandbox/identity-center/, tools/sandbox/iam/service.ts and tools/sandbox/s3/
import {
  CreateGroupCommand,
  GetPolicyCommand,
  GetRoleCommand,
  ListAttachedRolePoliciesCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import { DescribeGroupCommand, GetGroupIdCommand, ListUsersCommand } from '@aws-sdk/client-identitystore';
import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import {
  GetInlinePolicyForPermissionSetCommand,
  ListAccountAssignmentsCommand,
  ListInstancesCommand,
} from '@aws-sdk/client-sso-admin';
import { AssumeRoleCommand, type AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { provisionPermissionSets } from '../../../tools/sandbox/identity-center/provisioning';
import {
  administratorKeys,
  assumeRole,
  iam,
  identityStore,
  portal,
  portalKeys,
  refusalOf,
  s3,
  ssoAdmin,
  sts,
  type Keys,
} from '../clients';
import { newManagedPolicy } from '../../../tools/sandbox/core/identities';
import {
  addRole,
  allow,
  assign,
  BUCKET,
  PERMISSION_SET_ARN,
  policy,
  ROLE_ARN,
  startWithLentRole,
  VENDOR,
  type LentRole,
} from '../lent-role';

let lent: LentRole;
let company: Keys;
let vendor: Keys;
let user: Keys;
let borrower: Keys;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
  vendor = administratorKeys(lent.sandbox, 'vendor');
  user = await portalKeys(lent.sandbox, lent.sandbox.vendorUsers[0]!.assigned);
  borrower = await assumeRole(lent.sandbox, user, { RoleArn: ROLE_ARN });
});
afterAll(() => lent.sandbox.stop());

const assume = (keys: Keys, input: Partial<AssumeRoleCommandInput> = {}) =>
  sts(lent.sandbox, keys).send(
    new AssumeRoleCommand({ RoleArn: ROLE_ARN, RoleSessionName: 'VendorTestSession', ...input }),
  );
const get = (keys: Keys, bucket = BUCKET, key = 'test-data.txt') =>
  s3(lent.sandbox, keys).send(new GetObjectCommand({ Bucket: bucket, Key: key }));
const put = (keys: Keys, bucket = BUCKET, key = 'new.txt') =>
  s3(lent.sandbox, keys).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: 'x' }));
const list = (keys: Keys, bucket = BUCKET) =>
  s3(lent.sandbox, keys).send(new ListObjectsV2Command({ Bucket: bucket }));

async function newBucket(name: string, document: unknown, owner: Keys): Promise<void> {
  await s3(lent.sandbox, owner).send(
    new CreateBucketCommand({
      Bucket: name,
      CreateBucketConfiguration: { LocationConstraint: 'ap-northeast-1' },
    }),
  );
  if (document === undefined) return;
  await s3(lent.sandbox, owner).send(
    new PutBucketPolicyCommand({ Bucket: name, Policy: JSON.stringify(document) }),
  );
}

describe('the SSO portal', () => {
  const credentials = '/federation/credentials?role_name=AllowAssumeCompanyRole&account_id=222222222222';

  test('gives the assigned user a session of AWSReservedSSO_…, for as long as the permission set says', async () => {
    const { body } = await portal(
      lent.sandbox,
      credentials,
      lent.sandbox.vendorUsers[0]!.assigned.portalToken,
    );
    const { expiration } = (body as { roleCredentials: { expiration: number } }).roleCredentials;
    expect((expiration - lent.clock.now().getTime()) / 60_000).toBeCloseTo(120, 0);
    const roles = await iam(lent.sandbox, vendor).send(
      new ListRolesCommand({ PathPrefix: '/aws-reserved/' }),
    );
    expect(roles.Roles!.map(({ Arn }) => Arn)).toEqual([
      expect.stringMatching(
        /^arn:aws:iam::222222222222:role\/aws-reserved\/sso\.amazonaws\.com\/ap-northeast-1\/AWSReservedSSO_AllowAssumeCompanyRole_[0-9a-f]{16}$/,
      ),
    ]);
  });

  test('has no access for a colleague who is not assigned, for another account, and for another permission set', async () => {
    const { assigned, notAssigned } = lent.sandbox.vendorUsers[0]!;
    const forbidden = { status: 403, type: 'ForbiddenException', body: { message: 'No access' } };
    expect(await portal(lent.sandbox, credentials, notAssigned.portalToken)).toEqual(forbidden);
    const elsewhere = credentials.replace(VENDOR, '111111111111');
    expect(await portal(lent.sandbox, elsewhere, assigned.portalToken)).toEqual(forbidden);
    const otherSet = credentials.replace('AllowAssumeCompanyRole', 'AdministratorAccess');
    expect(await portal(lent.sandbox, otherSet, assigned.portalToken)).toEqual(forbidden);
  });

  test('does not know a forged token, and a real one only until it ends', async () => {
    const unauthorized = {
      status: 401,
      type: 'UnauthorizedException',
      body: { message: 'Session token not found or invalid' },
    };
    expect(await portal(lent.sandbox, credentials, 'forged')).toEqual(unauthorized);
    lent.clock.advanceMinutes(8 * 60 + 1);
    expect(
      await portal(lent.sandbox, credentials, lent.sandbox.vendorUsers[0]!.assigned.portalToken),
    ).toEqual(unauthorized);
    lent.clock.reset();
  });

  test('lists what a person has', async () => {
    const { assigned, notAssigned } = lent.sandbox.vendorUsers[0]!;
    expect(await portal(lent.sandbox, '/assignment/accounts', assigned.portalToken)).toMatchObject({
      body: { accountList: [{ accountId: '222222222222' }] },
    });
    expect(await portal(lent.sandbox, '/assignment/accounts', notAssigned.portalToken)).toMatchObject({
      body: { accountList: [] },
    });
    expect(
      await portal(lent.sandbox, '/assignment/roles?account_id=222222222222', assigned.portalToken),
    ).toMatchObject({
      body: { roleList: [{ roleName: 'AllowAssumeCompanyRole', accountId: '222222222222' }] },
    });
  });

  test('an assignment that is taken away takes the role and its sessions along; a new one has a new suffix', async () => {
    const [center] = lent.sandbox.world.identityCenters.values();
    const [before] = center!.provisionedRoles.values();
    center!.assignments.length = 0;
    provisionPermissionSets(lent.sandbox.world);
    const { assigned } = lent.sandbox.vendorUsers[0]!;
    expect(await portal(lent.sandbox, credentials, assigned.portalToken)).toMatchObject({
      type: 'ForbiddenException',
    });
    expect(await refusalOf(assume(user))).toMatchObject({ code: 'InvalidClientTokenId' });
    assign(lent.sandbox);
    user = await portalKeys(lent.sandbox, assigned);
    const [after] = center!.provisionedRoles.values();
    expect(after).toMatch(/^AWSReservedSSO_AllowAssumeCompanyRole_[0-9a-f]{16}$/);
    expect(after).not.toBe(before);
  });

  test("nobody reaches a permission set's role through AssumeRole, not even its account's administrator", async () => {
    const [center] = lent.sandbox.world.identityCenters.values();
    const [name] = center!.provisionedRoles.values();
    const RoleArn = lent.vendor.roles.get(name!)!.arn;
    expect(await refusalOf(assume(vendor, { RoleArn }))).toMatchObject({ code: 'AccessDenied', status: 403 });
  });
});

describe('AssumeRole', () => {
  test('needs the identity policy and the trust policy', async () => {
    expect((await assume(user)).AssumedRoleUser!.Arn).toBe(
      'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
    );
    // The trust policy names the vendor's account, so its administrator may; the company's own is not named.
    expect((await assume(vendor)).Credentials!.SessionToken).toBeTruthy();
    expect(await refusalOf(assume(company))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: expect.stringContaining(
        'User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole',
      ) as string,
    });
    addRole(lent.company, 'TrustsTheVendorToo', {
      trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
    });
    const other = 'arn:aws:iam::111111111111:role/TrustsTheVendorToo';
    expect(await refusalOf(assume(user, { RoleArn: other }))).toMatchObject({ code: 'AccessDenied' });
    expect((await assume(vendor, { RoleArn: other })).AssumedRoleUser!.Arn).toContain('TrustsTheVendorToo');
  });

  test('a role that does not exist is refused exactly like one that does not trust', async () => {
    const RoleArn = 'arn:aws:iam::111111111111:role/NoSuchRole';
    addRole(lent.company, 'TrustsNobodyHere', {
      trust: allow({ Principal: { AWS: '999999999999' }, Action: 'sts:AssumeRole' }),
    });
    const missing = await refusalOf(assume(vendor, { RoleArn }));
    const distrustful = await refusalOf(
      assume(vendor, { RoleArn: 'arn:aws:iam::111111111111:role/TrustsNobodyHere' }),
    );
    expect(missing.code).toBe('AccessDenied');
    expect(missing.message.replace('NoSuchRole', 'X')).toBe(
      distrustful.message.replace('TrustsNobodyHere', 'X'),
    );
  });

  test('the same name under another path is another role', async () => {
    const RoleArn = 'arn:aws:iam::111111111111:role/some/path/VendorAccessRole';
    expect(await refusalOf(assume(vendor, { RoleArn }))).toMatchObject({ code: 'AccessDenied' });
  });

  test('an ExternalId that is required must be there and must be right', async () => {
    addRole(lent.company, 'WithExternalId', {
      trust: allow({
        Principal: { AWS: `arn:aws:iam::${VENDOR}:root` },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'share-7f3a' } },
      }),
    });
    const RoleArn = 'arn:aws:iam::111111111111:role/WithExternalId';
    expect(await refusalOf(assume(vendor, { RoleArn }))).toMatchObject({ code: 'AccessDenied', status: 403 });
    expect(await refusalOf(assume(vendor, { RoleArn, ExternalId: 'share-7f3b' }))).toMatchObject({
      code: 'AccessDenied',
    });
    expect((await assume(vendor, { RoleArn, ExternalId: 'share-7f3a' })).AssumedRoleUser).toBeDefined();
    expect(lent.log.at(-2)!.authorizations[0]!.decision).toMatchObject({
      denial: {
        nearMisses: [
          {
            because: expect.stringMatching(
              /sts:ExternalId: wanted "share-7f3a", got "share-7f3b"/i,
            ) as string,
          },
        ],
      },
    });
  });

  test('an over-long duration is refused: one hour when chained, the role’s own maximum otherwise', async () => {
    const overLong = {
      code: 'ValidationError',
      status: 400,
      message: 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    };
    // The role's maximum is looked at first.
    expect(await refusalOf(assume(user, { DurationSeconds: 3601 }))).toEqual(overLong);
    expect(await refusalOf(assume(vendor, { DurationSeconds: 7200 }))).toEqual(overLong);
    const role = lent.company.roles.get('VendorAccessRole')!;
    role.maxSessionDuration = 7200;
    expect(await refusalOf(assume(user, { DurationSeconds: 3601 }))).toEqual({
      ...overLong,
      message:
        'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    });
    role.maxSessionDuration = 3600;
    expect(await refusalOf(assume(vendor, { DurationSeconds: 899 }))).toMatchObject({
      code: 'ValidationError',
    });
    const { Credentials } = await assume(user, { DurationSeconds: 900 });
    expect((Credentials!.Expiration!.getTime() - lent.clock.now().getTime()) / 1000).toBeGreaterThan(890);
  });

  test.each(['a', 'has space', 'x'.repeat(65)])(
    'RoleSessionName %j breaks the rule',
    async (RoleSessionName) => {
      expect(await refusalOf(assume(user, { RoleSessionName }))).toMatchObject({
        code: 'ValidationError',
        message: expect.stringContaining("at 'roleSessionName' failed to satisfy constraint") as string,
      });
    },
  );

  test('what it does not model it refuses by name', async () => {
    const device = { SerialNumber: 'arn:aws:iam::222222222222:mfa/user', TokenCode: '123456' };
    expect(await refusalOf(assume(user, device))).toMatchObject({
      code: 'NotImplemented',
      message: 'The sandbox does not model sts:AssumeRole with SerialNumber.',
    });
    const transitive = { TransitiveTagKeys: ['Project'] };
    expect(await refusalOf(assume(user, transitive))).toMatchObject({
      code: 'NotImplemented',
      message: 'The sandbox does not model sts:AssumeRole with TransitiveTagKeys and no Tags.',
    });
  });

  test.each([
    ['sts:TagSession', 'aws:RequestTag/Project', { Tags: [{ Key: 'Project', Value: 'Share' }] }, 'Tags'],
    ['sts:SetSourceIdentity', 'sts:SourceIdentity', { SourceIdentity: 'Share' }, 'SourceIdentity'],
  ])(
    '%s is asked for, on both sides, before it is said not to be modelled',
    async (action, key, input, name) => {
      const role = lent.company.roles.get('VendorAccessRole')!;
      const { trustPolicy } = role;
      const vendor = administratorKeys(lent.sandbox, 'vendor');
      const trusting = (value: string) =>
        policy(
          { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${VENDOR}:root` }, Action: 'sts:AssumeRole' },
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${VENDOR}:root` },
            Action: action,
            Condition: { StringEquals: { [key]: value } },
          },
        );
      const denied = {
        code: 'AccessDenied',
        status: 403,
        message: expect.stringMatching(
          `is not authorized to perform: ${action} on resource: ${ROLE_ARN}$`,
        ) as string,
      };
      try {
        expect(await refusalOf(assume(vendor, input))).toMatchObject(denied);
        role.trustPolicy = trusting('another');
        expect(await refusalOf(assume(vendor, input))).toMatchObject(denied);
        role.trustPolicy = trusting('Share');
        expect(await refusalOf(assume(user, input))).toMatchObject(denied);
        expect(await refusalOf(assume(vendor, input))).toMatchObject({
          code: 'NotImplemented',
          message: `The sandbox does not model sts:AssumeRole with ${name}.`,
        });
      } finally {
        role.trustPolicy = trustPolicy;
      }
    },
  );

  test('a session policy narrows the session and never widens it', async () => {
    const nothing = await assumeRole(lent.sandbox, user, {
      RoleArn: ROLE_ARN,
      Policy: JSON.stringify(allow({ Action: 's3:PutObject', Resource: '*' })),
    });
    expect(await refusalOf(put(nothing))).toMatchObject({ code: 'AccessDenied' });
    expect(await refusalOf(get(nothing))).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('no session policy allows the s3:GetObject action') as string,
    });
    expect(await refusalOf(list(nothing))).toMatchObject({ code: 'AccessDenied' });
  });
});

test('a permissions boundary limits what a role’s policies give', async () => {
  const role = addRole(lent.company, 'Bounded', {
    trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
    permissions: allow({ Action: 's3:*', Resource: '*' }),
  });
  const arn = 'arn:aws:iam::111111111111:policy/ReadOnly';
  const policy = { name: 'ReadOnly', path: '/', createdAt: new Date() };
  const document = allow({ Action: ['s3:Get*', 's3:List*'], Resource: '*' });
  lent.company.managedPolicies.set(arn, newManagedPolicy('111111111111', policy, document));
  role.permissionsBoundary = arn;
  const bounded = await assumeRole(lent.sandbox, vendor, { RoleArn: role.arn });
  expect(await (await get(bounded)).Body!.transformToString()).toBe('confidential data\n');
  expect(await refusalOf(put(bounded))).toMatchObject({
    code: 'AccessDenied',
    message: expect.stringContaining(
      'because no permissions boundary allows the s3:PutObject action',
    ) as string,
  });
});

describe('the bucket', () => {
  test('a borrower lists and reads, and does nothing else', async () => {
    expect((await list(borrower)).Contents!.map(({ Key }) => Key)).toEqual(['test-data.txt']);
    expect(await (await get(borrower)).Body!.transformToString()).toBe('confidential data\n');
    expect(await refusalOf(put(borrower))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::company-shared-data-bucket-12345/new.txt" because no identity-based policy allows the s3:PutObject action',
    });
    expect(
      await refusalOf(s3(lent.sandbox, borrower).send(new GetBucketPolicyCommand({ Bucket: BUCKET }))),
    ).toMatchObject({
      code: 'AccessDenied',
    });
  });

  test('from another account S3 says Access Denied and nothing more, to an administrator too', async () => {
    expect(await refusalOf(get(vendor))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'Access Denied',
    });
  });

  test('a missing key is 404 to those who may list and 403 to the others', async () => {
    expect(await refusalOf(get(borrower, BUCKET, 'absent.txt'))).toMatchObject({
      code: 'NoSuchKey',
      status: 404,
    });
    addRole(lent.company, 'ReadsOnly', {
      trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
      permissions: allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` }),
    });
    const blind = await assumeRole(lent.sandbox, vendor, {
      RoleArn: 'arn:aws:iam::111111111111:role/ReadsOnly',
    });
    expect(await (await get(blind)).Body!.transformToString()).toBe('confidential data\n');
    expect(await refusalOf(get(blind, BUCKET, 'absent.txt'))).toMatchObject({
      code: 'AccessDenied',
      status: 403,
    });
    const head = (keys: Keys) =>
      s3(lent.sandbox, keys).send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'absent.txt' }));
    expect(await refusalOf(head(borrower))).toMatchObject({ status: 404 });
    expect(await refusalOf(head(blind))).toMatchObject({ status: 403 });
  });

  test('a bucket that does not exist is NoSuchBucket, not a refusal', async () => {
    expect(await refusalOf(list(borrower, 'no-such-bucket-anywhere'))).toMatchObject({
      code: 'NoSuchBucket',
      status: 404,
    });
  });

  test("a Deny in the bucket's policy beats its own administrator", async () => {
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::bucket-with-deny/secret/*',
    };
    await newBucket('bucket-with-deny', policy(deny), company);
    await put(company, 'bucket-with-deny', 'open/a.txt');
    await put(company, 'bucket-with-deny', 'secret/a.txt');
    await get(company, 'bucket-with-deny', 'open/a.txt');
    expect(await refusalOf(get(company, 'bucket-with-deny', 'secret/a.txt'))).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('with an explicit deny in a resource-based policy') as string,
    });
  });

  test('a policy that denies plain HTTP denies nobody here: the front door stands for AWS’s TLS endpoint', async () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };
    await newBucket(
      'bucket-tls-only',
      policy(
        { ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { ...deny, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
      ),
      company,
    );
    expect((await list(company, 'bucket-tls-only')).KeyCount).toBe(0);
  });

  test('another account needs the bucket’s policy and its own identity policy', async () => {
    await newBucket(
      'bucket-for-vendor',
      allow({
        Principal: { AWS: `arn:aws:iam::${VENDOR}:root` },
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::bucket-for-vendor',
      }),
      company,
    );
    expect((await list(vendor, 'bucket-for-vendor')).KeyCount).toBe(0);
    expect(await refusalOf(list(user, 'bucket-for-vendor'))).toMatchObject({ code: 'AccessDenied' });
    expect(await refusalOf(get(vendor, 'bucket-for-vendor'))).toMatchObject({ code: 'AccessDenied' });
  });

  test('the public gets in only where the public access block lets it', async () => {
    const open = allow({ Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket-public/*' });
    await newBucket('bucket-public', undefined, company);
    await put(company, 'bucket-public', 'a.txt');
    const publish = () =>
      s3(lent.sandbox, company).send(
        new PutBucketPolicyCommand({ Bucket: 'bucket-public', Policy: JSON.stringify(open) }),
      );
    expect(await refusalOf(publish())).toMatchObject({ code: 'AccessDenied' });
    const bucket = lent.sandbox.world.buckets.get('bucket-public')!;
    const anonymous = () => fetch(`${lent.sandbox.url}/bucket-public/a.txt`);
    bucket.policy = open;
    expect((await anonymous()).status).toBe(403);
    delete bucket.publicAccessBlock;
    const response = await anonymous();
    expect([response.status, await response.text()]).toEqual([200, 'x']);
    expect((await fetch(`${lent.sandbox.url}/bucket-public/a.txt`, { method: 'DELETE' })).status).toBe(403);
  });

  test('prefix conditions see the prefix of the request', async () => {
    addRole(lent.company, 'OnePrefix', {
      trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
      permissions: allow({
        Action: 's3:ListBucket',
        Resource: `arn:aws:s3:::${BUCKET}`,
        Condition: { StringLike: { 's3:prefix': ['reports/*'] } },
      }),
    });
    const keys = await assumeRole(lent.sandbox, vendor, {
      RoleArn: 'arn:aws:iam::111111111111:role/OnePrefix',
    });
    const under = (Prefix?: string) =>
      s3(lent.sandbox, keys).send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }));
    expect((await under('reports/2026')).KeyCount).toBe(0);
    expect(await refusalOf(under('other/'))).toMatchObject({ code: 'AccessDenied' });
    expect(await refusalOf(under())).toMatchObject({ code: 'AccessDenied' });
  });

  test('a policy that tools/iam does not know never lets anybody in, and is named', async () => {
    await newBucket('bucket-odd', undefined, company);
    lent.sandbox.world.buckets.get('bucket-odd')!.policy = allow({
      NotPrincipal: { AWS: '999999999999' },
      Action: 's3:ListBucket',
      Resource: '*',
    });
    expect(await refusalOf(list(company, 'bucket-odd'))).toMatchObject({
      code: 'NotImplemented',
      message: expect.stringMatching(/bucket policy of bucket-odd.*NotPrincipal/) as string,
    });
  });
});

describe('the other services', () => {
  test('the two accounts have roles of the same name that are nothing to each other', async () => {
    addRole(lent.vendor, 'VendorAccessRole', {
      trust: allow({ Principal: { AWS: VENDOR }, Action: 'sts:AssumeRole' }),
      permissions: allow({ Action: '*', Resource: '*' }),
    });
    const namesake = await assumeRole(lent.sandbox, vendor, {
      RoleArn: `arn:aws:iam::${VENDOR}:role/VendorAccessRole`,
    });
    expect(await refusalOf(get(namesake))).toMatchObject({ code: 'AccessDenied', message: 'Access Denied' });
    const role = await iam(lent.sandbox, namesake).send(new GetRoleCommand({ RoleName: 'VendorAccessRole' }));
    expect(role.Role!.Arn).toBe('arn:aws:iam::222222222222:role/VendorAccessRole');
  });

  test('IAM is read by those who may, and shows documents as they were deployed', async () => {
    const { Role } = await iam(lent.sandbox, company).send(
      new GetRoleCommand({ RoleName: 'VendorAccessRole' }),
    );
    expect(JSON.parse(decodeURIComponent(Role!.AssumeRolePolicyDocument!))).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::222222222222:root' }, Action: 'sts:AssumeRole' },
      ],
    });
    expect(
      await refusalOf(iam(lent.sandbox, company).send(new GetRoleCommand({ RoleName: 'Nobody' }))),
    ).toMatchObject({
      code: 'NoSuchEntityException',
      status: 404,
    });
    const lookup = 'cdk-hnb659fds-lookup-role-111111111111-ap-northeast-1';
    const attached = await iam(lent.sandbox, company).send(
      new ListAttachedRolePoliciesCommand({ RoleName: lookup }),
    );
    expect(attached.AttachedPolicies).toEqual([
      { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
    ]);
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    const { Policy } = await iam(lent.sandbox, company).send(new GetPolicyCommand({ PolicyArn }));
    expect(Policy).toMatchObject({ PolicyName: 'ReadOnlyAccess', DefaultVersionId: 'v178' });
  });

  test('IAM refuses the borrower, and tells the administrator that it is not modelled', async () => {
    const create = (keys: Keys) =>
      iam(lent.sandbox, keys).send(new CreateGroupCommand({ GroupName: 'intruders' }));
    expect(await refusalOf(create(borrower))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message:
        'User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession is not authorized to perform: iam:CreateGroup on resource: group intruders because no identity-based policy allows the iam:CreateGroup action',
    });
    expect(await refusalOf(create(company))).toMatchObject({
      code: 'NotImplemented',
      message: 'The sandbox does not model iam:CreateGroup.',
    });
  });

  test('Identity Center shows itself to its own account in its home region only', async () => {
    const list = (keys: Keys, region?: string) =>
      ssoAdmin(lent.sandbox, keys, region).send(new ListInstancesCommand());
    expect((await list(vendor)).Instances).toEqual([
      {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
        IdentityStoreId: 'd-9567890abc',
        OwnerAccountId: '222222222222',
        Status: 'ACTIVE',
      },
    ]);
    expect((await list(vendor, 'eu-west-1')).Instances).toEqual([]);
    expect((await list(company)).Instances).toEqual([]);
    expect(await refusalOf(list(user))).toMatchObject({ code: 'AccessDeniedException', status: 400 });
  });

  test('permission sets, assignments and groups are read as they are', async () => {
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
    const about = { InstanceArn, PermissionSetArn: PERMISSION_SET_ARN };
    const { InlinePolicy } = await ssoAdmin(lent.sandbox, vendor).send(
      new GetInlinePolicyForPermissionSetCommand(about),
    );
    expect(JSON.parse(InlinePolicy!)).toMatchObject({
      Statement: [{ Action: 'sts:AssumeRole', Resource: ROLE_ARN }],
    });
    const { AccountAssignments } = await ssoAdmin(lent.sandbox, vendor).send(
      new ListAccountAssignmentsCommand({ ...about, AccountId: VENDOR }),
    );
    expect(AccountAssignments).toMatchObject([
      { PrincipalType: 'GROUP', PrincipalId: 'a1b2c3d4-5678-90ab-cdef-111122223333' },
    ]);
    const store = identityStore(lent.sandbox, vendor);
    const IdentityStoreId = 'd-9567890abc';
    const byName = (AttributeValue: string) => ({
      UniqueAttribute: { AttributePath: 'displayName', AttributeValue },
    });
    const found = await store.send(
      new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier: byName('Analysts') }),
    );
    expect(found.GroupId).toBe('a1b2c3d4-5678-90ab-cdef-111122223333');
    expect(
      await refusalOf(
        store.send(new GetGroupIdCommand({ IdentityStoreId, AlternateIdentifier: byName('Nobody') })),
      ),
    ).toMatchObject({ code: 'ResourceNotFoundException' });
    const group = await store.send(new DescribeGroupCommand({ IdentityStoreId, GroupId: found.GroupId! }));
    expect(group.DisplayName).toBe('Analysts');
    const { Users } = await store.send(new ListUsersCommand({ IdentityStoreId }));
    expect(Users!.map(({ UserName }) => UserName)).toEqual(['member-of-analysts', 'not-assigned']);
  });
});
