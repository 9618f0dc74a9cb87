import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synthesize, type Synthesized } from '../../tools/synth/synthesize';

/** Writes the templates into a folder; tests have them already. */
export type Synthesize = (folder: string) => Promise<Synthesized>;

/** What `cdk deploy` would send now. */
export const synthesizeProject: Synthesize = (folder) => synthesize(resolve(__dirname, '..', '..'), folder);

/** Reads what the app writes, from a folder that is gone afterwards. */
export async function withSynthesized<T>(
  write: Synthesize,
  read: (synthesized: Synthesized) => T,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-proof-'));
  try {
    return read(await write(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
