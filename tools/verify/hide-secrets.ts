/** What stands in the place of a secret. */
const HIDDEN = '(secret)';

/**
 * Makes a text one without any of the secrets, however they are written: as they are, with the escapes of URLs, JSON and XML, broken
 * into lines, or within something that is written in base64 or in hexadecimal digits, which is then hidden as a whole.
 *
 * Some of AWS's error messages repeat what a request was signed with, and a proxy may repeat all of it.
 */
export function hidingSecrets(secrets: readonly string[]): (text: string) => string {
  const sought = secrets.map((secret) => unescaped(secret).letters);
  const shortest = Math.min(...secrets.map(({ length }) => length));
  return (text) => {
    if (text.length < shortest) return text;
    const plain = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
    const { letters, starts, ends } = unescaped(plain);
    let result = '';
    let end = 0;
    for (const [first, last] of spans(letters, sought, NESTED).toSorted(([one], [other]) => one - other)) {
      const [start, stop] = [starts[first] ?? 0, ends[last - 1] ?? plain.length];
      if (start >= end) result += `${plain.slice(end, start)}${HIDDEN}`;
      end = Math.max(end, stop);
    }
    return result + plain.slice(end);
  };
}

/** How often something may be written in base64 or in digits: once by who answers, and once by who passes it on. */
const NESTED = 2;

/** From the place of the first letter to that behind the last. */
type Span = readonly [number, number];

function spans(letters: string, secrets: readonly string[], depth: number): Span[] {
  const signatures = [...letters.matchAll(SIGNATURE)].map(({ 0: { length }, index }): Span => [
    index,
    index + length,
  ]);
  const written = [...signatures, ...secrets.flatMap((secret) => placesOf(secret, letters))];
  if (depth === 0) return written;
  const reveals = (run: string): boolean =>
    readings(run).some((text) => spans(unescaped(text).letters, secrets, depth - 1).length > 0);
  const encoded = ENCODED.flatMap((pattern) => [...letters.matchAll(pattern)])
    .filter(({ 0: run }) => reveals(run))
    .map(({ 0: run, index }): Span => [index, index + run.length]);
  return [...written, ...encoded];
}

/** Of a request that another program has sent: whoever has it can send the request again, for some minutes. */
const SIGNATURE = /(?<=Signature=)[0-9a-f]{64}/g;

function placesOf(secret: string, letters: string): Span[] {
  const found: Span[] = [];
  for (let at = letters.indexOf(secret); at >= 0; at = letters.indexOf(secret, at + secret.length))
    found.push([at, at + secret.length]);
  return found;
}

/** Letters of base64 and hexadecimal digits, with room for eight letters. */
const ENCODED = [/[A-Za-z0-9+/]{11,}={0,2}/g, /[0-9a-f]{16,}/gi];

/** Other letters may stand right before it, so it may begin at any of four places. */
function readings(run: string): string[] {
  return [
    ...[0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')),
    ...[0, 1].map((from) => Buffer.from(run.slice(from), 'hex').toString('latin1')),
  ];
}

/**
 * Each letter that is meant, and where it stands with the escape that it may be. The two alphabets of base64 are one, and
 * what breaks something long into lines is no letter.
 */
function unescaped(text: string): {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
} {
  let letters = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let word = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const [as, inUrl, inJson, inHexEntity, inEntity] = match;
    const hex = inUrl ?? inJson ?? inHexEntity;
    const code = hex === undefined ? Number(inEntity ?? NaN) : Number.parseInt(hex, 16);
    const letter = Number.isNaN(code) ? as : String.fromCharCode(code);
    const isBreak = /^(?:\s|\\+[nrt]$)/.test(letter);
    if (letter === '\\' || (isBreak && word >= LONG_WORD)) continue;
    word = isBreak ? 0 : word + 1;
    letters += { '-': '+', _: '/' }[letter] ?? (isBreak ? ' ' : letter);
    starts.push(match.index);
    ends.push(match.index + as.length);
  }
  return { letters, starts, ends };
}

/** Shorter lines are broken by nobody, and most words are no longer. */
const LONG_WORD = 16;

/** An escape, which may have been escaped once more, or one letter. */
const WRITTEN =
  /%(?:25)*([0-9a-f]{2})|\\+(?:u00|x)([0-9a-f]{2})|&(?:amp;)*#x0*([0-9a-f]{2});|&(?:amp;)*#0*(\d{2,3});|\\+[nrt]|[^]/gi;
