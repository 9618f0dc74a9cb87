import type { Messages } from '../speech';

/** What the vendor's administrator does, on the page for the vendor. */
export const en = {
  heading: 'For your administrator',
  inKnownCenter: 'In account {account}, region {region}, where IAM Identity Center runs, do two things:',
  createSet:
    'Create the permission set {name} (session duration {duration}) with this inline policy and nothing else:',
  assignIn: 'Assign it in account {accounts} to:',
  assignInSeveral: 'Assign it in accounts {accounts} to:',
  group: 'group **{name}** ({id})',
  user: 'user **{name}** ({id})',
  byOneCommand: 'With this project both are one command: {command}',
  enableRegion:
    '{region} is an opt-in region. If account {accounts} has not enabled it, enable it first: *Account*, *AWS Regions* in the console. AWS takes no credentials there of an account that has not enabled it.',

  onePermissionSet:
    "Your part is one permission set, which may assume the company's role and do nothing else. Work in the account that runs IAM Identity Center, in a shell with the AWS CLI. The console has one: [AWS CloudShell]({address}).",
  findCenter: '**1. Find your Identity Center.** Write its region for `YOUR-REGION`:',
  findGroup:
    '**2. Find the group that is to have the access.** Write the `InstanceArn` and `IdentityStoreId` that you have just seen:',
  deployTemplate:
    '**3. Deploy the template**, which came with this page. Write the `GroupId` that you have just seen:',
  forOneUser:
    'For one user instead of a group, `aws identitystore list-users` shows the id, and the type is `PrincipalType=USER`. The CloudFormation console takes the same template: *Create stack*, *Upload a template file*.',
  withoutTemplateHeading: 'The same without the template',
  insteadOfStep3: 'In the place of step 3:',
  withoutCenterHeading: 'Without Identity Center',
  giveThisPolicy:
    'Give this policy to the role or the user in account {accounts} that is to have the access:',
  forRole: 'For a role:',
  forUser: 'For a user:',
  withProjectHeading: 'With this project',
  withProject: 'This prints what belongs in `parameters.ts`:',

  onePolicy: "Your part is one policy, which allows {names} to assume the company's role:",
  inAccount: 'In account {account}:',
  byTemplateHeading: 'The same by a template',
  deployInAccount:
    'The template came with this page. Deploy it in account {accounts}; the region makes no difference to IAM:',
  deployInAccounts:
    'The template came with this page. Deploy it in accounts {accounts}; the region makes no difference to IAM:',
  madeAnewHeading: 'If a role or user is made again',
  madeAnew:
    'If a role or user is deleted and made again under the same name, it only needs this policy again. The company has nothing to change, because its trust policy asks for the ARN in a condition and does not name the role or user as a principal.',

  ofProduct:
    "The role that the product runs with must be allowed to assume the company's role. The roles of many products are already. If yours is not, give it this policy, in account {accounts}:",
} as const satisfies Messages;
