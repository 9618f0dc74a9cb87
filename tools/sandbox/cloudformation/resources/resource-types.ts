import { autoDeleteObjects } from './auto-delete-objects';
import { bucketDeployment } from './bucket-deployment';
import { cdkMetadata } from './cdk-metadata';
import type { ResourceHandler } from './handler';
import { iamManagedPolicy } from './iam-managed-policy';
import { iamPolicy } from './iam-policy';
import { iamRole } from './iam-role';
import { lambdaFunction, lambdaLayerVersion } from './lambda';
import { s3Bucket } from './s3-bucket';
import { s3BucketPolicy } from './s3-bucket-policy';
import { ssoAssignment } from './sso-assignment';
import { ssoPermissionSet } from './sso-permission-set';

/** Every resource type that the sandbox can deploy. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceHandler> = new Map([
  ['AWS::CDK::Metadata', cdkMetadata],
  ['AWS::IAM::ManagedPolicy', iamManagedPolicy],
  ['AWS::IAM::Policy', iamPolicy],
  ['AWS::IAM::Role', iamRole],
  ['AWS::Lambda::Function', lambdaFunction],
  ['AWS::Lambda::LayerVersion', lambdaLayerVersion],
  ['AWS::S3::Bucket', s3Bucket],
  ['AWS::S3::BucketPolicy', s3BucketPolicy],
  ['AWS::SSO::Assignment', ssoAssignment],
  ['AWS::SSO::PermissionSet', ssoPermissionSet],
  ['Custom::CDKBucketDeployment', bucketDeployment],
  ['Custom::S3AutoDeleteObjects', autoDeleteObjects],
]);
