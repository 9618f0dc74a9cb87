// tools/verify/credential-program.ts, tools/verify/causes/program.ts, tools/verify/sign-in.ts: a profile's credential_process, run for real
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { programFailure } from '../../tools/verify/credential-program';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { share } from '../../parameters';
import { verifyIn } from './verify-in';

let deployed: DeployedSandbox;
beforeAll(async () => {
  deployed = await deployedSandbox(share);
}, 30_000);
afterAll(() => deployed.stop());

/** verify with a profile whose keys come from a shell script. */
async function withProgram(script: string, timeout = 5_000) {
  const home = await createTemporaryHome({ config: '' }, deployed.sandbox.url);
  const program = join(home.folder, 'give-keys');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o700);
  const config = join(home.folder, 'config');
  writeFileSync(
    config,
    `[profile program]\nregion = ap-northeast-1\ncredential_process = ${program} --password hunter2\n`,
  );
  const { run, text } = await verifyIn(deployed, {
    environment: { ...home.environment, AWS_CONFIG_FILE: config },
    profiles: ['program'],
    timeout,
  });
  home.remove();
  const [finding] = run.verifications.flatMap(({ findings }) => findings);
  return { finding, exitCode: run.exitCode, text: text.replaceAll(/\s+/g, ' ') };
}

test.each([
  ['fails', 'echo "the vault is locked" >&2; exit 3', 'program-failed', 3, 'give-keys: the vault is locked'],
  ['fails and says nothing', 'exit 1', 'program-failed', 3, 'give-keys: it printed nothing'],
  ['prints no JSON', 'echo please log in', 'program-without-credentials', 2, '"Version": 1'],
  ['prints other JSON', 'echo "{}"', 'program-without-credentials', 2, '"Version": 1'],
  [
    'prints credentials that have expired',
    `echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"B","Expiration":"2001-01-01T00:00:00Z"}'`,
    'program-expired-credentials',
    3,
    'that have expired',
  ],
  [
    'has printed a half of what it got',
    'echo "AKIAIOSFODNN7EXAMPLE SecretAccessKey=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY: no token" >&2; exit 1',
    'program-failed',
    3,
    'no token',
  ],
])('the program %s', async (_name, script, id, exitCode, says) => {
  const { finding, text, ...run } = await withProgram(script);
  expect(finding).toMatchObject({ id, side: 'you', hop: 'sign in', exitCode });
  expect(run.exitCode).toBe(exitCode);
  expect(text).toContain(says);
  expect(text).not.toMatch(/hunter2|AKIAIOSFODNN7EXAMPLE|wJalr|not signed in/);
});

test('the program hangs: AWS was not asked, and is not said to have been', async () => {
  const { finding, exitCode, text } = await withProgram('sleep 1', 200);
  expect(finding).toMatchObject({ id: 'program-hangs', side: 'you', exitCode: 3 });
  expect(exitCode).toBe(3);
  expect(text).not.toContain('AWS was asked');
});

test.each([
  'The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.',
  'Error loading SSO Token: Token for vendor does not exist',
  'The config profile (x) could not be found',
  'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
])('what the AWS CLI says of a sign-in is not the fault of the program: %s', (text) => {
  expect(programFailure(`Command failed: aws configure export-credentials\n\n${text}\n`)).toBeUndefined();
});
