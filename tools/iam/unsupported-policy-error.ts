/** A policy that this library does not fully understand. It rejects rather than guesses; all problems at once. */
export class UnsupportedPolicyError extends Error {
  constructor(
    readonly policyName: string,
    /** One sentence each: where, what was found, what would be understood. */
    readonly problems: readonly string[],
  ) {
    super(`${policyName}: ${problems.join('; ')}`);
    this.name = 'UnsupportedPolicyError';
  }
}
