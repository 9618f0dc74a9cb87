/**
 * Does `text` match `pattern`, where `*` stands for any characters, none included, and `?` for exactly one?
 *
 * A character is a Unicode code point: `?` matches all of `😀`. (AWS says "any single character" and no more.)
 * Time is at most proportional to the product of the two lengths, whatever the pattern.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matchesGlob(pattern: string, text: string, options: GlobOptions = {}): boolean {
  return options.ignoreCase ? walk(lowerAscii(pattern), lowerAscii(text)) : walk(pattern, text);
}

export interface GlobOptions {
  /** Only ASCII letters: service prefixes, action names and the values we compare this way have no others. */
  readonly ignoreCase?: boolean;
}

export function hasWildcard(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** Lowers A–Z only, so that no exotic letter (`K`, the Kelvin sign) turns into an ASCII one. */
export function lowerAscii(text: string): string {
  // The quick way for text that is all ASCII, as actions are.
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** On a mismatch only the last `*` needs to be retried: an earlier one cannot find anything that it would not. */
function walk(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let afterStar = -1;
  let retryFrom = 0;
  while (t < text.length) {
    const wanted = pattern.codePointAt(p);
    const found = text.codePointAt(t);
    if (wanted === STAR) {
      afterStar = ++p;
      retryFrom = t;
    } else if (wanted !== undefined && (wanted === QUESTION_MARK || wanted === found)) {
      p += width(wanted);
      t += width(found);
    } else if (afterStar >= 0) {
      retryFrom += width(text.codePointAt(retryFrom));
      p = afterStar;
      t = retryFrom;
    } else {
      return false;
    }
  }
  while (pattern.codePointAt(p) === STAR) p++;
  return p === pattern.length;
}

const STAR = 0x2a;
const QUESTION_MARK = 0x3f;

/** In UTF-16 units, which is how strings are indexed. */
function width(codePoint: number | undefined): 1 | 2 {
  return codePoint !== undefined && codePoint > 0xffff ? 2 : 1;
}
