import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Command } from 'commander';
import { run as runSandbox, type Stop, type Surroundings } from '../../../bin/actions/sandbox';
import { sandboxCommand } from '../../../bin/commands/sandbox';
import type { Terminal } from '../../../tools/terminal';
import { runCommandLine } from '../../../bin/run-command-line';
import { SHARE } from '../../sandbox/lent-role';

describe('npm run sandbox', () => {
  /** Runs the command; `meanwhile` happens between its start and Ctrl-C. */
  const run = async (
    args: string[],
    meanwhile: (printed: string[]) => Promise<void> = async () => {},
    { width = 110, stop = 'asked', ...around }: Partial<Surroundings> & { width?: number; stop?: Stop } = {},
  ) => {
    process.exitCode = 0; // jest sets it when an earlier test file in the same process fails
    const printed: string[] = [];
    const noted: string[] = [];
    const terminal = {
      print: (text = '') => void printed.push(text),
      note: (text: string) => void noted.push(text),
      color: false,
      width,
    };
    const listenForStop = () => async () => {
      await meanwhile(printed);
      return stop;
    };
    const surroundings = {
      listenForStop,
      watched: false,
      env: { HOME: '/home/me' },
      platform: 'linux' as const,
      ...around,
    };
    const command = sandboxCommand(SHARE, terminal, surroundings);
    command.configureOutput({
      writeOut: (text) => void printed.push(text),
      writeErr: (text) => void printed.push(text),
    });
    const complaint = jest
      .spyOn(process.stderr, 'write')
      .mockImplementation((text) => printed.push(String(text)) > 0);
    await runCommandLine(new Command('vendor-share').addCommand(command), [
      'node',
      'vendor-share',
      'sandbox',
      ...args,
    ]);
    complaint.mockRestore();
    const exitCode = process.exitCode ?? 0;
    process.exitCode = 0;
    return { printed, noted, exitCode };
  };

  test('for programs: where it is and who there is, then each request, and nothing is left afterwards', async () => {
    let home = '';
    const { printed, exitCode } = await run(['--port', '0', '--json'], async ([first]) => {
      const { url, homes } = JSON.parse(first!) as { url: string; homes: { directory: string }[] };
      home = homes[0]!.directory;
      expect(existsSync(join(home, '.aws/credentials'))).toBe(true);
      await fetch(`${url}/no-such-bucket/x`);
    });
    expect(JSON.parse(printed[1]!)).toMatchObject({
      caller: 'anonymous',
      outcome: 'failed',
      code: 'NoSuchBucket',
      status: 404,
    });
    expect(existsSync(home)).toBe(false);
    expect(exitCode).toBe(0);
  });

  test('why the sandbox itself failed is shown to who asks for it, and to nobody else', async () => {
    const failing = async (verbose: boolean) => {
      const noted: string[] = [];
      const terminal: Terminal = {
        print: (line = '') => {
          if (line.includes('"requestId"')) throw new Error('this line cannot be printed');
          printed.push(line);
        },
        note: (text) => void noted.push(text),
        color: false,
        width: 80,
      };
      const printed: string[] = [];
      const listenForStop = () => async () => {
        const { url } = JSON.parse(printed[0]!) as { url: string };
        await expect(fetch(url)).rejects.toThrow('fetch failed');
        return 'asked' as const;
      };
      const options = { port: 0, json: true, ...(verbose && { verbose }) } as const;
      await runSandbox(SHARE, terminal, options, { listenForStop, watched: false, env: {} });
      return noted;
    };
    expect(await failing(false)).toEqual([]);
    expect(await failing(true)).toEqual([
      expect.stringMatching(/^Error: this line cannot be printed\n {4}at .*sandbox\.thorough\.test\.ts/),
    ]);
  });

  test('for people: two lines to paste, the profiles, and no secret', async () => {
    const { printed } = await run(['--port', '0']);
    const text = printed.join('\n');
    expect(text.match(/^ {2}export .*$/gm)).toEqual([
      expect.stringMatching(/^ {2}export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+$/),
      expect.stringMatching(/^ {2}export HOME=\/.*vendor-share-sandbox-\w+\/vendor$/),
    ]);
    for (const profile of ['company', 'vendor', '111111111111-user', '111111111111-data', 'not-assigned']) {
      expect(text).toMatch(new RegExp(`^  ${profile} `, 'm'));
    }
    expect(text).not.toMatch(/AKIA|aws_secret/);
  });

  test('the welcome fits into 80 columns, but for what is to be pasted', async () => {
    const { printed } = await run(['--port', '0'], undefined, { width: 80 });
    const tooLong = printed
      .join('\n')
      .split('\n')
      .filter((line) => line.length > 80);
    expect(tooLong.filter((line) => !line.startsWith('  export HOME='))).toEqual([]);
  });

  test("the other terminal's variables are taken out of the way, the proxy too where there is one", async () => {
    const env = {
      HOME: '/home/me',
      AWS_ENDPOINT_URL_S3: 'https://elsewhere.example',
      http_proxy: 'http://proxy.example:3128',
    };
    const unset = [
      '  unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION \\',
      '    AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CONFIG_FILE \\',
      '    AWS_SHARED_CREDENTIALS_FILE AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    ].join('\n');
    const plain = await run(['--port', '0'], undefined, { width: 80 });
    expect(plain.printed.join('\n')).toContain(unset);
    expect(plain.printed.join('\n')).not.toMatch(/NO_PROXY/);
    const proxied = await run(['--port', '0'], undefined, { width: 80, env });
    expect(proxied.printed.join('\n')).toContain(`${unset} \\\n    AWS_ENDPOINT_URL_S3`);
    expect(proxied.printed).toContain('  export NO_PROXY=127.0.0.1 no_proxy=127.0.0.1');
  });

  test('what to try: both stacks, then the way to the data', async () => {
    const { printed } = await run(['--port', '0']);
    expect(printed.filter((text) => /^ {2}(npx|aws) /.test(text))).toEqual([
      '  npx cdk deploy CompanyStack --profile company',
      '  npx cdk deploy VendorStack --profile vendor',
      '  aws s3 ls s3://company-shared-data-bucket-12345/ --profile 111111111111-data',
    ]);
    expect(printed.join('\n')).toContain('restart the sandbox after editing the assignees');
  });

  test('on stopping, how the other terminal gets its HOME back; not where nobody reads any more', async () => {
    const asked = await run(['--port', '0'], undefined, { env: { HOME: "/home/o'neil" } });
    expect(asked.noted).toEqual([
      '\nStopped; nothing is left. The home folder of the other terminal is gone: close that terminal, or run this in\nit:\n',
      "  export HOME='/home/o'\\''neil'",
      '  unset AWS_ENDPOINT_URL',
    ]);
    expect((await run(['--port', '0'], undefined, { stop: 'gone' })).noted).toEqual([]);
  });

  test.each([
    [true, 2],
    [false, 1],
  ])('watched (%s): a long request is %i lines', async (watched, lines) => {
    const request = async (printed: string[]) => {
      const url = /http:\S+(?=\.)/.exec(printed[0]!)![0];
      await fetch(`${url}/no-such-bucket/${'k'.repeat(40)}`);
    };
    const { printed } = await run(['--port', '0'], request, { watched, width: 110 });
    expect(printed.at(-1)).toMatch(/NoSuchBucket: The specified bucket does not exist$/);
    expect(printed.at(-1)!.split('\n')).toHaveLength(lines);
  });

  test.each<[string, (child: ChildProcess) => unknown, RegExp]>([
    ['its terminal is closed', (child) => child.kill('SIGHUP'), /^\nStopped; nothing is left/],
    ['nobody reads its output', (child) => child.stdout!.destroy(), /^$/],
  ])('when %s it cleans up and ends with 0', async (_, end, says) => {
    const directory = mkdtempSync(join(tmpdir(), 'vendor-share-test-'));
    const child = spawn(
      process.execPath,
      ['--require', 'tsx/cjs', 'bin/vendor-share.ts', 'sandbox', '--port', '0'],
      { env: { ...process.env, TMPDIR: directory }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let complaint = '';
    child.stderr.on('data', (text) => (complaint += String(text)));
    const [text] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\S+(?=\.)/.exec(String(text))![0];
    while (!readdirSync(directory).some((name) => name.startsWith('vendor-share'))) await delay(20);
    const ended = once(child, 'exit');
    end(child);
    await fetch(url).catch(() => undefined); // so that there is something to print
    expect(await ended).toEqual([0, null]);
    expect(complaint).toMatch(says);
    expect(readdirSync(directory).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  test('a port that is taken is one sentence and exit code 2', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const { printed, exitCode } = await run(['--port', String(port)]);
    expect(printed).toEqual([
      `port ${port} is in use: stop what listens there, or choose another with --port\n`,
    ]);
    expect(exitCode).toBe(2);
    squatter.close();
  });

  test('a port that is none is said to be none', async () => {
    const { printed, exitCode } = await run(['--port', '70000']);
    expect(printed.join('')).toContain('--port must be a whole number from 0 to 65535, got "70000"');
    expect(exitCode).toBe(2);
  });

  test('--help is this', async () => {
    const { printed } = await run(['--help']);
    expect(printed.join('')).toMatchInlineSnapshot(`
"Usage: vendor-share sandbox [options]

AWS with the share's accounts in it on localhost, to play with, until Ctrl-C.

Options:
  --port <number>  port on 127.0.0.1 (0: any free one) (default: 4566)
  --json           one JSON object per line: first the addresses and profiles,
                   then each request
  -h, --help       display help for command

Everything is in memory and gone when it stops. Any AWS client works with the
two lines that it prints: the CDK CLI, the AWS CLI, the SDKs. It is not a
general emulator: calls that it does not support are rejected by name.

Example:
  npm run sandbox -- --port 4600

Ends with 0 after Ctrl-C, 2 when the port is taken or parameters.ts is wrong.
"
`);
  });
});
