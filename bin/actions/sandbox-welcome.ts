import { homedir } from 'node:os';
import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { profileNames } from '../../tools/handoff/aws-config';
import { deploymentsOf } from '../../tools/rehearse/deployments';
import { deployVendorHalfTyped } from '../../tools/rehearse/deploy-vendor-half';
import { padded, wrapped } from '../../tools/wrapped';
import type { ClientHome } from '../../tools/sandbox/clients/client-homes';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { paint, type Terminal } from '../../tools/terminal';
import { saySandboxWelcome as say } from '../../words/say';
import { type Environment, type Shell, shellsInUse, wordFor } from './shells';

interface WelcomeOptions {
  /** @default - this process's; the other terminal's is not known */
  readonly env?: Environment;
  /** @default - this computer's */
  readonly platform?: NodeJS.Platform | undefined;
  /** To try, in this order. @default - none, as where everything is deployed */
  readonly next?: readonly string[];
}

export function welcome(
  sandbox: Sandbox,
  homes: readonly ClientHome[],
  terminal: Terminal,
  { env = process.env, platform = process.platform, next = [] }: WelcomeOptions = {},
): void {
  const colors = paint(terminal);
  const shells = shellsInUse(env, platform);
  const explain = (text: string): void => terminal.print(`\n${wrapped(text, terminal.width).join('\n')}\n`);
  const type = (linesIn: (shell: Shell) => string[], style = (line: string) => line): void => {
    for (const line of linesFor(shells, linesIn)) terminal.print(style(line));
  };
  const [first, ...others] = homes;
  if (first === undefined) return;
  const accounts = say('accounts', { number: sandbox.world.accounts.size, url: sandbox.url });
  terminal.print(`${wrapped(accounts, terminal.width).join('\n')}\n`);
  type(
    (shell) => [
      ...shell.set({ AWS_ENDPOINT_URL: sandbox.url }),
      ...homeNames(shell, platform).flatMap((name) => shell.set({ [name]: first.directory })),
    ],
    colors.bold,
  );
  for (const { vendor, directory } of others) {
    explain(say('asVendor', { vendor }));
    type((shell) => homeNames(shell, platform).flatMap((name) => shell.set({ [name]: directory })));
  }
  explain(say('inTheWay'));
  type((shell) => shell.unset(inTheWay(env), terminal.width - 2));
  if (goesThroughProxy(env)) {
    explain(say('proxy'));
    const around = pastProxy(env);
    type((shell) => shell.set({ NO_PROXY: around, no_proxy: around }));
  }
  explain(say('home'));
  const width = Math.max(...first.profiles.map(({ name }) => name.length));
  for (const { name, note } of first.profiles) {
    const lines = wrapped(note, terminal.width - width - 4);
    terminal.print(`  ${padded(name, width)}  ${lines.join(`\n${' '.repeat(width + 4)}`)}`);
  }
  explain(say('sections'));
  if (next.length > 0) {
    terminal.print(`${say('next')}\n`);
    for (const command of next) terminal.print(`  ${command}`);
    explain(say('people'));
  }
  terminal.print(`${say('requests')}\n`);
}

/** The company's half, the first vendor's as whoever administers it deploys it, and what both are for. */
export function nextCommands(
  sandbox: Sandbox,
  share: Share,
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string[] {
  const [grant] = grantsOf(share);
  if (grant === undefined) return [];
  const shells = shellsInUse(env, platform);
  const place = `s3://${grant.bucketName}/${grant.vendor.prefixes?.[0] ?? ''}`;
  const deployments = deploymentsOf({ ...share, vendors: share.vendors.slice(0, 1) }, sandbox);
  const [company, ...others] = deployments.map(({ stack, profile, half }) =>
    half
      ? deployVendorHalfTyped(half, stack, profile, HANDOFF_FOLDER)
      : `npx cdk deploy ${stack} --profile ${profile}`,
  );
  const handOff = grant.identityCenter ? [] : [ownCommand('handoff', `--out ${HANDOFF_FOLDER}`, shells)];
  return [
    ...(company === undefined ? [] : [company]),
    ...handOff,
    ...others,
    `aws s3 ls ${wordFor(shells, place)} --profile ${profileNames(grant).borrowedRole}`,
  ];
}

/** PowerShell takes the `--` for itself that npm needs: https://github.com/npm/cli/issues/3136 */
function ownCommand(command: string, options: string, shells: readonly Shell[]): string {
  return shells.some(({ name }) => name === 'PowerShell')
    ? `npx tsx bin/vendor-share.ts ${command} ${options}`
    : `npm run ${command} -- ${options}`;
}

export function farewell(
  terminal: Terminal,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): void {
  const lines = linesFor(shellsInUse(env, platform), (shell) => {
    const names = homeNames(shell, platform);
    // Windows itself has no HOME.
    const gone = names.filter((name) => name === 'HOME' && names.length > 1 && env.HOME === undefined);
    const back = names.filter((name) => !gone.includes(name));
    return [
      ...back.flatMap((name) => shell.set({ [name]: env[name] ?? homedir() })),
      ...shell.unset([...gone, 'AWS_ENDPOINT_URL'], terminal.width - 2),
    ];
  });
  terminal.note(`\n${wrapped(say('stopped'), terminal.width).join('\n')}\n`);
  for (const line of lines) terminal.note(line);
}

/** The lines of each shell, under its name where there are several. */
function linesFor(shells: readonly Shell[], linesIn: (shell: Shell) => string[]): string[] {
  const lines = shells.map((shell) => linesIn(shell).map((line) => `  ${line}`));
  if (shells.length === 1) return lines.flat();
  return shells.flatMap(({ name }, place) => [
    say(name === 'cmd' ? 'inCmd' : 'inPowerShell'),
    ...(lines[place] ?? []),
  ]);
}

/**
 * On Windows the AWS CLI and Node.js find the home by USERPROFILE, and the AWS SDK for JavaScript by HOME if there is one.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
 */
function homeNames({ name }: Shell, platform: NodeJS.Platform): ('HOME' | 'USERPROFILE')[] {
  return name === 'sh' && platform !== 'win32' ? ['HOME'] : ['HOME', 'USERPROFILE'];
}

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
  Object.entries(env).some(([name, value]) => /^(?:https?|all)_proxy$/i.test(name) && (value ?? '') !== '');

/** What went past the proxy before goes past it still. A `*` alone means everything. */
function pastProxy(env: Environment): string {
  const before = Object.entries(env)
    .flatMap(([name, value = '']) => (/^no_proxy$/i.test(name) ? value.split(',') : []))
    .map((host) => host.trim())
    .filter((host) => host !== '');
  return before.includes('*') ? '*' : [...new Set([...before, '127.0.0.1'])].join(',');
}
