import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrapOptions } from '../../../bin/actions/bootstrap-options';

/** What a project asks of the accounts, of which cdk.json has this context. */
export function optionsOf(context: object) {
  const project = mkdtempSync(join(tmpdir(), 'vendor-share-cdk-'));
  try {
    writeFileSync(join(project, 'cdk.json'), JSON.stringify({ app: 'node app.js', context }));
    return bootstrapOptions(project);
  } finally {
    rmSync(project, { recursive: true });
  }
}
