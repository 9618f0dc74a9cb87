/**
 * How text that others wrote (a template, a server, a file) is shown. Raw, it could clear the screen, write a verdict of its
 * own, or turn letters round so that a name reads as another one. A command escapes it where it prints.
 *
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */

/**
 * Controls (C0, DEL, C1), format characters (bidirectional ones, zero-width ones, tags), line and paragraph separators,
 * lone surrogates, and letters that are blank.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu;

/** On one line, with `\u{1b}` for what cannot be seen. */
export function printable(text: string): string {
  return text.replace(UNSEEN, escaped);
}

/** The same for text of several lines, which stay. */
export function printableLines(text: string): string {
  return text.replace(UNSEEN, (character) => (character === '\n' ? '\n' : escaped(character)));
}

/** A copy of data in which every text is printable. */
export function printableData<T>(data: T): T {
  return withTexts(data, printable);
}

/**
 * A copy of data in which every text is rewritten, names of members included. What is no plain data, functions among it, is
 * taken as it is.
 */
export function withTexts<T>(data: T, rewrite: (text: string) => string): T;
export function withTexts(data: unknown, rewrite: (text: string) => string): unknown {
  if (typeof data === 'string') return rewrite(data);
  if (Array.isArray(data)) return data.map((item: unknown) => withTexts(item, rewrite));
  if (!isPlainObject(data)) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, item]) => [rewrite(name), withTexts(item, rewrite)]),
  );
}

/** JSON that reads back as the same data; `JSON.stringify` by itself leaves C1 and bidirectional characters raw. */
export function printableJson(data: unknown, indent?: number): string {
  const text = JSON.stringify(data, null, indent);
  return text.replace(UNSEEN, (character) => (character === '\n' ? '\n' : jsonEscaped(character)));
}

/** What follows an escape in the colours of `paint`, which stay; none that hides text is among them. */
const COLOR = /^\[(?:0|[1-4]|7|9|2[2-4]|27|29|3[0-79]|4[0-79]|9[0-7]|10[0-7])m/;

/** What a terminal is sent: lines, in the colours of this project. Whatever else was left in is escaped at last. */
export function forTerminal(text: string): string {
  return text.replace(UNSEEN, (character, offset: number) => {
    if (character === '\n') return character;
    return character === '\u001b' && COLOR.test(text.slice(offset + 1, offset + 6))
      ? character
      : escaped(character);
  });
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** JSON has four digits: what lies beyond is written as two halves. */
function jsonEscaped(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
