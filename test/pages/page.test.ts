import { createHash } from 'node:crypto';
import { html } from '../../tools/pages/html';
import { type Page, written } from '../../tools/pages/page';

const PAGE: Page = {
  title: 'A <title>',
  languages: ['en', 'ja'],
  style: '.mine { color: red; }',
  script: 'document.title;',
  header: 'Top',
  main: html`<h1>Hello</h1>`,
};

const hashes = (text: string, element: string): string[] =>
  [...text.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(
    ([, inner = '']) => `'sha256-${createHash('sha256').update(inner).digest('base64')}'`,
  );

test('its policy allows its own style and scripts by their hashes, and nothing else', () => {
  const { text, policy } = written(PAGE);
  expect(hashes(text, 'script')).toHaveLength(2);
  expect(policy).toBe(
    `default-src 'none'; style-src ${hashes(text, 'style').join(' ')}; script-src ${hashes(text, 'script').join(' ')}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  );
});

test('it may ask its own server only if it says so', () => {
  expect(written({ ...PAGE, connects: true }).policy).toContain("; connect-src 'self';");
});

test('the reader can choose between the languages that there are', () => {
  const labels = (page: Page) =>
    [...written(page).text.matchAll(/<label for="lang-(\w+)"/g)].map(([, one]) => one);
  expect(labels(PAGE)).toEqual(['en', 'ja']);
  expect(labels({ ...PAGE, languages: ['ja'] })).toEqual([]);
  expect(written({ ...PAGE, languages: ['ja'] }).text).toContain('<html lang="ja">');
});

test('no attribute of it is a script or a style', () => {
  expect(written(PAGE).text).not.toMatch(/ (on\w+|style)=/);
});
