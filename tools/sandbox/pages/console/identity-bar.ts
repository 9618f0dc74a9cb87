import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, Html } from '../../../pages/html';
import { mark } from '../../../pages/parts';
import type { Identity } from './browser-session';
import type { Visit } from './visit';

const ARROW = new Html(
  '<svg viewBox="0 0 36 12" aria-hidden="true"><path d="M1 6h32M28 1.500l5 4.500-5 4.500"/></svg>',
);

/** Two places, and always exactly one in use: one's own identity, and the role that is borrowed. */
export function identityBar(visit: Visit): Html {
  const { session } = visit;
  return html`<section class="who" id="who"><h2 class="sr">${visit.say('who')}</h2>
${ownSlot(visit)}
${ARROW}
${session.role === undefined ? emptyRole(visit) : slot(visit, 'company', session.role, switchBack(visit))}
</section>`;
}

function ownSlot(visit: Visit): Html {
  const { someone, own, role } = visit.session;
  if (own !== undefined && role === undefined) return slot(visit, 'vendor', own);
  const name = someone?.name;
  const isOn = name !== undefined && role === undefined;
  const [state, note] =
    role !== undefined
      ? (['who.resting', 'who.resting-note'] as const)
      : (['who.now', name === undefined ? 'who.nobody-note' : 'who.no-set'] as const);
  return html`<div class="slot vendor ${isOn ? 'on' : 'off'}">
<p class="state">${visit.say(state)}</p>
<p class="name">${mark('vendor')}${name ?? visit.say('who.nobody')}</p>
<p>${visit.say(note)}</p></div>`;
}

/** Whoever is in use, as long as the session lasts. */
function slot(visit: Visit, side: 'company' | 'vendor', identity: Identity, extra?: Child): Html {
  const { someone } = visit.session;
  const { detail = someone && visit.each(someone.note), arn } = identity;
  return html`<div class="slot ${side} ${isOver(identity, visit.now) ? 'off' : 'on'}" data-arn="${arn}">
<p class="state">${visit.each(() => state(identity, visit.now))}</p>
<p class="name">${mark(side)}${identity.name}</p>
<p>${detail} · ${visit.account(identity.account)}</p>
<p><code>${visit.account(arn)}</code></p>${extra}</div>`;
}

function state(identity: Identity, now: Date): string {
  const { credential } = identity;
  if (credential.kind === 'user') return say('who.now');
  if (isOver(identity, now)) return say('who.expired');
  const count = Math.ceil((credential.expiresAt.getTime() - now.getTime()) / 60_000);
  return say('who.now-left', { left: say('minutes', { count }) });
}

const isOver = ({ credential }: Identity, now: Date): boolean =>
  credential.kind === 'session' && credential.expiresAt <= now;

function switchBack(visit: Visit): Html {
  const button = html`<button class="link" name="back" value="yes">${visit.say('who.switch-back')}</button>`;
  return visit.postForm('/switchrole', button);
}

const emptyRole = (visit: Visit): Html => html`<div class="slot off">
<p class="state">${visit.say('who.role')}</p><p class="name">${visit.say('who.none')}</p></div>`;
