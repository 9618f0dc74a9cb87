// tools/handoff/page.ts, with all of tools/handoff/ behind it
// Every command of every page, run by a POSIX shell in which `aws` only writes down what it was given.
import { spawnSync } from 'node:child_process';
import type { Vendor } from '../../lib/share/share';
import fc, { cases } from '../properties';
import { handoffTo, VENDORS } from './kinds';

/** To standard error, because a command substitution takes standard output. */
const TAKES_DOWN = ['aws', 'npm', 'npx']
  .map((name) => `${name}() { printf '%s\\0' ${name} "$@" >&2; printf '\\n\\0' >&2; echo ANSWER; }`)
  .join('\n');

/** The words of each command of a page's blocks for the shell, in order. */
function wordsOf(page: string): string[][] {
  const blocks = [...page.matchAll(/^(`{3,})sh\n([^]*?)\n\1$/gm)].map(([, , block = '']) => block);
  const { stderr, status } = spawnSync('/bin/sh', ['-eu', '-c', [TAKES_DOWN, ...blocks].join('\n')], {
    env: { PATH: '' },
    encoding: 'utf8',
  });
  expect({ status, complaints: stderr.match(/^.*(?:sh: |unbound|syntax).*$/gm) }).toEqual({
    status: 0,
    complaints: null,
  });
  return stderr
    .split('\n\0')
    .slice(0, -1)
    .map((command) => command.split('\0').slice(0, -1));
}

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'AllowAssumeCompanyRole',
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    },
  ],
};

test('an administrator with an Identity Center and no template types three commands', () => {
  const commands = wordsOf(handoffTo(VENDORS['known by its account']).page);
  const instance = ['--instance-arn', 'YOUR-INSTANCE-ARN', '--region', 'YOUR-REGION'];
  const inlinePolicy = JSON.stringify(POLICY);
  expect(commands.filter(([, service]) => service === 'sso-admin').slice(1)).toEqual([
    [
      ...['aws', 'sso-admin', 'create-permission-set', '--name', 'AllowAssumeCompanyRole'],
      '--description',
      'Lets its users assume arn:aws:iam::111111111111:role/VendorAccessRole, and nothing else.',
      ...['--session-duration', 'PT1H', ...instance],
      ...['--query', 'PermissionSet.PermissionSetArn', '--output', 'text'],
    ],
    [
      ...['aws', 'sso-admin', 'put-inline-policy-to-permission-set', '--inline-policy', inlinePolicy],
      ...['--permission-set-arn', 'ANSWER', ...instance],
    ],
    [
      ...['aws', 'sso-admin', 'create-account-assignment', '--target-type', 'AWS_ACCOUNT'],
      ...['--target-id', '222222222222', '--principal-type', 'GROUP', '--principal-id', 'YOUR-GROUP-ID'],
      ...['--permission-set-arn', 'ANSWER', ...instance],
    ],
  ]);
});

test('an administrator with the template types one', () => {
  const commands = wordsOf(handoffTo(VENDORS['known by its account']).page);
  expect(commands.filter(([, service]) => service === 'cloudformation')).toEqual([
    [
      ...['aws', 'cloudformation', 'deploy', '--stack-name', 'vendor-half-111111111111'],
      ...['--template-file', '111111111111.vendor-half.template.json', '--parameter-overrides'],
      ...['InstanceArn=YOUR-INSTANCE-ARN', 'PrincipalType=GROUP', 'PrincipalId=YOUR-GROUP-ID'],
      ...['--region', 'YOUR-REGION'],
    ],
  ]);
});

test('every role and user that borrows has its command, and the template another', () => {
  const commands = wordsOf(handoffTo(VENDORS['whose roles and users in two accounts borrow']).page);
  const policy = ['--policy-name', 'AllowAssumeCompanyRole', '--policy-document', JSON.stringify(POLICY)];
  expect(commands.slice(3)).toEqual([
    ['aws', 'iam', 'put-role-policy', '--role-name', 'etl', ...policy],
    ['aws', 'iam', 'put-user-policy', '--user-name', 'reader', ...policy],
    [
      ...['aws', 'cloudformation', 'deploy', '--stack-name', 'vendor-half-111111111111'],
      ...['--template-file', '111111111111.vendor-half.template.json'],
      ...['--capabilities', 'CAPABILITY_NAMED_IAM', '--region', 'ap-northeast-1'],
    ],
  ]);
});

test('every assignment has its account', () => {
  const commands = wordsOf(handoffTo(VENDORS['with several accounts']).page);
  const targets = commands.filter(([, , operation]) => operation === 'create-account-assignment');
  expect(targets.map((words) => words[words.indexOf('--target-id') + 1])).toEqual([
    '222222222222',
    '333333333333',
  ]);
});

/** Whatever a share takes that means something to a shell. */
const names = fc.stringMatching(/^[a-zA-Z0-9_+=,.@-]{1,24}[a-z]$/);
const prefixes = fc.array(fc.stringMatching(/^[A-Za-z0-9 !_'&@=;:+,-]{1,12}[a-z]$/), {
  minLength: 1,
  maxLength: 1,
});
const descriptions = fc
  .stringMatching(/^[\n\x20-\x7e]{0,40}[a-z]$/)
  .filter((text) => !/\$\{|\{\{resolve|#\{Token/.test(text));

test('whatever the share holds, the shell gets each word whole', () => {
  const vendors = fc.record({
    kind: fc.constantFrom<Vendor[]>(...Object.values(VENDORS)),
    permissionSetName: names,
    permissionSetDescription: descriptions,
    prefixes: prefixes.map(([name = '']) => [`${name}/`]),
  });
  fc.assert(
    fc.property(vendors, ({ kind, ...changes }) => {
      const commands = wordsOf(handoffTo({ ...kind, ...changes }).page);
      const valueOf = (words: string[], name: string) => {
        const place = words.indexOf(name);
        const joined = words.find((word) => word.startsWith(`${name}=`));
        return place < 0 ? joined?.slice(name.length + 1) : words[place + 1];
      };
      for (const words of commands) {
        const [, service, operation] = words;
        for (const name of ['--policy-document', '--inline-policy']) {
          const document = valueOf(words, name);
          if (document !== undefined) expect(JSON.parse(document)).toEqual(POLICY);
        }
        if (operation === 'create-permission-set') {
          expect(valueOf(words, '--name')).toBe(changes.permissionSetName);
          expect(valueOf(words, '--description')).toBe(changes.permissionSetDescription);
        }
        if (service === 's3')
          expect(words[3]).toContain(`s3://company-shared-data-bucket-12345/${changes.prefixes[0]}`);
      }
    }),
    { numRuns: cases(40) },
  );
});
