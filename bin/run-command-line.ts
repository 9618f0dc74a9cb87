import { type Command, CommanderError } from 'commander';
import { ExitCode } from '../tools/exit-code';
import { speak } from '../words/speech';
import { languageOf } from './language';
import { loadingError, reportError } from './report-error';

/** Runs a program whose files may not be readable at all. */
export async function loadAndRun(
  load: () => Command | Promise<Command>,
  argv: readonly string[],
): Promise<void> {
  speak(languageOf(process.env, argv));
  let program: Command;
  try {
    program = await load();
  } catch (error) {
    process.exitCode = reportError(loadingError(error), argv.includes('--verbose'));
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
    process.exitCode =
      error instanceof CommanderError ? codeOf(error) : reportError(error, argv.includes('--verbose'));
  }
}

/** Commander has printed it. */
function codeOf({ exitCode }: CommanderError): ExitCode {
  return exitCode === 0 ? ExitCode.AsPromised : ExitCode.WrongUsage;
}
