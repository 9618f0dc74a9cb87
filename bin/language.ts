import type { Language } from '../words/speech';

/**
 * The language in which a command speaks: what `--lang` says, or else the locale. For programs (`--json`) it is English,
 * whatever the locale is.
 *
 * https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html (LC_ALL before LC_MESSAGES before LANG)
 */
export function languageOf(env: NodeJS.ProcessEnv, argv: readonly string[] = []): Language {
  if (argv.includes('--json')) return 'en';
  const asked = asksFor(argv);
  if (asked === 'en' || asked === 'ja') return asked;
  return /^ja(?:[-_.]|$)/.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || localeOfSystem()) ? 'ja' : 'en';
}

/** Windows has no such variables. Of all that knows the locale, this loads no data: the others take 25 to 60 ms. */
function localeOfSystem(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

function asksFor(argv: readonly string[]): string | undefined {
  const last = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return argv[last] === '--lang' ? argv[last + 1] : argv[last]?.slice('--lang='.length);
}
