import { programFailure, withoutCommand } from '../../tools/verify/credential-program';

describe('a program that failed', () => {
  test.each([
    ['Command failed: /opt/tool --user alice --password hunter2\nno such user\n', '/opt/tool: no such user'],
    ['Command failed: /opt/tool\n  line one\nline two  ', '/opt/tool: line one\nline two'],
    ['Command failed: "/opt/my tool" x\nfailed', '/opt/my tool: failed'],
    ['Command failed: /opt/tool --password hunter2', '/opt/tool: it printed nothing'],
    ['Command failed: /opt/tool --password hunter2\n  \n', '/opt/tool: it printed nothing'],
  ])('%j: its name, and what it printed; not its options', (message, said) => {
    expect(programFailure(message)).toEqual({ code: 'ProgramFailed', message: said });
  });

  test.each([
    ['AKIAIOSFODNN7EXAMPLE', '(secret)'],
    ['got AKIAIOSFODNN7EXAMPLE, then failed', 'got (secret), then failed'],
    ['ASIAIOSFODNN7EXAMPLE', '(secret)'],
    ['A3TXIOSFODNN7EXAMPLE', '(secret)'],
    ['secret: hunter2', 'secret: (secret)'],
    ['client_secret=hunter2 x', 'client_secret=(secret) x'],
    ['{"SecretAccessKey": "a b c", "x": 1}', '{"SecretAccessKey": (secret), "x": 1}'],
    ['"Password" :\t"a b"', '"Password" :\t(secret)'],
    [`token = 'a b c' x`, 'token = (secret) x'],
    ['passwd  =  hunter2', 'passwd  =  (secret)'],
    ['Credentials: hunter2', 'Credentials: (secret)'],
    ['api_key=hunter2', 'api_key=(secret)'],
    ['SecretAccessKey="wJalr" SessionToken=""', 'SecretAccessKey=(secret) SessionToken=(secret)'],
    [`tokenA='wJalr' tokenB=''`, 'tokenA=(secret) tokenB=(secret)'],
    ['-'.repeat(40), '(secret)'],
    [`${'aZ09/+=_-'.repeat(5)} x`, '(secret) x'],
    // What is none stays.
    ['a'.repeat(39), 'a'.repeat(39)],
    ['XAKIAIOSFODNN7EXAMPLE', 'XAKIAIOSFODNN7EXAMPLE'],
    ['AKIA12345', 'AKIA12345'],
    ['no token was found', 'no token was found'],
    ['the key is missing', 'the key is missing'],
  ])('that printed %s: %s', (printed, said) => {
    const message = `/opt/tool: ${said}`;
    expect(programFailure(`Command failed: /opt/tool\n${printed}`)).toEqual({
      code: 'ProgramFailed',
      message,
    });
  });
});

test.each([
  'Profile p credential_process did not return Version 1.',
  'Profile p credential_process returned expired credentials.',
  'Profile p credential_process returned invalid credentials.',
])('a program that gave no keys: %s', (message) => {
  expect(programFailure(message)).toEqual({ code: 'ProgramSaidNoKeys', message });
});

describe('nothing about the program', () => {
  test.each([
    ['another text of the SDK', 'Could not load credentials from any providers'],
    ['a text that only quotes one', 'It said: Command failed: /opt/tool\nfailed'],
  ])('%s', (_, message) => {
    expect(programFailure(message)).toBeUndefined();
  });

  // https://github.com/boto/botocore/blob/develop/botocore/exceptions.py
  test.each([
    'Error loading SSO Token: Token for acme does not exist',
    'The SSO session associated with this profile has expired or is otherwise invalid.',
    'Token has expired and refresh failed',
    'The config profile (p) could not be found',
    'Unable to locate credentials. You can configure credentials by running "aws login".',
    'Partial credentials found in shared-credentials-file, missing: aws_secret_access_key',
    'The specified sso-session does not exist: "acme"',
    'The SSO configuration is missing required configuration: sso_region',
    'An error occurred (ExpiredToken) when calling the AssumeRole operation: expired',
    'An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access',
    'An error occurred (UnauthorizedException) when calling the GetRoleCredentials operation: x',
    'An error occurred (InvalidClientTokenId) when calling the GetCallerIdentity operation: x',
    'An error occurred (AccessDenied) when calling the AssumeRole operation: x',
    'An error occurred (AccessDeniedException) when calling the AssumeRole operation: x',
  ])('the AWS CLI’s own words: %s', (printed) => {
    expect(programFailure(`Command failed: aws configure export-credentials\n\n${printed}`)).toBeUndefined();
  });
});

test.each([
  ['Command failed: aws --password hunter2\n\n  No access', 'No access'],
  ['Command failed: aws\nNo access\nat all', 'No access\nat all'],
  ['It said: Command failed: aws\nx', 'It said: Command failed: aws\nx'],
  ['Command failed: aws', 'Command failed: aws'],
])('%j without its command: %j', (message, rest) => {
  expect(withoutCommand(message)).toBe(rest);
});
