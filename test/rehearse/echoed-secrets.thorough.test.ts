// tools/rehearse/rehearse.ts and bin/actions/rehearse.ts
import type { IncomingMessage } from 'node:http';
import { rehearseCommand } from '../../bin/commands/rehearse';
import { share as shipped } from '../../parameters';
import type * as SandboxFile from '../../tools/sandbox/sandbox';
import { memoryTerminal } from '../memory-terminal';
import { echoingProxy, type EchoingProxy, leaks } from '../verify/echoing-proxy';
import { isFor } from '../verify/interfering-proxy';

let echoes: (message: IncomingMessage) => boolean;
let mockProxies: EchoingProxy[] = [];

/** Behind what repeats every secret that comes by. */
jest.mock('../../tools/sandbox/sandbox', () => {
  const actual = jest.requireActual<typeof SandboxFile>('../../tools/sandbox/sandbox');
  return {
    ...actual,
    startSandbox: async (options: Parameters<typeof SandboxFile.startSandbox>[0]) => {
      const sandbox = await actual.startSandbox(options);
      const proxy = await echoingProxy(sandbox, (message) => echoes(message));
      mockProxies.push(proxy);
      return {
        ...sandbox,
        entryOf: sandbox.entryOf.bind(sandbox),
        stop: sandbox.stop.bind(sandbox),
        url: proxy.url,
      };
    },
  };
});

afterEach(async () => {
  await Promise.all(mockProxies.map((proxy) => proxy.stop()));
  mockProxies = [];
  process.exitCode = 0;
});

/** Each ends the rehearsal at another step. */
test.each<[string, (message: IncomingMessage) => boolean, string[]]>([
  ['CloudFormation', (message: IncomingMessage) => isFor('cloudformation', message), ['--json']],
  ['the portal', ({ headers }: IncomingMessage) => headers['x-amz-sso_bearer_token'] !== undefined, []],
  [
    'STS, asked by the AWS SDK',
    (message: IncomingMessage) => isFor('sts', message) && isSession(message),
    [],
  ],
  ['S3, asked for a listing', isListing, []],
])(
  'rehearse repeats no secret that it hears from %s',
  async (_, which, args) => {
    echoes = which;
    const terminal = memoryTerminal();
    await rehearseCommand(shipped, terminal).parseAsync(args, { from: 'user' });
    const output = terminal.printed() + terminal.noted();
    // Of the signatures of other programs (cdk, aws) only the header tells that they are some.
    const heard = mockProxies
      .flatMap(({ secrets }) => [...secrets])
      .filter((one) => !/^[0-9a-f]{64}$/.test(one));
    expect(heard.length).toBeGreaterThan(1);
    expect(output).toContain('(secret)');
    expect(leaks(output, heard)).toEqual([]);
    expect(output).not.toMatch(/Signature=[0-9a-f]/);
    expect(process.exitCode).toBe(1);
  },
  300_000,
);

function isListing(message: IncomingMessage): boolean {
  return isFor('s3', message) && message.url?.includes('list-type=2') === true;
}

const isSession = ({ headers }: IncomingMessage): boolean =>
  /Credential=ASIA/.test(headers.authorization ?? '');
