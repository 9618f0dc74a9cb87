import { sayRehearse as say } from '../../words/say';
import { isNativeError } from 'node:util/types';
import { ServiceException } from '@smithy/core/client';
import { ExitCode, PlainError } from '../exit-code';
import { isOfNetwork, systemFault } from '../machine-fault';
import { printableData, printableLines } from '../printable';
import type { ProgressLine } from '../progress-line';
import { paint, type Terminal } from '../terminal';
import { hanging, padded, widthOf } from '../wrapped';
import type { Explained } from './explained';

/** What became of one numbered step. */
export interface StepRecord {
  readonly number: number;
  readonly title: string;
  readonly succeeded: boolean;
  readonly milliseconds: number;
  readonly typed: readonly string[];
  readonly results: readonly Explained[];
  /** Why it failed. */
  readonly problem?: string;
}

export interface Step {
  readonly title: string;
  /** Steps of the walkthrough that it covers. */
  readonly walkthroughStep?: string;
  readonly typed?: readonly string[];
  run(progress: (text: string) => void): Promise<readonly Explained[]>;
}

/** Ends the rehearsal: what comes after has nothing to stand on. Its cause is what the step threw. */
export class StepFailed extends Error {
  /** Whether it says something about the share, and not about this computer or this program. */
  readonly tells: boolean;

  constructor(message: string, options: { readonly cause: unknown }) {
    super(message, options);
    this.tells = tells(options.cause);
  }
}

function tells(error: unknown): boolean {
  if (error instanceof ServiceException) return (error.$metadata.httpStatusCode ?? 0) < 500;
  if (error instanceof PlainError) return error.exitCode !== ExitCode.CouldNotTell;
  if (!isNativeError(error) || OF_THE_PROGRAM.includes(error.name)) return false;
  return !isOfNetwork(error) && systemFault(error) === undefined;
}

const OF_THE_PROGRAM = [
  ...['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'],
  ...['AbortError', 'TimeoutError'],
];

/** The first line; of an uncaught exception the one after the line of code that Node points at. */
function firstWords(problem: string): string {
  const lines = problem.split('\n').map((line) => line.trim());
  const pointer = lines.findIndex((line) => /^\^+$/.test(line));
  return lines.slice(pointer + 1).find((line) => line !== '') ?? '';
}

/** Prints numbered steps as they go, and remembers them. */
export class RehearsalSteps {
  readonly records: StepRecord[] = [];

  constructor(
    private readonly terminal: Terminal,
    private readonly progress: ProgressLine,
    private readonly clock: () => number,
  ) {}

  /** @throws StepFailed after it has been printed and remembered */
  async take(step: Step): Promise<void> {
    const { title, walkthroughStep, typed = [] } = step;
    const { bold, dim, red, cyan } = paint(this.terminal);
    const number = this.records.length + 1;
    const label =
      walkthroughStep === undefined ? '' : dim(`  ${say('walkthrough', { steps: walkthroughStep })}`);
    this.terminal.print(`${bold(`${number}. ${title}`)}${label}`);
    for (const line of typed) this.terminal.print(`   ${cyan('$')} ${line}`);
    this.progress.show(title);
    const started = this.clock();
    let results: readonly Explained[] = [];
    let problem: string | undefined;
    let cause: unknown;
    try {
      results = await step.run((text) => this.progress.show(text));
    } catch (error) {
      cause = error;
      problem = systemFault(error) ?? (error instanceof Error ? error.message : String(error));
    }
    this.progress.clear();
    const milliseconds = Math.round(this.clock() - started);
    const succeeded = problem === undefined;
    this.records.push({
      number,
      title,
      succeeded,
      milliseconds,
      typed,
      results,
      ...(problem === undefined ? {} : { problem }),
    });
    this.explain(printableData(results));
    if (problem !== undefined) {
      this.terminal.print(red(printableLines(problem).replaceAll(/^/gm, '   ')));
      this.terminal.print();
      throw new StepFailed(say('stepFailed', { number, title, problem: firstWords(problem) }), { cause });
    }
    this.terminal.print();
  }

  private explain(results: readonly Explained[]): void {
    const { dim } = paint(this.terminal);
    const names = Math.max(0, ...results.map(([name]) => widthOf(name)));
    const indent = names + 5;
    const beside = (text: string) => hanging(text, indent, this.terminal.width);
    for (const [name, value, meaning] of results) {
      this.terminal.print(`   ${dim(padded(name, names))}  ${beside(value)}`);
      if (meaning !== undefined) this.terminal.print(dim(`${' '.repeat(indent)}${beside(meaning)}`));
    }
  }
}
