import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the CLI is told about one stack. */
export interface Placed {
  readonly account: string;
  readonly region: string;
}

/**
 * Writes what `cdk synth` would: stacks by name, whose templates are the only assets. With `--app DIRECTORY` the CLI
 * takes them as they are, and no app has to run. Each stack depends on the one before it: the CLI deploys them in that
 * order and not in the order in which their assets happen to be published.
 */
export function writeCloudAssembly(
  directory: string,
  templates: Readonly<Record<string, object>>,
  place: Placed,
): string {
  mkdirSync(directory, { recursive: true });
  const stacks = Object.keys(templates);
  const artifacts = Object.entries(templates).map(([stack, template], index) =>
    writeStack(directory, stack, template, place, stacks.slice(0, index)),
  );
  writeJson(directory, 'manifest.json', {
    version: VERSION,
    artifacts: Object.assign({}, ...artifacts) as object,
  });
  return directory;
}

const VERSION = '36.0.0';

const BOOTSTRAP = {
  requiresBootstrapStackVersion: 6,
  bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version',
};

/** Writes the template and its asset manifest; returns the stack's two artifacts. */
function writeStack(
  directory: string,
  stack: string,
  template: object,
  { account, region }: Placed,
  before: readonly string[],
): object {
  const role = (purpose: string) =>
    `arn:\${AWS::Partition}:iam::${account}:role/cdk-hnb659fds-${purpose}-role-${account}-${region}`;
  const bucketName = `cdk-hnb659fds-assets-${account}-${region}`;
  const objectKey = `${stack}-${Buffer.from(directory).toString('hex').slice(-16)}.json`;
  writeJson(directory, `${stack}.template.json`, template);
  writeJson(directory, `${stack}.assets.json`, {
    version: VERSION,
    files: {
      [objectKey]: {
        source: { path: `${stack}.template.json`, packaging: 'file' },
        destinations: {
          here: { bucketName, objectKey, region, assumeRoleArn: role('file-publishing') },
        },
      },
    },
    dockerImages: {},
  });
  return {
    [`${stack}.assets`]: {
      type: 'cdk:asset-manifest',
      properties: { file: `${stack}.assets.json`, ...BOOTSTRAP },
    },
    [stack]: {
      type: 'aws:cloudformation:stack',
      environment: `aws://${account}/${region}`,
      properties: {
        templateFile: `${stack}.template.json`,
        assumeRoleArn: role('deploy'),
        cloudFormationExecutionRoleArn: role('cfn-exec'),
        stackTemplateAssetObjectUrl: `s3://${bucketName}/${objectKey}`,
        additionalDependencies: [`${stack}.assets`],
        ...BOOTSTRAP,
      },
      dependencies: [`${stack}.assets`, ...before],
      displayName: stack,
    },
  };
}

function writeJson(directory: string, file: string, content: object): void {
  writeFileSync(join(directory, file), JSON.stringify(content));
}
