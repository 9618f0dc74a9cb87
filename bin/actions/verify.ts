import { randomBytes } from 'node:crypto';
import { validateShare } from '../../lib/share/validate-share';
import { progressLine } from '../../tools/progress-line';
import type * as Proof from '../../tools/proof/prove';
import type * as AssemblyFile from '../../tools/proof/templates/assembly';
import type { StackTemplate } from '../../tools/proof/templates/assembly';
import { printableData, printableJson } from '../../tools/printable';
import { stoppable } from '../../tools/stoppable';
import type { Terminal } from '../../tools/terminal';
import { connect } from '../../tools/verify/aws-clients';
import { readAwsProfiles } from '../../tools/verify/aws-profiles';
import { printRun, runAsData } from '../../tools/verify/report';
import { runVerification, type VerificationRun } from '../../tools/verify/verification-run';
import { load } from '../load';
import { chooseGrant } from './choose-grant';
import { synthesizeProject, withSynthesized } from './synthesized';

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
  const regions = {
    region: share.company.region,
    identityCenterRegion: grant.vendor.identityCenter.region,
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
      ...(options.deployed ? { deployed: { prove: proveDeployed, templates: await templatesNow() } } : {}),
      signal: stop.signal,
      now: () => new Date(),
      nonce: randomBytes(8).toString('hex'),
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

/** What was proved: the templates that the app writes now. */
function templatesNow(): Promise<readonly StackTemplate[]> {
  const { readAssembly } = load(() => require('../../tools/proof/templates/assembly') as typeof AssemblyFile);
  return withSynthesized(synthesizeProject, ({ directory }) => readAssembly(directory).stacks);
}
