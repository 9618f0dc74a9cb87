// tools/sandbox/pages/console/console.ts and the forms of tools/sandbox/pages/page.ts
import { BUCKET, type LentRole, startWithLentRole } from '../../lent-role';
import { sendRaw } from '../../raw-request';
import { Browser, read } from './browser';

let lent: LentRole;
let browser: Browser;
const VALUES = { account: '111111111111', roleName: 'VendorAccessRole', displayName: 'CompanyDataAccess' };

beforeEach(async () => {
  lent = await startWithLentRole();
  browser = new Browser(lent.sandbox);
  await browser.get('/start');
  await browser.post('/start', { who: browser.someone('member-of-analysts') });
  await browser.post('/start', { account: '222222222222', role: 'AllowAssumeCompanyRole' });
  lent.log.splice(0);
});
afterEach(() => lent.sandbox.stop());

const OLD = 'This form is from an earlier sandbox. Nothing was done.';

test.each([
  ['without its token', { ...VALUES, token: '' }],
  ['with another token', { ...VALUES, token: 'x'.repeat(43) }],
])('a form %s does nothing', async (_, form) => {
  const page = await browser.post('/switchrole', form);
  expect(page.status).toBe(403);
  expect(read(page)).toContain(OLD);
  expect(lent.log).toEqual([]);
});

test('a form of one browser does nothing in another, where nobody has signed in', async () => {
  const other = new Browser(lent.sandbox);
  await other.get('/start');
  expect((await other.post('/switchrole', VALUES)).at).toBe('/start');
  expect(lent.log).toEqual([]);
});

test.each(['http://evil.example', 'null', 'http://127.0.0.1:1'])(
  'a page of %s can send nothing',
  async (origin) => {
    const answer = await browser.post('/switchrole', VALUES, { origin });
    expect(answer.status).toBe(403);
    expect(answer.text).toBe('The sandbox answers no page but its own.\n');
    expect(lent.log).toEqual([]);
  },
);

test('nor can another name for this computer', async () => {
  const unsigned = { host: 'evil.example' };
  const answer = await sendRaw(lent.sandbox, { path: '/start', unsigned });
  expect(answer.status).toBe(403);
  expect(answer.text).not.toContain('<');
});

test('two hundred newer sessions end one: a client without cookies begins one with each request', async () => {
  const asked = async () => (await browser.get('/s3/home')).at;
  for (let count = 0; count < 199; count++) await sendRaw(lent.sandbox, { path: '/start' });
  expect(await asked()).toBe('/s3/home');
  await sendRaw(lent.sandbox, { path: '/start' });
  expect(await asked()).toBe('/start');
});

test('the cookie is for this server, and for no script and no other site', async () => {
  const { headers } = await sendRaw(lent.sandbox, { path: '/start' });
  const port = lent.sandbox.port;
  const pattern = new RegExp(`^sandbox-console-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`);
  expect(headers['set-cookie']).toEqual([expect.stringMatching(pattern)]);
});

test('pages may not be framed, stored or read as anything else, and run no script of others', async () => {
  const { headers } = await browser.get(`/s3/buckets/${BUCKET}`);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['GET', 'POST'])('a body of any size and form is no trouble: %s', async (method) => {
  const body = method === 'POST' ? 'x'.repeat(100_000) : '';
  const { status } = await sendRaw(lent.sandbox, { method, path: '/start', body });
  expect(status).toBe(method === 'POST' ? 403 : 200);
});
