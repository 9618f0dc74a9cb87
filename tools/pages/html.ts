import { type Language, inLanguage } from '../../words/speech';
import { printableJson, printableLines } from '../printable';

/** HTML in which every text that somebody else may have written is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Child = Html | string | number | false | undefined | readonly Child[];

/** A template whose values are escaped, unless they are HTML themselves. Lists are joined; what is not there is nothing. */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  return new Html(strings.map((text, index) => text + textOf(children[index])).join(''));
}

function textOf(child: Child): string {
  if (child instanceof Html) return child.text;
  if (child === undefined || child === false) return '';
  if (typeof child === 'object') return child.map(textOf).join('');
  return escaped(String(child));
}

/** What cannot be seen would turn names round, or hide in them: it is shown as in a terminal. */
function escaped(text: string): string {
  return printableLines(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * What is said in each of the languages of a page; the reader's choice shows one of them, without script. In an attribute
 * there is room for one language only: point at an element with `aria-labelledby` instead.
 */
export function inEach(
  languages: readonly Language[],
  render: () => Child,
  element: 'span' | 'div' = 'span',
): Html {
  const [only] = languages;
  if (only !== undefined && languages.length === 1) return html`${inLanguage(only, render)}`;
  const tag = new Html(element);
  return html`${languages.map((one) => html`<${tag} lang="${one}">${inLanguage(one, render)}</${tag}>`)}`;
}

/** Data for a script of the page, in an element that no script is. No text in it can end the element. */
export function dataElement(id: string, data: unknown): Html {
  const json = new Html(printableJson(data).replaceAll('<', '\\u003c'));
  return html`<script type="application/json" id="${id}">${json}</script>`;
}
