import { ExitCode, worst } from '../exit-code';
import type { Share } from '../../lib/share/share';
import type { AccessInventory } from '../proof/templates/inventory';
import type { ProofReport } from '../proof/report/report';
import { type DeployedReading, readDeployed } from './deployed/read-deployed';
import { signIn } from './sign-in';
import { exitCodeOf, isSignedIn, type Verification, verify, type VerifyInput } from './verify';

export interface VerificationRunInput extends Omit<VerifyInput, 'profile' | 'readsDeployed' | 'onProgress'> {
  /** Each does what it can: walk, read, or both. */
  readonly profileNames: readonly string[];
  /**
   * Reads what is deployed, and proves it with this.
   * @default - nothing of it is read
   */
  readonly prove?: (inventory: AccessInventory, share: Share) => ProofReport;
  readonly onStep?: (text: string) => void;
}

export interface VerificationRun {
  readonly vendor: string;
  readonly bucket: string;
  readonly verifications: readonly Verification[];
  readonly deployed?: { readonly reading: DeployedReading; readonly proof: ProofReport };
  readonly exitCode: ExitCode;
}

/** `npm run verify` without its printing. */
export async function runVerification(input: VerificationRunInput): Promise<VerificationRun> {
  const { grant, share, prove, onStep } = input;
  const verifications: Verification[] = [];
  for (const profile of input.profileNames) {
    onStep?.(`${profile}: signing in`);
    const onProgress = (done: number, all: number) => onStep?.(`${profile}: ${done} of ${all} calls`);
    verifications.push(await verify({ ...input, profile, readsDeployed: prove !== undefined, onProgress }));
  }
  const walked = exitCodeOf(verifications);
  const what = { vendor: grant.name, bucket: grant.bucketName, verifications };
  if (prove === undefined) return { ...what, exitCode: walked };

  onStep?.('reading what is deployed');
  const signedIn = await Promise.all(input.profileNames.map((profile) => signIn(profile, grant, input)));
  const reading = await readDeployed(signedIn.filter(isSignedIn), input);
  const proof = prove(reading.inventory, { ...share, vendors: [grant.vendor] });
  return { ...what, deployed: { reading, proof }, exitCode: worst(walked, proofExitCode(proof, reading)) };
}

function proofExitCode({ verdict }: ProofReport, { notRead }: DeployedReading): ExitCode {
  if (verdict === 'broken') return ExitCode.Broken;
  if (verdict === 'not decided') return ExitCode.WrongUsage;
  return notRead.length === 0 ? ExitCode.AsPromised : ExitCode.CouldNotTell;
}
