import { saySandboxHome as say } from '../../../../words/say';
import { html, Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { both, withNames } from './both';
import { callerName, targetName } from './caller-name';
import { denialOf, isSignIn, type Lit } from './decided';
import { type Scene, vendorOf } from './scene';
import { sentencesOf, verdictOf } from './sentence';

const SHOWN = 200;
const SHOWN_OF_DEPLOYMENTS = 50;

/**
 * The newest first. Whoever is reading keeps the list as it was (`seen` requests had come in) and is told how many are new.
 */
export function requestList(chosen: RequestEntry | undefined, seen: number | undefined, scene: Scene): Html {
  const { journal } = scene;
  const newer = seen === undefined ? 0 : Math.max(0, journal.count - seen);
  const entries = journal.newest('people', SHOWN + newer).slice(newer);
  const isThere = chosen === undefined || entries.includes(chosen);
  const row = (entry: RequestEntry): Html => requestRow(entry, entry === chosen, scene);
  const deployed = journal.newest('deployments', SHOWN_OF_DEPLOYMENTS);
  return html`<div class="reqs" id="reqs">
    <div class="newest">
      <h2 id="newest">${both(() => say('newest'))}</h2>
      <a class="newer" id="newer" data-live data-newest href="${addressOf(chosen, scene)}" ${newer === 0 && new Html('hidden')}>
        ${both(() => say('newer', { count: newer }))}</a>
    </div>
    ${entries.length === 0 && html`<p class="nothing">${both(() => say('noRequests'))}</p>`}
    <ol id="requests" aria-labelledby="newest" data-count="${journal.count - newer}">
      ${entries.map(row)}${!isThere && chosen !== undefined && row(chosen)}
    </ol>
    ${
      journal.deployed > 0 &&
      html`<details class="fold" id="deployments">
      <summary>${both(() => say('ofDeployments', { count: journal.deployed }))}</summary>
      <p class="small quiet">${both(() => say('latestOfThem', { count: deployed.length }))}</p>
      <ol>${deployed.map(row)}</ol>
    </details>`
    }
  </div>`;
}

const addressOf = (entry: RequestEntry | undefined, { grant }: Scene): string =>
  `/?${new URLSearchParams({ vendor: vendorOf(grant), ...(entry && { request: entry.requestId }) }).toString()}`;

function requestRow(entry: RequestEntry, isChosen: boolean, scene: Scene): Html {
  const { time, requestId } = entry;
  const verdict = verdictOf(entry);
  const target = targetName(entry);
  return html`<li id="r-${requestId}">
    <a class="req ${verdict}" data-live href="${addressOf(entry, scene)}" ${isChosen && new Html('aria-current="true"')}>
      ${mark(verdict)}<span class="sr">${both(() => say(VERDICTS[verdict]))}</span>
      <code>${isSignIn(entry) ? both(() => say('signIn')) : breakable(askedAction(entry))}</code>
      <time datetime="${time.toISOString()}">${time.toTimeString().slice(0, 8)}</time>
      <span class="who">${both(() => callerName(entry))}${target !== undefined && ` → ${target}`}</span>
    </a>
  </li>`;
}

/** A narrow list breaks it after the service. */
function breakable(action: string): Html {
  const [service = '', ...rest] = action.split(':');
  return rest.length === 0 ? html`${action}` : html`${service}:<wbr />${rest.join(':')}`;
}

const VERDICTS = { yes: 'verdictYes', no: 'verdictNo', if: 'verdictFailed' } as const;

function askedAction(entry: RequestEntry): string {
  const { authorizations, service, operation } = entry;
  return (
    (denialOf(entry) ?? authorizations[0])?.request.action ??
    (service === '?' ? operation : `${service}:${operation}`)
  );
}

/** The one thing to remember from this page: what happened, because of which statements. */
export function because(chosen: RequestEntry | undefined, lit: Lit, scene: Scene): Html {
  if (chosen === undefined) {
    return html`<div class="because" id="because" aria-live="polite" data-verdict="none">
      <h2>${both(() => say('chooseFirst'))}</h2>
      <p>${both(() => say('chooseFirstBody'))}</p>
    </div>`;
  }
  const { requestId, error } = chosen;
  const verdict = verdictOf(chosen);
  const isMoved = lit.yes.size + lit.no.size === 0 && namesStatements(chosen);
  const names = namesIn(chosen, scene);
  return html`<div class="because" id="because" aria-live="polite" data-verdict="${verdict}" data-request="${requestId}">
    <h2>${mark(verdict)}${both(() => withNames(sentencesOf(chosen, scene).heading, names))}</h2>
    ${both(() => sentencesOf(chosen, scene).body.map((one) => html`<span class="p">${withNames(one, names)}</span>`))}
    ${isMoved && html`<p class="small quiet">${both(() => say('changedSince'))}</p>`}
    ${
      error !== undefined &&
      html`<p class="small quiet">
      ${both(() => say('answer'))}: <code lang="en" class="keep">${error.code}: ${error.message}</code>
    </p>`
    }
  </div>`;
}

/** Whether the evaluator named any, closest ones included. */
function namesStatements(entry: RequestEntry): boolean {
  return entry.authorizations.some(({ decision }) =>
    decision.allowed ? decision.by.length > 0 : decision.denial.kind === 'explicit',
  );
}

/** Statements' names, with the colour of the account in which they are. */
function namesIn({ authorizations }: RequestEntry, { grant }: Scene): (readonly [string, string])[] {
  const colour = (account: string | undefined): string => (account === grant.companyAccount ? 'c' : 'v');
  return authorizations.flatMap(({ request, decision }) => {
    const own = colour('account' in request.caller ? request.caller.account : undefined);
    const all = decision.allowed
      ? decision.by
      : decision.denial.kind === 'explicit'
        ? [decision.denial.by]
        : decision.denial.nearMisses;
    return all.flatMap(({ policy, statement: { sid } }) =>
      sid === undefined
        ? []
        : [[sid, policy.kind === 'identity' ? own : colour(request.resourceAccount)] as const],
    );
  });
}
