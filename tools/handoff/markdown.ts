import { printable } from '../printable';
import { wrapped } from '../wrapped';
import type { Block } from './blocks';

/** Readable as it is, and rendered. */
export function markdown(blocks: readonly Block[]): string {
  return `${blocks.map(written).join('\n\n')}\n`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.text}`;
    case 'paragraph':
      return wrapped(block.text, 115).join('\n');
    case 'table':
      return table([block.head, block.head.map(() => '---'), ...block.rows]);
    case 'code':
      return fenced(block.language, block.text);
    case 'list': {
      const items = block.items.map((item, index) => listItem(item, block.isOrdered ? `${index + 1}.` : '-'));
      return items.join(block.items.some(({ length }) => length > 1) ? '\n\n' : '\n');
    }
  }
}

function listItem(blocks: readonly Block[], mark: string): string {
  const indent = ' '.repeat(mark.length + 1);
  const text = blocks.map(written).join('\n\n');
  return `${mark} ${text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`)}`;
}

function table(rows: readonly (readonly string[])[]): string {
  return rows
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** A block of code, in a fence that the code cannot close. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Text that somebody chose, as it reads: nothing in it is markup. */
export function plain(text: string): string {
  const marks = text.replace(/[\\`*_[\]<>&~|]/g, '\\$&');
  // At the beginning of a line, which may come with any word.
  const beginnings = marks.replace(/(?<=^| )[-+#=]/g, '\\$&').replace(/(?<=(?:^| )\d+)[.)]/g, '\\$&');
  return printable(beginnings);
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function codes(texts: readonly string[]): string[] {
  return texts.map(code);
}
