/** One word of a command, quoted only where a POSIX shell needs it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command of several lines: what is pasted runs as one. */
export function onLines(command: string, ...options: readonly string[]): string {
  return [command, ...options].join(' \\\n  ');
}
