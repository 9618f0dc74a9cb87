import { inLanguage } from '../../../../words/speech';
import { saySandboxConsole as say } from '../../../../words/say';
import { type Child, html, type Html } from '../../../pages/html';
import { written } from '../../../pages/page';
import { chip, mark } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import { identityBar } from './identity-bar';
import { STYLE } from './style';
import { bucketPath, switchRolePath, type Visit } from './visit';
import type { Called } from './console-api';
import { whyDenied } from './why-denied';

/** One page of the console. */
export interface Screen {
  /** Which of the four it is. */
  readonly step: 1 | 2 | 3 | 4;
  /** In the language that is spoken. */
  readonly title: () => string;
  readonly body: Child;
  /** @default 200 */
  readonly status?: number;
}

export function shown(visit: Visit, { step, title, body, status = 200 }: Screen): ServiceResponse {
  const [language = 'en'] = visit.languages;
  const page = written({
    title: inLanguage(language, () => say('title', { page: title() })),
    languages: visit.languages,
    style: STYLE,
    header: html`<p><b>${visit.say('banner.not-aws')}</b> ${visit.say('banner.no-password')}</p>`,
    main: html`${path(visit, step)}
<article class="screen">
<p class="addr"><b>${step}</b><code>${address(visit)}</code></p>
${identityBar(visit)}
<div class="body"><h1>${visit.each(title)}</h1>
${body}</div>
</article>
<p class="small foot"><a href="/">${visit.say('back-home')}</a></p>`,
  });
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page.policy,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body: page.text,
  };
}

function path(visit: Visit, current: number): Html {
  const { grant } = visit;
  const steps = [
    ['step.start', '/start', 'vendor'],
    ['step.switch', switchRolePath(grant), 'company'],
    ['step.home', '/s3/home', 'company'],
    ['step.bucket', bucketPath(grant), 'company'],
  ] as const;
  return html`<nav aria-labelledby="steps"><p class="sr" id="steps">${visit.say('steps')}</p><ol class="path">
${steps.map(
  (
    [id, to, side],
    index,
  ) => html`<li class="${side}"><a href="${to}"${index + 1 === current && html` aria-current="step"`}><b>${index + 1}</b><span>${visit.say(id)}</span></a></li>
`,
)}</ol></nav>`;
}

/** What the handoff's link filled in is marked: one sees where the values come from. */
function address({ head }: Visit): Child {
  const parameters = head.query.map(([name, value], index) => [
    index === 0 ? '?' : '&',
    html`<span class="p">${name}</span>`,
    `=${value}`,
  ]);
  return [head.headers.host, decodeURIComponent(head.rawPath), parameters];
}

/** What became of a request: never colour alone, and what must be denied is red with a green chip. */
export function panel(
  visit: Visit,
  kind: 'yes' | 'no' | 'if',
  title: Child,
  verdict: 'as-promised' | 'not-as-promised' | undefined,
  ...content: readonly Child[]
): Html {
  const word = verdict && chip(verdict === 'as-promised' ? 'yes' : 'no', visit.say(verdict));
  return html`<div class="panel ${kind}" role="status"${verdict && html` data-verdict="${verdict}"`}>
<h2>${mark(kind)}${title} ${word}</h2>
${content}</div>`;
}

/** What AWS said, and why: what the sandbox knows of a denial, and of anything else that it was none. */
export function reason(visit: Visit, { denial, entry }: Called): Html {
  const { code, message } = entry.error ?? { code: '', message: '' };
  const said = html`<p class="small">${visit.say('said')}: <code lang="en" class="keep">${code}${message !== '' && `: ${message}`}</code></p>`;
  if (denial !== undefined)
    return html`<p>${visit.each(() => whyDenied(denial, visit.api.companyAccount))}</p>${said}`;
  const isExpired = /^(?:ExpiredToken|UnauthorizedException)/.test(code);
  return html`<p>${visit.say(isExpired ? 'failed.expired' : 'failed')}</p>${said}`;
}

export const mainLink = (to: string, word: Child): Html =>
  html`<p><a class="btn main" href="${to}">${word}</a></p>`;
