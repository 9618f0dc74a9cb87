// tools/handoff/page.ts, with all of tools/handoff/ behind it
// The page by who the vendor is and by what is shared: the sections and the sentences that make the difference.
import { company, handoffTo, VENDORS } from './kinds';

/** On one line, as it is read and not as it is broken. */
const inOneLine = (page: string) => page.replaceAll('\n', ' ');

const PEOPLE = [
  'Once: set up your computer',
  'Every day: three commands',
  'In the browser',
  'When it does not work',
  'For your administrator',
];

test.each<[vendor: keyof typeof VENDORS, sections: string[]]>([
  ['with an Identity Center in the share', PEOPLE],
  [
    'known by its account',
    [...PEOPLE, 'The same without the template', 'Without Identity Center', 'With this project'],
  ],
  ['whose permission set alone borrows', [...PEOPLE, 'The same without the template', 'With this project']],
  ['whose role borrows', [...PEOPLE, 'The same by a template', 'If a role or user is made anew']],
  ['whose user borrows', [...PEOPLE, 'The same by a template', 'If a role or user is made anew']],
  [
    'that is a product',
    [
      'What you got',
      'For the AWS CLI and for programs: the set-up',
      'To see that it works: three commands',
      'When it does not work',
      'For your administrator',
    ],
  ],
])('the page of a vendor %s has its sections', (vendor, sections) => {
  const headings = handoffTo(VENDORS[vendor]).page.matchAll(/^##+ (.*)$/gm);
  expect([...headings].map(([, heading]) => heading)).toEqual(sections);
});

test('the page of a product begins with what is pasted into it, and says that there may be nothing to deploy', () => {
  expect(handoffTo(VENDORS['that is a product']).page).toMatch(
    `# Read access to \`company-shared-data-bucket-12345\`

Paste these into your product:

| what it asks for | value |
| --- | --- |
| role ARN | \`arn:aws:iam::111111111111:role/VendorAccessRole\` |
| ExternalId | \`agreement-2026\` |
| bucket | \`company-shared-data-bucket-12345\` |
| region | \`ap-northeast-1\` |

There may be nothing else to do and nothing to deploy: such a product assumes the role itself.
`,
  );
});

test.each<[what: string, page: string, sentence: string]>([
  [
    'who borrows, by account',
    handoffTo(VENDORS['with several accounts']).page,
    '| you are | users of AWS accounts `222222222222` and `333333333333` |',
  ],
  [
    'who borrows, by ARN',
    handoffTo(VENDORS['whose role borrows']).page,
    '| you are | the role `etl` of AWS account `222222222222` |',
  ],
  [
    'that the access survives the role',
    handoffTo(VENDORS['whose role borrows']).page,
    "survives it if a role or user is deleted and made again under the same name, because the company's trust policy asks for its ARN and does not name it as a principal.",
  ],
  [
    'how a role comes to the console',
    handoffTo(VENDORS['whose role borrows']).page,
    '1. sign in to account `222222222222` as the role `etl` 2. borrow the role',
  ],
  [
    'which accounts a permission set opens',
    handoffTo(VENDORS['with several accounts']).page,
    'open account `222222222222` or `333333333333` with `AllowAssumeCompanyRole`',
  ],
  [
    'what else may be read',
    handoffTo({ account: '222222222222', alsoRead: ['location', 'versions', 'tags'] }).page,
    'and also read which region the bucket is in, old versions of the objects and the tags of the objects; nothing else, and you can write nothing |',
  ],
  [
    'what a tool that asks for the region needs',
    handoffTo(VENDORS['known by its account']).page,
    '| `AccessDenied` … `GetBucketLocation` | your tool asks where the bucket is, and you may not: set its region to `ap-northeast-1` yourself |',
  ],
  [
    'that a key needs nothing',
    handoffTo(VENDORS['known by its account'], { kmsKey: 'make' }).page,
    "| encryption | the objects are encrypted with a key of the company's. There is nothing to do: S3 decrypts them for you |",
  ],
  [
    'that S3 separates the prefixes',
    handoffTo({ account: '222222222222', prefixes: ['a/'] }, { kmsKey: 'make' }).page,
    'S3 decides which prefixes you may read, and the key does not |',
  ],
  [
    'that a bucket has a policy of its own',
    handoffTo(VENDORS['known by its account'], { bucket: 'existing' }).page,
    'or the bucket has a policy that denies it |',
  ],
  [
    'that an access has ended',
    handoffTo({ account: '222222222222', until: '2026-05-31T15:00:00Z' }).page,
    '| the access ends | 2026-05-31T15:00:00Z (1 June 2026, 00:00 Asia/Tokyo). That is past: the access has ended |',
  ],
])('the page says %s', (_what, page, sentence) => expect(inOneLine(page)).toContain(sentence));

test('where the region of the bucket may be read, no row is about a tool that asks for it', () => {
  expect(handoffTo({ account: '222222222222', alsoRead: ['location'] }).page).not.toContain(
    'GetBucketLocation',
  );
});

test('without the share’s options the page is silent about them', () => {
  const { page } = handoffTo(VENDORS['known by its account']);
  expect(page).not.toMatch(/encrypt|key of the company's\.|also read|ExternalId|prefix/);
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
