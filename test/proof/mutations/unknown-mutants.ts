import type { Json, JsonObject } from '../../naive/json';
import { BUCKET } from './added-documents';
import type { Assembly } from './cloudformation';
import type { Mutant } from './mutant';
import { OTHER_BUCKET, placesIn } from './places';

const BOTH = [BUCKET, `${BUCKET}/*`];
const COMPANY = '111111111111';

/** What no reader can know before it is deployed, in statements where it matters and where it does not. */
export function unknownMutants(assembly: Assembly): Mutant[] {
  return [
    ...conditions(assembly),
    ...resources(assembly),
    ...principals(assembly),
    ...managedPolicies(assembly),
    ...together(assembly),
  ];
}

/** A condition of which it is not known whether it holds. */
const OPEN: readonly (readonly [string, JsonObject])[] = [
  [
    'a variable',
    { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::111111111111:role/${aws:PrincipalTag/team}' } },
  ],
  ['a variable, negated', { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/${aws:username}*' } }],
  ['a tag that must be the same', { StringEquals: { 'aws:PrincipalTag/team': '${aws:ResourceTag/team}' } }],
  ['a list compared as one value', { StringEquals: { 'aws:CalledVia': 'athena.amazonaws.com' } }],
];

const ACTIONS: readonly (readonly [string, Json, Json])[] = [
  ['what is promised', 's3:GetObject', `${BUCKET}/*`],
  ['listing what is promised', 's3:ListBucket', BUCKET],
  ['writing', 's3:PutObject', `${BUCKET}/*`],
  ['another bucket', 's3:GetObject', `${OTHER_BUCKET}/*`],
  ['what nobody may', 'ec2:*', '*'],
];

function conditions(assembly: Assembly): Mutant[] {
  const { inReadPolicy, inBucketPolicy, inTrust } = placesIn(assembly);
  return OPEN.flatMap(([what, condition]) => [
    ...ACTIONS.flatMap(([about, action, resource]) =>
      ['Allow', 'Deny'].map((effect) => ({
        name: `own policy: ${effect} of ${about} under ${what}`,
        assembly: inReadPolicy({ Effect: effect, Action: action, Resource: resource, Condition: condition }),
      })),
    ),
    ...['s3:GetObject', 's3:ListBucket', 's3:PutObject'].flatMap((action) =>
      ['Allow', 'Deny'].map((effect) => ({
        name: `bucket policy: ${effect} of ${action} to all under ${what}`,
        assembly: inBucketPolicy({
          Effect: effect,
          Principal: '*',
          Action: action,
          Resource: BOTH,
          Condition: condition,
        }),
      })),
    ),
    ...['Allow', 'Deny'].flatMap((effect) =>
      ['222222222222', '333333333333'].map((account) => ({
        name: `trust: ${effect} of ${account} under ${what}`,
        assembly: inTrust({
          Effect: effect,
          Principal: { AWS: account },
          Action: 'sts:AssumeRole',
          Condition: condition,
        }),
      })),
    ),
  ]);
}

const PATTERNS: readonly (readonly [string, string])[] = [
  ['a variable in the key', `${BUCKET}/\${aws:username}/*`],
  ['a variable for the bucket', 'arn:aws:s3:::${aws:PrincipalTag/bucket}/*'],
  ['any region and account', 'arn:aws:s3:*:*:company-shared-data-bucket-12345/*'],
  ['any region and account, every bucket', 'arn:aws:s3:*:*:*'],
  ['machines in any region', 'arn:aws:ec2:*:*:instance/*'],
  ['roles of any account', 'arn:aws:iam::*:role/*'],
  ['another bucket, any account', 'arn:aws:s3::*:company-logs/*'],
];

function resources(assembly: Assembly): Mutant[] {
  const { inReadPolicy } = placesIn(assembly);
  return PATTERNS.flatMap(([what, pattern]) =>
    ['s3:GetObject', 's3:PutObject', 'ec2:StartInstances', 'sts:AssumeRole'].flatMap((action) =>
      ['Allow', 'Deny'].map((effect) => ({
        name: `own policy: ${effect} of ${action} on ${what}`,
        assembly: inReadPolicy({ Effect: effect, Action: action, Resource: pattern }),
      })),
    ),
  );
}

function principals(assembly: Assembly): Mutant[] {
  const { inBucketPolicy, inTrust, inOtherBucket } = placesIn(assembly);
  const unknown: readonly (readonly [string, JsonObject])[] = [
    ['all but the company', { NotPrincipal: { AWS: COMPANY } }],
    ['all but a stranger', { NotPrincipal: { AWS: '333333333333' } }],
    [
      'a canonical user',
      { Principal: { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' } },
    ],
    [
      'a canonical user and the company',
      {
        Principal: {
          AWS: COMPANY,
          CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be',
        },
      },
    ],
  ];
  return unknown.flatMap(([who, principal]) =>
    ['Allow', 'Deny'].flatMap((effect) => [
      ...['s3:GetObject', 's3:PutObject', 's3:DeleteBucket'].flatMap((action) => [
        {
          name: `bucket policy: ${effect} of ${action} for ${who}`,
          assembly: inBucketPolicy({ Effect: effect, ...principal, Action: action, Resource: BOTH }),
        },
        {
          name: `another bucket: ${effect} of ${action} for ${who}`,
          assembly: inOtherBucket({
            Effect: effect,
            ...principal,
            Action: action,
            Resource: [OTHER_BUCKET, `${OTHER_BUCKET}/*`],
          }),
        },
      ]),
      ...(principal['NotPrincipal'] === undefined
        ? []
        : [
            {
              name: `trust: ${effect} for ${who}`,
              assembly: inTrust({ Effect: effect, ...principal, Action: 'sts:AssumeRole' }),
            },
          ]),
    ]),
  );
}

function managedPolicies(assembly: Assembly): Mutant[] {
  const { onRole } = placesIn(assembly);
  return [
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    `arn:aws:iam::${COMPANY}:policy/LandingZoneBoundary`,
  ].flatMap((arn) => [
    { name: `the lent role also has ${arn}`, assembly: onRole('ManagedPolicyArns', [arn]) },
    { name: `the lent role is bounded by ${arn}`, assembly: onRole('PermissionsBoundary', arn) },
  ]);
}

/** What is certain beside what is not, and two that are not. */
function together(assembly: Assembly): Mutant[] {
  const { inReadPolicy } = placesIn(assembly);
  const allow = { Effect: 'Allow', Action: 's3:PutObject', Resource: `${BUCKET}/*` };
  return OPEN.flatMap(([what, condition]) => {
    const deny = { ...allow, Effect: 'Deny', Condition: condition };
    return [
      {
        name: `own policy: Allow and Deny of writing under ${what}`,
        assembly: inReadPolicy({ ...allow, Condition: condition }, deny),
      },
      {
        name: `own policy: Allow of writing, and its Deny under ${what}`,
        assembly: inReadPolicy(allow, deny),
      },
      {
        name: `own policy: Allow of writing under ${what}, and its Deny`,
        assembly: inReadPolicy({ ...allow, Condition: condition }, { ...allow, Effect: 'Deny' }),
      },
      {
        name: `own policy: Allow of writing, and another one under ${what}`,
        assembly: inReadPolicy(allow, { ...allow, Action: 's3:DeleteObject', Condition: condition }),
      },
    ];
  });
}
