// tools/proof/prove.ts with all of tools/proof/ behind it: how much of a folder of other people's policies it can judge
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prove } from '../../tools/proof/prove';
import type { ProofReport } from '../../tools/proof/report/report';
import { inventoryOf } from '../../tools/proof/templates/collect';
import type { AccessInventory, FoundPolicy, RoleEntry } from '../../tools/proof/templates/inventory';
import { walkthroughShare } from '../lib/walkthrough-share';
import { naiveDecide } from '../naive/evaluator';
import { assemblyOf } from '../proof/templates';

/** A folder of `*.json`: policy documents, or what `aws iam get-policy-version` prints. */
const FOLDER = process.env.POLICIES ?? '';
const describeFolder = FOLDER === '' ? describe.skip : describe;
const skipped = FOLDER === '' ? ' (skipped: set POLICIES to a folder of policies)' : '';

const LENT = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const BUCKET_ARN = 'arn:aws:s3:::company-shared-data-bucket-12345';

describeFolder(`the policies of a folder, each judged as a part of the lent role${skipped}`, () => {
  const files = FOLDER === '' ? [] : readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  const minutes = 1 + Math.ceil(files.length / 100);
  let inventory: AccessInventory;

  beforeAll(() => {
    inventory = inventoryOf(assemblyOf(walkthroughShare));
  });

  test.each<[what: string, change: (role: RoleEntry, policy: FoundPolicy) => RoleEntry]>([
    ['its only policy', (role, policy) => ({ ...role, policies: [policy] })],
    ['its permissions boundary', (role, policy) => ({ ...role, boundary: policy })],
  ])(
    '%s',
    (what, change) => {
      const progress = everyFewSeconds(`as ${what}`, files.length);
      const judged = files.map((file, index): Judged => {
        progress(index);
        const changed = changedRole(inventory, (role) =>
          change(role, { name: 'policy', document: documentIn(file), origin: role.origin }),
        );
        const started = performance.now();
        const report = prove(changed, walkthroughShare);
        const milliseconds = performance.now() - started;
        return { file, report, milliseconds, ...checked(report, changed) };
      });
      process.stdout.write(`\n${table(what, judged)}\n`);

      expect(judged).not.toEqual([]);
      expect(judged.filter(isUnexplained).map(({ file }) => file)).toEqual([]);
      expect(judged.flatMap(({ file, wrong }) => wrong.map((one) => `${file}: ${one}`))).toEqual([]);
    },
    minutes * 60_000,
  );

  test('and without any of them the share holds', () => {
    expect(prove(inventory, walkthroughShare).verdict).toBe('holds');
  });
});

interface Judged {
  readonly file: string;
  readonly report: ProofReport;
  readonly milliseconds: number;
  /** Requests of the report that test/naive was asked about, and those that it decides otherwise. */
  readonly asked: number;
  readonly wrong: readonly string[];
}

/** Nothing is decided, and nothing says why. */
function isUnexplained({ report }: Judged): boolean {
  return report.verdict === 'not decided' && report.refusals.length === 0;
}

function documentIn(file: string): unknown {
  const content: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
  const version = isRecord(content) ? content.PolicyVersion : undefined;
  const document = isRecord(version) ? version.Document : content;
  if (!isRecord(document) || document.Statement === undefined) throw new Error(`${file} is no policy`);
  return document;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changedRole(inventory: AccessInventory, change: (role: RoleEntry) => RoleEntry): AccessInventory {
  return { ...inventory, roles: inventory.roles.map((role) => (role.arn === LENT ? change(role) : role)) };
}

interface Question {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | null>>;
  /** As the proof says. */
  readonly allowed: boolean;
}

/** What the report says of single requests, decided by the evaluator of test/naive. */
function checked(report: ProofReport, inventory: AccessInventory): Pick<Judged, 'asked' | 'wrong'> {
  const asked = questionsOf(report).flatMap((question) =>
    // The naive evaluator has room for as many statements.
    statementsOf(inventory) > 29 ? [] : [{ question, answer: isAllowed(inventory, question) }],
  );
  const wrong = asked.filter(({ question, answer }) => question.allowed !== answer);
  return {
    asked: asked.length,
    wrong: wrong.map(({ question: { action, resource } }) => `${action} on ${resource}`),
  };
}

/** The requests that break a claim; where every claim holds, some that are promised and some that are not. */
function questionsOf({ verdict, failures }: ProofReport): Question[] {
  if (verdict === 'holds') return SAMPLES.map((sample) => ({ ...sample, context: {} }));
  return failures.flatMap(({ kind, witness }) =>
    witness ? [{ ...witness, allowed: kind === 'extra' }] : [],
  );
}

const SAMPLES: readonly Omit<Question, 'context'>[] = [
  { action: 's3:ListBucket', resource: BUCKET_ARN, allowed: true },
  { action: 's3:GetObject', resource: `${BUCKET_ARN}/test-data.txt`, allowed: true },
  { action: 's3:PutObject', resource: `${BUCKET_ARN}/test-data.txt`, allowed: false },
  { action: 's3:GetObject', resource: 'arn:aws:s3:::another-bucket/secret.txt', allowed: false },
  { action: 'iam:CreateUser', resource: 'arn:aws:iam::111111111111:user/new', allowed: false },
];

function statementsOf({ roles, buckets }: AccessInventory): number {
  const role = roles.find(({ arn }) => arn === LENT);
  const documents = [
    ...(role?.policies ?? []),
    ...(role?.boundary && 'document' in role.boundary ? [role.boundary] : []),
    ...buckets.flatMap(({ policy }) => policy ?? []),
  ];
  return documents.flatMap(({ document }) => (isRecord(document) ? [document.Statement].flat() : [])).length;
}

/** Decided by the second evaluator, with the role's policies and, in the bucket, the bucket's. */
function isAllowed(inventory: AccessInventory, { action, resource, context }: Question): boolean {
  const role = inventory.roles.find(({ arn }) => arn === LENT);
  if (!role) throw new Error(`there is no role ${LENT}`);
  const { policies, boundary, account } = role;
  const inBucket = resource === BUCKET_ARN || resource.startsWith(`${BUCKET_ARN}/`);
  const bucket = inventory.buckets.find(({ name }) => BUCKET_ARN.endsWith(name));
  const given = Object.entries(context).flatMap(([key, value]) =>
    // Several values of one key are shown with commas.
    value === null ? [] : [[key.toLowerCase(), value.includes(',') ? value.split(',') : value] as const],
  );
  const owner = inBucket ? account : (context['aws:ResourceAccount'] ?? STRANGER);
  return naiveDecide(
    {
      caller: {
        kind: 'role-session',
        account,
        arn: 'arn:aws:sts::111111111111:assumed-role/VendorAccessRole/s1',
        roleArn: LENT,
      },
      action,
      resource,
      resourceAccount: owner,
      context: {
        'aws:principalarn': LENT,
        'aws:principalaccount': account,
        'aws:resourceaccount': owner,
        's3:resourceaccount': owner,
        ...Object.fromEntries(given),
      },
    },
    {
      identity: policies.map(({ document }) => document),
      ...(boundary && 'document' in boundary && { boundary: boundary.document }),
      resource: { document: inBucket ? bucket?.policy?.document : worstOf(owner), kind: 'resource' },
    },
  );
}

/** Whose it is where nobody asks. */
const STRANGER = '999999999999';

/** What another account owns lets everybody do everything; what is the role's own account's leaves it to the role's policies. */
function worstOf(owner: string): unknown {
  const Principal = owner === '111111111111' ? { AWS: `arn:aws:iam::${owner}:root` } : '*';
  return {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Principal, Action: '*', Resource: '*' },
  };
}

/** Long runs show where they are. */
function everyFewSeconds(what: string, total: number): (done: number) => void {
  const started = Date.now();
  let next = started + 5000;
  return (done) => {
    const now = Date.now();
    if (now < next) return;
    next = now + 5000;
    process.stderr.write(`  ${what}: ${done} of ${total}, ${Math.round((now - started) / 1000)} s\n`);
  };
}

function table(what: string, judged: readonly Judged[]): string {
  const having = (verdict: ProofReport['verdict']) =>
    judged.filter(({ report }) => report.verdict === verdict);
  const undecided = having('not decided');
  const line = (count: number, text: string) =>
    `${String(count).padStart(8)} ${share(count, judged.length)}  ${text}`;
  const slowest = [...judged].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
  const asked = judged.reduce((sum, one) => sum + one.asked, 0);
  const wrong = judged.reduce((sum, one) => sum + one.wrong.length, 0);
  return [
    `as ${what}`,
    line(judged.length - undecided.length, 'judged'),
    line(having('holds').length, '  hold'),
    line(having('broken').length, '  broken'),
    line(undecided.length, 'not decided'),
    '',
    'why not decided: policies, those that nothing else stops, and what at most is judged without it and all above',
    ...commonest(judged).map(({ reason, policies, alone, then }) =>
      [
        String(policies).padStart(8),
        String(alone).padStart(6),
        share(then, judged.length),
        ` ${reason}`,
      ].join(' '),
    ),
    '',
    `the slowest of ${Math.round(judged.reduce((sum, one) => sum + one.milliseconds, 0) / 1000)} s`,
    ...slowest.map(
      ({ file, milliseconds }) => `${String(Math.round(milliseconds)).padStart(8)} ms     ${file}`,
    ),
    '',
    `${asked} requests of the proof asked of the second evaluator, ${wrong} decided otherwise`,
    '',
  ].join('\n');
}

function share(count: number, total: number): string {
  return `${((100 * count) / Math.max(total, 1)).toFixed(1).padStart(5)} %`;
}

interface Reason {
  readonly reason: string;
  /** That it stops, and how many of them nothing else stops. */
  readonly policies: number;
  readonly alone: number;
  /** Policies that would be judged, at most, without it and all that are commoner: one problem may hide another. */
  readonly then: number;
}

function commonest(judged: readonly Judged[]): Reason[] {
  const reasonsOf = judged.map(
    ({ report: { verdict, refusals } }) =>
      new Set(verdict === 'not decided' ? refusals.map(({ what }) => kindOf(what)) : []),
  );
  const having = (reason: string) => reasonsOf.filter((reasons) => reasons.has(reason));
  const all = [...new Set(reasonsOf.flatMap((reasons) => [...reasons]))];
  const sorted = all.sort((a, b) => having(b).length - having(a).length);
  return sorted.slice(0, 12).map((reason, index) => {
    const solved = sorted.slice(0, index + 1);
    return {
      reason,
      policies: having(reason).length,
      alone: having(reason).filter(({ size }) => size === 1).length,
      then: reasonsOf.filter((reasons) => [...reasons].every((one) => solved.includes(one))).length,
    };
  });
}

/** The same cause at another place, or with another name, is the same cause. */
function kindOf(sentence: string): string {
  return sentence
    .replace(/^policy: /, '')
    .replace(/Statement\[\d+\]/g, 'Statement')
    .replace(/\.Condition\.\S+/, '.Condition.…')
    .replace(/Resource ".*?"/, 'Resource "…"')
    .replace(/: ".*$/s, '.')
    .replace(/; the patterns that cost most: .*$/, '.');
}
