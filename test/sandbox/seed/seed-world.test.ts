// tools/sandbox/seed/seed-world.ts and what tools/sandbox/seed/bootstrap.ts puts into each account
import { readFileSync } from 'node:fs';
import type { Share } from '../../../lib/share/share';
import { ObjectData } from '../../../tools/sandbox/s3/object-data';
import { profileOf, seedWorld, type SeededWorld } from '../../../tools/sandbox/seed/seed-world';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

async function seeded(share: Share): Promise<SeededWorld> {
  const data = await ObjectData.create();
  const made = await seedWorld(share, () => new Date(), data);
  await data.close();
  return made;
}

test("the bootstrap roles may do what the CDK CLI's own template lets them, action for action", async () => {
  const template = readFileSync('node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml', 'utf8');
  const section = (from: string, to: string) =>
    template.slice(template.indexOf(`\n  ${from}:`), template.indexOf(`\n  ${to}:`));
  const listed = (text: string) => new Set(text.match(/(?<=^\s+- )[a-z0-9]+:[A-Z][A-Za-z*]+/gm));
  const { world } = await seeded(walkthroughShare);
  const { roles, parameters } = world.accounts.get('111111111111')!;
  const actionsOf = (purpose: string) => {
    const role = roles.get(`cdk-hnb659fds-${purpose}-role-111111111111-ap-northeast-1`)!;
    const text = JSON.stringify([...role.inlinePolicies.values()]);
    return new Set(
      text
        .match(/(?<=")(?:s3|kms|ecr|ssm|sts|cloudformation):[A-Za-z*]+(?=")/g)
        ?.filter((it) => !/^kms:ViaService|^s3:ResourceAccount/.test(it)),
    );
  };
  expect(actionsOf('file-publishing')).toEqual(
    listed(section('FilePublishingRoleDefaultPolicy', 'ImagePublishingRoleDefaultPolicy')),
  );
  expect(actionsOf('image-publishing')).toEqual(
    listed(section('ImagePublishingRoleDefaultPolicy', 'DeploymentActionRole')),
  );
  const deploy = listed(
    section('DeploymentActionRole', 'CloudFormationExecutionRole').split('Policies:')[1]!,
  );
  expect(actionsOf('deploy')).toEqual(deploy);
  expect(parameters.get('ap-northeast-1//cdk-bootstrap/hnb659fds/version')).toBe(
    /Name:\s+Fn::Sub: '\/cdk-bootstrap\/\$\{Qualifier\}\/version'[\s\S]*?Value: '(\d+)'/.exec(template)![1],
  );
});

test('every account of the share is there: further vendors, and the ones that run their Identity Center', async () => {
  const second = {
    ...walkthroughVendor,
    name: 'AcmeLabs',
    account: '333333333333',
    identityCenter: {
      ...walkthroughVendor.identityCenter!,
      instanceArn: 'arn:aws:sso:::instance/ssoins-fedcba0987654321',
      account: '444444444444',
      region: 'us-east-1',
    },
    assignees: [{ type: 'USER' as const, id: 'b1b2c3d4-5678-90ab-cdef-111122223333', name: 'alice' }],
  };
  const { world, administrators, vendorUsers } = await seeded({
    ...walkthroughShare,
    vendors: [walkthroughVendor, second],
  });
  expect([...administrators].map(([name, { account }]) => [name, account])).toEqual([
    ['company', '111111111111'],
    ['vendor', '222222222222'],
    ['acme-labs', '333333333333'],
    ['acme-labs-identity-center', '444444444444'],
  ]);
  expect([...world.buckets.keys()]).toEqual([
    'cdk-hnb659fds-assets-111111111111-ap-northeast-1',
    'cdk-hnb659fds-assets-222222222222-ap-northeast-1',
    'cdk-hnb659fds-assets-333333333333-us-east-1',
    'cdk-hnb659fds-assets-444444444444-us-east-1',
  ]);
  expect(vendorUsers.map((users) => users?.assigned.name)).toEqual(['member-of-analysts', 'alice']);
  expect(vendorUsers[1]!.assigned.userId).toBe('b1b2c3d4-5678-90ab-cdef-111122223333');
});

test.each([
  [undefined, 0, 'vendor'],
  ['AcmeLabs', 1, 'acme-labs'],
  ['Acme', 0, 'acme'],
])('the profile of vendor %j at place %i is %s', (name, index, expected) => {
  expect(profileOf(name === undefined ? {} : { name }, index)).toBe(expected);
});
