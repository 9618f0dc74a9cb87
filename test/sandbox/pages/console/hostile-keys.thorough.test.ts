// Names that somebody else chose, in tools/sandbox/pages/console/s3.ts, switch-role.ts and screen.ts
import { BUCKET, type LentRole, startWithLentRole } from '../../lent-role';
import { Browser, read } from './browser';

let lent: LentRole;
let browser: Browser;
const LIST = `/s3/buckets/${BUCKET}?region=ap-northeast-1`;

beforeAll(async () => {
  lent = await startWithLentRole();
  browser = new Browser(lent.sandbox);
  await browser.get('/start');
  await browser.post('/start', { who: browser.someone('member-of-analysts') });
  await browser.post('/start', { account: '222222222222', role: 'AllowAssumeCompanyRole' });
  await browser.post('/switchrole', {
    account: '111111111111',
    roleName: 'VendorAccessRole',
    displayName: '"><script>alert(1)</script>\u202e',
  });
});
afterAll(() => lent.sandbox.stop());

/** Its place (the folders before it), what the page shows of it, and what the file is called. */
const KEYS: readonly (readonly [key: string, prefix: string, shown: string, file: string])[] = [
  [
    '<img src=x onerror=alert(1)>.txt',
    '',
    '<img src=x onerror=alert(1)>.txt',
    '%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E.txt',
  ],
  ['</script><script>alert(1)</script>', '</script><script>alert(1)</', 'script>', 'script%3E'],
  ['"quoted" \'key\'', '', '"quoted" \'key\'', '%22quoted%22%20%27key%27'],
  ['rtl \u202egnp.exe', '', 'rtl \\u{202e}gnp.exe', 'rtl%20%E2%80%AEgnp.exe'],
  [
    'かな ファイル.txt',
    '',
    'かな ファイル.txt',
    '%E3%81%8B%E3%81%AA%20%E3%83%95%E3%82%A1%E3%82%A4%E3%83%AB.txt',
  ],
  ['a/../b.txt', 'a/../', 'b.txt', 'b.txt'],
  ['../../etc/passwd', '../../etc/', 'passwd', 'passwd'],
  ['//double', '//', 'double', 'double'],
  ['100% & more + plus.txt', '', '100% & more + plus.txt', '100%25%20%26%20more%20%2B%20plus.txt'],
  ['%2e%2e%2f', '', '%2e%2e%2f', '%252e%252e%252f'],
  ['new\nline\r\n', '', 'new line\\u{d} ', 'new%0Aline%0D%0A'],
  ['control\u0001\u007f', '', 'control\\u{1}\\u{7f}', 'control%01%7F'],
  ['folder/', 'folder/', 'folder/', 'download'],
  ['dots/..', 'dots/', '..', 'download'],
  ['?region=x&prefix=y#z', '', '?region=x&prefix=y#z', '%3Fregion%3Dx%26prefix%3Dy%23z'],
  ['k'.repeat(1024), '', 'k'.repeat(1024), 'k'.repeat(1024)],
];

test.each(KEYS)(
  '%j is shown as it is, harmless, and downloaded byte for byte',
  async (key, prefix, shown, file) => {
    const content = Buffer.from([0, 255, 10, ...Buffer.from(key)]);
    await lent.sandbox.objects.put(BUCKET, key, content, 'text/html');
    try {
      // The way of a reader: from the top through the folders.
      let page = await browser.get(LIST);
      for (const folder of prefix.match(/[^/]*\//g) ?? []) {
        const link = links(page.text, 'buckets').find((one) => one.name === folder);
        page = await browser.get(link?.to ?? 'no such folder');
      }
      expect(page.text).not.toMatch(/<img|alert\(1\)<\/script>|\u202e/);
      expect(page.text.match(/<script/g)).toHaveLength(1);
      const rows = read(page);
      expect(rows).toContain(` ${shown.replace(/\s+/g, ' ').trim()} `);
      const objects = links(page.text, 'object').filter(({ to }) => !to.includes('test-data'));
      expect(objects).toHaveLength(1);
      const answer = await browser.get(objects[0]!.to);
      expect(answer.status).toBe(200);
      expect(answer.bytes).toEqual(content);
      expect(answer.headers.get('content-type')).toBe('application/octet-stream');
      expect(answer.headers.get('content-disposition')).toContain(`; filename*=UTF-8''${file}`);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .-]+"; /);
    } finally {
      await lent.sandbox.objects.delete(BUCKET, key);
    }
  },
);

/** The links of the table. */
function links(text: string, kind: 'buckets' | 'object'): { to: string; name: string }[] {
  const unescaped = (html: string): string =>
    html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const pattern = new RegExp(
    `<td><a (?:class="btn" )?href="(/s3/${kind}/[^"]*)">(?:<code>([^<]*)</code>)?`,
    'g',
  );
  return [...text.matchAll(pattern)].map(([, to = '', name = '']) => ({
    to: unescaped(to),
    name: unescaped(name),
  }));
}

test('a display name is a label and nothing else', async () => {
  const { text } = await browser.get('/s3/home');
  expect(text).toContain('&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;\\u{202e}');
  expect(text.match(/<script/g)).toHaveLength(1);
});

test('an address is shown as text', async () => {
  const { text } = await browser.get(`${LIST}&prefix=%3Cscript%3Ealert(1)%3C/script%3E&%22onload=%22x`);
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).not.toContain('"onload');
});

test.each(['%ff', '%00', '..%2f..', '%3Cscript%3E'])(
  'a bucket’s name in the address may be anything: %s',
  async (name) => {
    const { status, text } = await browser.get(`/s3/buckets/${name}`);
    expect([200, 400, 404]).toContain(status);
    expect(text).not.toContain('<script>alert');
  },
);
