import { printable } from '../printable';
import { wrapped } from '../wrapped';

/** Sentences, in lines that are read without scrolling. */
export function paragraph(...sentences: readonly string[]): string {
  return `${wrapped(sentences.join(' '), 115).join('\n')}\n`;
}

/** The first row is the head. */
export function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** A block of code, in a fence that the code cannot close. */
export function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}

/** Text that somebody chose, as it reads: nothing in it is markup. */
export function plain(text: string): string {
  return printable(text.replace(/[\\`*_[\]<>&~|]/g, '\\$&'));
}

/** `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[], word = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function indent(text: string, columns: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(columns));
}
