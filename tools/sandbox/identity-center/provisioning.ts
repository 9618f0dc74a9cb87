import { randomBytes } from 'node:crypto';
import {
  type IdentityCenterInstance,
  type PermissionSet,
  type PolicyReference,
  provisionKey,
} from '../core/identity-center';
import { newRole, type Role } from '../core/identities';
import type { Account, World } from '../core/world';

/**
 * Makes the accounts hold exactly the roles that the assignments call for: one `AWSReservedSSO_NAME_<16 hex>` for each
 * permission set and account with at least one assignment. The suffix stays while an assignment does, and is new when the
 * role is made again. A role that is there stays as it is: what a set allows comes into force when the set is
 * provisioned.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/using-service-linked-roles.html
 */
export function provisionPermissionSets(world: World): void {
  for (const instance of world.identityCenters.values()) {
    const wanted = wantedRoles(instance);
    for (const [key, roleName] of instance.provisionedRoles) {
      if (wanted.has(key)) continue;
      world.accounts.get(accountOf(key))?.roles.delete(roleName);
      instance.provisionedRoles.delete(key);
    }
    for (const [key, set] of wanted) {
      if (!instance.provisionedRoles.has(key)) provision(set, accountOf(key), instance, world);
    }
  }
}

/**
 * Gives an account the permission set's role as the set is now.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ProvisionPermissionSet.html
 *
 * @returns why it could not, in AWS's words, or undefined where it could
 */
export function provision(
  set: PermissionSet,
  accountId: string,
  instance: IdentityCenterInstance,
  world: World,
): string | undefined {
  const account = world.accounts.get(accountId);
  if (account === undefined) return `Received a 404 status error: AWS_ACCOUNT not found: ${accountId}`;
  const { attached, boundary } = policiesOf(set, accountId);
  const missing = [...attached, boundary].find((arn) => arn !== undefined && !isThere(arn, account));
  if (missing !== undefined) return `Received a 404 status error: Not supported policy ${missing}.`;
  if (attached.length > 10) return 'Received a 409 status error: Cannot exceed quota for PoliciesPerRole: 10';
  const role = roleFor(set, account, instance, world);
  role.description = set.description;
  role.inlinePolicies.clear();
  if (set.inlinePolicy !== undefined) role.inlinePolicies.set(INLINE, set.inlinePolicy);
  role.attachedPolicies.clear();
  for (const arn of attached) role.attachedPolicies.add(arn);
  if (boundary === undefined) delete role.permissionsBoundary;
  else role.permissionsBoundary = boundary;
  return undefined;
}

/** Whether an account has the role as the permission set is now. */
export function isProvisionedAsItIs(
  set: PermissionSet,
  accountId: string,
  instance: IdentityCenterInstance,
  world: World,
): boolean {
  const role = provisionedRole(set, accountId, instance, world);
  const { attached, boundary } = policiesOf(set, accountId);
  return (
    role !== undefined &&
    role.description === set.description &&
    JSON.stringify(role.inlinePolicies.get(INLINE)) === JSON.stringify(set.inlinePolicy) &&
    [...role.attachedPolicies].join() === attached.join() &&
    role.permissionsBoundary === boundary
  );
}

/** The permission set's role in one account, while it is assigned there. */
export function provisionedRole(
  set: PermissionSet,
  accountId: string,
  instance: IdentityCenterInstance,
  world: World,
): Role | undefined {
  const name = instance.provisionedRoles.get(provisionKey(set.arn, accountId));
  return name === undefined ? undefined : world.accounts.get(accountId)?.roles.get(name);
}

/** Whether a user has the permission set in an account, directly or through a group. */
export function isAssigned(
  userId: string,
  set: PermissionSet,
  accountId: string,
  instance: IdentityCenterInstance,
): boolean {
  return instance.assignments.some(
    (assignment) =>
      assignment.permissionSetArn === set.arn &&
      assignment.targetAccount === accountId &&
      (assignment.principalType === 'USER'
        ? assignment.principalId === userId
        : (instance.groups.get(assignment.principalId)?.memberIds.has(userId) ?? false)),
  );
}

function wantedRoles(instance: IdentityCenterInstance): Map<string, PermissionSet> {
  const wanted = new Map<string, PermissionSet>();
  for (const { permissionSetArn, targetAccount } of instance.assignments) {
    const set = instance.permissionSets.get(permissionSetArn);
    if (set !== undefined) wanted.set(provisionKey(permissionSetArn, targetAccount), set);
  }
  return wanted;
}

const INLINE = 'AwsSSOInlinePolicy';

/** ARNs in one account. */
function policiesOf(set: PermissionSet, account: string) {
  const arnOf = ({ name, path }: PolicyReference): string => `arn:aws:iam::${account}:policy${path}${name}`;
  const { permissionsBoundary: boundary } = set;
  return {
    attached: [...set.managedPolicies, ...set.customerManagedPolicies.map(arnOf)],
    boundary: typeof boundary === 'object' ? arnOf(boundary) : boundary,
  };
}

const isThere = (arn: string, { managedPolicies }: Account): boolean =>
  arn.startsWith('arn:aws:iam::aws:') || managedPolicies.has(arn);

function roleFor(set: PermissionSet, account: Account, instance: IdentityCenterInstance, world: World): Role {
  const existing = provisionedRole(set, account.id, instance, world);
  if (existing !== undefined) return existing;
  const name = `AWSReservedSSO_${set.name}_${randomBytes(8).toString('hex')}`;
  const role = reservedRole(name, instance, account.id, world.now());
  instance.provisionedRoles.set(provisionKey(set.arn, account.id), name);
  account.roles.set(name, role);
  return role;
}

function reservedRole(
  name: string,
  instance: IdentityCenterInstance,
  account: string,
  createdAt: Date,
): Role {
  // In us-east-1 the path has no region.
  const region = instance.region === 'us-east-1' ? '' : `${instance.region}/`;
  const path = `/aws-reserved/sso.amazonaws.com/${region}`;
  const trustPolicy = samlTrust(account, instance);
  return newRole(account, { name, path, createdAt, trustPolicy, maxSessionDuration: 43_200 });
}

/** Only Identity Center's own SAML provider may enter: nobody reaches such a role through AssumeRole. */
function samlTrust(account: string, instance: IdentityCenterInstance): unknown {
  const suffix = instance.instanceArn.slice(instance.instanceArn.lastIndexOf('-') + 1);
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::${account}:saml-provider/AWSSSO_${suffix}_DO_NOT_DELETE` },
        Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      },
    ],
  };
}

const accountOf = (key: string): string => key.slice(-12);
