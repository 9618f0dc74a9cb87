import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import { coloured } from '../home/scene';
import { both, postForm } from '../page';
import type { Identity } from './browser-session';
import { said } from './said';
import type { Visit } from './visit';

const ARROW = new Html(
  '<svg viewBox="0 0 36 12" aria-hidden="true"><path d="M1 6h32M28 1.500l5 4.500-5 4.500"/></svg>',
);

/** Two places, and always exactly one in use: one's own identity, and the role that is borrowed. */
export function identityBar(visit: Visit): Html {
  const { own, role } = visit.session;
  const back = html`<button class="link" name="back" value="yes">${said('who.switch-back')}</button>`;
  return html`<section class="who" id="who"><h2 class="sr">${said('who')}</h2>
${own !== undefined && role === undefined ? slot(visit, 'vendor', own) : restingOrNobody(visit)}
${ARROW}
${role === undefined ? empty('', 'off', said('who.role'), said('who.none')) : slot(visit, 'company', role, postForm('/switchrole', back))}
</section>`;
}

function restingOrNobody({ session: { someone, role } }: Visit): Html {
  const name = html`${mark('vendor')}${someone?.name ?? said('who.nobody')}`;
  if (role !== undefined) return empty('vendor', 'off', said('who.resting'), name, said('who.resting-note'));
  const [state, note] =
    someone === undefined ? (['off', 'who.nobody-note'] as const) : (['on', 'who.no-set'] as const);
  return empty('vendor', state, said('who.now'), name, said(note));
}

/** One in which nobody's credentials are in use. */
const empty = (side: string, is: 'on' | 'off', state: Html, name: Html, note?: Html): Html =>
  html`<div class="slot ${side} ${is}">
<p class="state">${state}</p>
<p class="name">${name}</p>
${note && html`<p>${note}</p>`}</div>`;

/** Whoever is in use, as long as the session lasts. */
function slot(visit: Visit, side: 'company' | 'vendor', identity: Identity, extra?: Child): Html {
  const { scene, session } = visit;
  const { name, arn, credential, detail = session.someone && both(session.someone.note) } = identity;
  const left =
    credential.kind === 'user' ? Infinity : credential.expiresAt.getTime() - scene.world.now().getTime();
  const state = (): string => {
    if (left === Infinity) return say('who.now');
    if (left <= 0) return say('who.expired');
    return say('who.now-left', { left: say('minutes', { count: Math.ceil(left / 60_000) }) });
  };
  return html`<div class="slot ${side} ${left > 0 ? 'on' : 'off'}" data-arn="${arn}">
<p class="state">${both(state)}</p>
<p class="name">${mark(side)}${name}</p>
<p>${detail} · ${coloured(credential.account, scene)}</p>
<p><code>${coloured(arn, scene)}</code></p>${extra}</div>`;
}
