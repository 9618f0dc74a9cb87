import { listed } from '../../words/speech';
import { sayReport } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import { borrowersOf } from '../handoff/vendor-half';
import type { Share } from '../../lib/share/share';
import { ExitCode, worst } from '../exit-code';
import type { AwsClients, Connection } from './aws-clients';
import { type AwsProfiles, signInProfile } from './aws-profiles';
import { assumeRoleProbe, sessionProbes } from './assume-role-probe';
import { diagnose, type Finding } from './diagnosis';
import type { Probe } from './probe';
import { probesFor } from './probes';
import type { ProfileProblem } from './profile-problem';
import { profileProblems } from './profile-problems';
import { canRun } from './runnable';
import { type ProbeResult, runProbes, type RunOptions } from './run-probes';
import { type NotSignedIn, signIn, type SignedIn, type WalkthroughRole } from './sign-in';
import { hasEnded, type Situation, type Trouble } from './situation';
import { withLocalTime } from '../until';

export interface VerifyInput extends Omit<RunOptions, 'onResult'> {
  readonly grant: Grant;
  readonly share: Share;
  readonly profile: string;
  readonly profiles: AwsProfiles;
  readonly connection: Connection;
  readonly now: () => Date;
  /** 16 random letters and digits; see {@link probesFor}. */
  readonly nonce: string;
  /** Of the company's bootstrap stack. @default 'hnb659fds' */
  readonly qualifier?: string;
  /** With `--deployed`, a profile of the company's is no mistake. */
  readonly readsDeployed?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

/** What one profile showed. What servers said is in it as they said it. */
export interface Verification {
  readonly profile: string;
  /** Absent if signing in failed: `findings` says why. */
  readonly who?: Pick<SignedIn, 'account' | 'arn' | 'role'>;
  readonly results: readonly ProbeResult[];
  readonly notTried: readonly NotTried[];
  readonly findings: readonly Finding[];
}

/** A probe that this profile cannot run, or that had no sense after another failed. */
export interface NotTried {
  readonly probes: readonly Probe[];
  readonly because: string;
}

/** Name of the borrowed session: the company's CloudTrail shows that it was a check. */
export const SESSION_NAME = 'vendor-share-verify';

/** Tries the walkthrough as one profile: what must work, what must not, hop by hop. Leaves nothing behind. */
export async function verify(input: VerifyInput): Promise<Verification> {
  const { grant, profile, profiles, share, now } = input;
  const { region, seedObjects } = share.company;
  const situation: Situation = { grant, region, profile, profiles, seedObjects, now: now() };
  const problems = profileProblems(profile, profiles, { grant, canRun });
  if (problems.length > 0) return { profile, results: [], notTried: [], findings: problems.map(badProfile) };
  const who = await signIn(profile, grant, input);
  if (!isSignedIn(who)) {
    const troubles: Trouble[] = [{ hop: 'sign in', outcome: who.failure }];
    return { profile, results: [], notTried: [], findings: diagnose(troubles, situation) };
  }
  if (!CAN_WALK.has(who.role)) return wrongAccount(who, input);
  const { results, notTried } = await walk(who, input);
  const troubles = results.filter(({ verdict }) => verdict !== 'as expected');
  const findings = diagnose(
    troubles.map(({ probe, outcome }) => ({ hop: probe.hop, probe, outcome })),
    situation,
  );
  const { account, arn, role } = who;
  return { profile, who: { account, arn, role }, results, notTried, findings };
}

/** The reader's own: nobody has been asked yet, so nothing is known of the promise. */
function badProfile({ field, sentence, todo, commands }: ProfileProblem): Finding {
  const isOtherSet = ['sso_role_name', 'sso_account_id'].includes(field);
  return {
    id: isOtherSet ? 'wrong-permission-set' : 'bad-profile',
    hop: 'sign in',
    side: 'you',
    cause: sentence,
    todo,
    commands,
    probes: [],
    exitCode: ExitCode.WrongUsage,
  };
}

/** The worst of everything that was found; what was not tried is not known. */
export function exitCodeOf(verifications: readonly Verification[]): ExitCode {
  return worst(
    ...verifications.flatMap(({ findings }) => findings.map(({ exitCode }) => exitCode)),
    ...verifications.flatMap(({ notTried }) => (notTried.length > 0 ? [ExitCode.CouldNotTell] : [])),
  );
}

export function isSignedIn(who: SignedIn | NotSignedIn): who is SignedIn {
  return 'clients' in who;
}

const CAN_WALK: ReadonlySet<WalkthroughRole> = new Set(['vendor user', 'vendor principal', 'borrower']);

/** The walkthrough is the vendor's: with `--deployed` alone does another account's profile have something to do. */
function wrongAccount(
  { profile, account, arn, role }: SignedIn,
  { grant, readsDeployed, ...input }: VerifyInput,
): Verification {
  const who = { account, arn, role };
  const reads = readsDeployed && role !== 'stranger';
  const because = sayReport('because.wrong-account', {
    profile,
    account,
    accounts: listed(grant.accounts, 'or'),
  });
  const finding: Finding = {
    id: 'wrong-account',
    hop: 'sign in',
    side: 'you',
    cause: because,
    todo: role === 'stranger' ? sayReport('wrong-account.todo') : sayReport('wrong-account.todo.deployed'),
    commands: [],
    probes: [],
    exitCode: ExitCode.WrongUsage,
  };
  if (reads) return { profile, who, results: [], notTried: [], findings: [] };
  return {
    profile,
    who,
    results: [],
    notTried: [{ probes: probesFor({ grant, ...input }), because }],
    findings: [finding],
  };
}

interface Walk {
  readonly results: readonly ProbeResult[];
  readonly notTried: readonly NotTried[];
}

async function walk(who: SignedIn, input: VerifyInput): Promise<Walk> {
  const all = probesFor(input);
  const asUser = all.filter(({ as }) => as === 'user');
  const asBorrower = all.filter(({ as }) => as === 'borrower');
  if (who.role === 'borrower') return walkAsBorrower(who, asUser, asBorrower, input);

  const mustBeDenied = reasonToBeDenied(who, input);
  const assumeRole = assumeRoleProbe({
    ...input,
    sessionName: SESSION_NAME,
    ...(mustBeDenied ? { mustBeDenied } : {}),
  });
  const [assumed] = await run([assumeRole.probe], () => who.clients, input);
  if (assumed === undefined) return { results: [], notTried: [] };
  const session = assumeRole.session();
  if (session === undefined || mustBeDenied !== undefined) {
    const because = mustBeDenied ?? sayReport('because.not-assumed');
    // After the end there is nothing more to know; and who came to read did not come to walk.
    const enough =
      hasEnded({ grant: input.grant, now: input.now() }) || (input.readsDeployed && mustBeDenied);
    return { results: [assumed], notTried: enough ? [] : [{ probes: all, because }] };
  }
  const borrower = input.connection.withKeys(session.keys, who.profile);
  const named = { sessionName: SESSION_NAME, expiration: session.keys.expiration };
  const probes = [...sessionProbes(input, named), ...asBorrower, ...asUser];
  const results = await run(probes, (as) => (as === 'user' ? who.clients : borrower), input);
  return {
    results: [assumed, ...results],
    notTried: [],
  };
}

/** The profile has assumed the role by itself: what its session can do is tried, AssumeRole is not. */
async function walkAsBorrower(
  who: SignedIn,
  asUser: Probe[],
  asBorrower: Probe[],
  input: VerifyInput,
): Promise<Walk> {
  const sessionName = who.arn.slice(who.arn.lastIndexOf('/') + 1);
  const { expiration } = await who.clients.credentials();
  const probes = [...sessionProbes(input, { sessionName, expiration }), ...asBorrower];
  const results = await run(probes, () => who.clients, input);
  const start = signInProfile(who.profile, input.profiles);
  const because = sayReport('because.assumed-already', { profile: who.profile, start });
  return { results, notTried: [{ probes: asUser, because }] };
}

/** After the end nobody may borrow; nor may, if the share says so, anyone but the permission set's users or those named. */
function reasonToBeDenied(who: SignedIn, { grant, now }: VerifyInput): string | undefined {
  if (hasEnded({ grant, now: now() }))
    return sayReport('because.ended', { until: withLocalTime(grant.vendor.until ?? '') });
  if (who.role === 'vendor user') return undefined;
  if (grant.vendor.borrowers === 'permission-set') {
    return sayReport('because.permission-set', { permissionSet: grant.permissionSetName });
  }
  const named = borrowersOf(grant);
  if (named.length > 0)
    return sayReport('because.borrowers', {
      borrowers: listed(named.map(({ kind, name }) => sayReport(`borrower.${kind}`, { name }))),
    });
  return undefined;
}

function run(
  probes: Probe[],
  clients: (as: Probe['as']) => AwsClients,
  input: VerifyInput,
): Promise<ProbeResult[]> {
  const { timeout, concurrency, signal, onProgress } = input;
  return runProbes(probes, clients, {
    timeout,
    concurrency,
    signal,
    ...(onProgress ? { onResult: (_result, done) => onProgress(done, probes.length) } : {}),
  });
}
