import { grantsOf } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { readDeployed } from '../../../tools/verify/deployed/read-deployed';
import type { ProvedTemplates } from '../../../tools/verify/deployed/read-stacks';
import type { SignedIn, WalkthroughRole } from '../../../tools/verify/sign-in';
import {
  AS_PROMISED,
  BUCKET,
  CENTER,
  COMPANY,
  DENIED,
  encryption,
  INSTANCE,
  PERMISSION_SET,
  share as SHARE,
  templates,
  VENDOR,
} from './deployed-share';
import { type Answers, fakeAws } from './fake-aws';
import { MUCH } from './much-deployed';
import { json, jsonError, queryError, s3Error, xml } from './said';

const KEY = `arn:aws:kms:ap-northeast-1:${COMPANY}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

interface Asked {
  readonly share?: Share;
  readonly profiles?: readonly ('company' | 'center')[];
  readonly proved?: ProvedTemplates;
  readonly borrowerReads?: boolean;
  readonly role?: WalkthroughRole;
}

function read(
  answers: Answers,
  {
    share = SHARE,
    profiles = ['company', 'center'],
    proved = { stacks: templates },
    borrowerReads = false,
    role: given,
  }: Asked = {},
) {
  const aws = fakeAws();
  aws.become(answers);
  const readers = profiles.map((profile): SignedIn => {
    const account = profile === 'company' ? COMPANY : CENTER;
    const role = given ?? (profile === 'company' ? 'company principal' : 'identity center principal');
    return {
      profile,
      account,
      arn: `arn:aws:iam::${account}:user/admin`,
      role,
      clients: aws.connection.asProfile(profile),
    };
  });
  const [grant] = grantsOf(share);
  return readDeployed(readers, {
    grant: grant!,
    share,
    timeout: 5000,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-26T00:00:00Z'),
    templates: proved,
    borrowerReads,
  });
}

const GIVEN: Share = { ...SHARE, company: { ...SHARE.company, bucket: 'existing', seedObjects: [] } };
const seen = (logicalId: string, stack = COMPANY) => ({ stack, logicalId, live: true });
const promised = (logicalId: string, stack = COMPANY) => ({ stack, logicalId });

test('everything that is there is read', async () => {
  const reading = await read(MUCH);

  // The role, with all that is attached to it.
  expect(reading.inventory.roles).toEqual([
    {
      arn: 'arn:aws:iam::111111111111:role/lent/VendorAccessRole',
      account: COMPANY,
      name: 'VendorAccessRole',
      trust: {
        name: 'trust policy of VendorAccessRole',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowVendorAccountAssumeRole',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::222222222222:root' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
        origin: seen('VendorAccessRole'),
      },
      maxSessionDuration: 7200,
      policies: [
        {
          name: 'extra (inline)',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
          },
          origin: seen('VendorAccessRole'),
        },
        {
          name: 'VendorS3AccessPolicy',
          document: { which: 'reads v7' },
          origin: seen('VendorS3AccessPolicy'),
        },
      ],
      unknownPolicies: [],
      boundary: {
        name: 'Limit',
        document: { which: 'limit v7' },
        origin: seen('Limit'),
      },
      origin: seen('VendorAccessRole'),
    },
  ]);

  // The bucket, with every setting.
  expect(reading.inventory.buckets).toEqual([
    {
      name: BUCKET,
      account: COMPANY,
      policy: {
        name: 'bucket policy of company-shared-data-bucket-12345',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 's3:GetObject',
              Resource: '*',
            },
          ],
        },
        origin: seen(BUCKET),
      },
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: false,
      },
      ownership: 'ObjectWriter',
      encryption: 'aws:kms:dsse',
      encryptionKey: KEY,
      acl: 'READ to http://acs.amazonaws.com/groups/global/AllUsers, WRITE to fedcba9876543210',
      hides: [
        'its lifecycle rule "thirty days" deletes objects',
        'its lifecycle rule "thirty days" moves objects to GLACIER',
        'its lifecycle rule without a name deletes objects',
        'its lifecycle rule without a name moves objects to DEEP_ARCHIVE',
        'its intelligent tiering "cold" moves objects to ARCHIVE_ACCESS',
        'its intelligent tiering "cold" moves objects to DEEP_ARCHIVE_ACCESS',
      ],
      sends: [
        {
          what: 'its replication rule "all" copies objects',
          to: 'bucket elsewhere',
          bucketName: 'elsewhere',
          account: '333333333333',
        },
        {
          what: 'its replication rule "" copies objects',
          to: 'bucket company-backup',
          bucketName: 'company-backup',
          account: COMPANY,
        },
        {
          what: 'its inventory "weekly" lists all objects',
          to: 'bucket lists',
          bucketName: 'lists',
          account: '333333333333',
        },
        {
          what: 'its analysis "classes" reports on objects',
          to: 'bucket statistics',
          bucketName: 'statistics',
          account: '333333333333',
        },
        {
          what: 'its access logs go',
          to: 'bucket logs',
          bucketName: 'logs',
          account: COMPANY,
        },
        {
          what: 'its access logs give READ',
          to: 'http://acs.amazonaws.com/groups/global/AllUsers',
        },
        { what: 'its access logs give WRITE', to: 'fedcba' },
        {
          what: 'its notifications go',
          to: 'arn:aws:sns:ap-northeast-1:333333333333:t',
          account: '333333333333',
        },
        {
          what: 'its notifications go',
          to: 'arn:aws:sqs:ap-northeast-1:111111111111:q',
          account: COMPANY,
        },
        {
          what: 'its notifications go',
          to: 'arn:aws:lambda:ap-northeast-1:111111111111:function:f',
          account: COMPANY,
        },
      ],
      accessGrants: [
        {
          id: 'grant-0',
          grantee: 'arn:aws:iam::333333333333:role/R',
          account: '333333333333',
          permission: 'READ',
          scope: 's3://company-shared-data-bucket-12345/in/*',
        },
        {
          id: 'grant-1',
          grantee: 'directory user user-id',
          permission: 'READ',
          scope: 's3://*',
        },
        {
          id: 'grant-2',
          grantee: 'directory group group-id',
          permission: 'READ',
          scope: 's3://company-shared-data-bucket-12345*',
        },
        {
          id: 'grant-3',
          grantee: 'grantee other-id',
          permission: 'READ',
          scope: 's3://company-shared-data-bucket-12345/a.txt',
        },
      ],
      origin: seen(BUCKET),
    },
  ]);

  // Its access points; one without a policy lets nobody in.
  expect(reading.inventory.resourcePolicies).toEqual([
    {
      resource: 'access point reports',
      arn: 'arn:aws:s3:ap-northeast-1:111111111111:accesspoint/reports',
      account: COMPANY,
      policy: {
        name: 'policy of the access point reports',
        document: { Version: '2012-10-17', Statement: [{ of: 'reports' }] },
        origin: seen('access point reports'),
      },
    },
    {
      resource: 'access point bare',
      arn: 'access point bare',
      account: COMPANY,
      policy: {
        name: 'policy of the access point bare',
        document: { Version: '2012-10-17', Statement: [{ of: 'bare' }] },
        origin: seen('access point bare'),
      },
    },
  ]);

  // The permission set of this name, all that it carries, and who has it in every account.
  expect(reading.inventory.permissionSets).toEqual([
    {
      arn: PERMISSION_SET,
      name: 'AllowAssumeCompanyRole',
      instanceArn: INSTANCE,
      account: CENTER,
      sessionDuration: 'PT8H',
      inlinePolicy: {
        name: 'inline policy of AllowAssumeCompanyRole',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowAssumeCompanyRole',
              Effect: 'Allow',
              Action: 'sts:AssumeRole',
              Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
            },
          ],
        },
        origin: seen('AllowAssumeCompanyRole', CENTER),
      },
      alsoCarries: [
        'managed policy arn:aws:iam::aws:policy/ReadOnlyAccess',
        'customer managed policy Ours',
        'boundary Limit',
        'an older version of itself, in force in account 222222222222 until it is provisioned there',
      ],
      olderIn: [VENDOR],
      origin: seen('AllowAssumeCompanyRole', CENTER),
    },
  ]);
  expect(reading.inventory.assignments).toEqual([
    {
      principalType: 'USER',
      principalId: 'u-222222222222',
      targetAccount: VENDOR,
      permissionSetArn: PERMISSION_SET,
      instanceArn: INSTANCE,
      account: CENTER,
      origin: seen('AllowAssumeCompanyRole', CENTER),
    },
    {
      principalType: 'USER',
      principalId: 'u-555555555555',
      targetAccount: '555555555555',
      permissionSetArn: PERMISSION_SET,
      instanceArn: INSTANCE,
      account: CENTER,
      origin: seen('AllowAssumeCompanyRole', CENTER),
    },
  ]);

  // The account’s other roles, and the templates.
  expect(reading.otherRoles).toEqual({
    roles: [
      {
        name: 'Partner',
        path: '/partners/',
        trust: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'AllowVendorAccountAssumeRole',
              Effect: 'Allow',
              Principal: { AWS: 'arn:aws:iam::333333333333:root' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
      },
    ],
    entrances: [{ role: 'Partner', who: ['account 333333333333'], conditions: [] }],
  });
  expect(reading.stacks).toEqual([
    { name: 'CompanyStack', account: COMPANY, differences: [], result: 'as proved' },
    { name: 'VendorStack', account: CENTER, differences: [], result: 'as proved' },
  ]);

  // And what was read, by whom, is told.
  const { inventory, ...told } = reading;
  expect(told).toMatchObject({
    sides: ['company', 'vendor'],
    readBy: { company: 'company', vendor: 'center' },
    vendorsOwn: false,
    read: [
      'role VendorAccessRole: its trust policy and everything attached to it',
      'bucket company-shared-data-bucket-12345: ACL, policy, public-access block, ownership, encryption, lifecycle, intelligent tiering, replication, inventories, analyses, access logs, notifications, website, whose the buckets are that it sends something to',
      'access points of bucket company-shared-data-bucket-12345',
      'permission set AllowAssumeCompanyRole: everything it carries and everyone who has it',
      'the template of stack CompanyStack',
      'the template of stack VendorStack',
      'access grants on bucket company-shared-data-bucket-12345',
    ],
    notRead: [],
    notLookedAt: [
      'the public-access block of account 111111111111 as a whole: it can only take more away than the bucket’s own',
      'Multi-Region Access Points, Object Lambda access points and metadata tables of the bucket',
      'what other buckets put into this one: their access logs, inventories and copies',
      'policies of the organizations',
    ],
    suspensions: [],
    otherReaders: [],
    unreadable: [],
    restsOn: [
      'account 111111111111: whoever can write to the bucket cdk-hnb659fds-assets-111111111111-ap-northeast-1, or use the roles cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1 and cdk-hnb659fds-file-publishing-role-111111111111-ap-northeast-1, can have something else deployed at any time.',
      'account 444444444444: whoever can write to the bucket cdk-hnb659fds-assets-444444444444-ap-northeast-1, or use the roles cdk-hnb659fds-deploy-role-444444444444-ap-northeast-1 and cdk-hnb659fds-file-publishing-role-444444444444-ap-northeast-1, can have something else deployed at any time.',
    ],
  });
  expect(inventory).toMatchObject({
    usersAndGroups: [],
    unjudged: [],
    notProved: told.notLookedAt,
    live: true,
  });
});

describe('a bucket that was there before the share', () => {
  test('is read with all that others have of it', async () => {
    const reading = await read(MUCH, { share: GIVEN, profiles: ['company'] });

    // Has other readers, who are set apart.
    expect(reading.otherReaders).toEqual([
      'account 333333333333 (bucket policy of company-shared-data-bucket-12345, statement 1: s3:GetObject)',
      'account 333333333333 (its replication rule "all" copies objects to bucket elsewhere)',
      'account 333333333333 (its inventory "weekly" lists all objects to bucket lists)',
      'account 333333333333 (its analysis "classes" reports on objects to bucket statistics)',
      'account 333333333333 (its notifications go to arn:aws:sns:ap-northeast-1:333333333333:t)',
      'arn:aws:iam::333333333333:role/R (S3 Access Grants: READ on s3://company-shared-data-bucket-12345/in/*)',
    ]);
    expect(reading.inventory.buckets).toEqual([
      {
        name: BUCKET,
        account: COMPANY,
        publicAccessBlock: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: true,
          restrictPublicBuckets: false,
        },
        ownership: 'ObjectWriter',
        encryption: 'aws:kms:dsse',
        encryptionKey: KEY,
        hides: [],
        origin: seen(BUCKET),
        sends: [
          {
            what: 'its replication rule "" copies objects',
            to: 'bucket company-backup',
            bucketName: 'company-backup',
            account: COMPANY,
          },
          {
            what: 'its access logs go',
            to: 'bucket logs',
            bucketName: 'logs',
            account: COMPANY,
          },
          {
            what: 'its access logs give READ',
            to: 'http://acs.amazonaws.com/groups/global/AllUsers',
          },
          { what: 'its access logs give WRITE', to: 'fedcba' },
          {
            what: 'its notifications go',
            to: 'arn:aws:sqs:ap-northeast-1:111111111111:q',
            account: COMPANY,
          },
          {
            what: 'its notifications go',
            to: 'arn:aws:lambda:ap-northeast-1:111111111111:function:f',
            account: COMPANY,
          },
        ],
        accessGrants: [
          {
            id: 'grant-1',
            grantee: 'directory user user-id',
            permission: 'READ',
            scope: 's3://*',
          },
          {
            id: 'grant-2',
            grantee: 'directory group group-id',
            permission: 'READ',
            scope: 's3://company-shared-data-bucket-12345*',
          },
          {
            id: 'grant-3',
            grantee: 'grantee other-id',
            permission: 'READ',
            scope: 's3://company-shared-data-bucket-12345/a.txt',
          },
        ],
      },
    ]);

    // May take objects away, or have some that the role cannot read.
    expect(reading.unreadable).toEqual([
      'of the first 9 objects, 7 are owned by other accounts, and the role cannot read them: in/1.csv, in/2.csv, in/3.csv, in/4.csv, in/5.csv and 2 more',
      'the bucket company-shared-data-bucket-12345: its lifecycle rule "thirty days" deletes objects, and the role can then no longer read them',
      'the bucket company-shared-data-bucket-12345: its lifecycle rule "thirty days" moves objects to GLACIER, and the role can then no longer read them',
      'the bucket company-shared-data-bucket-12345: its lifecycle rule without a name deletes objects, and the role can then no longer read them',
      'the bucket company-shared-data-bucket-12345: its lifecycle rule without a name moves objects to DEEP_ARCHIVE, and the role can then no longer read them',
      'the bucket company-shared-data-bucket-12345: its intelligent tiering "cold" moves objects to ARCHIVE_ACCESS, and the role can then no longer read them',
      'the bucket company-shared-data-bucket-12345: its intelligent tiering "cold" moves objects to DEEP_ARCHIVE_ACCESS, and the role can then no longer read them',
    ]);

    // An ACL entry of somebody whom S3 does not name is not judged.
    expect(reading.inventory.unjudged).toEqual([
      {
        what: 'the bucket company-shared-data-bucket-12345: its ACL gives WRITE to fedcba9876543210, and S3 does not say whose that is. The vendor finds its own with `aws s3api list-buckets --query Owner.ID`.',
        origin: seen(BUCKET),
      },
    ]);
  });

  test('is looked through prefix by prefix where only these are shared', async () => {
    const vendors = [{ ...GIVEN.vendors[0]!, prefixes: ['in/', 'out/'] }] as const;
    const { unreadable } = await read(MUCH, { share: { ...GIVEN, vendors }, profiles: ['company'] });
    expect(unreadable.slice(0, 2)).toEqual([
      'of the first 9 objects under in/, 7 are owned by other accounts, and the role cannot read them: in/1.csv, in/2.csv, in/3.csv, in/4.csv, in/5.csv and 2 more',
      'of the first 9 objects under out/, 7 are owned by other accounts, and the role cannot read them: in/1.csv, in/2.csv, in/3.csv, in/4.csv, in/5.csv and 2 more',
    ]);
  });

  test.each([
    [
      'where ACLs are off',
      {
        's3 GET ?ownershipControls': xml(
          'OwnershipControls',
          '<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>',
        ),
      },
    ],
    [
      'where all objects are the bucket owner’s',
      {
        's3 GET ?list-type': xml(
          'ListBucketResult',
          '<Contents><Key>in/0.csv</Key><Owner><ID>0123456789abcdef</ID></Owner></Contents>',
        ),
      },
    ],
    ['where there are none', { 's3 GET ?list-type': xml('ListBucketResult') }],
  ])('has no objects of others %s', async (_, answers) => {
    const { unreadable } = await read({ ...MUCH, ...answers }, { share: GIVEN, profiles: ['company'] });
    expect(unreadable.filter((one) => one.startsWith('of the first'))).toEqual([]);
  });

  test('gives nothing by an ACL that is off; nor to everyone where that is ignored', async () => {
    const off = await read(
      {
        ...MUCH,
        's3 GET ?ownershipControls': xml(
          'OwnershipControls',
          '<Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule>',
        ),
      },
      { share: GIVEN, profiles: ['company'] },
    );
    expect(off.inventory.unjudged).toEqual([]);
    const ignored = { share: GIVEN, profiles: ['company'] } as const;
    const told = await read(
      { ...MUCH, 's3 GET ?publicAccessBlock': s3Error('NoSuchPublicAccessBlockConfiguration') },
      ignored,
    );
    expect(told.inventory.buckets[0]?.acl).toBe('READ to http://acs.amazonaws.com/groups/global/AllUsers');
    expect((await read(MUCH, ignored)).inventory.buckets[0]).not.toHaveProperty('acl');
  });
});

test('the key is the one that the bucket names where the stack made it, with its policy', async () => {
  const share: Share = { ...SHARE, company: { ...SHARE.company, kmsKey: 'make' } };
  const { inventory, read: what } = await read(
    { ...MUCH, 's3 GET ?encryption': encryption('aws:kms', KEY) },
    { share, profiles: ['company'] },
  );
  expect(inventory.resourcePolicies.at(-1)).toEqual({
    resource: 'KMS key 1234abcd-12ab-34cd-56ef-1234567890ab',
    arn: KEY,
    account: COMPANY,
    policy: {
      name: 'policy of the KMS key 1234abcd-12ab-34cd-56ef-1234567890ab',
      document: { Version: '2012-10-17', Statement: [{ of: 'the key' }] },
      origin: seen('KMS key 1234abcd-12ab-34cd-56ef-1234567890ab'),
    },
  });
  expect(what).toContain('KMS key 1234abcd-12ab-34cd-56ef-1234567890ab: its policy');
});

test('what may not be read is told, and stands in the inventory as it was promised', async () => {
  const denied = (asked: string) => {
    if (asked.startsWith('s3')) return DENIED.s3;
    return /^(iam|cloudformation)/.test(asked) ? DENIED.query : jsonError('AccessDeniedException', 'no');
  };
  const share: Share = {
    ...SHARE,
    company: { ...SHARE.company, kmsKey: KEY, permissionsBoundary: `arn:aws:iam::${COMPANY}:policy/Limit` },
  };
  const reading = await read(Object.fromEntries(Object.keys(MUCH).map((asked) => [asked, denied(asked)])), {
    share,
  });

  // Is told, thing by thing.
  expect(reading.read).toEqual([]);
  expect(reading.notRead).toEqual([
    'role VendorAccessRole: its trust policy and everything attached to it: this profile may not read it',
    'bucket company-shared-data-bucket-12345: ACL, policy, public-access block, ownership, encryption, lifecycle, intelligent tiering, replication, inventories, analyses, access logs, notifications, website: this profile may not read it',
    'access points of bucket company-shared-data-bucket-12345: this profile may not read it',
    'permission set AllowAssumeCompanyRole: everything it carries and everyone who has it: this profile may not read it',
    'the template of stack CompanyStack: this profile may not read it',
    'the template of stack VendorStack: this profile may not read it',
    'access grants on bucket company-shared-data-bucket-12345: this profile may not read it',
    'KMS key 1234abcd-12ab-34cd-56ef-1234567890ab: its policy: this profile may not read it',
  ]);
  expect(reading.inventory.notProved).toEqual([...reading.notLookedAt, ...reading.notRead]);
  expect(reading.stacks).toEqual([
    { name: 'CompanyStack', account: COMPANY, differences: [], result: 'not read' },
    { name: 'VendorStack', account: CENTER, differences: [], result: 'not read' },
  ]);
  expect(reading.otherRoles).toEqual({
    roles: [],
    entrances: [],
    notRead: 'the other roles of account 111111111111: this profile may not read it',
  });

  // Stands in the inventory as it was promised.
  const { roles, buckets, resourcePolicies, permissionSets, assignments } = reading.inventory;
  expect({ roles, buckets, resourcePolicies, permissionSets, assignments }).toEqual({
    roles: [
      {
        arn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
        account: COMPANY,
        name: 'VendorAccessRole',
        trust: {
          name: 'trust policy of VendorAccessRole',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'AllowVendorAccountAssumeRole',
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::222222222222:root' },
                Action: 'sts:AssumeRole',
              },
            ],
          },
          origin: promised('VendorAccessRole'),
        },
        maxSessionDuration: 3600,
        policies: [
          {
            name: 'VendorS3AccessPolicy',
            document: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'AllowS3BucketListAccess',
                  Effect: 'Allow',
                  Action: 's3:ListBucket',
                  Resource: 'arn:aws:s3:::company-shared-data-bucket-12345',
                },
                {
                  Sid: 'AllowS3ObjectReadAccess',
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::company-shared-data-bucket-12345/*',
                },
                {
                  Sid: 'AllowKmsDecryptThroughS3',
                  Effect: 'Allow',
                  Action: 'kms:Decrypt',
                  Resource: KEY,
                  Condition: {
                    StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' },
                    StringLike: {
                      'kms:EncryptionContext:aws:s3:arn': [
                        'arn:aws:s3:::company-shared-data-bucket-12345',
                        'arn:aws:s3:::company-shared-data-bucket-12345/*',
                      ],
                    },
                  },
                },
              ],
            },
            origin: promised('VendorS3AccessPolicy'),
          },
        ],
        unknownPolicies: [],
        boundary: { unknownPolicy: 'arn:aws:iam::111111111111:policy/Limit' },
        origin: promised('VendorAccessRole'),
      },
    ],
    buckets: [
      {
        name: BUCKET,
        account: COMPANY,
        policy: {
          name: 'bucket policy of company-shared-data-bucket-12345',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: [
                  'arn:aws:s3:::company-shared-data-bucket-12345',
                  'arn:aws:s3:::company-shared-data-bucket-12345/*',
                ],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              },
              {
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: [
                  'arn:aws:s3:::company-shared-data-bucket-12345',
                  'arn:aws:s3:::company-shared-data-bucket-12345/*',
                ],
                Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
              },
            ],
          },
          origin: promised(BUCKET),
        },
        publicAccessBlock: {
          blockPublicAcls: true,
          ignorePublicAcls: true,
          blockPublicPolicy: true,
          restrictPublicBuckets: true,
        },
        ownership: 'BucketOwnerEnforced',
        encryption: 'aws:kms',
        encryptionKey: KEY,
        hides: [],
        sends: [],
        accessGrants: [],
        origin: seen(BUCKET),
      },
    ],
    resourcePolicies: [
      {
        resource: 'KMS key 1234abcd-12ab-34cd-56ef-1234567890ab',
        arn: KEY,
        account: COMPANY,
        policy: {
          name: 'policy of the KMS key 1234abcd-12ab-34cd-56ef-1234567890ab',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: 'arn:aws:iam::111111111111:root' },
                Action: 'kms:*',
                Resource: '*',
              },
            ],
          },
          origin: promised('KMS key 1234abcd-12ab-34cd-56ef-1234567890ab'),
        },
      },
    ],
    permissionSets: [
      {
        arn: 'AllowAssumeCompanyRole',
        name: 'AllowAssumeCompanyRole',
        instanceArn: INSTANCE,
        account: CENTER,
        sessionDuration: 'PT1H',
        inlinePolicy: {
          name: 'inline policy of AllowAssumeCompanyRole',
          document: {
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'AllowAssumeCompanyRole',
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
              },
            ],
          },
          origin: promised('AllowAssumeCompanyRole', CENTER),
        },
        alsoCarries: [],
        origin: promised('AllowAssumeCompanyRole', CENTER),
      },
    ],
    assignments: [
      {
        permissionSetArn: 'AllowAssumeCompanyRole',
        instanceArn: INSTANCE,
        account: CENTER,
        principalType: 'GROUP',
        principalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
        targetAccount: VENDOR,
        origin: promised('AllowAssumeCompanyRole', CENTER),
      },
    ],
  });
});

test('without a profile of either side nothing is read, and all is as promised', async () => {
  const reading = await read(MUCH, { profiles: [] });
  expect(reading).toMatchObject({ sides: [], readBy: {}, read: [], notRead: [], stacks: [], restsOn: [] });
  expect(reading).not.toHaveProperty('otherRoles');
  expect(reading.notLookedAt).toEqual([
    'the company’s side, the role and the bucket: no profile that could read it in account 111111111111 was given',
    'the vendor’s side, the permission set and its assignments: no profile that could read it in account 444444444444 was given',
    'policies of the organizations',
  ]);
  expect(reading.inventory.buckets).toEqual([
    {
      name: BUCKET,
      account: COMPANY,
      policy: {
        name: 'bucket policy of company-shared-data-bucket-12345',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [
                'arn:aws:s3:::company-shared-data-bucket-12345',
                'arn:aws:s3:::company-shared-data-bucket-12345/*',
              ],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [
                'arn:aws:s3:::company-shared-data-bucket-12345',
                'arn:aws:s3:::company-shared-data-bucket-12345/*',
              ],
              Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
            },
          ],
        },
        origin: promised(BUCKET),
      },
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: true,
        restrictPublicBuckets: true,
      },
      ownership: 'BucketOwnerEnforced',
      origin: promised(BUCKET),
    },
  ]);
  expect(reading.inventory.resourcePolicies).toEqual([]);
});

test.each(['borrower', 'vendor user', 'stranger'] as const)(
  'a profile of a %s reads nothing here',
  async (role) => {
    const { sides } = await read(MUCH, { role });
    expect(sides).toEqual(role === 'stranger' ? ['company', 'vendor'] : []);
  },
);

test('of a vendor whose half is its own there is nothing to read', async () => {
  const share: Share = { ...SHARE, vendors: [{ account: VENDOR }] };
  const reading = await read(MUCH, { share });
  expect(reading).toMatchObject({ sides: ['company'], vendorsOwn: true });
  expect(reading.notLookedAt).toContain(
    'the vendor’s side: it is the vendor’s own, and the share promises nothing about it; the role’s trust policy says which of its principals may assume the role',
  );
  expect(reading.inventory).toMatchObject({ permissionSets: [], assignments: [] });
});

test('without templates there is nothing to compare the stacks with', async () => {
  const { notRead, stacks, restsOn } = await read(MUCH, {
    proved: { stacks: [], problem: 'they break the promise' },
  });
  expect(notRead).toEqual([
    'the templates of the stacks, because there is nothing to compare them with: they break the promise',
  ]);
  expect({ stacks, restsOn }).toEqual({ stacks: [], restsOn: [] });
});

test('a bucket, a role and a permission set that are not there are not there', async () => {
  const { inventory, notRead } = await read({
    ...AS_PROMISED,
    's3 GET ?acl': s3Error('NoSuchBucket'),
    'iam GetRole': queryError('NoSuchEntity', 'no such role', 404),
    'sso ListPermissionSets': json({ PermissionSets: [] }),
  });
  expect(inventory).toMatchObject({ roles: [], buckets: [], permissionSets: [], assignments: [] });
  expect(notRead).toEqual([]);
});

describe('a bucket policy that denies everybody', () => {
  const said =
    'User: arn:aws:iam::111111111111:user/admin is not authorized to perform: s3:GetBucketPolicy on resource: "x" with an explicit deny in a resource-based policy';
  const other = said.replace('GetBucketPolicy', 'GetBucketAcl');
  const all = (message: string) =>
    Object.fromEntries(
      Object.keys(MUCH)
        .filter((asked) => asked.startsWith('s3 '))
        .map((asked) => [asked, s3Error('AccessDenied', asked === 's3 GET ?policy' ? message : other, 403)]),
    );

  test('is known by its own words, unless a borrower was seen reading', async () => {
    expect((await read({ ...MUCH, ...all(said) })).inventory.buckets[0]?.locked).toBe(said);
    expect(
      (await read({ ...MUCH, ...all(said) }, { borrowerReads: true })).inventory.buckets[0],
    ).not.toHaveProperty('locked');
  });

  test('is not where one of the settings can be read, or the words say nothing of it', async () => {
    const { 's3 GET ?logging': logging } = MUCH;
    const one = { ...MUCH, ...all(said), 's3 GET ?logging': logging! };
    expect((await read(one)).inventory.buckets[0]).not.toHaveProperty('locked');
    expect((await read({ ...MUCH, ...all('Access Denied') })).inventory.buckets[0]).not.toHaveProperty(
      'locked',
    );
  });
});
