import { sayCli as say } from '../../words/say';
import { grantsOf } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { ExitCode, PlainError } from '../../tools/exit-code';
import { printableData, printableJson } from '../../tools/printable';
import { progressLine } from '../../tools/progress-line';
import { proveDirectory } from '../../tools/proof/prove-directory';
import { givenHalf } from '../../tools/handoff/vendor-half';
import { proveWithVendorHalves, withProvedHalves } from '../../tools/proof/vendor-half';
import { proofPage } from '../../tools/proof/report/page';
import type { ProofReport, ProofVerdict } from '../../tools/proof/report/report';
import { stoppable } from '../../tools/stoppable';
import type { Synthesized } from '../../tools/synth/synthesize';
import type { Terminal } from '../../tools/terminal';
import { judgedShare } from '../judge';
import { projectContext, type Synthesize, synthesizeProject, withSynthesized } from './synthesized';

export interface Options {
  readonly assembly?: string;
  readonly json?: true;
}

export async function run(
  candidate: unknown,
  terminal: Terminal,
  { assembly, json }: Options,
  write = synthesizeProject,
): Promise<void> {
  const prove = proofFor(judgedShare(candidate, projectContext()));
  const report =
    assembly === undefined ? await proveNow(write, prove, progressLine(terminal)) : prove(assembly);
  terminal.print(json ? printableJson(report, 2) : proofPage(printableData(report), terminal));
  process.exitCode = EXIT_CODES[report.verdict];
}

/** The proof of a directory that `cdk synth` wrote, with the halves of vendors who deploy their own. */
export function proofFor(share: Share): (directory: string) => ProofReport {
  const halves = grantsOf(share).flatMap((grant) => {
    const template = givenHalf(grant);
    return template === undefined ? [] : [{ index: grant.index, template }];
  });
  return (directory) => {
    const report = proveDirectory(directory, share);
    if (report.verdict !== 'holds' || halves.length === 0) return report;
    return withProvedHalves(report, proveWithVendorHalves(directory, share, halves), share);
  };
}

export const EXIT_CODES: Readonly<Record<ProofVerdict, ExitCode>> = {
  holds: ExitCode.AsPromised,
  broken: ExitCode.Broken,
  'not decided': ExitCode.WrongUsage,
};

/**
 * What `cdk deploy` would send now. The app judges itself as well, and says so by its exit code: what counts here is the
 * judgement of this process, which has loaded nothing of the app.
 */
export async function proveNow<T extends Pick<ProofReport, 'verdict'>>(
  write: Synthesize,
  prove: (directory: string) => T,
  progress: ReturnType<typeof progressLine>,
): Promise<T> {
  progress.show(say('synthesizing'));
  const stop = stoppable();
  try {
    const judge = ({ directory, complaint }: Synthesized) => {
      const report = prove(directory);
      if (report.verdict !== 'holds' || complaint === undefined) return report;
      throw new PlainError(say('appFailed', { complaint }));
    };
    return await withSynthesized(write, judge, stop.signal);
  } finally {
    stop.release();
    progress.clear();
  }
}
