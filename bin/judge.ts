import { isDeepStrictEqual } from 'node:util';
import type { Share } from '../lib/share/share';
import { validateShare } from '../lib/share/validate-share';
import { PlainError } from '../tools/exit-code';
import { brokenPromise } from '../tools/proof/synth-check';
import { processTerminal } from '../tools/terminal';

/** Why the templates in a directory are not as promised; undefined if they are. */
export type Judge = (directory: string) => string | undefined;

/**
 * Judges against the parameters as they are now. Whoever is given them afterwards may do with them what it likes: the
 * promise does not move with the code that should keep it.
 */
export function judgeOf(parameters: unknown): Judge {
  const promised = copyOf(parameters);
  return (directory) => brokenPromise(directory, judgedShare(promised), processTerminal);
}

/**
 * A share of one's own, equal to the parameters in everything.
 *
 * @throws InvalidShareError
 * @throws PlainError if the validation makes something else of them
 */
export function judgedShare(parameters: unknown): Share {
  const promised = copyOf(parameters);
  const share = structuredClone(validateShare(parameters));
  if (isDeepStrictEqual(share, promised)) return share;
  throw new PlainError(
    'nothing is judged: lib/share made something else of the share than what stands in parameters.ts',
  );
}

/** Undefined for what is no data, which no validation takes. */
function copyOf(parameters: unknown): unknown {
  try {
    return structuredClone(parameters);
  } catch {
    return undefined;
  }
}
