import { told as toldOf, verdictOf } from '../../../../tools/sandbox/pages/home/sentence';
import { readAgain } from '../../../../tools/sandbox/pages/home/change';
import { queryOperation } from '../../../../tools/sandbox/pages/own-call';
import type { Credential } from '../../../../tools/sandbox/core/identities';
import type { RequestEntry } from '../../../../tools/sandbox/request-entry';
import { inLanguage } from '../../../../words/speech';
import { walkthroughShare } from '../../../lib/walkthrough-share';
import { lentByHand, sessionsOf, type Stage } from './lent-by-hand';

let lent: Stage;
let user: Credential;
let borrower: Credential;
let company: Credential;

beforeAll(async () => {
  lent = await lentByHand(walkthroughShare);
  await readAgain(lent.scene());
  ({ user, borrower } = sessionsOf(lent));
  company = lent.scene().administrators.get('company')!.credential;
});

const S3 = { service: 's3', region: 'ap-northeast-1' };
const OBJECT = '/company-shared-data-bucket-12345/test-data.txt';
const assume = (RoleArn = 'arn:aws:iam::111111111111:role/VendorAccessRole') =>
  queryOperation('sts', 'ap-northeast-1', 'AssumeRole', { RoleArn, RoleSessionName: 'Test' });

const told = (entry: RequestEntry, language: 'en' | 'ja' = 'en') => {
  return [verdictOf(entry), ...inLanguage(language, () => toldOf(entry, lent.scene()))];
};

test('borrowed, because of both sides', async () => {
  const entry = await lent.ask(user, assume());
  expect(told(entry)).toEqual([
    'yes',
    'Borrowed, because both sides said yes.',
    'On the vendor’s side, AllowAssumeCompanyRole of the permission set’s inline policy says that one may go and borrow the role, and on the company’s side, AllowVendorAccountAssumeRole of the trust policy of VendorAccessRole says that the role is lent to this caller. One alone is not enough.',
  ]);
  expect(told(entry, 'ja')).toEqual([
    'yes',
    '借りられました。両側が許可したからです。',
    'ベンダー側の AllowAssumeCompanyRole (許可セットのインラインポリシー) がロールを借りに行くことを許可し、かつ、企業側の AllowVendorAccountAssumeRole (VendorAccessRole の信頼ポリシー) がこの呼び出し元にロールを貸しています。どちらか一方では足りません。',
  ]);
});

test('read, because the borrowed role may', async () => {
  expect(told(await lent.ask(borrower, { ...S3, path: OBJECT }))).toEqual([
    'yes',
    'Allowed, because AllowS3ObjectReadAccess of VendorS3AccessPolicy allows s3:GetObject.',
    'From here on the company’s account decides alone: the vendor’s own permissions are not used while the role is borrowed.',
  ]);
});

test('the company’s administrator may by a policy of its own', async () => {
  expect(told(await lent.ask(company, { ...S3, path: OBJECT }))).toEqual([
    'yes',
    'Allowed, because statement 1 of AdministratorAccess allows s3:GetObject.',
    'The statement is on the company’s side.',
  ]);
});

test('denied, because nothing says yes', async () => {
  expect(told(await lent.ask(borrower, { ...S3, method: 'PUT', path: OBJECT, body: 'x' }))).toEqual([
    'no',
    'Denied, because no policy on the company’s side allows s3:PutObject.',
    'No statement says Deny. Saying nothing is already a no (implicit deny).',
  ]);
});

test('denied, because the role was not borrowed', async () => {
  expect(told(await lent.ask(user, { ...S3, path: OBJECT }))).toEqual([
    'no',
    'Denied, because the role was not borrowed.',
    'member-of-analysts asked as itself, and no policy on the vendor’s side allows s3:GetObject. Borrow the role first: with `--profile 111111111111-data`, or in the browser with Switch role.',
  ]);
});

test('not lent, because the trust policy names another', async () => {
  expect(told(await lent.ask(company, assume()))).toEqual([
    'no',
    'Not lent, because the trust policy does not let this caller in.',
    'The closest statement is AllowVendorAccountAssumeRole of the trust policy of VendorAccessRole, but its Principal is another.',
  ]);
});

test('a role that is not there, and one that one may not go and borrow', async () => {
  expect(told(await lent.ask(company, assume('arn:aws:iam::111111111111:role/Gone')))).toEqual([
    'no',
    'Not borrowed, because the role Gone does not exist.',
    'AWS answers the same as for a role that is there and does not trust the caller. Compare the name letter by letter, and deploy CompanyStack first where it is not deployed yet.',
  ]);
  expect(told(await lent.ask(user, assume('arn:aws:iam::111111111111:role/Gone')))).toEqual([
    'no',
    'Denied, because no policy on the vendor’s side allows sts:AssumeRole.',
    'The closest statement is AllowAssumeCompanyRole of the permission set’s inline policy, but its Resource is another than arn:aws:iam::111111111111:role/Gone.',
  ]);
});

test('what fails is not denied, and what proves nothing is rejected', async () => {
  expect(told(await lent.ask(company, { ...S3, path: `${OBJECT}x` }))).toEqual([
    'if',
    'Not denied, but it failed: NoSuchKey.',
    'The policies allowed it. What was asked for could not be done.',
  ]);
  const stranger = { ...company, secretAccessKey: 'x'.repeat(40) };
  expect(told(await lent.ask(stranger, { ...S3, path: OBJECT }))).toEqual([
    'no',
    'Rejected before any policy was asked: SignatureDoesNotMatch.',
    'It did not prove who sends it. So it could not matter what the policies say.',
  ]);
});

test('a session that has ended is no stranger', async () => {
  const entry = await lent.ask(borrower, { ...S3, path: OBJECT });
  const error = { code: 'ExpiredToken', message: 'The provided token has expired.' };
  expect(told({ ...entry, authorizations: [], status: 400, error })).toEqual([
    'if',
    'Rejected, because the session has ended.',
    'Borrow the role again, or sign in again.',
  ]);
});

test('what needs no permission says so', async () => {
  expect(
    told(await lent.ask(borrower, queryOperation('sts', 'ap-northeast-1', 'GetCallerIdentity'))),
  ).toEqual([
    'yes',
    'sts:GetCallerIdentity needs no permission.',
    'AWS answers it whatever the policies say.',
  ]);
});

test('signed in, and not', async () => {
  const { assigned, notAssigned } = lent.scene().vendorUsers[0]!;
  const query = { account_id: '222222222222', role_name: 'AllowAssumeCompanyRole' };
  const request = {
    service: 'awsssoportal',
    region: 'ap-northeast-1',
    path: '/federation/credentials',
    query,
  };
  expect(told(await lent.ask(assigned, request)).slice(0, 2)).toEqual([
    'yes',
    'Signed in, because the permission set is assigned.',
  ]);
  expect(told(await lent.ask(notAssigned, request))).toEqual([
    'no',
    'Not signed in, because the permission set is not assigned.',
    'On the vendor’s side, Identity Center gives not-assigned no session in this account. The company decides nothing here.',
  ]);
});
