import { homedir } from 'node:os';
import { Command } from 'commander';
import { COMPANY_STACK_NAME, grantsOf, type Share, validateShare } from '../../lib/share';
import { share as parameters } from '../../parameters';
import { PlainError } from '../../tools/exit-code';
import { profileNames } from '../../tools/handoff/aws-config';
import { wrapped } from '../../tools/proof/wrapped';
import { type ClientHome, makeClientHomes } from '../../tools/sandbox/client-homes';
import { requestData, requestLine, requestLines } from '../../tools/sandbox/request-log';
import { type Sandbox, startSandbox } from '../../tools/sandbox/sandbox';
import { paint, processTerminal, type Terminal } from '../../tools/terminal';

interface Options {
  readonly port: number;
  readonly json?: true;
}

/** What the command has to do with the process around it; tests pass their own. */
export interface Surroundings {
  /** Listens from the moment that it is called; what it returns waits. */
  readonly listenForStop: () => () => Promise<Stop>;
  /** Does a person watch, or does a program read? */
  readonly watched: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `gone`: nobody reads any more what is printed. */
export type Stop = 'asked' | 'gone';

export function sandboxCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  surroundings: Surroundings = processSurroundings(),
): Command {
  return new Command('sandbox')
    .description("AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.")
    .option('--port <number>', 'port on 127.0.0.1 (0: any free one)', readPort, 4566)
    .option('--json', 'one JSON object per line: first the addresses and profiles, then each request')
    .addHelpText('after', EXPLANATION)
    .action(async (options: Options) => {
      const share = validateShare(candidate);
      // From here on, so that nothing is left behind by a Ctrl-C while it starts either.
      const stopped = surroundings.listenForStop();
      const line = surroundings.watched ? requestLines : requestLine;
      const sandbox = await startSandbox({
        share,
        port: options.port,
        onRequest: (entry) =>
          terminal.print(options.json ? JSON.stringify(requestData(entry)) : line(entry, terminal)),
      });
      let stop: Stop;
      try {
        const { homes, remove } = await makeClientHomes(sandbox, share);
        try {
          if (options.json) terminal.print(JSON.stringify({ url: sandbox.url, homes }));
          else
            welcome(sandbox, homes, terminal, { env: surroundings.env, next: nextCommands(sandbox, share) });
          stop = await stopped();
        } finally {
          await remove();
        }
      } finally {
        await sandbox.stop();
      }
      if (!options.json && stop === 'asked') farewell(terminal, surroundings.env);
    });
}

interface WelcomeOptions {
  /** @default - this process's; the other terminal's is not known */
  readonly env?: Surroundings['env'];
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
    'What is set there already may win over these two, and send you to the real AWS. Harmless if nothing is:',
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
      '`aws sso login` (version 2 of the AWS CLI) opens a page of the sandbox; it can be left out: one is signed in.',
  );
  if (next.length > 0) {
    terminal.print('Try, one after the other:\n');
    for (const command of next) terminal.print(`  ${command}`);
    say('The people are those of parameters.ts: restart the sandbox after editing the assignees there.');
  }
  terminal.print('Ctrl-C stops. Requests:\n');
}

/** The vendor's stack goes where the vendor's Identity Center is run. */
function nextCommands(sandbox: Sandbox, share: Share): string[] {
  const [grant] = grantsOf(share);
  if (grant === undefined) return [];
  const { account, identityCenter, prefixes = [] } = grant.vendor;
  const owner = identityCenter.account ?? account;
  const [profile = 'vendor'] = [...sandbox.administrators].find(([, admin]) => admin.account === owner) ?? [];
  const place = `s3://${share.company.bucketName}/${prefixes[0] ?? ''}`;
  return [
    `npx cdk deploy ${COMPANY_STACK_NAME} --profile company`,
    `npx cdk deploy ${grant.vendorStackName} --profile ${profile}`,
    `aws s3 ls ${place} --profile ${profileNames(grant).borrowedRole}`,
  ];
}

function farewell(terminal: Terminal, env: Surroundings['env']): void {
  const home = env.HOME ?? homedir();
  terminal.note('\nStopped; nothing is left. The HOME of the other terminal is gone: close it, or\n');
  terminal.note(`  export HOME=${/^[\w/.-]+$/.test(home) ? home : `'${home.replaceAll("'", `'\\''`)}'`}`);
  terminal.note('  unset AWS_ENDPOINT_URL');
}

/** Too long a command goes on behind a backslash, so that it can be pasted. */
const commandLines = (words: readonly string[], width: number): string =>
  `  ${wrapped(words.join(' '), width - 6).join(' \\\n    ')}`;

/** The other terminal's variables are not known here; those that have many names are looked for in our own. */
const inTheWay = (env: Surroundings['env']): string[] => [
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

const goesThroughProxy = (env: Surroundings['env']): boolean =>
  ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].some(
    (name) => (env[name] ?? '') !== '',
  );

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new PlainError(
    `--port must be a whole number from 0 to 65535, got "${text}" (0 takes any free port)`,
  );
}

const processSurroundings = (): Surroundings => ({
  listenForStop,
  watched: process.stdout.isTTY,
  env: process.env,
});

/**
 * Until Ctrl-C, until the process is asked to end or its terminal is closed, or until nobody reads its output. A second
 * Ctrl-C (npm passes on its own) changes nothing.
 */
function listenForStop(): () => Promise<Stop> {
  const stopped = new Promise<Stop>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('asked'));
    process.stdout.on('error', () => resolve('gone'));
    process.stderr.on('error', () => {}); // of a terminal that was closed: there is nobody left to tell
  });
  return () => stopped;
}

const EXPLANATION = `
Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: what it does not model, it refuses by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.`;
