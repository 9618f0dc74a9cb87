import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { AssetHashType, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IConstruct } from 'constructs';
import { sayOfMachine as say } from '../words/say';
import { acceptDependencyOnRole, acceptFindings } from './accept-findings';

export interface SeedObjectsProps {
  readonly bucket: IBucket;
  /** At least one. */
  readonly objects: readonly TextObject[];
}

export interface TextObject {
  /** Names between single slashes that every file system can hold: on its way into the bucket it is a file in a folder. */
  readonly key: string;
  readonly content: string;
}

/** Objects that are in the bucket from the start. They are put there; nothing is ever taken away. */
export class SeedObjects extends Construct {
  constructor(scope: Construct, id: string, { bucket, objects }: SeedObjectsProps) {
    super(scope, id);

    const deployment = new BucketDeployment(this, 'Deployment', {
      destinationBucket: bucket,
      sources: objects.map((object) => sourceOf(object)),
      prune: false, // what others put into the bucket is theirs
      outputObjectKeys: false, // nobody reads them, and CloudFormation takes no answer over 4 KB
    });

    const handler = deployment.handlerRole.node.scope;
    if (handler) acceptHandler(handler, bucket);
  }
}

/**
 * An asset that holds one object.
 *
 * Its name comes from every byte of key and content: CDK's own would take \r\n for \n, and an asset by a name that is
 * there already is neither uploaded nor deployed. Each object has a directory of its own, because where the file
 * system ignores case, `Data/a` and `data/b` would end up in one folder.
 */
function sourceOf({ key, content }: TextObject): ISource {
  const assetHash = createHash('sha256')
    .update(JSON.stringify([key, content]))
    .digest('hex');
  return {
    bind: (scope, context) => {
      const directory = mkdtempSync(join(outdirOf(scope), 'seed-object-'));
      try {
        const file = join(directory, key);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
        rejectAnotherName(directory, key);
        const asset = Source.asset(directory, { assetHash, assetHashType: AssetHashType.CUSTOM });
        return asset.bind(scope, context);
      } finally {
        rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      }
    },
  };
}

/** Where the asset ends up, so that nothing stays elsewhere when the app is ended in the middle of it. */
function outdirOf(scope: Construct): string {
  const outdir = Stage.of(scope)?.outdir;
  if (outdir === undefined) throw new Error(`${scope.node.path} is in no app`);
  return outdir;
}

/**
 * Some file systems write a name in their own way: that of older Macs takes letters and accents apart. The object would get
 * that name.
 *
 * @throws Error, for it is this computer that cannot do it
 */
function rejectAnotherName(directory: string, key: string): void {
  const there = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.split(sep).join('/'),
  );
  if (there.includes(key)) return;
  const shown = JSON.stringify(key);
  throw new Error(say('seedKeyChanged', { key: shown, found: JSON.stringify(there.at(-1) ?? '') }));
}

/** The function that unpacks the objects is CDK's, one per stack: what it may do and what it runs on is not ours. */
function acceptHandler(handler: IConstruct, bucket: IBucket): void {
  const stack = Stack.of(handler);
  const qualifier = stack.synthesizer.bootstrapQualifier ?? 'hnb659fds';
  const assets = `arn:aws:s3:::cdk-${qualifier}-assets-${stack.account}-${stack.region}`;
  const actions = [
    's3:Abort*',
    's3:DeleteObject*',
    's3:GetBucket*',
    's3:GetObject*',
    's3:List*',
    ...(bucket.encryptionKey ? ['kms:GenerateDataKey*', 'kms:ReEncrypt*'] : []),
  ];

  acceptFindings(
    handler,
    'Reads its assets and writes the seed objects. No vendor can use its role: only Lambda may assume it.',
    ...actions.map((action) => `IAM5[Action::${action}]`),
    `IAM5[Resource::${assets}/*]`,
    `IAM5[Resource::<${logicalIdOf(bucket)}.Arn>/*]`,
  );
  acceptFindings(
    handler,
    'Writes its own log and nothing else; AWS maintains this policy.',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  );
  acceptFindings(handler, 'The runtime comes with CDK and is renewed with it.', 'L1');
  acceptDependencyOnRole(handler.node.defaultChild);
}

function logicalIdOf(bucket: IBucket): string {
  const resource = bucket.node.defaultChild;
  if (!CfnResource.isCfnResource(resource))
    throw new Error(`${bucket.node.path} is not a bucket of this app`);
  return Stack.of(resource).getLogicalId(resource);
}
