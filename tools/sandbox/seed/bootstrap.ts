import { newRole, type Role } from '../core/identities';
import type { Account, World } from '../core/world';
import type { ObjectData } from '../s3/object-data';
import { newBucket } from '../s3/whole-buckets';
import { addBoundary, WIDE_ENOUGH } from './company';

/**
 * What `cdk bootstrap` leaves in an account and region, as far as deploying needs it: the version parameter, the
 * assets bucket and the five roles, with the trust and the permissions of the template that the pinned CDK CLI ships
 * (`aws-cdk/lib/api/bootstrap/bootstrap-template.yaml`, version 33). Left out is what has no service here: the container
 * repository. CloudFormation shows it all as the stack CDKToolkit.
 */
export function bootstrap(
  account: Account,
  region: string,
  world: World,
  data: ObjectData,
  { qualifier = QUALIFIER, permissionsBoundary }: BootstrapOptions = {},
): void {
  const place = { account, region, ...bootstrapNames(account.id, region, qualifier) };
  if (permissionsBoundary !== undefined)
    addBoundary(permissionsBoundary(account.id, region), WIDE_ENOUGH, account, world);
  if (world.buckets.has(place.bucket)) return;
  account.parameters.set(`${region}/${place.parameter}`, BOOTSTRAP_VERSION);
  world.buckets.set(place.bucket, {
    ...newBucket(place.bucket, account.id, region, world.now()),
    policy: tlsOnly(place.bucket),
    versioning: 'Enabled',
  });
  data.createBucket(place.bucket);
  for (const role of roles(place, world.now())) account.roles.set(role.name, role);
}

/** What CDK's own context keys ask of an account: `cdk bootstrap` was run for it. */
export interface BootstrapOptions {
  /** Of `@aws-cdk/core:bootstrapQualifier`. @default 'hnb659fds' */
  readonly qualifier?: string;
  /** ARN of the policy that `@aws-cdk/core:permissionsBoundary` puts on every role. @default - none */
  readonly permissionsBoundary?: (account: string, region: string) => string;
}

/** The names of what `cdk bootstrap` makes. */
export interface BootstrapNames {
  readonly qualifier: string;
  readonly bucket: string;
  readonly parameter: string;
  readonly repository: string;
  readonly role: (purpose: BootstrapRole) => string;
  readonly publishingPolicy: (kind: 'file' | 'image') => string;
}

type BootstrapRole = 'deploy' | 'file-publishing' | 'image-publishing' | 'lookup' | 'cfn-exec';

export function bootstrapNames(account: string, region: string, qualifier = QUALIFIER): BootstrapNames {
  const named = (what: string): string => `cdk-${qualifier}-${what}-${account}-${region}`;
  return {
    qualifier,
    bucket: named('assets'),
    parameter: `/cdk-bootstrap/${qualifier}/version`,
    repository: named('container-assets'),
    role: (purpose) => named(`${purpose}-role`),
    publishingPolicy: (kind) => named(`${kind}-publishing-role-default-policy`),
  };
}

/** The names that an account was bootstrapped with in a region, if it was. */
export function bootstrapIn({ id, parameters }: Account, region: string): BootstrapNames | undefined {
  for (const name of parameters.keys()) {
    const [, where, qualifier] = /^([^/]+)\/\/cdk-bootstrap\/([^/]+)\/version$/.exec(name) ?? [];
    if (where === region) return bootstrapNames(id, region, qualifier);
  }
  return undefined;
}

export const QUALIFIER = 'hnb659fds';
export const BOOTSTRAP_VERSION = '33';

interface Place extends BootstrapNames {
  readonly account: Account;
  readonly region: string;
}

function roles(place: Place, createdAt: Date): Role[] {
  const { account, publishingPolicy } = place;
  const trust = accountWithoutExternalId(account.id);
  const role = (
    purpose: BootstrapRole,
    trustPolicy: unknown,
    inline: Record<string, unknown>,
    managed: string[] = [],
  ): Role =>
    newRole(account.id, {
      name: place.role(purpose),
      path: '/',
      createdAt,
      trustPolicy,
      inlinePolicies: new Map(Object.entries(inline)),
      attachedPolicies: new Set(managed.map((policy) => `arn:aws:iam::aws:policy/${policy}`)),
    });
  return [
    role('deploy', trust, { default: deployPolicy(place) }, ['AWSCloudFormationReadOnlyAccess']),
    role('file-publishing', trust, { [publishingPolicy('file')]: filePublishingPolicy(place) }),
    role('image-publishing', trust, { [publishingPolicy('image')]: imagePublishingPolicy(place) }),
    role('lookup', trust, { LookupRolePolicy: DONT_READ_SECRETS }, ['ReadOnlyAccess']),
    role('cfn-exec', CLOUDFORMATION_ONLY, {}, ['AdministratorAccess']),
  ];
}

function accountWithoutExternalId(account: string): unknown {
  return document(
    {
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { AWS: account },
      Condition: { Null: { 'sts:ExternalId': 'true' } },
    },
    { Action: 'sts:TagSession', Effect: 'Allow', Principal: { AWS: account } },
  );
}

const CLOUDFORMATION_ONLY: unknown = document({
  Action: 'sts:AssumeRole',
  Effect: 'Allow',
  Principal: { Service: 'cloudformation.amazonaws.com' },
});

const DONT_READ_SECRETS: unknown = document({
  Sid: 'DontReadSecrets',
  Effect: 'Deny',
  Action: ['kms:Decrypt'],
  Resource: '*',
});

const BUCKET_READ = ['s3:GetObject*', 's3:GetBucket*', 's3:List*'];
const KEY_USE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'];

const bucketAndObjects = (bucket: string): string[] => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`];

function tlsOnly(bucket: string): unknown {
  return {
    Version: '2012-10-17',
    Id: 'AccessControl',
    Statement: [
      {
        Sid: 'AllowSSLRequestsOnly',
        Action: 's3:*',
        Effect: 'Deny',
        Resource: bucketAndObjects(bucket),
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        Principal: '*',
      },
    ],
  };
}

function filePublishingPolicy({ account, bucket, region }: Place): unknown {
  return document(
    {
      Action: [
        ...BUCKET_READ,
        's3:GetEncryptionConfiguration',
        's3:DeleteObject*',
        's3:PutObject*',
        's3:Abort*',
      ],
      Resource: bucketAndObjects(bucket),
      Condition: { StringEquals: { 'aws:ResourceAccount': [account.id] } },
      Effect: 'Allow',
    },
    { Action: KEY_USE, Effect: 'Allow', Resource: `arn:aws:kms:${region}:${account.id}:key/AWS_MANAGED_KEY` },
  );
}

function imagePublishingPolicy({ account, region, repository }: Place): unknown {
  return document(
    {
      Action: [
        'ecr:PutImage',
        'ecr:InitiateLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:CompleteLayerUpload',
        'ecr:BatchCheckLayerAvailability',
        'ecr:DescribeRepositories',
        'ecr:DescribeImages',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
      ],
      Resource: `arn:aws:ecr:${region}:${account.id}:repository/${repository}`,
      Effect: 'Allow',
    },
    { Action: ['ecr:GetAuthorizationToken'], Resource: '*', Effect: 'Allow' },
  );
}

function deployPolicy({ account, bucket, parameter, region, role }: Place): unknown {
  const changes = ['CreateChangeSet', 'DeleteChangeSet', 'ExecuteChangeSet', 'CreateStack', 'UpdateStack'];
  const rollbacks = ['RollbackStack', 'ContinueUpdateRollback'];
  return document(
    allow('DeployPermissions', cloudformation([...changes, ...rollbacks]), '*'),
    {
      ...allow(
        'PipelineCrossAccountArtifactsBucket',
        [...BUCKET_READ, 's3:Abort*', 's3:DeleteObject*', 's3:PutObject*'],
        '*',
      ),
      Condition: { StringNotEquals: { 's3:ResourceAccount': account.id } },
    },
    {
      ...allow('PipelineCrossAccountArtifactsKey', KEY_USE, '*'),
      Condition: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    },
    {
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::${account.id}:role/${role('cfn-exec')}`,
      Effect: 'Allow',
    },
    allow(
      'CliPermissions',
      [...cloudformation(['DeleteStack', 'UpdateTerminationProtection']), 'sts:GetCallerIdentity'],
      '*',
    ),
    allow('CliStagingBucket', BUCKET_READ, bucketAndObjects(bucket)),
    allow(
      'ReadVersion',
      ['ssm:GetParameter', 'ssm:GetParameters'],
      [`arn:aws:ssm:${region}:${account.id}:parameter${parameter}`],
    ),
    allow('Refactor', cloudformation(['CreateStackRefactor', 'ExecuteStackRefactor']), '*'),
  );
}

function document(...statements: unknown[]): unknown {
  return { Version: '2012-10-17', Statement: statements };
}

const cloudformation = (actions: string[]): string[] => actions.map((action) => `cloudformation:${action}`);

function allow(sid: string, actions: readonly string[], resource: string | readonly string[]) {
  return { Sid: sid, Effect: 'Allow', Action: actions, Resource: resource };
}
