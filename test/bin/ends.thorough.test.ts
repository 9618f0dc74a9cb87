// bin/vendor-share.ts and bin/app.ts, each command in a process of its own: how it ends on what is broken, wrong or not there
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { share as shipped } from '../../parameters';
import type { Role } from '../../tools/sandbox/core/identities';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';

let deployed: DeployedSandbox;
const folder = mkdtempSync(join(tmpdir(), 'vendor-share-ends-'));
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await deployed.stop();
});

interface End {
  readonly code: number | null;
  readonly text: string;
}

async function ends(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<End> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...deployed.home.environment, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()));
  await once(child, 'close');
  return { code: child.exitCode, text };
}

const command = (name: string, args: readonly string[], env?: Record<string, string>) =>
  ends('node_modules/tsx/dist/cli.mjs', ['bin/vendor-share.ts', name, ...args], env);
const cdk = (args: readonly string[], env?: Record<string, string>) =>
  ends('node_modules/aws-cdk/bin/cdk', [...args, '--output', join(folder, 'cdk.out')], env);

/**
 * The environment of a process in which one of the project's files is another: a share that is wrong, templates that break
 * the promise, or an error that nobody expected.
 *
 * @param code gets what the file exports as `real`, and returns what it exports now
 */
function instead(file: string, code: string): Record<string, string> {
  const preload = join(folder, `${file.replaceAll(/\W+/g, '-')}.js`);
  writeFileSync(
    preload,
    `const { Module } = require('node:module');
    const load = Module._load;
    Module._load = function (request, parent, isMain) {
      const real = load.call(this, request, parent, isMain);
      if (!request.startsWith('../') || !/\\/${file.replaceAll('/', '\\/')}(\\.ts)?$/.test(request)) return real;
      ${code}
    };`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
}

/** `lib/share-app.ts` as an edit would leave it: everybody may assume the role. */
const EVERYBODY = instead(
  'lib/share-app',
  `return { ...real, buildApp: (...args) => {
    const app = real.buildApp(...args);
    const role = app.node.findChild('CompanyStack').node.findChild('VendorAccessRole').node.findChild('Resource');
    role.addPropertyOverride('AssumeRolePolicyDocument.Statement.0.Principal.AWS', '*');
    return app;
  } };`,
);
/** A share that no validation takes. */
const NO_ACCOUNT = instead(
  'parameters',
  `return real.share ? { ...real, share: { ...real.share, company: { ...real.share.company, account: "1234" } } } : real;`,
);

const theRole = (): Role => {
  const role = deployed.sandbox.world.accounts.get('111111111111')?.roles.get('VendorAccessRole');
  if (role === undefined) throw new Error('the role is not in the sandbox');
  return role;
};

async function whileAnybodyIsTrusted(check: () => Promise<void>): Promise<void> {
  const role = theRole();
  const before = role.trustPolicy;
  role.trustPolicy = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }],
  };
  await check().finally(() => (role.trustPolicy = before));
}

describe('what is deployed', () => {
  test.each([
    ['the user’s', ['--profile', '111111111111-user'], 0, /As promised/],
    ['the company’s side', ['--profile', 'company', '--deployed'], 0, /exactly what was promised/],
  ])('is as promised: verify, %s', async (_, args, code, said) => {
    const end = await command('verify', args);
    expect(end).toEqual({ code, text: expect.stringMatching(said) as string });
  });

  test('is broken: verify --deployed ends with 1, with --json and without', async () => {
    await whileAnybodyIsTrusted(async () => {
      for (const json of [[], ['--json']]) {
        const { code, text } = await command('verify', ['--profile', 'company', '--deployed', ...json]);
        expect([code, /promise is broken|"verdict": "broken"/.test(text)]).toEqual([1, true]);
      }
    });
  });

  test('is broken for the user: verify ends with 1', async () => {
    const { attachedPolicies } = theRole();
    const before = [...attachedPolicies];
    attachedPolicies.clear();
    const { code, text } = await command('verify', ['--profile', '111111111111-user']);
    before.forEach((arn) => attachedPolicies.add(arn));
    expect([code, text.includes('The promise is broken.')]).toEqual([1, true]);
  });
});

describe('where nobody answers', () => {
  const nobody = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9' };
  test.each([
    ['verify', ['--profile', 'company']],
    ['verify', ['--profile', 'company', '--deployed']],
    ['lookup', ['--profile', 'vendor']],
  ])('%s %j ends with 3', async (name, args) => {
    const { code } = await command(name, args, nobody);
    expect(code).toBe(3);
  });
});

describe('templates that break the promise', () => {
  test('prove ends with 1', async () => {
    const { code, text } = await command('prove', [], EVERYBODY);
    expect([code, text.includes('The promise is broken')]).toEqual([1, true]);
  });

  test('cdk synth and cdk deploy fail, and nothing is deployed', async () => {
    for (const args of [
      ['synth', '--quiet'],
      ['deploy', 'CompanyStack', '--profile', 'company'],
    ]) {
      const { code, text } = await cdk(args, EVERYBODY);
      expect([code, text.includes('The promise is broken')]).toEqual([1, true]);
    }
    expect(JSON.stringify(theRole().trustPolicy)).not.toContain('"*"');
  });

  test('rehearse ends with 1, and says that it was not as promised', async () => {
    const { code, text } = await command('rehearse', [], EVERYBODY);
    expect([code, text.includes('Not as promised:')]).toEqual([1, true]);
  });
});

const COMMANDS: [string, string[]][] = [
  ['prove', []],
  ['rehearse', []],
  ['verify', ['--profile', 'company']],
  ['verify', ['--profile', 'company', '--deployed']],
  ['handoff', []],
  ['lookup', ['--profile', 'vendor']],
  ['sandbox', ['--port', '0']],
];

test.each(COMMANDS)('%s %j with an option that there is not ends with 2', async (name, args) => {
  const { code, text } = await command(name, [...args, '--frobnicate']);
  expect([code, text.includes('--frobnicate')]).toEqual([2, true]);
});

test.each(COMMANDS)('%s %j with wrong parameters ends with 2', async (name, args) => {
  const { code, text } = await command(name, args, NO_ACCOUNT);
  expect([code, text.includes('company.account must be 12 digits, got "1234"')]).toEqual([2, true]);
});

test('so does the app, and the CDK CLI with 1', async () => {
  const { code, text } = await cdk(['synth', '--quiet'], NO_ACCOUNT);
  expect([code, text.includes('company.account must be 12 digits, got "1234"')]).toEqual([1, true]);
});

/** What every command asks first, failing in a way that no code of ours knows. */
const UNEXPECTED = instead(
  'lib/share/validate-share',
  `return { ...real, validateShare: () => { throw new TypeError('nobody expected this'); } };`,
);

test.each(COMMANDS)('%s %j ends with 3 after an error that nobody expected', async (name, args) => {
  const { code, text } = await command(name, args, UNEXPECTED);
  expect([code, text.includes('nobody expected this'), text.includes('run it again with --verbose')]).toEqual(
    [3, true, true],
  );
});

test('the app fails after one, and the CDK CLI with it', async () => {
  const { code, text } = await cdk(['synth', '--quiet'], UNEXPECTED);
  expect([code, text.includes('nobody expected this')]).toEqual([1, true]);
});
