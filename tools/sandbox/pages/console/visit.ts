import type { Grant } from '../../../../lib/share/grant';
import { bucketConsoleLink, switchRoleLink } from '../../../../lib/share/console-links';
import type { en } from '../../../../words/sandbox-console/en';
import { saySandboxConsole as say } from '../../../../words/say';
import type { Language } from '../../../../words/speech';
import { type Child, type Html, html, inEach } from '../../../pages/html';
import { inColour } from '../../../pages/parts';
import type { ServiceResponse } from '../../core/service';
import type { RequestHead } from '../../wire/http-request';
import type { BrowserSession } from './browser-session';
import type { ConsoleApi } from './console-api';

type MessageId = keyof typeof en;

/** One request of a browser. */
export class Visit {
  readonly query: URLSearchParams;
  /** The one that the browser prefers comes first. */
  readonly languages: readonly Language[];

  constructor(
    readonly head: RequestHead,
    readonly session: BrowserSession,
    readonly api: ConsoleApi,
    /** Of a POST. */
    readonly form = new URLSearchParams(),
  ) {
    this.query = new URLSearchParams(head.query.map(([name, value]): [string, string] => [name, value]));
    const [preferred] = /\b(?:ja|en)\b/i.exec(head.headers['accept-language'] ?? '') ?? [];
    this.languages = preferred?.toLowerCase() === 'ja' ? ['ja', 'en'] : ['en', 'ja'];
  }

  get now(): Date {
    return this.api.seeded.world.now();
  }

  /** Of the vendor whose somebody one is. */
  get grant(): Grant {
    return this.session.someone?.grant ?? this.api.grants[0];
  }

  /** Whose role is borrowed at the moment; undefined as long as none is, or none of this share. */
  get promised(): Grant | undefined {
    return this.api.grants.find(({ roleArn }) => roleArn === this.session.role?.roleArn);
  }

  /** The credentials in use: one's own rest while a role is borrowed. */
  get inUse(): BrowserSession['own'] {
    return this.session.role ?? this.session.own;
  }

  /** In each language of the page. */
  each(render: () => Child): Html {
    return inEach(this.languages, render);
  }

  /** A message in each language of the page; for one with nothing in it that differs by language. */
  say<Id extends MessageId>(...spoken: Parameters<typeof say<Id>>): Html {
    return this.each(() => say<Id>(...spoken));
  }

  /** A text with the numbers of accounts in their colours. */
  account(text: string): Html {
    const { companyAccount, grants } = this.api;
    return inColour(
      text,
      companyAccount,
      grants.flatMap(({ accounts }) => accounts),
    );
  }

  /** A form that changes something. What it is about may be in its address. */
  postForm(action: string, content: Child): Html {
    const token = html`<input type="hidden" name="token" value="${this.session.formToken}">`;
    return html`<form method="post" action="${action}">${token}${content}</form>`;
  }
}

/** The handoff's own links, with the host left out: the pages have the console's paths. */
export const switchRolePath = (grant: Grant): string => pathOf(switchRoleLink(grant));
export const bucketPath = (grant: Grant, prefix = grant.vendor.prefixes?.[0]): string =>
  pathOf(bucketConsoleLink(grant, prefix));

const pathOf = (link: string): string => link.slice(link.indexOf('/', 'https://'.length));

/** After a form: what is shown then can be loaded again. */
export const goTo = (location: string): ServiceResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
});

/** The user's name, as the console takes it. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sessionName = (user: string): string =>
  user
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
    .padEnd(2, '-');
