import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { writeHandoff } from '../../tools/handoff/handoff';
import { inTheBrowser } from '../../tools/rehearse/in-the-browser';
import { vendorLogin } from '../../tools/sandbox/clients/vendor-login';
import { type DeployedSandbox, deployedSandbox } from '../deployed-sandbox';
import { allow } from '../sandbox/lent-role';

const [shippedVendor] = shipped.vendors;
const SHARE: Share = {
  company: {
    ...shipped.company,
    seedObjects: [...shipped.company.seedObjects, { key: 'in/2026/deep/a b.txt', content: 'x' }],
  },
  vendors: [
    shippedVendor!,
    { name: 'Careful', account: '333333333333', externalId: 'agreement-4711' },
    {
      name: 'Loaders',
      account: '444444444444',
      prefixes: ['in/', 'none/'],
      rolePath: '/partners/',
      borrowers: ['arn:aws:iam::444444444444:role/etl'],
    },
  ],
};

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(SHARE);
});
afterAll(() => deployed.stop());

/** Step 10, as one of the vendors. */
function walked(index: number) {
  const grant = grantsOf(SHARE)[index]!;
  const { url } = deployed.sandbox;
  const login = vendorLogin(grant, SHARE, deployed.sandbox);
  const { signal } = new AbortController();
  return inTheBrowser({ grant, handoff: writeHandoff(grant, SHARE), login, url, signal });
}

test('the handoff’s links lead to the seed object, 18 bytes of it', async () => {
  expect(await walked(0)).toEqual([
    [
      'Switch Role',
      'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=VendorAccessRole&displayName=CompanyDataAccess',
      'the link of the handoff page, with the sandbox in the place of AWS; you are arn:aws:sts::111111111111:assumed-role/VendorAccessRole/member-of-analysts',
    ],
    [
      'S3’s home',
      "You don't have permissions to list buckets",
      'denied, as promised: this role may not list all buckets',
    ],
    [
      'the bucket',
      'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1',
      '2 objects and folders are listed',
    ],
    ['download', 'test-data.txt: 18 bytes', 'a browser saves it as a file'],
  ]);
});

test('where the role asks for an ExternalId, the switch must fail', async () => {
  expect(await walked(1)).toEqual([
    [
      'Switch Role',
      'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=CarefulAccessRole&displayName=CompanyDataAccess',
      'the role asks for an ExternalId, which Switch Role cannot send; it failed, as promised',
    ],
  ]);
});

test('every prefix has its link, folders are gone through, and an empty one is said to be empty', async () => {
  const steps = await walked(2);
  expect(steps.map(([name, value]) => (name === 'download' ? value : name))).toEqual([
    'Switch Role',
    'S3’s home',
    'the bucket',
    'a b.txt: 1 byte',
    'the bucket',
    'nothing is there yet',
  ]);
});

describe('what is not as promised ends the rehearsal, with what was seen', () => {
  const roleCalled = (name: string) => deployed.sandbox.world.accounts.get('111111111111')!.roles.get(name)!;

  test('a role that may list all buckets', async () => {
    const { inlinePolicies } = roleCalled('VendorAccessRole');
    inlinePolicies.set('More', allow({ Action: 's3:ListAllMyBuckets', Resource: '*' }));
    await expect(walked(0)).rejects.toThrow(
      /^the page \/s3\/home does not show what was promised: .*Not as promised/,
    );
    inlinePolicies.delete('More');
  });

  test('a role that may not read', async () => {
    const { attachedPolicies } = roleCalled('VendorAccessRole');
    const attached = [...attachedPolicies];
    attachedPolicies.clear();
    await expect(walked(0)).rejects.toThrow(
      /^the page \/s3\/buckets\/.* does not show what was promised: .*The list of objects is denied/,
    );
    for (const arn of attached) attachedPolicies.add(arn);
  });

  test('a role that trusts nobody', async () => {
    const role = roleCalled('VendorAccessRole');
    const { trustPolicy } = role;
    role.trustPolicy = allow({
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: 'sts:AssumeRole',
    });
    await expect(walked(0)).rejects.toThrow(/^the page \/switchrole .*Not lent, because the trust policy/);
    role.trustPolicy = trustPolicy;
  });

  test('a switch that fails for another reason than the ExternalId', async () => {
    const role = roleCalled('CarefulAccessRole');
    const { trustPolicy } = role;
    role.trustPolicy = allow({
      Principal: { AWS: 'arn:aws:iam::333333333333:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'aws:RequestedRegionOfMars': 'x' } },
    });
    await expect(walked(1)).rejects.toThrow(/^the page \/switchrole does not show what was promised/);
    role.trustPolicy = trustPolicy;
  });

  test('a role that asks for an ExternalId no more', async () => {
    const role = roleCalled('CarefulAccessRole');
    role.trustPolicy = allow({
      Principal: { AWS: 'arn:aws:iam::333333333333:root' },
      Action: 'sts:AssumeRole',
    });
    await expect(walked(1)).rejects.toThrow(/^the page \/s3\/home does not show what was promised/);
  });
});
