// All of tools/verify/deployed/, for shares with an existing bucket, with a key, and without an Identity Center; and for a
// role whose sessions were cut off
import { grantsOf } from '../../../lib/share/grant';
import type { Company, Share, Vendor } from '../../../lib/share/share';
import { printableData } from '../../../tools/printable';
import { prove } from '../../../tools/proof/prove';
import { printRun, runAsData } from '../../../tools/verify/report';
import { runVerification } from '../../../tools/verify/verification-run';
import { memoryTerminal } from '../../memory-terminal';
import {
  acl,
  AS_PROMISED,
  BUCKET,
  COMPANY,
  managedPolicy,
  MAY_READ,
  policy,
  share as walkthrough,
  templates,
  TLS_ONLY,
  VENDOR,
} from './deployed-share';
import { type Answers, fakeAws } from './fake-aws';
import { encoded, json, result, xml } from './said';

const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const KEY = `arn:aws:kms:ap-northeast-1:${COMPANY}:key/${KEY_ID}`;
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;
const EVERYTHING = { Action: 's3:GetObject', Resource: `${BUCKET_ARN}/*` };
const PARTNER = '555555555555';

const aws = fakeAws();

async function verified(share: Share, answers: Answers) {
  const [grant] = grantsOf(share);
  if (grant === undefined) throw new Error('the share has no vendor');
  aws.become({ ...AS_PROMISED, ...answers });
  const run = await runVerification({
    grant,
    share,
    profileNames: ['company'],
    profiles: { profiles: { company: {} }, ssoSessions: [] },
    connection: aws.connection,
    timeout: 10_000,
    concurrency: 6,
    deployed: { prove, templates: () => Promise.resolve({ stacks: templates }) },
    signal: new AbortController().signal,
    now: () => new Date('2026-11-26T00:00:00Z'),
    nonce: 'a1b2c3d4e5f60718',
  });
  const terminal = memoryTerminal();
  printRun(terminal, printableData(run));
  return { run, text: terminal.printed().replaceAll(/\s+/g, ' '), json: JSON.stringify(runAsData(run)) };
}

function shareOf(company: Partial<Company>, vendor: Vendor = { account: VENDOR }): Share {
  return { company: { ...walkthrough.company, seedObjects: [], ...company }, vendors: [vendor] };
}

const toItsOwner = {
  Bool: { 'aws:SecureTransport': 'true' },
  StringEquals: { 'aws:ResourceAccount': COMPANY },
};
const readsExisting = MAY_READ.map((statement) => ({ ...statement, Condition: toItsOwner }));
const ofExisting: Answers = { 'iam GetPolicyVersion': managedPolicy(...readsExisting) };
const existing = shareOf({ bucket: 'existing' });

const bucketPolicy = (...statements: readonly object[]): Answers => ({
  's3 GET ?policy': json(policy(...TLS_ONLY, ...statements)),
});
const allow = (principal: unknown, more: object = {}) => ({
  Sid: 'Partner',
  Effect: 'Allow',
  Principal: principal,
  ...EVERYTHING,
  ...more,
});
const ownership = (rule: string): Answers => ({
  's3 GET ?ownershipControls': xml(
    'OwnershipControls',
    `<Rule><ObjectOwnership>${rule}</ObjectOwnership></Rule>`,
  ),
});
const grantee = (kind: 'Group' | 'CanonicalUser', name: string) =>
  `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${kind}">` +
  `<${kind === 'Group' ? 'URI' : 'ID'}>${name}</${kind === 'Group' ? 'URI' : 'ID'}></Grantee><Permission>READ</Permission></Grant>`;
const ALL_USERS = 'http://acs.amazonaws.com/groups/global/AllUsers';
const nothingBlocked: Answers = {
  's3 GET ?publicAccessBlock': xml(
    'PublicAccessBlockConfiguration',
    '<BlockPublicAcls>false</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls>' +
      '<BlockPublicPolicy>false</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets>',
  ),
};
const listing = (...keys: readonly (readonly [key: string, owner: string])[]): Answers => ({
  [`s3 GET ?fetch-owner`]: objects(keys),
  [`s3 GET ?list-type`]: objects(keys),
});
const objects = (keys: readonly (readonly [key: string, owner: string])[]) =>
  xml(
    'ListBucketResult',
    keys
      .map(([key, owner]) => `<Contents><Key>${key}</Key><Owner><ID>${owner}</ID></Owner></Contents>`)
      .join('') + '<IsTruncated>false</IsTruncated>',
  );

describe('a bucket that is there already', () => {
  test.each<[string, Answers, 0 | 1 | 2, string]>([
    ['as promised', {}, 0, 'The vendor’s side is the vendor’s own'],
    [
      'serves another account',
      bucketPolicy(allow({ AWS: `arn:aws:iam::${PARTNER}:root` })),
      0,
      `account ${PARTNER} (bucket policy of ${BUCKET}, Partner: s3:GetObject)`,
    ],
    [
      'serves another account, and its policy says nothing else',
      { 's3 GET ?policy': json(policy(allow({ AWS: `arn:aws:iam::${PARTNER}:root` }))) },
      0,
      `account ${PARTNER} (bucket policy of ${BUCKET}, Partner: s3:GetObject)`,
    ],
    [
      'serves another account and this vendor in one statement',
      bucketPolicy(allow({ AWS: [`arn:aws:iam::${PARTNER}:root`, `arn:aws:iam::${VENDOR}:root`] })),
      1,
      `account ${PARTNER} (bucket policy of ${BUCKET}, Partner: s3:GetObject)`,
    ],
    [
      'serves this vendor outside the role',
      bucketPolicy(allow({ AWS: `arn:aws:iam::${VENDOR}:role/somebody` })),
      1,
      'The promise is broken.',
    ],
    ['serves everybody', bucketPolicy(allow('*')), 1, 'The promise is broken.'],
    [
      'serves an organization',
      bucketPolicy(allow('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } })),
      0,
      'everybody whose aws:PrincipalOrgID is o-a1b2c3d4e5',
    ],
    [
      'serves those of a wide network',
      bucketPolicy(allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } })),
      1,
      'The promise is broken.',
    ],
    [
      'serves a CloudFront distribution',
      bucketPolicy(
        allow(
          { Service: 'cloudfront.amazonaws.com' },
          {
            Condition: {
              StringEquals: { 'aws:SourceArn': `arn:aws:cloudfront::${COMPANY}:distribution/E1` },
            },
          },
        ),
      ),
      0,
      'the service cloudfront.amazonaws.com',
    ],
    [
      'gives the role more than was promised',
      bucketPolicy(
        allow({ AWS: `arn:aws:iam::${COMPANY}:role/VendorAccessRole` }, { Action: 's3:PutObject' }),
      ),
      1,
      's3:PutObject',
    ],
    [
      'denies what hits the role',
      bucketPolicy({
        Sid: 'FromInside',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`],
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
      }),
      1,
      'which was promised',
    ],
    ['blocks nothing, and gives nothing', nothingBlocked, 0, 'nothing is missing there'],
    [
      'has an ACL for everybody',
      {
        ...nothingBlocked,
        ...ownership('ObjectWriter'),
        ...listing(),
        's3 GET ?acl': acl(grantee('Group', ALL_USERS)),
      },
      1,
      `has an ACL: READ to ${ALL_USERS}`,
    ],
    [
      'has an ACL for everybody that is ignored',
      { ...ownership('ObjectWriter'), ...listing(), 's3 GET ?acl': acl(grantee('Group', ALL_USERS)) },
      0,
      'nothing is missing there',
    ],
    [
      'has an ACL for somebody of whom S3 does not say who it is',
      {
        ...ownership('ObjectWriter'),
        ...listing(),
        's3 GET ?acl': acl(grantee('CanonicalUser', 'feedface')),
      },
      2,
      'aws s3api list-buckets --query Owner.ID',
    ],
    [
      'holds objects of other accounts',
      {
        ...ownership('ObjectWriter'),
        ...listing(['mine.txt', '0123456789abcdef'], ['theirs.txt', 'feedface']),
      },
      0,
      'of the first 2 objects, 1 is owned by another account, and the role cannot read it: theirs.txt',
    ],
    [
      'is copied into another account',
      {
        's3 GET ?replication': xml(
          'ReplicationConfiguration',
          `<Role>r</Role><Rule><ID>all</ID><Status>Enabled</Status><Filter/><Destination><Account>${PARTNER}</Account><Bucket>arn:aws:s3:::backup</Bucket></Destination></Rule>`,
        ),
      },
      0,
      `account ${PARTNER} (its replication rule "all" copies objects to bucket backup)`,
    ],
    [
      'is copied into the vendor’s account',
      {
        's3 GET ?replication': xml(
          'ReplicationConfiguration',
          `<Role>r</Role><Rule><ID>all</ID><Status>Enabled</Status><Filter/><Destination><Account>${VENDOR}</Account><Bucket>arn:aws:s3:::theirs</Bucket></Destination></Rule>`,
        ),
      },
      1,
      `gives something to account ${VENDOR}`,
    ],
    [
      'has a lifecycle',
      {
        's3 GET ?lifecycle': xml(
          'LifecycleConfiguration',
          '<Rule><ID>old</ID><Filter/><Status>Enabled</Status><Expiration><Days>30</Days></Expiration></Rule>',
        ),
      },
      0,
      'its lifecycle rule "old" deletes objects',
    ],
  ])('%s', async (_, answers, exitCode, says) => {
    const { run, text } = await verified(existing, { ...ofExisting, ...answers });
    expect(text).toContain(says);
    expect(run.exitCode).toBe(exitCode);
  });
});

test('what no deployment of the role repairs is said to be the company’s to correct', async () => {
  const { text } = await verified(existing, { ...ofExisting, ...bucketPolicy(allow('*')) });
  expect(text).toContain(
    `It does not touch what is there already: the policy, ACL, access points and key of bucket ${BUCKET} are corrected by hand`,
  );
});

const throughS3 = {
  Sid: 'AllowKmsDecryptThroughS3',
  Effect: 'Allow',
  Action: 'kms:Decrypt',
  Resource: KEY,
  Condition: {
    StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' },
    StringLike: { 'kms:EncryptionContext:aws:s3:arn': [BUCKET_ARN, `${BUCKET_ARN}/*`] },
  },
};
const encrypted = (key: string): Answers => ({
  's3 GET ?encryption': xml(
    'ServerSideEncryptionConfiguration',
    `<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${key}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule>`,
  ),
});
const keyPolicy = (...statements: readonly object[]): Answers => ({
  'kms GetKeyPolicy': json({ Policy: JSON.stringify(policy(...statements)), PolicyName: 'default' }),
});
const DELEGATES = {
  Sid: 'Root',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${COMPANY}:root` },
  Action: 'kms:*',
  Resource: '*',
};
const withKey: Answers = {
  'iam GetPolicyVersion': managedPolicy(...readsExisting, throughS3),
  ...encrypted(KEY),
  ...keyPolicy(DELEGATES),
};

describe('a key', () => {
  test.each<[string, Answers, 0 | 1 | 3, string]>([
    ['that leaves it to the account’s policies', {}, 0, `read: KMS key ${KEY_ID}: its policy`],
    ['that the bucket names by its id', encrypted(KEY_ID), 0, 'nothing is missing there'],
    [
      'whose policy leaves it to nobody',
      keyPolicy({ ...DELEGATES, Principal: { AWS: `arn:aws:iam::${COMPANY}:role/KeyAdmin` } }),
      1,
      'cannot do kms:Decrypt',
    ],
    [
      'whose policy is about others alone',
      keyPolicy({ ...DELEGATES, Sid: 'Partner', Principal: { AWS: `arn:aws:iam::${PARTNER}:root` } }),
      1,
      'cannot do kms:Decrypt',
    ],
    [
      'whose policy lets the vendor decrypt without the role',
      keyPolicy(DELEGATES, { ...DELEGATES, Sid: 'Open', Principal: { AWS: `arn:aws:iam::${VENDOR}:root` } }),
      1,
      `policy of the KMS key ${KEY_ID}`,
    ],
    ['of another bucket', encrypted(KEY.replace('1234abcd', '99999999')), 1, 'are not encrypted with'],
    [
      'that may not be read',
      {
        'kms GetKeyPolicy': {
          status: 400,
          body: JSON.stringify({ __type: 'AccessDeniedException', message: 'no' }),
        },
      },
      3,
      `could not be read, so not proved: KMS key ${KEY_ID}: its policy: this profile may not read it`,
    ],
  ])('%s', async (_, answers, exitCode, says) => {
    const share = shareOf({ bucket: 'existing', kmsKey: KEY });
    const { run, text } = await verified(share, { ...withKey, ...answers });
    expect(text).toContain(says);
    expect(run.exitCode).toBe(exitCode);
  });
});

const inline = (name: string, document: unknown): Answers => ({
  'iam ListRolePolicies': result(
    'ListRolePolicies',
    `<PolicyNames><member>${name}</member></PolicyNames><IsTruncated>false</IsTruncated>`,
  ),
  'iam GetRolePolicy': result(
    'GetRolePolicy',
    `<RoleName>VendorAccessRole</RoleName><PolicyName>${name}</PolicyName><PolicyDocument>${encoded(document)}</PolicyDocument>`,
  ),
});
const deny = (condition: object) => ({
  Effect: 'Deny',
  Action: ['*'],
  Resource: ['*'],
  Condition: condition,
});
const olderThan = (moment: string) => policy(deny({ DateLessThan: { 'aws:TokenIssueTime': moment } }));

describe('a Deny on the role', () => {
  test.each<[string, unknown, 0 | 1, string]>([
    [
      'the console’s Revoke sessions',
      olderThan('2026-11-25T10:00:00.000Z'),
      0,
      'suspended for sessions before 2026-11-25T10:00:00.000Z.',
    ],
    [
      'of sessions before a moment that is still to come',
      olderThan('2026-12-24T00:00:00Z'),
      0,
      'suspended for sessions before 2026-12-24T00:00:00Z, which is every session until then',
    ],
    ['of everything', policy({ Effect: 'Deny', Action: '*', Resource: '*' }), 1, 'which was promised'],
    [
      'of older sessions, with an Allow beside it',
      policy(deny({ DateLessThan: { 'aws:TokenIssueTime': '2026-11-25T10:00:00Z' } }), {
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: `${BUCKET_ARN}/*`,
      }),
      1,
      's3:PutObject',
    ],
    [
      'of newer sessions',
      policy(deny({ DateGreaterThan: { 'aws:TokenIssueTime': '2026-11-25T10:00:00Z' } })),
      1,
      'which was promised',
    ],
  ])('%s', async (_, document, exitCode, says) => {
    const share = { ...walkthrough, vendors: [{ account: VENDOR }] };
    const { run, text, json: data } = await verified(share, inline('AWSRevokeOlderSessions', document));
    expect(text).toContain(says);
    expect(run.exitCode).toBe(exitCode);
    // AND nobody is told to take it away
    expect(text).not.toMatch(/(take|delete|remove)[^.]* Deny\b[^.]* out|delete-role-policy/i);
    expect(data.includes('"suspensions":[{')).toBe(exitCode === 0);
  });
});

test('what belongs to a vendor without Identity Center in the share is not asked for', async () => {
  const { run, text } = await verified({ ...walkthrough, vendors: [{ account: VENDOR }] }, {});
  expect(run.exitCode).toBe(0);
  expect(run.deployed?.reading.sides).toEqual(['company']);
  expect(text).toContain('The vendor’s side is the vendor’s own: the share promises nothing about it.');
});
