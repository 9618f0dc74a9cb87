import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Share } from '../../lib/share/share';
import { say } from '../../words/access-report/say';
import { browserScript } from '../../tools/access-report/bundle';
import { commitOf, fingerprintOf } from '../../tools/access-report/fingerprint';
import { judge } from '../../tools/access-report/judge';
import { reportPage } from '../../tools/access-report/page';
import { sealedOf } from '../../tools/access-report/sealed';
import { heading } from '../../tools/access-report/verdict';
import { PlainError } from '../../tools/exit-code';
import { machineFault } from '../../tools/machine-fault';
import { printable, printableJson } from '../../tools/printable';
import { progressLine } from '../../tools/progress-line';
import { foreignStacks } from '../../tools/proof/foreign-stacks';
import type { ProofReport } from '../../tools/proof/report/report';
import { readAssembly } from '../../tools/proof/templates/assembly';
import { inventoryOf } from '../../tools/proof/templates/collect';
import type { AccessInventory } from '../../tools/proof/templates/inventory';
import { UnreadableAssemblyError } from '../../tools/proof/templates/unreadable-assembly-error';
import type { Terminal } from '../../tools/terminal';
import { judgedShare } from '../judge';
import { EXIT_CODES, proofFor, proveNow } from './prove';
import { projectContext, type Synthesize, synthesizeProject } from './synthesized';

export interface Options {
  readonly out: string;
  readonly json?: true;
}

const PROJECT = resolve(__dirname, '..', '..');

interface Made {
  readonly verdict: ProofReport['verdict'];
  readonly heading: string;
  readonly fingerprint: string | undefined;
  readonly page: string;
}

export async function run(
  candidate: unknown,
  terminal: Terminal,
  { out, json }: Options,
  synthesize: Synthesize = synthesizeProject,
): Promise<void> {
  const share = judgedShare(candidate, projectContext());
  const prover = await browserScript();
  const judged = (directory: string) => pageOf(directory, share, prover);
  const made = await proveNow(synthesize, judged, progressLine(terminal));
  write(out, made.page);
  const { verdict, fingerprint } = made;
  if (json) terminal.print(printableJson({ file: out, verdict, fingerprint }, 2));
  else terminal.print(printable(say('wrote', { file: out, verdict: made.heading })));
  process.exitCode = EXIT_CODES[verdict];
}

function pageOf(directory: string, share: Share, prover: string): Made {
  const prove = proofFor(share);
  const sealed = sealedOf(share, () => ({
    inventory: inventoryIn(directory, share),
    report: prove(directory),
  }));
  const fingerprint = fingerprintOf(directory);
  const page = reportPage(sealed, { fingerprint, commit: commitOf(PROJECT), now: new Date() }, prover);
  const judgement = judge(sealed);
  return { verdict: judgement.verdict, heading: heading(judgement), fingerprint, page };
}

/** Undefined where the whole proof says why nothing was judged: the assembly cannot be read, or is not of this share. */
function inventoryIn(directory: string, share: Share): AccessInventory | undefined {
  try {
    const assembly = readAssembly(directory);
    return foreignStacks(assembly, share).length > 0 ? undefined : inventoryOf(assembly);
  } catch (error) {
    if (error instanceof UnreadableAssemblyError) return undefined;
    throw error;
  }
}

/** @throws PlainError if the file cannot be written; of a computer that is out of something, what the system says */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if (machineFault(error) !== undefined) throw error;
    throw new PlainError(
      say('cannotWrite', { reason: error instanceof Error ? error.message : String(error) }),
    );
  }
}
