import type { HandoffFacts } from './facts';
import { fileNames } from './file-names';
import { code, fenced, indent, inWords, paragraph, plain } from './markdown';
import { onLines, option } from './shell';

/** The vendor's half: what lets its people, roles and users assume the company's role. */
export function forTheAdministrator(facts: HandoffFacts): string {
  return `## For your administrator

${TASKS[facts.kind](facts)}`;
}

const TASKS: Readonly<Record<HandoffFacts['kind'], (facts: HandoffFacts) => string>> = {
  'identity center': inTheKnownIdentityCenter,
  'permission set': inYourIdentityCenter,
  'roles and users': onTheBorrowers,
  product: forTheProduct,
};

function inTheKnownIdentityCenter({ admin, vendorAccounts }: HandoffFacts): string {
  const assignees = admin.assignees.map(
    ({ type, name, id }) => `   - ${type.toLowerCase()} **${plain(name)}** (\`${id}\`)`,
  );
  return `In account \`${admin.place?.account ?? ''}\`, region \`${admin.place?.region ?? ''}\`, where IAM Identity Center runs:

1. create the permission set \`${admin.permissionSetName}\` (session duration \`${admin.sessionDuration}\`) with this inline policy and
   nothing else:

${indent(policyBlock(admin), 3)}

2. assign it in account${vendorAccounts.length > 1 ? 's' : ''} ${inWords(vendorAccounts.map(code))} to

${assignees.join('\n')}

With this project both are one command: \`npx cdk deploy ${admin.place?.stackName ?? ''} --profile vendor\`.
`;
}

/**
 * - https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy.html
 * - https://docs.aws.amazon.com/cli/latest/reference/sso-admin/create-permission-set.html
 */
function inYourIdentityCenter(facts: HandoffFacts): string {
  const files = fileNames(facts);
  const deploy = onLines(
    'aws cloudformation deploy',
    option('--stack-name', stackName(facts)),
    option('--template-file', files.template),
    '--parameter-overrides InstanceArn="$INSTANCE_ARN" PrincipalType=GROUP PrincipalId="$GROUP_ID"',
    '--region "$REGION"',
  );
  return `${paragraph(
    `Your half is one permission set, which may assume the company's role and do nothing else.`,
    'Work in the account that runs IAM Identity Center, in a shell with the AWS CLI.',
    'The console has one:',
  )}[AWS CloudShell](https://docs.aws.amazon.com/cloudshell/latest/userguide/welcome.html).

**1. Find your Identity Center.** Write its region for \`YOUR-REGION\`:

${fenced('sh', 'REGION=YOUR-REGION\naws sso-admin list-instances --region "$REGION"')}

**2. Find the group that is to have the access.** Write the \`InstanceArn\` and \`IdentityStoreId\` that you have just seen:

${fenced(
  'sh',
  'INSTANCE_ARN=YOUR-INSTANCE-ARN\naws identitystore list-groups --identity-store-id YOUR-IDENTITY-STORE-ID --region "$REGION"',
)}

**3. Deploy the template**, which came with this page. Write the \`GroupId\` that you have just seen:

${fenced('sh', `GROUP_ID=YOUR-GROUP-ID\n${deploy}`)}

${paragraph(
  'For one user instead of a group, `aws identitystore list-users` shows the id, and the type is `PrincipalType=USER`.',
  'The CloudFormation console takes the same template: *Create stack*, *Upload a template file*.',
)}
### The same without the template

In the place of step 3:

${fenced('sh', `GROUP_ID=YOUR-GROUP-ID\n${permissionSetCommands(facts).join('\n')}`)}
${facts.grant.borrowers === 'permission-set' ? '' : withoutIdentityCenter(facts)}
### With this project

${fenced('sh', `npm run lookup -- ${option('--grant', files.grant)} --profile vendor --group NAME-OF-THE-GROUP`)}

prints what belongs in \`parameters.ts\`.
`;
}

function permissionSetCommands({ admin, vendorAccounts }: HandoffFacts): string[] {
  const where = ['--instance-arn "$INSTANCE_ARN"', '--region "$REGION"'];
  const which = ['--permission-set-arn "$PERMISSION_SET_ARN"', ...where];
  const create = onLines(
    'aws sso-admin create-permission-set',
    option('--name', admin.permissionSetName),
    option('--description', admin.permissionSetDescription),
    option('--session-duration', admin.sessionDuration),
    ...where,
    '--query PermissionSet.PermissionSetArn --output text',
  );
  return [
    `PERMISSION_SET_ARN=$(${create})`,
    onLines(
      'aws sso-admin put-inline-policy-to-permission-set',
      option('--inline-policy', JSON.stringify(admin.inlinePolicy)),
      ...which,
    ),
    ...vendorAccounts.map((account) =>
      onLines(
        'aws sso-admin create-account-assignment',
        `--target-type AWS_ACCOUNT --target-id ${account}`,
        '--principal-type GROUP --principal-id "$GROUP_ID"',
        ...which,
      ),
    ),
  ];
}

function withoutIdentityCenter({ admin, vendorAccounts }: HandoffFacts): string {
  return `
### Without Identity Center

${paragraph(`Give this policy to the role or the user in account ${inWords(vendorAccounts.map(code), 'or')} that is to have the access:`)}
${policyBlock(admin)}

For a role:

${fenced('sh', putPolicy(admin, 'role', 'YOUR-ROLE'))}

For a user:

${fenced('sh', putPolicy(admin, 'user', 'YOUR-USER'))}
`;
}

/** https://docs.aws.amazon.com/cli/latest/reference/iam/put-role-policy.html */
function onTheBorrowers(facts: HandoffFacts): string {
  const { admin, borrowers, region } = facts;
  const files = fileNames(facts);
  const accounts = [...new Set(borrowers.map(({ account }) => account))];
  const commandsIn = (account: string) =>
    borrowers.filter((one) => one.account === account).map(({ kind, name }) => putPolicy(admin, kind, name));
  const inEach = accounts.map(
    (account) => `In account \`${account}\`:\n\n${fenced('sh', commandsIn(account).join('\n'))}\n`,
  );
  const deploy = onLines(
    'aws cloudformation deploy',
    option('--stack-name', stackName(facts)),
    option('--template-file', files.template),
    '--capabilities CAPABILITY_NAMED_IAM',
    option('--region', region),
  );
  return `${paragraph(`Your half is one policy, which lets ${inWords(borrowers.map(({ name }) => code(name)))} assume the company's role:`)}
${policyBlock(admin)}

${inEach.join('\n')}
### The same by a template

${paragraph(`The template came with this page. Deploy it in account${accounts.length > 1 ? 's' : ''} ${inWords(accounts.map(code))}; the region makes no difference to IAM:`)}
${fenced('sh', deploy)}

### If a role or user is made anew

${paragraph(
  `The access survives it if a role or user is deleted and made again under the same name, because the company's trust policy asks for its ARN and does not name it as a principal.`,
  'What is made anew needs only this policy again.',
)}`;
}

function forTheProduct({ admin, vendorAccounts }: HandoffFacts): string {
  return `${paragraph(
    `The role that the product runs with must be allowed to assume the company's role.`,
    `Many products' roles are already.`,
    `If yours is not, give it this policy, in account ${inWords(vendorAccounts.map(code), 'or')}:`,
  )}
${policyBlock(admin)}

${fenced('sh', putPolicy(admin, 'role', 'YOUR-ROLE'))}
`;
}

function putPolicy(admin: HandoffFacts['admin'], kind: 'role' | 'user', name: string): string {
  return onLines(
    `aws iam put-${kind}-policy`,
    option(`--${kind}-name`, name),
    option('--policy-name', admin.permissionSetName),
    option('--policy-document', JSON.stringify(admin.inlinePolicy)),
  );
}

function policyBlock({ inlinePolicy }: HandoffFacts['admin']): string {
  return fenced('json', JSON.stringify(inlinePolicy, null, 2));
}

/** Begins with a letter, as CloudFormation wants it; NAME may be an account id. */
function stackName({ fileName }: HandoffFacts): string {
  return `vendor-half-${fileName}`;
}
