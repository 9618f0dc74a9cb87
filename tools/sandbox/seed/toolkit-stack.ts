import { readFileSync } from 'node:fs';
import { BOOTSTRAP_VERSION, bootstrapIn, type BootstrapNames } from './bootstrap';
import type { World } from '../core/world';
import type { Deployment, StackOutput } from '../cloudformation/stacks/stack';
import { StackLog } from '../cloudformation/stacks/stack-log';
import type { Stacks } from '../cloudformation/stacks/stacks';
import type { Template } from '../cloudformation/template/template';

/**
 * The stack CDKToolkit of a bootstrapped account and region, as `cdk bootstrap` with its defaults leaves it: the CLI's
 * own template, so that bootstrapping again finds no changes. What it describes was made by the seed.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html
 */
export function addToolkitStack(stacks: Stacks, world: World): void {
  const { account: id, region } = stacks;
  const account = world.accounts.get(id);
  const names = account && bootstrapIn(account, region);
  if (names === undefined) return;
  const createdAt = world.buckets.get(names.bucket)?.createdAt ?? world.now();
  const stack = stacks.add('CDKToolkit', createdAt);
  const resources = physicalResources(names);
  stack.fixed =
    `CDKToolkit in ${id}/${region} is as "cdk bootstrap" leaves it, and the sandbox neither updates nor deletes it: ` +
    'nothing needs to be done';
  stack.deployed = deployment(resources, names);
  stack.outputs = outputs(names, region);
  for (const { logicalId, type, physicalId } of resources) {
    stack.resources.set(logicalId, {
      ...declared(logicalId, type),
      physicalId,
      attributes: {},
      status: 'CREATE_COMPLETE',
      changedAt: createdAt,
    });
  }
  new StackLog(stack, () => createdAt).stackStatus('CREATE_COMPLETE');
}

interface PhysicalResource {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
}

/** Those whose condition holds with the defaults: no key, no permissions boundary. */
function physicalResources(names: BootstrapNames): PhysicalResource[] {
  const { bucket, repository, parameter } = names;
  const table: [logicalId: string, type: string, physicalId: string][] = [
    ['StagingBucket', 'AWS::S3::Bucket', bucket],
    ['StagingBucketPolicy', 'AWS::S3::BucketPolicy', bucket],
    ['ContainerAssetsRepository', 'AWS::ECR::Repository', repository],
    ['FilePublishingRole', 'AWS::IAM::Role', names.role('file-publishing')],
    ['ImagePublishingRole', 'AWS::IAM::Role', names.role('image-publishing')],
    ['LookupRole', 'AWS::IAM::Role', names.role('lookup')],
    ['FilePublishingRoleDefaultPolicy', 'AWS::IAM::Policy', names.publishingPolicy('file')],
    ['ImagePublishingRoleDefaultPolicy', 'AWS::IAM::Policy', names.publishingPolicy('image')],
    ['DeploymentActionRole', 'AWS::IAM::Role', names.role('deploy')],
    ['CloudFormationExecutionRole', 'AWS::IAM::Role', names.role('cfn-exec')],
    ['CdkBootstrapVersion', 'AWS::SSM::Parameter', parameter],
  ];
  return table.map(([logicalId, type, physicalId]) => ({ logicalId, type, physicalId }));
}

function declared(logicalId: string, type: string) {
  const policy = type === 'AWS::S3::Bucket' ? ('Retain' as const) : ('Delete' as const);
  return {
    logicalId,
    type,
    properties: {},
    dependsOn: [],
    deletionPolicy: policy,
    updateReplacePolicy: policy,
  };
}

/** What the CLI sends when nothing is asked for, and the template's defaults. */
const parametersOf = ({ qualifier }: BootstrapNames): Readonly<Record<string, string>> => ({
  TrustedAccounts: '',
  TrustedAccountsForLookup: '',
  CloudFormationExecutionPolicies: '',
  FileAssetsBucketName: '',
  FileAssetsBucketKmsKeyId: 'AWS_MANAGED_KEY',
  ContainerAssetsRepositoryName: '',
  Qualifier: qualifier,
  PublicAccessBlockConfiguration: 'true',
  InputPermissionsBoundary: '',
  UseExamplePermissionsBoundary: 'false',
  ApplyPermissionsBoundaryToAllRoles: 'false',
  BootstrapVariant: 'AWS CDK: Default Resources',
  DenyExternalId: 'true',
});

function deployment(resources: readonly PhysicalResource[], names: BootstrapNames): Deployment {
  const parameters = Object.entries(parametersOf(names));
  return {
    template: template(
      resources,
      parameters.map(([name]) => name),
    ),
    parameters: new Map(parameters.map(([name, value]) => [name, { value, noEcho: false }])),
    tags: {},
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
    notificationArns: [],
    imports: new Set(),
    revertsDrift: false,
  };
}

/** Its text is YAML, which this engine does not read: it is only ever shown, as the stack is never updated. */
function template(resources: readonly PhysicalResource[], parameters: readonly string[]): Template {
  return {
    body: readFileSync(require.resolve('aws-cdk/lib/api/bootstrap/bootstrap-template.yaml'), 'utf8'),
    description: 'This stack includes resources needed to deploy AWS CDK apps into this environment',
    parameters: new Map(parameters.map((name) => [name, { type: 'String' as const, noEcho: false }])),
    mappings: {},
    conditions: new Map(),
    rules: new Map(),
    resources: new Map(resources.map(({ logicalId, type }) => [logicalId, declared(logicalId, type)])),
    outputs: new Map(),
  };
}

function outputs({ bucket, repository, qualifier }: BootstrapNames, region: string): StackOutput[] {
  return [
    {
      key: 'BucketName',
      value: bucket,
      description: 'The name of the S3 bucket owned by the CDK toolkit stack',
    },
    {
      key: 'BucketDomainName',
      value: `${bucket}.s3.${region}.amazonaws.com`,
      description: 'The domain name of the S3 bucket owned by the CDK toolkit stack',
    },
    {
      key: 'FileAssetKeyArn',
      value: 'AWS_MANAGED_KEY',
      description: 'The ARN of the KMS key used to encrypt the asset bucket (deprecated)',
      exportName: `CdkBootstrap-${qualifier}-FileAssetKeyArn`,
    },
    {
      key: 'ImageRepositoryName',
      value: repository,
      description: 'The name of the ECR repository which hosts docker image assets',
    },
    {
      key: 'BootstrapVersion',
      value: BOOTSTRAP_VERSION,
      description: 'The version of the bootstrap resources that are currently mastered in this stack',
    },
  ];
}
