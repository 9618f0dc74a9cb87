import type { Share } from '../../lib/share/share';
import { foreignStacks } from './foreign-stacks';
import { promisesOf, prove } from './prove';
import { cannotJudge } from './report/finding';
import { CLAIM_IDS, type ProofReport } from './report/report';
import { reportOf } from './report/report-of';
import { type Assembly, readAssembly } from './templates/assembly';
import { inventoryOf } from './templates/collect';
import type { AccessInventory } from './templates/inventory';
import { UnreadableAssemblyError } from './templates/unreadable-assembly-error';

/** Proves the templates in a directory that `cdk synth` wrote. What cannot be read is not decided, and not thrown. */
export function proveDirectory(directory: string, share: Share): ProofReport {
  return proved(read(directory, share), share);
}

export function proveAssembly(assembly: Assembly, share: Share): ProofReport {
  return proved(ofShare(assembly, share), share);
}

/** What gives access in such a directory; undefined where the proof says why that is not decided. */
export function inventoryIn(directory: string, share: Share): AccessInventory | undefined {
  const [inventory] = read(directory, share);
  return inventory;
}

/** What gives access, or sentences that say why that is not decided. */
type Read = readonly [AccessInventory] | readonly [undefined, readonly string[]];

function read(directory: string, share: Share): Read {
  let assembly: Assembly;
  try {
    assembly = readAssembly(directory);
  } catch (error) {
    if (!(error instanceof UnreadableAssemblyError)) throw error;
    return [undefined, [error.message]];
  }
  return ofShare(assembly, share);
}

/** An assembly that is not of this share is not decided as a whole: every difference would be told as a failure. */
function ofShare(assembly: Assembly, share: Share): Read {
  const foreign = foreignStacks(assembly, share);
  return foreign.length > 0 ? [undefined, foreign] : [inventoryOf(assembly)];
}

function proved([inventory, why = []]: Read, share: Share): ProofReport {
  if (inventory !== undefined) return prove(inventory, share);
  const findings = why.map((what) => cannotJudge(what, undefined, CLAIM_IDS));
  return reportOf(findings, promisesOf(share, { buckets: [] }), { notProved: [] }, 0);
}
