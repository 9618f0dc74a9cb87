// lib/company-stack.ts and lib/vendor-stack.ts, with the constructs and documents of lib/ in them
import fs, { statSync } from 'node:fs';
import 'aws-cdk-lib/testhelpers/jest-autoclean';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { CompanyStack } from '../../lib/company-stack';
import { REGIONS } from '../../lib/share/validation/regions';
import { buildApp } from '../../lib/share-app';
import type { Share, Vendor } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { testThoroughly } from '../properties';
import {
  acme,
  companyWith,
  manyVendors,
  shareWith,
  walkthroughShare,
  walkthroughVendor,
} from './walkthrough-share';

const synthesized = new Map<Share, Record<string, Template>>();

/** The templates by stack name, synthesized once for each share. */
function templates(share: Share): Record<string, Template> {
  const earlier = synthesized.get(share);
  if (earlier) return earlier;
  const app = buildApp(validateShare(share), { context: { 'aws:cdk:disable-asset-staging': true } });
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  const now = Object.fromEntries(stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]));
  synthesized.set(share, now);
  return now;
}

function template(share: Share, stack: string): Template {
  const found = templates(share)[stack];
  if (!found) throw new Error(`there is no ${stack}`);
  return found;
}

const company = (share: Share) => template(share, 'CompanyStack');

/** A property of all resources of this type (that have this name, where one is given). */
function properties(from: Template, type: string, name: string, where: object = {}): unknown[] {
  return Object.values(from.findResources(type, { Properties: where })).map(
    (resource: { Properties?: Record<string, unknown> }) => resource.Properties?.[name],
  );
}

/** That of the only one. */
function property(...of: Parameters<typeof properties>): unknown {
  const found = properties(...of);
  expect(found).toHaveLength(1);
  return found[0];
}

const trustPolicy = (share: Share, RoleName = 'VendorAccessRole') =>
  property(company(share), 'AWS::IAM::Role', 'AssumeRolePolicyDocument', { RoleName });
const readPolicy = (share: Share, ManagedPolicyName = 'VendorS3AccessPolicy') =>
  property(company(share), 'AWS::IAM::ManagedPolicy', 'PolicyDocument', { ManagedPolicyName });

describe('the three documents, to the letter of the walkthrough', () => {
  test('the trust policy of VendorAccessRole', () => {
    expect(trustPolicy(walkthroughShare)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowVendorAccountAssumeRole',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::222222222222:root' },
          Action: 'sts:AssumeRole',
        },
      ],
    });
  });

  test('VendorS3AccessPolicy', () => {
    expect(readPolicy(walkthroughShare)).toEqual({
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
      ],
    });
  });

  test('the inline policy of the permission set', () => {
    const vendor = template(walkthroughShare, 'VendorStack');

    expect(property(vendor, 'AWS::SSO::PermissionSet', 'InlinePolicy')).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowAssumeCompanyRole',
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
        },
      ],
    });
  });
});

describe('CompanyStack', () => {
  test('the policy is attached to the role, and the role has no other permissions', () => {
    const stack = company(walkthroughShare);
    const [roleId] = Object.keys(
      stack.findResources('AWS::IAM::Role', { Properties: { RoleName: 'VendorAccessRole' } }),
    );

    stack.hasResourceProperties('AWS::IAM::ManagedPolicy', {
      ManagedPolicyName: 'VendorS3AccessPolicy',
      Roles: [{ Ref: roleId }],
    });
    stack.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'VendorAccessRole',
      Path: '/',
      ManagedPolicyArns: Match.absent(),
      Policies: Match.absent(),
      MaxSessionDuration: Match.absent(), // one hour
    });
  });

  test('the bucket is private, encrypted, versioned, without ACLs, and outlives the stack', () => {
    company(walkthroughShare).hasResource('AWS::S3::Bucket', {
      Properties: {
        BucketName: 'company-shared-data-bucket-12345',
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        VersioningConfiguration: { Status: 'Enabled' },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('the bucket policy refuses whoever comes without TLS 1.2, and allows nobody anything', () => {
    const policy = property(company(walkthroughShare), 'AWS::S3::BucketPolicy', 'PolicyDocument');
    const everything = [
      { 'Fn::GetAtt': ['Bucket83908E77', 'Arn'] },
      { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket83908E77', 'Arn'] }, '/*']] },
    ];

    expect(policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:*',
          Resource: everything,
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        {
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Action: 's3:*',
          Resource: everything,
          Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } },
        },
      ],
    });
  });

  test('seed objects are added, and what others put into the bucket stays', () => {
    company(walkthroughShare).hasResourceProperties('Custom::CDKBucketDeployment', {
      DestinationBucketName: { Ref: 'Bucket83908E77' },
      Prune: false,
      OutputObjectKeys: false,
    });
  });

  test('a seed object that changes by one byte, also in its line ends, is deployed again', () => {
    const sources = ([key, content]: [string, string]) =>
      property(
        company(companyWith({ seedObjects: [{ key, content }] })),
        'Custom::CDKBucketDeployment',
        'SourceObjectKeys',
      );
    const variants: [string, string][] = [
      ['a', 'x\ny\n'],
      ['a', 'x\r\ny\r\n'],
      ['a', 'x\ny\r\n'],
      ['b', 'x\ny\n'],
      ['A', 'x\ny\n'],
    ];

    expect(new Set(variants.map((variant) => JSON.stringify(sources(variant)))).size).toBe(5);
    expect(sources(['a', 'x\ny\n'])).toEqual(sources(['a', 'x\ny\n']));
  });

  test('a seed object’s key and content do not reach the template, where they could mean something', () => {
    const seedObjects = [
      { key: '${Token[TOKEN.2]}/x', content: '${Token[TOKEN.1]} {{resolve:y}} ${AWS::Region}' },
    ];
    const text = JSON.stringify(company(companyWith({ seedObjects })).toJSON());

    expect(text).not.toMatch(/resolve:|AWS::Region|Token\[/);
  });

  test('a seed object whose name the file system changes is refused by name', () => {
    const share = companyWith({ seedObjects: [{ key: 'caf\u00e9/menu.txt', content: 'x' }] });
    const read = fs.readdirSync;
    const listed = jest
      .spyOn(fs, 'readdirSync')
      .mockImplementation(((path: string, options: object) =>
        path.includes('seed-object-')
          ? ['cafe\u0301', 'cafe\u0301/menu.txt']
          : read(path, options)) as typeof read);
    expect(() => company(share)).toThrow(
      'company.seedObjects: the object "caf\u00e9/menu.txt" cannot be deployed from this computer, because its file system gives the file another name ("cafe\u0301/menu.txt")',
    );
    listed.mockRestore();
  });

  test('without seed objects there is no deployment, no function and no role but the vendor’s', () => {
    const stack = company(companyWith({ seedObjects: [] }));

    expect(resourceTypes(stack)).toEqual([
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::Role',
      'AWS::S3::Bucket',
      'AWS::S3::BucketPolicy',
    ]);
  });

  test('the bucket and its data go with the stack only where the parameters say so', () => {
    const stack = company(companyWith({ whenStackIsDeleted: 'delete-with-all-data' }));

    stack.hasResource('AWS::S3::Bucket', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    stack.resourceCountIs('Custom::S3AutoDeleteObjects', 1);
  });

  test('a key that the stack makes is the bucket’s, and stays with the data', () => {
    const share = companyWith({ kmsKey: 'make' });
    const stack = company(share);
    const [id] = Object.keys(stack.findResources('AWS::KMS::Key'));
    const arn = { 'Fn::GetAtt': [id, 'Arn'] };

    stack.hasResource('AWS::KMS::Key', {
      Properties: {
        Description: 'Encrypts the objects of company-shared-data-bucket-12345',
        EnableKeyRotation: true,
      },
      DeletionPolicy: 'Retain',
    });
    expect(property(stack, 'AWS::S3::Bucket', 'BucketEncryption')).toEqual(encryptedWith(arn));
    expect(readPolicy(share)).toMatchObject({
      Statement: [{}, {}, { Sid: 'AllowKmsDecryptThroughS3', Action: 'kms:Decrypt', Resource: arn }],
    });
  });

  test('a key that is there already is the bucket’s; the stack makes none', () => {
    const kmsKey = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const stack = company(companyWith({ kmsKey }));

    stack.resourceCountIs('AWS::KMS::Key', 0);
    expect(property(stack, 'AWS::S3::Bucket', 'BucketEncryption')).toEqual(encryptedWith(kmsKey));
  });

  test('a key of the stack’s goes with the data that it opens', () => {
    const stack = company(companyWith({ kmsKey: 'make', whenStackIsDeleted: 'delete-with-all-data' }));

    stack.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
  });

  test('a bucket that is there is not the stack’s: it makes the role alone', () => {
    const stack = company(companyWith({ bucket: 'existing', seedObjects: [] }));

    expect(resourceTypes(stack)).toEqual(['AWS::IAM::ManagedPolicy', 'AWS::IAM::Role']);
    expect(Object.keys(outputs(stack))).toEqual(['VendorAccessRoleArn', 'VendorSwitchRoleLink']);
  });

  test('access is logged into the bucket that the company names, in a folder for this one', () => {
    const logged = company(companyWith({ accessLogs: 'company-logs' }));

    expect(property(logged, 'AWS::S3::Bucket', 'LoggingConfiguration')).toEqual({
      DestinationBucketName: 'company-logs',
      LogFilePrefix: 'company-shared-data-bucket-12345/',
    });
    expect(property(company(walkthroughShare), 'AWS::S3::Bucket', 'LoggingConfiguration')).toBeUndefined();
  });

  test.each<[string, NonNullable<Share['company']['permissionsBoundary']>]>([
    ['by its ARN', 'arn:aws:iam::111111111111:policy/OrgBoundary'],
    ['with what it says', { arn: 'arn:aws:iam::111111111111:policy/OrgBoundary', document: {} }],
  ])('the company’s permissions boundary, given %s, is on every role', (_, permissionsBoundary) => {
    const stack = company(companyWith({ permissionsBoundary }));

    expect(properties(stack, 'AWS::IAM::Role', 'PermissionsBoundary')).toEqual([
      'arn:aws:iam::111111111111:policy/OrgBoundary',
      'arn:aws:iam::111111111111:policy/OrgBoundary',
    ]);
  });

  test.each<[string | readonly string[], string]>([
    ['222222222222', 'Lent to account 222222222222, to read company-shared-data-bucket-12345'],
    [
      ['222222222222', '333333333333', '444444444444'],
      'Lent to account 222222222222 and 2 more, to read company-shared-data-bucket-12345',
    ],
  ])('the role tells whom it is lent to: %j', (account, description) => {
    const stack = company({ ...walkthroughShare, vendors: [{ account }] });

    expect(property(stack, 'AWS::IAM::Role', 'Description', { RoleName: 'VendorAccessRole' })).toBe(
      description,
    );
  });

  test('tells role ARN, bucket and both links', () => {
    expect(outputs(company(walkthroughShare))).toEqual({
      BucketName: 'company-shared-data-bucket-12345',
      BucketConsoleLink:
        'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1',
      VendorAccessRoleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      VendorSwitchRoleLink:
        'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=VendorAccessRole&displayName=CompanyDataAccess',
    });
  });

  test('the logical ids of what must not be replaced are these', () => {
    const resources = company(walkthroughShare).toJSON().Resources as Record<string, { Type: string }>;

    expect(resources['Bucket83908E77']?.Type).toBe('AWS::S3::Bucket');
    expect(resources['VendorAccessRole5980B812']?.Type).toBe('AWS::IAM::Role');
    expect(resources['VendorAccessRoleReadPolicy214BAB46']?.Type).toBe('AWS::IAM::ManagedPolicy');
  });
});

describe('VendorStack', () => {
  test('the permission set has its name, a description, one hour and nothing attached', () => {
    template(walkthroughShare, 'VendorStack').hasResourceProperties('AWS::SSO::PermissionSet', {
      InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      Name: 'AllowAssumeCompanyRole',
      Description: 'Lets its users assume arn:aws:iam::111111111111:role/VendorAccessRole, and nothing else.',
      SessionDuration: 'PT1H',
      ManagedPolicies: Match.absent(),
      CustomerManagedPolicyReferences: Match.absent(),
      PermissionsBoundary: Match.absent(),
    });
  });

  test('each group and user gets it in the vendor account', () => {
    const user = { type: 'USER', id: 'a1b2c3d4-5678-90ab-cdef-444455556666', name: 'ann' } as const;
    const stack = template(shareWith({ assignees: [...walkthroughVendor.assignees, user] }), 'VendorStack');

    const common = {
      InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
      PermissionSetArn: { 'Fn::GetAtt': ['PermissionSet236DCE1D', 'PermissionSetArn'] },
      TargetType: 'AWS_ACCOUNT',
      TargetId: '222222222222',
    };
    stack.resourceCountIs('AWS::SSO::Assignment', 2);
    stack.hasResourceProperties('AWS::SSO::Assignment', {
      ...common,
      PrincipalType: 'GROUP',
      PrincipalId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
    });
    stack.hasResourceProperties('AWS::SSO::Assignment', {
      ...common,
      PrincipalType: 'USER',
      PrincipalId: 'a1b2c3d4-5678-90ab-cdef-444455556666',
    });
  });

  test('the logical ids of what must not be replaced are these', () => {
    const resources = Object.keys(template(walkthroughShare, 'VendorStack').toJSON().Resources as object);

    expect(resources).toEqual([
      'PermissionSet236DCE1D',
      'PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74',
    ]);
  });

  test('neither order nor name of the assignees shows in the logical ids', () => {
    const ann = { type: 'USER', id: 'a1b2c3d4-5678-90ab-cdef-444455556666', name: 'ann' } as const;
    const bob = { type: 'USER', id: 'a1b2c3d4-5678-90ab-cdef-777788889999', name: 'bob' } as const;
    const assignments = (share: Share) =>
      template(share, 'VendorStack').findResources('AWS::SSO::Assignment');

    expect(assignments(shareWith({ assignees: [ann, bob] }))).toEqual(
      assignments(shareWith({ assignees: [bob, { ...ann, name: 'renamed' }] })),
    );
  });

  test('tells the permission set’s ARN', () => {
    expect(outputs(template(walkthroughShare, 'VendorStack'))).toEqual({
      PermissionSetArn: { 'Fn::GetAtt': ['PermissionSet236DCE1D', 'PermissionSetArn'] },
    });
  });

  test('is deployed where Identity Center is administered', () => {
    const app = buildApp({ ...walkthroughShare, vendors: [walkthroughVendor, acme] });
    const environments = app.node.children
      .filter((child) => Stack.isStack(child))
      .map(({ stackName, account, region }) => [stackName, account, region]);

    expect(environments).toEqual([
      ['CompanyStack', '111111111111', 'ap-northeast-1'],
      ['VendorStack', '222222222222', 'ap-northeast-1'],
      ['AcmeVendorStack', '444444444444', 'us-east-1'],
    ]);
  });
});

describe('two vendors', () => {
  const both: Share = { ...walkthroughShare, vendors: [walkthroughVendor, acme] };

  test('each has a role and a policy of its own', () => {
    expect(trustPolicy(both, 'AcmeAccessRole')).toMatchObject({
      Statement: [{ Principal: { AWS: 'arn:aws:iam::333333333333:root' } }],
    });
    expect(trustPolicy(both)).toEqual(trustPolicy(walkthroughShare));
    expect(readPolicy(both, 'AcmeS3AccessPolicy')).toEqual(readPolicy(walkthroughShare));
  });

  test('the second one’s permission set leads to its own role and to its own account', () => {
    const stack = template(both, 'AcmeVendorStack');

    expect(property(stack, 'AWS::SSO::PermissionSet', 'InlinePolicy')).toMatchObject({
      Statement: [{ Resource: 'arn:aws:iam::111111111111:role/AcmeAccessRole' }],
    });
    stack.hasResourceProperties('AWS::SSO::Assignment', { TargetId: '333333333333', PrincipalType: 'USER' });
  });

  test('a vendor that comes or goes leaves the other’s resources as they are', () => {
    const alone = company(walkthroughShare).toJSON().Resources as Record<string, unknown>;
    const together = company(both).toJSON().Resources as Record<string, unknown>;

    expect(together).toMatchObject(alone);
    expect(Object.keys(together)).toHaveLength(Object.keys(alone).length + 2);
  });
});

describe('many vendors', () => {
  testThoroughly('outputs are left out of those vendors that a template has no room for', () => {
    expect(Object.keys(outputs(companyOf(99)))).toHaveLength(200);

    const names = Object.keys(outputs(companyOf(101)));
    expect(names).toHaveLength(200);
    expect(names).toContain('V98AccessRoleArn');
    expect(names).toContain('V98SwitchRoleLink');
  });

  testThoroughly('the most that validation lets through fill the stack', () => {
    expect(resourceTypes(companyOf(246))).toHaveLength(499);
  });

  testThoroughly.each<[string, number, Partial<Vendor>]>([
    [
      'many prefixes and all conditions',
      104,
      {
        prefixes: Array.from({ length: 60 }, (_, index) => `prefix-${index}/`),
        externalId: 'x'.repeat(1224),
        borrowers: 'permission-set',
        until: '2027-01-31T00:00:00Z',
      },
    ],
    ['one long prefix', 186, { prefixes: [`${'p'.repeat(250)}/`.repeat(4)], externalId: 'x'.repeat(1224) }],
  ])(
    'are refused before the template is too long for CloudFormation, and not long before: %s',
    (_, most, changes) => {
      const share = (count: number): Share => ({
        ...walkthroughShare,
        vendors: manyVendors(count).map((vendor) => ({
          ...vendor,
          ...changes,
          name: `${vendor.name}`.padEnd(12, 'x'),
        })),
      });

      const { size } = statSync(templateFile(validateShare(share(most))));
      expect(size).toBeGreaterThan(900_000);
      expect(size).toBeLessThanOrEqual(1_000_000);
      expect(() => validateShare(share(most + 1))).toThrow(
        /  - vendors must leave the template of CompanyStack at 1000000 bytes or fewer, got up to 100\d{4} \(share fewer or shorter prefixes, or give some vendors a bucket and a copy of this project of their own\)$/,
      );
    },
  );

  test('deleting all data takes three resources more than keeping it', () => {
    const keep = companyWith({ seedObjects: [] });
    const remove = companyWith({ seedObjects: [], whenStackIsDeleted: 'delete-with-all-data' });

    expect(resourceTypes(company(keep))).toHaveLength(4);
    expect(resourceTypes(company(remove))).toHaveLength(7);
  });

  /** As the CDK CLI has it written. */
  function templateFile(share: Share): string {
    const app = new App({
      context: { 'aws:cdk:disable-asset-staging': true, 'aws:cdk:enable-path-metadata': true },
    });
    const { account, region } = share.company;
    new CompanyStack(app, 'CompanyStack', { share, env: { account, region } });
    return app.synth().getStackByName('CompanyStack').templateFullPath;
  }

  /** CompanyStack alone, because a stack for each vendor takes seconds. */
  function companyOf(vendors: number): Template {
    const { account, region } = walkthroughShare.company;
    const share = { ...walkthroughShare, vendors: manyVendors(vendors) };
    const app = new App({ context: { 'aws:cdk:disable-asset-staging': true } });
    return Template.fromStack(new CompanyStack(app, 'CompanyStack', { share, env: { account, region } }));
  }
});

describe('options add conditions', () => {
  test('prefixes: what is listed and what is read lies below one of them', () => {
    expect(readPolicy(shareWith({ prefixes: ['incoming/', 'reports/2026/'] }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowS3BucketListAccess',
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: 'arn:aws:s3:::company-shared-data-bucket-12345',
          Condition: { StringLike: { 's3:prefix': ['incoming/*', 'reports/2026/*'] } },
        },
        {
          Sid: 'AllowS3ObjectReadAccess',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: [
            'arn:aws:s3:::company-shared-data-bucket-12345/incoming/*',
            'arn:aws:s3:::company-shared-data-bucket-12345/reports/2026/*',
          ],
        },
      ],
    });
  });

  test('borrowers: the permission set’s role alone, wherever Identity Center lives', () => {
    expect(trustPolicy(shareWith({ borrowers: 'permission-set' }))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'AllowVendorAccountAssumeRole',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::222222222222:root' },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnLike: {
              'aws:PrincipalArn': [
                'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AllowAssumeCompanyRole_????????????????',
                'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_AllowAssumeCompanyRole_????????????????',
              ],
            },
          },
        },
      ],
    });
  });

  test('externalId and until: both on the trust, until on both permissions', () => {
    const share = shareWith({ externalId: 'acme-42', until: '2027-01-31T00:00:00Z' });
    const inTime = { DateLessThan: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' } };

    expect(trustPolicy(share)).toMatchObject({
      Statement: [{ Condition: { StringEquals: { 'sts:ExternalId': 'acme-42' }, ...inTime } }],
    });
    expect(readPolicy(share)).toMatchObject({ Statement: [{ Condition: inTime }, { Condition: inTime }] });
  });

  test('all of them together leave no condition out', () => {
    const share = shareWith({
      prefixes: ['incoming/'],
      borrowers: 'permission-set',
      externalId: 'acme-42',
      until: '2027-01-31T00:00:00Z',
    });

    expect(conditionKeys(trustPolicy(share))).toEqual([
      ['ArnLike aws:PrincipalArn', 'StringEquals sts:ExternalId', 'DateLessThan aws:CurrentTime'],
    ]);
    expect(conditionKeys(readPolicy(share))).toEqual([
      ['StringLike s3:prefix', 'DateLessThan aws:CurrentTime'],
      ['DateLessThan aws:CurrentTime'],
    ]);
  });

  test('options change nothing else: without their conditions and prefixes the documents are the walkthrough’s', () => {
    const share = shareWith({
      borrowers: 'permission-set',
      externalId: 'acme-42',
      until: '2027-01-31T00:00:00Z',
    });

    expect(withoutConditions(trustPolicy(share))).toEqual(trustPolicy(walkthroughShare));
    expect(withoutConditions(readPolicy(share))).toEqual(readPolicy(walkthroughShare));
    expect(template(share, 'VendorStack').toJSON()).toEqual(
      template(walkthroughShare, 'VendorStack').toJSON(),
    );
  });

  test('where an ExternalId is required no Switch Role link is given, because the console cannot send one', () => {
    expect(Object.keys(outputs(company(shareWith({ externalId: 'acme-42' }))))).not.toContain(
      'VendorSwitchRoleLink',
    );
  });

  test('names: the role’s path is in its ARN and in the link', () => {
    const share = shareWith({
      roleName: 'Reader',
      rolePath: '/vendors/acme/',
      policyName: 'ReadData',
      permissionSetName: 'Borrow',
      permissionSetDescription: 'Read the shared data',
      sessionDuration: 'PT4H30M',
    });

    company(share).hasResourceProperties('AWS::IAM::Role', { RoleName: 'Reader', Path: '/vendors/acme/' });
    company(share).hasResourceProperties('AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'ReadData' });
    expect(outputs(company(share))).toMatchObject({
      VendorAccessRoleArn: 'arn:aws:iam::111111111111:role/vendors/acme/Reader',
      VendorSwitchRoleLink:
        'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=vendors%2Facme%2FReader&displayName=CompanyDataAccess',
    });
    template(share, 'VendorStack').hasResourceProperties('AWS::SSO::PermissionSet', {
      Name: 'Borrow',
      Description: 'Read the shared data',
      SessionDuration: 'PT4H30M',
      InlinePolicy: Match.objectLike({
        Statement: [Match.objectLike({ Resource: 'arn:aws:iam::111111111111:role/vendors/acme/Reader' })],
      }),
    });
  });
});

test.each(['CompanyStack', 'VendorStack'])('%s as a whole', (name) => {
  const text = JSON.stringify(template(walkthroughShare, name).toJSON());

  expect(JSON.parse(text.replace(/[0-9a-f]{64}/g, 'asset'))).toMatchSnapshot();
});

/** A bucket's encryption with a key, by one data key for many objects. */
const encryptedWith = (KMSMasterKeyID: unknown) => ({
  ServerSideEncryptionConfiguration: [
    {
      ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
      BucketKeyEnabled: true,
    },
  ],
});

function outputs(from: Template): Record<string, unknown> {
  const found: Record<string, { Value?: unknown }> = from.findOutputs('*');
  return Object.fromEntries(Object.entries(found).map(([name, output]) => [name, output.Value]));
}

function resourceTypes(from: Template): string[] {
  const resources = from.toJSON().Resources as Record<string, { Type: string }>;
  return Object.values(resources)
    .map(({ Type }) => Type)
    .sort();
}

type Document = { Statement: { Condition?: Record<string, Record<string, unknown>> }[] };

function conditionKeys(document: unknown): string[][] {
  return (document as Document).Statement.map(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.keys(keys).map((key) => `${operator} ${key}`),
    ),
  );
}

function withoutConditions(document: unknown): unknown {
  const { Statement, ...rest } = document as Document;
  return { ...rest, Statement: Statement.map(({ Condition: _, ...statement }) => statement) };
}

test('the regions that parameters may name are those that CDK knows', () => {
  const known = RegionInfo.regions.filter(({ partition }) => partition === 'aws').map(({ name }) => name);
  expect([...REGIONS].sort()).toEqual(known.sort());
});
