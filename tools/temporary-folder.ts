import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone at the latest when this process ends. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

const there = new Set<string>();
const removeAll = () => there.forEach(removed);

export function temporaryFolder(prefix: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  there.add(path);
  if (there.size === 1) process.on('exit', removeAll);
  return {
    path,
    remove: () => {
      removed(path);
      there.delete(path);
      if (there.size === 0) process.off('exit', removeAll);
    },
  };
}

/** Windows lets nobody remove what a virus scanner or a child that is just ending has open. */
function removed(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
