import fc from '../properties';
import { BUCKET, PERMISSION_SET_ARN, ROLE_ARN } from './lent-role';
import type { RawCall } from './raw-request';

/** Strings that somewhere mean more than they say. */
export const ODD = [
  ...[
    '',
    ' ',
    '\0',
    '\t',
    '\r\n',
    '\u202e',
    '\ufeff',
    '売上',
    '\u{1f600}',
    'é',
    '%',
    '%00',
    '%2e%2e%2f',
    '../',
    '//',
    '.',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'true',
    '[object Object]',
  ],
  ...[
    '-1',
    '0',
    '1e3',
    '0x10',
    '+5',
    '٥',
    '9'.repeat(400),
    '2147483648',
    '*',
    '?',
    '${aws:username}',
    '${x',
    '$',
  ],
  ...[
    '<',
    '&',
    '&lt;',
    '&#0;',
    ']]>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '"',
    "'",
    '{',
    '[',
    '}',
    '\\',
    '\\u0000',
    ';',
    ',',
    '=',
  ],
  ...[
    'a'.repeat(3000),
    '/'.repeat(500),
    'arn:aws:iam::111111111111:role/VendorAccessRole',
    BUCKET,
    'test-data.txt',
  ],
];

const NESTED = 20_000;

/** Bodies that are large in one way or another. */
const BODIES = [
  '',
  '{}',
  '[]',
  'null',
  '"x"',
  '{"__proto__":{"KeyId":"x"},"constructor":1}',
  `{"a":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`,
  `{"Version":"2012-10-17","Statement":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}`,
  `{"Names":[${'"a",'.repeat(20_000)}"b"]}`,
  `${'<a>'.repeat(NESTED)}${'</a>'.repeat(NESTED)}`,
  '<Delete><Object><Key>test-data.txt</Key></Object></Delete>',
  `<Delete>${'<Object><Key>k</Key></Object>'.repeat(1001)}</Delete>`,
  '<Delete><__proto__><Key>x</Key></__proto__><constructor/></Delete>',
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><Delete>&c;</Delete>',
  'Action=AssumeRole&'.repeat(2000),
  `Action=AssumeRole&Version=2011-06-15&RoleSessionName=xx&RoleArn=${encodeURIComponent(ROLE_ARN)}&Policy=${'['.repeat(2000)}`,
  `Action=AssumeRole&Version=2011-06-15&RoleSessionName=xx&RoleArn=${encodeURIComponent(ROLE_ARN)}&${Array.from({ length: 3000 }, (_, index) => `PolicyArns.member.${index + 1}.arn=a`).join('&')}`,
  `Action=DescribeStacks&StackName${'.member.1'.repeat(5000)}=x`,
  `Action=CreateChangeSet&Version=2010-05-15&StackName=S&ChangeSetName=C&TemplateBody={"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":${'['.repeat(NESTED)}${']'.repeat(NESTED)}}}}}`,
  '5;chunk-signature=zz\r\nhello\r\n0\r\n\r\n',
  'ffffffff\r\n',
];

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function query(service: string, version: string, fields: Record<string, string>): RawCall {
  const body = new URLSearchParams({ Version: version, ...fields }).toString();
  return { service, method: 'POST', headers: FORM, body };
}

function json(service: string, target: string, input: unknown): RawCall {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target };
  return { service, method: 'POST', headers, body: JSON.stringify(input) };
}

const rest = (service: string, method: string, path: string, body = ''): RawCall => ({
  service,
  method,
  path,
  body,
});

const at = (path: string, ...query: (readonly [string, string])[]): RawCall[] =>
  ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].map((method) => ({ method, path, query }));

export const OBJECT = `/${BUCKET}/test-data.txt`;
const TEMPLATE = '{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}';
const STS = '2011-06-15';
const IAM = '2010-05-08';
const CFN = '2010-05-15';
const STORE = { IdentityStoreId: 'd-9567890abc' };
const SSO = {
  InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
  PermissionSetArn: PERMISSION_SET_ARN,
  AccountId: '222222222222',
};

/** Well-formed requests of every service, which are then changed. */
export const CALLS: readonly RawCall[] = [
  ...at('/'),
  ...at(`/${BUCKET}`),
  ...at(OBJECT),
  ...at(`/${BUCKET}`, ['list-type', '2'], ['prefix', 'test'], ['max-keys', '5'], ['delimiter', '/']),
  ...[
    'versions',
    'uploads',
    'location',
    'policy',
    'policyStatus',
    'publicAccessBlock',
    'versioning',
    'encryption',
  ].flatMap((marker) => at(`/${BUCKET}`, [marker, ''])),
  ...['ownershipControls', 'acl', 'tagging', 'cors', 'website', 'lifecycle', 'logging', 'delete'].flatMap(
    (marker) => at(`/${BUCKET}`, [marker, '']),
  ),
  ...['acl', 'tagging', 'attributes', 'retention', 'restore', 'uploads', 'select'].flatMap((marker) =>
    at(OBJECT, [marker, '']),
  ),
  ...at(OBJECT, ['uploadId', 'x'], ['partNumber', '1']),
  ...at(OBJECT, ['versionId', 'null']),
  ...at(OBJECT, ['response-content-disposition', 'attachment']),
  { path: OBJECT, headers: { range: 'bytes=0-4' } },
  { path: OBJECT, headers: { 'if-match': '"x"', 'if-modified-since': 'x' } },
  { method: 'PUT', path: `/${BUCKET}/copy`, headers: { 'x-amz-copy-source': OBJECT } },
  {
    method: 'PUT',
    path: `/${BUCKET}/x`,
    headers: { 'x-amz-tagging': 'a=b', 'x-amz-acl': 'private' },
    body: 'x',
  },
  {
    method: 'PUT',
    path: `/${BUCKET}/x`,
    headers: { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' },
  },
  { method: 'PUT', path: '/a-new-bucket' },
  rest('s3', 'GET', '/v20180820/accesspoint'),
  query('sts', STS, { Action: 'GetCallerIdentity' }),
  query('sts', STS, { Action: 'AssumeRole', RoleArn: ROLE_ARN, RoleSessionName: 'Fuzz' }),
  query('sts', STS, {
    Action: 'AssumeRole',
    RoleArn: ROLE_ARN,
    RoleSessionName: 'Fuzz',
    DurationSeconds: '900',
  }),
  query('sts', STS, {
    Action: 'AssumeRole',
    RoleArn: ROLE_ARN,
    RoleSessionName: 'Fuzz',
    Policy: '{}',
    ExternalId: 'xx',
  }),
  ...[
    'GetRole',
    'ListAttachedRolePolicies',
    'PutRolePolicy',
    'AttachRolePolicy',
    'DeleteRolePolicy',
    'GetRolePolicy',
  ].map((Action) =>
    query('iam', IAM, {
      Action,
      RoleName: 'VendorAccessRole',
      PolicyName: 'P',
      PolicyArn: 'a',
      PolicyDocument: '{}',
    }),
  ),
  ...['ListRoles', 'ListUsers', 'GetUser', 'CreateUser', 'CreateAccessKey', 'CreateRole'].map((Action) =>
    query('iam', IAM, { Action, UserName: 'Clerk' }),
  ),
  ...[
    'CreateStack',
    'CreateChangeSet',
    'DescribeStacks',
    'DeleteStack',
    'GetTemplate',
    'DescribeStackEvents',
  ].map((Action) =>
    query('cloudformation', CFN, { Action, StackName: 'S', ChangeSetName: 'C', TemplateBody: TEMPLATE }),
  ),
  query('cloudformation', CFN, {
    Action: 'CreateChangeSet',
    StackName: 'S',
    TemplateURL: `http://localhost/${BUCKET}/t`,
  }),
  json('ssm', 'AmazonSSM.GetParameter', { Name: '/cdk-bootstrap/hnb659fds/version' }),
  json('ssm', 'AmazonSSM.GetParameters', { Names: ['/cdk-bootstrap/hnb659fds/version', 'x'] }),
  json('kms', 'TrentService.ListKeys', {}),
  json('kms', 'TrentService.GetKeyPolicy', { KeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' }),
  ...['ListInstances', 'DescribePermissionSet', 'ListAccountAssignments', 'CreateAccountAssignment'].map(
    (operation) => json('sso', `SWBExternalService.${operation}`, SSO),
  ),
  ...['ListUsers', 'ListGroups', 'GetUserId', 'ListGroupMemberships'].map((operation) =>
    json('identitystore', `AWSIdentityStore.${operation}`, {
      ...STORE,
      GroupId: 'a1b2c3d4-5678-90ab-cdef-111122223333',
      AlternateIdentifier: { UniqueAttribute: { AttributePath: 'userName', AttributeValue: 'x' } },
    }),
  ),
  rest('sso-oauth', 'POST', '/client/register', '{"clientName":"x","clientType":"public"}'),
  rest('sso-oauth', 'POST', '/token', '{"clientId":"x","clientSecret":"y","grantType":"z"}'),
  rest('sso-oauth', 'POST', '/device', 'user_code=x&user_id=y'),
  rest('sso-oauth', 'GET', '/authorize'),
  rest('awsssoportal', 'GET', '/federation/credentials'),
  rest('awsssoportal', 'GET', '/assignment/accounts'),
  rest('lambda', 'GET', '/2015-03-31/functions/'),
  json('cloudtrail', 'CloudTrail_20131101.LookupEvents', {}),
];

const NAMES = [
  ...[
    'policy',
    'uploads',
    'versionId',
    'uploadId',
    'partNumber',
    'max-keys',
    'prefix',
    'marker',
    'continuation-token',
  ],
  ...[
    'list-type',
    'encoding-type',
    'response-content-type',
    'response-expires',
    'x-id',
    'delimiter',
    'start-after',
  ],
  ...[
    'X-Amz-Expires',
    'X-Amz-Signature',
    'X-Amz-Algorithm',
    'X-Amz-Security-Token',
    'AWSAccessKeyId',
    'x-amz-meta-a',
  ],
  ...['Action', 'user_code', 'account_id', 'role_name', 'client_id'],
];

const HEADERS = [
  ...[
    'x-amz-meta-a',
    'x-amz-meta-__proto__',
    '__proto__',
    'constructor',
    'x-amz-copy-source',
    'x-amz-tagging',
    'x-amz-acl',
  ],
  ...[
    'x-amz-target',
    'x-amz-account-id',
    'x-amz-sso_bearer_token',
    'x-amz-content-sha256',
    'x-amz-date',
    'content-type',
  ],
  ...[
    'range',
    'if-match',
    'if-none-match',
    'if-modified-since',
    'content-md5',
    'x-amz-checksum-crc32',
    'content-encoding',
  ],
  ...[
    'x-amz-decoded-content-length',
    'x-amz-security-token',
    'user-agent',
    'referer',
    'origin',
    'host',
    'expect',
    'cookie',
  ],
  ...[
    'x-amz-server-side-encryption',
    'x-amz-metadata-directive',
    'x-amz-expected-bucket-owner',
    'date',
    'upgrade',
  ],
];

interface Change {
  readonly what:
    | 'path'
    | 'query'
    | 'query value'
    | 'header'
    | 'unsigned'
    | 'body'
    | 'splice'
    | 'method'
    | 'service'
    | 'presigned'
    | 'forged';
  readonly odd: string;
  readonly name: string;
  readonly header: string;
  readonly body: string;
  /** From 0 up to 1: where. */
  readonly where: number;
}

export const CHANGE: fc.Arbitrary<Change> = fc.record({
  what: fc.constantFrom<Change['what']>(
    ...([
      'path',
      'query',
      'query value',
      'header',
      'unsigned',
      'body',
      'splice',
      'splice',
      'method',
    ] as const),
    ...(['service', 'presigned', 'forged'] as const),
  ),
  odd: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ODD) },
    fc.string({ unit: 'binary', maxLength: 12 }).map(wellFormed),
  ),
  name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NAMES) }, fc.constantFrom(...ODD)),
  header: fc.constantFrom(...HEADERS),
  body: fc.constantFrom(...BODIES),
  where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

const SERVICES = [
  's3',
  'sts',
  'iam',
  'cloudformation',
  'ssm',
  'kms',
  'sso',
  'identitystore',
  'sso-oauth',
  'ec2',
  's3express',
];
const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'];

export function changed(call: RawCall, { what, odd, name, header, body, where }: Change): RawCall {
  const { path = '/', query: parameters = [], headers = {}, unsigned = {}, body: sent = '' } = call;
  const splice = (text: string): string => {
    const at = Math.floor(where * (text.length + 1));
    return wellFormed(`${text.slice(0, at)}${odd}${text.slice(at + (where > 0.5 ? odd.length : 0))}`);
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(where * list.length)]!;
  switch (what) {
    case 'path':
      return { ...call, path: inPath(splice(path)) };
    case 'query':
      return { ...call, query: [...parameters, [name, odd]] };
    case 'query value':
      return { ...call, query: parameters.map(([key, value]) => [key, splice(value)]) };
    case 'header':
      return { ...call, headers: { ...headers, [header]: inHeader(odd) } };
    case 'unsigned':
      return { ...call, unsigned: { ...unsigned, [header]: inHeader(odd) } };
    case 'body':
      return { ...call, body };
    case 'splice':
      return { ...call, body: splice(String(sent)) };
    case 'method':
      return { ...call, method: pick(METHODS) };
    case 'service':
      return { ...call, service: pick(SERVICES) };
    case 'presigned':
      return { ...call, expires: where > 0.3 ? '60' : odd };
    case 'forged':
      return {
        ...call,
        tamper: (all) => ({
          ...all,
          ...('authorization' in all && {
            authorization: inHeader(replacedAt(all.authorization, odd, where)),
          }),
        }),
      };
  }
}

export const replacedAt = (text = '', odd: string, where: number): string => {
  const at = Math.floor(where * text.length);
  return text.slice(0, at) + odd + text.slice(at + 1);
};

/** What a client can send at all: the rest Node's own would reject, and raw bytes are sent below. */
const inHeader = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .trim();
/** Without halves of characters, which no address can hold. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString('utf8');
}

const inPath = (text: string): string => {
  const path = wellFormed(text)
    .replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter))
    .replace(/[?#]/g, encodeURIComponent);
  return path.startsWith('/') ? path : `/${path}`;
};
