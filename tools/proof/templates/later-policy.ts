import type { LaterPolicy } from './inventory';
import { KnownLaterError } from './unresolvable-error';

/**
 * What cannot be known yet does not matter where nobody asks what a policy allows.
 *
 * @param name of the policy, or what it is
 */
export function knownOrLater<T>(name: string, read: () => T): T | LaterPolicy {
  try {
    return read();
  } catch (error) {
    if (error instanceof KnownLaterError) return { name, why: error.message };
    throw error;
  }
}

export const isKnownLater = (policy: object): policy is LaterPolicy => 'why' in policy;
