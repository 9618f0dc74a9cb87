import { Journal } from '../../../tools/sandbox/journal';
import { FrontDoor } from '../../../tools/sandbox/front-door';
import { type OwnCall, ownCalls, queryOperation, textOf } from '../../../tools/sandbox/pages/own-call';
import { ObjectData } from '../../../tools/sandbox/s3/object-data';
import { seedWorld, type SeededWorld } from '../../../tools/sandbox/seed/seed-world';
import { servicesOf } from '../../../tools/sandbox/services';
import { share } from '../../../parameters';

const REGION = 'ap-northeast-1';
let now = new Date('2026-11-26T10:00:00Z');
let seeded: SeededWorld;
let call: OwnCall;
const journal = new Journal();

beforeAll(async () => {
  const objects = new ObjectData(() => now);
  seeded = await seedWorld(share, () => now, objects);
  const frontDoor = new FrontDoor(seeded.world, servicesOf(seeded.world, objects), (entry) =>
    journal.add(entry),
  );
  call = ownCalls({ frontDoor, journal, world: seeded.world });
});

const company = () => seeded.administrators.get('company')!.credential;

test('a call is signed by whoever asks, and is in the log as anybody’s', async () => {
  const answer = await call(company(), queryOperation('sts', REGION, 'GetCallerIdentity'));
  expect(answer.entry.status).toBe(200);
  expect(textOf(answer)).toContain('<Arn>arn:aws:iam::111111111111:user/Administrator</Arn>');
  expect(answer.entry).toBe(journal.newest(1)[0]);
  expect(answer.entry).toMatchObject({
    service: 'sts',
    operation: 'GetCallerIdentity',
    caller: { arn: 'arn:aws:iam::111111111111:user/Administrator' },
  });
});

test('a credential that is not of this world is not believed', async () => {
  const stranger = { ...company(), secretAccessKey: 'x'.repeat(40) };
  const answer = await call(stranger, queryOperation('sts', REGION, 'GetCallerIdentity'));
  expect(answer.entry.status).toBe(403);
  expect(textOf(answer)).toContain('<Code>SignatureDoesNotMatch</Code>');
});

test('keys of objects are signed as they are sent, whatever is in them', async () => {
  await call(company(), { service: 's3', region: 'us-east-1', method: 'PUT', path: '/own-calls' });
  for (const path of [
    '/own-calls/a/../b',
    '/own-calls/%E3%81%82%20%2B%28%27%29%2A%21',
    '/own-calls/%25/%3Cimg%3E',
  ]) {
    const put = await call(company(), { service: 's3', region: 'us-east-1', method: 'PUT', path, body: 'x' });
    expect(put.entry.status).toBe(200);
    const get = await call(company(), { service: 's3', region: 'us-east-1', path });
    expect(textOf(get)).toBe('x');
  }
  const list = {
    service: 's3',
    region: 'us-east-1',
    path: '/own-calls',
    query: { 'list-type': '2', prefix: 'a/../' },
  };
  expect(textOf(await call(company(), list))).toContain('<Key>a/../b</Key>');
});

test('a signed-in person’s token says who asks the portal', async () => {
  const { portalToken } = seeded.vendorUsers[0]!.assigned;
  const portal = { service: 'awsssoportal', region: REGION, path: '/assignment/accounts' };
  const answer = await call({ portalToken }, portal);
  expect(JSON.parse(textOf(answer))).toEqual({ accountList: [] });
  expect(answer.entry).toMatchObject({
    operation: 'ListAccounts',
    who: seeded.vendorUsers[0]!.assigned.name,
  });
});

test('the moment is the world’s', async () => {
  now = new Date('2030-01-01T00:00:00Z');
  const answer = await call(company(), queryOperation('sts', REGION, 'GetCallerIdentity'));
  expect(answer.entry.status).toBe(200);
});
