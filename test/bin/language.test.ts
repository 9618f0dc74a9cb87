import { languageOf } from '../../bin/language';

test.each([
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ja' }, 'ja'],
  [{ LC_ALL: 'ja_JP.eucJP', LANG: 'en_US.UTF-8' }, 'ja'],
  [{ LC_MESSAGES: 'ja_JP.UTF-8', LANG: 'C' }, 'ja'],
  [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'jam_JM.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
] as const)('%j speaks %s', (env, language) => {
  expect(languageOf(env)).toBe(language);
});

test.each([
  ['the last --lang wins over the locale', ['--lang', 'ja', '--lang=en'], 'en'],
  ['also with an equals sign', ['verify', '--lang=en'], 'en'],
  ['for programs it is English', ['--lang', 'ja', '--json'], 'en'],
  ['what is no language leaves it to the locale', ['--lang', 'fr'], 'ja'],
  ['so does --lang without a value', ['--lang'], 'ja'],
] as const)('%s', (_name, argv, language) => {
  expect(languageOf({ LANG: 'ja_JP.UTF-8' }, argv)).toBe(language);
});

test.each([
  [['--lang', 'ja'], 'ja'],
  [['--lang=ja'], 'ja'],
  [['--lang=en', '--lang', 'ja'], 'ja'],
  [['--vendor', 'ja'], 'en'],
  [['ja'], 'en'],
  [[], 'en'],
] as const)('in an English locale, %j speaks %s', (argv, language) => {
  expect(languageOf({ LANG: 'C.UTF-8' }, argv)).toBe(language);
});

test('where no variable says it, it is the system’s locale', () => {
  const locale = jest.spyOn(Intl.PluralRules.prototype, 'resolvedOptions');
  const options = new Intl.PluralRules('en').resolvedOptions();

  locale.mockReturnValue({ ...options, locale: 'ja-JP' });
  expect(languageOf({})).toBe('ja');
  locale.mockReturnValue({ ...options, locale: 'en-US' });
  expect(languageOf({})).toBe('en');
  locale.mockRestore();
});
