import { isObject, type Json, type JsonObject, parseJson, textOf } from '../../core/json';
import { differs, documentText, ifThere, missingFrom, orTakenBack } from '../../resource-type/differences';
import type { ResourceProperties } from '../../resource-type/properties';
import { delegatedTo } from '../keys';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { Created, ExistingResource, ResourceType } from '../../resource-type/resource-type';

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

  async create(properties, context) {
    const { KeyMetadata: made } = await context.aws.call('kms', 'CreateKey', {
      Description: properties.optionalText('Description') ?? '',
      Tags: kmsTags(properties),
      ...(properties.has('KeyPolicy') ? { Policy: documentText(properties, 'KeyPolicy') } : {}),
    });
    const created = createdKey(made);
    if (properties.optionalFlag('EnableKeyRotation') === true)
      await orTakenBack(
        { ...created, properties },
        async () => void (await context.aws.call('kms', 'EnableKeyRotation', { KeyId: created.physicalId })),
        (existing) => remove(existing, context),
      );
    return created;
  },

  async update({ existing, properties: after }, { aws }) {
    const { physicalId: KeyId, properties: before } = existing;
    const call = (operation: string, input: JsonObject) => aws.call('kms', operation, { KeyId, ...input });
    if (differs(before, after, 'KeyPolicy')) {
      const byDefault = JSON.stringify(delegatedTo(aws.actor.account));
      const Policy = after.has('KeyPolicy') ? documentText(after, 'KeyPolicy') : byDefault;
      await call('PutKeyPolicy', { PolicyName: 'default', Policy });
    }
    if (differs(before, after, 'Description'))
      await call('UpdateKeyDescription', { Description: after.optionalText('Description') ?? '' });
    if (differs(before, after, 'EnableKeyRotation')) {
      const rotates = after.optionalFlag('EnableKeyRotation') ?? false;
      await call(rotates ? 'EnableKeyRotation' : 'DisableKeyRotation', {});
    }
    if (differs(before, after, 'Tags')) {
      const gone = missingFrom(Object.keys(after.tags()), Object.keys(before.tags()));
      if (gone.length > 0) await call('UntagResource', { TagKeys: gone });
      await call('TagResource', { Tags: kmsTags(after) });
    }
    return existing;
  },

  delete: remove,

  async read(id, { aws }) {
    const found = await ifThere(aws.call('kms', 'DescribeKey', { KeyId: id }));
    if (found === undefined || !isObject(found.KeyMetadata)) return undefined;
    const { Description: description, KeyState: state } = found.KeyMetadata;
    if (state === 'PendingDeletion') return undefined;
    const policy = await aws.call('kms', 'GetKeyPolicy', { KeyId: id, PolicyName: 'default' });
    const rotation = await aws.call('kms', 'GetKeyRotationStatus', { KeyId: id });
    const { Tags: tags } = await aws.call('kms', 'ListResourceTags', { KeyId: id });
    return {
      ...createdKey(found.KeyMetadata),
      properties: {
        Description: description ?? '',
        EnableKeyRotation: rotation.KeyRotationEnabled ?? false,
        KeyPolicy: parseJson(textOf(policy.Policy)),
        Tags: (Array.isArray(tags) ? tags : []).map((tag) =>
          isObject(tag) ? { Key: tag.TagKey ?? '', Value: tag.TagValue ?? '' } : tag,
        ),
      },
    };
  },
};

async function remove(
  { physicalId: KeyId, properties }: ExistingResource,
  { aws }: ResourceContext,
): Promise<void> {
  const PendingWindowInDays = properties.optionalInteger('PendingWindowInDays') ?? 30;
  await ifThere(aws.call('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays }));
}

const kmsTags = (properties: ResourceProperties): Json[] =>
  Object.entries(properties.tags()).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

function createdKey(metadata: Json | undefined): Created {
  const { KeyId: id = '', Arn = '' } = isObject(metadata) ? metadata : {};
  return { physicalId: textOf(id), attributes: { Arn, KeyId: id } };
}
