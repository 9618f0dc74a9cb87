import type { JsonObject } from '../../naive/json';
import { BUCKET } from './added-documents';
import type { Assembly } from './cloudformation';
import type { Mutant } from './mutant';
import { placesIn } from './places';

const BOTH = [BUCKET, `${BUCKET}/*`];
const COMPANY = '111111111111';
const VENDOR = '222222222222';

/** The organization that some shares say the company is in. */
export const ORGANIZATION = 'o-exampleorgid';

/** What AWS recommends to deny in a bucket, and near misses that keep the borrower out. */
const DENIES: readonly (readonly [string, JsonObject])[] = [
  ['AWS services', { Bool: { 'aws:PrincipalIsAWSService': 'true' } }],
  ['all but AWS services', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }],
  ['buckets of other accounts', { StringNotEquals: { 's3:ResourceAccount': COMPANY } }],
  ['resources of other accounts', { StringNotEquals: { 'aws:ResourceAccount': COMPANY } }],
  ['resources of the company', { StringEquals: { 'aws:ResourceAccount': COMPANY } }],
  ['resources that are not of the vendor', { StringNotEquals: { 'aws:ResourceAccount': VENDOR } }],
  ['users', { StringEquals: { 'aws:PrincipalType': 'User' } }],
  ['sessions of roles', { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }],
  ['all but sessions of roles', { StringNotEquals: { 'aws:PrincipalType': 'AssumedRole' } }],
  ['callers of other accounts', { StringNotEquals: { 'aws:PrincipalAccount': COMPANY } }],
  ['callers of the company', { StringEquals: { 'aws:PrincipalAccount': COMPANY } }],
  ['everybody outside of the organization', { StringNotEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }],
  [
    'everybody outside of the organization but AWS services',
    {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  ],
  [
    'everybody outside of another organization',
    { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-anotherorgid' } },
  ],
  ['everybody in the organization', { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }],
  ['everybody in another organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-anotherorgid' } }],
  ['all who are in no organization', { Null: { 'aws:PrincipalOrgID': 'true' } }],
  ['all networks but one', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }],
  ['old TLS', { NumericLessThan: { 's3:TlsVersion': '1.1' } }],
  ['the present', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }],
];

/** Guards of the bucket, of the trust and of the role's own policy; accounts that a variable names; two statements in one. */
export function guardMutants(assembly: Assembly): Mutant[] {
  const { inBucketPolicy, inReadPolicy, inTrust } = placesIn(assembly);
  const denies = DENIES.flatMap(([whom, condition]) => [
    {
      name: `bucket policy: denies ${whom}`,
      assembly: inBucketPolicy({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: BOTH,
        Condition: condition,
      }),
    },
    {
      name: `own policy: denies ${whom}`,
      assembly: inReadPolicy({ Effect: 'Deny', Action: '*', Resource: '*', Condition: condition }),
    },
  ]);
  const trusts = DENIES.filter(([, condition]) => !/s3:|Resource/.test(JSON.stringify(condition))).map(
    ([whom, condition]) => ({
      name: `trust: denies ${whom}`,
      assembly: inTrust({
        Effect: 'Deny',
        Principal: '*',
        Action: 'sts:AssumeRole',
        Condition: condition,
      }),
    }),
  );
  const allows: readonly (readonly [string, JsonObject])[] = [
    ['its own account', { StringEquals: { 's3:ResourceAccount': '${aws:PrincipalAccount}' } }],
    ['the company', { StringEquals: { 'aws:ResourceAccount': COMPANY } }],
    ['others', { StringNotEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }],
    ['the vendor', { StringEquals: { 'aws:ResourceAccount': VENDOR } }],
  ];
  const reads = allows.flatMap(([whose, condition]) =>
    [`${BUCKET}/*`, `${BUCKET}*`, '*'].map((resource) => ({
      name: `own policy: reads ${resource} of ${whose}`,
      assembly: inReadPolicy({
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: resource,
        Condition: condition,
      }),
    })),
  );
  const merged = [['s3:ListBucket', 's3:GetObject'], 's3:GetObject', 's3:ListBucket'].map((action) => ({
    name: `own policy: ${JSON.stringify(action)} on the bucket and on its objects`,
    assembly: inReadPolicy({ Effect: 'Allow', Action: action, Resource: BOTH }),
  }));
  return [...denies, ...trusts, ...reads, ...merged];
}

/** Doors for those whom an identity provider vouches for. */
export function federationMutants(assembly: Assembly): Mutant[] {
  const { inTrust, inCompany } = placesIn(assembly);
  const providers: readonly (readonly [string, string, string, JsonObject?])[] = [
    [
      'GitHub, one repository',
      `arn:aws:iam::${COMPANY}:oidc-provider/token.actions.githubusercontent.com`,
      'sts:AssumeRoleWithWebIdentity',
      {
        StringEquals: { 'token.actions.githubusercontent.com:sub': 'repo:company/data:ref:refs/heads/main' },
      },
    ],
    [
      'GitHub, anybody',
      `arn:aws:iam::${COMPANY}:oidc-provider/token.actions.githubusercontent.com`,
      'sts:AssumeRoleWithWebIdentity',
    ],
    ['Google', 'accounts.google.com', 'sts:AssumeRoleWithWebIdentity'],
    ['Cognito', 'cognito-identity.amazonaws.com', 'sts:AssumeRoleWithWebIdentity'],
    ['the directory', `arn:aws:iam::${COMPANY}:saml-provider/Corp`, 'sts:AssumeRoleWithSAML'],
    ['a directory of a stranger', 'arn:aws:iam::333333333333:saml-provider/Corp', 'sts:AssumeRoleWithSAML'],
  ];
  return providers.flatMap(([who, provider, action, condition]) =>
    ['Allow', 'Deny'].flatMap((effect) => {
      const statement: JsonObject = {
        Effect: effect,
        Principal: { Federated: provider },
        Action: action,
        ...(condition && { Condition: condition }),
      };
      return [
        { name: `trust: ${effect} for ${who}`, assembly: inTrust(statement) },
        {
          name: `a second role: ${effect} for ${who}`,
          assembly: inCompany({
            SecondRole: {
              Type: 'AWS::IAM::Role',
              Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
            },
          }),
        },
      ];
    }),
  );
}
