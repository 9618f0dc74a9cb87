/** A difference between what is written in the AWS config and what the share needs: the reader's to mend. */
export interface ProfileProblem {
  readonly profile: string;
  /** `role_arn`; for a section its header, for the file `encoding`. */
  readonly field: string;
  /** From 1; absent where nothing is written. */
  readonly line?: number;
  readonly found: string;
  readonly wanted: string;
  readonly sentence: string;
  readonly todo: string;
  /** Lines to paste. */
  readonly commands: readonly string[];
}
