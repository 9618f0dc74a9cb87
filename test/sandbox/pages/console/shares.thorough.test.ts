// tools/sandbox/pages/console/start.ts, switch-role.ts and s3.ts, with the names of other shares than the shipped one
import type { Share } from '../../../../lib/share/share';
import { grantsOf } from '../../../../lib/share/grant';
import { type DeployedSandbox, deployedSandbox } from '../../../deployed-sandbox';
import { Browser, read } from './browser';

/** Asks for an ExternalId; has prefixes, a path and people of its own; borrows by ARN. */
const SHARE: Share = {
  company: {
    account: '111111111111',
    region: 'eu-west-1',
    bucketName: 'example-corp-data',
    seedObjects: [
      { key: 'reports/2026/q1.csv', content: 'a,b\n' },
      { key: 'reports/readme.txt', content: 'read me\n' },
      { key: 'secret.txt', content: 'not shared\n' },
    ],
  },
  vendors: [
    { account: '222222222222', externalId: 'agreement-4711' },
    {
      name: 'AcmeLabs',
      account: '333333333333',
      prefixes: ['reports/', 'public/'],
      rolePath: '/partners/',
      identityCenter: {
        instanceArn: 'arn:aws:sso:::instance/ssoins-abcdef1234567890',
        region: 'us-east-1',
        startUrl: 'https://acme.awsapps.com/start',
      },
      assignees: [
        { type: 'USER', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'zoë <b>' },
        { type: 'GROUP', id: 'b1b2c3d4-5678-90ab-cdef-111122223333', name: 'Readers' },
      ],
    },
    {
      name: 'Loaders',
      account: '444444444444',
      borrowers: ['arn:aws:iam::444444444444:user/jobs/loader', 'arn:aws:iam::444444444444:role/team/etl'],
    },
  ],
};

let deployed: DeployedSandbox;
let browser: Browser;
beforeAll(async () => {
  deployed = await deployedSandbox(SHARE);
});
afterAll(() => deployed.stop());
beforeEach(() => {
  browser = new Browser(deployed.sandbox);
});

/** The id that a button has for a vendor's somebody. */
async function become(who: string) {
  await browser.get('/start');
  return browser.post('/start', { who });
}

async function switchWith(page: { text: string }) {
  const value = (name: string): string =>
    new RegExp(` name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const names = ['account', 'roleName', 'displayName'];
  return browser.post('/switchrole', Object.fromEntries(names.map((name) => [name, value(name)])));
}

test('one can be anybody of any vendor’s', async () => {
  const start = read(await browser.get('/start'));
  for (const text of [
    'Vendor 222222222222 product an IAM role that the company lends to',
    'Vendor AcmeLabs 333333333333 zoë <b> a user of the vendor’s Identity Center',
    'member-of-readers a user of the vendor’s Identity Center',
    'Vendor Loaders 444444444444 loader an IAM user that the company lends to',
    'etl an IAM role that the company lends to',
  ])
    expect(start).toContain(text);
});

test('where the role asks for an ExternalId, Switch Role fails as promised, and the page says why', async () => {
  const entered = await become('0 arn:aws:iam::222222222222:role/product');
  const page = await switchWith(entered);
  const said = read(page);
  expect(page.at).toBe('/switchrole');
  expect(said).toContain(
    'The role was not switched. The console says: As promised Invalid information in one or more fields. Check your information or contact your administrator.',
  );
  expect(said).toContain('the role asks for an ExternalId, and Switch Role cannot send one');
  expect(said).toContain('Not lent, because the trust policy does not let this caller in.');
  expect(said).toContain(
    'its condition StringEquals on sts:externalid wants "agreement-4711", and got nothing',
  );
  expect(read(page, 'ja')).toContain('企業側: このロールは外部 ID (ExternalId) を要求しますが');
  expect((await browser.get('/s3/home')).text).not.toContain('VendorAccessRole/');
});

test('a role with a path is switched to by the link’s own values, and only its prefixes can be listed', async () => {
  const [, grant] = grantsOf(SHARE);
  await become('1 a1b2c3d4-5678-90ab-cdef-111122223333');
  const entered = await browser.post('/start', { account: '333333333333', role: 'AllowAssumeCompanyRole' });
  expect(entered.at).toBe(
    '/switchrole?account=111111111111&roleName=partners%2FAcmeLabsAccessRole&displayName=CompanyDataAccess',
  );
  const home = await switchWith(entered);
  expect(home.at).toBe('/s3/home');
  // What a session may not be called is replaced, as a user name may hold anything.
  expect(home.text).toContain('data-arn="arn:aws:sts::111111111111:assumed-role/AcmeLabsAccessRole/zo---b-"');
  const bucket = `/s3/buckets/${grant!.bucketName}?region=eu-west-1`;
  expect(home.text).toContain(`href="${bucket.replace('&', '&#38;')}&#38;prefix=reports/"`);
  const whole = read(await browser.get(bucket));
  expect(whole).toContain('The list of objects is denied As promised');
  expect(whole).toContain('This role may read only this:');
  expect(whole).toContain('but its condition StringLike on s3:prefix wants');
  expect(whole).toContain(' reports/ ');
  expect(whole).toContain(' public/ ');
  const list = read(await browser.get(`${bucket}&prefix=reports/`));
  expect(list).toContain(' 2026/ Folder ');
  expect(list).toContain(' readme.txt 8 bytes ');
  const object = `/s3/object/${grant!.bucketName}?region=eu-west-1&prefix=`;
  expect((await browser.get(`${object}reports/2026/q1.csv`)).text).toBe('a,b\n');
  const secret = read(await browser.get(`${object}secret.txt`));
  expect(secret).toContain('The download is denied As promised');
  expect(secret).not.toContain('not shared');
});

test.each([
  [
    'a user',
    'arn:aws:iam::444444444444:user/jobs/loader',
    'arn:aws:iam::444444444444:user/jobs/loader',
    'loader',
  ],
  [
    'a role',
    'arn:aws:iam::444444444444:role/team/etl',
    'arn:aws:sts::444444444444:assumed-role/etl/Administrator',
    'etl',
  ],
])('%s that borrows by its ARN needs no permission set', async (_, arn, own, session) => {
  const entered = await become(`2 ${arn}`);
  expect(entered.at).toBe(
    '/switchrole?account=111111111111&roleName=LoadersAccessRole&displayName=CompanyDataAccess',
  );
  expect(entered.text).toContain(` data-arn="${own}"`);
  const home = await switchWith(entered);
  expect(home.text).toContain(
    ` data-arn="arn:aws:sts::111111111111:assumed-role/LoadersAccessRole/${session}"`,
  );
  expect(read(home)).toContain('The list of buckets is denied As promised');
});

test('another vendor’s role cannot be borrowed, and that is the company’s side', async () => {
  const loader = deployed.sandbox.world.accounts.get('444444444444')!.users.get('loader')!;
  const anyRole = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' };
  loader.inlinePolicies.set('More', { Version: '2012-10-17', Statement: [anyRole] });
  await become('2 arn:aws:iam::444444444444:user/jobs/loader');
  const roleName = 'partners/AcmeLabsAccessRole';
  const page = await browser.post('/switchrole', { account: '111111111111', roleName });
  loader.inlinePolicies.delete('More');
  expect(read(page)).toContain(
    'Not lent, because the trust policy does not let this caller in. The closest statement is AllowVendorAccountAssumeRole of the trust policy of AcmeLabsAccessRole, but its Principal is another.',
  );
});

test('who becomes somebody else is nobody of before', async () => {
  await become('2 arn:aws:iam::444444444444:user/jobs/loader');
  await browser.post('/switchrole', { account: '111111111111', roleName: 'LoadersAccessRole' });
  const start = await become(`1 ${deployed.sandbox.vendorUsers[1]!.notAssigned.userId}`);
  expect(start.text).not.toContain('data-arn');
  expect((await browser.get('/s3/home')).at).toBe('/start');
});
