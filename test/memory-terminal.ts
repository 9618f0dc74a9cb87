import type { Terminal } from '../tools/terminal';

/** What the tests of commands give them to print on: a terminal that remembers what a person would have seen. */
export interface MemoryTerminal extends Terminal {
  /** Standard output. */
  readonly printed: () => string;
  /** Standard error. */
  readonly noted: () => string;
}

export function memoryTerminal(width = 100): MemoryTerminal {
  const printed: string[] = [];
  const noted: string[] = [];
  return {
    print: (text = '') => void printed.push(text),
    note: (text) => void noted.push(text),
    color: false,
    width,
    printed: () => printed.join('\n'),
    noted: () => noted.join('\n'),
  };
}
