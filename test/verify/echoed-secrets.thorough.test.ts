// tools/verify/secrets.ts, tools/verify/secrets-here.ts, bin/commands/lookup.ts
import type { IncomingMessage } from 'node:http';
import { lookupCommand } from '../../bin/commands/lookup';
import { share as shipped } from '../../parameters';
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';
import { echoingProxy, leaks } from './echoing-proxy';
import { isFor } from './interfering-proxy';
import { verifyIn } from './verify-in';

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
});
afterAll(() => deployed.stop());

const everything = () => true;
const thePortal = ({ headers }: IncomingMessage) => headers['x-amz-sso_bearer_token'] !== undefined;
const s3 = (message: IncomingMessage) => isFor('s3', message);
const iam = (message: IncomingMessage) => isFor('iam', message);
const s3AndIam = (message: IncomingMessage) => s3(message) || iam(message);
const sts = (message: IncomingMessage) => isFor('sts', message);

/** The last is how many secrets the server must at least have heard and said, so that the row says something. */
const ROWS: [string, (message: IncomingMessage) => boolean, string, boolean, number][] = [
  ['the portal', thePortal, '111111111111-user', false, 1],
  ['STS', sts, '111111111111-user', false, 4],
  ['STS, while the profile borrows', sts, '111111111111-data', false, 4],
  ['S3 and IAM', s3AndIam, '111111111111-user', false, 20],
  ['S3 and IAM, to a profile that borrows', s3AndIam, '111111111111-data', false, 20],
  ['everything', everything, 'company', false, 3],
  ['everything, reading what is deployed', everything, 'company', true, 3],
  ['S3 and IAM, reading what is deployed', s3AndIam, 'company', true, 10],
  ['IAM, reading what is deployed', iam, 'vendor', true, 10],
];

test.each(ROWS)(
  'verify repeats no secret that it hears from %s',
  async (_, echoes, profile, readsDeployed, heard) => {
    const proxy = await echoingProxy(
      deployed.sandbox,
      echoes,
      readsDeployed ? 'ValidationError' : 'AccessDenied',
    );
    const { text, json } = await verifyIn(deployed, {
      profiles: [profile],
      deployed: readsDeployed,
      environment: { AWS_ENDPOINT_URL: proxy.url },
    });
    await proxy.stop();
    expect(proxy.secrets.size).toBeGreaterThanOrEqual(heard);
    expect(json).toContain('(secret)');
    expect(leaks(text + json, proxy.secrets)).toEqual([]);
  },
);

test.each([
  ['the portal', thePortal, '111111111111-user', 1],
  ['everything', everything, 'vendor', 3],
  ['all but STS', (message: IncomingMessage) => !sts(message), 'vendor', 3],
])('lookup repeats no secret that it hears from %s', async (_, echoes, profile, heard) => {
  const proxy = await echoingProxy(deployed.sandbox, echoes);
  const terminal = memoryTerminal();
  const environment = { ...deployed.home.environment, AWS_ENDPOINT_URL: proxy.url };
  const error: unknown = await withEnvironment(environment, () =>
    lookupCommand(shipped, terminal)
      .exitOverride()
      .parseAsync(['--profile', profile, '--group', 'Analysts'], { from: 'user' })
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      ),
  );
  await proxy.stop();
  expect(proxy.secrets.size).toBeGreaterThanOrEqual(heard);
  expect(String(error)).toContain('(secret)');
  expect(leaks(allOf(error) + terminal.printed() + terminal.noted(), proxy.secrets)).toEqual([]);
});

/** What `--verbose` prints. */
function allOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.message} ${error.stack ?? ''} ${allOf(error.cause)}`;
}
