import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acceptDependencyOnRole, acceptFindings } from './accept-findings';
import { readableObjects, readPolicy, trustPolicy } from './policy-documents';
import { SeedObjects } from './seed-objects';
import { bucketConsoleLink, switchRoleLink } from './share/console-links';
import { type Grant, grantsOf } from './share/grant';
import type { Company, Share } from './share/share';
import { VendorAccessRole } from './vendor-access-role';

export interface CompanyStackProps extends StackProps {
  readonly share: Share;
}

/**
 * A template takes 200 outputs. Two are the bucket's and each vendor has two; `npm run handoff` has everybody's.
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const VENDORS_WITH_OUTPUTS = 99;

/** The company's side: the shared bucket and, for each vendor, the role that may read it. */
export class CompanyStack extends Stack {
  constructor(scope: Construct, id: string, { share, ...props }: CompanyStackProps) {
    super(scope, id, props);
    const { bucketName, seedObjects: objects } = share.company;

    const bucket = this.sharedBucket(share.company);
    if (objects.length > 0) new SeedObjects(this, 'SeedObjects', { bucket, objects });
    new CfnOutput(this, 'BucketName', { value: bucketName });
    new CfnOutput(this, 'BucketConsoleLink', { value: bucketConsoleLink(bucketName) });

    for (const grant of grantsOf(share)) {
      this.addAccessRole(grant);
      if (grant.index < VENDORS_WITH_OUTPUTS) this.addOutputs(grant);
    }
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
    acceptFindings(
      bucket,
      "Access logs would need a second bucket; CloudTrail's data events record who read what, where the company wants that.",
      'S1',
    );
    if (deleteAll) {
      const emptying = this.node.tryFindChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
      acceptDependencyOnRole(emptying?.node.tryFindChild('Handler'));
    }
    // CDK's classes are declared without exactOptionalPropertyTypes, and TypeScript cannot see what they implement.
    return bucket as IBucket;
  }

  private addAccessRole(grant: Grant): void {
    const role = new VendorAccessRole(this, `${grant.name}AccessRole`, {
      roleName: grant.roleName,
      path: grant.rolePath,
      description: `Lent to account ${grant.vendor.account}, to read ${grant.bucketName}`,
      trustPolicy: trustPolicy(grant),
      readPolicyName: grant.policyName,
      readPolicy: readPolicy(grant),
    });
    acceptFindings(
      role,
      'Every object is what is shared, including those that are not there yet.',
      ...readableObjects(grant).map((resource) => `IAM5[Resource::${resource}]`),
    );
  }

  /** What the company passes on to the vendor, who cannot see this stack. */
  private addOutputs(grant: Grant): void {
    new CfnOutput(this, `${grant.name}AccessRoleArn`, { value: grant.roleArn });
    // Switch Role in the console cannot send an ExternalId: where one is required, the link would only ever fail.
    if (grant.vendor.externalId === undefined) {
      new CfnOutput(this, `${grant.name}SwitchRoleLink`, { value: switchRoleLink(grant) });
    }
  }
}
