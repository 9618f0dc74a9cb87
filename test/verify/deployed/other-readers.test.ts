import { grantsOf } from '../../../lib/share/grant';
import type { BucketEntry, FoundPolicy, ResourcePolicyEntry } from '../../../tools/proof/templates/inventory';
import { setOthersApart } from '../../../tools/verify/deployed/other-readers';
import { walkthroughShare } from '../../lib/walkthrough-share';

const ORIGIN = { stack: '111111111111', logicalId: 'data', live: true };
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/k';
const [grant] = grantsOf(walkthroughShare);

const policyOf = (document: unknown): FoundPolicy => ({
  name: 'bucket policy of data',
  document,
  origin: ORIGIN,
});
const bucketWith = (more: Partial<BucketEntry>): BucketEntry => ({
  name: 'data',
  account: '111111111111',
  origin: ORIGIN,
  ...more,
});
const apart = (buckets: readonly BucketEntry[], policies: readonly ResourcePolicyEntry[] = []) =>
  setOthersApart(buckets, policies, grant!);

/** Of a bucket policy of one statement: who else reads, and the principal that is left to judge. */
function statement(Principal: unknown, Condition?: object, more: object = {}) {
  const one = {
    Sid: 'Partner',
    Effect: 'Allow',
    Principal,
    Action: ['s3:GetObject', 's3:List*'],
    Resource: '*',
    ...(Condition && { Condition }),
    ...more,
  };
  const { buckets, otherReaders } = apart([
    bucketWith({ policy: policyOf({ Version: '2012-10-17', Statement: one }) }),
  ]);
  const left = buckets[0]?.policy?.document as { Statement: { Principal?: unknown }[] } | undefined;
  return { otherReaders, left: left?.Statement.map((kept) => kept.Principal) };
}

const said = (who: string) => [`${who} (bucket policy of data, Partner: s3:GetObject, s3:List*)`];
const OTHER = 'arn:aws:iam::333333333333:root';

describe('listed, and not judged, is what names', () => {
  test.each<[string, unknown, object | undefined, string]>([
    ['another account', { AWS: OTHER }, undefined, 'account 333333333333'],
    [
      'a role of another account',
      { AWS: 'arn:aws:iam::333333333333:role/r' },
      undefined,
      'arn:aws:iam::333333333333:role/r',
    ],
    ['a service', { Service: 'logging.s3.amazonaws.com' }, undefined, 'the service logging.s3.amazonaws.com'],
    [
      'an organization',
      '*',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      'everybody whose aws:PrincipalOrgID is o-1',
    ],
    [
      'organizations',
      '*',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-1/*', 'o-2/*'] } },
      'everybody whose aws:PrincipalOrgPaths is o-1/* or o-2/*',
    ],
    [
      'an account in other letters',
      '*',
      { StringEqualsIgnoreCase: { 'aws:SourceAccount': '333333333333' } },
      'everybody whose aws:SourceAccount is 333333333333',
    ],
    [
      'an ARN',
      '*',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:333333333333:*' } },
      'everybody whose aws:SourceArn is arn:aws:sns:*:333333333333:*',
    ],
    [
      'the same ARN',
      '*',
      { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:*:333333333333:*' } },
      'everybody whose aws:SourceArn is arn:aws:sns:*:333333333333:*',
    ],
    [
      'a network',
      '*',
      { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:db8::/32'] } },
      'everybody whose aws:SourceIp is 203.0.113.0/24 or 2001:db8::/32',
    ],
    [
      'a network of eight bits',
      '*',
      { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      'everybody whose aws:SourceIp is 10.0.0.0/8',
    ],
    [
      'a VPC and an endpoint',
      '*',
      {
        StringEquals: { 'aws:SourceVpc': 'vpc-1', 'aws:SourceVpce': 'vpce-1', 'aws:SecureTransport': 'true' },
      },
      'everybody whose aws:SourceVpc is vpc-1 and aws:SourceVpce is vpce-1',
    ],
    [
      'access points',
      '*',
      { StringEquals: { 's3:DataAccessPointAccount': '333333333333' } },
      'everybody whose s3:DataAccessPointAccount is 333333333333',
    ],
    [
      'one access point',
      '*',
      { StringLike: { 's3:DataAccessPointArn': 'arn:aws:s3:x' } },
      'everybody whose s3:DataAccessPointArn is arn:aws:s3:x',
    ],
  ])('%s', (_, principal, condition, who) => {
    expect(statement(principal, condition)).toEqual({ otherReaders: said(who), left: undefined });
  });

  test('of several, the vendor’s and the company’s own stay to be judged', () => {
    const ours = [
      'arn:aws:iam::222222222222:root',
      'arn:aws:iam::111111111111:role/Admin',
      'AIDAJQABLZS4A3QDU576Q',
    ];

    expect(
      statement({ AWS: [OTHER, ...ours], Federated: 'accounts.google.com', Service: 'ec2.amazonaws.com' }),
    ).toEqual({
      otherReaders: [...said('account 333333333333'), ...said('the service ec2.amazonaws.com')],
      left: [{ AWS: ours, Federated: ['accounts.google.com'] }],
    });
    expect(statement({ AWS: OTHER, Federated: 'accounts.google.com' }).left).toEqual([
      { Federated: ['accounts.google.com'] },
    ]);
  });
});

describe('judged is', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
  test.each<[string, unknown, (object | undefined)?, object?]>([
    ['everybody', '*'],
    ['… in another spelling', { AWS: '*' }],
    ['the vendor', { AWS: 'arn:aws:iam::222222222222:root' }],
    ['one role of the vendor’s', { AWS: 'arn:aws:iam::222222222222:role/r' }],
    ['the company', { AWS: 'arn:aws:iam::111111111111:user/u' }],
    ['a provider', { Federated: 'accounts.google.com' }],
    ['whoever is gone', { AWS: 'AROAJQABLZS4A3QDU576Q' }],
    ['a Deny, whoever it names', { AWS: OTHER }, undefined, { Effect: 'Deny' }],
    ['what nobody can tell', { CanonicalUser: '79a59df9' }],
    ['… beside another', { CanonicalUser: '79a59df9', AWS: OTHER }],
    ['all but somebody', undefined, undefined, { NotPrincipal: { AWS: OTHER } }],
    ['a condition that names nobody', '*', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['one that holds also without the key', '*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['one that holds for none', '*', { 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-1/*' } }],
    ['one that excludes', '*', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['one for any', '*', { StringLike: { 'aws:PrincipalOrgID': '*' } }],
    ['one for any of two', '*', { StringLike: { 'aws:PrincipalOrgID': ['o-1', '*'] } }],
    ['half of all addresses', '*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }],
    ['a small part of the newer', '*', { IpAddress: { 'aws:SourceIp': '2000::/31' } }],
    ['a large part of the newer', '*', { IpAddress: { 'aws:SourceIp': 'ABCD::/3' } }],
    ['the vendor, by condition', '*', { StringEquals: { 'aws:SourceAccount': '222222222222' } }],
    ['… among others', '*', { StringEquals: { 'aws:SourceAccount': ['333333333333', '222222222222'] } }],
    ['… in an ARN', '*', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:222222222222:*' } }],
  ])('%s', (...[, principal, condition, more]) => {
    expect(statement(principal, condition, more)).toEqual({ otherReaders: [], left: [principal] });
  });

  test('a policy that cannot be read, as it is', () => {
    const policy = policyOf({ Version: '2012-10-17', Statement: [{ Effect: 'Maybe' }] });

    expect(apart([bucketWith({ policy })])).toMatchObject({ buckets: [{ policy }], otherReaders: [] });
  });
});

test('statements keep their order, and what is said of others with them goes', () => {
  const one = (Sid: string, Principal: unknown) => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: 's3:*',
    Resource: '*',
  });
  const [mine, theirs, all] = [one('A', { AWS: '222222222222' }), one('B', { AWS: OTHER }), one('C', '*')];
  const { buckets } = apart([
    bucketWith({ policy: policyOf({ Version: '2012-10-17', Id: 'x', Statement: [mine, theirs, all] }) }),
  ]);

  expect(buckets[0]?.policy).toEqual(policyOf({ Version: '2012-10-17', Id: 'x', Statement: [mine, all] }));
});

test('what the bucket gives away by itself is listed where it is another’s, and judged where it is not', () => {
  const sends = [
    { what: 'its access logs go', to: 'bucket logs', account: '333333333333' },
    { what: 'its inventory "i" lists all objects', to: 'bucket list', account: 'another' },
    { what: 'its notifications go', to: 'somewhere', account: '222222222222' },
    { what: 'its analysis "a" reports on objects', to: 'bucket own', account: '111111111111' },
    { what: 'its replication rule "r" copies objects', to: 'a bucket without a name' },
  ];
  const granted = (account?: string) => ({
    id: `grant-${account}`,
    grantee: `grantee ${account}`,
    permission: 'READ',
    scope: 's3://data/*',
    ...(account !== undefined && { account }),
  });
  const accessGrants = [granted('333333333333'), granted('222222222222'), granted()];
  const { buckets, otherReaders } = apart([
    bucketWith({ sends, accessGrants, hides: ['its lifecycle deletes objects'] }),
  ]);

  expect(otherReaders).toEqual([
    'account 333333333333 (its access logs go to bucket logs)',
    'another account (its inventory "i" lists all objects to bucket list)',
    'grantee 333333333333 (S3 Access Grants: READ on s3://data/*)',
  ]);
  expect(buckets).toEqual([
    bucketWith({
      hides: [],
      sends: sends.slice(2),
      accessGrants: accessGrants.slice(1),
    }),
  ]);
});

test('the policy of a key stays, also where it is about others alone; that of an access point goes', () => {
  const policy = policyOf({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: OTHER }, Action: 'kms:*', Resource: '*' }],
  });
  const entry = (arn: string): ResourcePolicyEntry => ({
    resource: 'it',
    arn,
    account: '111111111111',
    policy,
  });
  const key = entry(KEY);

  expect(
    apart([], [key, entry('arn:aws:s3:ap-northeast-1:111111111111:accesspoint/a')]).resourcePolicies,
  ).toEqual([key]);
});
