/**
 * Every resource type that a template may hold, and which of its properties are understood. Anything that is not on
 * this list, type or property, is left unjudged, by name: a new type in a stack cannot slip past the proof.
 *
 * - `modelled`: it gives access, or takes part in giving it; `collect-*.ts` reads the listed properties.
 * - `none`: it gives nobody access, whatever its properties; `because` says why.
 */
export type ResourceTypeRule =
  | { readonly access: 'modelled'; readonly properties: readonly string[] }
  | { readonly access: 'none'; readonly because: string };

export const RESOURCE_TYPES: Readonly<Record<string, ResourceTypeRule>> = {
  'AWS::IAM::Role': modelled(
    'AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Path PermissionsBoundary Policies RoleName Tags',
  ),
  'AWS::IAM::User': modelled('Groups ManagedPolicyArns Path PermissionsBoundary Policies Tags UserName'),
  'AWS::IAM::Group': modelled('GroupName ManagedPolicyArns Path Policies'),
  'AWS::IAM::UserToGroupAddition': modelled('GroupName Users'),
  'AWS::IAM::ManagedPolicy': modelled('Description Groups ManagedPolicyName Path PolicyDocument Roles Users'),
  'AWS::IAM::Policy': modelled('Groups PolicyDocument PolicyName Roles Users'),
  'AWS::IAM::RolePolicy': modelled('PolicyDocument PolicyName RoleName'),
  'AWS::IAM::UserPolicy': modelled('PolicyDocument PolicyName UserName'),
  'AWS::IAM::GroupPolicy': modelled('GroupName PolicyDocument PolicyName'),
  'AWS::S3::Bucket': modelled(
    'AccessControl BucketEncryption BucketName LifecycleConfiguration OwnershipControls ' +
      'PublicAccessBlockConfiguration Tags VersioningConfiguration',
  ),
  'AWS::S3::BucketPolicy': modelled('Bucket PolicyDocument'),
  'AWS::S3::AccessPoint': modelled('Bucket Name Policy PublicAccessBlockConfiguration Tags'),
  'AWS::KMS::Key': modelled(
    'Description EnableKeyRotation Enabled KeyPolicy KeySpec KeyUsage MultiRegion PendingWindowInDays ' +
      'RotationPeriodInDays Tags',
  ),
  'AWS::Lambda::Permission': modelled('Action FunctionName Principal PrincipalOrgID SourceAccount SourceArn'),
  'AWS::SSO::PermissionSet': modelled(
    'CustomerManagedPolicyReferences Description InlinePolicy InstanceArn ManagedPolicies Name PermissionsBoundary ' +
      'RelayStateType SessionDuration Tags',
  ),
  'AWS::SSO::Assignment': modelled(
    'InstanceArn PermissionSetArn PrincipalId PrincipalType TargetId TargetType',
  ),
  'Custom::CDKBucketDeployment': none(
    'it has its Lambda function, which runs as a role that is examined, copy the seed objects',
  ),
  'Custom::S3AutoDeleteObjects': none(
    'it has its Lambda function, which runs as a role that is examined, empty the bucket when the stack is deleted',
  ),
  'AWS::Lambda::Function': none(
    'it runs as its role, which is examined like every other; others may call it only through a Lambda permission or ' +
      'a function URL, which are examined or refused',
  ),
  'AWS::Lambda::LayerVersion': none('it is code; sharing a layer is a type of its own, which is refused'),
  'AWS::KMS::Alias': none('a second name of a key'),
  'AWS::CDK::Metadata': none('it is a list of versions'),
};

/** Custom resources in this list must be served by a function of the assembly. */
export function isCustomResource(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}

function modelled(properties: string): ResourceTypeRule {
  return { access: 'modelled', properties: properties.split(' ') };
}

function none(because: string): ResourceTypeRule {
  return { access: 'none', because };
}
