import { saySandboxHome as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { both } from './both';

const SECTIONS = [
  ['#stage', 'navWatch'],
  ['#hand', 'navByHand'],
  ['#break', 'navBreak'],
  ['#repair', 'navRepair'],
  ['/start', 'navBrowser'],
] as const;

/** First of all, that this is not AWS; then where one is, and where one can go. */
export function header(host: string): Html {
  return html`<a class="skip" href="#stage">${both(() => say('skip'))}</a>
    <p class="banner"><strong>${both(() => say('banner'))}</strong></p>
    <p class="brand">vendor-share sandbox<small>${host}</small></p>
    <nav aria-labelledby="sections">
      <span class="sr" id="sections">${both(() => say('navigation'))}</span>
      ${SECTIONS.map(([address, word]) => html`<a href="${address}">${both(() => say(word))}</a>`)}
    </nav>`;
}
