import { type Grant, grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import type { AccessInventory, BucketEntry, RoleEntry } from '../../tools/proof/templates/inventory';
import { type Repair, repairsOf } from '../../tools/verify/repairs';
import { companyWith, shareWith, walkthroughShare } from '../lib/walkthrough-share';

interface Case {
  readonly share?: Share;
  readonly role?: Partial<RoleEntry>;
  readonly otherRole?: Partial<RoleEntry>;
  readonly bucket?: Partial<BucketEntry>;
  readonly permissionSets?: AccessInventory['permissionSets'];
  readonly readBy?: { readonly company?: string; readonly vendor?: string };
  readonly verdict?: 'holds' | 'broken' | 'not decided';
}

const BY_COMPANY = { readBy: { company: 'company' } };
const BY_VENDOR = { readBy: { vendor: 'center' } };
const SET = 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef';
const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

function repairs({
  share = walkthroughShare,
  role,
  otherRole,
  bucket,
  permissionSets = [],
  readBy = {},
  verdict = 'broken',
}: Case): Repair[] {
  const [grant] = grantsOf(share);
  const inventory: AccessInventory = {
    roles: [
      ...(otherRole === undefined ? [] : [roleEntry('Another', otherRole)]),
      ...(role === undefined ? [] : [roleEntry('VendorAccessRole', role)]),
    ],
    buckets: bucket === undefined ? [] : [bucketEntry(bucket)],
    usersAndGroups: [],
    permissionSets,
    assignments: [],
    resourcePolicies: [],
    unjudged: [],
    notProved: [],
  };
  return repairsOf({ grant: grant as Grant, share, reading: { inventory, readBy }, verdict });
}

const origin = { stack: '111111111111', logicalId: 'x', live: true };

function roleEntry(name: string, more: Partial<RoleEntry>): RoleEntry {
  const arn = `arn:aws:iam::111111111111:role/${name}`;
  const trust = { name: `trust policy of ${name}`, document: {}, origin };
  const account = '111111111111';
  const seconds = { maxSessionDuration: 3600 };
  return { arn, account, name, trust, ...seconds, policies: [], unknownPolicies: [], origin, ...more };
}

function bucketEntry(more: Partial<BucketEntry>): BucketEntry {
  return { name: 'company-shared-data-bucket-12345', account: '111111111111', origin, ...more };
}

function policy(name: string, Effect: 'Allow' | 'Deny') {
  return { name, document: { Statement: [{ Effect, Action: 's3:*', Resource: '*' }] }, origin };
}

function permissionSet(name: string, more: { olderIn?: readonly string[]; arn?: string } = {}) {
  return { arn: SET, name, instanceArn: INSTANCE, account: '222222222222', alsoCarries: [], origin, ...more };
}

const DEPLOY_COMPANY: Repair = {
  what: 'Deploy CompanyStack again, and restore what was changed outside CloudFormation:',
  command: 'npx cdk deploy CompanyStack --profile company --revert-drift',
};
const DEPLOY_VENDOR: Repair = {
  what: 'Deploy VendorStack again, and restore what was changed outside CloudFormation:',
  command: 'npx cdk deploy VendorStack --profile center --revert-drift',
};

test('where the promise holds there is nothing to repair, whatever was added', () => {
  const added = { policies: [policy('extra (inline)', 'Allow')] };
  expect(
    repairs({ role: added, readBy: { company: 'company', vendor: 'center' }, verdict: 'holds' }),
  ).toEqual([]);
});

test('each side that was read is deployed again, by its own profile; a side that was not gets no command', () => {
  expect(repairs({})).toEqual([]);
  expect(repairs(BY_COMPANY)).toEqual([DEPLOY_COMPANY]);
  expect(repairs(BY_VENDOR)).toEqual([DEPLOY_VENDOR]);
  expect(repairs({ readBy: { company: 'company', vendor: 'center' }, verdict: 'not decided' })).toEqual([
    DEPLOY_COMPANY,
    DEPLOY_VENDOR,
  ]);
});

test('a profile whose name has a space is quoted', () => {
  const [repair] = repairs({ readBy: { company: 'Acme Corp' } });
  expect(repair?.command).toBe(`npx cdk deploy CompanyStack --profile 'Acme Corp' --revert-drift`);
});

test('a vendor whose half is its own has no stack here', () => {
  const share = { ...walkthroughShare, vendors: [{ account: '222222222222' }] };
  expect(repairs({ ...BY_VENDOR, share })).toEqual([]);
});

test('of a bucket that was there before the share, the stack has the role and its policy alone', () => {
  const share = companyWith({ bucket: 'existing', seedObjects: [] });
  expect(repairs({ ...BY_COMPANY, share })).toEqual([
    {
      what: 'Deploy CompanyStack again, and restore what was changed outside CloudFormation. It does not touch what is there already: the policy, ACL, access points and key of bucket company-shared-data-bucket-12345 are corrected by hand:',
      command: 'npx cdk deploy CompanyStack --profile company --revert-drift',
    },
  ]);
});

test('a policy that denies everybody is taken off by the root user first, and no profile can', () => {
  const found = repairs({ ...BY_COMPANY, bucket: { locked: 'User: … explicit deny' } });
  expect(found).toEqual([
    {
      what: 'The bucket policy denies everybody, the company’s administrators included. Only the root user of account 111111111111 can still delete or replace it. Sign in to the console as the root user, open CloudShell, and type:',
      command: 'aws s3api delete-bucket-policy --bucket company-shared-data-bucket-12345',
    },
    DEPLOY_COMPANY,
  ]);
  expect(repairs({ ...BY_COMPANY, bucket: {} })).toEqual([DEPLOY_COMPANY]);
});

test('inline policies of the lent role are taken off by name; a Deny is only shown', () => {
  const policies = [
    policy('VendorS3AccessPolicy', 'Allow'),
    policy('extra (inline)', 'Allow'),
    policy('its own (inline)', 'Deny'),
    policy('AWSRevokeOlderSessions (inline)', 'Deny'),
    policy('not (inline) at the end', 'Allow'),
  ];
  expect(repairs({ ...BY_COMPANY, role: { policies }, otherRole: { policies } })).toEqual([
    {
      what: 'Delete the inline policy extra of the role; the stack did not create it:',
      command:
        'aws iam delete-role-policy --role-name VendorAccessRole --policy-name extra --profile company',
    },
    {
      what: 'The inline policy its own of the role denies something, and the stack did not create it. Look at it, and ask who put it there, and why; whether it stays is for them to decide:',
      command: `aws iam get-role-policy --role-name VendorAccessRole --policy-name 'its own' --profile company`,
    },
    DEPLOY_COMPANY,
  ]);
});

test('policies of other roles are no repair of this one', () => {
  const otherRole = { policies: [policy('extra (inline)', 'Allow')] };
  expect(repairs({ ...BY_COMPANY, otherRole })).toEqual([DEPLOY_COMPANY]);
});

describe('a boundary', () => {
  const command = 'aws iam delete-role-permissions-boundary --role-name VendorAccessRole --profile company';

  test('that somebody set by hand is deleted, by name where it has one', () => {
    const named = { boundary: policy('Limit', 'Allow') };
    expect(repairs({ ...BY_COMPANY, role: named })).toEqual([
      {
        what: 'Delete the permissions boundary Limit of the role; the stack did not set it:',
        command,
      },
      DEPLOY_COMPANY,
    ]);
    const unknown = { boundary: { unknownPolicy: 'arn:aws:iam::111111111111:policy/Limit' } };
    expect(repairs({ ...BY_COMPANY, role: unknown })).toEqual([
      { what: 'Delete the permissions boundary of the role; the stack did not set it:', command },
      DEPLOY_COMPANY,
    ]);
  });

  test('that the share has is the stack’s', () => {
    const share = companyWith({ permissionsBoundary: 'arn:aws:iam::111111111111:policy/Limit' });
    const role = { boundary: policy('Limit', 'Allow') };
    expect(repairs({ ...BY_COMPANY, share, role })).toEqual([DEPLOY_COMPANY]);
  });
});

describe('a permission set', () => {
  const provision = {
    what: 'Provision the permission set as it is written now:',
    command: `aws sso-admin provision-permission-set --instance-arn ${INSTANCE} --permission-set-arn ${SET} --target-type ALL_PROVISIONED_ACCOUNTS --profile center`,
  };

  test('that waits in some account is provisioned', () => {
    const permissionSets = [
      permissionSet('Another', { olderIn: ['222222222222'], arn: 'arn:another' }),
      permissionSet('AllowAssumeCompanyRole', { olderIn: ['222222222222'] }),
    ];
    expect(repairs({ ...BY_VENDOR, permissionSets })).toEqual([DEPLOY_VENDOR, provision]);
  });

  test('that waits nowhere, or is another, is not', () => {
    const share = shareWith({ permissionSetName: 'Borrow' });
    const waiting = permissionSet('AllowAssumeCompanyRole', { olderIn: ['222222222222'] });
    const done = permissionSet('AllowAssumeCompanyRole');
    expect(repairs({ ...BY_VENDOR, permissionSets: [done] })).toEqual([DEPLOY_VENDOR]);
    expect(repairs({ ...BY_VENDOR, permissionSets: [waiting], share })).toEqual([DEPLOY_VENDOR]);
    expect(repairs({ ...BY_COMPANY, permissionSets: [waiting] })).toEqual([DEPLOY_COMPANY]);
  });
});
