import pc from 'picocolors';
import Table from 'cli-table3';

/** Where a command writes. Passed in, so that tests can read what a person would see. */
export interface Terminal {
  /** One line (or several) of result, to standard output. */
  print(text?: string): void;
  /** Progress and remarks, to standard error, so that `--json` output stays clean. */
  note(text: string): void;
  readonly color: boolean;
  /** Columns that tables may use. */
  readonly width: number;
}

export const processTerminal: Terminal = {
  print: (text = '') => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
  color: pc.isColorSupported,
  width: Math.min(process.stdout.columns ?? 110, 140),
};

/** The colours of this project: one place, off when the terminal has none. */
export const paint = (terminal: Pick<Terminal, 'color'>) => pc.createColors(terminal.color);

/**
 * A table whose last column takes the width that is left and wraps at words.
 *
 * @param widths one per column, in characters; the last may be omitted to take what is left.
 */
export function table(terminal: Terminal, head: string[], rows: string[][], widths: number[]): string {
  const colWidths = [...widths];
  if (colWidths.length < head.length) {
    const used = colWidths.reduce((sum, width) => sum + width, 0) + head.length + 1;
    colWidths.push(Math.max(24, terminal.width - used));
  }
  const bold = paint(terminal).bold;
  const result = new Table({
    head: head.map((title) => bold(title)),
    colWidths,
    wordWrap: true,
    style: { head: [], border: terminal.color ? ['gray'] : [] },
  });
  result.push(...rows);
  return result.toString();
}
