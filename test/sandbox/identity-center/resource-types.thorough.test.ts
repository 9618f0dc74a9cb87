// tools/sandbox/identity-center/resource-types/
import { type IdentityCenterInstance, newIdentityCenter } from '../../../tools/sandbox/core/identity-center';
import { addAccount } from '../../../tools/sandbox/core/world';
import { ssoAssignment } from '../../../tools/sandbox/identity-center/resource-types/assignment';
import { ssoPermissionSet } from '../../../tools/sandbox/identity-center/resource-types/permission-set';
import { ssoAdminService } from '../../../tools/sandbox/identity-center/sso-admin-service';
import { ServiceClient } from '../../../tools/sandbox/resource-type/service-client';
import { ACCOUNT, failure, REGION, Region } from '../cloudformation/region';
import { managedPolicy, READ_ALPHA, READ_BETA } from '../cloudformation/templates';

describe('permission sets and assignments', () => {
  const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
  const GROUP = 'a1b2c3d4-5678-90ab-cdef-111122223333';

  function withIdentityCenter(
    changes: Partial<IdentityCenterInstance> = {},
  ): [Region, IdentityCenterInstance] {
    const region = new Region();
    const instance: IdentityCenterInstance = {
      ...newIdentityCenter({
        instanceArn: INSTANCE,
        identityStoreId: 'd-1234567890',
        region: REGION,
        ownerAccount: ACCOUNT,
        startUrl: 'https://vendor.awsapps.com/start',
      }),
      ...changes,
    };
    instance.groups.set(GROUP, { id: GROUP, name: 'Analysts', memberIds: new Set() });
    region.world.identityCenters.set(INSTANCE, instance);
    return [region, instance];
  }

  function assigned(set: object = {}, assignment: object = {}) {
    return {
      Set: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { InstanceArn: INSTANCE, Name: 'Reading', InlinePolicy: READ_ALPHA, ...set },
      },
      Assignment: {
        Type: 'AWS::SSO::Assignment',
        Properties: {
          InstanceArn: INSTANCE,
          PermissionSetArn: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] },
          PrincipalId: GROUP,
          PrincipalType: 'GROUP',
          TargetId: ACCOUNT,
          TargetType: 'AWS_ACCOUNT',
          ...assignment,
        },
      },
    };
  }

  const theRole = ({ account }: Region) => [...account.roles.values()][0]!;

  test('give the target account a role, and take it away again', async () => {
    const [region, instance] = withIdentityCenter();
    const stack = await region.deploy({
      Resources: assigned({
        Description: 'to read',
        SessionDuration: 'PT2H',
        Tags: [{ Key: 'team', Value: 'data' }],
      }),
      Outputs: {
        Arn: { Value: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] } },
        Set: { Value: { Ref: 'Set' } },
        Assignment: { Value: { Ref: 'Assignment' } },
      },
    });
    const outputs = Object.fromEntries(
      stack.list('Outputs').map((output) => [output.text('OutputKey'), output.text('OutputValue')]),
    );
    const arn = outputs.Arn ?? '';
    expect(arn).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-1234567890abcdef\/ps-[0-9a-f]{16}$/);
    expect(outputs.Set).toBe(`${INSTANCE}|${arn}`);
    expect(outputs.Assignment).toBe(`${INSTANCE}|111111111111|AWS_ACCOUNT|${arn}|GROUP|${GROUP}`);
    expect(instance.permissionSets.get(arn)).toMatchObject({
      name: 'Reading',
      description: 'to read',
      sessionDuration: 'PT2H',
      inlinePolicy: READ_ALPHA,
      tags: { team: 'data' },
    });
    expect([...region.account.roles.keys()]).toEqual([
      expect.stringMatching(/^AWSReservedSSO_Reading_[0-9a-f]{16}$/),
    ]);
    expect([...theRole(region).inlinePolicies.values()]).toEqual([READ_ALPHA]);

    await region.call('DeleteStack', { StackName: 'Demo' });
    expect(region.account.roles.size + instance.permissionSets.size + instance.assignments.length).toBe(0);
  });

  test('that change are in force at once: the handler provisions', async () => {
    const [region, instance] = withIdentityCenter();
    await region.deploy({ Resources: assigned({ Description: 'to read', SessionDuration: 'PT2H' }) });
    const { name } = theRole(region);
    const reading = managedPolicy({ ManagedPolicyName: 'reading', Path: '/shared/' });
    await region.deploy({
      Resources: {
        Managed: reading,
        ...assigned({
          InlinePolicy: READ_BETA,
          ManagedPolicies: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'],
          CustomerManagedPolicyReferences: [{ Name: 'reading', Path: '/shared/' }],
          PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
          Tags: [{ Key: 'team', Value: 'data' }],
        }),
      },
    });
    const role = region.account.roles.get(name)!;
    expect([...role.inlinePolicies.values()]).toEqual([READ_BETA]);
    expect([...role.attachedPolicies]).toEqual([
      'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
      'arn:aws:iam::111111111111:policy/shared/reading',
    ]);
    expect(role.permissionsBoundary).toBe('arn:aws:iam::aws:policy/ReadOnlyAccess');
    expect([...instance.permissionSets.values()]).toMatchObject([
      { description: '', sessionDuration: 'PT1H', tags: { team: 'data' } },
    ]);

    await region.deploy({ Resources: assigned({ InlinePolicy: { Ref: 'AWS::NoValue' } }) });
    expect(role.inlinePolicies.size + role.attachedPolicies.size).toBe(0);
    expect(role.permissionsBoundary).toBeUndefined();
    expect([...instance.permissionSets.values()].map(({ tags }) => tags)).toEqual([{}]);
  });

  const invalid = (what: string): RegExp =>
    new RegExp(`${what} \\(Service: SsoAdmin, Status Code: 400, .*HandlerErrorCode: GeneralServiceException`);
  const failed = (reason: string): RegExp =>
    new RegExp(
      `Error occurred during operation 'Request [0-9a-f-]{36} failed due to: ${reason}'\\..*HandlerErrorCode: GeneralServiceException`,
    );

  test.each<[string, object, object, RegExp]>([
    ['a name with a space', { Name: 'Two words' }, {}, invalid("Value 'Two words' at 'name' failed .*")],
    ['a session of 13 hours', { SessionDuration: 'PT13H' }, {}, invalid('one to twelve hours .* got PT13H')],
    [
      'a policy that the account lacks',
      { CustomerManagedPolicyReferences: [{ Name: 'Missing' }] },
      {},
      failed('Received a 404 status error: Not supported policy arn:aws:iam::111111111111:policy/Missing\\.'),
    ],
    [
      'a principal that is not there',
      {},
      { PrincipalId: GROUP.replace('a', 'b') },
      failed('Received a 404 status error: the GROUP assignee b1b2c3d4-.* was not found in directory .*'),
    ],
    [
      'another instance',
      { InstanceArn: `${INSTANCE.slice(0, -1)}0` },
      {},
      invalid('sso:CreatePermissionSet'),
    ],
  ])('refuse %s', async (_what, set, assignment, message) => {
    const [region, instance] = withIdentityCenter();
    expect(await failure(region, assigned(set, assignment))).toMatch(message);
    expect(region.account.roles.size + instance.permissionSets.size).toBe(0);
  });

  test.each<[string, Partial<IdentityCenterInstance>]>([
    ['outside its home region', { region: 'us-east-1' }],
    ['from an account that does not run it', { ownerAccount: '222222222222' }],
  ])('are refused %s', async (_where, changes) => {
    const [region] = withIdentityCenter(changes);
    expect(await failure(region, assigned())).toMatch(
      /"User: \S+ is not authorized to perform: sso:CreatePermissionSet \(Service: SsoAdmin, Status Code: 400, Request ID: \S+\)" \(RequestToken: \S+, HandlerErrorCode: GeneralServiceException\)$/,
    );
  });

  test('cannot be changed to what an account of theirs lacks', async () => {
    const [region] = withIdentityCenter();
    await region.deploy({ Resources: assigned() });
    const missing = { CustomerManagedPolicyReferences: [{ Name: 'Missing', Path: '/shared/' }] };
    expect(await failure(region, assigned(missing))).toMatch(
      failed(
        'Received a 404 status error: Not supported policy arn:aws:iam::111111111111:policy/shared/Missing\\.',
      ),
    );
    expect(theRole(region).attachedPolicies.size).toBe(0);
  });

  test('are not taken over: a set by name, an assignment by all that it is', async () => {
    const [region, instance] = withIdentityCenter();
    await region.deploy({ Resources: assigned() });
    await region.deploy({ Resources: { Set: assigned().Set } }, {}, 'Other');
    expect((await region.events('Other')).join('\n')).toMatch(
      /PermissionSet with name Reading already exists\..*HandlerErrorCode: AlreadyExists/,
    );
    const [PermissionSetArn] = instance.permissionSets.keys();
    const again = { Assignment: assigned({}, { PermissionSetArn }).Assignment };
    await region.deploy({ Resources: again }, {}, 'Third');
    expect((await region.events('Third')).join('\n')).toContain("Can't process creation.");
    expect(instance.assignments).toHaveLength(1);
  });

  test('an assignment to another target is another assignment', async () => {
    const [region, instance] = withIdentityCenter();
    addAccount(region.world, '222222222222');
    await region.deploy({ Resources: assigned() });
    await region.deploy({ Resources: assigned({}, { TargetId: '222222222222' }) });
    expect(instance.assignments.map(({ targetAccount }) => targetAccount)).toEqual(['222222222222']);
  });

  test('are read as they are now', async () => {
    const [region, instance] = withIdentityCenter();
    await region.deploy({ Resources: assigned({ Description: 'to read' }) });
    const set = [...instance.permissionSets.values()][0]!;
    set.inlinePolicy = READ_BETA; // by another hand
    const context = {
      aws: new ServiceClient([ssoAdminService(region.world)], {
        caller: { kind: 'user', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
        account: ACCOUNT,
        region: REGION,
        denialOf: () => undefined,
      }),
      stackId: '',
      stackName: 'Demo',
      logicalId: 'Set',
      nameSuffix: '',
      type: '',
    };
    const id = `${INSTANCE}|${set.arn}`;
    expect(await ssoPermissionSet.read?.(id, context)).toEqual({
      physicalId: id,
      attributes: { PermissionSetArn: set.arn },
      properties: {
        InstanceArn: INSTANCE,
        Name: 'Reading',
        Description: 'to read',
        SessionDuration: 'PT1H',
        InlinePolicy: READ_BETA,
        ManagedPolicies: [],
        CustomerManagedPolicyReferences: [],
        Tags: [],
      },
    });
    const assignmentId = `${INSTANCE}|111111111111|AWS_ACCOUNT|${set.arn}|GROUP|${GROUP}`;
    expect(await ssoAssignment.read?.(assignmentId, context)).toMatchObject({
      properties: { PrincipalId: GROUP, TargetId: '111111111111', PermissionSetArn: set.arn },
    });
    instance.assignments.length = 0;
    instance.permissionSets.clear();
    expect(await ssoPermissionSet.read?.(id, context)).toBeUndefined();
    expect(await ssoAssignment.read?.(assignmentId, context)).toBeUndefined();
  });
});
