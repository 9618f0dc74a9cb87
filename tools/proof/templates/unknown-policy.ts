import { KnownLaterError } from './unresolvable-error';

/** One whose text only a deployment tells: it does not matter where nobody asks what the policy allows. */
export interface UnknownPolicy {
  readonly name: string;
  /** A clause. */
  readonly why: string;
}

/** @param name of the policy, or what it is */
export function knownOrLater<T>(name: string, read: () => T): T | UnknownPolicy {
  try {
    return read();
  } catch (error) {
    if (error instanceof KnownLaterError) return { name, why: error.message };
    throw error;
  }
}

/** `Reading (its PolicyDocument cannot be known: …)` */
export const inWords = ({ name, why }: UnknownPolicy) => `${name} (${why})`;

export const isUnknown = (policy: object): policy is UnknownPolicy => 'why' in policy;
