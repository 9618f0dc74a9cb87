/** How every command ends. A timeout or a missing bucket is `CouldNotTell`, never "denied". */
export enum ExitCode {
  /** As promised. */
  AsPromised = 0,
  /** The promise is broken. */
  Broken = 1,
  /** Wrong usage or parameters, or something that the proof does not decide. */
  WrongUsage = 2,
  /** Could not tell: not signed in, no network, timeout. */
  CouldNotTell = 3,
}

/** Of several ends the one to end with. */
export function worst(...codes: readonly ExitCode[]): ExitCode {
  const order = [ExitCode.Broken, ExitCode.WrongUsage, ExitCode.CouldNotTell];
  return order.find((code) => codes.includes(code)) ?? ExitCode.AsPromised;
}

/**
 * An error that a person sees: the message states the field, the value, the rule and the next step.
 * Printed without a stack trace unless `--verbose`.
 */
export class PlainError extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode = ExitCode.WrongUsage,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}
