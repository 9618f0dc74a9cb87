import { inspect } from 'node:util';

/**
 * What is said where files cannot even be loaded: after a slip of the pen in parameters.ts, which everything imports.
 * That is a wrong parameter, and ends as every other.
 *
 * @param thrown anything, for `throw null` is a slip of the pen as well
 */
export function unreadable(thrown: unknown): string {
  const message =
    thrown instanceof Error
      ? thrown.message
      : `it threw ${inspect(thrown, { customInspect: false, depth: 0, breakLength: Infinity })}`;
  return `nothing was tried, because a file could not be read (the last edit of parameters.ts?): ${message}`;
}
