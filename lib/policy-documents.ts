import type { Grant } from './share/grant';
import type { AlsoRead } from './share/share';

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
  readonly Principal?: { readonly AWS: OneOrMore };
  readonly Action: OneOrMore;
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
    Principal: { AWS: oneOrMore(grant.accounts.map((account) => `arn:aws:iam::${account}:root`)) },
    Action: 'sts:AssumeRole',
    ...under(onlyTheBorrowers(grant), withExternalId(grant), beforeTheEnd(grant)),
  });
}

/**
 * What a borrower may do: `VendorS3AccessPolicy`.
 *
 * @param kmsKeyArn of the key that the objects are encrypted with, which is not known before the stack has made it
 */
export function readPolicy(grant: Grant, kmsKeyArn: string | undefined = grant.kmsKeyArn): PolicyDocument {
  const { bucketArn, vendor } = grant;
  const also = (what: AlsoRead) => vendor.alsoRead?.includes(what) ?? false;
  const always = [toItsOwner(grant), beforeTheEnd(grant)];
  const tags = ['s3:GetObjectTagging', ...(also('versions') ? ['s3:GetObjectVersionTagging'] : [])];
  return document(
    {
      Sid: 'AllowS3BucketListAccess',
      Effect: 'Allow',
      Action: oneOrMore(['s3:ListBucket', ...(also('versions') ? ['s3:ListBucketVersions'] : [])]),
      Resource: bucketArn,
      ...under(onlyThePrefixes(grant), ...always),
    },
    ...(also('location')
      ? [
          {
            Sid: 'AllowS3BucketLocationAccess',
            Effect: 'Allow',
            Action: 's3:GetBucketLocation',
            Resource: bucketArn,
            ...under(...always),
          } as const,
        ]
      : []),
    {
      Sid: 'AllowS3ObjectReadAccess',
      Effect: 'Allow',
      Action: oneOrMore([
        's3:GetObject',
        ...(also('versions') ? ['s3:GetObjectVersion'] : []),
        ...(also('tags') ? tags : []),
      ]),
      Resource: oneOrMore(readableObjects(grant)),
      ...under(...always),
    },
    ...(kmsKeyArn === undefined
      ? []
      : [
          {
            Sid: 'AllowKmsDecryptThroughS3',
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: kmsKeyArn,
            ...under(throughS3(grant), beforeTheEnd(grant)),
          } as const,
        ]),
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
 * Conditions and not principals: a role or user named as principal is stored by its unique id, and one that is made anew
 * under the same name is another; and a name that is not there yet is rejected.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
 */
function onlyTheBorrowers(grant: Grant): PolicyCondition | undefined {
  const { borrowers } = grant.vendor;
  if (borrowers === undefined || borrowers === 'account') return undefined;
  if (borrowers === 'permission-set') return onlyThePermissionSet(grant);
  return { ArnEquals: { 'aws:PrincipalArn': oneOrMore(borrowers) } };
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
function onlyThePermissionSet({ accounts, permissionSetName }: Grant): PolicyCondition {
  const role = `AWSReservedSSO_${permissionSetName}_${'?'.repeat(16)}`;
  const roles = accounts.flatMap((account) => {
    const path = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com`;
    return [`${path}/${role}`, `${path}/*/${role}`];
  });
  return { ArnLike: { 'aws:PrincipalArn': roles } };
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
 * other people's objects and is denied.
 *
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 */
function onlyThePrefixes(grant: Grant): PolicyCondition | undefined {
  const { prefixes } = grant.vendor;
  return prefixes && { StringLike: { 's3:prefix': oneOrMore(prefixes.map((prefix) => `${prefix}*`)) } };
}

/**
 * A bucket that is there already has a policy of its own, which need not ask for TLS; and its name can be a stranger's one
 * day, who would then hand the vendor what is not the company's.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount
 */
function toItsOwner(grant: Grant): PolicyCondition | undefined {
  if (!grant.bucketIsThere) return undefined;
  return {
    Bool: { 'aws:SecureTransport': 'true' },
    StringEquals: { 'aws:ResourceAccount': grant.companyAccount },
  };
}

/**
 * The key opens what S3 reads from this bucket, and nothing else. S3 names the object as the encryption context, or with a
 * bucket key the bucket.
 *
 * - https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
 */
function throughS3(grant: Grant): PolicyCondition {
  return {
    StringEquals: { 'kms:ViaService': `s3.${grant.region}.amazonaws.com` },
    StringLike: { 'kms:EncryptionContext:aws:s3:arn': [grant.bucketArn, ...readableObjects(grant)] },
  };
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
