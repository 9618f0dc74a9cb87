import { uniqueId } from '../../core/unique-id';
import type { ManagedPolicy } from '../../core/world';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { iamError } from '../../resource-type/handler-error';
import { attachAll } from './attachments';
import { policyHolders } from './policy';
import { physicalName } from '../../resource-type/physical-name';
import { checkedPolicy, policySize } from '../../resource-type/policy-document';
import type { Json } from '../../core/json';
import type { ResourceProperties } from '../../resource-type/properties';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html */
export const iamManagedPolicy: ResourceType = {
  properties: {
    ManagedPolicyName: 'replace',
    Path: 'replace',
    Description: 'replace',
    PolicyDocument: 'update',
    Roles: 'update',
    Users: 'update',
  },
  required: ['PolicyDocument'],
  nameProperty: 'ManagedPolicyName',
  attributes: ['PolicyArn', 'PolicyId'],
  capability: 'CAPABILITY_IAM',
  calls: {
    create: ['iam:CreatePolicy'],
    delete: ['iam:DeletePolicy'],
    whenChanged: { PolicyDocument: 'iam:CreatePolicyVersion' },
    resource: (properties, context, physicalId) => {
      if (physicalId !== undefined) return physicalId;
      const name = properties.optionalText('ManagedPolicyName') ?? physicalName(context, 128);
      return `arn:aws:iam::${context.account.id}:policy${properties.optionalText('Path') ?? '/'}${name}`;
    },
  },

  create(properties, context) {
    const { world, account } = context;
    const name = properties.optionalText('ManagedPolicyName') ?? physicalName(context, 128);
    const path = properties.optionalText('Path') ?? '/';
    const arn = `arn:aws:iam::${account.id}:policy${path}${name}`;
    if ([...account.managedPolicies.values()].some((policy) => policy.name === name)) {
      throw iamError(
        'AlreadyExists',
        409,
        `A policy called ${name} already exists. Duplicate names are not allowed.`,
      );
    }
    const holders = policyHolders(properties, context);
    const policy: ManagedPolicy = {
      name,
      path,
      arn,
      id: uniqueId('ANPA'),
      createdAt: world.now(),
      description: properties.optionalText('Description') ?? '',
      document: permissionDocument(name, properties, context),
      versionId: 'v1',
    };
    account.managedPolicies.set(arn, policy);
    for (const holder of holders) attachAll(holder, [arn], [], context);
    return { physicalId: arn, attributes: { PolicyArn: arn, PolicyId: policy.id } };
  },

  update({ existing, properties }, context) {
    const arn = existing.physicalId;
    const policy = context.account.managedPolicies.get(arn);
    if (policy === undefined) throw iamError('NotFound', 404, `Policy ${arn} was not found.`);
    const holders = policyHolders(properties, context);
    const document = permissionDocument(policy.name, properties, context);
    policy.document = document;
    policy.versionId = `v${Number(policy.versionId.slice(1)) + 1}`;
    detach(existing.properties, arn, context);
    for (const holder of holders) attachAll(holder, [arn], [], context);
    return existing;
  },

  delete({ physicalId: arn, properties }, context) {
    const { account } = context;
    if (!account.managedPolicies.has(arn)) return;
    detach(properties, arn, context);
    if (
      [...account.roles.values(), ...account.users.values()].some((holder) =>
        holder.attachedPolicies.has(arn),
      )
    ) {
      throw iamError('ResourceConflict', 409, 'Cannot delete a policy attached to entities.');
    }
    account.managedPolicies.delete(arn);
  },
};

function permissionDocument(name: string, properties: ResourceProperties, { world }: ResourceContext): Json {
  const document = checkedPolicy(properties, 'PolicyDocument', 'identity', name, world);
  if (policySize(document) > 6144) {
    throw iamError('ServiceLimitExceeded', 409, 'Cannot exceed quota for PolicySize: 6144');
  }
  return document;
}

function detach(properties: ResourceProperties, arn: string, { account }: ResourceContext): void {
  for (const name of properties.texts('Roles')) account.roles.get(name)?.attachedPolicies.delete(arn);
  for (const name of properties.texts('Users')) account.users.get(name)?.attachedPolicies.delete(arn);
}
