import type { HandoffFacts } from './facts';

/** The Markdown page for the vendor: readable as it is, and rendered. */
export function handoffPage(facts: HandoffFacts): string {
  return [
    `# Read access to \`${facts.bucket}\`\n`,
    whatYouGot(facts),
    signInSetUp(facts),
    commands(facts),
    inTheConsole(facts),
    whenItDoesNotWork(facts),
    forTheAdministrator(facts),
  ].join('\n');
}

function whatYouGot(facts: HandoffFacts): string {
  const places = sharedPlaces(facts).map((place) => `\`${place}\``);
  const rows = [
    ['you are', `users of AWS account \`${facts.vendorAccounts.join(', ')}\``],
    ['you may', `list and read ${places.join(', ')}, and nothing else`],
    ['by borrowing', `the role \`${facts.roleArn}\``],
    ['one session lasts', 'an hour at most; the commands below renew it by themselves'],
    ['the access ends', facts.until ?? 'when the company takes it back; no date is set'],
  ];
  return `${table(rows)}
You keep no password and no key of the company's: you sign in where you always do, and AWS lends you the
role for an hour.
`;
}

/** `s3://` addresses of what is shared: the whole bucket, or each prefix. */
function sharedPlaces({ bucket, prefixes }: HandoffFacts): string[] {
  const parts = prefixes.length === 0 ? [''] : prefixes;
  return parts.map((prefix) => `s3://${bucket}/${prefix}`);
}

function signInSetUp({ config, externalId, profiles, roleSessionName }: HandoffFacts): string {
  const externalIdRemark =
    externalId === undefined
      ? ''
      : `\n\`external_id\` is part of the agreement with the company: without it the role is refused. It is no secret.\n`;
  return `## Once: set up your computer

Install [version 2 of the AWS CLI](https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html)
and add this to the file \`~/.aws/config\` (on Windows \`%USERPROFILE%\\.aws\\config\`), as it is:

\`\`\`ini
${config.trimEnd()}
\`\`\`

\`${profiles.permissionSet}\` signs you in; \`${profiles.borrowedRole}\` borrows the company's role on top of it. The company's log
shows you as \`${roleSessionName}\`; put your own name into \`role_session_name\` if you like.
${externalIdRemark}`;
}

function commands({ commands: [signIn, list, copy] }: HandoffFacts): string {
  return `## Every day: three commands

\`\`\`sh
${signIn}
${list}
${copy}
\`\`\`

They sign you in (a browser opens), list what is there, and copy a file to the current folder.
`;
}

function inTheConsole({
  consoleLinks,
  externalId,
  startUrl = '',
  vendorAccounts: [vendorAccount = ''],
  admin,
}: HandoffFacts): string {
  if (consoleLinks === undefined) {
    return `## In the browser: not possible

The role asks for an ExternalId (\`${externalId ?? ''}\`), and the console's Switch Role cannot send one. Use the
commands above.
`;
  }
  const buckets = consoleLinks.bucket.map((link) => `<${link}>`).join('\n   ');
  return `## In the browser

In this order:

1. sign in: <${startUrl}>; there open account \`${vendorAccount}\` with \`${admin.permissionSetName}\`
2. borrow the role: <${consoleLinks.switchRole}>
3. open the data: ${buckets}

The home page of S3 says *Access Denied*. That is as it should be: it lists every bucket of the account, and
you may see only this one. Use the link.
`;
}

function whenItDoesNotWork({ commands: [signIn], profiles, roleArn }: HandoffFacts): string {
  const rows = [
    ['`Token has expired`, `Error loading SSO Token`', `you are not signed in: \`${signIn}\``],
    ['`ForbiddenException` … `No access`', 'your administrator has not assigned you the permission set'],
    [
      '`AccessDenied` … `AssumeRole`',
      `your permission set does not name \`${roleArn}\`, or the company's role does not trust you`,
    ],
    [
      '`AccessDenied` from `ls` or `cp`',
      `\`--profile ${profiles.borrowedRole}\` is missing, or the company changed what the role may do`,
    ],
  ];
  return `## When it does not work

${table([['what you see', 'what it is'], ...rows])}`;
}

function forTheAdministrator({ admin, vendorAccounts: [vendorAccount = ''] }: HandoffFacts): string {
  const assignees = admin.assignees.map(
    ({ type, name, id }) => `   - ${type.toLowerCase()} **${name}** (\`${id}\`)`,
  );
  return `## For your administrator

In account \`${admin.place?.account ?? ''}\`, region \`${admin.place?.region ?? ''}\`, where IAM Identity Center runs:

1. create the permission set \`${admin.permissionSetName}\` (session duration \`${admin.sessionDuration}\`) with this inline policy and
   nothing else:

   \`\`\`json
${indent(JSON.stringify(admin.inlinePolicy, null, 2), 3)}
   \`\`\`

2. assign it in account \`${vendorAccount}\` to

${assignees.join('\n')}

With this project both are one command: \`npx cdk deploy ${admin.place?.stackName ?? ''} --profile vendor\`.
`;
}

/** The first row is the head. */
function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

function indent(text: string, columns: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(columns));
}
