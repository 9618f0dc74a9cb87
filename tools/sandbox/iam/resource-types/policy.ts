import { differs, documentText, ifThere, orTakenBack } from '../../resource-type/differences';
import { fail, type ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ExistingResource, ResourceType } from '../../resource-type/resource-type';
import { type HolderName, operationFor } from './live';
import { except, holdersIn } from './managed-policy';

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

  async create(properties, context) {
    const { stackName, logicalId, nameSuffix } = context;
    const physicalId = `${stackName.slice(0, 5)}-${logicalId.slice(0, 4)}-${nameSuffix}`;
    const created = { physicalId, attributes: { Id: physicalId } };
    await orTakenBack(
      { ...created, properties },
      () => put(properties, requiredHolders(properties), context),
      (existing) => remove(existing, context),
    );
    return created;
  },

  async update({ existing, properties: after }, context) {
    const { properties: before } = existing;
    const [had, wanted] = [holdersIn(before), requiredHolders(after)];
    const rewritten = differs(before, after, 'PolicyName', 'PolicyDocument');
    const renamed = differs(before, after, 'PolicyName');
    await put(after, rewritten ? wanted : except(wanted, had), context);
    await takeAway(before, renamed ? had : except(had, wanted), context);
    return existing;
  },

  delete: remove,
};

async function put(
  properties: ResourceProperties,
  holders: readonly HolderName[],
  { aws }: ResourceContext,
): Promise<void> {
  const PolicyName = properties.text('PolicyName');
  const PolicyDocument = documentText(properties, 'PolicyDocument');
  for (const holder of holders)
    await aws.call('iam', operationFor('Put', 'Policy', holder), { ...holder, PolicyName, PolicyDocument });
}

async function takeAway(
  properties: ResourceProperties,
  holders: readonly HolderName[],
  { aws }: ResourceContext,
): Promise<void> {
  const PolicyName = properties.text('PolicyName');
  for (const holder of holders)
    await ifThere(aws.call('iam', operationFor('Delete', 'Policy', holder), { ...holder, PolicyName }));
}

async function remove({ properties }: ExistingResource, context: ResourceContext): Promise<void> {
  await takeAway(properties, holdersIn(properties), context);
}

function requiredHolders(properties: ResourceProperties): HolderName[] {
  const holders = holdersIn(properties);
  return holders.length > 0 ? holders : fail('At least one of [Groups,Roles,Users] must be non-empty.');
}
