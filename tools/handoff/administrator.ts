import { sayHandoffAdministrator as say } from '../../words/say';
import { listed } from '../../words/speech';
import { type Block, bullets, codeBlock, heading, paragraph, steps } from './blocks';
import type { HandoffFacts } from './facts';
import { fileNames } from './file-names';
import { code, codes, plain } from './markdown';
import { onLines, option } from './shell';

/** The vendor's half: what lets its people, roles and users assume the company's role. */
export function forTheAdministrator(facts: HandoffFacts): Block[] {
  const { region, vendorAccounts, isOptInRegion } = facts;
  const enabled = { region: code(region), accounts: listed(codes(vendorAccounts), 'or') };
  return [
    heading(2, say('heading')),
    ...(isOptInRegion ? [paragraph(say('enableRegion', enabled))] : []),
    ...TASKS[facts.kind](facts),
  ];
}

const TASKS: Readonly<Record<HandoffFacts['kind'], (facts: HandoffFacts) => Block[]>> = {
  'identity center': inTheKnownIdentityCenter,
  'permission set': inYourIdentityCenter,
  'roles and users': onTheBorrowers,
  product: forTheProduct,
};

function inTheKnownIdentityCenter({ admin, vendorAccounts }: HandoffFacts): Block[] {
  const { account = '', region = '', stackName = '' } = admin.place ?? {};
  const assignees = admin.assignees.map(({ type, name, id }) =>
    say(type === 'GROUP' ? 'group' : 'user', { name: plain(name), id: code(id) }),
  );
  const set = { name: code(admin.permissionSetName), duration: code(admin.sessionDuration) };
  const accounts = listed(codes(vendorAccounts));
  return [
    paragraph(say('inKnownCenter', { account: code(account), region: code(region) })),
    steps(
      [paragraph(say('createSet', set)), policyBlock(admin)],
      [
        paragraph(say(vendorAccounts.length > 1 ? 'assignInSeveral' : 'assignIn', { accounts })),
        bullets(assignees),
      ],
    ),
    paragraph(say('byOneCommand', { command: code(`npx cdk deploy ${stackName} --profile vendor`) })),
  ];
}

const CLOUD_SHELL = 'https://docs.aws.amazon.com/cloudshell/latest/userguide/welcome.html';

/**
 * - https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy.html
 * - https://docs.aws.amazon.com/cli/latest/reference/sso-admin/create-permission-set.html
 */
function inYourIdentityCenter(facts: HandoffFacts): Block[] {
  const files = fileNames(facts);
  const deploy = onLines(
    'aws cloudformation deploy',
    option('--stack-name', stackName(facts)),
    option('--template-file', files.template),
    '--parameter-overrides InstanceArn="$INSTANCE_ARN" PrincipalType=GROUP PrincipalId="$GROUP_ID"',
    '--region "$REGION"',
  );
  const { admin, vendorAccounts: accounts } = facts;
  const commands = permissionSetCommands({
    set: admin.permissionSetName,
    description: admin.permissionSetDescription,
    sessionDuration: admin.sessionDuration,
    policy: JSON.stringify(admin.inlinePolicy),
    variable: 'PERMISSION_SET_ARN',
    where: ['--instance-arn "$INSTANCE_ARN"', '--region "$REGION"'],
    principals: [{ type: 'GROUP', id: '"$GROUP_ID"' }],
    accounts,
  });
  const listGroups =
    'aws identitystore list-groups --identity-store-id YOUR-IDENTITY-STORE-ID --region "$REGION"';
  return [
    paragraph(say('onePermissionSet', { address: CLOUD_SHELL })),
    paragraph(say('findCenter')),
    codeBlock('sh', 'REGION=YOUR-REGION\naws sso-admin list-instances --region "$REGION"'),
    paragraph(say('findGroup')),
    codeBlock('sh', `INSTANCE_ARN=YOUR-INSTANCE-ARN\n${listGroups}`),
    paragraph(say('deployTemplate')),
    codeBlock('sh', `GROUP_ID=YOUR-GROUP-ID\n${deploy}`),
    paragraph(say('forOneUser')),
    heading(3, say('withoutTemplateHeading')),
    paragraph(say('insteadOfStep3')),
    codeBlock('sh', `GROUP_ID=YOUR-GROUP-ID\n${commands.join('\n')}`),
    ...(facts.grant.borrowers === 'permission-set' ? [] : withoutIdentityCenter(facts)),
    heading(3, say('withProjectHeading')),
    paragraph(say('withProject')),
    codeBlock(
      'sh',
      `npm run lookup -- ${option('--grant', files.grant)} --profile vendor --group NAME-OF-THE-GROUP`,
    ),
  ];
}

interface SetToMake {
  readonly set: string;
  readonly description?: string;
  /** ISO 8601: `PT1H` */
  readonly sessionDuration: string;
  /** JSON, or `file://…` */
  readonly policy: string;
  /** The shell's variable for the ARN of the set. */
  readonly variable: string;
  /** Options of every command. */
  readonly where: readonly string[];
  readonly principals: readonly { readonly type: string; readonly id: string }[];
  /** 12 digits each. */
  readonly accounts: readonly string[];
}

/** A permission set and its assignments, as the AWS CLI makes them: to create it, its policy, each assignment. */
export function permissionSetCommands(made: SetToMake): string[] {
  const { set, description, sessionDuration, policy, variable, where, principals, accounts } = made;
  const which = [`--permission-set-arn "$${variable}"`, ...where];
  const create = onLines(
    'aws sso-admin create-permission-set',
    option('--name', set),
    ...(description === undefined ? [] : [option('--description', description)]),
    option('--session-duration', sessionDuration),
    ...where,
    '--query PermissionSet.PermissionSetArn --output text',
  );
  return [
    `${variable}=$(${create})`,
    onLines('aws sso-admin put-inline-policy-to-permission-set', option('--inline-policy', policy), ...which),
    ...principals.flatMap(({ type, id }) =>
      accounts.map((account) =>
        onLines(
          'aws sso-admin create-account-assignment',
          `--target-type AWS_ACCOUNT --target-id ${account}`,
          `--principal-type ${type} --principal-id ${id}`,
          ...which,
        ),
      ),
    ),
  ];
}

function withoutIdentityCenter({ admin, vendorAccounts }: HandoffFacts): Block[] {
  return [
    heading(3, say('withoutCenterHeading')),
    paragraph(say('giveThisPolicy', { accounts: listed(codes(vendorAccounts), 'or') })),
    policyBlock(admin),
    paragraph(say('forRole')),
    codeBlock('sh', putPolicy(admin, 'role', 'YOUR-ROLE')),
    paragraph(say('forUser')),
    codeBlock('sh', putPolicy(admin, 'user', 'YOUR-USER')),
  ];
}

/** https://docs.aws.amazon.com/cli/latest/reference/iam/put-role-policy.html */
function onTheBorrowers(facts: HandoffFacts): Block[] {
  const { admin, borrowers, region } = facts;
  const accounts = [...new Set(borrowers.map(({ account }) => account))];
  const commandsIn = (account: string) =>
    borrowers.filter((one) => one.account === account).map(({ kind, name }) => putPolicy(admin, kind, name));
  const deploy = onLines(
    'aws cloudformation deploy',
    option('--stack-name', stackName(facts)),
    option('--template-file', fileNames(facts).template),
    '--capabilities CAPABILITY_NAMED_IAM',
    option('--region', region),
  );
  const where = { accounts: listed(codes(accounts)) };
  return [
    paragraph(say('onePolicy', { names: listed(borrowers.map(({ name }) => code(name))) })),
    policyBlock(admin),
    ...accounts.flatMap((account) => [
      paragraph(say('inAccount', { account: code(account) })),
      codeBlock('sh', commandsIn(account).join('\n')),
    ]),
    heading(3, say('byTemplateHeading')),
    paragraph(say(accounts.length > 1 ? 'deployInAccounts' : 'deployInAccount', where)),
    codeBlock('sh', deploy),
    heading(3, say('madeAnewHeading')),
    paragraph(say('madeAnew')),
  ];
}

function forTheProduct({ admin, vendorAccounts }: HandoffFacts): Block[] {
  return [
    paragraph(say('ofProduct', { accounts: listed(codes(vendorAccounts), 'or') })),
    policyBlock(admin),
    codeBlock('sh', putPolicy(admin, 'role', 'YOUR-ROLE')),
  ];
}

function putPolicy(admin: HandoffFacts['admin'], kind: 'role' | 'user', name: string): string {
  return onLines(
    `aws iam put-${kind}-policy`,
    option(`--${kind}-name`, name),
    option('--policy-name', admin.permissionSetName),
    option('--policy-document', JSON.stringify(admin.inlinePolicy)),
  );
}

function policyBlock({ inlinePolicy }: HandoffFacts['admin']): Block {
  return codeBlock('json', JSON.stringify(inlinePolicy, null, 2));
}

/** Begins with a letter, as CloudFormation wants it; NAME may be an account id. */
function stackName({ fileName }: HandoffFacts): string {
  return `vendor-half-${fileName}`;
}
