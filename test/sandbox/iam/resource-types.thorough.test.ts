// tools/sandbox/iam/resource-types/
import { ACCOUNT, failure, Region } from '../cloudformation/region';
import { managedPolicy, READ_ALPHA, READ_BETA, role } from '../cloudformation/templates';

describe('policies', () => {
  test('of every kind are put where IAM looks for them, and taken away again', async () => {
    const region = new Region();
    await region.deploy({
      Resources: {
        Reader: role({ RoleName: 'reader', Policies: [{ PolicyName: 'own', PolicyDocument: READ_ALPHA }] }),
        Inline: {
          Type: 'AWS::IAM::Policy',
          Properties: { PolicyName: 'inline', PolicyDocument: READ_BETA, Roles: [{ Ref: 'Reader' }] },
        },
        Managed: managedPolicy({
          ManagedPolicyName: 'managed',
          Path: '/shared/',
          Roles: [{ Ref: 'Reader' }],
        }),
      },
    });
    const reader = region.account.roles.get('reader');
    expect(Object.fromEntries(reader?.inlinePolicies ?? [])).toEqual({ own: READ_ALPHA, inline: READ_BETA });
    expect([...(reader?.attachedPolicies ?? [])]).toEqual([`arn:aws:iam::${ACCOUNT}:policy/shared/managed`]);

    await region.deploy({ Resources: { Reader: role({ RoleName: 'reader' }) } });
    expect(reader?.inlinePolicies.size).toBe(0);
    expect(reader?.attachedPolicies.size).toBe(0);
    expect(region.account.managedPolicies.size).toBe(0);
  });

  test.each([
    [
      'a statement without Effect',
      { Version: '2012-10-17', Statement: [{ Action: 's3:GetObject', Resource: '*' }] },
      'Statement[0].Effect must be ',
    ],
    [
      'a misspelt element',
      { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Actoin: 's3:*', Resource: '*' }] },
      'Statement[0].Actoin is not an element of a statement',
    ],
  ])('with %s are malformed', async (_what, document, message) => {
    const failed = await failure(new Region(), { Reading: managedPolicy({ PolicyDocument: document }) });
    expect(failed).toMatch(/^Reading CREATE_FAILED: Resource handler returned message: /);
    expect(failed).toContain(message);
  });

  const trust = (principal: string) => ({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sts:AssumeRole' }],
  });

  test.each(['arn:aws:iam::111111111111:role/nobody', 'arn:aws:iam::111111111111:user/nobody'])(
    'cannot trust %s, which does not exist',
    async (principal) => {
      const failed = await failure(new Region(), {
        Reader: role({ AssumeRolePolicyDocument: trust(principal) }),
      });
      expect(failed).toContain('Invalid principal in policy: "AWS":');
      expect(failed).toContain(principal);
    },
  );

  test('can trust a role that is there', async () => {
    const region = new Region();
    const stack = await region.deploy({
      Resources: {
        First: role({ RoleName: 'first' }),
        Second: role(
          { AssumeRolePolicyDocument: trust('arn:aws:iam::111111111111:role/first') },
          { DependsOn: 'First' },
        ),
      },
    });
    expect(stack.text('StackStatus')).toBe('CREATE_COMPLETE');
  });

  test('that do not exist cannot be attached', async () => {
    const arn = `arn:aws:iam::${ACCOUNT}:policy/nothing`;
    expect(await failure(new Region(), { Reader: role({ ManagedPolicyArns: [arn] }) })).toContain(
      `Policy ${arn} does not exist or is not attachable.`,
    );
  });

  test('over their quota are refused', async () => {
    const long = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'x'.repeat(6200)}/*` },
      ],
    };
    expect(await failure(new Region(), { Reading: managedPolicy({ PolicyDocument: long }) })).toContain(
      'Cannot exceed quota for PolicySize: 6144',
    );
  });

  test('attached by somebody else keep their policy from being deleted', async () => {
    const region = new Region();
    await region.deploy({ Resources: { Reading: managedPolicy({ ManagedPolicyName: 'reading' }) } });
    await region.deploy({ Resources: { Reader: role({ RoleName: 'reader' }) } }, {}, 'Other');
    region.account.roles.get('reader')?.attachedPolicies.add(`arn:aws:iam::${ACCOUNT}:policy/reading`);
    await region.call('DeleteStack', { StackName: 'Demo' });
    expect((await region.events()).join('\n')).toContain('Cannot delete a policy attached to entities.');
    expect((await region.stack()).text('StackStatus')).toBe('DELETE_FAILED');
  });
});
