// tools/sandbox/iam/: every write is seen by the next read, and by the next decision
import {
  AttachRolePolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateRoleCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  DetachUserPolicyCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  ListAccessKeysCommand,
  ListEntitiesForPolicyCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRoleTagsCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  SetDefaultPolicyVersionCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAccessKeyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { GetObjectCommand, ListObjectsV2Command, PutBucketPolicyCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { administratorKeys, assumeRole, iam, type Keys, refusalOf, s3, sts } from '../clients';
import { allow, BUCKET, COMPANY, type LentRole, policy, startWithLentRole, VENDOR } from '../lent-role';

let lent: LentRole;
let company: Keys;
let vendor: Keys;
let client: IAMClient;

beforeAll(async () => {
  lent = await startWithLentRole();
  company = administratorKeys(lent.sandbox, 'company');
  vendor = administratorKeys(lent.sandbox, 'vendor');
  client = iam(lent.sandbox, company);
});
afterAll(() => lent.sandbox.stop());

const RoleName = 'ByHand';
const RoleArn = `arn:aws:iam::${COMPANY}:role/ByHand`;
const PolicyArn = `arn:aws:iam::${COMPANY}:policy/Reads`;
const text = (document: unknown): string => JSON.stringify(document);
const decoded = (document: string | undefined): unknown => JSON.parse(decodeURIComponent(document!));
const trusting = (AWS: string, Condition?: object) =>
  allow({ Principal: { AWS }, Action: 'sts:AssumeRole', ...(Condition && { Condition }) });
const GETS = allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/*` });
const LISTS = allow({ Action: 's3:ListBucket', Resource: `arn:aws:s3:::${BUCKET}` });
const assume = (input = {}) => assumeRole(lent.sandbox, vendor, { RoleArn, ...input });
const gets = (keys: Keys) =>
  s3(lent.sandbox, keys).send(new GetObjectCommand({ Bucket: BUCKET, Key: 'test-data.txt' }));
const lists = (keys: Keys) => s3(lent.sandbox, keys).send(new ListObjectsV2Command({ Bucket: BUCKET }));
const mayNot = async (call: Promise<unknown>) =>
  expect(await refusalOf(call)).toMatchObject({ code: 'AccessDenied', status: 403 });

describe('a role', () => {
  beforeAll(async () => {
    const AssumeRolePolicyDocument = text(trusting(`arn:aws:iam::${VENDOR}:root`));
    await client.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument, Description: 'first' }));
  });

  test('is there for whoever reads and for whoever assumes it', async () => {
    const { Role } = await client.send(new GetRoleCommand({ RoleName }));
    expect(Role).toMatchObject({ Arn: RoleArn, Description: 'first', MaxSessionDuration: 3600 });
    expect(decoded(Role!.AssumeRolePolicyDocument)).toEqual(trusting('arn:aws:iam::222222222222:root'));
    await mayNot(gets(await assume()));
  });

  test('is updated, and what is not given goes back to its default', async () => {
    await client.send(new UpdateRoleCommand({ RoleName, MaxSessionDuration: 7200 }));
    expect((await client.send(new GetRoleCommand({ RoleName }))).Role).toMatchObject({
      MaxSessionDuration: 7200,
      Description: '',
    });
    await assume({ DurationSeconds: 7200 });
    await client.send(new UpdateRoleCommand({ RoleName, Description: 'second' }));
    expect(await refusalOf(assume({ DurationSeconds: 7200 }))).toMatchObject({ code: 'ValidationError' });
  });

  test('has other trust at once', async () => {
    const external = trusting(`arn:aws:iam::${VENDOR}:root`, { StringEquals: { 'sts:ExternalId': 'share' } });
    await client.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: text(external) }));
    await mayNot(assume());
    await assume({ ExternalId: 'share' });
    const before = text(trusting(`arn:aws:iam::${VENDOR}:root`));
    await client.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: before }));
    await assume();
  });

  test('has inline policies, which a boundary limits', async () => {
    const session = await assume();
    await client.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'Gets', PolicyDocument: text(GETS) }));
    const { PolicyDocument } = await client.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'Gets' }));
    expect(decoded(PolicyDocument)).toEqual(GETS);
    await gets(session);

    const PermissionsBoundary = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess';
    await client.send(new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary }));
    expect((await client.send(new GetRoleCommand({ RoleName }))).Role!.PermissionsBoundary).toEqual({
      PermissionsBoundaryType: 'Policy',
      PermissionsBoundaryArn: PermissionsBoundary,
    });
    await mayNot(gets(session));
    await client.send(new DeleteRolePermissionsBoundaryCommand({ RoleName }));
    await gets(session);

    await client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName: 'Gets' }));
    expect(
      await refusalOf(client.send(new GetRolePolicyCommand({ RoleName, PolicyName: 'Gets' }))),
    ).toMatchObject({ message: 'The role policy with name Gets cannot be found.' });
    await mayNot(gets(session));
  });

  test('has tags', async () => {
    await client.send(
      new TagRoleCommand({
        RoleName,
        Tags: [
          { Key: 'team', Value: 'data' },
          { Key: 'cost', Value: '7' },
        ],
      }),
    );
    await client.send(new UntagRoleCommand({ RoleName, TagKeys: ['cost'] }));
    const { Tags } = await client.send(new ListRoleTagsCommand({ RoleName }));
    expect(Tags).toEqual([{ Key: 'team', Value: 'data' }]);
  });

  test('of Identity Center is Identity Center’s', async () => {
    const [reserved] = [...lent.vendor.roles.values()].filter(({ path }) =>
      path.startsWith('/aws-reserved/'),
    );
    const change = new DeleteRoleCommand({ RoleName: reserved!.name });
    expect(await refusalOf(iam(lent.sandbox, vendor).send(change))).toMatchObject({
      code: 'UnmodifiableEntityException',
      message: `Cannot perform the operation on the protected role '${reserved!.name}' - this role is only modifiable by AWS`,
    });
  });
});

describe('a managed policy', () => {
  let session: Keys;
  beforeAll(async () => {
    session = await assume();
    await client.send(new CreatePolicyCommand({ PolicyName: 'Reads', PolicyDocument: text(GETS) }));
  });

  test('counts where it is attached', async () => {
    await client.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
    await gets(session);
    expect((await client.send(new GetPolicyCommand({ PolicyArn }))).Policy).toMatchObject({
      AttachmentCount: 1,
      DefaultVersionId: 'v1',
    });
    expect(await client.send(new ListEntitiesForPolicyCommand({ PolicyArn }))).toMatchObject({
      PolicyRoles: [{ RoleName }],
    });
    const { Policies } = await client.send(new ListPoliciesCommand({ Scope: 'Local' }));
    expect(Policies?.map(({ Arn }) => Arn)).toContain(PolicyArn);
  });

  test('has versions, of which the default one counts', async () => {
    await client.send(
      new CreatePolicyVersionCommand({ PolicyArn, PolicyDocument: text(LISTS), SetAsDefault: true }),
    );
    await lists(session);
    await mayNot(gets(session));
    await client.send(new SetDefaultPolicyVersionCommand({ PolicyArn, VersionId: 'v1' }));
    await gets(session);
    const { Versions } = await client.send(new ListPolicyVersionsCommand({ PolicyArn }));
    expect(Versions?.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion])).toEqual([
      ['v2', false],
      ['v1', true],
    ]);
    const { PolicyVersion } = await client.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    expect(decoded(PolicyVersion!.Document)).toEqual(LISTS);
  });

  test('goes when nothing holds it', async () => {
    const goes = () => client.send(new DeletePolicyCommand({ PolicyArn }));
    expect(await refusalOf(goes())).toMatchObject({
      message: 'Cannot delete a policy attached to entities.',
    });
    await client.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    await mayNot(gets(session));
    expect(await refusalOf(goes())).toMatchObject({ code: 'DeleteConflictException' });
    await client.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v2' }));
    await goes();
    expect(await refusalOf(client.send(new GetPolicyCommand({ PolicyArn })))).toMatchObject({
      message: `Policy ${PolicyArn} was not found.`,
    });
  });
});

describe('what has policies is not deleted', () => {
  // https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
  const AWS_MANAGED = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess';
  const attached = 'Cannot delete entity, must detach all policies first.';
  const inline = 'Cannot delete entity, must delete policies first.';
  const conflict = (message: string) => ({ code: 'DeleteConflictException', status: 409, message });

  test('a role', async () => {
    const role = { RoleName: 'InUse' };
    const AssumeRolePolicyDocument = text(trusting(`arn:aws:iam::${VENDOR}:root`));
    await client.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument }));
    const goes = () => client.send(new DeleteRoleCommand(role));
    await client.send(new AttachRolePolicyCommand({ ...role, PolicyArn: AWS_MANAGED }));
    expect(await refusalOf(goes())).toMatchObject(conflict(attached));
    await client.send(new DetachRolePolicyCommand({ ...role, PolicyArn: AWS_MANAGED }));
    await client.send(new PutRolePolicyCommand({ ...role, PolicyName: 'gets', PolicyDocument: text(GETS) }));
    expect(await refusalOf(goes())).toMatchObject(conflict(inline));
    await client.send(new DeleteRolePolicyCommand({ ...role, PolicyName: 'gets' }));
    await goes();
    expect(await refusalOf(client.send(new GetRoleCommand(role)))).toMatchObject({ status: 404 });
  });

  test('a user', async () => {
    const user = { UserName: 'in-use' };
    await client.send(new CreateUserCommand(user));
    const goes = () => client.send(new DeleteUserCommand(user));
    await client.send(new AttachUserPolicyCommand({ ...user, PolicyArn: AWS_MANAGED }));
    expect(await refusalOf(goes())).toMatchObject(conflict(attached));
    await client.send(new DetachUserPolicyCommand({ ...user, PolicyArn: AWS_MANAGED }));
    await client.send(new PutUserPolicyCommand({ ...user, PolicyName: 'gets', PolicyDocument: text(GETS) }));
    expect(await refusalOf(goes())).toMatchObject(conflict(inline));
    await client.send(new DeleteUserPolicyCommand({ ...user, PolicyName: 'gets' }));
    await goes();
    await client.send(new CreateUserCommand(user)); // the name is free again
    await goes();
  });
});

describe('who is named in a policy', () => {
  const user = `arn:aws:iam::${VENDOR}:user/partner`;

  test('is stored by a unique id: made anew, it is somebody else', async () => {
    const vendors = iam(lent.sandbox, vendor);
    const made = () => vendors.send(new CreateUserCommand({ UserName: 'partner' }));
    const { User: first } = await made();
    await vendors.send(
      new AttachUserPolicyCommand({
        UserName: 'partner',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    );
    const { AccessKey } = await vendors.send(new CreateAccessKeyCommand({ UserName: 'partner' }));
    const keys = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
    await client.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: text(trusting(user)) }));
    const trust = async () =>
      decoded((await client.send(new GetRoleCommand({ RoleName }))).Role!.AssumeRolePolicyDocument);
    expect(await trust()).toEqual(trusting(user));
    await assumeRole(lent.sandbox, keys, { RoleArn });

    // inactive keys sign nothing; deleted ones are gone
    const about = { UserName: 'partner', AccessKeyId: keys.accessKeyId };
    await vendors.send(new UpdateAccessKeyCommand({ ...about, Status: 'Inactive' }));
    expect(await refusalOf(sts(lent.sandbox, keys).send(new GetCallerIdentityCommand({})))).toMatchObject({
      code: 'InvalidClientTokenId',
    });
    await vendors.send(new DeleteAccessKeyCommand(about));
    const { AccessKeyMetadata } = await vendors.send(new ListAccessKeysCommand({ UserName: 'partner' }));
    expect(AccessKeyMetadata).toEqual([]);

    await vendors.send(
      new DetachUserPolicyCommand({
        UserName: 'partner',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    );
    await vendors.send(new DeleteUserCommand({ UserName: 'partner' }));
    expect(await trust()).toEqual(trusting(first!.UserId!));
    await made();
    expect(await trust()).toEqual(trusting(first!.UserId!));
    await vendors.send(
      new AttachUserPolicyCommand({
        UserName: 'partner',
        PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
      }),
    );
    const { AccessKey: second } = await vendors.send(new CreateAccessKeyCommand({ UserName: 'partner' }));
    const others = { accessKeyId: second!.AccessKeyId!, secretAccessKey: second!.SecretAccessKey! };
    await mayNot(assumeRole(lent.sandbox, others, { RoleArn }));
  });

  test('in a bucket policy, too', async () => {
    const denying = policy({
      Effect: 'Deny',
      Principal: { AWS: `arn:aws:iam::${COMPANY}:role/Denied` },
      Action: 's3:GetObject',
      Resource: `arn:aws:s3:::${BUCKET}/*`,
    });
    const make = async () => {
      const AssumeRolePolicyDocument = text(trusting(`arn:aws:iam::${VENDOR}:root`));
      await client.send(new CreateRoleCommand({ RoleName: 'Denied', AssumeRolePolicyDocument }));
      await client.send(
        new PutRolePolicyCommand({ RoleName: 'Denied', PolicyName: 'Gets', PolicyDocument: text(GETS) }),
      );
      return assumeRole(lent.sandbox, vendor, { RoleArn: `arn:aws:iam::${COMPANY}:role/Denied` });
    };
    const session = await make();
    await s3(lent.sandbox, company).send(
      new PutBucketPolicyCommand({ Bucket: BUCKET, Policy: text(denying) }),
    );
    await mayNot(gets(session));
    await client.send(new DeleteRolePolicyCommand({ RoleName: 'Denied', PolicyName: 'Gets' }));
    await client.send(new DeleteRoleCommand({ RoleName: 'Denied' }));
    await gets(await make()); // another role, which nobody has denied anything
  });
});
