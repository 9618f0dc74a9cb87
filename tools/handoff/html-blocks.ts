import { type Child, type Html, html } from '../pages/html';
import { command, file, inColour } from '../pages/parts';
import type { Block } from './blocks';
import type { HandoffFacts } from './facts';

export type BlockWriter = ReturnType<typeof blockWriter>;

/** Writes texts and blocks in the language that is spoken. */
export function blockWriter(facts: HandoffFacts) {
  const coloured = (text: string) => inColour(text, facts.companyAccount, facts.vendorAccounts);
  const words = (text: string) => marked(text, coloured);
  const cells = (texts: readonly string[]) => texts.map((text) => html`<td>${words(text)}</td>`);
  const written = (block: Block): Html => {
    switch (block.kind) {
      case 'heading':
        return block.level === 3 ? html`<h3>${words(block.text)}</h3>` : html`<h2>${words(block.text)}</h2>`;
      case 'paragraph':
        return html`<p>${words(block.text)}</p>`;
      case 'code': {
        const text = coloured(block.text.trimEnd());
        if (block.language === 'sh') return command(text);
        return file(text, block.language === 'json' ? 'JSON' : '~/.aws/config');
      }
      case 'table':
        return html`<table>
<thead><tr>${block.head.map((cell) => html`<th scope="col">${words(cell)}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody>
</table>`;
      case 'list': {
        const items = block.items.map((item) => html`<li>${item.map(written)}</li>`);
        return block.isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
      }
    }
  };
  return {
    /** One line with the marks of a block's text. */
    text: words,
    blocks: (blocks: readonly Block[]) => html`${blocks.map(written)}`,
    /** Without marks: what is copied. */
    coloured,
  };
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
