import { saySandboxHome as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { chip, command, type Kind } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { both, LANGUAGES } from './both';
import { type Breakage, verifyCommand } from './breakages';
import type { Change } from './change';
import { deniedOn } from './decided';
import type { Documents } from './documents';
import { type Scene, vendorOf } from './scene';
import { sentencesOf } from './sentence';

export type Guess = 'vendor' | 'company' | 'nobody';

/** What was broken on this page, and what came of it. */
export interface Broken {
  readonly breakage: Breakage;
  /** The vendor's, for which it was broken. */
  readonly vendor: string;
  readonly change: Change;
  readonly guess: Guess;
  /** What was there. */
  readonly before: string;
  /** AWS's answer, where it did not take a call. */
  failed?: string;
  /** The request that the reading ended with. */
  read?: RequestEntry;
}

/** Everything that decides, to be compared: whoever repairs it, by whatever means, has repaired it. */
export function fingerprint({ documents, assignments }: Documents): string {
  return JSON.stringify([
    documents.map(({ id, document, isOutdated }) => [id, document, isOutdated]),
    assignments.map(({ principalId, targetAccount }) => `${principalId} ${targetAccount}`).sort(),
  ]);
}

export function breakSection(
  breakages: readonly Breakage[],
  broken: Broken | undefined,
  token: string,
  scene: Scene,
): Html {
  return html`<section class="more" id="break">
    <h2>${both(() => say('break'))}</h2>
    <p class="lead">${both(() => say('breakLead'))}</p>
    ${broken && result(broken, token, scene)}
    <ul class="cards">${breakages.map((one) => card(one, broken, token, scene))}</ul>
  </section>`;
}

function card(breakage: Breakage, broken: Broken | undefined, token: string, scene: Scene): Html {
  const { id, side, title, what, change } = breakage;
  const isThis = broken?.breakage.id === id;
  return html`<li class="card ${isThis && 'is-broken'}" id="card-${id}">
    <p>${chip(
      side,
      both(() => say(side)),
    )}</p>
    <h3>${both(title)}</h3>
    <p>${both(what)}</p>
    ${
      broken !== undefined
        ? html`<p class="small quiet">${
            isThis
              ? chip(
                  'no',
                  both(() => say('isBroken')),
                )
              : both(() => say('repairFirst'))
          }</p>`
        : change === undefined
          ? html`<p class="small quiet">${both(() => say('cannotBreak'))}</p>`
          : form(
              'break',
              token,
              scene,
              html`<input type="hidden" name="what" value="${id}" />${guesses(id)}
            <button class="btn" id="break-${id}">${both(() => say('breakButton'))}</button>`,
            )
    }
  </li>`;
}

function guesses(id: string): Html {
  const words = { vendor: 'guessVendor', company: 'guessCompany', nobody: 'guessNobody' } as const;
  return html`<fieldset class="guess">
    <legend>${both(() => say('guess'))}</legend>
    ${Object.entries(words).map(
      ([value, word]) =>
        html`<label><input type="radio" name="guess" value="${value}" id="guess-${id}-${value}" required />${both(() => say(word))}</label>`,
    )}
  </fieldset>`;
}

/** `/-/…`: no bucket's name has one letter. */
const form = (action: string, token: string, { grant }: Scene, children: Html): Html =>
  html`<form method="post" action="/-/${action}">
    <input type="hidden" name="token" value="${token}" /><input type="hidden" name="vendor" value="${vendorOf(grant)}" />
    ${children}
  </form>`;

function result(broken: Broken, token: string, scene: Scene): Html {
  const { breakage, failed, read } = broken;
  const what = both(() => say('broken', { what: breakage.title() }));
  return html`<div class="result" id="result" aria-live="polite">
    <h3>${what}</h3>
    ${failed !== undefined && html`<p>${both(() => say('callsFailed', { answer: failed }))}</p>`}
    ${read === undefined ? html`<p>${both(() => say('readAgainBody'))}</p>` : outcome(read, broken, scene)}
    ${form('read', token, scene, html`<button class="btn main" id="read">${both(() => say('readAgain'))}</button>`)}
  </div>`;
}

function outcome(read: RequestEntry, { guess, breakage }: Broken, scene: Scene): Html {
  const side = deniedOn(read, scene);
  const code = read.error?.code ?? '';
  const isRead = read.error === undefined;
  const denied = isRead ? 'nobody' : side;
  const [kind, word]: readonly [Kind, () => string] =
    denied === guess
      ? ['yes', () => say('guessedRight')]
      : ['if', () => say('guessedWrong', { guess: say(GUESSES[guess]) })];
  const sentence = (): string => {
    if (isRead) return say(breakage.id === 'tooMuch' ? 'nowReadTooMuch' : 'nowRead');
    return side === undefined
      ? say('nowFailed', { code })
      : say(side === 'vendor' ? 'nowVendor' : 'nowCompany');
  };
  const address = `/?${new URLSearchParams({ vendor: vendorOf(scene.grant), request: read.requestId }).toString()}`;
  return html`<p class="now"><strong>${both(sentence)}</strong> ${chip(kind, both(word))}</p>
    <p>${both(() => sentencesOf(read, scene).heading)}</p>
    <p><a href="${address}#stage">${both(() => say('seeAbove'))}</a> · <a href="#repair">${both(() => say('repair'))}</a></p>`;
}

const GUESSES = { vendor: 'guessVendor', company: 'guessCompany', nobody: 'guessNobody' } as const;

export function repairSection(
  broken: Broken | undefined,
  repaired: Breakage | undefined,
  token: string,
  scene: Scene,
): Html {
  return html`<section class="more" id="repair">
    <h2>${both(() => say('repair'))}</h2>
    <p class="lead">${both(() => say('repairLead'))}</p>
    <div id="repairs" aria-live="polite">${broken === undefined ? whole(repaired) : repairs(broken, token, scene)}</div>
  </section>`;
}

function whole(repaired: Breakage | undefined): Html {
  if (repaired === undefined) return html`<p>${both(() => say('nothingBroken'))}</p>`;
  return html`<p>${chip(
    'yes',
    both(() => say('done')),
  )} ${both(() => say('repaired', { what: repaired.title() }))}</p>`;
}

function repairs({ breakage: { title, repair } }: Broken, token: string, scene: Scene): Html {
  const lines = [verifyCommand(scene), ...(repair === undefined ? [] : [repair])];
  const explained =
    repair === undefined
      ? 'repairOnlyVerify'
      : repair.startsWith('npx cdk')
        ? 'repairCommands'
        : 'repairByHand';
  return html`<p><b>${both(title)}</b></p>
    <p class="small quiet">${both(() => say(explained))}</p>
    ${command(lines.join('\n'), LANGUAGES)}
    ${form('repair', token, scene, html`<button class="btn" id="restore">${both(() => say('restoreHere'))}</button>`)}`;
}
