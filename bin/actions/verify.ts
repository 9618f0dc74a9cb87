import { randomBytes } from 'node:crypto';
import { sayReading } from '../../words/say';
import { resolve } from 'node:path';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { PlainError } from '../../tools/exit-code';
import { homeFolder } from '../../tools/home-folder';
import { printableData, printableJson } from '../../tools/printable';
import { progressLine } from '../../tools/progress-line';
import type * as Proof from '../../tools/proof/prove';
import type * as ProofOfDirectory from '../../tools/proof/prove-directory';
import type * as AssemblyFile from '../../tools/proof/templates/assembly';
import { stoppable } from '../../tools/stoppable';
import type { Synthesized } from '../../tools/synth/synthesize';
import type { Terminal } from '../../tools/terminal';
import { connect } from '../../tools/verify/aws-clients';
import { readAwsProfiles } from '../../tools/verify/aws-profiles';
import type { ProvedTemplates } from '../../tools/verify/deployed/read-stacks';
import { printRun, runAsData } from '../../tools/verify/report';
import { runVerification, type VerificationRun } from '../../tools/verify/verification-run';
import { load } from '../load';
import { bootstrapOptions } from './bootstrap-options';
import { chooseGrant } from './choose-grant';
import { judgedShare } from '../judge';
import { projectContext, synthesizeProject, withSynthesized } from './synthesized';

export interface Options {
  readonly profile: string[];
  readonly vendor?: string;
  readonly deployed?: true;
  readonly timeout: number;
  readonly concurrency: number;
  readonly json?: true;
}

export async function run(candidate: unknown, terminal: Terminal, options: Options): Promise<void> {
  const share = validateShare(candidate);
  const grant = chooseGrant(share, options.vendor);
  const timeout = options.timeout * 1000;
  const { qualifier } = bootstrapOptions(resolve(__dirname, '..', '..'), homeFolder());
  const regions = {
    region: share.company.region,
    identityCenterRegion: grant.identityCenter?.region ?? share.company.region,
  };
  const connection = connect({ ...regions, timeout });
  const stop = stoppable();
  const progress = progressLine(terminal);
  let result: VerificationRun;
  try {
    result = await runVerification({
      grant,
      share,
      profileNames: options.profile,
      profiles: await readAwsProfiles(),
      connection,
      timeout,
      concurrency: options.concurrency,
      ...(options.deployed && {
        deployed: { prove: proveDeployed, templates: () => provedTemplates(share, stop.signal) },
      }),
      signal: stop.signal,
      now: () => new Date(),
      nonce: randomBytes(8).toString('hex'),
      ...(qualifier !== undefined && { qualifier }),
      onStep: (text) => progress.show(text),
    });
  } finally {
    progress.clear();
    stop.release();
    connection.close();
  }
  if (options.json) terminal.print(printableJson(runAsData(result), 2));
  else printRun(terminal, printableData(result));
  process.exitCode = result.exitCode;
}

/** Most people try only what they may do, and need neither a proof nor CDK. */
const proveDeployed: typeof Proof.prove = (inventory, share) =>
  load(() => require('../../tools/proof/prove') as typeof Proof).prove(inventory, share);

/** What the stacks are compared with: the templates that the app writes now, if they are proved. */
async function provedTemplates(parameters: Share, stop: AbortSignal): Promise<ProvedTemplates> {
  const share = judgedShare(parameters, projectContext());
  const { proveDirectory } = load(
    () => require('../../tools/proof/prove-directory') as typeof ProofOfDirectory,
  );
  const { readAssembly } = load(() => require('../../tools/proof/templates/assembly') as typeof AssemblyFile);
  try {
    const judge = ({ directory }: Synthesized): ProvedTemplates => {
      const { verdict } = proveDirectory(directory, share);
      if (verdict === 'holds') return { stacks: readAssembly(directory).stacks };
      return {
        stacks: [],
        problem: verdict === 'broken' ? sayReading('templates.broken') : sayReading('templates.not-decided'),
      };
    };
    return await withSynthesized(synthesizeProject, judge, stop);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { stacks: [], problem: error.message };
  }
}
