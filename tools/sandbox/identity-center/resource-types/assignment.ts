import type { Assignment } from '../../core/world';
import type { ResourceType } from '../../resource-type/resource-type';
import { ssoAdminError } from '../../resource-type/handler-error';
import { fail, type ResourceProperties } from '../../resource-type/properties';
import { identityCenter } from './permission-set';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-assignment.html */
export const ssoAssignment: ResourceType = {
  properties: {
    InstanceArn: 'replace',
    PermissionSetArn: 'replace',
    PrincipalId: 'replace',
    PrincipalType: 'replace',
    TargetId: 'replace',
    TargetType: 'replace',
  },
  required: ['InstanceArn', 'PermissionSetArn', 'PrincipalId', 'PrincipalType', 'TargetId', 'TargetType'],
  attributes: [],
  calls: {
    create: ['sso:CreateAccountAssignment'],
    delete: ['sso:DeleteAccountAssignment'],
    resource: (properties) => properties.text('InstanceArn'),
  },

  create(properties, context) {
    const instance = identityCenter(properties.text('InstanceArn'), context);
    const assignment = assignmentOf(properties);
    const { permissionSetArn, principalType, principalId, targetAccount } = assignment;
    if (!instance.permissionSets.has(permissionSetArn)) {
      throw ssoAdminError('NotFound', 400, `Could not find PermissionSet with id ${permissionSetArn}`);
    }
    const principals = principalType === 'GROUP' ? instance.groups : instance.users;
    if (!principals.has(principalId)) {
      throw ssoAdminError('NotFound', 404, `${principalType} not found: ${principalId}`);
    }
    if (!context.world.accounts.has(targetAccount)) {
      throw ssoAdminError('NotFound', 404, `AWS_ACCOUNT not found: ${targetAccount}`);
    }
    if (instance.assignments.some((existing) => sameAssignment(existing, assignment))) {
      throw ssoAdminError('AlreadyExists', 409, 'The assignment already exists.');
    }
    instance.assignments.push(assignment);
    const ref = ['InstanceArn', 'TargetId', 'TargetType', 'PermissionSetArn', 'PrincipalType', 'PrincipalId'];
    return { physicalId: ref.map((name) => properties.text(name)).join('|'), attributes: {} };
  },

  update: ({ existing }) => existing, // every property replaces

  delete({ properties }, context) {
    const { assignments } = identityCenter(properties.text('InstanceArn'), context);
    const gone = assignmentOf(properties);
    const index = assignments.findIndex((existing) => sameAssignment(existing, gone));
    if (index >= 0) assignments.splice(index, 1);
  },
};

function assignmentOf(properties: ResourceProperties): Assignment {
  const principalType = properties.text('PrincipalType');
  if (principalType !== 'GROUP' && principalType !== 'USER') {
    return fail(`PrincipalType must be GROUP or USER, got ${principalType}`);
  }
  const targetType = properties.text('TargetType');
  if (targetType !== 'AWS_ACCOUNT') return fail(`TargetType must be AWS_ACCOUNT, got ${targetType}`);
  return {
    permissionSetArn: properties.text('PermissionSetArn'),
    principalType,
    principalId: properties.text('PrincipalId'),
    targetAccount: properties.text('TargetId'),
  };
}

function sameAssignment(left: Assignment, right: Assignment): boolean {
  return (
    left.permissionSetArn === right.permissionSetArn &&
    left.principalType === right.principalType &&
    left.principalId === right.principalId &&
    left.targetAccount === right.targetAccount
  );
}
