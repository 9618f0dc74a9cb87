import { inLanguage, type Language } from '../../words/speech';
import { type Child, type Html, html } from '../pages/html';
import { command, file, inColour } from '../pages/parts';
import type { Block } from './blocks';
import type { HandoffFacts } from './facts';

/** Writes texts and blocks in all languages of a page at once: what reads the same in all of them stands there once. */
export interface BlockWriter {
  /** One line with the marks of a block's text. */
  text(say: () => string): Html;
  blocks(make: () => readonly Block[]): Html;
  /** Without marks: what is copied. */
  coloured(text: string): Html;
}

export function blockWriter(facts: HandoffFacts, languages: readonly Language[]): BlockWriter {
  const coloured = (text: string) => inColour(text, facts.companyAccount, facts.vendorAccounts);

  const words = (texts: readonly string[]): Html => {
    const [first = ''] = texts;
    if (texts.every((text) => text === first)) return marked(first, coloured);
    return html`${texts.map((text, index) => html`<span lang="${languages[index]}">${marked(text, coloured)}</span>`)}`;
  };

  /** @param same one block, in each language */
  const block = (same: readonly Block[]): Html => {
    const [first] = same;
    switch (first?.kind) {
      case undefined:
        return html``;
      case 'heading': {
        const text = words(of('heading', same).map((one) => one.text));
        return first.level === 3 ? html`<h3>${text}</h3>` : html`<h2>${text}</h2>`;
      }
      case 'paragraph':
        return html`<p>${words(of('paragraph', same).map((one) => one.text))}</p>`;
      case 'code': {
        const text = coloured(first.text.trimEnd());
        if (first.language === 'sh') return command(text, languages);
        return file(text, first.language === 'json' ? 'JSON' : '~/.aws/config', languages);
      }
      case 'table': {
        const tables = of('table', same);
        const head = first.head.map((_, column) => words(tables.map((one) => one.head[column] ?? '')));
        const rows = first.rows.map((cells, row) =>
          cells.map((_, column) => words(tables.map((one) => one.rows[row]?.[column] ?? ''))),
        );
        return html`<table>
          <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
          <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
        </table>`;
      }
      case 'list': {
        const lists = of('list', same);
        const items = first.items.map(
          (_, index) => html`<li>${blocks(lists.map((one) => one.items[index] ?? []))}</li>`,
        );
        return first.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      }
    }
  };

  /** @param versions the blocks in each language */
  const blocks = (versions: readonly (readonly Block[])[]): Html =>
    html`${versions[0]?.map((_, index) => block(versions.flatMap((version) => version[index] ?? [])))}`;

  const inAll = <T>(make: () => T) => languages.map((one) => inLanguage(one, make));
  return {
    text: (say) => words(inAll(say)),
    blocks: (make) => blocks(inAll(make)),
    coloured,
  };
}

function of<Kind extends Block['kind']>(kind: Kind, blocks: readonly Block[]) {
  return blocks.filter((one): one is Extract<Block, { kind: Kind }> => one.kind === kind);
}

/** An escaped sign, `code`, **strong**, *emphasis*, [link](address). */
const MARKS =
  /\\([!-/:-@[-`{-~])|`([^`]*)`|\*\*((?:\\.|[^\\*])+)\*\*|\*((?:\\.|[^\\*])+)\*|\[([^\]]+)\]\((https:\S+?)\)/g;

function marked(text: string, coloured: (text: string) => Html): Html {
  const parts: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, sign, code, strong, emphasis, label, address] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (sign !== undefined) parts.push(sign);
    else if (code !== undefined) parts.push(html`<code>${coloured(code)}</code>`);
    else if (strong !== undefined) parts.push(html`<strong>${marked(strong, coloured)}</strong>`);
    else if (emphasis !== undefined) parts.push(html`<em>${marked(emphasis, coloured)}</em>`);
    else if (address !== undefined) parts.push(html`<a href="${address}">${label}</a>`);
  }
  return html`${parts}${text.slice(end)}`;
}
