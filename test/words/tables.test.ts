// words/*/en.ts, words/*/ja.ts and words/say.ts: what holds of every table
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Message, Messages } from '../../words/speech';

const WORDS = resolve(__dirname, '..', '..', 'words');
const PARTS = readdirSync(WORDS, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);

/** Words with which a reader, or a translator, has to guess what is meant; CONTRIBUTING.md says what to write instead. */
const FORBIDDEN: readonly (readonly [habit: RegExp, instead: string])[] = [
  [/\bthe other side\b/i, 'the company’s side, the vendor’s side'],
  [/\bhat\b/i, 'role, identity'],
  [/\bmade of memory\b/i, 'in memory'],
  [/\bwhomever\b/i, 'any principal that … allows'],
  [/\blets? .{0,30}, and nobody else\b/i, 'allow'],
  [/\b(AWS|S3|IAM|STS|KMS) refuse[sd]?\b/i, 'deny'],
  [/\b(temporary|lasting|borrowed) keys\b/i, 'credentials, access keys'],
  [/\bat a time\b/i, 'of at most'],
  [/\bto the letter\b/i, 'exactly'],
];

describe.each(PARTS)('words/%s', (part) => {
  const en = tableOf(part, 'en');

  test('no message begins or ends with a space, or is empty', () => {
    const odd = Object.entries(en).filter(([, message]) =>
      formsOf(message).some((form) => form === '' || form !== form.trim() || / {2}/.test(form)),
    );
    expect(odd).toEqual([]);
  });

  test('every slot is a name in braces', () => {
    const left = Object.entries(en).filter(([, message]) =>
      formsOf(message).some((form) => /[{}]/.test(form.replaceAll(/\{\w+\}/g, ''))),
    );
    expect(left).toEqual([]);
  });

  test('both forms of a message have the same slots, but for the number', () => {
    const different = Object.entries(en).filter(
      ([, message]) => new Set(formsOf(message).map((form) => withoutCount(slotsOf([form])).join())).size > 1,
    );
    expect(different).toEqual([]);
  });

  test('no message has a habit that makes it hard to read or to translate', () => {
    const found = Object.entries(en).flatMap(([id, message]) =>
      formsOf(message).flatMap((form) =>
        FORBIDDEN.flatMap(([habit, instead]) =>
          habit.test(form) ? [`${id}: ${form} (write: ${instead})`] : [],
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  // The compiler does not know the slots of a text that is put together, and asks for none.
  test('no message is put together from pieces', () => {
    expect(readFileSync(join(WORDS, part, 'en.ts'), 'utf8')).not.toMatch(/['"`]\s*\+|\+\s*['"`]|\$\{/);
  });

  test('a translation has the same messages with the same slots', () => {
    if (!existsSync(join(WORDS, part, 'ja.ts'))) return;
    const ja = tableOf(part, 'ja');
    const slots = (table: Messages) =>
      Object.fromEntries(
        Object.entries(table).map(([id, message]) => [id, withoutCount(slotsOf(formsOf(message)))]),
      );
    expect(slots(ja)).toEqual(slots(en));
  });
});

test('each part is said by words/say.ts, with the slots of its own table', () => {
  const said = readFileSync(join(WORDS, 'say.ts'), 'utf8').matchAll(
    /^export const \w+ =\s+part<typeof import\('\.\/([\w-]+)\/en'\)>\('([\w-]+)'\);$/gm,
  );
  expect([...said].map(([, typed, loaded]) => [typed, loaded])).toEqual(
    // The vendor's ~/.aws/config is in English alone.
    PARTS.filter((part) => part !== 'handoff-config').map((part) => [part, part]),
  );
});

/** The table of one part and language, which its file exports under the language's name. */
function tableOf(part: string, language: 'en' | 'ja'): Messages {
  const file = require(join(WORDS, part, language)) as Readonly<Record<string, Messages>>;
  const table = file[language];
  if (table === undefined) throw new Error(`words/${part}/${language}.ts exports no ${language}`);
  return table;
}

function formsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function slotsOf(forms: readonly string[]): string[] {
  const names = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/** One language may show a number that the other says in words. */
function withoutCount(names: readonly string[]): string[] {
  return names.filter((name) => name !== 'count');
}
