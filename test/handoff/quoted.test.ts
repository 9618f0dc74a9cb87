// tools/handoff/troubleshooting.ts, and the table of symptoms in docs/troubleshooting.md
// What is quoted there is what AWS and its clients really show.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handoffTo, VENDORS } from './kinds';

const root = join(__dirname, '..', '..');

interface Answer {
  readonly code: string | null;
  readonly message: string;
}

const recorded = JSON.parse(
  readFileSync(join(root, 'test', 'cases', 'aws-answers.json'), 'utf8'),
) as readonly Answer[];

/** What no recorded answer has: the texts of AWS's clients and of the console, and of this project, each from its source. */
const ELSEWHERE: readonly (readonly [source: string, text: string])[] = [
  // botocore 1.43: exceptions.py and credentials.py
  ['botocore ConfigParseError', 'Unable to parse config file: /home/jane/.aws/config'],
  [
    'botocore EndpointConnectionError',
    'Could not connect to the endpoint URL: "https://oidc.REGION.amazonaws.com/token"',
  ],
  [
    'botocore InvalidConfigError',
    'The source_profile "A-PROFILE-THAT-YOU-HAVE" referenced in the profile "x" does not exist.',
  ],
  ['botocore CredentialRetrievalError', 'No credentials found in credential_source referenced in profile x'],
  // https://github.com/aws/aws-cli/issues/7632
  [
    'AWS CLI 2, aws sso login',
    'Missing the following required SSO configuration values: sso_start_url, sso_region. To make sure this profile is properly configured to use SSO, please run: aws configure sso',
  ],
  // botocore ClientError: how every operation's error is shown
  ...['ListObjectsV2', 'GetObject', 'PutObject', 'CopyObject', 'CreateMultipartUpload'].map(
    (operation) =>
      [
        'AWS CLI',
        `An error occurred (AccessDenied) when calling the ${operation} operation: Access Denied`,
      ] as const,
  ),
  ['AWS CLI', 'An error occurred (403) when calling the HeadObject operation: Forbidden'],
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html and the S3 console, as people quote them
  ['S3 console', "You don't have permissions to list buckets"],
  ['S3 console before 2024', 'Access Denied'],
  // tests/test_durations of people who asked for more: "exceeds the 1 hour session limit", as recorded answers of STS
  [
    'STS',
    'ValidationError: The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
  ],
  // https://docs.aws.amazon.com/cdk/v2/guide/troubleshooting.html
  [
    'AWS CDK CLI 2',
    "SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped? Please run 'cdk bootstrap'",
  ],
  // docs/commands.md: this project's own
  ['this project', 'The promise is broken'],
  ['this project', 'parameters.ts:'],
];

/** What this project says: its tables of words, but for the page that is tested here. */
const own = readdirSync(join(root, 'words'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('handoff'))
  .flatMap((file) => readFileSync(join(root, 'words', file), 'utf8').split('\n'));

const texts = [
  ...recorded.map(({ code, message }) => `(${code ?? ''}) ${message}`),
  ...ELSEWHERE.map(([, text]) => text),
  ...own,
];

/** A text with gaps is shown if something has its pieces in this order. */
function isShown(quoted: string): boolean {
  return texts.some((text) => {
    let from = 0;
    return quoted.split('…').every((piece) => {
      const at = text.indexOf(piece.trim(), from);
      from = at + piece.trim().length;
      return at >= 0;
    });
  });
}

/** The quotes of a cell; `a` … `b` is one, with a gap. */
function quotesIn(cell: string): string[] {
  return [...cell.replaceAll(/[`*] … [`*]/g, '…').matchAll(/`([^`]+)`|\*([^*]+)\*/g)].map(
    ([, code, words]) => code ?? words ?? '',
  );
}

function firstCells(markdown: string): string[] {
  const rows = markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\| (---|what you see)/.test(line));
  return rows.map((row) => row.split(/(?<!\\) \|/)[0]?.slice(2) ?? '');
}

test.each(Object.entries(VENDORS))('the page of a vendor %s quotes what is really shown', (_kind, vendor) => {
  const changes = {
    region: 'me-south-1',
    bucket: 'existing',
    kmsKey: 'arn:aws:kms:me-south-1:111111111111:key/1234abcd',
  } as const;
  const { page } = handoffTo({ ...vendor, prefixes: ['a/'], until: '2100-01-01T00:00:00Z' }, changes);
  const cells = firstCells(page.slice(page.indexOf('## When it does not work')));
  expect(cells.length).toBeGreaterThan(8);
  expect(cells.filter((cell) => quotesIn(cell).length === 0)).toEqual([]);
  expect(cells.flatMap(quotesIn).filter((quoted) => !isShown(quoted))).toEqual([]);
});

/** What is typed, and names of parameters, in the column of what is seen. */
const TYPED = /^(aws |npx |prefixes$|sso:$)/;

test('docs/troubleshooting.md quotes what is really shown', () => {
  const cells = firstCells(readFileSync(join(root, 'docs', 'troubleshooting.md'), 'utf8'));
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.flatMap(quotesIn).filter((quoted) => !TYPED.test(quoted) && !isShown(quoted))).toEqual([]);
});
