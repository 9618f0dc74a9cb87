import type { StackTemplate } from '../../../tools/proof/templates/assembly';
import { NO_ASSETS } from '../../../tools/proof/templates/assets';
import { restsOnDeployers } from '../../../tools/verify/deployed/deployers';

const stack = (template: StackTemplate['template']): StackTemplate => ({
  name: 'CompanyStack',
  account: '111111111111',
  region: 'ap-northeast-1',
  template,
  assets: NO_ASSETS,
  constructPaths: new Map(),
});
const trusts = (...accounts: readonly string[]) => ({
  Version: '2012-10-17',
  Statement: accounts.map((account) => ({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole',
  })),
});

test('the bucket and the roles of the bootstrap stack are named, with its qualifier', () => {
  const Parameters = { BootstrapVersion: { Default: '/cdk-bootstrap/abc123/version' } };
  expect(restsOnDeployers(stack({ Parameters }), [])).toBe(
    'account 111111111111: whoever can write to the bucket cdk-abc123-assets-111111111111-ap-northeast-1, or use the roles ' +
      'cdk-abc123-deploy-role-111111111111-ap-northeast-1 and cdk-abc123-file-publishing-role-111111111111-ap-northeast-1, ' +
      'can have something else deployed at any time.',
  );
});

test('whom from outside their trust policies let in is said', () => {
  const roles = [
    {
      name: 'cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1',
      path: '/',
      trust: trusts('111111111111', '888888888888'),
    },
    { name: 'another-role', path: '/', trust: trusts('999999999999') },
  ];
  const sentence = restsOnDeployers(stack({}), roles);
  expect(sentence).toContain(
    ' Their trust policies allow account 888888888888 (cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1).',
  );
  expect(sentence).not.toContain('999999999999');
});

test('nobody from outside is said, too', () => {
  const roles = [
    {
      name: 'cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1',
      path: '/',
      trust: trusts('111111111111'),
    },
  ];
  expect(restsOnDeployers(stack({}), roles)).toMatch(
    / Their trust policies allow nobody outside account 111111111111\.$/,
  );
});
