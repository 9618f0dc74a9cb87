import { type Json, type JsonObject, isList, listOf } from '../../naive/json';
import { textsOf, textOf } from './cloudformation';
import type { DocumentKind } from './grammar';
import { type Change, renamedKey, withKey } from './mutant';

/** Everything that can be done to one statement, but for its conditions. */
export function statementChanges(statement: JsonObject, kind: DocumentKind): Change[] {
  const flipped = statement['Effect'] === 'Allow' ? 'Deny' : 'Allow';
  const named = (sid: string) => ({ ...statement, Sid: sid });
  return [
    ['dropped', []],
    ['effect flipped', [withKey(statement, 'Effect', flipped)]],
    ['its opposite beside it', [statement, { ...named('Opposite'), Effect: flipped }]],
    ['twice', [statement, named('Again')]],
    ['another Sid', [named('Renamed')]],
    ['no Sid', [withKey(statement, 'Sid', undefined)]],
    ['Effect in lower case', [withKey(statement, 'Effect', textOf(statement['Effect']).toLowerCase())]],
    ...[...Object.keys(statement)]
      .filter((key) => key !== 'Sid')
      .flatMap((key): Change[] => [
        [`no ${key}`, [withKey(statement, key, undefined)]],
        [`${key} misspelt`, [renamedKey(statement, key, `${key}s`)]],
      ]),
    ...actionChanges(statement, kind),
    ...(kind === 'trust' ? [] : resourceChanges(statement)),
    ...(kind === 'identity' ? [] : principalChanges(statement)),
  ];
}

const OTHER_ACTIONS: Record<string, readonly string[]> = {
  s3: [
    's3:*',
    's3:Get*',
    's3:GetObject*',
    's3:GetObjectVersion',
    's3:PutObject',
    's3:?etObject',
    's3:List*',
    's3:DeleteObject',
    's3:*Object',
    's3:PutBucketPolicy',
    '*',
    'iam:*',
    'S3:GETOBJECT',
    's3:ListAllMyBuckets',
  ],
  sts: [
    'sts:*',
    'sts:AssumeRole*',
    'sts:TagSession',
    'sts:SetSourceIdentity',
    'sts:AssumeRoleWithSAML',
    '*',
    's3:GetObject',
    'sts:assumerole',
    'sts:Assume?ole',
  ],
};

/** A list in place of one value, another order, another case and a repetition say the same. */
function sameLists(statement: JsonObject, key: string): Change[] {
  const value = statement[key];
  if (value === undefined) return [];
  const items = listOf(value);
  const [first] = items;
  const to = (other: Json) => [withKey(statement, key, other)];
  return [
    ...(isList(value) ? [] : [[`${key} as a list of one`, to([value])] satisfies Change]),
    ...(isList(value) && items.length === 1 && first !== undefined
      ? [[`${key} outside of a list`, to(first)] satisfies Change]
      : []),
    ...(items.length > 1 ? [[`${key} in reverse`, to(items.toReversed())] satisfies Change] : []),
    [`${key} with a repetition`, to([...items, ...items])],
    [`${key} empty`, to([])],
  ];
}

function actionChanges(statement: JsonObject, kind: DocumentKind): Change[] {
  const actions = textsOf(statement['Action']);
  const [first = ''] = actions;
  const others = OTHER_ACTIONS[first.split(':')[0]?.toLowerCase() ?? ''] ?? ['*'];
  const as = (value: Json) => [withKey(statement, 'Action', value)];
  return [
    ...sameLists(statement, 'Action'),
    ['Action in upper case', as(actions.map((action) => action.toUpperCase()))],
    ['Action in lower case', as(actions.map((action) => action.toLowerCase()))],
    ['Action without its last letter', as([...actions.slice(1), first.slice(0, -1)])],
    ['Action with a letter more', as([...actions.slice(1), `${first}s`])],
    ['Action without its service', as(first.split(':')[1] ?? first)],
    [
      'Action of another service',
      as(`${kind === 'trust' ? 'iam' : 's3-object-lambda'}:${first.split(':')[1]}`),
    ],
    ['Action with a star at the end', as([...actions, `${first}*`])],
    ['Action with a question mark at the end', as([...actions, `${first}?`])],
    ['Action negated', [renamedKey(statement, 'Action', 'NotAction')]],
    [
      'the opposite of Action as well',
      [statement, { ...renamedKey(statement, 'Action', 'NotAction'), Sid: 'Not' }],
    ],
    ...others.flatMap((other): Change[] => [
      [`Action ${other} instead`, as(other)],
      [`Action ${other} as well`, as([...actions, other])],
    ]),
    ...(actions.length > 1
      ? actions.map((action, index): Change => [`Action without ${action}`, as(actions.toSpliced(index, 1))])
      : []),
    ['NotAction beside Action', [{ ...statement, NotAction: 'iam:*' }]],
  ];
}

function resourceChanges(statement: JsonObject): Change[] {
  const resources = textsOf(statement['Resource']);
  const [first = ''] = resources;
  const as = (value: Json) => [withKey(statement, 'Resource', value)];
  const isBucket = first.startsWith('arn:aws:s3:::');
  const bucket = first.replace(/\/.*$/, '');
  const others = isBucket
    ? [
        '*',
        'arn:aws:s3:::*',
        'arn:aws:s3:::another-bucket',
        'arn:aws:s3:::another-bucket/*',
        bucket,
        `${bucket}*`,
        `${bucket}/*`,
        `${bucket}-2/*`,
        `${bucket.slice(0, -1)}?/*`,
        `${bucket}/reports/*`,
        `${bucket}/reports*`,
        `${bucket}/?*`,
        `${bucket}/*/*`,
        `${bucket}/\${aws:username}/*`,
        bucket.replace(':aws:', ':aws-cn:'),
        'arn:*:s3:::*/*',
      ]
    : [
        '*',
        'arn:aws:iam::*:role/*',
        first.replace(/[^/]+$/, '*'),
        `${first}*`,
        `${first}?`,
        `${first}2`,
        first.replace(/\d{12}/, '*'),
        first.replace(/\d{12}/, '333333333333'),
        first.replace(/role\//, 'role/sub/'),
        first.replace(/(.)$/, '?'),
        'arn:aws:s3:::another-bucket/*',
      ];
  return [
    ...sameLists(statement, 'Resource'),
    ['Resource in lower case', as(first.toLowerCase())],
    ['Resource in upper case', as(first.toUpperCase())],
    ['Resource without its last letter', as([...resources.slice(1), first.slice(0, -1)])],
    ['Resource with a blank', as([...resources.slice(1), `${first} `])],
    ['Resource negated', [renamedKey(statement, 'Resource', 'NotResource')]],
    [
      'the opposite of Resource as well',
      [statement, { ...renamedKey(statement, 'Resource', 'NotResource'), Sid: 'Not' }],
    ],
    ...others.flatMap((other): Change[] => [
      [`Resource ${other} instead`, as(other)],
      [`Resource ${other} as well`, as([...resources, other])],
    ]),
    ...(resources.length > 1
      ? resources.map((one, index): Change => [`Resource without ${one}`, as(resources.toSpliced(index, 1))])
      : []),
    ['a Principal', [{ ...statement, Principal: '*' }]],
  ];
}

const OTHER_PRINCIPALS: readonly (readonly [string, Json])[] = [
  ['everybody', '*'],
  ['everybody of AWS', { AWS: '*' }],
  ['a stranger', { AWS: 'arn:aws:iam::333333333333:root' }],
  ['a stranger by number', { AWS: '333333333333' }],
  ['a mistyped vendor', { AWS: 'arn:aws:iam::222222222223:root' }],
  ['the company', { AWS: 'arn:aws:iam::111111111111:root' }],
  ["the company's role", { AWS: 'arn:aws:iam::111111111111:role/Admin' }],
  ['the vendor by number', { AWS: '222222222222' }],
  ["the vendor's user", { AWS: 'arn:aws:iam::222222222222:user/alice' }],
  ["the vendor's role", { AWS: 'arn:aws:iam::222222222222:role/Admin' }],
  ["the vendor's root, misspelt", { AWS: 'arn:aws:iam::222222222222:Root' }],
  ['every user of the vendor', { AWS: 'arn:aws:iam::222222222222:user/*' }],
  ['any account', { AWS: 'arn:aws:iam::*:root' }],
  ['too short an account', { AWS: '22222222222' }],
  ['a service', { Service: 'ec2.amazonaws.com' }],
  ['a service of another account', { Service: 'cloudtrail.amazonaws.com' }],
  ['an identity provider', { Federated: 'arn:aws:iam::111111111111:saml-provider/Corp' }],
  ['the web', { Federated: 'cognito-identity.amazonaws.com' }],
  ['a kind of principal that there is not', { Aws: 'arn:aws:iam::222222222222:root' }],
];

export function principalChanges(statement: JsonObject): Change[] {
  const principal = statement['Principal'];
  if (principal === undefined) return [];
  const mine =
    typeof principal === 'object' && principal !== null && !isList(principal)
      ? textsOf(principal['AWS'])
      : [];
  return [
    ['Principal negated', [renamedKey(statement, 'Principal', 'NotPrincipal')]],
    [
      'the opposite of Principal as well',
      [statement, { ...renamedKey(statement, 'Principal', 'NotPrincipal'), Sid: 'Not' }],
    ],
    ...(mine.length > 0
      ? [['Principal as a list', [withKey(statement, 'Principal', { AWS: mine })]] satisfies Change]
      : []),
    ...(mine.length > 0
      ? [
          [
            'Principal with a repetition',
            [withKey(statement, 'Principal', { AWS: [...mine, ...mine] })],
          ] satisfies Change,
        ]
      : []),
    ...OTHER_PRINCIPALS.flatMap(([who, other]): Change[] => [
      [`${who} instead`, [withKey(statement, 'Principal', other)]],
      [`${who} as well`, [statement, { ...statement, Sid: 'Other', Principal: other }]],
    ]),
  ];
}
