import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { buildApp } from '../../lib/share-app';
import { share as parameters } from '../../parameters';
import { ExitCode } from '../../tools/exit-code';
import { proofPage } from '../../tools/proof/report/page';
import { proveDirectory } from '../../tools/proof/prove';
import type { ProofReport, ProofVerdict } from '../../tools/proof/report/report';
import { processTerminal, type Terminal } from '../../tools/terminal';

interface Options {
  readonly assembly?: string;
  readonly json?: true;
}

export function proveCommand(candidate: unknown = parameters, terminal: Terminal = processTerminal): Command {
  return new Command('prove')
    .description(
      'Prove on the synthesized templates that the access is exactly the promise, for every request.',
    )
    .option(
      '--assembly <dir>',
      'templates that `cdk synth` wrote (default: synthesized from parameters.ts now)',
    )
    .option('--json', 'the report, for programs')
    .addHelpText('after', EXPLANATION)
    .action(({ assembly, json }: Options) => {
      const share = validateShare(candidate);
      const report = assembly === undefined ? proveNow(share) : proveDirectory(assembly, share);
      terminal.print(json ? JSON.stringify(report, null, 2) : proofPage(report, terminal));
      process.exitCode = EXIT_CODES[report.verdict];
    });
}

const EXPLANATION = `
Needs no AWS account and no network. The report says what is promised, whether
it holds, a concrete request for everything that breaks it, and what is not
covered. docs/proof.md explains the method.

Ends with
  0  the promise holds
  1  the promise is broken (also if something else cannot be judged)
  2  wrong usage or parameters, or something that cannot be judged and no
     counterexample`;

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
    const app = buildApp(share, { outdir: directory, context: { 'aws:cdk:enable-path-metadata': true } });
    app.synth({ validateOnSynthesis: false });
    return proveDirectory(directory, share);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
