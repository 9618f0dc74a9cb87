// docs/assume-role.md and docs/assume-role.ja.md: both show what the claims say, and nothing else
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIMS, notPrinted, PREPARATION, shownIn, STEPS } from './claims';

const pageOf = (file: string): string => readFileSync(join(__dirname, '..', '..', 'docs', file), 'utf8');
const PAGES = { en: pageOf('assume-role.md'), ja: pageOf('assume-role.ja.md') };
const LANGUAGES = ['en', 'ja'] as const;

/** The steps of a page, by what their headings begin with: 0, 1, …, 8′, … */
const stepsOf = (page: string): [step: string, text: string][] =>
  [...page.matchAll(/^## (\d+′?)\. ([^]*?)(?=^## )/gm)].map(([, step = '', text = '']) => [step, text]);

/** Blocks of code, each line of a shell's as one. */
const blocksOf = (text: string): string[] =>
  [...text.matchAll(/^```(sh|text)\n([^]*?)\n```$/gm)].flatMap(([, kind, inside = '']) =>
    kind === 'sh' ? inside.split('\n') : [inside],
  );

const picturesOf = (text: string): string[] =>
  [...text.matchAll(/^```mermaid\n([^]*?)\n```$/gm)].map(([, picture = '']) => picture);

describe.each(LANGUAGES)('the primer in %s', (language) => {
  const page = PAGES[language];

  test('has every claim with what one sees, in this order, and no other command', () => {
    const ofClaims = CLAIMS.flatMap(([, claim]) => [
      claim.typed,
      shownIn(language, claim) ?? [],
      claim.remark ?? [],
    ]).flat();
    const blocks = blocksOf(page);

    expect(blocks.slice(0, -1)).toEqual([...PREPARATION, ...ofClaims]);
    // The last block is the cheat sheet.
    expect(page.trimEnd().endsWith(`${blocks.at(-1)}\n\`\`\``)).toBe(true);
    expect(blocks.at(-1)).toMatch(/^AssumeRole /);
  });

  test('has a picture, one question with its answer, and a sentence to remember in every step', () => {
    const steps = stepsOf(page);
    const without = steps.filter(
      ([, text]) =>
        picturesOf(text).length === 0 ||
        !/^<details><summary>.+<\/summary>\n\n[^<]+\n\n<\/details>\n\n\*\*.+\*\*\n\n$/m.test(
          text.slice(text.indexOf('<details>')),
        ),
    );
    expect(steps.map(([step]) => step)).toEqual(STEPS.map(([step]) => step).slice(1));
    expect(without).toEqual([]);
  });

  test('what is to be remembered is short', () => {
    const sentences = stepsOf(page).map(([, text]) => /\*\*(.+)\*\*\n\n$/.exec(text)?.[1] ?? '');
    const most = { en: 40, ja: 25 }[language];
    expect(sentences.filter((sentence) => sentence === '' || sentence.length > most)).toEqual([]);
  });
});

test('both languages have the same pictures, but for their words', () => {
  const withoutWords = (picture: string): string => picture.replaceAll(/"[^"]*"/g, '""');
  const [en, ja] = LANGUAGES.map((language) =>
    stepsOf(PAGES[language]).map(([step, text]) => [step, picturesOf(text).map(withoutWords)]),
  );
  expect(ja).toEqual(en);
});

test('what is to be seen is found where it is, and missed where it is not', () => {
  expect(notPrinted('"Account": "1…2",\n"Arn": "a"', '{ "Arn": "a",\n  "Account": "1 and 2" }')).toEqual([]);
  expect(notPrinted('denied', 'allowed')).toEqual(['denied']);
  expect(notPrinted(undefined, ' \n')).toEqual([]);
  expect(notPrinted(undefined, 'Usage')).toEqual(['nothing, but: Usage']);
});
