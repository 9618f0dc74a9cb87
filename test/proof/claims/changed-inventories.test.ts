// tools/proof/claims/: an inventory as it was promised, in which one thing is another, and all that is said of it
import { grantsOf } from '../../../lib/share/grant';
import type { Share } from '../../../lib/share/share';
import { prove } from '../../../tools/proof/prove';
import type {
  AccessInventory,
  BucketEntry,
  CopyEntry,
  DeploymentEntry,
  PermissionSetEntry,
  RoleEntry,
} from '../../../tools/proof/templates/inventory';
import { promisedCompanySide, promisedVendorSide } from '../../../tools/verify/deployed/promised-inventory';
import {
  acme,
  companyWith,
  shareWith,
  walkthroughShare,
  walkthroughVendor,
} from '../../lib/walkthrough-share';
import { inFull } from '../in-full';

const BUCKET = 'company-shared-data-bucket-12345';
const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const LIMIT = 'arn:aws:iam::111111111111:policy/Limit';
const origin = { stack: '111111111111', logicalId: 'x', live: true };
const document = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const found = (name: string, ...statements: object[]) => ({
  name,
  document: document(...statements),
  origin,
});

/** As it was promised, for the first vendor. */
function promised(share: Share): AccessInventory {
  const [grant] = grantsOf(share);
  return {
    ...promisedCompanySide(grant!, share.company),
    ...promisedVendorSide(grant!),
    usersAndGroups: [],
    unjudged: [],
    notProved: [],
    live: true,
  };
}

interface Case {
  readonly share?: Share;
  readonly role?: Partial<RoleEntry>;
  readonly bucket?: Partial<BucketEntry>;
  readonly set?: Partial<PermissionSetEntry>;
  readonly more?: (inventory: AccessInventory) => Partial<AccessInventory>;
}

function told({ share = walkthroughShare, role, bucket, set, more = () => ({}) }: Case): string {
  const all = promised(share);
  const changed: AccessInventory = {
    ...all,
    roles: all.roles.map((one) => ({ ...one, ...role })),
    buckets: all.buckets.map((one) => ({ ...one, ...bucket })),
    permissionSets: all.permissionSets.map((one) => ({ ...one, ...set })),
  };
  return inFull(prove({ ...changed, ...more(changed) }, share));
}

const sends = (what: string, to: string, more: object = {}) => ({ sends: [{ what, to, ...more }] });
const grants = (grantee: string, account?: string) => ({
  accessGrants: [
    {
      id: 'g1',
      grantee,
      permission: 'READ',
      scope: `s3://${BUCKET}/*`,
      ...(account !== undefined && { account }),
    },
  ],
});

const bytes = (text: string) => new TextEncoder().encode(text);
const SEED = { key: 'test-data.txt', content: bytes('confidential data\n') };
const copy = (more: Partial<CopyEntry> = {}): CopyEntry => ({
  into: BUCKET,
  objects: [SEED],
  fromElsewhere: [],
  deletesOthers: [],
  doubts: [],
  origin,
  ...more,
});
const deploys =
  (more: Partial<DeploymentEntry> = {}) =>
  (): Partial<AccessInventory> => ({
    live: false,
    deployment: { stays: [], copies: [copy()], emptied: [], deposits: [], ...more },
  });

const CASES: Readonly<Record<string, Case>> = {
  nothing: {},
  'no role': { more: () => ({ roles: [] }) },
  'no role, and something that could not be read': {
    more: () => ({ roles: [], unjudged: [{ what: 'something', origin }] }),
  },
  'no role in the templates': { more: () => ({ roles: [], live: false }) },
  'no bucket': { more: () => ({ buckets: [] }) },
  'no permission set': { more: () => ({ permissionSets: [], assignments: [] }) },
  'another role in the vendor’s account': {
    more: ({ roles }) => ({
      roles: [
        ...roles,
        {
          ...roles[0]!,
          arn: 'arn:aws:iam::222222222222:role/Another',
          account: '222222222222',
          name: 'Another',
          trust: found('trust', {
            Effect: 'Allow',
            Principal: { Service: 'lambda.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
          policies: [],
          origin,
        },
      ],
    }),
  },
  'another permission set': {
    more: ({ permissionSets }) => ({
      permissionSets: [...permissionSets, { ...permissionSets[0]!, arn: 'another', name: 'Another', origin }],
    }),
  },
  'a longer session': { role: { maxSessionDuration: 7200 } },
  'a longer sign-in': { set: { sessionDuration: 'PT8H' } },
  'more on the permission set': {
    set: { alsoCarries: ['managed policy arn:aws:iam::aws:policy/ReadOnlyAccess', 'boundary Limit'] },
  },
  'no word of the sign-in': { set: { sessionDuration: undefined as never } },
  'no inline policy': { set: { inlinePolicy: undefined as never } },
  'an unknown managed policy on the role': {
    role: { unknownPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
  },
  'a policy that is known later': {
    role: { laterPolicies: [{ name: 'Later', why: 'its PolicyDocument cannot be known: x' }] },
  },
  'a boundary that nobody promised': { role: { boundary: { unknownPolicy: LIMIT } } },
  'a boundary that allows nothing': {
    role: { boundary: found('Limit', { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }) },
  },
  'the boundary that the share names by its ARN': {
    share: companyWith({ permissionsBoundary: LIMIT }),
    role: { boundary: { unknownPolicy: LIMIT } },
  },
  'the boundary is not there': {
    share: companyWith({ permissionsBoundary: LIMIT }),
    role: { boundary: undefined as never },
  },
  'another boundary': {
    share: companyWith({ permissionsBoundary: LIMIT }),
    role: { boundary: { unknownPolicy: `${LIMIT}ed`, why: 'it is of elsewhere' } },
  },
  'the boundary that the share spells out': {
    share: companyWith({
      permissionsBoundary: {
        arn: LIMIT,
        document: document({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
      },
    }),
    role: { boundary: { unknownPolicy: LIMIT } },
  },
  'a boundary that the share spells out, and that takes too much': {
    share: companyWith({
      permissionsBoundary: {
        arn: LIMIT,
        document: document({ Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }),
      },
    }),
    role: { boundary: { unknownPolicy: LIMIT } },
  },
  'two settings of the public access block are off': {
    bucket: {
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: false,
        blockPublicPolicy: true,
        restrictPublicBuckets: false,
      },
    },
  },
  'one setting of the public access block is off': {
    bucket: {
      publicAccessBlock: {
        blockPublicAcls: true,
        ignorePublicAcls: true,
        blockPublicPolicy: false,
        restrictPublicBuckets: true,
      },
    },
  },
  'no public access block': { bucket: { publicAccessBlock: undefined as never } },
  'ACLs are on': { bucket: { ownership: 'BucketOwnerPreferred', acl: 'READ to everyone' } },
  'encrypted with S3’s own key': { bucket: { encryption: 'aws:kms' } },
  'encrypted with a key': { bucket: { encryption: 'aws:kms:dsse', encryptionKey: KEY } },
  'encrypted by S3': { bucket: { encryption: 'AES256' } },
  'not encrypted with the share’s key': {
    share: companyWith({ kmsKey: KEY }),
    bucket: { encryption: 'AES256', encryptionKey: undefined as never },
  },
  'encrypted with another key than the share’s': {
    share: companyWith({ kmsKey: KEY }),
    bucket: { encryptionKey: KEY.replace('1234abcd', 'ffffabcd') },
  },
  'encrypted with the share’s key': { share: companyWith({ kmsKey: KEY }) },
  'a key that denies': {
    share: companyWith({ kmsKey: KEY }),
    more: ({ resourcePolicies }) => ({
      resourcePolicies: resourcePolicies.map((one) => ({
        ...one,
        policy: found(
          'policy of the KMS key',
          {
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111111111111:root' },
            Action: 'kms:*',
            Resource: '*',
          },
          { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' },
        ),
      })),
    }),
  },
  'a key that cannot be used': {
    share: companyWith({ kmsKey: KEY }),
    more: ({ resourcePolicies }) => ({
      resourcePolicies: resourcePolicies.map((one) => ({
        ...one,
        unusable: ['it is disabled', 'its deletion is planned'],
      })),
    }),
  },
  'a lifecycle that deletes': { bucket: { hides: ['its lifecycle rule "x" deletes objects'] } },
  'a replication to another account': {
    bucket: sends('its replication rule "all" copies objects', 'bucket elsewhere', {
      account: '333333333333',
      bucketName: 'elsewhere',
    }),
  },
  'a replication to somebody else': {
    bucket: sends('its replication rule "all" copies objects', 'bucket elsewhere', {
      account: 'another',
      bucketName: 'elsewhere',
    }),
  },
  'a replication to nobody knows whom': {
    bucket: sends('its replication rule "all" copies objects', 'bucket elsewhere', {
      bucketName: 'elsewhere',
    }),
  },
  'access logs in the bucket itself': {
    bucket: sends('its access logs go', `bucket ${BUCKET}`, { account: '111111111111', bucketName: BUCKET }),
  },
  'notifications inside the account': {
    bucket: sends('its notifications go', 'arn:aws:sns:ap-northeast-1:111111111111:t', {
      account: '111111111111',
    }),
  },
  'an access grant to another account': {
    bucket: grants('arn:aws:iam::333333333333:role/R', '333333333333'),
  },
  'an access grant inside the account': {
    bucket: grants('arn:aws:iam::111111111111:role/R', '111111111111'),
  },
  'an access grant to people of the directory': { bucket: grants('directory group GUID') },
  'a policy that denies everybody': {
    bucket: { locked: 'User: x is not authorized to perform: s3:GetBucketPolicy' },
  },
  'a bucket of another region': { bucket: { region: 'us-east-1' } },
  'an assignment to somebody else': {
    more: ({ assignments }) => ({
      assignments: [...assignments, { ...assignments[0]!, principalType: 'USER', principalId: 'eve' }],
    }),
  },
  'no assignment': { more: () => ({ assignments: [] }) },
  'a user': {
    more: () => ({
      usersAndGroups: [
        {
          kind: 'user',
          arn: 'arn:aws:iam::222222222222:user/bob',
          account: '222222222222',
          name: 'bob',
          policies: [found('All', { Effect: 'Allow', Action: '*', Resource: '*' })],
          unknownPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
          origin,
        },
      ],
    }),
  },
  'a second vendor without its half': { share: { ...walkthroughShare, vendors: [walkthroughVendor, acme] } },
  'something that could not be read': {
    more: () => ({
      unjudged: [
        { what: 'Something could not be read.', origin },
        { what: 'And more.' },
        { what: 'Of a policy.', unreadPolicy: true },
      ],
    }),
  },
  'a topic for everybody': {
    more: () => ({
      resourcePolicies: [
        {
          resource: 'topic alarms',
          arn: 'arn:aws:sns:ap-northeast-1:111111111111:alarms',
          account: '111111111111',
          policy: found('policy of the topic alarms', {
            Effect: 'Allow',
            Principal: '*',
            Action: 'sns:Publish',
            Resource: '*',
          }),
        },
      ],
    }),
  },
  'a role that a partner enters': {
    more: ({ roles }) => ({
      roles: [
        ...roles,
        {
          ...roles[0]!,
          arn: 'arn:aws:iam::111111111111:role/Partner',
          name: 'Partner',
          trust: found('trust policy of Partner', {
            Effect: 'Allow',
            Principal: { AWS: '333333333333' },
            Action: 'sts:AssumeRole',
          }),
          policies: [],
          origin,
        },
      ],
    }),
  },
  'a share that has ended, with an ExternalId': {
    share: shareWith({ until: '2020-01-01T00:00:00Z', externalId: 'agreement' }),
  },
  'a trust without the ExternalId': {
    share: shareWith({ externalId: 'agreement' }),
    role: {
      trust: found('trust policy of VendorAccessRole', {
        Effect: 'Allow',
        Principal: { AWS: '222222222222' },
        Action: 'sts:AssumeRole',
      }),
    },
  },
  'a bucket policy without TLS': {
    bucket: {
      policy: found('bucket policy', {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111111111111:root' },
        Action: 's3:*',
        Resource: '*',
      }),
    },
  },
  'a bucket that is open to the vendor': {
    bucket: {
      policy: found('bucket policy', {
        Effect: 'Allow',
        Principal: { AWS: '222222222222' },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${BUCKET}/*`,
      }),
    },
  },

  // What a deployment does and leaves, as far as templates say it.
  'access that stays when its stack is deleted': {
    more: deploys({
      stays: [
        { type: 'AWS::IAM::Role', logicalId: 'Role', attribute: 'DeletionPolicy', value: 'Retain', origin },
        {
          type: 'AWS::SSO::Assignment',
          logicalId: 'Assignment',
          attribute: 'UpdateReplacePolicy',
          value: 'Retain',
          origin,
        },
      ],
    }),
  },
  'a bucket that is deleted': {
    bucket: { whenDeleted: 'deleted', whenReplaced: 'deleted' },
    more: deploys(),
  },
  'a bucket that is kept': { bucket: { whenDeleted: 'kept', whenReplaced: 'kept' }, more: deploys() },
  'a bucket that is kept and that the share wants deleted': {
    share: companyWith({ whenStackIsDeleted: 'delete-with-all-data' }),
    bucket: { whenDeleted: 'kept', whenReplaced: 'kept' },
    more: deploys({ emptied: [{ bucketName: BUCKET, origin }] }),
  },
  'a bucket that is emptied': {
    more: deploys({
      emptied: [
        { bucketName: BUCKET, origin },
        { bucketName: 'another', origin },
      ],
    }),
  },
  'a bucket that was there before, and is emptied': {
    share: companyWith({ bucket: 'existing', seedObjects: [] }),
    more: deploys({
      copies: [],
      emptied: [
        { bucketName: BUCKET, origin },
        { bucketName: 'another', origin },
      ],
    }),
  },
  'a key that goes with its stack': {
    share: companyWith({ kmsKey: KEY }),
    more: (all) => ({
      ...deploys()(),
      resourcePolicies: all.resourcePolicies.map((one) => ({
        ...one,
        whenDeleted: 'deleted' as const,
        whenReplaced: 'deleted' as const,
      })),
    }),
  },
  'a key that goes with its stack, as the bucket does': {
    share: companyWith({ kmsKey: KEY, whenStackIsDeleted: 'delete-with-all-data' }),
    more: (all) => ({
      ...deploys()(),
      resourcePolicies: all.resourcePolicies.map((one) => ({
        ...one,
        whenDeleted: 'deleted' as const,
        whenReplaced: 'kept' as const,
      })),
    }),
  },
  'the seed object with other content': {
    more: deploys({
      copies: [copy({ objects: [{ key: 'test-data.txt', content: bytes('confidential datum\n') }] })],
    }),
  },
  'the seed object with content that goes on': {
    more: deploys({
      copies: [copy({ objects: [{ key: 'test-data.txt', content: bytes('confidential data\n\n') }] })],
    }),
  },
  'another object': {
    more: deploys({ copies: [copy({ objects: [SEED, { key: 'salaries.csv', content: bytes('a') }] })] }),
  },
  'no seed object': { more: deploys({ copies: [] }) },
  'no seed object, and something that could not be read': {
    more: () => ({ ...deploys({ copies: [] })(), unjudged: [{ what: 'Something.' }] }),
  },
  'a copy of which something is not known': {
    more: deploys({
      copies: [copy({ doubts: ['its sources are not known', 'nor is its target'], objects: [] })],
    }),
  },
  'a copy from another bucket, encrypted, that deletes what others put there': {
    more: deploys({
      copies: [
        copy({
          fromElsewhere: ['salaries'],
          encryption: 'aws:kms',
          deletesOthers: ['at once', 'when it is taken out'],
        }),
      ],
    }),
  },
  'a copy out of the shared bucket, into nobody knows whose': {
    more: deploys({ copies: [copy(), copy({ into: 'elsewhere', fromElsewhere: [BUCKET], objects: [] })] }),
  },
  'a copy out of the shared bucket, into another of the company’s': {
    more: ({ buckets }) => ({
      ...deploys({
        copies: [copy(), copy({ into: 'company-backup', fromElsewhere: [BUCKET], objects: [] })],
      })(),
      buckets: [
        ...buckets,
        {
          name: 'company-backup',
          account: '111111111111',
          publicAccessBlock: buckets[0]!.publicAccessBlock!,
          ownership: 'BucketOwnerEnforced',
          origin,
        },
      ],
    }),
  },
  'logs that are put into it': {
    more: deploys({
      deposits: [
        { what: 'the access logs of the bucket other', into: BUCKET, origin },
        { what: 'the inventory of it', into: 'elsewhere', origin },
      ],
    }),
  },
};

/** What is said of each. */
const SAID: Readonly<Record<string, string>> = {
  nothing: `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'no role': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ There is no role arn:aws:iam::111111111111:role/VendorAccessRole.
  reason: It is the role that the vendor was promised.
  change: Deploy it from these parameters (\`npx cdk deploy\`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.`,

  'no role, and something that could not be read': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? something (live in 111111111111: x)`,

  'no role in the templates': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ There is no role arn:aws:iam::111111111111:role/VendorAccessRole.
  reason: It is the role that the vendor was promised.
  change: Synthesize the templates again from these parameters, or correct the name in parameters.ts.`,

  'no bucket': `outsiders holds, borrowers broken, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:ListBucket on arn:aws:s3:::company-shared-data-bucket-12345.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:ListBucket
  resource: arn:aws:s3:::company-shared-data-bucket-12345
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3BucketListAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3ObjectReadAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ There is no bucket company-shared-data-bucket-12345 in account 111111111111.
  reason: It is the bucket that was promised to be shared.
  change: Deploy it from these parameters (\`npx cdk deploy\`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.`,

  'no permission set': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ There is no permission set AllowAssumeCompanyRole in arn:aws:sso:::instance/ssoins-1234567890abcdef.
  reason: The promised people assume the role with it.
  change: Deploy it from these parameters (\`npx cdk deploy\`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.
✘ The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'another role in the vendor’s account': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ There is also the role Another in account 222222222222.
  found in: as it is deployed (live in 111111111111: x)
  reason: Nothing of the kind was promised there.
  change: Remove it, or deploy it from another app, whose owner is responsible for it.`,

  'another permission set': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ There is also the permission set Another in account 222222222222.
  found in: as it is deployed (live in 111111111111: x)
  reason: Nothing of the kind was promised there.
  change: Remove it, or deploy it from another app, whose owner is responsible for it.`,

  'a longer session': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ A session of VendorAccessRole may last 7200 seconds.
  found in: its MaxSessionDuration is 7200 (111111111111, VendorAccessRole)
  reason: Sessions of one hour were promised.
  change: Set MaxSessionDuration to 3600, or remove it.`,

  'a longer sign-in': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ A sign-in through the permission set AllowAssumeCompanyRole lasts PT8H.
  found in: its SessionDuration is PT8H (222222222222, AllowAssumeCompanyRole)
  reason: PT1H was promised.
  change: Set the session duration that parameters.ts says.`,

  'more on the permission set': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ The permission set AllowAssumeCompanyRole also carries managed policy arn:aws:iam::aws:policy/ReadOnlyAccess.
  found in: managed policy arn:aws:iam::aws:policy/ReadOnlyAccess (222222222222, AllowAssumeCompanyRole)
  reason: It was promised to carry one inline policy and nothing else.
  change: Remove it from the permission set.
✘ The permission set AllowAssumeCompanyRole also carries boundary Limit.
  found in: boundary Limit (222222222222, AllowAssumeCompanyRole)
  reason: It was promised to carry one inline policy and nothing else.
  change: Remove it from the permission set.`,

  'no word of the sign-in': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'no inline policy': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef cannot assume arn:aws:iam::111111111111:role/VendorAccessRole, which was promised.
  caller: arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/any-user
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  reason: It was promised, but no policy of the caller allows it.
  change: Make the statement allow it as the share says, or correct the share in parameters.ts.`,

  'an unknown managed policy on the role': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? The text of arn:aws:iam::aws:policy/ReadOnlyAccess is not in the templates. So it cannot be told whether this is true, which was not promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:PutObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (111111111111, VendorAccessRole)
both ways: the text of arn:aws:iam::aws:policy/ReadOnlyAccess is not in the templates`,

  'a policy that is known later': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? Of Later, its PolicyDocument cannot be known: x. So it cannot be told whether this is true, which was not promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:PutObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (111111111111, VendorAccessRole)
both ways: of Later, its PolicyDocument cannot be known: x`,

  'a boundary that nobody promised': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? The text of arn:aws:iam::111111111111:policy/Limit is not in the templates. So it cannot be told whether this is true, which was promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (111111111111, VendorAccessRole)
both ways: the text of arn:aws:iam::111111111111:policy/Limit is not in the templates`,

  'a boundary that allows nothing': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole cannot do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt, which was promised.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.2
  denied by: Limit, statement 1: closest statement, but this does not match: action (live in 111111111111: x)
  reason: It was promised, but the permissions boundary does not allow it.
  change: Make the statement allow it as the share says, or correct the share in parameters.ts.`,

  'the boundary that the share names by its ARN': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'the boundary is not there': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ The role VendorAccessRole does not have the permissions boundary Limit.
  found in: it has no PermissionsBoundary (111111111111, VendorAccessRole)
  reason: The share says that every role of the company has it (company.permissionsBoundary).
  change: Set its PermissionsBoundary to arn:aws:iam::111111111111:policy/Limit.`,

  'another boundary': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? It is of elsewhere. So it cannot be told whether this is true, which was promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (111111111111, VendorAccessRole)
both ways: it is of elsewhere`,

  'the boundary that the share spells out': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'a boundary that the share spells out, and that takes too much': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole cannot do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt, which was promised.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.2
  denied by: Limit, statement 1: closest statement, but this does not match: action (111111111111, VendorAccessRole)
  reason: It was promised, but the permissions boundary does not allow it.
  change: Make the statement allow it as the share says, or correct the share in parameters.ts.`,

  'two settings of the public access block are off': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-shared-data-bucket-12345 does not block public access entirely.
  found in: ignorePublicAcls and restrictPublicBuckets are off (111111111111, company-shared-data-bucket-12345)
  reason: The bucket gives nothing to anyone directly, and nobody can make it do so by an ACL or a policy.
  change: Turn on all four settings of PublicAccessBlockConfiguration.`,

  'one setting of the public access block is off': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-shared-data-bucket-12345 does not block public access entirely.
  found in: blockPublicPolicy is off (111111111111, company-shared-data-bucket-12345)
  reason: The bucket gives nothing to anyone directly, and nobody can make it do so by an ACL or a policy.
  change: Turn on all four settings of PublicAccessBlockConfiguration.`,

  'no public access block': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-shared-data-bucket-12345 does not block public access entirely.
  found in: it has no PublicAccessBlockConfiguration (111111111111, company-shared-data-bucket-12345)
  reason: The bucket gives nothing to anyone directly, and nobody can make it do so by an ACL or a policy.
  change: Turn on all four settings of PublicAccessBlockConfiguration.`,

  'ACLs are on': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ ACLs are not switched off on the bucket company-shared-data-bucket-12345.
  found in: its object ownership is BucketOwnerPreferred (111111111111, company-shared-data-bucket-12345)
  reason: An ACL gives access in addition to all policies, and this proof reads policies.
  change: Set ObjectOwnership to BucketOwnerEnforced.
✘ The bucket company-shared-data-bucket-12345 has an ACL: READ to everyone.
  found in: its ACL is READ to everyone (111111111111, company-shared-data-bucket-12345)
  reason: An ACL gives access in addition to all policies, and none was promised.
  change: Remove the ACL.`,

  'encrypted with S3’s own key': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'encrypted with a key': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ Objects in company-shared-data-bucket-12345 are encrypted with aws:kms:dsse: a session of the role cannot decrypt them.
  found in: its encryption is aws:kms:dsse (111111111111, company-shared-data-bucket-12345)
  reason: Reading such an object also needs kms:Decrypt on the key, which is not promised.
  change: Use S3-managed encryption (AES256), or say which key it is: company.kmsKey in parameters.ts.`,

  'encrypted by S3': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'not encrypted with the share’s key': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ Objects in company-shared-data-bucket-12345 are not encrypted with arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab.
  found in: its encryption is AES256 (111111111111, company-shared-data-bucket-12345)
  reason: The share says that they are (company.kmsKey), and sessions of the role may use no other key.
  change: Encrypt the bucket with that key, or correct company.kmsKey in parameters.ts.`,

  'encrypted with another key than the share’s': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ Objects in company-shared-data-bucket-12345 are not encrypted with arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab.
  found in: its encryption is aws:kms with arn:aws:kms:ap-northeast-1:111111111111:key/ffffabcd-12ab-34cd-56ef-1234567890ab (111111111111, company-shared-data-bucket-12345)
  reason: The share says that they are (company.kmsKey), and sessions of the role may use no other key.
  change: Encrypt the bucket with that key, or correct company.kmsKey in parameters.ts.`,

  'encrypted with the share’s key': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'a key that denies': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole cannot do kms:Decrypt on arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab, which was promised.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: kms:Decrypt
  resource: arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab
  context: kms:ViaService = s3.ap-northeast-1.amazonaws.com
  context: kms:encryptioncontext:aws:s3:arn = arn:aws:s3:::company-shared-data-bucket-12345
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  denied by: policy of the KMS key, statement 2: this Deny applies (live in 111111111111: x)
  reason: It was promised, but a statement denies it.
  change: Find out what this Deny is for. Narrow it to what was not promised, or correct the share in parameters.ts.`,

  'a key that cannot be used': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? the KMS key 1234abcd-12ab-34cd-56ef-1234567890ab: it is disabled. Objects of the bucket company-shared-data-bucket-12345 may not be readable with it. (111111111111, KMS key 1234abcd-12ab-34cd-56ef-1234567890ab)
? the KMS key 1234abcd-12ab-34cd-56ef-1234567890ab: its deletion is planned. Objects of the bucket company-shared-data-bucket-12345 may not be readable with it. (111111111111, KMS key 1234abcd-12ab-34cd-56ef-1234567890ab)`,

  'a lifecycle that deletes': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? the bucket company-shared-data-bucket-12345: its lifecycle rule "x" deletes objects. This may take objects away from the vendor. (111111111111, company-shared-data-bucket-12345)`,

  'a replication to another account': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-shared-data-bucket-12345 gives something to account 333333333333: its replication rule "all" copies objects to bucket elsewhere.
  found in: its replication rule "all" copies objects to bucket elsewhere, of account 333333333333 (111111111111, company-shared-data-bucket-12345)
  reason: The bucket gives outsiders nothing directly, and nothing was promised to that account.
  change: Remove it from the bucket’s configuration, or send it to account 111111111111.`,

  'a replication to somebody else': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-shared-data-bucket-12345 gives something to another account: its replication rule "all" copies objects to bucket elsewhere.
  found in: its replication rule "all" copies objects to bucket elsewhere, of another account (111111111111, company-shared-data-bucket-12345)
  reason: The bucket gives outsiders nothing directly, and nothing was promised to that account.
  change: Remove it from the bucket’s configuration, or send it to account 111111111111.`,

  'a replication to nobody knows whom': `outsiders unknown, borrowers holds, permission-set holds, it-works holds
? the bucket company-shared-data-bucket-12345: its replication rule "all" copies objects to bucket elsewhere. It could not be found out which account this belongs to, and whoever can read there gets it. (111111111111, company-shared-data-bucket-12345)`,

  'access logs in the bucket itself': `outsiders holds, borrowers unknown, permission-set holds, it-works holds
? the bucket company-shared-data-bucket-12345: its access logs go into the bucket itself, where the vendor could read it. Use another bucket. (111111111111, company-shared-data-bucket-12345)`,

  'notifications inside the account': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'an access grant to another account': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ S3 Access Grants give READ on s3://company-shared-data-bucket-12345/* to arn:aws:iam::333333333333:role/R.
  found in: the access grant g1 (111111111111, company-shared-data-bucket-12345)
  reason: The bucket company-shared-data-bucket-12345 gives outsiders nothing directly, and nothing was promised to account 333333333333.
  change: Delete the grant: aws s3control delete-access-grant --account-id 111111111111 --access-grant-id g1`,

  'an access grant inside the account': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'an access grant to people of the directory': `outsiders unknown, borrowers holds, permission-set holds, it-works holds
? the bucket company-shared-data-bucket-12345: S3 Access Grants give READ on s3://company-shared-data-bucket-12345/* to the directory group GUID, and only the directory says who that is. (111111111111, company-shared-data-bucket-12345)`,

  'a policy that denies everybody': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The bucket policy of company-shared-data-bucket-12345 denies everything, also to its administrators, and also reading and changing the policy.
  found in: User: x is not authorized to perform: s3:GetBucketPolicy (111111111111, company-shared-data-bucket-12345)
  reason: A session of the role is denied as well, unless the policy excepts the role. Nobody whom the policy denies can find that out.
  change: Only the root user of account 111111111111 can repair it: S3 lets the root user delete a bucket policy whatever it says (in an organization, the management account can do it through AWS’s root access management, with the task S3UnlockBucketPolicy). Then \`npx cdk deploy CompanyStack --profile company --revert-drift\` puts back the policy that was promised.`,

  'a bucket of another region': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? the bucket company-shared-data-bucket-12345 is in us-east-1, and the share says ap-northeast-1: were these templates synthesized from other parameters? Run \`npx cdk synth\` again. (111111111111, company-shared-data-bucket-12345)`,

  'an assignment to somebody else': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ The permission set AllowAssumeCompanyRole is also assigned to USER eve in account 222222222222.
  found in: PrincipalType USER, PrincipalId eve, TargetId 222222222222, InstanceArn arn:aws:sso:::instance/ssoins-1234567890abcdef (222222222222, AllowAssumeCompanyRole)
  reason: This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.
  change: Remove the assignment, or add the assignee to parameters.ts.`,

  'no assignment': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'a user': `outsiders unknown, borrowers holds, permission-set holds, it-works holds
? The text of arn:aws:iam::aws:policy/ReadOnlyAccess is not in the templates. So it cannot be told whether this is true, which was not promised: The user arn:aws:iam::222222222222:user/bob can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (live in 111111111111: x)
both ways: the text of arn:aws:iam::aws:policy/ReadOnlyAccess is not in the templates`,

  'a second vendor without its half': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ There is no role arn:aws:iam::111111111111:role/AcmeAccessRole.
  reason: It is the role that the vendor was promised.
  change: Deploy it from these parameters (\`npx cdk deploy\`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.
✘ There is no permission set AllowAssumeCompanyRole in arn:aws:sso:::instance/ssoins-fedcba0987654321.
  reason: The promised people assume the role with it.
  change: Deploy it from these parameters (\`npx cdk deploy\`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.
✘ The permission set AllowAssumeCompanyRole is not assigned to the user wile (1234567890-bbbbbbbb-cccc-dddd-eeee-ffffffffffff) in account 333333333333.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'something that could not be read': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Something could not be read. (live in 111111111111: x)
? And more.
? Of a policy.`,

  'a topic for everybody': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::999999999999:role/AnyRole can do sns:Publish on arn:aws:sns:ap-northeast-1:111111111111:alarms.
  caller: arn:aws:sts::999999999999:assumed-role/AnyRole/any-session
  action: sns:Publish
  resource: arn:aws:sns:ap-northeast-1:111111111111:alarms
  allowed by: policy of the topic alarms, statement 1: Principal * matches the caller (live in 111111111111: x)
  reason: This was not promised. Only the company may use the topic alarms.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a role that a partner enters': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::333333333333:role/AnyRole can assume arn:aws:iam::111111111111:role/Partner.
  caller: arn:aws:sts::333333333333:assumed-role/AnyRole/any-session
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/Partner
  allowed by: trust policy of Partner, statement 1: Principal account 333333333333 matches the caller (live in 111111111111: x)
  reason: This was not promised. Only the company may use the role Partner.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a share that has ended, with an ExternalId': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'a trust without the ExternalId': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::222222222222:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: arn:aws:sts::222222222222:assumed-role/AnyRole/any-session
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: sts:ExternalId = something-else
  allowed by: trust policy of VendorAccessRole, statement 1: it has no condition (live in 111111111111: x)
  reason: This was not promised. sts:ExternalId must be "agreement".
  change: Add the missing condition to this statement. sts:ExternalId must be "agreement".`,

  'a bucket policy without TLS': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:ListBucket on arn:aws:s3:::company-shared-data-bucket-12345.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:ListBucket
  resource: arn:aws:s3:::company-shared-data-bucket-12345
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3BucketListAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3ObjectReadAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).`,

  'a bucket that is open to the vendor': `outsiders broken, borrowers broken, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::222222222222:role/AnyRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: arn:aws:sts::222222222222:assumed-role/AnyRole/any-session
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  allowed by: bucket policy, statement 1: Principal account 222222222222 matches the caller (live in 111111111111: x)
  reason: This was not promised. Only the company may use the bucket company-shared-data-bucket-12345.
  change: Take the principal out of this statement, or promise it in parameters.ts.
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:ListBucket on arn:aws:s3:::company-shared-data-bucket-12345.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:ListBucket
  resource: arn:aws:s3:::company-shared-data-bucket-12345
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3BucketListAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3ObjectReadAccess: it has no condition (111111111111, VendorS3AccessPolicy)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).`,

  'access that stays when its stack is deleted': `outsiders broken, borrowers holds, permission-set broken, it-works holds
✘ AWS::IAM::Role Role stays when its stack is deleted.
  found in: its DeletionPolicy is Retain (live in 111111111111: x)
  reason: It gives access, and whoever has the access keeps it after the share has ended.
  change: Remove the DeletionPolicy, or set it to Delete (in CDK: RemovalPolicy.DESTROY).
✘ AWS::SSO::Assignment Assignment stays when another takes its place.
  found in: its UpdateReplacePolicy is Retain (live in 111111111111: x)
  reason: It gives access, and whoever has the access keeps it after the share has ended.
  change: Remove the UpdateReplacePolicy, or set it to Delete (in CDK: RemovalPolicy.DESTROY).`,

  'a bucket that is deleted': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The bucket company-shared-data-bucket-12345 is deleted when its stack is deleted.
  found in: its DeletionPolicy means that it is deleted (111111111111, company-shared-data-bucket-12345)
  reason: The share says: keep (company.whenStackIsDeleted).
  change: Set its DeletionPolicy to Retain, or correct company.whenStackIsDeleted in parameters.ts.
✘ The bucket company-shared-data-bucket-12345 is deleted when another takes its place.
  found in: its UpdateReplacePolicy means that it is deleted (111111111111, company-shared-data-bucket-12345)
  reason: The share says: keep (company.whenStackIsDeleted).
  change: Set its UpdateReplacePolicy to Retain, or correct company.whenStackIsDeleted in parameters.ts.`,

  'a bucket that is kept': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'a bucket that is kept and that the share wants deleted': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The bucket company-shared-data-bucket-12345 is kept when its stack is deleted.
  found in: its DeletionPolicy means that it is kept (111111111111, company-shared-data-bucket-12345)
  reason: The share says: delete-with-all-data (company.whenStackIsDeleted).
  change: Set its DeletionPolicy to Delete, or correct company.whenStackIsDeleted in parameters.ts.
✘ The bucket company-shared-data-bucket-12345 is kept when another takes its place.
  found in: its UpdateReplacePolicy means that it is kept (111111111111, company-shared-data-bucket-12345)
  reason: The share says: delete-with-all-data (company.whenStackIsDeleted).
  change: Set its UpdateReplacePolicy to Delete, or correct company.whenStackIsDeleted in parameters.ts.`,

  'a bucket that is emptied': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ All objects in the bucket company-shared-data-bucket-12345 are deleted when its stack is deleted.
  found in: a function empties the bucket (live in 111111111111: x)
  reason: The share says: keep (company.whenStackIsDeleted).
  change: Remove it (in CDK: autoDeleteObjects), or correct company.whenStackIsDeleted in parameters.ts.`,

  'a bucket that was there before, and is emptied': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ All objects in the bucket company-shared-data-bucket-12345 are deleted when its stack is deleted.
  found in: a function empties the bucket (live in 111111111111: x)
  reason: The share says: keep (company.whenStackIsDeleted).
  change: Remove it (in CDK: autoDeleteObjects), or correct company.whenStackIsDeleted in parameters.ts.
? the bucket company-shared-data-bucket-12345: a function empties the bucket. This may take objects away from the vendor. (live in 111111111111: x)`,

  'a key that goes with its stack': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The KMS key 1234abcd-12ab-34cd-56ef-1234567890ab is deleted when its stack is deleted.
  found in: its DeletionPolicy means that it is deleted (111111111111, KMS key 1234abcd-12ab-34cd-56ef-1234567890ab)
  reason: The bucket company-shared-data-bucket-12345 is kept, and nobody can read its objects without the key.
  change: Set its DeletionPolicy to Retain.
✘ The KMS key 1234abcd-12ab-34cd-56ef-1234567890ab is deleted when another takes its place.
  found in: its UpdateReplacePolicy means that it is deleted (111111111111, KMS key 1234abcd-12ab-34cd-56ef-1234567890ab)
  reason: The bucket company-shared-data-bucket-12345 is kept, and nobody can read its objects without the key.
  change: Set its UpdateReplacePolicy to Retain.`,

  'a key that goes with its stack, as the bucket does': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'the seed object with other content': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ The object test-data.txt is put into the bucket with other content than was promised.
  found in: it holds 19 bytes (live in 111111111111: x)
  reason: The vendor can read it, and only company.seedObjects were promised to be put there.
  change: Remove it, or put it into company.seedObjects.`,

  'the seed object with content that goes on': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ The object test-data.txt is put into the bucket with other content than was promised.
  found in: it holds 19 bytes (live in 111111111111: x)
  reason: The vendor can read it, and only company.seedObjects were promised to be put there.
  change: Remove it, or put it into company.seedObjects.`,

  'another object': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ The object salaries.csv is put into the bucket.
  found in: it holds 1 byte (live in 111111111111: x)
  reason: The vendor can read it, and only company.seedObjects were promised to be put there.
  change: Remove it, or put it into company.seedObjects.`,

  'no seed object': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ The object test-data.txt is not put into the bucket.
  found in: nothing in the templates puts it there (111111111111, company-shared-data-bucket-12345)
  reason: It is one of company.seedObjects.
  change: Synthesize the templates again from these parameters.`,

  'no seed object, and something that could not be read': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Something.`,

  'a copy of which something is not known': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? what is copied into company-shared-data-bucket-12345: its sources are not known. (live in 111111111111: x)
? what is copied into company-shared-data-bucket-12345: nor is its target. (live in 111111111111: x)`,

  'a copy from another bucket, encrypted, that deletes what others put there': `outsiders holds, borrowers broken, permission-set holds, it-works broken
✘ Objects of the bucket salaries are copied into company-shared-data-bucket-12345.
  found in: it copies from salaries (live in 111111111111: x)
  reason: The vendor can read all of them, and only the seed objects were promised to be put there.
  change: Remove that source.
✘ Every deployment deletes what others put into company-shared-data-bucket-12345.
  found in: its Prune is not false (live in 111111111111: x)
  reason: The promised objects are put there, and nothing is taken away.
  change: Set Prune to false.
✘ What others put into company-shared-data-bucket-12345 is deleted when the seed objects are removed.
  found in: its RetainOnDelete is false (live in 111111111111: x)
  reason: The promised objects are put there, and nothing is taken away.
  change: Remove RetainOnDelete.
✘ The seed objects are encrypted with aws:kms: a session of the role cannot decrypt them.
  found in: its SystemMetadata says so (live in 111111111111: x)
  reason: Reading such an object also needs kms:Decrypt on the key, which is not promised.
  change: Remove the encryption from its SystemMetadata.`,

  'a copy out of the shared bucket, into nobody knows whose': `outsiders unknown, borrowers holds, permission-set holds, it-works holds
? objects of the bucket company-shared-data-bucket-12345 are copied to the bucket elsewhere, which is not in these templates: whoever reads there gets them. (live in 111111111111: x)`,

  'a copy out of the shared bucket, into another of the company’s': `outsiders holds, borrowers holds, permission-set holds, it-works holds`,

  'logs that are put into it': `outsiders holds, borrowers unknown, permission-set holds, it-works holds
? the access logs of the bucket other: it is put into company-shared-data-bucket-12345, where the vendor could read it. Use another bucket. (live in 111111111111: x)`,
};

test.each(Object.entries(CASES))('%s', (what, one) => {
  expect(told(one)).toBe(SAID[what]);
});
