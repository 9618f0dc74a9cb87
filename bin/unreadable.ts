import { inspect } from 'node:util';
import { sayCli as say } from '../words/say';

/**
 * What is said where files cannot even be loaded: after a slip of the pen in parameters.ts, which everything imports.
 * That is a wrong parameter, and ends as every other.
 *
 * @param thrown anything, for `throw null` is a slip of the pen as well
 */
export function unreadable(thrown: unknown): string {
  const reason =
    thrown instanceof Error
      ? thrown.message
      : say('threw', { thrown: inspect(thrown, { customInspect: false, depth: 0, breakLength: Infinity }) });
  return say('unreadable', { reason });
}
