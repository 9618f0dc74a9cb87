import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes what `cdk synth` would: one stack whose template is the only asset. With `--app DIRECTORY` the CLI takes it
 * as it is, and no app has to run.
 */
export function writeCloudAssembly(
  directory: string,
  { stack, account, region, template }: { stack: string; account: string; region: string; template: object },
): string {
  const place = `${account}-${region}`;
  const role = (purpose: string) =>
    `arn:\${AWS::Partition}:iam::${account}:role/cdk-hnb659fds-${purpose}-role-${place}`;
  const bucketName = `cdk-hnb659fds-assets-${place}`;
  const body = JSON.stringify(template);
  const objectKey = `${stack}-${Buffer.from(directory).toString('hex').slice(-16)}.json`;
  const bootstrap = {
    requiresBootstrapStackVersion: 6,
    bootstrapStackVersionSsmParameter: '/cdk-bootstrap/hnb659fds/version',
  };
  mkdirSync(directory, { recursive: true });
  const write = (file: string, content: object) =>
    writeFileSync(join(directory, file), JSON.stringify(content));
  writeFileSync(join(directory, `${stack}.template.json`), body);
  write(`${stack}.assets.json`, {
    version: '36.0.0',
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
  write('manifest.json', {
    version: '36.0.0',
    artifacts: {
      [`${stack}.assets`]: {
        type: 'cdk:asset-manifest',
        properties: { file: `${stack}.assets.json`, ...bootstrap },
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
          ...bootstrap,
        },
        dependencies: [`${stack}.assets`],
        displayName: stack,
      },
    },
  });
  return directory;
}
