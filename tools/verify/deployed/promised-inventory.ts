import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../lib/policy-documents';
import type { Grant } from '../../../lib/share/grant';
import type { Company } from '../../../lib/share/share';
import type { AccessInventory, BucketEntry, ResourcePolicyEntry } from '../../proof/templates/inventory';

/**
 * One side as it was promised, to stand in for what could not be read: the proof needs both sides to say anything,
 * and what it says then is about the side that was read.
 */
export function promisedCompanySide(
  grant: Grant,
  company: Company,
): Pick<AccessInventory, 'roles' | 'buckets' | 'resourcePolicies'> {
  const origin = (logicalId: string) => ({ stack: grant.companyAccount, logicalId });
  const keyArn = keyOf(grant, company);
  const boundary = company.permissionsBoundary;
  return {
    buckets: [promisedBucket(grant, company)],
    resourcePolicies: keyArn === undefined ? [] : [promisedKey(keyArn, grant.companyAccount)],
    roles: [
      {
        arn: grant.roleArn,
        account: grant.companyAccount,
        name: grant.roleName,
        trust: {
          name: `trust policy of ${grant.roleName}`,
          document: trustPolicy(grant),
          origin: origin(grant.roleName),
        },
        maxSessionDuration: 3600,
        policies: [
          { name: grant.policyName, document: readPolicy(grant, keyArn), origin: origin(grant.policyName) },
        ],
        unknownPolicies: [],
        ...(boundary !== undefined && {
          boundary: { unknownPolicy: typeof boundary === 'string' ? boundary : boundary.arn },
        }),
        origin: origin(grant.roleName),
      },
    ],
  };
}

/** Of a key that the stack makes the id is not known before it is read: it stands for it here. */
function keyOf({ kmsKeyArn, region, companyAccount }: Grant, { kmsKey }: Company): string | undefined {
  return kmsKey === 'make' ? `arn:aws:kms:${region}:${companyAccount}:key/${MADE}` : kmsKeyArn;
}

const MADE = '00000000-0000-0000-0000-000000000000';

/** A key whose policy leaves it to the account's policies. */
export function promisedKey(arn: string, account: string): ResourcePolicyEntry {
  const id = arn.slice(arn.lastIndexOf('/') + 1);
  const resource = `KMS key ${id}`;
  return {
    resource,
    arn,
    account,
    policy: {
      name: `policy of the ${resource}`,
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${account}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
      origin: { stack: account, logicalId: resource },
    },
  };
}

export function promisedBucket(grant: Grant, company: Company): BucketEntry {
  const { bucketName, bucketArn, companyAccount } = grant;
  const encryptionKey = keyOf(grant, company);
  const origin = { stack: companyAccount, logicalId: bucketName };
  return {
    name: bucketName,
    account: companyAccount,
    policy: { name: `bucket policy of ${bucketName}`, document: tlsOnly(bucketArn), origin },
    publicAccessBlock: {
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    },
    ownership: 'BucketOwnerEnforced',
    ...(encryptionKey !== undefined && { encryption: 'aws:kms', encryptionKey }),
    origin,
  };
}

/** As CDK writes it for `enforceSSL` and `minimumTLSVersion`. */
function tlsOnly(bucketArn: string): unknown {
  const everything = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
  };
  return {
    Version: '2012-10-17',
    Statement: [
      { ...everything, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { ...everything, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
    ],
  };
}

/** Nothing where the vendor's half is the vendor's own: nothing was promised about it. */
export function promisedVendorSide(grant: Grant): Pick<AccessInventory, 'permissionSets' | 'assignments'> {
  if (!grant.identityCenter) return { permissionSets: [], assignments: [] };
  const { instanceArn, account, assignees } = grant.identityCenter;
  const name = grant.permissionSetName;
  const origin = { stack: account, logicalId: name };
  return {
    permissionSets: [
      {
        arn: name,
        name,
        instanceArn,
        account,
        sessionDuration: grant.sessionDuration,
        inlinePolicy: { name: `inline policy of ${name}`, document: assumeRolePolicy(grant), origin },
        alsoCarries: [],
        origin,
      },
    ],
    assignments: grant.accounts.flatMap((targetAccount) =>
      assignees.map(({ type, id }) => ({
        permissionSetArn: name,
        instanceArn,
        account,
        principalType: type,
        principalId: id,
        targetAccount,
        origin,
      })),
    ),
  };
}
