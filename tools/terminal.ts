import pc from 'picocolors';
import { forTerminal } from './printable';

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
  print: (text = '') => void process.stdout.write(`${forTerminal(text)}\n`),
  note: (text) => void process.stderr.write(`${forTerminal(text)}\n`),
  color: pc.isColorSupported,
  width: widthFor(process.stdout.columns),
};

/** @param columns of the terminal: 0 where it does not know them, as some that are recorded or inside a container; undefined for a file */
export function widthFor(columns: number | undefined): number {
  return columns === 0 ? 80 : Math.min(columns ?? 110, 140);
}

/** The colours of this project: one place, off when the terminal has none. */
export const paint = (terminal: Pick<Terminal, 'color'>) => pc.createColors(terminal.color);
