import { randomBytes } from 'node:crypto';
import {
  newRole,
  provisionKey,
  type IdentityCenterInstance,
  type PermissionSet,
  type Role,
  type World,
} from '../core/world';

/**
 * Makes the accounts hold exactly the roles that the assignments call for: one
 * `AWSReservedSSO_NAME_<16 hex>` for each permission set and account with at least one assignment, with the set's
 * policies as they are now. The suffix stays while an assignment does, and is new when the role is made again.
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
    for (const [key, set] of wanted) provision(key, set, instance, world);
  }
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

function provision(key: string, set: PermissionSet, instance: IdentityCenterInstance, world: World): void {
  const account = world.accounts.get(accountOf(key));
  if (account === undefined) return;
  const name =
    instance.provisionedRoles.get(key) ?? `AWSReservedSSO_${set.name}_${randomBytes(8).toString('hex')}`;
  instance.provisionedRoles.set(key, name);
  const role = account.roles.get(name) ?? reservedRole(name, instance, account.id, world.now());
  account.roles.set(name, role);
  role.description = set.description;
  role.inlinePolicies.clear();
  if (set.inlinePolicy !== undefined) role.inlinePolicies.set('AwsSSOInlinePolicy', set.inlinePolicy);
  role.attachedPolicies.clear();
  for (const arn of set.managedPolicies) role.attachedPolicies.add(arn);
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
