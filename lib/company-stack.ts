import { CfnOutput, RemovalPolicy, Stack, type StackProps, Tags, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
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

/** The company's side: the shared bucket (where it is not there already) and, for each vendor, the role that may read it. */
export class CompanyStack extends Stack {
  constructor(scope: Construct, id: string, { share, ...props }: CompanyStackProps) {
    super(scope, id, props);
    const { company } = share;

    const key = company.kmsKey === 'make' ? this.sharedKey(company) : undefined;
    if (company.bucket !== 'existing') this.addSharedBucket(company, key);

    for (const grant of grantsOf(share)) {
      this.addAccessRole(grant, key);
      if (grant.index < VENDORS_WITH_OUTPUTS) this.addOutputs(grant);
    }

    for (const [name, value] of Object.entries(company.tags ?? {})) Tags.of(this).add(name, value);
    if (company.permissionsBoundary !== undefined) {
      PermissionsBoundary.of(this).apply(
        ManagedPolicy.fromManagedPolicyArn(
          this,
          'PermissionsBoundary',
          boundaryArn(company.permissionsBoundary),
        ),
      );
    }
  }

  /** Its own policy leaves it to the account's policies who may use it, and the role's says: through S3 alone. */
  private sharedKey({ bucketName, whenStackIsDeleted }: Company): Key {
    return new Key(this, 'Key', {
      description: `Encrypts the objects of ${bucketName}`,
      enableKeyRotation: true,
      removalPolicy:
        whenStackIsDeleted === 'delete-with-all-data' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
  }

  private addSharedBucket(company: Company, key: Key | undefined): void {
    const { bucketName, seedObjects: objects } = company;
    const bucket = this.sharedBucket(company, key);
    if (objects.length > 0) new SeedObjects(this, 'SeedObjects', { bucket, objects });
    new CfnOutput(this, 'BucketName', { value: bucketName });
    new CfnOutput(this, 'BucketConsoleLink', {
      value: bucketConsoleLink({ bucketName, region: company.region }),
    });
  }

  private sharedBucket(company: Company, made: Key | undefined): IBucket {
    const { bucketName, whenStackIsDeleted, accessLogs, kmsKey } = company;
    const deleteAll = whenStackIsDeleted === 'delete-with-all-data';
    const key = made ?? (kmsKey === undefined ? undefined : Key.fromKeyArn(this, 'ExistingKey', kmsKey));
    const bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(key
        ? { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: deleteAll ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
      autoDeleteObjects: deleteAll,
      ...(accessLogs !== undefined && {
        serverAccessLogsBucket: Bucket.fromBucketName(this, 'AccessLogs', accessLogs),
        serverAccessLogsPrefix: `${bucketName}/`,
      }),
    });
    if (accessLogs !== undefined) {
      Validations.of(this).acknowledge({
        id: 'Annotation::@aws-cdk/aws-s3:accessLogsPolicyNotAdded',
        reason:
          'The log bucket and its policy are the company’s: docs/parameters.md says what the policy must let S3 do.',
      });
    } else {
      acceptFindings(
        bucket,
        "Access logs would need a second bucket; CloudTrail's data events record who read what, where the company wants that.",
        'S1',
      );
    }
    if (deleteAll) {
      const emptying = this.node.tryFindChild('Custom::S3AutoDeleteObjectsCustomResourceProvider');
      acceptDependencyOnRole(emptying?.node.tryFindChild('Handler'));
    }
    // CDK's classes are declared without exactOptionalPropertyTypes, and TypeScript cannot see what they implement.
    return bucket as IBucket;
  }

  private addAccessRole(grant: Grant, key: Key | undefined): void {
    const role = new VendorAccessRole(this, `${grant.name}AccessRole`, {
      roleName: grant.roleName,
      path: grant.rolePath,
      description: lentTo(grant),
      trustPolicy: trustPolicy(grant),
      readPolicyName: grant.policyName,
      readPolicy: readPolicy(grant, key?.keyArn),
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

function lentTo({ accounts, bucketName }: Grant): string {
  const [first, ...others] = accounts;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `Lent to account ${first}${more}, to read ${bucketName}`;
}

const boundaryArn = (boundary: NonNullable<Company['permissionsBoundary']>): string =>
  typeof boundary === 'string' ? boundary : boundary.arn;
