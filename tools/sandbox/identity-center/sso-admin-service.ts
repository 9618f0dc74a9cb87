import type { IdentityCenterInstance } from '../core/identity-center';
import {
  type Access,
  AwsError,
  notModelled,
  type Permission,
  type Service,
  type ServiceRequest,
} from '../core/service';
import type { World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest } from '../wire/json-operation';
import { assignmentOperations } from './sso-admin/assignments';
import {
  INSTANCE_ARN,
  lastPart,
  type SsoOperation,
  validText,
  visibleInstances,
} from './sso-admin/operation';
import { permissionSetOperations } from './sso-admin/permission-sets';
import { policyOperations } from './sso-admin/policies';
import { requestOperations } from './sso-admin/requests';

/**
 * What of IAM Identity Center's administration the vendor's half is made of by hand, looked up with and checked with.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html
 */
export function ssoAdminService(world: World): Service {
  return {
    name: 'sso',
    protocol: 'json',
    recognition: { jsonTarget: 'SWBExternalService' },
    operations: ['ListInstances', ...Object.keys(OPERATIONS)],
    operationOf(request) {
      const { operation: name, input } = readJsonRequest(request);
      const permissions = permissionsOf(name, input, request);
      if (name === 'ListInstances')
        return { name, permissions: [], run: (access) => listInstances(permissions, access, request, world) };
      return {
        name,
        permissions,
        run: () => {
          const run = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
          if (run === undefined) throw notModelled(`sso:${name}`);
          return jsonResponse(run({ input, instance: instanceOf(name, input, request, world), world }));
        },
      };
    },
  };
}

const OPERATIONS: Readonly<Record<string, SsoOperation>> = {
  DescribeInstance: ({ instance }) => describeInstance(instance),
  ...permissionSetOperations,
  ...policyOperations,
  ...assignmentOperations,
  ...requestOperations,
};

/** The one operation whose denial gives no reason, where nothing forbids it expressly. */
function listInstances(permissions: Permission[], access: Access, request: ServiceRequest, world: World) {
  for (const permission of permissions) {
    const denial = access.denialOf(permission);
    if (denial !== undefined) throw new AwsError(denial.code, denial.message.replace(/ because no .*$/, ''));
  }
  return jsonResponse({ Instances: visibleInstances(request, world).map(describeInstance) });
}

const describeInstance = ({ instanceArn, identityStoreId, ownerAccount }: IdentityCenterInstance) => ({
  InstanceArn: instanceArn,
  IdentityStoreId: identityStoreId,
  OwnerAccountId: ownerAccount,
  Status: 'ACTIVE',
});

/** An account that does not run the instance, and any account in another region, is told no more than that it may not. */
function instanceOf(
  operation: string,
  input: JsonObject,
  request: ServiceRequest,
  world: World,
): IdentityCenterInstance {
  const { ResourceArn: tagged } = input;
  const arn =
    input.InstanceArn === undefined && typeof tagged === 'string'
      ? `arn:aws:sso:::instance/${lastPart(tagged.slice(0, tagged.lastIndexOf('/')))}`
      : validText(input, 'InstanceArn', INSTANCE_ARN, 1224);
  const found = visibleInstances(request, world).find(({ instanceArn }) => instanceArn === arn);
  if (found !== undefined) return found;
  const who = 'arn' in request.caller ? request.caller.arn : `arn:aws:iam::${request.account}:root`;
  throw new AwsError('AccessDeniedException', `User: ${who} is not authorized to perform: sso:${operation}`);
}

/**
 * An operation is asked about for every resource that it names, first for the permission set.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html
 */
function permissionsOf(operation: string, input: JsonObject, request: ServiceRequest): Permission[] {
  const account = input.AccountId ?? input.TargetId;
  const named = [
    input.PermissionSetArn ?? input.ResourceArn,
    input.InstanceArn,
    typeof account === 'string' && ACCOUNT_LEVEL.has(operation)
      ? `arn:aws:sso:::account/${account}`
      : undefined,
  ].filter((arn) => typeof arn === 'string');
  return (named.length > 0 ? named : ['*']).map((resource) => ({
    action: `sso:${operation}`,
    resource,
    resourceAccount: request.account,
  }));
}

const ACCOUNT_LEVEL = new Set([
  'ListAccountAssignments',
  'ListPermissionSetsProvisionedToAccount',
  'CreateAccountAssignment',
  'DeleteAccountAssignment',
  'ProvisionPermissionSet',
]);
