import { createHash } from 'node:crypto';
import type { Language } from '../../words/speech';
import { type Child, html, Html } from './html';
import { LANGUAGE_SCRIPT, languageSwitch } from './language-switch';
import { BASE_STYLE } from './base-style';

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

export interface WrittenPage {
  readonly text: string;
  /** For a Content-Security-Policy header, which can say more than a page itself. */
  readonly policy: string;
}

/**
 * A page in one file that asks nobody for anything. Its policy names its style and its scripts by their hashes, so that no
 * text in it can become either.
 *
 * https://www.w3.org/TR/CSP3/
 */
export function written(page: Page): WrittenPage {
  const style = `${BASE_STYLE}\n${page.style}`;
  const scripts = [LANGUAGE_SCRIPT, ...(page.script === undefined ? [] : [page.script])];
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${[...scripts, ...(page.unpacked === undefined ? [] : [page.unpacked])].map(hashOf).join(' ')}`,
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
