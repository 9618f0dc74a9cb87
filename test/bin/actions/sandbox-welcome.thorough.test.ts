import { farewell, nextCommands, welcome } from '../../../bin/actions/sandbox-welcome';
import type { Environment } from '../../../bin/actions/shells';
import type { Vendor } from '../../../lib/share/share';
import { startSandbox } from '../../../tools/sandbox/sandbox';
import { memoryTerminal } from '../../memory-terminal';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

const COMPANY = 'npx cdk deploy CompanyStack --profile company';
const LIST = 'aws s3 ls s3://company-shared-data-bucket-12345/ --profile 111111111111-data';
const TEMPLATE = 'handoff/111111111111.vendor-half.template.json';

test.each<[string, Vendor, (string | RegExp)[]]>([
  ['with a VendorStack', walkthroughVendor, [COMPANY, 'npx cdk deploy VendorStack --profile vendor', LIST]],
  [
    'that does its half by itself',
    { account: '222222222222' },
    [
      COMPANY,
      'npm run handoff -- --out handoff',
      /^aws cloudformation deploy --template-file handoff\/111111111111\.vendor-half\.template\.json --stack-name VendorStack --parameter-overrides InstanceArn=arn:aws:sso:::instance\/ssoins-[0-9a-f]{16} PrincipalType=GROUP PrincipalId=\S+ --profile vendor$/,
      LIST,
    ],
  ],
  [
    'whose role borrows',
    { account: '222222222222', borrowers: ['arn:aws:iam::222222222222:role/etl'] },
    [
      COMPANY,
      'npm run handoff -- --out handoff',
      `aws cloudformation deploy --template-file ${TEMPLATE} --stack-name VendorStack --capabilities CAPABILITY_NAMED_IAM --profile vendor`,
      LIST,
    ],
  ],
  [
    'that is a product, for which the handoff writes no template',
    { account: '222222222222', externalId: 'agreement-4711' },
    [
      COMPANY,
      'npm run handoff -- --out handoff',
      `aws iam put-role-policy --role-name product --policy-name AllowAssumeCompanyRole --policy-document '{"Version":"2012-10-17","Statement":[{"Sid":"AllowAssumeCompanyRole","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::111111111111:role/VendorAccessRole"}]}' --profile vendor`,
      LIST,
    ],
  ],
])('what one can type next: a vendor %s', async (_, vendor, expected) => {
  const share = { ...walkthroughShare, vendors: [vendor] };
  const sandbox = await startSandbox({ share });
  const commands = nextCommands(sandbox, share, {}, 'linux');
  await sandbox.stop();
  expect(commands).toEqual(
    expected.map((one) => (typeof one === 'string' ? one : (expect.stringMatching(one) as string))),
  );
});

test.each<[NodeJS.Platform, string, string]>([
  ['linux', "'s3://company-shared-data-bucket-12345/team data/'", 'npm run handoff -- --out handoff'],
  [
    'win32',
    '"s3://company-shared-data-bucket-12345/team data/"',
    'npx tsx bin/vendor-share.ts handoff --out handoff',
  ],
])('on %s a prefix is quoted, and options reach the command', async (platform, place, handOff) => {
  const share = { ...walkthroughShare, vendors: [{ account: '222222222222', prefixes: ['team data/'] }] };
  const sandbox = await startSandbox({ share });
  const commands = nextCommands(sandbox, share, {}, platform);
  await sandbox.stop();
  expect(commands[1]).toBe(handOff);
  expect(commands.at(-1)).toBe(`aws s3 ls ${place} --profile 111111111111-data`);
});

describe('the welcome', () => {
  const directory = 'C:\\Temp folder\\vendor';
  const homes = [
    { vendor: 'vendor', directory, profiles: [{ name: 'company', note: 'administrator' }] },
    { vendor: 'acme', directory: 'C:\\acme', profiles: [] },
  ];
  const welcomed = async (env: Environment, platform: NodeJS.Platform) => {
    const sandbox = await startSandbox({ share: walkthroughShare });
    const terminal = memoryTerminal();
    welcome(sandbox, homes, terminal, { env, platform });
    await sandbox.stop();
    return terminal.printed().replaceAll(sandbox.url, 'URL');
  };

  test('from its first line to its last', async () => {
    const sandbox = await startSandbox({ share: walkthroughShare });
    const terminal = memoryTerminal(80);
    const profiles = [
      {
        name: 'company',
        note: 'administrator of account 111111111111, whom nobody in this story ever sees at work',
      },
      { name: 'not-assigned', note: 'a colleague' },
    ];
    const env = {
      AWS_ENDPOINT_URL_S3: 'x',
      AWS_USE_FIPS_ENDPOINT: 'x',
      MY_AWS_ENDPOINT_URL_S3: 'x',
      AWS_ENDPOINT_URL_: 'x',
      AWS_USE_FIPS_ENDPOINTS: 'x',
    };
    welcome(sandbox, [{ vendor: 'vendor', directory: '/tmp/home', profiles }], terminal, {
      env,
      platform: 'linux',
      next: ['one', 'two'],
    });
    await sandbox.stop();

    expect(terminal.printed().replaceAll(sandbox.url, 'http://127.0.0.1:12345'))
      .toBe(`2 AWS accounts on http://127.0.0.1:12345. Open this address in a browser to see
who may do what, and why. Or use the AWS CLI. In another terminal:

  export AWS_ENDPOINT_URL=http://127.0.0.1:12345
  export HOME=/tmp/home

Variables already set in that terminal may override these and send requests to
the real AWS. Unset them:

  unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_REGION AWS_DEFAULT_REGION \\
    AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_CONFIG_FILE \\
    AWS_SHARED_CREDENTIALS_FILE AWS_IGNORE_CONFIGURED_ENDPOINT_URLS \\
    AWS_ENDPOINT_URL_S3 AWS_USE_FIPS_ENDPOINT

That home is a temporary folder with its own .aws; yours is neither read nor
written. Profiles in it:

  company       administrator of account 111111111111, whom nobody in this story
                ever sees at work
  not-assigned  a colleague

The sections of \`npm run handoff\` are in its .aws/config, so the commands of
that page work as they stand. Its \`aws sso login\` (version 2 of the AWS CLI)
opens a page of the sandbox. You can skip it: this user is already signed in.

Try, one after the other:

  one
  two

The people are those of parameters.ts: restart the sandbox after editing the
assignees there.

Ctrl-C stops. Requests:
`);
  });

  test('without a home there is nobody to welcome', async () => {
    const sandbox = await startSandbox({ share: walkthroughShare });
    const terminal = memoryTerminal();
    welcome(sandbox, [], terminal);
    await sandbox.stop();

    expect(terminal.printed()).toBe('');
    expect(nextCommands(sandbox, { ...walkthroughShare, vendors: [] })).toEqual([]);
  });

  test('on Windows speaks PowerShell and cmd', async () => {
    const text = await welcomed({ HTTPS_PROXY: 'http://proxy.example' }, 'win32');
    expect(text).toContain(`PowerShell:
  $env:AWS_ENDPOINT_URL = 'URL'
  $env:HOME = 'C:\\Temp folder\\vendor'
  $env:USERPROFILE = 'C:\\Temp folder\\vendor'
Command Prompt (cmd):
  set "AWS_ENDPOINT_URL=URL"
  set "HOME=C:\\Temp folder\\vendor"
  set "USERPROFILE=C:\\Temp folder\\vendor"
`);
    expect(text).toContain(`To work as the vendor acme, use this home folder instead:

PowerShell:
  $env:HOME = 'C:\\acme'
  $env:USERPROFILE = 'C:\\acme'
`);
    expect(text).toMatch(/^ {2}Remove-Item -ErrorAction Ignore Env:AWS_PROFILE,/m);
    expect(text).toMatch(/^ {2}for %v in \(AWS_PROFILE .*\) do @set "%v="$/m);
    expect(text).toContain(`  $env:NO_PROXY = '127.0.0.1'\n`);
    expect(text).toContain(`  set "NO_PROXY=127.0.0.1"\n`);
    expect(text).not.toMatch(/export|unset/);
  });

  test('in Git Bash speaks sh, and sets the home that Windows programs look for', async () => {
    const text = await welcomed({ MSYSTEM: 'UCRT64' }, 'win32');
    expect(text).toContain("  export HOME='C:\\Temp folder\\vendor'\n");
    expect(text).toContain("  export USERPROFILE='C:\\Temp folder\\vendor'\n");
    expect(text).not.toMatch(/\$env:|^ {2}set /m);
  });

  test('in PowerShell on Linux speaks PowerShell alone', async () => {
    const text = await welcomed({ PSModulePath: '/modules' }, 'linux');
    expect(text).toContain("  $env:AWS_ENDPOINT_URL = 'URL'\n");
    expect(text).not.toMatch(/export|set "|PowerShell:/);
  });

  test.each<[string, Environment, string | undefined]>([
    ['no proxy', { NO_PROXY: 'intra.example' }, undefined],
    ['a proxy', { https_proxy: 'http://proxy.example' }, '127.0.0.1'],
    ['a proxy of any name', { ALL_PROXY: 'socks5://proxy.example' }, '127.0.0.1'],
    ['an empty one', { HTTP_PROXY: '' }, undefined],
    [
      'what goes past it already',
      { HTTP_PROXY: 'http://proxy.example', NO_PROXY: '.intra.example, localhost', no_proxy: 'localhost' },
      '.intra.example,localhost,127.0.0.1',
    ],
    ['all goes past it', { HTTP_PROXY: 'http://proxy.example', no_proxy: '*' }, "'*'"],
    ['the sandbox does', { HTTP_PROXY: 'http://proxy.example', NO_PROXY: '127.0.0.1' }, '127.0.0.1'],
  ])('%s', async (_, env, past) => {
    const text = await welcomed(env, 'linux');
    expect(text.match(/^ {2}export NO_PROXY=.*$/gm)).toEqual(
      past === undefined ? null : [`  export NO_PROXY=${past} no_proxy=${past}`],
    );
  });
});

test('the farewell gives Windows its own home back', () => {
  const terminal = memoryTerminal();
  farewell(terminal, { USERPROFILE: 'C:\\Users\\Jane' }, 'win32');
  expect(terminal.noted()).toContain(`PowerShell:
  $env:USERPROFILE = 'C:\\Users\\Jane'
  Remove-Item -ErrorAction Ignore Env:HOME, Env:AWS_ENDPOINT_URL
Command Prompt (cmd):
  set "USERPROFILE=C:\\Users\\Jane"
  for %v in (HOME AWS_ENDPOINT_URL) do @set "%v="`);
});

test('the farewell gives the home back that was there', () => {
  const linux = memoryTerminal();
  farewell(linux, { HOME: '/home/jane' }, 'linux');
  expect(linux.noted()).toBe(`
Stopped; nothing is left. The home folder of the other terminal is gone: close that terminal, or run
this in it:

  export HOME=/home/jane
  unset AWS_ENDPOINT_URL`);

  const bash = memoryTerminal();
  farewell(bash, { MSYSTEM: 'UCRT64', HOME: '/c/Jane', USERPROFILE: 'C:\\Jane' }, 'win32');
  expect(bash.noted()).toContain(
    "  export HOME=/c/Jane\n  export USERPROFILE='C:\\Jane'\n  unset AWS_ENDPOINT_URL",
  );
});
