import { shown } from './problems';

/**
 * JSON text, of which nothing is lost: `JSON.parse` keeps the last of two keys with one name, and others keep the first.
 *
 * @throws SyntaxError
 */
export function parseJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  const twice = repeatedKey(text);
  if (twice !== undefined) throw new SyntaxError(`the key ${shown(twice)} is there twice in one object`);
  return parsed;
}

/** A string with the colon after it, if it is a key; unrolled, so that megabytes of text do not pile up on a stack. */
const STRING_OR_BRACE = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}]/g;

/** In text that is JSON. Only strings, and what opens and closes objects and lists, need to be looked at. */
function repeatedKey(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, key, colon] of text.matchAll(STRING_OR_BRACE)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    if (key === undefined || colon === undefined) continue;
    const name = String(JSON.parse(key));
    const names = open.at(-1);
    if (names?.has(name)) return name;
    names?.add(name);
  }
  return undefined;
}
