import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sayAccessReportPage as say } from '../../words/say';
import { browserScript } from '../../tools/access-report/bundle';
import { commitOf, fingerprintOf } from '../../tools/access-report/fingerprint';
import { judge, sealedOf } from '../../tools/access-report/judge';
import { reportPage } from '../../tools/access-report/page';
import { heading } from '../../tools/access-report/verdict';
import { printable, printableJson } from '../../tools/printable';
import { progressLine } from '../../tools/progress-line';
import { inventoryIn } from '../../tools/proof/prove-directory';
import type { Terminal } from '../../tools/terminal';
import { judgedShare } from '../judge';
import { writeOrRefuse } from '../write-or-refuse';
import { EXIT_CODES, proofFor, proveNow } from './prove';
import { projectContext, type Synthesize, synthesizeProject } from './synthesized';

export interface Options {
  readonly out: string;
  readonly json?: true;
}

const PROJECT = resolve(__dirname, '..', '..');

export async function run(
  candidate: unknown,
  terminal: Terminal,
  { out, json }: Options,
  synthesize: Synthesize = synthesizeProject,
): Promise<void> {
  const share = judgedShare(candidate, projectContext());
  const prover = await browserScript();
  const prove = proofFor(share);
  const made = (directory: string) => {
    const sealed = sealedOf(share, () => ({
      inventory: inventoryIn(directory, share),
      report: prove(directory),
    }));
    const provenance = { fingerprint: fingerprintOf(directory), commit: commitOf(PROJECT), now: new Date() };
    return { ...judge(sealed), ...provenance, page: reportPage(sealed, provenance, prover) };
  };
  const report = await proveNow(synthesize, made, progressLine(terminal));
  writeOrRefuse(
    () => writeFileSync(out, report.page),
    (reason) => say('cannotWrite', { reason }),
  );
  const { verdict, fingerprint } = report;
  if (json) terminal.print(printableJson({ file: out, verdict, fingerprint }, 2));
  else terminal.print(printable(say('wrote', { file: out, verdict: heading(report) })));
  process.exitCode = EXIT_CODES[verdict];
}
