/**
 * AWS's own managed policies that the sandbox knows, by ARN. Any other is refused by name where it would have a say.
 *
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const awsManagedPolicies: ReadonlyMap<string, unknown> = new Map([
  ['arn:aws:iam::aws:policy/AdministratorAccess', allow('*')],
  [
    'arn:aws:iam::aws:policy/AWSCloudFormationReadOnlyAccess',
    allow(
      'cloudformation:Describe*',
      'cloudformation:EstimateTemplateCost',
      'cloudformation:Get*',
      'cloudformation:List*',
      'cloudformation:ValidateTemplate',
      'cloudformation:Detect*',
    ),
  ],
  // The real text lists every service of AWS. This is what it says about the services that exist here.
  [
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    allow(
      'cloudformation:Describe*',
      'cloudformation:Detect*',
      'cloudformation:EstimateTemplateCost',
      'cloudformation:Get*',
      'cloudformation:List*',
      'cloudformation:ValidateTemplate',
      'iam:Generate*',
      'iam:Get*',
      'iam:List*',
      'iam:Simulate*',
      'identitystore:Describe*',
      'identitystore:Get*',
      'identitystore:IsMemberInGroups',
      'identitystore:List*',
      's3:DescribeJob',
      's3:Get*',
      's3:List*',
      'ssm:Describe*',
      'ssm:Get*',
      'ssm:List*',
      'sso:Describe*',
      'sso:Get*',
      'sso:List*',
      'sso:Search*',
      'sts:GetAccessKeyInfo',
      'sts:GetCallerIdentity',
      'sts:GetSessionToken',
    ),
  ],
  [
    'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    allow('logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'),
  ],
]);

function allow(...actions: string[]): unknown {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}
