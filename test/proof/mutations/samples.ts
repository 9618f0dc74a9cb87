import { type Context, conditionsOf } from '../../naive/conditions';
import { type JsonObject, isObject } from '../../naive/json';
import { type FederatedCaller, type NaiveCaller, statementsOf } from '../../naive/statements';
import { textsOf } from './cloudformation';

/** Somebody who might try, with a title for whoever reads what came of it. */
export type Caller = { readonly title: string } & (NaiveCaller | FederatedCaller);

/** Texts that a pattern matches, and their nearest neighbours that it does not. */
export function around(pattern: string): string[] {
  const fill = (star: string, mark: string) => pattern.replace(/\*/g, star).replace(/\?/g, mark);
  const filled = [fill('', 'x'), fill('x', '0'), fill('a/b', '0'), fill('AB', '0')];
  const neighbours = filled.flatMap((one) => [
    one,
    one.slice(0, -1),
    one.slice(1),
    `${one}x`,
    `${one}/x`,
    `x${one}`,
    one.toUpperCase(),
    one.toLowerCase(),
    `${one.slice(0, -1)}~`,
  ]);
  // The pattern itself, too: to an operator without wildcards its characters are ordinary ones.
  return [...new Set([...neighbours, pattern])];
}

const ACTIONS =
  `s3:GetObject s3:ListBucket s3:GetObjectVersion s3:GetObjectAcl s3:GetObjectTagging s3:GetObjectAttributes s3:PutObject
  s3:PutObjectAcl s3:DeleteObject s3:DeleteObjectVersion s3:ListBucketVersions s3:ListBucketMultipartUploads
  s3:ListMultipartUploadParts s3:GetBucketPolicy s3:PutBucketPolicy s3:GetBucketAcl s3:GetBucketLocation
  s3:DeleteBucket s3:ListAllMyBuckets s3:RestoreObject sts:AssumeRole sts:TagSession sts:SetSourceIdentity
  sts:AssumeRoleWithSAML sts:AssumeRoleWithWebIdentity sts:GetFederationToken iam:PassRole iam:CreateUser kms:Decrypt
  lambda:InvokeFunction ec2:RunInstances x:y`.split(/\s+/);

const ACTION_ELEMENTS = ['Action', 'NotAction'];
const RESOURCE_ELEMENTS = ['Resource', 'NotResource'];

export function sampleActions(documents: readonly JsonObject[]): string[] {
  const found = elements(documents, ACTION_ELEMENTS).flatMap((pattern) =>
    pattern === '*' ? [] : around(pattern).filter((one) => /^[a-z0-9-]+:[a-z]*$/i.test(one)),
  );
  return [...new Set([...ACTIONS, ...found])];
}

const KEYS = [
  'a',
  'a/b',
  'test-data.txt',
  'reports/',
  'reports/x',
  'reports',
  'reportsx',
  'Reports/x',
  'ü/漢',
  'x y',
  '*',
  '?',
];

export function sampleResources(documents: readonly JsonObject[], bucketArns: readonly string[]): string[] {
  const inBuckets = bucketArns.flatMap((arn) => [
    arn,
    `${arn}/`,
    `${arn}x`,
    `${arn}-2/a`,
    ...KEYS.map((key) => `${arn}/${key}`),
  ]);
  const elsewhere = [
    'arn:aws:s3:::another-bucket',
    'arn:aws:s3:::another-bucket/a',
    '*',
    'arn:aws:sqs:eu-west-1:444444444444:q',
  ];
  const roles = ['111111111111', '222222222222', '444444444444'].map(
    (account) => `arn:aws:iam::${account}:role/Another`,
  );
  const found = elements(documents, RESOURCE_ELEMENTS).flatMap((pattern) =>
    pattern === '*' ? [] : [...around(pattern), ...overColons(pattern, bucketArns)],
  );
  return [...new Set([...inBuckets, ...elsewhere, ...roles, ...found])];
}

/** Objects whose key holds the end of the pattern, for a star in the place of the account that reaches over colons. */
function overColons(pattern: string, bucketArns: readonly string[]): string[] {
  const [arn, partition, service, region, account, ...rest] = pattern.split(':');
  if (account?.includes('*') !== true || service !== 's3') return [];
  const buckets = ['c', ...bucketArns.map((bucket) => bucket.split(':').at(-1) ?? '')];
  const folders = buckets.flatMap((bucket) => [`:${bucket}/`, `:${bucket}/reports/`]);
  return folders.flatMap((folder) =>
    around([arn, partition, service, region?.replace('*', ''), folder, ...rest].join(':')),
  );
}

function elements(documents: readonly JsonObject[], names: readonly string[]): string[] {
  const statements = documents.flatMap(statementsOf);
  return [...new Set(statements.flatMap((statement) => names.flatMap((name) => textsOf(statement[name]))))];
}

/** Values of one condition key, `undefined` for a request without it. */
export function sampleValues(key: string, documents: readonly JsonObject[]): (string | undefined)[] {
  const conditions = documents
    .flatMap(statementsOf)
    .flatMap(conditionsOf)
    .filter((one) => one.key === key);
  const found = conditions.flatMap(({ operator, values }) => {
    if (operator.includes('Date')) return values.flatMap(aroundMoment);
    if (operator.includes('Numeric'))
      return values.flatMap((value) => [-1, -0.1, 0, 0.1, 1].map((by) => tidy(Number(value) + by)));
    if (operator.includes('Ip')) return ['10.1.2.3', '203.0.113.9', '192.0.2.1'];
    return values.flatMap(around);
  });
  return [...new Set([undefined, ...(TYPICAL[key] ?? []), ...found])];
}

const TYPICAL: Record<string, readonly string[]> = {
  'aws:securetransport': ['true', 'false'],
  'aws:multifactorauthpresent': ['true', 'false'],
  'aws:currenttime': ['2020-01-01T00:00:00Z', '2026-11-23T12:00:00Z', '2099-01-01T00:00:00Z'],
  's3:tlsversion': ['1.0', '1.1', '1.2', '1.3'],
  's3:prefix': ['', 'reports/', 'reports', 'reports/2026', 'secret/', 're'],
  'sts:externalid': ['ab', 'Another-1234'],
  'aws:sourceaccount': ['111111111111', '111199999999', '333333333333'],
  'aws:sourcearn': [
    'arn:aws:s3:::company-shared-data-bucket-12345',
    'arn:aws:cloudtrail:ap-northeast-1:111111111111:trail/own',
    'arn:aws:cloudtrail:ap-northeast-1:333333333333:trail/foreign',
    'arn:aws:events:ap-northeast-1:111111111111:rule/own',
    'arn:aws:events:ap-northeast-1:333333333333:rule/foreign',
  ],
  'aws:viaawsservice': ['true', 'false'],
  'aws:calledvia': ['athena.amazonaws.com'],
};

function aroundMoment(value: string): string[] {
  const moment = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  return [-1000, 0, 1000].map((by) => new Date(moment + by).toISOString());
}

function tidy(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Keys whose value the caller cannot choose: it follows from who calls. */
export const KEYS_OF_THE_CALLER = [
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:principalservicename',
];

export function valuesOfCaller(caller: Caller): Context {
  return {
    'aws:principalarn': principalArnOf(caller),
    'aws:principalaccount': accountOf(caller),
    'aws:principaltype': {
      root: 'Account',
      user: 'User',
      'role-session': 'AssumedRole',
      service: undefined,
      federated: undefined,
      anonymous: 'Anonymous',
    }[caller.kind],
    'aws:principalisawsservice': caller.kind === 'anonymous' ? undefined : String(caller.kind === 'service'),
    'aws:principalservicename': caller.kind === 'service' ? caller.service : undefined,
  };
}

/** An account with the organization that it is in, and those that others may be in. */
export interface Organization {
  readonly account: string;
  /** `o-…`; undefined if it is in none. */
  readonly id: string | undefined;
  readonly others: readonly string[];
}

/** `aws:PrincipalOrgID`: other accounts may be in the same one, in another one, or in none. */
export function organizationsOf(caller: Caller, organization: Organization | undefined): Context[] {
  if (!organization) return [{}];
  const account = accountOf(caller);
  if (account === undefined) return [{}];
  const ids = account === organization.account ? [organization.id] : [...organization.others, undefined];
  return ids.map((id) => ({ 'aws:principalorgid': id }));
}

/** Services and strangers have none. */
export function accountOf(caller: Caller): string | undefined {
  return 'account' in caller ? caller.account : undefined;
}

/** `aws:PrincipalArn`: for a session that of its role. Services and strangers have none. */
export function principalArnOf(caller: Caller): string | undefined {
  if (caller.kind === 'role-session') return caller.roleArn;
  return 'arn' in caller ? caller.arn : undefined;
}

/** Everybody who might try: of the accounts in play and of a stranger's, and whoever a document comes near to naming. */
export function sampleCallers(documents: readonly JsonObject[], permissionSets: readonly string[]): Caller[] {
  const statements = documents.flatMap(statementsOf);
  const named = statements.flatMap((statement) => {
    const principal = statement['Principal'] ?? statement['NotPrincipal'];
    return isObject(principal) ? Object.values(principal).flatMap(textsOf) : [];
  });
  const federations = statements.flatMap(({ Principal: principal, NotPrincipal: not }) =>
    [principal, not].filter(isObject).flatMap((one) => textsOf(one['Federated'])),
  );
  const patterns = statements
    .flatMap(conditionsOf)
    .filter((condition) => condition.key === 'aws:principalarn')
    .flatMap((condition) => condition.values.flatMap(around));
  const accounts = [...named, ...patterns].flatMap((one) => /\d{12}/.exec(one)?.[0] ?? []);
  const everyAccount = [
    ...new Set(['111111111111', '222222222222', '333333333333', '444444444444', ...accounts]),
  ];
  const arns = [
    ...everyAccount.flatMap((account) => [
      `arn:aws:iam::${account}:user/alice`,
      `arn:aws:iam::${account}:role/Admin`,
      ...permissionSets.flatMap((name) => sessionsRoles(account, name)),
    ]),
    ...[...named, ...patterns].filter((one) => one.startsWith('arn:') && !one.endsWith(':root')),
  ];
  return [
    ...[...new Set(arns)].map(callerOf),
    ...once([
      'lambda.amazonaws.com',
      'ec2.amazonaws.com',
      ...named.filter((one) => one.endsWith('.amazonaws.com')),
    ]).map((service): Caller => ({ title: service, kind: 'service', service })),
    ...once(['cognito-identity.amazonaws.com', ...federations]).map((provider): Caller => ({
      title: provider,
      kind: 'federated',
      provider,
    })),
    { title: 'anybody without credentials', kind: 'anonymous' },
  ];
}

/** Roles of a permission set and of sets whose names are near to its. */
function sessionsRoles(account: string, name: string): string[] {
  const sets = [name, `${name}2`, name.slice(0, -1), `X${name}`, `${name}_x`, name.toLowerCase(), 'Admin'];
  const places = ['', 'us-east-1/', 'ap-northeast-1/', 'eu-west-1/'];
  return sets.flatMap((set) => places.map((place) => roleOfPermissionSet(account, set, place)));
}

/** `place` is the region and a slash, or nothing when Identity Center lives in us-east-1. */
export function roleOfPermissionSet(account: string, name: string, place: string): string {
  return `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/${place}AWSReservedSSO_${name}_0123456789abcdef`;
}

export function callerOf(arn: string): Caller {
  const account = arn.split(':')[4] ?? '';
  if (arn.includes(':role/')) {
    const session = `arn:aws:sts::${account}:assumed-role/${arn.split('/').at(-1)}/session`;
    return { title: `a session of ${arn}`, kind: 'role-session', account, arn: session, roleArn: arn };
  }
  if (arn.includes(':assumed-role/')) {
    const role = `arn:aws:iam::${account}:role/${arn.split('/')[1]}`;
    return { title: arn, kind: 'role-session', account, arn, roleArn: role };
  }
  return { title: arn, kind: 'user', account, arn };
}

function once(names: readonly string[]): string[] {
  return [...new Set(names)];
}
