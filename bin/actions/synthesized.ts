import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cdkSettings } from '../../tools/synth/cdk-settings';
import { synthesize, type Synthesized } from '../../tools/synth/synthesize';
import type { CdkContext } from '../../tools/synth/cdk-context';

/** Writes the templates into a folder; tests have them already. */
export type Synthesize = (folder: string) => Promise<Synthesized>;

const PROJECT = resolve(__dirname, '..', '..');

/** What `cdk deploy` would send now. */
export const synthesizeProject: Synthesize = (folder) => synthesize(PROJECT, folder);

/** What the CDK CLI tells the app. */
export const projectContext = (): CdkContext => cdkSettings(PROJECT).context;

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
