import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { type Company, type Grant, bucketConsoleLink, grantsOf, type Share, switchRoleLink } from './share';
import { VendorAccessRole } from './vendor-access-role';

export interface CompanyStackProps extends StackProps {
  readonly share: Share;
}

/** The company's side: the shared bucket and, for each vendor, the role that may read it. */
export class CompanyStack extends Stack {
  constructor(scope: Construct, id: string, { share, ...props }: CompanyStackProps) {
    super(scope, id, props);

    const bucket = this.sharedBucket(share.company);
    this.seed(bucket, share.company);
    new CfnOutput(this, 'BucketName', { value: share.company.bucketName });
    new CfnOutput(this, 'BucketConsoleLink', { value: bucketConsoleLink(share.company.bucketName) });

    for (const grant of grantsOf(share)) this.lend(grant);
  }

  private sharedBucket({ bucketName, whenStackIsDeleted }: Company): IBucket {
    const deleteAll = whenStackIsDeleted === 'delete-with-all-data';
    const bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: deleteAll ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: deleteAll,
    });
    // CDK declares its classes without exactOptionalPropertyTypes, so that TypeScript does not see what they implement.
    return bucket as IBucket;
  }

  private seed(bucket: IBucket, { seedObjects }: Company): void {
    if (seedObjects.length === 0) return;
    new BucketDeployment(this, 'SeedObjects', {
      destinationBucket: bucket,
      sources: seedObjects.map(({ key, content }) => Source.data(key, content)),
      prune: false, // the bucket is not ours alone: pruning would delete what others put there
    });
  }

  private lend(grant: Grant): void {
    const role = new VendorAccessRole(this, `${grant.name}AccessRole`, { grant });
    new CfnOutput(this, `${grant.name}AccessRoleArn`, { value: role.roleArn });
    // Switch Role in the console cannot send an ExternalId: where one is required, the link would only ever fail.
    if (grant.vendor.externalId === undefined) {
      new CfnOutput(this, `${grant.name}SwitchRoleLink`, { value: switchRoleLink(grant) });
    }
  }
}
