import { sayRehearse as say } from '../../words/say';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Grant, grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { vendorKind } from '../../lib/share/vendor-kind';
import { ExitCode, worst } from '../exit-code';
import type { RequestEntry } from '../sandbox/request-entry';
import { type Sandbox, startSandbox } from '../sandbox/sandbox';
import { paint, type Terminal } from '../terminal';
import { cdkDeploy, cdkDeployCommand } from './cdk-deploy';
import { deployVendorHalf, deployVendorHalfTyped } from './deploy-vendor-half';
import { type Deployment, deploymentsOf } from './deployments';
import type { ProgressLine } from '../progress-line';
import type { DeniedAttempt } from './denied-attempts';
import { rehearseVendor } from './vendor';
import { RehearsalSteps, type Step, StepFailed, type StepRecord } from './steps';
import type { Explained } from './explained';
import type { BootstrapOptions } from '../sandbox/seed/bootstrap';
import { createTemporaryHome, type TemporaryHome } from '../sandbox/clients/temporary-home';
import { Secrets } from '../verify/secrets';
import type { VerificationRun } from '../verify/verification-run';

export interface RehearsalInput {
  /** Validated. */
  readonly share: Share;
  readonly terminal: Terminal;
  readonly progress: ProgressLine;
  readonly signal: AbortSignal;
  /** How the accounts are bootstrapped. @default - as `cdk bootstrap` does it */
  readonly bootstrap?: BootstrapOptions;
  /** Milliseconds, rising. */
  readonly clock: () => number;
  /** Of the sandbox, after each request. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Before everything is taken down; `--keep` waits in it. */
  readonly whileItRuns?: (sandbox: Sandbox) => Promise<void>;
}

export interface Rehearsal {
  readonly steps: readonly StepRecord[];
  readonly refusals: readonly DeniedAttempt[];
  readonly verifications: readonly VerificationRun[];
  /** One sentence each; empty if everything went as promised. */
  readonly problems: readonly string[];
  readonly milliseconds: number;
  readonly exitCode: ExitCode;
}

/** The whole of it: deploy, walk, be denied, verify; on two accounts on localhost, leaving nothing behind. */
export async function rehearse(input: RehearsalInput): Promise<Rehearsal> {
  const { share, signal, clock } = input;
  const started = clock();
  let sandbox: Sandbox | undefined;
  const secrets = new Secrets(() => (sandbox ? secretsIn(sandbox) : []));
  const { terminal, progress } = withoutSecrets(input, secrets);
  const steps = new RehearsalSteps(terminal, progress, clock);
  const refusals: DeniedAttempt[] = [];
  const verifications: VerificationRun[] = [];
  const problems: string[] = [];
  let exitCode = ExitCode.AsPromised;
  let deployer: TemporaryHome | undefined;

  terminal.print(paint(terminal).dim(say('walkthroughPage')));
  const takeSteps = async () => {
    await steps.take({
      title: say('start'),
      run: async () => {
        const { onRequest, bootstrap } = input;
        sandbox = await startSandbox({
          share,
          ...(bootstrap && { bootstrap }),
          ...(onRequest && { onRequest }),
        });
        deployer = await createTemporaryHome({ administrators: sandbox.administrators }, sandbox.url);
        return accountsOf(sandbox, share);
      },
    });
    if (sandbox === undefined || deployer === undefined)
      throw new StepFailed(say('notStarted'), { cause: undefined });
    for (const deployment of deploymentsOf(share, sandbox))
      await steps.take(
        deployment.half
          ? halfStep(deployment, deployment.half, sandbox, signal)
          : deployStep(deployment, sandbox, deployer, signal),
      );
    for (const grant of grantsOf(share)) {
      const nonce = randomBytes(8).toString('hex');
      const qualifier = input.bootstrap?.qualifier;
      const result = await rehearseVendor({
        ...input,
        terminal,
        grant,
        sandbox,
        steps,
        secrets,
        nonce,
        ...(qualifier !== undefined && { qualifier }),
      });
      refusals.push(...result.refusals);
      verifications.push(result.verification);
      problems.push(...result.problems);
    }
  };

  try {
    try {
      await takeSteps();
      exitCode = exitCodeOf(refusals, verifications);
    } catch (error) {
      if (!(error instanceof StepFailed) && !signal.aborted) throw secrets.hiddenInError(error);
      exitCode = error instanceof StepFailed && error.tells ? ExitCode.Broken : ExitCode.CouldNotTell;
      if (error instanceof StepFailed && !signal.aborted) problems.push(error.message);
    }
    if (signal.aborted) {
      exitCode = ExitCode.CouldNotTell;
      problems.push(say('stopped'));
      terminal.print(paint(terminal).yellow(say('nothingClaimed')));
    } else {
      terminal.print(ending(exitCode, problems, clock() - started, terminal));
      if (sandbox !== undefined) await input.whileItRuns?.(sandbox);
    }
  } finally {
    deployer?.remove();
    await sandbox?.stop();
  }
  const milliseconds = Math.round(clock() - started);
  const { records } = steps;
  return secrets.hiddenIn({ steps: records, refusals, verifications, problems, milliseconds, exitCode });
}

/** Whatever is printed of what went over the wire. */
function withoutSecrets(
  { terminal, progress }: Pick<RehearsalInput, 'terminal' | 'progress'>,
  secrets: Secrets,
): Pick<RehearsalInput, 'terminal' | 'progress'> {
  return {
    terminal: {
      ...terminal,
      print: (text = '') => terminal.print(secrets.hiddenIn(text)),
      note: (text) => terminal.note(secrets.hiddenIn(text)),
    },
    progress: { ...progress, show: (text) => progress.show(secrets.hiddenIn(text)) },
  };
}

/** Everybody's, as they are now; the others are known since they were used. */
function secretsIn({ world }: Sandbox): string[] {
  const keys = [...world.credentials.values()].flatMap((credential) => [
    credential.accessKeyId,
    credential.secretAccessKey,
    ...(credential.kind === 'session' ? [credential.sessionToken] : []),
  ]);
  const tokens = [...world.identityCenters.values()].flatMap(({ portalTokens }) => [...portalTokens.keys()]);
  return [...keys, ...tokens];
}

function deployStep(deployment: Deployment, sandbox: Sandbox, home: TemporaryHome, signal: AbortSignal) {
  return {
    ...deployment,
    typed: [cdkDeployCommand(deployment)],
    run: async (onProgress: (text: string) => void): Promise<Explained[]> => {
      const result = await cdkDeploy({
        ...deployment,
        environment: home.environment,
        endpoint: sandbox.url,
        outputFolder: join(home.folder, 'cdk.out'),
        signal,
        onProgress,
      });
      if (!result.succeeded)
        throw new Error(result.remarks || say('deployFailed', { command: `cdk deploy ${deployment.stack}` }));
      const made = result.resources.map((type) => type.replace(/^AWS::/, '').replaceAll('::', ' '));
      return [
        [say('created'), counted(made).join(', ')],
        ...(result.assets > 1 ? [[say('published'), say('files', { number: result.assets })] as const] : []),
        ...Object.entries(result.outputs).map(([name, value]): Explained => [name, value]),
      ];
    },
  };
}

/** What a vendor does without this project: the handoff's very template, by CloudFormation alone; or its page's policy. */
function halfStep(deployment: Deployment, grant: Grant, sandbox: Sandbox, signal: AbortSignal): Step {
  const { stack, profile } = deployment;
  return {
    ...deployment,
    typed: [deployVendorHalfTyped(grant, stack, profile)],
    run: async () => {
      const administrator = sandbox.administrators.get(profile);
      if (administrator === undefined) throw new Error(say('nobodyIs', { profile }));
      const made = await deployVendorHalf({ grant, stack, administrator, endpoint: sandbox.url, signal });
      const types = made.map((type) => type.replace(/^AWS::/, '').replaceAll('::', ' '));
      const from = say(vendorKind(grant) === 'product' ? 'fromPage' : 'fromTemplate');
      return [[say('created'), counted(types).join(', '), from]];
    },
  };
}

/** `IAM Role ×2`. */
function counted(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`));
}

function accountsOf({ url, vendorUsers, vendorBorrowers }: Sandbox, share: Share): Explained[] {
  const vendors = grantsOf(share).map((grant, index): Explained => {
    const assigned = vendorUsers[index]?.assigned.name;
    const label = share.vendors.length === 1 ? say('vendor') : grant.name;
    const accounts = { count: grant.accounts.length, accounts: grant.accounts.join(', ') };
    if (assigned !== undefined) return [label, say('vendorWithUser', { ...accounts, user: assigned })];
    const borrowers = (vendorBorrowers[index] ?? []).map(({ kind, name }) => `${kind} ${name}`).join(', ');
    return [label, say('vendorWithBorrowers', { ...accounts, borrowers })];
  });
  return [
    [say('address'), url],
    [say('company'), say('account', { account: share.company.account })],
    ...vendors,
  ];
}

/** What was not denied is worse than what could not be told. */
function exitCodeOf(refusals: readonly DeniedAttempt[], verifications: readonly VerificationRun[]): ExitCode {
  if (refusals.some(({ asPromised }) => !asPromised)) return ExitCode.Broken;
  return worst(...verifications.map((verification) => verification.exitCode));
}

function ending(
  exitCode: ExitCode,
  problems: readonly string[],
  milliseconds: number,
  terminal: Terminal,
): string {
  const { bold, green, red, yellow } = paint(terminal);
  const seconds = (milliseconds / 1000).toFixed(1);
  if (exitCode === ExitCode.AsPromised) return green(bold(say('asPromised', { seconds })));
  const heading =
    exitCode === ExitCode.CouldNotTell ? yellow(bold(say('couldNotTell'))) : red(bold(say('notAsPromised')));
  return `${heading}\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
}
