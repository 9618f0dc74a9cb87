/** One thing that is wrong, as a person should read it. */
export interface ShareProblem {
  /** `vendors[0].account` */
  readonly field: string;
  /** `vendors[0].account must be 12 digits, got "1234" (quote it, so that leading zeros survive)` */
  readonly message: string;
}

export class InvalidShareError extends Error {
  constructor(readonly problems: readonly ShareProblem[]) {
    super(`parameters.ts:\n${problems.map((problem) => `  - ${problem.message}`).join('\n')}`);
    this.name = 'InvalidShareError';
  }
}
