import type { Grant } from '../../lib/share/grant';
import type { SeedObject, Share } from '../../lib/share/share';
import { ExitCode } from '../exit-code';
import { writeHandoff, type Handoff } from '../handoff/handoff';
import type { Sandbox } from '../sandbox/sandbox';
import { secretKey, uniqueId } from '../sandbox/core/unique-id';
import { addAccount, type World } from '../sandbox/core/world';
import { paint, type Terminal } from '../terminal';
import { nameOf } from './deployments';
import { type Connection, connect } from '../verify/aws-clients';
import { readAwsProfiles } from '../verify/aws-profiles';
import { AwsCliWalk } from './aws-cli';
import {
  borrowAttempt,
  listAttempt,
  type Refusal,
  refusalOfAttempt,
  refusalOfProbe,
  type StrangerAttempt,
} from './denied-attempts';
import type { RehearsalSteps } from './steps';
import { walkSteps } from './walk';
import { conclusion, printFinding, wrap } from '../verify/report';
import { attempt } from '../verify/run-probes';
import { createTemporaryHome, type TemporaryHome, withEnvironment } from '../sandbox/clients/temporary-home';
import { runVerification, type VerificationRun, type VerificationRunInput } from '../verify/verification-run';

export interface VendorRehearsalInput {
  readonly grant: Grant;
  readonly share: Share;
  readonly sandbox: Sandbox;
  readonly steps: RehearsalSteps;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly nonce: string;
  readonly prove: VerificationRunInput['prove'];
}

export interface VendorRehearsal {
  readonly refusals: readonly Refusal[];
  readonly verification: VerificationRun;
  readonly problems: readonly string[];
}

/** What one vendor does with what was deployed, as its own user, on a computer that has only the handoff's config. */
export async function rehearseVendor(deployed: VendorRehearsalInput): Promise<VendorRehearsal> {
  const { grant, sandbox, steps, terminal } = deployed;
  const { bucketName } = grant;
  const planted = objectsToPlant(deployed);
  const seedObjects = [...deployed.share.company.seedObjects, ...planted];
  const share = { ...deployed.share, company: { ...deployed.share.company, seedObjects } };
  const input = { ...deployed, share };
  const handoff = writeHandoff(grant, share);
  const users = sandbox.vendorUsers[grant.index];
  if (users === undefined) throw new Error(`vendors[${grant.index}] was not seeded`);
  const session = handoff.profiles.ssoSession;
  const live = (user: typeof users.assigned) =>
    createTemporaryHome({ config: handoff.config, signedIn: { session, user } }, sandbox.url);
  const [home, unassignedHome] = await Promise.all([live(users.assigned), live(users.notAssigned)]);
  const connection = connect({
    region: share.company.region,
    identityCenterRegion: grant.vendor.identityCenter.region,
    timeout: TIMEOUT,
  });
  try {
    for (const { key, content } of planted) {
      await sandbox.objects.put(bucketName, key, Buffer.from(content));
      terminal.print(`The rehearsal puts an object of its own into the bucket: ${key}\n`);
    }
    return await withEnvironment(home.environment, async () => {
      for (const step of walkSteps(grant, handoff, connection, nameOf(grant, share))) {
        await steps.take({ ...step, run: () => step.run(input.signal) });
      }
      await walkWithAwsCli(home, handoff, input);
      const verification = await verifyAsUser(connection, handoff, input);
      const refusals = await refuse(connection, handoff, unassignedHome, verification, input);
      return { refusals, verification, problems: await conclude(verification, refusals, input) };
    });
  } finally {
    // Out of the way before the next vendor looks.
    for (const { key } of planted) await sandbox.objects.delete(bucketName, key);
    connection.close();
    home.remove();
    unassignedHome.remove();
  }
}

const TIMEOUT = 10_000;

/** Where nothing is seeded: something that the vendor may read, and something of the company's that is not shared. */
function objectsToPlant({ grant, share, nonce }: VendorRehearsalInput): SeedObject[] {
  const { prefixes } = grant.vendor;
  const { seedObjects } = share.company;
  const isShared = (key: string) => prefixes?.some((prefix) => key.startsWith(prefix)) ?? true;
  const readable = { key: `${prefixes?.[0] ?? ''}rehearsal-${nonce}.txt`, content: 'for the vendor\n' };
  const other = { key: `not-shared-${nonce}.txt`, content: 'not for the vendor\n' };
  return [
    ...(seedObjects.some(({ key }) => isShared(key)) ? [] : [readable]),
    ...(prefixes === undefined || seedObjects.some(({ key }) => !isShared(key)) ? [] : [other]),
  ];
}

async function walkWithAwsCli(
  home: TemporaryHome,
  handoff: Handoff,
  { grant, steps, terminal, signal }: VendorRehearsalInput,
): Promise<void> {
  const cli = await AwsCliWalk.find(home);
  if (cli === undefined) {
    terminal.print('The AWS CLI is not on PATH, so the walkthrough was not also run through it.\n');
    return;
  }
  const typed = cli.typed(grant, handoff);
  await steps.take({
    title: 'The same with the AWS CLI',
    walkthroughStep: '7–9',
    typed,
    run: () => cli.walk(grant, handoff, signal),
  });
}

/** Runs the very probes of `npm run verify`. */
async function verifyAsUser(
  connection: Connection,
  handoff: Handoff,
  input: VendorRehearsalInput,
): Promise<VerificationRun> {
  return runVerification({
    ...input,
    profileNames: [handoff.profiles.permissionSet],
    profiles: await readAwsProfiles(),
    connection,
    timeout: TIMEOUT,
    concurrency: 6,
    readsDeployed: false,
    now: () => new Date(),
  });
}

async function refuse(
  connection: Connection,
  handoff: Handoff,
  unassignedHome: TemporaryHome,
  verification: VerificationRun,
  { grant, sandbox, steps, terminal, signal }: VendorRehearsalInput,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  const entryOf = (requestId: string) => sandbox.entryOf(requestId);
  await steps.take({
    title: 'Everything else must be refused',
    run: async () => {
      for (const stranger of strangers(connection, handoff, grant, sandbox)) {
        refusals.push(refusalOfAttempt(stranger, await attempt(stranger.try, TIMEOUT, signal), entryOf));
      }
      refusals.unshift(await unassigned(handoff, unassignedHome, grant, sandbox, signal));
      const userName = sandbox.vendorUsers[grant.index]?.assigned.name ?? 'the user';
      for (const result of verification.verifications.flatMap(({ results }) => results)) {
        if (result.probe.expect.outcome === 'success' || result.probe.id === 'head-missing-key') continue;
        refusals.push(
          refusalOfProbe(result.probe.as === 'user' ? userName : 'the borrowed role', result, entryOf),
        );
      }
      forgetOtherAccount(sandbox.world);
      return [];
    },
  });
  printRefusals(terminal, refusals);
  return refusals;
}

/** Signed in at the same portal, and not given the permission set. */
async function unassigned(
  handoff: Handoff,
  home: TemporaryHome,
  grant: Grant,
  sandbox: Sandbox,
  signal: AbortSignal,
): Promise<Refusal> {
  const who = sandbox.vendorUsers[grant.index]?.notAssigned.name ?? 'not assigned';
  const connection = connect({
    region: handoff.region,
    identityCenterRegion: handoff.admin.region,
    timeout: TIMEOUT,
  });
  const attempted = {
    who,
    what: 'sign in with the permission set',
    code: 'ForbiddenException',
    try: async () => {
      await connection.asProfile(handoff.profiles.permissionSet).credentials();
      return 'keys were given';
    },
  };
  const outcome = await withEnvironment(home.environment, () => attempt(attempted.try, TIMEOUT, signal));
  connection.close();
  return refusalOfAttempt(attempted, outcome, (requestId) => sandbox.entryOf(requestId));
}

/** People who have keys, and no part in the share. */
function strangers(
  connection: Connection,
  handoff: Handoff,
  grant: Grant,
  sandbox: Sandbox,
): StrangerAttempt[] {
  const profile = handoff.profiles.permissionSet;
  const vendorAdmin = [...sandbox.administrators.values()].find(
    ({ account }) => account === grant.vendor.account,
  );
  const outsider = connection.withKeys(administratorOfAnotherAccount(sandbox.world), profile);
  const code = 'AccessDenied';
  const ofOutsider = [
    { who: `admin of ${OUTSIDE}`, what: 'borrow the role', code, try: borrowAttempt(grant, outsider) },
    { who: `admin of ${OUTSIDE}`, what: 'list the bucket', code, try: listAttempt(grant, outsider) },
  ];
  if (vendorAdmin === undefined) return ofOutsider;
  const admin = connection.withKeys(vendorAdmin.credential, profile);
  const who = `admin of ${grant.vendor.account}`;
  const mayBorrow = grant.vendor.borrowers !== 'permission-set';
  return [
    ...(mayBorrow ? [] : [{ who, what: 'borrow the role', code, try: borrowAttempt(grant, admin) }]),
    { who, what: 'list the bucket without borrowing', code, try: listAttempt(grant, admin) },
    ...ofOutsider,
  ];
}

const OUTSIDE = '999999999999';

/** Somebody else's account: its administrator may do everything there, and must get nothing here. */
function administratorOfAnotherAccount(world: World) {
  const name = 'Administrator';
  const account = world.accounts.get(OUTSIDE) ?? addAccount(world, OUTSIDE);
  account.users.set(name, {
    name,
    arn: `arn:aws:iam::${OUTSIDE}:user/${name}`,
    id: uniqueId('AIDA'),
    inlinePolicies: new Map(),
    attachedPolicies: new Set(['arn:aws:iam::aws:policy/AdministratorAccess']),
  });
  const keys = { accessKeyId: uniqueId('AKIA'), secretAccessKey: secretKey() };
  world.credentials.set(keys.accessKeyId, { kind: 'user', account: OUTSIDE, userName: name, ...keys });
  return keys;
}

function forgetOtherAccount({ accounts, credentials }: World): void {
  accounts.delete(OUTSIDE);
  for (const [id, { account }] of credentials) if (account === OUTSIDE) credentials.delete(id);
}

/** Who, what, outcome, and why: what AWS says, and below it what only the sandbox knows. */
function printRefusals(terminal: Terminal, refusals: readonly Refusal[]): void {
  const { bold, dim, green, red } = paint(terminal);
  const width = (column: (refusal: Refusal) => string) =>
    Math.max(...refusals.map((refusal) => column(refusal).length));
  const [whos, whats] = [width(({ who }) => who), width(({ what }) => what)];
  terminal.print(dim(`     ${'who'.padEnd(whos)}  ${'what'.padEnd(whats)}  outcome`));
  for (const { who, what, outcome, asPromised, said, because } of refusals) {
    const mark = asPromised ? green('✓') : red('✗');
    terminal.print(`   ${mark} ${who.padEnd(whos)}  ${what.padEnd(whats)}  ${bold(outcome)}`);
    terminal.print(dim(`${' '.repeat(7)}${wrap(reasonIn(said, because), terminal.width - 7, 7)}`));
  }
  terminal.print();
}

/**
 * AWS's sentence without its first half, which says again who and what; and the sandbox's, where it says more.
 */
function reasonIn(said: string, because: string | undefined): string {
  const reason = /\b(because|with an explicit deny) .*$/.exec(said)?.[0];
  if (because === undefined) return reason ?? said;
  if (reason === undefined) return `${said.replace(/\.?$/, '')}: ${because}`;
  const [, more] = because.split('; ');
  return more === undefined ? reason : `${reason}; ${more}`;
}

async function conclude(
  verification: VerificationRun,
  refusals: readonly Refusal[],
  { grant, share, steps, terminal }: VendorRehearsalInput,
): Promise<string[]> {
  const problems: string[] = refusals
    .filter(({ asPromised }) => !asPromised)
    .map(({ who, what, outcome, said }) => `${who}, ${what}: ${outcome} (${said})`);
  const results = verification.verifications.flatMap((part) => part.results);
  const findings = verification.verifications.flatMap((part) => part.findings);
  const option = share.vendors.length === 1 ? '' : ` --vendor ${grant.name}`;
  await steps.take({
    title: 'Verify, as on the real accounts',
    typed: [`npm run verify -- --profile ${verification.verifications[0]?.profile ?? ''}${option}`],
    run: () => Promise.resolve([['result', conclusion(verification.exitCode, results)]]),
  });
  for (const finding of findings) printFinding(terminal, finding, results);
  if (verification.exitCode !== ExitCode.AsPromised) {
    problems.push(...findings.map(({ hop, side, cause }) => `${hop}, ${side}: ${cause}`));
    if (findings.length === 0) problems.push(conclusion(verification.exitCode, results));
  }
  return [...new Set(problems)];
}
