// tools/sandbox: thousands of requests that nobody's client would send, to tools/sandbox/front-door.ts and all behind it.
import { newUser } from '../../tools/sandbox/core/identities';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { RequestEntry } from '../../tools/sandbox/request-entry';
import fc, { cases } from '../properties';
import { administratorKeys, assumeRole, portalKeys, type Keys } from './clients';
import { BUCKET, COMPANY, ROLE_ARN, startWithLentRole, type LentRole } from './lent-role';
import { CALLS, CHANGE, changed, OBJECT, ODD, replacedAt } from './odd-requests';
import { type RawAnswer, sendRaw } from './raw-request';

const CALLERS = ['clerk', 'vendor', 'borrower'] as const;
type Caller = (typeof CALLERS)[number];

/** What each may: the whole of it. `ACTION RESOURCE` of what is asked about, `SERVICE:OPERATION` of what is everybody's. */
const PROMISED: Readonly<Record<Caller, readonly RegExp[]>> = {
  // Works for the company, and nobody gave her anything.
  clerk: [],
  vendor: [/^sts:AssumeRole arn:aws:iam::111111111111:role\/VendorAccessRole$/],
  borrower: [
    /^s3:ListBucket arn:aws:s3:::company-shared-data-bucket-12345$/,
    /^s3:GetObject arn:aws:s3:::company-shared-data-bucket-12345\/[^]+$/,
  ],
};

/** Asks for no permission: of STS on AWS too, of the others because their callers show a token or have none yet. */
const OPEN: readonly string[] = ['sts:GetCallerIdentity', 'sso-oauth:RegisterClient'];

/** Who each is, to AWS. What they may changes nothing, so that one request cannot help the next. */
const ARNS: Readonly<Record<Caller, RegExp>> = {
  clerk: /^arn:aws:iam::111111111111:user\/Clerk$/,
  vendor: /^arn:aws:sts::222222222222:assumed-role\/AWSReservedSSO_AllowAssumeCompanyRole_[0-9a-f]{16}\//,
  borrower: /^arn:aws:sts::111111111111:assumed-role\/VendorAccessRole\/VendorTestSession$/,
};

let lent: LentRole;
let keys: Record<Caller, Keys>;

beforeAll(async () => {
  lent = await startWithLentRole();
  const clerk = { accessKeyId: 'AKIACLERKCLERKCLERKC', secretAccessKey: 'of-the-clerk' };
  lent.company.users.set(
    'Clerk',
    newUser(COMPANY, { name: 'Clerk', createdAt: new Date(), attachedPolicies: new Set() }),
  );
  lent.sandbox.world.credentials.set(clerk.accessKeyId, {
    kind: 'user',
    account: COMPANY,
    userName: 'Clerk',
    ...clerk,
  });
  const vendor = await portalKeys(lent.sandbox, lent.sandbox.vendorUsers[0]!.assigned);
  keys = { clerk, vendor, borrower: await assumeRole(lent.sandbox, vendor, { RoleArn: ROLE_ARN }) };
});
afterAll(() => lent.sandbox.stop());

/** Why an answer should not have been given, or nothing. */
function complaint(caller: Caller, answer: RawAnswer, entry: RequestEntry | undefined): string | undefined {
  if (answer.status === 500) return `failed: ${answer.text}`;
  if (/\.ts\b|node_modules|\bat \w+ \(/.test(answer.text)) return `tells where: ${answer.text}`;
  if (entry === undefined) return answer.status === 417 ? undefined : `${answer.status} was not logged`; // Node's own
  const allowed = entry.authorizations.filter(({ decision }) => decision.allowed);
  const asked = allowed.map(({ request }) => `${request.action} ${request.resource}`);
  const more = asked.find((one) => !PROMISED[caller].some((promise) => promise.test(one)));
  if (more !== undefined) return `was allowed ${more}`;
  if (answer.status >= 400) return undefined;
  const isEverybodys = OPEN.includes(`${entry.service}:${entry.operation}`);
  if (asked.length === 0 && !isEverybodys && !isNothingDeleted(entry, answer))
    return `${entry.operation} was done, and nothing asked`;
  if (isEverybodys && entry.caller.kind === 'anonymous') return undefined;
  return 'arn' in entry.caller && ARNS[caller].test(entry.caller.arn)
    ? undefined
    : `was taken for ${JSON.stringify(entry.caller)}`;
}

/** Many keys are deleted one by one: the answer is 200 and says of each that it was denied. */
const isNothingDeleted = (entry: RequestEntry, { text }: RawAnswer): boolean =>
  entry.operation === 'DeleteObjects' && entry.authorizations.length > 0 && !text.includes('<Deleted>');

async function isWell(): Promise<boolean> {
  const administrator = administratorKeys(lent.sandbox, 'company');
  const object = await sendRaw(lent.sandbox, { keys: administrator, path: OBJECT });
  const buckets = await sendRaw(lent.sandbox, { keys: administrator });
  return object.text === 'confidential data\n' && buckets.text.includes(`<Name>${BUCKET}</Name>`);
}

test('whatever three callers send, nothing fails and nothing is allowed that is not promised', async () => {
  const codes = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CALLERS),
      fc.constantFrom(...CALLS),
      fc.array(CHANGE, { maxLength: 4 }),
      async (caller, call, changes) => {
        const sent = changes.reduce(changed, { keys: keys[caller], ...call });
        const answer = await sendRaw(lent.sandbox, sent);
        codes.set(answer.status, (codes.get(answer.status) ?? 0) + 1);
        const id = answer.headers['x-amz-request-id'] ?? answer.headers['x-amzn-requestid'];
        const why = complaint(caller, answer, lent.sandbox.entryOf(String(id)));
        if (why !== undefined) throw new Error(why);
      },
    ),
    { numRuns: cases(600) },
  );
  expect(await isWell()).toBe(true);
  // The changes are not so odd that all fails at the first look.
  for (const status of [200, 400, 403, 404, 501]) expect(codes.get(status)).toBeGreaterThan(0);
}, 280_000);

test('whatever an administrator sends, who may do all, nothing fails', async () => {
  const own = await startWithLentRole();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...CALLS), fc.array(CHANGE, { maxLength: 4 }), async (call, changes) => {
      const administrator = administratorKeys(own.sandbox, 'company');
      const sent = changes.reduce(changed, { keys: administrator, ...call });
      const { status, text } = await sendRaw(own.sandbox, sent);
      if (status === 500) throw new Error(`failed: ${text}`);
    }),
    { numRuns: cases(400) },
  );
  expect((await sendRaw(own.sandbox, { keys: administratorKeys(own.sandbox, 'company') })).status).toBe(200);
  await own.sandbox.stop();
}, 280_000);

test('whatever bytes are sent, they are answered or the connection is closed', async () => {
  const HEAD = `POST /${BUCKET}?delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.constantFrom(...ODD), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        { minLength: 1, maxLength: 3 },
      ),
      async (changes) => {
        const text = changes.reduce((all, [odd, where]) => replacedAt(all, odd, where), HEAD);
        const socket = connect(lent.sandbox.port, '127.0.0.1').setEncoding('latin1');
        let answer = '';
        socket.on('data', (part: string) => (answer += part)).on('error', () => undefined);
        socket.end(text);
        await once(socket, 'close');
        expect(answer).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
      },
    ),
    { numRuns: cases(100) },
  );
  expect(await isWell()).toBe(true);
}, 280_000);
