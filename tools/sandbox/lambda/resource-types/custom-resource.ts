import { isObject, type JsonObject, textOf } from '../../core/json';
import { customResourceFailure } from '../../resource-type/handler-error';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { Created, ResourceType } from '../../resource-type/resource-type';

/**
 * A resource that a function makes: CloudFormation invokes it for each step and takes over what it answers.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html
 */
function customResource(
  definition: Pick<ResourceType, 'attributes' | 'required'> & { readonly properties: readonly string[] },
): ResourceType {
  return {
    ...definition,
    properties: {
      ServiceToken: 'replace',
      ...Object.fromEntries(definition.properties.map((name) => [name, 'update' as const])),
    },
    create: ({ values }, context) => invoke({ RequestType: 'Create', ResourceProperties: values }, context),
    update: ({ existing, properties }, context) =>
      invoke(
        {
          RequestType: 'Update',
          PhysicalResourceId: existing.physicalId,
          ResourceProperties: properties.values,
          OldResourceProperties: existing.properties.values,
        },
        context,
      ),
    async delete({ physicalId, properties }, context) {
      const ResourceProperties = properties.values;
      await invoke({ RequestType: 'Delete', PhysicalResourceId: physicalId, ResourceProperties }, context);
    },
  };
}

export const cdkBucketDeployment = customResource({
  properties: [
    'SourceBucketNames',
    'SourceObjectKeys',
    'SourceMarkers',
    'SourceMarkersConfig',
    'DestinationBucketName',
    'DestinationBucketKeyPrefix',
    // Nothing is invalidated without a DistributionId, and that is rejected.
    'WaitForDistributionInvalidation',
    'RetainOnDelete',
    'Prune',
    'OutputObjectKeys',
  ],
  required: ['ServiceToken', 'SourceBucketNames', 'SourceObjectKeys', 'DestinationBucketName'],
  attributes: ['SourceObjectKeys'],
});

export const s3AutoDeleteObjects = customResource({
  properties: ['BucketName'],
  required: ['ServiceToken', 'BucketName'],
  attributes: [],
});

async function invoke(event: JsonObject, { aws, type }: ResourceContext): Promise<Created> {
  const { ServiceToken: FunctionName = '' } = isObject(event.ResourceProperties)
    ? event.ResourceProperties
    : {};
  const Payload = { ...event, ResourceType: type };
  const { Status, Reason, PhysicalResourceId, Data } = await aws.call('lambda', 'Invoke', {
    FunctionName,
    Payload,
  });
  if (Status !== 'SUCCESS') throw customResourceFailure(textOf(Reason));
  return { physicalId: textOf(PhysicalResourceId), attributes: isObject(Data) ? Data : {} };
}
