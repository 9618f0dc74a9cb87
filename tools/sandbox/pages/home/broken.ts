import { saySandboxHome as say } from '../../../../words/say';
import { profileNames } from '../../../handoff/aws-config';
import { option } from '../../../handoff/shell';
import { html, type Html } from '../../../pages/html';
import { chip, command } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { administratorProfileOf } from '../../seed/seed-world';
import { both, LANGUAGES, postForm } from '../page';
import type { Breakage, Change } from './breakages';
import { deniedOn } from './decided';
import type { Documents } from './documents';
import { addressOf } from './stage';
import { said, type Scene, vendorOf } from './scene';
import { explained } from './sentence';

/** Who will say no. */
export const GUESSES = ['vendor', 'company', 'nobody'] as const;

/** What was broken on this page, and what came of it. */
export interface Broken {
  readonly id: Breakage['id'];
  readonly change: Change;
  /** The vendor's, for which it was broken. */
  readonly vendor: string;
  readonly guess: (typeof GUESSES)[number];
  /** What was there. */
  readonly before: string;
  /** The request that the reading ended with. */
  read?: RequestEntry;
}

/** Everything that decides, to be compared: whoever repairs it, by whatever means, has repaired it. */
export function fingerprint({ documents, assignments }: Documents): string {
  return JSON.stringify([
    documents.map(({ id, document }) => [id, document]),
    assignments.map(({ principalId, targetAccount }) => `${principalId} ${targetAccount}`).sort(),
  ]);
}

/** One thing at a time: what can be broken, or what is. */
export const breakSection = (
  breakages: readonly Breakage[],
  broken: Broken | undefined,
  scene: Scene,
): Html =>
  html`<section class="more" id="break">
    <h2>${said('break')}</h2>
    <p class="lead">${said('breakLead')}</p>
    ${broken ? result(broken, scene) : html`<ul class="cards">${breakages.map((one) => card(one, scene))}</ul>`}
  </section>`;

const card = (breakage: Breakage, scene: Scene): Html =>
  html`<li class="card" id="card-${breakage.id}">
    <p>${chip(breakage.side, said(breakage.side))}</p>
    <h3>${said(breakage.id)}</h3>
    <p>${breakage.what}</p>
    ${guessing(breakage, scene)}
  </li>`;

/** To guess and to break it, where one can. */
function guessing({ id, change }: Breakage, scene: Scene): Html {
  if (change === undefined) return html`<p class="small quiet">${said('cannotBreak')}</p>`;
  const guesses = GUESSES.map(
    (value) =>
      html`<label><input type="radio" name="guess" value="${value}" id="guess-${id}-${value}" required />${said(`guess.${value}`)}</label>`,
  );
  // No bucket's name has one letter.
  return postForm(
    '/-/break',
    html`<input type="hidden" name="vendor" value="${vendorOf(scene.grant)}" />
      <input type="hidden" name="what" value="${id}" />
      <fieldset class="guess"><legend>${said('guess')}</legend>${guesses}</fieldset>
      <button class="btn" id="break-${id}">${said('breakButton')}</button>`,
  );
}

function result(broken: Broken, scene: Scene): Html {
  const { id, read } = broken;
  return html`<div class="result" id="result" aria-live="polite">
    <h3>${both(() => say('broken', { what: say(id) }))}</h3>
    ${read === undefined ? html`<p>${said('readAgainBody')}</p>` : outcome(read, broken, scene)}
    ${postForm('/-/read', html`<button class="btn main" id="read">${said('readAgain')}</button>`)}
  </div>`;
}

function outcome(read: RequestEntry, { guess, id }: Broken, scene: Scene): Html {
  const denied = read.error === undefined ? 'nobody' : deniedOn(read, scene);
  const unnoticed = denied === 'nobody' && id === 'tooMuch';
  const now = denied ? said(`now.${denied}`) : said('nowFailed', { code: read.error?.code ?? '' });
  const wrong = both(() => say('guessedWrong', { guess: say(`guess.${guess}`) }));
  return html`<p class="now"><strong>${unnoticed ? said('nowReadTooMuch') : now}</strong>
      ${denied === guess ? chip('yes', said('guessedRight')) : chip('if', wrong)}</p>
    <p>${explained(read, scene).heading}</p>
    <p><a href="${addressOf(read, scene)}#stage">${said('seeAbove')}</a> · <a href="#repair">${said('repair')}</a></p>`;
}

export const repairSection = (broken: Broken | undefined, scene: Scene): Html =>
  html`<section class="more" id="repair">
    <h2>${said('repair')}</h2>
    <p class="lead">${said('repairLead')}</p>
    <div id="repairs" aria-live="polite">${broken ? repairs(broken, scene) : html`<p>${said('nothingBroken')}</p>`}</div>
  </section>`;

/** The first line says which hop is broken and on whose side; the second, what repairs it there. */
function repairs({ id }: Broken, scene: Scene): Html {
  const { grant } = scene;
  const vendor = grant.identityCenter && ` ${option('--profile', administratorProfileOf(grant))}`;
  const commands = [
    `npm run verify -- ${option('--profile', profileNames(grant).permissionSet)}`,
    `npm run verify -- --deployed --profile company${vendor ?? ''}`,
  ];
  return html`<p><b>${said(id)}</b></p>
    <p class="small quiet">${said('repairCommands')}</p>
    ${command(commands.join('\n'), LANGUAGES)}
    ${postForm('/-/repair', html`<button class="btn" id="restore">${said('restoreHere')}</button>`)}`;
}
