import { isUtf8 } from 'node:buffer';

/** How a text is saved that would be read wrongly as UTF-8. */
export interface OtherEncoding {
  readonly name: 'UTF-16' | 'ISO-2022-JP' | 'unknown';
  /** Where that shows first, from 1. */
  readonly line: number;
}

/**
 * Undefined for UTF-8, with or without a byte order mark. What is neither that nor UTF-16 nor ISO-2022-JP has no sure name:
 * Shift_JIS, EUC-JP and Latin-1 use the same bytes.
 *
 * https://encoding.spec.whatwg.org/#iso-2022-jp
 */
export function otherEncodingOf(bytes: Buffer): OtherEncoding | undefined {
  const isMarked = [0xfeff, 0xfffe].includes(bytes.length < 2 ? 0 : bytes.readUInt16BE(0));
  // Text has no zero bytes; in UTF-16, every letter of English has one.
  if (isMarked || bytes.includes(0)) return { name: 'UTF-16', line: 1 };
  if (!isUtf8(bytes)) return { name: 'unknown', line: firstLine(bytes, (line) => !isUtf8(line)) };
  const isEscape = (line: Buffer) => line.includes('\u001b$') || line.includes('\u001b(');
  return isEscape(bytes) ? { name: 'ISO-2022-JP', line: firstLine(bytes, isEscape) } : undefined;
}

/** No byte of a longer character of UTF-8 is a line feed. */
function firstLine(bytes: Buffer, isIt: (line: Buffer) => boolean): number {
  let start = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf('\n', start);
    if (end === -1 || isIt(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
