import { type Language, language } from '../../words/speech';
import { sayPages as say } from '../../words/say';
import { type Child, Html, html, inEach } from './html';

/** The marks are drawn, not typed: a font's own would differ in width. */
export const MARKS = {
  yes: '<path d="M3 8.5l3.2 3.2L13 4.5"/>',
  no: '<path d="M4 4l8 8M12 4l-8 8"/>',
  if: '<circle cx="8" cy="8" r="5.5"/><path d="M8 2.5v11" /><path d="M8 2.5a5.500 5.500 0 0 1 0 11z" fill="currentColor"/>',
  company: '<path d="M3 14V3h7v11M10 7h3v7M2 14h12M5.5 6h2M5.5 9h2"/>',
  vendor: '<circle cx="8" cy="5" r="2.6"/><path d="M3 14c.4-3 2.3-4.4 5-4.4s4.600 1.400 5 4.400"/>',
} as const;

/** Whose it is, or what became of it. */
export type Kind = keyof typeof MARKS;

export function mark(kind: Kind): Html {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">${new Html(MARKS[kind])}</svg>`;
}

/** A mark and a word: colour never says anything alone. */
export function chip(kind: Kind, word: Child): Html {
  return html`<span class="chip ${kind}">${mark(kind)}${word}</span>`;
}

/** Account ids wear the colour of their account everywhere, in JSON too. */
export function inColour(text: string, company: string, vendors: readonly string[]): Html {
  const parts = text.split(/(\d{12})/);
  return html`${parts.map((part) => {
    if (part === company) return html`<b class="c">${part}</b>`;
    return vendors.includes(part) ? html`<b class="v">${part}</b>` : part;
  })}`;
}

/** What stands between backticks is code. */
export function withCode(text: string): Child {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

/** A command, which wraps. */
export const command = (text: Child, languages: readonly Language[] = [language()]): Html =>
  withCopyButton(html`<pre>${text}</pre>`, languages);

/** A file, which scrolls and so takes the focus. */
export const file = (text: Child, name: string): Html =>
  withCopyButton(html`<pre class="file" tabindex="0" role="region" aria-label="${name}">${text}</pre>`, [
    language(),
  ]);

const withCopyButton = (pre: Html, languages: readonly Language[]): Html => {
  const words = (['copy', 'copied', 'selected'] as const).map(
    (id) => html`<span class="when-${id}">${inEach(languages, () => say(id))}</span>`,
  );
  return html`<div class="term">${pre}<button type="button" class="copy noprint" aria-live="polite">${words}</button></div>`;
};

/** Copies what stands beside the button, or selects it where the clipboard is closed. The style shows what the button says. */
export const COPY_SCRIPT = `
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('.copy:not([data-said])');
  if (button === null) return;
  const block = button.parentElement.querySelector('pre');
  button.dataset.said = '';
  try {
    await navigator.clipboard.writeText(block.innerText.trim());
    button.dataset.said = 'copied';
  } catch {
    getSelection().selectAllChildren(block);
    button.dataset.said = 'selected';
  }
  setTimeout(() => { delete button.dataset.said; }, 1600);
});
`;
