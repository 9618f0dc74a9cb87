import { type JsonObject, textOf } from '../../core/json';
import { differs, ifThere } from '../../resource-type/differences';
import { physicalName } from '../../resource-type/physical-name';
import { fail, type ResourceProperties } from '../../resource-type/properties';
import type { ResourceType } from '../../resource-type/resource-type';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const lambdaFunction: ResourceType = {
  properties: {
    FunctionName: 'replace',
    Architectures: 'update',
    Code: 'update',
    Description: 'update',
    Environment: 'update',
    Handler: 'update',
    Layers: 'update',
    MemorySize: 'update',
    Role: 'update',
    Runtime: 'update',
    Tags: 'update',
    Timeout: 'update',
  },
  required: ['Code', 'Role'],
  nameProperty: 'FunctionName',
  attributes: ['Arn'],

  async create(properties, context) {
    const name = properties.optionalText('FunctionName') ?? physicalName(context, 64);
    const { FunctionArn: arn } = await context.aws.call('lambda', 'CreateFunction', {
      FunctionName: name,
      Role: properties.text('Role'),
      ...codeIn(properties, 'Code'),
    });
    return { physicalId: name, attributes: { Arn: arn ?? '' } };
  },

  async update({ existing, properties }, { aws }) {
    const { physicalId: FunctionName, properties: before } = existing;
    if (differs(before, properties, 'Code'))
      await aws.call('lambda', 'UpdateFunctionCode', { FunctionName, ...codeIn(properties, 'Code') });
    if (differs(before, properties, 'Role'))
      await aws.call('lambda', 'UpdateFunctionConfiguration', {
        FunctionName,
        Role: properties.text('Role'),
      });
    return existing;
  },

  async delete({ physicalId: FunctionName }, { aws }) {
    await ifThere(aws.call('lambda', 'DeleteFunction', { FunctionName }));
  },
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html */
export const lambdaLayerVersion: ResourceType = {
  properties: {
    CompatibleArchitectures: 'replace',
    CompatibleRuntimes: 'replace',
    Content: 'replace',
    Description: 'replace',
    LayerName: 'replace',
    LicenseInfo: 'replace',
  },
  required: ['Content'],
  attributes: ['LayerVersionArn'],

  async create(properties, context) {
    const LayerName = properties.optionalText('LayerName') ?? physicalName(context, 64);
    const answer = await context.aws.call('lambda', 'PublishLayerVersion', {
      LayerName,
      ...codeIn(properties, 'Content'),
    });
    const arn = textOf(answer.LayerVersionArn);
    return { physicalId: arn, attributes: { LayerVersionArn: arn } };
  },

  update: ({ existing }) => existing,

  async delete({ physicalId: LayerName }, { aws }) {
    await aws.call('lambda', 'DeleteLayerVersion', { LayerName });
  },
};

function codeIn(properties: ResourceProperties, property: string): JsonObject {
  const code = properties.structure(property)?.allowOnly(['S3Bucket', 'S3Key']);
  if (code === undefined) return fail(`Property ${property} cannot be empty.`);
  return { S3Bucket: code.text('S3Bucket'), S3Key: code.text('S3Key') };
}
