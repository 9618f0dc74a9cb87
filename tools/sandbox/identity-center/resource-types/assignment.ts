import type { JsonObject } from '../../core/json';
import { ifThere } from '../../resource-type/differences';
import { HandlerError } from '../../resource-type/handler-error';
import type { ResourceProperties } from '../../resource-type/properties';
import type { ResourceType } from '../../resource-type/resource-type';
import type { ServiceClient } from '../../resource-type/service-client';
import { first, listOf, settled } from './handler';

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

  async create(properties, { aws }) {
    const assignment = assignmentOf(properties);
    if (await first(isThere(assignment, aws)))
      throw new HandlerError(
        'AlreadyExists',
        "Resource of type 'AWS::SSO::Assignment' with identifier 'Assignment already exists. Can't process creation.' already exists.",
      );
    const begun = await first(aws.call('sso', 'CreateAccountAssignment', assignment));
    await settled('AccountAssignmentCreation', begun, assignment.InstanceArn, aws);
    return { physicalId: PARTS.map((part) => assignment[part]).join('|'), attributes: {} };
  },

  update: ({ existing }) => existing, // every property replaces

  async delete({ properties }, { aws }) {
    const assignment = assignmentOf(properties);
    if (!(await ifThere(isThere(assignment, aws)))) return;
    const begun = await aws.call('sso', 'DeleteAccountAssignment', assignment);
    await settled('AccountAssignmentDeletion', begun, assignment.InstanceArn, aws);
  },

  async read(physicalId, { aws }) {
    const values = physicalId.split('|');
    const assignment = partsFrom((part) => values[PARTS.indexOf(part)] ?? '');
    if (!(await ifThere(isThere(assignment, aws)))) return undefined;
    return { physicalId, attributes: {}, properties: assignment };
  },
};

/** In the order of the physical id. */
const PARTS = [
  'InstanceArn',
  'TargetId',
  'TargetType',
  'PermissionSetArn',
  'PrincipalType',
  'PrincipalId',
] as const;

type Parts = Record<(typeof PARTS)[number], string>;

const assignmentOf = (properties: ResourceProperties): Parts => partsFrom((part) => properties.text(part));

const partsFrom = (valueOf: (part: (typeof PARTS)[number]) => string): Parts => ({
  InstanceArn: valueOf('InstanceArn'),
  TargetId: valueOf('TargetId'),
  TargetType: valueOf('TargetType'),
  PermissionSetArn: valueOf('PermissionSetArn'),
  PrincipalType: valueOf('PrincipalType'),
  PrincipalId: valueOf('PrincipalId'),
});

async function isThere(assignment: Parts, aws: ServiceClient): Promise<boolean> {
  const { InstanceArn, PermissionSetArn, TargetId, PrincipalType, PrincipalId } = assignment;
  const answer: JsonObject = await aws.call('sso', 'ListAccountAssignments', {
    InstanceArn,
    PermissionSetArn,
    AccountId: TargetId,
  });
  return listOf(answer.AccountAssignments).some(
    (one) => one.PrincipalType === PrincipalType && one.PrincipalId === PrincipalId,
  );
}
