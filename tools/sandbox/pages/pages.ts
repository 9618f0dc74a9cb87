import { grantsOf } from '../../../lib/share/grant';
import { saySandboxHome as say } from '../../../words/say';
import { html } from '../../pages/html';
import type { ServiceResponse } from '../core/service';
import type { ReadBody, RequestHead } from '../wire/http-request';
import { Console } from './console/console';
import { Home } from './home/home';
import { ownCalls, type Surroundings } from './own-call';
import { both, sentForm, pageFor } from './page';

/** Every page of the sandbox: the front page, and what stands for AWS's console. */
export class Pages {
  private readonly home: Home;
  private readonly console: Console;

  constructor(surroundings: Surroundings) {
    const [first, ...others] = grantsOf(surroundings.share);
    if (first === undefined) throw new Error('validateShare takes no empty list of vendors');
    const sandbox = { ...surroundings, grants: [first, ...others], call: ownCalls(surroundings) } as const;
    this.home = new Home(sandbox);
    this.console = new Console(sandbox);
  }

  async answer(head: RequestHead, readBody: ReadBody): Promise<ServiceResponse> {
    const path = decodeURIComponent(head.rawPath);
    const isHome = /^\/(?:-\/.*)?$/.test(path);
    if (head.method !== 'POST') return isHome ? this.home.page(head) : this.console.answer(path, head);
    const form = await sentForm(readBody);
    if (form === undefined) return oldForm(head, isHome ? '/' : '/start');
    return isHome ? this.home.act(path, form) : this.console.answer(path, head, form);
  }
}

/** Made by another sandbox, or by a page elsewhere: whatever it asks for is not done. */
const oldForm = (head: RequestHead, again: string): ServiceResponse =>
  pageFor(head, {
    status: 403,
    title: () => say('tokenGone'),
    style: 'main { display: grid; gap: 1rem; justify-items: start; padding-block: 2.5rem; }',
    header: both(() => say('banner')),
    main: html`<h1>${both(() => say('tokenGone'))}</h1>
      <p>${both(() => say('tokenGoneBody'))}</p>
      <p><a class="btn main" href="${again}">${both(() => say('tokenGoneLink'))}</a></p>`,
  });
