import { saySandboxHome as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { chip, command, type Kind } from '../../../pages/parts';
import { both, LANGUAGES } from './both';
import type { HandStep } from './by-hand';

const STATES = { done: ['yes', 'done'], differs: ['if', 'differs'] } as const;

export function handSection(steps: readonly HandStep[]): Html {
  const done = steps.filter(({ state }) => state === 'done').length;
  return html`<section class="more" id="hand">
    <h2>${both(() => say('byHand'))}</h2>
    <p class="lead">${both(() => say('byHandLead'))}</p>
    <p class="progress" id="progress">${both(() => say('progress', { done, all: steps.length }))}</p>
    <ol class="steps">
      ${steps.map(
        ({ number, side, name, command: typed, state }) =>
          html`<li id="step-${number}" class="${state}">
            <div>
              <p>${chip(
                side,
                both(() => say(side)),
              )}</p>
              <h3>${number}. ${both(() => say(`step${name}`))}</h3>
            </div>
            <div>
              ${typed !== '' && command(typed, LANGUAGES)}
              <p class="did">${state !== 'toDo' && stateChip(state)} ${both(() => say(name === 'Bucket' && typed === '' ? 'existingBucket' : `after${name}`))}</p>
            </div>
          </li>`,
      )}
    </ol>
  </section>`;
}

function stateChip(state: 'done' | 'differs'): Html {
  const [kind, word]: readonly [Kind, 'done' | 'differs'] = STATES[state];
  return chip(
    kind,
    both(() => say(word)),
  );
}
