import { AwsError, notModelled, type Permission, type Service, type ServiceRequest } from '../core/service';
import type { IdentityCenterInstance, PermissionSet, World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';

/**
 * What of IAM Identity Center's administration one reads to look things up and to check a deployment.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html
 */
export function ssoAdminService(world: World): Service {
  return {
    name: 'sso',
    protocol: 'json',
    recognition: { jsonTarget: 'SWBExternalService' },
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      const read = Object.hasOwn(READS, operation) ? READS[operation] : undefined;
      return {
        name: operation,
        permissions: permissionsOf(operation, input, request),
        run: () => {
          if (read === undefined) throw notModelled(`sso:${operation}`);
          return jsonResponse(read(input, request, world));
        },
      };
    },
  };
}

type Read = (input: JsonObject, request: ServiceRequest, world: World) => unknown;

const READS: Readonly<Record<string, Read>> = {
  ListInstances: (_input, request, world) => ({
    Instances: visibleInstances(request, world).map(describeInstance),
  }),
  DescribeInstance: (input, request, world) => describeInstance(instanceOf(input, request, world)),
  ListPermissionSets: (input, request, world) => ({
    PermissionSets: [...instanceOf(input, request, world).permissionSets.keys()],
  }),
  DescribePermissionSet: (input, request, world) => {
    const set = permissionSetOf(input, instanceOf(input, request, world));
    return {
      PermissionSet: {
        Name: set.name,
        PermissionSetArn: set.arn,
        Description: set.description,
        SessionDuration: set.sessionDuration,
        CreatedDate: set.createdAt.getTime() / 1000,
      },
    };
  },
  GetInlinePolicyForPermissionSet: (input, request, world) => {
    const { inlinePolicy } = permissionSetOf(input, instanceOf(input, request, world));
    return { InlinePolicy: inlinePolicy === undefined ? '' : JSON.stringify(inlinePolicy) };
  },
  ListManagedPoliciesInPermissionSet: (input, request, world) => {
    const set = permissionSetOf(input, instanceOf(input, request, world));
    return {
      AttachedManagedPolicies: set.managedPolicies.map((Arn) => ({
        Arn,
        Name: Arn.slice(Arn.lastIndexOf('/') + 1),
      })),
    };
  },
  // The sandbox's CloudFormation refuses permission sets that have either of these two.
  ListCustomerManagedPolicyReferencesInPermissionSet: (input, request, world) => {
    permissionSetOf(input, instanceOf(input, request, world));
    return { CustomerManagedPolicyReferences: [] };
  },
  GetPermissionsBoundaryForPermissionSet: (input, request, world) => {
    permissionSetOf(input, instanceOf(input, request, world));
    throw new AwsError('ResourceNotFoundException', 'Permissions boundary not found for the permission set');
  },
  ListAccountAssignments: (input, request, world) => {
    const instance = instanceOf(input, request, world);
    const set = permissionSetOf(input, instance);
    const account = text(input, 'AccountId');
    const assignments = instance.assignments.filter(
      ({ permissionSetArn, targetAccount }) => permissionSetArn === set.arn && targetAccount === account,
    );
    return {
      AccountAssignments: assignments.map(({ principalId, principalType }) => ({
        AccountId: account,
        PermissionSetArn: set.arn,
        PrincipalId: principalId,
        PrincipalType: principalType,
      })),
    };
  },
  ListAccountsForProvisionedPermissionSet: (input, request, world) => {
    const instance = instanceOf(input, request, world);
    const set = permissionSetOf(input, instance);
    const accounts = instance.assignments.flatMap((it) =>
      it.permissionSetArn === set.arn ? [it.targetAccount] : [],
    );
    return { AccountIds: [...new Set(accounts)] };
  },
  ListPermissionSetsProvisionedToAccount: (input, request, world) => {
    const instance = instanceOf(input, request, world);
    const account = text(input, 'AccountId');
    const sets = instance.assignments.flatMap((it) =>
      it.targetAccount === account ? [it.permissionSetArn] : [],
    );
    return { PermissionSets: [...new Set(sets)] };
  },
};

const describeInstance = ({ instanceArn, identityStoreId, ownerAccount }: IdentityCenterInstance) => ({
  InstanceArn: instanceArn,
  IdentityStoreId: identityStoreId,
  OwnerAccountId: ownerAccount,
  Status: 'ACTIVE',
});

/** An instance shows itself only in its home region, to the account that runs it. */
function visibleInstances(request: ServiceRequest, world: World): IdentityCenterInstance[] {
  return [...world.identityCenters.values()].filter(
    ({ ownerAccount, region }) => ownerAccount === request.account && region === request.region,
  );
}

function instanceOf(input: JsonObject, request: ServiceRequest, world: World): IdentityCenterInstance {
  const arn = text(input, 'InstanceArn');
  const found = visibleInstances(request, world).find(({ instanceArn }) => instanceArn === arn);
  if (found === undefined)
    throw new AwsError('ResourceNotFoundException', `Instance with ARN ${arn} not found`);
  return found;
}

function permissionSetOf(input: JsonObject, instance: IdentityCenterInstance): PermissionSet {
  const arn = text(input, 'PermissionSetArn');
  const found = instance.permissionSets.get(arn);
  if (found === undefined)
    throw new AwsError('ResourceNotFoundException', `Permission set with ARN ${arn} not found`);
  return found;
}

/**
 * An operation is asked about for every resource that it names.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html
 */
function permissionsOf(operation: string, input: JsonObject, request: ServiceRequest): Permission[] {
  const account = input.AccountId ?? input.TargetId;
  const named = [
    input.InstanceArn,
    input.PermissionSetArn,
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
