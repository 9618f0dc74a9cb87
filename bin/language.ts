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
  // Windows has no such variables; there Node knows the locale of the system.
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return /^ja(?:[-_.]|$)/.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || locale) ? 'ja' : 'en';
}

function asksFor(argv: readonly string[]): string | undefined {
  const last = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return argv[last] === '--lang' ? argv[last + 1] : argv[last]?.slice('--lang='.length);
}
