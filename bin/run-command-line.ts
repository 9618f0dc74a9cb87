import { type Command, CommanderError } from 'commander';
import { InvalidShareError } from '../lib/share/invalid-share-error';
import { ExitCode, PlainError } from '../tools/exit-code';
import { printableLines } from '../tools/printable';
import { unreadable } from './unreadable';

/** Runs a program whose files may not be readable at all. */
export async function loadAndRun(
  load: () => Command | Promise<Command>,
  argv: readonly string[],
): Promise<void> {
  let program: Command;
  try {
    program = await load();
  } catch (error) {
    write(unreadable(error));
    if (argv.includes('--verbose') && error instanceof Error) write(error.stack ?? '');
    process.exitCode = ExitCode.WrongUsage;
    return;
  }
  await runCommandLine(program, argv);
}

/**
 * Parses, runs and sets the exit code: usage errors end with 2, errors meant for a person with their own code and
 * one message, anything else with 3 and the advice to pass `--verbose`.
 */
export async function runCommandLine(program: Command, argv: readonly string[]): Promise<void> {
  for (const command of program.commands) command.exitOverride();
  program.exitOverride();
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error, argv.includes('--verbose'));
  }
}

function report(error: unknown, verbose: boolean): ExitCode {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? ExitCode.AsPromised : ExitCode.WrongUsage; // commander has printed it
  }
  const known = error instanceof PlainError || error instanceof InvalidShareError;
  const message = error instanceof Error ? error.message : String(error);
  write(verbose ? stackOf(error) : message);
  if (!known && !verbose) write('This was not expected: run it again with --verbose.');
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
  return error.cause === undefined ? stack : `${stack}\nCaused by: ${stackOf(error.cause)}`;
}
