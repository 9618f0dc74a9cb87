// tools/sandbox/seed/seed-world.ts and what tools/sandbox/seed/bootstrap.ts puts into each account
import { readFileSync } from 'node:fs';
import type { Share, Vendor } from '../../../lib/share/share';
import { ObjectData } from '../../../tools/sandbox/s3/object-data';
import { profileOf, seedWorld, type SeededWorld } from '../../../tools/sandbox/seed/seed-world';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

async function seeded(share: Share): Promise<SeededWorld> {
  const data = new ObjectData();
  const made = await seedWorld(share, () => new Date(), data);
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
      ...walkthroughVendor.identityCenter,
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

describe('what the company does not know of a vendor is made up', () => {
  const vendorOf = (vendor: Partial<Vendor>): Share => ({
    ...walkthroughShare,
    vendors: [{ account: '222222222222', ...vendor }],
  });

  test('an Identity Center with a group, somebody in it, and a colleague: the same every time', async () => {
    const [first, again] = [await seeded(vendorOf({})), await seeded(vendorOf({}))];
    const [center] = first.world.identityCenters.values();
    expect([...again.world.identityCenters.keys()]).toEqual([...first.world.identityCenters.keys()]);
    expect(center).toMatchObject({
      instanceArn: expect.stringMatching(/^arn:aws:sso:::instance\/ssoins-[0-9a-f]{16}$/) as string,
      region: 'ap-northeast-1',
      ownerAccount: '222222222222',
      startUrl: 'https://vendor-222222222222.awsapps.com/start',
    });
    expect([...center!.groups.values()].map(({ name, memberIds }) => [name, memberIds.size])).toEqual([
      ['Analysts', 1],
    ]);
    expect(first.vendorUsers.map((users) => [users?.assigned.name, users?.notAssigned.name])).toEqual([
      ['member-of-analysts', 'not-assigned'],
    ]);
  });

  test('the roles and users that borrow, without any policy yet, and nobody to sign in', async () => {
    const { world, vendorUsers, vendorBorrowers } = await seeded(
      vendorOf({
        borrowers: ['arn:aws:iam::222222222222:role/jobs/etl', 'arn:aws:iam::222222222222:user/loader'],
      }),
    );
    const { roles, users } = world.accounts.get('222222222222')!;
    expect(roles.get('etl')).toMatchObject({
      arn: 'arn:aws:iam::222222222222:role/jobs/etl',
      path: '/jobs/',
      inlinePolicies: new Map(),
      attachedPolicies: new Set(),
    });
    expect(users.get('loader')).toMatchObject({ inlinePolicies: new Map(), attachedPolicies: new Set() });
    expect(vendorUsers).toEqual([undefined]);
    expect(vendorBorrowers[0]?.map(({ name, credential }) => [name, credential?.userName])).toEqual([
      ['etl', undefined],
      ['loader', 'loader'],
    ]);
    expect(world.identityCenters.size).toBe(0);
  });

  test('every account of a vendor with several, each with an administrator', async () => {
    const { world, administrators } = await seeded(vendorOf({ account: ['222222222222', '333333333333'] }));
    expect([...administrators].map(([name, { account }]) => [name, account])).toEqual([
      ['company', '111111111111'],
      ['vendor', '222222222222'],
      ['vendor-333333333333', '333333333333'],
    ]);
    expect([...world.accounts.values()].map(({ parameters }) => parameters.size)).toEqual([1, 1, 1]);
  });
});

test('what the share takes for granted of the company is there: buckets, their objects, key, logs, boundary', async () => {
  const { world } = await seeded({
    company: {
      ...walkthroughShare.company,
      bucket: 'existing',
      seedObjects: [],
      kmsKey: 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      permissionsBoundary: {
        arn: 'arn:aws:iam::111111111111:policy/org/Boundary',
        document: { Version: '2012-10-17', Statement: [] },
      },
    },
    vendors: [
      { account: '222222222222', prefixes: ['reports/'] },
      { name: 'Acme', account: '333333333333', bucketName: 'company-other-data' },
    ],
  });
  const own = [...world.buckets.values()].filter(({ name }) => !name.startsWith('cdk-'));
  expect(own.map(({ name, account, ownership }) => [name, account, ownership])).toEqual([
    ['company-shared-data-bucket-12345', '111111111111', 'BucketOwnerEnforced'],
    ['company-other-data', '111111111111', 'BucketOwnerEnforced'],
  ]);
  expect([...world.keys.keys()]).toEqual([
    'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  ]);
  const boundary = world.accounts
    .get('111111111111')!
    .managedPolicies.get('arn:aws:iam::111111111111:policy/org/Boundary');
  expect(boundary).toMatchObject({ name: 'Boundary', path: '/org/' });
  expect(boundary?.versions.get('v1')?.document).toMatchObject({ Statement: [] });
});
