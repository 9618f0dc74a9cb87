import type { en } from '../../../../words/sandbox-console/en';
import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import { chip, mark } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import type { RequestEntry } from '../../request-entry';
import { denialOf } from '../home/decided';
import { coloured } from '../home/scene';
import { explained } from '../home/sentence';
import { both, pageFor, postForm } from '../page';
import { STYLE } from './style';
import { type Identity, lentBucketPath, switchRolePath, type Visit } from './visit';

/** A message of the console's pages in both languages, with nothing in it that differs by language. */
export const said = <Id extends keyof typeof en>(...spoken: Parameters<typeof say<Id>>): Html =>
  both(() => say<Id>(...spoken));

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

/** Two places, and never more than one in use: one's own identity, and the role that is borrowed. */
function identityBar(visit: Visit): Html {
  const { role } = visit.session;
  const back = html`<button class="link" name="back" value="yes">${said('who.switch-back')}</button>`;
  return html`<section class="who" id="who"><h2 class="sr">${said('who')}</h2>
${oneself(visit)}
<svg viewBox="0 0 36 12" aria-hidden="true"><path d="M1 6h32M28 1.500l5 4.500-5 4.500"/></svg>
${role === undefined ? slot('company', 'off', said('who.role'), said('who.none')) : inUse(visit, 'company', role, postForm('/switchrole', back))}
</section>`;
}

function oneself(visit: Visit): Html {
  const { someone, own, role } = visit.session;
  if (someone === undefined) return slot('vendor', 'off', said('who.now'), said('who.nobody'));
  const { name } = someone;
  if (role !== undefined)
    return slot('vendor', 'off', said('who.resting'), name, html`<p>${said('who.resting-note')}</p>`);
  if (own === undefined)
    return slot('vendor', 'on', said('who.now'), name, html`<p>${said('who.no-set')}</p>`);
  return inUse(visit, 'vendor', own);
}

function slot(side: 'company' | 'vendor', is: 'on' | 'off', state: Html, name: Child, more?: Html): Html {
  return html`<div class="slot ${side} ${is}">
<p class="state">${state}</p>
<p class="name">${mark(side)}${name}</p>
${more}</div>`;
}

/** Whoever is in use, as long as the session lasts. */
function inUse({ scene, session }: Visit, side: 'company' | 'vendor', identity: Identity, form?: Html): Html {
  const { name, arn, credential, detail = session.someone && said(`be.${session.someone.kind}`) } = identity;
  const left =
    credential.kind === 'user' ? Infinity : credential.expiresAt.getTime() - scene.world.now().getTime();
  const state = (): string => {
    if (left === Infinity) return say('who.now');
    if (left <= 0) return say('who.expired');
    return say('who.now-left', { left: say('minutes', { count: Math.ceil(left / 60_000) }) });
  };
  const more = html`<p>${detail} · ${coloured(credential.account, scene)}</p>
<p><code data-arn="${arn}">${coloured(arn, scene)}</code></p>${form}`;
  return slot(side, left > 0 ? 'on' : 'off', both(state), name, more);
}

type Verdict = 'as-promised' | 'not-as-promised' | undefined;

/** What became of a request: never colour alone, and what must be denied is red with a green chip. */
export function panel(kind: 'no' | 'if', title: Child, verdict: Verdict, ...content: readonly Child[]): Html {
  const word = verdict && chip(verdict === 'as-promised' ? 'yes' : 'no', said(verdict));
  return html`<div class="panel ${kind}" role="status"${verdict && html` data-verdict="${verdict}"`}>
<h2>${mark(kind)}${title} ${word}</h2>
${content}</div>`;
}

/** Of a request that was denied. About one that failed for another reason nothing was promised. */
export const denied = (
  visit: Visit,
  entry: RequestEntry,
  title: Child,
  verdict: Verdict,
  why?: Child,
): Html =>
  denialOf(entry) === undefined
    ? failure(visit, entry)
    : panel('no', title, verdict, why, reason(visit, entry));

export const failure = (visit: Visit, entry: RequestEntry): Html =>
  panel('if', said('failed'), undefined, reason(visit, entry));

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
