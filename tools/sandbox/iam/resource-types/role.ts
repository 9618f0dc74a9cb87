import { newRole, type Role } from '../../core/world';
import { attachAll, detachAll, permissionsBoundary } from './attachments';
import type { Created, ResourceType } from '../../resource-type/resource-type';
import type { ResourceContext } from '../../resource-type/resource-context';
import { HandlerError, iamError } from '../../resource-type/handler-error';
import { physicalName } from '../../resource-type/physical-name';
import { checkedPolicy, policySize } from '../../resource-type/policy-document';
import type { ResourceProperties } from '../../resource-type/properties';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html */
export const iamRole: ResourceType = {
  properties: {
    RoleName: 'replace',
    Path: 'replace',
    AssumeRolePolicyDocument: 'update',
    Description: 'update',
    ManagedPolicyArns: 'update',
    MaxSessionDuration: 'update',
    PermissionsBoundary: 'update',
    Policies: 'update',
    Tags: 'update',
  },
  required: ['AssumeRolePolicyDocument'],
  nameProperty: 'RoleName',
  attributes: ['Arn', 'RoleId'],
  capability: 'CAPABILITY_IAM',
  calls: {
    create: ['iam:CreateRole'],
    delete: ['iam:DeleteRole'],
    whenGiven: {
      ManagedPolicyArns: 'iam:AttachRolePolicy',
      PermissionsBoundary: 'iam:PutRolePermissionsBoundary',
      Policies: 'iam:PutRolePolicy',
      Tags: 'iam:TagRole',
    },
    whenChanged: {
      AssumeRolePolicyDocument: 'iam:UpdateAssumeRolePolicy',
      Description: 'iam:UpdateRole',
      MaxSessionDuration: 'iam:UpdateRole',
    },
    resource: (properties, context, physicalId) => {
      const name = physicalId ?? properties.optionalText('RoleName') ?? physicalName(context, 64);
      return `arn:aws:iam::${context.account.id}:role${properties.optionalText('Path') ?? '/'}${name}`;
    },
  },

  create(properties, context) {
    const { world, account } = context;
    const name = properties.optionalText('RoleName') ?? physicalName(context, 64);
    if (!/^[\w+=,.@-]{1,64}$/.test(name)) {
      throw iamError('InvalidRequest', 400, `The specified value for roleName is invalid: ${name}`);
    }
    if (account.roles.has(name)) {
      throw iamError('AlreadyExists', 409, `Role with name ${name} already exists.`);
    }
    const path = properties.optionalText('Path') ?? '/';
    const role = newRole(account.id, { name, path, createdAt: world.now(), trustPolicy: undefined });
    configure(role, properties, undefined, context);
    account.roles.set(name, role);
    return created(role);
  },

  update({ existing, properties }, context) {
    const role = context.account.roles.get(existing.physicalId);
    if (role === undefined) throw noSuchRole(existing.physicalId);
    configure(role, properties, existing.properties, context);
    return created(role);
  },

  delete({ physicalId, properties }, { account }) {
    const role = account.roles.get(physicalId);
    if (role === undefined) return;
    detachAll(role, properties.texts('ManagedPolicyArns'));
    for (const policy of properties.structures('Policies'))
      role.inlinePolicies.delete(policy.text('PolicyName'));
    if (role.attachedPolicies.size > 0) {
      throw iamError('ResourceConflict', 409, 'Cannot delete entity, must detach all policies first.');
    }
    if (role.inlinePolicies.size > 0) {
      throw iamError('ResourceConflict', 409, 'Cannot delete entity, must delete policies first.');
    }
    account.roles.delete(physicalId);
  },
};

function configure(
  role: Role,
  properties: ResourceProperties,
  previous: ResourceProperties | undefined,
  context: ResourceContext,
): void {
  const trustPolicy = checkedPolicy(
    properties,
    'AssumeRolePolicyDocument',
    'trust',
    `trust policy of ${role.name}`,
    context.world,
  );
  if (policySize(trustPolicy) > 2048) {
    throw iamError('ServiceLimitExceeded', 409, 'Cannot exceed quota for ACLSizePerRole: 2048');
  }
  const maxSessionDuration = properties.optionalInteger('MaxSessionDuration') ?? 3600;
  if (maxSessionDuration < 3600 || maxSessionDuration > 43200) {
    throw new HandlerError(
      'InvalidRequest',
      `MaxSessionDuration must be 3600 to 43200 seconds, got ${maxSessionDuration}`,
    );
  }
  const boundary = permissionsBoundary(properties, context);
  const inline = properties.structures('Policies').map((policy) => {
    const name = policy.allowOnly(['PolicyName', 'PolicyDocument']).text('PolicyName');
    return [
      name,
      checkedPolicy(policy, 'PolicyDocument', 'identity', `${role.name}/${name}`, context.world),
    ] as const;
  });

  attachAll(role, properties.texts('ManagedPolicyArns'), previous?.texts('ManagedPolicyArns') ?? [], context);
  for (const policy of previous?.structures('Policies') ?? [])
    role.inlinePolicies.delete(policy.text('PolicyName'));
  for (const [name, document] of inline) role.inlinePolicies.set(name, document);
  role.trustPolicy = trustPolicy;
  role.description = properties.optionalText('Description') ?? '';
  role.maxSessionDuration = maxSessionDuration;
  if (boundary === undefined) delete role.permissionsBoundary;
  else role.permissionsBoundary = boundary;
}

function created({ name, arn, id }: Role): Created {
  return { physicalId: name, attributes: { Arn: arn, RoleId: id } };
}

export function noSuchRole(name: string): HandlerError {
  return iamError('NotFound', 404, `The role with name ${name} cannot be found.`);
}
