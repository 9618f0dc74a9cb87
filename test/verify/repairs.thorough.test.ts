// tools/verify/repairs.ts: what is printed, and for whom. test/peers/repairs.test.ts types it.
import { share as shipped } from '../../parameters';
import type { Role } from '../../tools/sandbox/core/identities';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { verifyIn } from './verify-in';

let deployed: DeployedSandbox;
let role: Role;
beforeAll(async () => {
  deployed = await deployedSandbox(shipped);
  const found = deployed.sandbox.world.accounts.get('111111111111')?.roles.get('VendorAccessRole');
  if (found === undefined) throw new Error('the role is not there');
  role = found;
}, 30_000);
afterAll(() => deployed.stop());
afterEach(() => {
  role.inlinePolicies.clear();
  delete role.permissionsBoundary;
});

const allowing = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
const DENIES = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] };

async function repairs(...profiles: readonly string[]) {
  const { run } = await verifyIn(deployed, { profiles, deployed: true });
  return run.deployed?.repairs ?? [];
}
const commands = (of: Awaited<ReturnType<typeof repairs>>) => of.map(({ command }) => command);

const OFF = 'aws iam delete-role-policy --role-name VendorAccessRole --policy-name by-hand --profile company';
const DEPLOY_COMPANY = 'npx cdk deploy CompanyStack --profile company --revert-drift';
const DEPLOY_VENDOR = 'npx cdk deploy VendorStack --profile vendor --revert-drift';

test.each([
  ['first', ['111111111111-user', 'company', 'vendor']],
  ['last', ['company', 'vendor', '111111111111-user']],
])('a vendor user’s profile, given %s, is in no command: it cannot deploy', async (_, profiles) => {
  role.inlinePolicies.set('by-hand', allowing('s3:PutObject'));
  expect(commands(await repairs(...profiles))).toEqual([OFF, DEPLOY_COMPANY, DEPLOY_VENDOR]);
});

test('a side that nobody has read gets no command', async () => {
  role.inlinePolicies.set('by-hand', allowing('s3:PutObject'));
  expect(commands(await repairs('111111111111-user', 'company'))).toEqual([OFF, DEPLOY_COMPANY]);
});

test('where all is as promised, there is nothing to repair', async () => {
  expect(await repairs('company', 'vendor')).toEqual([]);
});

test('a Deny may be meant: it is shown, and nothing that is printed takes it off', async () => {
  role.inlinePolicies.set('by-hand', DENIES);
  const [first] = await repairs('company');
  expect(first).toEqual({
    what: 'The inline policy by-hand of the role denies something, and the stack did not create it. Look at it, and ask who put it there, and why; whether it stays is for them to decide:',
    command: 'aws iam get-role-policy --role-name VendorAccessRole --policy-name by-hand --profile company',
  });
});

test('what the console’s Revoke sessions leaves is never offered', async () => {
  role.inlinePolicies.set('AWSRevokeOlderSessions', DENIES);
  expect(commands(await repairs('company'))).toEqual([DEPLOY_COMPANY]);
});

test('a boundary that the stack did not set', async () => {
  role.permissionsBoundary = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess';
  expect(commands(await repairs('company'))).toEqual([
    'aws iam delete-role-permissions-boundary --role-name VendorAccessRole --profile company',
    DEPLOY_COMPANY,
  ]);
});

test('a bucket policy that denies everybody: the root user first, since nobody else can deploy another', async () => {
  const bucket = deployed.sandbox.world.buckets.get('company-shared-data-bucket-12345');
  if (bucket === undefined) throw new Error('the bucket is not there');
  const before = bucket.policy;
  bucket.policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [
          'arn:aws:s3:::company-shared-data-bucket-12345',
          'arn:aws:s3:::company-shared-data-bucket-12345/*',
        ],
        Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
      },
    ],
  };
  const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });
  bucket.policy = before;
  expect(run.exitCode).toBe(1);
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(
    /with an explicit deny in a resource-based policy.*Only the root user of account 111111111111 can still delete or replace it/,
  );
  expect(commands(run.deployed?.repairs ?? [])).toEqual([
    'aws s3api delete-bucket-policy --bucket company-shared-data-bucket-12345',
    DEPLOY_COMPANY,
  ]);
});
