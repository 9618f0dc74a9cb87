import type { Grant } from './share/grant';

/**
 * The three documents of a grant, each from its one source: validation measures them, the constructs deploy them.
 *
 * They are written with names and not with references to resources, because the name is the contract between the
 * two accounts; and as plain data, so that what is deployed is what stands here, to the letter.
 */

/** A policy document as IAM takes it. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  /** Says what the statement is for. */
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal?: { readonly AWS: string };
  readonly Action: string;
  readonly Resource?: OneOrMore;
  readonly Condition?: PolicyCondition;
}

/** Operator → condition key → value or values. */
export type PolicyCondition = Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;

type OneOrMore = string | readonly string[];

/** Whom the role is lent to: the trust policy of `VendorAccessRole`. */
export function trustPolicy(grant: Grant): PolicyDocument {
  return document({
    Sid: 'AllowVendorAccountAssumeRole',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${grant.vendor.account}:root` },
    Action: 'sts:AssumeRole',
    ...under(onlyThePermissionSet(grant), withExternalId(grant), beforeTheEnd(grant)),
  });
}

/** What a borrower may do: `VendorS3AccessPolicy`. */
export function readPolicy(grant: Grant): PolicyDocument {
  return document(
    {
      Sid: 'AllowS3BucketListAccess',
      Effect: 'Allow',
      Action: 's3:ListBucket',
      Resource: grant.bucketArn,
      ...under(onlyThePrefixes(grant), beforeTheEnd(grant)),
    },
    {
      Sid: 'AllowS3ObjectReadAccess',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: oneOrMore(readableObjects(grant)),
      ...under(beforeTheEnd(grant)),
    },
  );
}

/** ARN patterns of the objects that a borrower may read: all of them, or those under the prefixes. */
export function readableObjects(grant: Grant): string[] {
  return (grant.vendor.prefixes ?? ['']).map((prefix) => `${grant.bucketArn}/${prefix}*`);
}

/** What the vendor's users may do: the inline policy of the permission set. */
export function assumeRolePolicy(grant: Grant): PolicyDocument {
  return document({
    Sid: 'AllowAssumeCompanyRole',
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Resource: grant.roleArn,
  });
}

/**
 * Exactly the roles that Identity Center makes for this permission set in the vendor account: a suffix of sixteen
 * characters, after a region segment that is missing when Identity Center lives in us-east-1.
 *
 * The principal stays the account: a role named as principal is stored by its unique id, and the role of a permission
 * set is made anew whenever its last assignment comes and goes.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
function onlyThePermissionSet(grant: Grant): PolicyCondition | undefined {
  if (grant.vendor.borrowers !== 'permission-set') return undefined;
  const path = `arn:aws:iam::${grant.vendor.account}:role/aws-reserved/sso.amazonaws.com`;
  const role = `AWSReservedSSO_${grant.permissionSetName}_${'?'.repeat(16)}`;
  return { ArnLike: { 'aws:PrincipalArn': [`${path}/${role}`, `${path}/*/${role}`] } };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
function withExternalId(grant: Grant): PolicyCondition | undefined {
  const { externalId } = grant.vendor;
  return externalId === undefined ? undefined : { StringEquals: { 'sts:ExternalId': externalId } };
}

/** Also in the permissions, so that a session issued before the moment ends with it. */
function beforeTheEnd(grant: Grant): PolicyCondition | undefined {
  const { until } = grant.vendor;
  return until === undefined ? undefined : { DateLessThan: { 'aws:CurrentTime': until } };
}

/**
 * Listing a prefix or something below it. Listing without a prefix, or with half of one, would show the names of
 * other people's objects and is refused.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function onlyThePrefixes(grant: Grant): PolicyCondition | undefined {
  const { prefixes } = grant.vendor;
  return prefixes && { StringLike: { 's3:prefix': oneOrMore(prefixes.map((prefix) => `${prefix}*`)) } };
}

function document(...statements: PolicyStatement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** One condition block of all that are asked for; none at all where nothing is. */
function under(...conditions: (PolicyCondition | undefined)[]): { Condition?: PolicyCondition } {
  const asked = conditions.filter((condition) => condition !== undefined);
  return asked.length === 0 ? {} : { Condition: allOf(...asked) };
}

/**
 * One condition block that asks for all that several ask for: an operator stands in it once, with all of its keys.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 *
 * @throws Error if two of them ask for one key (whatever its case) by one operator: only the later would be left
 */
export function allOf(...conditions: readonly PolicyCondition[]): PolicyCondition {
  const block: Record<string, Record<string, OneOrMore>> = {};
  for (const [operator, keys] of conditions.flatMap((condition) => Object.entries(condition))) {
    const asked = (block[operator] ??= {});
    for (const [key, value] of Object.entries(keys)) {
      const earlier = Object.keys(asked).find((other) => other.toLowerCase() === key.toLowerCase());
      if (earlier !== undefined) throw new Error(clash(operator, [earlier, asked[earlier]], [key, value]));
      asked[key] = value;
    }
  }
  return block;
}

function clash(operator: string, ...both: readonly (readonly [key: string, value: unknown])[]): string {
  const got = both.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(' and ');
  return `a statement must have one condition for each key of ${operator}, got ${got} (write one list where either may hold, and another operator where both must)`;
}

/** A single value stands alone, as in the documents that AWS shows. */
function oneOrMore(values: readonly string[]): OneOrMore {
  const [only, ...more] = values;
  return only !== undefined && more.length === 0 ? only : values;
}
