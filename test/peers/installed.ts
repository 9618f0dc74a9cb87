import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is on PATH, if it is. */
export function findProgram(name: string): string | undefined {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(directory, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** A `describe` that needs programs: where one is missing it is skipped, and its title says which. */
export function describeWith(programs: readonly string[], title: string, suite: () => void): void {
  const missing = programs.filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) describe(title, suite);
  else
    describe.skip(
      `${title} (skipped: ${missing.map((name) => `${name} is not installed`).join(', ')})`,
      suite,
    );
}
