import { cdkMetadata } from './cloudformation/resource-types/cdk-metadata';
import type { ResourceType } from './resource-type/resource-type';
import { iamManagedPolicy } from './iam/resource-types/managed-policy';
import { iamPolicy } from './iam/resource-types/policy';
import { iamRole } from './iam/resource-types/role';
import { kmsKey } from './kms/resource-types/key';
import { cdkBucketDeployment, s3AutoDeleteObjects } from './lambda/resource-types/custom-resource';
import { lambdaFunction, lambdaLayerVersion } from './lambda/resource-types/function';
import { s3Bucket } from './s3/resource-types/bucket';
import { s3BucketPolicy } from './s3/resource-types/bucket-policy';
import { ssoAssignment } from './identity-center/resource-types/assignment';
import { ssoPermissionSet } from './identity-center/resource-types/permission-set';

/** Every resource type that the sandbox can deploy. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map([
  ['AWS::CDK::Metadata', cdkMetadata],
  ['AWS::IAM::ManagedPolicy', iamManagedPolicy],
  ['AWS::IAM::Policy', iamPolicy],
  ['AWS::IAM::Role', iamRole],
  ['AWS::KMS::Key', kmsKey],
  ['AWS::Lambda::Function', lambdaFunction],
  ['AWS::Lambda::LayerVersion', lambdaLayerVersion],
  ['AWS::S3::Bucket', s3Bucket],
  ['AWS::S3::BucketPolicy', s3BucketPolicy],
  ['AWS::SSO::Assignment', ssoAssignment],
  ['AWS::SSO::PermissionSet', ssoPermissionSet],
  ['Custom::CDKBucketDeployment', cdkBucketDeployment],
  ['Custom::S3AutoDeleteObjects', s3AutoDeleteObjects],
]);
