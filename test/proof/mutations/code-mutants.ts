import type { Json } from '../../naive/json';
import type { Assembly } from './cloudformation';
import type { ExactRuling } from './exact';
import { type Mutant, type Site, edited, property, sitesOf } from './mutant';

/** What runs while a share is deployed, and what it is told to put into the bucket, changed. The verdict of each is written out. */
export interface RuledMutant extends Mutant {
  readonly verdict: ExactRuling['verdict'];
}

type Change = readonly [property: string, value: Json | undefined];
type Changes = Readonly<Partial<Record<ExactRuling['verdict'], readonly Change[]>>>;

const OWN_BUCKET = 'cdk-hnb659fds-assets-111111111111-ap-northeast-1';
const THEIRS = 'arn:aws:lambda:ap-northeast-1:999999999999';
const INLINE = { ZipFile: 'def handler(event, context): pass' };

/** By type. CDK's own function is known byte for byte, and all that it can be told. */
const CHANGES: Readonly<Record<string, Changes>> = {
  'AWS::Lambda::Function': {
    holds: [
      ['Architectures', ['x86_64']],
      ['Description', 'a text'],
      ['EphemeralStorage', { Size: 1024 }],
      ['FunctionName', 'seeds'],
      ['MemorySize', 2048],
      ['ReservedConcurrentExecutions', 1],
      ['Runtime', 'python3.14'],
      ['Tags', [{ Key: 'team', Value: 'data' }]],
      ['Timeout', 60],
    ],
    'not decided': [
      ['Code', undefined],
      ['Code', INLINE],
      ['Code', { S3Bucket: OWN_BUCKET, S3Key: 'another.zip' }],
      ['Code', { S3Bucket: 'somebodys-bucket', S3Key: 'another.zip' }],
      ['Code', { ImageUri: '999999999999.dkr.ecr.ap-northeast-1.amazonaws.com/theirs:latest' }],
      ['DeadLetterConfig', { TargetArn: `${THEIRS}:queue` }],
      ['Environment', undefined],
      ['Environment', { Variables: { AWS_CA_BUNDLE: '/tmp/theirs.pem' } }],
      ['Environment', { Variables: { PYTHONPATH: '/mnt/theirs' } }],
      ['FileSystemConfigs', [{ Arn: `${THEIRS}:access-point`, LocalMountPath: '/mnt/theirs' }]],
      ['Handler', 'other.handler'],
      ['Handler', undefined],
      ['ImageConfig', { Command: ['sh'] }],
      ['Layers', undefined],
      ['Layers', []],
      ['Layers', [`${THEIRS}:layer:theirs:1`]],
      ['Role', 'arn:aws:iam::999999999999:role/Theirs'],
      ['Runtime', 'nodejs22.x'],
      ['Runtime', undefined],
      ['SnapStart', { ApplyOn: 'PublishedVersions' }],
      ['CodeUri', 's3://somebodys-bucket/another.zip'],
    ],
  },
  'AWS::Lambda::LayerVersion': {
    holds: [
      ['CompatibleArchitectures', ['arm64']],
      ['CompatibleRuntimes', ['python3.13']],
      ['Description', 'a text'],
      ['LayerName', 'cli'],
      ['LicenseInfo', 'Apache-2.0'],
    ],
    'not decided': [
      ['Content', undefined],
      ['Content', { S3Bucket: OWN_BUCKET, S3Key: 'another.zip' }],
      ['Content', { S3Bucket: 'somebodys-bucket', S3Key: 'another.zip' }],
      ['Content', { ...INLINE }],
    ],
  },
  'Custom::CDKBucketDeployment': {
    holds: [
      ['DestinationBucketKeyPrefix', '/'],
      ['OutputObjectKeys', true],
      ['RetainOnDelete', true],
      ['SystemMetadata', { 'content-type': 'text/plain', 'storage-class': 'STANDARD_IA' }],
      ['SystemMetadata', { sse: 'AES256' }],
      ['UserMetadata', { team: 'data' }],
      ['WaitForDistributionInvalidation', false],
    ],
    broken: [
      ['DestinationBucketKeyPrefix', 'reports'],
      ['DestinationBucketName', 'another-bucket'],
      ['Prune', true],
      ['Prune', undefined],
      ['RetainOnDelete', false],
      ['SourceBucketNames', ['company-salaries']],
      ['SystemMetadata', { sse: 'aws:kms', 'sse-kms-key-id': 'k' }],
      ['SystemMetadata', { 'sse-kms-key-id': 'k' }],
    ],
    'not decided': [
      ['DestinationBucketName', undefined],
      ['DestinationBucketName', { Ref: 'BootstrapVersion' }],
      ['Exclude', ['*']],
      ['Extract', false],
      ['Include', ['*']],
      ['Prune', 'perhaps'],
      ['ServiceToken', `${THEIRS}:function:theirs`],
      ['ServiceToken', 'arn:aws:sns:ap-northeast-1:111111111111:topic'],
      ['ServiceToken', undefined],
      ['SourceBucketNames', []],
      ['SourceBucketNames', undefined],
      ['SourceMarkers', [{ '<<marker>>': 'text' }]],
      ['SourceObjectKeys', ['another.zip']],
      ['SourceObjectKeys', undefined],
      ['SystemMetadata', { acl: 'public-read' }],
      ['SystemMetadata', { sse: 'none' }],
      ['SystemMetadata', { 'storage-class': 'GLACIER' }],
      ['SystemMetadata', { 'website-redirect': 'https://example.com' }],
      ['Shell', 'sh'],
    ],
  },
};

/** None for a share without seed objects: nothing runs while it is deployed. */
export function codeMutants(assembly: Assembly): RuledMutant[] {
  return [
    ...Object.entries(CHANGES).flatMap(([type, changes]) =>
      sitesOf(assembly, type)
        .filter(({ logicalId }) => !logicalId.startsWith('CustomS3AutoDelete'))
        .flatMap((site) => changed(assembly, site, changes)),
    ),
    ...sitesOf(assembly, 'Custom::CDKBucketDeployment').flatMap((site) => [
      ...otherTypes(assembly, site),
      { name: 'no seed objects', assembly: withoutIt(assembly, site), verdict: 'broken' as const },
    ]),
  ];
}

function changed(assembly: Assembly, site: Site, changes: Changes): RuledMutant[] {
  return (['holds', 'broken', 'not decided'] as const).flatMap((verdict) =>
    (changes[verdict] ?? []).map(([name, value]) => ({
      name: `${site.stackName}/${site.logicalId}.${name}: ${value === undefined ? 'left out' : JSON.stringify(value)}`,
      assembly: property(assembly, site, name, value),
      verdict,
    })),
  );
}

/** What the promised function is told, told to another: whose it is decides the type. */
function otherTypes(assembly: Assembly, { stackName, logicalId }: Site): RuledMutant[] {
  const types = [
    'AWS::CloudFormation::CustomResource',
    'Custom::AWS',
    'Custom::LogRetention',
    'Custom::Mine',
  ];
  return types.map((type) => ({
    name: `${stackName}/${logicalId} is ${type}`,
    assembly: edited(assembly, stackName, ['Resources', logicalId, 'Type'], type),
    verdict: 'not decided',
  }));
}

function withoutIt(assembly: Assembly, { stackName, logicalId }: Site): Assembly {
  return edited(assembly, stackName, ['Resources', logicalId], undefined);
}
