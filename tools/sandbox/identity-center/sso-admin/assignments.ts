import { type Assignment, provisionKey } from '../../core/identity-center';
import { isRecord } from '../../core/json';
import { isProvisionedAsItIs, provision, provisionPermissionSets } from '../provisioning';
import {
  ACCOUNT_ID,
  optionalText,
  permissionSetOf,
  type SsoCall,
  type SsoOperation,
  validText,
  validWord,
} from './operation';
import { begun } from './requests';

/**
 * Who has which permission set where.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html
 */
export const assignmentOperations: Readonly<Record<string, SsoOperation>> = {
  /** One that is there already is made again, which provisions the set as it is now. */
  CreateAccountAssignment(call) {
    const { instance, world } = call;
    const set = permissionSetOf(call);
    const assignment = assignmentOf(call);
    const failure =
      missingAssignee(assignment, call) ?? provision(set, assignment.targetAccount, instance, world);
    if (failure === undefined && !instance.assignments.some((other) => isSame(other, assignment)))
      instance.assignments.push(assignment);
    return begun('creation', describe(assignment), failure, call);
  },
  DeleteAccountAssignment(call) {
    const { instance, world } = call;
    permissionSetOf(call);
    const assignment = assignmentOf(call);
    const index = instance.assignments.findIndex((other) => isSame(other, assignment));
    if (index >= 0) instance.assignments.splice(index, 1);
    provisionPermissionSets(world);
    return begun(
      'deletion',
      describe(assignment),
      index < 0 ? noEntitlement(assignment, call) : undefined,
      call,
    );
  },
  ListAccountAssignments(call) {
    const set = permissionSetOf(call);
    const account = validText(call.input, 'AccountId', ACCOUNT_ID);
    const found = call.instance.assignments.filter(
      ({ permissionSetArn, targetAccount }) => permissionSetArn === set.arn && targetAccount === account,
    );
    return { AccountAssignments: found.map(describeForAccount) };
  },
  /** A user's are also those of the user's groups. */
  ListAccountAssignmentsForPrincipal({ input, instance }) {
    const { principalId, principalType } = principalOf(input);
    const account = isRecord(input.Filter) ? optionalText(input.Filter, 'AccountId', ACCOUNT_ID) : undefined;
    const found = instance.assignments
      .filter(({ targetAccount }) => account === undefined || targetAccount === account)
      .filter(
        (one) =>
          (one.principalId === principalId && one.principalType === principalType) ||
          (principalType === 'USER' &&
            one.principalType === 'GROUP' &&
            instance.groups.get(one.principalId)?.memberIds.has(principalId)),
      );
    return { AccountAssignments: found.map(describeForAccount) };
  },

  ProvisionPermissionSet(call) {
    const { input, instance, world } = call;
    const set = permissionSetOf(call);
    const targetType = validWord(input, 'TargetType', ['AWS_ACCOUNT', 'ALL_PROVISIONED_ACCOUNTS']);
    const everywhere = targetType === 'ALL_PROVISIONED_ACCOUNTS';
    const one = everywhere ? undefined : validText(input, 'TargetId', ACCOUNT_ID);
    const provisioned = accountsOf(set.arn, call);
    const about = { PermissionSetArn: set.arn, ...(one === undefined ? {} : { AccountId: one }) };
    const failures =
      one === undefined || provisioned.includes(one)
        ? (one === undefined ? provisioned : [one]).map((id) => provision(set, id, instance, world))
        : [`Received a 404 status error: ${set.arn} is not provisioned in account ${one}`];
    return begun(
      'provisioning',
      about,
      failures.find((failure) => failure !== undefined),
      call,
    );
  },
  ListAccountsForProvisionedPermissionSet(call) {
    const { arn } = permissionSetOf(call);
    return { AccountIds: accountsOf(arn, call).filter((account) => hasWantedStatus(arn, account, call)) };
  },
  ListPermissionSetsProvisionedToAccount(call) {
    const account = validText(call.input, 'AccountId', ACCOUNT_ID);
    const { permissionSets, provisionedRoles } = call.instance;
    const found = [...permissionSets.keys()].filter(
      (arn) => provisionedRoles.has(provisionKey(arn, account)) && hasWantedStatus(arn, account, call),
    );
    return { PermissionSets: found };
  },
};

function assignmentOf({ input }: SsoCall): Assignment {
  validWord(input, 'TargetType', ['AWS_ACCOUNT']);
  return {
    permissionSetArn: validText(input, 'PermissionSetArn'),
    ...principalOf(input),
    targetAccount: validText(input, 'TargetId', ACCOUNT_ID),
  };
}

const principalOf = (input: SsoCall['input']): Pick<Assignment, 'principalId' | 'principalType'> => ({
  principalType: validWord(input, 'PrincipalType', ['USER', 'GROUP']),
  principalId: validText(input, 'PrincipalId', GUID, 47),
});

const GUID = '([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}';

function missingAssignee(
  { principalId, principalType }: Assignment,
  { instance }: SsoCall,
): string | undefined {
  const { users, groups, identityStoreId } = instance;
  if ((principalType === 'GROUP' ? groups : users).has(principalId)) return undefined;
  return `Received a 404 status error: the ${principalType} assignee ${principalId} was not found in directory ${identityStoreId}`;
}

const noEntitlement = (
  { principalId, permissionSetArn, targetAccount }: Assignment,
  { instance }: SsoCall,
): string =>
  `Received a 404 status error: EntitlementItem doesn't exist with the given entitlement key EntitlementKey{accessorId=AccessorId{value=${principalId}}, resourceId=ResourceId{value=${targetAccount}}, auxiliaryResourceId=AuxiliaryResourceId{value=${permissionSetArn}}, containerId=ContainerId{value=${instance.instanceArn}}}`;

const isSame = (left: Assignment, right: Assignment): boolean =>
  left.permissionSetArn === right.permissionSetArn &&
  left.principalType === right.principalType &&
  left.principalId === right.principalId &&
  left.targetAccount === right.targetAccount;

/** Where the permission set is provisioned. */
const accountsOf = (arn: string, { instance, world }: SsoCall): string[] =>
  [...world.accounts.keys()].filter((account) => instance.provisionedRoles.has(provisionKey(arn, account)));

function hasWantedStatus(arn: string, account: string, { input, instance, world }: SsoCall): boolean {
  if (input.ProvisioningStatus === undefined) return true;
  const wanted = validWord(input, 'ProvisioningStatus', [
    'LATEST_PERMISSION_SET_PROVISIONED',
    'LATEST_PERMISSION_SET_NOT_PROVISIONED',
  ]);
  const set = instance.permissionSets.get(arn);
  const isLatest = set !== undefined && isProvisionedAsItIs(set, account, instance, world);
  return isLatest === (wanted === 'LATEST_PERMISSION_SET_PROVISIONED');
}

const describe = (assignment: Assignment): Record<string, string> => ({
  TargetId: assignment.targetAccount,
  TargetType: 'AWS_ACCOUNT',
  PermissionSetArn: assignment.permissionSetArn,
  PrincipalType: assignment.principalType,
  PrincipalId: assignment.principalId,
});

const describeForAccount = (assignment: Assignment): Record<string, string> => ({
  AccountId: assignment.targetAccount,
  PermissionSetArn: assignment.permissionSetArn,
  PrincipalType: assignment.principalType,
  PrincipalId: assignment.principalId,
});
