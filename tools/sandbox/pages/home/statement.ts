import { STATEMENT_ELEMENTS } from '../../../iam/parse-statement';
import { html, type Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import { said } from './said';
import { type Lit, type Said, statementId } from './decided';
import { statementsOf } from './policy-text';
import type { ShownDocument } from './documents';
import { coloured, type Scene } from './scene';

/** The statements of a document as they are written; those that decided the chosen request are lit and say so. */
export function statements(document: ShownDocument, lit: Lit, scene: Scene): Html {
  const all = statementsOf(document.document);
  if (all.length === 0) return html`<p class="quiet small">${said('noStatements')}</p>`;
  return html`${all.map((statement, index) => {
    const id = statementId(document, index);
    const says = lit.get(id);
    const state = says === undefined ? undefined : says === 'Allow' ? 'yes' : 'no';
    return html`<div class="stmt ${state}" id="${id}">
      ${says && state && html`<p class="says">${mark(state)}${said(says === 'Allow' ? saysYes(document) : `says${says}`)}</p>`}
      <pre>${highlighted(statementText(statement), says, scene)}</pre>
    </div>`;
  })}`;
}

function saysYes({ decides }: ShownDocument) {
  if (decides === 'decidesLent') return 'saysLent';
  return decides === 'decidesBorrow' ? 'saysBorrow' : 'saysAllowed';
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
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${onOneLine(one)}`);
  return `{ ${members.join(', ')} }`;
}

/** Names and actions stand out, account ids wear their colours, and the element that differs is marked. */
function highlighted(text: string, says: Said | undefined, scene: Scene): Html {
  const differs = `"${says}"`;
  const standsOut = new RegExp(String.raw`((?<="(?:Sid|Action)": )"(?:[^"\\]|\\.)*"|${differs}(?=:))`);
  return html`${text.split(standsOut).map((part, index) => {
    if (index % 2 === 0) return coloured(part, scene);
    return html`<b${part === differs && html` class="differs"`}>${part}</b>`;
  })}`;
}
