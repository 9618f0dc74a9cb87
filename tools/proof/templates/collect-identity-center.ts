import { sayProofTemplates as say } from '../../../words/say';
import type { Collecting } from './collecting';
import type { FoundResource } from './found-resource';
import type { AccessInventory, AssignmentEntry, PermissionSetEntry } from './inventory';
import { shown } from './json';
import { UnresolvableError } from './unresolvable-error';

/** Permission sets with everything they carry, and who gets them where. */
export function collectPermissionSets(
  collecting: Collecting,
): Pick<AccessInventory, 'permissionSets' | 'assignments'> {
  return {
    permissionSets: collecting.each(collecting.ofType('AWS::SSO::PermissionSet'), permissionSetOf),
    assignments: collecting.each(collecting.ofType('AWS::SSO::Assignment'), assignmentOf),
  };
}

function permissionSetOf(set: FoundResource): PermissionSetEntry {
  const name = set.text('Name');
  const sessionDuration = set.optionalText('SessionDuration');
  const boundary = set.property('PermissionsBoundary');
  return {
    arn: set.arn,
    name,
    instanceArn: set.text('InstanceArn'),
    account: set.account,
    ...(sessionDuration !== undefined && { sessionDuration }),
    ...(set.property('InlinePolicy') !== undefined && {
      inlinePolicy: set.policy('InlinePolicy', say('inlinePolicyOf', { set: name })),
    }),
    alsoCarries: [
      ...set.texts('ManagedPolicies').map((arn) => say('managedPolicy', { name: arn })),
      ...set
        .objects('CustomerManagedPolicyReferences')
        .map((one) => say('customerManagedPolicy', { name: shown(one) })),
      ...(boundary === undefined ? [] : [say('permissionsBoundary', { name: shown(boundary) })]),
    ],
    origin: set.origin,
  };
}

function assignmentOf(assignment: FoundResource): AssignmentEntry {
  const targetType = assignment.text('TargetType');
  if (targetType !== 'AWS_ACCOUNT')
    throw new UnresolvableError(say('mustBeAccount', { property: 'TargetType', got: targetType }));
  return {
    permissionSetArn: assignment.text('PermissionSetArn'),
    instanceArn: assignment.text('InstanceArn'),
    account: assignment.account,
    principalType: assignment.text('PrincipalType'),
    principalId: assignment.text('PrincipalId'),
    targetAccount: assignment.text('TargetId'),
    origin: assignment.origin,
  };
}
