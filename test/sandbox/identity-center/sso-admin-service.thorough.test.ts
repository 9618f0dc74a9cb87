// tools/sandbox/identity-center/sso-admin-service.ts and sso-admin/
import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreatePolicyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import * as admin from '@aws-sdk/client-sso-admin';
import { administratorKeys, assumeRole, iam, type Keys, portalKeys, refusalOf, ssoAdmin } from '../clients';
import { allow, COMPANY, type LentRole, ROLE_ARN, startWithLentRole, VENDOR } from '../lent-role';

const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const GROUP = 'a1b2c3d4-5678-90ab-cdef-111122223333';
const NOBODY = 'b1b2c3d4-5678-90ab-cdef-111122223333';
const BORROWING = JSON.stringify(allow({ Action: 'sts:AssumeRole', Resource: ROLE_ARN }));
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

let lent: LentRole;
let client: admin.SSOAdminClient;
let count = 0;
beforeAll(async () => {
  lent = await startWithLentRole();
  client = ssoAdmin(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'));
});
afterAll(async () => {
  await lent.sandbox.stop();
});

/** A permission set of its own for each test. */
async function newSet(input: Partial<admin.CreatePermissionSetCommandInput> = {}) {
  const Name = `Set${(count += 1)}`;
  const command = new admin.CreatePermissionSetCommand({ InstanceArn: INSTANCE, Name, ...input });
  const { PermissionSet } = await client.send(command);
  return { Name, set: { InstanceArn: INSTANCE, PermissionSetArn: PermissionSet!.PermissionSetArn! } };
}
type SetInput = Awaited<ReturnType<typeof newSet>>['set'];

const assignment = (set: SetInput, changes: object = {}): admin.CreateAccountAssignmentCommandInput => ({
  ...set,
  TargetType: 'AWS_ACCOUNT',
  TargetId: VENDOR,
  PrincipalType: 'GROUP',
  PrincipalId: GROUP,
  ...changes,
});

/** The first answer, and how it ended. */
async function assigned(set: SetInput, changes: object = {}) {
  const answer = await client.send(new admin.CreateAccountAssignmentCommand(assignment(set, changes)));
  const { AccountAssignmentCreationStatus: begun } = answer;
  expect(begun).toMatchObject({ Status: 'IN_PROGRESS' });
  const ended = await client.send(
    new admin.DescribeAccountAssignmentCreationStatusCommand({
      InstanceArn: INSTANCE,
      AccountAssignmentCreationRequestId: begun!.RequestId!,
    }),
  );
  return ended.AccountAssignmentCreationStatus!;
}

async function unassigned(set: SetInput) {
  const answer = await client.send(new admin.DeleteAccountAssignmentCommand(assignment(set)));
  const { AccountAssignmentDeletionStatus: begun } = answer;
  expect(begun).toMatchObject({ Status: 'IN_PROGRESS' });
  const ended = await client.send(
    new admin.DescribeAccountAssignmentDeletionStatusCommand({
      InstanceArn: INSTANCE,
      AccountAssignmentDeletionRequestId: begun!.RequestId!,
    }),
  );
  return ended.AccountAssignmentDeletionStatus!;
}

async function provisioned(set: SetInput, target: object = { TargetType: 'ALL_PROVISIONED_ACCOUNTS' }) {
  const command = new admin.ProvisionPermissionSetCommand({ ...set, ...target } as never);
  const { PermissionSetProvisioningStatus: begun } = await client.send(command);
  expect(begun).toMatchObject({ Status: 'IN_PROGRESS' });
  const ended = await client.send(
    new admin.DescribePermissionSetProvisioningStatusCommand({
      InstanceArn: INSTANCE,
      ProvisionPermissionSetRequestId: begun!.RequestId!,
    }),
  );
  return ended.PermissionSetProvisioningStatus!;
}

const signIn = (name: string): Promise<Keys> =>
  portalKeys(lent.sandbox, lent.sandbox.vendorUsers[0]!.assigned, name);

/** What the evaluator says to whoever has the permission set. */
async function canBorrow(name: string): Promise<boolean> {
  const keys = await signIn(name);
  try {
    await assumeRole(lent.sandbox, keys, { RoleArn: ROLE_ARN });
    return true;
  } catch (error) {
    expect((error as Error).name).toBe('AccessDenied');
    return false;
  }
}

const putInline = (set: SetInput, InlinePolicy = BORROWING) =>
  client.send(new admin.PutInlinePolicyToPermissionSetCommand({ ...set, InlinePolicy }));

describe('a permission set', () => {
  test('lets the people of the group that it is assigned to do what its inline policy allows', async () => {
    const { Name, set } = await newSet({ Description: 'Borrow', SessionDuration: 'PT2H' });
    await putInline(set);
    expect(await assigned(set)).toEqual({
      Status: 'SUCCEEDED',
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      TargetId: VENDOR,
      TargetType: 'AWS_ACCOUNT',
      PermissionSetArn: set.PermissionSetArn,
      PrincipalType: 'GROUP',
      PrincipalId: GROUP,
      CreatedDate: expect.any(Date) as Date,
    });
    expect(await canBorrow(Name)).toBe(true);

    const { PermissionSet } = await client.send(new admin.DescribePermissionSetCommand(set));
    expect(PermissionSet).toEqual({
      Name,
      PermissionSetArn: set.PermissionSetArn,
      Description: 'Borrow',
      SessionDuration: 'PT2H',
      CreatedDate: expect.any(Date) as Date,
    });
    expect(set.PermissionSetArn).toMatch(
      /^arn:aws:sso:::permissionSet\/ssoins-1234567890abcdef\/ps-[0-9a-f]{16}$/,
    );
    const { PermissionSets } = await client.send(
      new admin.ListPermissionSetsCommand({ InstanceArn: INSTANCE }),
    );
    expect(PermissionSets).toContain(set.PermissionSetArn);
    const { InlinePolicy } = await client.send(new admin.GetInlinePolicyForPermissionSetCommand(set));
    expect(JSON.parse(InlinePolicy!)).toEqual(JSON.parse(BORROWING));
  });

  test('that is changed is in force as it was, until it is provisioned', async () => {
    const { Name, set } = await newSet();
    await assigned(set);
    const accounts = async (ProvisioningStatus?: admin.ProvisioningStatus) => {
      const input = { ...set, ...(ProvisioningStatus === undefined ? {} : { ProvisioningStatus }) };
      const command = new admin.ListAccountsForProvisionedPermissionSetCommand(input);
      return (await client.send(command)).AccountIds;
    };
    expect(await accounts('LATEST_PERMISSION_SET_PROVISIONED')).toEqual([VENDOR]);

    await putInline(set);
    expect(await canBorrow(Name)).toBe(false);
    expect(await accounts('LATEST_PERMISSION_SET_PROVISIONED')).toEqual([]);
    expect(await accounts('LATEST_PERMISSION_SET_NOT_PROVISIONED')).toEqual([VENDOR]);
    expect(await accounts()).toEqual([VENDOR]);

    expect(await provisioned(set, { TargetType: 'AWS_ACCOUNT', TargetId: VENDOR })).toMatchObject({
      Status: 'SUCCEEDED',
      AccountId: VENDOR,
      PermissionSetArn: set.PermissionSetArn,
    });
    expect(await canBorrow(Name)).toBe(true);
    expect(await accounts('LATEST_PERMISSION_SET_PROVISIONED')).toEqual([VENDOR]);

    await client.send(new admin.DeleteInlinePolicyFromPermissionSetCommand(set));
    expect((await client.send(new admin.GetInlinePolicyForPermissionSetCommand(set))).InlinePolicy).toBe('');
    expect(await canBorrow(Name)).toBe(true);
    await provisioned(set);
    expect(await canBorrow(Name)).toBe(false);
  });

  test('is brought up to date by a new assignment, too', async () => {
    const { Name, set } = await newSet();
    await assigned(set);
    await putInline(set);
    await assigned(set);
    expect(await canBorrow(Name)).toBe(true);
    const list = new admin.ListAccountAssignmentsCommand({ ...set, AccountId: VENDOR });
    expect((await client.send(list)).AccountAssignments).toHaveLength(1);
  });

  test("takes AWS's managed policies, on and off", async () => {
    const { Name, set } = await newSet();
    const attach = new admin.AttachManagedPolicyToPermissionSetCommand({
      ...set,
      ManagedPolicyArn: ADMINISTRATOR,
    });
    const detach = new admin.DetachManagedPolicyFromPermissionSetCommand(attach.input);
    const list = new admin.ListManagedPoliciesInPermissionSetCommand(set);
    await client.send(attach);
    await assigned(set);
    expect(await canBorrow(Name)).toBe(true);
    expect((await client.send(list)).AttachedManagedPolicies).toEqual([
      { Name: 'AdministratorAccess', Arn: ADMINISTRATOR },
    ]);
    expect(await refusalOf(client.send(attach))).toMatchObject({ code: 'ConflictException', status: 400 });

    await client.send(detach);
    expect((await client.send(list)).AttachedManagedPolicies).toEqual([]);
    await provisioned(set);
    expect(await canBorrow(Name)).toBe(false);
    expect(await refusalOf(client.send(detach))).toEqual({
      code: 'ResourceNotFoundException',
      status: 400,
      message: `Could not find ManagedPolicy with arn ${ADMINISTRATOR}`,
    });
  });

  test('takes policies of the account by name and path, where the account has them', async () => {
    const { Name, set } = await newSet();
    const input = { ...set, CustomerManagedPolicyReference: { Name: `Borrowing${Name}`, Path: '/shared/' } };
    await client.send(new admin.AttachCustomerManagedPolicyReferenceToPermissionSetCommand(input));
    const list = new admin.ListCustomerManagedPolicyReferencesInPermissionSetCommand(set);
    expect((await client.send(list)).CustomerManagedPolicyReferences).toEqual([
      { Name: `Borrowing${Name}`, Path: '/shared/' },
    ]);
    expect(await assigned(set)).toMatchObject({
      Status: 'FAILED',
      FailureReason: `Received a 404 status error: Not supported policy arn:aws:iam::222222222222:policy/shared/Borrowing${Name}.`,
    });
    const assignments = new admin.ListAccountAssignmentsCommand({ ...set, AccountId: VENDOR });
    expect((await client.send(assignments)).AccountAssignments).toEqual([]);

    const policy = { PolicyName: `Borrowing${Name}`, Path: '/shared/', PolicyDocument: BORROWING };
    await iam(lent.sandbox, administratorKeys(lent.sandbox, 'vendor')).send(new CreatePolicyCommand(policy));
    expect(await assigned(set)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await canBorrow(Name)).toBe(true);

    await client.send(new admin.DetachCustomerManagedPolicyReferenceFromPermissionSetCommand(input));
    expect((await client.send(list)).CustomerManagedPolicyReferences).toEqual([]);
    await provisioned(set);
    expect(await canBorrow(Name)).toBe(false);
  });

  test('is held within its permissions boundary', async () => {
    const { Name, set } = await newSet();
    await putInline(set);
    const PermissionsBoundary = { ManagedPolicyArn: 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' };
    await client.send(
      new admin.PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary }),
    );
    await assigned(set);
    expect(await canBorrow(Name)).toBe(false);
    const get = new admin.GetPermissionsBoundaryForPermissionSetCommand(set);
    expect((await client.send(get)).PermissionsBoundary).toEqual(PermissionsBoundary);

    await client.send(new admin.DeletePermissionsBoundaryFromPermissionSetCommand(set));
    expect(await refusalOf(client.send(get))).toMatchObject({ code: 'ResourceNotFoundException' });
    await provisioned(set);
    expect(await canBorrow(Name)).toBe(true);
  });

  test('is updated, and what is not given goes back to its default', async () => {
    const { Name, set } = await newSet({ Description: 'Before', SessionDuration: 'PT4H' });
    const RelayState = 'https://console.aws.amazon.com/s3/';
    await client.send(new admin.UpdatePermissionSetCommand({ ...set, Description: 'After', RelayState }));
    const describe = new admin.DescribePermissionSetCommand(set);
    expect((await client.send(describe)).PermissionSet).toMatchObject({
      Name,
      Description: 'After',
      SessionDuration: 'PT1H',
      RelayState,
    });
    await client.send(new admin.UpdatePermissionSetCommand({ ...set, SessionDuration: 'PT12H' }));
    const { PermissionSet: after } = await client.send(describe);
    expect(after).toMatchObject({ SessionDuration: 'PT12H' });
    expect([after!.Description, after!.RelayState]).toEqual([undefined, undefined]);
  });

  test('has tags, those that it is made with and later ones', async () => {
    const { set } = await newSet({ Tags: [{ Key: 'team', Value: 'data' }] });
    const resource = { InstanceArn: INSTANCE, ResourceArn: set.PermissionSetArn };
    const tags = async () =>
      (await client.send(new admin.ListTagsForResourceCommand({ ResourceArn: set.PermissionSetArn }))).Tags;
    await client.send(
      new admin.TagResourceCommand({ ...resource, Tags: [{ Key: '__proto__', Value: 'plain' }] }),
    );
    expect(await tags()).toEqual([
      { Key: 'team', Value: 'data' },
      { Key: '__proto__', Value: 'plain' },
    ]);
    await client.send(new admin.UntagResourceCommand({ ...resource, TagKeys: ['team'] }));
    expect(await tags()).toEqual([{ Key: '__proto__', Value: 'plain' }]);
  });

  test('is deleted once nobody has it', async () => {
    const { set } = await newSet();
    await assigned(set);
    const remove = new admin.DeletePermissionSetCommand(set);
    expect(await refusalOf(client.send(remove))).toEqual({
      code: 'ConflictException',
      status: 400,
      message: 'Could not delete because PermissionSet has ApplicationProfile associated with it.',
    });
    await unassigned(set);
    await client.send(remove);
    expect(await refusalOf(client.send(new admin.DescribePermissionSetCommand(set)))).toEqual({
      code: 'ResourceNotFoundException',
      status: 400,
      message: `Could not find PermissionSet with id ${set.PermissionSetArn.slice(-19)}`,
    });
  });
});

describe('an assignment', () => {
  test('is seen by group, by user and by account, and ends with its role and the sessions in it', async () => {
    const { Name, set } = await newSet();
    await putInline(set);
    await assigned(set);
    const keys = await signIn(Name);
    const ofSet = async (PrincipalType: admin.PrincipalType, PrincipalId: string) => {
      const command = new admin.ListAccountAssignmentsForPrincipalCommand({
        InstanceArn: INSTANCE,
        PrincipalType,
        PrincipalId,
        Filter: { AccountId: VENDOR },
      });
      const { AccountAssignments } = await client.send(command);
      return AccountAssignments!.filter((one) => one.PermissionSetArn === set.PermissionSetArn);
    };
    const found = {
      AccountId: VENDOR,
      PermissionSetArn: set.PermissionSetArn,
      PrincipalType: 'GROUP',
      PrincipalId: GROUP,
    };
    const { assigned: member, notAssigned } = lent.sandbox.vendorUsers[0]!;
    expect(await ofSet('GROUP', GROUP)).toEqual([found]);
    expect(await ofSet('USER', member.userId)).toEqual([found]);
    expect(await ofSet('USER', notAssigned.userId)).toEqual([]);
    const inAccount = new admin.ListPermissionSetsProvisionedToAccountCommand({
      InstanceArn: INSTANCE,
      AccountId: VENDOR,
    });
    expect((await client.send(inAccount)).PermissionSets).toContain(set.PermissionSetArn);

    expect(await unassigned(set)).toMatchObject({ Status: 'SUCCEEDED', PrincipalId: GROUP });
    expect(await ofSet('GROUP', GROUP)).toEqual([]);
    expect((await client.send(inAccount)).PermissionSets).not.toContain(set.PermissionSetArn);
    expect(await refusalOf(assumeRole(lent.sandbox, keys, { RoleArn: ROLE_ARN }))).toMatchObject({
      code: 'InvalidClientTokenId',
    });
    expect(await unassigned(set)).toMatchObject({
      Status: 'FAILED',
      FailureReason: expect.stringMatching(
        /^Received a 404 status error: EntitlementItem doesn't exist with the given entitlement key /,
      ) as string,
    });
  });

  test.each<[string, object, string]>([
    [
      'a group that is not there',
      { PrincipalId: NOBODY },
      `Received a 404 status error: the GROUP assignee ${NOBODY} was not found in directory d-9567890abc`,
    ],
    [
      'a group as a user',
      { PrincipalType: 'USER' },
      `Received a 404 status error: the USER assignee ${GROUP} was not found in directory d-9567890abc`,
    ],
    [
      'an account that is not there',
      { TargetId: '999999999999' },
      'Received a 404 status error: AWS_ACCOUNT not found: 999999999999',
    ],
  ])('of %s fails after the first answer', async (_whom, changes, FailureReason) => {
    const { set } = await newSet();
    const { RequestId } = await assigned(set, changes).then((ended) => {
      expect(ended).toMatchObject({ Status: 'FAILED', FailureReason });
      return ended;
    });
    const failed = new admin.ListAccountAssignmentCreationStatusCommand({
      InstanceArn: INSTANCE,
      Filter: { Status: 'FAILED' },
    });
    const { AccountAssignmentsCreationStatus: found } = await client.send(failed);
    expect(found!.map((one) => one.RequestId)).toContain(RequestId);
    expect(new Set(found!.map(({ Status }) => Status))).toEqual(new Set(['FAILED']));
  });

  test('is needed where a set is provisioned', async () => {
    const { set } = await newSet();
    expect(await provisioned(set)).toMatchObject({ Status: 'SUCCEEDED' });
    expect(await provisioned(set, { TargetType: 'AWS_ACCOUNT', TargetId: VENDOR })).toMatchObject({
      Status: 'FAILED',
      FailureReason: `Received a 404 status error: ${set.PermissionSetArn} is not provisioned in account 222222222222`,
    });
  });
});

describe('is refused in the words of AWS', () => {
  const violation = (value: string, member: string, rule: string) =>
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must ${rule}`;

  test.each<[string, object, string]>([
    [
      'a name with a space',
      { Name: 'Two words' },
      violation('Two words', 'name', 'satisfy regular expression pattern: [\\w+=,.@-]+'),
    ],
    [
      'a name of 33 characters',
      { Name: 'x'.repeat(33) },
      violation('x'.repeat(33), 'name', 'have length less than or equal to 32'),
    ],
    [
      'a description of 701',
      { Description: 'x'.repeat(701) },
      violation('x'.repeat(701), 'description', 'have length less than or equal to 700'),
    ],
    [
      'a session of 13 hours',
      { SessionDuration: 'PT13H' },
      'SessionDuration must be one to twelve hours in ISO 8601, got PT13H',
    ],
    [
      'a session of 30 minutes',
      { SessionDuration: 'PT30M' },
      'SessionDuration must be one to twelve hours in ISO 8601, got PT30M',
    ],
    [
      'no name',
      { Name: undefined },
      "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null",
    ],
  ])('%s', async (_what, changes, message) => {
    expect(await refusalOf(newSet(changes))).toEqual({ code: 'ValidationException', status: 400, message });
  });

  test('a name that is taken', async () => {
    const { Name } = await newSet();
    expect(await refusalOf(newSet({ Name }))).toEqual({
      code: 'ConflictException',
      status: 400,
      message: `PermissionSet with name ${Name} already exists.`,
    });
  });

  test('policies that are no policies, too long, or too many', async () => {
    const { set } = await newSet();
    expect(await refusalOf(putInline(set, '{'))).toEqual({
      code: 'ValidationException',
      status: 400,
      message: 'Invalid PermissionsPolicy Document',
    });
    const long = JSON.stringify(
      allow({ Action: 's3:GetObject', Resource: `arn:aws:s3:::b/${'x'.repeat(10_185)}` }),
    );
    expect((await refusalOf(putInline(set, long))).message).toBe(
      `Current size of the non-whitespace characters present in the InlinePolicy Document is 10295 bytes which has exceeded the maximum limit of 10240 bytes`,
    );
    const attachOwn = (Name: string) =>
      client.send(
        new admin.AttachCustomerManagedPolicyReferenceToPermissionSetCommand({
          ...set,
          CustomerManagedPolicyReference: { Name },
        }),
      );
    for (let number = 1; number <= 20; number += 1) await attachOwn(`Policy${number}`);
    expect(await refusalOf(attachOwn('Policy21'))).toMatchObject({
      code: 'ServiceQuotaExceededException',
      message: expect.stringContaining('Cannot create ManagedPolicy more than 20 for id ps-') as string,
    });
  });

  test.each<[string, string, object]>([
    ['arn:aws:iam::111111111111:policy/Own', 'ValidationException', {}],
    ['arn:aws:iam::aws:policy/NotKnownHere', 'NotImplemented', {}],
  ])('the managed policy %s: %s', async (ManagedPolicyArn, code) => {
    const { set } = await newSet();
    const attach = new admin.AttachManagedPolicyToPermissionSetCommand({ ...set, ManagedPolicyArn });
    const refusal = await refusalOf(client.send(attach));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(ManagedPolicyArn);
  });

  test('a boundary of both kinds', async () => {
    const { set } = await newSet();
    const PermissionsBoundary = {
      ManagedPolicyArn: ADMINISTRATOR,
      CustomerManagedPolicyReference: { Name: 'Own' },
    };
    const put = new admin.PutPermissionsBoundaryToPermissionSetCommand({ ...set, PermissionsBoundary });
    expect((await refusalOf(client.send(put))).message).toBe(
      'Only ManagedPolicyArn or CustomerManagedPolicyReference should be given.',
    );
  });

  test('what the sandbox does not have, by name', async () => {
    const command = new admin.ListApplicationsCommand({ InstanceArn: INSTANCE });
    expect(await refusalOf(client.send(command))).toMatchObject({
      code: 'NotImplemented',
      message: 'The sandbox does not model sso:ListApplications.',
    });
  });
});

describe('permission', () => {
  test('is needed for the instance, the set and the account alike', async () => {
    const { set } = await newSet();
    const directory = iam(lent.sandbox, administratorKeys(lent.sandbox, 'vendor'));
    await directory.send(new CreateUserCommand({ UserName: 'assigner' }));
    const put = (...Resource: string[]) =>
      directory.send(
        new PutUserPolicyCommand({
          UserName: 'assigner',
          PolicyName: 'own',
          PolicyDocument: JSON.stringify(allow({ Action: 'sso:CreateAccountAssignment', Resource })),
        }),
      );
    const { AccessKey } = await directory.send(new CreateAccessKeyCommand({ UserName: 'assigner' }));
    const keys = { accessKeyId: AccessKey!.AccessKeyId!, secretAccessKey: AccessKey!.SecretAccessKey! };
    const asAssigner = ssoAdmin(lent.sandbox, keys);
    const create = () => asAssigner.send(new admin.CreateAccountAssignmentCommand(assignment(set)));

    await put(INSTANCE, set.PermissionSetArn);
    expect(await refusalOf(create())).toEqual({
      code: 'AccessDeniedException',
      status: 400,
      message:
        'User: arn:aws:iam::222222222222:user/assigner is not authorized to perform: sso:CreateAccountAssignment on resource: arn:aws:sso:::account/222222222222 because no identity-based policy allows the sso:CreateAccountAssignment action',
    });
    await put(INSTANCE, set.PermissionSetArn, 'arn:aws:sso:::account/222222222222');
    expect((await create()).AccountAssignmentCreationStatus).toMatchObject({ Status: 'IN_PROGRESS' });

    const instances = new admin.ListInstancesCommand({});
    expect(await refusalOf(asAssigner.send(instances))).toEqual({
      code: 'AccessDeniedException',
      status: 400,
      message:
        'User: arn:aws:iam::222222222222:user/assigner is not authorized to perform: sso:ListInstances',
    });
    const PolicyArn = ADMINISTRATOR;
    await directory.send(new AttachUserPolicyCommand({ UserName: 'assigner', PolicyArn }));
    expect((await asAssigner.send(instances)).Instances).toHaveLength(1);
  });

  test.each([
    ['another account', 'company', 'ap-northeast-1', `arn:aws:iam::${COMPANY}:user/`],
    ['another region', 'vendor', 'us-east-1', `arn:aws:iam::${VENDOR}:user/`],
  ])('is not given from %s', async (_where, profile, region, user) => {
    const other = ssoAdmin(lent.sandbox, administratorKeys(lent.sandbox, profile), region);
    const create = new admin.CreatePermissionSetCommand({ InstanceArn: INSTANCE, Name: 'Other' });
    const refusal = await refusalOf(other.send(create));
    expect(refusal).toMatchObject({ code: 'AccessDeniedException', status: 400 });
    expect(refusal.message).toMatch(
      new RegExp(`^User: ${user}\\S+ is not authorized to perform: sso:CreatePermissionSet$`),
    );
    expect((await other.send(new admin.ListInstancesCommand({}))).Instances).toEqual([]);
  });
});
