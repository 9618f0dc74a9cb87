import type { Key } from '../../core/world';
import { kmsError } from '../../resource-type/handler-error';
import { checkedPolicy } from '../../resource-type/policy-document';
import type { ResourceProperties } from '../../resource-type/properties';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { Created, ResourceType } from '../../resource-type/resource-type';
import { delegatedTo, keyPermission, newKey } from '../keys';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
export const kmsKey: ResourceType = {
  properties: {
    Description: 'update',
    EnableKeyRotation: 'update',
    KeyPolicy: 'update',
    PendingWindowInDays: 'update',
    Tags: 'update',
  },
  required: [],
  attributes: ['Arn', 'KeyId'],
  calls: {
    create: ['kms:CreateKey'],
    delete: ['kms:ScheduleKeyDeletion'],
    whenGiven: { EnableKeyRotation: 'kms:EnableKeyRotation', Tags: 'kms:TagResource' },
    whenChanged: { Description: 'kms:UpdateKeyDescription', KeyPolicy: 'kms:PutKeyPolicy' },
    resource: (_properties, { account, region }, physicalId) =>
      physicalId === undefined ? '*' : `arn:aws:kms:${region}:${account.id}:key/${physicalId}`,
    permission: (action, resource, { account, world }) => {
      const key = world.keys.get(resource);
      return key === undefined
        ? { action, resource, resourceAccount: account.id }
        : keyPermission(action.replace('kms:', ''), key, account.id, {});
    },
  },

  create(properties, context) {
    const { world, account, region } = context;
    const key = newKey(account.id, region, { createdAt: world.now() });
    configure(key, properties, context);
    world.keys.set(key.arn, key);
    return created(key);
  },

  update({ existing, properties }, context) {
    const key = ofStack(existing.physicalId, context);
    if (key === undefined) throw kmsError('NotFound', 400, `Key '${existing.physicalId}' does not exist`);
    configure(key, properties, context);
    return created(key);
  },

  /** A key is not deleted but scheduled to be, a week on at the soonest: until then it opens nothing. */
  delete({ physicalId }, context) {
    const key = ofStack(physicalId, context);
    if (key !== undefined) key.state = 'PendingDeletion';
  },
};

function configure(key: Key, properties: ResourceProperties, context: ResourceContext): void {
  key.policy = properties.has('KeyPolicy')
    ? checkedPolicy(properties, 'KeyPolicy', 'resource', `key policy of ${key.id}`, context.world)
    : delegatedTo(key.account);
  key.description = properties.optionalText('Description') ?? '';
  key.rotates = properties.optionalFlag('EnableKeyRotation') ?? false;
  key.tags = properties.tags();
}

function ofStack(id: string, { world, account, region }: ResourceContext): Key | undefined {
  return world.keys.get(`arn:aws:kms:${region}:${account.id}:key/${id}`);
}

function created({ id, arn }: Key): Created {
  return { physicalId: id, attributes: { Arn: arn, KeyId: id } };
}
