import { shellWord } from '../../tools/handoff/shell';
import { wrapped } from '../../tools/wrapped';

export type Environment = Readonly<Record<string, string | undefined>>;

/** How variables are set in one kind of shell; each text is a line of its own. */
export interface Shell {
  readonly name: 'sh' | 'PowerShell' | 'cmd';
  set(variables: Readonly<Record<string, string>>): string[];
  /** @param width that the lines should fit into */
  unset(names: readonly string[], width: number): string[];
}

/**
 * The shells that the person may be typing into. Windows does not say which of its two it is, but Git Bash and MSYS2 name
 * themselves by MSYSTEM; elsewhere only PowerShell sets PSModulePath.
 *
 * https://www.msys2.org/docs/environments/
 * https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_psmodulepath
 */
export function shellsInUse(env: Environment, platform: NodeJS.Platform): readonly Shell[] {
  if (platform === 'win32') return isSet(env.MSYSTEM) ? [sh] : [powerShell, cmd];
  return isSet(env.PSModulePath) ? [powerShell] : [sh];
}

/** One word of a command that all of these shells understand. It holds no `"`, `$` or backtick (formats.ts, `prefix`). */
export function wordFor(shells: readonly Shell[], word: string): string {
  if (shells.every(({ name }) => name === 'sh')) return shellWord(word);
  return /^[\w:./=+-]+$/.test(word) ? word : `"${word}"`;
}

const sh: Shell = {
  name: 'sh',
  set: (variables) => {
    const words = Object.entries(variables).map(([name, value]) => `${name}=${shellWord(value)}`);
    return [`export ${words.join(' ')}`];
  },
  unset: (names, width) => continued(['unset', ...names], ' \\', width),
};

/** https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_environment_variables */
const powerShell: Shell = {
  name: 'PowerShell',
  set: (variables) =>
    Object.entries(variables).map(([name, value]) => `$env:${name} = '${withQuotesDoubled(value)}'`),
  unset: (names, width) => {
    const paths = names.map((name, place) => `Env:${name}${place < names.length - 1 ? ',' : ''}`);
    return continued(['Remove-Item', '-ErrorAction', 'Ignore', ...paths], ' `', width);
  },
};

/** https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/set_1 */
const cmd: Shell = {
  name: 'cmd',
  // Its variables have no case.
  set: (variables) =>
    Object.entries(variables)
      .filter(([name], place, all) => all.findIndex(([other]) => sameName(other, name)) === place)
      .map(([name, value]) => `set "${name}=${value}"`),
  unset: (names, width) => {
    const [before, after] = ['for %v in (', ') do @set "%v="'];
    return wrapped(names.join(' '), width - before.length - after.length).map(
      (line) => `${before}${line}${after}`,
    );
  },
};

/** PowerShell takes the typographic ones for quotes, too: about_Quoting_Rules, and `CharTraits.IsSingleQuote`. */
function withQuotesDoubled(value: string): string {
  return value.replaceAll(/['\u2018-\u201b]/g, '$&$&');
}

/** Too long a command goes on in the next line, so that it can be pasted. */
function continued(words: readonly string[], mark: string, width: number): string[] {
  const lines = wrapped(words.join(' '), width - mark.length - 2);
  return lines.map((line, place) => `${place > 0 ? '  ' : ''}${line}${place < lines.length - 1 ? mark : ''}`);
}

const sameName = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

const isSet = (value: string | undefined): boolean => (value ?? '') !== '';
