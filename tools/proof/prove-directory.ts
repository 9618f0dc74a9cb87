import type { Share } from '../../lib/share/share';
import { foreignStacks } from './foreign-stacks';
import { promisesOf, prove } from './prove';
import { cannotJudge } from './report/finding';
import { CLAIM_IDS, type ProofReport } from './report/report';
import { reportOf } from './report/report-of';
import { type Assembly, readAssembly } from './templates/assembly';
import { inventoryOf } from './templates/collect';
import { UnreadableAssemblyError } from './templates/unreadable-assembly-error';

/** Proves the templates in a directory that `cdk synth` wrote. What cannot be read is not decided, and not thrown. */
export function proveDirectory(directory: string, share: Share): ProofReport {
  let assembly: Assembly;
  try {
    assembly = readAssembly(directory);
  } catch (error) {
    if (!(error instanceof UnreadableAssemblyError)) throw error;
    return notDecided([error.message], share);
  }
  return proveAssembly(assembly, share);
}

/** An assembly that is not of this share is not decided as a whole: every difference would be told as a failure. */
export function proveAssembly(assembly: Assembly, share: Share): ProofReport {
  const foreign = foreignStacks(assembly, share);
  return foreign.length > 0 ? notDecided(foreign, share) : prove(inventoryOf(assembly), share);
}

function notDecided(sentences: readonly string[], share: Share): ProofReport {
  const findings = sentences.map((what) => cannotJudge(what, undefined, CLAIM_IDS));
  return reportOf(findings, promisesOf(share, { buckets: [] }), { notProved: [] }, 0);
}
