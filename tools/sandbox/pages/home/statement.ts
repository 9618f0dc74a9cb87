import { html, type Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import { said } from './said';
import { type Lit, type Said, statementId } from './decided';
import { policyText, statementsOf } from './policy-text';
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
      <pre>${highlighted(policyText(statement), says, scene)}</pre>
    </div>`;
  })}`;
}

function saysYes({ decides }: ShownDocument) {
  if (decides === 'decidesLent') return 'saysLent';
  return decides === 'decidesBorrow' ? 'saysBorrow' : 'saysAllowed';
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
