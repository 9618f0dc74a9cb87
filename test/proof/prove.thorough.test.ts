// tools/proof/prove.ts with all of tools/proof/ behind it
import type { Share } from '../../lib/share/share';
import type { Assembly } from '../../tools/proof/templates/assembly';
import {
  acme,
  companyWith,
  manyVendors,
  shareWith,
  walkthroughShare,
  walkthroughVendor,
} from '../lib/walkthrough-share';
import {
  assemblyOf,
  BUCKET,
  BUCKET_POLICY,
  type Edit,
  headlines,
  PERMISSION_SET,
  proveWith,
  READ_POLICY,
  refusals,
  ROLE,
} from './templates';

const known = new Map<Share, Assembly>();
function prove(share: Share, ...edits: readonly Edit[]) {
  const assembly = known.get(share) ?? assemblyOf(share);
  known.set(share, assembly);
  return proveWith(share, assembly, ...edits);
}

const everyOption = shareWith({
  prefixes: ['reports/', 'reports-2026/'],
  borrowers: 'permission-set',
  externalId: 'Example-1234',
  until: '2027-01-31T00:00:00Z',
  rolePath: '/vendors/',
});
const twoVendors: Share = { ...walkthroughShare, vendors: [walkthroughVendor, acme] };

const trust = (...path: (string | number)[]) => [
  'Resources',
  ROLE,
  'Properties',
  'AssumeRolePolicyDocument',
  'Statement',
  0,
  ...path,
];
const list = (...path: (string | number)[]) => [
  'Resources',
  READ_POLICY,
  'Properties',
  'PolicyDocument',
  'Statement',
  0,
  ...path,
];
const read = (...path: (string | number)[]) => [
  'Resources',
  READ_POLICY,
  'Properties',
  'PolicyDocument',
  'Statement',
  1,
  ...path,
];
const inBucket = (...path: (string | number)[]) => ['Resources', BUCKET, 'Properties', ...path];
const added = (id: string, Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', id],
  { Type, Properties },
];

describe('the templates as they are synthesized hold', () => {
  const shares: readonly (readonly [string, Share])[] = [
    ['the walkthrough', walkthroughShare],
    ['every option', everyOption],
    ['two vendors', twoVendors],
    ['no seed objects', companyWith({ seedObjects: [] })],
    ['deleted with all data', companyWith({ whenStackIsDeleted: 'delete-with-all-data' })],
    [
      'the permission set alone, with Identity Center in us-east-1',
      { ...walkthroughShare, vendors: [{ ...acme, borrowers: 'permission-set' }] },
    ],
    ['unicode prefixes', shareWith({ prefixes: ['売上/'] })],
  ];
  test.each(shares)('%s', (_, share) => {
    const report = prove(share);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
    expect(report.verdict).toBe('holds');
    expect(report.claims.map(({ id, result }) => `${id} ${result}`)).toEqual([
      'outsiders holds',
      'borrowers holds',
      'permission-set holds',
      'it-works holds',
    ]);
  });

  test('classes grow by the same number with every vendor', () => {
    const count = (vendors: number) => prove({ ...walkthroughShare, vendors: manyVendors(vendors) }).classes;
    const [one, two, five] = [count(1), count(2), count(5)];

    expect(two - one).toBeGreaterThan(0);
    expect(five - two).toBe(3 * (two - one));
  });
});

describe('a change by hand is told with the request that it lets in or keeps out', () => {
  const cases: readonly (readonly [what: string, share: Share, edit: Edit, expected: string])[] = [
    [
      'an action with a star',
      walkthroughShare,
      ['CompanyStack', read('Action'), 's3:GetObject*'],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObjectAcl on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'a star that also reaches a bucket whose name starts with ours',
      walkthroughShare,
      ['CompanyStack', read('Resource'), 'arn:aws:s3:::company-shared-data-bucket-12345*'],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345-2/secret.txt.',
    ],
    [
      'another account trusted',
      walkthroughShare,
      ['CompanyStack', trust('Principal'), { AWS: ['arn:aws:iam::222222222222:root', '777777777777'] }],
      'outsiders: A session of the role arn:aws:iam::777777777777:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
    [
      'everyone trusted',
      walkthroughShare,
      ['CompanyStack', trust('Principal'), '*'],
      'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
    [
      'everyone trusted under a condition that a tag must be there',
      walkthroughShare,
      [
        'CompanyStack',
        trust(),
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { Null: { 'aws:PrincipalTag/team': 'false' } },
        },
      ],
      'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
    [
      'an ExternalId compared by pattern',
      everyOption,
      [
        'CompanyStack',
        trust('Condition', 'StringEquals'),
        { 'sts:ExternalId': ['Example-1234', 'Example-12345'] },
      ],
      'outsiders: A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef can assume arn:aws:iam::111111111111:role/vendors/VendorAccessRole.',
    ],
    [
      'a permission set whose name only starts like ours',
      everyOption,
      [
        'CompanyStack',
        trust('Condition', 'ArnLike'),
        {
          'aws:PrincipalArn':
            'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_AllowAssumeCompanyRole_*',
        },
      ],
      'outsiders: A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AllowAssumeCompanyRole__aaaaaaaaaaaaaaaa can assume arn:aws:iam::111111111111:role/vendors/VendorAccessRole.',
    ],
    [
      'a second too long',
      everyOption,
      [
        'CompanyStack',
        read('Condition'),
        { DateLessThanEquals: { 'aws:CurrentTime': '2027-01-31T00:00:00Z' } },
      ],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/vendors/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/reports/test-data.txt.',
    ],
    [
      'listing without a prefix',
      everyOption,
      ['CompanyStack', list('Condition', 'StringLike'), { 's3:prefix': ['reports/*', 'reports-2026/*', ''] }],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/vendors/VendorAccessRole can do s3:ListBucket on arn:aws:s3:::company-shared-data-bucket-12345.',
    ],
    [
      'a prefix without its slash',
      everyOption,
      ['CompanyStack', read('Resource', 0), 'arn:aws:s3:::company-shared-data-bucket-12345/reports*'],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/vendors/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/reportsexample.',
    ],
    [
      'NotAction',
      walkthroughShare,
      ['CompanyStack', read(), { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:PutObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'TLS of any version',
      walkthroughShare,
      [
        'CompanyStack',
        ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1, 'Condition'],
        { NumericLessThan: { 's3:TlsVersion': 1.1 } },
      ],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'the bucket given to a session of the role by name',
      walkthroughShare,
      [
        'CompanyStack',
        ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2],
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/eve' },
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::company-shared-data-bucket-12345/*',
        },
      ],
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:PutObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'the bucket given to the anonymous',
      walkthroughShare,
      [
        'CompanyStack',
        ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 2],
        {
          Effect: 'Allow',
          Principal: { AWS: '333333333333' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::company-shared-data-bucket-12345/*',
        },
      ],
      'outsiders: A session of the role arn:aws:iam::333333333333:role/AnyRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'a policy attached to the role by name from elsewhere',
      walkthroughShare,
      added('More', 'AWS::IAM::Policy', {
        PolicyName: 'More',
        Roles: ['VendorAccessRole'],
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
        },
      }),
      'borrowers: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can assume arn:aws:iam::111111111111:role/AnotherRole.',
    ],
    [
      'a second role that the vendor can enter',
      walkthroughShare,
      added('Back', 'AWS::IAM::Role', {
        RoleName: 'BackDoor',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Principal: { AWS: '222222222222' }, Action: 'sts:AssumeRole' },
        },
      }),
      'outsiders: A session of the role arn:aws:iam::222222222222:role/AnyRole can assume arn:aws:iam::111111111111:role/BackDoor.',
    ],
    [
      'a second role that the first one can enter',
      walkthroughShare,
      added('Next', 'AWS::IAM::Role', {
        RoleName: 'Next',
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::GetAtt': [ROLE, 'Arn'] } },
            Action: 'sts:AssumeRole',
          },
        },
      }),
      'outsiders: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can assume arn:aws:iam::111111111111:role/Next.',
    ],
    [
      'a user with a policy',
      walkthroughShare,
      added('Eve', 'AWS::IAM::User', {
        UserName: 'eve',
        Policies: [
          {
            PolicyName: 'Read',
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
            },
          },
        ],
      }),
      'outsiders: The user arn:aws:iam::111111111111:user/eve can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'a key for everyone',
      walkthroughShare,
      added('Key', 'AWS::KMS::Key', {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
        },
      }),
      'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can do kms:Decrypt on arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=.',
    ],
    [
      'public access not blocked',
      walkthroughShare,
      ['CompanyStack', inBucket('PublicAccessBlockConfiguration', 'BlockPublicPolicy'), false],
      'outsiders: The bucket company-shared-data-bucket-12345 does not block public access entirely.',
    ],
    [
      'an ACL',
      walkthroughShare,
      ['CompanyStack', inBucket('AccessControl'), 'PublicRead'],
      'outsiders: The bucket company-shared-data-bucket-12345 has an ACL: PublicRead.',
    ],
    [
      'a managed policy on the permission set',
      walkthroughShare,
      [
        'VendorStack',
        ['Resources', PERMISSION_SET, 'Properties', 'ManagedPolicies'],
        ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      ],
      'permission-set: The permission set AllowAssumeCompanyRole also carries the managed policy arn:aws:iam::aws:policy/ReadOnlyAccess.',
    ],
    [
      'the permission set for another role',
      walkthroughShare,
      [
        'VendorStack',
        ['Resources', PERMISSION_SET, 'Properties', 'InlinePolicy', 'Statement', 0, 'Resource'],
        'arn:aws:iam::111111111111:role/Vendor*',
      ],
      'permission-set: A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef can assume arn:aws:iam::111111111111:role/Vendorexample.',
    ],
    [
      'a second permission set of the same name in another instance',
      walkthroughShare,
      [
        'VendorStack',
        ['Resources', 'Other'],
        {
          Type: 'AWS::SSO::PermissionSet',
          Properties: {
            Name: 'AllowAssumeCompanyRole',
            InstanceArn: 'arn:aws:sso:::instance/ssoins-0000000000000000',
          },
        },
      ],
      'permission-set: The templates also make the permission set AllowAssumeCompanyRole in account 222222222222.',
    ],
    [
      'a vendor that may read the other one',
      twoVendors,
      ['CompanyStack', trust('Principal'), { AWS: ['222222222222', '333333333333'] }],
      'outsiders: A session of the role arn:aws:iam::333333333333:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
    [
      'the wrong ExternalId',
      everyOption,
      ['CompanyStack', trust('Condition', 'StringEquals'), { 'sts:ExternalId': 'example-1234' }],
      'it-works: A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef cannot assume arn:aws:iam::111111111111:role/vendors/VendorAccessRole, which was promised.',
    ],
    [
      'a role of another name',
      walkthroughShare,
      ['CompanyStack', ['Resources', ROLE, 'Properties', 'RoleName'], 'VendorAcessRole'],
      'it-works: There is no role arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
  ];
  test.each(cases)('%s', (_, share, edit, expected) => {
    const report = prove(share, edit);

    expect(report.verdict).toBe('broken');
    expect(headlines(report)).toContain(expected);
  });

  test('the statement to blame is named with its place, and many requests with one cause are one failure', () => {
    const report = prove(walkthroughShare, ['CompanyStack', read('Action'), 's3:*']);

    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]).toMatchObject({
      claim: 'borrowers',
      kind: 'extra',
      witness: {
        caller: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession',
        action: 's3:PutObject',
        actionIsReal: true,
        resource: 'arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt',
      },
      blame: [
        {
          policy: 'VendorS3AccessPolicy',
          statement: 'AllowS3ObjectReadAccess',
          origin: { stack: 'CompanyStack', logicalId: READ_POLICY, constructPath: `path/of/${READ_POLICY}` },
          matches: 'Action s3:* matches s3:PutObject',
        },
      ],
      why: 'This was not promised. Only s3:ListBucket and s3:GetObject are promised.',
    });
  });

  test('where the bucket is open to old TLS, the advice is about its policy and not about what the role may do', () => {
    const withoutDenies = ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1];
    const report = prove(walkthroughShare, ['CompanyStack', [...withoutDenies, 'Action'], 's3:PutObject']);

    expect(report.failures.map(({ change }) => change)).toEqual([
      'Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).',
      'Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).',
    ]);
  });

  test('an action that does not exist yet is covered, and marked', () => {
    const report = prove(walkthroughShare, [
      'CompanyStack',
      read('Action'),
      ['s3:GetObject', 's3:GetObjectFuture'],
    ]);

    expect(report.failures[0]?.witness).toMatchObject({ action: 's3:GetObjectFuture', actionIsReal: false });
  });

  test('assignments: one more, and one less', () => {
    const assignment = 'PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74';
    const report = prove(walkthroughShare, [
      'VendorStack',
      ['Resources', assignment, 'Properties', 'TargetId'],
      '888888888888',
    ]);

    expect(headlines(report)).toEqual([
      'permission-set: The permission set AllowAssumeCompanyRole is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 888888888888.',
      'it-works: The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.',
    ]);
  });
});

describe('what changes nothing changes no verdict', () => {
  const cases: readonly (readonly [string, Edit])[] = [
    ['an action in other letters', ['CompanyStack', read('Action'), 'S3:getobject']],
    ['a list of one', ['CompanyStack', read('Action'), ['s3:GetObject']]],
    [
      'two patterns of which one says nothing new',
      [
        'CompanyStack',
        read('Resource'),
        [
          'arn:aws:s3:::company-shared-data-bucket-12345/*',
          'arn:aws:s3:::company-shared-data-bucket-12345/a?c',
        ],
      ],
    ],
    [
      'a boolean as JSON',
      [
        'CompanyStack',
        ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 0, 'Condition'],
        { Bool: { 'aws:SecureTransport': false } },
      ],
    ],
    [
      'a number as text',
      [
        'CompanyStack',
        ['Resources', BUCKET_POLICY, 'Properties', 'PolicyDocument', 'Statement', 1, 'Condition'],
        { NumericLessThan: { 's3:TlsVersion': ['1.2'] } },
      ],
    ],
    ['the account as an id', ['CompanyStack', trust('Principal'), { AWS: '222222222222' }]],
    ['a user without any policy', added('Bob', 'AWS::IAM::User', { UserName: 'bob' })],
    [
      'a managed policy that nobody has',
      added('Idle', 'AWS::IAM::ManagedPolicy', {
        PolicyDocument: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
      }),
    ],
  ];
  test.each(cases)('%s', (_, edit) => {
    const report = prove(walkthroughShare, edit);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
  });
});

describe('what is not understood is refused by name', () => {
  const cases: readonly (readonly [string, Edit, string])[] = [
    [
      'a type',
      added('Machine', 'AWS::EC2::Instance', {}),
      'AWS::EC2::Instance Machine: this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access.',
    ],
    [
      'a nested stack',
      added('Nested', 'AWS::CloudFormation::Stack', { TemplateURL: 'x' }),
      'AWS::CloudFormation::Stack Nested: this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access.',
    ],
    [
      'a condition on a resource',
      ['VendorStack', ['Resources', PERMISSION_SET, 'Condition'], 'Never'],
      `AWS::SSO::PermissionSet ${PERMISSION_SET}: its Condition decides only at deployment what becomes of it.`,
    ],
    [
      'a property',
      ['CompanyStack', inBucket('ReplicationConfiguration'), {}],
      `AWS::S3::Bucket ${BUCKET}: its ReplicationConfiguration may give access and is not understood.`,
    ],
    [
      'a parameter',
      ['CompanyStack', read('Resource'), { Ref: 'BootstrapVersion' }],
      'Of VendorS3AccessPolicy, its PolicyDocument cannot be known: Ref BootstrapVersion is a parameter of CompanyStack or does not exist',
    ],
    [
      'a dynamic reference',
      ['CompanyStack', read('Resource'), '{{resolve:ssm:/bucket}}'],
      'Of VendorS3AccessPolicy, its PolicyDocument cannot be known: "{{resolve:ssm:/bucket}}" is read only when it is deployed',
    ],
    [
      'a token',
      ['CompanyStack', read('Resource'), '${Token[TOKEN.12]}'],
      `AWS::IAM::ManagedPolicy ${READ_POLICY}: its PolicyDocument cannot be known: "\${Token[TOKEN.12]}" is a CDK token that was never resolved.`,
    ],
    [
      'a transform',
      ['CompanyStack', ['Transform'], 'AWS::Serverless-2016-10-31'],
      'the template of CompanyStack has a section Transform, which can change what is deployed.',
    ],
    [
      'a policy on a role that is not there',
      added('Stray', 'AWS::IAM::Policy', { PolicyName: 'Stray', Roles: ['Admin'], PolicyDocument: {} }),
      'Stray is attached to the role Admin, which is not in these templates: who can use it is not known.',
    ],
    [
      'a pattern that takes too many states',
      [
        'CompanyStack',
        read('Resource'),
        [
          'arn:aws:s3:::company-shared-data-bucket-12345/*',
          'arn:aws:s3:::company-shared-data-bucket-12345/*a????????????????',
        ],
      ],
      'policies of VendorAccessRole: telling all values of the resource apart needs more than 10000 states; the patterns that cost most: arn:aws:s3:::company-shared-data-bucket-12345/*a????????????????',
    ],
  ];
  test.each(cases)('%s', (_, edit, expected) => {
    const report = prove(walkthroughShare, edit);

    expect(report.verdict).toBe('not decided');
    expect(refusals(report).map((what) => what.slice(0, expected.length))).toContain(expected);
  });

  test('if something else is broken for certain, that is the verdict, and both are told', () => {
    const report = prove(walkthroughShare, added('Machine', 'AWS::EC2::Instance', {}), [
      'CompanyStack',
      trust('Principal'),
      '*',
    ]);

    expect(report.verdict).toBe('broken');
    expect(report.refusals).toHaveLength(1);
  });
});
