import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sayProofTemplates as say } from '../../../words/say';
import { isObject } from './json';
import { UnresolvableError } from './unresolvable-error';

/** A function that CDK writes for its custom resources, as the installed aws-cdk-lib has it. */
export interface CdkFunction {
  /** Its files, below custom-resource-handlers/dist of aws-cdk-lib; one of these sets, by the handler that it goes with. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How CDK changes the text where it stands in the template. @default - it does not */
  readonly inline?: (source: string) => string;
  /** Renewed by CDK from version to version, which changes nothing of what the code does. */
  readonly runtime: RegExp;
  readonly environment?: Readonly<Record<string, string>>;
  /** With the AWS CLI as its only layer. @default false */
  readonly hasAwsCli?: boolean;
}

const PYTHON = /^python3\.\d+$/;
const NODE = /^nodejs\d+\.x$/;

/** One file of JavaScript; CDK may put another one before it that answers CloudFormation. */
function javaScript(folder: string): CdkFunction['files'] {
  const file = `${folder}/index.js`;
  return {
    'index.handler': { 'index.js': file },
    '__entrypoint__.handler': {
      '__entrypoint__.js': 'core/nodejs-entrypoint-handler/index.js',
      'index.js': file,
    },
  };
}

/** By the type of the custom resource that it is for. */
export const CDK_FUNCTIONS: Readonly<Record<string, CdkFunction>> = {
  'Custom::CDKBucketDeployment': {
    files: { 'index.handler': { 'index.py': 'aws-s3-deployment/bucket-deployment-handler/index.py' } },
    runtime: PYTHON,
    environment: { AWS_CA_BUNDLE: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem' },
    hasAwsCli: true,
  },
  'Custom::LogRetention': { files: javaScript('aws-logs/log-retention-handler'), runtime: NODE },
  'Custom::S3AutoDeleteObjects': { files: javaScript('aws-s3/auto-delete-objects-handler'), runtime: NODE },
  'Custom::S3BucketNotifications': {
    files: { 'index.handler': { 'index.py': 'aws-s3/notifications-resource-handler/index.py' } },
    inline: (source) => source.replace(/^ *#.*\n?/gm, ''),
    runtime: PYTHON,
  },
  'Custom::VpcRestrictDefaultSG': {
    files: javaScript('aws-ec2/restrict-default-security-group-handler'),
    runtime: NODE,
  },
};

/** A file of one of the functions, as it is installed. @throws UnresolvableError */
export function sourceInCdk(file: string): Buffer {
  try {
    return readFileSync(join(folderOf('aws-cdk-lib'), 'custom-resource-handlers', 'dist', file));
  } catch (error) {
    if (error instanceof UnresolvableError) throw error;
    throw new UnresolvableError(say('cdkHasNot', { cdk: installedCdk(), file }));
  }
}

/** The archive that CDK makes its layer of. @throws UnresolvableError */
export function awsCliLayer(): string {
  return join(folderOf('@aws-cdk/asset-awscli-v1', folderOf('aws-cdk-lib')), 'lib', 'layer.zip');
}

/** `aws-cdk-lib 2.276.0` */
export function installedCdk(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folderOf('aws-cdk-lib'), 'package.json'), 'utf8'));
  return `aws-cdk-lib ${isObject(manifest) ? String(manifest.version) : ''}`;
}

function folderOf(name: string, from = __dirname): string {
  try {
    return dirname(require.resolve(`${name}/package.json`, { paths: [from] }));
  } catch {
    throw new UnresolvableError(say('notInstalled', { name }));
  }
}
