import { sayCli as say } from '../words/say';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, shown } from '../tools/proof/templates/json';
import { missingIn } from '../tools/proof/templates/assembly';

/** What became of the values that an app has CDK look up on AWS. */
export type Lookups =
  | { readonly are: 'answered' }
  /** The CDK CLI will look them up, and run the app once more. */
  | { readonly are: 'asked for' }
  /** The CLI has tried, and goes on without them. One sentence each. */
  | { readonly are: 'not to be had'; readonly why: readonly string[] };

/**
 * Leaves an assembly in which values are missing to the CLI, which reads `missing`, looks the values up and runs the app
 * again. Nothing can be judged before that, so nothing may be deployed either: the stacks are taken out of the manifest. If
 * the CLI went on all the same, there would be nothing to go on with.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/context.html
 *
 * @param contextOf the app's context, as the CLI gave it
 */
export function leaveLookupsToTheCli(directory: string, contextOf: (key: string) => unknown): Lookups {
  const file = join(directory, 'manifest.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const missing = isObject(manifest) ? missingIn(manifest) : [];
  if (!isObject(manifest) || missing.length === 0) return { are: 'answered' };
  const failed = missing.flatMap((key) => {
    const context = contextOf(key);
    const error = isObject(context) ? context['$providerError'] : undefined;
    return error === undefined ? [] : [say('notLookedUp', { key, error: shown(error) })];
  });
  if (failed.length === missing.length) return { are: 'not to be had', why: failed };
  writeFileSync(file, JSON.stringify({ ...manifest, artifacts: {} }, null, 2));
  return { are: 'asked for' };
}
