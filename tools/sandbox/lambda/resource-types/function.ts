import { roleOfService } from '../../access/service-session';
import type { LambdaFunction } from '../../core/world';
import type { ResourceContext } from '../../resource-type/resource-context';
import type { ResourceType } from '../../resource-type/resource-type';
import { lambdaError } from '../../resource-type/handler-error';
import { physicalName } from '../../resource-type/physical-name';
import { fail, type ResourceProperties } from '../../resource-type/properties';

/**
 * Functions exist here to lend their role to custom resources; their code is never run.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
 */
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
  calls: {
    create: ['lambda:CreateFunction'],
    delete: ['lambda:DeleteFunction'],
    passesRole: { property: 'Role', to: 'lambda.amazonaws.com' },
    whenChanged: { Code: 'lambda:UpdateFunctionCode', Role: 'lambda:UpdateFunctionConfiguration' },
    resource: (properties, context, physicalId) => {
      const name = physicalId ?? properties.optionalText('FunctionName') ?? physicalName(context, 64);
      return `arn:aws:lambda:${context.region}:${context.account.id}:function:${name}`;
    },
  },

  async create(properties, context) {
    const { functions } = context.world;
    await requireCode(properties.structure('Code'), context);
    const name = properties.optionalText('FunctionName') ?? physicalName(context, 64);
    const arn = functionArn(name, context);
    if (functions.has(arn)) throw lambdaError('AlreadyExists', 409, `Function already exist: ${name}`);
    const lambda: LambdaFunction = { arn, name, roleArn: executionRole(properties, context) };
    functions.set(arn, lambda);
    return { physicalId: name, attributes: { Arn: arn } };
  },

  async update({ existing, properties }, context) {
    await requireCode(properties.structure('Code'), context);
    const roleArn = executionRole(properties, context);
    const lambda = context.world.functions.get(functionArn(existing.physicalId, context));
    if (lambda === undefined) {
      throw lambdaError('NotFound', 404, `Function not found: ${existing.physicalId}`);
    }
    lambda.roleArn = roleArn;
    return existing;
  },

  delete({ physicalId }, context) {
    context.world.functions.delete(functionArn(physicalId, context));
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
  calls: {
    create: ['lambda:PublishLayerVersion'],
    delete: ['lambda:DeleteLayerVersion'],
    resource: (properties, context, physicalId) => {
      const name = properties.optionalText('LayerName') ?? physicalName(context, 64);
      return physicalId ?? `arn:aws:lambda:${context.region}:${context.account.id}:layer:${name}`;
    },
  },

  async create(properties, context) {
    const { account, region } = context;
    await requireCode(properties.structure('Content'), context);
    const name = properties.optionalText('LayerName') ?? physicalName(context, 64);
    const arn = `arn:aws:lambda:${region}:${account.id}:layer:${name}:1`;
    return { physicalId: arn, attributes: { LayerVersionArn: arn } };
  },

  update: ({ existing }) => existing,

  delete: () => undefined,
};

function functionArn(name: string, { account, region }: ResourceContext): string {
  return `arn:aws:lambda:${region}:${account.id}:function:${name}`;
}

/** The zip must have been published: that is how a forgotten asset shows. */
async function requireCode(
  code: ResourceProperties | undefined,
  { objects }: ResourceContext,
): Promise<void> {
  if (code === undefined) return fail('Property Code cannot be empty.');
  const bucket = code.allowOnly(['S3Bucket', 'S3Key']).text('S3Bucket');
  const key = code.text('S3Key');
  if (!(await objects.list(bucket, key)).includes(key)) {
    throw lambdaError(
      'InvalidRequest',
      400,
      'Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.',
    );
  }
}

function executionRole(properties: ResourceProperties, { account, world }: ResourceContext): string {
  const arn = properties.text('Role');
  if (roleOfService('lambda.amazonaws.com', arn, account, world) === undefined) {
    throw lambdaError(
      'InvalidRequest',
      400,
      'The role defined for the function cannot be assumed by Lambda.',
    );
  }
  return arn;
}
