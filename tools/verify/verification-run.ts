import { sayReport } from '../../words/say';
import { ExitCode, worst } from '../exit-code';
import type { Share } from '../../lib/share/share';
import type { AccessInventory } from '../proof/templates/inventory';
import type { ProofReport } from '../proof/report/report';
import { type DeployedReading, readDeployed } from './deployed/read-deployed';
import type { ProvedTemplates } from './deployed/read-stacks';
import { type Repair, repairsOf } from './repairs';
import { signIn } from './sign-in';
import { exitCodeOf, isSignedIn, type Verification, verify, type VerifyInput } from './verify';

export interface VerificationRunInput extends Omit<VerifyInput, 'profile' | 'readsDeployed' | 'onProgress'> {
  /** Each does what it can: walk, read, or both. */
  readonly profileNames: readonly string[];
  /** @default - nothing of what is deployed is read */
  readonly deployed?: DeployedInput;
  readonly onStep?: (text: string) => void;
}

export interface DeployedInput {
  /** Proves what was read. */
  readonly prove: (inventory: AccessInventory, share: Share) => ProofReport;
  /** What the share gives now, to compare the stacks with. */
  readonly templates: () => Promise<ProvedTemplates>;
}

export interface VerificationRun {
  readonly vendor: string;
  readonly bucket: string;
  readonly verifications: readonly Verification[];
  readonly deployed?: {
    readonly reading: DeployedReading;
    readonly proof: ProofReport;
    readonly repairs: readonly Repair[];
  };
  readonly exitCode: ExitCode;
}

/** `npm run verify` without its printing. Free of secrets, whatever the servers said. */
export async function runVerification(input: VerificationRunInput): Promise<VerificationRun> {
  const { secrets } = input.connection;
  try {
    return secrets.hiddenIn(await verifyAll(input));
  } catch (error) {
    throw secrets.hiddenInError(error);
  }
}

async function verifyAll(input: VerificationRunInput): Promise<VerificationRun> {
  const { grant, share, deployed, onStep } = input;
  const verifications: Verification[] = [];
  for (const profile of input.profileNames) {
    onStep?.(sayReport('signing-in', { profile }));
    const onProgress = (done: number, all: number) => onStep?.(sayReport('calls', { profile, done, all }));
    verifications.push(
      await verify({ ...input, profile, readsDeployed: deployed !== undefined, onProgress }),
    );
  }
  const walked = exitCodeOf(verifications);
  const what = { vendor: grant.name, bucket: grant.bucketName, verifications };
  if (deployed === undefined) return { ...what, exitCode: walked };

  onStep?.(sayReport('synthesizing'));
  const templates = await deployed.templates();
  onStep?.(sayReport('reading-deployed'));
  const signedIn = await Promise.all(input.profileNames.map((profile) => signIn(profile, grant, input)));
  const borrowerReads = verifications.some(sawTheData);
  const reading = await readDeployed(signedIn.filter(isSignedIn), { ...input, templates, borrowerReads });
  const proof = deployed.prove(reading.inventory, {
    company: { ...share.company, bucketName: grant.bucketName },
    vendors: [grant.vendor],
  });
  const exitCode = worst(walked, proofExitCode(proof), readingExitCode(reading));
  const repairs = repairsOf({ grant, share, reading, verdict: proof.verdict });
  return { ...what, deployed: { reading, proof, repairs }, exitCode };
}

function sawTheData({ results }: Verification): boolean {
  return results.some(
    ({ probe, verdict }) => probe.id.startsWith('list-objects') && verdict === 'as expected',
  );
}

function proofExitCode({ verdict }: ProofReport): ExitCode {
  if (verdict === 'broken') return ExitCode.Broken;
  return verdict === 'not decided' ? ExitCode.WrongUsage : ExitCode.AsPromised;
}

/**
 * A side for which no profile was given was not asked for. What of the others could not be read is not known; what is deployed
 * from another template is not what was proved, and nobody has decided what it gives. Other entrances of the account count for
 * nothing here.
 */
function readingExitCode({ read, notRead, stacks }: DeployedReading): ExitCode {
  return worst(
    stacks.some(({ result }) => result === 'differs') ? ExitCode.WrongUsage : ExitCode.AsPromised,
    notRead.length > 0 || read.length === 0 ? ExitCode.CouldNotTell : ExitCode.AsPromised,
  );
}
