import type { ResourceContext } from '../../resource-type/resource-type';
import { physicalName } from '../../resource-type/physical-name';
import type { ResourceProperties } from '../../resource-type/properties';

/**
 * What CloudFormation calls on a resource's behalf, so that the execution role's policies decide about it: of the
 * permissions in each type's schema, those for calls that are really made here.
 *
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-handlers
 */
export interface ServiceCalls {
  readonly create: readonly string[];
  readonly delete: readonly string[];
  /** By property: made when it is given, and again when it changes. */
  readonly whenGiven?: Readonly<Record<string, string>>;
  /** By property: made only when it changes, as creating covers it otherwise. */
  readonly whenChanged?: Readonly<Record<string, string>>;
  /** The property that names a role, and the service that is given it: the deployer must be allowed to pass it. */
  readonly passesRole?: { readonly property: string; readonly to: string };
  /** The ARN that they are about; there is no physical id before the resource is created. */
  resource(properties: ResourceProperties, context: ResourceContext, physicalId?: string): string;
}

const invoked: ServiceCalls = {
  create: ['lambda:InvokeFunction'],
  delete: ['lambda:InvokeFunction'],
  resource: (properties) => properties.text('ServiceToken'),
};

/** By resource type; a type without an entry calls nobody. */
export const SERVICE_CALLS: ReadonlyMap<string, ServiceCalls> = new Map<string, ServiceCalls>([
  [
    'AWS::S3::Bucket',
    {
      create: ['s3:CreateBucket'],
      delete: ['s3:DeleteBucket'],
      whenGiven: {
        BucketEncryption: 's3:PutEncryptionConfiguration',
        OwnershipControls: 's3:PutBucketOwnershipControls',
        PublicAccessBlockConfiguration: 's3:PutBucketPublicAccessBlock',
        Tags: 's3:PutBucketTagging',
        VersioningConfiguration: 's3:PutBucketVersioning',
      },
      resource: (properties, context, physicalId) => {
        const generated = physicalName(context, 63).toLowerCase();
        return `arn:aws:s3:::${physicalId ?? properties.optionalText('BucketName') ?? generated}`;
      },
    },
  ],
  [
    'AWS::S3::BucketPolicy',
    {
      create: ['s3:PutBucketPolicy'],
      delete: ['s3:DeleteBucketPolicy'],
      whenChanged: { PolicyDocument: 's3:PutBucketPolicy' },
      resource: (properties) => `arn:aws:s3:::${properties.text('Bucket')}`,
    },
  ],
  [
    'AWS::IAM::Role',
    {
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
  ],
  [
    'AWS::IAM::ManagedPolicy',
    {
      create: ['iam:CreatePolicy'],
      delete: ['iam:DeletePolicy'],
      whenChanged: { PolicyDocument: 'iam:CreatePolicyVersion' },
      resource: (properties, context, physicalId) => {
        if (physicalId !== undefined) return physicalId;
        const name = properties.optionalText('ManagedPolicyName') ?? physicalName(context, 128);
        return `arn:aws:iam::${context.account.id}:policy${properties.optionalText('Path') ?? '/'}${name}`;
      },
    },
  ],
  [
    'AWS::Lambda::Function',
    {
      create: ['lambda:CreateFunction'],
      delete: ['lambda:DeleteFunction'],
      passesRole: { property: 'Role', to: 'lambda.amazonaws.com' },
      whenChanged: { Code: 'lambda:UpdateFunctionCode', Role: 'lambda:UpdateFunctionConfiguration' },
      resource: (properties, context, physicalId) => {
        const name = physicalId ?? properties.optionalText('FunctionName') ?? physicalName(context, 64);
        return `arn:aws:lambda:${context.region}:${context.account.id}:function:${name}`;
      },
    },
  ],
  [
    'AWS::Lambda::LayerVersion',
    {
      create: ['lambda:PublishLayerVersion'],
      delete: ['lambda:DeleteLayerVersion'],
      resource: (properties, context, physicalId) => {
        const name = properties.optionalText('LayerName') ?? physicalName(context, 64);
        return physicalId ?? `arn:aws:lambda:${context.region}:${context.account.id}:layer:${name}`;
      },
    },
  ],
  [
    'AWS::SSO::PermissionSet',
    {
      create: ['sso:CreatePermissionSet'],
      delete: ['sso:DeletePermissionSet'],
      whenGiven: {
        InlinePolicy: 'sso:PutInlinePolicyToPermissionSet',
        ManagedPolicies: 'sso:AttachManagedPolicyToPermissionSet',
        Tags: 'sso:TagResource',
      },
      whenChanged: { Description: 'sso:UpdatePermissionSet', SessionDuration: 'sso:UpdatePermissionSet' },
      resource: (properties) => properties.text('InstanceArn'),
    },
  ],
  [
    'AWS::SSO::Assignment',
    {
      create: ['sso:CreateAccountAssignment'],
      delete: ['sso:DeleteAccountAssignment'],
      resource: (properties) => properties.text('InstanceArn'),
    },
  ],
  ['Custom::CDKBucketDeployment', invoked],
  ['Custom::S3AutoDeleteObjects', invoked],
]);
