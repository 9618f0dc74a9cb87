// words/: every Japanese table, held to the glossary and to one style.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, Messages } from '../../words/speech';
import { NEVER, WITHOUT_SPACE } from '../japanese-style';

const folder = join(__dirname, '..', '..', 'words');

/** Each message with its two texts; a text of several forms counts once for each. */
const PAIRS: readonly (readonly [name: string, en: string, ja: string])[] = readdirSync(folder)
  .filter((part) => existsSync(join(folder, part, 'ja.ts')))
  .flatMap((part) => {
    const { en } = require(join(folder, part, 'en.ts')) as { en: Messages };
    const { ja } = require(join(folder, part, 'ja.ts')) as { ja: Messages };
    return Object.keys(en).map((id) => [`${part} ${id}`, other(en[id]), other(ja[id])] as const);
  });

function other(message: Message | undefined): string {
  return typeof message === 'object' ? message.other : (message ?? '');
}

/** Without code, addresses and slots, which are no Japanese. */
const prose = (text: string): string => text.replaceAll(/`[^`]*`|https?:\S+|\{\w+\}/g, 'X');

test('there are tables to look at', () => {
  expect(PAIRS.length).toBeGreaterThan(500);
});

/** AWS's own Japanese words, or those that the project has chosen; one of them stands where the English word does. */
const TERMS: readonly (readonly [english: RegExp, japanese: RegExp])[] = [
  [/permission set/i, /許可セット/],
  [/trust polic/i, /信頼ポリシー/],
  [/inline polic/i, /インラインポリシー/],
  [/role chaining/i, /ロールの連鎖/],
  [/credentials/i, /認証情報|アクセスキー/],
  [/root user/i, /ルートユーザー/],
  [/ExternalId/, /外部 ID|ExternalId/],
  [/permissions boundary/i, /アクセス許可の境界/],
  [/KMS key/, /KMS キー/],
  [/opt-in region/i, /オプトイン/],
  [/Access portal/i, /アクセスポータル/],
  [/counterexample/i, /反例/],
  [/\bbucket polic/i, /バケットポリシー|バケットのポリシー/],
];

test.each(TERMS)('%s is %s', (english, japanese) => {
  const wrong = PAIRS.filter(([, en, ja]) => english.test(prose(en)) && !japanese.test(ja));
  expect(wrong.map(([name, , ja]) => `${name}: ${ja}`)).toEqual([]);
});

test.each(NEVER)('no %s', (_what, pattern) => {
  const wrong = PAIRS.filter(([, , ja]) => pattern.test(prose(ja)));
  expect(wrong.map(([name, , ja]) => `${name}: ${ja}`)).toEqual([]);
});

test('between Japanese and Latin letters or digits there is one space', () => {
  const wrong = PAIRS.filter(([, , ja]) => {
    const text = ja.replaceAll(/`[^`]*`|https?:\S+|\{\w+\}/g, '');
    return WITHOUT_SPACE.test(text);
  });
  expect(wrong.map(([name, , ja]) => `${name}: ${ja}`)).toEqual([]);
});
