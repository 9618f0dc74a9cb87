import { validateShare } from '../../lib/share/validate-share';
import { ExitCode } from '../../tools/exit-code';
import { printableData, printableJson } from '../../tools/printable';
import { proveDirectory } from '../../tools/proof/prove';
import { proofPage } from '../../tools/proof/report/page';
import type { ProofVerdict } from '../../tools/proof/report/report';
import type { Terminal } from '../../tools/terminal';
import { withSynthesized } from './synthesized';

export interface Options {
  readonly assembly?: string;
  readonly json?: true;
}

export function run(candidate: unknown, terminal: Terminal, { assembly, json }: Options): void {
  const share = validateShare(candidate);
  const report =
    assembly === undefined
      ? withSynthesized(share, (directory) => proveDirectory(directory, share))
      : proveDirectory(assembly, share);
  terminal.print(json ? printableJson(report, 2) : proofPage(printableData(report), terminal));
  process.exitCode = EXIT_CODES[report.verdict];
}

const EXIT_CODES: Readonly<Record<ProofVerdict, ExitCode>> = {
  holds: ExitCode.AsPromised,
  broken: ExitCode.Broken,
  'not decided': ExitCode.WrongUsage,
};
