import {
  AttachRolePolicyCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListRolesCommand,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ask, document, type Hands, json, type Who } from './hands';
import { AWS_REGION, BUCKET, READ_POLICY_ARN, ROLE_ARN } from './names';

/** One command of the primer (docs/assume-role.md, docs/assume-role.ja.md) and what one sees. */
export interface Claim {
  /** As both pages have it: one line of bash or zsh. */
  readonly typed: string;
  /** Lines that it prints, in any order, as both pages show them; … stands for anything. @default - nothing is printed */
  readonly sees?: string | { readonly en: string; readonly ja: string };
  /** @default false */
  readonly fails?: true;
  /** What the sandbox remarks in its log, where the pages show it. */
  readonly remark?: string;
  /** The same by SDK. @returns what reads as the AWS CLI's answer. @throws Denied */
  readonly bySdk: (hands: Hands) => Promise<string> | string;
}

/** Typed before step 0, and tried elsewhere: by `rehearse`, and in test/sandbox/cdk-cli.thorough.test.ts. */
export const PREPARATION = [
  'npm run sandbox',
  'npx cdk deploy CompanyStack --profile company',
  'npx cdk deploy VendorStack --profile vendor',
];

const nothing = (): string => '';

const whoAmI = (hands: Hands, who: Who): Promise<string> =>
  ask('GetCallerIdentity', async () => json(await hands.sts(who).send(new GetCallerIdentityCommand({}))));

async function trustPolicy(hands: Hands): Promise<string> {
  const { Role } = await hands.iam('company').send(new GetRoleCommand({ RoleName: 'VendorAccessRole' }));
  return document(Role?.AssumeRolePolicyDocument);
}

async function setTrustPolicy(hands: Hands, PolicyDocument: string): Promise<string> {
  const command = new UpdateAssumeRolePolicyCommand({ RoleName: 'VendorAccessRole', PolicyDocument });
  await ask('UpdateAssumeRolePolicy', () => hands.iam('company').send(command));
  return '';
}

async function permissionSetsRole(
  hands: Hands,
): Promise<{ Arn?: string | undefined; RoleName?: string | undefined }> {
  const { Roles } = await hands
    .iam('vendor')
    .send(new ListRolesCommand({ PathPrefix: '/aws-reserved/sso.amazonaws.com/' }));
  return Roles?.[0] ?? {};
}

async function setMaximum(hands: Hands, MaxSessionDuration: number): Promise<string> {
  await hands
    .iam('company')
    .send(new UpdateRoleCommand({ RoleName: 'VendorAccessRole', MaxSessionDuration }));
  return '';
}

const EXPORT = (name: string, profile: string, token = 'AWS_SESSION_TOKEN'): string =>
  `export AWS_DEFAULT_REGION=ap-northeast-1 $(printf "AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s ${token}=%s" $(aws sts assume-role --role-arn $R --role-session-name ${name} --profile ${profile} --query "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]" --output text))`;

const UNSET: Claim = {
  typed: 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_DEFAULT_REGION',
  bySdk: (hands) => hands.unset(),
};

const DENIED = 'An error occurred (AccessDenied) when calling the';
const USER_DENIED = `${DENIED} AssumeRole operation: User: arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_…/member-of-analysts is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole`;
const TRUST_DOES_NOT = (what: string): string =>
  `the role's trust policy does not allow this caller (company). Closest statement: ${what}`;
const LISTED = '…         18 test-data.txt';

const LIST_BY_PROFILE: Claim = {
  typed: 'aws s3 ls s3://$B/ --profile company-data',
  sees: LISTED,
  bySdk: (hands) => hands.list('company-data', BUCKET),
};

const LIST_BY_KEYS: Claim = {
  typed: 'aws s3 ls s3://$B/',
  sees: LISTED,
  bySdk: (hands) => hands.list('shell', BUCKET),
};

const KEEP_TRUST_POLICY: Claim = {
  typed:
    'T=$(aws iam get-role --role-name VendorAccessRole --profile company --query Role.AssumeRolePolicyDocument --output json)',
  bySdk: async (hands) => {
    hands.trustPolicy = await trustPolicy(hands);
    return '';
  },
};

const RESTORE_TRUST_POLICY: Claim = {
  typed:
    'aws iam update-assume-role-policy --role-name VendorAccessRole --policy-document "$T" --profile company',
  bySdk: (hands) => setTrustPolicy(hands, hands.trustPolicy),
};

const ASSUME_AS_USER: Claim = {
  typed:
    'aws sts assume-role --role-arn $R --role-session-name me --profile vendor-user --query AssumedRoleUser.Arn',
  sees: '"arn:aws:sts::111111111111:assumed-role/VendorAccessRole/me"',
  bySdk: (hands) => hands.assume('vendor-user', ROLE_ARN, 'me'),
};

const WITH_EXTERNAL_ID =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::222222222222:root"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"a-word-agreed"}}}]}';

/** Every step in the order of the pages; state is carried from one to the next. */
export const STEPS: readonly (readonly [step: string, claims: readonly Claim[]])[] = [
  [
    'preparation',
    [
      { typed: `R=${ROLE_ARN}`, bySdk: nothing },
      { typed: `B=${BUCKET}`, bySdk: nothing },
    ],
  ],
  [
    '0',
    [
      {
        typed: 'aws sts get-caller-identity --profile vendor-user',
        sees: `"Account": "222222222222",
"Arn": "arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_…/member-of-analysts"`,
        bySdk: (hands) => whoAmI(hands, 'vendor-user'),
      },
    ],
  ],
  [
    '1',
    [
      {
        typed: 'aws s3 ls s3://$B/ --profile vendor-user',
        sees: `${DENIED} ListObjectsV2 operation: Access Denied`,
        fails: true,
        bySdk: (hands) => hands.list('vendor-user', BUCKET),
      },
    ],
  ],
  [
    '2',
    [
      {
        typed:
          'aws iam get-role --role-name VendorAccessRole --profile company --query Role.AssumeRolePolicyDocument',
        sees: `"Sid": "AllowVendorAccountAssumeRole",
"Effect": "Allow",
"Principal": {
    "AWS": "arn:aws:iam::222222222222:root"
},
"Action": "sts:AssumeRole"`,
        bySdk: trustPolicy,
      },
    ],
  ],
  [
    '3',
    [
      {
        typed:
          'aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/ --profile vendor --query "Roles[].Arn" --output text',
        sees: 'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_…',
        bySdk: async (hands) => (await permissionSetsRole(hands)).Arn ?? '',
      },
      {
        typed:
          'S=$(aws iam list-roles --path-prefix /aws-reserved/sso.amazonaws.com/ --profile vendor --query "Roles[].RoleName" --output text)',
        bySdk: nothing,
      },
      {
        typed:
          'aws iam get-role-policy --role-name $S --policy-name AwsSSOInlinePolicy --profile vendor --query PolicyDocument',
        sees: `"Sid": "AllowAssumeCompanyRole",
"Effect": "Allow",
"Action": "sts:AssumeRole",
"Resource": "arn:aws:iam::111111111111:role/VendorAccessRole"`,
        bySdk: async (hands) => {
          const { RoleName } = await permissionSetsRole(hands);
          const command = new GetRolePolicyCommand({ RoleName, PolicyName: 'AwsSSOInlinePolicy' });
          return document((await hands.iam('vendor').send(command)).PolicyDocument);
        },
      },
      {
        typed: 'aws iam get-role --role-name $S --profile vendor --query Role.AssumeRolePolicyDocument',
        sees: `"Federated": "arn:aws:iam::222222222222:saml-provider/AWSSSO_…_DO_NOT_DELETE"
"sts:AssumeRoleWithSAML",`,
        bySdk: async (hands) => {
          const { RoleName } = await permissionSetsRole(hands);
          const { Role } = await hands.iam('vendor').send(new GetRoleCommand({ RoleName }));
          return document(Role?.AssumeRolePolicyDocument);
        },
      },
    ],
  ],
  [
    '4',
    [
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name VendorTestSession --profile vendor-user',
        sees: `"AccessKeyId": "ASIA…",
"SecretAccessKey": "…",
"SessionToken": "…",
"Expiration": "…"
"Arn": "arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession"`,
        remark:
          'allowed by AllowAssumeCompanyRole of AwsSSOInlinePolicy (vendor) and AllowVendorAccountAssumeRole of trust policy of VendorAccessRole (company)',
        bySdk: (hands) => hands.assume('vendor-user', ROLE_ARN, 'VendorTestSession'),
      },
    ],
  ],
  [
    '5',
    [
      {
        typed:
          'aws sts assume-role --role-arn arn:aws:iam::111111111111:role/VendorAcessRole --role-session-name me --profile vendor-user',
        sees: USER_DENIED.replace(/VendorAccessRole$/, 'VendorAcessRole'),
        fails: true,
        remark:
          'no identity-based policy of the caller allows it (vendor). Closest statement: AllowAssumeCompanyRole of AwsSSOInlinePolicy; its Resource does not match',
        bySdk: (hands) => hands.assume('vendor-user', 'arn:aws:iam::111111111111:role/VendorAcessRole', 'me'),
      },
      {
        typed: 'aws sts assume-role --role-arn $R --role-session-name me --profile company',
        sees: `${DENIED} AssumeRole operation: User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole`,
        fails: true,
        remark: TRUST_DOES_NOT(
          'AllowVendorAccountAssumeRole of trust policy of VendorAccessRole; its Principal does not match',
        ),
        bySdk: (hands) => hands.assume('company', ROLE_ARN, 'me'),
      },
    ],
  ],
  [
    '6',
    [
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name me --profile vendor --query AssumedRoleUser.Arn',
        sees: '"arn:aws:sts::111111111111:assumed-role/VendorAccessRole/me"',
        bySdk: (hands) => hands.assume('vendor', ROLE_ARN, 'me'),
      },
    ],
  ],
  [
    '7',
    [
      {
        typed: 'aws s3 mb s3://my-own-bucket-98765 --profile vendor',
        sees: 'make_bucket: my-own-bucket-98765',
        bySdk: async (hands) => {
          const Bucket = 'my-own-bucket-98765';
          const CreateBucketConfiguration = { LocationConstraint: AWS_REGION } as const;
          await hands.s3('vendor').send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
          return `make_bucket: ${Bucket}`;
        },
      },
      { typed: EXPORT('one', 'vendor'), bySdk: (hands) => hands.export('vendor', ROLE_ARN, 'one') },
      LIST_BY_KEYS,
      {
        typed: 'aws s3 ls s3://my-own-bucket-98765/',
        sees: `${DENIED} ListObjectsV2 operation: Access Denied`,
        fails: true,
        bySdk: (hands) => hands.list('shell', 'my-own-bucket-98765'),
      },
      {
        typed: 'aws sts get-caller-identity --query Arn',
        sees: '"arn:aws:sts::111111111111:assumed-role/VendorAccessRole/one"',
        bySdk: (hands) => whoAmI(hands, 'shell'),
      },
      {
        typed: 'aws sts get-caller-identity --query Arn --profile vendor',
        sees: '"arn:aws:iam::222222222222:user/Administrator"',
        bySdk: (hands) => whoAmI(hands, 'vendor'),
      },
      UNSET,
    ],
  ],
  [
    '8',
    [
      LIST_BY_PROFILE,
      {
        typed: 'aws s3 cp s3://$B/test-data.txt - --profile company-data',
        sees: 'confidential data',
        bySdk: async (hands) => {
          const command = new GetObjectCommand({ Bucket: BUCKET, Key: 'test-data.txt' });
          const { Body } = await ask('GetObject', () => hands.s3('company-data').send(command));
          return (await Body?.transformToString()) ?? '';
        },
      },
      {
        typed: 'echo x | aws s3 cp - s3://$B/x.txt --profile company-data',
        sees: `${DENIED} PutObject operation: User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/Vendor-222222222222 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::company-shared-data-bucket-12345/x.txt" because no identity-based policy allows the s3:PutObject action`,
        fails: true,
        bySdk: async (hands) => {
          const command = new PutObjectCommand({ Bucket: BUCKET, Key: 'x.txt', Body: 'x\n' });
          return json(await ask('PutObject', () => hands.s3('company-data').send(command)));
        },
      },
      {
        typed: 'aws s3 ls --profile company-data',
        sees: `${DENIED} ListBuckets operation: User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/Vendor-222222222222 is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the s3:ListAllMyBuckets action`,
        fails: true,
        bySdk: (hands) => hands.listBuckets('company-data'),
      },
    ],
  ],
  [
    '8′',
    [
      {
        typed: `aws iam detach-role-policy --role-name VendorAccessRole --policy-arn ${READ_POLICY_ARN} --profile company`,
        bySdk: async (hands) => {
          const command = { RoleName: 'VendorAccessRole', PolicyArn: READ_POLICY_ARN };
          await hands.iam('company').send(new DetachRolePolicyCommand(command));
          return '';
        },
      },
      ASSUME_AS_USER,
      {
        typed: LIST_BY_PROFILE.typed,
        sees: `${DENIED} ListObjectsV2 operation: User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/Vendor-222222222222 is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::company-shared-data-bucket-12345" because no identity-based policy allows the s3:ListBucket action`,
        fails: true,
        bySdk: LIST_BY_PROFILE.bySdk,
      },
      {
        typed: 'npm run verify -- --profile vendor-user',
        sees: {
          en: `use S3 · the company
  cause         VendorS3AccessPolicy is not attached to VendorAccessRole, or does not allow what it should`,
          ja: `S3 の利用 · 企業側
  原因          企業側: VendorS3AccessPolicy が VendorAccessRole にアタッチされていないか、内容が約束と…`,
        },
        fails: true,
        bySdk: (hands) => hands.verify('vendor-user'),
      },
      {
        typed: `aws iam attach-role-policy --role-name VendorAccessRole --policy-arn ${READ_POLICY_ARN} --profile company`,
        bySdk: async (hands) => {
          const command = { RoleName: 'VendorAccessRole', PolicyArn: READ_POLICY_ARN };
          await hands.iam('company').send(new AttachRolePolicyCommand(command));
          return '';
        },
      },
      LIST_BY_PROFILE,
    ],
  ],
  [
    '9',
    [
      {
        typed: EXPORT('two', 'vendor-user', 'TOKEN'),
        bySdk: async (hands) => {
          await hands.export('vendor-user', ROLE_ARN, 'two');
          const { sessionToken, ...pair } = hands.shell ?? { accessKeyId: '', secretAccessKey: '' };
          hands.shell = pair;
          hands.withheldToken = sessionToken;
          return '';
        },
      },
      {
        typed: LIST_BY_KEYS.typed,
        sees: 'An error occurred (InvalidAccessKeyId) when calling the ListObjectsV2 operation: The AWS Access Key Id you provided does not exist in our records.',
        fails: true,
        bySdk: LIST_BY_KEYS.bySdk,
      },
      {
        typed: 'aws sts get-caller-identity',
        sees: 'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: The security token included in the request is invalid.',
        fails: true,
        bySdk: (hands) => whoAmI(hands, 'shell'),
      },
      {
        typed: 'export AWS_SESSION_TOKEN=$TOKEN',
        bySdk: (hands) => {
          if (hands.shell && hands.withheldToken !== undefined)
            hands.shell = { ...hands.shell, sessionToken: hands.withheldToken };
          return '';
        },
      },
      LIST_BY_KEYS,
      UNSET,
    ],
  ],
  [
    '10',
    [
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name me --duration-seconds 7200 --profile vendor',
        sees: 'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
        fails: true,
        bySdk: (hands) => hands.assume('vendor', ROLE_ARN, 'me', { DurationSeconds: 7200 }),
      },
      {
        typed:
          'aws iam update-role --role-name VendorAccessRole --max-session-duration 43200 --profile company',
        bySdk: (hands) => setMaximum(hands, 43_200),
      },
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name me --duration-seconds 7200 --profile vendor --query Credentials.Expiration',
        sees: '"…"',
        bySdk: (hands) => hands.assume('vendor', ROLE_ARN, 'me', { DurationSeconds: 7200 }),
      },
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name me --duration-seconds 7200 --profile vendor-user',
        sees: 'An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
        fails: true,
        bySdk: (hands) => hands.assume('vendor-user', ROLE_ARN, 'me', { DurationSeconds: 7200 }),
      },
      {
        typed:
          'aws iam update-role --role-name VendorAccessRole --max-session-duration 3600 --profile company',
        bySdk: (hands) => setMaximum(hands, 3600),
      },
    ],
  ],
  [
    '11',
    [
      KEEP_TRUST_POLICY,
      {
        typed: EXPORT('before', 'vendor-user'),
        bySdk: (hands) => hands.export('vendor-user', ROLE_ARN, 'before'),
      },
      {
        typed:
          'aws iam update-assume-role-policy --role-name VendorAccessRole --policy-document "${T/222222222222/333333333333}" --profile company',
        bySdk: (hands) => setTrustPolicy(hands, hands.trustPolicy.replace('222222222222', '333333333333')),
      },
      { ...ASSUME_AS_USER, sees: USER_DENIED, fails: true },
      LIST_BY_KEYS,
      {
        typed: `aws iam put-role-policy --role-name VendorAccessRole --policy-name AWSRevokeOlderSessions --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"'$(date -u +%Y-%m-%dT%H:%M:%SZ)'"}}}]}' --profile company`,
        bySdk: async (hands) => {
          // Half a minute on: the session of before may have begun within this very second.
          const moment = new Date(Date.now() + 30_000).toISOString().replace(/\.\d+/, '');
          const older = { DateLessThan: { 'aws:TokenIssueTime': moment } };
          const statement = { Effect: 'Deny', Action: '*', Resource: '*', Condition: older };
          await hands.iam('company').send(
            new PutRolePolicyCommand({
              RoleName: 'VendorAccessRole',
              PolicyName: 'AWSRevokeOlderSessions',
              PolicyDocument: json({ Version: '2012-10-17', Statement: [statement] }),
            }),
          );
          return '';
        },
      },
      {
        typed: LIST_BY_KEYS.typed,
        sees: `${DENIED} ListObjectsV2 operation: User: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/before is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::company-shared-data-bucket-12345" with an explicit deny in an identity-based policy`,
        fails: true,
        bySdk: LIST_BY_KEYS.bySdk,
      },
      {
        typed:
          'aws iam delete-role-policy --role-name VendorAccessRole --policy-name AWSRevokeOlderSessions --profile company',
        bySdk: async (hands) => {
          const names = { RoleName: 'VendorAccessRole', PolicyName: 'AWSRevokeOlderSessions' };
          await hands.iam('company').send(new DeleteRolePolicyCommand(names));
          return '';
        },
      },
      RESTORE_TRUST_POLICY,
      UNSET,
      ASSUME_AS_USER,
    ],
  ],
  [
    '12',
    [
      KEEP_TRUST_POLICY,
      {
        typed: `aws iam update-assume-role-policy --role-name VendorAccessRole --policy-document '${WITH_EXTERNAL_ID}' --profile company`,
        bySdk: (hands) => setTrustPolicy(hands, WITH_EXTERNAL_ID),
      },
      { ...ASSUME_AS_USER, sees: USER_DENIED, fails: true },
      {
        typed:
          'aws sts assume-role --role-arn $R --role-session-name me --external-id a-word-agreed --profile vendor-user --query AssumedRoleUser.Arn',
        sees: '"arn:aws:sts::111111111111:assumed-role/VendorAccessRole/me"',
        bySdk: (hands) => hands.assume('vendor-user', ROLE_ARN, 'me', { ExternalId: 'a-word-agreed' }),
      },
      RESTORE_TRUST_POLICY,
      ASSUME_AS_USER,
    ],
  ],
];

/** All claims with a title of their own. */
export const CLAIMS: readonly (readonly [title: string, claim: Claim])[] = STEPS.flatMap(([step, claims]) =>
  claims.map((claim, index) => [`step ${step}, ${index + 1}: ${claim.typed}`, claim] as const),
);

/** What a page shows of a claim. */
export function shownIn(language: 'en' | 'ja', { sees }: Claim): string | undefined {
  return typeof sees === 'object' ? sees[language] : sees;
}

/** The lines that a page shows and that were not printed; … is anything, and any white space is one. */
export function notPrinted(shown: string | undefined, printed: string): string[] {
  if (shown === undefined) return printed.trim() === '' ? [] : [`nothing, but: ${printed}`];
  const one = (text: string): string => text.replaceAll(/\s+/g, ' ');
  return shown.split('\n').filter((line) => {
    const pieces = one(line.trim().replace(/,$/, '')).split('…');
    return !new RegExp(pieces.map(escaped).join('[^]*?')).test(one(printed));
  });
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
