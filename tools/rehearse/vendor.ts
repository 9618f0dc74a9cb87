import { sayRehearse as say } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import type { SeedObject, Share } from '../../lib/share/share';
import { ExitCode } from '../exit-code';
import { writeHandoff, type Handoff } from '../handoff/handoff';
import { createTemporaryHome, type TemporaryHome, withEnvironment } from '../sandbox/clients/temporary-home';
import { vendorLogin, type VendorLogin } from '../sandbox/clients/vendor-login';
import type { Sandbox } from '../sandbox/sandbox';
import type { Terminal } from '../terminal';
import { type Connection, connect } from '../verify/aws-clients';
import { readAwsProfiles } from '../verify/aws-profiles';
import type { Secrets } from '../verify/secrets';
import { conclusion, printFinding } from '../verify/report';
import { runVerification, type VerificationRun } from '../verify/verification-run';
import { AwsCliWalk } from './aws-cli';
import { deployedDocuments } from './documents';
import { type DeniedAttempt, deniedProbe, deniedStranger, printDeniedAttempts } from './denied-attempts';
import { nameOf } from './deployments';
import type { RehearsalSteps } from './steps';
import { tryAsStrangers } from './strangers';
import { walkSteps } from './walk';

export interface VendorRehearsalInput {
  readonly grant: Grant;
  readonly share: Share;
  readonly sandbox: Sandbox;
  readonly steps: RehearsalSteps;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  readonly secrets: Secrets;
  readonly nonce: string;
  /** Of the bootstrap stack. @default 'hnb659fds' */
  readonly qualifier?: string;
}

export interface VendorRehearsal {
  readonly refusals: readonly DeniedAttempt[];
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
  const login = vendorLogin(grant, share, sandbox);
  const live = (who: VendorLogin) => createTemporaryHome(who, sandbox.url);
  const [home, unassignedHome] = await Promise.all([
    live(login),
    users && live(vendorLogin(grant, share, sandbox, users.notAssigned)),
  ]);
  const connection = connect({
    region: share.company.region,
    identityCenterRegion: users?.assigned.instance.region ?? share.company.region,
    timeout: TIMEOUT,
    secrets: input.secrets,
  });
  try {
    for (const { key, content } of planted) {
      await sandbox.objects.put(bucketName, key, Buffer.from(content));
      terminal.print(`${say('planted', { key })}\n`);
    }
    return await withEnvironment(home.environment, async () => {
      await steps.take({
        title: say('documents'),
        walkthroughStep: '2, 3, 5',
        run: () => deployedDocuments(grant, sandbox),
      });
      const entryOf = (requestId: string) => sandbox.entryOf(requestId);
      const whose = nameOf(grant, share);
      const { url } = sandbox;
      for (const step of walkSteps({ grant, handoff, connection, whose, login, entryOf, url })) {
        await steps.take({ ...step, run: () => step.run(input.signal) });
      }
      await walkWithAwsCli(home, handoff, input);
      const verification = await verifyAsUser(connection, handoff, input);
      const refusals = await attemptWhatMustBeDenied(
        connection,
        handoff,
        unassignedHome,
        verification,
        login.name,
        input,
      );
      return { refusals, verification, problems: await conclude(verification, refusals, input) };
    });
  } finally {
    // Out of the way before the next vendor looks.
    for (const { key } of planted) await sandbox.objects.delete(bucketName, key);
    connection.close();
    home.remove();
    unassignedHome?.remove();
  }
}

const TIMEOUT = 10_000;

/**
 * Where nothing is seeded: something that the vendor may read, and something of the company's that is not shared. A bucket
 * that is there has objects to read, and none that the share knows by name.
 */
function objectsToPlant({ grant, share, nonce }: VendorRehearsalInput): SeedObject[] {
  const { prefixes } = grant.vendor;
  const { seedObjects } = share.company;
  const isShared = (key: string) => prefixes?.some((prefix) => key.startsWith(prefix)) ?? true;
  const readable = { key: `${prefixes?.[0] ?? ''}rehearsal-${nonce}.txt`, content: 'for the vendor\n' };
  const other = { key: `not-shared-${nonce}.txt`, content: 'not for the vendor\n' };
  return [
    ...(grant.bucketIsThere || seedObjects.some(({ key }) => isShared(key)) ? [] : [readable]),
    ...(prefixes === undefined || seedObjects.some(({ key }) => !isShared(key)) ? [] : [other]),
  ];
}

async function walkWithAwsCli(
  home: TemporaryHome,
  handoff: Handoff,
  { grant, steps, terminal, signal }: VendorRehearsalInput,
): Promise<void> {
  const cli = await AwsCliWalk.find(home, signal);
  if (cli === undefined) {
    terminal.print(`${say('noCli')}\n`);
    return;
  }
  const typed = cli.typed(grant, handoff);
  await steps.take({
    title: say('sameWithCli'),
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
    now: () => new Date(),
  });
}

/** As strangers and, from what was verified, as the vendor's user and the borrowed role. */
async function attemptWhatMustBeDenied(
  connection: Connection,
  handoff: Handoff,
  unassignedHome: TemporaryHome | undefined,
  verification: VerificationRun,
  userName: string,
  { grant, sandbox, steps, terminal, signal, secrets }: VendorRehearsalInput,
): Promise<DeniedAttempt[]> {
  const attempts: DeniedAttempt[] = [];
  const entryOf = (requestId: string) => sandbox.entryOf(requestId);
  await steps.take({
    title: say('everythingElse'),
    run: async () => {
      const strangers = {
        grant,
        handoff,
        sandbox,
        connection,
        secrets,
        ...(unassignedHome && { unassignedHome }),
        timeout: TIMEOUT,
        signal,
      };
      for (const [stranger, outcome] of await tryAsStrangers(strangers)) {
        attempts.push(deniedStranger(stranger, outcome, entryOf));
      }
      for (const result of verification.verifications.flatMap(({ results }) => results)) {
        if (result.probe.expect.outcome === 'success' || result.probe.id === 'head-missing-key') continue;
        const who = result.probe.as === 'user' ? userName : say('theRole');
        attempts.push(deniedProbe(who, result, entryOf));
      }
      return [];
    },
  });
  printDeniedAttempts(terminal, attempts);
  return attempts;
}

async function conclude(
  verification: VerificationRun,
  refusals: readonly DeniedAttempt[],
  { grant, share, steps, terminal }: VendorRehearsalInput,
): Promise<string[]> {
  const problems: string[] = refusals
    .filter(({ asPromised }) => !asPromised)
    .map(({ who, what, outcome, said }) => say('notDenied', { who, what, outcome, said }));
  const results = verification.verifications.flatMap((part) => part.results);
  const findings = verification.verifications.flatMap((part) => part.findings);
  const option = share.vendors.length === 1 ? '' : ` --vendor ${grant.name}`;
  await steps.take({
    title: say('verify'),
    typed: [`npm run verify -- --profile ${verification.verifications[0]?.profile ?? ''}${option}`],
    run: () => Promise.resolve([[say('result'), conclusion(verification.exitCode, results)]]),
  });
  for (const finding of findings) printFinding(terminal, finding, results);
  if (verification.exitCode !== ExitCode.AsPromised) {
    problems.push(...findings.map(({ hop, side, cause }) => say('finding', { hop, side, cause })));
    if (findings.length === 0) problems.push(conclusion(verification.exitCode, results));
  }
  return [...new Set(problems)];
}
