import { saySandboxHome as say } from '../../../../words/say';
import { html, type Html } from '../../../pages/html';
import { COPY_SCRIPT } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import type { RequestHead } from '../../wire/http-request';
import { goTo, pageFor } from '../page';
import { breakagesOf } from './breakages';
import { type Broken, breakSection, fingerprint, GUESSES, repairSection } from './broken';
import { handSection, handSteps } from './by-hand';
import { make, readAgain } from './change';
import { litBy } from './decided';
import { documentsOf } from './documents';
import { said, type Scene, vendorOf } from './scene';
import { HOME_SCRIPT } from './script';
import { addressOf, because, lands, requestList, vendorTabs } from './stage';
import { HOME_STYLE } from './style';

/** The sandbox's front page: who may, and why; made by hand, broken and repaired. */
export class Home {
  private broken: Broken | undefined;

  constructor(private readonly sandbox: Omit<Scene, 'grant'>) {}

  /** Does what a form asks for, and leads to what came of it. */
  async act(path: string, sent: URLSearchParams): Promise<ServiceResponse> {
    const { broken } = this;
    const scene = this.scene(broken?.vendor ?? sent.get('vendor'));
    if (broken === undefined) {
      if (path === '/-/break') await this.break(sent, scene);
    } else if (path === '/-/repair') await make(broken.change.undo(), scene);
    else if (path === '/-/read') broken.read = await readAgain(scene);
    const read = path === '/-/read' ? broken?.read : undefined;
    return goTo(`${addressOf(read, scene)}${path === '/-/repair' ? '#repair' : '#break'}`);
  }

  private async break(sent: URLSearchParams, scene: Scene): Promise<void> {
    const shown = documentsOf(scene);
    const breakage = breakagesOf(shown, scene).find(({ id }) => id === sent.get('what'));
    const guess = GUESSES.find((one) => one === sent.get('guess'));
    if (breakage?.change === undefined || guess === undefined) return;
    const { id, change } = breakage;
    const [vendor, before] = [vendorOf(scene.grant), fingerprint(shown)];
    this.broken = { id, change, guess, vendor, before };
    await make(change.calls, scene);
  }

  /** Whoever put back what was there, and by whatever means: then it is repaired. */
  private lookAgain(): void {
    const { broken } = this;
    if (broken === undefined) return;
    if (fingerprint(documentsOf(this.scene(broken.vendor))) === broken.before) this.broken = undefined;
  }

  private scene(vendor: string | null): Scene {
    const { grants } = this.sandbox;
    return { ...this.sandbox, grant: grants.find((one) => vendorOf(one) === vendor) ?? grants[0] };
  }

  page(head: RequestHead): ServiceResponse {
    const query = new URLSearchParams(Object.fromEntries(head.query));
    this.lookAgain();
    const scene = this.scene(query.get('vendor'));
    const { journal } = scene;
    const shown = documentsOf(scene);
    const chosen = journal.entryOf(query.get('request') ?? '') ?? journal.newest(1)[0];
    const lit = chosen === undefined ? new Map() : litBy(chosen, shown);
    const seen = query.get('seen') ?? '';
    const { broken } = this;
    return pageFor(head, {
      title: () => say('title'),
      style: HOME_STYLE,
      script: `${COPY_SCRIPT}${HOME_SCRIPT}`,
      connects: true,
      header: header(head.headers['host'] ?? ''),
      main: html`<div class="intro">
          <h1>${said('headline')}</h1>
          <p class="measure">${said('intro')}</p>
          <p class="lost" id="lost" role="status" hidden>${said('lost')}</p>
          ${vendorTabs(scene)}
        </div>
        <div class="stage" id="stage">
          ${requestList(chosen, /^\d{1,9}$/.test(seen) ? Number(seen) : journal.count.people, scene)}
          <div class="why" id="why">${because(chosen, lit, scene)}${lands(chosen, shown, lit, scene)}</div>
        </div>
        ${handSection(handSteps(shown, scene))}
        ${breakSection(breakagesOf(shown, scene), broken, scene)}
        ${repairSection(broken, scene)}
        <footer><p class="small quiet">${said('footer')}</p></footer>`,
    });
  }
}

const SECTIONS = [
  ['#stage', 'navWatch'],
  ['#hand', 'navByHand'],
  ['#break', 'navBreak'],
  ['#repair', 'navRepair'],
  ['/start', 'navBrowser'],
] as const;

/** First of all, that this is not AWS; then where one is, and where one can go. */
function header(host: string): Html {
  return html`<a class="skip" href="#stage">${said('skip')}</a>
    <p class="banner"><strong>${said('banner')}</strong></p>
    <p class="brand">vendor-share sandbox<small>${host}</small></p>
    <nav aria-labelledby="sections">
      <span class="sr" id="sections">${said('navigation')}</span>
      ${SECTIONS.map(([address, word]) => html`<a href="${address}">${said(word)}</a>`)}
    </nav>`;
}
