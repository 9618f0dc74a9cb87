import { inLanguage, language, listed, speak, speaker, type Translation } from '../../words/speech';

const en = {
  denied: 'AWS denied {action} to {who}',
  found: { one: 'Found {count} object', other: 'Found {count} objects' },
  done: 'Done',
} as const;
const ja: Translation<typeof en> = {
  denied: '{who} の {action} を AWS が拒否しました',
  found: 'オブジェクトが {count} 個あります',
  done: '終わりました',
};
const say = speaker((language) => ({ en, ja })[language]);

afterEach(() => speak('en'));

test('slots are filled by name, in the order of the language', () => {
  const slots = { action: 's3:GetObject', who: 'role/etl' };
  expect(say('denied', slots)).toBe('AWS denied s3:GetObject to role/etl');
  speak('ja');
  expect(say('denied', slots)).toBe('role/etl の s3:GetObject を AWS が拒否しました');
});

test('what is filled in is not filled in again', () => {
  expect(say('denied', { action: '{who}', who: '$&{action}' })).toBe('AWS denied {who} to $&{action}');
});

test('a space of a message stays beside Latin letters, and goes between Japanese ones', () => {
  speak('ja');
  expect(say('denied', { who: 'ロールのセッション', action: '引き受け' })).toBe(
    'ロールのセッションの引き受けを AWS が拒否しました',
  );
  // AND a name keeps its own
  expect(say('denied', { who: 'ログ 一覧.pdf', action: 's3:GetObject' })).toBe(
    'ログ 一覧.pdf の s3:GetObject を AWS が拒否しました',
  );
});

test('the number decides the form, where the language has more than one', () => {
  expect([0, 1, 2].map((count) => say('found', { count }))).toEqual([
    'Found 0 objects',
    'Found 1 object',
    'Found 2 objects',
  ]);
  expect(inLanguage('ja', () => say('found', { count: 1 }))).toBe('オブジェクトが 1 個あります');
});

test('a page can hold another language than the process speaks, even if rendering fails', () => {
  expect(inLanguage('ja', () => [say('done'), language()])).toEqual(['終わりました', 'ja']);
  expect(() =>
    inLanguage('ja', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([say('done'), language()]).toEqual(['Done', 'en']);
});

test('lists are joined as the language joins them', () => {
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b'], 'or')).toBe('a or b');
  expect([listed([]), listed(['a'])]).toEqual(['', 'a']);
  expect(inLanguage('ja', () => listed(['a', 'b', 'c']))).toBe('a、b、c');
  expect(inLanguage('ja', () => listed(['a', 'b'], 'or'))).toBe('a または b');
  expect(inLanguage('ja', () => listed(['ロール `a`', 'ユーザー `b`'], 'or'))).toBe(
    'ロール `a` またはユーザー `b`',
  );
});
