import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../lib/policy-documents';
import type { Grant } from '../../../lib/share/grant';
import type { AccessInventory, BucketEntry } from '../../proof/templates/inventory';

/**
 * One side as it was promised, to stand in for what could not be read: the proof needs both sides to say anything,
 * and what it says then is about the side that was read.
 */
export function promisedCompanySide(grant: Grant): Pick<AccessInventory, 'roles' | 'buckets'> {
  const origin = (logicalId: string) => ({ stack: grant.companyAccount, logicalId });
  return {
    buckets: [promisedBucket(grant)],
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
        policies: [{ name: grant.policyName, document: readPolicy(grant), origin: origin(grant.policyName) }],
        unknownPolicies: [],
        origin: origin(grant.roleName),
      },
    ],
  };
}

export function promisedBucket({ bucketName, bucketArn, companyAccount }: Grant): BucketEntry {
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
