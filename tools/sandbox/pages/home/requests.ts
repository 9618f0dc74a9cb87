import { html, Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { both } from '../page';
import { said } from './said';
import { callerName, denialOf, isSignIn, type Lit } from './decided';
import { type Scene, vendorOf } from './scene';
import { explained, verdictOf } from './sentence';

const SHOWN = 200;

/**
 * The newest first. Whoever is reading keeps the list as it was (`seen` requests had come in) and is told how many are new.
 */
export function requestList(chosen: RequestEntry | undefined, seen: number, scene: Scene): Html {
  const { journal } = scene;
  const newer = Math.max(0, journal.count.people - seen);
  const entries = journal.newest('people', SHOWN + newer).slice(newer);
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
