import { inLanguage } from '../../words/speech';
import { type Child as HtmlChild, html, Html } from '../pages/html';
import { LANGUAGES } from './judge';

/** A part of the page that is written into its file by Node, and made again in a browser, node by node. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly Node[];
}

export type Node = Element | string | undefined | false | readonly Node[];

export function h(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly Node[]
): Element {
  return { tag, attributes, children };
}

/** In each of the languages; the reader's choice shows one of them. */
export function inEach(render: () => Node): Node {
  return LANGUAGES.map((lang) => h('span', { lang }, inLanguage(lang, render)));
}

export function mark(kind: 'yes' | 'no' | 'if'): Element {
  return h(
    'svg',
    { class: 'mark', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    h('use', { href: `#mark-${kind}` }),
  );
}

export function toHtml(node: Node): HtmlChild {
  if (node === undefined || node === false || typeof node === 'string') return node;
  if (isList(node)) return node.map(toHtml);
  const { tag, attributes, children } = node;
  const written = Object.entries(attributes).map(([name, value]) =>
    value === undefined ? undefined : html` ${new Html(name)}="${value}"`,
  );
  return html`<${new Html(tag)}${written}>${children.map(toHtml)}</${new Html(tag)}>`;
}

export function isList(node: Node): node is readonly Node[] {
  return Array.isArray(node);
}
