import { saySandboxHome as say } from '../../../../words/say';
import { STATEMENT_ELEMENTS } from '../../../iam/parse-statement';
import { html, type Html } from '../../../pages/html';
import { inColour, mark } from '../../../pages/parts';
import { both } from './both';
import type { Differing, Lit } from './decided';
import { statementId, statementsOf, type ShownDocument } from './documents';
import type { Scene } from './scene';

/** The statements of a document as they are written; those that decided the chosen request are lit and say so. */
export function statements(document: ShownDocument, lit: Lit, scene: Scene): Html {
  const all = statementsOf(document.document);
  if (all.length === 0) return html`<p class="quiet small">${both(() => say('noStatements'))}</p>`;
  return html`${all.map((statement, index) => {
    const id = statementId(document, index);
    const differs = lit.no.get(id);
    const [state, says] = lit.yes.has(id)
      ? ['yes', saysYes(document)]
      : differs === undefined
        ? ['', undefined]
        : ['no', () => say(differs === null ? 'saysDeny' : `says${differs}`)];
    return html`<div class="stmt ${state}" id="${id}">
      ${says && html`<p class="says">${mark(state === 'yes' ? 'yes' : 'no')}${both(says)}</p>`}
      <pre>${coloured(statementText(statement), differs ?? undefined, scene)}</pre>
    </div>`;
  })}`;
}

function saysYes({ kind, hop, side }: ShownDocument): () => string {
  if (kind === 'trust') return () => say('saysLent');
  return () => say(hop === 2 && side === 'vendor' ? 'saysBorrow' : 'saysAllowed');
}

/** `{ "Sid": "X",` and a line for each further element; what does not fit on it goes below. */
export function statementText(statement: unknown): string {
  if (typeof statement !== 'object' || statement === null) return JSON.stringify(statement);
  const members = inOrder(statement).map(([key, value]) => {
    const name = `${JSON.stringify(key)}: `;
    const short = onOneLine(value);
    if (name.length + short.length <= 50) return name + short;
    if (short.length <= 58 || typeof value === 'string') return `${name.trimEnd()}\n    ${short}`;
    return name + JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
  });
  return `{ ${members.join(',\n  ')} }`;
}

/** As AWS's pages write a statement; templates come in another order. */
function inOrder(statement: object): [string, unknown][] {
  const order = [...STATEMENT_ELEMENTS];
  const place = (key: string): number => (STATEMENT_ELEMENTS.has(key) ? order.indexOf(key) : order.length);
  return Object.entries(statement).sort(([one], [other]) => place(one) - place(other));
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}: ${onOneLine(member)}`,
  );
  return `{ ${members.join(', ')} }`;
}

/** Names and actions stand out, account ids wear their colours, and the element that differs is marked. */
function coloured(text: string, differs: Differing | undefined, { grant, world }: Scene): Html {
  const vendors = [...world.accounts.keys()].filter((id) => id !== grant.companyAccount);
  const plain = (part: string): Html => inColour(part, grant.companyAccount, vendors);
  const parts = text.split(/(?<="(?:Sid|Action)": )("(?:[^"\\]|\\.)*")/);
  return html`${parts.map((part, index) => {
    if (index % 2 === 1) return html`<b>${part}</b>`;
    const [before = '', ...after] = differs === undefined ? [part] : part.split(`"${differs}"`);
    return after.length === 0
      ? plain(part)
      : html`${plain(before)}<b class="differs">"${differs}"</b>${plain(after.join(`"${differs}"`))}`;
  })}`;
}
