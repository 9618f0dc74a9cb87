/** One word of a command, quoted only where a POSIX shell needs it. */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The same for PowerShell, where a quote in quotes is doubled and a comma makes a list. */
export function powerShellWord(word: string): string {
  return /^[\w+=:./-]+$/.test(word) ? word : `'${word.replaceAll("'", "''")}'`;
}

/** An option and its value, which may begin with a hyphen and is no option all the same. */
export function option(name: string, value: string, quoted = shellWord): string {
  return value.startsWith('-') ? `${name}=${quoted(value)}` : `${name} ${quoted(value)}`;
}

/** A command of several lines: what is pasted runs as one. No remark stands in it, because an interactive zsh takes none. */
export function onLines(command: string, ...options: readonly string[]): string {
  return [command, ...options].join(' \\\n  ');
}
