import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import { chip, mark } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { explained } from '../home/sentence';
import { both, pageFor } from '../page';
import { identityBar } from './identity-bar';
import { said } from './said';
import { STYLE } from './style';
import { lentBucketPath, switchRolePath, type Visit } from './visit';

/** One page of the console: which of the four it is, and what is on it. */
export const screen = (
  visit: Visit,
  step: 1 | 2 | 3 | 4,
  title: () => string,
  body: Child,
  status = 200,
): ServiceResponse =>
  pageFor(visit.head, {
    status,
    title: () => say('title', { page: title() }),
    style: STYLE,
    header: html`<p><b>${said('banner.not-aws')}</b> ${said('banner.no-password')}</p>`,
    main: html`${path(visit, step)}
<article class="screen">
<p class="addr"><b>${step}</b><code>${address(visit)}</code></p>
${identityBar(visit)}
<div class="body"><h1>${both(title)}</h1>
${body}</div>
</article>
<p class="small foot"><a href="/">${said('back-home')}</a></p>`,
  });

function path({ scene: { grant } }: Visit, current: number): Html {
  const steps = [
    ['step.start', '/start', 'vendor'],
    ['step.switch', switchRolePath(grant), 'company'],
    ['step.home', '/s3/home', 'company'],
    ['step.bucket', lentBucketPath(grant), 'company'],
  ] as const;
  const items = steps.map(([id, to, side], index) => {
    const isThis = index + 1 === current && html` aria-current="step"`;
    return html`<li class="${side}"><a href="${to}"${isThis}><b>${index + 1}</b><span>${said(id)}</span></a></li>
`;
  });
  return html`<nav aria-labelledby="steps"><p class="sr" id="steps">${said('steps')}</p><ol class="path">
${items}</ol></nav>`;
}

/** What the handoff's link filled in is marked: one sees where the values come from. */
function address({ head }: Visit): Child {
  const parameters = head.query.map(([name, value], index) => {
    return html`${index === 0 ? '?' : '&'}<span class="p">${name}</span>=${value}`;
  });
  return [head.headers.host, decodeURIComponent(head.rawPath), parameters];
}

/** What became of a request: never colour alone, and what must be denied is red with a green chip. */
export function panel(
  kind: 'no' | 'if',
  title: Child,
  verdict: 'as-promised' | 'not-as-promised' | undefined,
  ...content: readonly Child[]
): Html {
  const word = verdict && chip(verdict === 'as-promised' ? 'yes' : 'no', said(verdict));
  return html`<div class="panel ${kind}" role="status"${verdict && html` data-verdict="${verdict}"`}>
<h2>${mark(kind)}${title} ${word}</h2>
${content}</div>`;
}

/** Of a request that failed for another reason than that somebody may not. */
export const failure = (visit: Visit, entry: RequestEntry): Html =>
  panel('if', said('failed.title'), undefined, reason(visit, entry));

/** Why, as the front page says it, and what AWS said. */
export function reason({ scene }: Visit, entry: RequestEntry): Html {
  const { heading, body } = explained(entry, scene);
  const { code, message } = entry.error ?? { code: '', message: '' };
  return html`<p>${heading}</p><p>${body}</p>
<p class="small">${said('said')}: <code lang="en" class="keep">${code}${message !== '' && `: ${message}`}</code></p>`;
}

/** What AWS's console says, in its words. */
export const quoted = (text: string): Html => html`<blockquote lang="en" class="keep">${text}</blockquote>`;

export const mainLink = (to: string, word: Child): Html =>
  html`<p><a class="btn main" href="${to}">${word}</a></p>`;
