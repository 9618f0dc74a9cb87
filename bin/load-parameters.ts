import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { otherEncodingOf } from '../tools/encoding';
import { PlainError } from '../tools/exit-code';
import { sayOfMachine as say } from '../words/say';

const PROJECT = join(__dirname, '..');
const FILE = join(PROJECT, 'parameters.ts');

/**
 * Loads parameters.ts, if it and the files that it imports are UTF-8. Node reads every file as UTF-8 and puts U+FFFD where
 * it is not, which would be deployed.
 *
 * @throws PlainError that names the file
 */
export function loadParameters<T>(load: () => T): T {
  rejectOtherEncodings(FILE);
  const parameters = load();
  for (const file of importedBy(require.cache[FILE])) rejectOtherEncodings(file);
  return parameters;
}

/** @throws PlainError */
export function rejectOtherEncodings(path: string): void {
  const encoding = otherEncodingOf(contentOf(path));
  if (encoding === undefined) return;
  const { name, line } = encoding;
  const file = relative(PROJECT, path);
  if (name === 'UTF-16') throw new PlainError(say('isUtf16', { file }));
  throw new PlainError(say(name === 'ISO-2022-JP' ? 'isIso2022' : 'notUtf8', { file, line }));
}

/** What is not there, or cannot be read, is for whoever loads it to say. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

function importedBy(module: NodeJS.Module | undefined, found = new Set<string>()): ReadonlySet<string> {
  for (const child of module?.children ?? []) {
    const [file = ''] = child.filename.split('?');
    if (found.has(file) || file.includes(`${sep}node_modules${sep}`)) continue;
    found.add(file);
    importedBy(child, found);
  }
  return found;
}
