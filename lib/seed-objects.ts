import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct, type IConstruct } from 'constructs';
import { acceptDependencyOnRole, acceptFindings } from './accept-findings';
import type { SeedObject } from './share';

export interface SeedObjectsProps {
  readonly bucket: IBucket;
  /** At least one. */
  readonly objects: readonly SeedObject[];
}

/** Objects that are in the bucket from the start. They are put there; nothing is ever taken away. */
export class SeedObjects extends Construct {
  constructor(scope: Construct, id: string, { bucket, objects }: SeedObjectsProps) {
    super(scope, id);

    const deployment = new BucketDeployment(this, 'Deployment', {
      destinationBucket: bucket,
      sources: objects.map(({ key, content }) => Source.data(key, content)),
      prune: false, // what others put into the bucket is theirs
      outputObjectKeys: false, // nobody reads them, and CloudFormation takes no answer over 4 KB
    });

    const handler = deployment.handlerRole.node.scope;
    if (handler) acceptHandler(handler, bucket);
  }
}

/** The function that unpacks the objects is CDK's, one per stack: what it may do and what it runs on is not ours. */
function acceptHandler(handler: IConstruct, bucket: IBucket): void {
  const stack = Stack.of(handler);
  const qualifier = stack.synthesizer.bootstrapQualifier ?? 'hnb659fds';
  const assets = `arn:aws:s3:::cdk-${qualifier}-assets-${stack.account}-${stack.region}`;
  const actions = ['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'];

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
