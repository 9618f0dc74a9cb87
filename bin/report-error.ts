import { sayCli as say } from '../words/say';
import { InvalidShareError } from '../lib/share/invalid-share-error';
import { ExitCode, PlainError } from '../tools/exit-code';
import { machineFault, systemFault } from '../tools/machine-fault';
import { printableLines } from '../tools/printable';
import { unreadable } from './unreadable';

/** What a file that cannot be loaded is to a person: a slip of the pen, unless this computer failed. */
export function loadingError(error: unknown): unknown {
  if (error instanceof PlainError || machineFault(error) !== undefined) return error;
  return new PlainError(unreadable(error), ExitCode.WrongUsage, { cause: error });
}

/** Says what went wrong, and how to end: 3 where it was not expected. */
export function reportError(error: unknown, verbose: boolean): ExitCode {
  const known = error instanceof PlainError || error instanceof InvalidShareError;
  const message = error instanceof Error ? error.message : String(error);
  write(verbose ? stackOf(error) : (systemFault(known ? undefined : error) ?? message));
  if (!known && !verbose) write(say('unexpected'));
  if (error instanceof PlainError) return error.exitCode;
  return known ? ExitCode.WrongUsage : ExitCode.CouldNotTell;
}

/** A message may hold what a server or a file says. */
function write(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}

/** With what it came of: of a file that cannot be read, the line. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : say('causedBy', { error: stack, cause: stackOf(error.cause) });
}
