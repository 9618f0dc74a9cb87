// tools/handoff/page.ts, with all of tools/handoff/ behind it
// The page by who the vendor is and by what is shared: the sections and the sentences that make the difference.
import { company, handoffTo, VENDORS } from './kinds';

/** On one line, as it is read and not as it is broken. */
const inOneLine = (page: string) => page.replaceAll('\n', ' ');

const BEGINNING = ['What this is for', 'What you may do', 'When it ends'];
const END = ['When it does not work', 'Whom to ask'];
const PEOPLE = [
  ...BEGINNING,
  'Once: set up your computer',
  'Every day: three commands',
  'In the browser',
  'For your administrator',
];

test.each<[vendor: keyof typeof VENDORS, sections: string[]]>([
  ['with an Identity Center in the share', [...PEOPLE, ...END]],
  [
    'known by its account',
    [...PEOPLE, 'The same without the template', 'Without Identity Center', 'With this project', ...END],
  ],
  [
    'whose permission set alone borrows',
    [...PEOPLE, 'The same without the template', 'With this project', ...END],
  ],
  ['whose role borrows', [...PEOPLE, 'The same by a template', 'If a role or user is made again', ...END]],
  ['whose user borrows', [...PEOPLE, 'The same by a template', 'If a role or user is made again', ...END]],
  [
    'that is a product',
    [
      ...BEGINNING,
      'For the AWS CLI and for programs: the set-up',
      'To see that it works: three commands',
      'For your administrator',
      ...END,
    ],
  ],
])('the page of a vendor %s has its sections', (vendor, sections) => {
  const headings = handoffTo(VENDORS[vendor]).page.matchAll(/^##+ (.*)$/gm);
  expect([...headings].map(([, heading]) => heading)).toEqual(sections);
});

test('the page of a product begins with what is pasted into it, and says that there may be nothing to deploy', () => {
  expect(handoffTo(VENDORS['that is a product']).page).toContain(
    `Paste these values into your product:

| what it asks for | value |
| --- | --- |
| role ARN | \`arn:aws:iam::111111111111:role/VendorAccessRole\` |
| ExternalId | \`agreement-2026\` |
| bucket | \`company-shared-data-bucket-12345\` |
| region | \`ap-northeast-1\` |

There may be nothing else to do and nothing to deploy: such a product assumes the role by itself.
`,
  );
});

test.each<[what: string, page: string, sentence: string]>([
  [
    'what a product’s configuration is made for',
    handoffTo(VENDORS['that is a product']).page,
    'On an EC2 machine that has a role, nothing in it has to be changed; the remarks say what to write elsewhere.',
  ],
  [
    'who borrows, by account',
    handoffTo(VENDORS['with several accounts']).page,
    '| who you are | users of AWS accounts `222222222222` and `333333333333` |',
  ],
  [
    'who borrows, by ARN',
    handoffTo(VENDORS['whose role borrows']).page,
    '| who you are | the role `etl` of AWS account `222222222222` |',
  ],
  [
    'that the access survives the role',
    handoffTo(VENDORS['whose role borrows']).page,
    'If a role or user is deleted and made again under the same name, it only needs this policy again.',
  ],
  [
    'how a role comes to the console',
    handoffTo(VENDORS['whose role borrows']).page,
    '1. **Sign in:** Sign in to account `222222222222` as the role `etl`. 2. **Assume the role:**',
  ],
  [
    'which accounts a permission set opens',
    handoffTo(VENDORS['with several accounts']).page,
    'open account `222222222222` or `333333333333` with',
  ],
  [
    'what else may be read',
    handoffTo({ account: '222222222222', alsoRead: ['location', 'versions', 'tags'] }).page,
    'and also read which region the bucket is in, old versions of the objects and the tags of the objects; nothing else, and you cannot write anything |',
  ],
  [
    'what a tool that asks for the region needs',
    handoffTo(VENDORS['known by its account']).page,
    '| `AccessDenied` … `s3:GetBucketLocation` | Your tool asks which region the bucket is in, and you may not ask that. Set the region to `ap-northeast-1` in the tool. | nobody: you can do it yourself |',
  ],
  [
    'that a key needs nothing',
    handoffTo(VENDORS['known by its account'], { kmsKey: 'make' }).page,
    '| encryption | The objects are encrypted with a key of the company. There is nothing to do: S3 decrypts them for you. |',
  ],
  [
    'that S3 separates the prefixes',
    handoffTo({ account: '222222222222', prefixes: ['a/'] }, { kmsKey: 'make' }).page,
    'Which prefixes you may read is decided by S3, and not by the key. |',
  ],
  [
    'that a bucket has a policy of its own',
    handoffTo(VENDORS['known by its account'], { bucket: 'existing' }).page,
    'The bucket may also have a policy that denies it. |',
  ],
  [
    'that an access has ended',
    handoffTo({ account: '222222222222', until: '2026-05-31T15:00:00Z' }).page,
    'The access ended on 1 June 2026, 00:00 Asia/Tokyo (`2026-05-31T15:00:00Z`).',
  ],
  [
    'that a listing needs the whole prefix, with its slash',
    handoffTo({ account: '222222222222', prefixes: ['a/', 'b/c/'] }).page,
    '| `AccessDenied` … `s3:ListBucket` | You may list only below `a/` or `b/c/`. Write the whole prefix, with its slash at the end: `aws s3 ls s3://company-shared-data-bucket-12345/a/ --profile 111111111111-data` |',
  ],
  [
    'that --profile was forgotten',
    handoffTo(VENDORS['known by its account']).page,
    '| `Unable to locate credentials` | `--profile 111111111111-data` is missing, so the command did not use the role. |',
  ],
  [
    'with which profile one signs in',
    handoffTo(VENDORS['known by its account']).page,
    '| `Missing the following required SSO configuration values` | You tried to sign in with the profile `111111111111-data`. Sign in with `111111111111-user`: `aws sso login --profile 111111111111-user` |',
  ],
  [
    'that external_id is missing',
    handoffTo({ ...VENDORS['known by its account'], borrowers: 'permission-set', externalId: 'x-42' }).page,
    '`external_id` is missing in the section `[profile 111111111111-data]`, or is not exactly `x-42`.',
  ],
  [
    'that the end has passed',
    handoffTo({ account: '222222222222', until: '2027-01-31T00:00:00Z' }).page,
    '| `AccessDenied` | After 31 January 2027, 09:00 Asia/Tokyo (`2027-01-31T00:00:00Z`) this is as it should be: the access has ended.',
  ],
  [
    'that a presigned link ends with the session',
    handoffTo(VENDORS['known by its account']).page,
    '`Request has expired` | A presigned link ends with the session that made it, after one hour at most',
  ],
  [
    'that the role cannot write into a bucket of one’s own',
    handoffTo(VENDORS['known by its account']).page,
    'Copy to your computer first, and from there to your bucket with your own profile, without `--profile 111111111111-data`. |',
  ],
  [
    'that the console cannot send an ExternalId',
    handoffTo({ ...VENDORS['known by its account'], borrowers: 'permission-set', externalId: 'x-42' }).page,
    'The role asks for an ExternalId, and the console cannot send one. Use the commands of this page. |',
  ],
  [
    'that a new region must be enabled, where it says who may do what',
    handoffTo(VENDORS['with several accounts'], { region: 'me-south-1' }).page,
    '| region | `me-south-1`, an opt-in region: accounts `222222222222` and `333333333333` must have enabled it |',
  ],
  [
    'that a new region must be enabled, to the administrator',
    handoffTo(VENDORS['that is a product'], { region: 'me-south-1' }).page,
    '## For your administrator  `me-south-1` is an opt-in region. If account `222222222222` has not enabled it, enable it first',
  ],
  [
    'that a new region must be enabled, where it fails',
    handoffTo(VENDORS['whose role borrows'], { region: 'me-south-1' }).page,
    '| `InvalidClientTokenId`, `InvalidToken` | `me-south-1` is an opt-in region',
  ],
])('the page says %s', (_what, page, sentence) => expect(inOneLine(page)).toContain(sentence));

test('where the region of the bucket may be read, no row is about a tool that asks for it', () => {
  expect(handoffTo({ account: '222222222222', alsoRead: ['location'] }).page).not.toContain(
    'GetBucketLocation',
  );
});

test('without the share’s options the page is silent about them', () => {
  const { page } = handoffTo(VENDORS['known by its account']);
  expect(page).not.toMatch(/encrypt|decrypt|also read|ExternalId|external_id|prefix|opt-in/);
});

test('a group’s name is text on the page, and never markup', () => {
  const known = VENDORS['with an Identity Center in the share'];
  const name = '**<img src=x>** `a` [b](c) \u202e_d_ | e';
  const { page } = handoffTo({ ...known, assignees: [{ ...known.assignees[0], name }] });
  expect(page).toContain('group **\\*\\*\\<img src=x\\>\\*\\* \\`a\\` \\[b\\](c) \\u{202e}\\_d\\_ \\| e**');
});

test('a description cannot close the block of commands that it stands in', () => {
  const { page } = handoffTo({ ...VENDORS['known by its account'], permissionSetDescription: 'a\n```\n# b' });
  expect(page).toContain('````sh\nGROUP_ID=YOUR-GROUP-ID\nPERMISSION_SET_ARN=$(');
  expect(page).toContain("--description 'a\n```\n# b'");
});

test('two companies’ configs share no section', () => {
  const sections = (name: string) =>
    [...handoffTo(VENDORS['known by its account'], { ...company, name }).config.matchAll(/^\[.*\]$/gm)].map(
      String,
    );
  expect(sections('acme').filter((section) => sections('globex').includes(section))).toEqual([]);
});
