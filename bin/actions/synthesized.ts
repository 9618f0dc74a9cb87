import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Share } from '../../lib/share/share';
import type * as ShareApp from '../../lib/share-app';
import { load } from '../load';

/**
 * What the share gives now, in a directory that is gone afterwards. Without the validations that come with a synth: the proof
 * is the one that counts here, and it says more.
 */
export function withSynthesized<T>(share: Share, read: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'vendor-share-proof-'));
  process.env.CDK_VALIDATION = 'false';
  try {
    const { buildApp } = load(() => require('../../lib/share-app') as typeof ShareApp);
    const app = buildApp(share, { outdir: directory, context: { 'aws:cdk:enable-path-metadata': true } });
    app.synth({ validateOnSynthesis: false });
    return read(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
