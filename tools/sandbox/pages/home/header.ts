import { html, type Html } from '../../../pages/html';
import { said } from './said';

const SECTIONS = [
  ['#stage', 'navWatch'],
  ['#hand', 'navByHand'],
  ['#break', 'navBreak'],
  ['#repair', 'navRepair'],
  ['/start', 'navBrowser'],
] as const;

/** First of all, that this is not AWS; then where one is, and where one can go. */
export function header(host: string): Html {
  return html`<a class="skip" href="#stage">${said('skip')}</a>
    <p class="banner"><strong>${said('banner')}</strong></p>
    <p class="brand">vendor-share sandbox<small>${host}</small></p>
    <nav aria-labelledby="sections">
      <span class="sr" id="sections">${said('navigation')}</span>
      ${SECTIONS.map(([address, word]) => html`<a href="${address}">${said(word)}</a>`)}
    </nav>`;
}
