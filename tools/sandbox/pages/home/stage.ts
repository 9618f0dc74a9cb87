import { type Child, html, Html } from '../../../pages/html';
import { chip, mark } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { both } from '../page';
import {
  assignmentId,
  callerName,
  denialOf,
  hopOf,
  isSignIn,
  type Lit,
  policyText,
  type Said,
  statementId,
  statementsOf,
} from './decided';
import { explained, verdictOf } from './sentence';
import type { Documents, ShownDocument } from './documents';
import { coloured, said, type Scene, type Side, vendorOf } from './scene';

const SHOWN = 200;

/**
 * The newest first. Whoever is reading keeps the list as it was (`seen` requests had come in) and is told how many are new.
 */
export function requestList(chosen: RequestEntry | undefined, seen: number, scene: Scene): Html {
  const { journal } = scene;
  const newer = Math.max(0, journal.count.people - seen);
  const entries = journal.newest(SHOWN + newer).slice(newer);
  const isThere = chosen === undefined || entries.includes(chosen);
  const row = (entry: RequestEntry): Html => requestRow(entry, entry === chosen, scene);
  const count = journal.count.deployments;
  return html`<div class="reqs" id="reqs">
    <div class="newest">
      <h2 id="newest">${said('newest')}</h2>
      <a class="newer" id="newer" data-live data-newest href="${addressOf(chosen, scene)}" ${newer === 0 && new Html('hidden')}>
        ${said('newer', { count: newer })}</a>
    </div>
    ${entries.length === 0 && html`<p class="nothing">${said('noRequests')}</p>`}
    <ol id="requests" aria-labelledby="newest" data-count="${journal.count.people - newer}">
      ${entries.map(row)}${!isThere && row(chosen)}
    </ol>
    ${count > 0 && html`<p class="small quiet" id="deployments">${said('ofDeployments', { count })}</p>`}
  </div>`;
}

/** Of the page with this request chosen. */
export const addressOf = (entry: RequestEntry | undefined, { grant }: Scene): string =>
  `/?${new URLSearchParams({ vendor: vendorOf(grant), ...(entry && { request: entry.requestId }) }).toString()}`;

function requestRow(entry: RequestEntry, isChosen: boolean, scene: Scene): Html {
  const { time, requestId, authorizations, service, operation } = entry;
  const verdict = verdictOf(entry);
  const { action } = (denialOf(entry) ?? authorizations[0])?.request ?? {};
  const asked = action ?? (service === '?' ? operation : `${service}:${operation}`);
  // A narrow list breaks it after the service.
  const [before = '', after] = asked.split(/(?<=^[^:]*:)/);
  return html`<li id="r-${requestId}">
    <a class="req ${verdict}" data-live href="${addressOf(entry, scene)}" ${isChosen && new Html('aria-current="true"')}>
      ${mark(verdict)}<span class="sr">${said(`verdict.${verdict}`)}</span>
      <code>${isSignIn(entry) ? said('signIn') : html`${before}<wbr />${after}`}</code>
      <time datetime="${time.toISOString()}">${time.toTimeString().slice(0, 8)}</time>
      <span class="who">${both(() => callerName(entry))}</span>
    </a>
  </li>`;
}

/** The one thing to remember from this page: what happened, because of which statements. */
export function because(chosen: RequestEntry | undefined, lit: Lit, scene: Scene): Html {
  if (chosen === undefined)
    return html`<div class="because" id="because" aria-live="polite"><h2>${said('chooseFirst')}</h2></div>`;
  const { requestId, error, authorizations } = chosen;
  const verdict = verdictOf(chosen);
  const { heading, body } = explained(chosen, scene);
  const isNamed = authorizations.some(({ decision }) =>
    decision.allowed ? decision.by.length > 0 : decision.denial.kind === 'explicit',
  );
  return html`<div class="because" id="because" aria-live="polite" data-verdict="${verdict}" data-request="${requestId}">
    <h2>${mark(verdict)}${heading}</h2>
    ${body}
    ${isNamed && lit.size === 0 && html`<p class="small quiet">${said('changedSince')}</p>`}
    ${error && html`<p class="small quiet">${said('answer')}: <code lang="en" class="keep">${error.code}: ${error.message}</code></p>`}
  </div>`;
}

/** The two accounts side by side: rows are hops, columns are accounts, and what decided the chosen request is lit. */
export function lands(chosen: RequestEntry | undefined, shown: Documents, lit: Lit, scene: Scene): Html {
  const { grant, vendorUsers, world } = scene;
  const { documents } = shown;
  const hop = chosen && hopOf(chosen);
  const row = (which: 1 | 2 | 3, title: Child, vendor: Child, company: Child): Html =>
    html`<section class="hop ${hop === which && 'on'}" id="hop-${which}" data-hop="${which}">
      <h3><i>${which}</i>${title}</h3>
      ${side('vendor', vendor)}${side('company', company)}
    </section>`;
  const cards = (which: 2 | 3, of: Side, missing?: Html): Child => {
    const found = documents.filter((one) => one.hop === which && one.side === of);
    return found.length === 0 ? missing : found.map((one) => card(one, lit, scene));
  };
  const missingOfVendor = vendorUsers[grant.index]
    ? said('missingSet', { set: grant.permissionSetName })
    : said('missingBorrowerPolicy');
  const decides = (what: ShownDocument['decides']): boolean => documents.some((one) => one.decides === what);
  const { bucketName: bucket, roleName: role } = grant;
  return html`<div class="lands" id="lands">
    ${land('vendor', grant.accounts, scene)}${land('company', [grant.companyAccount], scene)}
    ${row(1, said('hopSignIn'), assignments(shown, lit, scene), nothing(said('nothingToDecide')))}
    ${row(
      2,
      html`${said('hopBorrow')}${ARROW}<code>sts:AssumeRole</code>`,
      cards(2, 'vendor', nothing(missingOfVendor)),
      html`${cards(2, 'company', nothing(said('missingRole', { role })))}
        <p class="small quiet">${said('rootNote')}</p>`,
    )}
    ${row(
      3,
      html`${said('hopRead')}<code>s3:ListBucket</code><code>s3:GetObject</code>`,
      nothing(said('exchanged')),
      [
        decides('decidesLent') && !decides('decidesMay') && nothing(said('missingPolicy')),
        cards(3, 'company'),
        !world.buckets.has(bucket) && nothing(said('missingBucket', { bucket })),
      ],
    )}
  </div>`;
}

const ARROW = html`<svg viewBox="0 0 36 12" aria-hidden="true"><path d="M1 6h32M28 1.500l5 4.500-5 4.500" /></svg>`;

function land(of: Side, accounts: readonly string[], scene: Scene): Html {
  const name = of === 'vendor' && scene.grant.vendor.name;
  return html`<div class="land ${of}">
    <h3>${mark(of)}${said(`${of}Land`)}</h3>
    <p>${name && html`<b>${name}</b> · `}${said('account', { count: accounts.length })} ${coloured(accounts.join(', '), scene)}</p>
  </div>`;
}

/** On a phone, where the columns are gone, each side says its name again. */
const side = (of: Side, children: Child): Html =>
  html`<div class="side ${of}"><p class="name">${chip(of, said(of))}</p>${children}</div>`;

const nothing = (words: Html): Html => html`<p class="nothing">${words}</p>`;

function assignments({ assignments: all, instance, set }: Documents, lit: Lit, scene: Scene): Html {
  if (scene.vendorUsers[scene.grant.index] === undefined) return nothing(said('ownBorrowers'));
  if (all.length === 0) return nothing(said('missingAssignment'));
  return html`<article class="doc" id="assignments">
    <header><b>${said('assignment')}</b><span>IAM Identity Center</span></header>
    ${all.map(({ principalType, principalId, targetAccount }, index) => {
      const isLit = lit.has(assignmentId(index));
      const who = instance?.groups.get(principalId) ?? instance?.users.get(principalId);
      return html`<div class="stmt ${isLit && 'yes'}" id="${assignmentId(index)}">
        ${isLit && html`<p class="says">${mark('yes')}${said('saysAssigned')}</p>`}
        <p class="assigned">
          ${said(principalType === 'GROUP' ? 'assignmentGroup' : 'assignmentUser')}
          <b>${who?.name ?? principalId}</b> → <b>${set?.name ?? ''}</b><br />
          ${said('assignmentIn')} ${coloured(targetAccount, scene)}
        </p>
      </div>`;
    })}
  </article>`;
}

function card(document: ShownDocument, lit: Lit, scene: Scene): Html {
  const { id, arn, title, decides } = document;
  return html`<article class="doc" id="${id}">
    <header><b>${both(title)}</b><span>${said(decides)}</span></header>
    ${statements(document, lit, scene)}
    <details id="${id}-whole">
      <summary>${said('wholeDocument')}</summary>
      ${arn !== undefined && html`<p class="mono">${arn}</p>`}
      <pre>${JSON.stringify(document.document, null, 2)}</pre>
    </details>
  </article>`;
}

/** The statements of a document as they are written; those that decided the chosen request are lit and say so. */
function statements(document: ShownDocument, lit: Lit, scene: Scene): Html {
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

/** One tab for each vendor, where there are several. */
export function vendorTabs({ grant, grants }: Scene): Html | undefined {
  if (grants.length < 2) return undefined;
  return html`<nav class="vendors" aria-labelledby="vendors">
    <b id="vendors">${said('vendors')}</b>
    ${grants.map((one) => {
      const isThis = one.index === grant.index && new Html(' aria-current="true"');
      return html`<a class="btn" data-live href="/?vendor=${vendorOf(one)}" ${isThis}>${one.vendor.name ?? one.name}</a>`;
    })}
  </nav>`;
}
