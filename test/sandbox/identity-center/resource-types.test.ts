// tools/sandbox/identity-center/resource-types/
import { provisionPermissionSets } from '../../../tools/sandbox/identity-center/provisioning';
import { addAccount, type IdentityCenterInstance } from '../../../tools/sandbox/core/world';
import { ACCOUNT, failure, REGION, Region } from '../cloudformation/region';
import { READ_ALPHA } from '../cloudformation/templates';

describe('permission sets and assignments', () => {
  const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
  const GROUP = 'a1b2c3d4-5678-90ab-cdef-111122223333';

  function withIdentityCenter(
    changes: Partial<IdentityCenterInstance> = {},
  ): [Region, IdentityCenterInstance] {
    const region = new Region();
    const instance: IdentityCenterInstance = {
      instanceArn: INSTANCE,
      identityStoreId: 'd-1234567890',
      region: REGION,
      ownerAccount: ACCOUNT,
      startUrl: 'https://vendor.awsapps.com/start',
      users: new Map(),
      groups: new Map([[GROUP, { id: GROUP, name: 'Analysts', memberIds: new Set() }]]),
      permissionSets: new Map(),
      assignments: [],
      portalTokens: new Map(),
      provisionedRoles: new Map(),
      ...changes,
    };
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

  test('give the target account a role, and take it away again', async () => {
    const [region, instance] = withIdentityCenter();
    const stack = await region.deploy({
      Resources: assigned({ Description: 'to read', SessionDuration: 'PT2H' }),
      Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Set', 'PermissionSetArn'] } } },
    });
    const arn = stack.list('Outputs')[0]?.text('OutputValue') ?? '';
    expect(arn).toMatch(/^arn:aws:sso:::permissionSet\/ssoins-1234567890abcdef\/ps-[0-9a-f]{16}$/);
    expect(instance.permissionSets.get(arn)).toMatchObject({
      name: 'Reading',
      description: 'to read',
      sessionDuration: 'PT2H',
      inlinePolicy: READ_ALPHA,
    });
    provisionPermissionSets(region.world);
    expect([...region.account.roles.keys()]).toEqual([
      expect.stringMatching(/^AWSReservedSSO_Reading_[0-9a-f]{16}$/),
    ]);

    await region.call('DeleteStack', { StackName: 'Demo' });
    provisionPermissionSets(region.world);
    expect(region.account.roles.size + instance.permissionSets.size + instance.assignments.length).toBe(0);
  });

  test.each<[string, object, object, RegExp]>([
    ['a name with a space', { Name: 'Two words' }, {}, /Name must be 1 to 32 .* got Two words/],
    ['a name of 33 characters', { Name: 'x'.repeat(33) }, {}, /Name must be 1 to 32/],
    ['a session of 13 hours', { SessionDuration: 'PT13H' }, {}, /one to twelve hours in ISO 8601, got PT13H/],
    ['a session of 30 minutes', { SessionDuration: 'PT30M' }, {}, /got PT30M/],
    ['a session of nothing', { SessionDuration: 'PT' }, {}, /got PT/],
    ['a long description', { Description: 'x'.repeat(701) }, {}, /at most 700 characters, got 701/],
    [
      'a principal that is not there',
      {},
      { PrincipalId: GROUP.replace('a', 'b') },
      /GROUP not found: b1b2c3d4/,
    ],
    ['a group as a user', {}, { PrincipalType: 'USER' }, /USER not found: a1b2c3d4/],
    ['an unknown account', {}, { TargetId: '999999999999' }, /AWS_ACCOUNT not found: 999999999999/],
    ['another instance', { InstanceArn: `${INSTANCE}0` }, {}, /Could not find Instance/],
  ])('refuse %s', async (_what, set, assignment, message) => {
    const [region] = withIdentityCenter();
    expect(await failure(region, assigned(set, assignment))).toMatch(message);
  });

  test.each<[string, Partial<IdentityCenterInstance>, string]>([
    ['outside its home region', { region: 'us-east-1' }, `Could not find Instance ${INSTANCE} in ${REGION}`],
    [
      'from an account that does not run it',
      { ownerAccount: '222222222222' },
      `Account ${ACCOUNT} does not administer`,
    ],
  ])('are refused %s', async (_where, changes, message) => {
    const [region] = withIdentityCenter(changes);
    expect(await failure(region, assigned())).toContain(message);
  });

  test('an assignment to another target is another assignment', async () => {
    const [region, instance] = withIdentityCenter();
    addAccount(region.world, '222222222222');
    await region.deploy({ Resources: assigned() });
    await region.deploy({ Resources: assigned({}, { TargetId: '222222222222' }) });
    expect(instance.assignments.map(({ targetAccount }) => targetAccount)).toEqual(['222222222222']);
  });
});
