import { resolve } from 'node:path';
import { cdkSettings } from '../../tools/synth/cdk-settings';
import { synthesize, type Synthesized } from '../../tools/synth/synthesize';
import type { CdkContext } from '../../tools/synth/cdk-context';
import { temporaryFolder } from '../../tools/temporary-folder';

/** Writes the templates into a folder; tests have them already. */
export type Synthesize = (folder: string, stop: AbortSignal) => Promise<Synthesized>;

const PROJECT = resolve(__dirname, '..', '..');

/** What `cdk deploy` would send now. */
export const synthesizeProject: Synthesize = (folder, stop) => synthesize(PROJECT, folder, stop);

/** What the CDK CLI tells the app. */
export const projectContext = (): CdkContext => cdkSettings(PROJECT).context;

/** Reads what the app writes, from a folder that is gone afterwards. */
export async function withSynthesized<T>(
  write: Synthesize,
  read: (synthesized: Synthesized) => T,
  stop: AbortSignal,
): Promise<T> {
  const { path, remove } = temporaryFolder('vendor-share-proof-');
  try {
    return read(await write(path, stop));
  } finally {
    remove();
  }
}
