// tools/sandbox/cloudformation/ and the resource types behind it: what shares may ask of CompanyStack, and the vendor’s half
import {
  CloudFormationClient,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { GetBucketLoggingCommand, GetBucketTaggingCommand } from '@aws-sdk/client-s3';
import { grantsOf } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { deployVendorHalf } from '../../../tools/rehearse/deploy-vendor-half';
import { type Sandbox, startSandbox } from '../../../tools/sandbox/sandbox';
import { identityCenterOf } from '../../../tools/sandbox/seed/made-up-identity-center';
import { deployedSandbox } from '../../deployed-sandbox';
import { administratorKeys, s3 } from '../clients';
import { walkthroughShare } from '../../lib/walkthrough-share';

const company = walkthroughShare.company;

test('a key of the stack, logs, tags and a boundary are there once the stack is', async () => {
  const deployed = await deployedSandbox({
    company: {
      ...company,
      kmsKey: 'make',
      accessLogs: 'company-logs-12345',
      tags: { owner: 'data-platform' },
      permissionsBoundary: 'arn:aws:iam::111111111111:policy/OrgBoundary',
    },
    vendors: [{ account: '222222222222' }],
  });
  const { sandbox } = deployed;
  const client = s3(sandbox, administratorKeys(sandbox, 'company'));
  const { LoggingEnabled } = await client.send(new GetBucketLoggingCommand({ Bucket: company.bucketName }));
  const { TagSet } = await client.send(new GetBucketTaggingCommand({ Bucket: company.bucketName }));
  const roles = [...sandbox.world.accounts.get('111111111111')!.roles.values()];
  await deployed.stop();

  expect([...sandbox.world.keys.values()]).toMatchObject([
    {
      account: '111111111111',
      region: 'ap-northeast-1',
      rotates: true,
      state: 'Enabled',
      tags: { owner: 'data-platform' },
    },
  ]);
  expect(LoggingEnabled).toEqual({
    TargetBucket: 'company-logs-12345',
    TargetPrefix: 'company-shared-data-bucket-12345/',
  });
  expect(TagSet).toContainEqual({ Key: 'owner', Value: 'data-platform' });
  const made = roles.filter(({ name }) => !name.startsWith('cdk-'));
  expect(new Set(made.map(({ permissionsBoundary }) => permissionsBoundary))).toEqual(
    new Set(['arn:aws:iam::111111111111:policy/OrgBoundary']),
  );
}, 30_000);

describe('the vendor’s half, from the handoff’s template', () => {
  let sandbox: Sandbox;
  afterEach(() => sandbox.stop());

  const deploy = async (share: Share) => {
    sandbox = await startSandbox({ share });
    const [grant] = grantsOf(share);
    const administrator = sandbox.administrators.get('vendor')!;
    const input = {
      stack: 'Half',
      administrator,
      endpoint: sandbox.url,
      signal: AbortSignal.timeout(10_000),
    };
    return { grant: grant!, administrator, made: await deployVendorHalf({ ...input, grant: grant! }) };
  };

  test('by a change set: the permission set, and an assignment in each account', async () => {
    const { grant, administrator, made } = await deploy({
      company,
      vendors: [{ account: ['222222222222', '333333333333'] }],
    });
    const [center] = sandbox.world.identityCenters.values();
    const {
      assignees: [group],
    } = identityCenterOf(grant)!;
    expect(made.sort()).toEqual(['AWS::SSO::Assignment', 'AWS::SSO::Assignment', 'AWS::SSO::PermissionSet']);
    expect(center!.assignments.map(({ targetAccount, principalId }) => [targetAccount, principalId])).toEqual(
      [
        ['222222222222', group!.id],
        ['333333333333', group!.id],
      ],
    );

    // AND later for another group, as the template stands
    const [other] = [...center!.users.values()].filter(({ name }) => name === 'not-assigned');
    const client = new CloudFormationClient({
      endpoint: sandbox.url,
      region: administrator.region,
      credentials: administrator.credential,
    });
    const UsePreviousValue = true;
    await client.send(
      new UpdateStackCommand({
        StackName: 'Half',
        UsePreviousTemplate: true,
        Parameters: [
          { ParameterKey: 'InstanceArn', UsePreviousValue },
          { ParameterKey: 'PrincipalType', ParameterValue: 'USER' },
          { ParameterKey: 'PrincipalId', ParameterValue: other!.id },
        ],
      }),
    );
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'Half' }));
    expect(Stacks?.[0]?.StackStatus).toBe('UPDATE_COMPLETE');
    expect(new Set(center!.assignments.map(({ principalId }) => principalId))).toEqual(new Set([other!.id]));
  });

  test('the policy is on the roles and users that borrow, and on nobody else', async () => {
    await deploy({
      company,
      vendors: [
        {
          account: '222222222222',
          borrowers: ['arn:aws:iam::222222222222:role/jobs/etl', 'arn:aws:iam::222222222222:user/loader'],
        },
      ],
    });
    const { roles, users } = sandbox.world.accounts.get('222222222222')!;
    const holders = [...roles.values(), ...users.values()].filter(({ attachedPolicies }) =>
      attachedPolicies.has('arn:aws:iam::222222222222:policy/AllowAssumeCompanyRole'),
    );
    expect(holders.map(({ arn }) => arn)).toEqual([
      'arn:aws:iam::222222222222:role/jobs/etl',
      'arn:aws:iam::222222222222:user/loader',
    ]);
  });
});
