import { forTheAdministrator } from './administrator';
import { SESSION_NAME } from './aws-config';
import type { HandoffFacts } from './facts';
import { code, fenced, inWords, paragraph, plain, table } from './markdown';
import { whenItDoesNotWork } from './troubleshooting';

/** The Markdown page for the vendor: readable as it is, and rendered. */
export function handoffPage(facts: HandoffFacts): string {
  return [
    `# Read access to \`${facts.bucket}\`\n`,
    ...(facts.kind === 'product' ? [valuesToPaste(facts)] : []),
    whatYouGot(facts),
    setUp(facts),
    commands(facts),
    ...(facts.kind === 'product' ? [] : [inTheConsole(facts)]),
    whenItDoesNotWork(facts),
    forTheAdministrator(facts),
    ...(facts.contact === undefined ? [] : [`## Whom to ask\n\n${plain(facts.contact)}\n`]),
  ].join('\n');
}

function valuesToPaste({ roleArn, externalId = '', bucket, region, prefixes }: HandoffFacts): string {
  const rows = [
    ['role ARN', code(roleArn)],
    ['ExternalId', code(externalId)],
    ['bucket', code(bucket)],
    ['region', code(region)],
    ...(prefixes.length === 0 ? [] : [['prefix', prefixes.map(code).join(', ')]]),
  ];
  return `Paste these into your product:

${table([['what it asks for', 'value'], ...rows])}
There may be nothing else to do and nothing to deploy: such a product assumes the role itself.

## What you got
`;
}

function whatYouGot(facts: HandoffFacts): string {
  const rows = [
    ['you are', whoYouAre(facts)],
    ['you may', whatYouMay(facts)],
    ['by borrowing', `the role \`${facts.roleArn}\``],
    ['one session lasts', 'an hour at most; the commands below renew it by themselves'],
    ...(facts.isEncryptedWithKey ? [['encryption', encryption(facts)]] : []),
    ['the access ends', whenItEnds(facts)],
  ];
  return `${table(rows)}
${assurance(facts)}
`;
}

function whoYouAre({ kind, vendorAccounts, borrowers }: HandoffFacts): string {
  const several = vendorAccounts.length > 1;
  const accounts = `AWS account${several ? 's' : ''} ${inWords(vendorAccounts.map(code))}`;
  if (kind === 'product') return `software that runs in ${accounts}`;
  if (kind !== 'roles and users') return `users of ${accounts}`;
  const names = borrowers.map((one) => `the ${one.kind} ${code(several ? one.arn : one.name)}`);
  return several ? inWords(names) : `${inWords(names)} of ${accounts}`;
}

function whatYouMay(facts: HandoffFacts): string {
  const places = sharedPlaces(facts).map(code).join(', ');
  const also = facts.alsoRead.map((what) => IN_WORDS[what]);
  if (also.length === 0) return `list and read ${places}, and nothing else`;
  return `list and read ${places}, and also read ${inWords(also)}; nothing else, and you can write nothing`;
}

const IN_WORDS: Readonly<Record<HandoffFacts['alsoRead'][number], string>> = {
  location: 'which region the bucket is in',
  versions: 'old versions of the objects',
  tags: 'the tags of the objects',
};

/** `s3://` addresses of what is shared: the whole bucket, or each prefix. */
function sharedPlaces({ bucket, prefixes }: HandoffFacts): string[] {
  const parts = prefixes.length === 0 ? [''] : prefixes;
  return parts.map((prefix) => `s3://${bucket}/${prefix}`);
}

function encryption({ prefixes }: HandoffFacts): string {
  const what = `the objects are encrypted with a key of the company's. There is nothing to do: S3 decrypts them for you`;
  return prefixes.length === 0
    ? what
    : `${what}. S3 decides which prefixes you may read, and the key does not`;
}

function whenItEnds({ end }: HandoffFacts): string {
  if (end === undefined) return 'when the company takes it back; no date is set';
  const moment = `${end.at} (${end.local})`;
  return end.isPast ? `${moment}. That is past: the access has ended` : moment;
}

function assurance({ kind }: HandoffFacts): string {
  return kind === 'product' || kind === 'roles and users'
    ? `You are given no password and no key of the company's: AWS lends the role for an hour at a time.`
    : `You keep no password and no key of the company's: you sign in where you always do, and AWS lends you the
role for an hour.`;
}

function setUp(facts: HandoffFacts): string {
  const { kind, config, externalId, roleSessionName } = facts;
  const externalIdRemark =
    externalId === undefined
      ? ''
      : `\n\`external_id\` is part of the agreement with the company: without it the role is refused. It is no secret.\n`;
  return `## ${kind === 'product' ? 'For the AWS CLI and for programs: the set-up' : 'Once: set up your computer'}

Install [version 2 of the AWS CLI](https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html)
and add this to the file \`~/.aws/config\` (on Windows \`%USERPROFILE%\\.aws\\config\`), ${howToAdd(facts)}:

${fenced('ini', config)}

${paragraph(
  whatTheProfilesDo(facts),
  `The company's log shows you as \`${roleSessionName}\`; put your own name into \`role_session_name\` if you like.`,
  `It takes 2 to 64 characters: ${SESSION_NAME.inWords.replace(/\S+$/, '`$&`')}.`,
)}${externalIdRemark}`;
}

function howToAdd({ kind, borrowers: [first] }: HandoffFacts): string {
  if (kind === 'permission set') return 'with the values of your administrator for the\nwords in capitals';
  if (kind === 'roles and users' && first?.kind === 'role')
    return 'with one of your profiles for the words in\ncapitals';
  return 'as it is';
}

function whatTheProfilesDo({ kind, profiles, borrowers: [first] }: HandoffFacts): string {
  const user = code(profiles.permissionSet);
  const data = code(profiles.borrowedRole);
  if (kind === 'product') return `${data} borrows the company's role with the role of the machine.`;
  const does =
    kind === 'roles and users'
      ? `is the ${first?.kind ?? 'role'} ${code(first?.name ?? '')}`
      : 'signs you in';
  return `${user} ${does}; ${data} borrows the company's role on top of it.`;
}

function commands({ kind, commands: lines }: HandoffFacts): string {
  const signsIn = kind === 'identity center' || kind === 'permission set';
  const first = signsIn ? 'They sign you in (a browser opens)' : 'They show that you can borrow the role';
  return `## ${kind === 'product' ? 'To see that it works' : 'Every day'}: three commands

${fenced('sh', lines.join('\n'))}

${first}, list what is there, and copy a file to the current folder.
`;
}

function inTheConsole(facts: HandoffFacts): string {
  const { consoleLinks, externalId } = facts;
  if (consoleLinks === undefined) {
    return `## In the browser: not possible

The role asks for an ExternalId (\`${externalId ?? ''}\`), and the console's Switch Role cannot send one. Use the
commands above.
`;
  }
  const buckets = consoleLinks.bucket.map((link) => `<${link}>`).join('\n   ');
  return `## In the browser

In this order:

1. ${signInToTheConsole(facts)}
2. borrow the role: <${consoleLinks.switchRole}>
3. open the data: ${buckets}

The home page of S3 says *Access Denied*. That is as it should be: it lists every bucket of the account, and
you may see only this one. Use the link.
`;
}

function signInToTheConsole({ kind, startUrl, vendorAccounts, borrowers, admin }: HandoffFacts): string {
  const account = inWords(vendorAccounts.map(code), 'or');
  const permissionSet = code(admin.permissionSetName);
  if (startUrl !== undefined)
    return `sign in: <${startUrl}>; there open account ${account} with ${permissionSet}`;
  if (kind === 'roles and users') {
    const names = borrowers.map((one) => `the ${one.kind} ${code(one.name)}`);
    return `sign in to account ${account} as ${inWords(names, 'or')}`;
  }
  return `sign in where you always do, and open account ${account} with ${permissionSet}`;
}
