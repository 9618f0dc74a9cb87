import { IdentitystoreClient } from '@aws-sdk/client-identitystore';
import { type InstanceMetadata, SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { grantsOf } from '../../lib/share/grant';
import type { Vendor } from '../../lib/share/share';
import { share as shipped } from '../../parameters';
import { lookUp, type LookupResult } from '../../tools/lookup/lookup';
import { type Aws, type Refusal, startAws } from './aws';

const VENDOR = '222222222222';
const MANAGEMENT = '333333333333';
const DELEGATED = '444444444444';

/** The instance of parameters.ts, as its organization runs it in the vendor account. */
const ORGANIZATION: InstanceMetadata = {
  InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  IdentityStoreId: 'd-1234567890',
  OwnerAccountId: VENDOR,
  Status: 'ACTIVE',
};
const ACCOUNT_INSTANCE: InstanceMetadata = {
  ...ORGANIZATION,
  InstanceArn: 'arn:aws:sso:::instance/ssoins-aaaaaaaaaaaaaaaa',
};

/** The vendor account asks, unless it is said who does. */
type Situation = Omit<Aws, 'caller'> &
  Partial<Pick<Aws, 'caller'>> & { readonly vendor?: Partial<Vendor> | 'by account' };

function vendorOf(changes: Situation['vendor']): Vendor {
  if (changes === 'by account') return { account: VENDOR };
  const [vendor] = shipped.vendors;
  return { ...vendor!, ...changes };
}

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListPermissionSets.html, "Errors" */
const notOrganization: Refusal = {
  code: 'ValidationException',
  message: 'The operation is not supported for this instance type',
};
const notAuthorized: Refusal = {
  code: 'AccessDeniedException',
  message: 'User is not authorized to perform: sso:ListPermissionSets',
};

/** Starts this AWS on localhost, and looks up in it what the vendor of parameters.ts needs. */
async function lookedUp({ vendor: changes, ...aws }: Situation): Promise<LookupResult> {
  const { url, stop } = await startAws({ caller: VENDOR, ...aws });
  const config = {
    endpoint: url,
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  const clients = {
    sts: new STSClient(config),
    ssoAdmin: new SSOAdminClient(config),
    identityStore: new IdentitystoreClient(config),
  };
  const [grant] = grantsOf({ ...shipped, vendors: [vendorOf(changes)] });
  try {
    return await lookUp({
      grant: grant!,
      region: 'ap-northeast-1',
      groups: [],
      users: [],
      clients,
      options: () => ({ abortSignal: AbortSignal.timeout(5_000) }),
    });
  } finally {
    for (const client of Object.values(clients)) client.destroy();
    stop();
  }
}

beforeAll(() => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
});

test('the vendor’s own organization instance is taken without a remark', async () => {
  expect(await lookedUp({ instances: [ORGANIZATION] })).toEqual({
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      identityStoreId: 'd-1234567890',
      region: 'ap-northeast-1',
      startUrl: 'https://vendor.awsapps.com/start',
    },
    assignees: [],
    remarks: [],
  });
});

test('a vendor of which only the account is known gets the first address of the portal, and a remark', async () => {
  expect(await lookedUp({ instances: [ORGANIZATION], vendor: 'by account' })).toEqual({
    identityCenter: {
      instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      identityStoreId: 'd-1234567890',
      region: 'ap-northeast-1',
      startUrl: 'https://d-1234567890.awsapps.com/start',
    },
    assignees: [],
    remarks: [
      'startUrl is the first address of the portal; if the portal was given a name of its own, use that address',
    ],
  });
});

describe('for several accounts', () => {
  const several = { instances: [ORGANIZATION], vendor: { account: [VENDOR, MANAGEMENT] } };

  test('the account that runs Identity Center is always written down', async () => {
    const { identityCenter, remarks } = await lookedUp(several);
    expect(identityCenter.account).toBe(VENDOR);
    expect(remarks).toEqual([]);
  });

  test('a profile of none of them is remarked on', async () => {
    const { remarks } = await lookedUp({ ...several, caller: DELEGATED });
    expect(remarks[0]).toMatch(
      /this profile is of account 444444444444, and vendors\[0\]\.account are 222222222222 and 333333333333/,
    );
  });
});

test('an account instance alone is refused: it has no permission sets', async () => {
  const only: Situation = { instances: [ACCOUNT_INSTANCE] };
  const arn = ACCOUNT_INSTANCE.InstanceArn!;
  const refused =
    /ssoins-aaaaaaaaaaaaaaaa of account 222222222222: an account instance[\s\S]*need an organization instance/;
  // WHEN AWS says so in the answer to ListPermissionSets
  await expect(lookedUp({ ...only, refusesPermissionSets: { [arn]: notOrganization } })).rejects.toThrow(
    refused,
  );
  // OR in the answer to DescribeInstance
  await expect(lookedUp({ ...only, permissionSetsEnabled: { [arn]: false } })).rejects.toThrow(refused);
});

test('beside an account instance the organization instance is taken, wherever it stands in the list', async () => {
  for (const instances of [
    [ACCOUNT_INSTANCE, ORGANIZATION],
    [ORGANIZATION, ACCOUNT_INSTANCE],
  ]) {
    const { identityCenter } = await lookedUp({
      instances,
      refusesPermissionSets: { [ACCOUNT_INSTANCE.InstanceArn!]: notOrganization },
    });
    expect(identityCenter.instanceArn).toBe(ORGANIZATION.InstanceArn);
  }
});

test('a member account sees the organization’s instance and is sent to the account that runs it', async () => {
  const instance = { ...ORGANIZATION, OwnerAccountId: MANAGEMENT };
  await expect(
    lookedUp({
      instances: [instance],
      refusesPermissionSets: { [instance.InstanceArn!]: notAuthorized },
    }),
  ).rejects.toThrow(
    /of account 333333333333: an organization instance that this account does not administer[\s\S]*profile of the owner account/,
  );
});

test('the owner who may not list permission sets is told that, and not that the instance is of the wrong kind', async () => {
  await expect(
    lookedUp({
      instances: [ORGANIZATION],
      refusesPermissionSets: { [ORGANIZATION.InstanceArn!]: notAuthorized },
    }),
  ).rejects.toThrow(/may not list[\s\S]*sso:ListPermissionSets/);
});

test('an instance that is still being made is not taken', async () => {
  await expect(lookedUp({ instances: [{ ...ORGANIZATION, Status: 'CREATE_IN_PROGRESS' }] })).rejects.toThrow(
    /not active \(its status is CREATE_IN_PROGRESS\)\nwait until it is active/,
  );
});

test('no instance at all says so, with the region and the account', async () => {
  await expect(lookedUp({ instances: [] })).rejects.toThrow(
    '--region ap-northeast-1: account 222222222222 sees no Identity Center instance there',
  );
});

describe('a delegated administrator', () => {
  const instances = [{ ...ORGANIZATION, OwnerAccountId: MANAGEMENT }];

  test('finds the instance for a member account, and is written down as the account that runs it', async () => {
    const { identityCenter, remarks } = await lookedUp({ caller: DELEGATED, instances });
    expect(identityCenter.account).toBe(DELEGATED);
    expect(remarks).toEqual([
      expect.stringMatching(
        /this profile is of account 444444444444, and vendors\[0\]\.account is 222222222222/,
      ),
    ]);
  });

  test('is warned when the target is the management account, where it cannot manage permission sets', async () => {
    const { remarks } = await lookedUp({ caller: DELEGATED, instances, vendor: { account: MANAGEMENT } });
    expect(remarks).toContainEqual(
      expect.stringMatching(
        /333333333333 is the organization’s management account[\s\S]*use a profile of 333333333333/,
      ),
    );
  });

  test('the management account itself is not warned', async () => {
    const { remarks } = await lookedUp({ caller: MANAGEMENT, instances, vendor: { account: MANAGEMENT } });
    expect(remarks).toEqual([]);
  });
});
