import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import type * as ShareApp from '../../lib/share-app';
import { ExitCode } from '../../tools/exit-code';
import { printableData, printableJson } from '../../tools/printable';
import { proveDirectory } from '../../tools/proof/prove';
import { proofPage } from '../../tools/proof/report/page';
import type { ProofReport, ProofVerdict } from '../../tools/proof/report/report';
import type { Terminal } from '../../tools/terminal';
import { load } from '../load';

export interface Options {
  readonly assembly?: string;
  readonly json?: true;
}

export function run(candidate: unknown, terminal: Terminal, { assembly, json }: Options): void {
  const share = validateShare(candidate);
  const report = assembly === undefined ? proveNow(share) : proveDirectory(assembly, share);
  terminal.print(json ? printableJson(report, 2) : proofPage(printableData(report), terminal));
  process.exitCode = EXIT_CODES[report.verdict];
}

const EXIT_CODES: Readonly<Record<ProofVerdict, ExitCode>> = {
  holds: ExitCode.AsPromised,
  broken: ExitCode.Broken,
  'not decided': ExitCode.WrongUsage,
};

/** Without the validations that come with a synth: this is the one that counts here, and it says more. */
function proveNow(share: Share): ProofReport {
  const directory = mkdtempSync(join(tmpdir(), 'vendor-share-proof-'));
  process.env.CDK_VALIDATION = 'false';
  try {
    const { buildApp } = load(() => require('../../lib/share-app') as typeof ShareApp);
    const app = buildApp(share, { outdir: directory, context: { 'aws:cdk:enable-path-metadata': true } });
    app.synth({ validateOnSynthesis: false });
    return proveDirectory(directory, share);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
