import { Journal } from '../../tools/sandbox/journal';
import type { RequestEntry } from '../../tools/sandbox/request-entry';

const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const user = { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/A' } as const;
const session = {
  kind: 'role-session',
  account: '111111111111',
  arn: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/Test',
  roleArn: ROLE,
} as const;
const entry = (requestId: string, more: Partial<RequestEntry> = {}): RequestEntry => ({
  time: new Date('2026-11-26T10:00:00Z'),
  requestId,
  service: 's3',
  operation: 'ListBuckets',
  caller: user,
  authorizations: [],
  status: 200,
  ...more,
});

test('the newest come first, and a deployment pushes nobody’s out', () => {
  const journal = new Journal();
  journal.add(entry('first'));
  for (let count = 0; count < 3000; count++) journal.add(entry(`d${count}`, { service: 'cloudformation' }));
  journal.add(entry('second'));
  expect(journal.newest(5).map(({ requestId }) => requestId)).toEqual(['second', 'first']);
  expect(journal.count).toEqual({ people: 2, deployments: 3000 });
  expect(journal.entryOf('first')?.requestId).toBe('first');
  expect(journal.entryOf('d1')).toBeUndefined();
});

test('a thousand are kept', () => {
  const journal = new Journal();
  for (let count = 0; count < 1001; count++) journal.add(entry(`r${count}`));
  expect(journal.entryOf('r0')).toBeUndefined();
  expect(journal.entryOf('r1')).toBeDefined();
  expect(journal.count.people).toBe(1001);
});

test('what was done once is known, when nothing else of it is kept; what failed was not done', () => {
  const journal = new Journal();
  const error = { code: 'AccessDenied', message: '' };
  journal.add(entry('a', { caller: session, service: 'sts', operation: 'GetCallerIdentity', error }));
  expect(journal.wasDone('sts:GetCallerIdentity', ROLE)).toBe(false);
  journal.add(entry('b', { caller: session, service: 'sts', operation: 'GetCallerIdentity' }));
  for (let count = 0; count < 1001; count++) journal.add(entry(`r${count}`));
  expect(journal.wasDone('sts:GetCallerIdentity', ROLE)).toBe(true);
  expect(journal.wasDone('sts:GetCallerIdentity', `${ROLE}2`)).toBe(false);
  expect(journal.wasDone('sts:AssumeRole', ROLE)).toBe(false);
});
