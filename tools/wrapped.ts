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
  for (const { space, content } of chunksOf(text)) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(space + content);
    else if (widthOf(line + space + content) <= width) lines[lines.length - 1] = line + space + content;
    else lines.push(content);
  }
  return lines;
}

/** What no line break may part, and the space before it. */
interface Chunk {
  readonly space: string;
  content: string;
}

function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let space = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const last = chunks.at(-1);
    if (token.trim() === '') space = token;
    else if (last !== undefined && space === '' && !mayPart(last.content, token)) last.content += token;
    else {
      chunks.push({ space, content: token });
      space = '';
    }
  }
  return chunks.length === 0 || space !== '' ? [...chunks, { space, content: '' }] : chunks;
}

const CJK = String.raw`\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\u3000-\u303f\uff01-\uff60`;
const TOKENS = new RegExp(' +|`[^`]*`|[' + CJK + ']|[^ `' + CJK + ']+|`', 'gu');
const IS_CJK = new RegExp(`^[${CJK}]$`, 'u');
/** https://www.w3.org/TR/jlreq/#characters_not_starting_a_line */
const CLOSES =
  /^[、。，．・：；？！」』）］｝〉》】〕ー々ゝヽぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\]},.:;!?%]/;
/** https://www.w3.org/TR/jlreq/#characters_not_ending_a_line */
const OPENS = /[「『（［｛〈《【〔([{]$/;

function mayPart(before: string, after: string): boolean {
  const beside = IS_CJK.test(after) || IS_CJK.test([...before].at(-1) ?? '');
  return beside && !CLOSES.test(after) && !OPENS.test(before);
}

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
