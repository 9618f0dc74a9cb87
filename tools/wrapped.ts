import stringWidth from 'string-width';

/** How many columns a text takes: most Japanese characters take two. Colours take none. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** A text with spaces after it, to that many columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/**
 * Breaks at spaces, and between Japanese characters where that may be (JIS X 4051: nothing that closes begins a line,
 * nothing that opens ends one). Code in backticks stays whole, and so does a word that is wider than the line (an ARN), so
 * that it can be copied.
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const [chunk] of text.matchAll(CHUNK)) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(chunk);
    else if (widthOf(line + chunk) <= width) lines[lines.length - 1] = line + chunk;
    else lines.push(chunk.replace(/^ +/, ''));
  }
  return lines;
}

const CJK = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303f\uff01-\uff60]`;
/** https://www.w3.org/TR/jlreq/#characters_not_starting_a_line */
const CLOSES = String.raw`[、。，．・：；？！」』）］｝〉》】〕ー々ゝヽぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\]},.:;!?%]`;
/** https://www.w3.org/TR/jlreq/#characters_not_ending_a_line */
const OPENS = String.raw`[「『（［｛〈《【〔(\[{]`;
const UNIT = '(?:`[^`]*`|[^ ])';
const GLUE = `(?:(?=${CLOSES})|(?<=${OPENS})|(?<!${CJK})(?!${CJK}))`;
/** What no line break may part, and the space before it. */
const CHUNK = new RegExp(` *${UNIT}(?:${GLUE}${UNIT})*| +$|^$`, 'gu');

/**
 * Text that stands to the right of something: every line after the first begins below the first.
 *
 * @param indent how many columns that something takes
 * @param width of the whole; however narrow, the text has room for a few words
 */
export function hanging(text: string, indent: number, width: number): string {
  const room = Math.max(width - indent, 20);
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, room))
    .join(`\n${' '.repeat(indent)}`);
}
