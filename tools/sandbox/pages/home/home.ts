import { randomBytes } from 'node:crypto';
import { grantsOf } from '../../../../lib/share/grant';
import type { Share } from '../../../../lib/share/share';
import { saySandboxHome as say } from '../../../../words/say';
import { inLanguage } from '../../../../words/speech';
import { html } from '../../../pages/html';
import { written } from '../../../pages/page';
import { COPY_SCRIPT, copyWords } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import type { FrontDoor } from '../../front-door';
import type { Journal } from '../../journal';
import type { RequestEntry } from '../../request-entry';
import type { ObjectData } from '../../s3/object-data';
import type { SeededWorld } from '../../seed/seed-world';
import type { ReadBody, RequestHead } from '../../wire/http-request';
import { isSameSecret } from '../../wire/signature';
import { type OwnCall, ownCalls } from '../own-call';
import { both, LANGUAGES } from './both';
import { type Breakage, breakagesOf } from './breakages';
import { type Broken, breakSection, fingerprint, type Guess, repairSection } from './broken';
import { handSteps } from './by-hand';
import { handSection } from './by-hand-section';
import { make } from './change';
import { hopOf, litBy } from './decided';
import { documentsOf } from './documents';
import { header } from './header';
import { readAgain } from './read-again';
import { because, requestList } from './requests';
import { type Scene, vendorOf } from './scene';
import { HOME_SCRIPT } from './script';
import { deployFirst, lands, vendorTabs } from './stage';
import { HOME_STYLE } from './style';

export interface Surroundings extends SeededWorld {
  readonly share: Share;
  readonly objects: ObjectData;
  readonly journal: Journal;
  readonly frontDoor: Pick<FrontDoor, 'answer'>;
}

/** The sandbox's front page: who may, and why; made by hand, broken and repaired. */
export class Home {
  /** A page elsewhere does not know it, and so cannot send these forms. */
  private readonly token = randomBytes(24).toString('base64url');
  private readonly call: OwnCall;
  private broken: Broken | undefined;
  private repaired: Breakage | undefined;

  constructor(private readonly surroundings: Surroundings) {
    this.call = ownCalls(surroundings.frontDoor, surroundings.world.now);
  }

  async answer(head: RequestHead, readBody: ReadBody): Promise<ServiceResponse> {
    if (head.method === 'GET') return this.page(new URLSearchParams(Object.fromEntries(head.query)), head);
    const body = await readBody(10_000);
    const sent = new URLSearchParams(body?.toString('utf8') ?? '');
    if (!isSameSecret(Buffer.from(this.token), Buffer.from(sent.get('token') ?? ''))) return forbidden();
    const address = await this.done(head.rawPath, sent);
    return { status: 303, headers: { location: address }, body: '' };
  }

  /** @returns where to look at what came of it */
  private async done(path: string, sent: URLSearchParams): Promise<string> {
    const scene = this.scene(sent.get('vendor'));
    const at = `/?vendor=${vendorOf(scene.grant)}`;
    if (path === '/-/break') await this.break(sent, scene);
    if (path === '/-/repair' && this.broken !== undefined) await this.repair(this.broken);
    if (path !== '/-/read' || this.broken === undefined)
      return `${at}#${path === '/-/repair' ? 'repair' : 'break'}`;
    const requestId = await readAgain(this.call, this.scene(this.broken.vendor));
    const read = scene.journal.entryOf(requestId);
    if (read !== undefined) this.broken.read = read;
    return `${at}&request=${requestId}#break`;
  }

  private async break(sent: URLSearchParams, scene: Scene): Promise<void> {
    const shown = documentsOf(scene);
    const breakage = breakagesOf(shown, scene).find(({ id }) => id === sent.get('what'));
    const guess = GUESSES.find((one) => one === sent.get('guess'));
    if (this.broken !== undefined || breakage?.change === undefined || guess === undefined) return;
    const { change } = breakage;
    const broken: Broken = {
      breakage,
      change,
      guess,
      vendor: vendorOf(scene.grant),
      before: fingerprint(shown),
    };
    this.broken = broken;
    const failed = await make(change.calls, this.call, scene);
    if (failed !== undefined) broken.failed = failed;
  }

  private async repair(broken: Broken): Promise<void> {
    delete broken.failed;
    const scene = this.scene(broken.vendor);
    const failed = await make(broken.change.undo(), this.call, scene);
    if (failed !== undefined) broken.failed = failed;
  }

  /** Whoever put back what was there, and by whatever means: then it is repaired. */
  private lookAgain(): void {
    const { broken } = this;
    if (broken === undefined || fingerprint(documentsOf(this.scene(broken.vendor))) !== broken.before) return;
    if (broken.failed === undefined) this.repaired = broken.breakage;
    this.broken = undefined;
  }

  private scene(vendor: string | null): Scene {
    const { share } = this.surroundings;
    const grants = grantsOf(share);
    const grant = grants.find((one) => vendorOf(one) === vendor) ?? grants[0];
    if (grant === undefined) throw new Error('the share has no vendor');
    return { ...this.surroundings, grant };
  }

  private page(query: URLSearchParams, { headers }: RequestHead): ServiceResponse {
    this.lookAgain();
    const scene = this.scene(query.get('vendor'));
    const { journal, share } = scene;
    const shown = documentsOf(scene);
    const chosen = journal.entryOf(query.get('request') ?? '') ?? interesting(journal);
    const lit =
      chosen === undefined ? { yes: new Set<string>(), no: new Map<string, null>() } : litBy(chosen, shown);
    const seen = /^\d{1,9}$/.test(query.get('seen') ?? '') ? Number(query.get('seen')) : undefined;
    const { broken, repaired, token } = this;
    const { text, policy } = written({
      title: inLanguage('en', () => say('title')),
      languages:
        headers['accept-language']?.startsWith('ja') === false ? [...LANGUAGES].toReversed() : LANGUAGES,
      style: HOME_STYLE,
      script: `${COPY_SCRIPT}${HOME_SCRIPT}`,
      connects: true,
      header: header(headers['host'] ?? ''),
      main: html`<div class="intro">
          <h1>${both(() => say('headline'))}</h1>
          <p class="measure">${both(() => say('intro'))}</p>
          <p class="lost" id="lost" role="status" hidden>${both(() => say('lost'))}</p>
          ${vendorTabs(scene, grantsOf(share))}
        </div>
        ${deployFirst(shown, scene)}
        <div class="stage" id="stage">
          ${requestList(chosen, seen, scene)}
          <div class="why" id="why">${because(chosen, lit, scene)}${lands(chosen, shown, lit, scene)}</div>
        </div>
        ${handSection(handSteps(shown, scene))}
        ${breakSection(breakagesOf(shown, scene), broken, token, scene)}
        ${repairSection(broken, repaired, token, scene)}
        <footer><p class="small quiet">${both(() => say('footer'))}</p></footer>
        ${copyWords(LANGUAGES)}`,
    });
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
      body: text,
    };
  }
}

const GUESSES: readonly Guess[] = ['vendor', 'company', 'nobody'];

/** The newest request of somebody who signs in, borrows or reads. */
function interesting(journal: Journal): RequestEntry | undefined {
  const entries = journal.newest('people', 200);
  return entries.find((entry) => hopOf(entry) !== undefined) ?? entries[0];
}

function forbidden(): ServiceResponse {
  const body = LANGUAGES.map((language) => inLanguage(language, () => say('tokenGone'))).join('\n');
  return { status: 403, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${body}\n` };
}
