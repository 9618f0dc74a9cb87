import { type Json, type JsonObject, isList, isObject, listOf, objectAt } from '../../naive/json';
import { textOf } from './cloudformation';
import type { DocumentKind } from './grammar';
import { type Change, renamedKey, withKey } from './mutant';

/** Everything that can be done to the conditions of one statement, and conditions where there are none. */
export function conditionChanges(statement: JsonObject, kind: DocumentKind): Change[] {
  const condition = objectAt(statement, 'Condition');
  const withCondition = (other: JsonObject): JsonObject[] => [withKey(statement, 'Condition', other)];
  const ofEach = Object.entries(condition).flatMap(([operator, block]) => {
    if (!isObject(block)) return [];
    return Object.entries(block).flatMap(([key, values]) => {
      const rest = withKey(block, key, undefined);
      const without = withKey(condition, operator, Object.keys(rest).length === 0 ? undefined : rest);
      const moved = (other: string) => ({
        ...without,
        [other]: { ...objectAt(without, other), [key]: values },
      });
      const as = (value: Json) => withCondition({ ...condition, [operator]: { ...block, [key]: value } });
      const where = `${operator} ${key}`;
      return [
        [`${where}: dropped`, withCondition(without)],
        ...operatorsInstead(operator).map((other): Change => [
          `${where}: ${other} instead`,
          withCondition(moved(other)),
        ]),
        ...keysInstead(key).map((other): Change => [
          `${where}: ${other} instead`,
          withCondition({ ...condition, [operator]: renamedKey(block, key, other) }),
        ]),
        ...valuesInstead(operator, key, values).map(([what, value]): Change => [
          `${where}: ${what}`,
          as(value),
        ]),
      ] satisfies Change[];
    });
  });
  const more = ADDED_CONDITIONS[kind].map(([what, other]): Change => [
    what,
    withCondition(merged(condition, other)),
  ]);
  return [...ofEach, ...more];
}

function operatorsInstead(operator: string): string[] {
  const family = ['String', 'Arn', 'Date', 'Numeric', 'Bool'].find((one) => operator.startsWith(one)) ?? '';
  const others: Record<string, readonly string[]> = {
    String: [
      'StringEquals',
      'StringLike',
      'StringNotEquals',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'ArnLike',
      'Null',
      'StringEqual',
    ],
    Arn: ['ArnEquals', 'ArnLike', 'ArnNotLike', 'ArnNotEquals', 'StringLike', 'StringEquals', 'ArnLikes'],
    Date: [
      'DateLessThan',
      'DateLessThanEquals',
      'DateGreaterThan',
      'DateNotEquals',
      'DateEquals',
      'DateLesserThan',
      'StringEquals',
    ],
    Numeric: [
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericEquals',
      'NumericNotEquals',
      'NumericLess',
      'StringEquals',
    ],
    Bool: ['StringEquals', 'StringNotEquals', 'StringLike', 'Null', 'Boolean'],
  };
  const same = others[family] ?? [];
  return [...same, `${operator}IfExists`, `ForAllValues:${operator}`, `ForAnyValue:${operator}`].filter(
    (one) => one !== operator,
  );
}

function keysInstead(key: string): string[] {
  const [service, name = ''] = key.split(':');
  return [
    key.toUpperCase(),
    key.toLowerCase(),
    `${key}s`,
    key.slice(0, -1),
    `${service}x:${name}`,
    'aws:UserAgent',
    'aws:PrincipalOrgID',
    'aws:SourceIp',
    'sts:RoleSessionName',
  ].filter((other) => other !== key);
}

function valuesInstead(operator: string, key: string, values: Json): [string, Json][] {
  const [first = ''] = listOf(values);
  const text = textOf(first);
  const others = listOf(values).slice(1);
  return [
    ...(isList(values) ? [] : [['as a list of one', [values]] satisfies [string, Json]]),
    ...(typeof first === 'string' ? [] : [['as text', [text, ...others]] satisfies [string, Json]]),
    ['with a repetition', [...listOf(values), ...listOf(values)]],
    ['values in reverse', listOf(values).toReversed()],
    ['without values', []],
    [
      'another value',
      [
        operator.startsWith('Date')
          ? '2031-05-05T00:00:00Z'
          : operator.startsWith('Numeric')
            ? 7
            : 'Another-value',
        ...others,
      ],
    ],
    ['any value', [...listOf(values), '*']],
    ['a star at the end', [`${text}*`, ...others]],
    ['without the last letter', [text.slice(0, -1), ...others]],
    ['a letter more', [`${text}1`, ...others]],
    ['a letter more in front', [`x${text}`, ...others]],
    ['in upper case', [text.toUpperCase(), ...others]],
    ['in lower case', [text.toLowerCase(), ...others]],
    ...(text.includes('?')
      ? [['a star for the question marks', [text.replace(/\?+/, '*'), ...others]] satisfies [string, Json]]
      : []),
    ...(text.includes('?')
      ? [['a question mark less', [text.replace('?', ''), ...others]] satisfies [string, Json]]
      : []),
    ...(isList(values) && values.length > 1
      ? values.map((one, index): [string, Json] => [`without ${textOf(one)}`, values.toSpliced(index, 1)])
      : []),
    ...(operator.startsWith('Date') ? momentsInstead(text) : []),
    ...(operator.startsWith('Numeric')
      ? [1, 1.1, 1.3, 2, 0].map((one): [string, Json] => [`${one}`, one])
      : []),
    ...(operator === 'Bool'
      ? ([
          ['true', 'true'],
          ['true, unquoted', true],
          ['false, unquoted', false],
          ['no', 'no'],
        ] satisfies [string, Json][])
      : []),
    ...(key === 's3:prefix'
      ? (['', 'reports', 'rep*', '*/', '/reports/*'].map((one) => [`"${one}"`, one]) satisfies [
          string,
          Json,
        ][])
      : []),
  ];
}

function momentsInstead(text: string): [string, Json][] {
  const moment = Date.parse(text);
  return [
    ['a second later', new Date(moment + 1000).toISOString().replace('.000', '')],
    ['a second earlier', new Date(moment - 1000).toISOString().replace('.000', '')],
    ['a year later', new Date(moment + 365 * 86400e3).toISOString()],
    ['the same moment in seconds', String(moment / 1000)],
    ['the same moment with milliseconds', new Date(moment).toISOString()],
    ['no date', 'soon'],
  ];
}

/** Conditions that narrow, that only seem to, and that are none. */
const ADDED_CONDITIONS: Record<DocumentKind, readonly (readonly [string, JsonObject])[]> = {
  trust: [
    ['an empty Condition', {}],
    ['only with an ExternalId', { StringEquals: { 'sts:ExternalId': 'Made-up-1' } }],
    ['only with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['any ExternalId or none', { StringLikeIfExists: { 'sts:ExternalId': '*' } }],
    ['only from one network', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['only until a day that has passed', { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }],
    ['only roles', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } }],
    ['only one organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } }],
    [
      'a popular pattern for permission sets',
      {
        ArnLike: {
          'aws:PrincipalArn':
            'arn:aws:iam::222222222222:role/aws-reserved/*AWSReservedSSO_AllowAssumeCompanyRole_*',
        },
      },
    ],
  ],
  identity: [
    ['an empty Condition', {}],
    ['only with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['only without MFA', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }],
    ['only from one network', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['only until a day that has passed', { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } }],
    ['only over TLS', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['never with a key that is always there', { Null: { 'aws:CurrentTime': 'true' } }],
    ['only with some text', { StringEquals: { 'aws:UserAgent': 'aws-cli' } }],
  ],
  resource: [
    ['an empty Condition', {}],
    ['only with MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
    ['only from one network', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }],
    ['not for one principal', { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/*' } }],
    [
      'not for another role',
      { StringNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/VendorAccessRole' } },
    ],
  ],
};

function merged(condition: JsonObject, other: JsonObject): JsonObject {
  return Object.entries(other).reduce<JsonObject>(
    (all, [operator, block]) => ({
      ...all,
      [operator]: { ...objectAt(all, operator), ...(isObject(block) ? block : {}) },
    }),
    condition,
  );
}
