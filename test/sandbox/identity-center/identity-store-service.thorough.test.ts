// tools/sandbox/identity-center/identity-store-service.ts and identity-store/
import {
  CreateAccessKeyCommand,
  CreateUserCommand as CreateIamUser,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import * as store from '@aws-sdk/client-identitystore';
import {
  CreateAccountAssignmentCommand,
  DescribeAccountAssignmentCreationStatusCommand,
} from '@aws-sdk/client-sso-admin';
import {
  administratorKeys,
  assumeRole,
  iam,
  identityStore,
  portal,
  portalKeys,
  refusalOf,
  ssoAdmin,
} from '../clients';
import { allow, type LentRole, PERMISSION_SET_ARN, ROLE_ARN, startWithLentRole, VENDOR } from '../lent-role';

const IdentityStoreId = 'd-9567890abc';
const ANALYSTS = 'a1b2c3d4-5678-90ab-cdef-111122223333';
const NOBODY = 'b1b2c3d4-5678-90ab-cdef-111122223333';
const CREDENTIALS = '/federation/credentials?role_name=AllowAssumeCompanyRole&account_id=222222222222';

let lent: LentRole;
let client: store.IdentitystoreClient;
let count = 0;
beforeAll(async () => {
  lent = await startWithLentRole();
  client = identityStore(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'));
});
afterAll(async () => {
  await lent.sandbox.stop();
});

async function newGroup(DisplayName = `Group ${(count += 1)}`): Promise<string> {
  const { GroupId } = await client.send(new store.CreateGroupCommand({ IdentityStoreId, DisplayName }));
  return GroupId!;
}

async function newUser(UserName = `user${(count += 1)}`): Promise<string> {
  const Name = { GivenName: 'Some', FamilyName: 'Body' };
  const input = { IdentityStoreId, UserName, DisplayName: 'Some Body', Name };
  return (await client.send(new store.CreateUserCommand(input))).UserId!;
}

async function newMembership(GroupId: string, UserId: string): Promise<string> {
  const input = { IdentityStoreId, GroupId, MemberId: { UserId } };
  return (await client.send(new store.CreateGroupMembershipCommand(input))).MembershipId!;
}

/** As if the person had signed in to the portal. */
function signedIn(userId: string) {
  const { instance } = lent.sandbox.vendorUsers[0]!.assigned;
  const portalToken = `token of ${userId}`;
  instance.portalTokens.set(portalToken, { userId, expiresAt: new Date(Date.now() + 3_600_000) });
  return { portalToken };
}

const refusedCredentials = (userId: string) =>
  portal(lent.sandbox, CREDENTIALS, signedIn(userId).portalToken);

describe('a membership', () => {
  test('gives a user what the group is assigned, and its end takes it away', async () => {
    const UserId = await newUser();
    expect(await refusedCredentials(UserId)).toMatchObject({ type: 'ForbiddenException' });

    const MembershipId = await newMembership(ANALYSTS, UserId);
    const keys = await portalKeys(lent.sandbox, signedIn(UserId));
    await assumeRole(lent.sandbox, keys, { RoleArn: ROLE_ARN });

    await client.send(new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
    expect(await refusedCredentials(UserId)).toMatchObject({ type: 'ForbiddenException' });
  });

  test('is found by its id, by group, by member and by both', async () => {
    const [GroupId, other, UserId] = [await newGroup(), await newGroup(), await newUser()];
    const MembershipId = await newMembership(GroupId, UserId);
    const MemberId = { UserId };
    const membership = { IdentityStoreId, MembershipId, GroupId, MemberId };
    expect(
      await client.send(new store.DescribeGroupMembershipCommand({ IdentityStoreId, MembershipId })),
    ).toMatchObject(membership);
    const byBoth = new store.GetGroupMembershipIdCommand({ IdentityStoreId, GroupId, MemberId });
    expect(await client.send(byBoth)).toMatchObject({ IdentityStoreId, MembershipId });
    const byGroup = new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId });
    expect((await client.send(byGroup)).GroupMemberships).toEqual([membership]);
    const byMember = new store.ListGroupMembershipsForMemberCommand({ IdentityStoreId, MemberId });
    expect((await client.send(byMember)).GroupMemberships).toEqual([membership]);
    const asked = new store.IsMemberInGroupsCommand({
      IdentityStoreId,
      MemberId,
      GroupIds: [other, GroupId],
    });
    expect((await client.send(asked)).Results).toEqual([
      { GroupId: other, MemberId, MembershipExists: false },
      { GroupId, MemberId, MembershipExists: true },
    ]);
  });

  test('of one who was there from the start ends by the id that the list prints', async () => {
    const { assigned } = lent.sandbox.vendorUsers[0]!;
    const list = new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId: ANALYSTS });
    const { GroupMemberships } = await client.send(list);
    const { MembershipId } = GroupMemberships!.find(({ MemberId }) => MemberId!.UserId === assigned.userId)!;
    await client.send(new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId }));
    expect(await portal(lent.sandbox, CREDENTIALS, assigned.portalToken)).toMatchObject({
      type: 'ForbiddenException',
    });
    await newMembership(ANALYSTS, assigned.userId);
    expect(await portal(lent.sandbox, CREDENTIALS, assigned.portalToken)).toMatchObject({ status: 200 });
  });

  test('is there once, and only of a user in a group', async () => {
    const [GroupId, UserId] = [await newGroup(), await newUser()];
    await newMembership(GroupId, UserId);
    expect(await refusalOf(newMembership(GroupId, UserId))).toEqual({
      code: 'ConflictException',
      status: 400,
      message: 'Member and Group relationship already exists',
    });
    expect(await refusalOf(newMembership(NOBODY, UserId))).toMatchObject({ message: 'GROUP not found.' });
    expect(await refusalOf(newMembership(GroupId, NOBODY))).toMatchObject({ message: 'USER not found.' });
    const gone = new store.DeleteGroupMembershipCommand({ IdentityStoreId, MembershipId: NOBODY });
    expect(await refusalOf(client.send(gone))).toEqual({
      code: 'ResourceNotFoundException',
      status: 400,
      message: 'GROUP_MEMBERSHIP not found.',
    });
  });
});

describe('a group', () => {
  test('is made, found, renamed and deleted', async () => {
    const create = { IdentityStoreId, DisplayName: 'Auditors', Description: 'They look' };
    const { GroupId } = await client.send(new store.CreateGroupCommand(create));
    const byName = (AttributeValue: string) =>
      client.send(
        new store.GetGroupIdCommand({
          IdentityStoreId,
          AlternateIdentifier: { UniqueAttribute: { AttributePath: 'displayName', AttributeValue } },
        }),
      );
    expect(await byName('auditors')).toMatchObject({ GroupId });
    const describe = new store.DescribeGroupCommand({ IdentityStoreId, GroupId });
    expect(await client.send(describe)).toMatchObject({
      GroupId,
      DisplayName: 'Auditors',
      Description: 'They look',
    });

    const Operations = [{ AttributePath: 'displayName', AttributeValue: 'Reviewers' }];
    await client.send(new store.UpdateGroupCommand({ IdentityStoreId, GroupId, Operations }));
    expect(await client.send(describe)).toMatchObject({ DisplayName: 'Reviewers', Description: 'They look' });
    expect(await refusalOf(byName('Auditors'))).toMatchObject({ message: 'GROUP not found.' });
    const Filters = [{ AttributePath: 'DisplayName', AttributeValue: 'Reviewers' }];
    const list = new store.ListGroupsCommand({ IdentityStoreId, Filters });
    expect((await client.send(list)).Groups).toMatchObject([{ GroupId }]);

    await client.send(new store.DeleteGroupCommand({ IdentityStoreId, GroupId }));
    const gone = await client.send(describe).catch((error: unknown) => error);
    expect(gone).toMatchObject({ name: 'ResourceNotFoundException', ResourceType: 'GROUP' });
  });

  test('that is made by hand can be assigned, and lets its members in', async () => {
    const [GroupId, UserId] = [await newGroup(), await newUser()];
    await newMembership(GroupId, UserId);
    const InstanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
    const administrator = ssoAdmin(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'));
    const { AccountAssignmentCreationStatus: begun } = await administrator.send(
      new CreateAccountAssignmentCommand({
        InstanceArn,
        PermissionSetArn: PERMISSION_SET_ARN,
        PrincipalType: 'GROUP',
        PrincipalId: GroupId,
        TargetType: 'AWS_ACCOUNT',
        TargetId: VENDOR,
      }),
    );
    const ended = new DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn,
      AccountAssignmentCreationRequestId: begun!.RequestId!,
    });
    expect((await administrator.send(ended)).AccountAssignmentCreationStatus?.Status).toBe('SUCCEEDED');
    const keys = await portalKeys(lent.sandbox, signedIn(UserId));
    await assumeRole(lent.sandbox, keys, { RoleArn: ROLE_ARN });
  });

  test('has a name of its own, without regard to case', async () => {
    await newGroup('Owners');
    expect(await refusalOf(newGroup('OWNERS'))).toEqual({
      code: 'ConflictException',
      status: 400,
      message: 'Duplicate GroupDisplayName',
    });
    const Operations = [{ AttributePath: 'displayName', AttributeValue: 'Owners' }];
    const rename = new store.UpdateGroupCommand({ IdentityStoreId, GroupId: ANALYSTS, Operations });
    expect(await refusalOf(client.send(rename))).toMatchObject({ message: 'Duplicate GroupDisplayName' });
  });
});

describe('a user', () => {
  test('is made, found and deleted, and is then in no group', async () => {
    const UserId = await newUser('newcomer');
    const describe = new store.DescribeUserCommand({ IdentityStoreId, UserId });
    expect(await client.send(describe)).toMatchObject({
      UserName: 'newcomer',
      DisplayName: 'Some Body',
      Name: { GivenName: 'Some', FamilyName: 'Body' },
    });
    await newMembership(ANALYSTS, UserId);
    await client.send(new store.DeleteUserCommand({ IdentityStoreId, UserId }));
    expect(await refusalOf(client.send(describe))).toMatchObject({ message: 'USER not found.' });
    const list = new store.ListGroupMembershipsCommand({ IdentityStoreId, GroupId: ANALYSTS });
    const { GroupMemberships } = await client.send(list);
    expect(GroupMemberships!.map(({ MemberId }) => MemberId!.UserId)).not.toContain(UserId);
    expect(await refusedCredentials(UserId)).toMatchObject({ type: 'UnauthorizedException' });
  });

  test('has a user name of its own and the names that AWS wants', async () => {
    await newUser('taken');
    expect(await refusalOf(newUser('Taken'))).toEqual({
      code: 'ConflictException',
      status: 400,
      message: 'Duplicate UserName',
    });
    const without = new store.CreateUserCommand({ IdentityStoreId, UserName: 'bare' });
    expect((await refusalOf(client.send(without))).message).toBe(
      'displayname: The attribute displayname is required, givenname: The attribute givenname is required, familyname: The attribute familyname is required',
    );
  });
});

test('what the sandbox does not have is refused by name', async () => {
  const title = new store.CreateUserCommand({ IdentityStoreId, UserName: 'titled', Title: 'Dr' });
  expect((await refusalOf(client.send(title))).message).toBe(
    'The sandbox does not model Title of users and groups.',
  );
  const update = new store.UpdateUserCommand({ IdentityStoreId, UserId: NOBODY, Operations: [] as never });
  expect((await refusalOf(client.send(update))).message).toBe(
    'The sandbox does not model identitystore:UpdateUser.',
  );
});

test('permission is needed for the store, the group and the user alike', async () => {
  const [GroupId, UserId] = [await newGroup(), await newUser()];
  const directory = iam(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'));
  await directory.send(new CreateIamUser({ UserName: 'keeper' }));
  const { AccessKey } = await directory.send(new CreateAccessKeyCommand({ UserName: 'keeper' }));
  const keys = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
  const put = (...Resource: string[]) =>
    directory.send(
      new PutUserPolicyCommand({
        UserName: 'keeper',
        PolicyName: 'own',
        PolicyDocument: JSON.stringify(allow({ Action: 'identitystore:CreateGroupMembership', Resource })),
      }),
    );
  const input = { IdentityStoreId, GroupId, MemberId: { UserId } };
  const create = () => identityStore(lent.sandbox, keys).send(new store.CreateGroupMembershipCommand(input));
  const theStore = 'arn:aws:identitystore::222222222222:identitystore/d-9567890abc';
  const theGroup = `arn:aws:identitystore:::group/${GroupId}`;

  await put(theStore, theGroup);
  expect(await refusalOf(create())).toMatchObject({
    code: 'AccessDeniedException',
    message: expect.stringContaining(`on resource: arn:aws:identitystore:::user/${UserId} because`) as string,
  });
  await put(theStore, theGroup, `arn:aws:identitystore:::user/${UserId}`);
  expect(await create()).toMatchObject({ IdentityStoreId });
});
