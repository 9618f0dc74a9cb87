import { createHash } from 'node:crypto';
import type { Language } from '../../words/speech';
import { BASE_STYLE } from './base-style';
import { type Child, html, Html } from './html';

export interface Page {
  readonly title: string;
  /** All that the page holds; the reader's choice shows one. The first is shown where nothing is known of the reader. */
  readonly languages: readonly Language[];
  /** What belongs to this page alone, after the style of all pages. */
  readonly style: string;
  /** Of the page alone. */
  readonly script?: string;
  /** What that script unpacks and adds to the page as an element: it runs if it is this text. */
  readonly unpacked?: string;
  /** Above everything else, beside the switch of languages. */
  readonly header: Child;
  readonly main: Child;
  /** Whether its script asks the server that it came from. @default false */
  readonly connects?: boolean;
}

/**
 * A page in one file that asks nobody for anything. Its policy names its style and its scripts by their hashes, so that no
 * text in it can become either.
 *
 * https://www.w3.org/TR/CSP3/
 *
 * @returns the policy too, for a header, which can say more than a page itself
 */
export function written(page: Page): { readonly text: string; readonly policy: string } {
  const style = `${BASE_STYLE}\n${page.style}`;
  const scripts = [LANGUAGE_SCRIPT, page.script].filter((one) => one !== undefined);
  const run = [...scripts, page.unpacked].filter((one) => one !== undefined);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${run.map(hashOf).join(' ')}`,
    ...(page.connects ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  const { text } = html`<!doctype html>
<html lang="${page.languages[0] ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${page.title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header class="top"><div class="wrap">${page.header}${languageSwitch(page.languages)}</div></header>
<main class="wrap">
${page.main}
</main>
${scripts.map(
  (script) => html`<script>${new Html(script)}</script>
`,
)}</body>
</html>
`;
  return { text, policy: `${policy}; frame-ancestors 'none'` };
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const NAMES: Readonly<Record<Language, string>> = { ja: '日本語', en: 'English' };

/** Radio buttons; the style hides what is in the other language, so it needs no script. */
function languageSwitch(languages: readonly Language[]): Html | undefined {
  if (languages.length < 2) return undefined;
  const choices = languages.map((one, index) => {
    const checked = index === 0 && html` checked`;
    return html`<input type="radio" name="language" id="lang-${one}" value="${one}"${checked}><label for="lang-${one}" lang="${one}" class="keep">${NAMES[one]}</label>`;
  });
  return html`<fieldset class="choice lang"><legend class="sr">Language, 言語</legend>${choices}</fieldset>`;
}

/**
 * The address wins (`?lang=en`), then what was chosen before, then the browser's language; `<html lang>` stays true.
 * A file has no storage in some browsers.
 */
const LANGUAGE_SCRIPT = `
(() => {
  const choices = [...document.querySelectorAll('input[name=language]')];
  if (choices.length === 0) return;
  const storage = (() => { try { return localStorage; } catch { return {}; } })();
  const use = (value) => {
    const choice = choices.find((one) => one.value === value) ?? choices[0];
    choice.checked = true;
    document.documentElement.lang = choice.value;
  };
  const preferred = navigator.language.startsWith('ja') ? 'ja' : 'en';
  use(new URLSearchParams(location.search).get('lang') ?? storage.language ?? preferred);
  for (const choice of choices)
    choice.addEventListener('change', () => { storage.language = choice.value; use(choice.value); });
})();
`;
