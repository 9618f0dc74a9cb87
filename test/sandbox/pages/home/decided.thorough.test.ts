import type { RequestEntry } from '../../../../tools/sandbox/request-entry';
import { deniedOn, litBy } from '../../../../tools/sandbox/pages/home/decided';
import { documentsOf } from '../../../../tools/sandbox/pages/home/documents';
import { readAgain } from '../../../../tools/sandbox/pages/home/change';
import { queryOperation } from '../../../../tools/sandbox/pages/own-call';
import type { Credential } from '../../../../tools/sandbox/core/identities';
import { walkthroughShare } from '../../../lib/walkthrough-share';
import { lentByHand, sessionsOf, type Stage } from './lent-by-hand';

let lent: Stage;
/** The vendor's user, and the same having borrowed the role. */
let user: Credential;
let borrower: Credential;

beforeAll(async () => {
  lent = await lentByHand(walkthroughShare);
  await readAgain(lent.scene());
  ({ user, borrower } = sessionsOf(lent));
});

const POLICY = 'VendorAccessRole-managed-VendorS3AccessPolicy';
const S3 = { service: 's3', region: 'ap-northeast-1' };
const BUCKET = '/company-shared-data-bucket-12345';
const assume = (input: Record<string, string> = {}) =>
  queryOperation('sts', 'ap-northeast-1', 'AssumeRole', {
    RoleArn: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    RoleSessionName: 'Test',
    ...input,
  });

function lit(entry: RequestEntry) {
  const all = [...litBy(entry, documentsOf(lent.scene()))];
  const yes = all.flatMap(([id, said]) => (said === 'Allow' ? [id] : [])).sort();
  return { yes, no: all.filter(([, said]) => said !== 'Allow') };
}

test('to borrow takes one statement of each side', async () => {
  expect(lit(await lent.ask(user, assume()))).toEqual({ yes: ['set-inline-1', 'trust-1'], no: [] });
});

test('listing and reading take one statement of the role', async () => {
  const list = await lent.ask(borrower, { ...S3, path: BUCKET, query: { 'list-type': '2' } });
  const get = await lent.ask(borrower, { ...S3, path: `${BUCKET}/test-data.txt` });
  expect(lit(list)).toEqual({ yes: [`${POLICY}-1`], no: [] });
  expect(lit(get)).toEqual({ yes: [`${POLICY}-2`], no: [] });
});

test('saying nothing lights nothing', async () => {
  const put = await lent.ask(borrower, { ...S3, method: 'PUT', path: `${BUCKET}/x`, body: 'x' });
  expect(put.status).toBe(403);
  expect(lit(put)).toEqual({ yes: [], no: [] });
  expect(deniedOn(put, lent.scene())).toBe('company');
});

test('the vendor’s user at the bucket is denied at home, and nothing of the role’s is lit', async () => {
  const get = await lent.ask(user, { ...S3, path: `${BUCKET}/test-data.txt` });
  expect(lit(get)).toEqual({ yes: [], no: [] });
  expect(deniedOn(get, lent.scene())).toBe('vendor');
});

test('another role of the company’s is not what the vendor may go and borrow', async () => {
  const entry = await lent.ask(user, assume({ RoleArn: 'arn:aws:iam::111111111111:role/Other' }));
  expect(lit(entry)).toEqual({ yes: [], no: [['set-inline-1', 'Resource']] });
  expect(deniedOn(entry, lent.scene())).toBe('vendor');
});

test('a caller of another account lights the trust policy that names another principal', async () => {
  const company = lent.scene().administrators.get('company')!.credential;
  const entry = await lent.ask(company, assume());
  expect(lit(entry)).toEqual({ yes: [], no: [['trust-1', 'Principal']] });
  expect(deniedOn(entry, lent.scene())).toBe('company');
});

test('a Deny lights itself and is red', async () => {
  const scene = lent.scene();
  const bucket = scene.world.buckets.get('company-shared-data-bucket-12345')!;
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: `arn:aws:s3:::${bucket.name}/*`,
  };
  bucket.policy = { Version: '2012-10-17', Statement: [{ ...deny, Action: 's3:PutObject' }, deny] };
  const get = await lent.ask(borrower, { ...S3, path: `${BUCKET}/test-data.txt` });
  expect(lit(get)).toEqual({ yes: [], no: [['bucket-2', 'Deny']] });
  delete bucket.policy;
});

test('what was changed since is not lit: it did not decide', async () => {
  const entry = await lent.ask(user, assume());
  const role = lent.scene().world.accounts.get('111111111111')!.roles.get('VendorAccessRole')!;
  const before = role.trustPolicy;
  role.trustPolicy = JSON.parse(JSON.stringify(before).replace('222222222222:root', '444444444444:root'));
  expect(lit(entry).yes).toEqual(['set-inline-1']);
  role.trustPolicy = before;
  expect(lit(entry).yes).toEqual(['set-inline-1', 'trust-1']);
});

test('a session policy of the same text is not the set’s', async () => {
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
  });
  expect((await lent.ask(user, assume({ Policy }))).status).toBe(200);
  const narrowed = [...lent.scene().world.credentials.values()].at(-1)!;
  const list = await lent.ask(narrowed, { ...S3, path: BUCKET, query: { 'list-type': '2' } });
  expect(lit(list)).toEqual({ yes: [], no: [] });
  expect(lit(await lent.ask(narrowed, { ...S3, path: `${BUCKET}/test-data.txt` })).yes).toEqual([
    `${POLICY}-2`,
  ]);
});

test('the same policy on another role is not the lent role’s', async () => {
  const { world, administrators } = lent.scene();
  const account = world.accounts.get('111111111111')!;
  const lentRole = account.roles.get('VendorAccessRole')!;
  const trustPolicy: unknown = JSON.parse(
    JSON.stringify(lentRole.trustPolicy).replace('222222222222', '111111111111'),
  );
  const arn = 'arn:aws:iam::111111111111:role/Auditor';
  account.roles.set('Auditor', {
    ...lentRole,
    name: 'Auditor',
    arn,
    id: 'AROAAUDITORAUDITORAUD',
    trustPolicy,
  });
  const entry = await lent.ask(administrators.get('company')!.credential, assume({ RoleArn: arn }));
  expect(entry.status).toBe(200);
  const auditor = [...world.credentials.values()].at(-1)!;
  const get = await lent.ask(auditor, { ...S3, path: `${BUCKET}/test-data.txt` });
  expect(get.status).toBe(200);
  expect(lit(get)).toEqual({ yes: [], no: [] });
});

test('a sign-in lights the assignment that it comes from', async () => {
  const { portalToken } = lent.scene().vendorUsers[0]!.assigned;
  const query = { account_id: '222222222222', role_name: 'AllowAssumeCompanyRole' };
  const request = {
    service: 'awsssoportal',
    region: 'ap-northeast-1',
    path: '/federation/credentials',
    query,
  };
  expect(lit(await lent.ask({ portalToken }, request))).toEqual({ yes: ['assignment-1'], no: [] });
  const other = await lent.ask(
    { portalToken: lent.scene().vendorUsers[0]!.notAssigned.portalToken },
    request,
  );
  expect(lit(other)).toEqual({ yes: [], no: [] });
  expect(deniedOn(other, lent.scene())).toBe('vendor');
});
