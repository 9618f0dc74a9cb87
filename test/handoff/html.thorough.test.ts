// tools/handoff/html.ts, with html-style.ts and systems.ts
// The page for a browser, of each kind of vendor and in each language.
import type { Company, Vendor } from '../../lib/share/share';
import { handoffHtml } from '../../tools/handoff/html';
import { en as administrator } from '../../words/handoff-administrator/en';
import { en as trouble } from '../../words/handoff-trouble/en';
import { en as letter } from '../../words/handoff/en';
import { handoffTo, VENDORS } from './kinds';

const OPTIONS: Partial<Company> = {
  name: 'acme',
  contact: 'data@company.example',
  region: 'me-south-1',
  bucket: 'existing',
  kmsKey: 'arn:aws:kms:me-south-1:111111111111:key/1234abcd',
};
const MORE: Partial<Vendor> = {
  prefixes: ["team a/it's/", 'b/'],
  alsoRead: ['versions', 'tags'],
  until: '2027-01-31T00:00:00Z',
};

/** Each kind of vendor, plain and with all that a share can say. */
const HANDOFFS = Object.entries<Vendor>(VENDORS).flatMap(([kind, vendor]) => [
  [kind, handoffTo(vendor)] as const,
  [`${kind}, with all options`, handoffTo({ ...vendor, ...MORE }, OPTIONS)] as const,
]);

/** What can be read, in one line. */
function textOf(page: string): string {
  return page
    .replaceAll(/<(style|script)\b[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replaceAll(/\s+/g, ' ');
}

/** The English sentences, without slots, code, and what AWS itself shows. */
const ENGLISH = [letter, trouble, administrator]
  .flatMap((table) => Object.values<string>(table))
  .flatMap((message) => message.split(/\{\w+\}|`[^`]*`|\*[^*]*\*|\[|\]\(/))
  .map((piece) => piece.trim())
  .filter((piece) => piece.split(' ').length >= 3);

test.each(HANDOFFS)(
  'of a vendor %s: the Japanese page has no English sentence, and the reverse',
  (_kind, handoff) => {
    // What is copied is the same in all languages.
    const ja = textOf(handoffHtml(handoff, ['ja']).replaceAll(/<pre\b[^]*?<\/pre>/g, ''));
    expect(ENGLISH.length).toBeGreaterThan(100);
    expect(ENGLISH.filter((piece) => ja.includes(piece))).toEqual([]);
    expect(textOf(handoffHtml(handoff, ['en']))).not.toMatch(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u);
  },
);

test.each(HANDOFFS)(
  'of a vendor %s: one h1, no gap in the headings, no id twice, no inline style',
  (_kind, handoff) => {
    const page = handoffHtml(handoff, ['ja', 'en']);
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const elements = page.replaceAll(/<(style|script)>[^]*?<\/\1>/g, '');
    expect(elements).not.toMatch(/ style=| on\w+=|unsafe-inline|undefined|false/);
  },
);

test.each(HANDOFFS)(
  'of a vendor %s: every line of code on the Markdown page can be copied',
  (_kind, handoff) => {
    const page = handoffHtml(handoff, ['ja', 'en']);
    const copied = [...page.matchAll(/<pre\b[^>]*>([^]*?)<\/pre>/g)].map(([, text = '']) => textOf(text));
    const blocks = [...handoff.page.matchAll(/^ *(`{3,})\w+\n([^]*?)\n *\1$/gm)].map(
      ([, , text = '']) => text,
    );
    const lines = blocks
      .flatMap((text) => text.split('\n'))
      .map((line) => line.replaceAll(/\s+/g, ' ').trim());
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => !copied.some((text) => text.includes(line)))).toEqual([]);
  },
);

test('what somebody else has named is text, and never markup', () => {
  const known = VENDORS['with an Identity Center in the share'];
  const name = '<img src=x onerror=alert(1)> **a** [b](https://c.example) \u202e';
  const handoff = handoffTo({ ...known, assignees: [{ ...known.assignees[0], name }] }, { contact: name });
  const page = handoffHtml(handoff, ['ja', 'en']);
  expect(page).not.toMatch(/<img|href="https:\/\/c\.example|\u202e/);
  const shown = '<img src=x onerror=alert(1)> **a** [b](https://c.example) \\u{202e}';
  expect(textOf(page)).toContain(`グループ ${shown} (a1b2c3d4`);
  expect(textOf(page)).toContain(`連絡先: ${shown}`);
});

test.each<[seen: string, turnTo: string]>([
  ['Token has expired and refresh failed', ''],
  ['Could not connect to the endpoint URL', 'your administrator'],
  ['ForbiddenException … No access', 'your administrator'],
  ['Unable to parse config file', ''],
  ['AccessDenied … sts:AssumeRole', 'first your administrator'],
  ['AccessDenied … ListObjectsV2', 'the company'],
  ['AccessDenied … PutObject', ''],
  [
    'Invalid information in one or more fields. Check your information or contact your administrator.',
    'first your administrator',
  ],
  ["You don't have permissions to list buckets", ''],
])('who sees %s turns to: %s', (seen, turnTo) => {
  const handoff = handoffTo(VENDORS['known by its account']);
  const rows = handoffHtml(handoff, ['en'])
    .split('<dt>')
    .map((row) => row.split('</dd>')[0] ?? '');
  const [row = ''] = rows.filter((one) => textOf(one).startsWith(seen));
  expect(/class="chip [^]*?<\/svg>([^<]*)/.exec(row)?.[1] ?? '').toBe(turnTo);
  const cells = handoff.page.split('\n').find((line) => line.replaceAll('`', '').startsWith(`| ${seen}`));
  expect(cells).toMatch(new RegExp(`\\| ${turnTo || 'nobody: you can do it yourself'} \\|$`));
});

test('each system has its own command where quoting differs, and one command where it does not', () => {
  const page = handoffHtml(handoffTo({ account: '222222222222', prefixes: ["it's/"] }), ['en']);
  const systems = [...page.matchAll(/<div class="system (\w+)"><div class="term">\s*<pre>([^]*?)<\/pre>/g)];
  expect(systems.slice(0, 2).map(([, system, text = '']) => [system, textOf(text)])).toEqual([
    ['windows', "aws s3 ls 's3://company-shared-data-bucket-12345/it''s/' --profile 111111111111-data"],
    ['macos', "aws s3 ls 's3://company-shared-data-bucket-12345/it'\\''s/' --profile 111111111111-data"],
  ]);
  expect(page.match(/aws sso login/g)).toHaveLength(3);
});

test('in the browser each step has its address, and each prefix its own', () => {
  const page = handoffHtml(
    handoffTo({ ...VENDORS['with an Identity Center in the share'], prefixes: ['a/', 'b/'] }),
    ['en'],
  );
  expect(
    [...page.matchAll(/<a class="btn" href="([^"]*)"/g)].map(([, address = '']) => textOf(address)),
  ).toEqual([
    'https://vendor.awsapps.com/start',
    'https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=VendorAccessRole&displayName=CompanyDataAccess',
    'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1&prefix=a/',
    'https://ap-northeast-1.console.aws.amazon.com/s3/buckets/company-shared-data-bucket-12345?region=ap-northeast-1&prefix=b/',
  ]);
});

test('with an ExternalId the browser is said to be impossible, and there is nothing to open', () => {
  const page = handoffHtml(
    handoffTo({ ...VENDORS['known by its account'], borrowers: 'permission-set', externalId: 'x-42' }),
    ['en'],
  );
  expect(textOf(page)).toContain('In the browser: not possible');
  expect(page).not.toContain('class="btn"');
});

test('a product begins with what is pasted into it, and has no steps in the browser', () => {
  const page = textOf(handoffHtml(handoffTo(VENDORS['that is a product']), ['en']));
  expect(page.indexOf('Paste these values into your product:')).toBeLessThan(page.indexOf('aws s3 ls'));
  expect(page).not.toContain('In the browser');
});

test('the page says from whom it is, to whom, of which day, and that it holds no secrets', () => {
  const vendor = { ...VENDORS['known by its account'], name: 'Globex' };
  const page = textOf(
    handoffHtml(handoffTo(vendor, { name: 'acme', contact: 'data@company.example' }), ['ja']),
  );
  expect(page).toContain('acme から Globex の方へ');
  expect(page).toContain(
    '発行: acme (AWS アカウント 111111111111)、2026 年 6 月 1 日。連絡先: data@company.example',
  );
  expect(page).toContain('このページに秘密の情報は含まれていません。');
});
