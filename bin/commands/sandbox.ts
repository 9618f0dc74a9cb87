import { Command } from 'commander';
import { validateShare } from '../../lib/share';
import { share as parameters } from '../../parameters';
import { PlainError } from '../../tools/exit-code';
import { type ClientHome, makeClientHomes } from '../../tools/sandbox/client-homes';
import { requestData, requestLine } from '../../tools/sandbox/request-log';
import { type Sandbox, startSandbox } from '../../tools/sandbox/sandbox';
import { paint, processTerminal, type Terminal } from '../../tools/terminal';

interface Options {
  readonly port: number;
  readonly json?: true;
}

export function sandboxCommand(
  candidate: unknown = parameters,
  terminal: Terminal = processTerminal,
  stopped: () => Promise<void> = interrupted,
): Command {
  return new Command('sandbox')
    .description("AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.")
    .option('--port <number>', 'port on 127.0.0.1 (0: any free one)', readPort, 4566)
    .option('--json', 'one JSON object per line: first the addresses and profiles, then each request')
    .addHelpText('after', EXPLANATION)
    .action(async (options: Options) => {
      const share = validateShare(candidate);
      const sandbox = await startSandbox({
        share,
        port: options.port,
        onRequest: (entry) =>
          terminal.print(options.json ? JSON.stringify(requestData(entry)) : requestLine(entry, terminal)),
      });
      try {
        const { homes, remove } = await makeClientHomes(sandbox, share);
        try {
          if (options.json) terminal.print(JSON.stringify({ url: sandbox.url, homes }));
          else welcome(sandbox, homes, terminal);
          await stopped();
        } finally {
          await remove();
        }
      } finally {
        await sandbox.stop();
      }
      if (!options.json) terminal.note('\nStopped; nothing is left.');
    });
}

export function welcome(sandbox: Sandbox, homes: readonly ClientHome[], terminal: Terminal): void {
  const colors = paint(terminal);
  const [first, ...others] = homes;
  if (first === undefined) return;
  terminal.print(
    `${[...sandbox.world.accounts.keys()].length} AWS accounts on ${sandbox.url}. In another terminal:\n`,
  );
  terminal.print(colors.bold(`  export AWS_ENDPOINT_URL=${sandbox.url}`));
  terminal.print(colors.bold(`  export HOME=${first.directory}`));
  for (const { vendor, directory } of others) terminal.print(`  export HOME=${directory}   # as ${vendor}`);
  terminal.print(
    '\nThat HOME is a temporary folder with its own .aws; yours is neither read nor written. Profiles in it:\n',
  );
  const width = Math.max(...first.profiles.map(({ name }) => name.length));
  for (const { name, note } of first.profiles) terminal.print(`  ${name.padEnd(width)}  ${note}`);
  terminal.print(
    '\nThe sections of `npm run handoff` are in its .aws/config, so the commands of that page work as they stand. Its\n' +
      '`aws sso login` (version 2 of the AWS CLI) opens a page of the sandbox; it can be left out: one is signed in.',
  );
  const inTheWay = Object.keys(process.env).filter((name) => IN_THE_WAY.test(name));
  if (inTheWay.length > 0) {
    terminal.print(`\nThese variables of yours would win over the profiles: unset ${inTheWay.join(' ')}`);
  }
  terminal.print('\nTry: npx cdk deploy CompanyStack --profile company. Ctrl-C stops. Requests:\n');
}

const IN_THE_WAY =
  /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|PROFILE|CONFIG_FILE|SHARED_CREDENTIALS_FILE|ENDPOINT_URL_.+)$/;

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new PlainError(
    `--port must be a whole number from 0 to 65535, got "${text}" (0 takes any free port)`,
  );
}

/** Until Ctrl-C, or until the process is asked to end. A second Ctrl-C (npm passes on its own) changes nothing. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGINT', resolve);
    process.on('SIGTERM', resolve);
  });
}

const EXPLANATION = `
Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: what it does not model, it refuses by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.`;
