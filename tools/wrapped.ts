/** Breaks at spaces. A word that is wider than the line (an ARN) keeps a line of its own, so that it can be copied. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Text that stands to the right of something: every line after the first begins below the first.
 *
 * @param indent how wide that something is, as it is seen
 * @param width of the whole; however narrow, the text has room for a few words
 */
export function hanging(text: string, indent: number, width: number): string {
  const room = Math.max(width - indent, 20);
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, room))
    .join(`\n${' '.repeat(indent)}`);
}
