import { homedir } from 'node:os';
import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { profileNames } from '../../tools/handoff/aws-config';
import { deploymentsOf } from '../../tools/rehearse/deployments';
import { deployVendorHalfTyped } from '../../tools/rehearse/deploy-vendor-half';
import { wrapped } from '../../tools/wrapped';
import type { ClientHome } from '../../tools/sandbox/clients/client-homes';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { paint, type Terminal } from '../../tools/terminal';

export type Environment = Readonly<Record<string, string | undefined>>;

interface WelcomeOptions {
  /** @default - this process's; the other terminal's is not known */
  readonly env?: Environment;
  /** To try, in this order. @default - none, as where everything is deployed */
  readonly next?: readonly string[];
}

export function welcome(
  sandbox: Sandbox,
  homes: readonly ClientHome[],
  terminal: Terminal,
  { env = process.env, next = [] }: WelcomeOptions = {},
): void {
  const colors = paint(terminal);
  const say = (text: string): void => terminal.print(`\n${wrapped(text, terminal.width).join('\n')}\n`);
  const [first, ...others] = homes;
  if (first === undefined) return;
  terminal.print(`${sandbox.world.accounts.size} AWS accounts on ${sandbox.url}. In another terminal:\n`);
  terminal.print(colors.bold(`  export AWS_ENDPOINT_URL=${sandbox.url}`));
  terminal.print(colors.bold(`  export HOME=${first.directory}`));
  for (const { vendor, directory } of others) terminal.print(`  export HOME=${directory}   # as ${vendor}`);
  say(
    'Variables already set in that terminal may override these two and send requests to the real AWS. Unset them:',
  );
  terminal.print(commandLines(['unset', ...inTheWay(env)], terminal.width));
  if (goesThroughProxy(env)) {
    say('A proxy is set. It must not come in between:');
    terminal.print('  export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1');
  }
  say(
    'That HOME is a temporary folder with its own .aws; yours is neither read nor written. Profiles in it:',
  );
  const width = Math.max(...first.profiles.map(({ name }) => name.length));
  for (const { name, note } of first.profiles) {
    const lines = wrapped(note, terminal.width - width - 4);
    terminal.print(`  ${name.padEnd(width)}  ${lines.join(`\n${' '.repeat(width + 4)}`)}`);
  }
  say(
    'The sections of `npm run handoff` are in its .aws/config, so the commands of that page work as they stand. Its ' +
      '`aws sso login` (version 2 of the AWS CLI) opens a page of the sandbox. You can skip it: this user is already signed in.',
  );
  if (next.length > 0) {
    terminal.print('Try, one after the other:\n');
    for (const command of next) terminal.print(`  ${command}`);
    say('The people are those of parameters.ts: restart the sandbox after editing the assignees there.');
  }
  terminal.print('Ctrl-C stops. Requests:\n');
}

/** The company's half, the first vendor's as whoever administers it deploys it, and what both are for. */
export function nextCommands(sandbox: Sandbox, share: Share): string[] {
  const [grant] = grantsOf(share);
  if (grant === undefined) return [];
  const place = `s3://${grant.bucketName}/${grant.vendor.prefixes?.[0] ?? ''}`;
  const deployments = deploymentsOf({ ...share, vendors: share.vendors.slice(0, 1) }, sandbox);
  const [company, ...others] = deployments.map(({ stack, profile, half }) =>
    half
      ? deployVendorHalfTyped(half, stack, profile, HANDOFF_FOLDER)
      : `npx cdk deploy ${stack} --profile ${profile}`,
  );
  const handOff = grant.identityCenter ? [] : [`npm run handoff -- --out ${HANDOFF_FOLDER}`];
  return [
    ...(company === undefined ? [] : [company]),
    ...handOff,
    ...others,
    `aws s3 ls ${place} --profile ${profileNames(grant).borrowedRole}`,
  ];
}

export function farewell(terminal: Terminal, env: Environment): void {
  const home = env.HOME ?? homedir();
  terminal.note('\nStopped; nothing is left. The HOME of the other terminal is gone: close it, or\n');
  terminal.note(`  export HOME=${/^[\w/.-]+$/.test(home) ? home : `'${home.replaceAll("'", `'\\''`)}'`}`);
  terminal.note('  unset AWS_ENDPOINT_URL');
}

/** Too long a command goes on behind a backslash, so that it can be pasted. */
const commandLines = (words: readonly string[], width: number): string =>
  `  ${wrapped(words.join(' '), width - 6).join(' \\\n    ')}`;

const HANDOFF_FOLDER = 'handoff';

/** The other terminal's variables are not known here; those that have many names are looked for in our own. */
const inTheWay = (env: Environment): string[] => [
  ...IN_THE_WAY,
  ...Object.keys(env).filter((name) => /^AWS_(ENDPOINT_URL_.+|USE_(FIPS|DUALSTACK)_ENDPOINT)$/.test(name)),
];

/**
 * Endpoints are ignored, the files in HOME are passed over, other keys or another region win.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
const IN_THE_WAY = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
];

const goesThroughProxy = (env: Environment): boolean =>
  ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].some(
    (name) => (env[name] ?? '') !== '',
  );
