// tools/proof/prove.ts: what policies on real accounts say, and what is read both ways
import type { Share } from '../../lib/share/share';
import { proofPage } from '../../tools/proof/report/page';
import type { Assembly } from '../../tools/proof/templates/assembly';
import { companyWith, shareWith, walkthroughShare } from '../lib/walkthrough-share';
import {
  assemblyOf,
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

const BUCKET = 'arn:aws:s3:::company-shared-data-bucket-12345';
const BOTH = [BUCKET, `${BUCKET}/*`];
const COMPANY = '111111111111';

const statement = (resource: string, document: string, index: number) =>
  ['Resources', resource, 'Properties', document, 'Statement', index] as const;
/** A third statement in the bucket's policy. */
const inBucketPolicy = (value: object): Edit => [
  'CompanyStack',
  statement(BUCKET_POLICY, 'PolicyDocument', 2),
  value,
];
/** A third statement in the role's own policy. */
const inOwnPolicy = (value: object, index = 2): Edit => [
  'CompanyStack',
  statement(READ_POLICY, 'PolicyDocument', index),
  value,
];
const inTrust = (value: object): Edit => [
  'CompanyStack',
  statement(ROLE, 'AssumeRolePolicyDocument', 1),
  value,
];
const added = (id: string, Type: string, Properties: unknown): Edit => [
  'CompanyStack',
  ['Resources', id],
  { Type, Properties },
];
const ofRole = (property: string, value: unknown): Edit => [
  'CompanyStack',
  ['Resources', ROLE, 'Properties', property],
  value,
];
const denyAll = (condition: object) =>
  inBucketPolicy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: BOTH, Condition: condition });
const serviceRole = (service: string) =>
  added('Worker', 'AWS::IAM::Role', {
    RoleName: 'Worker',
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
    },
  });
const otherBucket = (value: object): Edit[] => [
  added('Logs', 'AWS::S3::Bucket', { BucketName: 'company-logs' }),
  added('LogsPolicy', 'AWS::S3::BucketPolicy', {
    Bucket: 'company-logs',
    PolicyDocument: { Version: '2012-10-17', Statement: value },
  }),
];
const intoLogs = (service: string, condition?: object) =>
  otherBucket({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::company-logs/*',
    ...(condition && { Condition: condition }),
  });

const key = (value: object) =>
  added('Key', 'AWS::KMS::Key', { KeyPolicy: { Version: '2012-10-17', Statement: value } });

const inOrganization = companyWith({ organizationId: 'o-exampleorgid' });
const perimeter = denyAll({
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
});
/** As S3 writes it for a bucket that server access logs are delivered to, in the CDK. */
const pinned = {
  StringEquals: { 'aws:SourceAccount': COMPANY },
  ArnLike: { 'aws:SourceArn': BUCKET },
};

describe('what AWS recommends, and what gives nobody anything, holds', () => {
  const cases: readonly (readonly [what: string, share: Share, edits: readonly Edit[]])[] = [
    [
      'a Deny for AWS services',
      walkthroughShare,
      [denyAll({ Bool: { 'aws:PrincipalIsAWSService': 'true' } })],
    ],
    [
      'a Deny for buckets of other accounts',
      walkthroughShare,
      [denyAll({ StringNotEquals: { 's3:ResourceAccount': COMPANY } })],
    ],
    [
      'a Deny for resources of other accounts',
      walkthroughShare,
      [denyAll({ StringNotEquals: { 'aws:ResourceAccount': COMPANY } })],
    ],
    ['a Deny for IAM users', walkthroughShare, [denyAll({ StringEquals: { 'aws:PrincipalType': 'User' } })]],
    [
      'a Deny for access keys that somebody keeps',
      walkthroughShare,
      [denyAll({ Null: { 'aws:TokenIssueTime': 'true' } })],
    ],
    [
      'a Deny for requests to STS without TLS, which it does not take',
      walkthroughShare,
      [
        inTrust({
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    ],
    [
      'a Deny for requests without a moment, which there are none of',
      walkthroughShare,
      [
        inTrust({
          Effect: 'Deny',
          Principal: '*',
          Action: 'sts:AssumeRole',
          Condition: { Null: { 'aws:EpochTime': 'true' } },
        }),
      ],
    ],
    ['the perimeter of an organization that the share names', inOrganization, [perimeter]],
    [
      'resources of the own account alone, for the role',
      walkthroughShare,
      [
        inOwnPolicy(
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: `${BUCKET}/*`,
            Condition: { StringEquals: { 'aws:ResourceAccount': COMPANY } },
          },
          1,
        ),
      ],
    ],
    [
      'resources of the account that asks alone',
      walkthroughShare,
      [
        inOwnPolicy(
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: `${BUCKET}/*`,
            Condition: { StringEquals: { 's3:ResourceAccount': '${aws:PrincipalAccount}' } },
          },
          1,
        ),
      ],
    ],
    [
      'actions on a bucket and on its objects in one statement',
      walkthroughShare,
      [
        inOwnPolicy({ Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: BOTH }, 0),
        inOwnPolicy({ Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: BOTH }, 1),
      ],
    ],
    ['access logs into a bucket for logs', walkthroughShare, intoLogs('logging.s3.amazonaws.com', pinned)],
    [
      'access logs, whose service a condition names',
      walkthroughShare,
      otherBucket({
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::company-logs/*',
        Condition: {
          StringEquals: {
            'aws:PrincipalServiceName': 'logging.s3.amazonaws.com',
            'aws:SourceAccount': COMPANY,
          },
        },
      }),
    ],
    [
      'a trail into a bucket for logs',
      walkthroughShare,
      intoLogs('cloudtrail.amazonaws.com', {
        ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${COMPANY}:trail/*` },
      }),
    ],
    [
      'a trail as the CDK writes it, which puts its files under the number of its account',
      walkthroughShare,
      otherBucket([
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:GetBucketAcl',
          Resource: 'arn:aws:s3:::company-logs',
        },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: `arn:aws:s3:::company-logs/AWSLogs/${COMPANY}/*`,
          Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
        },
      ]),
    ],
    [
      'the logs of a load balancer, under a prefix of their own',
      walkthroughShare,
      otherBucket({
        Effect: 'Allow',
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `arn:aws:s3:::company-logs/web/AWSLogs/${COMPANY}/*`,
      }),
    ],
    [
      'a key for the log groups of the account',
      walkthroughShare,
      [
        key({
          Effect: 'Allow',
          Principal: { Service: 'logs.ap-northeast-1.amazonaws.com' },
          Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
          Resource: '*',
          Condition: {
            ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:ap-northeast-1:${COMPANY}:*` },
          },
        }),
      ],
    ],
    ['an inventory into a bucket for logs', walkthroughShare, intoLogs('s3.amazonaws.com', pinned)],
    ...[
      'ec2 ecs-tasks states events scheduler glue codebuild firehose config lambda'
        .split(' ')
        .map((name): readonly [string, Share, readonly Edit[]] => [
          `a role for ${name}`,
          walkthroughShare,
          [serviceRole(`${name}.amazonaws.com`)],
        ]),
    ].flat(),
    [
      'a landing zone’s Deny with a set operator, about other actions',
      walkthroughShare,
      [
        inOwnPolicy({
          Effect: 'Deny',
          Action: 'ec2:*',
          Resource: '*',
          Condition: { 'ForAnyValue:StringEquals': { 'aws:CalledVia': 'cloudformation.amazonaws.com' } },
        }),
      ],
    ],
    [
      'a Deny with a policy variable, about other actions',
      walkthroughShare,
      [inOwnPolicy({ Effect: 'Deny', Action: 'iam:*', Resource: 'arn:aws:iam::*:user/${aws:username}' })],
    ],
    [
      'a Deny with a wildcard in the region and the account, about other actions',
      walkthroughShare,
      [inOwnPolicy({ Effect: 'Deny', Action: 'ec2:*', Resource: 'arn:aws:ec2:*:*:instance/*' })],
    ],
    [
      'a boundary with wildcards in regions and accounts',
      walkthroughShare,
      [
        added('Boundary', 'AWS::IAM::ManagedPolicy', {
          ManagedPolicyName: 'LandingZoneBoundary',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: 'arn:aws:s3:*:*:*' },
              { Effect: 'Deny', Action: 'iam:*', Resource: 'arn:aws:iam::*:role/*' },
            ],
          },
        }),
        ofRole('PermissionsBoundary', `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`),
      ],
    ],
    [
      'one Sid twice in a bucket policy',
      walkthroughShare,
      ['A', 'A'].map((Sid, index): Edit => [
        'CompanyStack',
        [...statement(BUCKET_POLICY, 'PolicyDocument', index), 'Sid'],
        Sid,
      ]),
    ],
    [
      'an Id in an identity policy',
      walkthroughShare,
      [['CompanyStack', ['Resources', READ_POLICY, 'Properties', 'PolicyDocument', 'Id'], 'Mine']],
    ],
    [
      'a date with six decimals, and True in capitals',
      walkthroughShare,
      [
        inOwnPolicy({
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: `${BUCKET}/*`,
          Condition: {
            DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00.123456Z' },
            Bool: { 'aws:SecureTransport': 'True' },
          },
        }),
      ],
    ],
  ];
  test.each(cases)('%s', (_, share, edits) => {
    const report = prove(share, ...edits);

    expect([...headlines(report), ...refusals(report)]).toEqual([]);
    expect(report.verdict).toBe('holds');
  });

  test.each([
    ['999999999999', '222222222222'],
    ['111111111111', '999999999999'],
  ])('the company %s and the vendor %s', (company, vendor) => {
    const share: Share = {
      ...companyWith({ account: company }),
      vendors: shareWith({ account: vendor }).vendors,
    };

    expect(headlines(prove(share))).toEqual([]);
  });
});

describe('an opened door is shown with a request that can exist', () => {
  const anyone = 'outsiders: A session of the role arn:aws:iam::999999999999:role/AnyRole can';
  const cases: readonly (readonly [what: string, edits: readonly Edit[], expected: string])[] = [
    [
      'GitHub signs in to the vendor’s role',
      [
        inTrust({
          Effect: 'Allow',
          Principal: {
            Federated: `arn:aws:iam::${COMPANY}:oidc-provider/token.actions.githubusercontent.com`,
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:example/*' } },
        }),
      ],
      'outsiders: Somebody signed in through arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com can do sts:AssumeRoleWithWebIdentity on arn:aws:iam::111111111111:role/VendorAccessRole.',
    ],
    [
      'a service that relays strangers may enter a role',
      [serviceRole('rolesanywhere.amazonaws.com')],
      'outsiders: The service rolesanywhere.amazonaws.com can assume arn:aws:iam::111111111111:role/Worker.',
    ],
    [
      'a service that relays strangers reads the shared bucket, pinned',
      [
        inBucketPolicy({
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: 's3:GetObject',
          Resource: `${BUCKET}/*`,
          Condition: { StringEquals: { 'aws:SourceAccount': COMPANY } },
        }),
      ],
      'outsiders: The service cloudfront.amazonaws.com can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.',
    ],
    [
      'access logs that anybody can send',
      intoLogs('logging.s3.amazonaws.com'),
      'outsiders: The service logging.s3.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/test-data.txt.',
    ],
    [
      'access logs pinned where a pin is missing',
      intoLogs('logging.s3.amazonaws.com', { StringEqualsIfExists: { 'aws:SourceAccount': COMPANY } }),
      'outsiders: The service logging.s3.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/test-data.txt.',
    ],
    [
      'access logs pinned to a bucket, whose ARN has no account',
      intoLogs('logging.s3.amazonaws.com', { ArnLike: { 'aws:SourceArn': BUCKET } }),
      'outsiders: The service logging.s3.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/test-data.txt.',
    ],
    [
      'a trail as the CDK writes it, of another account',
      otherBucket({
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::company-logs/AWSLogs/222222222222/*',
      }),
      'outsiders: The service cloudtrail.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/AWSLogs/222222222222/example.',
    ],
    [
      'a key for the log groups of all accounts',
      [
        key({
          Effect: 'Allow',
          Principal: { Service: 'logs.ap-northeast-1.amazonaws.com' },
          Action: 'kms:Decrypt*',
          Resource: '*',
        }),
      ],
      'outsiders: The service logs.ap-northeast-1.amazonaws.com can do kms:Decrypt on arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=.',
    ],
    [
      'a key for whoever reads through S3 in the own account, the borrower included',
      [
        key({
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'kms:Decrypt',
          Resource: '*',
          Condition: {
            StringEquals: {
              'kms:CallerAccount': COMPANY,
              'kms:ViaService': 's3.ap-northeast-1.amazonaws.com',
            },
          },
        }),
      ],
      'outsiders: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do kms:Decrypt on arn:aws:kms:ap-northeast-1:111111111111:key/CompanyStack.Key=made-up=.',
    ],
    [
      'a trail of any account',
      intoLogs('cloudtrail.amazonaws.com', {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudtrail:*:*:trail/*' },
      }),
      'outsiders: The service cloudtrail.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/test-data.txt.',
    ],
    [
      'a service of all accounts but one',
      intoLogs('logging.s3.amazonaws.com', { StringNotEquals: { 'aws:SourceAccount': '222222222222' } }),
      'outsiders: The service logging.s3.amazonaws.com can do s3:PutObject on arn:aws:s3:::company-logs/test-data.txt.',
    ],
    [
      'a condition that holds when a list is empty',
      [
        inBucketPolicy({
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: BOTH,
          Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-exampleorgid/' } },
        }),
      ],
      `${anyone} do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.`,
    ],
  ];
  test.each(cases)('%s', (_, edits, expected) => {
    const report = prove(walkthroughShare, ...edits);

    expect([...headlines(report), ...refusals(report)]).toContain(expected);
    expect(report.verdict).toBe('broken');
  });
});

describe('what is not understood is read both ways, and named where that makes a difference', () => {
  const cases: readonly (readonly [what: string, edits: readonly Edit[], expected: string])[] = [
    [
      'the perimeter of an organization that the share does not name',
      [perimeter],
      'bucket policy of company-shared-data-bucket-12345, statement 3: its condition StringNotEqualsIfExists aws:PrincipalOrgID depends on the organization that the company is in, which company.organizationId in parameters.ts can say.',
    ],
    [
      'NotPrincipal',
      [inTrust({ Effect: 'Allow', NotPrincipal: { AWS: COMPANY }, Action: 'sts:AssumeRole' })],
      'trust policy of VendorAccessRole, statement 2: Statement[1].NotPrincipal is not modelled; use Principal "*" and a condition on aws:PrincipalArn.',
    ],
    [
      'a managed policy of AWS',
      [ofRole('ManagedPolicyArns', ['arn:aws:iam::aws:policy/ReadOnlyAccess'])],
      'The text of arn:aws:iam::aws:policy/ReadOnlyAccess is not in the templates',
    ],
    [
      'a boundary of a landing zone, by name',
      [ofRole('PermissionsBoundary', `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`)],
      `The text of arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary is not in the templates`,
    ],
    [
      'a wildcard that may reach an object of another bucket, whose key holds the ARN’s end',
      [
        inOwnPolicy(
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:*:*:company-shared-data-bucket-12345/*',
          },
          1,
        ),
      ],
      'VendorS3AccessPolicy, statement 2: Resource "arn:aws:s3:*:*:company-shared-data-bucket-12345/*" has a wildcard before the last part of the ARN, and AWS does not say how far it reaches.',
    ],
    [
      'a service that is not on the list',
      intoLogs('made-up.amazonaws.com', pinned),
      'It cannot be told whether made-up.amazonaws.com calls for the company only when it does s3:PutObject.',
    ],
    [
      'a plain operator on a key with several values',
      [
        inOwnPolicy({
          Effect: 'Allow',
          Action: 's3:PutObject',
          Resource: `${BUCKET}/*`,
          Condition: { StringEquals: { 'aws:CalledVia': 'athena.amazonaws.com' } },
        }),
      ],
      'VendorS3AccessPolicy, statement 3: its condition StringEquals aws:CalledVia cannot be decided, because the key can have several values in one request and the operator does not say which must match (ForAnyValue: and ForAllValues: do).',
    ],
  ];
  test.each(cases)('%s', (_, edits, expected) => {
    const report = prove(walkthroughShare, ...edits);

    expect(headlines(report)).toEqual([]);
    expect(refusals(report).map((what) => what.slice(0, expected.length))).toContain(expected);
    expect(report.verdict).toBe('not decided');
  });

  test('a boundary whose text is not known can only narrow: nobody else gets anything', () => {
    const boundary = ofRole('PermissionsBoundary', `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`);
    const { claims } = prove(walkthroughShare, boundary);

    expect(claims.map(({ id, result }) => `${id} ${result}`)).toEqual([
      'outsiders holds',
      'borrowers holds',
      'permission-set holds',
      'it-works unknown',
    ]);
  });

  // "Everything unknown matches" lets the Deny hide the Allow; "nothing unknown matches" hides the Allow itself.
  test('an Allow and a Deny, both unknown, in one policy', () => {
    const unknown = {
      StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/${aws:PrincipalTag/team}' },
    };
    const write = { Action: 's3:PutObject', Resource: `${BUCKET}/*`, Condition: unknown };
    const report = prove(
      walkthroughShare,
      inOwnPolicy({ Effect: 'Allow', ...write }),
      inOwnPolicy(
        { Effect: 'Deny', ...write, Condition: { ...unknown, Bool: { 'aws:SecureTransport': 'true' } } },
        3,
      ),
    );

    expect(report.verdict).toBe('not decided');
    expect(report.claims.map(({ id, result }) => `${id} ${result}`)).toContain('borrowers unknown');
  });

  test('the report says what was read both ways', () => {
    const boundary = ofRole('PermissionsBoundary', `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`);

    expect(prove(walkthroughShare, boundary).readBothWays).toEqual([
      `the text of arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary is not in the templates`,
    ]);
    expect(prove(walkthroughShare).readBothWays).toEqual([]);
    expect(proofPage(prove(walkthroughShare, boundary), { color: false, width: 500 })).toContain(
      `Not understood, and so read both ways, as giving most access and as giving least: the text of arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary is not in the templates.`,
    );
  });

  test('what is broken for certain is broken, beside what is not understood', () => {
    const report = prove(
      walkthroughShare,
      ofRole('PermissionsBoundary', `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`),
      inTrust({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }),
    );

    expect(report.verdict).toBe('broken');
  });
});

describe("a resource outside the bucket can be anybody's", () => {
  const allow = (action: string, condition: object) =>
    inOwnPolicy({ Effect: 'Allow', Action: action, Resource: '*', Condition: condition });
  test.each([
    ["the company's", { StringEquals: { 'aws:ResourceAccount': COMPANY } }],
    ["the caller's own", { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }],
    ["a third account's", { StringEquals: { 'aws:ResourceAccount': '333333333333' } }],
    ['those of some accounts', { StringLike: { 'aws:ResourceAccount': '3*' } }],
    ["not the company's", { StringNotEquals: { 'aws:ResourceAccount': COMPANY } }],
  ])('%s', (_, condition) => {
    for (const action of ['ec2:TerminateInstances', 'kms:Decrypt', 's3:GetObject', 'sts:AssumeRole'])
      expect(prove(walkthroughShare, allow(action, condition)).verdict).toBe('broken');
  });

  test('but what an ARN names is of the account in it', () => {
    const passRole = (owner: string) =>
      inOwnPolicy({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${COMPANY}:role/Worker`,
        Condition: { StringEquals: { 'aws:ResourceAccount': owner } },
      });
    expect(prove(walkthroughShare, passRole(COMPANY)).verdict).toBe('broken');
    expect(prove(walkthroughShare, passRole('333333333333')).verdict).toBe('holds');
  });

  test('an account that is compared as a number is not decided', () => {
    const asNumber = { NumericEquals: { 'aws:ResourceAccount': '333333333333' } };
    expect(prove(walkthroughShare, allow('ec2:TerminateInstances', asNumber)).verdict).toBe('not decided');
  });

  test("a permission set that asks whose the role is works for the company's only", () => {
    const asks = (owner: string): Edit => [
      'VendorStack',
      ['Resources', PERMISSION_SET, 'Properties', 'InlinePolicy', 'Statement', 0, 'Condition'],
      { StringEquals: { 'aws:ResourceAccount': owner } },
    ];
    expect(prove(walkthroughShare, asks(COMPANY)).verdict).toBe('holds');
    expect(prove(walkthroughShare, asks('333333333333')).verdict).toBe('broken');
  });
});
