// bin/actions/bootstrap-options.ts, and the accounts that it makes
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { startSandbox } from '../../../tools/sandbox/sandbox';
import { walkthroughShare } from '../../lib/walkthrough-share';
import { optionsOf } from './project-options';

test('every account of the sandbox is bootstrapped so', async () => {
  const options = optionsOf({
    '@aws-cdk/core:bootstrapQualifier': 'platform1',
    '@aws-cdk/core:permissionsBoundary': { name: 'Org-${AWS::AccountId}' },
  });
  const sandbox = await startSandbox({ share: walkthroughShare, bootstrap: options });
  const { credential } = sandbox.administrators.get('company')!;
  const client = new CloudFormationClient({
    endpoint: sandbox.url,
    region: 'ap-northeast-1',
    credentials: credential,
  });
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: 'CDKToolkit' }));
  client.destroy();
  await sandbox.stop();
  expect(Stacks?.[0]?.Parameters).toContainEqual({ ParameterKey: 'Qualifier', ParameterValue: 'platform1' });
  const { parameters, roles, managedPolicies } = sandbox.world.accounts.get('222222222222')!;
  expect(parameters.get('ap-northeast-1//cdk-bootstrap/platform1/version')).toBeDefined();
  expect(roles.has('cdk-platform1-deploy-role-222222222222-ap-northeast-1')).toBe(true);
  expect(managedPolicies.has('arn:aws:iam::222222222222:policy/Org-222222222222')).toBe(true);
});
