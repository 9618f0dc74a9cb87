// tools/sandbox/pages/console/console.ts and the pages that it shows: start.ts, switch-role.ts, s3.ts,
// attempts.ts, screen.ts, visit.ts, style.ts
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { allow, BUCKET, type LentRole, startWithLentRole } from '../../lent-role';
import { sts } from '../../clients';
import { Browser, read } from './browser';

const LINK = '/switchrole?account=111111111111&roleName=VendorAccessRole&displayName=CompanyDataAccess';
const VALUES = { account: '111111111111', roleName: 'VendorAccessRole', displayName: 'CompanyDataAccess' };
const LIST = `/s3/buckets/${BUCKET}?region=ap-northeast-1`;
const OBJECT = `/s3/object/${BUCKET}?region=ap-northeast-1&prefix=test-data.txt`;

let lent: LentRole;
let browser: Browser;

beforeEach(async () => {
  lent = await startWithLentRole();
  browser = new Browser(lent.sandbox);
});
afterEach(() => lent.sandbox.stop());

async function become(name: string) {
  await browser.get('/start');
  return browser.post('/start', { who: browser.someone(name) });
}

async function enter() {
  await become('member-of-analysts');
  return browser.post('/start', { account: '222222222222', role: 'AllowAssumeCompanyRole' });
}

async function switchTo(values: Record<string, string> = VALUES) {
  await enter();
  return browser.post('/switchrole', values);
}

/** What the log has of the pages' own requests, since it was asked last. */
const asked = (): string[] => lent.log.splice(0).map(({ operation, status }) => `${operation} ${status}`);

describe('the way', () => {
  test('each click is a request of the one who clicks', async () => {
    const start = await browser.get('/start');
    expect(read(start)).toContain('Who do you want to be?');
    expect(asked()).toEqual([]);
    const accounts = await become('member-of-analysts');
    expect(read(accounts)).toContain('Vendor 222222222222 AllowAssumeCompanyRole permission set');
    expect(asked()).toEqual(['ListAccounts 200', 'ListAccountRoles 200']);
    const entered = await browser.post('/start', { account: '222222222222', role: 'AllowAssumeCompanyRole' });
    expect(entered.at).toBe(LINK);
    for (const [name, value] of Object.entries(VALUES))
      expect(entered.text).toContain(` name="${name}" value="${value}"`);
    expect(asked()).toEqual(['GetRoleCredentials 200', 'GetCallerIdentity 200']);
    const home = await browser.post('/switchrole', VALUES);
    expect(home.at).toBe('/s3/home');
    expect(asked()).toEqual(['AssumeRole 200', 'GetCallerIdentity 200', 'ListBuckets 403']);
    const list = await browser.get(LIST);
    expect(read(list)).toMatch(/ test-data\.txt 18 bytes · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC /);
    const file = await browser.get(OBJECT);
    expect(file.bytes).toEqual(Buffer.from('confidential data\n'));
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="test-data.txt"; filename*=UTF-8''test-data.txt`,
    );
    expect(asked()).toEqual(['ListObjects 200', 'GetObject 200']);
  });

  test.each([LINK, '/s3/home', LIST, OBJECT])(
    'without anybody’s credentials, %s leads to the beginning',
    async (path) => {
      expect((await browser.get(path)).at).toBe('/start');
      expect(asked()).toEqual([]);
    },
  );

  test('a colleague has no account, as promised, and gets no credentials by asking for them', async () => {
    const start = await become('not-assigned');
    expect(read(start)).toContain('not-assigned has no account here As promised');
    const denied = await browser.post('/start', { account: '222222222222', role: 'AllowAssumeCompanyRole' });
    expect(read(denied)).toContain('AWS says : ForbiddenException: No access');
    expect((await browser.get('/s3/home')).at).toBe('/start');
  });

  test('before the vendor’s half is there, the page says so', async () => {
    lent.sandbox.world.identityCenters.forEach((center) => center.assignments.splice(0));
    const start = read(await become('member-of-analysts'));
    expect(start).toContain('The vendor’s half is not deployed in this sandbox yet.');
    expect(start).not.toContain('As promised');
  });
});

describe('who one is', () => {
  const arnOf = (page: { text: string }): string[] =>
    [...page.text.matchAll(/ data-arn="([^"]*)"/g)].map(([, arn]) => arn ?? '');

  test('is what GetCallerIdentity says, before, during and after the switch', async () => {
    const before = await enter();
    const [role] = [...lent.vendor.roles.keys()].filter((name) => name.startsWith('AWSReservedSSO_'));
    const own = `arn:aws:sts::222222222222:assumed-role/${role}/member-of-analysts`;
    expect(arnOf(before)).toEqual([own]);
    expect(read(before)).toMatch(/You are now \(120 minutes left\) member-of-analysts .* Borrowed role None/);
    const during = await browser.post('/switchrole', VALUES);
    const borrowed = 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/member-of-analysts';
    expect(arnOf(during)).toEqual([borrowed]);
    expect(read(during)).toMatch(
      /Your own permissions \(resting\) member-of-analysts .*You are now \(60 minutes left\) CompanyDataAccess/,
    );
    const after = await browser.post('/switchrole', { back: 'yes' });
    expect(arnOf(after)).toEqual([own]);
    const said = await Promise.all(
      [...lent.sandbox.world.credentials.values()]
        .filter(({ accessKeyId }) => accessKeyId.startsWith('ASIA'))
        .map((keys) => sts(lent.sandbox, keys).send(new GetCallerIdentityCommand({}))),
    );
    expect(said.map(({ Arn }) => Arn)).toEqual([own, borrowed]);
  });

  test('own permissions rest meanwhile', async () => {
    lent.vendor.roles.forEach(({ inlinePolicies }) =>
      inlinePolicies.set('More', allow({ Action: 's3:*', Resource: '*' })),
    );
    await switchTo();
    expect(read(await browser.get('/s3/home'))).toContain('The list of buckets is denied As promised');
    await browser.post('/switchrole', { back: 'yes' });
    lent.vendor.roles.forEach(({ inlinePolicies }) =>
      inlinePolicies.set('More', allow({ Action: 's3:*', Resource: '*' })),
    );
    const own = read(await browser.get('/s3/home'));
    expect(own).toContain('The buckets of account 222222222222');
    expect(own).toContain('You use your own permissions, not the company’s role.');
    expect(own).not.toContain('promised');
  });

  test('when the session has ended, the bar and the page say so, and nothing is called a denial', async () => {
    await switchTo();
    lent.clock.advanceMinutes(61);
    for (const path of ['/s3/home', LIST, OBJECT]) {
      const { text } = await browser.get(path);
      const page = read({ text });
      expect(page).toContain('This session has ended CompanyDataAccess');
      expect(text).toMatch(/<div class="slot company off"/);
      expect(page).toContain('AWS says : ExpiredToken');
      expect(page).toContain(
        'Rejected, because the session has ended. Borrow the role again, or sign in again.',
      );
      expect(page).not.toContain('promised');
    }
  });

  test('when the sign-in has ended, the list of accounts says so', async () => {
    await become('member-of-analysts');
    lent.clock.advanceMinutes(8 * 60 + 1);
    const page = read(await browser.get('/start'));
    expect(page).toContain('Rejected, because this sign-in has ended or is not valid.');
    expect(page).toContain('Borrow the role again, or sign in again.');
    expect(page).not.toContain('promised');
  });

  test('no secret is ever in a page', async () => {
    const pages = [
      await become('member-of-analysts'),
      await enter(),
      await switchTo(),
      await browser.get(LIST),
    ];
    const all = pages.map(({ text, headers }) => text + JSON.stringify([...headers])).join('');
    for (const credential of lent.sandbox.world.credentials.values()) {
      expect(all).not.toContain(credential.accessKeyId);
      expect(all).not.toContain(credential.secretAccessKey);
      if (credential.kind === 'session') expect(all).not.toContain(credential.sessionToken.slice(0, 20));
    }
    for (const { portalTokens } of lent.sandbox.world.identityCenters.values())
      for (const token of portalTokens.keys()) expect(all).not.toContain(token);
  });
});

describe('a switch that fails is said in the console’s words, and then why', () => {
  const SAYS =
    'Invalid information in one or more fields. Check your information or contact your administrator.';

  test.each([
    [
      'a wrong role',
      { roleName: 'VendorAccesRole' },
      'Denied, because no policy on the vendor’s side allows sts:AssumeRole.',
    ],
    [
      'small letters',
      { roleName: 'vendoraccessrole' },
      'but its Resource is another than arn:aws:iam::111111111111:role/vendoraccessrole.',
    ],
    [
      'no account',
      { account: '11111111111' },
      'Not denied, but it failed: ValidationError. It ended before any policy was asked.',
    ],
    ['nothing', { account: '', roleName: '' }, 'AWS says : ValidationError'],
    ['markup', { roleName: '<img src=x onerror=alert(1)>' }, 'AWS says : ValidationError'],
  ])('%s', async (_, changed, why) => {
    const page = await switchTo({ ...VALUES, ...changed });
    expect(read(page)).toContain(`The role was not switched. The console says: ${SAYS}`);
    expect(read(page)).toContain(why);
    expect(read(page)).not.toContain('promised');
    expect(page.text).not.toContain('<img');
    expect(page.text).toContain(`<blockquote lang="en" class="keep">${SAYS}</blockquote>`);
    expect((await browser.get('/s3/home')).text).toContain('AWSReservedSSO_AllowAssumeCompanyRole_');
  });

  test('a trust policy that names another, and a role that is not there, are the company’s', async () => {
    const role = lent.company.roles.get('VendorAccessRole')!;
    role.trustPolicy = allow({
      Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      Action: 'sts:AssumeRole',
    });
    expect(read(await switchTo())).toContain(
      'Not lent, because the trust policy does not let this caller in. The closest statement is statement 1 of the trust policy of VendorAccessRole, but its Principal is another.',
    );
    expect(read(await switchTo(), 'ja')).toContain(
      '貸してもらえませんでした。信頼ポリシーがこの呼び出し元を許可していないからです。',
    );
    lent.company.roles.delete('VendorAccessRole');
    expect(read(await switchTo())).toContain(
      'Not borrowed, because the role VendorAccessRole does not exist. AWS answers the same as for a role that is there and does not trust the caller. Compare the name letter by letter',
    );
  });
});

describe('S3’s home', () => {
  test('is denied as promised, in the console’s words and down to the policy', async () => {
    const home = await switchTo();
    expect(home.status).toBe(200);
    expect(read(home)).toContain(
      "The list of buckets is denied As promised You don't have permissions to list buckets",
    );
    expect(read(home)).toContain(
      'Denied, because no policy on the company’s side allows s3:ListAllMyBuckets. No statement says Deny. Saying nothing is already a no (implicit deny).',
    );
    expect(read(home, 'ja')).toContain(
      '拒否されました。企業側に s3:ListAllMyBuckets を許可するポリシーがないからです。',
    );
    expect(home.text).toContain(`href="/s3/buckets/${BUCKET}?region=ap-northeast-1"`);
  });

  test('if it is allowed, that is not as promised', async () => {
    const role = lent.company.roles.get('VendorAccessRole')!;
    role.inlinePolicies.set('More', allow({ Action: 's3:ListAllMyBuckets', Resource: '*' }));
    const home = read(await switchTo());
    expect(home).toContain('Not as promised');
    expect(home).toContain(`The buckets of account 111111111111`);
    expect(home).toContain(BUCKET);
  });
});

describe('the bucket', () => {
  test('is listed by the page, its prefixes as folders', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => `many/${String(index).padStart(3, '0')}.txt`);
    for (const key of [...keys, 'many/deep/er.txt'])
      await lent.sandbox.objects.put(BUCKET, key, Buffer.from(key));
    await switchTo();
    const top = await browser.get(LIST);
    expect(top.text).toContain(
      `<a href="${LIST.replaceAll('&', '&#38;')}&#38;prefix=many/"><code>many/</code></a>`,
    );
    const first = await browser.get(`${LIST}&prefix=many/`);
    expect(read(first)).toContain(' 099.txt ');
    expect(read(first)).not.toContain(' 100.txt ');
    const next = /href="([^"]*&#38;token=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&#38;', '&') ?? '';
    const second = read(await browser.get(next));
    expect(second).toContain(' 100.txt ');
    expect(second).toContain(' deep/ ');
    expect(read(await browser.get(`${LIST}&prefix=many/deep/`))).toContain(`${BUCKET} many/ deep/ `);
    // As the link of an object's path has it, where that is the beginning of another's.
    expect(read(await browser.get(`${LIST}&prefix=many/de`))).toContain(' deep/ ');
    expect(read(await browser.get(`${LIST}&prefix=none/`))).toContain('Nothing is here.');
  });

  test('another one is denied, as promised, and a download from it too', async () => {
    await switchTo();
    const [other] = [...lent.sandbox.world.buckets.keys()].filter((name) => name !== BUCKET);
    expect(read(await browser.get(`/s3/buckets/${other}`))).toContain(
      'The list of objects is denied As promised',
    );
    const file = await browser.get(`/s3/object/${other}?prefix=x`);
    expect(file.status).toBe(403);
    expect(read(file)).toContain('The download is denied As promised');
  });

  test('is not as promised where the role may not read it, and no denial where it is not there', async () => {
    await switchTo();
    lent.company.roles.get('VendorAccessRole')!.inlinePolicies.clear();
    const denied = read(await browser.get(LIST));
    expect(denied).toContain('The list of objects is denied Not as promised');
    expect(denied).toContain('Denied, because no policy on the company’s side allows s3:ListBucket.');
    lent.sandbox.world.buckets.delete(BUCKET);
    const missing = read(await browser.get(LIST));
    expect(missing).toContain('AWS says : NoSuchBucket');
    expect(missing).not.toContain('promised');
  });

  test('a vendor’s own permissions are denied it, and the page says whose they are', async () => {
    await enter();
    const page = read(await browser.get(LIST));
    expect(page).toContain('You use your own permissions, not the company’s role.');
    expect(page).not.toContain('promised');
    expect(page).not.toContain('Try what must be denied');
  });
});

describe('what must be denied', () => {
  const ALL = ['put', 'delete', 'other', 'policy', 'read-policy', 'users'];
  const operations = [
    'PutObject',
    'DeleteObject',
    'ListObjects',
    'PutBucketPolicy',
    'GetBucketPolicy',
    'ListUsers',
  ];

  test('is tried for real, and denied with the reason', async () => {
    await switchTo();
    asked();
    for (const id of ALL) {
      const page = await browser.post(LIST, { try: id });
      expect(page.status).toBe(200);
      expect(read(page)).toMatch(
        /: denied As promised Denied, because no policy on the company’s side allows (s3|iam):\w+\./,
      );
    }
    expect(asked()).toEqual(operations.flatMap((name) => ['ListObjects 200', `${name} 403`]));
  });

  test('where it is allowed, it changes nothing, and the page says that it is not as promised', async () => {
    await switchTo();
    const role = lent.company.roles.get('VendorAccessRole')!;
    role.inlinePolicies.set('More', allow({ Action: '*', Resource: '*' }));
    const { policy } = lent.sandbox.world.buckets.get(BUCKET)!;
    for (const id of ALL) {
      const page = read(await browser.post(LIST, { try: id }));
      expect(page).toContain(': allowed Not as promised');
      expect(page).not.toContain('As promised');
    }
    expect([...lent.sandbox.objects.keysOf(BUCKET).from(() => true)]).toEqual(['test-data.txt']);
    expect(lent.sandbox.world.buckets.get(BUCKET)!.policy).toBe(policy);
  });

  test('where the sandbox cannot decide it, the page says so, and neither that it is promised nor that it is not', async () => {
    await switchTo();
    const role = lent.company.roles.get('VendorAccessRole')!;
    const Condition = { StringEquals: { 'aws:RequestedRegionOfMars': 'x' } };
    role.inlinePolicies.set('Odd', allow({ Action: 's3:PutObject', Resource: '*', Condition }));
    const page = read(await browser.post(LIST, { try: 'put' }));
    expect(page).toContain('Write an object: could not tell');
    expect(page).not.toMatch(/[Aa]s promised/);
  });

  test('is offered for the lent bucket alone, and nothing else can be tried', async () => {
    await switchTo();
    asked();
    const [other] = [...lent.sandbox.world.buckets.keys()].filter((name) => name !== BUCKET);
    expect(read(await browser.post(`/s3/buckets/${other}`, { try: 'put' }))).not.toContain('Write an object');
    await browser.post(LIST, { try: 'constructor' });
    expect(asked()).toEqual(['ListObjects 403', 'ListObjects 200']);
  });
});

test('the language of the browser comes first, and both are there', async () => {
  const japanese = await new Browser(lent.sandbox, 'ja,en-US;q=0.9').get('/start');
  expect(japanese.text).toMatch(/<html lang="ja">[^]*<title>誰になりますか/);
  expect(read(japanese)).toContain('Who do you want to be?');
  const english = await new Browser(lent.sandbox, 'en-GB,ja;q=0.5').get('/start');
  expect(english.text).toMatch(/<html lang="en">[^]*<title>Who do you want to be\?/);
  expect(read(english, 'ja')).toContain('誰になりますか');
});
