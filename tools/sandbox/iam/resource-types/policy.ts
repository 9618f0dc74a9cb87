import type { PolicyHolder } from '../../core/world';
import type { Json } from '../../core/json';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { iamError } from '../../resource-type/handler-error';
import { noSuchRole } from './role';
import { checkedPolicy } from '../../resource-type/policy-document';
import { fail, type ResourceProperties } from '../../resource-type/properties';

/**
 * An inline policy, written into each of its roles and users.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-policy.html
 */
export const iamPolicy: ResourceType = {
  properties: { PolicyName: 'update', PolicyDocument: 'update', Roles: 'update', Users: 'update' },
  required: ['PolicyName', 'PolicyDocument'],
  attributes: ['Id'],
  capability: 'CAPABILITY_IAM',

  create(properties, context) {
    const { holders, name, document } = inlinePolicy(properties, context);
    for (const holder of holders) holder.inlinePolicies.set(name, document);
    const { stackName, logicalId, nameSuffix } = context;
    const physicalId = `${stackName.slice(0, 5)}-${logicalId.slice(0, 4)}-${nameSuffix}`;
    return { physicalId, attributes: { Id: physicalId } };
  },

  update({ existing, properties }, context) {
    const { holders, name, document } = inlinePolicy(properties, context);
    remove(existing.properties, context);
    for (const holder of holders) holder.inlinePolicies.set(name, document);
    return existing;
  },

  delete({ properties }, context) {
    remove(properties, context);
  },
};

function inlinePolicy(
  properties: ResourceProperties,
  context: ResourceContext,
): { holders: PolicyHolder[]; name: string; document: Json } {
  const name = properties.text('PolicyName');
  const document = checkedPolicy(properties, 'PolicyDocument', 'identity', name, context.world);
  const holders = policyHolders(properties, context);
  if (holders.length === 0) return fail('At least one of [Groups,Roles,Users] must be non-empty.');
  return { holders, name, document };
}

function remove(properties: ResourceProperties, { account }: ResourceContext): void {
  const name = properties.text('PolicyName');
  for (const role of properties.texts('Roles')) account.roles.get(role)?.inlinePolicies.delete(name);
  for (const user of properties.texts('Users')) account.users.get(user)?.inlinePolicies.delete(name);
}

/** The roles and users that a policy of a template names. */
export function policyHolders(properties: ResourceProperties, { account }: ResourceContext): PolicyHolder[] {
  const roles = properties.texts('Roles').map((name) => {
    const role = account.roles.get(name);
    if (role === undefined) throw noSuchRole(name);
    return role;
  });
  const users = properties.texts('Users').map((name) => {
    const user = account.users.get(name);
    if (user === undefined) {
      throw iamError('NotFound', 404, `The user with name ${name} cannot be found.`);
    }
    return user;
  });
  return [...roles, ...users];
}
